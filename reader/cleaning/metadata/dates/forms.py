"""Dates as they are written: ISO, numbers, month names of many languages, times and zones.

Here: finding dates in a piece of text and telling how much of it they are. Not here: which of a page's dates is the
day of publication (`publication`), and dates in tags (`tags`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache

from reader.cleaning.lexicon.joined_lines import JoinedLines
from reader.language.months import AMBIGUOUS, ERAS, MONTHS, PERSIAN_MONTHS, THAI_MONTHS, WEEKDAYS, ZONES
from reader.scripts import DEVANAGARI

Day = date | datetime

_WORD = rf"((?:[^\W\d_]|[{DEVANAGARI}]){{2,13}})"  # vowel signs are no letters to `re`
_ISO = re.compile(
    r"(?<![\d.])((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)"
    r"(?:[T ]\s?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z\b|[+-]\d{2}:?\d{2}\b)?)?"
)
_CJK = re.compile(r"((?:19|20)\d\d)(?:\s?[年년]\s?|\.\s)(\d{1,2})(?:\s?[月월]\s?|\.\s)(\d{1,2})(?:\s?[日일]|\.)")
"""`2022年11月17日`, `2022. 11. 17.`"""
_VIETNAMESE = re.compile(r"(?<!\d)(\d{1,2})\stháng\s(\d{1,2})(?:,?\snăm|,)\s((?:19|20)\d\d)", re.IGNORECASE)
_JAVA = re.compile(_WORD + r"\s(\d{1,2})\s(\d\d):(\d\d):\d\d\s([A-Z]{1,5}|[+-]\d{4})\s((?:19|20)\d\d)(?!\d)")
"""`Mon Aug 03 12:45:00 EDT 2015`, as programs print it."""
_THAI = re.compile(rf"(?<!\d)(\d{{1,2}})\s?({'|'.join(map(re.escape, THAI_MONTHS))})\s?(?:พ\.ศ\.\s?)?(2[05]\d\d)(?!\d)")
_PERSIAN = re.compile(rf"(?<!\d)(\d{{1,2}})\s({'|'.join(PERSIAN_MONTHS)})(?:\s?ماه)?[,،]?\s(1[34]\d\d)(?!\d)")
_ERA = re.compile(rf"({'|'.join(ERAS)})\s?(\d{{1,3}}|元)\s?年\s?(\d{{1,2}})\s?月\s?(\d{{1,2}})\s?日")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९๐๑๒๓๔๕๖๗๘๙０１２３４５６７８９", "0123456789" * 5)
_NUMBERS = re.compile(r"(?<![\d.,/:-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?((?:19|20)\d\d|\d\d)(?![\d/:-]|[.,]\d)")
_DAY_FIRST = re.compile(
    r"(?<![\d.,:])(\d{1,2})(?:st|nd|rd|th|ST|ND|RD|TH|er|ª|º|η|ης|-?го)?[.,]?(?:\s(?:de|d['’]|of|ב)?\s?|-|/)?"
    + _WORD
    + r"[.,']?(?:\s(?:de|del|of)\s|[\s/-]\s?)['’]?((?:19|20)\d\d|\d\d(?=[,\s)]|$))(?!\d)"
)
_MONTH_FIRST = re.compile(
    r"(?<![^\W\d_])" + _WORD + r"[.,]?\s(\d{1,2})(?:st|nd|rd|th|ST|ND|RD|TH)?(?:\s?,\s?|\s)((?:19|20)\d\d)(?!\d)"
)
_DAY_AND_YEAR = re.compile(r"\d(?:st|nd|rd|th|ST|ND|RD|TH)?(?:\s?,\s?|\s)(?:19|20)\d")
"""A date with the month first contains this, which is quicker to look for."""
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)[.,]?[\s-]" + _WORD + r"[.,]?[\s-](\d{1,2})(?:th|st|nd|rd|\.)?(?!\d)")
_OWN_MONTHS = frozenset(language for meanings in AMBIGUOUS.values() for language in meanings)
"""Languages in which a month's name means another one."""
_LAST_WORD = re.compile(r"([^\W\d_]{2,}(?:-feira)?)[.,]?\s{0,2}$")
_FIRST_WORD = re.compile(r"\s{0,2}[(,]?\s?([^\W\d_]{2,})")
_YEARISH = re.compile(
    r"[0-9٠-٩۰-۹०-९๐-๙０-９](?:(?<=1)9\d\d|(?<=2)0\d\d|\s?[ก-ฮ]|\s(?:"
    + "|".join(PERSIAN_MONTHS)
    + r")|年\s?\d{1,2}月|月\s?\d{1,2}日|\.\s?\d\d\b|(?<=['’\s]\d)\d\b|(?<=[٢۲२２])[٠۰०０]\d\d)"
)
"""`2022`, `7. 22`, `'22`, `٢٠٢٢`; a digit first, and as a set of characters, so that it is found fast."""
_TIME = re.compile(
    r"(?<![\d.,:])([01]?\d|2[0-3])(?:[:.h時시]\s?|\suhr\s)([0-5]\d)(?:[:.][0-5]\d)?(?![\d%])"
    r"\s?(a\.?m\b\.?|p\.?m\b\.?)?\s?(uhr\b|hrs\b|h\b)?\s?\(?((?:gmt|utc)\s?[+-]\d{1,2}(?::?\d\d)?\b|[a-zмск]{1,4}\b|"
    r"[+-]\d\d:?\d\d\b)?",
    re.IGNORECASE,
)
_HOUR = re.compile(r"(?<![\d.,:])(1[0-2]|0?[1-9])\s?(a\.?m|p\.?m)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date in a text: `text[start:end]` writes `when` (with its time, when one stands beside it)."""

    when: Day
    start: int
    end: int


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None when there is no such day or it lies outside 1900 to 2099."""
    if not 1900 <= year <= 2099:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_of(word: str, language: str | None = None) -> int | None:
    """1..12 for a month's name or abbreviation in any language of the table."""
    word = word.lower().rstrip(".")
    if language and language in AMBIGUOUS.get(word, ()):
        return AMBIGUOUS[word][language]
    return MONTHS.get(word)


def zone_of(name: str) -> timezone | None:
    """The zone of `Z`, `+0200`, `+02:00` or an unambiguous abbreviation."""
    name = name.strip().lower()
    match = re.fullmatch(r"(?:gmt|utc)?\s?([+-])(\d{1,2}):?(\d\d)?", name)
    if match:
        minutes = int(match[2]) * 60 + int(match[3] or 0)
        return timezone(timedelta(minutes=-minutes if match[1] == "-" else minutes)) if minutes <= 14 * 60 else None
    minutes_east = ZONES.get(name)
    return None if minutes_east is None else timezone(timedelta(minutes=minutes_east))


def _iso(match: re.Match[str]) -> Day | None:
    year, _, month, number, hour, minute, second, zone = match.groups()
    day = make_day(int(year), int(month), int(number))
    if day is None or hour is None or int(hour) > 23 or int(minute) > 59 or int(second or 0) > 59:
        return day
    when = datetime(day.year, day.month, day.day, int(hour), int(minute), int(second or 0))
    return when.replace(tzinfo=zone_of(zone)) if zone else when


def _numbers(match: re.Match[str], language: str | None) -> date | None:
    """`17.11.2022`, `11/17/2022`; None for a form that could be two days, unless a weekday or the language tells."""
    first, mark, second, year_text = match.groups()
    a, b = int(first), int(second)
    year = int(year_text)
    if len(year_text) == 2:
        if mark != ".":
            return None
        year += 2000 if year < 70 else 1900
    if b <= 12 < a or a == b:
        return make_day(year, b, a)
    if a <= 12 < b:
        return make_day(year, b, a) if mark == "." and language != "en" else make_day(year, a, b)
    day_first, month_first = make_day(year, b, a), make_day(year, a, b)
    weekday = _weekday_beside(match)
    if weekday is not None and day_first and month_first and day_first.weekday() != month_first.weekday():
        return next((day for day in (day_first, month_first) if day.weekday() == weekday), None)
    if language != "en" and (language or mark == "."):
        return day_first
    return None  # 7/11/2022 is July in one country and November in the next, and 7.11. in English may be either


def _weekday_beside(match: re.Match[str]) -> int | None:
    """The weekday named right before a date, or right after it."""
    text = match.string
    before, after = (
        _LAST_WORD.search(text[max(0, match.start() - 16) : match.start()]),
        _FIRST_WORD.match(text, match.end()),
    )
    names = [found[1].lower() for found in (before, after) if found]
    return next((WEEKDAYS[name] for name in names if name in WEEKDAYS), None)


def _named(day: str, month: str, year: str, language: str | None) -> date | None:
    number = month_of(month, language)
    if number is None:
        return None
    return make_day(int(year) + (2000 if len(year) == 2 else 0), number, int(day))


def _java(match: re.Match[str]) -> Day | None:
    name, day, hour, minute, zone, year = match.groups()
    when = _named(day, name, year, "en")
    if when is None or int(hour) > 23 or int(minute) > 59:
        return when
    return datetime(when.year, when.month, when.day, int(hour), int(minute), tzinfo=zone_of(zone))


def from_persian(year: int, month: int, day: int) -> date | None:
    """The day of the Persian calendar, whose years 1210 to 1633 have a leap day in every 33-year cycle's fixed places;
    None when there is no such day.
    """
    leap = year % 33 in (1, 5, 9, 13, 17, 22, 26, 30)
    longest = 31 if month < 7 else 30 if month < 12 or leap else 29
    if not (1210 <= year <= 1633 and 1 <= month <= 12 and 1 <= day <= longest):
        return None
    cycles, rest = divmod(year - 1210, 33)
    leaps = cycles * 8 + sum((1210 + k) % 33 in (1, 5, 9, 13, 17, 22, 26, 30) for k in range(rest))
    before = (month - 1) * 31 - max(0, month - 7)
    return date(1831, 3, 21) + timedelta(days=(year - 1210) * 365 + leaps + before + day - 1)


def _other_calendars(text: str) -> Iterator[Stamp]:
    """The dates of Thailand's and Persia's calendars, and those by the years of an era."""

    def stamps(pattern: re.Pattern[str], day_of: Callable[[re.Match[str]], date | None]) -> Iterator[Stamp]:
        for match in pattern.finditer(text):
            if (when := day_of(match)) is not None:
                yield Stamp(when, match.start(), match.end())

    yield from stamps(_THAI, lambda m: make_day(int(m[3]) - 543 * (m[3][1] == "5"), THAI_MONTHS[m[2]], int(m[1])))
    yield from stamps(_PERSIAN, lambda m: from_persian(int(m[3]), PERSIAN_MONTHS[m[2]], int(m[1])))
    yield from stamps(_ERA, lambda m: make_day(ERAS[m[1]] + int(m[2].replace("元", "1")), int(m[3]), int(m[4])))


def _candidates(text: str, language: str | None) -> list[Stamp]:
    found: list[Stamp] = []

    def take(match: re.Match[str], when: Day | None) -> None:
        if when is not None:
            found.append(Stamp(when, match.start(), match.end()))

    for match in _ISO.finditer(text):
        take(match, _iso(match))
    for match in _CJK.finditer(text):
        take(match, make_day(int(match[1]), int(match[2]), int(match[3])))
    for match in _VIETNAMESE.finditer(text) if "tháng" in text.lower() else ():
        take(match, make_day(int(match[3]), int(match[2]), int(match[1])))
    if not text.isascii():
        found += _other_calendars(text)
    for match in _JAVA.finditer(text) if text.count(":") > 1 else ():
        take(match, _java(match))
    for match in _NUMBERS.finditer(text):
        take(match, _numbers(match, language))
    for match in _DAY_FIRST.finditer(text):
        take(match, _named(match[1], match[2], match[3], language))
    for match in _MONTH_FIRST.finditer(text) if _DAY_AND_YEAR.search(text) else ():
        take(match, _named(match[2], match[1], match[3], language))
    for match in _YEAR_FIRST.finditer(text):
        take(match, _named(match[3], match[2], match[1], language))
    return found


def find_dates(text: str, language: str | None = None) -> list[Stamp]:
    """The dates with a year in `text` (some 200 characters; a line, not a page), in order, each with its time if it
    has one.

    A form that could be two days (`7/11/2022`) is left out unless `language` settles it.
    """
    if _YEARISH.search(text) is None:
        return []
    if not text.isascii():
        text = text.translate(_DIGITS)
    if language not in _OWN_MONTHS and _NUMBERS.search(text) is None:
        language = None  # it would change nothing, and the head of a page is asked about with and without one
    return list(_remembered(text, language)) if len(text) <= 300 else _found(text, language)


def may_be_dated(texts: Sequence[str]) -> list[int]:
    """Which of many lines `find_dates` is worth asking about, by their indices; few name a year."""
    return JoinedLines(texts).matching(_YEARISH)


@lru_cache(maxsize=2048)
def _remembered(text: str, language: str | None) -> list[Stamp]:
    """The heads of a page are asked several times."""
    return _found(text, language)


def _found(text: str, language: str | None) -> list[Stamp]:
    stamps: list[Stamp] = []
    for stamp in sorted(_candidates(text, language), key=lambda s: (s.start, -s.end)):
        if not stamps or stamp.start >= stamps[-1].end:
            stamps.append(stamp)
    return [_with_time(text, stamps, i) for i in range(len(stamps))]


def _with_time(text: str, stamps: list[Stamp], i: int) -> Stamp:
    """`stamps[i]` with the time written right after it, else right before it."""
    stamp = stamps[i]
    if isinstance(stamp.when, datetime):
        return stamp
    after = min(stamp.end + 30, stamps[i + 1].start if i + 1 < len(stamps) else len(text))
    before = max(stamp.start - 24, stamps[i - 1].end if i else 0)
    right_before = _time(text[before : stamp.start])
    if right_before and len(text[before + right_before[4] : stamp.start].strip(" ,·•|-–—.")) == 0:
        places = ((before, stamp.start),)
    else:
        places = ((stamp.end, after),)
    for start, end in places:
        clock = _time(text[start:end])
        if clock is not None:
            hour, minute, zone, first, last = clock
            when = datetime(stamp.when.year, stamp.when.month, stamp.when.day, hour, minute, tzinfo=zone)
            return Stamp(when, min(stamp.start, start + first), max(stamp.end, start + last))
    return stamp


def _time(text: str) -> tuple[int, int, timezone | None, int, int] | None:
    """Hour, minute, zone and the place of the first clock time in `text`."""
    match = _TIME.search(text)
    if match is None:
        short = _HOUR.search(text)
        if short is None:
            return None
        return int(short[1]) % 12 + (12 if short[2][0] in "pP" else 0), 0, None, short.start(), short.end()
    hour, end = int(match[1]), match.end()
    if match[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match[3][0] in "pP" else 0)
    zone = zone_of(match[5]) if match[5] else None
    if match[5] and zone is None:
        end = match.start(5)
    return hour, int(match[2]), zone, match.start(), end


def parse_stamp(value: str) -> Day | None:
    """A date as tags and records write it (ISO 8601, RFC 822, or any written form); None when there is no date in it.

    Dates without a time stay days. Times keep the zone they were given in.
    """
    value = value.strip()[:200]
    value = re.sub(r"^(\d{4})-0(\d\d)-(?=\d\d)", r"\1-\2-", value)  # 2003-012-31
    match = re.match(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$", value)
    if match:
        value = f"{match[1]}-{match[2]}-{match[3]}"
    stamps = find_dates(value)
    if not stamps or stamps[0].start > 40:
        return None
    return stamps[0].when


def remainder(text: str, stamps: list[Stamp]) -> str:
    """What is left of `text` without the dates and the weekdays."""
    pieces, at = [], 0
    for stamp in stamps:
        pieces.append(text[at : stamp.start])
        at = stamp.end
    pieces.append(text[at:])
    words = [w for w in re.findall(r"[^\W\d_]+", " ".join(pieces)) if w.lower() not in WEEKDAYS]
    return " ".join(words)
