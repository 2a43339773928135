"""Datelines: `MOSCOW, November 7. /TASS/.`, `BERLIN (dpa) -`, `MADRID, 7 nov (EFE) —`.

Here: recognising one at the beginning of a text, its place, agency and date. Not here: the year it leaves out
(`dates.publication`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.cleaning.lexicon.words import word_set
from reader.cleaning.metadata.dates.forms import find_dates, make_day, month_of
from reader.language.agencies import agency_named
from reader.scripts import HAN

_DASHES = "-–—―"
_DASH = rf"[{_DASHES}]{{1,2}}"
_CAPITALS = r"(?:[^\W\d_a-zà-öø-ÿа-яё][\w'’.\-]*)"
_PLACE = rf"{_CAPITALS}(?:[ ,/]{{1,2}}(?:{_CAPITALS}|de|del|la|el|am|an|der|of|and|du|sur)){{0,6}}"
_SLASHED = re.compile(r"^[^/\n]{0,80}?/\s?(?P<agency>[\w .+-]{2,30})\s?/\.?\s*(?:" + _DASH + r")?")
_BRACKETED = re.compile(
    r"^(?P<before>[^()\[\]\n]{0,70}?)[(\[](?P<agency>[^()\[\]\n]{2,40})[)\]]\s*(?P<tail>(?:"
    + _DASH
    + r"|\.|:)?\s*(?:"
    + _DASH
    + r")?)"
)
_ITALIAN = re.compile(
    r"^\((?P<agency>[A-Z][A-Za-z]{1,11})\)\s?"
    + _DASH
    + r"\s?(?P<before>[A-ZÀ-Ý' ]{2,30},\s?\d{1,2}\s[A-Z]{3})\s?"
    + _DASH
)
_DOTTED = re.compile(
    r"^(?P<before>[^.\n]{2,40}\.\s\d{1,2}?\s?[^\W\d_]{3,10}\.?\s?\d{0,2})\.?\s(?P<agency>[\w.\- ]{3,24}?)(?:\s?"
    + _DASH
    + r"|\.)\s"
)
_DASHED = re.compile(
    rf"^(?P<before>{_PLACE}(?:,? [^\W\d_]{{3,10}}\.? \d{{1,2}}|,? \d{{1,2}}\.? [^\W\d_]{{3,10}}\.?)?)"
    rf"(?:\s?{_DASH}\s(?P<agency>[«\"]?[^\W\d_][\w »\"]{{1,24}}?)\s?[.:]|,?\s(?P<behind>[^\W\d_]{{2,12}})\s{_DASH})\s"
)
"""`МОСКВА, 2 апреля — РИА Новости.`, `TOKYO, April 2 KYODO -`"""
_BARE = re.compile(
    rf"^(?P<before>{_PLACE}(?:,? [^\W\d_]{{3,10}}\.? \d{{1,2}}| \d{{1,2}}\.? [^\W\d_]{{3,10}}\.?)?)\.?\s?{_DASH}\s"
)
_CHINESE = re.compile(
    rf"^(?P<agency>[{HAN}]{{2,4}}?[社网])(?:记者|記者)?[{HAN}·]{{1,16}}?"
    r"(?P<month>\d{1,2})月(?P<day>\d{1,2})日[电電讯訊]"
)
_DAY = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.|er|º)?\s(?:de\s)?([^\W\d_]{3,10})\b|([^\W\d_]{3,10})\.?\s(\d{1,2})(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening of a report that says where, when and for whom it was written."""

    text: str
    """As it stands, without the dash after it."""
    end: int
    """Where in the paragraph it ends."""
    agency: str | None
    month: int | None = None
    day: int | None = None
    year: int | None = None

    @property
    def day_and_month(self) -> str | None:
        """`--11-06`, when it gives a day."""
        return f"--{self.month:02d}-{self.day:02d}" if self.month and self.day else None


