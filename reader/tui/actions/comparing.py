"""What the article being read has in common with others: its passages, what was read elsewhere, which to lay beside it.

Here: having it worked out aside, and which unread articles are passed over because nothing in them is new. Not here:
signs in the margin and rows (`draw`), how texts are compared (the desk).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.article import Entry
from reader.desk import Library
from reader.tui.session.aside import Task
from reader.tui.session.changes import Traced
from reader.tui.session.session import Session

if TYPE_CHECKING:
    from reader.comparison import Passages

_AHEAD = 5
"""Unread articles that are looked into before they are asked for."""
_OLD = 0.9
"""Share of an article that must have been read elsewhere for nothing in it to be new."""


class Beside(NamedTuple):
    """An article and those it can be laid beside."""

    entry: Entry
    others: Sequence[Entry]
    at: int
    """Which of the others comes first."""


def _is_old(library: Library, number: int) -> bool:
    """Whether an article of a story tells nothing that was not read in others of it."""
    if not any(entry.story for entry in library.entries([number])):
        return False
    return library.passages(number, of_read=True).seen_share >= _OLD


class Comparing:
    """The passages of the article in the panes."""

    def __init__(self, session: Session) -> None:
        """session: whose article and library are used."""
        self.session = session
        self._nothing_new: set[int] = set()
        """Unread articles further on in the list of which nearly all was already read elsewhere."""

    # ----------------------------------------------------------- its passages

    def forget(self) -> None:
        """Another article is shown: nothing is known of it yet."""
        self.session.aside.cancel("passages")
        self.session.passages = None

    def trace(self, article_id: int) -> None:
        """Find out, aside, where else the passages of an article stand."""

        def work(task: Task) -> None:
            task.deliver(self._traced, self.session.library.passages(article_id, until=lambda: task.cancelled))

        self.session.start("passages", work)  # a text without signs in its margin is a text still

    def trace_shown(self) -> None:
        """The same for the article in the panes, once it is known what is related to it."""
        if self.session.shown is not None and self.session.steps:
            self.trace(self.session.shown)

    def _traced(self, passages: Passages) -> None:
        self.session.passages = passages
        self.session.tell(Traced())
        self.look_ahead()

    def marked(self, ids: Sequence[int] | None) -> None:
        """Articles were marked (None: any): what is near this one may have been read now, or be unread again."""
        if ids is None or list(ids) != [self.session.acting_on]:
            self._nothing_new.clear()
        passages = self.session.passages
        if passages is not None and (ids is None or not set(ids).isdisjoint(passages.compared)):
            self.trace(passages.article_id)

    def facts(self) -> list[str]:
        """`61 % already read`, once that is known and if any of it was."""
        share = self.session.passages.seen_share if self.session.passages else 0
        return [f"{max(1, round(100 * share))} % already read"] if share else []

    def cannot_fade(self) -> str:
        """Why nothing can be faded; empty when something can."""
        if self.session.article is None:
            return "no article here"
        return "" if self.facts() else "nothing here was read in another article"

    # ----------------------------------------------------- what has nothing new

    def look_ahead(self) -> None:
        """While it is read, see whether the next unread articles have anything new, before the person asks for them."""
        passages = self.session.passages
        if not self.session.inside or passages is None or passages.article_id != self.session.acting_on:
            return
        library, view, article_id = self.session.library, self.session.listed.view, passages.article_id

        def work(task: Task) -> None:
            number: int | None = article_id
            for _ in range(_AHEAD):
                number = library.next_unread(view, number)
                if task.cancelled or number is None or not _is_old(library, number):
                    return
                task.deliver(self._nothing_new.add, number)

        self.session.start("ahead", work)

    def pass_over(self, number: int | None) -> tuple[int | None, int]:
        """The next unread article from one on that may have something new; and how many before it have not."""
        passed = 0
        while number in self._nothing_new:
            passed += 1
            number = self.session.library.next_unread(self.session.listed.view, number)
        return number, passed

    # ----------------------------------------------------------- side by side

    def cannot_compare(self) -> str:
        """Why there is nothing to compare with, as far as is known yet; empty when there may be something."""
        start = self.session.acting_on
        if start is None:
            return "no article here"
        return "no other article to compare with" if len(self.session.steps_from(start)) == 1 else ""

    def beside(self, start: int, then: Callable[[Beside], None]) -> None:
        """Have it looked up what an article can be laid beside: first the telling read before it, else the nearest one.

        then: told it, if there is anything.
        """
        library, known, passages = self.session.library, self.session.steps_from(start), self.session.passages
        before = self.session.trail.before(start)

        def look_up() -> Beside:
            steps = known or library.walk(start)
            others = [step.entry for step in steps if step.entry.id != start]
            wanted: Sequence[int] = ()
            if before in [step.entry.id for step in steps if step.in_story]:
                wanted = [before] if before is not None else ()
            elif others:  # on a narrow screen no text is shown yet
                near = passages if passages and passages.article_id == start else library.passages(start)
                wanted = near.compared[:1]
            at = next((i for i, other in enumerate(others) if other.id in wanted), 0)
            (entry,) = library.entries([start])
            return Beside(entry, others, at)

        def found(beside: Beside) -> None:
            if beside.others:
                then(beside)
            else:
                self.session.say("no other article to compare with")

        self.session.ask(look_up, found)
