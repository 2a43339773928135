"""A view's filters as SQL, and how many articles each of them leaves.

Here: filters, and which index serves them. Not here: the order of the list (`listing.py`), sums (`counting.py`).

A list with filters is made in one of two ways. If some filter leaves few articles, these are fetched and sorted.
Otherwise many articles pass, so that walking the index of the list's order soon meets enough of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.article import View
from reader.library import fulltext, packing, times
from reader.library.connection import Database
from reader.library.documents import folder_of, span

FEW = 1_000
"""So many articles are sorted in a few milliseconds."""
_MANY_FOLDERS = 32
"""The orders of so many folders are merged; of more, the order of the whole library is walked."""


@dataclass(frozen=True, slots=True)
class Filter:
    """One condition on articles."""

    where: str
    """SQL on a row `a` of article."""
    params: tuple[object, ...]
    ids: str = ""
    """SQL that gives the ids that pass, as `id`; empty when only an index of the list's order can find them."""
    size: int = FEW + 1
    """How many pass; anything above FEW means "many"."""
    ids_params: tuple[object, ...] | None = None
    """Parameters of `ids` where they differ from `params`."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """All conditions of a view."""

    filters: tuple[Filter, ...]
    unread: bool = False
    starred: bool = False
    outlet: int | None = None
    """The one outlet that passes, when its index serves the list by date."""
    folders: tuple[int, ...] = ()
    """The folders that pass, when their indexes serve the list by date."""

    def source(self) -> tuple[str, tuple[object, ...]] | None:
        """What to select from when few articles pass, with its parameters; None when many may."""
        best = min(self.filters, key=lambda f: f.size, default=None)
        if best is None or best.size > FEW or not best.ids:
            return None
        params = best.params if best.ids_params is None else best.ids_params
        return f"({best.ids}) AS few CROSS JOIN article AS a ON a.id = few.id", params

    def where(self) -> tuple[str, tuple[object, ...]]:
        """All conditions joined, with their parameters."""
        params: tuple[object, ...] = ()
        for one in self.filters:
            params += one.params
        return " AND ".join(["1", *(one.where for one in self.filters)]), params


def narrow(db: Database, view: View) -> Narrowing:
    """The view's filters."""
    filters: list[Filter] = []
    outlet: int | None = None
    folders: tuple[int, ...] = ()
    if view.since is not None or view.until is not None:
        filters.append(_dates(view))
    if view.outlet is not None:
        found = outlet_ids(db, view.outlet)
        outlet = found[0] if len(found) == 1 else None
        filters.append(_outlet(db, found))
    if view.under is not None:
        folders, single = folder_ids(db, view.under)
        filters.append(_under(db, folders, single))
        folders = () if single or len(folders) > _MANY_FOLDERS or outlet is not None else folders
    if view.unread:
        unread = db.value("SELECT unread FROM tally")
        filters.append(
            Filter("a.read = 0", (), "SELECT id FROM article INDEXED BY article_unread_by_date WHERE read = 0", unread)
        )
    if view.starred:
        filters.append(
            _counted(db, "a.starred = 1", "SELECT id FROM article INDEXED BY article_starred_by_date WHERE starred = 1")
        )
    if view.tag is not None:
        filters.append(_tag(db, view.tag))
    if view.story is not None:
        filters.append(
            _counted(
                db,
                "a.story_id = ?",
                "SELECT id FROM article INDEXED BY article_by_story WHERE story_id = ?",
                view.story,
            )
        )
    if view.query is not None:
        filters.append(_query(db, view.query))
    return Narrowing(tuple(filters), view.unread, view.starred, outlet, folders)


def _counted(db: Database, where: str, ids: str, *params: object) -> Filter:
    """A filter whose articles are counted, up to one more than few."""
    size = db.value(f"SELECT count(*) FROM ({ids} LIMIT {FEW + 1})", params)
    return Filter(where, params, ids, size)


def _dates(view: View) -> Filter:
    return Filter("a.by_date >= ? AND a.by_date < ?", times.range_of(view.since, view.until))


def outlet_ids(db: Database, name: str) -> list[int]:
    """The outlet of exactly that name, else all that differ from it in case only."""
    name = packing.storable(name)
    exact = db.rows("SELECT id FROM outlet WHERE name = ?", (name,))
    return [row[0] for row in exact or db.rows("SELECT id FROM outlet WHERE folded = ?", (name.casefold(),))]


