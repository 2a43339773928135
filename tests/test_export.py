"""Articles, lists and stories for other programs: nothing an outlet writes is read as markup there."""

from __future__ import annotations

import json
import re
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html as lxml_html
from markdown_it import MarkdownIt
from test_cli import Desk

from reader.article import Article
from reader.desk import Library
from reader.errors import ReaderError
from reader.export import FORMATS, format_of, html, markdown, places, writing
from reader.export.blocks import Block
from reader.links import Link
from reader.safety import plain_line

FERRY = (
    "The ferry to Skerry ran aground on Monday with 14 people aboard. “Nobody is hurt,” said the harbour master, Ines "
    "Dorrel. The pilots of Marlow had warned of the sandbank since the autumn. A tug from Marlow came on Tuesday."
)
OTHER = (
    "A ferry ran aground off Skerry on Monday with 17 people aboard, said the harbour master, Ines Dorrel of Marlow. "
    "The sandbank has been there since the autumn, and the pilots of Marlow had warned of it. It rained."
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Two reports of one ferry, which disagree, and a list that is no story."""
    with Library(tmp_path / "cli.db") as library:
        library.add_articles(
            [
                Article(
                    headline="Ferry *aground* off [Skerry]",
                    text=FERRY,
                    outlet="Marlow Courier",
                    byline="Ada Renn, Piet Hallam",
                    published=date(2031, 1, 6),
                    url="https://courier.example/ferry?a=1&b=<2>".replace("<2>", "2"),
                    language="en",
                ),
                Article(headline="Skerry ferry aground", text=OTHER, outlet="NPA", published=date(2031, 1, 7)),
                Article(headline="A hat", text="A hat was found in the park of Velm.", url="javascript:alert(1)"),
            ]
        )
    return Desk(tmp_path / "cli.db")


TEXTS = st.text(st.characters(blacklist_categories=("Cs",)), max_size=60) | st.text(
    "*_`#<>[]()!&;=+-1.)~|\\ a\n", max_size=30
)


@given(TEXTS)
@example("1. no list")
@example("&amp; <b>")
@example("# no heading")
@example("![no](picture)")
@example("---")
@example("===")
def test_no_text_is_markup_in_markdown(text: str) -> None:
    told = markdown.written([Block("paragraph", "x"), Block("paragraph", text), Block("item", text)], None)
    tokens = MarkdownIt("commonmark").parse(told)
    line = plain_line(text)
    pieces = ["".join(child.content for child in token.children or ()) for token in tokens if token.type == "inline"]
    assert {child.type for token in tokens for child in token.children or ()} <= {"text", "text_special"}
    assert pieces == ["x", *([line, line] if line else [])]


@given(TEXTS)
def test_no_text_is_markup_in_html(text: str) -> None:
    page = html.written([Block("title", text), Block("item", text), Block("under", text)], "en")
    body = lxml_html.document_fromstring(page).find("body")
    assert [element.tag for element in body.iter() if isinstance(element.tag, str)] == ["body", "h1", "ul", "li", "li"]
    assert " ".join(body.find("h1").text_content().split()) == " ".join(plain_line(text).split())


def test_an_article_is_written_with_its_facts_summary_and_text(desk: Desk) -> None:
    said = desk("export", 1).output
    assert said.startswith(
        "# [Ferry \\*aground\\* off \\[Skerry\\]](<https://courier.example/ferry?a=1&b=2>)\n\n"
        "Marlow Courier · 2031-01-06 · Ada Renn, Piet Hallam\n\n## Summary\n\n- The ferry to Skerry ran aground"
    )
    assert said.rstrip().endswith("A tug from Marlow came on Tuesday.")
    assert desk("export", 1, "-n", 1).output.count("\n- ") == 1


def test_links_are_written_at_their_words_with_nothing_of_them_read_as_markup() -> None:
    text = "The [old] quay was *closed*  by the council & others"
    links = [
        Link(1, 4, 14, "https://a.example/?a=1&b=2"),
        Link(2, 19, 27, "https://b.example/"),
        Link(1, 46, 52, "https://c.e/"),
    ]
    block = Block("caption", text, links=links)
    told = markdown.written([block], None)
    assert told == (
        "*The [\\[old\\] quay](<https://a.example/?a=1&b=2>) was [\\*closed\\*](<https://b.example/>) by the council &"
        " [others](<https://c.e/>)*\n"
    )
    page = lxml_html.document_fromstring(html.written([block], "en"))
    assert [(a.text, a.get("href")) for a in page.iter("a")] == [
        ("[old] quay", "https://a.example/?a=1&b=2"),
        ("*closed*", "https://b.example/"),
        ("others", "https://c.e/"),
    ]
    assert page.find("body").text_content().strip() == " ".join(text.split())


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_an_article_is_written_with_the_links_of_its_text_and_captions(tmp_path: Path, form: str) -> None:
    page = (
        "<html><body><article><h1>The quay</h1><p>The council of Marlow voted on Monday to <a href='https://a.example/v'>close"
        " the quay</a> in the spring.</p><figure><img src='/q.jpg'><figcaption>The quay, seen by <a"
        " href='https://p.example/'>Ada Renn</a> in 2029</figcaption></figure><p>It had been built a hundred years before,"
        " and few ships came, said the chair.</p></article></body></html>"
    )
    (tmp_path / "quay.html").write_text(page)
    with Library(tmp_path / "l.db") as library:
        said = writing.articles(library, library.add([tmp_path / "quay.html"]).ids, form)
    wanted = {"markdown": "seen by [Ada Renn](<https://p.example/>) in", "html": ">Ada Renn</a> in"}
    assert wanted[form] in said
    assert said.count("https://a.example/v") == 1


def test_a_story_is_written_with_brief_timeline_disagreements_and_sources(desk: Desk) -> None:
    story = desk.json("list")[0]["story"]
    said = desk("export", "--story", story).output
    parts = ["## In brief", "## Timeline", "## Where they disagree", "## Sources"]
    assert [said.index(part) for part in parts] == sorted(said.index(part) for part in parts)
    assert re.search(r"14 \(Marlow Courier\) against 17 \(NPA\)", said)
    assert "  - Marlow Courier" in said


def test_a_list_is_what_the_options_ask_for(desk: Desk) -> None:
    said = desk("export", "--outlet", "NPA").output
    assert said == "# 1 article\n\n## 2031-01-07\n\n- NPA: Skerry ferry aground\n"
    assert "Undated" in desk("export").output
    assert desk("export", "--outlet", "nobody").exit_code == 1


def test_only_web_addresses_are_written_as_links(desk: Desk) -> None:
    for form in set(FORMATS) - {"json"}:  # there it is what `show --json` says, and leads nowhere
        assert "javascript" not in desk("export", 3, "--format", form).output


def test_references_have_a_key_each_and_every_field_in_its_place(desk: Desk) -> None:
    (item, *_) = json.loads(desk("export", 1, 2, 3, "--format", "csl").output)
    assert item["issued"] == {"date-parts": [[2031, 1, 6]]}
    assert [author["literal"] for author in item["author"]] == ["Ada Renn", "Piet Hallam"]
    tex = desk("export", 1, 2, 3, "--format", "bibtex").output
    assert re.findall(r"@article\{(.*),", tex) == ["marlow-courier-2031-1", "npa-2031-2", "article-3"]
    assert "author = {{Ada Renn} and {Piet Hallam}}" in tex
    assert tex.count("{") == tex.count("}")


def test_json_has_what_is_known_of_articles_lists_and_stories(desk: Desk) -> None:
    (one, other) = json.loads(desk("export", 1, 2, "--format", "json").output)
    assert one == json.loads(desk("show", 1, "--json").output) | {"tellings": one["tellings"]}
    assert (other["id"], len(other["summary"])) == (2, 1)
    listed = json.loads(desk("export", "--outlet", "NPA", "--format", "json").output)
    assert [(row["headline"], row["text"]) for row in listed] == [("Skerry ferry aground", OTHER)]
    story = json.loads(desk("export", "--story", 1, "--format", "json").output)
    assert [row["id"] for row in story["articles"]] == [1, 2]
    assert (story["first"], story["last"], story["outlets"]) == ("2031-01-06", "2031-01-07", ["Marlow Courier", "NPA"])
    assert {side["text"] for found in story["disagreements"] for side in (found["a"], found["b"])} >= {"14", "17"}
    assert story["brief"][0]["outlets"]


def test_an_ending_stands_for_the_format_that_is_called_so(tmp_path: Path) -> None:
    assert [format_of(tmp_path / name) for name in ("a.json", "a.csl.json", "a.MD", "a.txt", "json")] == [
        "json",
        "csl",
        "markdown",
        None,
        None,
    ]


def test_the_format_follows_from_the_files_ending_and_no_file_is_overwritten_unasked(
    desk: Desk, tmp_path: Path
) -> None:
    page = tmp_path / "ferry.html"
    assert desk("export", 1, "--to", page).exit_code == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    again = desk("export", 2, "--to", page)
    assert (again.exit_code, "exists already; --force" in str(again.exception)) == (1, True)
    assert desk("export", 2, "--to", page, "--force").exit_code == 0
    assert "Skerry ferry aground" in page.read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir() if "part" in path.name] == []
    assert desk("export", 1, "--to", tmp_path / "no" / "such.md").exit_code == 1


def test_only_one_thing_is_exported_at_a_time(desk: Desk) -> None:
    assert desk("export", 1, "--story", 1).exit_code == 2
    assert desk("export", 1, "--unread").exit_code == 2


def test_a_program_gets_the_text_and_no_shell_sees_it(tmp_path: Path) -> None:
    got = tmp_path / "got"
    script = "import sys; open(sys.argv[1], 'w').write(sys.stdin.read())"
    places.give("a; b", f'{sys.executable} -c "{script}" "{got}"')
    assert got.read_text() == "a; b"
    with pytest.raises(ReaderError, match="no-such-program cannot be run"):
        places.give("a", f"no-such-program ; touch {tmp_path}/shell")
    assert not (tmp_path / "shell").exists()
    with pytest.raises(ReaderError, match="failed \\(3\\): it broke"):
        places.give("a", f"{sys.executable} -c \"import sys; print('it broke', file=sys.stderr); sys.exit(3)\"")
    with pytest.raises(ReaderError, match="which program"):
        places.give("a", " ")
    with pytest.raises(ReaderError, match="No closing quotation"):
        places.give("a", "'")
