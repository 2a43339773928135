"""Sums over a view: articles, unread, outlets, days.

Here: counts for the header and for choosing filters. They come from the tallies that triggers keep (`schema.py`) where
the view allows it, else from indexes. Not here: which article stands where (`listing.py`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from reader.article import View
from reader.library.columns import times
from reader.library.file.connection import Database
from reader.library.queries.listing import few, slots
from reader.library.queries.narrowing import Narrowing, lone_under, narrow, outlet_ids, sums_under

_NOTHING = View()


def count(db: Database, view: View) -> tuple[int, int]:
    """How many articles the view has, and how many of them are unread."""
    tallied = _tallied(db, replace(view, group="date", sort=(), unread=False))
    if tallied is None:
        articles = _number(db, narrow(db, view))
        unread = articles if view.unread else _number(db, narrow(db, replace(view, unread=True)))
    else:
        articles, unread = tallied
    return (unread, unread) if view.unread else (articles, unread)


def _tallied(db: Database, view: View) -> tuple[int, int] | None:
    """The sums of a view with at most one filter, where they are kept; else None."""
    sums = "SELECT coalesce(sum(articles), 0), coalesce(sum(unread), 0) FROM"
    row = None
    if view == _NOTHING:
        row = db.row("SELECT articles, unread FROM tally")
    elif view == View(since=view.since, until=view.until):
        row = db.row(f"{sums} day WHERE {_DAYS}", _days(view))
    elif view == View(outlet=view.outlet) and view.outlet is not None:
        row = db.row(f"{sums} outlet WHERE id IN ({','.join(map(str, outlet_ids(db, view.outlet)))})")
    elif view == View(under=view.under) and view.under is not None:
        row = None if lone_under(db, view.under) else sums_under(db, view.under)
    return None if row is None else (row[0], row[1])


def _number(db: Database, narrowing: Narrowing) -> int:
    """How many articles pass."""
    if narrowing.names == {"query"}:
        return narrowing.filters[0].size
    where, params = narrowing.where()
    if narrowing.names <= {"outlet", "dates", "unread"}:  # an index holds all that is asked for
        return int(db.value(f"SELECT count(*) FROM article AS a WHERE {where}", params))
    source, first = narrowing.fewest()
    return int(db.value(f"SELECT count(*) FROM {source} WHERE {where}", (*first, *params)))


def outlets(db: Database, view: View = _NOTHING) -> list[tuple[str, int]]:
    """The known outlets of the view with their numbers of articles, the largest first."""
    if view != _NOTHING:
        return _each(db, view, "o.name", "JOIN outlet AS o ON o.id = a.outlet_id AND o.id <> 0")
    rows = db.rows(
        "SELECT name, articles FROM outlet WHERE articles > 0 AND id <> 0 ORDER BY articles DESC, folded, name"
    )
    return [(name, articles) for name, articles in rows]


def tags(db: Database, view: View = _NOTHING) -> list[tuple[str, int]]:
    """The tags with their numbers of articles, in alphabetical order. As many rows are read as tags were given."""
    if view != _NOTHING:
        return sorted(_each(db, view, "t.name", "JOIN tag AS t ON t.identity = a.identity"))
    rows = db.rows(
        "SELECT t.name, count(*) FROM tag AS t CROSS JOIN article AS a ON a.identity = t.identity"
        " GROUP BY t.name ORDER BY t.name"
    )
    return [(name, articles) for name, articles in rows]


def languages(db: Database, view: View = _NOTHING) -> list[tuple[str, int]]:
    """The languages with their numbers of articles, the most frequent first; a look at each article's."""
    if view != _NOTHING:
        return [one for one in _each(db, view, "a.language", "") if one[0]]
    rows = db.rows(
        "SELECT language, count(*) FROM article INDEXED BY article_by_language WHERE language IS NOT NULL"
        " GROUP BY language ORDER BY 2 DESC, 1"
    )
    return [(language, articles) for language, articles in rows]


def _each(db: Database, view: View, what: str, join: str) -> list[tuple[str, int]]:
    """How many articles of the view each of something has, the most frequent first; all of the view are looked at."""
    narrowing = narrow(db, view)
    where, params = narrowing.where()
    source, first = narrowing.fewest() if narrowing.filters else ("article AS a", ())  # a folder may hold all there is
    rows = db.rows(
        f"SELECT {what}, count(*) FROM {source} {join} WHERE {where} GROUP BY 1 ORDER BY 2 DESC, 1", (*first, *params)
    )
    return [(name, articles) for name, articles in rows]


def activity(db: Database, view: View, days: int = 30) -> list[tuple[date, int]]:
    """Articles a day for that many days up to the newest day of the view, oldest first, days without any too.

    A day in the future ends it only if there is no other: one misread year would leave nothing else to be seen.
    """
    last = _newest_day(db, view, date.today() + timedelta(days=1)) or _newest_day(db, view, date.max)
    if last is None or days < 1:
        return []
    first = date.fromordinal(max(1, last.toordinal() - days + 1))
    since = first if view.since is None else max(first, view.since)
    found = _by_day(db, replace(view, since=since, until=last))
    return [(day, found[day]) for day in map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))]


def _newest_day(db: Database, view: View, until: date) -> date | None:
    """The newest day of the view up to that one; None: it has no article dated so."""
    until = until if view.until is None else min(until, view.until)
    found = slots(db, replace(view, group="date", sort=(), until=until), limit=1)
    return date.fromisoformat(found[0].heading[:10]) if found else None


def _by_day(db: Database, view: View) -> Counter[date | None]:
    """How many articles each day has."""
    narrowing = narrow(db, view)
    places = few(db, narrowing, "date")
    if places is not None:
        return Counter(times.day_of(place.by_date) for place in places)
    if narrowing.names == {"dates"}:
        rows = db.rows(f"SELECT place, articles FROM day WHERE {_DAYS}", _days(view))
    else:
        where, params = narrowing.where()
        sql = f"SELECT a.by_date / {times.SPAN}, count(*) FROM article AS a WHERE {where} GROUP BY 1"
        rows = db.rows(sql, params)
    found: Counter[date | None] = Counter()
    for place, articles in rows:
        found[times.day_of(place * times.SPAN)] += articles
    return found


_DAYS = "place >= ? AND place < ?"


def _days(view: View) -> list[int]:
    """The parameters of `_DAYS`: the places of the view's days."""
    return [place // times.SPAN for place in times.range_of(view.since, view.until)]
