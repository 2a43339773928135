"""A view's filters as SQL, how many articles each of them leaves, and which index serves them.

Here: filters and the choice between two ways of making a list. Not here: the order of the list (`listing.py`), sums
(`counting.py`).

Either the index that the list is read from settles all filters (the unread ones of an outlet by date), so that every
step along it meets an article that passes. Or some filter leaves few articles: these are fetched and sorted. Or, where
neither holds, so many articles pass that walking the index soon meets enough of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import prod
from typing import Literal

from reader.article import Grouping, View
from reader.library.columns import fulltext, times
from reader.library.columns.rows import folded_outlet, folder_of
from reader.library.documents import span
from reader.library.file.connection import Database
from reader.safety import plain_name

FEW = 1_000
"""Up to this many articles are sorted rather than looked up in order: it takes a few milliseconds."""
_COUNTED = 20_000
"""How far the articles of a filter are counted where no sum is kept."""
_PAGE = 500
_FETCHING, _SORTING = 1, 3
"""How many times as long as a step along an index it takes to find an article and to sort it (measured)."""
_MANY_FOLDERS = 32
"""Up to this many folders are merged in order; beyond that, the order of the whole library is walked."""

Name = Literal[
    "dates", "outlet", "under", "feed", "unread", "starred", "tag", "story", "query", "language", "length",
    "story size", "disputed",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Filter:
    """One condition on articles."""

    name: Name
    where: str
    """SQL on a row `a` of article."""
    ids: str
    """SQL that gives the ids that pass, as `id`."""
    size: int
    """How many pass; for some filters counted only as far as it matters."""
    params: tuple[object, ...] = ()
    """Of `where`, and of `ids` as well."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """All conditions of a view."""

    filters: tuple[Filter, ...] = ()
    total: int = 0
    """Articles in the library."""
    dates: tuple[int, int] | None = None
    """The least `by_date` that passes, and the first beyond."""
    outlet: int | None = None
    """The one outlet that passes, if it is one."""
    folders: tuple[int, ...] = ()
    """The folders that pass, if they are not too many and nothing else does."""
    feeds: tuple[int, ...] = ()
    """The feeds that pass, likewise."""

    @property
    def names(self) -> frozenset[Name]:
        """Which filters there are."""
        return frozenset(one.name for one in self.filters)

    def settled(self, group: Grouping) -> frozenset[Name]:
        """The filters that the index for this order settles (which one it is, `listing.py` says in the same order)."""
        if group == "story":
            return frozenset({"unread"})
        if group == "group":
            return frozenset({"unread", "dates"})
        if group == "outlet" or self.outlet is not None:
            return frozenset({"unread", "dates", "outlet"} if self.outlet is not None else {"unread", "dates"})
        if self.folders:
            return frozenset({"unread", "dates", "under"})
        if self.feeds:
            return frozenset({"unread", "dates", "feed"})
        return frozenset({"dates", "starred"} if "starred" in self.names else {"dates", "unread"})

    def source(self, group: Grouping) -> tuple[str, tuple[object, ...]] | None:
        """What to select from (as `a`) when few articles pass, with its parameters; None: walk the index."""
        settled = self.settled(group)
        loose = [one for one in self.filters if one.name not in settled]
        return self.fewest() if loose and self.rather_sorted(loose, group) else None

    def fewest(self) -> tuple[str, tuple[object, ...]]:
        """What to select from (as `a`) to have the articles of the filter that leaves fewest, with its parameters."""
        best = min(self.filters, key=lambda one: one.size)
        return f"({best.ids}) AS few CROSS JOIN article AS a ON a.id = few.id", best.params

    def rather_sorted(self, loose: list[Filter], group: Grouping) -> bool:
        """Whether fetching and sorting all that passes costs less than walking the index past what `loose` keeps out.

        The filters are taken to be independent of each other. Of the order they may not be: a folder may hold one
        outlet or one year, and then all that passes stands at the far end. There the walk counts as a whole one.
        """
        least = min(one.size for one in self.filters)
        if least <= FEW:
            return True
        passing = self.total * prod(one.size / self.total for one in self.filters)
        steps = _PAGE / prod(one.size / self.total for one in loose)
        if group in ("outlet", "group") or any(one.name in ("dates", "under", "feed") for one in loose):
            steps = self.total
        return _FETCHING * least + _SORTING * passing < min(self.total, steps)

    def where(self, *, but: Name | None = None) -> tuple[str, tuple[object, ...]]:
        """All conditions joined (except one, if it is handled otherwise), with their parameters."""
        filters = [one for one in self.filters if one.name != but]
        params = tuple(param for one in filters for param in one.params)
        return " AND ".join(["1", *(one.where for one in filters)]), params


def narrow(db: Database, view: View) -> Narrowing:
    """The view's filters."""
    filters: list[Filter] = []
    outlets: list[int] = []
    folders: tuple[int, ...] = ()
    if view.since is not None or view.until is not None:
        filters.append(_dates(db, view))
    if view.outlet is not None:
        outlets = outlet_ids(db, view.outlet)
        filters.append(_outlet(db, outlets))
    if view.under is not None:
        under, folders = _under(db, view.under)
        filters += under
    feeds: tuple[int, ...] = ()
    if view.feed is not None or view.feed_group is not None:
        feeds = feed_ids(db, view)
        filters.append(_feeds(db, feeds))
    if view.unread:
        ids = "SELECT id FROM article INDEXED BY article_unread_by_date WHERE read = 0"
        filters.append(Filter("unread", "a.read = 0", ids, db.value("SELECT unread FROM tally")))
    if view.starred:
        ids = "SELECT id FROM article INDEXED BY article_starred_by_date WHERE starred = 1"
        filters.append(_counted(db, Filter("starred", "a.starred = 1", ids, _COUNTED)))
    if view.tag is not None:
        ids = "SELECT b.id FROM tag AS t CROSS JOIN article AS b ON b.identity = t.identity WHERE t.name = ?"
        filters.append(_counted(db, Filter("tag", f"a.id IN ({ids})", ids, _COUNTED, (plain_name(view.tag),))))
    if view.story is not None:
        ids = "SELECT id FROM article INDEXED BY article_by_story WHERE story_id = ?"
        filters.append(_counted(db, Filter("story", "a.story_id = ?", ids, _COUNTED, (view.story,))))
    filters += [_counted(db, one) for one in _of_kind(view)]
    if view.query is not None:
        filters.append(_query(db, view.query))
    dates = None if view.since is view.until is None else times.range_of(view.since, view.until)
    return Narrowing(
        tuple(filters),
        db.value("SELECT articles FROM tally"),
        dates,
        outlets[0] if len(outlets) == 1 else None,
        folders,
        feeds if len(feeds) <= _MANY_FOLDERS else (),
    )


