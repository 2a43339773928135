"""What stands above the text: headline, standfirst, byline.

Here: finding them among the lines once the body is known. Not here: judging the body (`judge`), dates (`dating`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.cleaning.input.text_lines import Line, ends_a_sentence, match_key
from reader.cleaning.lexicon.boilerplate import is_furniture
from reader.cleaning.lexicon.calls import rules_out_headline
from reader.cleaning.lexicon.words import FURNITURE_WORDS, word_set
from reader.cleaning.metadata.captions import is_caption
from reader.cleaning.metadata.datelines import standing_alone
from reader.cleaning.metadata.dates.forms import find_dates
from reader.cleaning.metadata.outlets import agency_named
from reader.language.words import ALL
from reader.scripts import UNSPACED

_BY_WORDS = (
    "by", "written by", "posted by", "reported by", "story by", "report by", "text by", "analysis by", "opinion by",
    "von", "par", "por", "de", "di", "da", "door", "av", "af", "autor(?:ka|in|a)?:?", "author:?", "автор:?", "yazan:?",
    "text:", "redakcja:", "tekst:", "foto e testo di", "كتب:?", "بقلم:?", "текст:?", "oprac\\.", "opracował[a]?:?",
    "commentary by", "column by", "an analysis by", "kommentar von", "ein kommentar von", "analyse von",
    "eine analyse von", "gastbeitrag von", "ein gastbeitrag von", "interview von", "propos recueillis par",
    "une analyse de", "une chronique de",
)  # fmt: skip
_BY = re.compile(rf"(?:{'|'.join(_BY_WORDS)})[\s:]+", re.IGNORECASE)
_BY_BEGINNINGS = frozenset(word[:2] for word in _BY_WORDS)
"""Few lines begin so, and the pattern is slow."""
_WORDS = re.compile("[a-z0-9_]+")
_LETTER = rf"[^\W{UNSPACED}]"
_TOKEN = re.compile(rf"[{UNSPACED}]|{_LETTER}+")
_WITHOUT_BLANKS = re.compile(f"[{UNSPACED}]")
_KNOWN_BY = 5
"""So many letters make out a word in another form."""
_LONG = re.compile(rf"({_LETTER}{{4,{_KNOWN_BY}}}{ALL}){_LETTER}*{ALL}")
"""How the tokens of four letters and more begin."""
_LATIN_LETTER = f"[{''.join(c for c in map(chr, range(0x250)) if c.isalnum() or c == '_')}]"
_LATIN_LONG = re.compile(rf"({_LATIN_LETTER}{{4,{_KNOWN_BY}}}{ALL}){_LATIN_LETTER}*{ALL}")
_LATIN_WORDS = re.compile(rf"{_LATIN_LETTER}+")
_BEYOND_LATIN = re.compile("[^\x00-\u024f\u2000-\u206f]")
"""Without these the short classes find the same."""
_NAME = re.compile(r"(?:[^\W\d_][\w'’.\-]*\s?){1,8}$")
_OFFICES = word_set(
    """editor correspondent reporter writer columnist critic chief staff producer photographer contributor analyst
    redakteur redakteurin korrespondent korrespondentin reporterin chefredakteur journaliste correspondant rédacteur
    corresponsal redactor redactora periodista corrispondente inviato redattore news bureau post times agency"""
)
_PARTICLES = word_set("""de da di del della van von der den la le al el bin ibn du dos das y e zu ter ten af med""")
_FULL_STOP = re.compile(r"[^\W\d_]{3}\.['\"”’]? +[\"“'‘]?[A-ZÀ-ÞА-Я]")
_SEVERAL_SENTENCES = re.compile(r"(?:[^\W\d_]{2}\.|[!?])['\"”’]? +[\"“'‘]?[A-ZÀ-ÞА-Я]")
_TRAIL = re.compile("[|»«>›]")
_TRAIL_HEAD = re.compile(r"you are here\b|(?:home|start|startseite|accueil|inicio)\s*[>»|/›]", re.IGNORECASE)

_NO_HEADLINE = -9.0
"""So much speaks against a line that names itself something else."""
_ANCHOR = 0.7
"""What a byline or a date under a line says for it."""
_QUOTES = "\"“„«‘'–—-"
_SAID_BY = re.compile('["“„«‘\'][^"”“»’]{3,150}["”“»’\']: ')
"""`“We have time”: harbour master on the strike` is a headline."""


@lru_cache(maxsize=2048)
def byline_of(text: str) -> str | None:
    """The name in `By Jane Roe`, `Von Max Muster und Eva Muster`; None for anything else."""
    if len(text) > 120 or text[:2].lower() not in _BY_BEGINNINGS:
        return None
    match = _BY.match(text)
    if match is None:
        return None
    name = re.split(
        r"\s*[|•·\d(@]|\s+[-–—]{1,2}\s+|,\s+(?=[a-z])|\s(?:Updated|Published|Posted|Aktualisiert)\b|\s(?:at|in|for|en|aus|à|из|w)\s",
        text[match.end() :],
    )[0].strip(" ,.;:")
    names, joint = "", ""
    for piece in re.finditer(r"(.+?)(,\s*(?:(?:and|und|et|y)\s+)?|\s+(?:and|und|et|y|e|i|и|en|och|og|&)\s+|$)", name):
        if not (joint.startswith(",") and _an_office(piece[1])):
            if not _like_a_name(piece[1]):
                break
            names += joint + piece[1] if names else piece[1]
        joint = piece[2]
    return names or None


def _an_office(text: str) -> bool:
    """Whether what stands behind a name and a comma is no other name: a town, an office."""
    words = text.lower().split()
    return len(words) < 2 or not _OFFICES.isdisjoint(words)


def _like_a_name(text: str) -> bool:
    words = text.split()
    particles = sum(w.lower().rstrip(".") in _PARTICLES for w in words)
    if not 1 <= len(words) - particles <= 5 or not _NAME.match(text):
        return False
    return all(not w[0].islower() or w.lower().rstrip(".") in _PARTICLES for w in words)


@dataclass(frozen=True, slots=True)
class _Sought:
    """What a headline is looked for by."""

    lines: Sequence[Line]
    body: Sequence[bool]
    first: int
    """The first line of the body."""
    start: int
    """Where the looking begins."""
    end: int
    """Where it ends, short of this line."""
    wanted: Sequence[tuple[str, frozenset[str]]]
    """What the page's tags call it, spelled and as words."""
    said: frozenset[str]
    """The words of the page's first line, where that may be its title."""
    known: frozenset[str]
    """What the text speaks of."""
    around: Sequence[str]
    """How the lines around begin."""


