"""What a person types to have something listed: words to be found, operators, days in words.

    harbour -ferry "coal quay" outlet:halden date:yesterday is:unread tag:"to read"

Here: from what was typed to a view. Not here: finding (library), lists (cli, tui).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from reader.article import Hit, View
from reader.errors import ReaderError
from reader.library import Store
from reader.safety import plain_line

OPERATORS = ("outlet:", "tag:", "is:unread", "is:starred", "date:", "since:", "until:", "story:")
"""What can be typed besides words, as a person is told."""
_OPERATOR = re.compile(r'(?<![^\s])(outlet|tag|is|date|since|until|story):("[^"]*"|\S*)', re.IGNORECASE)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_AGO = re.compile(r"(\d{1,5}) ?d(?:ays?)?(?: ago)?")
_NOT_A_DAY = "a day is written 2022-11-07, today, yesterday, monday, 3d, 2022-11 or 2022"


def days_of(said: str, today: date | None = None) -> tuple[date, date]:
    """The first and the last day that are meant.

    A day, a month or a year in ISO 8601; `today`, `yesterday`, a weekday (the latest one), `3d` (three days ago),
    `week`, `month` (up to today). Raises ReaderError.
    """
    today = today or date.today()
    words = " ".join(said.casefold().split())
    if words in ("today", "yesterday"):
        day = today - timedelta(days=words == "yesterday")
        return day, day
    if words in _WEEKDAYS:
        day = today - timedelta(days=(today.weekday() - _WEEKDAYS.index(words)) % 7)
        return day, day
    if words in ("week", "month"):
        return today - timedelta(days=6 if words == "week" else 29), today
    try:
        if ago := _AGO.fullmatch(words):
            day = today - timedelta(days=int(ago[1]))
            return day, day
        return _iso_days(words)
    except (ValueError, OverflowError):
        if re.fullmatch(r"\d{4}-\d\d(-\d\d)?", words):
            raise ReaderError(f"{plain_line(said)}: there is no such day") from None
        raise ReaderError(f"{plain_line(said)[:40]}: {_NOT_A_DAY}") from None


def _iso_days(words: str) -> tuple[date, date]:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", words):
        return date.fromisoformat(words), date.fromisoformat(words)
    if re.fullmatch(r"\d{4}-\d\d", words):
        first = date.fromisoformat(f"{words}-01")
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    if re.fullmatch(r"\d{4}", words):
        return date(int(words), 1, 1), date(int(words), 12, 31)
    raise ValueError(words)


def asked_for(typed: str, home: View, today: date | None = None) -> View:
    """What of `home` is asked for. Raises ReaderError for an operator that is not understood."""
    changes: dict[str, Any] = {}
    for name, said in _OPERATOR.findall(typed):
        value = plain_line(said.strip('"'))
        if value:  # it is still being typed
            changes.update(_MEANINGS[name.casefold()](value, today))
    words = " ".join(_OPERATOR.sub(" ", typed).split())
    return replace(home, query=words or None, **changes)


def _state(value: str, _: date | None) -> Mapping[str, Any]:
    if value.casefold() not in ("unread", "starred"):
        raise ReaderError(f"is:{value}: it is:unread or is:starred")
    return {value.casefold(): True}


def _story(value: str, _: date | None) -> Mapping[str, Any]:
    if not (value.isascii() and value.isdigit() and len(value) < 19):
        raise ReaderError(f"story:{value}: the number of a story is wanted")
    return {"story": int(value)}


def _span(value: str, today: date | None) -> Mapping[str, Any]:
    first, _, last = value.partition("..")
    return {"since": days_of(first, today)[0], "until": days_of(last or first, today)[1]}


_MEANINGS: Mapping[str, Callable[[str, date | None], Mapping[str, Any]]] = {
    "outlet": lambda value, _: {"outlet": "" if value == "?" else value},
    "tag": lambda value, _: {"tag": value.lstrip("#")},
    "is": _state,
    "story": _story,
    "date": _span,
    "since": lambda value, today: {"since": days_of(value, today)[0]},
    "until": lambda value, today: {"until": days_of(value, today)[1]},
}


def found(store: Store, query: str, limit: int) -> list[Hit]:
    """As `Library.search`; of operators without words the newest articles come first."""
    view = asked_for(query, View())
    if view.query or view == View():
        return store.search(view.query or "", within=view, limit=limit)
    entries = store.entries([slot.id for slot in store.slots(view, limit=limit)])
    return [Hit(entry, entry.opening) for entry in entries]
