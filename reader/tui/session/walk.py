"""A walk: the way through a story and on to the nearest related articles, fixed when it starts.

Here: a plain object. Not here: how near articles are found (the desk), how a step is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.desk.walks import Step


class Walk:
    """Where the reader is on a way once round a story, from one of its articles, through the affair, to what is near.

    The story is a ring: forward come the later articles first, backward the earlier ones. Once all of it has been
    walked, forward leads on into the later stories of the affair, then the earlier ones; backward the other way round;
    either way then to the nearest related articles. At its end a walk can be made to go on.
    """

    def __init__(self, steps: Sequence[Step]) -> None:
        """steps: as `Library.walk` gives them; at least one, and first the one where the walk begins."""
        self.ring = max(1, sum(step.in_story for step in steps))
        """Articles of the story, one at least."""
        self.at = 0
        """How many steps from the beginning the reader is; below 0 on the way back through time."""
        self._story = list(steps[: self.ring])
        tail = steps[self.ring :]
        later = [step for step in tail if step.chapter and step.chapter.later]
        earlier = [step for step in tail if step.chapter and not step.chapter.later]
        near = [step for step in tail if not step.chapter]
        self._on = [*later, *earlier, *near]
        self._back = [*earlier, *later, *near]
        self._from = {step.entry.id: steps[0] for step in steps}
        self._been = {steps[0].entry.id}

    @property
    def steps(self) -> Sequence[Step]:
        """All of it in the order of the way forward."""
        return [*self._story, *self._on]

    @property
    def here(self) -> Step:
        """The present step."""
        if abs(self.at) < self.ring:
            return self._story[self.at % self.ring]
        return self._on[self.at - self.ring] if self.at > 0 else self._back[-self.at - self.ring]

    @property
    def origin(self) -> Step:
        """The step that the present one was reached from as related: where the walk began, or went on."""
        return self._from[self.here.entry.id]

    def move(self, by: int) -> Step | None:
        """The step so far on (back, if negative), which is then the present one; None when the walk ends before."""
        at = self.at + by
        if abs(at) >= self.ring + len(self._on) or (at < 0 and self.ring == 1):
            return None
        self.at = at
        self._been.add(self.here.entry.id)
        return self.here

    def go_on(self, steps: Sequence[Step]) -> bool:
        """Have it go on from the present step with what is unread of that article's own walk; whether there is any."""
        known = {step.entry.id for step in self.steps}
        new = [
            replace(step, in_story=False, place=0)  # the ring is the story of the beginning
            for step in steps[1:]
            if step.entry.id not in known and not step.entry.read
        ]
        self._from |= {step.entry.id: self.here for step in new}
        self._on += new
        self._back += new
        return bool(new)

    @property
    def passed_over(self) -> int | None:
        """The first unread article of the walk that it has not come to, as one may leap ahead; None: there is none."""
        left = (s.entry.id for s in self.steps if s.entry.id not in self._been and not s.entry.read)
        return next(left, None)

    def find(self, article_id: int) -> bool:
        """Whether an article is a step of this walk; if so, it is then the present one."""
        ways = self._ways(article_id)
        if not ways:
            return False
        # One that can be come to in two ways is meant as the one that is nearer from here.
        self.at = min(ways, key=lambda at: abs(at - self.at))
        self._been.add(article_id)
        return True

    def _ways(self, article_id: int) -> list[int]:
        """Where the step stands on the way forward, and on that back."""
        for index, step in enumerate(self._story):
            if step.entry.id == article_id:
                return [index, index - self.ring] if self.ring > 1 else [index]
        on, back = (
            [n for n, step in enumerate(tail, self.ring) if step.entry.id == article_id]
            for tail in (self._on, self._back)
        )
        return [*on, *(-n for n in back if self.ring > 1)]
