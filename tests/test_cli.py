"""The commands, run as a person or a program would."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cli_support import run, run_program
from click.testing import CliRunner, Result
from rich.cells import cell_len

from reader.article import Article
from reader.cli import main, reader
from reader.cli.output import wrapped
from reader.desk import Library


class Desk:
    """The command line over one library file."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __call__(self, command: str, *args: object) -> Result:
        return CliRunner().invoke(reader, [command, "--library", str(self.file), *map(str, args)])

    def json(self, command: str, *args: object) -> list[dict[str, Any]]:
        result = self(command, "--json", *args)
        assert result.exit_code == 0, result.output
        return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def desk(tmp_path: Path, folder: Path) -> Desk:
    """The command line over a library with the three articles of `folder`."""
    desk = Desk(tmp_path / "cli.db")
    assert desk("add", folder).exit_code == 0
    return desk


def test_adding_says_what_was_done_and_the_same_again_changes_nothing(tmp_path: Path, folder: Path) -> None:
    desk = Desk(tmp_path / "cli.db")
    assert desk("add", folder).output == "3 added\n"
    assert desk("add", folder).output == "3 unchanged\n"
    (report,) = desk.json("add", folder)
    assert report["unchanged"] == 3
    assert report["problems"] == []


def test_adding_in_a_pipe_is_quiet_on_stderr(tmp_path: Path, folder: Path) -> None:
    done = run_program("add", folder, "--library", tmp_path / "x.db")
    assert (done.returncode, done.stdout, done.stderr) == (0, "3 added\n", "")


def test_what_cannot_be_added_is_named_and_the_rest_is_added(tmp_path: Path, folder: Path) -> None:
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    done = run("add", folder, tmp_path / "nowhere", "--library", tmp_path / "x.db")
    assert done.returncode == 1
    assert done.stdout == "3 added\n"
    assert len(done.stderr.splitlines()) == 2
    assert "picture.txt" in done.stderr
    assert "nowhere" in done.stderr


def test_the_list_has_a_line_an_article_newest_first(desk: Desk) -> None:
    rows = desk.json("list")
    assert len(rows) == 3
    assert [row["published"] for row in rows] == sorted((row["published"] for row in rows), reverse=True)
    lines = desk("list").output.splitlines()
    assert len(lines) == 3
    assert "NORA" in "".join(lines)
    assert "~" in "".join(lines), "inferred dates are marked"


def test_the_list_can_be_narrowed(desk: Desk) -> None:
    assert len(desk.json("list", "--limit", 2)) == 2
    assert len(desk.json("list", "--since", "2024-05-04", "--until", "2024-05-07")) == 1
    assert len(desk.json("list", "--outlet", "nora")) == 2
    assert len(desk.json("list", "--unread")) == 3
    assert desk.json("list", "--starred") == []
    (story,) = desk.json("stories")
    assert {row["id"] for row in desk.json("list", "--story", story["id"])} == set(story["articles"])


def test_showing_as_json_has_every_field_of_the_contract(desk: Desk) -> None:
    (comet,) = [row for row in desk.json("list") if "comet" in (row["headline"] or "")]
    (shown,) = desk.json("show", comet["id"])
    assert set(shown) >= {
        *("id", "headline", "standfirst", "byline", "outlet", "published", "published_from", "dateline", "language"),
        *("url", "source", "text", "paragraphs", "removed", "summary", "story", "tellings"),
    }
    assert shown["published"] == "2024-05-03"
    assert shown["published_from"] == "stated"
    assert {"kind", "text"} <= set(shown["paragraphs"][0])
    assert {"line", "text", "rule"} <= set(shown["removed"][0])
    assert all(shown["text"][s["start"] : s["end"]] == s["text"] for s in shown["summary"])


def test_a_file_is_shown_and_summarised_without_a_library(folder: Path) -> None:
    result = CliRunner().invoke(reader, ["show", str(folder / "comet.txt"), "--json"])
    assert json.loads(result.stdout)["id"] is None
    result = CliRunner().invoke(reader, ["summary", str(folder / "comet.txt"), "-n", "2", "--json"])
    assert len(json.loads(result.stdout)["sentences"]) == 2


def test_the_cuts_and_the_original_can_be_looked_at(desk: Desk, folder: Path) -> None:
    (comet,) = [row for row in desk.json("list") if "comet" in (row["headline"] or "")]
    assert "Required fields" in desk("show", comet["id"], "--removed").output
    original = (folder / "comet.txt").read_text(encoding="utf-8")
    assert desk("show", comet["id"], "--original").output.strip() == original.strip()
    assert desk.json("show", comet["id"], "--original") == [{"original": original}]
    assert "Required fields" in CliRunner().invoke(reader, ["show", str(folder / "comet.txt"), "--original"]).output


def test_a_summary_has_as_many_sentences_as_asked_by_any_method(desk: Desk) -> None:
    for method in ("news", "lexrank"):
        (summary,) = desk.json("summary", 1, "-n", 2, "--method", method)
        assert (len(summary["sentences"]), summary["method"]) == (2, method)
    assert desk("summary", 1).output.startswith("SUMMARY · 3 of ")


