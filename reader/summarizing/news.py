"""The `news` method: which sentences of an article a reader wants, in which order.

The first sentences of the story are what a reader wants, as a rule; the rules here say when not. The order does not
depend on how many are wanted, so a longer summary contains the shorter.
Not here: what is counted in a sentence (`features`), what a summary opens with (`opening`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import filterfalse, islice

from reader.language.quotes.cues import VERBS
from reader.language.words import root, words
from reader.summarizing.candidates import Candidate
from reader.summarizing.features import WHOLE, Unit, describe, headline_roots, quoted
from reader.summarizing.kinds import KINDS, is_shown, label
from reader.summarizing.mentions import bare_names, in_full, points_back, spoken_of
from reader.summarizing.opening import announced, opening, reported, told_in_full
from reader.summarizing.story import OPENING, answers, introduced, story_of

MOST = 5_000
"""Sentences that are weighed; those of a longer text (a book) follow in reading order. A bound on memory and time."""
_CAREFULLY = 9
"""So many are taken with care; after them the story goes on as it stands."""
_WINDOW = 8
"""How many sentences further down a better one is looked for."""
_DISTANCE = 0.05
"""What each of them counts against the next."""
_GOOD_ENOUGH = 0.5
_REPEATED, _SAME = 0.7, 0.85
"""Shares of a sentence's words that were said before, from which it repeats."""
_ANEW = 0.5
"""The share below which what stands far down says something else."""
_LITTLE = 2
"""New words of a sentence that adds nothing."""
_FEW, _SOME = 4, 6
"""Content words from which it can be told that all of it was said before, or most of it."""
_NOTHING, _THIN, _LONG = 4, 5, 60
"""Words of a sentence: fewer say nothing, or nothing without a name or a figure; instead of more a shorter one."""
_LENGTH = 0.35
"""What it counts to be longer than that, and as much again for every word as makes one twice as long."""
_LONG_LAST = 55
"""As `_LONG`, of the sentence that ends a summary of the usual length."""
_THIN_OF_HIM, _BEFORE_SPEECH = 7, 11
"""As `_THIN`, of one about somebody named before: `It had the right size.`; of one before what he says."""
_NO_WORDS = 2
"""Content words of a sentence that says as little: `The news was not good.`"""
_NAMES_IT = 2
"""Words of the headline in a sentence that says something, however short: `No powdered sugar needed.`"""
_LABEL = 3
"""Words of a speaker in front of a sentence."""
_REFERS = (0.6, 0.5)
"""What it counts that the first content word of a sentence, or the second, stands first in one that is left out."""
_QUOTED, _SPEECH, _LABELLED = 0.6, 0.3, 0.4
"""Shares of a sentence that is quoted, and of one that has speech; what it counts that its speaker stands in front of
it, as in a caption.
"""
_NEAR = 2
"""Sentences by which the writer can be told."""
_ANNOUNCED = 3
"""Words of the headline by which a sentence tells its news."""
_ANSWERING = 0.7
_WITHIN = 0.5
"""What it counts that the sentence before, in the same paragraph, is left out."""
_REPLIES, _REPLY = re.compile(r"(?:Yes|No|Nope|Yeah|Right|Sure|Well)[,.] "), 12
"""What answers somebody: `No, Poole said on Thursday.`; words of it, fewer."""
_UPTO = 120
"""How something is spoken of that was named before; letters in which that is looked for."""
_LOOKED_AT = 80
"""Sentences in which a full name is looked for."""
_PERSONAL = 0.25
"""A share of sentences in the first person from which it is the writer who speaks so, in others it is who is quoted."""


@dataclass(slots=True)  # not frozen: that takes several times as long to make
class Choice:
    """A sentence by its index, what it was taken for and what spoke against it: names in `reasons`."""

    index: int
    reason: str
    faults: tuple[str, ...] = ()


