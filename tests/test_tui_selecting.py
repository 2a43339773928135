"""Text is selected with the mouse, or by sentences with keys, and copied without its margin."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widget import Widget
from tui_support import main_of, picture, settle, settled, until

from reader.tui.actions.outside import fill_clipboard
from reader.tui.app import ReaderApp


def at(app: ReaderApp, words: str) -> tuple[int, int]:
    """Where these words begin in the text."""
    left = main_of(app).text.region.x
    lines = [line[left:] for line in picture(app).split("\n")]
    return next((left + line.index(words), row) for row, line in enumerate(lines) if words in line)


async def drag(pilot: Pilot[None], pane: Widget, first: tuple[int, int], last: tuple[int, int]) -> None:
    left, top = pane.region.offset
    await pilot.mouse_down(pane, offset=(first[0] - left, first[1] - top))
    await pilot.hover(pane, offset=(last[0] - left, last[1] - top))
    await pilot.mouse_up(pane, offset=(last[0] - left, last[1] - top))
    await pilot.pause()


async def test_what_is_drawn_over_in_the_text_is_copied_without_margin_and_breaks_of_lines() -> None:
    async with settled() as (app, pilot):
        await pilot.press("j", "enter")
        await settle(pilot)
        text = main_of(app).text
        begin, end = at(app, "council of Marlow"), at(app, "years.")
        await drag(pilot, text, begin, (end[0] + len("years.") - 1, end[1]))
        assert "selected · y copies" in picture(app)
        await pilot.press("y")
        assert app.clipboard == (
            "council of Marlow voted on Thursday to close the old coal quay, ending an argument that has run for eleven"
            " years."
        )
        assert "21 words copied" in picture(app)
        assert not text.picked


async def test_a_drag_from_below_upwards_over_paragraphs_keeps_them_apart_and_escape_drops_it() -> None:
    async with settled() as (app, pilot):
        await pilot.press("j", "enter")
        await settle(pilot)
        text = main_of(app).text
        begin, end = at(app, "“We have"), at(app, "against.")
        await drag(pilot, text, (begin[0] + 7, begin[1]), end)
        assert text.picked_text == "against.\n\n“We have"
        await pilot.press("escape")
        assert not text.picked
        assert main_of(app).session.inside
        await pilot.press("ctrl+c")
        await until(pilot, lambda: app.clipboard.startswith("Marlow closes"))


async def test_sentences_are_selected_one_after_the_other_with_keys() -> None:
    async with settled() as (app, pilot):
        await pilot.press("j", "shift+down")
        assert "go into the text first" in picture(app)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("shift+down", "shift+down", "shift+down", "shift+up")
        assert "2 sentences selected · y copies" in picture(app)
        await pilot.press("y")
        assert app.clipboard.startswith("The harbour council of Marlow voted")
        assert app.clipboard.endswith("and four against.")
        await pilot.press("shift+down", "shift+up")
        assert not main_of(app).text.picked


async def test_the_summary_and_the_story_and_side_by_side_are_selected_from_too() -> None:
    async with settled() as (app, pilot):
        await pilot.press("j", "enter")
        await settle(pilot)
        summary = main_of(app).summary
        left, top = summary.region.offset
        await drag(pilot, summary, (left, top + 2), (left + 60, top + 3))
        assert summary.picked_text.startswith("The harbour council of Marlow")
        assert "▎" not in summary.picked_text
        assert main_of(app).text.sought is None  # it was no click
        await pilot.press("x")
        await until(pilot, lambda: len(app.screen_stack) == 2 and "Ines Dorrel" in picture(app))
        await pilot.press("y")
        assert "Marlow" in app.clipboard
        await pilot.press("escape")
        await until(pilot, lambda: len(app.screen_stack) == 1)
        await pilot.press("d")
        await until(pilot, lambda: len(app.screen_stack) == 2 and "only in A" in picture(app))
        sides = app.screen.query_one("#sides")
        left, top = sides.region.offset
        await drag(pilot, sides, (left + 1, top + 2), (left + 139, top + 3))
        column = picture(app).split("\n")[top + 2][:65]
        assert app.screen.query_one("#sides").picked_text.startswith(column.strip(" ▌=≈◇")[:30])  # type: ignore[attr-defined]
        assert "   " not in app.screen.query_one("#sides").picked_text  # type: ignore[attr-defined]


def test_the_systems_clipboard_is_filled_by_its_own_program_without_a_shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[object, object]] = []
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}" if name in ("xclip", "wl-copy") else None)
    monkeypatch.setattr(subprocess, "run", lambda command, **said: given.append((command, said["input"])))
    monkeypatch.setattr("threading.Thread", Now)
    fill_clipboard("“yes”; rm", {"DISPLAY": ":0"})
    fill_clipboard("no", {})
    assert given == [(["/bin/xclip", "-selection", "clipboard"], "“yes”; rm".encode())]


class Now:
    """A thread that does its work when it is started."""

    def __init__(self, target: object, args: tuple[object, ...], daemon: bool) -> None:
        self.work = lambda: target(*args)  # type: ignore[operator]

    def start(self) -> None:
        self.work()
