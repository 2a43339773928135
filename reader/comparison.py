"""The nouns of comparing: what two articles share, where else a passage stands, which are copies of one report.

As in `article`, frozen dataclasses that every other room speaks in, and nothing of ours is imported but those.
Not here: how any of it is worked out (stories, desk) or shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reader.article import Article, Sentence


def foreign(a: str | None, b: str | None) -> bool:
    """Whether two languages, given as codes, are known to be different ones."""
    return bool(a and b and a != b)


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that prints a report which another one printed first."""

    article_id: int
    added: tuple[Sentence, ...] = ()
    """Its sentences that the first one does not have, in whatever words; places count in its own text."""
    left_out: tuple[Sentence, ...] = ()
    """Sentences of the first one that it does not have; places count in the first one's text."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One report and its copies: a wire report that four outlets print is one telling."""

    first: int
    """The id of the article that ran it first, as far as dates tell."""
    copies: tuple[Copy, ...] = ()
    """The articles that ran it after that, in time order, undated ones last."""

    @property
    def ids(self) -> tuple[int, ...]:
        """All its articles, the first one first."""
        return (self.first, *(copy.article_id for copy in self.copies))


RowKind = Literal["copied", "reworded", "same quotation", "only in A", "only in B"]
"""How two sentences match, or which of two articles has one alone."""

MatchKind = Literal["copied", "reworded", "same quotation"]
"""How another article has a sentence: in the same words, in others, or another wording of what somebody said."""


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of a sentence that the matching one of another article does not have, or has otherwise."""

    start: int
    end: int
    """Characters of the article's text."""
    figure: bool = False
    """Whether it is a figure or a date for which the other one has another: `14 killed` against `16 killed`."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one article has in a row: a sentence, or some that follow each other."""

    start: int
    end: int
    """Characters of the article's text."""
    changes: tuple[Change, ...] = ()
    """What the other side does not have or has otherwise, in reading order; empty when there is no other side."""
    again: bool = False
    """Whether a row before has it already: the other article says in two places what this one says once."""


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """A sentence of one article beside its match in the other; one side is None where there is none."""

    kind: RowKind
    a: Side | None
    b: Side | None
    by_fact: bool = False
    """Whether only the fact is one, told in few common words or in two languages; no part of the shares."""

    @property
    def same(self) -> bool:
        """Whether both sides say the same in the same words."""
        return bool(self.kind == "copied" and self.a and self.b and not self.a.changes and not self.b.changes)

    @property
    def disagrees(self) -> bool:
        """Whether figures or dates differ."""
        return any(change.figure for side in (self.a, self.b) if side for change in side.changes)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What two reports tell otherwise."""

    what: Literal["figure", "day", "place", "wording"]
    about: str
    """What the figures count, in English where it is known: `dead`, `crowd`; else a word's beginning."""
    a: Side
    b: Side
    """The sentence on either side, with what disagrees as its one change."""
    values: tuple[float, float] | None = None
    """Figures as numbers."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles side by side."""

    a: Article
    b: Article
    rows: tuple[AlignedRow, ...]
    """In the reading order of A; what only B has comes after what it follows there."""
    share_a: float
    """How much of A's text stands in B, also in other words, from 0 to 1."""
    share_b: float
    """How much of B's text stands in A."""
    disagreements: tuple[Disagreement, ...] = ()
    """What they tell otherwise, in whatever words and languages, in the reading order of A."""
    risen: tuple[Disagreement, ...] = ()
    """Figures that the one tells higher because it tells them later: no contradictions."""

    @property
    def foreign(self) -> bool:
        """Whether they are in different languages: then sentences that say the same do not find each other."""
        return foreign(self.a.language, self.b.language)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another article that has a sentence."""

    article_id: int
    kind: MatchKind
    repeated: bool
    """Whether that article, if it was read, leaves nothing new in the sentence: it says as much, and no other figures.
    """


@dataclass(frozen=True, slots=True)
class TracedSentence:
    """A sentence of an article, traced to where else it stands."""

    start: int
    end: int
    """Characters of the article's text."""
    elsewhere: tuple[Elsewhere, ...] = ()
    """The other articles that have it, the nearest first; none: it stands only here."""
    seen: bool = False
    """Whether one of those that leave nothing new in it was read before."""
    slight: bool = False
    """Whether it is too short to say anything: a dateline, `Is it?`."""


@dataclass(frozen=True, slots=True)
class Passages:
    """All sentences of an article in reading order, and where else each of them stands."""

    article_id: int
    compared: tuple[int, ...]
    """The articles that were looked at: those of its story, then the nearest related ones."""
    sentences: tuple[TracedSentence, ...]
    seen_share: float
    """How much of the text was already read elsewhere, from 0 to 1."""
