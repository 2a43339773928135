"""The rows of the list: which article or heading stands at which row, for a million articles in a few megabytes.

Here: a plain object that grows as places arrive from the library. Not here: drawing, entries, the cursor (the widget).
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from reader.article import Slot


class Heading(NamedTuple):
    """A row that names the group below it."""

    key: str
    """As in `Slot.heading`."""
    articles: int
    """Articles in the group, as far as it has been loaded."""


class Listing:
    """Article ids in order, under headings. Rows and indices count from 0; rows count headings, indices do not."""

    def __init__(self, *, headed: bool = True) -> None:
        """headed: whether groups have heading rows."""
        self.ids = array("q")
        self.last: Slot | None = None
        """The last place added, from which the next piece of the listing goes on."""
        self._headed = headed
        self._keys: list[str] = []
        self._firsts: list[int] = []
        self._rows: list[int] = []

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self.ids) + len(self._keys) * self._headed

    def extend(self, slots: Iterable[Slot]) -> None:
        """Add the places that follow."""
        slots = list(slots)
        last = self._keys[-1] if self._keys else None
        for index, (_, heading) in enumerate(slots, len(self.ids)):
            if heading != last:
                last = heading
                self._rows.append(index + len(self._keys) * self._headed)
                self._keys.append(heading)
                self._firsts.append(index)
        self.ids.extend([slot.id for slot in slots])
        self.last = slots[-1] if slots else self.last

    @property
    def last_heading(self) -> int:
        """The row of the last heading, whose number of articles may still grow; 0 where there is none."""
        return self._rows[-1] if self._headed and self._rows else 0

    def at(self, row: int) -> int | Heading:
        """The article id or heading at a row. Raises IndexError."""
        if not 0 <= row < self.height:
            raise IndexError(row)
        group = bisect_right(self._rows, row) - 1
        offset = row - self._rows[group] - self._headed
        if offset >= 0:
            return self.ids[self._firsts[group] + offset]
        end = self._firsts[group + 1] if group + 1 < len(self._firsts) else len(self.ids)
        return Heading(self._keys[group], end - self._firsts[group])

    def row_of(self, index: int) -> int:
        """The row of the article with this index."""
        group = bisect_right(self._firsts, index) - 1
        return self._rows[group] + self._headed + index - self._firsts[group]

    def index_at(self, row: int) -> int:
        """The index of the article at a row; at a heading, of the first article below it."""
        row = max(0, min(row, self.height - 1))
        group = bisect_right(self._rows, row) - 1
        return self._firsts[group] + max(0, row - self._rows[group] - self._headed)

    def index_of(self, article_id: int) -> int | None:
        """Where an article stands; None when it is not (yet) in the listing."""
        try:
            return self.ids.index(article_id)
        except ValueError:
            return None
