"""The kinds of values that settings take: what is accepted, and how that is said.

Here: one `Kind` for each. Not here: which setting is of which kind (settings), where a value came from (reading).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from reader.safety import plain_line

T_co = TypeVar("T_co", covariant=True)
_TIME = re.compile(r"(\d{1,6})\s*([smhd])")
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_MOST = 500
"""Characters of a text; items of a list."""


@dataclass(frozen=True, slots=True)
class Kind(Generic[T_co]):
    """What a setting takes."""

    wanted: str
    """For people: `a whole number from 1 to 50`."""
    take: Callable[[Any], T_co]
    """The value, from what the file says (str, int, float, bool, list, dict, or a date). Raises ValueError."""


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value or len(value) > _MOST or plain_line(value) != value:
        raise ValueError
    return value


TEXT = Kind("a text on one line", _text)


def _ending(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"(\.\w{1,12}){1,2}", value):
        raise ValueError
    return value


ENDING = Kind("the ending of a file's name: .txt", _ending)


def one_of(*choices: str) -> Kind[Any]:
    """One of a few words; the setting says of which type."""

    def take(value: Any) -> Any:
        if value not in choices:
            raise ValueError
        return value

    return Kind(f"one of {', '.join(choices)}", take)


def some_of(*choices: str) -> Kind[Sequence[str]]:
    """Some of a few words, each at most once, in any order."""

    def take(value: Any) -> Sequence[str]:
        if not isinstance(value, list) or not value or len(set(map(str, value))) < len(value):
            raise ValueError
        if any(item not in choices for item in value):
            raise ValueError
        return tuple(value)

    return Kind(f"a list of some of {', '.join(choices)}", take)


def whole(low: int, high: int) -> Kind[int]:
    """A whole number."""

    def take(value: Any) -> int:
        if type(value) is not int or not low <= value <= high:
            raise ValueError
        return value

    return Kind(f"a whole number from {low} to {high}", take)


def _switch(value: Any) -> bool:
    if type(value) is not bool:
        raise ValueError
    return value


SWITCH = Kind("true or false", _switch)


def time(shortest: int, longest: int) -> Kind[int]:
    """A span of time in seconds, written `90s`, `30m`, `2h` or `1d`."""

    def take(value: Any) -> int:
        found = _TIME.fullmatch(value.strip().lower()) if isinstance(value, str) else None
        seconds = int(found[1]) * _UNITS[found[2]] if found else 0
        if not shortest <= seconds <= longest:
            raise ValueError
        return seconds

    return Kind(f'a time like "90s", "30m" or "2h", from {time_words(shortest)} to {time_words(longest)}', take)


def time_words(seconds: int) -> str:
    """As `time` reads it: `30m`."""
    for unit, size in sorted(_UNITS.items(), key=lambda item: -item[1]):
        if seconds % size == 0 and seconds >= size:
            return f"{seconds // size}{unit}"
    return f"{seconds}s"


def _keys(value: Any) -> list[str]:
    keys = [value] if isinstance(value, str) else value
    if not isinstance(keys, list) or not all(isinstance(key, str) and key for key in keys):
        raise ValueError
    return keys


KEYS = Kind("a key or a list of keys", _keys)


def _command(value: Any) -> Sequence[str]:
    if not isinstance(value, list) or not value or len(value) > _MOST:
        raise ValueError
    if not all(isinstance(word, str) and "\0" not in word for word in value) or not value[0]:
        raise ValueError
    return tuple(value)


COMMAND = Kind('a program and its arguments, each a text of its own: ["program", "argument"]', _command)
