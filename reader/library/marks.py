"""What the person did: read, starred, tagged; and how it is undone.

Here: tables mark and tag, keyed by identity, the copies of read and starred in article that the list's indexes need,
and the outbox, which has what servers are to be told of marks made here. Not here: marks made there (`sync`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from reader.library.file.connection import Database
from reader.safety import plain_name


class Marked(NamedTuple):
    """The marks of one document."""

    identity: str
    """As it is stored."""
    read: bool
    starred: bool
    tags: tuple[str, ...]


Undo = tuple[Marked, ...]
"""The former marks of all documents whose marks were changed: plain data, to be kept and passed to `restore`."""


def mark(
    db: Database,
    ids: Collection[int],
    *,
    read: bool | None = None,
    starred: bool | None = None,
    tags: Sequence[str] | None = None,
) -> Undo:
    """Set what is not None for these articles (`tags`: all of them). Returns what undoes it. Unknown ids do nothing."""
    named = None if tags is None else _named(tags)
    with db.transaction():
        former = _held(db, dict.fromkeys(ids))
        changed = [
            (old, new)
            for old in former
            if (
                new := Marked(
                    old.identity,
                    old.read if read is None else read,
                    old.starred if starred is None else starred,
                    old.tags if named is None else named,
                )
            )
            != old
        ]
        _write(db, [new for _, new in changed])
        _put_into_outbox(db, changed)
    return tuple(old for old, _ in changed)


def restore(db: Database, undo: Iterable[Sequence[Any]]) -> Undo:
    """Set marks to those of an undo record, even one that went through JSON. Returns the record that undoes this."""
    wanted = [Marked(str(i), bool(read), bool(starred), _named(tags)) for i, read, starred, tags in undo]
    with db.transaction():
        former = _held(db, [one.identity for one in wanted], "identity")
        _write(db, wanted)
        now = {one.identity: one for one in wanted}
        _put_into_outbox(db, [(old, now[old.identity]) for old in former])
    return tuple(former)


def _named(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags on one line each, once each, in order, none empty."""
    return tuple(sorted({line for tag in tags if (line := plain_name(tag))}))


def _held(db: Database, keys: Iterable[object], column: str = "id") -> list[Marked]:
    rows = db.rows_in(
        "SELECT identity, read, starred,"
        " (SELECT group_concat(t.name, char(10)) FROM tag AS t WHERE t.identity = a.identity)"
        f" FROM article AS a WHERE {column} IN ({{}})",
        keys,
    )
    return [
        Marked(identity, bool(read), bool(starred), tuple(sorted(tags.split("\n"))) if tags else ())
        for identity, read, starred, tags in rows
    ]


def _write(db: Database, changed: Sequence[Marked]) -> None:
    db.run_many("DELETE FROM tag WHERE identity = ?", [(one.identity,) for one in changed])
    db.run_many("INSERT INTO tag VALUES (?, ?)", [(one.identity, tag) for one in changed for tag in one.tags])
    write_states(db, [one[:3] for one in changed])


def write_states(db: Database, states: Sequence[tuple[str, bool, bool]]) -> None:
    """Set identity (as it is stored), read and starred of documents, tags aside. Call it inside a transaction."""
    db.run_many("DELETE FROM mark WHERE identity = ?", [(one[0],) for one in states])
    db.run_many("INSERT INTO mark (identity, read, starred) VALUES (?, ?, ?)", [one for one in states if any(one[1:])])
    db.run_many(
        "UPDATE article SET read = ?, starred = ? WHERE identity = ? AND (read <> ? OR starred <> ?)",
        [(read, starred, identity, read, starred) for identity, read, starred in states],
    )


def _put_into_outbox(db: Database, changed: Sequence[tuple[Marked, Marked]]) -> None:
    """Note for the servers what the person has marked, also what is again as they have it: it is the later word."""
    if db.value("SELECT 1 FROM server") is None:
        return
    said = [("read", new.read, new.identity) for old, new in changed if old.read != new.read]
    said += [("starred", new.starred, new.identity) for old, new in changed if old.starred != new.starred]
    db.run_many(
        "INSERT INTO outbox (server_id, item, what, value)"
        " SELECT server_id, item, ?, ? FROM server_item WHERE identity = ? AND identity <> ''"
        " ON CONFLICT (server_id, item, what) DO UPDATE SET value = excluded.value",
        said,
    )
