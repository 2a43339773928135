"""When an article was published by its own lines: which of them dates it, and what a dateline leaves open.

Here: date lines around the headline, datelines, the year from a weekday. Not here: the forms of dates (`forms`,
`datelines`), tags (`tags`), whether lines or tags win (`cleaning.precedence`), a year from the story (`stories`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise

from reader.article import Certainty
from reader.cleaning.input.text_lines import Line
from reader.cleaning.metadata.captions import is_caption
from reader.cleaning.metadata.datelines import Dateline
from reader.cleaning.metadata.dates.date_words import OTHER_WORDS, PUBLISHED_WORDS, UPDATED_WORDS
from reader.cleaning.metadata.dates.forms import Day, Stamp, find_dates, make_day, may_be_dated, remainder
from reader.language.months import WEEKDAYS

_SPOKE = (
    r"\b(?:said|told|stated|declared|noted|added|explained|stressed|commented|replied|emphasized|"
    r"сообщил[аи]?|заявил[аи]?|сказал[аи]?|sagte|erklärte|teilte|a déclaré|a dit|dijo|declaró|"
    r"ha detto|ha dichiarato|disse|afirmou|declarou|powiedział[a]?|oświadczył[a]?|poinformował[a]?|"
    r"повідоми(?:в|ла|ли)|заяви(?:в|ла|ли)|сказа(?:в|ла|ли)|zei|zeiden|meldde|verklaarde|"
    r"sade|uppgav|meddelade|sagde|oplyste|opplyste|sanoi|kertoi)\b"
)
_DAYS_SPELLED = {f"{name}en": day for name, day in WEEKDAYS.items() if name.endswith("dag")}
"""`måndagen`: the Monday, as Swedes, Danes and Norwegians say."""
_DAYS = WEEKDAYS | _DAYS_SPELLED
_SPOKEN_ON = re.compile(
    _SPOKE
    + r"(?P<between>[^.!?\"“”]{0,70}?)\b(?P<on>on|am|le|el|il|в|во|у|w|we|na|op|på)?\s?(?P<day>"
    + "|".join(w for w in _DAYS if len(w) > 4)
    + r")\b(?P<behind>[\w\s]{0,14})",
    re.IGNORECASE,
)
_OTHER_DAY = re.compile(
    r"[,;:]|\b(?:that|dass|daß|que|qu|che|что|що|że|iż|att|at|dat|to|zu|would|will|could|should|may|might|must|can|had|has|"
    r"have|was|were|is|are|be|been|after|before|until|when|if|since|while|who|which|by|late|earlier|spät|поздно|ранее|"
    r"next|last|this|coming|nächste\w*|kommende\w*|letzte\w*|vergangene\w*|прошл\w*|следующ\w*|минул\w*)\b",
    re.IGNORECASE,
)
"""Between who speaks and the weekday: it is the day of something else, or not quite the day of the report."""
_AT_NIGHT = re.compile(
    r"\s(?:late|night|evening|last|next|pasado|próximo|prochain|dernier|scorso|prossimo|passado|spät|abend|nacht|soir|"
    r"sera|noche|noite|wieczor\w*|вечер\w*|ноч\w*|поздно|ввечері)\b"
    r"|\s(?:por la|in the|de la) (?:noche|evening|night)",
    re.IGNORECASE,
)
"""Behind the weekday: what was said at night is as often as not reported the next day, and last Monday is not in this
week.
"""
_YEAR = re.compile(r"(?<![\d.,$€£])((?:19|20)\d\d)(?![\d%]|[.,]\d)")
_RANGE = re.compile(r"\d\.?(?:\s[^\W\d_]+\.?)?\s?[-–—]\s?$|\d\./$|\b(?:to|bis|until|till|au|al|do)\s$")
_URL_DAY = re.compile(r"[/_-]((?:19|20)\d\d)([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_FIRST = re.compile(r"\b(?:first|originally) published\b|\bErstveröffentlichung\b", re.IGNORECASE)
"""Also the last words of a text may say so."""
_TWEETED = re.compile(r"\(@\w+\)")
_ARROWS = frozenset("«‹←»›→")
"""What leads to the articles before and after begins so."""
_PRINT = frozenset(
    {"ausgabe", "issue", "edition", "seite", "page", "edición", "édition", "numéro", "edizione", "wydanie", "nr"}
)
_LETTERS = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
"""Without `on` these stand right behind who speaks, or belong to something else: `said the strike begins Friday`."""
_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dating:
    """A publication date and how it is known."""

    published: Day | None = None
    certainty: Certainty = "unknown"
    why: str = ""
    day_and_month: str | None = None


def as_day(when: Day) -> date:
    """The day of a date or of a time."""
    return when.date() if isinstance(when, datetime) else when


def possible(when: Day, latest: date) -> bool:
    """Whether an article could have been published then: not in the future (a day is allowed for zones), not before
    1980.
    """
    return date(1980, 1, 1) <= as_day(when) <= latest + timedelta(days=1)


def of_tags(
    said: Sequence[Day], others: Sequence[Day], read_off: Dating, address: date | None, zone: timezone | None = None
) -> Dating:
    """What a page's tags say, the first of `said`; `others` are its other stamps, `address` the day in its URL, `zone`
    that of the outlet's country.

    Tags that name several days are settled by the day that the page shows. Tags in UTC may fall on another day than the
    outlet's own. Then the same moment in the outlet's zone, the day in the address, or the day shown on the page is
    preferred.
    """
    first = _zoned(_shown_first(said, read_off))
    if isinstance(first, datetime) and first.utcoffset() == timedelta(0):
        for other in (*said, *others):
            if isinstance(other, datetime) and other.utcoffset() and other == first:
                return Dating(other, "stated")
        shown_there = read_off.published if read_off.certainty == "stated" else None
        if shown_there is not None and as_day(shown_there) == as_day(first):
            return Dating(first, "stated")
        for shown in (shown_there, address):
            if shown is not None and abs(as_day(shown) - as_day(first)) == timedelta(days=1):
                return Dating(shown, "stated")
        if zone is not None:
            return Dating(first.astimezone(zone), "stated")
        if (first.hour, first.minute, first.second) in ((22, 0, 0), (23, 0, 0)):
            # midnight sharp in central Europe, written in UTC by a program that knew the day only
            return Dating(first.date() + timedelta(days=1), "stated")
    return Dating(first, "stated")


def _shown_first(said: Sequence[Day], read_off: Dating) -> Sequence[Day]:
    """The stamps, those of the day that the page states first."""
    if read_off.published is None or read_off.certainty != "stated":
        return said
    shown = as_day(read_off.published)
    return sorted(said, key=lambda when: as_day(when) != shown)


def outdated(said: Sequence[Day], others: Sequence[Day], shown: Day) -> bool:
    """Whether tags tell of a later time than that of publication: a page shows an earlier day beside its headline, and
    none of its tags is of that day or of the day before or after. Programs stamp pages anew; what readers see stays.
    """
    return all(abs(as_day(when) - as_day(shown)) > timedelta(days=1) for when in (*said, *others)) and all(
        as_day(when) > as_day(shown) for when in said
    )


def of_title(title: str | None, latest: date) -> Day | None:
    """The day at the end of a page's title: `Headline | Outlet | 17.11.2022`."""
    stamps = find_dates((title or "")[:300])
    return (
        stamps[-1].when if stamps and _ends_title(title or "", stamps) and possible(stamps[-1].when, latest) else None
    )