def _of_kind(view: View) -> Iterator[Filter]:
    """The filters by what an article is like, before they are counted."""
    if view.language is not None:
        ids = "SELECT id FROM article INDEXED BY article_by_language WHERE language = ?"
        yield Filter("language", "a.language = ?", ids, _COUNTED, (view.language,))
    for least, sign in ((view.longer, ">"), (view.shorter, "<")):
        if least is not None:
            ids = f"SELECT id FROM article INDEXED BY article_by_minutes WHERE minutes {sign} ?"
            yield Filter("length", f"a.minutes {sign} ?", ids, _COUNTED, (least,))
    in_story = "SELECT b.id FROM story AS s INDEXED BY {} CROSS JOIN article AS b ON b.story_id = s.id WHERE {}"
    if view.story_size is not None and view.story_size > 1:
        condition = "s.articles >= 2 AND s.articles >= ?"
        where = f"EXISTS (SELECT 1 FROM story AS s WHERE s.id = a.story_id AND {condition})"
        ids = in_story.format("story_by_articles", condition)
        yield Filter("story size", where, ids, _COUNTED, (view.story_size,))
    if view.disputed:
        ids = in_story.format("story_disputed", "s.disputed = 1")
        where = "EXISTS (SELECT 1 FROM story AS s WHERE s.id = a.story_id AND s.disputed = 1)"
        yield Filter("disputed", where, ids, _COUNTED)


def _counted(db: Database, one: Filter) -> Filter:
    """The filter with its size in place of the limit up to which that matters."""
    size = db.value(f"SELECT count(*) FROM ({one.ids} LIMIT {one.size + 1})", one.params)
    return Filter(one.name, one.where, one.ids, size, one.params)


