"""Two texts side by side: which sentences of one stand in the other: copied, reworded, or quoted in other words.

Plain functions of two texts; the library plays no part. Not here: what differs inside two sentences that match
(diff.py), which articles to compare, drawing.
"""

from __future__ import annotations

import difflib
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice, takewhile
from sys import intern
from threading import Lock
from typing import Literal, NamedTuple, TypeVar

from reader.language.names import same_name
from reader.language.quotes import VERBS, maybe_quoted, quotes
from reader.language.sentences import spans
from reader.language.words import root, stop_words, words

T = TypeVar("T")
PassageKind = Literal["copied", "reworded", "same quotation", "only here"]

COPIED = 0.6
"""Share of the shorter sentence's words in runs that stand in the other one, from which on it is copied."""
COPIED_SHORT = 0.75
"""The same for a sentence of few words."""
RUN = 4
"""Words of such a run at least."""
SHORT = 6
"""Up to this many words a sentence is short; one that is shorter still is copied only by one not twice as long."""
REWORDED = 0.5
"""Share of what two sentences say that they must have in common to be one sentence in other words."""
INSIDE = 0.62
"""The same, of the shorter one, where it is said within a longer one."""
SAID = 0.4
"""Share of a quotation's words that must be in the other, if its speaker can be the same."""
SAME = 4
"""Words in both, at least, and one more."""
MEANT = 0.3
"""The same, of the words that are not stop words."""
IN_ORDER = 0.5
"""Share of a quotation's words that stand in the other in the same order, from which on stop words suffice."""
TRIED = 4
"""Sentences of the other text compared word by word with each sentence."""
_KEPT = 150_000
"""Characters of texts whose sentences are kept at hand: some thirty articles, as the next one of a story is compared
with the same ones. They take some 35 bytes for each.
"""
_WORDS = 20_000
"""Words of a language whose roots are."""
_LONG = 20_000
"""Characters of a text up to which they are."""
_ABOUT_SPEAKERS = ("spokesman", "spokeswoman", "spokesperson", "reporters", "journalists", "press")
REPORTING = frozenset(map(root, (*VERBS, *_ABOUT_SPEAKERS)))
"""Words that tell who says something, not what."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence and what becomes of it in another text."""

    start: int
    end: int
    """Where it stands in its own text."""
    kind: PassageKind
    other: tuple[int, int] | None = None
    """Where what matches it stands in the other text; None for `only here`."""
    similarity: float = 0.0
    """From 0 to 1."""
    covered: float = 0.0
    """How much of what it says the other one says too, from 0 to 1; the rest is new to whoever has read that."""
    slight: bool = False
    """Whether it is too short to say anything: a dateline, `Is it?`."""


class _Said(NamedTuple):
    """The words in quotation marks in a sentence."""

    words: tuple[str, ...]
    roots: frozenset[str]
    speaker: str | None = None


class _Text:
    """A text's sentences; what takes longer to find out about them once it is asked for."""

    def __init__(self, text: str, language: str | None) -> None:
        self.text, self.meaning = text, _meaning(language)
        self.sentences = [_Sentence(self, n, *bounds) for n, bounds in enumerate(spans(text, language or "en"))]
        self.index: defaultdict[str, list[int]] = defaultdict(list)
        """In which sentences a word that means something stands."""
        for sentence in self.sentences:
            for word in sentence.content:
                self.index[word].append(sentence.number)

    @cached_property
    def maybe_said(self) -> list[_Said]:
        """What stands between marks in each sentence, whether these are quotations or not."""
        marked = maybe_quoted(self.text)
        return [self._words_in(sentence, here) for sentence, here in self._each(marked, lambda span: span)]

    @cached_property
    def said(self) -> list[_Said]:
        """What is said in each sentence. Who speaks takes longer to find out than all the rest."""
        found = []
        for sentence, here in self._each(quotes(self.text), lambda quote: (quote.start, quote.end)):
            said = self._words_in(sentence, [(quote.start, quote.end) for quote in here])
            found.append(said._replace(speaker=next((quote.speaker for quote in here if quote.speaker), None)))
        return found

    def _each(self, marked: Sequence[T], where: Callable[[T], tuple[int, int]]) -> Iterator[tuple[_Sentence, list[T]]]:
        """Each sentence with those that reach into it of what is marked, in reading order."""
        at = 0
        for sentence in self.sentences:
            while at < len(marked) and where(marked[at])[1] <= sentence.start:
                at += 1
            yield sentence, list(takewhile(lambda one: where(one)[0] < sentence.end, islice(marked, at, None)))  # noqa: B023  (used up at once)

    def _words_in(self, sentence: _Sentence, parts: Iterable[tuple[int, int]]) -> _Said:
        """The words of a sentence that stand in these parts of the text."""
        within = (self.text[max(sentence.start, first) : min(sentence.end, last)] for first, last in parts)
        plain = tuple(_CONTRACTION.sub("", word) for part in within for word in words(part))
        return _Said(plain, frozenset(map(root, plain)))


