"""Rows of the list."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Slot
from reader.tui.session.listing import Heading, Listing


def listing(*keys: str, headed: bool = True, piece: int = 3) -> Listing:
    made = Listing(headed=headed)
    slots = [Slot(number + 100, key) for number, key in enumerate(keys)]
    for start in range(0, len(slots), piece):
        made.extend(slots[start : start + piece])
    return made


def test_headings_stand_above_their_articles() -> None:
    rows = listing("a", "a", "b", "b", "b", "c")
    assert [rows.at(row) for row in range(rows.height)] == [
        Heading("a", 2),
        100,
        101,
        Heading("b", 3),
        102,
        103,
        104,
        Heading("c", 1),
        105,
    ]


def test_a_listing_without_headings_has_only_articles() -> None:
    rows = listing("", "", "", headed=False)
    assert [rows.at(row) for row in range(rows.height)] == [100, 101, 102]


@given(st.lists(st.sampled_from("abc"), max_size=40).map(sorted), st.booleans(), st.integers(1, 7))
def test_rows_and_indices_lead_to_each_other(keys: list[str], headed: bool, piece: int) -> None:
    rows = listing(*keys, headed=headed, piece=piece)
    assert rows.height == len(keys) + len(set(keys)) * headed
    for index, number in enumerate(rows.ids):
        row = rows.row_of(index)
        assert rows.at(row) == number
        assert rows.index_at(row) == index
        assert rows.index_of(number) == index
    headings = [what for row in range(rows.height) if isinstance(what := rows.at(row), Heading)]
    assert sum(h.articles for h in headings) == (len(keys) if headed else 0)


def test_a_row_outside_is_an_error_and_an_article_outside_is_none() -> None:
    rows = listing("a")
    for row in (-1, 2):
        with pytest.raises(IndexError):
            rows.at(row)
    assert rows.index_of(5) is None


def test_a_million_articles_take_little_time_and_room() -> None:
    rows = Listing()
    start = time.process_time()
    for first in range(0, 1_000_000, 4_000):
        rows.extend([Slot(number, str(number // 50)) for number in range(first, first + 4_000)])
    assert rows.at(rows.row_of(777_777)) == 777_777
    assert time.process_time() - start < 10
    assert len(rows.ids) * rows.ids.itemsize <= 8_000_000
