"""Feeds that go wrong: servers in trouble, feeds that are none, too large or odd, no network, a full disk."""

from __future__ import annotations

import zlib
from datetime import datetime, timedelta, timezone

import pytest
from feeds_support import again, feed, follow, headlines, item, notes, page, quick, text, trouble
from web_support import Answer, Site, site

from reader.desk import Library
from reader.errors import LibraryReadOnly
from reader.library import Store
from reader.sources.feeds import reading
from reader.sources.files import LIMIT
from reader.sources.web import fetching

__all__ = ["quick", "site"]


def test_a_server_that_wants_us_to_wait_is_left_alone_so_long(site: Site, library: Library) -> None:
    site.pages["/feed"] = Answer(feed(item("rain", guid="1")))
    number = follow(library, site)
    site.pages["/feed"] = Answer(status=429, headers={"Retry-After": "7200"})
    assert "asked too often" in trouble(again(library))[0]
    asked = len(site.asked)
    for numbers in (None, [number]):
        assert "wants us to wait until" in notes(library.feeds.refresh(numbers))
    assert len(site.asked) == asked
    wait = library.feeds.find(str(number)).wait_until
    assert wait is not None
    assert timedelta(minutes=110) < wait - datetime.now(timezone.utc) <= timedelta(minutes=120)


