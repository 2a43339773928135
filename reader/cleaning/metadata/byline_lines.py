"""Which line near the head of a text names its author: `By Jane Roe`, or a name alone beside a date or an office.

Here: the lines around the headline and right below the text. Not here: the names in a line (`byline`), what the tags
of a page say (`tags`, `authors`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import islice

from reader.cleaning.input.text_lines import Line, ends_a_sentence
from reader.cleaning.lexicon.boilerplate import is_furniture
from reader.cleaning.lexicon.bylines import BODIES, NOBODY, NOT_BY, OFFICES, ON_PAGES, PARTICLES
from reader.cleaning.lexicon.words import FUNCTION_WORDS, FURNITURE_WORDS
from reader.cleaning.metadata.byline import byline_of, is_label, is_office, people_of
from reader.cleaning.metadata.captions import is_caption
from reader.cleaning.metadata.dates.date_words import PUBLISHED_WORDS
from reader.cleaning.metadata.dates.forms import find_dates, remainder
from reader.cleaning.metadata.outlet_names import SECTIONS
from reader.language.agencies import agency_named
from reader.language.names.letters import likeness
from reader.language.names.places import place_key
from reader.language.names.word_lists import is_title
from reader.scripts import HAN

_LONGEST, _LONGEST_BIO = 100, 400
_AGO = re.compile(
    r"\b\d{1,2} ?(?:min|hour|hr|day|week|month)\w*\.? (?:ago|read)|^vor \d+ \w+|^il y a \d|^hace \d|^há \d|\d ?(?:uur|"
    r"timer?|timmar) (?:geleden|siden|sedan)",
    re.IGNORECASE,
)
"""A time that names no day."""
_NO_NAMES = FUNCTION_WORDS | FURNITURE_WORDS | SECTIONS | BODIES | NOBODY | OFFICES | ON_PAGES
_SMALL = PARTICLES | {"and", "und", "et", "y", "&", "og", "och"}
"""Words in and between names."""
_MAIL = re.compile(r"(?:e-?mail:? )?[\w.+-]+@[\w-]+\.[\w.-]+", re.IGNORECASE)
_EACH = re.compile(r",| (?:and|und|et|y|e|&|og|och) ")
_DAY = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{2,4}")
"""A day in figures alone, which may be two."""
_TELLS = frozenset(("reports", "reporting", "berichtet", "informa", "rapporte", "riferisce", "relata"))
_APART = " ,;|•·/-–—:("
_IN = re.compile(r"(?:in|aus|à|a|en|em|from|w|в|i|at) [^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){0,3}")
"""Where somebody writes from."""
_IS = re.compile(
    r"(?P<name>[^,.:;()]{5,40}?),? (?:is|was|has (?:been|covered|reported|written|worked)|covers|reports|writes|"
    r"ist|schreibt|berichtet|est|es|è|é|jest) (?P<rest>.{5,150})"
)
_FOLLOWED = re.compile(
    r"Follow (?P<name>[^,.:;()@]{5,40}?) on (?:Twitter|X|Facebook|Instagram|LinkedIn|Threads|Bluesky)\b", re.I
)
"""What is said of the author below a text: `Jane Roe is a reporter for the Courier.`"""
_FAR = 8
"""Most lines below the beginning of the text where a byline may still stand, under the first paragraph."""
_UNDER = 8
"""Most lines from the headline to a name that stands for itself."""
_NAMELIKE, _DATED, _HAN_NAMELIKE = -0.5, -1.5, -1.5
"""Least log-odds that the letters of such a line are a name's; beside a date; in Chinese characters."""
_CREDIT = 60
"""Most characters of a picture's credit that stands without a caption."""
_LEADS_ON = (" by", " von", " par", " por", ":")
"""How a line ends that says who else is named on the next: `Powered by`."""
_BESIDE = re.compile(r"\s*[|·•／/]\s*")
"""What stands between the names of several."""
_NOT_BY_COLON = re.compile(NOT_BY, re.IGNORECASE)
_IN_HAN = re.compile(rf"(?:[{HAN}]{{3,5}}|[{HAN}]{{1,3}} [{HAN}]{{1,3}})(?=$|[\s|]+(?:19|20)\d\d)")


