"""Two texts side by side: which sentences of one stand in the other: copied, reworded, or quoted in other words.

Plain functions of two texts; the library plays no part. Not here: what differs inside two sentences that match
(diff.py), which articles to compare, drawing.
"""

from __future__ import annotations

import difflib
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice, takewhile
from typing import Literal, NamedTuple

from reader.language.names import same_name
from reader.language.quotes import VERBS, maybe_quoted, quotes
from reader.language.sentences import spans
from reader.language.words import root, stop_words, words

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
_KEPT = 16
"""Texts whose sentences are kept at hand: an article and those that it is compared with."""
_LONG = 20_000
"""Characters of a text up to which they are; they take some 90 bytes for each."""
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


class _Quotations:
    """Those of a text, found when they are asked for: who speaks takes longer to find out than all the rest."""

    def __init__(self, text: str, sentences: Sequence[tuple[int, int]]) -> None:
        self._text, self._sentences = text, sentences

    @cached_property
    def said(self) -> list[_Said]:
        """In each sentence."""
        quoted = quotes(self._text)
        found, at = [], 0
        for start, end in self._sentences:
            while at < len(quoted) and quoted[at].end <= start:
                at += 1
            here = [quote for quote in quoted[at : at + 5] if quote.start < end]
            spoken = _words_in(self._text, start, end, [(quote.start, quote.end) for quote in here])
            found.append(spoken._replace(speaker=next((quote.speaker for quote in here if quote.speaker), None)))
        return found


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    tokens: tuple[str, ...]
    roots: frozenset[str]
    content: frozenset[str]
    """The roots that are not stop words."""
    unnamed: frozenset[str]
    """Those that are not part of a name."""
    plain: frozenset[str]
    """Those that are not words of reporting either."""
    runs: frozenset[tuple[str, ...]]
    maybe_said: _Said
    """What stands between marks in it, whether these are quotations or not."""
    number: int
    quotations: _Quotations
    """Of the whole text."""
    ordered: tuple[str, ...]
    """Its roots in the order of the alphabet."""

    @property
    def said(self) -> _Said:
        """What is said in it. Takes long if it is the first of its text that is asked."""
        return self.quotations.said[self.number]


def align(text: str, other: str, *, language: str | None = "en") -> tuple[Passage, ...]:
    """Every sentence of `text` in order, and whether and where `other` has it.

    `copied`: mostly the same words in the same order. `same quotation`: words of the same speaker in other words, as
    two translations differ. `reworded`: the same said otherwise. Never raises; roughly linear in the texts' length.
    """
    mine, theirs = _sentences(text, language), _sentences(other, language)
    idf = _idf([*mine, *theirs])
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(theirs):
        for word in sentence.roots:
            index[word].append(number)
    return tuple(_matched(sentence, theirs, index, idf) for sentence in mine)


def _sentences(text: str, language: str | None) -> tuple[_Sentence, ...]:
    return _kept(text, language) if len(text) <= _LONG else _prepared(text, language)


@lru_cache(maxsize=_KEPT)
def _kept(text: str, language: str | None) -> tuple[_Sentence, ...]:
    return _prepared(text, language)


def _prepared(text: str, language: str | None) -> tuple[_Sentence, ...]:
    stop = stop_words(language)
    bounds, marked = spans(text, language or "en"), maybe_quoted(text)
    quotations = _Quotations(text, bounds)
    found, at = [], 0
    for number, (start, end) in enumerate(bounds):
        while at < len(marked) and marked[at][1] <= start:
            at += 1
        here = list(takewhile(lambda span: span[0] < end, islice(marked, at, None)))  # noqa: B023  (used up at once)
        tokens = words(text[start:end])
        roots = frozenset(map(root, tokens))
        content = frozenset(r for t in tokens if t not in stop and len(t) > 1 and (r := root(t)) not in stop)
        names = {root(word) for word in words(" ".join(_CAPITAL.findall(text, start + 1, end)))}
        found.append(
            _Sentence(
                start, end, tuple(tokens), roots, content, content - names, content - names - REPORTING,
                _runs(tokens), _words_in(text, start, end, here), number, quotations, tuple(sorted(roots)),
            )
        )  # fmt: skip
    return tuple(found)