def find_headline(lines: Sequence[Line], body: Sequence[bool], titles: Sequence[str] = ()) -> int | None:
    """The index of the headline's first line, or None. `titles`: what the page's tags call it, if it has tags."""
    if True not in body:
        return None
    first = body.index(True)
    wanted = [(match_key(title), frozenset(_tokens(title))) for title in titles if title]
    start, end = max(0, first - 40), min(first + 3, len(lines))
    if len(wanted) == 1:
        same = [i for i in range(start, min(first + 6, len(lines))) if match_key(lines[i].text) == wanted[0][0]]
        if same:
            return same[0]
    top = _tokens(lines[0].text)
    said = frozenset(top if 3 < len(top) < 80 and not is_furniture(lines[0].text) else ())
    known = _words_known(lines, body, first)
    around = [line.text[:200] for line in lines[start : end + 40]]
    sought = _Sought(lines, body, first, start, end, wanted, said, known, around)
    best, best_score = None, 1.0
    for i in range(start, end):
        if (body[i] and i > first) or not (wanted or _may_be_one(lines[i].text)):
            continue
        # of two lines together the first is the headline, unless the second is plainly better
        wins = best_score + (0.7 if best is not None and i - best <= 2 else 0)
        # dates and furniture take longer to find: only where they matter
        score = _likeness(sought, i, wins - _ANCHOR)
        if score + _ANCHOR > wins:
            score += _confirmation(sought, i)
            if score > wins:
                best, best_score = i, score
    if best is None:
        return None
    return next(i for i in range(min(start, best), best + 1) if lines[i].text == lines[best].text)


