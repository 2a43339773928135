"""Sentences of two reports that tell one fact in other words or languages: by names, numbers and what is done.

Plain functions of two texts. For sentences that match no other word by word (passages.py). Not here: where the two
disagree (disagreements.py).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from reader.language.names import names
from reader.language.quotes import quotes
from reader.language.words import root, stop_words, words
from reader.stories.facts.quantities import numbers
from reader.stories.passages import REPORTING

Span = tuple[int, int]

ALIKE = 0.3
"""How alike two sentences are that tell one fact: the cosine of what they say, weighted by how rare it is."""
FOREIGN = 0.42
"""The same across languages, where names and numbers alone can be in both."""
PARTICULARS = 3
"""Names and numbers in both; fewer do where the same is done, or one of them is a number."""
DOINGS = 2
"""Other words in both that do with a single name; with two, one word or a number does."""
CLEAR = 1.15
"""How much more alike each is to the other than to any third sentence."""
LONGEST = 60_000
"""Characters of a text up to which its sentences are paired so."""
QUOTED = 20
"""Characters in quotation marks from which on a sentence is somebody's words."""
_SMALL = 3
"""Numbers below that are in any text."""


def paired(
    a: str, b: str, alone_a: Sequence[Span], alone_b: Sequence[Span], *, language: str | None, other: str | None
) -> Iterator[tuple[Span, Span]]:
    """Of the sentences that stand alone in two texts those that tell one fact, each with the one most like it.

    language: of `a`; other: of `b`. Each sentence is in one pair at most. Never raises.
    """
    if max(len(a), len(b)) > LONGEST:
        return
    foreign = bool(language and other and language != other)
    alone_a, alone_b = _not_quoted(a, alone_a), _not_quoted(b, alone_b)
    mine, theirs = _said(a, alone_a, language), _said(b, alone_b, other)
    counts = Counter(key for said in (*mine, *theirs) for key in said)
    idf = {key: math.log(1 + (len(mine) + len(theirs)) / count) for key, count in counts.items()}
    alike = [[_alike(x, y, idf, foreign=foreign) for y in theirs] for x in mine]
    for i, row in enumerate(alike):
        best = max(range(len(row)), key=lambda j: row[j], default=None)
        if best is None or not row[best]:
            continue
        rivals = [value for j, value in enumerate(row) if j != best]
        rivals += [other_row[best] for n, other_row in enumerate(alike) if n != i]
        if row[best] >= CLEAR * max(rivals, default=0.0):
            yield alone_a[i], alone_b[best]


def _not_quoted(text: str, spans: Sequence[Span]) -> list[Span]:
    """The sentences without somebody's words at length: those are told by their wording, not by what they tell."""
    said = [(quote.start, quote.end) for quote in quotes(text)]
    inside = [sum(max(0, min(end, z) - max(start, y)) for y, z in said) for start, end in spans]
    return [(start, end) for (start, end), count in zip(spans, inside, strict=True) if count < QUOTED]


def _said(text: str, spans: Sequence[Span], language: str | None) -> list[frozenset[str]]:
    """Of each sentence the keys of its names with `@`, its numbers with `#`, the roots of what else it says."""
    stop, named, found, at = stop_words(language), names(text, language), [], 0
    for start, end in spans:
        while at < len(named) and named[at].start < start:
            at += 1
        own = []
        while at < len(named) and named[at].start < end:
            own.append(named[at])
            at += 1
        of_names = {root(word) for name in own for word in words(name.text)}
        said = {root(word) for word in words(text[start:end]) if word not in stop and len(word) > 2}
        keys = {word for word in said - of_names - REPORTING if not word[0].isdigit()}
        keys |= {"@" + name.key for name in own} | {f"#{n:g}" for n in numbers(text, start, end) if n >= _SMALL}
        found.append(frozenset(keys))
    return found


def _alike(a: frozenset[str], b: frozenset[str], idf: dict[str, float], *, foreign: bool) -> float:
    """How much of what two sentences say is in both, from 0 to 1; 0 where that is not enough for one fact."""
    both = a & b
    particulars = sum(key[0] in "@#" for key in both)
    doings = 0 if foreign else len(both) - particulars
    figured = any(key[0] == "#" for key in both)
    least = 1 if doings >= DOINGS else 2 if doings or figured else PARTICULARS
    if particulars < least:
        return 0.0
    if foreign:
        a, b = (frozenset(key for key in said if key[0] in "@#") for said in (a, b))
    weights = [math.fsum(idf[key] for key in said) for said in (both, a, b)]
    cosine = weights[0] / math.sqrt(weights[1] * weights[2])
    return cosine if cosine >= (FOREIGN if foreign else ALIKE) else 0.0
