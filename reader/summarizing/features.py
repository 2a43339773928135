"""What is counted in the sentences of an article: their words, what they lean on, what they quote.

Plain Python, no library: it runs for every article that is added. Not here: what follows from it (`news`, `briefs`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import filterfalse
from operator import itemgetter

from reader.language.quotes.cues import VERBS
from reader.language.words import ROOT, root, stop_words, straight, words
from reader.summarizing.candidates import Candidate
from reader.summarizing.kinds import kinds
from reader.summarizing.leaning_words import (
    ARTICLES,
    CONNECTIVES,
    FIRST_PERSON,
    PAST,
    PERIODS,
    PHRASES,
    PRONOUNS,
    SOMEBODY,
    WHEN,
)
from reader.summarizing.quotations import SPOKEN

_OTHER_MARKS = re.compile("[“«»„「‘]")
_DOUBLE_QUOTED = re.compile(
    r"\"[^\"]{0,700}\"|“[^”]{0,700}”|«[^»]{0,700}»|»[^«]{0,700}«|„[^“”]{0,700}[“”]|「[^」]{0,700}」"
)
_QUOTED = re.compile(_DOUBLE_QUOTED.pattern + r"|(?:^|(?<=[ (]))['‘].{1,400}?[.,!?…\w]['’](?!\w)")
"""As `quotations`, roughly and quickly; the shorter pattern where no single mark may open a quotation."""
_cut = itemgetter(slice(ROOT))
"""As `root`, and quicker."""
_DETAILS = re.compile(r"\d[\d.,]*| [\"'(]?[A-Z]")
_OPENED = re.compile(r"(?:(?:^|[ (,:])\"|“)[^\"“”]*$")
"""The last quotation mark opens."""
WHOLE = 0.9
"""The share of a sentence from which it is a quotation and nothing else."""
_SPEECH, _RUN = 20, 6
"""Sentences of a speech, at most; of one that is never closed."""
_FIGURES = re.compile(r"\d[\d.,]*")
_LAST_LATIN = "\u024f"
"""A word of one letter up to this, `à`, says nothing."""
_WITHOUT_BLANKS = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
"""Of Chinese and Japanese every pair of characters counts as a word, about twice as many as there are."""
_NOUNS, _UNCASED = 3, 2
"""One word in so many has a capital in German because it is a noun; names of a sentence where no letter has one."""
_BEGINNING, _SUBJECT, _LONG_BEGINNING = 6, 2, 150
"""Words that are its beginning; content words of it that are looked at; letters that it takes up at most."""
_LATER_PRONOUN = 0.7
_PREFIX = 60
"""Letters of a sentence before its subject, at most."""
_LINES, _STOPS, _SHARED = 3, ".…。", 0.7
"""Lines that may repeat the headline, and what none ends with; the share of the words of each that both have."""
_TIMES, _NOW = ("earlier", "later"), ("this", "in", "on", "today", "last")
"""`Earlier this month` dates a sentence, `earlier` alone goes on from another."""


@dataclass(slots=True)
class Unit:
    """One sentence (or quotation of a few) with what was counted in it."""

    text: str
    roots: frozenset[str]
    """Its content words, cut to their roots."""
    length: int
    """Words, all of them."""
    kind: str = ""
    """One of `kinds.KINDS`, if it is no sentence of the story."""
    nouns: bool = False
    """In its language every noun has a capital."""
    pronoun: float = 0.0
    """1 where it begins with a word for somebody named before, less where such a word comes a little later or quotes
    him: `“No,” he said.`; less, too, for a quotation and nothing else.
    """
    connective: float = 0.0
    """1 where it begins with a word that goes on from what was said before, or stands in brackets."""
    quoted: float = 0.0
    """The share of it that stands within quotation marks."""
    broken: bool = False
    """It has a quotation mark, or a bracket at its end, without its partner, or speech begun by a dash without its
    speaker.
    """
    personal: bool = False
    """It speaks in the first person, outside a quotation."""
    somebody: bool = False
    """It begins with a word for one person: `She has`, `His team`."""
    language: str = "en"
    """An ISO 639-1 code, or nothing."""
    begins: bool = True
    """As of its `Candidate`."""

    _details: int = -1

    @property
    def details(self) -> int:
        """Figures, and words with a capital though they do not begin the sentence; counted when first asked for."""
        if self._details < 0:
            self._details = _details(self.text)
        return self._details

    @property
    def first(self) -> list[str]:
        """The roots of its first content words: what it speaks of, as a rule."""
        tokens = words(self.text[:_LONG_BEGINNING])[:_BEGINNING]
        return [root(word) for word in tokens if word not in _Own.of(self.language).ignore][:_SUBJECT]

    @property
    def names(self) -> int:
        """About how many of the details are no mere nouns, or might be there in a script without capitals."""
        return self.details - self.length // _NOUNS if self.nouns else self.details

    @property
    def leans(self) -> float:
        """How far it is not understood without the sentence before, between 0 and 1."""
        return max(self.pronoun, self.connective)


def describe(
    texts: Sequence[str],
    language: str | None = "en",
    places: Sequence[Candidate] = (),
    title: frozenset[str] = frozenset(),
) -> list[Unit]:
    """The units of an article in order, with what was counted in them.

    places: where they stand, if that is known. title: the roots of its headline; one of the first lines may repeat it.
    """
    own = _Own.of(language or "")
    little = own.ignore.__contains__
    split = [words(text if text.isascii() else straight(text)) for text in texts]
    told = kinds(texts, language, places, split)
    units = []
    for text, kind, tokens in zip(texts, told, split, strict=True):
        roots = frozenset(map(_cut, filterfalse(little, tokens)))
        unblanked = not text.isascii() and _WITHOUT_BLANKS.search(text, 0, 20)
        unit = Unit(
            text,
            roots,
            len(tokens) // 2 if unblanked else len(tokens),
            kind,
            nouns=language == "de",
            language=language or "",
        )
        _look(unit, tokens, own)
        units.append(unit)
    for unit in units[:_LINES] if title else ():
        if unit.text[-1] not in _STOPS and _repeats(unit.roots, title):
            unit.kind = "headline"
    for unit, place in zip(units, places, strict=False):
        unit.begins = place.begins
    _break_inside(units)
    return units


def _repeats(roots: frozenset[str], title: frozenset[str]) -> bool:
    """Whether a line says what the headline says and little else."""
    shared = len(roots & title)
    return shared >= _SHARED * len(roots) and shared >= _SHARED * len(title)


def _break_inside(units: Sequence[Unit]) -> None:
    """Marks as broken what lies between a quotation mark and its partner some sentences on, or behind a colon.

    Where no partner comes before the next quotation, the next few sentences in which nobody is said to speak. Nothing
    where that is most of the article from the beginning: one that is taken from another outlet.
    """
    opened = -1
    for i, unit in enumerate(units):
        if i and unit.quoted > WHOLE and units[i - 1].text[-1] == ":":
            unit.broken = True  # who says it stands there
            continue
        if unit.broken:
            if opened >= 0:
                _break(units[opened + 1 : i])
            opened = i if _OPENED.search(unit.text) or _never_closed(unit.text) else -1
        elif opened >= 0 and (i - opened > _SPEECH or any(mark in unit.text for mark in '"“”')):
            _break_until_told(units[opened:i])
            opened = -1
    if opened >= 0:
        _break_until_told(units[opened:])
    if any(unit.broken for unit in units[:2]) and 2 * sum([unit.broken for unit in units]) > len(units):
        for unit in units:
            unit.broken = False


def _never_closed(text: str) -> bool:
    """Whether a quotation that has others in it goes on behind the end."""
    return text.count("“") > text.count("”") or (text[0] == '"' and text.count('"') % 2 == 1)


def _break(units: Sequence[Unit]) -> None:
    """Marks all of them as parts of what somebody says."""
    for unit in units:
        unit.broken = True


def _break_until_told(units: Sequence[Unit]) -> None:
    """As `_break`, the few sentences behind one that begins to quote a speech, until somebody is said to speak."""
    if units[0].text[0] in '"“':
        told = (i for i, unit in enumerate(units[1:_RUN], 1) if not VERBS.isdisjoint(words(unit.text)))
        _break(units[1 : next(told, _RUN)])


def headline_roots(headline: str | None, language: str | None = "en") -> frozenset[str]:
    """The roots of a headline's content words; a word with hyphens gives those of its parts, too."""
    if not headline:
        return frozenset()
    found = words(headline)
    if "-" in headline:
        found += words(headline.replace("-", " "))
    return (
        frozenset([root(word) for word in found if len(word) > 1 or word.isdigit() or word > _LAST_LATIN])
        - _Own.of(language or "").ignore
    )


