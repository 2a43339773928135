"""What narrows a list and what sorts it, in words.

Here: from a view to words. Not here: what can be filtered by (actions), how it is typed (`asking`).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from reader.article import View
from reader.tui.draw import wording

FIELDS = (
    "query", "unread", "starred", "disputed", "days", "language", "longer", "shorter", "story", "story_size", "tag",
    "feed", "feed_group", "outlet",
)  # fmt: skip
"""The fields of a view that narrow it; since and until are one."""
_DAYS = {"date:today": "today", "since:yesterday": "since yesterday", "date:week": "last 7 days",
         "date:month": "last 30 days"}  # fmt: skip
SORTS = {
    "-date": "newest first", "date": "oldest first", "outlet": "outlet", "-outlet": "outlet from Z", "-length":
    "longest first", "length": "shortest first", "-story-size": "largest story first", "story-size":
    "smallest story first", "relevance": "best match first", "-relevance": "worst match first",
}  # fmt: skip
"""What a list can be sorted by, in words."""


def value_of(view: View, field: str) -> object:
    """What a view says of one of the fields."""
    return (view.since, view.until) if field == "days" else getattr(view, field)


def changes_of(field: str, value: Any) -> Mapping[str, Any]:
    """What has to be replaced in a view to have that value there."""
    return {"since": value[0], "until": value[1]} if field == "days" else {field: value}


def in_words(field: str, value: Any, days: str = "") -> str:
    """One criterion in words: `German`, `longer than 5 min`. days: how the days were typed."""
    if field == "query":
        return f"“{value}”"
    if field == "days":
        return _DAYS.get(days) or _days(*value)
    if field == "language":
        from reader.desk.asking import language_name  # the first screen needs nothing of it

        return language_name(value)
    if field in ("longer", "shorter"):
        return f"{field} than {value} min"
    if field in ("outlet", "feed_group"):
        unknown = "outlet unknown" if field == "outlet" else "in no group"
        return (value if field == "outlet" else f"group {value}") if value else unknown
    return {
        "unread": "unread",
        "starred": "starred",
        "disputed": "disputed",
        "tag": f"#{value}",
        "story": f"story {value}",
        "story_size": f"stories of {value} or more",
        "feed": f"feed {value}",
    }[field]


def _days(since: date | None, until: date | None) -> str:
    if since is None or until is None:
        return f"since {wording.long_day(since)}" if since else f"until {wording.long_day(until or date.max)}"
    return wording.span(since, until)


def order_in_words(view: View) -> str:
    """`by date`, `sorted: outlet, newest first`; empty for a list under no headings."""
    if view.sort:
        return f"sorted: {', '.join(SORTS[key] for key in view.sort)}"
    return f"by {view.group}" if view.group != "nothing" else ""


def scope(view: View) -> list[str]:
    """What is listed and how; what narrows it is said by the chips."""
    where = f"in {Path(view.under).name or view.under}" if view.under else "all articles"
    return [part for part in (where, order_in_words(view)) if part]
