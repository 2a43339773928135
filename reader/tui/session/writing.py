"""What is set by hand in a thread: corrections, marks of many articles, taking them back. One after the other.

Here: the order, and whether something is still going on. Not here: what is written (editing, marks), threads (aside).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.tui.session.aside import Task

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

Say = Callable[[str], None]


class Writing:
    """What a screen's reader has set by hand and the threads have not written yet."""

    def __init__(self, screen: MainScreen) -> None:
        """screen: whose threads write."""
        self.screen = screen
        self._waiting: deque[tuple[Callable[[], str], Say, Say]] = deque()
        """What to do, and whom to tell what came of it; the first one is being done."""

    @property
    def busy(self) -> str:
        """That something is being written, for the person; empty when nothing is."""
        return "still working …" if self._waiting else ""

    def start(self, act: Callable[[], str], done: Say, failed: Say) -> None:
        """Act in a thread, once what was started before is done. done: told what it says; failed: why it could not."""
        self._waiting.append((act, done, failed))
        if len(self._waiting) == 1:
            self._next()

    def _next(self) -> None:
        act, done, failed = self._waiting[0]

        def work(task: Task) -> None:
            task.deliver(self._ended, done, act())

        self.screen.aside.start(None, self.screen, work, lambda error: self._ended(failed, error))

    def _ended(self, tell: Say, note: str) -> None:
        self._waiting.popleft()
        if self._waiting:
            self._next()
        tell(note)
