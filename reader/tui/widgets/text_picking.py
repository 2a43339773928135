"""What is picked of an article's text: with the mouse by cells, with the keyboard by sentences.

Here: which cells of its lines are text, and where a place of the text stands. Not here: laying out and drawing.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.article import Article
from reader.tui.draw.bidi import has_rtl
from reader.tui.draw.cells import width_of
from reader.tui.draw.margin import SIGNS, Span
from reader.tui.draw.page import BLANK, Line
from reader.tui.widgets.drawn import Drawn
from reader.tui.widgets.picking import Cell, Written

LEFT = SIGNS + 2
"""Cells before a line, for signs and marks."""
MARGIN = LEFT + 1
"""Cells beside a line, with the one behind it."""


class PickableText(Drawn):
    """The part of an article's pane that knows what is picked."""

    picks = True
    article: Article | None
    _lines: list[Line]
    _run: tuple[int, int] | None = None
    """The first and the last of the sentences that were picked by the keyboard."""

    @property
    def _indent(self) -> int:
        """Cells before the margin."""
        raise NotImplementedError

    def _pieces(self, line: Line) -> Sequence[tuple[str, str]]:
        """A line of the text as it is drawn."""
        raise NotImplementedError

    def _row_of(self, place: int) -> int:
        """The line that a character of the text stands in."""
        raise NotImplementedError

    def reach(self, place: int, *, stay: bool = True) -> None:
        """Bring a character into view. stay: do not scroll where it is seen already."""
        raise NotImplementedError

    def unpick(self) -> None:
        """Nothing is picked any more."""
        self._run = None
        super().unpick()

    def row_at(self, y: int) -> int:
        """Lines are the rows of what is scrolled."""
        return self.scroll_offset.y + y

    def written(self, row: int) -> Written:
        """A line without its margin; what stands between two of the text is what does there."""
        if not 0 <= row < len(self._lines):
            return Written()
        line, above = self._lines[row], self._lines[row - 1] if row else BLANK
        of_text = line.start >= 0
        said = line.lead * of_text + "".join(text for text, _ in (self._pieces(line) if of_text else line.pieces))
        if of_text and above.start >= 0 and self.article is not None:
            before = self.article.text[above.end : line.start]
        else:
            before = " " if line.pieces[:1] and above.pieces[:1] and line.pieces[0][1] == above.pieces[0][1] else "\n"
        return Written(said, self._indent + LEFT, before, has_rtl(said))

    def pick_sentences(self, sentences: Sequence[Span], by: int) -> int:
        """Pick a sentence more, or one less; the first is the first that begins in what is seen. How many are now."""
        if self._run is None or self.picked is None:
            top = self.scroll_offset.y
            seen = (n for n, (start, _) in enumerate(sentences) if self._row_of(start) >= top)
            first = next(seen, len(sentences) - 1)
            self._run, by = (first, first), 0
        first, last = self._run[0], min(self._run[1] + by, len(sentences) - 1)
        if last < first:
            self.unpick()
            return 0
        self._run = first, last
        start, end = sentences[first][0], sentences[last][1] - 1
        self.reach(end)
        self.pick(self._cell_of(start), self._cell_of(end))
        return last - first + 1

    def _cell_of(self, place: int) -> Cell:
        row = self._row_of(place)
        line = self._lines[min(row, len(self._lines) - 1)]
        x, at = self._indent + LEFT + width_of(line.lead), line.start
        for text, ink in self._pieces(line):
            if ink.endswith("number"):
                x += width_of(text)
            elif at + len(text) > place:
                return Cell(row, x + width_of(text[: place - at]))
            else:
                x, at = x + width_of(text), at + len(text)
        return Cell(row, x)
