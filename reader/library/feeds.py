"""Feeds that the person follows, their items, and the places where articles stand.

Here: tables feed, feed_entry and place. Not here: what is fetched when, and what becomes of it (ingest).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from reader.errors import NotFound
from reader.library.columns import packing, times
from reader.library.file.connection import Database, Row
from reader.moments import now
from reader.safety import plain_line, plain_name
from reader.subscription import Subscription

_COLUMNS = ("address", "title", "name", "home", "section", "whole", "private", "added", "etag", "modified", "tried")
_STATE = ("succeeded", "due", "wait_until", "minutes", "failures", "error", "ended")
_TIMES = frozenset({"added", "tried", "succeeded", "due", "wait_until"})
_CALLED = {"group": "section"}
"""Fields of a subscription whose column is called otherwise: GROUP is a word of SQL."""
_WEEKS = 4
_WEEK = 7 * 86_400
"""Seconds."""


class KnownItem(NamedTuple):
    """An item that was seen before."""

    identity: str
    """Of the article that it became."""
    digest: bytes
    """Of what it said; empty: it is to be completed yet."""


class NewItem(NamedTuple):
    """An item to be remembered; the fields mean what they mean in the table."""

    key: str
    identity: str
    digest: bytes
    when: datetime
    bare: str | None = None
    """Its address, if that is its own."""


class Feeds:
    """The feeds in a library file."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> list[Subscription]:
        """All feeds, by group and name, those without a group last."""
        found = self._read("1", ())
        return sorted(found, key=lambda one: (not one.group, one.group.casefold(), one.shown.casefold(), one.id))

    def get(self, id_: int) -> Subscription:
        """The feed of that number. Raises NotFound."""
        for one in self._read("f.id = ?", (id_,)):
            return one
        raise NotFound(f"no feed {id_} in this library")

    def _read(self, where: str, params: tuple[int, ...]) -> list[Subscription]:
        moment = now()
        since = times.instant(moment - timedelta(weeks=_WEEKS))
        columns = ", ".join(f"f.{name}" for name in (*_COLUMNS, *_STATE))
        rows = self._db.rows(
            f"SELECT f.id, {columns}, (SELECT count(*) FROM feed_entry AS e WHERE e.feed_id = f.id),"
            " (SELECT count(*) FROM feed_entry AS e WHERE e.feed_id = f.id AND e.instant >= ?),"
            " (SELECT min(instant) FROM feed_entry AS e WHERE e.feed_id = f.id),"
            " (SELECT max(server_id) FROM server_feed AS s WHERE s.feed_id = f.id AND s.stream IS NOT NULL)"
            f" FROM feed AS f WHERE {where}",
            (since, *params),
        )
        return [_subscription(row, times.instant(moment)) for row in rows]

    def at(self, address: str) -> int | None:
        """The feed at that address."""
        found: int | None = self._db.value("SELECT id FROM feed WHERE address = ?", (address,))
        return found

    def subscribe(self, address: str, **said: Any) -> int:
        """Follow the feed at that address, whose fields are those of a `Subscription`. Returns its number.

        One that is followed already is brought up to date with what is said, and goes on if it had ended.
        """
        with self._db.transaction():
            id_ = self.at(address)
            if id_ is None:
                id_ = self._db.insert(
                    "INSERT INTO feed (address, added) VALUES (?, ?)", (packing.storable(address), now().isoformat())
                )
            self.change(id_, ended=None, **said)
        return id_

    def change(self, id_: int, **fields: Any) -> None:
        """Set fields of a feed. Raises NotFound."""
        named = {_CALLED.get(name, name): _stored(name, value) for name, value in fields.items()}
        assert named.keys() <= {*_COLUMNS, *_STATE}  # noqa: S101  (names of columns go into SQL)
        setters = ", ".join(f"{name} = ?" for name in named)
        with self._db.transaction():
            if not self._db.run(f"UPDATE feed SET {setters} WHERE id = ?", (*named.values(), id_)):
                raise NotFound(f"no feed {id_} in this library")

    def unsubscribe(self, id_: int) -> None:
        """Follow a feed no longer. Its articles stay, and are nobody's."""
        with self._db.transaction():
            self._db.run("UPDATE article SET feed_id = NULL WHERE feed_id = ?", (id_,))
            if not self._db.run("DELETE FROM feed WHERE id = ?", (id_,)):
                raise NotFound(f"no feed {id_} in this library")

    def articles(self, id_: int) -> list[int]:
        """The articles that a feed brought."""
        sql = "SELECT id FROM article INDEXED BY article_by_feed WHERE feed_id = ?"
        return [row[0] for row in self._db.rows(sql, (id_,))]

    def items(self, id_: int, keys: Collection[str]) -> dict[str, KnownItem]:
        """Which of these items of a feed are known."""
        sql = "SELECT key, identity, digest FROM feed_entry WHERE feed_id = ? AND key IN ({})"
        rows = self._db.rows_in(sql, map(packing.storable, keys), id_)
        return {packing.original(key): KnownItem(packing.original(identity), digest) for key, identity, digest in rows}

    def standing_at(self, bare: Collection[str]) -> dict[str, str]:
        """The identities of the articles that stand at these addresses."""
        rows = self._db.rows_in("SELECT bare, identity FROM place WHERE bare IN ({})", map(packing.storable, bare))
        return {packing.original(bare): packing.original(identity) for bare, identity in rows}

    def saying(self, digests: Collection[bytes]) -> dict[bytes, list[str]]:
        """The identities of articles that items of these digests became."""
        found: dict[bytes, list[str]] = {}
        sql = "SELECT DISTINCT digest, identity FROM feed_entry WHERE digest IN ({})"
        for digest, identity in self._db.rows_in(sql, digests):
            found.setdefault(digest, []).append(packing.original(identity))
        return found

    def has_item(self, id_: int, identity: str) -> bool:
        """Whether an item of this feed became that article."""
        sql = "SELECT 1 FROM feed_entry WHERE identity = ? AND feed_id = ?"
        return self._db.value(sql, (packing.storable(identity), id_)) is not None

    def owner(self, identity: str) -> int | None:
        """The feed that brought an article; None: none, or one that is not followed any more."""
        found: int | None = self._db.value(
            "SELECT feed_id FROM article WHERE identity = ?", (packing.storable(identity),)
        )
        return found

    def headline(self, identity: str) -> str | None:
        """The headline of an article by its identity."""
        found: str | None = self._db.value(
            "SELECT headline FROM article WHERE identity = ?", (packing.storable(identity),)
        )
        return found

    def remember(self, id_: int, items: Iterable[NewItem], changed: Collection[str] = ()) -> None:
        """Note which articles the items of a feed became, and which of the articles it has `changed`."""
        items = list(items)
        with self._db.transaction():
            self._db.run_many(
                "INSERT INTO feed_entry VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET digest = excluded.digest, identity = excluded.identity",
                [
                    (id_, packing.storable(i.key), packing.storable(i.identity), i.digest, times.instant(i.when))
                    for i in items
                ],
            )
            self.stand((i.bare, i.identity) for i in items if i.bare)
            self._db.run_many(  # a page that was added by hand is no feed's
                "UPDATE article SET feed_id = ? WHERE identity = ? AND feed_id IS NULL"
                " AND (SELECT container FROM document AS d WHERE d.id = article.id) = 'record'",
                [(id_, packing.storable(i.identity)) for i in items],
            )
            self._db.run_many(
                "UPDATE article SET updated = ? WHERE identity = ?",
                [(now().isoformat(), packing.storable(identity)) for identity in changed],
            )

    def stand(self, places: Iterable[tuple[str, str]]) -> None:
        """Note at which address (bare) which article stands, by its identity; what is known already stays."""
        with self._db.transaction():
            self._db.run_many(
                "INSERT OR IGNORE INTO place VALUES (?, ?)",
                [(packing.storable(bare), packing.storable(identity)) for bare, identity in places],
            )

    def of_article(self, identity: str) -> tuple[list[str], list[str]]:
        """The names of the feeds that have an article, and the addresses (bare) at which it stands."""
        stored = packing.storable(identity)
        feeds = self._db.rows(
            "SELECT DISTINCT coalesce(f.name, f.title, f.address)"
            " FROM feed_entry AS e JOIN feed AS f ON f.id = e.feed_id WHERE e.identity = ? ORDER BY 1",
            (stored,),
        )
        places = self._db.rows("SELECT bare FROM place WHERE identity = ? ORDER BY bare", (stored,))
        return [row[0] for row in feeds], [packing.original(row[0]) for row in places]

    def groups(self) -> list[str]:
        """The groups that feeds are in, in order."""
        rows = self._db.rows("SELECT DISTINCT section FROM feed WHERE section <> ''")
        return sorted((row[0] for row in rows), key=str.casefold)


def _stored(name: str, value: Any) -> Any:
    if name in _TIMES:
        return times.to_text(value)
    if name in ("title", "name", "error", "ended", "group"):
        return (plain_name if name == "group" else plain_line)(value) if value else ("" if name == "group" else None)
    return packing.storable(value) if isinstance(value, str) else value


def _subscription(row: Row, instant: int) -> Subscription:
    id_, *values, articles, lately, first, server = row
    weeks = min(_WEEKS, max(1.0, (instant - first) / _WEEK)) if first is not None else _WEEKS
    fields: Mapping[str, Any] = dict(zip((*_COLUMNS, *_STATE), values, strict=True))
    called = {column: name for name, column in _CALLED.items()}
    said: dict[str, Any] = {
        called.get(name, name): (value and datetime.fromisoformat(value)) if name in _TIMES else value
        for name, value in fields.items()
    }
    said |= {"whole": bool(said["whole"]), "private": bool(said["private"])}
    return Subscription(id=id_, articles=articles, a_week=lately / weeks, server=server, **said)
