"""A publication date as numbers that sort: the place in the list by date, and the place in time.

`by_date` ascends as the list does: newest day first; of one day the stated dates before the inferred ones; of one day
and certainty the latest time first, then those of which only the day is known; undated ones last. Days and times are
those that the source states, in its own zone, because those are shown. `instant` ascends in time, in seconds since the
year 1 in UTC (a time without a zone counts as UTC), a mere day before the times of that day, undated last: the order
inside a story.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from reader.article import Certainty

SPAN = 100_000
"""The places that `by_date` has for a day: its 86,400 seconds and one for "only the day is known"."""

_LAST = date.max.toordinal()
UNDATED = 2 * _LAST * SPAN
"""`by_date` of an article without a date."""
UNDATED_INSTANT = 10**12
"""`instant` of an article without a date."""


def by_date(published: date | datetime | None, certainty: Certainty) -> int:
    """The place in the list by date."""
    if published is None:
        return UNDATED
    place = first_place(published) + (SPAN if certainty == "inferred" else 0)
    if isinstance(published, datetime):
        return place + 86_399 - _seconds(published)
    return place + 86_400


def instant(published: date | datetime | None) -> int:
    """The place in time."""
    if published is None:
        return UNDATED_INSTANT
    days = published.toordinal() * 86_400
    if not isinstance(published, datetime):
        return days
    offset = published.utcoffset()
    return days + _seconds(published) - (int(offset.total_seconds()) if offset is not None else 0)


def _seconds(time: datetime) -> int:
    return time.hour * 3600 + time.minute * 60 + time.second


def first_place(day: date) -> int:
    """The least `by_date` of that day; that of the day before it is 2 * SPAN more."""
    return (_LAST - day.toordinal()) * 2 * SPAN


def day_of(place: int) -> date | None:
    """The day of a `by_date`; None: undated."""
    if place >= UNDATED:
        return None
    return date.fromordinal(_LAST - place // (2 * SPAN))


def heading(place: int) -> str:
    """The heading in the list by date: `2022-11-07`, `2022-11-07~` when inferred, `` when undated."""
    return _heading(place // SPAN)


@lru_cache(maxsize=20_000)
def _heading(spans: int) -> str:
    """The same for all places of a day, stated or inferred."""
    day = day_of(spans * SPAN)
    return "" if day is None else day.isoformat() + ("~" if spans % 2 else "")


def to_text(published: date | datetime | None) -> str | None:
    """ISO 8601, a day or a time with its offset as it was given."""
    return None if published is None else published.isoformat()


def from_text(text: str | None) -> date | datetime | None:
    """What `to_text` was given."""
    if text is None:
        return None
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)


def range_of(since: date | None, until: date | None) -> tuple[int, int]:
    """The least `by_date` of the days from `since` to `until`, both included, and the first beyond them."""
    newest = 0 if until is None else first_place(until)
    beyond = UNDATED if since is None else first_place(since) + 2 * SPAN
    return newest, beyond
