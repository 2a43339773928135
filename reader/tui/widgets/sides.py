"""Two articles side by side, sentence beside sentence; one below the other where there is little room.

Here: laying the rows out, folding copies, what is marked inside them, the head over both columns. Not here: which
articles, keys (the compare screen), what matches what (the desk).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise, zip_longest
from typing import NamedTuple

from textual.strip import Strip

from reader.article import Article
from reader.comparison import Comparison, Row, Side
from reader.tui import wording
from reader.tui.cells import clip, clip_outlet, line_of, piece_of, width_of, wrap
from reader.tui.page import BLANK, MEASURE, Line, Pieces
from reader.tui.widgets.drawn import Drawn, Items

BESIDE = 100
"""Cells from which on there is room for two columns."""
_GUTTER = 5
_SIGNS = {"copied": "≈", "reworded": "≈", "same quotation": "”", "only in A": "◇", "only in B": "◇"}
_FOLDED = 2
"""So many sentences that say the same in the same words are folded into one line."""


class Item(NamedTuple):
    """A row, or copies folded into one line."""

    first: int
    """The number of its first row."""
    size: int = 1


def items_of(rows: Sequence[Row], unfolded: Iterable[int]) -> list[Item]:
    """The rows with copies that follow each other folded, but for those whose first row is in `unfolded`."""
    open_ones = frozenset(unfolded)
    found: list[Item] = []
    for same, group in groupby(range(len(rows)), key=lambda number: rows[number].same):
        numbers = list(group)
        if same and len(numbers) >= _FOLDED and numbers[0] not in open_ones:
            found.append(Item(numbers[0], len(numbers)))
        else:
            found += [Item(number) for number in numbers]
    return found


class Heads(Drawn, can_focus=False):
    """Which two articles they are: outlet, date, headline, and how much of each the other has."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  (Textual's name for it)
        """id: for the stylesheet."""
        super().__init__(id=id)
        self.comparison: Comparison | None = None
        self.right = False
        """Whether the second article is the one that enter leads to."""

    def show(self, comparison: Comparison | None, *, right: bool) -> None:
        """Show the heads of two articles."""
        self.comparison, self.right = comparison, right
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Beside each other in two lines each, else one below the other."""
        if self.comparison is None:
            return self.draw(())
        a, b = self.comparison.a, self.comparison.b
        left = _head(a, self.comparison.share_a, b, "A", here=not self.right)
        right = _head(b, self.comparison.share_b, a, "B", here=self.right)
        if self.columns >= BESIDE:
            if y > 1:
                return self.draw(())
            width = _column(self.columns)
            pieces = [(" ", "text"), *_padded(left(width)[y], width), (" " * _GUTTER, "text"), *right(width)[y]]
            return self.draw(pieces)
        if self.rows < 4:  # no room for headlines
            return self.draw(((" ", "text"), *(left, right)[min(y, 1)](self.columns - 2)[0]))
        return self.draw(((" ", "text"), *[*left(self.columns - 2), *right(self.columns - 2)][min(y, 3)]))


def _head(article: Article, share: float, other: Article, name: str, *, here: bool):  # type: ignore[no-untyped-def]
    def lines(width: int) -> list[Pieces]:
        outlet = clip_outlet(article.outlet or "outlet unknown", width // 3)
        told_apart = other.outlet and other.outlet != article.outlet and width >= 60
        there = clip_outlet(other.outlet or "", width // 4) if told_apart else "B" if name == "A" else "A"
        ink = f"outlet:{article.outlet}" if article.outlet else "dim"
        facts = clip(
            f"{wording.published(article)} · {there} has {round(100 * share)} % of it", width - 7 - width_of(outlet)
        )
        mark = "▌" if here else " "
        headline = clip(article.headline or f"¶ {article.text[:200]}", width - 4)
        return [
            ((mark, "unread"), (f"{name} ", "heading"), (outlet, ink), (f" · {facts}", "dim")),
            ((mark, "unread"), ("  ", "text"), (headline, "strong" if article.headline else "italic")),
        ]

    return lines


def _column(width: int) -> int:
    return min((width - 1 - _GUTTER) // 2, MEASURE)


def _padded(pieces: Sequence[tuple[str, str]], width: int) -> list[tuple[str, str]]:
    used = sum(width_of(text) for text, _ in pieces)
    return [*pieces, (" " * max(0, width - used), "text")]


class Sides(Items):
    """The rows of a comparison."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  (Textual's name for it)
        """id: for the stylesheet."""
        super().__init__(id=id)
        self.comparison: Comparison | None = None
        self.note = "comparing …"
        """Said instead of rows."""
        self.items: Sequence[Item] = ()
        self._unfolded: set[int] = set()

    def show(self, comparison: Comparison | None, *, note: str = "") -> None:
        """Show a comparison from its beginning, or a note instead of one."""
        self.comparison, self.note, self.cursor = comparison, note, 0
        self._unfolded.clear()
        self.scroll_to(y=0, animate=False)
        self._lay_out()

    def _lay_out(self) -> None:
        self.items = items_of(self.comparison.rows, self._unfolded) if self.comparison else ()
        self.rebuild()
        self.refresh()

    @property
    def row(self) -> Row | None:
        """The selected row, the first of folded ones."""
        if self.comparison is None or not self.items:
            return None
        return self.comparison.rows[self.items[self.cursor].first]

    def unfold(self) -> bool:
        """Unfold the copies that are selected; False when none are."""
        if not self.items or self.items[self.cursor].size == 1:
            return False
        self._unfolded.add(self.items[self.cursor].first)
        self._lay_out()
        return True

    def fold(self) -> None:
        """Fold all copies, or unfold all; the selected row stays selected."""
        if self.comparison is None or not self.items:
            return
        here = self.items[self.cursor].first
        folded = {item.first for item in self.items if item.size > 1}
        self._unfolded = self._unfolded | folded if folded else set()
        self.items = items_of(self.comparison.rows, self._unfolded)
        self.cursor = max((n for n, item in enumerate(self.items) if item.first <= here), default=0)
        self._lay_out()
        self.show_cursor()

    def to_difference(self, by: int) -> bool:
        """Select the next (previous) row that is no mere copy; False when there is none."""
        rows = self.comparison.rows if self.comparison else ()
        order = range(self.cursor + by, len(self.items) if by > 0 else -1, by)
        found = next((n for n in order if not rows[self.items[n].first].same), None)
        if found is None:
            return False
        self.move(found - self.cursor)
        return True

    def item_count(self) -> int:
        """Rows and folds."""
        return len(self.items)

    def title(self) -> Pieces:
        """`9 copied · 2 reworded · 5 only in A · 7 only in B · 1 disagrees`."""
        rows = self.comparison.rows if self.comparison else ()
        kinds = ("copied", "reworded", "same quotation", "only in A", "only in B")
        counts = {kind: sum(row.kind == kind for row in rows) for kind in kinds}
        facts = " · ".join(f"{count} {kind}" for kind, count in counts.items() if count)
        disagreeing = sum(row.disagrees for row in rows)
        warning = f" {disagreeing} with other figures " if disagreeing else ""
        facts = clip(facts, self.columns - 3 - width_of(warning))
        return (facts, "dim"), ("  " if warning else "", "text"), (warning, "disagrees")

    def build(self, width: int) -> Sequence[Line]:
        """A blank line after each row."""
        lines = [BLANK]
        if self.note or self.comparison is None:
            note = line_of(self.note)
            return lines + [Line(((" " + note[a:b], "dim"),)) for a, b in wrap(note, width - 2)]
        for number, item in enumerate(self.items):
            row = self.comparison.rows[item.first]
            if item.size > 1:
                lines.append(Line(self._fold_line(row, item.size, width), item=number))
            else:
                lay_out = _beside if width >= BESIDE else _below
                lines += [Line(pieces, item=number) for pieces in lay_out(row, self.comparison, width)]
            lines.append(BLANK)
        return lines

    def _fold_line(self, row: Row, count: int, width: int) -> Pieces:
        assert self.comparison is not None  # noqa: S101  (its row is shown)
        assert row.a is not None  # noqa: S101  (a copy has both)
        lead = f"= {count} sentences copied  "
        opening = clip(line_of(self.comparison.a.text[row.a.start : row.a.end]), width - width_of(lead) - 3)
        return (lead, "mark"), (opening, "read")


