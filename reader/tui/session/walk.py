"""A walk: the way through a story and on to the nearest related articles, fixed when it starts.

Here: a plain object. Not here: how near articles are found (the desk), how a step is shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.desk.walks import Step
from reader.tui.draw import wording
from reader.tui.draw.cells import line_of


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
        self._ring = max(1, sum(step.in_story for step in self.steps))

    @property
    def here(self) -> Step:
        """The present step."""
        return self.steps[self.at % self._ring if abs(self.at) < self._ring else abs(self.at)]

    def move(self, by: int) -> Step | None:
        """The step so far on (back, if negative), which is then the present one; None when the walk ends before."""
        at = self.at + by
        if abs(at) >= len(self.steps) or (at < 0 and self._ring == 1):
            return None
        self.at = at
        return self.here

    def find(self, article_id: int) -> bool:
        """Whether an article is a step of this walk; if so, it is then the present one."""
        for index, step in enumerate(self.steps):
            if step.entry.id == article_id:
                ways = (index, index - self._ring) if index < self._ring else (index, -index)
                # One that can be come to in two ways is meant as the one that is nearer from here.
                self.at = min(ways, key=lambda at: abs(at - self.at)) if self._ring > 1 else index
                return True
        return False

    def label(self) -> str:
        """`3 of 5 · RT · ten days later, 4th of 4 · both: Peskov, Sullivan`: where the reader is, and why."""
        here, start = self.here, self.steps[0]
        parts = [f"{abs(self.at) + 1} of {len(self.steps)}", line_of(here.entry.outlet or "outlet unknown")]
        in_time = f"{wording.ordinal(here.place)} of {self._ring}" if here.place else ""
        if self.at:
            far = wording.distance(start.entry.published, here.entry.published)
            parts.append(f"{far}, {in_time}" if in_time and far != "undated" else in_time or far)
            if not here.in_story:
                parts.append("related")
            # How far apart they are has been said already, seen from where the walk began.
            parts.extend(line_of(reason) for reason in here.reasons if not reason.endswith((" apart", "same day")))
        else:
            parts += [in_time] if in_time else []
            parts.append("where this walk began")
        return " · ".join(parts)
