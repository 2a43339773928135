"""The people in a byline: `By Jane Roe, Staff Writer`, `Von Max Muster und Eva Muster`, `5 March 2024 by Jane Roe`.

Here: taking names out of a line, a tag or an element; dates, offices, agencies and handles go. Not here: which of a
page's names is the author's (`precedence`), where pages mark authors up (`authors`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from itertools import zip_longest

from reader.cleaning.lexicon.bylines import (
    BETWEEN,
    BODIES,
    BY,
    BY_WITH_COLON,
    NOBODY,
    NOT_BY,
    OFFICES,
    OFFICES_END,
    OFFICES_OF_SOMETHING,
    PARTICLES,
    TEAMS,
    TITLES,
)
from reader.cleaning.metadata.dates.date_words import PUBLISHED_WORDS, UPDATED_WORDS
from reader.cleaning.metadata.dates.forms import find_dates, remainder
from reader.language.agencies import agency_named
from reader.language.months import MONTHS, WEEKDAYS, ZONES
from reader.language.names.places import place_key
from reader.safety import plain_line
from reader.scripts import HAN, HANGUL, KANA

_BY = re.compile(
    rf"[(\[]?(?:{'|'.join(BY)})[\s:：]+|(?:{'|'.join(BY_WITH_COLON)})(?:\s?[:：]\s*|\s[-–—]\s)", re.IGNORECASE
)
_LABEL = re.compile(r"(?:the )?authors? (?:of (?:the|this) article)?:?|(?!Bild|Foto|Video)[^\W\d_]+ von", re.IGNORECASE)
_NOT_BY = re.compile(rf"(?:{NOT_BY})(?:\s+(?:by|von|par|por)\b|\s?:)", re.IGNORECASE)
_BY_AFTER_DATE = re.compile(r"\d.{0,40}?[\s|·•,–—-](?:by|von|par|por|di|door|av|af)\s+(?=\S)", re.IGNORECASE)
_CJK_BY = re.compile(
    rf"(?:^|[\s|｜])[(（【\[]?(?:作者|撰文|撰稿|执笔|執筆|著者|文字|记者|記者|文)(?:\s?[:：/／|＝=・]\s?|\s|(?=[{HAN}]{{2,3}}(?:[/／)）]|$)))"
    rf"(?P<name>[{HAN}]{{1,4}}\s?[{HAN}{KANA}]{{1,4}})(?![{HAN}{KANA}])"
)
_EAST_LABEL = re.compile(r"[:：]\s?\S+$")
"""`来源：临江日报`, as stands before the author."""
_KOREAN = re.compile(rf"[(\[]?(?P<name>[{HANGUL}]{{2,4}})\s(?:[{HANGUL}]{{2,4}}\s?)?기자(?![{HANGUL}])")
_JOINT = re.compile(
    r",\s*(?:(?:and|und|et|y|e|i|и|en|och|og|&)\s+)?|\s+(?:and|und|et|y|e|i|и|en|och|og|ja|és|ve|dan|&|\+)\s+|"
    r"\s*[;/、]\s*",
    re.IGNORECASE,
)
_HARD = re.compile(
    rf"\s*[|•·(\[<>●]|\s+[-–—]{{1,2}}(?:\s+|$)|\s*[—–]\s*|:\s|\s(?:{NOT_BY})(?:\s+(?:by|von|par|por)\b|:)",
    re.IGNORECASE,
)
"""What stands behind these is no name any more."""
_NO_NAME = re.compile(r"\S+@\S+|(?<!\w)@\w+|https?://\S+|[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")
_CALLED = re.compile(r"(?<=\w) [(“\"‘'][^()\d“”\"]{1,30}[)”\"’'] (?=[A-ZÀ-ÞА-Я])")
"""What somebody is also called, between the names: `Jane (J.R.) Roe`, `Max “Mac” Muster`."""
_OURS = frozenset(("our", "the", "unser", "unsere", "notre", "nuestro", "nuestra", "nosso", "onze"))
"""These begin what a body is called, no person: `Our Foreign Staff`."""
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_BESIDE_DATES = PUBLISHED_WORDS | UPDATED_WORDS | {"on", "at", "am", "pm"}
_FAMILY_FIRST = re.compile(r"(?P<family>[^\W\d_][\w'’-]+), (?P<given>[^\W\d_][\w'’.-]*(?: [^\W\d_]\.?)?)")
"""`Roe, Jane`, as catalogues have it."""
_NAME = re.compile(r"[^\W\d_][\w'’.‘`´\-]*$")
_LONGEST = 160


@lru_cache(maxsize=2048)
def byline_of(text: str) -> str | None:
    """The names in a line that calls itself a byline, as it joins them: `By Jane Roe`, `Von Max Muster und Eva Muster`;
    None for any other line.
    """
    if len(text) > _LONGEST:
        return None
    if not text.isascii() and (cjk := _CJK_BY.search(text) or _KOREAN.match(text)) is not None:
        before = text[: cjk.start()].rstrip()
        return cjk["name"] if not before or before[-1].isdigit() or _EAST_LABEL.search(before) else None
    behind = _behind_label(text)
    return None if behind is None else _people(behind)


def people_of(value: str, *, sure: bool = True) -> str | None:
    """The names in the value of a tag or the text of an element that is an author's, with or without a word for `by`;
    a body's name (`The Kesten Team`) where it names no person; None where it names nobody. `sure`: it is an author's
    beyond doubt; else a name needs the looks of one.
    """
    text = plain_line(_NO_NAME.sub(" ", _MARKUP.sub(" ", unescape(unescape(value[:2000])))))
    if not text or _NOT_BY.match(text):
        return None
    behind = _behind_label(text)
    text = (text if behind is None else behind).strip(" ,.;:|-–—/")
    text = text[1:-1].strip() if text[:1] == "(" and text.find(")") == len(text) - 1 else text  # of `mail (Jane Roe)`
    if sure and (turned := _FAMILY_FIRST.fullmatch(text)) and _may_be_turned(turned["family"], turned["given"]):
        return f"{turned['given']} {turned['family']}"
    kind, _, name = text.partition(": ")
    if behind is None and name and len(kind.split()) < 4 and " " in (person := _people(name) or ""):
        return person  # `Interview: Jane Roe`
    found = (byline_of(text) if behind is None else None) or _people(text)
    if not sure and behind is None and (found is None or " " not in found):
        return (
            text
            if len(text.split()) <= 4 and not TEAMS.isdisjoint(text.lower().split()) and not _nobody(text)
            else None
        )
    if found is None:
        alone = _HARD.split(text)[0].strip()
        found = alone if _a_body(alone) else agency_named(alone)
    return found if found and not _nobody(found) else None


def _a_body(text: str) -> bool:
    """Whether a text may be the name of a body, or of somebody who writes it in small letters."""
    words = text.split()
    capital = not text[:1].islower() or (len(words) < 4 and text.replace(" ", "").isalnum())
    office = text[:1].islower() and any(map(is_office, words))
    return 0 < len(words) <= 6 and capital and not text[0].isdigit() and not office


def _may_be_turned(family: str, given: str) -> bool:
    """Whether two words with a comma between them are a person's, and no office's, outlet's or place's."""
    whole = given.partition(" ")[0][1:].islower() or given.endswith(".")  # no degree
    return whole and not any(
        is_office(word.lower()) or word.lower() in BODIES | NOBODY | BETWEEN or agency_named(word) or place_key(word)
        for word in (family, *given.split())
    )


def is_office(word: str) -> bool:
    """Whether a word, in lower case, is what somebody is at an outlet: `editor`, `Wirtschaftsredakteurin`."""
    return word in OFFICES or word.endswith(OFFICES_END)


def _nobody(name: str) -> bool:
    """Whether a name is an office, a user's name or what programs fill in."""
    words = name.lower().split()
    return all(word in OFFICES or word in NOBODY or word == "the" for word in words)


