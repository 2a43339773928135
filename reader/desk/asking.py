"""What a person types to have something listed: words to be found, operators, days in words; and a view typed out.

    harbour -ferry "coal quay" outlet:halden date:yesterday is:unread longer:5 tag:"to read" sort:outlet,-date

Here: from what was typed to a view, and back. Not here: finding (library), lists (cli, tui).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, get_args

from reader.article import Grouping, Hit, View
from reader.errors import ReaderError
from reader.language.called import language_code, language_name
from reader.library import Store
from reader.safety import plain_line

__all__ = [
    "OPERATORS", "SORTS", "asked_for", "days_of", "days_typed", "found", "language_name", "sort_of", "typed_out",
]  # fmt: skip
OPERATORS = (
    "outlet:", "tag:", "is:unread", "is:starred", "is:disputed", "date:", "since:", "until:", "language:", "longer:",
    "shorter:", "story:", "story-size:", "feed:", "group:", "by:", "sort:",
)  # fmt: skip
"""What can be typed besides words, as a person is told."""
SORTS = ("date", "outlet", "length", "story-size", "relevance")
"""What a list can be sorted by; `-` before one turns it round."""
_NAMES = "|".join(sorted({name.partition(":")[0] for name in OPERATORS}, reverse=True))
_OPERATOR = re.compile(rf'(?<![^\s])({_NAMES}):("(?:[^"]|"")*"|\S*)', re.IGNORECASE)
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
        value = plain_line(_unquoted(said))
        if value:  # it is still being typed
            changes.update(_MEANINGS[name.casefold()](value, today))
    words = " ".join(_OPERATOR.sub(" ", typed).split())
    return replace(home, query=words or None, **changes)


def _unquoted(said: str) -> str:
    """A value out of its quotation marks, between which one of its own is written twice."""
    whole = len(said) > 1 and said[0] == said[-1] == '"'  # or it is still being typed
    return said[1:-1].replace('""', '"') if whole else said.strip('"')


def _state(value: str, _: date | None) -> Mapping[str, Any]:
    if value.casefold() not in ("unread", "starred", "disputed"):
        raise ReaderError(f"is:{value}: there are is:unread, is:starred and is:disputed")
    return {value.casefold(): True}


def _story(value: str, _: date | None) -> Mapping[str, Any]:
    if not (value.isascii() and value.isdigit() and len(value) < 19):
        raise ReaderError(f"story:{value}: the number of a story is wanted")
    return {"story": int(value)}


def _number(field: str, what: str) -> Callable[[str, date | None], Mapping[str, Any]]:
    """For an operator that takes a number."""

    def number(value: str, _: date | None) -> Mapping[str, Any]:
        if not (value.isascii() and value.isdigit() and len(value) < 7):
            raise ReaderError(f"{value}: a number of {what} is wanted")
        return {field: int(value)}

    return number


def sort_of(value: str) -> tuple[str, ...]:
    """The keys of `outlet,-date`. Raises ReaderError."""
    keys = tuple(filter(None, value.casefold().replace(" ", "").split(",")))
    for key in keys:
        if key.removeprefix("-") not in SORTS:
            raise ReaderError(f"{key}: a list is sorted by {', '.join(SORTS)}; -date turns it round")
    return tuple(dict.fromkeys(keys))


def _grouping(value: str, _: date | None) -> Mapping[str, Any]:
    if value.casefold() not in get_args(Grouping):
        raise ReaderError(f"by:{value}: a list is by {', '.join(get_args(Grouping))}")
    return {"group": value.casefold(), "sort": ()}


def _span(value: str, today: date | None) -> Mapping[str, Any]:
    first, _, last = value.partition("..")
    return {"since": days_of(first, today)[0], "until": days_of(last or first, today)[1]}


_MEANINGS: Mapping[str, Callable[[str, date | None], Mapping[str, Any]]] = {
    "outlet": lambda value, _: {"outlet": "" if value == "?" else value},
    "tag": lambda value, _: {"tag": value.lstrip("#")},
    "is": _state,
    "story": _story,
    "story-size": _number("story_size", "articles"),
    "longer": _number("longer", "minutes"),
    "shorter": _number("shorter", "minutes"),
    "language": lambda value, _: {"language": language_code(value)},
    "feed": lambda value, _: {"feed": value},
    "group": lambda value, _: {"feed_group": "" if value == "?" else value},
    "by": _grouping,
    "sort": lambda value, _: {"sort": sort_of(value), "group": "nothing"},
    "date": _span,
    "since": lambda value, today: {"since": days_of(value, today)[0]},
    "until": lambda value, today: {"until": days_of(value, today)[1]},
}


def days_typed(typed: str) -> str:
    """The operators of what was typed that say days."""
    days = ("date", "since", "until")
    return " ".join(f"{name}:{said}" for name, said in _OPERATOR.findall(typed) if name.casefold() in days and said)


def typed_out(view: View, days: str = "") -> str:
    """What would have to be typed to have this view listed. days: how its days were typed, if that is known."""
    parts = [view.query or ""]
    for name, value in (("outlet", view.outlet), ("group", view.feed_group)):
        parts += [_operator(name, value or "?")] if value is not None else []
    for name, value in (("tag", view.tag), ("language", view.language), ("feed", view.feed)):
        parts += [_operator(name, value)] if value is not None else []
    for name, number in (("longer", view.longer), ("shorter", view.shorter), ("story", view.story)):
        parts += [f"{name}:{number}"] if number is not None else []
    parts += [f"story-size:{view.story_size}"] if view.story_size is not None else []
    parts += [f"is:{state}" for state in ("unread", "starred", "disputed") if getattr(view, state)]
    if days:
        parts.append(days)
    elif view.since is not None and view.since == view.until:
        parts.append(f"date:{view.since.isoformat()}")
    else:
        parts += [f"since:{view.since.isoformat()}"] if view.since else []
        parts += [f"until:{view.until.isoformat()}"] if view.until else []
    parts += [f"sort:{','.join(view.sort)}"] if view.sort else [f"by:{view.group}"] if view.group != "date" else []
    return " ".join(filter(None, parts))


def _operator(name: str, value: str) -> str:
    doubled = value.replace('"', '""')
    return f'{name}:"{doubled}"' if " " in value or '"' in value else f"{name}:{value}"


def found(store: Store, query: str, limit: int, look_for_disputes: Callable[[], object]) -> list[Hit]:
    """As `Library.search`; of operators without words the newest articles come first, or as they are to be sorted."""
    view = asked_for(query, View())
    if view.disputed:
        look_for_disputes()
    if not view.sort and (view.query or view == View()):
        return store.search(view.query or "", within=view, limit=limit)
    entries = store.entries([slot.id for slot in store.slots(view, limit=limit)])
    return [Hit(entry, entry.opening) for entry in entries]
