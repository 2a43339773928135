"""A pane of sections, one under the other, whose rows can be selected; the heading of the one that is seen stays put.

Here: laying sections out, the cursor over all their rows, keeping it where it is while sections arrive.
Not here: what the rows say (story_sections), what choosing one does (the screen).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from reader.tui.draw.cells import clip, line_of, wrap
from reader.tui.draw.page import BLANK, Line, Pieces
from reader.tui.draw.section import Row, Section, Target
from reader.tui.widgets.drawn import Items


@dataclass(slots=True)
class _Place:
    """Where the cursor is: a section and which of its rows that can be selected."""

    key: str = ""
    row: int = 0


@dataclass(slots=True)
class _Layout:
    headings: list[int] = field(default_factory=list)
    """The line of each section's heading."""
    firsts: list[int] = field(default_factory=list)
    """The item that each section begins with."""


class SectionsPane(Items):
    """The sections."""

    class Moved(Message):
        """Another row is selected."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  (Textual's name for it)
        """id: for the stylesheet."""
        super().__init__(id=id)
        self._given: list[Section] = []
        self.sections: list[Section] = []
        """Those that have anything to show."""
        self._place = _Place()
        self._layout = _Layout()
        self._cache: dict[tuple[int, bool], Sequence[Pieces]] = {}
        self._cache_width = 0

    # ---------------------------------------------------------------- contents

    def show(self, sections: Sequence[Section]) -> None:
        """Show other sections, from the top."""
        self._given, self._place = list(sections), _Place()
        self.scroll_to(y=0, animate=False)
        self._renew()

    def put(self, section: Section) -> None:
        """Put a section in the place of the one with its key; the cursor stays on its row, and that where it is."""
        self._given = [section if old.key == section.key else old for old in self._given]
        before = self._row()
        self._renew()
        if self.top:
            self.scroll_to(y=self.top + self._row() - before, animate=False, force=True)
        elif before < self.rows:
            self.show_cursor()

    def _row(self) -> int:
        """The line of the cursor."""
        return next((row for row, line in enumerate(self.lines) if line.item == self.cursor), 0)

    def _renew(self) -> None:
        self.sections = [section for section in self._given if section.shown]
        self._cache.clear()
        self.rebuild()
        self.refresh()

    def item_count(self) -> int:
        """The rows that can be selected."""
        return sum(len(section.targets) for section in self.sections)

    @property
    def target(self) -> Target | None:
        """Where the selected row leads."""
        section = self._section()
        targets = section.targets if section else []
        return targets[min(self._place.row, len(targets) - 1)] if targets else None

    @property
    def at(self) -> tuple[str, int]:
        """The section with the cursor and which of its rows it is on, to come back to."""
        return self._place.key, self._place.row

    def go_to(self, at: tuple[str, int]) -> None:
        """Put the cursor back there, if there is such a row (yet)."""
        for section, first in zip(self.sections, self._layout.firsts, strict=False):
            if section.key == at[0] and section.targets:
                self._select(first + min(at[1], len(section.targets) - 1))

    # ------------------------------------------------------------------ layout

    def _section(self) -> Section | None:
        return next((section for section in self.sections if section.key == self._place.key), None)

    def _keys(self) -> list[str]:
        """The sections that have rows to be selected."""
        return [section.key for section in self.sections if section.targets]

    def title(self) -> Pieces:
        """The heading of the section that the first line belongs to."""
        if not self.sections:
            return ()
        index = max(0, bisect_right(self._layout.headings, self.top) - 1)
        return _heading(self.sections[index], self.columns)

    def build(self, width: int) -> Sequence[Line]:
        """Section after section; the first one's heading is the pinned title."""
        if self._cache_width != width:
            self._cache.clear()
            self._cache_width = width
        if self._section() is None:
            self._place = _Place(next(iter(self._keys()), ""))
        lines: list[Line] = []
        layout, item = _Layout(), 0
        for section in self.sections:
            if lines and lines[-1].pieces:
                lines.append(BLANK)
            layout.headings.append(len(lines))
            layout.firsts.append(item)
            lines.append(Line(_heading(section, width)) if len(layout.headings) > 1 else BLANK)
            if section.key == self._place.key:
                self.cursor = item + max(0, min(self._place.row, len(section.targets) - 1))
            item = self._lay_out(section, width, item, lines)
        self._layout = layout
        return lines

    def _lay_out(self, section: Section, width: int, item: int, lines: list[Line]) -> int:
        """Add a section's lines; the item that comes after it."""
        first = item
        chosen = self.cursor if section.key == self._place.key and self.has_focus else -1
        if section.head:
            at = section.targets[chosen - first] if 0 <= chosen - first < len(section.targets) else None
            lines += [Line(pieces) for pieces in section.head(width, at)]
        for row in section.rows:
            here = item if row.target is not None else -1
            drawn = self._lines_of(row, width, here == chosen and here >= 0)
            # The blank line that sets a row off is not selected with it.
            lines += [Line(pieces, item=here) if pieces else BLANK for pieces in drawn]
            item += row.target is not None
        if section.note:
            note = line_of(section.note)
            lines += [Line(((" " + note[a:b], "dim"),)) for a, b in wrap(note, width - 2)]
        return item

    def _lines_of(self, row: Row, width: int, whole: bool) -> Sequence[Pieces]:
        key = (id(row), whole)
        if key not in self._cache:
            self._cache[key] = row.lines(width, whole)
        return self._cache[key]

    def on_resize(self, event: events.Resize) -> None:
        """In another width the cursor stays in view."""
        super().on_resize(event)
        self.show_cursor()

    def render_line(self, y: int) -> Strip:
        """As every pane of items, but the heading that is pinned is not drawn a second time below."""
        if y == 1 and self.top in self._layout.headings:
            return self.draw(())
        return super().render_line(y)

    # ------------------------------------------------------------------ moving

    def move(self, by: int) -> None:
        """Select another row; at the ends, scroll on to what cannot be selected."""
        before = self.cursor
        if self.item_count():
            self._select(self.cursor + by)
        if self.cursor == before:
            self.scroll_lines(by)

    def choose(self) -> bool:
        """Choose the selected row, which the mouse may just have selected."""
        if self.item_count():
            self._select(self.cursor)
        return super().choose()

    def click_beside(self, line: int) -> None:
        """From a heading to the first row of its section."""
        section = bisect_right(self._layout.headings, line) - 1
        heading = line == self.top or line in self._layout.headings
        if section >= 0 and heading and self.sections[section].targets:
            self._open_at(self.sections[section].key)

    def next_section(self, by: int) -> bool:
        """Go to the first row of the next (previous) section that has any; False when there is none."""
        keys = self._keys()
        at = keys.index(self._place.key) + by if self._place.key in keys else 0
        if not 0 <= at < len(keys):
            return False
        self._open_at(keys[at])
        return True

    def enter_from(self, by: int) -> None:
        """The cursor comes in from the pane before (behind): on the first (last) section."""
        keys = self._keys()
        if keys:
            self._open_at(keys[0 if by > 0 else -1])

    def _open_at(self, key: str) -> None:
        """Put the cursor on a section's first row, with as much of the section in view as there is room for."""
        self.go_to((key, 0))
        index = next(i for i, section in enumerate(self.sections) if section.key == key)
        ends = [*self._layout.headings[1:], len(self.lines) + 1]
        if ends[index] > self.top + self.rows - 1:
            self.scroll_to(y=self._layout.headings[index], animate=False)

    def _select(self, item: int) -> None:
        self.cursor = max(0, min(item, self.item_count() - 1))
        index = max(0, bisect_right(self._layout.firsts, self.cursor) - 1)
        while index and not self.sections[index].targets:
            index -= 1
        self._place = _Place(self.sections[index].key, self.cursor - self._layout.firsts[index])
        self.selected()
        self.show_cursor()
        self.post_message(self.Moved())

    def selected(self) -> None:
        """What is selected is shown whole."""
        self.rebuild()
        self.refresh()

    def show_cursor(self) -> None:
        """Scroll so that the selected row is seen, and with a section's first row what stands above it."""
        rows = [row for row, line in enumerate(self.lines) if line.item == self.cursor]
        if not rows:
            return
        first = rows[0]
        if self.cursor in self._layout.firsts:
            heading = self._layout.headings[bisect_right(self._layout.firsts, self.cursor) - 1]
            first = heading if rows[-1] - heading < self.rows - 1 else first
        self.scroll_to_region(Region(0, first, 1, rows[-1] - first + 2), animate=False, x_axis=False)


def _heading(section: Section, width: int) -> Pieces:
    facts = f" · {clip(section.facts, width - len(section.name) - 4)}" if section.facts else ""
    return (section.name, "heading"), (facts, "dim")