def find_byline(
    lines: Sequence[Line],
    free: Sequence[bool],
    headline: int | None,
    body: Sequence[int],
    below: Sequence[int],
    *,
    bare: bool,
    cells: Collection[int] = (),
) -> tuple[str, int] | None:
    """The names in the first byline, and its line's index; None without one. `free`: lines that are nothing else;
    `body`: those of the text; `below`: those right after it; `bare`: a name without
    a word for `by` may be one, too; `cells`: lines of tables, where a name alone is none.
    """
    if not body:
        return None
    top = headline if headline is not None else max(0, body[0] - 6)
    title = lines[top].text if headline is not None else ""
    end = next(islice(body, 2, None), body[-1])
    head = range(max(0, top - 2), min(end, body[0] + _FAR, len(lines)))
    for i in [*head, *below]:
        if i > body[-1] and is_furniture(lines[i].text) == "comment form":
            break
        if free[i] and (name := byline_of(lines[i].text) or _under_label(lines, i)):
            return _without_places(name, title, lines[body[0]].text), i
    for i in head if bare else ():
        if (
            i > top
            and free[i]
            and (name := signed(lines, i))
            and (name.lower() not in title.lower() or title.startswith(f"{name}:"))
        ):
            return name, i
    between = range(top + 1, min(body[0], top + 1 + _UNDER)) if headline is not None else range(0)
    for i in between:
        if (
            free[i]
            and i not in cells
            and (name := alone(lines, i, title))
            and _unspoken_of([lines[k].text for k in body], name)
        ):
            return name, i
    foot = [body[-1], *(i for i in islice(below, int(bare)) if free[i])]
    signature = _signature(lines, [i for i in foot if i not in cells], title, body)
    return signature or next(((name, i) for i in (body[-1], *below) if (name := _told_of(lines[i].text))), None)


def _signature(lines: Sequence[Line], foot: Sequence[int], title: str, body: Sequence[int]) -> tuple[str, int] | None:
    """Who signs a text on its last line or under it (`foot`), and that line's index."""
    for i in foot:
        if len(last := lines[i].text) <= _LONGEST and ": " in last and (name := byline_of(last)):
            return name, i
    for i in foot if len(body) > 1 else ():
        name = alone(lines, i, title, foot=True)
        if name and _unspoken_of([lines[k].text for k in body if k != i], name):
            return name, i
    return None


def _without_places(names: str, *told: str) -> str:
    """The names without those behind a comma that the headline or the text speaks of: `By Jane Roe, Kesten Bay`."""
    first, *others = names.split(", ")
    return ", ".join([first, *(name for name in others if not any(name in text for text in told))])


def _told_of(text: str) -> str | None:
    """Whom a line below the text calls a journalist, or offers to be followed."""
    followed = _FOLLOWED.match(text)
    match = followed or (_IS.match(text) if len(text) <= _LONGEST_BIO else None)
    if match is None:
        return None
    if not followed and not any(is_office(word.strip(",.").lower()) for word in match["rest"].split()[:12]):
        return None
    names = _split(match["name"])[0]
    return names if names == match["name"] else None


def signatures(lines: Sequence[Line], body: Sequence[bool], headline: int) -> list[int]:
    """The lines of a text right under its headline, and its last one, that are a byline with what belongs to it: a text
    without furniture is kept whole, and they are no part of it. Under the first paragraph only `By Jane Roe` is one.
    """
    found: list[int] = []
    told = 0
    for i in range(headline + 1, min(headline + 6, len(lines))):
        text = lines[i].text
        behind = i - 1 in found and len(text) <= _LONGEST and _sides_with_a_name(text)
        if told:
            found += [i] if body[i] and len(text) <= _LONGEST and byline_of(text) else []
        elif behind or is_label(text) or _DAY.fullmatch(text) or _under_label(lines, i) or signed(lines, i):
            found.append(i)
        told += body[i] and i not in found
        if told > 1:
            break
    last = next((i for i in range(len(lines) - 1, headline, -1) if body[i]), None)
    if last is not None and len(lines[last].text) <= _LONGEST and byline_of(lines[last].text):
        found.append(last)
    return found


def _under_label(lines: Sequence[Line], i: int) -> str | None:
    """The name on a line whose label stands on the line above: `Author of the article:`, `Jane Roe`."""
    text = lines[i].text
    if i == 0 or len(text) > _LONGEST or not is_label(lines[i - 1].text) or ends_a_sentence(text):
        return None
    name = people_of(text, sure=False)
    return name if name and _NO_NAMES.isdisjoint(name.lower().split()) else agency_named(text)


def signed(lines: Sequence[Line], i: int) -> str | None:
    """The names on a line that is nothing but a signature: with an office, a date, an outlet behind them, or with one
    of these on the next line.
    """
    names, rest = _split(lines[i].text)
    if not names:
        return None
    if rest and not _IN.fullmatch(rest):
        return names if _sides_with_a_name(rest) else None
    around = [lines[k].text for k in (i - 1, i + 1) if 0 <= k < len(lines)]
    if is_caption(around[-1]):
        return None  # whom a picture shows
    return names if any(len(text) <= _LONGEST and _sides_with_a_name(text) for text in around) else None


def alone(lines: Sequence[Line], i: int, title: str, *, foot: bool = False) -> str | None:
    """The names on a line between headline and text that has nothing else, as their letters tell; `foot`: on one under
    the text, where a word may say what they did (`Interview: Jane Roe`) and less is believed.
    """
    text = lines[i].text
    if len(text) > _LONGEST or text in title:
        return None
    name = _name_alone(lines, i, foot=foot)
    led = name and lines[i - 1].text.lower().endswith(_LEADS_ON)
    return name if name and not led and not _of_a_picture([line.text for line in lines[i - 1 : i + 2]]) else None


