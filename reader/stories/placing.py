"""Which story an article belongs to, decided when it is added. Not here: storing stories."""

from __future__ import annotations

import math
from dataclasses import dataclass

from reader.stories.likeness import ROOM
from reader.stories.neighbours import Neighbour, Neighbourhood, neighbourhood
from reader.stories.shelf import Shelf

TOGETHER = 0.32
"""Mean nearness from which articles tell one story."""
AROUND = 40
"""Neighbours considered."""
MEMBERS = 12
"""Members of a story compared with."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an article belongs."""

    story: int | None = None
    """The story it joins; None: none there is."""
    together: tuple[int, ...] = ()
    """Other articles, in no story so far, that belong with it: they join `story` or start one with it."""
    merge: tuple[int, ...] = ()
    """Stories that turn out to be one with `story`."""


def place(article_id: int, shelf: Shelf) -> Placement:
    """Where an article that the shelf already holds belongs. Bounded work; changes nothing."""
    around = neighbourhood(article_id, shelf, limit=AROUND)
    if around is None or not around.neighbours:
        return Placement()
    near = {n.id: _scaled(around, n) for n in around.neighbours}
    stories = shelf.stories_of(list(near))
    means = {story: _mean(story, near, shelf) for story in dict.fromkeys(stories.values())}
    joined = sorted((s for s, mean in means.items() if mean >= TOGETHER), key=lambda s: -means[s])
    alone = [n for n in near if n not in stories and near[n] >= TOGETHER]
    return Placement(joined[0] if joined else None, tuple(alone), ())


def _scaled(around: Neighbourhood, n: Neighbour) -> float:
    return n.likeness / math.sqrt((around.crowded + ROOM) * (n.crowded + ROOM))


def _mean(story: int, near: dict[int, float], shelf: Shelf) -> float:
    members = shelf.members(story)[-MEMBERS:]
    return sum(near.get(m, 0.0) for m in members) / max(1, len(members))
