"""The person's own servers: accounts, their items with the marks agreed upon last, their feeds, the outbox.

Here: tables server, server_item, server_feed; what comes out of the outbox, and marks made on a server. Not here:
marks made here, which go into the outbox (`marks`), the order of a sync (ingest).

Three states make a mark: what both sides agreed upon last (server_item), what the person did here (mark, and the outbox
until the server has confirmed it), what the server says now. What the server says counts where it is new, unless
something about the same mark waits in the outbox. An article that the server has several times has one mark.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, NamedTuple

from reader.errors import NotFound, ReaderError
from reader.library.columns import packing, times
from reader.library.file.connection import Database, Row, chunks
from reader.library.marks import write_states
from reader.moments import now
from reader.safety import plain_line, plain_name
from reader.subscription import Account

What = Literal["read", "starred"]
_KINDS: tuple[What, What] = ("read", "starred")
_TIMES = ("added", "tried", "succeeded", "wait_until")
_COLUMNS = ("address", "user", "secret", "private", "days", *_TIMES, "failures", "error")
_FEED = ("stream", "address", "title", "section", "feed_id", "refused")


class Overtaken(ReaderError):
    """Another sync has changed what a list of the server's items would be compared with."""


class State(NamedTuple):
    """The marks of an item."""

    read: bool
    starred: bool


class Known(NamedTuple):
    """An item of a server: the marks agreed upon last, and whether the last list did not have it."""

    state: State
    missed: bool


class NewItem(NamedTuple):
    """An item that came, the identity of the article that it became ('': none), and its marks on the server."""

    item: str
    identity: str
    state: State


class ServerFeed(NamedTuple):
    """A feed of a server, as the table has it."""

    id: int
    stream: str | None
    address: str
    title: str | None
    group: str
    feed_id: int | None
    refused: str | None


