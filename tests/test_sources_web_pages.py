"""What was fetched as a document, and the feeds that a page names."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

from reader.errors import SourceError
from reader.sources import reread
from reader.sources.web.fetching import Fetched
from reader.sources.web.pages import named_feeds, page

NOW = datetime(2026, 11, 30, tzinfo=timezone.utc)


def got(data: bytes, kind: str = "text/html") -> Fetched:
    return Fetched("https://velm.example/a?utm_source=x", data, {"content-type": kind})


def test_a_page_is_a_document_known_by_its_address() -> None:
    document = page(got(b"<html><p>Rain</p></html>"), NOW)
    assert (document.kind, document.identity, document.fetched) == ("html", "https://velm.example/a", NOW)


def test_a_page_is_known_by_the_address_that_it_calls_its_own_if_that_is_of_its_host() -> None:
    def named(href: str) -> str:
        return page(got(f'<html><link rel="canonical" href="{href}"><p>Rain</p></html>'.encode()), NOW).identity

    assert named("https://velm.example/rain") == "https://velm.example/rain"
    for href in ("https://other.example/rain", "/", "javascript:1", ""):
        assert named(href) == "https://velm.example/a"


def test_a_page_in_the_encoding_of_its_header_is_stored_so_that_it_can_be_read_again() -> None:
    document = page(
        got("<html><p>Привет, мир и река</p></html>".encode("cp1251"), "text/html; charset=windows-1251"), NOW
    )
    assert "Привет" in document.text
    assert reread(document).text == document.text


def test_texts_are_texts_whatever_they_are_called() -> None:
    assert page(got(b"It rained in Velm.", "text/html"), NOW).kind == "text"
    assert page(got(b"<p>It rained</p>", "text/plain"), NOW).kind == "text"
    assert page(got(b"<p>It rained</p>", "application/octet-stream"), NOW).kind == "html"


@pytest.mark.parametrize("data", [b"", b"  \n", b"\x89PNG\r\n\x1a\n" + b"\0" * 99, b"%PDF-1.4 ..."])
def test_what_is_no_page_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"empty|looks like a P"):
        page(got(data), NOW)


def test_the_feeds_that_a_page_names_are_found_those_of_comments_last() -> None:
    text = """<html><head><LINK href="/c" type="application/rss+xml" rel="alternate" title="Comments">
    <link rel='alternate' type='application/atom+xml' title='Rain &amp; river' href='/feed?a=1&amp;b=2'>
    <link rel=alternate type=application/rss+xml href=/feed2><link rel="alternate" type="application/rss+xml" href="/feed2">
    <link rel="alternate" hreflang="de" href="/de"><link rel="alternate" type="application/rss+xml" href="file:///x">"""
    found = named_feeds(text, "https://velm.example/a/")
    assert [one.address for one in found] == [
        "https://velm.example/feed?a=1&b=2",
        "https://velm.example/feed2",
        "https://velm.example/c",
    ]
    assert found[0].title == "Rain & river"
