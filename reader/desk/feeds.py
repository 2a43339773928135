"""Feeds: following them, what they are called, in which group they are, refreshing them.

Here: `Feeds`, which a `Library` has, and how a feed is doing in words (`health`). Not here: fetching and matching
(ingest), tables (library). What loads the network and XML is imported where it is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

from reader.article import AddReport, Problem, Progress
from reader.desk.job import AddJob
from reader.desk.sync.servers import Servers
from reader.errors import NotFound, SourceError
from reader.ingest.events import DUE, REFRESH
from reader.library import Store
from reader.subscription import Subscription

OnProgress = Callable[[Progress], None]


class Feeds:
    """The feeds that a person follows. Errors are `ReaderError`s, one plain line each."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.servers = Servers(store)

    def all(self) -> list[Subscription]:
        """All of them, by group and name."""
        return self._store.feeds.all()

    def groups(self) -> list[str]:
        """The groups that they are in, in order."""
        return self._store.feeds.groups()

    def find(self, called: str) -> Subscription:
        """The feed of that number, name or address. Raises NotFound, also when several are called so."""
        feeds = self.all()
        folded = called.strip().casefold()
        if folded.isdigit():
            found = [one for one in feeds if one.id == int(folded[:18])]
        else:
            names = ((one, (one.name, one.title, one.address, one.address.rstrip("/"))) for one in feeds)
            found = [one for one, said in names if folded in {(name or "").casefold() for name in said}]
        if len(found) > 1:
            raise NotFound(f"{called}: {len(found)} feeds are called so; name one by its number")
        if not found:
            raise NotFound(f"{called}: no such feed; `reader feeds` lists them")
        return found[0]

    def add(
        self, address: str, *, group: str | None = None, name: str | None = None, whole: bool | None = None
    ) -> AddReport:
        """Follow the feed at an address, or the first that the page there names; store what it has.

        whole: whether items that only tease are completed from their pages. What cannot be read is in the report.
        """
        from reader.ingest.feeds import subscribing
        from reader.sources.web.fetching import Fetcher

        try:
            return subscribing.follow_named(self._store, Fetcher(), address, subscribing.Wish(group, name, whole))
        except SourceError as error:
            return AddReport(problems=(Problem(address, str(error)),))

    def add_listed(
        self,
        places: Sequence[str | Path],
        added: AddReport,
        *,
        on_progress: OnProgress | None = None,
        workers: int | None = 1,
    ) -> AddReport:
        """Fetch the pages that exports among these files list without their texts, and add them with their marks.

        added: what adding these files did; what it says of links holds no longer. workers: as for `Library.add`.
        """
        from reader.ingest.web import listed
        from reader.ingest.workers import Workers
        from reader.sources.exports import NO_TEXT
        from reader.sources.listed import listed_in

        found = []
        for place in (Path(place) for place in places if Path(place).is_file()):
            with suppress(SourceError):  # adding has said it
                found += listed_in(place)
        report = replace(added, problems=tuple(one for one in added.problems if not one.message.endswith(NO_TEXT)))
        return report + listed.add(self._store, found, on_progress, Workers(workers))

    def refresh(
        self,
        numbers: Sequence[int] | None = None,
        *,
        due: bool = False,
        on_progress: OnProgress | None = None,
        workers: int | None = 1,
    ) -> AddReport:
        """Ask these feeds (None: all) and store what is new. due: only those that are worth asking by now.

        Feeds that have ended, and those whose server wants us to wait, are asked only if they are named; a wait that a
        server wants is kept even so. All: servers that ask feeds for the person are synced with as well. workers: as
        for `Library.add`.
        """
        from reader.ingest.feeds.refresh import refresh_all

        if numbers is None and self.servers.all():
            from reader.ingest.sync.syncing import refresh_everything

            return refresh_everything(self._store, due=due, on_progress=on_progress, workers=workers)
        return refresh_all(self._store, numbers, due=due, on_progress=on_progress, workers=workers)

    def refresh_in_background(self, *, due: bool = False) -> AddJob:
        """Ask all feeds (due: those worth asking) in a child process, while this one goes on reading."""
        return AddJob(self._store.path, [REFRESH, DUE] if due else [REFRESH])

    def is_empty(self) -> bool:
        """Whether there is nothing to ask: no feed is followed, and there is no server to sync with."""
        return not self.all() and not self.servers.all()

    def rename(self, number: int, name: str | None) -> int:
        """Call a feed otherwise (None: as it calls itself); its articles' outlet with it. Returns how many changed.

        Outlets that were set by hand before stay as they are.
        """
        feed = self._store.feeds.get(number)
        self._store.feeds.change(number, name=name)
        outlet = name or feed.title
        changed = 0
        for id_ in self._store.feeds.articles(number):
            article = self._store.article(id_)
            if outlet is None or article.outlet == outlet or article.outlet not in (feed.name, feed.title, None):
                continue
            with self._store.transaction():
                self._store.correct(id_, {"outlet": outlet if outlet != feed.title else None})
                self._store.put(self._store.document(id_), replace(article, outlet=outlet))
            changed += 1
        return changed

    def move(self, number: int, group: str) -> None:
        """Put a feed into a group; empty: none."""
        self._store.feeds.change(number, group=group)

    def complete(self, number: int, whole: bool) -> None:
        """Whether its items that only tease are completed from their pages."""
        self._store.feeds.change(number, whole=whole)

    def remove(self, number: int, *, articles: bool = False) -> int:
        """Follow a feed no longer. articles: take its articles out, too, but those that are starred or tagged.

        Returns how many articles were taken out.
        """
        ids = self._store.feeds.articles(number) if articles else []
        self._store.feeds.unsubscribe(number)
        return self._store.remove(ids)

    def import_list(self, file: str | Path) -> AddReport:
        """Follow the feeds of a list: OPML, or newsboat's `urls`. Nothing is asked yet; `added` counts feeds.

        Those that are followed already stay as they are. Raises SourceError for a file that is no list.
        """
        from reader.sources.feeds import lists
        from reader.sources.web.connecting import is_private_name

        added = known = 0
        problems: list[Problem] = []
        data = _whole(file)
        try:
            listed = list(lists.read_list(data, str(file)))
        except SourceError as error:
            raise SourceError(f"{file}: {error}") from None
        for one in listed:
            if isinstance(one, Problem):
                problems.append(one)
            elif self._store.feeds.at(one.address) is not None:
                known += 1
            else:
                private = is_private_name(one.address)
                self._store.feeds.subscribe(one.address, name=one.name, group=one.group, private=private)
                added += 1
        return AddReport(added=added, unchanged=known, problems=tuple(problems))

    def as_opml(self) -> str:
        """All feeds as OPML, which every other reader takes."""
        from reader.sources.feeds import lists

        return lists.as_opml(self.all())

    def of_article(self, article_id: int) -> tuple[list[str], list[str]]:
        """The feeds that have an article, by name, and the addresses at which it stands. Raises NotFound."""
        return self._store.feeds.of_article(self._store.identity(article_id))


