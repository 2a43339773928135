"""Two articles side by side: which rows make one item, and what has room in the heads and at the bottom."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from tui_compare_screen import compared, ferry
from tui_support import FakeLibrary, picture, press, running, until

from reader.article import Article
from reader.comparison import AlignedRow, Change, Side
from reader.tui.widgets.sides import Item, items_of


def test_copies_that_follow_each_other_are_one_item() -> None:
    same = AlignedRow("copied", Side(0, 5), Side(0, 5))
    other = AlignedRow("copied", Side(0, 5, (Change(0, 2),)), Side(0, 5))
    rows = [same, same, other, same, other, same, same, same]
    assert items_of(rows, ()) == [Item(0, 2), Item(2), Item(3), Item(4), Item(5, 3)]
    assert items_of(rows, {0}) == [Item(0), Item(1), Item(2), Item(3), Item(4), Item(5, 3)]
    assert items_of([], ()) == []


async def test_how_much_of_each_the_other_has_stands_in_both_heads_in_every_width() -> None:
    library = ferry()
    for number, outlet in ((1, "The Lamplighter of Lower Marlow"), (2, "The Northern Skerries Advertiser and Mercury")):
        library.store[number] = replace(library.store[number], outlet=outlet, published=datetime(2031, 3, 9, 10, 37))
    async with running(library, size=(60, 16)) as (app, pilot):
        screen = await compared(pilot)
        for width in (60, 64, 72, 80, 92, 99, 100, 101, 120, 140, 160, 200):
            await pilot.resize_terminal(width, 30)
            await until(pilot, lambda width=width: screen.heads.size.width == width)
            heads = "\n".join(picture(app).splitlines()[:4])
            assert heads.count(" % of it") == 2, width
            assert "A Lamplighter" in heads or "A The Lamplighter" in heads, width
            assert "B Northern" in heads or "B The Northern" in heads, width


async def test_in_a_small_terminal_the_bottom_line_says_how_to_get_back() -> None:
    async with running(ferry(), size=(60, 16)) as (app, pilot):
        await compared(pilot)
        foot = picture(app).splitlines()[-1]
        for hint in ("] [ other 1/2", "tab difference", "enter go", "esc back", "? help"):
            assert hint in foot


async def test_where_nothing_is_copied_f_says_so_until_the_next_key() -> None:
    told = [Article(text="The baker of Kelm lit his oven."), Article(text="Investigators went aboard the Sula.")]
    async with running(FakeLibrary(told, stories=[{1, 2}])) as (app, pilot):
        await compared(pilot)
        await press(pilot, "f", shows="no copies to fold")
        await pilot.press("j")
        await until(pilot, lambda: "no copies to fold" not in picture(app))


@pytest.mark.parametrize("width", [98, 99, 100, 101, 102, 103])
async def test_the_heads_stand_beside_each_other_where_the_rows_do(width: int) -> None:
    async with running(ferry(), size=(width, 24)) as (app, pilot):
        await compared(pilot)
        await pilot.press("l", "f")
        heads, rows = picture(app).splitlines()[:4], picture(app).splitlines()[4:]
        beside = any("All 31" in line and "All 13" in line for line in rows)
        assert ("A Halden" in heads[0] and "B Skerry" in heads[0]) == beside
