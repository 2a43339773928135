"""Which sentences of several articles tell one fact, and which articles say it.

Words are looked up where they stand, so the time grows with what is told, not with its square. Not here: how much a
word matters (`importance`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reader.summarizing.briefs.pool import Piece
from reader.summarizing.leaning_words import RELATIVE_DAYS, WHEN

SAYS_IT = 0.6
"""An article says a sentence if one of its own has so much of it, counted by how much each word matters."""
SAME_WORDS = 0.6
"""To be named as saying it, it must also have so many of all its words."""
ALIKE, PLAINLY, HALF, MOST = 4, 2, 0.34, 0.6
"""Content words that two sentences of one fact share at least, and those of them that are no names; the share of the
words of the shorter one, and of those that are no names where each names another day.
"""
ACROSS = 3
"""Such words, names and figures most of them, that sentences of one fact in two languages share at least."""
ENOUGH = 3
"""Words that matter in a sentence which another can be said to tell: `It is a fish` stands in many."""
_DAYS = WHEN - RELATIVE_DAYS


def told_once(pool: Sequence[Piece], order: Sequence[int], matter: dict[str, float], count: int) -> list[int]:
    """The first `count` of an order; put off are those that say again what a better one of another article says, or
    lean on one that does; last come those that are no sentences of a story.
    """
    kept: list[int] = []
    again: list[int] = []
    put_off: set[tuple[int, int]] = set()
    told = _Told(pool, matter)
    for i in order:
        if len(kept) == count:
            break
        piece = pool[i]
        if piece.unit.kind:
            continue
        hangs = piece.unit.leans > 0 and (piece.article, piece.number - 1) in put_off
        if hangs or told.has(piece):
            again.append(i)
            put_off.add((piece.article, piece.number))
        else:
            kept.append(i)
            told.add(i)
    return (kept + again + [i for i in order if pool[i].unit.kind])[:count]


class _Told:
    """The sentences that are told, by their words and exact figures."""

    def __init__(self, pool: Sequence[Piece], matter: dict[str, float]) -> None:
        self._pool = pool
        self._matter = matter
        self._by_word: dict[str, list[int]] = {}

    def add(self, i: int) -> None:
        """Puts in the sentence number `i` of the pool."""
        for word in self._words(self._pool[i]):
            self._by_word.setdefault(word, []).append(i)

    def has(self, piece: Piece) -> bool:
        """Whether one of another article tells the same."""
        return any(_tell_same(self._pool[i], piece, self._matter) for i in self._near(piece))

    def _near(self, piece: Piece) -> Iterator[int]:
        """Those that share enough with a sentence to tell it: a few words, those that matter most, or a figure."""
        shared: Counter[int] = Counter()
        for word in self._words(piece):
            shared.update(self._by_word.get(word, ()))
        weights = sorted((self._matter[word] for word in piece.unit.roots), reverse=True)
        few = piece.exact or sum(weights[: ACROSS - 1]) >= SAYS_IT * sum(weights)
        for i, number in shared.items():
            if self._pool[i].article != piece.article and (few or number >= ACROSS):
                yield i

    @staticmethod
    def _words(piece: Piece) -> Iterator[str]:
        yield from piece.unit.roots
        for figure in piece.exact:
            yield f"={figure}"


def _tell_same(one: Piece, other: Piece, matter: dict[str, float]) -> bool:
    """Whether two sentences tell one fact, in the same words or in others."""
    shared = len(one.unit.roots & other.unit.roots)
    if one.language != other.language and shared >= ACROSS:
        return True
    if not one.exact.isdisjoint(other.exact):
        return True
    plainly = len(one.plain & other.plain)
    days, others = one.words & _DAYS, other.words & _DAYS
    differ = days and others and days.isdisjoint(others)  # work stopped on Friday, the vote was on Wednesday
    if differ and plainly < MOST * min(len(one.plain), len(other.plain)):
        return False
    enough = shared >= ALIKE and plainly >= PLAINLY
    return (enough and shared >= HALF * min(len(one.unit.roots), len(other.unit.roots))) or _covers(one, other, matter)


def _covers(one: Piece, other: Piece, matter: dict[str, float]) -> bool:
    """Whether one sentence has most of what matters in another."""
    whole = sum([matter[word] for word in other.unit.roots])
    return whole > 0 and sum([matter[word] for word in one.unit.roots & other.unit.roots]) >= SAYS_IT * whole


class Sayings:
    """Which articles say a sentence."""

    def __init__(self, by_article: Sequence[Sequence[Piece]], matter: dict[str, float]) -> None:
        self._matter = matter
        self._by_word: dict[str, list[tuple[int, Piece]]] = {}
        for index, own in enumerate(by_article):
            for piece in own:
                for word in piece.unit.roots:
                    self._by_word.setdefault(word, []).append((index, piece))

    def of(self, piece: Piece) -> tuple[int, ...]:
        """The articles that say a piece: the one it is from first, then the others in order."""
        says = set(piece.copies)
        if len(piece.unit.roots) >= ENOUGH:
            rare = sorted((self._by_word[word] for word in piece.plain), key=len)
            for places in rare[: (len(rare) + 1) // 2]:  # who has more than half of the words has one of these
                for index, other in places:
                    if index not in says and self._tells(other, piece):
                        says.add(index)
        return (piece.article, *sorted(says - {piece.article}))

    def _tells(self, one: Piece, other: Piece) -> bool:
        """As `_covers`, and with most of its little words: the same speaker with other words says something else."""
        if 2 * len(one.unit.roots & other.plain) <= len(other.plain):
            return False  # the same people, doing something else
        same = len(one.words & other.words) >= SAME_WORDS * len(other.words)
        return same and _covers(one, other, self._matter)
