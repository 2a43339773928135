"""The articles around an article, found through the index and compared.

The work is bounded whatever the size of the library: a few telling keys, the newest articles of each, a list of
candidates of fixed length. Not here: ranking and reasons (relating.py), stories (placing.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.stories.likeness import Asked, Rarity
from reader.stories.shelf import Shelf
from reader.stories.sketch import INDEXED_PASSAGES, Sketch

KEYS = 24
"""The article's most telling keys, by which candidates are looked for."""
PER_KEY = 100
"""Articles looked at for each key, the newest ones."""
CANDIDATES = 150
"""Articles compared."""


@dataclass(slots=True)
class Neighbour:
    """An article near another."""

    id: int
    sketch: Sketch
    likeness: float
    nearness: float = 0.0
    """Its likeness in view of what else is around it: what neighbours are ranked by."""


@dataclass(slots=True)
class Neighbourhood:
    """An article and the articles most like it, most alike first."""

    asked: Asked
    keys: list[str]
    """Its terms, in the order of its sketch."""
    shown: dict[str, str]
    """Its terms that are written otherwise in it, as they are written: names, and words whose stem is no word."""
    neighbours: list[Neighbour]

    @property
    def sketch(self) -> Sketch:
        """The article's own sketch."""
        return self.asked.sketch


def neighbourhood(article_id: int, shelf: Shelf, *, limit: int) -> Neighbourhood | None:
    """The `limit` articles most like an article; None if the shelf has no features of it."""
    packed = shelf.features([article_id]).get(article_id)
    if packed is None:
        return None
    sketch = Sketch(packed)
    keys, shown = sketch.spelled()
    rarity = Rarity(keys, sketch.terms, shelf)
    asked = Asked(sketch, rarity.of)
    wide = max(CANDIDATES, 2 * limit)
    ids = shelf.candidates(_telling(sketch, keys, rarity, wide), limit=wide, per_key=max(PER_KEY, limit))
    others = shelf.features([i for i in ids if i != article_id])
    found = [Neighbour(i, other, asked.likeness(other)) for i, other in ((i, Sketch(p)) for i, p in others.items())]
    found.sort(key=lambda n: (-n.likeness, n.id))
    return Neighbourhood(asked, keys, shown, found[:limit])


def _telling(sketch: Sketch, keys: Sequence[str], rarity: Rarity, wide: int) -> list[str]:
    """The keys to look for candidates by: passages, then the terms that say most (all, if many are wanted)."""
    copies = [f"~{h:x}" for h in sketch.passages[:INDEXED_PASSAGES]]
    copies += [f'"{h:x}' for h in sketch.quotations[:INDEXED_PASSAGES]]
    weight = dict(zip(keys, sketch.weights, strict=False))
    shared = [key for key in keys if rarity.counts.get(key, 0) > 1]
    shared.sort(key=lambda key: -weight[key] * rarity.by_key[key])
    return copies + shared[: KEYS if wide <= CANDIDATES else len(shared)]
