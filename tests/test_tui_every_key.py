"""Every key that help lists is answered by something that is seen, in the list and inside an article; so is a click."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from tui_pictures import sum_of_styles
from tui_support import main_of, picture, running, settle, settled, until

from reader.tui.app import ReaderApp
from reader.tui.keys.commands import COMMANDS

LEAVING = {"quit", "quit-now", "suspend"}
KEYS = [command.keys.split(",") for name, command in COMMANDS.items() if name not in LEAVING and command.keys]


def seen(app: ReaderApp) -> tuple[str, str]:
    return picture(app), sum_of_styles(app)


async def begin(pilot: Pilot[None], *, inside: bool) -> None:
    """In the middle of the list, or of an article, with nothing said and nothing narrowed."""
    app: ReaderApp = pilot.app  # type: ignore[assignment]
    main = main_of(app)
    while len(app.screen_stack) > 1 or main.session.inside or main.actions.views.narrowed:
        depth = len(app.screen_stack)
        await pilot.press("escape")
        await until(pilot, lambda depth=depth: len(app.screen_stack) < depth or depth == 1)  # type: ignore[misc]
    if main.session.mode != "beside":
        main.session.mode = "beside"
        main.set_out()
    main.actions.views.change(group="date", sort=())
    await until(pilot, lambda: not main.session.asking and main.list.select(1))
    await settle(pilot)
    if inside:
        await pilot.press("enter")
        await until(pilot, lambda: main.session.inside)
        main.text.scroll_to(y=3, animate=False, force=True)
    main.be_silent()
    main.tell()
    await until(pilot, lambda: main.session.passages is not None and not main.session.writing.busy)
    await pilot.pause()


@pytest.mark.parametrize("inside", [False, True], ids=["list", "article"])
async def test_no_key_of_help_is_dead(inside: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(ReaderApp, "open_url", lambda *_, **__: None)
    async with running(size=(140, 30)) as (app, pilot):
        for key in [keys[0] for keys in KEYS] if inside else [key for keys in KEYS for key in keys]:
            await begin(pilot, inside=inside)
            before = seen(app)
            await pilot.press(key)
            await until(pilot, lambda before=before: seen(app) != before, f"an answer to {key}")  # type: ignore[misc]


async def test_pages_are_turned_by_every_key_for_it_and_longer_is_two_keys() -> None:
    async with settled(size=(60, 16)) as (app, pilot):
        main = main_of(app)
        await pilot.press("j", "enter")
        await until(pilot, lambda: main.text.max_scroll_y > main.text.rows)
        tops = []
        for key in ("ctrl+f", "ctrl+b", "pagedown", "pageup", "space"):
            await pilot.press(key)
            tops.append(main.text.top)
        assert tops == [main.text.rows - 1, 0] * 2 + [main.text.rows - 1]
    async with settled() as (app, pilot):
        await pilot.press("j")
        await settle(pilot)
        for key, count in (("equals_sign", "4 of"), ("plus", "5 of"), ("minus", "4 of")):
            await pilot.press(key)
            await until(pilot, lambda count=count: f"SUMMARY · {count}" in picture(app))  # type: ignore[misc]
