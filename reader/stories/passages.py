"""Two texts side by side: which sentences of one stand in the other: copied, reworded, or quoted in other words.

Plain functions of two texts; the library plays no part. Not here: which articles to compare, drawing.
"""

from __future__ import annotations

import difflib
import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from reader.language.names import same_name
from reader.language.quotes import quotes
from reader.language.sentences import spans
from reader.language.words import root, stop_words, words

PassageKind = Literal["copied", "reworded", "same quotation", "only here"]

COPIED = 0.6
"""Share of a sentence's words in runs that stand in the other one from which it is copied."""
RUN = 4
"""Words of such a run at least."""
REWORDED = 0.5
"""Share of what two sentences say that they must have in common to be one sentence in other words."""
SAID = 0.4
"""Share of a quotation's words that must be in the other, if its speaker can be the same."""
MEANT = 0.3
"""The same for the words that are no stop words."""
TRIED = 4
"""Sentences of the other text compared word by word with each sentence."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence and what becomes of it in another text."""

    start: int
    end: int
    """Where it stands in its own text."""
    kind: PassageKind
    other: tuple[int, int] | None = None
    """Where what matches it stands in the other text; None for `only here`."""
    likeness: float = 0.0
    """From 0 to 1."""


@dataclass(slots=True)
class _Sentence:
    start: int
    end: int
    tokens: list[str]
    roots: set[str]
    said: set[str] = field(default_factory=set)
    """The roots of what stands in quotation marks in it."""
    speaker: str | None = None


def align(text: str, other: str, *, language: str | None = "en") -> tuple[Passage, ...]:
    """Every sentence of `text` in order, and whether and where `other` has it.

    `copied`: mostly the same words in the same order. `same quotation`: words of the same speaker in other words, as
    two translations differ. `reworded`: the same said otherwise. Never raises; roughly linear in the texts' length.
    """
    mine, theirs = _sentences(text, language), _sentences(other, language)
    rarity = _rarity([*mine, *theirs])
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(theirs):
        for word in sentence.roots:
            index[word].append(number)
    stop = stop_words(language)
    return tuple(_matched(sentence, theirs, index, rarity, stop) for sentence in mine)


def repeated_share(text: str, other: str, *, language: str | None = "en") -> float:
    """The share of a text's characters, from 0 to 1, in sentences that another text has as well, in whatever words."""
    found = align(text, other, language=language)
    whole = sum(p.end - p.start for p in found)
    return sum(p.end - p.start for p in found if p.kind != "only here") / whole if whole else 0.0


def _sentences(text: str, language: str | None) -> list[_Sentence]:
    quoted = quotes(text)
    found, at = [], 0
    for start, end in spans(text, language or "en"):
        tokens = words(text[start:end])
        sentence = _Sentence(start, end, tokens, {root(t) for t in tokens})
        while at < len(quoted) and quoted[at].end <= start:
            at += 1
        for quote in quoted[at : at + 5]:
            if quote.start < end:
                part = text[max(start, quote.start) : min(end, quote.end)]
                sentence.said.update(root(w) for w in words(part))
                sentence.speaker = sentence.speaker or quote.speaker
        found.append(sentence)
    return found


def _rarity(sentences: Sequence[_Sentence]) -> dict[str, float]:
    counts = Counter(word for sentence in sentences for word in sentence.roots)
    return {word: math.log(1 + len(sentences) / count) for word, count in counts.items()}


def _matched(
    sentence: _Sentence,
    theirs: Sequence[_Sentence],
    index: dict[str, list[int]],
    rarity: dict[str, float],
    stop: frozenset[str],
) -> Passage:
    """The best match among the few sentences that share most with it."""
    shared: defaultdict[int, float] = defaultdict(float)
    for word in sorted(sentence.roots, key=lambda w: (-rarity[w], w))[:40]:
        for number in index.get(word, ())[:200]:
            shared[number] += rarity[word]
    best = Passage(sentence.start, sentence.end, "only here")
    rank = {"copied": 3, "same quotation": 2, "reworded": 1, "only here": 0}
    for number in sorted(shared, key=lambda n: (-shared[n], n))[:TRIED]:
        kind, likeness = _compared(sentence, theirs[number], rarity, stop)
        if (rank[kind], likeness) > (rank[best.kind], best.likeness):
            other = (theirs[number].start, theirs[number].end)
            best = Passage(sentence.start, sentence.end, kind, other, min(1.0, likeness))
    return best


def _compared(a: _Sentence, b: _Sentence, rarity: dict[str, float], stop: frozenset[str]) -> tuple[PassageKind, float]:
    """What one sentence is of another."""
    if not a.tokens or not b.tokens:
        return "only here", 0.0
    run = _in_runs(a.tokens, b.tokens) / min(len(a.tokens), len(b.tokens))
    if run >= COPIED and min(len(a.tokens), len(b.tokens)) >= 3:
        return "copied", run
    content = {word for word in a.roots & b.roots if _says_something(word, stop)}
    said = _same_said(a, b, stop)
    if said:
        return "same quotation", said
    common = sum(rarity[w] for w in content)
    least = min(sum(rarity[w] for w in s.roots if w not in stop) for s in (a, b))
    most = max(sum(rarity[w] for w in s.roots if w not in stop) for s in (a, b))
    likeness = common / math.sqrt(least * most) if least and most else 0.0
    if likeness >= REWORDED and len(content) >= 4:
        return "reworded", likeness
    return "only here", 0.0


def _says_something(word: str, stop: frozenset[str]) -> bool:
    return word not in stop and len(word) > 1


def _same_said(a: _Sentence, b: _Sentence, stop: frozenset[str]) -> float:
    """How much of what is quoted in two sentences is the same, if one person can have said it; else 0."""
    both = a.said & b.said
    if len(both) < 5 or not _one_speaker(a.speaker, b.speaker):
        return 0.0
    share = len(both) / min(len(a.said), len(b.said))
    content = sum(_says_something(w, stop) for w in both)
    least = min(sum(_says_something(w, stop) for w in s.said) for s in (a, b))
    return share if share >= SAID and content >= 2 and content >= MEANT * least else 0.0


def _in_runs(a: list[str], b: list[str]) -> int:
    """How many words stand in both, in runs of RUN and more."""
    matcher = difflib.SequenceMatcher(None, a[:200], b[:200], autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks() if block.size >= min(RUN, len(a), len(b)))


def _one_speaker(a: str | None, b: str | None) -> bool:
    """Whether two speakers can be one person: a name against a description like `the spokesman` can."""
    if not a or not b or a[:1].islower() or b[:1].islower():
        return True
    return same_name(a, b) or bool(re.search(r"\s[a-z]", a + b))
