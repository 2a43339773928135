"""Adding places in the background while the screen is in use.

Here: watching the child process, its progress in the masthead, new articles in the list, its problems.
Not here: adding itself (the desk).
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.timer import Timer

from reader.article import AddReport, Problem, Progress
from reader.tui.draw import wording
from reader.tui.screens import dialogues

if TYPE_CHECKING:
    from reader.desk import AddJob
    from reader.tui.screens.main import MainScreen

_LOOK_EVERY = 0.1
_RELOAD_EVERY = 1.0


class Adding:
    """The background job of a screen, if there is one."""

    def __init__(self, screen: MainScreen) -> None:
        """screen: whose library is added to."""
        self.screen = screen
        self.problems: list[Problem] = []
        self.untaken: Sequence[Problem] = ()
        """Why nothing at all of what was named could be taken, if so."""
        self._job: AddJob | None = None
        self._timer: Timer | None = None
        self._reloaded = 0.0
        self._seen = 0

    @property
    def going_on(self) -> bool:
        """Whether articles may still arrive."""
        return self._job is not None

    def start(self, places: Sequence[str]) -> None:
        """Begin to add. Raises ReaderError when that is not possible."""
        self._job = self.screen.library.add_in_background(places)
        self._reloaded = time.monotonic()
        self.screen.masthead.update(progress=Progress(0, 0))
        self._timer = self.screen.set_interval(_LOOK_EVERY, self._look)

    def stop(self) -> None:
        """Stop adding; what is stored stays."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _look(self) -> None:
        job = self._job
        if job is None:
            return
        running = job.running  # asked before polling, so that nothing said in between is missed
        for event in job.poll():
            if isinstance(event, Progress):
                self.screen.masthead.update(progress=event)
                self._reload_now_and_then(event.done)
            elif isinstance(event, Problem):
                self.problems.append(event)
            else:
                self._report(event)
        self.screen.masthead.update(problems=len(self.problems))
        if not running:
            self._end()
            self.screen.shelf.reload()

    def _reload_now_and_then(self, done: int) -> None:
        now = time.monotonic()
        # The first articles are shown as soon as there are any; later ones in batches.
        if done > self._seen and (self._seen == 0 or now - self._reloaded > _RELOAD_EVERY):
            self._seen, self._reloaded = done, now
            self.screen.shelf.reload()

    def _report(self, report: AddReport) -> None:
        self.problems.extend(report.problems)
        parts = [f"{wording.count_of(report.added, 'article')} added"] if report.added else []
        parts += [f"{report.updated:,} updated"] if report.updated else []
        parts += [f"{report.gone:,} gone"] if report.gone else []
        if not parts:
            parts = ["nothing new"]
        if report.problems:
            parts.append(f"{wording.count_of(len(report.problems), 'problem')} (! shows)")
        self.screen.say(" · ".join(parts), alarming=bool(report.problems))
        taken = report.added or report.updated or report.unchanged
        if report.problems and not taken:
            self.untaken = report.problems
            if self.screen.app.screen is self.screen:
                dialogues.show_problems(self.screen)  # a word at the foot would be too little

    def _end(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._job = self._timer = None
        self.screen.masthead.update(progress=None)
