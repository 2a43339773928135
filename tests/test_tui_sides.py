"""Which rows of a comparison make one item: folded copies, and what stands beside each other."""

from __future__ import annotations

from reader.comparison import Change, Row, Side
from reader.tui.widgets.sides import Item, items_of


def test_between_two_matches_what_only_one_has_stands_beside_what_only_the_other_has() -> None:
    side = Side(0, 1)
    both = Row("copied", side, side)
    mine, theirs = Row("only in A", side, None), Row("only in B", None, side)
    rows = [both, mine, mine, theirs, both, theirs, theirs, mine]
    assert items_of(rows, (), beside=True) == [
        Item(0), Item(1, beside=3), Item(2), Item(4), Item(7, beside=5), Item(6)
    ]  # fmt: skip
    assert items_of(rows, ()) == [Item(number) for number in range(8)]


def test_copies_that_follow_each_other_are_one_item() -> None:
    same = Row("copied", Side(0, 5), Side(0, 5))
    other = Row("copied", Side(0, 5, (Change(0, 2),)), Side(0, 5))
    rows = [same, same, other, same, other, same, same, same]
    assert items_of(rows, ()) == [Item(0, 2), Item(2), Item(3), Item(4), Item(5, 3)]
    assert items_of(rows, {0}) == [Item(0), Item(1), Item(2), Item(3), Item(4), Item(5, 3)]
    assert items_of([], ()) == []
