"""What is set by hand in a thread: corrections, marks of many articles, taking them back. One after the other.

Here: the order, whether something is still going on, and waiting for it when the program is left.
Not here: what is written (actions), threads (aside).
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Protocol

from reader.errors import ReaderError
from reader.tui.session.aside import Task, Work

Say = Callable[[str], None]


class Start(Protocol):
    """As `Session.start`."""

    def __call__(self, kind: str | None, work: Work, failed: Say) -> object:
        """Have some work done in a thread."""


class Writing:
    """What was set by hand and the threads have not written yet."""

    def __init__(self, start: Start) -> None:
        """start: has the work done."""
        self._start = start
        self._untold = 0
        """Of how much nobody has been told yet what came of it."""
        self._waiting: deque[tuple[Callable[[], str], Say, Say]] = deque()
        """What to do, and whom to tell what came of it; the first one is being done."""
        self._written = threading.Condition()
        """Guards what waits, which both the screens and the threads change."""
        self.refused: list[str] = []
        """Why something could not be written, until it has been told."""

    @property
    def busy(self) -> str:
        """That something is being written, for the person; empty when nothing is."""
        return "still working …" if self._untold else ""

    def start(self, act: Callable[[], str], done: Say, failed: Say, *, quietly: bool = False) -> None:
        """Act in a thread, once what was started before is done. done: told what it says; failed: why it could not.

        quietly: nobody needs to wait for it.
        """
        self._untold += not quietly
        with self._written:
            self._waiting.append((act, partial(self._tell, done, quietly), partial(self._tell, failed, quietly)))
            if len(self._waiting) == 1:
                self._next()

    def finish(self, seconds: float) -> bool:
        """Wait until everything is written, also after the screens have gone. False: it takes longer than that."""
        with self._written:
            return self._written.wait_for(lambda: not self._waiting, seconds)

    def _next(self) -> None:
        act, done, failed = self._waiting[0]

        def work(task: Task) -> None:
            try:
                task.deliver(done, act())
            except ReaderError as error:
                self.refused.append(str(error))
                raise
            finally:
                self._ended()  # here, not in the screens: they may have been left

        self._start(None, work, failed)

    def _ended(self) -> None:
        with self._written:
            self._waiting.popleft()
            if self._waiting:
                self._next()
            self._written.notify_all()

    def _tell(self, tell: Say, quietly: bool, note: str) -> None:
        self._untold -= not quietly
        if note in self.refused:
            self.refused.remove(note)
        tell(note)