def test_a_summary_can_be_as_long_as_so_many_words_or_per_cent(desk: Desk) -> None:
    lengths = []
    for words in (1, 30, 60, 100_000):
        (summary,) = desk.json("summary", 1, "--words", words)
        texts = [sentence["text"] for sentence in summary["sentences"]]
        assert len(texts) == 1 or sum(len(text.split()) for text in texts) <= words
        lengths.append(len(texts))
    assert lengths == sorted(lengths)
    assert (lengths[0], lengths[-1]) == (1, summary["of"] - 1), "all but the promotion"
    assert len(desk.json("summary", 1, "--percent", 100)[0]["sentences"]) == summary["of"] - 1
    assert len(desk.json("summary", 1, "--percent", 0.5)[0]["sentences"]) == 1


def test_a_summary_says_why_its_sentences_were_chosen(desk: Desk, folder: Path) -> None:
    (summary,) = desk.json("summary", 1, "--why")
    assert all(sentence["why"] for sentence in summary["sentences"])
    assert any("opens the article" in sentence["why"] for sentence in summary["sentences"])
    assert "why" not in desk.json("summary", 1)[0]["sentences"][0]
    assert "opens the article" in desk("summary", 1, "--why").output
    assert "LexRank" in desk("summary", 1, "--why", "--method", "lexrank").output
    assert "opens the article" in desk("summary", folder / "comet.txt", "--why").output


def test_related_articles_are_listed_with_reasons(desk: Desk, folder: Path) -> None:
    (story,) = desk.json("stories")
    first, second = story["articles"]
    (nearest, *_) = desk.json("related", first)
    assert nearest["id"] == second
    assert nearest["reasons"]
    assert desk.json("related", folder / "denies.txt")


def test_a_story_lists_its_articles(desk: Desk) -> None:
    (story,) = desk.json("stories")
    assert [row["id"] for row in desk.json("story", story["id"])] == story["articles"]
    assert len(desk("story", story["id"], "--brief").output.splitlines()) == 11
    lines = desk("story", story["id"]).output.splitlines()
    assert [line.split()[0] for line in lines[5:7]] == [str(number) for number in story["articles"]]


def test_the_brief_of_a_story_names_its_sources(desk: Desk) -> None:
    (story,) = desk.json("stories")
    (brief,) = desk.json("story", story["id"], "--brief", "-n", 3)
    assert (brief["story"], len(brief["sentences"])) == (story["id"], 3)
    for sentence in brief["sentences"]:
        (shown,) = desk.json("show", sentence["articles"][0])
        assert shown["text"][sentence["start"] : sentence["end"]] == sentence["text"]
        assert sentence["outlets"] == ["NORA"]
    assert "    NORA\n" in desk("story", story["id"]).output


def test_a_brief_tells_what_one_outlet_says_from_what_several_say(tmp_path: Path) -> None:
    shared = "The harbour of Port Alder will stay closed for two weeks after the storm broke its northern wall."
    rests = {
        "Courier": "Repairs of the wall will cost 12 million crowns, the council was told by its engineer.",
        "Post": "The ferry to the islands sails from Birchhaven until the end of the month of March.",
        None: "Nobody was hurt when the northern wall of the harbour fell into the sea at four in the morning.",
    }
    with Library(tmp_path / "cli.db") as library:
        ids = library.add_articles(
            Article(headline="Storm closes the harbour of Port Alder", text=f"{shared}\n\n{rest}", outlet=outlet)
            for outlet, rest in rests.items()
        )
    desk = Desk(tmp_path / "cli.db")
    (story,) = desk.json("stories")
    lines = desk("story", story["id"], "--brief", "-n", 4).output.splitlines()
    said = dict(zip(lines[1::2], lines[2::2], strict=True))
    assert said[f"▎ {shared}"] == f"    Courier, Post, article {ids[2]}"
    assert said[f"▎ {rests['Post']}"] == "    Post"
    assert desk.json("story", story["id"], "--brief")[0]["sentences"][0]["outlets"] == ["Courier", "Post"]


def test_a_search_finds_words_phrases_and_beginnings(desk: Desk) -> None:
    assert len(desk.json("search", "comet tele")) == 1
    assert len(desk.json("search", '"water the of treaty"')) == 0
    assert len(desk.json("search", '"treaty of 1931"')) == 2
    assert "comet" in desk("search", "telescope").output


@pytest.mark.parametrize(
    "query", ['"', "AND", "a OR", "NEAR(", "*", "col:x", "((", "-", "", "\x00", "'; DROP TABLE article"]
)
def test_no_query_is_an_error(desk: Desk, query: str) -> None:
    result = desk("search", "--", query)
    assert result.exit_code == 0
    assert result.stderr in ("", "reader: no article has these words\n")


def test_words_to_search_for_need_no_quotes(desk: Desk) -> None:
    assert desk.json("search", "comet", "tele") == desk.json("search", "comet tele")


