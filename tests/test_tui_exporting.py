"""The key that exports: the article, its story or the list, to the clipboard, a file or a program."""

from __future__ import annotations

import sys
from pathlib import Path

from tui_support import main_of, picture, settle, tui_app, tui_library, until

WIDE = (140, 40)


async def test_an_article_is_copied_as_markdown() -> None:
    app = tui_app(tui_library())
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("E")
        await until(pilot, lambda: "article as markdown" in picture(app) and "list as csl" in picture(app))
        await pilot.press("enter")
        await until(pilot, lambda: "export to" in picture(app))
        await pilot.press("backspace", "enter")
        await until(pilot, lambda: "article copied as markdown" in picture(app))
        assert app.clipboard.startswith("# ")


async def test_the_list_goes_into_a_file_that_is_not_overwritten(tmp_path: Path) -> None:
    app = tui_app(tui_library())
    target = tmp_path / "list.bib"
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        for note in ("written to", "exists already"):
            await pilot.press("E")
            await until(pilot, lambda: "list as csl" in picture(app))
            await pilot.press("G", "k", "k", "enter")
            await until(pilot, lambda: "export to" in picture(app))
            await pilot.press(
                *("slash" if sign == "/" else "full_stop" if sign == "." else sign for sign in str(target))
            )
            await pilot.press("enter")
            await until(pilot, lambda note=note: note in picture(app))
    assert target.read_text(encoding="utf-8").count("@article{") == 9


async def test_a_program_that_fails_is_named(tmp_path: Path) -> None:
    app = tui_app(tui_library())
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        main_of(app).actions.exporting.export(
            main_of(app).actions.exporting.exportable()[0], "html", f"| {sys.executable} -c 'raise SystemExit(4)'", str
        )
        await until(pilot, lambda: "failed (4)" in picture(app))
