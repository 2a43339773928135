"""Marks: what waits in the outbox is told to the server, what the server has since then is taken over.

Here: lists compared, and what is new in them. Not here: which side counts (`reader.library.sync.servers`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from reader.library import Store
from reader.library.sync.servers import State, What
from reader.moments import now
from reader.sources.sync.server import ALL, AT_ONCE, READ, STARRED, Server
from reader.sources.web.fetching import FetchError
from reader.subscription import Account

_KINDS: tuple[tuple[What, bool], ...] = (("read", True), ("read", False), ("starred", True), ("starred", False))
_NOT_TAKEN = (400, 422)
"""What servers answer where it is the items' fault."""
_PATIENCE = 20
"""Marks that a server may refuse one by one before it is the server's fault."""


@dataclass(frozen=True, slots=True)
class Lists:
    """What the server has."""

    taken: int
    """Marks that changed here."""
    new: list[str]
    """Items that have not come in yet, the newest first."""


def tell(store: Store, account: Account, server: Server, told: Callable[[int], None]) -> int:
    """Tell the server of all marks that wait. Returns how many it refuses, which go on waiting. Raises FetchError.

    told: called with how many it has just confirmed.
    """
    refused = 0
    for what, value in _KINDS:
        after = ""
        while some := store.servers.waiting(account.id, what, value, AT_ONCE, after):
            after = some[-1]
            refused += _tell_some(store, account, server, some, what, value, told)
            if refused > _PATIENCE:
                raise FetchError("the server refuses marks", status=400)
    return refused


def _tell_some(
    store: Store,
    account: Account,
    server: Server,
    some: Sequence[str],
    what: What,
    value: bool,
    told: Callable[[int], None],
) -> int:
    """Tell of some items; where the server refuses them, of each half. Returns how many it refuses."""
    try:
        server.mark(some, what, value)
    except FetchError as error:
        if error.status not in _NOT_TAKEN:
            raise
        if len(some) == 1:
            return 1
        refused = 0
        for part in (some[: len(some) // 2], some[len(some) // 2 :]):
            refused += _tell_some(store, account, server, part, what, value, told)
            if refused > _PATIENCE:
                break
        return refused
    store.servers.confirmed(account.id, what, value, some)
    told(len(some))
    return 0


def take_over(store: Store, account: Account, server: Server) -> Lists:
    """Compare what the server has with what was agreed upon, and take over what is new. Raises FetchError, Overtaken.

    The list of everything comes first: what arrives between two lists is then in the later one only, and known by that
    to be unread, where it would pass for read the other way round.
    """
    turn = store.servers.begin(account.id)
    everything = server.items(ALL)
    unread = server.items(ALL, without=READ)
    starred = server.items(STARRED)
    since = now() - timedelta(days=account.days)
    recent = server.items(ALL, since=int(since.timestamp())) if account.days else set()
    known = store.servers.known(account.id)
    there = everything | unread | starred
    states = {
        item: state
        for item, old in known.items()
        if item in there and (state := State(item not in unread, item in starred)) != old.state
    }
    taken = store.servers.take_over(account.id, turn, states)
    missed = [item for item in known if item not in there]
    found = [item for item, old in known.items() if old.missed and item in there]
    store.servers.note_missed(account.id, turn, missed, found)
    new = sorted((unread | starred | (recent & there)) - known.keys(), key=_age)
    return Lists(taken, new)


def _age(item: str) -> tuple[int, str]:
    """Servers count upwards: the newest first."""
    return (-int(item), "") if item.lstrip("-").isdigit() else (0, item)
