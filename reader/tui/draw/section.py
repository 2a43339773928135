"""A section of a screen: rows under a heading, each of which may lead somewhere.

Here: plain data. Not here: what the rows say (story_sections), laying them out under each other (the sections' pane).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.desk.shared_names import Spot
from reader.tui.draw.page import Pieces

Target = Spot | int
"""Where a row leads: a place in an article, or another story by its number."""


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A row of a section."""

    lines: Callable[[int, bool], Sequence[Pieces]]
    """Its lines in a width; True: it is selected, and shown whole."""
    target: Target | None = None
    """Where it leads; None: it cannot be selected."""


@dataclass(slots=True)
class Section:
    """Rows under a heading."""

    key: str
    name: str
    facts: str = ""
    """Behind the name: how many."""
    rows: Sequence[Row] = ()
    note: str = ""
    """Said instead of rows: that it is being worked out, or why there are none."""
    head: Callable[[int, Target | None], Sequence[Pieces]] | None = None
    """Lines above the rows, told which target is selected in this section."""

    @property
    def shown(self) -> bool:
        """Whether there is anything to show; else it has no heading either."""
        return bool(self.rows or self.note or self.head)

    @property
    def targets(self) -> list[Target]:
        """Where the rows that can be selected lead."""
        return [row.target for row in self.rows if row.target is not None]
