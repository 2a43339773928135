"""Marks: read, starred, tags, and taking them back.

Here: setting them from the screen. Not here: where they are kept (the desk).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reader.errors import LibraryError, ReaderError
from reader.tui.draw import wording

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

_MANY = 300
"""More marks than this are set in a thread."""


@contextmanager
def _kept(what: str) -> Iterator[None]:
    """Whoever marks knows which library is meant: why it takes nothing is all there is to say."""
    try:
        yield
    except LibraryError as error:
        raise ReaderError(f"{error.reason}; the {what} {'were' if what.endswith('s') else 'was'} not kept") from error


class Marks:
    """The marks of a screen's articles."""

    def __init__(self, screen: MainScreen) -> None:
        """screen: whose library is marked and whose list shows it."""
        self.screen = screen

    def mark(
        self,
        ids: Sequence[int],
        *,
        read: bool | None = None,
        starred: bool | None = None,
        tags: Sequence[str] | None = None,
    ) -> None:
        """Mark a few articles at once. Raises ReaderError when that cannot be kept."""
        with _kept("mark"):
            self.screen.library.mark(ids, read=read, starred=starred, tags=tags)
        self.changed(ids)

    def opened(self, article_id: int) -> None:
        """An article that is opened has been read."""
        entry = self.screen.list.entry_of(article_id)
        if entry is not None and not entry.read:
            with self.screen.trying():  # it is shown all the same
                self.mark([article_id], read=True)

    def mark_all_read(self) -> None:
        """Every article of the list; many of them in a thread, so that no key waits."""
        ids = list(self.screen.list.listing.ids)
        if len(ids) <= _MANY:
            self.mark(ids, read=True)
            self.screen.say(f"{wording.count_of(len(ids), 'article')} marked read · u takes it back")
            return

        def work() -> str:
            with _kept("marks"):
                self.screen.library.mark(ids, read=True)
            return f"{wording.count_of(len(ids), 'article')} marked read · u takes it back"

        self.screen.say("marking …")
        self.screen.writing.start(work, self._marked, self.screen.warn)

    def _marked(self, note: str) -> None:
        """It is written."""
        self.screen.say(note)
        self.changed(None)

    def undo(self, then: Callable[[str], None] | None = None) -> None:
        """Take back what was done last, in a thread: it may have been a marking of many articles, or what one says.

        What is still being written is what was done last. then: told what it was, instead of the screen's bottom line.
        """

        def undone(note: str) -> None:
            self.screen.stories.changed()
            self.screen.editing.show()
            (then or self.screen.say)(note)

        def work() -> str:
            done = self.screen.library.undo()
            return f"taken back: {done}" if done else "nothing to take back"

        self.screen.writing.start(work, undone, self.screen.warn)

    def changed(self, ids: Sequence[int] | None) -> None:
        """Show the new marks. None: of any article."""
        self.screen.list.changed(ids)
        self.screen.reading.restate()
        self.screen.comparing.marked(ids)
        self.screen.shelf.count()