def _words_in(text: str, start: int, end: int, marked: Iterable[tuple[int, int]]) -> _Said:
    """The words of a sentence that stand in these parts of the text."""
    said = [word for first, last in marked for word in words(text[max(start, first) : min(end, last)])]
    plain = tuple(_CONTRACTION.sub("", word) for word in said)
    return _Said(plain, frozenset(map(root, plain)))


_CONTRACTION = re.compile("(?<=.)'(?:ve|re|ll|d|m)$")
_CAPITAL = re.compile(r"(?<=[^.!?\s“\"„«]\s)[^\W\d_a-z]\w+")
"""A word with a capital that does not begin a sentence or a quotation."""


def _runs(tokens: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(*(tokens[i:] for i in range(RUN)), strict=False))


def _idf(sentences: Sequence[_Sentence]) -> dict[str, float]:
    counts: Counter[str] = Counter()
    for sentence in sentences:
        counts.update(sentence.roots)
    weights = {count: math.log(1 + len(sentences) / count) for count in set(counts.values())}
    return {word: weights[count] for word, count in counts.items()}


def _matched(
    sentence: _Sentence, theirs: Sequence[_Sentence], index: dict[str, list[int]], idf: dict[str, float]
) -> Passage:
    """The best match among the few sentences that share most with it."""
    shared: defaultdict[int, float] = defaultdict(float)
    for word in sorted(sentence.ordered, key=idf.__getitem__, reverse=True)[:40]:
        if word in index:
            weight = idf[word]
            for number in index[word][:200]:
                shared[number] += weight
    slight = len(sentence.content) < 4
    best = Passage(sentence.start, sentence.end, "only here", slight=slight)
    rank = {"copied": 3, "same quotation": 2, "reworded": 1, "only here": 0}
    for number in sorted(sorted(shared), key=shared.__getitem__, reverse=True)[:TRIED]:
        kind, similarity = _compared(sentence, theirs[number], idf)
        if (rank[kind], similarity) > (rank[best.kind], best.similarity):
            other = (theirs[number].start, theirs[number].end)
            covered = _share(sentence.content & theirs[number].roots, sentence.content, idf)
            best = Passage(sentence.start, sentence.end, kind, other, min(1.0, similarity), covered, slight)
    return best


def _share(part: Iterable[str], whole: Iterable[str], idf: dict[str, float]) -> float:
    """How much of the weight of some words a part of them has; all of it, where they have none."""
    weight = math.fsum(idf[word] for word in whole)
    return math.fsum(idf[word] for word in part) / weight if weight else 1.0


def _compared(a: _Sentence, b: _Sentence, idf: dict[str, float]) -> tuple[PassageKind, float]:
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
    short, long = sorted((a, b), key=lambda s: len(s.tokens))
    size = len(short.tokens)
    if size < SHORT and size * 2 < len(long.tokens):
        return 0.0
    if size < RUN:
        return 1.0 if size >= 2 and _in_order(short.tokens, long.tokens) == size else 0.0
    common = short.runs & long.runs
    if not common:
        return 0.0
    covered = {at + n for at in range(size - RUN + 1) if short.tokens[at : at + RUN] in common for n in range(RUN)}
    share = len(covered) / size
    kept = {root(short.tokens[at]) for at in covered} & short.plain
    enough = share >= (COPIED if size > SHORT else COPIED_SHORT) and len(kept) * 2 >= len(short.plain)
    return share if enough else 0.0


def _similarity(a: _Sentence, b: _Sentence, idf: dict[str, float]) -> float:
    """How much of what two sentences say is the same, if that makes them one sentence in other words; else 0.

    Not only names and who reported it: two statements of one spokesman are not one statement.
    """
    both = a.content & b.content
    plain = len(a.plain & b.plain)
    if len(both) < 4 or plain < 2 or plain * 4 < min(len(a.plain), len(b.plain)):
        return 0.0
    common, *weights = (math.fsum(idf[w] for w in found) for found in (both, a.content, b.content))
    similarity = common / math.sqrt(weights[0] * weights[1])
    inside = common / min(weights)
    if similarity >= REWORDED or (inside >= INSIDE and plain >= 3 and len(both) >= 6):
        return max(similarity, REWORDED)
    return 0.0


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
    mine, theirs = a.maybe_said, b.maybe_said
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