class Servers:
    """The servers in a library file."""

    def __init__(self, db: Database) -> None:
        self._db = db

    # ---------------------------------------------------------------- accounts

    def all(self) -> list[Account]:
        """All accounts, the oldest first."""
        columns = ", ".join(_COLUMNS)
        rows = self._db.rows(
            f"SELECT id, {columns}, (SELECT count(*) FROM server_item WHERE server_id = s.id),"
            " (SELECT count(*) FROM outbox WHERE server_id = s.id) FROM server AS s ORDER BY id"
        )
        return [_account(row) for row in rows]

    def get(self, id_: int) -> Account:
        """The account of that number. Raises NotFound."""
        for one in self.all():
            if one.id == id_:
                return one
        raise NotFound(f"no server {id_} in this library")

    def add(self, address: str, user: str, **said: Any) -> int:
        """Remember an account, or what is new about it; fields are those of an `Account`. Returns its number."""
        with self._db.transaction():
            id_ = self._db.value("SELECT id FROM server WHERE address = ? AND user = ?", (address, user))
            if id_ is None:
                id_ = self._db.insert(
                    "INSERT INTO server (address, user, secret, days, added) VALUES (?, ?, '', 30, ?)",
                    (address, user, now().isoformat()),
                )
            self.change(id_, **said)
        return int(id_)

    def change(self, id_: int, **fields: Any) -> None:
        """Set fields of an account. Raises NotFound."""
        assert fields.keys() <= {*_COLUMNS}  # noqa: S101  (names of columns go into SQL)
        values = [_stored(name, value) for name, value in fields.items()]
        setters = ", ".join(f"{name} = ?" for name in fields)
        if not self._db.run(f"UPDATE server SET {setters} WHERE id = ?", (*values, id_)):
            raise NotFound(f"no server {id_} in this library")

    def remove(self, id_: int) -> None:
        """Forget an account. Its articles, their marks and its feeds stay. Raises NotFound."""
        with self._db.transaction():
            if not self._db.run("DELETE FROM server WHERE id = ?", (id_,)):
                raise NotFound(f"no server {id_} in this library")

    # ------------------------------------------------------------------- lists

    def begin(self, id_: int) -> int:
        """Say that the server's items are going to be listed. Returns the turn, for what is done with the lists."""
        with self._db.transaction():
            self._next_turn(id_)
            return int(self._db.value("SELECT turn FROM server WHERE id = ?", (id_,)))

    def _next_turn(self, id_: int) -> None:
        if not self._db.run("UPDATE server SET turn = turn + 1 WHERE id = ?", (id_,)):
            raise NotFound(f"no server {id_} in this library")

    def _check(self, id_: int, turn: int) -> None:
        if self._db.value("SELECT turn FROM server WHERE id = ?", (id_,)) != turn:
            raise Overtaken("another sync with the same server is under way")

    def known(self, id_: int) -> dict[str, Known]:
        """The items of a server that have come in."""
        rows = self._db.each("SELECT item, read, starred, missed FROM server_item WHERE server_id = ?", (id_,))
        return {item: Known(State(bool(read), bool(starred)), bool(missed)) for item, read, starred, missed in rows}

    def take_over(self, id_: int, turn: int, states: Mapping[str, State]) -> int:
        """Set marks to what the server says now of items that are known. Returns how many changed here.

        Raises Overtaken when the lists that say so are of the past; what was taken over before that stays.
        """
        count = 0
        for some in chunks(list(states)):
            with self._db.transaction():
                self._check(id_, turn)
                count += self._settle(id_, {item: states[item] for item in some}, fresh=False)
        return count

    def note_missed(self, id_: int, turn: int, missed: Collection[str], found: Collection[str]) -> None:
        """Note which items a list had not, and which it has again. One that two in a row had not is forgotten."""
        with self._db.transaction():
            self._check(id_, turn)
            rows = [(id_, item) for item in missed]
            self._db.run_many("DELETE FROM server_item WHERE server_id = ? AND item = ? AND missed", rows)
            self._db.run_many("UPDATE server_item SET missed = 1 WHERE server_id = ? AND item = ?", rows)
            rows = [(id_, item) for item in found]
            self._db.run_many("UPDATE server_item SET missed = 0 WHERE server_id = ? AND item = ?", rows)

    def came_in(self, id_: int, items: Sequence[NewItem]) -> None:
        """Remember items and the articles that they became. A mark that either side has, both have from then on."""
        for some in chunks(items):
            with self._db.transaction():
                rows = [(id_, one.item, packing.storable(one.identity), *one.state) for one in some]
                self._db.run_many(
                    "INSERT OR IGNORE INTO server_item (server_id, item, identity, read, starred)"
                    " VALUES (?, ?, ?, ?, ?)",
                    rows,
                )
                self._settle(id_, {one.item: one.state for one in some}, fresh=True)

    def _settle(self, id_: int, said: Mapping[str, State], *, fresh: bool) -> int:
        """Bring marks, agreed states and the outbox in line with what the server says of some items.

        fresh: nothing was agreed upon about them before. Returns how many marks changed here.
        """
        identities = self._identities(id_, said)
        before = self._items_of(identities)
        if not fresh:
            changes = [(*state, id_, item) for item, state in said.items()]
            self._db.run_many("UPDATE server_item SET read = ?, starred = ? WHERE server_id = ? AND item = ?", changes)
        pending = self._pending(identities)
        local = self._local(identities)
        states: dict[str, list[bool]] = {identity: list(local.get(identity, (False, False))) for identity in before}
        count = 0
        for identity, items in before.items():
            for kind, what in enumerate(_KINDS):
                values = {
                    said[item][kind]
                    for server, item, old in items
                    if server == id_ and item in said and (said[item][kind] if fresh else said[item][kind] != old[kind])
                }
                if values and (identity, what) not in pending and states[identity][kind] != any(values):
                    states[identity][kind] = any(values)
                    count += 1
        changed = [(one, read, starred) for one, (read, starred) in states.items()]
        write_states(self._db, [one for one in changed if one[1:] != local.get(one[0], (False, False))])
        self._fill_outbox(identities, states)
        return count

    def _identities(self, id_: int, items: Collection[str]) -> list[str]:
        sql = "SELECT DISTINCT identity FROM server_item WHERE server_id = ? AND identity <> '' AND item IN ({})"
        return [row[0] for row in self._db.rows_in(sql, items, id_)]

    def _items_of(self, identities: Sequence[str]) -> dict[str, list[tuple[int, str, State]]]:
        """The items of all servers that became these articles, with the marks agreed upon."""
        found: dict[str, list[tuple[int, str, State]]] = defaultdict(list)
        sql = (
            "SELECT identity, server_id, item, read, starred FROM server_item WHERE identity <> '' AND identity IN ({})"
        )
        for identity, server, item, read, starred in self._db.rows_in(sql, identities):
            found[identity].append((server, item, State(bool(read), bool(starred))))
        return found

    def _pending(self, identities: Sequence[str]) -> set[tuple[str, str]]:
        rows = self._db.rows_in(
            "SELECT i.identity, o.what FROM server_item AS i JOIN outbox AS o USING (server_id, item)"
            " WHERE i.identity <> '' AND i.identity IN ({})",
            identities,
        )
        return {(identity, what) for identity, what in rows}

    def _local(self, identities: Sequence[str]) -> dict[str, tuple[bool, bool]]:
        rows = self._db.rows_in("SELECT identity, read, starred FROM mark WHERE identity IN ({})", identities)
        return {identity: (bool(read), bool(starred)) for identity, read, starred in rows}

    def _fill_outbox(self, identities: Sequence[str], states: Mapping[str, Sequence[bool]]) -> None:
        """Put into the outbox what servers have otherwise than the mark is, take out what they have as it is."""
        differ: list[tuple[int, str, str, bool]] = []
        agree: list[tuple[int, str, str]] = []
        for identity, items in self._items_of(identities).items():
            for server, item, state in items:
                for kind, what in enumerate(_KINDS):
                    if state[kind] != states[identity][kind]:
                        differ.append((server, item, what, states[identity][kind]))
                    else:
                        agree.append((server, item, what))
        self._db.run_many("DELETE FROM outbox WHERE server_id = ? AND item = ? AND what = ?", agree)
        self._db.run_many(
            "INSERT INTO outbox (server_id, item, what, value) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (server_id, item, what) DO UPDATE SET value = excluded.value",
            differ,
        )

    # ------------------------------------------------------------------ outbox

    def waiting(self, id_: int, what: What, value: bool, limit: int, after: str = "") -> list[str]:
        """The next items that the server is to be told to mark so."""
        rows = self._db.rows(
            "SELECT item FROM outbox WHERE server_id = ? AND what = ? AND value = ? AND item > ? ORDER BY item LIMIT ?",
            (id_, what, value, after, limit),
        )
        return [row[0] for row in rows]

    def confirmed(self, id_: int, what: What, value: bool, items: Collection[str]) -> None:
        """The server has marked these items so. What the person has said since then stays in the outbox."""
        rows = [(value, id_, item) for item in items]
        with self._db.transaction():
            self._next_turn(id_)
            self._db.run_many(f"UPDATE server_item SET {what} = ? WHERE server_id = ? AND item = ?", rows)
            self._db.run_many(
                "DELETE FROM outbox WHERE value = ? AND server_id = ? AND item = ? AND what = ?",
                [(*row, what) for row in rows],
            )

    # ------------------------------------------------------------------- feeds

    def feeds(self, id_: int) -> list[ServerFeed]:
        """The feeds of a server, and those that it is to be told of."""
        rows = self._db.rows(f"SELECT id, {', '.join(_FEED)} FROM server_feed WHERE server_id = ? ORDER BY id", (id_,))
        return [ServerFeed(*row) for row in rows]

    def to_be_told(self, id_: int, *, all_: bool = False) -> list[int]:
        """The numbers of the feeds that no server knows, of those followed since the account was added, or all."""
        rows = self._db.rows(
            "SELECT f.id FROM feed AS f, server AS s WHERE s.id = ? AND (? OR f.added > s.added) AND f.ended IS NULL"
            " AND NOT EXISTS (SELECT 1 FROM server_feed AS o WHERE o.feed_id = f.id) ORDER BY f.id",
            (id_, all_),
        )
        return [row[0] for row in rows]

    def put_feed(self, id_: int, address: str, **said: Any) -> int:
        """Note a feed of a server; fields are those of a `ServerFeed`. Returns the number of the note."""
        with self._db.transaction():
            row = self._db.insert("INSERT INTO server_feed (server_id, address) VALUES (?, ?)", (id_, address))
            self.change_feed(row, **said)
        return row

    def change_feed(self, row: int, **said: Any) -> None:
        """Change what is noted of a feed of a server."""
        named = {"section" if name == "group" else name: value for name, value in said.items()}
        assert named.keys() <= {*_FEED}  # noqa: S101  (names of columns go into SQL)
        if named:
            setters = ", ".join(f"{name} = ?" for name in named)
            self._db.run(f"UPDATE server_feed SET {setters} WHERE id = ?", (*map(_plain, named.values()), row))

    def drop_feed(self, row: int) -> None:
        """Forget what is noted of a feed of a server."""
        self._db.run("DELETE FROM server_feed WHERE id = ?", (row,))


def _plain(value: Any) -> Any:
    return plain_name(value) if isinstance(value, str) else value


def _stored(name: str, value: Any) -> Any:
    if name in _TIMES:
        return times.to_text(value)
    return plain_line(value) if name == "error" and value is not None else value


def _account(row: Row) -> Account:
    id_, *values, articles, waiting = row
    said: dict[str, Any] = {
        name: (value and datetime.fromisoformat(value)) if name in _TIMES else value
        for name, value in zip(_COLUMNS, values, strict=True)
    }
    return Account(id=id_, articles=articles, waiting=waiting, **{**said, "private": bool(said["private"])})
