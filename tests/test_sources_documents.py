"""From files to documents: texts, pages and records, and every bad file named."""

from __future__ import annotations

import gzip
import json
import random
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Problem, RawDocument
from reader.sources import Found, find, from_text, identity, load, reread

TEXT = "The ferry will stay in port until Friday, the harbour authority said."
URL = "https://example.org/news/"


def read(place: Path) -> list[RawDocument | Problem]:
    """All that finding and loading `place` gives."""
    results: list[RawDocument | Problem] = []
    for each in find([place]):
        results.extend(load(each) if isinstance(each, Found) else [each])
    return results


def article(place: Path) -> RawDocument:
    """The one document of a file; it must come back the same from what is stored."""
    (document,) = read(place)
    assert isinstance(document, RawDocument), document
    assert reread(document) == document
    return document


def message(place: Path) -> str:
    """What is said of a file that gives nothing else."""
    (problem,) = read(place)
    assert isinstance(problem, Problem), problem
    assert problem.place == str(place)
    assert "\n" not in problem.message
    return problem.message


def records(place: Path) -> tuple[list[RawDocument], list[str]]:
    """The documents of a file and what is said of the records that are none."""
    results = read(place)
    found = [each for each in results if isinstance(each, RawDocument)]
    for document in found:
        assert reread(document) == document
    return found, [each.message for each in results if isinstance(each, Problem)]


def record(name: str, **more: object) -> dict[str, object]:
    return {"url": URL + name, "title": name.title(), "text": f"The {name} is closed.", **more}


def test_a_text_file_is_one_document(tmp_path: Path) -> None:
    place = tmp_path / "a.txt"
    place.write_bytes(b"The ferry\r\nwill stay.\r")
    assert article(place) == RawDocument(
        identity=identity(place),
        text="The ferry\nwill stay.\n",
        data=b"The ferry\r\nwill stay.\r",
        source=str(place),
        stamp=f"22-{place.stat().st_mtime_ns}",
    )


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.txt", TEXT, "text"),
        ("a.txt", "<p>A text may begin with a tag that the scraper left.", "text"),
        ("a.txt", "<!DOCTYPE html><html><body><p>A page under a text's name", "html"),
        ("a.html", "<p>The ferry", "html"),
        ("a.htm", TEXT, "text"),
        ("a.xhtml", '<?xml version="1.0"?><html><p>The ferry</p></html>', "html"),
        ("a", "<html><p>The ferry", "html"),
        ("a", TEXT, "text"),
        ("a.md", "[Ferry](x) stays in port.", "text"),
        ("a.log", '{"text": "The ferry"}', "text"),
    ],
)
def test_the_kind_follows_the_ending_and_what_the_file_holds(
    tmp_path: Path, name: str, content: str, kind: str
) -> None:
    (tmp_path / name).write_text(content)
    document = article(tmp_path / name)
    assert document.kind == kind
    assert document.container == ("record" if content.startswith("{") else "file")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1"])
@pytest.mark.parametrize("packed", [False, True])
def test_texts_are_read_in_any_encoding_packed_or_not(tmp_path: Path, encoding: str, packed: bool) -> None:
    text = "Die Fähre bleibt bis Freitag im Hafen, sagte Bürgermeisterin Jördis Möhring.\n"
    data = text.encode(encoding)
    place = tmp_path / ("a.txt.gz" if packed else "a.txt")
    place.write_bytes(gzip.compress(data) if packed else data)
    document = article(place)
    assert document.text == text
    assert document.data == data


def test_broken_utf8_is_read_with_the_bad_bytes_marked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Die Fähre ".encode() + b"\xff" + "bleibt im Hafen, sagte Möhring.".encode())
    assert article(tmp_path / "a.txt").text == "Die Fähre \ufffdbleibt im Hafen, sagte Möhring."


@pytest.mark.parametrize(
    "data", [b"", b" \r\n\t ", b"\xef\xbb\xbf", "\ufeff \n".encode("utf-16"), gzip.compress(b"", mtime=0)]
)
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.json", "a.jsonl", "a"])
def test_empty_files_are_named(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert message(tmp_path / name) == "empty"


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.json", "a.jsonl", "a.txt.gz"])
def test_binary_files_are_named_under_whatever_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(500))
    assert message(tmp_path / name) == "not a text: looks like a PNG picture"
    (tmp_path / name).write_bytes(b"%PDF-1.7\n1 0 obj")
    assert message(tmp_path / name) == "not a text: looks like a PDF"
    (tmp_path / name).write_bytes(random.Random(2).randbytes(5000))
    assert message(tmp_path / name) == "not a text: looks like binary data"


