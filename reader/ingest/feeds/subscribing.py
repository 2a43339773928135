"""Following a feed: from an address that is one, or names one, to its first articles.

Not here: refreshing what is followed (`refresh`), lists of feeds (`reader.sources.feeds.opml`).
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.article import AddReport, Problem
from reader.errors import SourceError
from reader.ingest.feeds.refresh import refresh
from reader.ingest.workers import Workers
from reader.library import Store
from reader.moments import now
from reader.sources import feeds
from reader.sources.web.addresses import host_of, normal
from reader.sources.web.fetching import Fetched, Fetcher
from reader.sources.web.pages import NamedFeed, named_feeds, page


@dataclass(frozen=True, slots=True)
class Wish:
    """How a feed is to be followed."""

    group: str | None = None
    """None: as it is."""
    name: str | None = None
    whole: bool | None = None


def ask(fetcher: Fetcher, address: str) -> Fetched:
    """What stands at an address that the person named: it may be one of this machine or its network."""
    return fetcher.fetch(address, private=frozenset({host_of(normal(address))}))


def follow(
    store: Store,
    fetcher: Fetcher,
    address: str,
    fetched: Fetched,
    wish: Wish | None = None,
    *,
    workers: Workers | None = None,
) -> AddReport:
    """Follow the feed that was fetched from an address, and store what it has. Raises SourceError when it is none."""
    feed = feeds.parse(fetched.data, address=fetched.address, now=now(), charset=fetched.charset)
    wish = wish or Wish()
    said = {"group": wish.group, "name": wish.name, "whole": wish.whole}
    where = fetched.moved_to or normal(address)
    known = store.feeds.at(where) is not None
    number = store.feeds.subscribe(
        where,
        title=feed.title,
        home=feed.home,
        private=fetched.private,
        **{name: value for name, value in said.items() if value is not None},
    )
    subscription = store.feeds.get(number)
    report = refresh(store, [subscription], fetcher=fetcher, fetched={number: fetched}, workers=workers)
    words = "followed already" if known else "now followed"
    note = f"the feed {subscription.shown!r}, {words} as feed {number}"
    if feed.not_articles:
        note += f"; it is one of {feed.not_articles}, not of articles"
    return report + AddReport(problems=(Problem(where, note, note=True),))


def follow_named(store: Store, fetcher: Fetcher, address: str, wish: Wish | None = None) -> AddReport:
    """Follow the feed at an address, or the one that the page there names. Raises SourceError."""
    fetched = ask(fetcher, address)
    if feeds.is_feed(fetched.data):
        return follow(store, fetcher, address, fetched, wish)
    named = named_feeds(page(fetched, now()).text, fetched.address)
    return follow_one(store, fetcher, address, named, wish)


def follow_one(
    store: Store, fetcher: Fetcher, address: str, named: list[NamedFeed], wish: Wish | None = None
) -> AddReport:
    """Follow the feed that a page names; of several the first, and the others are said. Raises SourceError."""
    if not named:
        raise SourceError("a page that names no feed")
    first, *others = named
    private = frozenset({host_of(normal(address))})
    try:
        report = follow(store, fetcher, first.address, fetcher.fetch(first.address, private=private), wish)
    except SourceError as error:
        raise SourceError(f"names a feed: {first.address}: {error}") from None
    return report + AddReport(problems=tuple(Problem(address, f"also {said(one)}", note=True) for one in others))


def said(named: NamedFeed) -> str:
    """What is said of a feed that a page names."""
    return f"names a feed: {named.address}" + (f" ({named.title})" if named.title else "")
