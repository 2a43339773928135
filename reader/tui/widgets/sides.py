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
from reader.comparison import AlignedRow, Comparison, Side
from reader.tui.draw import criteria, wording
from reader.tui.draw.bidi import flush
from reader.tui.draw.cells import clip, clip_outlet, line_of, piece_of, width_of, wrap
from reader.tui.draw.page import BLANK, MEASURE, Line, Pieces
from reader.tui.widgets.drawn import Drawn, Items

BESIDE = 100
"""Cells from which on there is room for two columns."""
HEADS_BESIDE = BESIDE + 1
"""The same for the heads, which have no scroll bar."""
_GUTTER = 5
_SIGNS = {"copied": "≈", "reworded": "≈", "same quotation": "”", "only in A": "◇", "only in B": "◇"}
_NAME = 12
"""Cells of an outlet's name that have to be seen before other facts are."""
_FOLDED = 2
"""So many sentences that say the same in the same words are folded into one line."""


class Item(NamedTuple):
    """A row, or copies folded into one line."""

    first: int
    """The number of its first row."""
    size: int = 1


def items_of(rows: Sequence[AlignedRow], unfolded: Iterable[int]) -> list[Item]:
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
        # That nothing of a text in another language is found says nothing about it.
        shares = [
            None if self.comparison.foreign and not share else share
            for share in (self.comparison.share_a, self.comparison.share_b)
        ]
        left = _head(a, shares[0], b, "A", here=not self.right)
        right = _head(b, shares[1], a, "B", here=self.right)
        if self.columns >= HEADS_BESIDE:
            if y > 1:
                return self.draw(())
            width = _column(self.columns)
            pieces = [(" ", "text"), *_padded(left(width)[y], width), (" " * _GUTTER, "text"), *right(width)[y]]
            return self.draw(pieces)
        if self.rows < 4:  # no room for headlines
            return self.draw(((" ", "text"), *(left, right)[min(y, 1)](self.columns - 2)[0]))
        return self.draw(((" ", "text"), *[*left(self.columns - 2), *right(self.columns - 2)][min(y, 3)]))


def _head(article: Article, share: float | None, other: Article, name: str, *, here: bool):  # type: ignore[no-untyped-def]
    def lines(width: int) -> list[Pieces]:
        ink = f"outlet:{article.outlet}" if article.outlet else "dim"
        outlet, facts = _facts(article, _shared(share, article, other, name, width), width - 4)
        mark = "▌" if here else " "
        headline = clip(article.headline or f"¶ {article.text[:200]}", width - 4)
        return [
            ((mark, "unread"), (f"{name} ", "heading"), (outlet, ink), (facts, "dim")),
            ((mark, "unread"), ("  ", "text"), (headline, "strong" if article.headline else "italic")),
        ]

    return lines