class _Meaning(dict[str, str]):
    """The root of each word of a language; none of those that tell nothing. It forgets all once they are too many."""

    def __init__(self, language: str | None) -> None:
        self._stop = stop_words(language)

    def __missing__(self, word: str) -> str:
        if len(self) >= _WORDS:
            self.clear()
        short = root(word)
        told = self[word] = "" if len(word) < 2 or word in self._stop or short in self._stop else short
        return told


_meaning = lru_cache(maxsize=8)(_Meaning)


class _Sentence:
    """A sentence's words."""

    def __init__(self, whole: _Text, number: int, start: int, end: int) -> None:
        """whole: the text in which it stands as the number-th, from 0."""
        self.whole, self.number, self.start, self.end = whole, number, start, end
        self.tokens = tuple(map(intern, words(whole.text[start:end])))
        self.content = frozenset(map(whole.meaning.__getitem__, self.tokens)) - _NOTHING
        """The roots that are not stop words."""

    @property
    def roots(self) -> set[str]:
        """Of all its words."""
        return set(map(root, self.tokens))

    @property
    def any_said(self) -> set[str]:
        """What the roots of whatever is said in it are among."""
        return self.roots.union(root(_CONTRACTION.sub("", word)) for word in self.tokens if "'" in word)

    @cached_property
    def unnamed(self) -> frozenset[str]:
        """The content that is not part of a name."""
        capitals = " ".join(_CAPITAL.findall(self.whole.text, self.start + 1, self.end))
        return self.content - {root(word) for word in words(capitals)} if capitals else self.content

    @cached_property
    def plain(self) -> frozenset[str]:
        """That which is not a word of reporting either."""
        return self.unnamed if self.unnamed.isdisjoint(REPORTING) else self.unnamed - REPORTING

    @property
    def runs(self) -> set[tuple[str, ...]]:
        """Of words."""
        return set(zip(*(self.tokens[i:] for i in range(RUN)), strict=False))

    @property
    def maybe_said(self) -> _Said:
        """What stands between marks in it, whether these are quotations or not."""
        return self.whole.maybe_said[self.number]

    @property
    def said(self) -> _Said:
        """What is said in it."""
        return self.whole.said[self.number]


class _Idf(dict[str, float]):
    """How much the words of two texts tell, each worked out when it is asked for."""

    def __init__(self, a: _Text, b: _Text) -> None:
        self._a, self._b, self._sentences = a.index, b.index, len(a.sentences) + len(b.sentences)

    def __missing__(self, word: str) -> float:
        count = len(self._a.get(word, ())) + len(self._b.get(word, ()))
        weight = self[word] = math.log(1 + self._sentences / count)
        return weight


