"""A walk: the way through a story and on to the nearest related articles, fixed when it starts.

Here: a plain object. Not here: how near articles are found (the desk), how a step is shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.desk import Step
from reader.tui import wording
from reader.tui.cells import line_of


class Walk:
    """Steps in order, the first being the article where the walk began, and where in it the reader is."""

    def __init__(self, steps: Sequence[Step]) -> None:
        """steps: as `Library.walk` gives them; at least one."""
        self.steps = tuple(steps)
        self.at = 0

    @property
    def here(self) -> Step:
        """The present step."""
        return self.steps[self.at]

    def move(self, by: int) -> Step | None:
        """The step so far on (back, if negative), which is then the present one; None when the walk ends before."""
        if not 0 <= self.at + by < len(self.steps):
            return None
        self.at += by
        return self.here

    def find(self, article_id: int) -> bool:
        """Whether an article is a step of this walk; if so, it is then the present one."""
        for index, step in enumerate(self.steps):
            if step.entry.id == article_id:
                self.at = index
                return True
        return False

    def label(self) -> str:
        """`3 of 5 · RT · ten days later · both: Peskov, Sullivan`: where the reader is, and why there."""
        entry, start = self.here.entry, self.steps[0].entry
        parts = [f"{self.at + 1} of {len(self.steps)}", line_of(entry.outlet or "outlet unknown")]
        if self.at:
            parts.append(wording.distance(start.published, entry.published))
            if not self.here.in_story:
                parts.append("related")
            # How far apart they are has been said already, seen from where the walk began.
            parts.extend(line_of(reason) for reason in self.here.reasons if not reason.endswith(" apart"))
        else:
            parts.append("where this walk began")
        return " · ".join(parts)