def _whole(file: str | Path) -> bytes:
    from reader.sources.files import opened, reason, whole

    try:
        with opened(Path(file)) as (data, _):
            return whole(data)
    except (OSError, ValueError) as error:
        raise SourceError(f"{file}: {reason(error)}") from None


def health(feed: Subscription, now: datetime | None = None) -> str:
    """How often something comes, what is wrong, when it was read and is asked next; what matters most comes first."""
    now = now or datetime.now(timezone.utc)
    parts: list[str] = []
    if feed.ended:
        parts.append(f"ended: {feed.ended}")
    elif feed.error:
        parts.append(f"{feed.error} ({feed.failures}×)" if feed.failures > 1 else feed.error)
    seldom = "under 1 a week" if feed.articles else "no articles"
    parts.append(f"{feed.a_week:.0f} a week" if feed.a_week >= 1 else seldom)
    if feed.server is not None:
        return " · ".join([*parts, "asked by your server"])
    if feed.succeeded is not None:
        ago = _long((now - feed.succeeded).total_seconds())
        parts.append(f"read {ago} ago" if ago else "read just now")
    elif not feed.error:
        parts.append("not read yet")
    later = max(filter(None, (feed.due, feed.wait_until)), default=None)
    if later is not None and not feed.ended:
        ahead = _long((later - now).total_seconds())
        parts.append(f"next in {ahead}" if ahead else "next now")
    return " · ".join(parts)


def _long(seconds: float) -> str:
    """A time in whole days, hours or minutes, these to the nearest; empty: under one."""
    nearest = seconds + 30
    for unit, size in (("d", 86_400), ("h", 3600), ("min", 60)):
        if nearest >= size:
            return f"{int(nearest // size)} {unit}"
    return ""
