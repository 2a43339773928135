"""Related articles, ranked, with reasons that a person accepts. Not here: stories (placing.py)."""

from __future__ import annotations

from collections.abc import Sequence

from reader.article import Related
from reader.stories.neighbours import Neighbour, Neighbourhood, neighbourhood
from reader.stories.shelf import Shelf
from reader.stories.sketch import Sketch

LEAST = 0.02
"""Nearness below which two articles only share words."""
NAMES = 3
"""Names given as a reason."""
FILL = 200
"""From this limit on, everything that shares anything is listed."""


def related(article_id: int, shelf: Shelf, *, limit: int = 20) -> list[Related]:
    """The `limit` articles nearest to `article_id`, best first; empty if the shelf does not know it.

    Found through the index and compared on a bounded list, so that the cost does not grow with the library.
    """
    around = neighbourhood(article_id, shelf, limit=max(limit, 40))
    if around is None:
        return []
    least = 0.0 if limit >= FILL else LEAST
    return [
        Related(n.id, min(1.0, n.nearness), reasons(around, n)) for n in around.neighbours[:limit] if n.nearness > least
    ]


def reasons(around: Neighbourhood, neighbour: Neighbour) -> tuple[str, ...]:
    """Why two articles are related, for people: what is copied, the names and words in both, how far apart in time."""
    mine, theirs = around.asked.sketch, neighbour.sketch
    found: list[str] = []
    if len(set(mine.passages) & set(theirs.passages)) >= 2:
        found.append("copied passages")
    elif len(set(mine.quotations) & set(theirs.quotations)) >= 2:
        found.append("same quotation")
    both = _both(around, theirs)
    if both:
        found.append("both: " + ", ".join(both))
    if mine.day and theirs.day:
        found.append(_apart(abs(mine.day - theirs.day)))
    return tuple(found)


def _both(around: Neighbourhood, theirs: Sketch) -> list[str]:
    """The most telling names in both articles; words, where they share no name."""
    there = set(theirs.terms)
    weights = around.asked.weights
    shared = [(weights[h], key) for h, key in zip(around.asked.sketch.terms, around.keys, strict=False) if h in there]
    shared.sort(reverse=True)
    names = [around.shown.get(key[1:], key[1:]) for _, key in shared if key[0] == "@"]
    return _distinct(names or [key.lstrip("#") for _, key in shared])[:NAMES]


def _distinct(names: Sequence[str]) -> list[str]:
    """Without those that another one contains: `Washington` beside `Washington Post`."""
    kept: list[str] = []
    for name in names:
        if not any(name in other or other in name for other in kept):
            kept.append(name)
    return kept


def _apart(days: int) -> str:
    return "same day" if days == 0 else f"{days} day{'s' if days > 1 else ''} apart"
