"""What speaks for and against a sentence of a news article, as numbers.

Plain Python, no library: it runs for every article that is added. Not here: how much each counts (`news`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import filterfalse, pairwise
from math import exp
from operator import itemgetter

from reader.language.sentences import is_dateline
from reader.language.words import ROOT, root, stop_words, straight, words
from reader.summarizing.importance import BEHIND_FIGURES, matters, named
from reader.summarizing.openers import CONNECTIVES, PHRASES, PRONOUNS, WHEN

_ENDING = re.compile(r"[.!?…。！？।۔።։។॥؟:;][\"'”’»」』)\]]*\Z")
_IN_BRACKETS = re.compile(
    r"\((?:[^()]{0,30}\b)?(?:left|right|above|below|pictured|centre|center|file|links|rechts|gauche|droite|izquierda|derecha)"
    r"\b[^()]{0,30}\)",
    re.IGNORECASE,
)
_OF_A_PICTURE = re.compile(
    r"\b(?:pictured|seen here|scroll down for)\b|\b(?:from|top|bottom) left(?: to right)?[:,]", re.IGNORECASE
)
_PICTURED = frozenset(["pictured", "seen", "scroll", "left"])
"""Without one of these words that pattern finds nothing, and they are quick to look for."""
_POINTS_TO_ONE = re.compile(r"\w+\b[^.]{0,80}\b(?:above|below|here)\W*\Z", re.IGNORECASE)
_LOOK = frozenset(["watch", "see", "read", "hear", "listen", "click"])
"""What begins such a sentence."""
_FULL_STOPS = (".", "!", "?")
_OTHER_MARKS = re.compile("[“«„「‘]")
_DOUBLE_QUOTED = re.compile(r"\"[^\"]{0,700}\"|“[^”]{0,700}”|«[^»]{0,700}»|„[^“”]{0,700}[“”]|「[^」]{0,700}」")
_QUOTED = re.compile(_DOUBLE_QUOTED.pattern + r"|(?:^|(?<=[ (]))['‘].{1,400}?[.,!?…\w]['’](?!\w)")
"""As `units.quotations`, roughly and quickly; the shorter pattern where no single mark may open a quotation."""
_cut = itemgetter(slice(ROOT))
"""As `root`, and quicker."""
_TOKEN = re.compile(r"\w+")
_DETAIL = re.compile(r"[A-Z0-9](?<!\w.)(?:(?<=[0-9])|\w)")
"""A word with a figure or a capital, in a text of plain letters."""
_THIN = 12
"""Words from which a sentence is no longer thin, whatever is in it."""
_ASKS = tuple("?？؟")
_ANSWER = 12
"""A sentence of fewer words right after a question hardly says anything without it."""
_TURN = re.compile(r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,2}(?=: )")
"""`Poole: We have lost the wall.`"""
_LABEL = 40
"""Letters of such a name at most."""
_TURNS = 3
"""So many, and the article is no interview yet."""
_SCENE, _HALF_A_SCENE, _UNTITLED_SCENE = 16, 10, 15
"""A sentence of so many words, with names, figures, a day or a word of the headline, would say what happened."""
_SHORT, _LONG = 6, 20
_SCENES, _UNTITLED_SCENES = 8, 3
"""So many sentences, at most, are taken for a scene; the second where no headline says what the news is."""
_MOSTLY_QUOTED = 0.5
_POINTS_BACK = re.compile(r"\b(?:[io]n|inside|of|with|about|at|by|from|to) (?:it|them)[,.;:]", re.IGNORECASE)
"""`The minister is in it,`: behind a scene this is part of it."""
_NEAR = 80
"""So many letters of a sentence are its beginning."""
_AGENCY = re.compile(r"[^()\n]{0,60}\([^()\n]{2,30}\)")
"""`ROME (dpa) -` or `(CNN)`: agencies come to the point."""
_I_AND_WE = "i i'm i've we we're we've my me our ich wir je nous yo io noi"
_FIRST_PERSON = frozenset(_I_AND_WE.split())
_TELLING = _FIRST_PERSON | _PICTURED
_LATER_PRONOUN = 0.7
_TIMES, _NOW = ("earlier", "later"), ("this", "in", "on", "today", "last")
"""`Earlier this month` dates a sentence, `earlier` alone goes on from another."""
_ALL = """length short thin long pronoun connective quoted broken personal question fragment caption dateline
    scene position first matter recurring names headline repeat"""
_NOTHING = dict.fromkeys(_ALL.split(), 0.0)
"""All features; the second line has those that compare a sentence with others."""


@dataclass(slots=True)
class Unit:
    """One sentence (or quotation of a few) with what was counted in it."""

    text: str
    roots: frozenset[str]
    """Its content words, cut to their roots."""
    length: int
    """Words, all of them."""
    features: dict[str, float] = field(default_factory=dict)
    again: frozenset[str] = frozenset()
    """Those of its roots that stand in other sentences of the article, too."""


def describe(texts: Sequence[str], *, headline: str | None = None, language: str | None = "en") -> list[Unit]:
    """The units of an article in order, with their features; each feature lies between 0 and 1.

    position      1 for the first, falling with every further one
    first         is the first
    matter        how likely its words are to stand in a summary, on average
    recurring     share of its words that stand in other sentences, too
    names         share of the article's often named names in it
    headline      share of the headline's words in it
    length        words, up to 50
    short, long   so far too short or too long to be read well on its own
    thin          short, without a name or a figure: `They were green.`
    scene         belongs to an opening that paints a picture before the news is told: see `_opening`
    pronoun       begins with a word that stands for somebody named before, or quotes him: `“No,” he said.`; or is
                  nothing but a quotation
    connective    begins with a word that goes on from what was said before, answers a question, or stands in brackets
    quoted        share of it that stands within quotation marks
    broken        has a quotation mark without its partner, or ends where it promises more
    personal      speaks in the first person, outside a quotation
    question      asks, or is a turn of an interview
    fragment      does not end like a sentence
    caption       explains a picture, or points to one
    dateline      is nothing but place, date and agency
    repeat        says hardly more than the headline
    """
    own = _Own.of(language or "")
    ignore = own.ignore
    units = []
    plain = [text if text.isascii() else straight(text) for text in texts]
    for text, typed in zip(texts, plain, strict=True):
        tokens = words(typed)
        roots = frozenset(map(_cut, filterfalse(ignore.__contains__, tokens)))
        units.append(Unit(text, roots, len(tokens), _on_its_own(text, tokens, own)))
    title = headline_roots(headline) - ignore
    _in_the_article(units, named(plain), title, language)
    return units


def headline_roots(headline: str | None) -> frozenset[str]:
    """The roots of a headline; a word with hyphens gives those of its parts, too."""
    if not headline:
        return frozenset()
    found = words(headline)
    if "-" in headline:
        found += words(headline.replace("-", " "))
    return frozenset(map(root, found))


@dataclass(frozen=True, slots=True)
class _Own:
    """What `_on_its_own` needs to know of a language."""

    ignore: frozenset[str]
    """Little words, which say nothing of the subject."""
    pronouns: frozenset[str]
    connectives: frozenset[str]
    phrases: tuple[str, ...]
    little: frozenset[str]
    """All words that one of these begins with: only behind them anything else is looked at."""
    colons: bool
    """Whether a colon or semicolon at the end promises more; Armenian sentences and Greek questions end with them."""

    @classmethod
    @lru_cache(maxsize=100)
    def of(cls, language: str) -> _Own:
        """For an ISO 639-1 code."""
        none: frozenset[str] = frozenset()
        ignore = stop_words(language) | stop_words("en")
        pronouns, connectives = PRONOUNS.get(language, none), CONNECTIVES.get(language, none)
        phrases = PHRASES.get(language, ())
        little = ignore.union(pronouns, connectives, [words(phrase)[0] for phrase in phrases])
        return cls(ignore, pronouns, connectives, phrases, little, language not in ("hy", "el"))


def _on_its_own(text: str, tokens: list[str], own: _Own) -> dict[str, float]:
    """The features that need no other sentence, and 0 for the others."""
    length, plain = len(tokens), text.isascii()
    found = _NOTHING.copy()
    found["length"] = length / 50 if length < 50 else 1.0
    if length > _LONG:
        found["long"] = (length - _LONG) / 30 if length < 50 else 1.0
    elif length < _THIN:
        found["short"] = max(0.0, 1 - length / _SHORT)
        found["thin"] = 0.0 if _has_details(text) else 1 - length / _THIN
    first = tokens[0] if tokens else ""
    if first in own.little:
        found["pronoun"] = _leaning(tokens, own)
        found["connective"] = float(_goes_on(text, tokens, own))
    if '"' in text or " '" in text or text[:1] == "'" or not plain:
        _look_at_quotations(text, found, own)
    if first in _LOOK or not _TELLING.isdisjoint(tokens):
        _look_at_words(text, tokens, found)
    if "?" in text or not (plain or ("？" not in text and "؟" not in text)):
        found["question"] = 1.0
    if text[-1:] not in _FULL_STOPS:
        _look_at_the_end(text, found, own)
    if "(" in text and _IN_BRACKETS.search(text):
        found["caption"] = 1.0
    if text[:1] == "(" and text[-1] == ")":
        found["connective"] = 1.0
    if "/" in text:
        found["dateline"] = float(is_dateline(text))
    return found


def _look_at_words(text: str, tokens: list[str], found: dict[str, float]) -> None:
    """The features of which some words are signs."""
    if not found["quoted"] and not _FIRST_PERSON.isdisjoint(tokens):
        found["personal"] = 1.0
    if not _PICTURED.isdisjoint(tokens) and _OF_A_PICTURE.search(text):
        found["caption"] = 1.0
    if tokens[0] in _LOOK and _POINTS_TO_ONE.match(text):
        found["caption"] = 1.0


def _look_at_quotations(text: str, found: dict[str, float], own: _Own) -> None:
    """The features that have to do with quotation marks, for a text that may have some."""
    quoted, outside = _quoted(text)
    if quoted:
        found["quoted"] = quoted / len(text)
        if not found["pronoun"] and (quoted >= len(text) - 1 or _unnamed(outside, own.pronouns)):
            found["pronoun"] = _LATER_PRONOUN
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        found["broken"] = 1.0


def _quoted(text: str) -> tuple[int, str]:
    """How many characters stand within quotation marks, and the text without them."""
    single = "'" in text and (" '" in text or text[0] == "'")
    if not single and '"' not in text and (text.isascii() or not _OTHER_MARKS.search(text)):
        return 0, text
    outside, count = (_QUOTED if single or "('" in text or "‘" in text else _DOUBLE_QUOTED).subn(" ", text)
    return len(text) - len(outside) + count, outside


def _goes_on(text: str, tokens: list[str], own: _Own) -> bool:
    """Whether it begins with a connective."""
    if tokens[0] in own.connectives and not (tokens[0] in _TIMES and tokens[1:2] and tokens[1] in _NOW):
        return True
    return text[:40].lower().startswith(own.phrases)


def _look_at_the_end(text: str, found: dict[str, float], own: _Own) -> None:
    """Whether no mark ends the text, or one that promises more, which is worse."""
    if own.colons and text[-1:] in (":", ";"):
        found["fragment"] = found["broken"] = 1.0
    elif not _ENDING.search(text[-6:]):
        found["fragment"] = 1.0


def _details(text: str) -> int:
    """How many words have a figure, or a capital though they do not begin the sentence."""
    found: list[str] = _TOKEN.findall(text)
    capitals = sum([len(word) > 1 and word[0].isupper() for word in found[1:]])
    return capitals + sum([word[0].isdigit() for word in found])


def _has_details(text: str) -> bool:
    """As `_details`, but only whether there are any."""
    if not text.isascii():
        return _details(text) > 0
    first = _TOKEN.search(text)
    return first is not None and (first.group()[0].isdigit() or _DETAIL.search(text, first.end()) is not None)


def _leaning(tokens: list[str], own: _Own) -> float:
    """1 for `They said`, less for `According to them` and `After this`: a pronoun after nothing but little words."""
    if tokens[0] in own.pronouns:
        return 1.0
    if tokens[0] not in own.ignore:
        return 0.0
    near = tokens[1:3] if tokens[1:2] and (tokens[1] in own.ignore or tokens[1] in WHEN) else tokens[1:2]
    return 0.0 if own.pronouns.isdisjoint(near) else _LATER_PRONOUN


def _unnamed(outside: str, pronouns: frozenset[str]) -> bool:
    """Whether those who are quoted have only a pronoun outside the quotation: `“…,” he says, on the steps`."""
    said = outside.strip(" ,.").split()
    if said and said[0] in pronouns:
        return True
    return outside.lower() == outside and not pronouns.isdisjoint(said)


def _in_the_article(units: list[Unit], names: dict[str, int], title: frozenset[str], language: str | None) -> None:
    """Adds the features that compare a sentence with the article and its headline."""
    mass = sum(names.values())
    named_roots = frozenset(names)
    seen: set[str] = set()
    spread: dict[str, int] = {}
    for unit in units:
        for word in seen & unit.roots:
            spread[word] = spread.get(word, 1) + 1
        seen |= unit.roots
    several = frozenset(spread)
    figures = [word for word in seen if word < BEHIND_FIGURES]
    matter = matters([unit.roots for unit in units], named_roots, title, spread, figures)
    _mark_turns(units)
    for question, answer in pairwise(units):
        if answer.length < _ANSWER and question.text[-1:] in _ASKS:
            answer.features["connective"] = 1.0
    scene = _opening(units, title, language)
    i = -1  # neither a dateline nor a scene counts: the first sentence is the one after it
    for number, unit in enumerate(units):
        roots, features = unit.roots, unit.features
        if number < scene:
            features["scene"] = 1.0
        elif not features["dateline"]:
            i += 1
        size = len(roots) or 1
        if i >= 0:
            features["position"] = exp(-i / 4)
        if i == 0:
            features["first"] = 1.0
        unit.again = roots & several
        features["matter"] = matter[number]
        features["recurring"] = len(unit.again) / size
        here = roots & named_roots
        if here:
            features["names"] = sum(map(names.__getitem__, here)) / mass
        common = len(roots & title)
        if common:
            features["headline"] = common / len(title)
            features["repeat"] = float(common >= 0.9 * size)


def _mark_turns(units: list[Unit]) -> None:
    """In an interview each turn goes on from the one before; its speaker stands in front of it, again and again."""
    begun = [unit for unit in units if unit.text.find(":", 0, _LABEL) > 0]
    turns = [(unit, match.group()) for unit in begun if (match := _TURN.match(unit.text))]
    labels = [label for _, label in turns]
    for unit, label in turns:
        if labels.count(label) > 1 and len(turns) > _TURNS:
            unit.features["question"] = 1.0


def _opening(units: list[Unit], title: frozenset[str], language: str | None) -> int:
    """How many sentences at the beginning only paint a picture: `The leeks have to be washed three times.`

    They go on until a sentence tells something, see `_tells`. If none of the first few does, the whole article is
    written so, and none is left out; nor where a dateline or an agency opens the article.
    """
    for number, unit in enumerate(units[: (_SCENES if title else _UNTITLED_SCENES) + 1]):
        if unit.features["dateline"] or (number == 0 and _AGENCY.match(unit.text)):
            return 0
        if _tells(unit, title, language, begins=number == 0):
            return number
    return 0


def _tells(unit: Unit, title: frozenset[str], language: str | None, *, begins: bool) -> bool:
    """Whether a sentence could be the news: it has words of the headline, names or figures, and stands by itself."""
    features, length = unit.features, unit.length
    leans = features["pronoun"] or features["connective"]
    if leans and not (begins and (length >= _LONG or any(map(str.isdigit, unit.text)))):  # `It is 12 degrees colder`
        return False
    if not begins and _POINTS_BACK.search(unit.text, 0, _NEAR):
        return False
    if features["quoted"] > _MOSTLY_QUOTED or features["question"] or features["fragment"]:
        return False
    shared = len(unit.roots & title)
    long = length >= (_SCENE if title else _UNTITLED_SCENE)
    if long and (shared or not title):
        return True
    details = _details(unit.text)
    if language == "de":
        details -= length // 3  # nouns have capitals
    elif unit.text.lower() == unit.text.upper():
        details += 1  # a script without capitals
    if long:
        return details + (not WHEN.isdisjoint(words(unit.text))) + any(map(str.isdigit, unit.text)) > 1
    return details > bool(title) or shared > 1 or (shared == 1 and length >= _HALF_A_SCENE)