def _zoned(said: Sequence[Day]) -> Day:
    """The first stamp; where it is a time without a zone, one of about that time with a zone tells more."""
    first = said[0]
    if isinstance(first, datetime) and first.tzinfo is None:
        for other in said[1:3]:
            near = abs(as_day(other) - as_day(first)) <= timedelta(days=1)
            if isinstance(other, datetime) and other.utcoffset() and near:
                return other
    return first


def of_address(url: str | None) -> date | None:
    """The day that an address gives: `/2022/11/17/`, `/2022-11-17-`."""
    match = _URL_DAY.search(url or "")
    return make_day(int(match[1]), int(match[3]), int(match[4])) if match else None


def of_dateline(dateline: Dateline | None, text: str, latest: date) -> Dating:
    """What a dateline and the text under it settle: the day, an inferred year, or the day and month alone."""
    if dateline is None or dateline.month is None or dateline.day is None:
        return Dating()
    if dateline.year is not None:
        when = make_day(dateline.year, dateline.month, dateline.day)
        return Dating(when, "stated") if when and possible(when, latest) else Dating()
    weekday = _spoken_weekday(text[:1200].removeprefix(dateline.text))
    if weekday is not None:
        when = _newest(dateline.month, dateline.day, weekday, text, latest)
        if when is not None:
            why = f"{when.day} {_MONTH_NAMES[when.month - 1]} was a {_DAY_NAMES[weekday]} in {when.year}"
            return Dating(when, "inferred", why)
    return Dating(day_and_month=dateline.day_and_month)