def order(
    units: Sequence[Unit],
    title: frozenset[str] = frozenset(),
    under: frozenset[str] = frozenset(),
    lead: int = 0,
) -> list[Choice]:
    """The units of an article, best first.

    title: the roots of its headline's content words. under: those of its standfirst's. lead: as of `candidates.lead`.
    """
    story = story_of(units, title)
    if not story:
        return []
    told = _Told([units[i] for i in story], title, answers(units, story), introduced(units, story))
    headless = any(unit.kind in ("question", "note", "promotion") for unit in units[: story[0]])
    choices = []
    for place, reason in opening(told.units, title, headless, story.index(lead) if lead in story else 0):
        choices.append(Choice(story[place], reason))
        told.take(place)
    start = max(told.taken)
    nut = 0
    if len(choices) == 1:
        nut = announced(told.units, title | under, start) or reported(told.units, title, start)
    while len(choices) < min(_CAREFULLY, len(story)):
        if nut and len(choices) == OPENING - 1 and told.may_follow(nut):
            choices.append(Choice(story[nut], "nut"))
            told.take(nut)
            continue
        place, faults = _next(told, start)
        choices.append(Choice(story[place], "adds", tuple(faults)))
        told.take(place)
    choices += [Choice(i, "later") for place, i in enumerate(story) if place not in told.taken]
    within = set(story)
    return choices + [Choice(i, unit.kind) for i, unit in enumerate(units) if i not in within]


def _next(told: _Told, start: int) -> tuple[int, dict[str, float]]:
    """The next sentence of the story from which nothing keeps, or the one from which least does; and what does."""
    last = len(told.units)
    free = islice(filterfalse(told.taken.__contains__, range(start, last)), 2 * _WINDOW)
    best, least, faults = -1, float("inf"), {}
    poor: list[tuple[int, float]] = []
    for distance, place in enumerate(free):
        if distance >= _WINDOW and not told.talk and "broken" not in faults:
            break
        far = _DISTANCE * distance
        if told.least(place) + far >= _GOOD_ENOUGH:
            poor.append((place, far))
            continue
        found = told.faults(place)
        fault = sum(found.values()) + far
        if fault < least:
            best, least, faults = place, fault, found
        if fault < _GOOD_ENOUGH:
            return best, faults
    for place, far in poor:
        if told.least(place) + far >= least:
            continue
        found = told.faults(place)
        fault = sum(found.values()) + far
        if fault < least or (fault == least and place < best):
            best, least, faults = place, fault, found
    return (best, faults) if best >= 0 else _next(told, 0)


