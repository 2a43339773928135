"""Nothing but what the person named is ever contacted: every connection and every look-up of a name is written down."""

from __future__ import annotations

import mailbox
import socket
from email.message import EmailMessage
from pathlib import Path

import pytest
from archives_support import PARAGRAPHS, page, record, warc
from web_support import Answer, Site, site

from reader.desk import Library

__all__ = ["site"]

TRACKED = (
    '<link rel="stylesheet" href="http://style.example/"><base href="http://base.example/">'
    '<img src="http://tracker.example/x.gif"><script src="http://script.example/"></script>'
    '<iframe src="http://frame.example/"></iframe><meta http-equiv="refresh" content="0; url=http://next.example/">'
)


@pytest.fixture
def contacted(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What was connected to, and whose name was looked up."""
    found: list[object] = []
    connect, look_up = socket.socket.connect, socket.getaddrinfo
    monkeypatch.setattr(socket.socket, "connect", lambda sock, to: (found.append(to), connect(sock, to))[1])
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: (found.append(a[:2]), look_up(*a, **k))[1])
    return found


def tracked(number: int) -> bytes:
    return page(number).replace(b"<head>", b"<head>" + TRACKED.encode())


def letter(subject: str) -> EmailMessage:
    """A letter with a picture that tells its sender who has read it."""
    message = EmailMessage()
    message["From"], message["Subject"] = "Orrin Post <post@orrin.example>", subject
    message["Date"] = "Tue, 05 Mar 2024 10:00:00 +0000"
    message["List-Unsubscribe"] = "<http://leave.example/>"
    text = f"{TRACKED}<h1>{subject}</h1>" + "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    message.set_content(f"<html><body>{text}</body></html>", subtype="html")
    return message


def test_reading_files_contacts_nobody(tmp_path: Path, library: Library, contacted: list[object]) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "saved.html").write_bytes(tracked(1))
    (folder / "letter.eml").write_bytes(letter("Ferry by letter").as_bytes())
    mailbox.mbox(folder / "letters.mbox").add(letter("Ferry by mailbox"))
    warc(folder / "crawl.warc.gz", record("https://orrin.example/2", tracked(2)))
    whole = "<rss version='2.0'><channel><item><link>http://item.example/</link></item></channel></rss>"
    (folder / "feed.xml").write_text(whole)
    feeds = tmp_path / "feeds.opml"
    feeds.write_text('<opml version="2.0"><body><outline xmlUrl="http://feed.example/"/></body></opml>')
    assert library.add([folder], workers=1).added == 4
    assert library.feeds.import_list(feeds).added == 1
    library.reclean()
    assert contacted == []


def test_adding_a_page_contacts_the_page_alone(site: Site, library: Library, contacted: list[object]) -> None:
    named = '<link rel="alternate" type="application/rss+xml" href="http://feed.example/">'
    site.pages["/1"] = Answer(tracked(1).replace(b"<head>", b"<head>" + named.encode()))
    report = library.add([site.url("/1")])
    assert (report.added, [one.offer for one in report.problems]) == (1, ["http://feed.example/"])
    assert set(contacted) == {site.server_address}
    assert site.paths() == ["/1"]
