"""Feeds of a server and feeds here: followed, left, renamed and moved on both sides."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from greader_support import Reader, each, flux, rss
from sync_support import here, join, known_password, notes, problems, put, sync, velm

from reader.desk import Library

__all__ = ["each", "flux", "known_password", "rss", "velm"]


def test_a_feed_followed_here_is_followed_there(each: Reader, velm: str, library: Library) -> None:
    _follow(library, "https://olm.example/before")
    join(library, each)
    sync(library)
    _follow(
        library,
        "https://olm.example/feed",
        name="The Gazette",
        group="Papers",
        added=datetime.now(timezone.utc) + timedelta(minutes=1),
    )
    sync(library)
    assert [(one.address, one.title, one.label) for one in each.feeds.values()][1:] == [
        ("https://olm.example/feed", "The Gazette", "Papers")
    ]
    assert [feed.server for feed in library.feeds.all()] == [1, 1, None]


def _follow(library: Library, address: str, **said: object) -> int:
    number = library._store.feeds.subscribe(address)
    library._store.feeds.change(number, **{"added": datetime(2022, 11, 7, tzinfo=timezone.utc), **said})
    return number


def test_feeds_followed_before_are_told_of_if_the_person_wants_it(rss: Reader, library: Library) -> None:
    _follow(library, "https://olm.example/feed")
    join(library, rss, feeds=True)
    sync(library)
    assert [one.address for one in rss.feeds.values()] == ["https://olm.example/feed"]
    (feed,) = library.feeds.all()
    assert (feed.server, feed.group) == (1, "Uncategorized")


def test_a_feed_that_the_server_does_not_take_is_asked_from_here(rss: Reader, library: Library) -> None:
    rss.unreadable.add("https://olm.example/feed")
    _follow(library, "https://olm.example/feed")
    join(library, rss, feeds=True)
    assert "not followed by the server, but asked from here: the server refuses that (400)" in notes(sync(library))
    assert notes(sync(library)) == ""
    assert library.feeds.all()[0].server is None


def test_feeds_of_this_network_are_not_told_of_to_a_server_elsewhere(rss: Reader, library: Library) -> None:
    _follow(library, "http://192.168.1.2/feed", private=True)
    join(library, rss, feeds=True)
    library._store.servers.change(1, private=False)
    (account,) = library._store.servers.all()
    assert not account.private
    library._store.servers.change(1, private=True)
    sync(library)
    assert len(rss.feeds) == 1  # this one stands on the same network


def test_a_feed_left_here_is_left_there_and_its_articles_stay(each: Reader, velm: str, library: Library) -> None:
    join(library, each)
    sync(library)
    library.feeds.remove(1)
    assert problems(sync(library)) == []
    assert (each.feeds, library.feeds.all()) == ({}, [])
    assert len(here(library)) == 2


def test_a_feed_left_and_followed_again_is_not_left_there(rss: Reader, library: Library) -> None:
    put(rss, "rain", rss.follow("https://velm.example/feed", "Velm Post"))
    join(library, rss)
    sync(library)
    library.feeds.remove(1)
    _follow(library, "https://velm.example/feed")
    sync(library)
    assert len(rss.feeds) == len(rss.entries) == 1
    assert [feed.server for feed in library.feeds.all()] == [1]


def test_a_feed_left_there_is_left_here_and_its_articles_stay(each: Reader, velm: str, library: Library) -> None:
    each.follow("https://olm.example/feed", "Olm Gazette")
    join(library, each)
    sync(library)
    del each.feeds[velm]
    assert "Velm Post: not followed any more, as on the server" in notes(sync(library))
    assert [feed.shown for feed in library.feeds.all()] == ["Olm Gazette"]
    assert len(here(library)) == 2


def test_of_two_feeds_of_one_address_that_the_server_has_the_other_stays_when_one_is_left(
    rss: Reader, library: Library
) -> None:
    post = rss.follow("https://velm.example/feed", "Velm Post")
    twin = rss.follow("https://velm.example/feed#force_feed", "Velm Twin")
    put(rss, "rain", post)
    join(library, rss)
    sync(library)
    assert len(library.feeds.all()) == 1
    del rss.feeds[twin]
    sync(library), sync(library)
    assert list(rss.feeds) == [post]
    assert len(rss.entries) == len(library.feeds.all()) == 1
    rss.follow("https://olm.example/feed", "Olm Gazette")
    del rss.feeds[post]
    sync(library)
    assert [feed.shown for feed in library.feeds.all()] == ["Olm Gazette"]


def test_a_server_that_lists_no_feeds_all_at_once_is_not_believed(rss: Reader, library: Library) -> None:
    rss.follow("https://velm.example/feed", "Velm Post")
    rss.follow("https://olm.example/feed", "Olm Gazette")
    join(library, rss)
    sync(library)
    rss.feeds.clear()
    assert problems(sync(library)) == ["the server lists no feeds any more; nothing was changed here"]
    assert len(library.feeds.all()) == 2


def test_names_and_groups_go_both_ways(each: Reader, velm: str, library: Library) -> None:
    join(library, each)
    sync(library)
    library.feeds.rename(1, "The Post")
    library.feeds.move(1, "Papers")
    sync(library), sync(library)
    assert (each.feeds[velm].title, each.feeds[velm].label) == ("The Post", "Papers")
    each.feeds[velm].title, each.feeds[velm].label = "Velm Daily", "Dailies"
    sync(library), sync(library)
    (feed,) = library.feeds.all()
    assert (feed.shown, feed.group) == ("Velm Daily", "Dailies")
    assert (each.feeds[velm].title, each.feeds[velm].label) == ("Velm Daily", "Dailies")


def test_a_group_that_the_server_does_not_let_a_feed_out_of_comes_back(flux: Reader, library: Library) -> None:
    flux.follow("https://velm.example/feed", "Velm Post", "Towns")
    join(library, flux)
    sync(library)
    library.feeds.move(1, "")
    sync(library)
    assert library.feeds.all()[0].group == "Towns"