def _outlet(db: Database, ids: list[int]) -> Filter:
    listed = ",".join(map(str, ids))
    size = db.value(f"SELECT coalesce(sum(articles), 0) FROM outlet WHERE id IN ({listed})")
    where = f"a.outlet_id = {ids[0]}" if len(ids) == 1 else f"a.outlet_id IN ({listed})"
    return Filter(where, (), f"SELECT id FROM article INDEXED BY article_by_outlet WHERE outlet_id IN ({listed})", size)


def folder_ids(db: Database, under: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The folders all of whose articles have an identity that begins so, and the articles of other folders that do."""
    start, end = span(under)
    folders = db.rows("SELECT id FROM folder WHERE path >= ? AND path < ?", (start, end))
    parent = folder_of(start)
    parent_id = None if parent == start else db.value("SELECT id FROM folder WHERE path = ?", (parent,))
    single = () if parent_id is None else _children(db, parent_id, start, end)
    return tuple(row[0] for row in folders), single


def _children(db: Database, folder: int, start: str, end: str) -> tuple[int, ...]:
    """The articles of this one folder with an identity between the two; the folders between are leapt over."""
    found: list[int] = []
    at = start
    while row := db.row(
        "SELECT identity, id, folder_id FROM article WHERE identity >= ? AND identity < ? ORDER BY identity LIMIT 1",
        (at, end),
    ):
        identity, id_, own = row
        if own == folder:
            found.append(id_)
            at = identity + "\x00"
        else:
            ends = [i for i in (identity.find("/", len(start)), identity.find("#", len(start))) if i >= 0]
            at = identity[: min(ends)] + chr(ord(identity[min(ends)]) + 1)
    return tuple(found)


def _under(db: Database, folders: tuple[int, ...], single: tuple[int, ...]) -> Filter:
    listed = ",".join(map(str, folders))
    size = db.value(f"SELECT coalesce(sum(articles), 0) FROM folder WHERE id IN ({listed})") + len(single)
    where = f"a.folder_id = {folders[0]}" if len(folders) == 1 else f"a.folder_id IN ({listed})"
    ids = f"SELECT id FROM article INDEXED BY article_by_folder WHERE folder_id IN ({listed})"
    if single:
        singles = ",".join(map(str, single))
        where = f"({where} OR a.id IN ({singles}))"
        ids += f" UNION ALL SELECT id FROM article WHERE id IN ({singles})"
    return Filter(where, (), ids, size)


def _tag(db: Database, name: str) -> Filter:
    ids = "SELECT b.id FROM tag AS t CROSS JOIN article AS b ON b.identity = t.identity WHERE t.name = ?"
    return _counted(db, f"a.id IN ({ids})", ids, packing.storable(name))


def _query(db: Database, query: str) -> Filter:
    """The articles that a search finds. They are looked up once and kept in a table of this connection's own."""
    size = _found(db, fulltext.expression(query))
    return Filter("a.id IN (SELECT id FROM temp.found)", (), "SELECT id FROM temp.found", size)


def _found(db: Database, expression: str | None) -> int:
    """Fills temp.found, unless it holds this query's articles already: how many they are."""
    db.run("CREATE TEMP TABLE IF NOT EXISTS found (id INTEGER PRIMARY KEY)")
    db.run("CREATE TEMP TABLE IF NOT EXISTS asked (expression TEXT, revision TEXT, size INTEGER)")
    revision = f"{db.value('PRAGMA data_version')} {db.value('SELECT articles FROM tally')}"
    held = db.row("SELECT expression, revision, size FROM temp.asked")
    if held is not None and held[:2] == (expression, revision):
        return int(held[2])
    db.run("DELETE FROM temp.found")
    db.run("DELETE FROM temp.asked")
    if expression is not None:
        db.run("INSERT INTO temp.found SELECT rowid FROM search WHERE search MATCH ?", (expression,))
    size = int(db.value("SELECT count(*) FROM temp.found"))
    db.run("INSERT INTO temp.asked VALUES (?, ?, ?)", (expression, revision, size))
    return size