def align(text: str, other: str, *, language: str | None = "en") -> tuple[Passage, ...]:
    """Every sentence of `text` in order, and whether and where `other` has it.

    `copied`: mostly the same words in the same order. `same quotation`: words of the same speaker in other words, as
    two translations differ. `reworded`: the same said otherwise. Never raises; roughly linear in the texts' length.
    """
    mine, theirs = _sentences(text, language), _sentences(other, language)
    idf = _Idf(mine, theirs)
    return tuple(_matched(sentence, theirs, idf) for sentence in mine.sentences)


class _Kept:
    """The texts that were compared last."""

    def __init__(self) -> None:
        self._texts: dict[tuple[str, str | None], _Text] = {}
        """The last one used at the end."""
        self._lock = Lock()

    def __call__(self, text: str, language: str | None) -> _Text:
        """A text's sentences, from memory if they are there."""
        if len(text) > _LONG:
            return _Text(text, language)
        with self._lock:
            found = self._texts.pop((text, language), None)
        found = found or _Text(text, language)
        with self._lock:
            self._texts[text, language] = found
            while sum(len(kept) for kept, _ in self._texts) > _KEPT:
                del self._texts[next(iter(self._texts))]
        return found


_sentences = _Kept()


_NOTHING = frozenset(("",))
_CONTRACTION = re.compile("(?<=.)'(?:ve|re|ll|d|m)$")
_CAPITAL = re.compile(r"(?<=[^.!?\s“\"„«]\s)[^\W\d_a-z]\w+")
"""A word with a capital that does not begin a sentence or a quotation."""


def _matched(sentence: _Sentence, theirs: _Text, idf: _Idf) -> Passage:
    """The best match among the few sentences that share most with it."""
    shared: defaultdict[int, float] = defaultdict(float)
    # By the alphabet, as sums depend on the order of what is added.
    told = sorted(sentence.content & theirs.index.keys())
    for word in sorted(told, key=idf.__getitem__, reverse=True)[:40] if len(told) > 40 else told:
        weight = idf[word]
        for number in theirs.index[word][:200]:
            shared[number] += weight
    slight = len(sentence.content) < 4
    best = Passage(sentence.start, sentence.end, "only here", slight=slight)
    rank = {"copied": 3, "same quotation": 2, "reworded": 1, "only here": 0}
    for number in sorted(sorted(shared), key=shared.__getitem__, reverse=True)[:TRIED]:
        there = theirs.sentences[number]
        kind, similarity = _compared(sentence, there, idf)
        if (rank[kind], similarity) > (rank[best.kind], best.similarity):
            covered = _share(sentence.content & there.roots, sentence.content, idf)
            best = Passage(
                sentence.start, sentence.end, kind, (there.start, there.end), min(1.0, similarity), covered, slight
            )
    return best


def _share(part: Iterable[str], whole: Iterable[str], idf: _Idf) -> float:
    """How much of the weight of some words a part of them has; all of it, where they have none."""
    weight = math.fsum(idf[word] for word in whole)
    return math.fsum(idf[word] for word in part) / weight if weight else 1.0


def _compared(a: _Sentence, b: _Sentence, idf: _Idf) -> tuple[PassageKind, float]:
    """How one sentence matches another, and how closely."""
    copied = _copied(a, b)
    if copied:
        return "copied", copied
    said = _same_said(a, b)
    if said:
        return "same quotation", said
    similarity = _similarity(a, b, idf)
    return ("reworded", similarity) if similarity else ("only here", 0.0)


def _copied(a: _Sentence, b: _Sentence) -> float:
    """The share of the shorter one's words that stand in the other in runs, if that makes them copies; else 0.

    Half of what it says must be in them: who said it and where is the same in many a sentence.
    """
    short, long = (b, a) if len(b.tokens) < len(a.tokens) else (a, b)
    size, there = len(short.tokens), set(long.tokens)
    if size and sum(map(there.__contains__, short.tokens)) / size < COPIED:  # whatever their order, there are too few
        return 0.0
    if size < SHORT and size * 2 < len(long.tokens):
        return 0.0
    if size < RUN:
        return 1.0 if size >= 2 and _in_order(short.tokens, long.tokens) == size else 0.0
    if len(short.plain & long.content) * 2 < len(short.plain) or not (common := short.runs & long.runs):
        return 0.0
    covered = {at + n for at in range(size - RUN + 1) if short.tokens[at : at + RUN] in common for n in range(RUN)}
    share = len(covered) / size
    kept = {root(short.tokens[at]) for at in covered} & short.plain
    enough = share >= (COPIED if size > SHORT else COPIED_SHORT) and len(kept) * 2 >= len(short.plain)
    return share if enough else 0.0