@dataclass(frozen=True, slots=True)
class _Own:
    """What is known of a language."""

    ignore: frozenset[str]
    """Little words, which say nothing of the subject."""
    pronouns: frozenset[str]
    connectives: frozenset[str]
    articles: frozenset[str]
    verbs: frozenset[str]
    """As `ARTICLES`."""
    first_person: frozenset[str]
    somebody: frozenset[str]
    phrases: tuple[str, ...]
    english: bool
    little: frozenset[str]
    """All words that one of these begins with: only behind them anything else is looked at."""

    @classmethod
    @lru_cache(maxsize=100)
    def of(cls, language: str) -> _Own:
        """For an ISO 639-1 code."""
        none: frozenset[str] = frozenset()
        ignore = stop_words(language) | stop_words("en")
        pronouns, connectives = PRONOUNS.get(language, none), CONNECTIVES.get(language, none)
        phrases = PHRASES.get(language, ())
        little = ignore.union(pronouns, connectives, [words(phrase)[0] for phrase in phrases])
        first_person, somebody = FIRST_PERSON.get(language, none), SOMEBODY.get(language, none)
        articles, verbs = ARTICLES.get(language, (none, none))
        return cls(
            ignore, pronouns, connectives, articles, verbs, first_person, somebody, phrases, language == "en", little
        )


