"""What recurs on the pages of an outlet: its lines, in how many articles each stood, kept and cut.

Here: reading and writing the counts, and keeping them few. Not here: what follows from them (the cleaning room), and
which outlet an article belongs to (the assembly line).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from reader.library.columns import packing
from reader.library.file.connection import Database

MOST = 1000
"""Lines kept for a printer. Beyond that the least useful are forgotten, down to `FORGET_TO`."""
FORGET_TO = 800
_WORTH = 20
"""For how many more articles a line is remembered, for each one it stood in: what was seen once goes first."""


class Counted(NamedTuple):
    """A line of a printer's pages."""

    kept: int = 0
    """Articles in which cleaning by itself kept it."""
    cut: int = 0
    """And in which it cut it."""
    unlike: tuple[int, ...] = ()
    """Ids of some of these articles, no two of them the same report."""
    seen: int = 0
    """The printer's number of articles when it last stood in one."""


def taught(db: Database, identity: str) -> tuple[int, str | None] | None:
    """The id of a document, and the printer whose lines were learned from it, if any; None for one not here."""
    return db.row(
        "SELECT a.id, p.name FROM article AS a LEFT JOIN taught AS t ON t.article_id = a.id"
        " LEFT JOIN printer AS p ON p.id = t.printer_id WHERE a.identity = ?",
        (packing.storable(identity),),
    )


def counted(db: Database, printer: str, hashes: Collection[int]) -> tuple[int, dict[int, Counted]]:
    """How many articles a printer's lines were learned from, and the counts of the given lines that are known."""
    row = db.row("SELECT id, articles FROM printer WHERE name = ?", (printer,))
    if row is None:
        return 0, {}
    number, articles = row
    sql = "SELECT hash, kept, cut, unlike, seen FROM line WHERE printer_id = ? AND hash IN ({})"
    return articles, {
        line: Counted(kept, cut, tuple(packing.unpack_numbers(unlike)), seen)
        for line, kept, cut, unlike, seen in db.rows_in(sql, hashes, number)
    }


def teach(db: Database, printer: str, ids: Sequence[int], lines: Mapping[int, Counted]) -> None:
    """Note that a printer's lines were learned from these articles, and the counts of its lines now."""
    with db.transaction():
        db.run("INSERT OR IGNORE INTO printer (name) VALUES (?)", (printer,))
        db.run("UPDATE printer SET articles = articles + ? WHERE name = ?", (len(ids), printer))
        number = db.value("SELECT id FROM printer WHERE name = ?", (printer,))
        db.run_many("INSERT OR REPLACE INTO taught VALUES (?, ?)", [(id_, number) for id_ in ids])
        db.run_many(
            "INSERT OR REPLACE INTO line VALUES (?, ?, ?, ?, ?, ?)",
            [
                (number, line, count.kept, count.cut, packing.pack_numbers(list(count.unlike)), count.seen)
                for line, count in lines.items()
            ],
        )
        _forget(db, number)


def _forget(db: Database, printer: int) -> None:
    """Forget the lines beyond `MOST`, first those that stood in few articles, long ago."""
    lines = db.value("SELECT count(*) FROM line WHERE printer_id = ?", (printer,))
    if lines > MOST:
        db.run(
            "DELETE FROM line WHERE printer_id = ? AND hash IN (SELECT hash FROM line WHERE printer_id = ?"
            " ORDER BY seen + ? * (kept + cut), hash LIMIT ?)",
            (printer, printer, _WORTH, lines - FORGET_TO),
        )


def unteach(db: Database, id_: int, printer: str, lines: Mapping[int, bool]) -> None:
    """Unlearn what an article taught us about a printer: its `lines`, True for those that were kept."""
    number = db.value("SELECT id FROM printer WHERE name = ?", (printer,))
    _, found = counted(db, printer, lines)
    with db.transaction():
        db.run("DELETE FROM taught WHERE article_id = ?", (id_,))
        db.run("UPDATE printer SET articles = max(0, articles - 1) WHERE id = ?", (number,))
        for line, count in found.items():
            kept, cut = max(0, count.kept - lines[line]), max(0, count.cut - (not lines[line]))
            unlike = packing.pack_numbers([other for other in count.unlike if other != id_])
            db.run(
                "UPDATE line SET kept = ?, cut = ?, unlike = ? WHERE printer_id = ? AND hash = ?",
                (kept, cut, unlike, number, line),
            )
        db.run("DELETE FROM line WHERE printer_id = ? AND kept + cut = 0", (number,))
