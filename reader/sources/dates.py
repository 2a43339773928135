"""The dates that records state: ISO 8601 and what programs make of it, RFC 2822, numbers since 1970.

Here: dates written by programs. Not here: dates in running text and in many languages; those are read when cleaning.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

_ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:[T\s]\s?(\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?"
    r"\s?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?(?:\s?\[[\w/+-]{1,40}\])?",
    re.IGNORECASE | re.ASCII,
)
_USUAL = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:[0-5]\d[+-]\d\d:\d\d", re.ASCII)
_SLASHED = re.compile(r"(\d{4})/(\d\d?)/(\d\d?)(?=$|\D)", re.ASCII)
_RFC_2822 = re.compile(
    r"(?:[a-z]{3,9},?\s)?\d{1,2}[\s-][a-z]{3,9}[\s-]\d{4}\s\d{1,2}:\d\d(?::\d\d)?\s?(?:[a-z]{1,4}|[+-]\d{4})?"
    r"(?:\s\([\w\s]{1,40}\))?",
    re.IGNORECASE | re.ASCII,
)
_NUMBER = re.compile(r"\d{9,19}(?:\.\d{1,9})?", re.ASCII)
_YEARS = range(1600, 2200)
"""From the first newspapers on; 0001 and 1601 are what programs write for `no date`, so 1601 is left out below."""


def said_date(value: object) -> date | datetime | None:
    """The date that a field holds, or None when it cannot be told.

    A `date` when only the day is known, also when the time is exactly midnight: that is how programs pad a day. A
    `datetime` otherwise, aware when the zone is stated; numbers (seconds, milli-, micro- or nanoseconds) are in UTC.
    """
    if isinstance(value, dict):  # {"$date": ...} as MongoDB exports it, {"value": ...}
        value = next((value[key] for key in ("$date", "@value", "value") if key in value), None)
    try:
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            digits = str(value)
            found: date | datetime | None = _written(digits) if len(digits) == 8 else _since_1970(float(value))
        elif isinstance(value, str):
            found = _written(value.strip())
        else:
            return None
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
    if found is None or found.year not in _YEARS or found.year == 1601:
        return None
    if isinstance(found, datetime) and not (found.hour or found.minute or found.second or found.microsecond):
        return found.date()
    return found


def moment(value: object) -> datetime | None:
    """As `said_date`, but always a time: of a day, its last second, since the day's articles are not from after it."""
    found = said_date(value)
    if found is None or isinstance(found, datetime):
        return found
    return datetime(found.year, found.month, found.day, 23, 59, 59)


def _written(text: str) -> date | datetime | None:
    if len(text) > 80:
        return None
    if _USUAL.fullmatch(text):
        return datetime.fromisoformat(text)
    iso = _ISO.fullmatch(text)
    if iso:
        return _from_iso(iso)
    slashed = _SLASHED.match(text)
    if slashed:
        return _from_iso(_ISO.fullmatch(f"{slashed[1]}-{slashed[2]:0>2}-{slashed[3]:0>2}{text[slashed.end() :]}"))
    if _NUMBER.fullmatch(text):
        return _since_1970(float(text))
    if _RFC_2822.fullmatch(text):
        return parsedate_to_datetime(text)
    return None


def _from_iso(found: re.Match[str] | None) -> date | datetime | None:
    if found is None:
        return None
    year, month, day, hour, minute, second, fraction, zone = found.groups()
    if hour is None:
        return date(int(year), int(month), int(day))
    micro = int((fraction or "0")[:6].ljust(6, "0"))
    clock = (int(hour), int(minute), min(int(second or 0), 59), micro)  # 23:59:60 is a leap second
    return datetime(int(year), int(month), int(day), *clock, tzinfo=_zone(zone))


def _zone(name: str | None) -> timezone | None:
    if name is None:
        return None
    if name[0] not in "+-":
        return timezone.utc
    digits = name[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if name[0] == "-" else offset)


def _since_1970(number: float) -> datetime | None:
    """Seconds, or a thousandth, millionth or billionth of them: whichever gives a time after 1973."""
    if not 1e8 < number < 1e20:  # also NaN and infinity; 0 and small numbers mean `no date`
        return None
    while number > 1e10:
        number /= 1000
    return datetime.fromtimestamp(number, tz=timezone.utc) if number > 1e8 else None