def _likeness(sought: _Sought, i: int, needed: float) -> float:
    """How much a line looks like the headline, by its words and its place; something less than that where it cannot be
    more than `needed`.
    """
    line = sought.lines[i]
    told = _tokens(line.text)
    score = _shape(line, told)
    if score <= _NO_HEADLINE and not sought.wanted:
        return score  # whatever else speaks for it
    score += _agreement(line.text, told, sought, said=i > 0)
    if sought.body[i]:
        score -= 0.3 if _a_headline_of_its_own(sought.lines, i) else 4
    if i > sought.first:
        score -= 1
    score -= 0.08 * max(0, min(sought.first, i + 14) - i - 3)
    if score + _MOST_KIN + 1 <= needed:
        return score
    score += _kinship(line.text, told, sought.known)
    return score + (sought.around.count(line.text[:200]) > 1)


def _confirmation(sought: _Sought, i: int) -> float:
    """What the lines around it, and what it may be instead, say for a line's being the headline."""
    line = sought.lines[i]
    score = 0.0
    if _is_something_else(line.text):
        score = _NO_HEADLINE - _shape(line, _tokens(line.text)) if sought.wanted else _NO_HEADLINE
    above = max(sought.start, i - 1)
    return score + _anchored(sought.lines[above : sought.end + 3], i - above)


def goes_on(lines: Sequence[Line], headline: int) -> bool:
    """Whether the line under a headline is its second half: the first one ends in a semicolon."""
    following = lines[headline + 1].text if headline + 1 < len(lines) else ""
    return (
        lines[headline].text[-1] == ";"
        and 0 < len(following) <= 200
        and not following[0].islower()
        and not find_dates(following)
        and byline_of(following) is None
    )


def _tokens(text: str) -> list[str]:
    """Words in lower case; of scripts without blanks, single characters."""
    text = text[:400].lower()
    pattern = _WORDS if text.isascii() else _TOKEN if _BEYOND_LATIN.search(text) else _LATIN_WORDS
    return pattern.findall(text)


def _may_be_one(text: str) -> bool:
    """Whether a line is neither too long for a headline nor a single word."""
    return len(text) <= 260 and not (text.isascii() and text.isalpha())


def _shape(line: Line, told: Sequence[str]) -> float:
    """How much a line looks like a headline by itself; `told`: its tokens."""
    text = line.text
    words = len(told) if _may_be_one(text) else 0
    if not text.isascii() and _WITHOUT_BLANKS.search(text):
        words = (words + 1) // 2  # so many characters make a word
    if words < 2 or (words < 4 and len(text) < 12) or ("{" in text and ("(" in text or ";" in text)):
        return _NO_HEADLINE
    score = 1.5 if 5 <= words <= 16 else 0.8 if 4 <= words <= 23 else 0.0 if words == 3 else -1.0
    if "." in text and _FULL_STOP.search(text):
        score -= 1
    if not text.endswith((".", "…", ",", ":", ";")):
        score += 0.7
    if line.bullet:
        score -= 1
    return score


def _words_known(lines: Sequence[Line], body: Sequence[bool], first: int) -> frozenset[str]:
    """What the first lines of the text speak of."""
    told = [lines[i].text[:600] for i in range(first, min(first + 40, len(lines))) if body[i]][:12]
    text = "\n".join(told).lower()
    return frozenset((_LONG if _BEYOND_LATIN.search(text) else _LATIN_LONG).findall(text))


_MOST_KIN = 1.4


def _kinship(text: str, told: Sequence[str], known: frozenset[str]) -> float:
    """What it says for a headline that the text speaks of the same, up to `_MOST_KIN`; buttons and trails of links do
    not.
    """
    words = [word for word in told if len(word) > 3]
    score = -1.5 if len(_TRAIL.findall(text)) > 1 or _TRAIL_HEAD.match(text) else 0.0
    if len(words) < 2:
        return score
    if 3 * len(FURNITURE_WORDS.intersection(words)) >= len(words):
        score -= 1
    return score + 2 * sum([word[:_KNOWN_BY] in known for word in words]) / len(words) - 0.6


def _is_something_else(text: str) -> bool:
    """Whether a line names itself something that no headline is."""
    return bool(
        is_furniture(text)
        or byline_of(text)
        or is_caption(text)
        or standing_alone(text)
        or find_dates(text)
        or rules_out_headline(text)
    )


def _anchored(lines: Sequence[Line], k: int) -> float:
    """What a byline or a date line under a line, or a date line over it, says for its being the headline."""
    if any(map(_dated, lines[k + 1 : k + 4])):
        return _ANCHOR
    return 0.5 if k and _dated(lines[k - 1]) else 0.0


