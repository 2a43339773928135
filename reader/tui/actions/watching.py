"""Articles that come in by themselves while the screen is in use: from watched folders, and from other programs.

Here: the child process that watches, and whether another program has added to the library. Not here: adding what the
person names (`adding`), when it is looked after (screens).
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.article import AddReport, Problem
from reader.errors import ReaderError
from reader.tui.actions.adding import Adding
from reader.tui.actions.views import Views
from reader.tui.draw import wording
from reader.tui.session.session import Session

if TYPE_CHECKING:
    from reader.desk import AddJob


class Watching:
    """What comes in by itself."""

    def __init__(self, session: Session, views: Views, adding: Adding) -> None:
        """session: whose library it comes into. views: list it. adding: what it need not look at meanwhile."""
        self.session = session
        self.views = views
        self.adding = adding
        self._job: AddJob | None = None
        self._newest = self._ask()

    def start(self, folders: Sequence[str]) -> None:
        """Begin to watch. Raises ReaderError when that is not possible."""
        self._job = self.session.library.add_in_background(folders, watch=True)

    def stop(self) -> None:
        """Watch no more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def look(self) -> None:
        """See what has come; to be called now and then."""
        for event in self._job.poll() if self._job is not None else ():
            if isinstance(event, AddReport):
                self._report(event)
            elif isinstance(event, Problem):
                self.session.warn(f"{event.place}: {event.message}")
        if not self.adding.going_on:
            self._look_at_the_library()

    def _report(self, report: AddReport) -> None:
        said = [(report.added, "added"), (report.updated, "updated"), (report.gone, "gone")]
        parts = [f"{wording.count_of(number, 'article')} {what}" for number, what in said if number]
        new = [problem for problem in report.problems if problem not in self.adding.problems]
        if new:
            self.adding.problems.extend(new)
            self.adding.tell()
        if parts:
            self.session.say(" · ".join(parts))
            self._newest = self._ask()
            self.views.reload()

    def _look_at_the_library(self) -> None:
        """List what another program has added."""
        before, self._newest = self._newest, self._ask()
        if self._newest != before:
            self.views.reload()

    def _ask(self) -> int:
        with suppress(ReaderError):  # a library that cannot be read is said by whatever asks for an article
            return self.session.library.newest()
        return 0
