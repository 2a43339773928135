"""Items of a server become articles, as those of feeds do.

Here: asking for contents, and which article each item became. Not here: matching and storing (`reader.ingest.feeds`,
the assembly line), marks of items that are here already (`marking`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timezone

from reader.article import AddReport, Progress
from reader.ingest import assembly
from reader.ingest.feeds.refresh import refresh
from reader.ingest.reading import OnProgress
from reader.ingest.workers import Workers
from reader.library import Store
from reader.library.sync.servers import NewItem, State
from reader.moments import now
from reader.sources import feeds
from reader.sources.fields import bare_address
from reader.sources.sync import answers
from reader.sources.sync.answers import Arrived
from reader.sources.sync.server import AT_ONCE, Server
from reader.sources.web.addresses import identity_of
from reader.sources.web.fetching import Fetcher
from reader.subscription import Account, Subscription

_FIRST, _PORTION = 50, 2 * AT_ONCE
"""Items that are in memory, and stored, at a time: a few at first, so that there is something to read, then more."""


@dataclass(frozen=True, slots=True)
class Arriving:
    """What bringing items in needs."""

    store: Store
    account: Account
    server: Server
    streams: Mapping[str, Subscription]
    """The feeds of the server by what it calls them."""
    labels: frozenset[str]
    """Those of articles, which become tags."""
    fetcher: Fetcher
    """For the pages of items that only tease."""
    workers: Workers | None = None
    on_progress: OnProgress | None = None

    def bring_in(self, names: Sequence[str], done: Callable[[int], None]) -> AddReport:
        """Store these items, and which article each became. done: called with how many just were. Raises FetchError."""
        report = AddReport()
        start, size = 0, _FIRST
        while some := names[start : start + size]:
            report += self._store(list(self._asked(some)))
            done(len(some))
            start, size = start + size, _PORTION
        return report

    def _asked(self, names: Sequence[str]) -> Iterator[Arrived]:
        moment = now()
        wanted = set(names)
        for start in range(0, len(names), AT_ONCE):
            for one in answers.items(self.server.contents(names[start : start + AT_ONCE]), moment):
                if one.name in wanted:
                    wanted.discard(one.name)
                    yield one

    def _store(self, arrived: Sequence[Arrived]) -> AddReport:
        by_feed: dict[int, list[Arrived]] = defaultdict(list)
        followed = {one.id: one for one in self.streams.values()}
        homeless: list[Arrived] = []
        for one in arrived:
            feed = self.streams.get(one.stream or "")
            if feed is None:
                homeless.append(one)
            else:
                by_feed[feed.id].append(one)
        brought = {
            number: feeds.Feed(title=followed[number].title, home=followed[number].home, items=_newest_first(items))
            for number, items in by_feed.items()
        }
        report = refresh(
            self.store,
            [followed[number] for number in brought],
            fetcher=self.fetcher,
            brought=brought,
            on_progress=self._worked_out if self.on_progress else None,
            workers=self.workers,
        )
        identities: dict[str, str] = {}
        for number, items in by_feed.items():
            known = self.store.feeds.items(number, [one.item.key for one in items])
            identities |= {one.name: known[one.item.key].identity for one in items if one.item.key in known}
        report += self._store_homeless(homeless, identities)
        came = [NewItem(one.name, identities.get(one.name, ""), State(one.read, one.starred)) for one in arrived]
        self.store.servers.came_in(self.account.id, came)
        self._tag(arrived, identities)
        return report

    def _store_homeless(self, arrived: Sequence[Arrived], identities: dict[str, str]) -> AddReport:
        """Store items of feeds that the server does not follow any more: starred ones, mostly."""
        bare = {one.name: bare_address(one.item.url) for one in arrived if one.item.url}
        standing = self.store.feeds.standing_at(bare.values())
        documents = []
        for one in arrived:
            there = standing.get(bare.get(one.name, ""))
            address = one.item.url
            identity = there or (identity_of(address) if address else f"{self.account.address}#{one.name}")
            item = replace(one.item, outlet=one.origin)
            document = feeds.document_of(
                item, identity=identity, source=address or self.account.address, outlet=one.origin
            )
            if there is None and self.store.stamp(identity) is None and document.text:
                documents.append(document)
            identities[one.name] = identity
        report = assembly.add_documents(self.store, documents, self.workers) if documents else AddReport()
        self.store.feeds.stand((bare[one.name], identities[one.name]) for one in arrived if one.name in bare)
        return report

    def _tag(self, arrived: Sequence[Arrived], identities: Mapping[str, str]) -> None:
        """Labels that articles have on the server become tags of those that have none here."""
        for one in arrived:
            tags = [name for name in one.labels if name in self.labels]
            taught = self.store.taught(identities.get(one.name, "")) if tags else None
            if taught is not None and not self.store.entries([taught[0]])[0].tags:
                self.store.mark([taught[0]], tags=tags)

    def _worked_out(self, progress: Progress) -> None:
        if self.on_progress and progress.step in ("indexing", "working out"):
            self.on_progress(progress)


def _newest_first(arrived: Sequence[Arrived]) -> tuple[feeds.Item, ...]:
    """As feeds have them; those without a date first."""
    latest = datetime.max.replace(tzinfo=timezone.utc)
    dated = sorted(arrived, key=lambda one: _moment(one, latest), reverse=True)
    return tuple(one.item for one in dated)


def _moment(one: Arrived, latest: datetime) -> datetime:
    return one.item.published if isinstance(one.item.published, datetime) else latest
