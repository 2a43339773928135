"""The dates of feeds: what programs should write, and what they write.

Here: more forms than records have (`reader.sources.dates`): years of two digits, time zones by name, days without a
weekday, months and weekdays in other languages. Not here: dates that two readings are possible of, which stay unknown.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime, time, timedelta, timezone
from email.utils import parsedate_tz
from functools import lru_cache

from reader.language.months import MONTHS, ZONES
from reader.moments import aware
from reader.sources.dates import said_date

_DAY = timedelta(days=1)
_ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NUMBER = {name: number for number, name in enumerate(_ENGLISH, 1)}
_CLOCK = r"([01]\d|2[0-3]):([0-5]\d):([0-5]\d)"
_USUAL = re.compile(
    rf"(?:[A-Z][a-z]{{2}}, )?(\d\d?) ({'|'.join(_ENGLISH)}) (\d{{4}}) {_CLOCK}"
    r" (GMT|(?!-0000)[+-](?:0\d|1[0-4])[0-5]\d)",
    re.ASCII,
)
_USUAL_ISO = re.compile(rf"\d{{4}}-\d\d-\d\dT{_CLOCK}(?:Z|[+-]\d\d:\d\d)", re.ASCII)
"""The two forms that nearly all feeds write."""
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)(?:,?\s+(\d\d?:\d\d(?::\d\d)?))?", re.ASCII)
_YEAR_OR_MONTH = re.compile(r"\d{4}(?:-\d\d)?", re.ASCII)
_ORDINAL = re.compile(r"(\d{4})-?(\d{3})(?=$|T)", re.ASCII)
_SHORT_ISO = re.compile(r"(\d\d)(-\d\d-\d\dT)", re.ASCII)
_PIECES = re.compile(r"(\d+|[^\W\d_]+)")
_ZONES = {
    **ZONES, "ut": 0, "met": 60, "mest": 120, "ist": 330,
    "et": -300, "at": -240, "ct": -360, "cst": -360, "mt": -420, "pt": -480, "a": -60, "n": 60,
}  # fmt: skip
"""Minutes east of Greenwich. `IST` is India's: Israel's and Ireland's programs write numbers."""
_TIDIED = (
    (re.compile(r"\s*\([^()]*\)$"), ""),  # `(Coordinated Universal Time)`
    (re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", re.IGNORECASE), ""),
    (re.compile(r"\bat (?=\d)", re.IGNORECASE), ""),
    (re.compile(r"\b(?:GMT|UTC)(?=[+-]\d)"), ""),
    (re.compile(r"(?<=[+-]\d\d:\d\d)Z$"), ""),
    (re.compile(r"(\d{4})년 ?(\d\d?)월 ?(\d\d?)일"), r"\1-\2-\3"),
    (re.compile(r"^(?:[A-Za-z]{3,9},? )?(\d{4})[/-]0?(\d\d)[/-](\d\d)(?=\D|$)"), r"\1-\2-\3"),
)
"""What is written in other words, and how it is read."""
_HALF_DAY = re.compile(
    r"(?:(오전|오후) ?)?(?<![\d:])(\d\d?)(:\d\d(?::\d\d)?)(?: ?([ap])\.?m\b\.?)?", re.IGNORECASE | re.ASCII
)
_NUMBERS = re.compile(r"(?:([A-Za-z]{3})[a-z]*,? )?(\d\d?)[/ ](\d\d?)[/ ](\d{4}|\d\d)(?=\D|$)(.*)", re.ASCII)
_PLACE = re.compile(r" ([A-Z][A-Za-z]+(?:/[A-Z][A-Za-z_-]+){1,2})$")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ZONE = re.compile(r"\s([A-Za-z]{1,5})$")
_COLON = re.compile(r"([+-]\d\d):(\d\d)$")
_ZONED = re.compile(r"(?:[+-]\d\d:?\d\d|\s[A-Za-z]{1,5})$", re.ASCII)
_MONTHS = {**MONTHS, "jän": 1, "ιον": 6, "ιολ": 7, "aou": 8}
"""Also cut short as only programs do."""


def feed_date(said: str | None, now: datetime) -> date | datetime | None:
    """The date that a feed gives an item; None where it gives none that can be.

    Not taken for a date: the year 1970, which programs write for none, and what lies more than a day in the future.
    """
    if not said or len(said) > 100:
        return None
    try:
        found = _usual(said) or _unusual(_tidied(said))
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
    if found is None or found.year < 1971:
        return None
    if isinstance(found, datetime):
        return None if aware(found) > now + _DAY else found
    return None if found > (now + _DAY).date() else found


def _usual(said: str) -> date | datetime | None:
    """The date in one of the usual forms."""
    if _USUAL_ISO.fullmatch(said):
        return said_date(said)
    found = _USUAL.fullmatch(said)
    if found is None:
        return None
    day, month, year, hour, minute, second, zone = found.groups()
    day_said = date(int(year), _NUMBER[month], int(day))
    clock = time(int(hour), int(minute), int(second), tzinfo=_numbered(zone))
    return (
        datetime.combine(day_said, clock) if hour + minute + second != "000000" else day_said
    )  # as `said_date` has it


@lru_cache(maxsize=64)
def _numbered(zone: str) -> timezone:
    if zone == "GMT":
        return timezone.utc
    offset = timedelta(hours=int(zone[1:3]), minutes=int(zone[3:]))
    return timezone(-offset if zone[0] == "-" else offset)


def _unusual(text: str) -> date | datetime | None:
    """The date in any other form."""
    found = _of_mail(text) if _named_zone(text) is not None else None
    return found or said_date(text) or _written(text)


def _tidied(said: str) -> str:
    """The same on one line, with clocks of 24 hours, the numbers of ISO 8601 and offsets in place of cities."""
    text = " ".join(said.split())
    for form, instead in _TIDIED:
        text = form.sub(instead, text)
    text = _HALF_DAY.sub(_whole_day, text)
    if place := _PLACE.search(text):
        text = text[: place.start()] + _offset(place[1], text)
    return text


def _whole_day(clock: re.Match[str]) -> str:
    korean, hour, rest, half = clock.groups()
    if not (korean or half):
        return clock[0]
    late = korean == "오후" or (half or "").lower() == "p"
    return f"{int(hour) % 12 + 12 * late:02}{rest}"


def _offset(place: str, text: str) -> str:
    """` +0200`: the offset of a place on the day that the text speaks of; empty where it is not known."""
    from zoneinfo import ZoneInfo  # hardly any feed needs it

    when = _of_mail(text.rpartition(" ")[0])
    with suppress(OSError, ValueError, KeyError):
        if isinstance(when, datetime):
            return when.replace(tzinfo=ZoneInfo(place)).strftime(" %z")
    return ""


def _of_numbers(text: str) -> date | datetime | None:
    """`03/30/2020 - 19:19`: day and month told apart by what can be a month, or by the weekday; else unknown."""
    found = _NUMBERS.fullmatch(text)
    if found is None:
        return None
    weekday, one, other, year, rest = found.groups()
    days = []
    for month, day in {(int(one), int(other)), (int(other), int(one))}:
        with suppress(ValueError):
            days.append(date(_year(year), month, day))
    if weekday and weekday.lower() in _WEEKDAYS:
        days = [day for day in days if day.weekday() == _WEEKDAYS.index(weekday.lower())] or days
    if len(days) != 1:
        return None
    return _of_mail(f"{days[0]:%d} {_ENGLISH[days[0].month - 1]} {days[0].year} {rest.strip(' -,')}") or days[0]


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else int(digits) + (2000 if int(digits) < 70 else 1900)


def _written(text: str) -> date | datetime | None:
    """The forms that only feeds have."""
    if dotted := _DOTTED.fullmatch(text):
        day, month, year, clock = dotted.groups()
        return said_date(f"{_year(year)}-{month:0>2}-{day:0>2}" + (f"T{clock:0>5}" if clock else ""))
    if _YEAR_OR_MONTH.fullmatch(text):
        return None  # no day: not a date of news
    if ordinal := _ORDINAL.match(text):
        return said_date(
            (date(int(ordinal[1]), 1, 1) + (int(ordinal[2]) - 1) * _DAY).isoformat() + text[ordinal.end() :]
        )
    if short := _SHORT_ISO.match(text):
        return said_date(f"{_year(short[1])}{text[2:]}")
    named = _named_zone(text)
    if named is not None and isinstance(when := said_date(text.rpartition(" ")[0]), datetime) and when.tzinfo is None:
        return when.replace(tzinfo=timezone(timedelta(minutes=named)))
    return _of_numbers(text) or _of_mail(text) or _worded(text)


def _of_mail(text: str) -> date | datetime | None:
    """RFC 822 as it is really written; zones by name, which the standard library takes for Greenwich's."""
    named = _named_zone(text)
    found = parsedate_tz(_COLON.sub(r"\1\2", text) if named is None else text.rpartition(" ")[0])
    if found is None or not 1 <= found[1] <= 12:
        return None
    year, month, day, hour, minute, second = found[:6]
    seconds = 60 * named if named is not None else found[9] or 0
    offset = timezone(timedelta(seconds=seconds)) if _ZONED.search(text) else None
    when = datetime(year, month, day, 0, 0, 0, tzinfo=offset)
    if hour == 24:
        hour, when = 0, when + _DAY
    return said_date(when.replace(hour=hour, minute=minute, second=min(second, 59)).isoformat())


def _named_zone(text: str) -> int | None:
    """The minutes east of Greenwich that the name of a zone at the end means."""
    zone = _ZONE.search(text)
    return _ZONES.get(zone[1].lower()) if zone else None


def _worded(text: str) -> date | datetime | None:
    """A day, a month by name in some language, a year, perhaps a time; `Πεμ, 18 Ιούλ 2004 12:30:00`."""
    pieces = _PIECES.findall(text.lower())
    for at, piece in enumerate(pieces):
        month = _MONTHS.get(piece)
        if month is None or at + 1 >= len(pieces):
            continue
        before, after = pieces[at - 1] if at else "", pieces[at + 1]
        if before.isdigit() and len(before) <= 2 and after.isdigit() and len(after) == 4:
            day, year, rest = int(before), int(after), pieces[at + 2 :]
        elif before.isdigit() and len(before) == 4 and after.isdigit():
            day, year, rest = int(after), int(before), pieces[at + 2 :]
        elif after.isdigit() and len(after) <= 2 and at + 2 < len(pieces) and len(pieces[at + 2]) == 4:
            day, year, rest = int(after), int(pieces[at + 2]), pieces[at + 3 :]
        else:
            continue
        clock = re.search(r"(?<!\d)(\d\d?):(\d\d)(?::(\d\d))?", text)
        offset = re.search(r"[+-]\d\d:?\d\d$", text)
        named = _named_zone(text)
        written = f"{year}-{month:02}-{day:02}"
        if clock and rest:
            written += f"T{clock[1]:0>2}:{clock[2]}:{clock[3] or '00'}{offset[0] if offset else ''}"
        found = said_date(written)
        if named is not None and isinstance(found, datetime) and found.tzinfo is None:
            return found.replace(tzinfo=timezone(timedelta(minutes=named)))
        return found
    return None