class _Told:
    """The sentences of a story, which of them are taken, and what would be wrong with taking another one now."""

    def __init__(
        self,
        units: Sequence[Unit],
        title: frozenset[str] = frozenset(),
        answers: frozenset[int] = frozenset(),
        introduced: frozenset[int] = frozenset(),
    ) -> None:
        self.units = units
        self._title = title
        self._answers = answers
        self._introduced = introduced
        self.taken: set[int] = set()
        self._texts: set[str] = set()
        self._said: set[str] = set()
        self._labels = [label(unit.text) if ": " in unit.text else "" for unit in units]
        """Who speaks, where that stands in front of a sentence."""
        self._thin: dict[int, bool] = {}
        near = any(
            unit.personal and not (unit.broken or name) for unit, name in zip(units[:_NEAR], self._labels, strict=False)
        )
        self.talk = len(self._labels) - self._labels.count("") > 1
        """An interview, or a transcript: who speaks stands in front."""
        self._personal = near or (not self.talk and sum([unit.personal for unit in units]) > _PERSONAL * len(units))
        """The writer speaks in the first person."""
        self._first: dict[str, int] = {}
        self._least: dict[int, float] = {}
        self._alone: dict[int, dict[str, float]] = {}
        self._pointing: dict[int, bool] = {}
        self._speaking: dict[int, list[str]] = {}

    def take(self, place: int) -> None:
        """Takes the sentence at a place of the story."""
        self.taken.add(place)
        self._texts.add(self.units[place].text)
        self._said |= self.units[place].roots

    def least(self, place: int) -> float:
        """What is wrong with a sentence whatever else is taken, but for what may be excused."""
        if place not in self._least:
            self._looked_at(place)
        return self._least[place]

    def _looked_at(self, place: int) -> dict[str, float]:
        """Puts down what is wrong with a sentence by itself."""
        alone = self._alone[place] = self._faults_alone(place)
        excused = {} if "thin" in alone else alone
        self._least[place] = sum(excused.values()) if excused else 0.0
        return alone

    def faults(self, place: int) -> dict[str, float]:
        """What is wrong with a sentence as the next one, and how much; 1 is a lot."""
        found = self._alone[place].copy() if place in self._alone else {**self._looked_at(place)}
        unit = self.units[place]
        if len(self.taken) == OPENING - 1 and unit.length > _LONG_LAST:
            turns = unit.connective and place - 1 in self.taken  # `But`: what the sentences before it lead to
            if len(unit.roots & self._title) < _ANNOUNCED - bool(turns):
                found.setdefault("long", 0.5)
        known = 1.0 if unit.text in self._texts else self._known(place)
        if known >= _SAME or (known >= _REPEATED and unit.quoted <= _QUOTED and not self._adds(unit)):
            found["repeats"] = 2.0 if known >= _SAME else 1.0
            if "thin" not in found:
                self._least[place] = max(self._least[place], found["repeats"])  # nor will it ever say something new
        elif len(self.taken) <= OPENING and any(told_in_full(self.units[i], unit) for i in self.taken):
            found["repeats"] = 1.0
        alone = unit.quoted > WHOLE or not unit.leans
        if "thin" in found and alone and unit.length >= _LABEL and not unit.broken and self._points_back(place + 1):
            return {}
        if "thin" in found and unit.length >= _THIN and unit.roots & self._said and not (unit.leans or unit.quoted):
            del found["thin"]  # a few words of what is told of: `No docker will be dismissed.`
        behind_nothing = place - 1 not in self.taken or (place in self._introduced and not unit.quoted)
        if place and behind_nothing and self._points_back(place):
            found["leans"] = 1.5
        self._leaning(place, found)
        return found

    def _leaning(self, place: int, found: dict[str, float]) -> None:
        """Puts in what a sentence would leave unsaid because others are not taken."""
        unit = self.units[place]
        before = self._has_before(place)
        if not unit.begins and (not before or place in self._introduced):
            found["leans"] = found.get("leans", 0.0) + _WITHIN
        anywhere = unit.quoted > 0 or not before
        if (anywhere or place > len(self.taken)) and self._unintroduced(place, anywhere=anywhere):
            found["refers"] = 1.0
        elif unit.quoted > WHOLE and place and self._unspoken(place):
            found["leans"] = 0.7
        if before:
            return
        if leans := unit.leans or float(self._spoken(place)) or _ANSWERING * (place in self._answers):
            found["leans"] = found.get("leans", 0.0) + leans + (unit.quoted > _QUOTED)
        weights = zip(unit.first, _REFERS, strict=False)
        if left_out := [weight for word, weight in weights if self._left_out(word, place)]:
            found["refers"] = max(sum(left_out), found.get("refers", 0.0))

    def may_follow(self, place: int) -> bool:
        """Whether a sentence far down says mostly what is not told, and points at nothing."""
        if place in self.taken or self._points_back(place) or self._unintroduced(place):
            return False
        known = spoken_of(self.units[place].text)
        if known and self._left_out(root(known), place):
            return False
        return self._known(place) < _ANEW

    def _faults_alone(self, place: int) -> dict[str, float]:
        found, unit = {}, self.units[place]
        if self._says_nothing(place):
            found["thin"] = 1.0
        if unit.length > _LONG and len(unit.roots & self._title) < _ANNOUNCED:
            found["long"] = _LENGTH + (unit.length - _LONG) / _LONG
        if unit.broken:
            found["broken"] = 1.0
        if unit.quoted > _QUOTED:
            found["quoted"] = 0.3 + _LABELLED * bool(self._labels[place] and not self.talk)
        if unit.personal and not (self._personal or self._labels[place]):
            found["personal"] = 0.3 if unit.details > 1 else 0.6
        if is_shown(unit.text):
            found["shown"] = 0.8
        if unit.length < _REPLY and _REPLIES.match(unit.text):
            found["leans"] = 0.7
        if unit.text[-1].isalnum() or (unit.text[-1] == ")" and unit.text[-2].isalnum()):
            found["open"] = _GOOD_ENOUGH
        return found

    def _says_nothing(self, place: int) -> bool:
        if place not in self._thin:
            behind = self.units[place + 1] if place + 1 < len(self.units) else None
            thin = _is_thin(self.units[place], self._labels[place], behind)
            self._thin[place] = thin and len(self.units[place].roots & self._title) < _NAMES_IT
        return self._thin[place]

    def _left_out(self, word: str, place: int) -> bool:
        """Whether a root stands in a sentence before, and in none that is taken."""
        return word not in self._said and self._first_place(word) < place

    def _first_place(self, word: str) -> int:
        """Where a root stands first; behind the end, if nowhere."""
        if word not in self._first:
            places = (place for place, unit in enumerate(self.units) if word in unit.roots)
            self._first[word] = next(places, len(self.units))
        return self._first[word]

    def _spoken(self, place: int) -> bool:
        """Whether a sentence before, which is not taken, names in front who speaks, and this one nobody."""
        if not self.talk:
            return False
        turn = next((i for i in range(place, -1, -1) if self._labels[i]), place)
        return turn < place and turn not in self.taken

    def _unintroduced(self, place: int, *, anywhere: bool = True) -> bool:
        """Whether somebody acts or speaks under one name whose full name stands in a sentence before that is not taken;
        or `anywhere`.
        """
        if place not in self._speaking:
            self._speaking[place] = bare_names(self.units[place].text)
        for name in self._speaking[place]:
            new = {root(word) for word in words(name)} & self.units[place].roots - self._said
            upto = _LOOKED_AT if anywhere else min(place, _LOOKED_AT)
            if new and any(in_full(name, unit.text) for unit in self.units[:upto]):
                return True
        return False

    def _unspoken(self, place: int) -> bool:
        """Whether a quotation has nobody who says it, nor has the sentence before anybody who speaks."""
        if any(map(str.isalpha, quoted(self.units[place].text)[1])):
            return False
        before = self.units[place - 1]
        return not before.quoted and VERBS.isdisjoint(words(before.text)) and before.text[-1] != ":"

    def _points_back(self, place: int) -> bool:
        if place not in self._pointing:
            self._pointing[place] = place < len(self.units) and points_back(
                self.units[place].text, self.units[place].language
            )
        return self._pointing[place]

    def _known(self, place: int) -> float:
        """How much of a sentence was said before."""
        roots = self.units[place].roots
        return len(roots & self._said) / len(roots) if len(roots) >= _FEW else 0.0

    def _adds(self, unit: Unit) -> bool:
        """Whether a sentence with much that was said before says something new as well."""
        new = unit.roots - self._said
        return len(new) > _LITTLE or len(unit.roots) < _SOME or any(word[0].isdigit() for word in new)

    def _has_before(self, place: int) -> bool:
        """Whether the sentence before, but for such as say nothing, is taken, or says what was said."""
        unit = self.units[place]
        if place in self._answers or (place in self._introduced and unit.leans):
            return False
        before = place - 1
        while before > 0 and before not in self.taken and self._says_nothing(before):
            thin = self.units[before]
            leans = unit.connective or (unit.pronoun == 1.0 and not unit.somebody)
            if leans and thin.roots and not thin.leans:
                return False  # what `it` is stands there
            if self._spoken(before + 1):
                return False  # what follows is said by the one who is named there
            before -= 1
        return before < 0 or before in self.taken or self._known(before) >= _SAME


