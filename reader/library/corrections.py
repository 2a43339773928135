"""What the person set right: fields of articles, and lines called text or furniture.

Here: tables correction and ruling. Both are kept by names that outlive any rebuild of the rest: a document's identity,
a printer's name. Not here: making an article of it (the assembly line).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reader.errors import NotFound
from reader.library.columns import packing
from reader.library.file.connection import Database


class Correction(NamedTuple):
    """The former value of a field, to be passed to `correct` again; None: it was as cleaning found it."""

    field: str
    value: str | None


class Ruling(NamedTuple):
    """What was said of a line before; None: nothing."""

    place: str
    line: int
    kept: bool | None


def identity(db: Database, id_: int) -> str:
    """The identity of an article's document, as it is stored. Raises NotFound."""
    found: str | None = db.value("SELECT identity FROM article WHERE id = ?", (id_,))
    if found is None:
        raise NotFound(f"no article {id_} in this library")
    return found


def corrections(db: Database, document: str) -> dict[str, str]:
    """The fields of a document that were set by hand; '' means that one is not known."""
    return of_stored(db, packing.storable(document))


def of_stored(db: Database, identity: str) -> dict[str, str]:
    """The same, of an identity as it is stored."""
    return dict(db.rows("SELECT field, value FROM correction WHERE identity = ? ORDER BY field", (identity,)))


def correct(db: Database, id_: int, changes: Mapping[str, str | None]) -> list[Correction]:
    """Set fields of an article's document by hand (None: no longer). Returns what they were before.

    The article itself changes when its document is cleaned again.
    """
    with db.transaction():
        known = identity(db, id_)
        held = of_stored(db, known)
        for field, value in changes.items():
            if value is None:
                db.run("DELETE FROM correction WHERE identity = ? AND field = ?", (known, field))
            else:
                db.run("INSERT OR REPLACE INTO correction VALUES (?, ?, ?)", (known, field, value))
    return [Correction(field, held.get(field)) for field in changes]


def rulings(db: Database, places: Iterable[str]) -> dict[int, bool]:
    """What the person said of lines in these places, True for text. Where two places disagree, the later counts."""
    found: dict[int, bool] = {}
    for place in places:
        rows = db.rows("SELECT hash, kept FROM ruling WHERE place = ?", (packing.storable(place),))
        found |= {line: bool(kept) for line, kept in rows}
    return found


def rule(db: Database, said: Iterable[Ruling]) -> list[Ruling]:
    """Note what a person says of lines (None: nothing any more). Returns what was said before."""
    before: list[Ruling] = []
    with db.transaction():
        for place, line, kept in said:
            where = (packing.storable(place), line)
            held = db.value("SELECT kept FROM ruling WHERE place = ? AND hash = ?", where)
            before.append(Ruling(place, line, None if held is None else bool(held)))
            if kept is None:
                db.run("DELETE FROM ruling WHERE place = ? AND hash = ?", where)
            else:
                db.run("INSERT OR REPLACE INTO ruling VALUES (?, ?, ?)", (*where, kept))
    return before
