"""The `news` method: which sentences of a news article a reader wants, in which order.

Each sentence gets a score, the weighted sum of its features; then the best is taken again and again, each time less
what those already taken say. The order does not depend on how many are wanted, so a longer summary contains the
shorter.
Not here: what the features are (`features`), how the weights were found (benchmarks/fit_news.py).
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence

from reader.summarizing.features import Unit, describe

WEIGHTS = {
    "position": 1.0,
    "centrality": 0.6,
    "lead": 0.2,
    "headline": 0.4,
    "names": 0.2,
    "numbers": 0.0,
    "short": -0.6,
    "long": -0.4,
    "pronoun": -0.2,
    "connective": -0.2,
    "quoted": -0.2,
    "broken": -0.2,
    "personal": -0.2,
    "question": -0.2,
    "fragment": -0.4,
    "repeat": -0.5,
}
"""How much each feature counts."""
NOVELTY = 0.5
"""What is taken off a sentence all of whose words were already said."""
LEANING = ("pronoun", "connective")
"""Features that do not count when the sentence before is taken, too."""
_LOOKED_AT = 100
"""So many are taken one by one; after them novelty is no longer looked at, to keep long texts cheap."""


def order(units: Sequence[Unit]) -> tuple[list[int], list[float]]:
    """Indices of the units, best first, and the score of each unit (by index)."""
    scores = [score(unit) for unit in units]
    taken: set[int] = set()
    said: set[str] = set()
    result: list[int] = []
    heap = [(-value, i) for i, value in enumerate(scores)]
    heapq.heapify(heap)
    while heap and len(result) < _LOOKED_AT:
        _, i = heapq.heappop(heap)
        if i in taken:
            continue
        now = _now(units[i], scores[i], said, i - 1 in taken)
        if heap and -now > heap[0][0]:
            heapq.heappush(heap, (-now, i))  # others may be better now
            continue
        taken.add(i)
        result.append(i)
        said.update(units[i].roots)
        if i + 1 < len(units) and i + 1 not in taken:
            follower = _now(units[i + 1], scores[i + 1], said, True)
            heapq.heappush(heap, (-follower, i + 1))
    result += sorted((i for i in range(len(units)) if i not in taken), key=lambda i: (-scores[i], i))
    return result, scores


def score(unit: Unit) -> float:
    """The weighted sum of a unit's features."""
    return sum(WEIGHTS[name] * value for name, value in unit.features.items() if value)


def _now(unit: Unit, base: float, said: set[str], follows: bool) -> float:
    """A unit's score given what has been said, and whether the sentence before it is there."""
    if follows:
        base -= sum(WEIGHTS[name] * unit.features[name] for name in LEANING)
    if said and unit.roots:
        base -= NOVELTY * len(unit.roots.keys() & said) / len(unit.roots)
    return base


def rank_texts(
    texts: Sequence[str], *, headline: str | None = None, language: str | None = "en"
) -> tuple[list[int], list[float]]:
    """As `order`, from the sentences themselves."""
    return order(describe(texts, headline=headline, language=language))