def test_what_fails_again_and_again_is_asked_less_and_less(site: Site, library: Library) -> None:
    site.pages["/feed"] = Answer(feed(item("rain", guid="1")))
    number = follow(library, site)
    site.pages["/feed"] = Answer(status=500)
    waits = []
    for _ in range(3):
        assert trouble(again(library)) == ["the server has trouble (500)"]
        found = library.feeds.find(str(number))
        assert found.due is not None
        waits.append((found.due - datetime.now(timezone.utc)).total_seconds())
    assert waits[0] * 1.9 < waits[1] < waits[2] / 1.9
    asked = len(site.asked)
    library.feeds.refresh(due=True)
    assert len(site.asked) == asked, "it is not due"
    site.pages["/feed"] = Answer(feed(item("rain", guid="1")))
    again(library)
    assert (library.feeds.find(str(number)).error, library.feeds.find(str(number)).failures) == (None, 0)


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (Answer(page("rain")), "a page, not a feed"),
        (Answer(b""), "not a feed"),
        (Answer(b"\0" * 5000), "not a feed"),
        (Answer(b"<rss", claims=900), "broken off"),
        (Answer(feed(item("rain")) + b" " * (5 << 20)), "larger than 4 MiB"),
        (Answer(b"<rss>", drips=True), "not all there"),
        (
            Answer(status=302, headers={"Location": "http://169.254.169.254/latest"}),
            "private address (169.254.169.254)",
        ),
        (Answer(status=302, headers={"Location": "/bad"}), "circle"),
        (Answer(status=404), "nothing at that address"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_feed_that_goes_wrong_says_how_and_the_others_come_in(
    site: Site, library: Library, bad: Answer, why: str
) -> None:
    for path in ("/bad", "/good"):
        site.pages[path] = Answer(feed())
        follow(library, site, path)
    site.pages["/bad"], site.pages["/good"] = bad, Answer(feed(item("rain", guid="1")))
    report = again(library)
    assert [why in said for said in trouble(report)] == [True]
    assert headlines(library) == ["Of rain"]
    assert why in (library.feeds.find(site.url("/bad")).error or "")


def test_a_feed_of_200_megabytes_is_refused_and_the_others_come_in(
    site: Site, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At full size, as it comes and packed: neither is read beyond the limit that holds outside of tests."""
    monkeypatch.setattr(fetching.Limits.__init__, "__defaults__", (60.0, 20.0, LIMIT, 6))
    for path in ("/plain", "/packed", "/good"):
        site.pages[path] = Answer(feed(item(f"old {path[1:]}", guid="1")))
        follow(library, site, path)
    site.pages["/plain"] = Answer(bytes(200 << 20))
    packer = zlib.compressobj(level=1, wbits=31)
    packed = b"".join([*(packer.compress(bytes(1 << 20)) for _ in range(200)), packer.flush()])
    site.pages["/packed"] = Answer(packed, headers={"Content-Encoding": "gzip"})
    site.pages["/good"] = Answer(feed(item("rain", guid="2")))
    report = again(library)
    assert sorted(trouble(report)) == ["larger than 64 MiB", "larger than 64 MiB once unpacked"]
    assert headlines(library) == ["Of old good", "Of old packed", "Of old plain", "Of rain"]


def test_of_a_feed_of_100_000_items_as_many_are_read_as_is_sensible_and_the_rest_is_said(
    site: Site, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_ITEMS", 20)
    monkeypatch.setattr(fetching.Limits.__init__, "__defaults__", (60.0, 20.0, LIMIT, 6))
    site.pages["/feed"] = Answer(feed(*(f"<item><title>Of day {n}</title></item>" for n in range(100_000))))
    report = library.feeds.add(site.url("/feed"))
    assert (report.added, trouble(report)) == (20, [])
    assert "has 99,980 items more than are read" in notes(report)


@pytest.mark.parametrize(
    "said", ["text/html", "text/plain; charset=utf-8", "image/png", "application/octet-stream", ""]
)
def test_a_feed_is_one_whatever_its_server_calls_it(site: Site, library: Library, said: str) -> None:
    site.pages["/feed"] = Answer(feed(item("rain", guid="1")), headers={"Content-Type": said})
    assert library.add([site.url("/feed")]).added == 1
    assert library.feeds.find(site.url("/feed")).title == "Velm Post"


def test_control_characters_anywhere_in_a_feed_come_nowhere(site: Site, library: Library) -> None:
    bad = "".join(map(chr, (*range(1, 9), 0xB, 0xC, *range(0xE, 0x20), *range(0x7F, 0xA0))))
    said = f"x{bad}y"
    site.pages["/feed"] = Answer(
        f"<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>{said}</title>"
        f"<link>http://velm.example/{said}</link><language>{said}</language><ttl>{said}</ttl><item><title>{said}</title>"
        f"<link>http://velm.example/{said}</link><guid>{said}</guid><dc:creator>{said}</dc:creator>"
        f"<category>{said}</category><source url='x'>{said}</source><pubDate>{said}</pubDate>"
        f"<description>&lt;p&gt;{said} {text('rain')}&lt;/p&gt;</description></item></channel></rss>".encode()
    )
    follow(library, site)
    told = [str(library.feeds.all()), *map(str, library.articles())]
    assert len(told) == 2
    assert not [sign for sign in bad if any(sign in one or repr(sign)[1:-1] in one for one in told)]


def test_without_a_network_nothing_is_held_against_a_feed(
    site: Site, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.pages["/feed"] = Answer(feed(item("rain", guid="1")))
    number = follow(library, site)

    def offline(*_: object, **__: object) -> None:
        raise fetching.FetchError("its name cannot be looked up", offline=True)

    monkeypatch.setattr(fetching.Fetcher, "fetch", offline)
    report = again(library)
    assert (trouble(report), notes(report)) == ([], "no network: 1 of 1 feeds could not be asked")
    assert (library.feeds.find(str(number)).error, library.feeds.find(str(number)).failures) == (None, 0)


def test_items_of_every_odd_kind_are_no_trouble(site: Site, library: Library) -> None:
    odd = (
        "<item></item>",
        "<item><title>\x1b[31mRed\x07 &lt;b&gt;bold&lt;/b&gt;</title><link>javascript:alert(1)</link></item>",
        item("the past", guid="p").replace("<pubDate>", "<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate><x>", 1),
        item("the future", guid="f", days_ago=-400),
        "<item><title>File</title><link>file:///etc/passwd</link><description>words</description></item>",
    )
    site.pages["/feed"] = Answer(feed(*odd))
    follow(library, site)
    found = {article.headline: article for article in library.articles()}
    assert found["[31mRed bold"].url is None
    assert found["File"].url is None
    assert found["Of the past"].published is None
    assert found["Of the future"].published is None
    assert again(library).added == 0


def test_a_disk_that_is_full_in_the_middle_loses_nothing(
    site: Site, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.pages["/feed"] = Answer(feed(item("rain", guid="1")), etag='"0"')
    follow(library, site)
    site.pages["/feed"] = Answer(feed(item("snow", guid="2"), item("rain", guid="1")), etag='"1"')

    def full(*_: object, **__: object) -> None:
        raise LibraryReadOnly("library.db: the disk is full")

    with monkeypatch.context() as disk:
        disk.setattr(Store, "add", full)
        with pytest.raises(LibraryReadOnly):
            again(library)
    assert headlines(library) == ["Of rain"]
    assert (again(library).added, headlines(library)) == (1, ["Of rain", "Of snow"])