def find_dateline(paragraph: str) -> Dateline | None:
    """The dateline that `paragraph` begins with, if it does."""
    head = paragraph[:160]
    for pattern in (_ITALIAN, _SLASHED, _BRACKETED, _DOTTED):
        match = pattern.match(head)
        if match is None:
            continue
        before = match.groupdict().get("before") or head[: match.start("agency")].rstrip("/ ")
        dashed = head[: match.end()].rstrip()[-1] in _DASHES
        agency = agency_named(match["agency"]) or _introduced(match["agency"], before, dashed=dashed)
        if agency is None or not _like_a_place(before) or not _set_off(head, match.end()):
            continue
        return _made(head[: match.end()], match.end(), agency)
    match = _CHINESE.match(head)
    agency = agency_named(match["agency"]) if match else None
    if match and agency and make_day(2000, int(match["month"]), int(match["day"])):
        return Dateline(match[0], match.end(), agency, int(match["month"]), int(match["day"]))
    match = _DASHED.match(head)
    if match and (agency := agency_named((match["agency"] or match["behind"]).strip('«»"'))):
        made = _made(head[: match.end()], match.end(), agency)
        if made.day or _shouted(match["before"]):
            return made
    match = _BARE.match(head)
    if match and _shouted(match["before"]):
        return _made(head[: match.end()], match.end(), None)
    return None


def _set_off(head: str, end: int) -> bool:
    """Whether a dash or a full stop stands between the dateline and the sentence after it."""
    return end >= len(head) or head[:end].rstrip()[-1] in "-–—―.:"


def standing_alone(line: str) -> Dateline | None:
    """A short line that is a dateline and nothing else: `Capitals (Agencies)`, `BERLIN (dpa)`."""
    if len(line) > 80:
        return None
    match = _BRACKETED.match(line)
    if (
        match
        and match.end() >= len(line.rstrip(" -–—.:"))
        and match["before"].strip()
        and _like_a_place(match["before"])
    ):
        agency = agency_named(match["agency"])
        if agency is not None or match["agency"].strip().lower() in _SEVERAL:
            return _made(line, len(line), agency)
    return None


def _introduced(name: str, before: str, *, dashed: bool) -> str | None:
    """An agency that nobody has told us of, when all around it is a dateline: a place in capitals with a day or a dash
    behind it all, or an abbreviation in small letters after a place, which only agencies write so.

    Without a day, a single word may be the country; an abbreviation of the place is not an agency.
    """
    name = name.strip()
    words = name.split()
    place = before.split()
    if re.fullmatch(r"[a-z]{2,5}", name) and 0 < len(place) <= 3 and all(word[0].isupper() for word in place):
        return name
    if not 0 < len(words) <= 3 or not all(word[0].isupper() for word in words) or not _shouted(before):
        return None
    if _made(before, len(before), None).day:
        return name
    initials = "".join(word[0] for word in words)
    named = len(words) > 1 or (name.isupper() and len(name) > 2)
    return name if dashed and named and not before.strip(" ,.").startswith(initials) else None


_SEVERAL = frozenset(
    {"agencies", "agentur", "agenturen", "agences", "agencias", "agências", "agenzie", "agencje", "агентства", "وكالات"}
)


def _like_a_place(text: str) -> bool:
    """Few words, the first with a capital (or of a script without them), no sentence."""
    words = re.findall(r"[^\W\d_]+", text)
    if len(words) > 9:
        return False
    return not words or not words[0][0].islower()


_NO_PLACES = word_set(
    """breaking exclusive watch live video opinion note update updated analysis comment chapter part covid sports sport
    news alert correction review interview feature photos listen quiz poll eilmeldung exklusiv kommentar kapitel
    direct vidéo avis última urgente vídeo внимание видео срочно обновлено"""
)
"""Words in capitals before a dash that are not places."""


def _shouted(text: str) -> bool:
    """A place in capital letters, as a dateline without an agency is written."""
    place = re.split(r"[,\d]", text)[0]
    letters = [c for c in place if c.isalpha()]
    return (
        not _NO_PLACES.intersection(re.findall(r"[^\W\d_]+", place.lower()))
        and len(letters) >= 3
        and all(c.isupper() for c in letters)
    )


def _made(text: str, end: int, agency: str | None) -> Dateline:
    shown = text.strip().rstrip("-–—― ").strip()
    dates = find_dates(shown)
    if dates:
        when = dates[0].when
        return Dateline(shown, end, agency, when.month, when.day, when.year)
    at = 0
    while match := _DAY.search(shown, at):
        name, number = (match[2], match[1]) if match[1] else (match[3], match[4])
        month = month_of(name)
        if month is not None and make_day(2000, month, int(number)):
            return Dateline(shown, end, agency, month, int(number))
        at = match.start() + 1  # `Town. 7 November`: the number belongs to the month, not to the town
    return Dateline(shown, end, agency)