def _look(unit: Unit, tokens: list[str], own: _Own) -> None:
    """Puts in what needs no other sentence."""
    text = unit.text
    if tokens and tokens[0] in own.little:
        unit.somebody = tokens[0] in own.somebody
        unit.pronoun = _leaning(tokens, own)
        unit.connective = float(_goes_on(text, tokens, own))
    if not unit.pronoun and ", " in text[:_PREFIX] and _has_later_subject(text, own):
        unit.pronoun = _LATER_PRONOUN
    if '"' in text or " '" in text or text[:1] == "'" or not text.isascii():
        _look_at_quotations(unit, own)
    if not (unit.quoted or own.first_person.isdisjoint(tokens)):
        unit.personal = ": '" not in text and ": ‘" not in text  # `She said: 'I …`: cut from the rest of what she said
    if text[0] == "(" and text[-1] == ")":
        unit.connective = 1.0
    if (text[0] == "(" and ")" not in text) or (text[-1] == ")" and "(" not in text):
        unit.broken = True
    if text[0] == "…":
        unit.broken = True
    if text[0] in "–—[" and (text[0] == "[" or not SPOKEN.search(text, 1)):
        unit.quoted, unit.broken = 1.0, True


def _look_at_quotations(unit: Unit, own: _Own) -> None:
    text = unit.text
    count, outside = quoted(text)
    if count:
        unit.quoted = count / len(text)
        unit.personal = not own.first_person.isdisjoint(words(outside))
        if not unit.pronoun and (count >= len(text) - 1 or _unnamed(outside, own.pronouns)):
            unit.pronoun = _LATER_PRONOUN
    low = text.count("„")  # closed by either of the two high ones
    high, closing = text.count("“"), text.count("”")
    if text.count('"') % 2 or (low != high + closing if low else high != closing):
        unit.broken = True


def quoted(text: str) -> tuple[int, str]:
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


def _details(text: str) -> int:
    """How many figures there are, and words with a capital though they do not begin the sentence."""
    if text.isascii():
        found = len(_DETAILS.findall(text))
    else:
        words = text.split()[1:]
        large = [word for word in words if word[0].isupper() or (not word[0].isalnum() and word[1:2].isupper())]
        found = len(large) + len(_FIGURES.findall(text))
    return found if text.lower() != text.upper() else found + _UNCASED


def _leaning(tokens: list[str], own: _Own) -> float:
    """1 for `They said`, less for `According to them` and `After this`: a pronoun after nothing but little words."""
    behind = tokens[1] if tokens[1:] else ""
    if tokens[0] in own.articles and behind not in own.verbs and not behind.endswith(PAST):
        return 0.0
    if tokens[0] in own.pronouns:
        return 0.0 if tokens[1:2] and tokens[1] in PERIODS else 1.0
    if tokens[0] not in own.ignore:
        return 0.0
    near = tokens[1:3] if tokens[1:2] and (tokens[1] in own.ignore or tokens[1] in WHEN) else tokens[1:2]
    return 0.0 if own.pronouns.isdisjoint(near) else _LATER_PRONOUN


def _has_later_subject(text: str, own: _Own) -> bool:
    """Whether a pronoun is the subject behind a beginning without names: `Asked where, she replied`."""
    before, _, behind = text[:_PREFIX].partition(", ")
    if behind.split(" ", 1)[0] not in own.pronouns:
        return False
    first = before.split(" ", 1)[0].lower()
    if own.english and not (first in own.ignore or first.endswith(("ing", "ed", "en", "ly"))):
        return False  # `Alder builds walls, it also`
    return all(word.islower() or word.lower() in WHEN for word in before[1:].split()[1:] if word.isalpha())


def _unnamed(outside: str, pronouns: frozenset[str]) -> bool:
    """Whether those who are quoted have only a pronoun outside the quotation: `“…,” he says, on the steps`."""
    said = outside.strip(" ,.").split()
    if said and said[0] in pronouns:
        return True
    return outside.lower() == outside and not pronouns.isdisjoint(said)