def _shared(share: float | None, article: Article, other: Article, name: str, width: int) -> Sequence[str]:
    """How much of an article the other one has, in words that are shorter and shorter."""
    if share is None:
        return (f"in {criteria.in_words('language', article.language)}" if article.language else "language unknown",)
    names = [clip_outlet(other.outlet, width // 4)] if other.outlet and other.outlet != article.outlet else []
    return [f"{round(100 * share)} % of it is also in {there}" for there in [*names, "B" if name == "A" else "A"]]


def _facts(article: Article, shared: Sequence[str], room: int) -> tuple[str, str]:
    """The outlet, and what stands behind it. In little room names and the day are shortened, never the share."""
    outlet = article.outlet or "outlet unknown"
    full = day = wording.published(article)
    if article.published is not None:
        day = "~" * (article.published_from == "inferred") + wording.short_day(wording.day_of(article.published))
    said = [f" · {when} · {has}" for when in (full, day) for has in shared] + [f" · {shared[-1]}"]
    facts = next((facts for facts in said if width_of(facts) + min(width_of(outlet), _NAME) <= room), said[-1])
    return clip_outlet(outlet, room - width_of(facts)), facts


def _column(width: int) -> int:
    return min((width - 1 - _GUTTER) // 2, MEASURE)


def _padded(pieces: Sequence[tuple[str, str]], width: int) -> list[tuple[str, str]]:
    used = width if pieces and pieces[-1] == ("", "end") else sum(width_of(text) for text, _ in pieces)
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
        self.comparison, self.note, self.items, self.cursor = comparison, note, (), 0
        self._unfolded.clear()
        self.scroll_to(y=0, animate=False)
        self._lay_out()

    def _lay_out(self) -> None:
        self.rebuild()
        self.refresh()

    def rebuild(self) -> None:
        """The selected row stays selected."""
        here = self.items[self.cursor].first if self.items else 0
        rows = self.comparison.rows if self.comparison else ()
        self.items = items_of(rows, self._unfolded)
        self.cursor = next((n for n, item in enumerate(self.items) if item.first <= here < item.first + item.size), 0)
        super().rebuild()

    @property
    def row(self) -> AlignedRow | None:
        """The selected row, the first of folded ones."""
        return self._row_of(self.items[self.cursor]) if self.comparison is not None and self.items else None

    def _row_of(self, item: Item) -> AlignedRow:
        assert self.comparison is not None  # noqa: S101  (its rows are shown)
        return self.comparison.rows[item.first]

    def unfold(self) -> bool:
        """Unfold the copies that are selected; False when none are."""
        if not self.items or self.items[self.cursor].size == 1:
            return False
        self._unfolded.add(self.items[self.cursor].first)
        self._lay_out()
        return True

    @property
    def copies(self) -> bool:
        """Whether there is anything that can be folded."""
        rows = self.comparison.rows if self.comparison else ()
        return any(item.size > 1 for item in items_of(rows, ()))

    def fold(self) -> None:
        """Fold all copies, or unfold all; the selected row stays selected."""
        if self.comparison is None or not self.items:
            return
        folded = {item.first for item in self.items if item.size > 1}
        self._unfolded = self._unfolded | folded if folded else set()
        self._lay_out()
        self.show_cursor()

    @property
    def disagreeing(self) -> int:
        """In how many rows figures or dates differ."""
        return sum(row.disagrees for row in self.comparison.rows) if self.comparison else 0

    def to_difference(self, by: int, *, figures: bool = False) -> bool:
        """Select the next (previous) row that is no mere copy, or has other figures; False when there is none."""
        order = range(self.cursor + by, len(self.items) if by > 0 else -1, by)
        rows = ((n, self._row_of(self.items[n])) for n in order)
        found = next((n for n, row in rows if (row.disagrees if figures else not row.same)), None)
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
        warning = f" {self.disagreeing} with other figures " if self.disagreeing else ""
        if self.comparison and self.comparison.foreign:
            facts = f"in two languages: paired by names and numbers only · {facts}"
        facts = clip(facts, self.columns - 3 - width_of(warning))
        return (facts, "dim"), ("  " if warning else "", "text"), (warning, "disagrees")

    def build(self, width: int) -> Sequence[Line]:
        """A blank line after each row, but between sentences that follow each other in one article alone."""
        lines = [BLANK]
        if self.note or self.comparison is None:
            note = line_of(self.note)
            return lines + [Line(((" " + note[a:b], "dim"),)) for a, b in wrap(note, width - 2)]
        rows = [self._row_of(item) for item in self.items]
        for number, (item, row) in enumerate(zip(self.items, rows, strict=True)):
            if item.size > 1:
                lines.append(Line(self._fold_line(row, item.size, width), item=number))
            else:
                lay_out = _beside if width >= BESIDE else _below
                lines += [Line(pieces, item=number) for pieces in lay_out(row, self.comparison, width)]
            alone_still = row.kind in ("only in A", "only in B") and {row.kind} == {
                r.kind for r in rows[number + 1 :][:1]
            }
            if not alone_still:
                lines.append(BLANK)
        return lines

    def limits(self, x: int) -> tuple[int, int]:
        """Beside each other each article has its column."""
        if self.columns < BESIDE:
            return super().limits(x)
        edge = 1 + _column(self.columns)
        return (0, edge) if x < edge else (edge + _GUTTER, self.size.width)

    def _fold_line(self, row: AlignedRow, count: int, width: int) -> Pieces:
        assert self.comparison is not None  # noqa: S101  (its row is shown)
        assert row.a is not None  # noqa: S101  (a copy has both)
        lead = f"= {count} sentences copied, the first: "
        opening = clip(line_of(self.comparison.a.text[row.a.start : row.a.end]), width - width_of(lead) - 3)
        return (lead, "mark"), (opening, "read")


def _beside(row: AlignedRow, comparison: Comparison, width: int) -> Iterator[Pieces]:
    """Two columns with a sign between them."""
    column = _column(width)
    left = list(_lines(row, row.a, comparison.a.text, column))
    right = list(_lines(row, row.b, comparison.b.text, column))
    sign, ink = _sign(row)
    # What only one side has is signed beside that side.
    alone = row.kind in ("only in A", "only in B")
    sign = f" {sign if row.a else ' '} {sign if row.b else ' '} " if alone else f"  {sign}  "
    for one, other in zip_longest(left, right, fillvalue=()):
        yield (*_padded(one, column), (sign, ink), *other)
        sign = " " * _GUTTER


def _below(row: AlignedRow, comparison: Comparison, width: int) -> Iterator[Pieces]:
    """One below the other; of a copy only one."""
    sign, ink = _sign(row)
    sides = (("A", row.a, comparison.a.text), ("B", row.b, comparison.b.text))
    for name, side, text in sides[:1] if row.same else sides:
        for pieces in _lines(row, side, text, min(width - 6, MEASURE)):
            yield (f"{sign} ", ink), ("  " if row.same else f"{name} ", "heading"), *pieces
            sign, name = " ", " "


def _sign(row: AlignedRow) -> tuple[str, str]:
    if row.disagrees:
        return "≠", "rule"
    return ("=" if row.same else _SIGNS[row.kind]), "faint" if row.same else "mark"


def _lines(row: AlignedRow, side: Side | None, text: str, width: int) -> Iterator[Pieces]:
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
        yield tuple(flush(pieces, text[side.start : side.end], width))