def _is_thin(unit: Unit, name: str, behind: Unit | None) -> bool:
    """Whether a sentence says nothing by itself; `name`: who speaks, where that stands in front; `behind`: the next."""
    if name:
        return unit.length < _THIN + _LABEL
    few = _THIN_OF_HIM if unit.pronoun == 1.0 else _THIN
    if unit.somebody and unit.pronoun == 1.0 and not unit.quoted and behind and behind.quoted > _SPEECH:
        few = _BEFORE_SPEECH
    if len(unit.roots) <= _NO_WORDS:
        few = max(few, _THIN_OF_HIM)
    return (unit.length < _NOTHING and not any(map(str.isdigit, unit.text))) or (unit.length < few and not unit.details)


def rank_texts(
    texts: Sequence[str],
    *,
    headline: str | None = None,
    standfirst: str | None = None,
    language: str | None = "en",
    places: Sequence[Candidate] = (),
    lead: int = 0,
) -> tuple[list[int], list[float]]:
    """The sentences, best first, and a score of each, 0 of what is none of the story; those beyond `MOST` are ranked
    last, in reading order.

    places: where they stand, see `candidates.split`. lead: see `candidates.lead`.
    """
    title = headline_roots(headline, language)
    units = describe(texts[:MOST], language, places[:MOST], title)
    chosen = order(units, title, headline_roots(standfirst, language), lead)
    ranked = [choice.index for choice in chosen]
    ranked += range(len(ranked), len(texts))
    scores = [0.0] * len(texts)
    for place, i in enumerate(ranked):
        scores[i] = 1 / (1 + place)
    for choice in chosen:
        if choice.reason in KINDS:
            scores[choice.index] = 0.0
    return ranked, scores