def test_a_list_of_feeds_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").write_text('<?xml version="1.0"?><opml version="2.0"><body/></opml>')
    assert message(tmp_path / "a") == "not a text: looks like a list of feeds: `reader feeds import` follows them"


@pytest.mark.parametrize("name", ["a", "a.xml", "a.rss"])
def test_the_items_of_a_saved_feed_are_documents(tmp_path: Path, name: str) -> None:
    place = tmp_path / name
    place.write_text(
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Velm Post</title><item><title>Lock closes</title>'
        "<link>https://velm.example/1</link><description>The lock at Velm closes for the winter.</description></item>"
        "<item><link>https://velm.example/2</link></item></channel></rss>"
    )
    document, left = read(place)
    assert isinstance(document, RawDocument)
    assert isinstance(left, Problem)
    assert document.identity == f"{place}#https://velm.example/1"
    assert (document.headline, document.outlet, document.exported) == ("Lock closes", "Velm Post", True)
    assert reread(document).text == document.text
    assert left.message.startswith("1 entry left out: ")


def test_other_xml_is_left_alone_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<?xml version='1.0'?><project><name>x</name></project>")
    assert records(tmp_path) == ([], [])
    (tmp_path / "a.xml").write_text("<?xml version='1.0'?><opml version='2.0'><body/></opml>")
    (problem,) = read(tmp_path)
    assert isinstance(problem, Problem)
    assert (problem.message, problem.note) == ("left out: a list of feeds: `reader feeds import` follows them", True)