def _beside(row: Row, comparison: Comparison, width: int) -> Iterator[Pieces]:
    """Two columns with a sign between them."""
    column = _column(width)
    left = list(_lines(row, row.a, comparison.a.text, column))
    right = list(_lines(row, row.b, comparison.b.text, column))
    sign, ink = _sign(row)
    # What only one side has is signed beside that side.
    sign = f" {sign}   " if row.b is None else f"   {sign} " if row.a is None else f"  {sign}  "
    for one, other in zip_longest(left, right, fillvalue=()):
        yield (*_padded(one, column), (sign, ink), *other)
        sign = " " * _GUTTER


def _below(row: Row, comparison: Comparison, width: int) -> Iterator[Pieces]:
    """One below the other; of a copy only one."""
    sign, ink = _sign(row)
    sides = (("A", row.a, comparison.a.text), ("B", row.b, comparison.b.text))
    for name, side, text in sides[:1] if row.same else sides:
        for pieces in _lines(row, side, text, min(width - 6, MEASURE)):
            yield (f"{sign} ", ink), ("  " if row.same else f"{name} ", "heading"), *pieces
            sign, name = " ", " "


def _sign(row: Row) -> tuple[str, str]:
    if row.disagrees:
        return "≠", "rule"
    return ("=" if row.same else _SIGNS[row.kind]), "faint" if row.same else "mark"


def _lines(row: Row, side: Side | None, text: str, width: int) -> Iterator[Pieces]:
    """A sentence wrapped, cut where what differs begins and ends."""
    if side is None:
        return
    plain = "seen" if side.again else "read" if row.same else "text"
    for start, end in wrap(text, width, side.start, side.end):
        if start == end:
            continue
        edges = {start, end}
        for change in side.changes:
            edges.update(edge for edge in (change.start, change.end) if start < edge < end)
        pieces = []
        for a, b in pairwise(sorted(edges)):
            around = next((c for c in side.changes if c.start <= a and b <= c.end), None)
            ink = plain if around is None else "disagrees" if around.figure else "changed"
            pieces.append((piece_of(text[a:b]), ink))
        yield tuple(pieces)