def _dates(db: Database, view: View) -> Filter:
    range_ = times.range_of(view.since, view.until)
    size = db.value(
        "SELECT coalesce(sum(articles), 0) FROM day WHERE place >= ? AND place < ?", [p // times.SPAN for p in range_]
    )
    ids = "SELECT id FROM article INDEXED BY article_by_date WHERE by_date >= ? AND by_date < ?"
    return Filter("dates", "a.by_date >= ? AND a.by_date < ?", ids, size, range_)


def outlet_ids(db: Database, name: str) -> list[int]:
    """The outlet of exactly that name, else all that differ from it in case or `The` only, else all whose names have it
    in them.

    `` is the unknown one.
    """
    name = plain_name(name)
    folded = folded_outlet(name)
    asked = (("name = ?", name), ("folded = ?", folded), ("instr(folded, ?) AND id <> 0", folded))
    return next((found for where, said in asked if (found := _outlets(db, where, said))), [])


def _outlets(db: Database, where: str, said: str) -> list[int]:
    return [row[0] for row in db.rows(f"SELECT id FROM outlet WHERE {where}", (said,))]


def _outlet(db: Database, outlets: list[int]) -> Filter:
    condition = _one_of("outlet_id", outlets)
    size = db.value(f"SELECT coalesce(sum(articles), 0) FROM outlet WHERE {_one_of('id', outlets)}")
    ids = f"SELECT id FROM article INDEXED BY article_by_outlet WHERE {condition}"
    return Filter("outlet", f"a.{condition}", ids, size)


def feed_ids(db: Database, view: View) -> tuple[int, ...]:
    """The feeds of the view's name and group."""
    found = db.rows("SELECT id, coalesce(name, title, address), section FROM feed ORDER BY id")
    named = None if view.feed is None else plain_name(view.feed).casefold()
    group = None if view.feed_group is None else plain_name(view.feed_group).casefold()
    return tuple(
        id_
        for id_, name, section in found
        if named in (None, name.casefold(), str(id_)) and group in (None, section.casefold())
    )


def _feeds(db: Database, feeds: tuple[int, ...]) -> Filter:
    condition = _one_of("feed_id", feeds)
    ids = f"SELECT id FROM article INDEXED BY article_by_feed WHERE feed_id IS NOT NULL AND {condition}"
    return _counted(db, Filter("feed", f"a.{condition}", ids, _COUNTED))


def sums_under(db: Database, under: str) -> tuple[int, int]:
    """Articles and unread ones of the folders all of whose articles have an identity that begins so."""
    row = db.row(
        "SELECT coalesce(sum(articles), 0), coalesce(sum(unread), 0) FROM folder WHERE path >= ? AND path < ?",
        span(under),
    )
    return (0, 0) if row is None else (row[0], row[1])


def lone_under(db: Database, under: str) -> tuple[int, ...]:
    """The articles of another folder, the one that `under` ends in, whose identity begins so."""
    start, end = span(under)
    parent = folder_of(start)
    parent_id = None if parent == start else db.value("SELECT id FROM folder WHERE path = ?", (parent,))
    return () if parent_id is None else _children(db, parent_id, start, end)


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
            cut = min(place for mark in "/#" if (place := identity.find(mark, len(start))) >= 0)
            at = identity[:cut] + chr(ord(identity[cut]) + 1)
    return tuple(found)


def _under(db: Database, under: str) -> tuple[list[Filter], tuple[int, ...]]:
    """The filter, unless everything passes; and the folders whose indexes serve the list by date."""
    lone = lone_under(db, under)
    size = sums_under(db, under)[0] + len(lone)
    if size == db.value("SELECT articles FROM tally"):
        return [], ()
    range_ = span(under)
    rows = db.rows(f"SELECT id FROM folder WHERE path >= ? AND path < ? LIMIT {_MANY_FOLDERS + 1}", range_)
    folders = tuple(row[0] for row in rows)
    if lone or len(folders) > _MANY_FOLDERS:
        condition = "folder_id IN (SELECT id FROM folder WHERE path >= ? AND path < ?)"
        lones = _one_of("id", lone)
        ids = f"SELECT id FROM article INDEXED BY article_by_folder WHERE {condition}"
        ids += f" UNION SELECT id FROM article WHERE {lones}"
        # The plus keeps SQLite from going through thousands of folders where another condition leaves less.
        return [Filter("under", f"(+a.{condition} OR a.{lones})", ids, size, range_)], ()
    condition = _one_of("folder_id", folders)
    ids = f"SELECT id FROM article INDEXED BY article_by_folder WHERE {condition}"
    return [Filter("under", f"a.{condition}", ids, size)], folders


def _one_of(column: str, ids: list[int] | tuple[int, ...]) -> str:
    """SQL for "this column is one of these numbers", none of which is negative."""
    return f"{column} = {ids[0]}" if len(ids) == 1 else f"{column} IN ({','.join(map(str, ids)) or '-1'})"


def _query(db: Database, query: str) -> Filter:
    """The articles that a search finds. They are looked up once and kept in a table of this connection's own."""
    ids = "SELECT id FROM temp.found"
    return Filter("query", f"a.id IN ({ids})", ids, _find(db, fulltext.expression(query)))


def _find(db: Database, expression: str | None) -> int:
    """Fill temp.found unless it holds this query's articles already. Returns how many there are."""
    db.run("CREATE TEMP TABLE IF NOT EXISTS found (id INTEGER PRIMARY KEY)")
    db.run("CREATE TEMP TABLE IF NOT EXISTS asked (expression TEXT, revision INTEGER, size INTEGER)")
    revision = db.value("SELECT searched FROM tally")
    size = db.value("SELECT size FROM temp.asked WHERE expression IS ? AND revision = ?", (expression, revision))
    if size is not None:
        return int(size)
    db.run("DELETE FROM temp.asked")
    db.run("DELETE FROM temp.found")
    if expression is not None:
        db.run("INSERT INTO temp.found SELECT rowid FROM search WHERE search MATCH ?", (expression,))
    size = int(db.value("SELECT count(*) FROM temp.found"))
    db.run("INSERT INTO temp.asked VALUES (?, ?, ?)", (expression, revision, size))
    return size
