"""The walk through a story and on to what is near it, and the trail of what was read.

Here: which article comes next, and before. Not here: opening it (reading), the order of the steps (the desk).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.desk.shared_names import Spot
from reader.desk.walks import Step
from reader.tui.actions.reading import Reading
from reader.tui.draw.walks import label, nothing_left
from reader.tui.session.aside import Task
from reader.tui.session.session import Session
from reader.tui.session.walk import Walk

if TYPE_CHECKING:
    from reader.desk.relation import Relation


class Walking:
    """Where the person goes from the article being read."""

    def __init__(self, session: Session, reading: Reading) -> None:
        """reading: opens the articles that the walk leads to."""
        self.session = session
        self.reading = reading

    def cannot_walk(self) -> str:
        """Why there is no way from here, as far as is known yet; empty when there may be one."""
        session, here = self.session, self.session.acting_on
        if here is None:
            return "no article here"
        walking = session.walk is not None and session.walk.here.entry.id == here
        return "nothing related in the library" if len(session.steps_from(here)) == 1 and not walking else ""

    def step(self, by: int) -> None:
        """Walk on or back through the story; the way is fixed at the article where the walk starts."""
        session, start = self.session, self.session.acting_on
        if start is None:
            return
        if session.walk is not None and session.walk.here.entry.id == start:
            self._on(by)
        elif steps := session.steps_from(start):
            self._begin(start, steps, by)
        else:
            session.ask(lambda: session.library.walk(start), lambda steps: self._begin(start, steps, by))

    def _begin(self, start: int, steps: Sequence[Step], by: int) -> None:
        self.session.walk = Walk(steps) if steps else None
        if self.session.trail.here is None or self.session.trail.here.article_id != start:
            self.session.trail.visit(start)
        self._on(by)

    def _on(self, by: int) -> None:
        walk = self.session.walk
        if walk is None or len(walk.steps) < 2:
            self.session.say("nothing related in the library")
        elif step := walk.move(by):
            self.reading.open(step.entry.id, walking=True)
        elif not walk.at:
            self.session.say(f"the walk begins here · {label(walk)}")
        elif steps := self.session.steps_from(walk.here.entry.id):
            self._beyond(walk, steps, by)
        else:
            library, here = self.session.library, walk.here.entry.id
            self.session.ask(lambda: library.walk(here), lambda found: self._beyond(walk, found, by))

    def _beyond(self, walk: Walk, steps: Sequence[Step], by: int) -> None:
        """From the end of a walk on to what is unread and related to it, and to what was passed over."""
        if walk.go_on(steps):
            walk.move(by)
        elif (left := walk.passed_over) is not None:
            walk.find(left)
        else:
            self.session.say(f"{nothing_left(walk, steps)} · {label(walk)}")
            return
        self.reading.open(walk.here.entry.id, walking=True)

    def go_along(self, article_id: int, spot: Spot | None = None) -> None:
        """Open one of the related articles: the walk that starts here goes on from there. spot: as `Reading.open`."""
        session = self.session
        if session.walk is None or not session.walk.find(article_id):
            session.walk = Walk(session.steps) if session.steps else None
        if session.walk is not None:
            if session.shown is not None:
                session.trail.visit(session.shown)
            session.walk.find(article_id)
        self.reading.open(article_id, walking=True, spot=spot)

    def go_back(self, spot: Spot) -> None:
        """To a place that was chosen where articles stand side by side."""
        if self.session.shown == spot.article_id:
            self.reading.open(spot.article_id, walking=True, spot=spot)
        else:
            self.go_along(spot.article_id, spot)

    def along_trail(self, *, back: bool) -> None:
        """Go along the trail, to the place where the article was left."""
        session = self.session
        self.reading.leave_place()
        place = session.trail.back() if back else session.trail.forward()
        if place is None:
            return
        if session.walk is not None and not session.walk.find(place.article_id):
            session.walk = None
        self.reading.open(place.article_id, place=place.scroll, walking=True)

    def next_unread(self, by: int) -> None:
        """Open the next (previous) unread article of the list; what has nothing new is passed over."""
        session = self.session
        found, passed = self.unread_from(session.acting_on, by), 0
        if by > 0:
            found, passed = self.reading.comparing.pass_over(found)
        over = f"{passed} passed over: nothing new" if passed else ""
        if found is None:
            none = self.none_unread(by)
            session.say(f"{none} · {over}" if over else none)
            return
        self.reading.open(found, place=0)
        if over:
            session.say(over)

    def unread_from(self, article_id: int | None, by: int) -> int | None:
        """The next (previous) unread article of the list."""
        return self.session.library.next_unread(self.session.listed.view, article_id, backwards=by < 0)

    def none_unread(self, by: int) -> str:
        """That there is no next (previous) one, for the person."""
        return "no unread article further on" if by > 0 else "no unread article before this"

    @property
    def two(self) -> tuple[int, int] | None:
        """What the present article of the walk is related to, and itself; None: on no walk, or at its beginning."""
        walk = self.session.walk
        if walk and walk.at and walk.here.entry.id == self.session.acting_on:
            return walk.origin.entry.id, walk.here.entry.id
        return None

    def whereabouts(self) -> str:
        """Where on the walk the reader is; empty when on none."""
        walk = self.session.walk
        if walk is None or walk.here.entry.id != self.session.acting_on:
            return ""
        return f"walk {label(walk)}"

    def relate(self, two: tuple[int, int], then: Callable[[Relation], None]) -> None:
        """Have it worked out why an article follows another one. then: told it."""
        session = self.session

        def work(task: Task) -> None:
            task.deliver(then, session.library.relation(*two))

        session.say("comparing …")
        session.start("relation", work, session.warn)
