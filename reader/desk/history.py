"""What was done by hand, so that it can be taken back, the last first.

Here: the order. Not here: what is done and how that is taken back (marks, corrections, stories).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Lock

from reader.reports import count_of

Done = tuple[str, Callable[[], object]]
"""What was done, in words, and a function that undoes it."""

_KEPT = 1000
"""Nobody takes back more than this; a record may hold the former marks of every article."""


class History:
    """What can be taken back, usable from any thread."""

    def __init__(self) -> None:
        self._done: deque[Done] = deque(maxlen=_KEPT)
        self._undoing = Lock()

    def add(self, what: str, take_back: Callable[[], object]) -> None:
        """Note what was done last."""
        self._done.append((what, take_back))

    def undo(self) -> str | None:
        """Take back what was done last; what that was, or None. What could not be taken back stays the next to be."""
        with self._undoing:
            if not self._done:
                return None
            what, take_back = record = self._done[-1]
            take_back()
            with suppress(ValueError):  # a thousand other things have been done meanwhile
                self._done.remove(record)  # it need not be the last one any more
            return what


def marked(count: int, read: bool | None, starred: bool | None, tags: Sequence[str] | None) -> str:
    """What was marked on so many articles, in words."""
    articles = count_of(count, "article")
    if read is not None:
        return f"{articles} marked {'read' if read else 'unread'}"
    if starred is not None:
        return f"{articles} {'starred' if starred else 'no longer starred'}"
    return f"{articles} tagged {', '.join(tags)}" if tags else f"{articles} no longer tagged"