def _spoken_weekday(text: str) -> int | None:
    """The weekday on which somebody spoke, in the first sentence of the report.

    What a newspaper `reported on Saturday` proves nothing: the agency wrote about it later.
    """
    first = re.split(r"(?<=[a-zа-я)”\"])[.!?](?:\s|$)", text, maxsplit=1)[0]
    for match in _SPOKEN_ON.finditer(first):
        plain = not match["between"].strip() or match["on"] or match["day"].lower() not in _ENGLISH
        if plain and not _OTHER_DAY.search(match["between"]) and not _AT_NIGHT.match(match["behind"]):
            return _DAYS[match["day"].lower()]
    return None


def _newest(month: int, day: int, weekday: int, text: str, latest: date) -> date | None:
    """The newest such day up to `latest`; a year that the text names, or the one after it, comes first if it fits.

    A year in the text is where its background lies: the report is not older, and often of that year or the next.
    """
    named = max((int(y) for y in _YEAR.findall(text) if int(y) <= latest.year), default=0)
    oldest = max(named, latest.year - 12)
    near = [year for year in (named + 1, named) if oldest <= year <= latest.year]
    for year in [*near, *range(latest.year, oldest - 1, -1)]:
        when = make_day(year, month, day)
        if when and when <= latest and when.weekday() == weekday:
            return when
    return None


def of_lines(
    lines: Sequence[Line],
    body: Sequence[bool],
    headline: int | None,
    latest: date,
    language: str | None,
    apart: Collection[int] | None = None,
) -> tuple[Dating, int | None]:
    """The date that a line near the headline or the text's two ends states, and that line's index; `apart`: lines of a
    page (None: of a text) whose dates are of something else.
    """
    text = [i for i, kept in enumerate(body) if kept]
    if not text:
        return Dating(), None
    first, last = text[0], text[-1]
    top = headline if headline is not None and headline <= first else first
    best: tuple[float, Day, int] | None = None
    above, end = max(0, first - 40), len(lines)
    printed: set[date] | None = None
    around = _dated(range(above, min(last + 60, end)), lines)
    for i in [*_dated(range(min(above, 1)), lines), *around]:
        inside = i > first and (body[i] or first + 3 <= i <= last)
        if i == headline or (inside and not _FIRST.search(lines[i].text)) or i > last + 3 or i in (apart or ()):
            continue
        rated = _rated(lines[i].text, language)
        if rated is None or not possible(rated[1], latest):
            continue
        if printed is None:
            printed = _days_of_print([lines[k].text for k in around], language)
        if as_day(rated[1]) in printed:
            continue
        if i > last and (rated[0] < LABELLED or _one_of_many(lines, i)):
            continue  # a correction's day, the next article's, a comment's
        titled = i == 0 and rated[0] >= LABELLED
        first_of_all = _FIRST.search(lines[i].text)
        score = (
            rated[0]
            + bool(first_of_all)
            - (0 if titled or first_of_all else 1) * _far(i, top, first, last, labelled=rated[0] >= LABELLED)
        )
        if i < top and _weekday_in(lines[i].text):
            # the day of the visit stands in many a masthead, and among menus; a blog's day stands over its headline
            score -= 1 if lines[i].gap or (apart is not None and i == top - 1) else 2
        if best is None or score > best[0]:
            best = (score, rated[1], i)
    if best is None or best[0] < 0:
        return Dating(), None
    return Dating(best[1], "stated"), best[2]


def _dated(numbers: Sequence[int], lines: Sequence[Line]) -> list[int]:
    """Those of the lines that are short enough for a date line and may give a date."""
    short = [i for i in numbers if len(lines[i].text) <= 200]
    return [short[k] for k in may_be_dated([lines[i].text for i in short])]


def _one_of_many(lines: Sequence[Line], i: int) -> bool:
    """Whether several lines begin as this one and give a date: `Posted by: Ann | 8 May 2024` under every comment."""
    begins = _beginning(lines[i].text)
    alike = [k for k, line in enumerate(lines) if k != i and len(line.text) <= 200 and _beginning(line.text) == begins]
    return any(lines[k].text != lines[i].text and find_dates(lines[k].text) for k in alike[:20])


def _beginning(text: str) -> list[str]:
    return text[:40].lower().split()[:2]


