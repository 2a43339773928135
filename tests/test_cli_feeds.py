"""`reader feeds`, `reader refresh`, and feeds among what is added."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from cli_support import Done, run
from feeds_support import feed, item, page
from web_support import Answer, Site, site

from reader.cli import feeds as commands
from reader.desk.feeds import health
from reader.subscription import Subscription

__all__ = ["site"]
NOW = datetime(2026, 11, 30, 12, tzinfo=timezone.utc)


@pytest.fixture
def reader(tmp_path: Path) -> Callable[..., Done]:
    """The program on a library of its own."""
    return lambda *args: run(*args, "--library", tmp_path / "library.db")


@pytest.fixture
def followed(site: Site, reader: Callable[..., Done]) -> Callable[..., Done]:
    """The program on a library with one feed of two articles."""
    site.pages["/feed"] = Answer(feed(item("rain", link="/1", guid="1"), item("snow", link="/2", guid="2")))
    reader("add", site.url("/feed"))
    return reader


def test_adding_a_feed_says_what_it_is_and_follows_it(site: Site, reader: Callable[..., Done]) -> None:
    site.pages["/feed"] = Answer(feed(item("rain", guid="1")))
    done = reader("add", site.url("/feed"))
    assert (done.returncode, done.stdout) == (0, "1 added\n")
    assert "the feed 'Velm Post', now followed as feed 1" in done.stderr
    assert reader("feeds").stdout.startswith("   1  Velm Post  ")


def test_a_page_names_its_feed_and_subscribe_follows_it(site: Site, reader: Callable[..., Done]) -> None:
    link = b'<head><link rel="alternate" type="application/rss+xml" href="/feed">'
    site.pages["/1"] = Answer(page("rain").replace(b"<head>", link))
    site.pages["/feed"] = Answer(feed(item("snow", guid="2", link="/2")))
    offered = reader("add", site.url("/1"))
    assert f"names a feed: {site.url('/feed')}; `--subscribe` follows it" in offered.stderr
    assert site.paths() == ["/1"]
    assert reader("add", "--subscribe", site.url("/1")).stdout == "1 added, 1 unchanged\n"
    assert "Velm Post" in reader("feeds").stdout


def test_the_list_has_groups_and_health_and_json(site: Site, followed: Callable[..., Done]) -> None:
    site.pages["/other"] = Answer(feed(title="Olm Gazette"))
    followed("feeds", "add", site.url("/other"), "--group", "Towns", "--no-full-text")
    lines = followed("feeds", "list").stdout.splitlines()
    assert lines[0] == "Towns:"
    assert lines[1].startswith("   2  Olm Gazette  no articles · read just now · next in")
    assert lines[2] == "in no group:"
    told = [json.loads(line) for line in followed("feeds", "--json").stdout.splitlines()]
    assert [(one["name"], one["group"], one["full_text"], one["articles"]) for one in told] == [
        ("Olm Gazette", "Towns", False, 0),
        ("Velm Post", None, True, 2),
    ]


def test_refreshing_says_what_came(site: Site, followed: Callable[..., Done]) -> None:
    assert followed("refresh").stdout == "nothing new\n"
    site.pages["/feed"] = Answer(feed(item("hail", guid="3")))
    assert followed("refresh", "velm post").stdout == "1 added\n"
    site.pages["/feed"] = Answer(status=500)
    done = followed("refresh", "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["problems"] == [{"place": "Velm Post", "message": "the server has trouble (500)"}]
    assert "the server has trouble (500)" in followed("feeds").stdout


def test_an_item_whose_page_cannot_be_reached_is_nothing_new_the_second_time(
    site: Site, reader: Callable[..., Done]
) -> None:
    site.pages["/1"] = Answer(status=503)
    site.pages["/feed"] = Answer(feed(item("rain", link=site.url("/1"), guid="1", content="It rained in Velm …")))
    assert reader("add", site.url("/feed")).stdout == "1 added\n"
    asked = len(site.asked)
    assert reader("refresh").stdout == "nothing new\n"
    assert site.paths()[asked:] == ["/feed", "/1"]


def test_a_feed_that_a_page_names_and_that_is_not_there_is_named(site: Site, reader: Callable[..., Done]) -> None:
    link = b'<head><link rel="alternate" type="application/rss+xml" href="/none">'
    site.pages["/"] = Answer(page("rain").replace(b"<head>", link))
    done = reader("feeds", "add", site.url("/"))
    assert f"names a feed: {site.url('/none')}: there is nothing at that address (404)" in done.stderr


def test_refreshing_goes_on_until_it_is_stopped(
    site: Site, followed: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(commands.time, "sleep", sleep)
    done = followed("refresh", "--every", "30m", "--json")
    assert (done.returncode, slept) == (0, [1800, 1800])
    assert [json.loads(line)["added"] for line in done.stdout.splitlines()] == [0, 0]
    assert "stopped; what came in stays" in done.stderr
    assert len(site.asked) == 1, "the feed was not due"


@pytest.mark.parametrize("said", ["soon", "30", "1s", "-3m", "9999999999m", "999999d"])
def test_a_time_that_is_none_is_wrong_usage(followed: Callable[..., Done], said: str) -> None:
    assert followed("refresh", f"--every={said}").returncode == 2


def test_feeds_are_renamed_moved_and_set(followed: Callable[..., Done]) -> None:
    assert followed("feeds", "rename", "Velm Post", "The Post").stdout == (
        "Velm Post is now called The Post; 2 articles changed\n"
    )
    assert followed("feeds", "move", "the post", "Towns").stdout == "The Post is in Towns\n"
    assert followed("feeds", "set", "1", "--no-full-text").stdout.startswith("The Post: items that only tease are left")
    told = json.loads(followed("feeds", "--json").stdout)
    assert (told["name"], told["title"], told["group"], told["full_text"]) == ("The Post", "Velm Post", "Towns", False)
    assert "The Post" in followed("list").stdout


def test_a_feed_is_removed_with_or_without_its_articles(site: Site, followed: Callable[..., Done]) -> None:
    assert followed("feeds", "remove", "1").stdout == "Velm Post is not followed any more; its articles stay\n"
    assert len(followed("list").stdout.splitlines()) == 2
    followed("add", site.url("/feed"))
    assert followed("feeds", "remove", "Velm Post", "--articles", "delete").stdout == (
        "Velm Post is not followed any more; 2 articles deleted\n"
    )


def test_what_names_no_feed_is_said(reader: Callable[..., Done], followed: Callable[..., Done]) -> None:
    for args in (("remove", "7"), ("rename", "nobody", "x"), ("move", "https://velm.example", "x")):
        done = followed("feeds", *args)
        assert (done.returncode, "no such feed" in done.stderr) == (1, True)
    assert "no such feed" in followed("refresh", "7").stderr


def test_without_feeds_there_is_nothing_to_refresh(site: Site, reader: Callable[..., Done]) -> None:
    assert reader("refresh").returncode == 1
    site.pages["/1"] = Answer(page("rain"))
    reader("add", site.url("/1"))
    assert reader("feeds").stdout == "no feeds; `reader feeds add ADDRESS` follows one\n"
    assert "no feeds to refresh" in reader("refresh").stderr


def test_an_article_says_in_which_feeds_it_stands_and_when_it_was_updated(
    site: Site, followed: Callable[..., Done]
) -> None:
    site.pages["/other"] = Answer(feed(item("rain", link="/1?utm_source=x", guid="9"), title="Olm Gazette"))
    followed("add", site.url("/other"))
    site.pages["/feed"] = Answer(
        feed(item("rain", link="/1", guid="1", content="<p>Another text about rain.</p>" * 40))
    )
    followed("refresh", "1")
    number = next(line.split()[0] for line in followed("list").stdout.splitlines() if "rain" in line)
    shown = followed("show", number).stdout
    assert " · updated 20" in shown.splitlines()[1]
    assert shown.splitlines()[-1].startswith("In Olm Gazette, Velm Post; it stands at 127.0.0.1")
    assert json.loads(followed("show", number, "--json").stdout)["updated"]


def test_health_is_in_words() -> None:
    feed = Subscription(id=1, address="a", articles=9, a_week=3.2, succeeded=NOW - timedelta(hours=30), due=NOW)
    assert health(feed, NOW) == "3 a week · read 1 d ago · next now"
    bad = Subscription(id=1, address="a", error="no answer", failures=3, due=NOW + timedelta(minutes=90))
    assert health(bad, NOW) == "no answer (3×) · no articles · next in 1 h"
    ended = Subscription(id=1, address="a", articles=1, ended="gone", due=NOW)
    assert health(ended, NOW) == "ended: gone · under 1 a week · not read yet"


def test_a_list_is_imported_refreshed_and_exported(site: Site, reader: Callable[..., Done], tmp_path: Path) -> None:
    outlines = ""
    for number in range(50):
        site.pages[f"/{number}"] = Answer(feed(item(f"rain {number}", guid="1"), title=f"Feed {number:02}"))
        outlines += f'<outline text="Feed {number:02}" xmlUrl="{site.url(f"/{number}")}"/>'
    file = tmp_path / "feeds.opml"
    file.write_text(f'<opml version="2.0"><body><outline text="Towns">{outlines}</outline></body></opml>')
    assert reader("feeds", "import", file).stdout == "50 feeds followed; `reader refresh` brings their articles\n"
    assert site.asked == []
    assert reader("feeds", "import", file).stdout == "0 feeds followed, 50 feeds already\n"
    assert reader("refresh").stdout == "50 added\n"
    lines = reader("feeds").stdout.splitlines()
    assert (lines[0], len(lines)) == ("Towns:", 51)
    written = tmp_path / "written.opml"
    assert reader("feeds", "export", written).stdout == f"written to {written}\n"
    assert "exists already; --force overwrites it" in reader("feeds", "export", written).stderr
    assert reader("feeds", "export", written, "--force").returncode == 0
    nowhere = tmp_path / "none" / "written.opml"
    assert (
        reader("feeds", "export", nowhere).stderr == f"reader: {nowhere} cannot be written: No such file or directory\n"
    )
    assert written.read_text().count("xmlUrl") == reader("feeds", "export").stdout.count("xmlUrl") == 50


def test_a_list_from_which_something_is_left_out_says_what(reader: Callable[..., Done], tmp_path: Path) -> None:
    file = tmp_path / "urls"
    file.write_text('exec:rm -rf /\nhttps://velm.example/f "Towns"\n')
    done = reader("feeds", "import", file)
    assert (done.returncode, done.stdout.partition(";")[0]) == (0, "1 feed followed")
    assert "left out: exec:rm: nothing is run for a list" in done.stderr
    assert "no such file" in reader("feeds", "import", tmp_path / "none").stderr
    file.write_text("<html></html>")
    assert reader("feeds", "import", file).stderr.startswith(f"reader: {file}: not a list of feeds: ")
