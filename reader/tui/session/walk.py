"""A walk: the way through a story and on to the nearest related articles, fixed when it starts.

Here: a plain object. Not here: how near articles are found (the desk), how a step is shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.desk.walks import Step


class Walk:
    """Where the reader is on a way once round a story, from one of its articles, and on to what is near that.

    The story is a ring: forward come the later articles first, backward the earlier ones. Once all of it has been
    walked, either way leads on to the nearest related articles.
    """

    def __init__(self, steps: Sequence[Step]) -> None:
        """steps: as `Library.walk` gives them; at least one, and first the one where the walk begins."""
        self.steps = tuple(steps)
        self.at = 0
        """How many steps from the beginning the reader is; below 0 on the way back through time."""
        self.ring = max(1, sum(step.in_story for step in self.steps))
        """Articles of the story, one at least."""

    @property
    def here(self) -> Step:
        """The present step."""
        return self.steps[self.at % self.ring if abs(self.at) < self.ring else abs(self.at)]

    def move(self, by: int) -> Step | None:
        """The step so far on (back, if negative), which is then the present one; None when the walk ends before."""
        at = self.at + by
        if abs(at) >= len(self.steps) or (at < 0 and self.ring == 1):
            return None
        self.at = at
        return self.here

    def find(self, article_id: int) -> bool:
        """Whether an article is a step of this walk; if so, it is then the present one."""
        for index, step in enumerate(self.steps):
            if step.entry.id == article_id:
                ways = (index, index - self.ring) if index < self.ring else (index, -index)
                # One that can be come to in two ways is meant as the one that is nearer from here.
                self.at = min(ways, key=lambda at: abs(at - self.at)) if self.ring > 1 else index
                return True
        return False