def _days_of_print(texts: Sequence[str], language: str | None) -> set[date]:
    """The days of printed issues that lines name: `Ausgabe vom 26.04.2024`. What is printed stood online before."""
    found: set[date] = set()
    for text in texts:
        if len(text) <= 120 and not _PRINT.isdisjoint(_LETTERS.findall(text.lower())):
            stamps = find_dates(text, language)
            if stamps and labels_of_print(remainder(text, stamps).lower().split()):
                found.update(as_day(stamp.when) for stamp in stamps)
    return found


_LAST_STATE = frozenset({"stand"})
"""Beside another label it is the day of the last change; alone, many pages have no other."""
LABELLED = 3.0
"""What a date beside a word for publishing is worth."""


def _far(i: int, top: int, first: int, last: int, *, labelled: bool) -> float:
    """What a date line loses by its distance from headline and text."""
    if i > last:
        return 1.5
    if i >= top:
        return 0.05 * max(0, first - i - 4)
    return (0.1 if labelled else 0.5) * (top - i)


def _weekday_in(text: str) -> bool:
    return any(word in WEEKDAYS for word in re.findall(r"[^\W\d_]{3,}", text.lower()))


def _rated(text: str, language: str | None) -> tuple[float, Day] | None:
    """How much a line looks like a date line, and its date; None for any other line."""
    if len(text) > 200:
        return None
    stamps = find_dates(text, language)
    if not stamps or _TWEETED.search(text) or text[0] in _ARROWS:
        return None
    left = remainder(text, stamps).lower().split()
    if labels_of_print(left):
        return None  # the printed paper is of another day than its article online
    if _ends_title(text, stamps):
        return LABELLED, stamps[-1].when
    labels = set(left)
    if not labels.isdisjoint(OTHER_WORDS) or is_caption(text):
        return None
    stamp = _published_one(text, stamps)
    if _labelled_otherwise(text[: stamp.start]):
        return None
    if (
        labels & UPDATED_WORDS
        and not labels & PUBLISHED_WORDS
        and len(stamps) == 1
        and not _before_label(text, stamps[0])
    ):
        return None  # the day of a change is not that of publication
    if _RANGE.search(text[: stamp.start]) or _of_a_stretch(text, stamps):
        return None
    if labels & PUBLISHED_WORDS:
        return (LABELLED, stamp.when) if len(left) <= 16 else None
    if len(left) > 7:
        return None
    if len(left) > 4 and text[-1] == "." and text[0].isupper():
        return None  # a sentence that tells of a day
    return 2.0 - 0.15 * len(left), stamp.when


def _labelled_otherwise(before: str) -> bool:
    """Whether a date has a label, and none for publishing: `On this day: 5 March 1987`."""
    words = _LETTERS.findall(before.lower())
    return bool(words) and before.rstrip().endswith(":") and PUBLISHED_WORDS.isdisjoint(words)


def _of_a_stretch(text: str, stamps: list[Stamp]) -> bool:
    """Whether a dash alone stands between two dates: a week of programme, a fair."""
    return any(text[one.end : other.start].strip() in ("-", "–", "—") for one, other in pairwise(stamps))


def _ends_title(text: str, stamps: list[Stamp]) -> bool:
    """`Headline | Outlet | 17.11.2022`: a title with the day at its end."""
    last = stamps[-1]
    return last.end >= len(text) - 1 and text[: last.start].rstrip()[-1:] in ("|", "–", "—") and len(text) > 40


def labels_of_print(words: Sequence[str]) -> bool:
    """Whether a line speaks of a printed issue: `Ausgabe vom 26.04.2024, Seite 1`."""
    return not _PRINT.isdisjoint(words)


def _before_label(text: str, stamp: Stamp) -> bool:
    """Whether the date stands before a word for updating: `April 25, 2023, last updated 9 min ago`."""
    return not set(re.findall(r"[^\W\d_]+", text[: stamp.start].lower())) & UPDATED_WORDS


def _published_one(text: str, stamps: list[Stamp]) -> Stamp:
    """Of several dates in a line, the one called that of publication; else the one not called an update; else the
    first.
    """
    at = 0
    open_ones = []
    for stamp in stamps:
        before = set(re.findall(r"[^\W\d_]+", text[at : stamp.start].lower()))
        at = stamp.end
        if not before & UPDATED_WORDS and not before & _LAST_STATE:
            if before & PUBLISHED_WORDS:
                return stamp
            open_ones.append(stamp)
    return open_ones[0] if open_ones else stamps[0]
