"""What speaks for and against a sentence of a news article, as numbers.

Plain Python, no library: it runs for every article that is added. Not here: how much each counts (`news`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp, log, sqrt

from reader.language.words import root, stop_words, words
from reader.summarizing.openers import CONNECTIVES, PRONOUNS
from reader.summarizing.units import quotations

_ENDING = re.compile(r"[.!?…。！？।۔።։።។॥؟:;][\"'”’»」』)\]]*\Z")
_PLAIN = re.compile(r"[A-Za-z0-9]+(?:['’.-][A-Za-z0-9]+)*")
_I_AND_WE = "i i'm i've we we're we've my me our us ich wir je nous yo io noi"
_FIRST_PERSON = frozenset(_I_AND_WE.split())


@dataclass(slots=True)
class Unit:
    """One sentence (or quotation of a few) with what was counted in it."""

    text: str
    roots: Counter[str]
    """Its content words, cut to their roots."""
    length: int
    """Words, all of them."""
    features: dict[str, float] = field(default_factory=dict)


def describe(texts: Sequence[str], *, headline: str | None = None, language: str | None = "en") -> list[Unit]:
    """The units of an article in order, with their features; each feature lies between 0 and 1.

    position      1 for the first, falling with every further one
    centrality    how much of what the whole article speaks of (cosine with the article's words)
    lead          how much it shares with the article's first sentence
    headline      share of the headline's words in it
    names         share of the article's often named names in it
    numbers       has a figure
    short, long   so far too short or too long to be read well on its own
    pronoun       begins with a word that stands for somebody named before
    connective    begins with a word that goes on from what was said before
    quoted        share of it that stands within quotation marks
    broken        has a quotation mark without its partner
    personal      speaks in the first person
    question      asks
    fragment      does not end like a sentence
    repeat        says hardly more than the headline
    """
    ignore = stop_words(language) | stop_words("en") if language != "en" else stop_words("en")
    units = []
    for text in texts:
        tokens = words(text)
        units.append(Unit(text, Counter([root(w) for w in tokens if w not in ignore]), len(tokens)))
        units[-1].features = _on_its_own(text, tokens, language)
    _in_the_article(units, headline, ignore)
    return units


def _on_its_own(text: str, tokens: list[str], language: str | None) -> dict[str, float]:
    """The features that need no other sentence."""
    length = len(tokens)
    quoted = sum(end - start for start, end in quotations(text)) if any(c in text for c in '"“«„「') else 0
    first = tokens[0] if tokens else ""
    code = language or "en"
    return {
        "numbers": float(any(c.isdigit() for c in text)),
        "short": max(0.0, 1 - length / 8),
        "long": min(1.0, max(0.0, (length - 20) / 30)),
        "pronoun": float(first in PRONOUNS.get(code, ())),
        "connective": float(first in CONNECTIVES.get(code, ())),
        "quoted": min(1.0, quoted / max(1, len(text))),
        "broken": float(text.count('"') % 2 == 1 or text.count("“") != text.count("”")),
        "personal": float(not quoted and not _FIRST_PERSON.isdisjoint(tokens)),
        "question": float("?" in text or "？" in text or "؟" in text),
        "fragment": float(not _ENDING.search(text[-6:])),
    }


def _in_the_article(units: list[Unit], headline: str | None, ignore: frozenset[str]) -> None:
    """The features that compare a sentence with the article and its headline."""
    whole: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    for unit in units:
        whole.update(unit.roots)
        spread.update(unit.roots.keys())
    weight = {r: log(1 + spread[r]) for r in whole}
    norm = sqrt(sum((whole[r] * weight[r]) ** 2 for r in whole)) or 1.0
    title = {root(w) for w in words(headline or "") if w not in ignore}
    names = _names(units)
    named = sum(names.values()) or 1
    lead = units[0].roots.keys() if units else ()
    for i, unit in enumerate(units):
        own = sqrt(sum((n * weight[r]) ** 2 for r, n in unit.roots.items())) or 1.0
        shared = len(unit.roots.keys() & title)
        unit.features["position"] = exp(-i / 4)
        unit.features["centrality"] = sum(n * whole[r] * weight[r] ** 2 for r, n in unit.roots.items()) / (own * norm)
        unit.features["lead"] = len(unit.roots.keys() & lead) / (len(lead) or 1) if i else 0.0
        unit.features["headline"] = shared / (len(title) or 1)
        unit.features["names"] = sum(names[r] for r in unit.roots if r in names) / named
        unit.features["repeat"] = float(bool(title) and shared >= 0.9 * len(unit.roots) > 0)


_NAME = re.compile(r"(?<=[^\W_.!?…:\"“] )[^\W\d_a-z][\w'’-]+")


def _names(units: list[Unit]) -> dict[str, int]:
    """Roots of the words that have a capital inside a sentence, with the number of sentences they stand in."""
    found: Counter[str] = Counter()
    for unit in units:
        found.update({root(m.group().lower()) for m in _NAME.finditer(unit.text)})
    return {name: count for name, count in found.items() if count > 1}