def is_handle(name: str) -> bool:
    """Whether a name is a user's rather than a person's: `jroe`, `jane_roe7`, `KT1998`."""
    told = " " in name or not name.isascii() or agency_named(name) is not None
    return not told and (name == name.lower() or any(c.isdigit() for c in name))


def is_label(text: str) -> bool:
    """Whether a line is a word for `by` and nothing else: `By`, `Author:`, `Kommentar von`."""
    return len(text) <= 40 and (_behind_label(f"{text} ") == "" or _LABEL.fullmatch(text) is not None)


def _behind_label(text: str) -> str | None:
    """What stands behind a word for `by` at the beginning of a line, or behind a date there."""
    match = _BY.match(text)
    if match is not None:
        again = _BY.match(text, match.end())  # programs and people both write it
        return text[(again or match).end() :]
    late = _BY_AFTER_DATE.search(text[:100])
    if late is None:
        return None
    stamps = find_dates(text[: late.end()])
    left = remainder(text[: late.end()], stamps).lower().split()[:-1] if stamps else ["?"]
    known = all(word in _BESIDE_DATES or word in ZONES for word in left)
    return text[late.end() :] if known else None


def _people(text: str) -> str | None:
    text = _HARD.split(_NO_NAME.sub(" ", _CALLED.sub(" ", text)).strip())[0].strip(" ,.;")
    if text.partition(" ")[0].lower() in _OURS:
        return None
    names, joint, at = "", "", 0
    for match in [*_JOINT.finditer(text), None]:
        piece = text[at : match.start() if match else len(text)].strip()
        office = joint.startswith(",") and len(joint.strip()) == 1 and _beside_a_name(piece)
        name = None if office else _person(piece, first=not names)
        if name is None and not (names and _beside_a_name(piece)):
            break
        if name is not None:
            names += joint + name if names else name
        if (
            name is not None
            and len(name) < len(piece.strip(" ,.;:"))
            and not _beside_a_name(piece[len(name) :].strip())
        ):
            break
        if match is None:
            break
        joint, at = match[0], match.end()
    return names or None


