"""A sync: the order of the work, what it did, what is noted of one that failed.

First the server is told what waits, then what it has is taken over, then new items come in; at last it is told what
that has brought up (an article that it has twice, a mark made here before its item came). Not here: those steps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from reader.article import AddReport, Problem, Progress
from reader.errors import SourceError
from reader.ingest.feeds.refresh import refresh_all
from reader.ingest.reading import OnProgress
from reader.ingest.sync import marking
from reader.ingest.sync.arriving import Arriving
from reader.ingest.sync.following import Following
from reader.ingest.workers import Workers
from reader.library import Store
from reader.library.sync.servers import Overtaken
from reader.moments import now
from reader.sources.sync import answers, passwords
from reader.sources.sync.passwords import Secret
from reader.sources.sync.server import Server
from reader.sources.web.fetching import Fetcher, FetchError
from reader.subscription import Account

_TRIES = 3
"""How often lists are fetched when another sync is quicker."""
_WAIT = timedelta(minutes=15)
_LONGEST_WAIT = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Synced:
    """What a sync did."""

    report: AddReport = field(default_factory=AddReport)
    sent: int = 0
    """Marks that servers have confirmed."""
    taken: int = 0
    """Marks that were made on servers, taken over."""

    def __add__(self, other: Synced) -> Synced:
        """What both did."""
        return Synced(self.report + other.report, self.sent + other.sent, self.taken + other.taken)


def sync_all(
    store: Store,
    numbers: Sequence[int] | None = None,
    *,
    fetcher: Fetcher | None = None,
    on_progress: OnProgress | None = None,
    workers: int | None = 1,
) -> Synced:
    """Sync with these accounts (None: all). What is the matter with one is in the report, and noted with it.

    A wait that a server wants is kept. workers: processes that share in the work, None: one a core. Raises LibraryError
    when nothing can be written.
    """
    done = Synced()
    team = Workers(workers)
    for account in store.servers.all():
        if numbers is not None and account.id not in numbers:
            continue
        moment = now()
        if account.wait_until is not None and account.wait_until > moment:
            why = f"not asked: it wants us to wait until {account.wait_until.astimezone():%Y-%m-%d %H:%M}"
            done += _said(account, why, note=True)
            continue
        one = _Sync(store, account, fetcher, on_progress, team)
        try:
            one.run()
        except SourceError as error:
            one.done += _failed(store, account, error, moment)
        except Overtaken as error:
            one.done += _said(account, str(error), note=True)
        else:
            fine: dict[str, Any] = {"failures": 0, "error": None, "wait_until": None}
            store.servers.change(account.id, tried=moment, succeeded=moment, **fine)
        done += one.done
    return done


def refresh_everything(
    store: Store, *, due: bool = False, on_progress: OnProgress | None = None, workers: int | None = 1
) -> AddReport:
    """Sync with all accounts, and ask the feeds that no server asks: see `sync_all` and `refresh_all`."""
    synced = sync_all(store, on_progress=on_progress, workers=workers).report
    return synced + refresh_all(store, due=due, on_progress=on_progress, workers=workers)


class _Sync:
    def __init__(
        self, store: Store, account: Account, fetcher: Fetcher | None, on_progress: OnProgress | None, team: Workers
    ) -> None:
        self.store, self.account, self.team = store, account, team
        self.fetcher = fetcher or Fetcher()
        self.server = open_server(account, fetcher)
        self.done = Synced()
        self._on_progress = on_progress
        self._so_far, self._total = 0, 0

    def run(self) -> None:
        self._expect(self.account.waiting)
        refused = self._tell()
        following = Following(self.store, self.account, self.server)
        try:
            streams = following.agree()
        finally:
            self.done += Synced(AddReport(problems=tuple(following.problems)))
        lists = self._taken_over()
        self._expect(len(lists.new))
        if lists.new:
            labels = frozenset(answers.tags(self.server.tags()) - {feed.group for feed in streams.values()})
            arriving = Arriving(
                self.store, self.account, self.server, streams, labels, self.fetcher, self.team, self._on_progress
            )
            self.done += Synced(arriving.bring_in(lists.new, self._step))
        if refused or self.store.servers.get(self.account.id).waiting:
            refused = self._tell()
        if refused:
            self.done += _said(self.account, f"does not take {refused:,} of the marks made here", note=True)

    def _tell(self) -> int:
        def told(count: int) -> None:
            self.done += Synced(sent=count)
            self._step(count)

        return marking.tell(self.store, self.account, self.server, told)

    def _taken_over(self) -> marking.Lists:
        for left in reversed(range(_TRIES)):
            try:
                lists = marking.take_over(self.store, self.account, self.server)
                break
            except Overtaken:
                if not left:
                    raise
        self.done += Synced(taken=lists.taken)
        return lists

    def _expect(self, count: int) -> None:
        self._total += count
        self._step(0)

    def _step(self, count: int) -> None:
        self._so_far += count
        if self._on_progress:
            total = max(self._total, self._so_far)
            self._on_progress(Progress(self._so_far, total, self.account.shown, "syncing"))


def open_server(account: Account, fetcher: Fetcher | None = None) -> Server:
    """The server of an account; its password is asked for when it is needed."""

    def word() -> str:
        return passwords.password(Secret.from_text(account.secret), account.address, account.user)

    return Server(account.address, account.user, word, private=account.private, fetcher=fetcher)


def _failed(store: Store, account: Account, error: SourceError, moment: datetime) -> Synced:
    """Note why a sync failed. Without a network nothing is held against a server."""
    refused = error if isinstance(error, FetchError) else FetchError(str(error))
    if refused.offline:
        return _said(account, f"not reached: {error}", note=True)
    wait: datetime | None = None
    if refused.retry_after is not None:
        wait = moment + min(timedelta(seconds=refused.retry_after), _LONGEST_WAIT)
    elif refused.status == 429:
        wait = moment + _WAIT
    store.servers.change(account.id, tried=moment, failures=account.failures + 1, error=str(error), wait_until=wait)
    waiting = store.servers.get(account.id).waiting
    later = f"; {waiting:,} marks made here are sent the next time" if waiting else ""
    return _said(account, f"{error}{later}")


def _said(account: Account, why: str, *, note: bool = False) -> Synced:
    return Synced(AddReport(problems=(Problem(account.shown, why, note=note),)))
