"""Lists sorted by several keys: all that passes is sorted once, and paged through from there.

Here: the keys and their order. Not here: the lists that an index gives in their order (`listing.py`), filters
(`narrowing.py`).

What was sorted is kept in a table of the connection's own until another list, or the same one from its beginning, is
asked for. A list of a million articles takes some seconds; whoever pages through it does not wait again.
"""

from __future__ import annotations

from dataclasses import replace

from reader.article import Slot, View
from reader.library.columns import fulltext
from reader.library.file.connection import Database
from reader.library.queries.narrowing import narrow

_UP = {
    "date": "a.published IS NULL, a.instant",
    "outlet": "a.outlet_id = 0, o.folded, o.name",
    "length": "a.minutes",
    "story-size": "CASE WHEN a.grouped THEN s.articles ELSE 1 END",
    "relevance": "coalesce(f.score, 0)",
}
_DOWN = {
    "date": "a.by_date",
    "outlet": "a.outlet_id = 0, o.folded DESC, o.name DESC",
    "length": "a.minutes DESC",
    "story-size": "CASE WHEN a.grouped THEN s.articles ELSE 1 END DESC",
    "relevance": "coalesce(f.score, 0) DESC",
}
_SCORES = f" LEFT JOIN ({fulltext.SCORED}) AS f ON f.id = a.id"


def slots(db: Database, view: View, after: int | None, limit: int, *, backwards: bool = False) -> list[Slot]:
    """The next articles of the view after that one (before it, nearest first), or the first (last) ones."""
    start, beyond, way = _start(db, view, after, backwards)
    rows = db.rows(
        f"SELECT id FROM temp.sorted WHERE place {beyond} ? ORDER BY place {way} LIMIT ?", (start, max(0, limit))
    )
    return [Slot(id_, "") for (id_,) in rows]


def next_unread(db: Database, view: View, after: int | None, *, backwards: bool) -> int | None:
    """The nearest unread article of the view after (before) that one; None: there is none that way."""
    start, beyond, way = _start(db, view, after, backwards)
    found = db.value(
        "SELECT s.id FROM temp.sorted AS s CROSS JOIN article AS a ON a.id = s.id"
        f" WHERE a.read = 0 AND s.place {beyond} ? ORDER BY s.place {way} LIMIT 1",
        (start,),
    )
    return None if found is None else int(found)


def _start(db: Database, view: View, after: int | None, backwards: bool) -> tuple[int, str, str]:
    """The place in the sorted list, which is made if need be, from where to go, the sign of what is beyond, the way."""
    db.run("CREATE TEMP TABLE IF NOT EXISTS sorted (place INTEGER PRIMARY KEY, id INTEGER NOT NULL UNIQUE)")
    db.run("CREATE TEMP TABLE IF NOT EXISTS sorted_view (said TEXT)")
    if after is None or db.value("SELECT said FROM temp.sorted_view") != repr(view):
        _sort(db, view)
    place = None if after is None else db.value("SELECT place FROM temp.sorted WHERE id = ?", (after,))
    if backwards:
        return 2**62 if place is None else place, "<", "DESC"
    return place or 0, ">", "ASC"


def _sort(db: Database, view: View) -> None:
    expression = fulltext.expression(view.query) if view.query and "relevance" in _names(view) else None
    narrowing = narrow(db, replace(view, sort=()))
    where, params = narrowing.where()
    source, first = narrowing.fewest() if narrowing.filters else ("article AS a", ())
    joins = "JOIN outlet AS o ON o.id = a.outlet_id LEFT JOIN story AS s ON s.id = a.story_id"
    scores = (expression,) if expression else ()
    joins += _SCORES if expression else ""
    keys = [(_DOWN if key.startswith("-") else _UP)[key.lstrip("-")] for key in view.sort]
    if not expression:
        keys = [key for key in keys if "f.score" not in key]
    db.run("DELETE FROM temp.sorted")
    db.run("DELETE FROM temp.sorted_view")
    db.run(
        f"INSERT INTO temp.sorted (id) SELECT a.id FROM {source} {joins} WHERE {where}"
        f" ORDER BY {', '.join([*keys, 'a.by_date', 'a.id'])}",
        (*first, *scores, *params),
    )
    db.run("INSERT INTO temp.sorted_view VALUES (?)", (repr(view),))


def _names(view: View) -> set[str]:
    return {key.lstrip("-") for key in view.sort}
