"""The fake library of the other tests behaves as the real one does, and the screens run on the real one."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tui_support import FakeLibrary, main_of, picture, settle, tui_app, tui_articles, until

from reader.article import View
from reader.desk import Library

VIEWS = [View(), View(group="outlet"), View(group="nothing"), View(unread=True), View(starred=True), View(outlet="NPA")]


@pytest.fixture
def real(tmp_path: Path):  # type: ignore[no-untyped-def]
    with Library(tmp_path / "library.db") as library:
        library.add_articles(replace(article, source="", url=article.url) for article in tui_articles())
        yield library


@pytest.fixture
def fake() -> FakeLibrary:
    return FakeLibrary(tui_articles())


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_listings_and_marks_are_alike(real: Library, fake: FakeLibrary, view: View) -> None:
    for library in (real, fake):
        library.mark([2, 9], read=True)
        library.mark([2, 3], starred=True)
        library.mark([1], tags=["quay"])
    mine, theirs = fake.slots(view), real.slots(view)
    assert {slot.id: slot.heading for slot in mine} == {slot.id: slot.heading for slot in theirs}
    assert fake.count(view) == real.count(view)
    for entry, other in zip(fake.entries([1, 2, 9]), real.entries([1, 2, 9]), strict=True):
        assert (entry.headline, entry.outlet, entry.published, entry.read, entry.starred, entry.tags) == (
            other.headline, other.outlet, other.published, other.read, other.starred, other.tags
        )  # fmt: skip
    assert fake.undo()
    assert real.undo()
    assert real.entries([1])[0].tags == fake.entries([1])[0].tags == ()


def test_articles_are_compared_alike(real: Library, fake: FakeLibrary) -> None:
    for library in (real, fake):
        library.mark([2], read=True)
    mine, theirs = fake.passages(1, among=[1, 2, 3, 9]), real.passages(1, among=[1, 2, 3, 9])
    assert mine.compared == theirs.compared
    assert mine.sentences == theirs.sentences
    assert mine.seen_share == theirs.seen_share > 0
    assert fake.compare(1, 3).rows == real.compare(1, 3).rows


async def test_the_screens_run_on_a_real_library(real: Library) -> None:
    app = tui_app(real)  # type: ignore[arg-type]
    async with app.run_test(size=(140, 40)) as pilot:
        await until(pilot, lambda: "9 articles · 9 unread" in picture(app))
        await pilot.press("j")
        await settle(pilot)
        assert "The harbour council of Marlow voted" in picture(app)
        await pilot.press("enter", "r", "u", "plus", "2", "escape", "slash", *"quay", "enter")
        main = main_of(app)
        await until(pilot, lambda: main.session.listed.view.query == "quay" and len(app.screen_stack) == 1)
        await until(pilot, lambda: 3 <= len(main.session.listed.listing) <= 5)
        await pilot.press("enter", "]", "[", "b", "c", "d")
        await until(pilot, lambda: "only in A" in picture(app) or "copied" in picture(app), "two of them side by side")
        await pilot.press("escape", "q", "q")
        await until(pilot, lambda: len(main.session.listed.listing) == 9)


async def test_a_folder_given_is_added_and_shown(tmp_path: Path, folder: Path) -> None:
    from reader.tui import view_of

    with Library(tmp_path / "library.db") as library:
        app = tui_app(library, places=[str(folder)], view=view_of([str(folder)]))  # type: ignore[arg-type]
        async with app.run_test(size=(140, 40)) as pilot:
            await until(pilot, lambda: "3 articles · 3 unread" in picture(app), "the articles of the folder")
            await until(pilot, lambda: "3 articles added" in picture(app))
            await until(pilot, lambda: "▌" in picture(app), "the mark of the selected row")


def test_the_way_to_the_first_screen_loads_nothing_slow(tmp_path: Path) -> None:
    program = f"""
import asyncio, sys
from reader.desk import Library
from reader.tui.app import ReaderApp

async def main():
    app = ReaderApp(Library({str(tmp_path / "l.db")!r}))
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.pause()
        heavy = "nltk sumy numpy trafilatura lxml textual.widgets._markdown textual.widgets._data_table".split()
        print([name for name in heavy if name in sys.modules])

asyncio.run(main())
"""
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=120)
    assert said.stdout.strip() == "[]"