def _name_alone(lines: Sequence[Line], i: int, *, foot: bool) -> str | None:
    text = lines[i].text
    if not text.isascii() and (match := _IN_HAN.match(text)):
        beside = any(_dated(lines[k].text) for k in range(i - 1, min(i + 2, len(lines))))
        return match[0] if beside and likeness(match[0]) > _HAN_NAMELIKE else None
    label, _, behind = text.partition(": ")
    labelled = foot and behind and len(label.split()) == 1 and not _NOT_BY_COLON.fullmatch(label)
    text = _behind_office(behind if labelled else text)
    names = [_split(piece) for piece in _BESIDE.split(text)]
    if not all(name[:1].isupper() and not rest and not is_title(name.split()[0].lower()) for name, rest in names):
        return None
    least = 0 if foot else _DATED if any(_dated(line.text) for line in lines[i - 1 : i + 2]) else _NAMELIKE
    return ", ".join(name for name, _ in names) if likeness(text) > least else None


def _behind_office(text: str) -> str:
    """A line without the office that it begins with: `Business reporter Jane Roe`."""
    words = text.split()
    office = next((k for k, word in enumerate(words[:3]) if is_office(word.lower())), None)
    return " ".join(words[office + 1 :]) if office is not None and len(words) > office + 2 else text


def _of_a_picture(around: Sequence[str]) -> bool:
    """Whether the middle one of three lines names whom a picture shows or who took it: over a credit, under a
    caption.
    """
    above, _, *below = around
    return any(map(is_caption, below)) or (is_caption(above) and len(above) > _CREDIT)


def _dated(text: str) -> bool:
    return len(text) <= _LONGEST and bool(find_dates(text))


def _unspoken_of(texts: Sequence[str], names: str) -> bool:
    """Whether a text does not speak of those whose names stand over it, as if it were of them and not by them, nor has
    their names as ordinary words: `Key Points`.
    """
    words = [word for word in names.replace(",", " ").split() if word.lower() not in _SMALL]
    said = re.compile(rf"\b(?:{'|'.join(re.escape(word.lower()) for word in words)})\b")
    last = [name.split()[-1] for name in _EACH.split(names)]
    return not any(said.search(text) or any(name in text for name in last) for text in texts)


@lru_cache(maxsize=512)
def _split(text: str) -> tuple[str, str]:
    """The names that a short line begins with, and what stands behind them; no names where it is another line."""
    if len(text) > _LONGEST or not text[:1].isalnum() or text[0].islower() or ends_a_sentence(text):
        return "", ""
    if any(c.isdigit() for c in text[:10]):  # a day may stand first
        stamps = find_dates(text)
        day = text[: stamps[-1].end] if stamps and not stamps[0].start else ""
        names, rest = _split(text[len(day) :].strip(_APART)) if day else ("", "")
        return (names, day) if not rest else ("", "")
    begins = [word.strip(",.|").lower() for word in text.split(None, 2)[:2]]
    if len(begins) < 2 or any(word in _NO_NAMES and word not in _SMALL for word in begins):
        return "", ""  # as names must not: quickly told of most lines
    head = text[: stamps[0].start] if (stamps := find_dates(text)) else text
    names = people_of(head.strip(_APART), sure=False) or ""
    words = [word.strip(",.|").lower() for word in names.split()]
    plain = [word for word in words if word not in _SMALL]
    if not text.startswith(names) or not 2 <= len(plain) <= 12 or not words or place_key(names) or agency_named(names):
        return "", ""
    if names.split()[0].isupper() and not names.isupper() and names[:3].isalpha():
        return "", ""  # an abbreviation and words: `KTN Announces`
    if any(len(name.split()) > 4 for name in _EACH.split(names)):
        return "", ""
    if not _NO_NAMES.isdisjoint(plain) or any(word.endswith(("'s", "’s")) for word in plain):
        return "", ""
    return names, text[len(names) :].strip(_APART)


def _sides_with_a_name(text: str) -> bool:
    """Whether a text is what stands beside a name in a byline: an office, a date, a time, an outlet, a handle."""
    words = [word.strip(",.:|").lower() for word in text.split()]
    if not words or len(words) > 12 or ends_a_sentence(text):
        return False
    if len(words) <= 6 and (any(map(is_office, words)) or not (BODIES | _TELLS).isdisjoint(words)):
        return True
    if text[0] == "@" or _MAIL.fullmatch(text) or _AGO.search(text):
        return True
    if not PUBLISHED_WORDS.isdisjoint(words) and text[-1].isalnum() and any(c.isdigit() for c in text):
        return True
    stamps = find_dates(text)
    return bool(stamps) and len(remainder(text, stamps).split()) <= 3
