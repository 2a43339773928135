"""Dates, distances and counts in words, the same in every place of the screens.

Here: plain functions from values to short English. Not here: anything about layout.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from reader.article import Article, Entry, Grouping
from reader.moments import day_of as day_of
from reader.reports import count_of as count_of

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def ordinal(number: int) -> str:
    """`1st`, `2nd`, `11th`."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{ending}"


def long_day(day: date) -> str:
    """`17 Nov 2022`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def day_and_month(day: date) -> str:
    """`17 Nov`."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def month(day: date) -> str:
    """`Nov 2022`."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def span(first: date | datetime, last: date | datetime) -> str:
    """`7-10 May 2024`, `28 Apr - 3 May 2024`, `30 Dec 2023 - 2 Jan 2024`, with dashes as they are printed."""
    a, b = day_of(first), day_of(last)
    if a == b:
        return long_day(a)
    if (a.year, a.month) == (b.year, b.month):
        return f"{a.day}–{long_day(b)}"
    return f"{day_and_month(a) if a.year == b.year else long_day(a)} – {long_day(b)}"


def short_day(day: date) -> str:
    """`17 Nov 22`, nine cells at most."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year % 100:02}"


def heading(key: str, group: Grouping) -> str:
    """The heading of a group from its key (see `Slot.heading`); a story's headline has to be looked up."""
    if group == "outlet":
        return key or "Outlet unknown"
    if group == "group":
        return key or "In no group"
    if group == "story":
        return f"Story {key}" if key else "In no story"
    if group == "nothing":
        return key
    if not key:
        return "Undated"
    try:
        day = date.fromisoformat(key.rstrip("~"))
    except ValueError:
        return key
    inferred = " (year inferred)" if key.endswith("~") else ""
    return f"{_DAYS[day.weekday()]} {long_day(day)}{inferred}"


def moment(entry: Entry, group: Grouping) -> str:
    """When an entry was published, in the room a list has: under a day's heading the time of day, else the day."""
    published = entry.published
    if published is None:
        return "?"
    if group == "date":
        return published.strftime("%H:%M") if isinstance(published, datetime) else "day"
    return ("~" if entry.published_from == "inferred" else "") + short_day(day_of(published))


def when(entry: Entry, *, year: bool, hours: bool = True) -> str:
    """`~6 Nov`, `17 Nov 10:37`, with the year and without the hour if that is wanted; `?` for an undated one."""
    if entry.published is None:
        return "?"
    day = day_of(entry.published)
    text = short_day(day) if year else day_and_month(day)
    text += entry.published.strftime(" %H:%M") if hours and isinstance(entry.published, datetime) else ""
    return ("~" if entry.published_from == "inferred" else "") + text


def published(article: Article | Entry) -> str:
    """`17 Nov 2022 10:37`, `6 Nov 2022 (inferred)`, `undated`, `22 May of an unknown year`."""
    when = article.published
    if when is None:
        said = re.fullmatch(r"--(\d\d)-(\d\d)", (article.day_and_month or "") if isinstance(article, Article) else "")
        if said and 1 <= int(said[1]) <= 12:
            return f"{int(said[2])} {_MONTHS[int(said[1]) - 1]} of an unknown year"
        return "undated"
    text = long_day(day_of(when))
    if isinstance(when, datetime):
        text += when.strftime(" %H:%M")
    return text + (" (inferred)" if article.published_from == "inferred" else "")


def distance(start: date | datetime | None, other: date | datetime | None) -> str:
    """How far `other` lies from `start`: `ten days later`, `the same day`, `undated` when either is not known."""
    if start is None or other is None:
        return "undated"
    days = (day_of(other) - day_of(start)).days
    if days == 0:
        return "the same day"
    number = abs(days)
    words = _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"
    return f"{words} {'day' if number == 1 else 'days'} {'later' if days > 0 else 'earlier'}"
