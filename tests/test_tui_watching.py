"""Articles that come in by themselves while the screen is in use."""

from __future__ import annotations

from pathlib import Path

import pytest
from archives_support import page
from tui_support import FakeLibrary, main_of, picture, press, running, tui_articles, tui_library, until

from reader.article import Article, Problem
from reader.desk import Library
from reader.tui.app import ReaderApp

WIDE = (140, 40)
NEW = Article(headline="Beam found on the beach", text="A text.", published=tui_articles()[0].published)


async def test_the_folder_that_the_screen_was_opened_on_is_watched_once_it_is_added(tmp_path: Path) -> None:
    library = FakeLibrary()
    library.to_add = tui_articles()
    async with running(library, places=[str(tmp_path)]) as (app, pilot):
        await until(pilot, lambda: "9 articles · 9 unread" in picture(app) and len(library.jobs) == 2)
        assert [job.watches for job in library.jobs] == [None, [str(tmp_path)]]
        library.jobs[1].left.append(NEW)
        await until(pilot, lambda: "1 article added" in picture(app) and "10 articles" in picture(app))
        assert "Beam found" in picture(app)
    assert not library.jobs[1].running, "whoever leaves watches no more"


async def test_a_folder_whose_adding_was_stopped_is_not_begun_again_by_watching_it(tmp_path: Path) -> None:
    library = tui_library()
    library.hold = True
    async with running(library, places=[str(tmp_path)]) as (app, pilot):
        await until(pilot, lambda: library.jobs)
        await press(pilot, "ctrl+x", shows="stopped; what has come stays")
        main_of(app)._look_around()
        assert [job.watches for job in library.jobs] == [None]


async def test_what_cannot_be_read_there_is_counted_once_and_not_shown_over_what_is_read(tmp_path: Path) -> None:
    library = tui_library()
    async with running(library, places=[str(tmp_path)]) as (app, pilot):
        await until(pilot, lambda: len(library.jobs) == 2)
        library.jobs[1].problems = (Problem("/news/a.png", "not a text: looks like a PNG picture"),)
        await until(pilot, lambda: "1 problem (!)" in picture(app))
        assert "looks like a PNG" not in picture(app)


async def test_a_file_alone_is_not_watched(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A text.")
    library = tui_library()
    async with running(library, places=[str(tmp_path / "a.txt")]) as (app, pilot):
        await until(pilot, lambda: "nothing new" in picture(app))
        library.put(NEW)
        await until(pilot, lambda: "Beam found" in picture(app))
        assert len(library.jobs) == 1


@pytest.mark.parametrize("filled", [False, True])
async def test_what_another_program_adds_is_listed(tmp_path: Path, filled: bool) -> None:
    with Library(tmp_path / "library.db") as library, Library(tmp_path / "library.db") as other:
        if filled:
            library.add_articles([Article(headline="Quay closed", text="The quay of Marlow was closed on Monday.")])
        app = ReaderApp(library, settings=tmp_path)
        async with app.run_test(size=WIDE) as pilot:
            await until(pilot, lambda: ("Quay closed" if filled else "Nothing here yet") in picture(app))
            (tmp_path / "one.html").write_bytes(page(1))
            other.add([tmp_path / "one.html"])
            await until(pilot, lambda: "Ferry stays in harbour" in picture(app))


async def test_what_was_left_out_on_purpose_is_no_problem(tmp_path: Path) -> None:
    library = tui_library()
    async with running(library, places=[str(tmp_path)]) as (app, pilot):
        await until(pilot, lambda: len(library.jobs) == 2)
        library.jobs[1].problems = (Problem("/news/a.warc", "3 pages left out: no article", note=True),)
        library.jobs[1].left.append(NEW)
        await until(pilot, lambda: "1 article added" in picture(app))
        assert "problem" not in picture(app)
