"""Sums over a view: articles, unread, outlets, days.

Here: counts for the header and for choosing filters. They come from the tallies that triggers keep (`schema.py`) where
the view allows it, else from indexes. Not here: which article stands where (`listing.py`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from reader.article import View
from reader.library import times
from reader.library.connection import Database
from reader.library.listing import few
from reader.library.narrowing import Narrowing, folder_ids, narrow, outlet_ids

_NOTHING = View()


def count(db: Database, view: View) -> tuple[int, int]:
    """How many articles the view has, and how many of them are unread."""
    tallied = _tallied(db, replace(view, group="date", unread=False))
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
        row = db.row(
            f"{sums} day WHERE place >= ? AND place < ?",
            [place // times.SPAN for place in times.range_of(view.since, view.until)],
        )
    elif view == View(outlet=view.outlet) and view.outlet is not None:
        row = db.row(f"{sums} outlet WHERE id IN ({','.join(map(str, outlet_ids(db, view.outlet)))})")
    elif view == View(under=view.under) and view.under is not None:
        folders, single = folder_ids(db, view.under)
        if not single:
            row = db.row(f"{sums} folder WHERE id IN ({','.join(map(str, folders))})")
    return None if row is None else (row[0], row[1])


def _number(db: Database, narrowing: Narrowing) -> int:
    """How many articles pass."""
    where, params = narrowing.where()
    source = narrowing.source("date")
    if source is not None:
        return int(db.value(f"SELECT count(*) FROM {source[0]} WHERE {where}", (*source[1], *params)))
    return int(db.value(f"SELECT count(*) FROM article AS a WHERE {where}", params))


def outlets(db: Database) -> list[tuple[str, int]]:
    """The known outlets with their numbers of articles, the largest first."""
    rows = db.rows(
        "SELECT name, articles FROM outlet WHERE articles > 0 AND id <> 0 ORDER BY articles DESC, folded, name"
    )
    return [(name, articles) for name, articles in rows]


def activity(db: Database, view: View, days: int) -> list[tuple[date, int]]:
    """Articles a day for that many days up to the newest day of the view, oldest first, days without any too.

    A day in the future ends it only if there is no other: one misread year would leave nothing else to be seen.
    """
    tomorrow = times.first_place(date.today() + timedelta(days=1))
    narrowing = narrow(db, replace(view, group="date"))
    newest = _newest(db, narrowing, tomorrow)
    if newest is None:
        newest = _newest(db, narrowing, 0)
    last = None if newest is None else times.day_of(newest)
    if last is None or days < 1:
        return []
    start = times.first_place(last)
    first = last - timedelta(days=min(days, last.toordinal()) - 1)
    beyond = times.first_place(first) + 2 * times.SPAN
    found = _by_day(db, narrowing, start, beyond)
    return [(day, found[day]) for day in (first + timedelta(days=n) for n in range((last - first).days + 1))]


def _newest(db: Database, narrowing: Narrowing, start: int) -> int | None:
    """The least by_date from `start` on; None: none is dated."""
    places = few(db, narrowing, "date")
    if places is not None:
        return min((p.by_date for p in places if start <= p.by_date < times.UNDATED), default=None)
    if not narrowing.filters:
        place = db.value("SELECT min(place) FROM day WHERE place >= ? AND articles > 0", (start // times.SPAN,))
        return None if place is None else place * times.SPAN
    where, params = narrowing.where()
    sql = f"SELECT a.by_date FROM article AS a WHERE {where} AND a.by_date >= ? ORDER BY a.by_date LIMIT 1"
    found: int | None = db.value(sql, (*params, start))
    return found


def _by_day(db: Database, narrowing: Narrowing, start: int, beyond: int) -> Counter[date | None]:
    """How many articles each day has, of the places from `start` up to `beyond`."""
    days: Counter[date | None] = Counter()
    places = few(db, narrowing, "date")
    if places is not None:
        days.update(times.day_of(p.by_date) for p in places if start <= p.by_date < beyond)
        return days
    if narrowing.filters:
        where, params = narrowing.where()
        sql = (
            f"SELECT a.by_date / {times.SPAN}, count(*) FROM article AS a"
            f" WHERE {where} AND a.by_date >= ? AND a.by_date < ? GROUP BY 1"
        )
        rows = db.rows(sql, (*params, start, beyond))
    else:
        rows = db.rows(
            "SELECT place, articles FROM day WHERE place >= ? AND place < ?",
            (start // times.SPAN, beyond // times.SPAN),
        )
    for place, articles in rows:
        days[times.day_of(place * times.SPAN)] += articles
    return days