def _person(text: str, *, first: bool) -> str | None:
    """The name that a piece of a byline begins with; None if it begins with none."""
    words = text.split()
    kept: list[str] = []
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        small = word.lower().strip(",.;:")
        if not _NAME.match(word.strip(",;:")) or (small in MONTHS and following[:1].isdigit()):
            break
        if (small in WEEKDAYS and len(small) > 3) or small in BETWEEN:
            break
        if kept and (
            is_office(small) or (_shouted(kept) and not word.isupper() and len(word) > 2 and small not in PARTICLES)
        ):
            break
        if (
            word[0].islower()
            and small not in PARTICLES
            and small.rstrip(".") not in TITLES
            and word.lower() not in TITLES
        ):
            break
        kept.append(word.strip(",;:"))
    while kept and kept[-1].lower() in PARTICLES:
        kept.pop()
    if len(kept) == 3 and len(words) > 3 and words[3].lower().strip(",.;:") in OFFICES_OF_SOMETHING:
        kept.pop()
    if len(kept) > 2 and (agency_named(" ".join(kept[2:])) or kept[-1].lower() in BODIES):
        if len(kept) == len(words) == 3 and not agency_named(kept[2]):
            return None  # `Kesten Bay Courier`
        kept = kept[:2]
    told = [word for word in kept if not word.islower() and word.lower().rstrip(".") not in TITLES]
    short = len(kept) < len(words) and len(told) < 2
    if not 1 <= len(told) <= 6 or (len(told) < 2 and not first) or (short and _ends_badly(words[len(kept)])):
        return None
    name = " ".join(kept)
    if told[0].lower() in OFFICES or (len(told) > 1 and told[-1].lower() in BODIES) or (not first and place_key(name)):
        return None
    return name


def _ends_badly(word: str) -> bool:
    """Whether a single word before this one is no name: `by Sea we came`, `Kesten Staff`."""
    return word[0].islower() or word.lower().strip(",.;:") in OFFICES


def _shouted(words: list[str]) -> bool:
    return sum(len(word) > 2 for word in words) > 1 and all(word.isupper() for word in words)


def _beside_a_name(text: str) -> bool:
    """Whether what follows a name and a comma is a town, an office or an outlet rather than the end of the byline."""
    words = text.lower().split()
    return (
        len(words) < 2
        or any(map(is_office, words))
        or not BODIES.isdisjoint(words)
        or place_key(text) is not None
        or agency_named(text) is not None
    )