def test_where_nothing_is_found_it_is_said(desk: Desk, tmp_path: Path) -> None:
    assert desk("list", "--outlet", "No Such Paper").stderr == "reader: no article matches\n"
    assert desk("search", "nosuchword").stderr == "reader: no article has these words\n"
    Library(tmp_path / "new.db").close()
    assert Desk(tmp_path / "new.db")("list").stderr == "reader: no articles yet; `reader add` brings some in\n"


def test_a_story_that_is_not_there_is_named_by_list_as_by_story(desk: Desk) -> None:
    assert str(desk("list", "--story", 999).exception) == str(desk("story", 999).exception)


def test_articles_of_no_known_outlet_are_listed_by_the_sign_they_are_printed_with(tmp_path: Path) -> None:
    with Library(tmp_path / "cli.db") as library:
        library.add_articles([Article(headline="Storm", text="It blew."), Article(text="It rained.", outlet="Post")])
    (entry,) = Desk(tmp_path / "cli.db").json("list", "--outlet", "?")
    assert entry["headline"] == "Storm"


def test_wide_characters_are_wrapped_by_the_cells_they_take(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "40")
    lines = wrapped("港の工作員によると、起重機は九週間止まったままだ。" * 4, "> ").split("\n")
    assert max(map(cell_len, lines)) <= 40
    assert [line[:2] for line in lines] == ["> ", *["  "] * (len(lines) - 1)]
    assert wrapped("[red]港[/red]") == "[red]港[/red]"


@pytest.mark.parametrize("command", [["list"], ["search", "comet"], ["show", "1"], ["stories"], ["reclean"]])
def test_only_adding_begins_a_library(tmp_path: Path, command: list[str]) -> None:
    done = run(*command, "--library", tmp_path / "a" / "typo.db")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith("typo.db: no library there; `reader add` creates one\n")
    assert not (tmp_path / "a").exists()


def test_what_is_no_command_is_not_explained_as_one() -> None:
    done = run("nosuchcommand", "--help")
    assert done.returncode == 1
    assert "no such file, folder or command" in done.stderr
    assert "Usage: reader [OPTIONS] [PATH|URL ...]" in run("-x").stderr


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["show", "999"], 1),
        (["summary", "no-such-file.txt"], 1),
        (["related", "999"], 1),
        (["story", "999"], 1),
        (["list", "--since", "someday"], 2),
        (["summary", "1", "--method", "magic"], 2),
        (["summary", "1", "-n", "0"], 2),
        (["summary", "1", "-n", "3", "--words", "80"], 2),
        (["summary", "1", "--percent", "101"], 2),
        (["story", "999", "--brief"], 1),
        (["add"], 2),
        (["show"], 2),
        (["list", "--no-such-option"], 2),
    ],
)
def test_what_is_wrong_is_said_in_a_line_and_by_the_exit_status(
    tmp_path: Path, arguments: list[str], status: int
) -> None:
    done = run(*arguments, READER_LIBRARY=str(tmp_path / "x.db"))
    assert done.returncode == status
    assert done.stdout == ""
    assert done.stderr
    assert "Traceback" not in done.stderr
    if status == 1:
        assert len(done.stderr.splitlines()) == 1


def test_without_a_terminal_the_reader_says_so(tmp_path: Path, folder: Path) -> None:
    done = run(folder, READER_LIBRARY=str(tmp_path / "x.db"))
    assert done.returncode == 1
    assert "terminal" in done.stderr


def test_the_library_may_be_named_before_the_command(tmp_path: Path, folder: Path) -> None:
    done = run("--library", tmp_path / "x.db", "add", folder)
    assert done.stdout == "3 added\n"
    assert (tmp_path / "x.db").exists()


def test_help_and_version_need_no_library() -> None:
    done = run("--help")
    assert done.returncode == 0
    assert all(
        f"  {name} " in done.stdout for name in ("add", "list", "show", "summary", "related", "stories", "search")
    )
    assert run("--version").stdout.startswith("reader")


def test_a_reader_that_closes_the_pipe_gets_no_traceback(tmp_path: Path, folder: Path) -> None:
    library = tmp_path / "x.db"
    run("add", folder, "--library", library)
    done = subprocess.run(
        f'"{sys.executable}" -m reader list --library "{library}" | head -n 1',
        shell=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stderr == ""


def test_a_terminal_that_knows_ascii_only_gets_escapes(tmp_path: Path, folder: Path) -> None:
    run("add", folder, "--library", tmp_path / "x.db")
    done = run_program("list", "--library", tmp_path / "x.db", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 3


def test_main_turns_our_errors_into_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "not-a-library.db").write_text("This is a letter, not a library. " * 50, encoding="utf-8")
    with pytest.raises(SystemExit) as stop:
        main(["list", "--library", str(tmp_path / "not-a-library.db")])
    assert stop.value.code == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_adding_in_the_background_reports_progress_and_the_outcome(tmp_path: Path, folder: Path) -> None:
    with Library(tmp_path / "x.db") as library:
        job = library.add_in_background([folder])
        job.wait(60)
        *progress, report = job.poll()
        assert progress
        assert report.added == 3  # type: ignore[union-attr]
        assert not job.running
        assert len(list(library.articles())) == 3