def test_sixty_megabytes_of_text_are_read(tmp_path: Path) -> None:
    place = tmp_path / "a.txt"
    line = TEXT.encode() + b"\n"
    place.write_bytes(line * (60_000_000 // len(line)))
    start = time.process_time()
    (document,) = read(place)
    assert isinstance(document, RawDocument)
    assert len(document.text) == place.stat().st_size
    assert time.process_time() - start < 5


def test_a_line_of_five_megabytes_is_read(tmp_path: Path) -> None:
    line = "Die Fähre bleibt im Hafen. " * 190_000
    (tmp_path / "a.txt").write_bytes(line.encode("cp1252"))
    (tmp_path / "b.jsonl").write_text(json.dumps(record("ferry", text=line)))
    start = time.process_time()
    assert article(tmp_path / "a.txt").text == line
    assert [each.text for each in records(tmp_path / "b.jsonl")[0]] == [line]
    assert time.process_time() - start < 5


def test_codes_in_a_text_stay_for_cleaning_and_none_are_in_what_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(record("ferry", text="a\x1b[2Jb", title="F\x1b[2Jerry\u202e")))
    document = article(tmp_path / "a.json")
    assert document.text == "a\x1b[2Jb"
    assert document.headline == "Ferry"


def test_a_file_of_one_record_has_the_files_identity(tmp_path: Path) -> None:
    place = tmp_path / "a.json"
    place.write_text(json.dumps(record("ferry", date="2031-05-06", sitename="Herald", author="Ada Quill", lang="en")))
    document = article(place)
    assert document.identity == identity(place)
    assert document.source == str(place)
    assert document.data == place.read_bytes()
    assert (document.headline, document.outlet, document.byline) == ("Ferry", "Herald", "Ada Quill")
    assert (document.published, document.language, document.url) == (date(2031, 5, 6), "en", URL + "ferry")


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.json.gz", "a"])
@pytest.mark.parametrize("form", ["list", "envelope", "lines", "pretty"])
def test_records_are_read_in_every_form(tmp_path: Path, name: str, form: str) -> None:
    both = [record("ferry"), record("bridge", html="<p>x")]
    content = {
        "list": json.dumps(both),
        "envelope": json.dumps({"articles": both}),
        "lines": "\n".join(json.dumps(each) for each in both) + "\n\n",
        "pretty": json.dumps(both, indent=2),
    }[form].encode()
    place = tmp_path / name
    place.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    found, said = records(place)
    assert said == []
    assert [each.identity for each in found] == [f"{identity(place)}#{URL}ferry", f"{identity(place)}#{URL}bridge"]
    assert [each.headline for each in found] == ["Ferry", "Bridge"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251"])
def test_lines_of_records_are_read_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    text = "Мэр Заречинска сообщил во вторник, что мост через реку закроют уже на этой неделе."
    lines = [json.dumps(record(name, text=text), ensure_ascii=False) for name in ("ferry", "bridge")]
    (tmp_path / "a.jsonl").write_bytes("\n".join(lines).encode(encoding))
    found, said = records(tmp_path / "a.jsonl")
    assert said == []
    assert [each.text for each in found] == [text, text]


def test_a_record_keeps_its_identity_when_others_come_before_it(tmp_path: Path) -> None:
    place = tmp_path / "a.jsonl"
    place.write_text(json.dumps(record("ferry")))
    (before,), _ = records(place)
    place.write_text("\n".join([json.dumps(record("bridge")), json.dumps(record("ferry"))]))
    _, after = records(place)[0]
    assert before.identity == after.identity
    assert before.data == after.data


def test_records_without_address_or_id_are_numbered_and_equal_ones_told_apart(tmp_path: Path) -> None:
    place = tmp_path / "a.json"
    place.write_text(
        json.dumps([{"text": "One."}, {"id": 9, "text": "Two."}, {"id": 9, "text": "Three."}, {"text": "4"}])
    )
    found, _ = records(place)
    assert [each.identity.partition("#")[2] for each in found] == ["1", "9", "9 (2)", "4"]
    assert [each.source for each in found] == [f"{place}#{number}" for number in (1, 2, 3, 4)]


def test_the_same_text_under_the_same_address_is_one_article(tmp_path: Path) -> None:
    place = tmp_path / "a.jsonl"
    again = {**record("ferry"), "url": "http://www.example.org/news/ferry?utm_source=feed&fbclid=x#top"}
    longer = {**record("ferry"), "text": "The ferry is closed until Friday."}
    elsewhere = {**record("ferry"), "url": f"{URL}ferry?page=2"}
    place.write_text("\n".join(map(json.dumps, [record("ferry"), again, longer, elsewhere, record("ferry")])), "utf-8")
    found, said = records(place)
    assert [document.url for document in found] == [URL + "ferry", URL + "ferry", URL + "ferry?page=2"]
    assert said == ["2 lines left out: repeated"]


def test_an_identity_stays_short_and_storable(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{"id": "x" * 1999, "text": "One."}, {"id": "\ud800", "text": "Two."}]))
    found, _ = records(tmp_path / "a.json")
    for each in found:
        assert len(each.identity.encode("utf-8")) < len(identity(tmp_path)) + 100


def test_bad_lines_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    place = tmp_path / "a.jsonl"
    lines = [
        json.dumps(record("ferry")),
        '{"text": ',
        "7",
        '{"title": "Bridge"}',
        "",
        "[" * 99_999,
        json.dumps(record("b")),
    ]
    place.write_text("\n".join(lines))
    found, said = records(place)
    assert [each.headline for each in found] == ["Ferry", "B"]
    assert said == [
        "line 2: not JSON: expecting value",
        "line 3: not an object with fields",
        "line 4: no text in it",
        "line 6: not readable: JSON nested too deeply",
    ]


def test_bad_items_of_a_list_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([7, record("ferry"), {"title": "Bridge"}]))
    found, said = records(tmp_path / "a.json")
    assert [each.headline for each in found] == ["Ferry"]
    assert said == ["record 1: not an object with fields", "record 3: no text in it"]


def test_of_very_many_bad_lines_only_the_first_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("1\n" * 500 + json.dumps(record("ferry")))
    found, said = records(tmp_path / "a.jsonl")
    assert len(found) == 1
    assert len(said) == 21
    assert said[-1] == "480 more lines could not be read"


def test_json_without_articles_is_named_when_asked_for_and_left_alone_in_a_folder(tmp_path: Path) -> None:
    for number, value in enumerate(
        [{"name": "left-pad", "description": "Pads."}, [], ["The ferry"], 7, {"a.txt": {"body": [1]}}]
    ):
        place = tmp_path / f"{number}.json"
        place.write_text(json.dumps(value))
        assert message(place) == "no articles in it: no record with a text, body, content or html"
    assert read(tmp_path) == []


