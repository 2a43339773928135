"""What the list shows: a view, its articles in order, and which of them is highlighted.

Here: a plain object with the rows that were seen. Not here: which row is where (listing), loading and drawing (the
list's widget).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from reader.article import Entry, View
from reader.desk import Library
from reader.errors import ReaderError
from reader.tui.session.listing import Listing

_REMEMBERED = 3_000
"""Rows kept; far more than any screen shows."""
_SAID_AGAIN = 1.0
"""Seconds after which it is said again that rows cannot be read."""


class Articles:
    """The articles of a list."""

    def __init__(self, library: Library, failed: Callable[[str], object]) -> None:
        """library: where rows come from. failed: told why they cannot be read."""
        self.view = View()
        self.listing = Listing()
        self.complete = False
        """Whether the whole listing has arrived."""
        self.cursor = 0
        """The index of the highlighted article."""
        self.seen: Callable[[], Iterable[int]] = tuple
        """The articles that are on the screen, or about to be."""
        self._library = library
        self._failed = failed
        self._failed_at = -_SAID_AGAIN
        self._entries: dict[int, Entry] = {}
        self.expected: list[tuple[Sequence[int], Mapping[str, Any]]] = []
        """Articles and marks of theirs that the library does not have yet; the rows have them."""

    @property
    def current(self) -> int | None:
        """The highlighted article."""
        return self.listing.ids[self.cursor] if self.cursor < len(self.listing) else None

    def neighbour(self, by: int) -> int | None:
        """The article so many places from the highlighted one, None beyond the ends."""
        index = self.cursor + by
        return self.listing.ids[index] if 0 <= index < len(self.listing) else None

    def entry_of(self, article_id: int) -> Entry | None:
        """An article's row, from memory or with all those that are seen; None when it is gone from the library."""
        if article_id not in self._entries:
            if len(self._entries) > _REMEMBERED:
                self._entries.clear()
            wanted = [number for number in {article_id, *self.seen()} if number not in self._entries]
            try:
                self._entries.update({entry.id: self._as_expected(entry) for entry in self._library.entries(wanted)})
            except ReaderError as error:
                if time.monotonic() - self._failed_at > _SAID_AGAIN:  # what says it may ask for the same row again
                    self._failed_at = time.monotonic()
                    self._failed(str(error))
        return self._entries.get(article_id)

    def _as_expected(self, entry: Entry) -> Entry:
        for ids, marks in self.expected:
            if entry.id in ids:
                entry = replace(entry, **marks)
        return entry

    def forget(self, ids: Sequence[int] | None = None) -> None:
        """The rows of these articles have changed; None: any may have."""
        if ids is None:
            self._entries.clear()
            return
        for number in ids:
            self._entries.pop(number, None)
