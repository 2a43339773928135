"""What is given to us, checked at the door: its type, and dates written as text.

Here: checks that the nouns and the public functions share. Not here: dates as other programs and newspapers write them
(sources, cleaning).
"""

from __future__ import annotations

import re
from datetime import date, datetime

_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)\s?(Z|[+-]\d\d:\d\d)?)?", re.ASCII)


def parse_iso(text: str) -> date | datetime:
    """The day or the time in ISO 8601 text: `2022-11-07`, `2022-11-07T10:37`, `2022-11-07 10:37:05+01:00`, `…Z`.

    A `date` of a day alone, else a `datetime`, aware if the text names a zone. Raises ValueError.
    """
    found = _ISO.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"{text!r}: a date is written 2022-11-07, 2022-11-07T10:37 or 2022-11-07T10:37+01:00")
    day, time, zone = found.groups()
    if time is None:
        return date.fromisoformat(day)
    clock, _, fraction = time.partition(".")
    fraction = f".{fraction:0<6}" if fraction else ""  # Python 3.10 reads three or six digits only
    return datetime.fromisoformat(f"{day}T{clock}{fraction}{'+00:00' if zone == 'Z' else zone or ''}")


def expect(name: str, value: object, kinds: type | tuple[type, ...], wanted: str) -> None:
    """Raise TypeError unless `value`, given for `name`, is of one of the `kinds`; `wanted` says in words what it is."""
    if not isinstance(value, kinds):
        raise TypeError(f"{name}: {wanted} is wanted, not {type(value).__name__}")
