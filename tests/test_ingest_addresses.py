"""Addresses that a person adds: pages, feeds, and what is neither."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_support import run
from web_support import Answer, Site, site

from reader.desk import Library

__all__ = ["site"]

BODY = "".join(
    f"<p>The river at Velm rose again on day {day}, and those who live beside it carried up the hill what they could, "
    f"said Ada Brunt, who has kept the lock for {day + 20} years.</p>"
    for day in range(1, 8)
)
PAGE = (
    '<html lang="en"><head><title>River rises again</title><link rel="alternate" type="application/rss+xml" '
    'title="Velm Post" href="/feed"></head><body><nav><a href="/">Home</a></nav><article><h1>River rises again</h1>'
    f"{BODY}</article></body></html>"
).encode()
FEED = f"""<rss version="2.0"><channel><title>Velm Post</title><link>/</link>
<item><title>Bridge opens</title><link>/bridge?utm_source=rss</link><guid>b1</guid><author>a@b.example (Ada Brunt)</author>
<pubDate>Mon, 07 Nov 2022 10:37:00 +0100</pubDate><description><![CDATA[{BODY}]]></description></item>
<item><title>Lock closes</title><description>The lock at Velm closes for the winter.</description></item>
</channel></rss>""".encode()


def test_a_page_is_added_by_its_address(site: Site, library: Library) -> None:
    site.pages["/a"] = Answer(PAGE, headers={"Content-Type": "text/html"})
    report = library.add([site.url("/a")])
    assert (report.added, [one.note for one in report.problems]) == (1, [True])
    article = library.article(report.ids[0])
    assert (article.headline, article.url) == ("River rises again", site.url("/a"))
    assert "day 7" in article.text
    assert library.id_of(site.url("/a?utm_source=x")) == article.id


def test_the_feeds_that_it_names_are_said(site: Site, tmp_path: Path) -> None:
    site.pages["/a"] = Answer(PAGE)
    done = run("add", site.url("/a"), "--library", tmp_path / "l.db")
    assert done.returncode == 0
    assert f"{site.url('/a')}: names a feed: {site.url('/feed')} (Velm Post)" in done.stderr


def test_a_feed_that_is_followed_is_not_offered(site: Site, library: Library) -> None:
    site.pages["/a"], site.pages["/feed"] = Answer(PAGE), Answer(FEED)
    library.add([site.url("/feed")])
    (note,) = library.add([site.url("/a")]).problems
    assert note.message == f"names a feed: {site.url('/feed')} (Velm Post), followed already as feed 1"
    assert note.offer == ""


def test_a_page_that_has_not_changed_is_not_added_again(site: Site, library: Library) -> None:
    site.pages["/a"] = Answer(PAGE)
    library.add([site.url("/a")])
    assert library.add([site.url("/a")]).unchanged == 1


def test_what_a_feed_says_of_its_items_is_kept(site: Site, library: Library) -> None:
    site.pages["/feed"] = Answer(FEED, headers={"Content-Type": "text/html"})
    report = library.add([site.url("/feed")])
    bridge, lock = sorted((library.article(number) for number in report.ids), key=lambda one: one.headline or "")
    assert (bridge.headline, bridge.outlet, bridge.byline) == ("Bridge opens", "Velm Post", "Ada Brunt")
    assert str(bridge.published) == "2022-11-07 10:37:00+01:00"
    assert "day 7" in bridge.text
    assert (lock.headline, lock.published) == ("Lock closes", None)
    assert library.reclean().problems == ()
    assert library.article(bridge.id or 0).headline == "Bridge opens"


def test_what_cannot_be_added_is_one_line_each_and_the_rest_is_added(site: Site, tmp_path: Path) -> None:
    site.pages["/a"] = Answer(PAGE)
    site.pages["/picture"] = Answer(b"\x89PNG\r\n\x1a\n" + b"\0" * 99)
    site.pages["/opml"] = Answer(b'<opml version="2.0"><body></body></opml>')
    text = tmp_path / "a.txt"
    text.write_text("It rained in Velm on Monday, and the river that runs through the town rose again by a metre.\n")
    done = run(
        "add", site.url("/no"), site.url("/picture"), text, "gopher://x", site.url("/a"), "--library", tmp_path / "l.db"
    )
    assert (done.returncode, done.stdout) == (1, "2 added\n")
    said = done.stderr.splitlines()
    assert len(said) == 4
    assert any("(404)" in line for line in said)
    assert any("looks like a PNG picture" in line for line in said)
    assert any("only addresses with http and https are read, not gopher" in line for line in said)


@pytest.mark.parametrize("ending", ["", "\n"])
def test_a_page_may_be_longer_than_its_article(site: Site, library: Library, ending: str) -> None:
    site.pages["/a"] = Answer(PAGE + ending.encode() * 100_000)
    assert library.add([site.url("/a")]).added == 1


def test_of_the_front_of_a_site_the_feed_is_offered_and_nothing_is_kept(site: Site, tmp_path: Path) -> None:
    links = "".join(f'<li><a href="/{number}">Council decides on bridge {number}</a></li>' for number in range(9))
    head = '<head><title>Velm Post</title><link rel="alternate" type="application/rss+xml" href="/feed"></head>'
    site.pages["/"] = Answer(f"<html>{head}<body><ul>{links}</ul></body></html>".encode())
    done = run("add", site.url("/"), "--library", tmp_path / "l.db")
    assert (done.returncode, done.stdout) == (0, "nothing to add\n")
    assert "names a feed" in done.stderr
