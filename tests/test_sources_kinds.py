"""What a file is: told by its ending and by its first bytes."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources import kinds

TEXT = "The ferry will stay in port until Friday, the harbour authority said. "


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG picture"),
        (b"PK\x03\x04\x14\0\x06\0", "a ZIP archive, a word processor's file or an e-book"),
        (b"\x7fELF\x02\x01\x01\0", "a program"),
        (b"MZ\x90\0\x03\0\0\0\x04\0\0\0", "a program"),
        (b"RIFF\x24\x08\0\0WEBPVP8 \0\0\0\0\x01\x02", "a sound, film or WebP picture"),
        (b"\0\0\0\x20ftypisom\0\0\x02\0", "a film or picture"),
        (b"SQLite format 3\0\x10\0", "an SQLite database"),
        (b"{\\rtf1\\ansi Ferry}", "an RTF file: save it as text or HTML"),
        (b"a.txt".ljust(100, b"\0") + b"0000644\0".ljust(157, b"0") + b"ustar\x0000", "a tar archive"),
        (bytes(1000), "binary data"),
        (random.Random(7).randbytes(300), "binary data"),
        (random.Random(8).randbytes(500_000), "binary data"),
        (TEXT.encode() * 2000 + random.Random(9).randbytes(600_000), "binary data"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, what: str) -> None:
    assert kinds.not_a_text(data) == what


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        ("Мост через реку закроют. " * 9).encode("koi8-r"),
        ("市長は火曜日、橋を閉鎖すると発表した。" * 9).encode("shift_jis"),
        ("市長は火曜日、橋を閉鎖すると発表した。" * 9).encode("iso-2022-jp"),
        b"MZ Wallace, the handbag maker, said on Tuesday.",
        b"BMW said on Tuesday it would close the plant.",
        b"RIFFS and roars: the new album reviewed.",
        b"ID3 is a tag format.",
        TEXT.encode() + b"\x1b[31mred\x1b[0m" * 40,
        TEXT.encode() + b"\0\0\x07 stray codes",
        b"",
        b"\0",
    ],
)
def test_texts_pass(data: bytes) -> None:
    assert kinds.not_a_text(data) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.txt", ("text", False)),
        ("A.HTM.GZ", ("html", True)),
        ("x.jsonl.gz", ("lines", True)),
        ("x.md", (None, False)),
        ("x.gz", (None, True)),
        (".txt", (None, False)),
        ("txt", (None, False)),
        ("", (None, False)),
    ],
)
def test_endings(name: str, expected: tuple[str | None, bool]) -> None:
    assert kinds.split_ending(name) == expected


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html>\n<html>",
        "\n\n <!-- saved --> <html lang=en>",
        '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">',
        "<div class=article>The ferry",
        "<p>The ferry</p>",
        "<ARTICLE>",
    ],
)
def test_markup_is_seen_as_html(text: str) -> None:
    assert kinds.sniff(text) == "html"


@pytest.mark.parametrize(
    "text",
    [
        "The ferry <b>stays</b>",
        "<3 this ferry",
        "< p > ferry",
        "<pp>",
        "",
        "   ",
        "<!-- no end",
        "<?xml",
        "<b",
        "a < b",
    ],
)
def test_other_text_is_seen_as_text(text: str) -> None:
    assert kinds.sniff(text) == "text"


def test_feeds_and_saved_mail_are_told_from_texts() -> None:
    assert kinds.is_feed('<?xml version="1.0"?>\n<rss version="2.0">')
    assert not kinds.is_feed(TEXT)
    assert "a list of feeds" in str(kinds.unreadable("<opml version='2.0'>"))
    mail = "From: <Saved>\nSubject: Ferry\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n"
    assert kinds.unreadable(mail) == "a saved mail or web archive (MHTML): save the page as HTML"
    assert kinds.unreadable("From: the harbour office\n\nThe ferry stays.") is None
    assert kinds.unreadable(TEXT) is None


@pytest.mark.no_cover
def test_looking_takes_linear_time() -> None:
    start = time.process_time()
    for text in (" " * 5_000_000, "<!-- -->" * 500_000, "<!--" * 1_000_000, "<a" * 2_000_000, "<" * 5_000_000):
        kinds.sniff(text)
        kinds.has_tags(text)
        kinds.unreadable(text)
        kinds.not_a_text(text.encode())
    assert time.process_time() - start < 4


@given(st.binary(max_size=600))
def test_any_bytes_are_judged(data: bytes) -> None:
    judged = kinds.not_a_text(data)
    assert judged is None or judged


@given(st.text(max_size=200))
def test_any_text_is_judged(text: str) -> None:
    assert kinds.sniff(text) in ("text", "html")
    kinds.unreadable(text)
    assert kinds.is_page(text) <= (kinds.sniff(text) == "html")
