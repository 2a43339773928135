"""The key that exports: the article, its story or the list, to the clipboard, a file or a program."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from textual.widgets import Input
from tui_story_screen import open_story
from tui_support import main_of, picture, press, settle, settled, tui_app, tui_library, until

from reader.article import View
from reader.tui.actions.exporting import Exportable, Exporting
from reader.tui.session.session import Session

WIDE = (140, 40)


async def test_an_article_is_copied_as_markdown() -> None:
    async with settled() as (app, pilot):
        await press(pilot, "E", shows=("article as markdown", "list as csl"))
        await press(pilot, "enter", shows="export to")
        await press(pilot, "backspace", "enter", shows="article copied as markdown")
        assert app.clipboard.startswith("# ")


async def test_the_list_goes_into_a_file_that_is_not_overwritten(tmp_path: Path) -> None:
    app = tui_app(tui_library())
    target = tmp_path / "list.bib"
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        for note in ("written to", "exists already"):
            await press(pilot, "E", shows="list as csl")
            await press(pilot, "G", "k", "k", "enter", shows="export to")
            await pilot.press(
                *("slash" if sign == "/" else "full_stop" if sign == "." else sign for sign in str(target))
            )
            await pilot.press("enter")
            await until(pilot, lambda note=note: note in picture(app))
    assert target.read_text(encoding="utf-8").count("@article{") == 9


async def test_a_program_that_fails_is_named(tmp_path: Path) -> None:
    async with settled() as (app, pilot):
        main_of(app).actions.exporting.export(
            main_of(app).actions.exporting.exportable()[0], "html", f"| {sys.executable} -c 'raise SystemExit(4)'", str
        )
        await until(pilot, lambda: "failed (4)" in picture(app))


async def test_a_story_is_exported_from_its_own_screen_which_says_where_it_went(tmp_path: Path) -> None:
    app = tui_app(tui_library())
    target = tmp_path / "quay.md"
    async with app.run_test(size=WIDE) as pilot:
        await open_story(pilot)
        assert "E export" in picture(app).splitlines()[-1]
        await press(pilot, "E", shows=("story as markdown", "list as csl"))
        assert picture(app).index("story as markdown") < picture(app).index("article as markdown")
        await press(pilot, "enter", shows="export to salvage-firms")
        app.screen.query_one(Input).value = str(target)
        await press(pilot, "enter", shows=("written to", "TIMELINE"))
        await press(pilot, "E", shows="story as markdown")
        await press(pilot, "enter", shows="export to salvage-firms")
        app.screen.query_one(Input).value = str(target)
        await press(pilot, "enter", shows=("exists already", "TIMELINE"))
    assert "## Sources" in target.read_text(encoding="utf-8")


def test_a_files_name_is_made_of_whole_words() -> None:
    exporting = Exporting(Session(tui_library(), View(), print))  # type: ignore[arg-type]
    called = "Rovers beat Dynamo Verkhovets on penalties to win the Three Rivers Cup"
    one = Exportable("story", 1, called, View())
    assert exporting.file_name(one, "markdown") == "rovers-beat-dynamo-verkhovets-on-penalties-to-win-the-three.md"
    assert exporting.file_name(one._replace(called="a" * 80), "html") == f"{'a' * 60}.html"


@pytest.mark.parametrize(
    ("size", "lines"),
    [
        (WIDE, {"slash": "keeps it", "t": "sets them", "a": "adds"}),
        ((80, 24), {"slash": "keeps it", "t": "sets them", "a": "adds"}),
        ((60, 16), {"t": "sets them"}),  # elsewhere what can be typed needs the room
    ],
)
async def test_a_line_to_be_typed_says_what_enter_does(size: tuple[int, int], lines: dict[str, str]) -> None:
    async with settled(size=size) as (app, pilot):
        for key, does in lines.items():
            await pilot.press(key)
            await until(pilot, lambda does=does: f"enter {does} · esc closes" in picture(app))
            await pilot.press("escape")
            await until(pilot, lambda: len(app.screen_stack) == 1)


async def test_beside_a_long_name_of_a_file_it_is_said_what_can_be_typed_instead() -> None:
    async with settled(size=(80, 24)) as (_, pilot):
        await press(pilot, "E", "enter", shows="a file, | program, nothing: clipboard")
