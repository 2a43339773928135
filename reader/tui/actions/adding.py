"""Adding places in the background while the screen is in use.

Here: the child process, how far it has come, new articles in the list, its problems.
Not here: adding itself (the desk), when it is looked after (screens).
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.article import AddReport, Problem, Progress
from reader.desk import sorted_out
from reader.errors import ReaderError
from reader.tui.actions.views import Views
from reader.tui.draw import wording
from reader.tui.session.changes import NothingTaken, Offered, Progressed, Said
from reader.tui.session.session import Session

if TYPE_CHECKING:
    from reader.desk import AddJob

NO_FEEDS = "no feeds yet; a adds one by its address"
_RELOAD_EVERY = 1.0


class Adding:
    """The background job, if there is one."""

    def __init__(self, session: Session, views: Views) -> None:
        """session: whose library is added to. views: list what has come."""
        self.session = session
        self.views = views
        self.problems: list[Problem] = []
        self.untaken: Sequence[Problem] = ()
        """Why nothing at all of what was named on the command line could be taken, if so."""
        self.progress: Progress | None = None
        """How far it has come; None: nothing is being added."""
        self.stopped = False
        """Whether the person stopped what was named on the command line."""
        self._job: AddJob | None = None
        self._named = self._refreshing = self._by_itself = False
        self._reloaded = 0.0
        self._seen = 0

    @property
    def going_on(self) -> bool:
        """Whether articles may still arrive."""
        return self._job is not None

    def start(self, places: Sequence[str], *, named: bool = False) -> None:
        """Begin to add. named: on the command line. Raises ReaderError when that is not possible."""
        self._watch(self.session.library.add_in_background(places), Progress(0, 0))
        self._named = named

    def start_one(self, place: str) -> None:
        """Begin to add what a person typed: an address, or a path. Raises ReaderError when it names nothing."""
        _, problems = sorted_out([place := os.path.expanduser(place)])  # noqa: PTH111  (addresses are no paths)
        if problems:
            raise ReaderError(f"{problems[0].place}: {problems[0].message}")
        self.start([place])

    def refresh(self) -> None:
        """Begin to ask all feeds. Raises ReaderError when that is not possible, or there are none."""
        if self.session.library.feeds.is_empty():
            raise ReaderError(NO_FEEDS)
        self._watch(self.session.library.feeds.refresh_in_background(), Progress(0, 0, step="refreshing"))

    def refresh_by_itself(self) -> None:
        """Begin to ask the feeds that are due, if there are any; only what comes is said. Raises as above."""
        if not self.session.library.feeds.is_empty():
            self._watch(self.session.library.feeds.refresh_in_background(due=True), Progress(0, 0, step="refreshing"))
            self._by_itself = True

    def cannot_start(self) -> str:
        """Why nothing can be added or refreshed now, for the person; empty when it can."""
        return "articles are still coming in; wait for the end of that" if self.going_on else ""

    def _watch(self, job: AddJob, progress: Progress) -> None:
        self._job, self.progress = job, progress
        self._named, self._refreshing = False, progress.step == "refreshing"
        self._by_itself = False
        self._reloaded, self._seen = time.monotonic(), 0
        self.tell()

    def stop(self) -> None:
        """Stop adding; what is stored stays."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def give_up(self) -> None:
        """Stop, and say so."""
        self.stopped |= self._named
        self.stop()
        self.progress = None
        self.tell()
        self.session.say("stopped; what has come stays")
        self.views.reload()

    def look(self) -> None:
        """See what has come; to be called now and then while it goes on."""
        job = self._job
        if job is None:
            return
        running = job.running  # asked before polling, so that nothing said in between is missed
        for event in job.poll():
            if isinstance(event, Progress):
                if self.progress is not None and event.step != self.progress.step:
                    self._seen = 0  # of the next step nothing has been seen
                self.progress = event
                self._reload_now_and_then(event.done)
            elif isinstance(event, Problem):
                self.problems.append(event)
            else:
                self._report(event)
        if not running:
            self._job = self.progress = None
        self.tell()
        if not running:
            self.views.reload()

    def tell(self) -> None:
        """Have it shown how far it has come, and how many problems there are: what is only said is none."""
        self.session.tell(Progressed(self.progress, sum(not problem.note for problem in self.problems)))

    def _reload_now_and_then(self, done: int) -> None:
        now = time.monotonic()
        # The first articles are shown as soon as there are any; later ones in batches.
        if done > self._seen and (self._seen == 0 or now - self._reloaded > _RELOAD_EVERY):
            self._seen, self._reloaded = done, now
            self.views.reload()

    def _report(self, report: AddReport) -> None:
        self.problems.extend(report.problems)
        parts = [f"{wording.count_of(report.added, 'article')} added"] if report.added else []
        parts += [f"{report.updated:,} updated"] if report.updated else []
        parts += [f"{report.gone:,} gone"] if report.gone else []
        offers = [problem for problem in report.problems if problem.offer]
        notes = [problem for problem in report.problems if problem.note and not problem.offer]
        trouble = sum(not problem.note for problem in report.problems)
        if offers and not parts:
            parts = [f"the page names {wording.count_of(len(offers), 'feed')}"]
        if self._by_itself and not (report.added or report.updated or report.gone):
            return  # nobody asked; how many problems there are is said at the top
        if not parts and (trouble or len(notes) != 1):
            parts = ["nothing new"]
        if trouble:
            parts.append(f"{wording.count_of(trouble, 'problem')} (! shows)")
        elif len(notes) == 1:
            parts.append(notes[0].message if parts else f"{notes[0].place}: {notes[0].message}")
        elif notes:
            some = any("left out" in note.message for note in notes)
            parts.append("some left out (! shows)" if some else "! says more")
        self.session.tell(Said(" · ".join(parts), alarming=bool(trouble)))
        if offers:
            self.session.tell(Offered(offers))
            return
        taken = report.added or report.updated or report.unchanged
        if report.problems and not taken and not self._refreshing:
            if self._named:
                self.untaken = report.problems
            self.session.tell(NothingTaken())  # a word at the foot would be too little
