"""The `news` method: which sentences of a news article a reader wants, in which order.

Each sentence gets a score, the weighted sum of its features; then the best is taken again and again, each time less
what those already taken say. The order does not depend on how many are wanted, so a longer summary contains the
shorter.
Not here: what the features are (`features`), how the weights were found (benchmarks/fit_news.py).
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from operator import itemgetter, mul

from reader.summarizing.features import Unit, describe

WEIGHTS = {
    "position": 1.1,
    "first": 0.3,
    "matter": 0.85,
    "recurring": 0.25,
    "names": 0.4,
    "headline": 0.5,
    "length": -0.4,
    "short": -1.0,
    "thin": -0.15,
    "scene": -0.8,
    "long": -0.7,
    "pronoun": -0.3,
    "connective": -0.6,
    "quoted": 0.0,
    "broken": -0.5,
    "personal": -0.3,
    "question": -0.6,
    "fragment": -0.3,
    "caption": -0.3,
    "dateline": -3.0,
    "repeat": -0.5,
}
"""How much each feature counts."""
NOVELTY = 0.5
"""What is taken off a sentence all of whose words were already said."""
SAID_ALREADY = 1.0
"""What is taken off besides for going beyond _MOSTLY: nobody wants a sentence twice."""
_MOSTLY = 0.7
LEANING = ("pronoun", "connective")
"""Features that do not count when the sentence before is taken, too."""
_LOOKED_AT = 100
"""So many are taken one by one; after them novelty is no longer looked at, to keep long texts cheap."""
MOST = 5_000
"""Sentences that are weighed; those of a longer text (a book) follow in reading order. A bound on memory and time."""


def order(units: Sequence[Unit]) -> tuple[list[int], list[float]]:
    """Indices of the units of an article, best first, and the score of each unit (by index)."""
    return greedy(units, WEIGHTS, NOVELTY)


def greedy(units: Sequence[Unit], weights: Mapping[str, float], novelty: float) -> tuple[list[int], list[float]]:
    """As `order`, for any table of weights; features that it does not name do not count.

    What is said only grows, so a unit's worth only falls (but for one that leans on a unit just taken, which is put in
    anew): a unit whose present worth still beats the former worth of the others is the best.
    """
    heavy = {name: weight for name, weight in weights.items() if weight}
    values, each = itemgetter(*heavy), tuple(heavy.values())
    scores: list[float] = [sum(map(mul, each, values(unit.features))) for unit in units]
    pronoun, connective = (weights[name] for name in LEANING)
    leaning = [pronoun * unit.features["pronoun"] + connective * unit.features["connective"] for unit in units]
    taken: set[int] = set()
    said: set[str] = set()
    result: list[int] = []
    heap = [(-value, i) for i, value in enumerate(scores)]
    heapq.heapify(heap)
    while heap and len(result) < _LOOKED_AT:
        _, i = heapq.heappop(heap)
        if i in taken:
            continue
        unit, worth = units[i], scores[i]
        if leaning[i] and i - 1 in taken:
            worth -= leaning[i]
        again = unit.again & said
        if again:
            known = len(again) / len(unit.roots)
            worth -= novelty * known
            if known > _MOSTLY:
                worth -= SAID_ALREADY * (known - _MOSTLY) / (1 - _MOSTLY)
        if heap and -worth > heap[0][0]:
            heapq.heappush(heap, (-worth, i))
            continue
        taken.add(i)
        result.append(i)
        said |= unit.again
        if i + 1 < len(units) and leaning[i + 1] and i + 1 not in taken:
            heapq.heappush(heap, (leaning[i + 1] - scores[i + 1], i + 1))
    result += sorted([i for i in range(len(units)) if i not in taken], key=lambda i: (-scores[i], i))
    return result, scores


def rank_texts(
    texts: Sequence[str], *, headline: str | None = None, language: str | None = "en"
) -> tuple[list[int], list[float]]:
    """As `order`, from the sentences themselves; those beyond `MOST` are ranked last, in reading order."""
    ranked, scores = order(describe(texts[:MOST], headline=headline, language=language))
    rest = range(len(ranked), len(texts))
    return ranked + list(rest), scores + [min(scores, default=0.0)] * len(rest)