def _similarity(a: _Sentence, b: _Sentence, idf: _Idf) -> float:
    """How much of what two sentences say is the same, if that makes them one sentence in other words; else 0.

    Not only names and who reported it: two statements of one spokesman are not one statement.
    """
    both = a.content & b.content
    if len(both) < 4:
        return 0.0
    common, *weights = (math.fsum(map(idf.__getitem__, found)) for found in (both, a.content, b.content))
    similarity = common / math.sqrt(weights[0] * weights[1])
    within = len(both) >= 6 and common / min(weights) >= INSIDE
    if similarity < REWORDED and not within:
        return 0.0
    plain = len(a.plain & b.plain)
    if plain < 2 or plain * 4 < min(len(a.plain), len(b.plain)) or (similarity < REWORDED and plain < 3):
        return 0.0
    return max(similarity, REWORDED)


def _same_said(a: _Sentence, b: _Sentence) -> float:
    """How much of what is quoted in two sentences is the same, if one person can have said it; else 0."""
    if not _may_say_the_same(a, b):
        return 0.0
    mine, theirs = a.said, b.said
    both = mine.roots & theirs.roots
    if len(both) < SAME or not _one_speaker(mine.speaker, theirs.speaker):
        return 0.0
    order, longer = _in_order(mine.words, theirs.words), max(len(mine.words), len(theirs.words))
    if order >= max(SHORT, IN_ORDER * longer):
        return order / longer
    content, least, compounds = _meant(a, b, mine.roots, theirs.roots)
    share = (len(both) + compounds) / min(len(mine.roots), len(theirs.roots))
    enough = len(both) + compounds > SAME and content >= 2 and content >= MEANT * least
    return min(1.0, share) if enough and share >= SAID else 0.0


def _may_say_the_same(a: _Sentence, b: _Sentence) -> bool:
    """Whether they can, judged by what stands between marks: what is said is a part of that. False is sure."""
    mine = a.maybe_said
    if len(mine.roots) < SAME or len(mine.roots & b.any_said) < SAME:
        return False
    theirs = b.maybe_said
    if len(mine.roots & theirs.roots) < SAME:
        return False
    return _meant(a, b, mine.roots, theirs.roots)[0] >= 2 or (
        sum((Counter(mine.words) & Counter(theirs.words)).values()) >= SHORT
    )


def _meant(a: _Sentence, b: _Sentence, said_a: frozenset[str], said_b: frozenset[str]) -> tuple[int, int, int]:
    """How many words that mean something are said in both, how many in the one with fewer, how many as compounds."""
    mine, theirs = said_a & a.unnamed, said_b & b.unnamed
    compounds = sum(_compounded(word, theirs) for word in mine - theirs)
    return len(mine & theirs) + compounds, min(len(mine), len(theirs)), compounds


def _compounded(word: str, others: Iterable[str]) -> bool:
    """Whether another word begins as this one does: `rain` and `raindrops`."""
    return any(min(len(word), len(other)) >= 4 and word[:4] == other[:4] for other in others)


def _in_order(a: Sequence[str], b: Sequence[str]) -> int:
    """How many words stand in both in the same order."""
    matcher = difflib.SequenceMatcher(None, a[:200], b[:200], autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


def _one_speaker(a: str | None, b: str | None) -> bool:
    """Whether two speakers can be one person: a name against a description like `the spokesman` can."""
    if not a or not b or a[:1].islower() or b[:1].islower():
        return True
    return same_name(a, b) or bool(re.search(r"\s[a-z]", a + b))
