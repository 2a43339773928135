"""Servers that a person syncs with: added, listed, removed, synced with, and how they are doing in words.

Not here: the sync itself (ingest), tables (library). What loads the network is imported where it is needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timezone
from functools import partial
from typing import TYPE_CHECKING

from reader.errors import NotFound, SourceError
from reader.library import Store
from reader.reports import count_of
from reader.subscription import Account

if TYPE_CHECKING:
    from reader.ingest.reading import OnProgress
    from reader.ingest.sync.syncing import Synced
    from reader.sources.sync.server import Server


class Servers:
    """The servers that a person syncs with. Errors are `ReaderError`s, one plain line each, without any password."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> list[Account]:
        """All of them, the oldest first."""
        return self._store.servers.all()

    def find(self, called: str) -> Account:
        """The server of that number, address, host, or `NAME at HOST`. Raises NotFound."""
        folded = called.strip().casefold().rstrip("/")
        accounts = self.all()
        names = [(one, {str(one.id), one.address.casefold(), one.shown.casefold(), _host(one)}) for one in accounts]
        found = [one for one, said in names if folded in said]
        if not found:
            raise NotFound(f"{called}: no such server; `reader sync list` lists them")
        if len(found) > 1:
            raise NotFound(f"{called}: {len(found)} servers are called so; name one by its number")
        return found[0]

    def add(
        self,
        address: str,
        user: str,
        *,
        password: str | None = None,
        command: Sequence[str] = (),
        variable: str = "",
        days: int = 30,
        feeds: bool = False,
    ) -> Account:
        """Log in to a server, and remember it. Raises SourceError when it does not let us in or is none.

        The password is kept in the system's keyring, unless it comes from a command (its arguments; no shell) or an
        environment variable. days: how old what is read there may be to come in. feeds: the feeds that are followed
        here already are to be followed there as well.
        """
        from reader.sources.sync import passwords
        from reader.sources.sync.passwords import NoPassword, Secret

        secret = Secret(tuple(command), variable)
        if password is not None and (command or variable):
            raise NoPassword("a password is given, or a command or variable that gives it, not both")
        server = _that_lets_in(address, user, secret, password)
        if password is not None:
            passwords.keep(server.address, user, password)
        number = self._store.servers.add(
            server.address, user, secret=secret.to_text(), private=server.is_private, days=days
        )
        if feeds:
            for one in self._store.servers.to_be_told(number, all_=True):
                self._store.servers.put_feed(number, self._store.feeds.get(one).address, feed_id=one)
        return self._store.servers.get(number)

    def remove(self, number: int) -> None:
        """Sync with a server no longer. Articles, marks and feeds stay; its feeds are asked from here then."""
        from reader.sources.sync import passwords
        from reader.sources.sync.passwords import NoPassword, Secret

        account = self._store.servers.get(number)
        self._store.servers.remove(number)
        if Secret.from_text(account.secret) == Secret():
            try:
                passwords.keep(account.address, account.user, None)
            except NoPassword as error:
                raise NoPassword(
                    f"the server is removed, but its password may be in the keyring still: {error}"
                ) from None

    def sync(
        self,
        numbers: Sequence[int] | None = None,
        *,
        on_progress: OnProgress | None = None,
        workers: int | None = 1,
    ) -> Synced:
        """Sync with these servers (None: all): marks, feeds and articles. workers: as for `Library.add`."""
        from reader.ingest.sync.syncing import sync_all

        return sync_all(self._store, numbers, on_progress=on_progress, workers=workers)


def _that_lets_in(address: str, user: str, secret: object, password: str | None) -> Server:
    """The server at an address, or where its API stands below that, once it has let us in."""
    from reader.sources.sync import answers, passwords
    from reader.sources.sync.passwords import Secret
    from reader.sources.sync.server import NOT_ONE, Server, places
    from reader.sources.web.fetching import FetchError

    assert isinstance(secret, Secret)  # noqa: S101  (of a type that is loaded late)
    refused: SourceError | None = None
    for place in places(address if "://" in address else f"https://{address}"):
        word = password if password is not None else passwords.password(secret, place, user)
        server = Server(place, user, partial(str, word), private=True)
        try:
            answers.subscriptions(server.subscriptions())
        except FetchError as error:
            if error.status == 429 or not (300 <= error.status < 500 or error.status == 501):
                raise
            if error.status in (401, 403) or (error.status < 400 and refused is None):
                refused = error
            continue
        return server
    raise refused or SourceError(f"{NOT_ONE}: neither there nor where FreshRSS has it (/api/greader.php)")


def _host(account: Account) -> str:
    return account.address.partition("://")[2].partition("/")[0].casefold()


def state(account: Account, now: datetime | None = None) -> str:
    """What waits, what is wrong, when both sides agreed last; what matters most comes first."""
    now = now or datetime.now(timezone.utc)
    parts = [f"{account.error} ({account.failures}×)" if account.failures > 1 else account.error or ""]
    if account.waiting:
        parts.append(f"{count_of(account.waiting, 'mark')} to be sent")
    parts.append(count_of(account.articles, "article"))
    if account.succeeded is None:
        parts.append("not synced yet")
    else:
        parts.append(f"synced {account.succeeded.astimezone():%Y-%m-%d %H:%M}")
    if account.wait_until is not None and account.wait_until > now:
        parts.append(f"wants us to wait until {account.wait_until.astimezone():%Y-%m-%d %H:%M}")
    return " · ".join(filter(None, parts))