def _dated(line: Line) -> bool:
    return len(line.text) <= 160 and bool(find_dates(line.text) or byline_of(line.text))


def _agreement(text: str, told: Sequence[str], sought: _Sought, *, said: bool) -> float:
    """How well a line agrees with the page's titles, and, if `said`, with its first line where that may be the
    title.
    """
    score = 0.0
    words = frozenset(told)
    if sought.wanted:
        spelled = match_key(text)
        if any(spelled == title for title, _ in sought.wanted):
            score += 5
        else:
            score += 3 * max(len(words & tokens) / max(1, len(words | tokens)) for _, tokens in sought.wanted)
    if said and sought.said and len(told) >= 3:
        shared = len(words & sought.said) / len(words)
        score += 4 * shared if shared >= 0.35 else -0.8
    return score


def _a_headline_of_its_own(lines: Sequence[Line], i: int) -> bool:
    """Whether a line that reads like text stands over the text: short, one sentence, more behind it, and a quotation
    only with who said it.

    A full stop is allowed at the very beginning of a text only.
    """
    text = lines[i].text
    if len(lines) < i + 2 or len(_tokens(text)) > 25:
        return False
    after = [line for line in lines[i + 1 : i + 7] if len(line.text) >= 25][:3]
    if i == 0 and len(text) <= 120 and titled(text) and len(after) > 1:
        return True
    if _SEVERAL_SENTENCES.search(text):
        return i == 0 and len(text) <= 70 and len(after) > 1 and all(len(line.text) > 2.5 * len(text) for line in after)
    quoted = text[0] in _QUOTES and not _SAID_BY.match(text)
    if quoted or text[0].islower() or (i > 0 and ends_a_sentence(text)):
        return False
    longer = sum(len(line.text) > len(text) for line in after)
    return longer >= min(2, len(after)) and (
        titled(text) or not ends_a_sentence(text) or len(_longer_words(text)) <= 12
    )


def titled(text: str) -> bool:
    """Whether a Line Is Written in Capitals Like This One, as headlines in English are."""
    words = _longer_words(text)
    return len(words) > 2 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)


def _longer_words(text: str) -> list[str]:
    return [w for w in text.split() if w[0].isalpha() and len(w) > 3]


def find_standfirst(
    lines: Sequence[Line],
    body: Sequence[bool],
    headline: int,
    leads: Collection[int] = (),
    not_leads: Collection[int] = (),
) -> int | None:
    """The line between the headline and the text that sums the article up, or None. `leads`: lines called so;
    `not_leads`: lines that are certainly something else.
    """
    title = match_key(lines[headline].text)
    for i in range(headline + 1, min(headline + 6, len(lines))):
        if i in leads and match_key(lines[i].text) != title:
            return i
        if body[i]:
            break
    for i in range(headline + 1, min(headline + 6, len(lines))):
        text = lines[i].text
        if i in not_leads:
            if body[i]:
                return None
            continue
        if body[i] and not _unfinished_lead(lines, body, i, headline) and not _over_a_byline(lines, body, i):
            return None
        if 8 <= len(text[:600].split()) <= 60 and match_key(text) != title and not _is_no_lead(text):
            return i
    return None


def _is_no_lead(text: str) -> bool:
    """Whether a line names itself something that no standfirst is."""
    return bool(
        is_caption(text)
        or byline_of(text)
        or standing_alone(text)
        or agency_named(text)
        or is_furniture(text)
        or find_dates(text)
    )


def _over_a_byline(lines: Sequence[Line], body: Sequence[bool], i: int) -> bool:
    """Whether a short line stands over the byline or the date line, and the text begins after that."""
    for k in range(i + 1, min(i + 4, len(lines))):
        if body[k]:
            return False
        text = lines[k].text
        if len(text) <= 160 and (byline_of(text) or find_dates(text)):
            return len(lines[i].text) <= 300
    return False


def _unfinished_lead(lines: Sequence[Line], body: Sequence[bool], i: int, headline: int) -> bool:
    """A line right under the headline that does not end as a sentence, before a body line that does."""
    following = next((k for k in range(i + 1, len(lines)) if body[k]), None)
    return (
        i <= headline + 2
        and len(lines[i].text) < 300
        and not ends_a_sentence(lines[i].text)
        and lines[i].text[-1] not in ':,;"”»'
        and following is not None
        and len(lines[following].text) > len(lines[i].text)
    )
