"""The `news` method: which sentences of an article a reader wants, in which order.

The first sentences of the story are what a reader wants, as a rule; the rules here say when not. The order does not
depend on how many are wanted, so a longer summary contains the shorter.
Not here: what is counted in a sentence (`features`), what a summary opens with (`opening`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.summarizing.features import Unit, describe, headline_roots
from reader.summarizing.kinds import is_shown, label
from reader.summarizing.opening import opening

MOST = 5_000
"""Sentences that are weighed; those of a longer text (a book) follow in reading order. A bound on memory and time."""
_CAREFULLY = 12
"""So many are taken with care; after them the story goes on as it stands."""
_WINDOW = 8
"""How many sentences further down a better one is looked for."""
_DISTANCE = 0.05
"""What each of them counts against the next."""
_GOOD_ENOUGH = 0.5
_REPEATED, _SAME = 0.6, 0.85
"""Shares of a sentence's words that were said before, from which it repeats."""
_FEW = 4
"""Content words from which that can be told."""
_NOTHING, _THIN, _LONG = 4, 5, 60
"""Words of a sentence: fewer say nothing, or nothing without a name or a figure; instead of more a shorter one."""
_LABEL = 3
"""Words of a number or a speaker in front of a sentence."""
_ITEM = re.compile(r"\d{1,2}[.)] ")
_REFERS = (0.6, 0.5)
"""What it counts that the first content word of a sentence, or the second, stands first in one that is left out."""
_QUOTED = 0.6
_PERSONAL = 0.25
"""A share of sentences in the first person from which it is the writer who speaks so, in others it is who is quoted."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A sentence by its index, what it was taken for and what spoke against it: names in `reasons`."""

    index: int
    reason: str
    faults: tuple[str, ...] = ()


def order(units: Sequence[Unit], title: frozenset[str] = frozenset()) -> list[Choice]:
    """The units of an article, best first. title: the roots of its headline's content words."""
    story = [i for i, unit in enumerate(units) if not unit.kind] or list(range(len(units)))
    if not story:
        return []
    told = _Told([units[i] for i in story])
    headless = any(unit.kind == "question" for unit in units[: story[0]])
    choices = []
    for place, reason in opening(told.units, title, headless):
        choices.append(Choice(story[place], reason))
        told.take(place)
    start = max(told.taken)
    while len(choices) < min(_CAREFULLY, len(story)):
        place, faults = _next(told, start)
        choices.append(Choice(story[place], "adds", tuple(faults)))
        told.take(place)
    choices += [Choice(i, "later") for place, i in enumerate(story) if place not in told.taken]
    within = set(story)
    return choices + [Choice(i, unit.kind) for i, unit in enumerate(units) if i not in within]


def _next(told: _Told, start: int) -> tuple[int, dict[str, float]]:
    """The next sentence of the story from which nothing keeps, or the one from which least does; and what does."""
    places = range(len(told.units))
    free = [place for place in places[start:] if place not in told.taken][:_WINDOW]
    best, least, faults = 0, float("inf"), {}
    for distance, place in enumerate(free or [place for place in places if place not in told.taken]):
        found = told.faults(place)
        fault = sum(found.values()) + _DISTANCE * distance
        if fault < least:
            best, least, faults = place, fault, found
        if fault < _GOOD_ENOUGH:
            break
    return best, faults


class _Told:
    """The sentences of a story, which of them are taken, and what would be wrong with taking another one now."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self.taken: set[int] = set()
        self._said: set[str] = set()
        self._personal = sum([unit.personal for unit in units]) > _PERSONAL * len(units)
        """The writer speaks in the first person."""
        self._first: dict[str, int] = {}
        """Where each root stands first."""
        for place, unit in enumerate(units):
            for word in unit.roots:
                self._first.setdefault(word, place)
        self._alone: dict[int, dict[str, float]] = {}

    def take(self, place: int) -> None:
        """Takes the sentence at a place of the story."""
        self.taken.add(place)
        self._said |= self.units[place].roots

    def faults(self, place: int) -> dict[str, float]:
        """What is wrong with a sentence as the next one, and how much; 1 is a lot."""
        if place not in self._alone:
            self._alone[place] = self._faults_alone(self.units[place])
        found = self._alone[place].copy()
        unit = self.units[place]
        known = self._known(unit)
        if known >= _REPEATED:
            found["repeats"] = 2.0 if known >= _SAME else 1.0
        if not self._has_before(place):
            if unit.leans:
                found["leans"] = unit.leans + (unit.quoted > _QUOTED)
            weights = zip(unit.first, _REFERS, strict=False)
            if left_out := [w for word, w in weights if word not in self._said and self._first[word] < place]:
                found["refers"] = sum(left_out)
        return found

    def _faults_alone(self, unit: Unit) -> dict[str, float]:
        found = {}
        if _is_thin(unit):
            found["thin"] = 1.0
        if unit.length > _LONG:
            found["long"] = 0.45 + (unit.length - _LONG) / _LONG
        if unit.broken:
            found["broken"] = 1.0
        if unit.quoted > _QUOTED:
            found["quoted"] = 0.3
        if unit.personal and not (self._personal or label(unit.text)):
            found["personal"] = 0.3 if unit.details > 1 else 0.6
        if is_shown(unit.text):
            found["shown"] = 0.8
        return found

    def _known(self, unit: Unit) -> float:
        """How much of it was said before."""
        size = len(unit.roots)
        return len(unit.roots & self._said) / size if size >= _FEW else 0.0

    def _has_before(self, place: int) -> bool:
        """Whether the sentence before, but for such as say nothing, is taken, or says what was said."""
        before = place - 1
        while before > 0 and before not in self.taken and _is_thin(self.units[before]):
            before -= 1
        return before < 0 or before in self.taken or self._known(self.units[before]) >= _SAME


def _is_thin(unit: Unit) -> bool:
    if _ITEM.match(unit.text) or label(unit.text):
        return unit.length < _THIN + _LABEL
    return unit.length < _NOTHING or (unit.length < _THIN and not unit.details)


def rank_texts(
    texts: Sequence[str], *, headline: str | None = None, language: str | None = "en", cut: Sequence[bool] = ()
) -> tuple[list[int], list[float]]:
    """The sentences, best first, and a score of each; those beyond `MOST` are ranked last, in reading order.

    cut: for each whether it was cut from the one behind it, see `candidates.split`.
    """
    units = describe(texts[:MOST], language, cut)
    ranked = [choice.index for choice in order(units, headline_roots(headline, language))]
    ranked += range(len(ranked), len(texts))
    scores = [0.0] * len(texts)
    for place, i in enumerate(ranked):
        scores[i] = 1 / (1 + place)
    return ranked, scores
