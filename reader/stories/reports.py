"""Whether two articles are the same report: a copy, a near copy, a later version of it.

Here: the question, answered from packed features, for many pairs quickly. Not here: tellings of a story, which look at
the texts (`tellings`), and articles that are about the same event (`relating`).
"""

from __future__ import annotations

from collections.abc import Callable

from reader.stories.likeness import Asked, in_general
from reader.stories.sketch import Sketch

ALIKE = 0.4
"""The likeness from which two articles are one report; two reports of one event by one outlet mostly have less."""
COPIED = 0.3
"""The share of the shorter one's sampled passages that stand in the other, from which it is a copy."""

SOME = 3
"""But not fewer passages than this: a paragraph that two short texts share is no copy."""


class Reports:
    """Tells which articles are one report; what was worked out once is remembered."""

    def __init__(self, packed: Callable[[int], bytes | None]) -> None:
        """packed: gives an article's packed features by its id; None when it has none."""
        self._packed = packed
        self._known: dict[int, Asked | None] = {}
        self._same: dict[tuple[int, int], bool] = {}

    def same(self, one: int, other: int) -> bool:
        """Whether the two are one report. An article without features is like every other: it proves nothing."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._same:
            self._same[pair] = self._alike(self._asked(pair[0]), self._asked(pair[1]))
        return self._same[pair]

    def _asked(self, id_: int) -> Asked | None:
        if id_ not in self._known:
            packed = self._packed(id_)
            self._known[id_] = None if packed is None else Asked(Sketch(packed), in_general)
        return self._known[id_]

    def _alike(self, one: Asked | None, other: Asked | None) -> bool:
        if one is None or other is None:
            return True
        mine, theirs = set(one.sketch.passages), set(other.sketch.passages)
        if len(mine & theirs) >= max(SOME, COPIED * min(len(mine), len(theirs))):
            return True
        return one.likeness(other.sketch) >= ALIKE