@pytest.mark.parametrize("text", ["", " \n", None, []])
def test_an_article_without_its_text_is_named_also_in_a_folder(text: object, tmp_path: Path) -> None:
    lacking = {"title": "The ferry", "text": text, "related": [{"title": "The bridge", "body": ""}]}
    (tmp_path / "one.json").write_text(json.dumps(lacking))
    (tmp_path / "several.json").write_text(json.dumps([lacking, {"headline": "The bridge", "article_body": text}]))
    said = [problem.message for problem in read(tmp_path) if isinstance(problem, Problem)]
    assert said == ["no text in it", "record 1: no text in it", "record 2: no text in it"]


@pytest.mark.parametrize(
    "value",
    [
        {"title": "A schema", "type": "object"},
        {"title": "An app", "content": {"files": [1]}},
        {"text": "", "name": "no headline"},
        {"menu": [{"title": "Home", "content": ""}]},
    ],
)
def test_other_json_with_a_title_is_left_alone_in_a_folder(value: object, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(value))
    assert read(tmp_path) == []


def test_damaged_json_is_named_also_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"text": "The ferry')
    (problem,) = read(tmp_path)
    assert isinstance(problem, Problem)
    assert problem.message.startswith("not JSON: unterminated string")


def test_a_text_that_begins_with_a_bracket_is_a_text(tmp_path: Path) -> None:
    for text in ("[Updated] The ferry stays.\nIt leaks.", "{{title}}\nThe ferry stays.", "[1]\nThe ferry stays."):
        (tmp_path / "a").write_text(text)
        assert article(tmp_path / "a").text == text


def test_a_stored_document_that_is_damaged_is_reread_as_empty() -> None:
    stored = RawDocument(identity="x", text="", data=b'{"text": ', container="record")
    assert reread(stored).text == ""
    assert reread(RawDocument(identity="x", text="", data=b"[1]", container="record")).text == ""


def test_a_text_at_hand_becomes_a_document() -> None:
    document = from_text("\ufeffThe ferry\r\nstays.", url=URL)
    assert (document.text, document.kind, document.url) == ("The ferry\nstays.", "text", URL)
    assert reread(document).text == document.text
    assert from_text("<html><p>The ferry").kind == "html"
    assert from_text("<html><p>The ferry", kind="text").kind == "text"
    assert from_text("a").identity == from_text("a").identity != from_text("b").identity


def test_a_page_at_hand_is_not_decoded_twice() -> None:
    page = '<meta charset="windows-1251"><p>Die Fähre bleibt.</p>'
    assert reread(from_text(page)).text == page


@given(st.text())
def test_any_text_at_hand_becomes_a_document(raw: str) -> None:
    document = from_text(raw)
    assert "\r" not in document.text
    assert document.identity.encode("utf-8")
    reread(document)


@given(st.text(st.characters(), max_size=20))
def test_half_characters_at_hand_are_survived(raw: str) -> None:
    document = from_text(raw + "\ud800" + raw)
    document.data.decode("utf-8")


CONTENTS = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=100).map(lambda text: text.encode()),
    st.text('{}[]":,1\n textbodyhtml', max_size=100).map(str.encode),
    st.lists(st.dictionaries(st.sampled_from(["text", "url", "id"]), st.text(max_size=5) | st.integers())).map(
        lambda value: json.dumps(value).encode()
    ),
)


@given(CONTENTS, st.sampled_from(["a.txt", "a.html", "a.json", "a.jsonl", "a", "a.gz"]), st.booleans())
def test_any_file_gives_documents_or_problems(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str, packed: bool
) -> None:
    place = tmp_path_factory.getbasetemp() / name
    place.write_bytes(gzip.compress(data) if packed else data)
    results = read(place)
    place.unlink()
    assert results or name.endswith(".json")
    for each in results:
        if isinstance(each, RawDocument):
            assert reread(each) == each
            assert each.text.strip()
            assert each.identity.encode("utf-8")
        else:
            assert "\n" not in each.message
            assert each.message.isprintable()


def test_reading_texts_in_utf8_does_not_load_the_guesser(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Die Fähre bleibt.", encoding="utf-8")
    program = (
        "import sys; from reader.sources import find, load\n"
        "assert [document.text for found in find(sys.argv[1:]) for document in load(found)] == ['Die Fähre bleibt.']\n"
        "print([name for name in ('chardet', 'lxml', 'trafilatura', 'nltk', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program, tmp_path], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
