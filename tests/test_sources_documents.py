"""From files to documents: texts, pages and records, and every bad file named."""

from __future__ import annotations

import gzip
import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from documents_support import TEXT, URL, article, message, read, record, records
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Problem, RawDocument
from reader.sources import from_text, identity, reread


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
