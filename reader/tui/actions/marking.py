"""Marks: read, starred, tags.

Here: setting them. Not here: where they are kept (the desk), taking them back (by hand).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial

from reader.errors import LibraryBusy, LibraryError, ReaderError
from reader.tui.actions.comparing import Comparing
from reader.tui.actions.views import Views
from reader.tui.draw import wording
from reader.tui.session.changes import Marked
from reader.tui.session.session import Session

_MANY = 300
"""More marks than this are set in a thread."""


@contextmanager
def _kept(what: str) -> Iterator[None]:
    """Whoever marks knows which library is meant: why it takes nothing is all there is to say."""
    try:
        yield
    except LibraryError as error:
        raise ReaderError(f"{error.reason}; the {what} {'were' if what.endswith('s') else 'was'} not kept") from error


class Marking:
    """The marks of a session's articles."""

    def __init__(self, session: Session, views: Views, comparing: Comparing) -> None:
        """session: whose library is marked. views, comparing: count again, and look again what was read elsewhere."""
        self.session = session
        self.views = views
        self.comparing = comparing

    def mark(
        self,
        ids: Sequence[int],
        *,
        read: bool | None = None,
        starred: bool | None = None,
        tags: Sequence[str] | None = None,
        then: Callable[[], object] = lambda: None,
    ) -> None:
        """Mark a few articles at once: while another program writes, in a thread. then: called when it is written.

        Raises ReaderError when it cannot be kept.
        """
        write = partial(self.session.library.mark, ids, read=read, starred=starred, tags=tags)
        if not self.session.listed.expected:  # else this would come before those
            with _kept("mark"), suppress(LibraryBusy):
                write()
                self.changed(ids)
                then()
                return
        wanted = {"read": read, "starred": starred, "tags": None if tags is None else tuple(tags)}
        self._mark_later(ids, {name: value for name, value in wanted.items() if value is not None}, write, then)

    def _mark_later(
        self, ids: Sequence[int], marks: Mapping[str, object], write: Callable[[], None], then: Callable[[], object]
    ) -> None:
        """Mark in a thread, as if it were done already."""
        expected = self.session.listed.expected

        def work() -> str:
            with _kept("mark"):
                write()
            return ""

        def written(_: str) -> None:
            expected.pop(0)
            self.changed(ids)
            then()

        def failed(error: str) -> None:
            written("")
            self.session.warn(error)

        expected.append((ids, marks))
        self.session.writing.start(work, written, failed, quietly=True)
        self.changed(ids)

    def opened(self, article_id: int) -> None:
        """An article that is opened has been read."""
        entry = self.session.listed.entry_of(article_id)
        if entry is not None and not entry.read:
            with self.session.trying():  # it is shown all the same
                self.mark([article_id], read=True)

    def toggle_read(self) -> None:
        """Mark the article read, or unread again."""
        if entry := self.session.acting_entry:
            self.mark([entry.id], read=not entry.read)

    def toggle_star(self) -> None:
        """Star the article, or take its star away."""
        if entry := self.session.acting_entry:
            self.mark([entry.id], starred=not entry.starred)

    def mark_all_read(self) -> None:
        """Every article of the list; many of them in a thread, so that no key waits."""
        session, ids = self.session, list(self.session.listed.listing.ids)
        done = f"{wording.count_of(len(ids), 'article')} marked read · u takes it back"
        if len(ids) <= _MANY:
            self.mark(ids, read=True)
            session.say(done)
            return

        def work() -> str:
            with _kept("marks"):
                session.library.mark(ids, read=True)
            return done

        session.say("marking …")
        session.writing.start(work, self._marked, session.warn)

    def _marked(self, note: str) -> None:
        """It is written."""
        self.session.say(note)
        self.changed(None)

    def changed(self, ids: Sequence[int] | None) -> None:
        """Articles have other marks. None: any may have."""
        self.session.listed.forget(ids)
        self.session.tell(Marked(ids))
        self.comparing.marked(ids)
        self.views.count()
