"""Days and moments: the day of either, the zone of one that states none, and now.

Not here: reading dates (sources, cleaning), writing them for people (the faces).
"""

from __future__ import annotations

from datetime import date, datetime, timezone


def day_of(when: date | datetime) -> date:
    """The day of a date or of a time."""
    return when.date() if isinstance(when, datetime) else when


def aware(when: datetime) -> datetime:
    """The same moment with a zone: UTC, where none is stated."""
    return when if when.tzinfo else when.replace(tzinfo=timezone.utc)


def now() -> datetime:
    """The present moment in UTC, to the second."""
    return datetime.now(timezone.utc).replace(microsecond=0)
