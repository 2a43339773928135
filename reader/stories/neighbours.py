"""The articles around an article: found through the index, compared, and judged by how crowded it is around them.

The work is bounded whatever the size of the library: a few telling keys, the newest articles of each, a list of
candidates of fixed length. Not here: reasons (relating.py), stories (placing.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.stories.likeness import ROOM, Asked, Rarity, crowding, in_general
from reader.stories.shelf import Shelf
from reader.stories.sketch import INDEXED_PASSAGES, Sketch

KEYS = 24
"""The article's most telling keys, by which candidates are looked for."""
PER_KEY = 100
"""Articles looked at for each key, the newest ones."""
CANDIDATES = 150
"""Articles compared."""
CLOSE = 30
"""The nearest ones, which are compared with each other as well."""


@dataclass(slots=True)
class Neighbour:
    """An article near another."""

    id: int
    sketch: Sketch
    likeness: float
    crowded: float = 0.0
    """How alike its own neighbours are to it, as far as they are neighbours here as well."""
    nearness: float = 0.0
    """Its likeness in view of how crowded it is around it: what neighbours are ranked by."""


@dataclass(slots=True)
class Neighbourhood:
    """An article and what is around it, nearest first."""

    asked: Asked
    rarity: Rarity
    shown: dict[str, str]
    """The names of the article, by key, as written in it."""
    keys: list[str] = field(default_factory=list)
    """Its terms, in the order of its sketch."""
    neighbours: list[Neighbour] = field(default_factory=list)
    crowded: float = 0.0
    """How crowded it is around the article itself."""


def neighbourhood(article_id: int, shelf: Shelf, *, limit: int) -> Neighbourhood | None:
    """The `limit` articles nearest to an article; None if the shelf has no features of it."""
    packed = shelf.features([article_id]).get(article_id)
    if packed is None:
        return None
    sketch = Sketch(packed)
    keys, shown = sketch.spelled()
    rarity = Rarity(keys, sketch.terms, shelf)
    asked = Asked(sketch, rarity.of)
    around = Neighbourhood(asked, rarity, shown, keys)
    wide = max(CANDIDATES, 2 * limit)
    ids = shelf.candidates(_telling(sketch, keys, rarity, wide), limit=wide, per_key=max(PER_KEY, limit))
    others = {i: Sketch(p) for i, p in shelf.features([i for i in ids if i != article_id]).items()}
    found = [Neighbour(i, other, asked.likeness(other)) for i, other in others.items()]
    found.sort(key=lambda n: (-n.likeness, n.id))
    around.neighbours = found[:limit]
    around.crowded = crowding(n.likeness for n in found)
    _judge(around)
    return around


def _telling(sketch: Sketch, keys: Sequence[str], rarity: Rarity, wide: int) -> list[str]:
    """The keys to look for candidates by: passages, then the terms that say most (all, if many are wanted)."""
    copies = [f"~{h:x}" for h in sketch.passages[:INDEXED_PASSAGES]]
    copies += [f'"{h:x}' for h in sketch.quotations[:INDEXED_PASSAGES]]
    weight = dict(zip(keys, sketch.weights, strict=False))
    shared = [key for key in keys if rarity.counts.get(key, 0) > 1]
    shared.sort(key=lambda key: -weight[key] * rarity.by_key[key])
    return copies + shared[: KEYS if wide <= CANDIDATES else len(shared)]


def _judge(around: Neighbourhood) -> None:
    """Rank the nearest ones by nearness, the others after them."""
    close = around.neighbours[:CLOSE]
    likenesses = [[n.likeness] for n in close]
    for i, neighbour in enumerate(close):
        asked = Asked(neighbour.sketch, in_general)
        for j in range(i + 1, len(close)):
            alike = asked.likeness(close[j].sketch)
            likenesses[i].append(alike)
            likenesses[j].append(alike)
    for neighbour, row in zip(close, likenesses, strict=True):
        neighbour.crowded = crowding(row)
        neighbour.nearness = neighbour.likeness * 2 * ROOM / (neighbour.crowded + ROOM)
    close.sort(key=lambda n: (-n.nearness, n.id))
    lowest = close[-1].nearness if close else 0.0
    rest = around.neighbours[CLOSE:]
    for neighbour in rest:
        neighbour.nearness = min(lowest, neighbour.likeness)
    around.neighbours = close + rest
