"""The list: which article stands where, and its row.

Here: the four orders (`order_of` says what they are), paging through them, rows. Not here: filters (`narrowing.py`).

Nothing counts or skips rows: a page begins at the place of the article before it ("keyset paging"), found in an index.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from reader.article import Entry, Grouping, Slot, View
from reader.errors import NotFound
from reader.library.columns import packing, times
from reader.library.file.connection import Database, Row
from reader.library.file.failures import sound, texts
from reader.library.queries import sorting
from reader.library.queries.narrowing import Narrowing, narrow
from reader.safety import plain_name


class Place(NamedTuple):
    """All that decides where an article stands."""

    id: int
    by_date: int
    outlet: str
    folded: str
    outlet_id: int
    grouped: int
    story: int | None
    newest: int | None
    instant: int
    section: str
    """The group of the feed that brought it; empty: none."""


_PLACE = (
    "a.id, a.by_date, o.name, o.folded, a.outlet_id, a.grouped, a.story_id, s.newest, a.instant,"
    " coalesce(f.section, '')"
)
_JOINS = (
    "JOIN outlet AS o ON o.id = a.outlet_id LEFT JOIN story AS s ON s.id = a.story_id"
    " LEFT JOIN feed AS f ON f.id = a.feed_id"
)


def order_of(place: Place, group: Grouping) -> tuple[Any, ...]:
    """What sorts a list: by date (also of "nothing"), by outlet and then date, by story and then time."""
    if group == "outlet":
        return place.folded, place.outlet, place.by_date, place.id
    if group == "group":
        return *_in_order(place.section), place.by_date, place.id
    if group != "story":
        return place.by_date, place.id
    if place.grouped:
        return 0, place.newest, place.story, place.instant, place.id
    return 1, place.by_date, place.id


def _in_order(section: str) -> tuple[bool, str, str]:
    """Groups of feeds by name, none last."""
    return section == "", section.casefold(), section


def heading_of(place: Place, group: Grouping) -> str:
    """The heading that an article stands under."""
    if group == "date":
        return times.heading(place.by_date)
    if group == "outlet":
        return place.outlet
    if group == "group":
        return place.section
    return str(place.story) if group == "story" and place.grouped else ""


def place_of(db: Database, id_: int) -> Place:
    """The place of an article. Raises NotFound."""
    row = db.row(f"SELECT {_PLACE} FROM article AS a {_JOINS} WHERE a.id = ?", (id_,))
    if row is None:
        raise NotFound(f"no article {id_} in this library")
    return Place(*row)


def slots(
    db: Database, view: View, *, after: int | None = None, limit: int = 500, backwards: bool = False
) -> list[Slot]:
    """The next articles of the view after that one (before it, nearest first), or the first (last) ones."""
    if view.sort:
        return sorting.slots(db, view, after, limit, backwards=backwards)
    narrowing = narrow(db, view)
    start = None if after is None else place_of(db, after)
    found = few(db, narrowing, view.group)
    if found is not None:
        return _sorted(found, view.group, start, limit, backwards)
    walk = _Walk(db, narrowing, backwards)
    with closing(_ORDERS[view.group](walk, start)) as ordered:
        return list(islice(ordered, max(0, limit)))


def few(db: Database, narrowing: Narrowing, group: Grouping) -> list[Place] | None:
    """The articles of a view in no order, when they are few; else None."""
    source = narrowing.source(group)
    if source is None:
        return None
    where, params = narrowing.where()
    rows = db.rows(f"SELECT {_PLACE} FROM {source[0]} {_JOINS} WHERE {where}", (*source[1], *params))
    return [Place(*row) for row in rows]


def _sorted(places: list[Place], group: Grouping, start: Place | None, limit: int, backwards: bool) -> list[Slot]:
    keyed = sorted(((order_of(place, group), place) for place in places), reverse=backwards)
    if start is not None:
        border = order_of(start, group)
        keyed = [(key, place) for key, place in keyed if (key < border if backwards else key > border)]
    return [Slot(place.id, heading_of(place, group)) for _, place in keyed[: max(0, limit)]]


_ALL = (-(2**62), 2**62)
_Slots = Generator[Slot, None, None]


class _Walk:
    """Goes through the indexes in their order, from a place on, forwards or backwards."""

    def __init__(self, db: Database, narrowing: Narrowing, backwards: bool) -> None:
        self.db = db
        self.narrowing = narrowing
        self.backwards = backwards
        self.where, self.params = narrowing.where()
        self.state = "unread_" if "unread" in narrowing.names else ""

    def keyed(
        self,
        sql: str,
        columns: tuple[str, ...],
        after: tuple[int, int] | None,
        params: Sequence[Any] = (),
        bounds: tuple[int, int] = _ALL,
    ) -> Iterator[Row]:
        """Rows of `sql` (which ends in WHERE ...) in the order of the columns, those beyond `after` in the first two.

        Of the first column only values from the first bound up to the second. Two statements, because SQLite does not
        use an index for a comparison of pairs when the second is the rowid.
        """
        first, second = columns[:2]
        low, high = bounds
        beyond, way = ("<", "DESC") if self.backwards else (">", "ASC")
        order = [f"{column} {way}" for column in columns]
        if after is not None:
            if low <= after[0] < high:
                ties = f"{sql} AND {first} = ? AND {second} {beyond} ? ORDER BY {', '.join(order[1:])}"
                yield from self.db.each(ties, (*params, *after))
            low, high = (low, min(high, after[0])) if self.backwards else (max(low, after[0] + 1), high)
        rest = f"{sql} AND {first} >= ? AND {first} < ? ORDER BY {', '.join(order)}"
        yield from self.db.each(rest, (*params, low, high))

    def by_date(self, index: str, after: tuple[int, int] | None, condition: str = "1") -> Iterator[Row]:
        """Id and by_date along an index that has by_date last; `condition` settles its columns before that."""
        where, params = self.narrowing.where(but="dates")
        sql = f"SELECT a.id, a.by_date FROM article AS a INDEXED BY {index} WHERE {condition} AND {where}"
        return self.keyed(sql, ("a.by_date", "a.id"), after, params, self.narrowing.dates or _ALL)


def _by_date(walk: _Walk, start: Place | None) -> _Slots:
    for id_, place in _dated(walk, start):
        yield Slot(id_, times.heading(place))


def _by_nothing(walk: _Walk, start: Place | None) -> _Slots:
    for id_, _ in _dated(walk, start):
        yield Slot(id_, "")


def _dated(walk: _Walk, start: Place | None) -> Iterable[Row]:
    after = None if start is None else (start.by_date, start.id)
    narrowing = walk.narrowing
    if narrowing.outlet is not None:
        return walk.by_date(f"article_{walk.state}by_outlet", after, f"a.outlet_id = {narrowing.outlet}")
    if narrowing.folders:
        index = f"article_{walk.state}by_folder"
        each = [walk.by_date(index, after, f"a.folder_id = {folder}") for folder in narrowing.folders]
        return heapq.merge(*each, key=lambda row: (row[1], row[0]), reverse=walk.backwards)
    if narrowing.feeds:
        return _of_feeds(walk, narrowing.feeds, after)
    if "starred" in narrowing.names:
        return walk.by_date("article_starred_by_date", after)
    return walk.by_date(f"article_{walk.state}by_date", after)


def _by_outlet(walk: _Walk, start: Place | None) -> _Slots:
    """Outlet after outlet."""
    index = f"article_{walk.state}by_outlet"
    if start is not None:
        for id_, _ in walk.by_date(index, (start.by_date, start.id), f"a.outlet_id = {start.outlet_id}"):
            yield Slot(id_, start.outlet)
    beyond, way = ("<", "DESC") if walk.backwards else (">", "ASC")
    where = "" if start is None else f"AND (folded, name) {beyond} (?, ?)"
    params = () if start is None else (start.folded, start.outlet)
    size = "unread" if "unread" in walk.narrowing.names else "articles"
    only = "" if walk.narrowing.outlet is None else f"AND id = {walk.narrowing.outlet}"
    outlets = walk.db.each(
        f"SELECT id, name FROM outlet WHERE {size} > 0 {where} {only} ORDER BY folded {way}, name {way}", params
    )
    for outlet, name in outlets:
        for id_, _ in walk.by_date(index, None, f"a.outlet_id = {outlet}"):
            yield Slot(id_, name)


def _of_feeds(walk: _Walk, feeds: Iterable[int], after: tuple[int, int] | None) -> Iterable[Row]:
    """Id and by_date of what these feeds brought, in the order of the list by date."""
    index = f"article_{walk.state}by_feed"
    each = [walk.by_date(index, after, f"a.feed_id = {feed} AND a.feed_id IS NOT NULL") for feed in feeds]
    return heapq.merge(*each, key=lambda row: (row[1], row[0]), reverse=walk.backwards)


def _by_group(walk: _Walk, start: Place | None) -> _Slots:
    """Group of feeds after group, then what came from no feed or from one in no group."""
    feeds: dict[str, list[int]] = {"": []}
    for id_, section in walk.db.rows("SELECT id, section FROM feed"):
        feeds.setdefault(section, []).append(id_)
    sections = sorted(feeds, key=_in_order, reverse=walk.backwards)
    for section in sections if start is None else sections[sections.index(start.section) :]:
        after = (start.by_date, start.id) if start is not None and section == start.section else None
        if section:
            rows = _of_feeds(walk, feeds[section], after)
        else:
            ungrouped = ",".join(map(str, feeds[section]))
            condition = f"(a.feed_id IS NULL OR a.feed_id IN ({ungrouped}))"
            rows = walk.by_date(f"article_{walk.state}by_date", after, condition)
        for id_, _ in rows:
            yield Slot(id_, section)


def _by_story(walk: _Walk, start: Place | None) -> _Slots:
    """The stories, then the articles that stand alone; backwards the other way round."""
    alone = start is not None and not start.grouped
    parts = (_alone, _stories) if walk.backwards else (_stories, _alone)
    begun = start is None
    for part in parts:
        if begun:
            yield from part(walk, None)
        elif (part is _alone) == alone:
            yield from part(walk, start)
            begun = True


def _alone(walk: _Walk, start: Place | None) -> Iterator[Slot]:
    after = None if start is None else (start.by_date, start.id)
    for id_, _ in walk.by_date(f"article_{walk.state}alone_by_date", after, "a.grouped = 0"):
        yield Slot(id_, "")


def _stories(walk: _Walk, start: Place | None) -> Iterator[Slot]:
    """Story after story, each in time order."""
    after = None
    if start is not None and start.story is not None and start.newest is not None:
        after = (start.newest, start.story)
        rest = f"SELECT a.id FROM article AS a INDEXED BY article_by_story WHERE a.story_id = ? AND {walk.where}"
        params = (start.story, *walk.params)
        for (id_,) in walk.keyed(rest, ("a.instant", "a.id"), (start.instant, start.id), params):
            yield Slot(id_, str(start.story))
    unread = " AND s.unread > 0" if "unread" in walk.narrowing.names else ""
    sql = (
        f"SELECT a.id, s.id FROM story AS s INDEXED BY story_{walk.state}by_newest"
        " CROSS JOIN article AS a INDEXED BY article_by_story ON a.story_id = s.id"
        f" WHERE s.articles >= 2{unread} AND {walk.where}"
    )
    order = ("s.newest", "s.id", "a.instant", "a.id")
    for id_, story in walk.keyed(sql, order, after, walk.params, _newest(walk.narrowing)):
        yield Slot(id_, str(story))


def _newest(narrowing: Narrowing) -> tuple[int, int]:
    """The bounds of `newest` for stories with an article in the view: none of them ends before its first day."""
    first = None if narrowing.dates is None else times.day_of(narrowing.dates[1] - 1)
    if first is None:
        return _ALL
    return _ALL[0], 86_401 - times.instant(first)  # a day more: in UTC a stated day may begin a day earlier


_ORDERS: dict[Grouping, Callable[[_Walk, Place | None], _Slots]] = {
    "date": _by_date,
    "outlet": _by_outlet,
    "story": _by_story,
    "group": _by_group,
    "nothing": _by_nothing,
}


def next_unread(db: Database, view: View, after: int | None, *, backwards: bool = False) -> int | None:
    """The nearest unread article of the view after (before) that one; None: there is none that way."""
    if view.sort:
        return sorting.next_unread(db, view, after, backwards=backwards)
    found = slots(db, replace(view, unread=True), after=after, limit=1, backwards=backwards)
    return found[0].id if found else None


_ENTRY = (
    "SELECT a.id, a.headline, a.opening, o.name, a.published, a.certainty, a.language, s.id, s.articles, a.minutes,"
    " a.read, a.starred, a.gone, a.updated IS NOT NULL, coalesce(a.source, a.identity),"
    " EXISTS (SELECT 1 FROM unfinished AS u WHERE u.what = 'connect' AND u.article_id = a.id),"
    " (SELECT group_concat(t.name, char(10)) FROM tag AS t WHERE t.identity = a.identity)"
    " FROM article AS a JOIN outlet AS o ON o.id = a.outlet_id"
    " LEFT JOIN story AS s ON s.id = a.story_id AND s.articles >= 2 WHERE a.id IN "
)


def entries(db: Database, ids: Sequence[int]) -> list[Entry]:
    """The rows of these articles in that order; those that are not here are left out."""
    listed = ",".join(str(int(id_)) for id_ in ids)
    rows = db.rows(f"{_ENTRY}({listed})")
    with sound(db.path):
        found = {row[0]: _entry(row) for row in rows}
    return [found[id_] for id_ in ids if id_ in found]


def _entry(row: Row) -> Entry:
    id_, headline, opening, outlet, published, certainty, language, story, tellings, minutes = row[:10]
    read, starred, gone, updated, source, waiting, tags = row[10:]
    texts(headline, opening, outlet, certainty, language, source)
    when: date | None = times.from_text(published)
    return Entry(
        id=id_,
        headline=headline,
        opening=opening or "",
        outlet=outlet or None,
        published=when,
        published_from=certainty,
        language=language,
        story=story,
        tellings=tellings or 1,
        minutes=minutes,
        read=bool(read),
        starred=bool(starred),
        tags=tuple(sorted(tags.split("\n"))) if tags else (),
        gone=bool(gone),
        updated=bool(updated),
        waiting=bool(waiting),
        source=plain_name(packing.original(source)),
    )
