"""What the article being read has in common with others: signs in its margin, what was read elsewhere, side by side.

Here: having it worked out aside, and which articles are compared. Not here: drawing (margin, the compare screen), how
texts are compared (the desk).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.desk.walks import Step
from reader.tui.session.aside import Task

if TYPE_CHECKING:
    from reader.comparison import Passages
    from reader.desk import Library
    from reader.desk.shared_names import Spot
    from reader.tui.screens.main import MainScreen

_AHEAD = 5
"""Unread articles that are looked into before they are asked for."""
_OLD = 0.9
"""Share of an article that must have been read elsewhere for nothing in it to be new."""


def _is_old(library: Library, number: int) -> bool:
    """Whether an article of a story tells nothing that was not read in others of it."""
    return any(entry.story for entry in library.entries([number])) and library.passages(number).seen_share >= _OLD


class Comparing:
    """The passages of the article in the panes of a screen."""

    def __init__(self, screen: MainScreen) -> None:
        """screen: whose text is marked, and whose library and threads are used."""
        self.screen = screen
        self.passages: Passages | None = None
        self._nothing_new: set[int] = set()
        """Unread articles further on in the list of which nearly all was already read elsewhere."""

    # ------------------------------------------------------------- the margin

    def forget(self) -> None:
        """Another article is shown: nothing is known of it yet."""
        self.screen.aside.cancel("passages")
        self.passages = None

    def look(self, article_id: int) -> None:
        """Have it looked for where else the passages of an article stand."""

        def work(task: Task) -> None:
            task.deliver(self._found, self.screen.library.passages(article_id))

        # A text without signs in its margin is a text still.
        self.screen.aside.start("passages", self.screen, work, lambda error: None)

    def _found(self, passages: Passages) -> None:
        self.passages = passages
        self.screen.text.mark_passages(passages)
        self.screen.reading.restate()
        self.opened()

    def opened(self) -> None:
        """If the article is being read, others may have nothing new after it."""
        if self.screen.inside and self.passages is not None and self.passages.article_id == self.screen.acting_on:
            self._look_ahead(self.passages.article_id)

    def marked(self, ids: Sequence[int] | None) -> None:
        """Articles were marked (None: any): what is near this one may have been read now, or be unread again."""
        if ids is None or list(ids) != [self.screen.acting_on]:
            self._nothing_new.clear()
        if self.passages is not None and (ids is None or not set(ids).isdisjoint(self.passages.compared)):
            self.look(self.passages.article_id)

    def facts(self, article_id: int) -> list[str]:
        """`61 % already read`, once that is known and if any of it was."""
        if self.passages is None or self.passages.article_id != article_id or not self.passages.seen_share:
            return []
        return [f"{max(1, round(100 * self.passages.seen_share))} % already read"]

    # ----------------------------------------------------- what has nothing new

    def _look_ahead(self, article_id: int) -> None:
        """See whether the next unread articles have anything new, before the person asks for them."""
        library, view = self.screen.library, self.screen.list.view

        def work(task: Task) -> None:
            number: int | None = article_id
            for _ in range(_AHEAD):
                number = library.next_unread(view, number)
                if task.cancelled or number is None or not _is_old(library, number):
                    return
                task.deliver(self._nothing_new.add, number)

        self.screen.aside.start("ahead", self.screen, work, lambda error: None)

    def pass_over(self, number: int | None) -> tuple[int | None, int]:
        """The next unread article from one on that may have something new; and how many before it have not."""
        passed = 0
        while number in self._nothing_new:
            passed += 1
            number = self.screen.library.next_unread(self.screen.list.view, number)
        return number, passed

    # ------------------------------------------------------------------ fading

    def cannot_fade(self) -> str:
        """Why nothing can be faded; empty when something can."""
        if self.screen.reading.article is None:
            return "no article here"
        return "" if self.passages and self.passages.seen_share else "nothing here was read in another article"

    def toggle_fading(self) -> None:
        """Fade what was already read elsewhere, or show it plainly."""
        self.screen.text.fading = not self.screen.text.fading
        self.screen.text.refresh()
        faded = "faded" if self.screen.text.fading else "shown like the rest"
        self.screen.say(f"what was already read elsewhere is {faded}")

    # ----------------------------------------------------------- side by side

    def cannot_compare(self) -> str:
        """Why there is nothing to compare with, as far as is known yet; empty when there may be something."""
        start = self.screen.acting_on
        if start is None:
            return "no article here"
        return "no other article to compare with" if self._steps_known(start) and len(self._steps(start)) < 2 else ""

    def _steps_known(self, article_id: int) -> bool:
        reading = self.screen.reading
        return reading.article is not None and reading.article.id == article_id and bool(reading.steps)

    def _steps(self, article_id: int) -> Sequence[Step]:
        if self._steps_known(article_id):
            return self.screen.reading.steps
        return self.screen.library.walk(article_id)

    def open(self, start: int, then: Callable[[Spot | None], None] | None = None) -> None:
        """Show an article beside the telling read before it, else beside the nearest one.

        then: told which place was chosen there, if that is not to be gone to at once.
        """
        from reader.tui.screens.compare import CompareScreen  # not needed for the first screen

        steps = self._steps(start)
        others = [step.entry for step in steps if step.entry.id != start]
        (entry,) = self.screen.library.entries([start])
        if not others:
            self.screen.say("no other article to compare with")
            return
        self.screen.reading.leave_place()
        beside = self.screen.reading.trail.before(start)
        told = [step.entry.id for step in steps if step.in_story]
        wanted = (beside,) if beside in told else self._nearest(start)
        at = next((i for i, other in enumerate(others) if other.id in wanted), 0)
        self.screen.app.push_screen(CompareScreen(self.screen, entry, others, at), then or self._back)

    def _nearest(self, article_id: int) -> Sequence[int]:
        """The telling that is most like an article, in its language, if there is one."""
        if self.passages is None or self.passages.article_id != article_id:  # on a narrow screen no text is shown yet
            return self.screen.library.passages(article_id).compared[:1]
        return self.passages.compared[:1]

    def _back(self, spot: Spot | None) -> None:
        """Go to the place that was chosen there."""
        if spot is None:
            return
        screen = self.screen
        if screen.mode == "summary":
            screen.mode = "beside"
        with screen.trying():
            if screen.reading.article is None or screen.reading.article.id != spot.article_id:
                screen.reading.go_along(spot.article_id)
            else:
                screen.reading.open(spot.article_id, walking=True)
            screen.go_into(screen.text)
            screen.call_after_refresh(screen.text.seek, (spot.start, spot.end))
