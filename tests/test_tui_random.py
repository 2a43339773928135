"""Random keys, clicks, pastes and resizes with fixed seeds: nothing that they can do ends the program."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from tui_support import FakeLibrary, main_of, settle, tui_app, tui_articles, tui_library, until

from reader.tui.app import ReaderApp
from reader.tui.keys.commands import COMMANDS

EVENTS = 640
"""A seed; with eight seeds more than 5,000."""
AT_ONCE = 32
"""How many come in one read, before anything is drawn."""
KEYS = [
    key
    for name, command in COMMANDS.items()
    if name not in ("quit", "quit-now", "suspend", "open-in-browser")
    for key in command.keys.split(",")
    if key
] + ["enter", "enter", "escape", "escape", "escape", "down", "left", "x", "3", "backspace", "delete"]
PASTED = (
    "harbour",
    "2031-13-45",
    "[/] [b]x",
    "港の石炭",
    "رصيف",
    '"',
    "a" * 300,
    "one\ntwo\nthree",
    "outlet:",
    "\x1b[A",
)
SIZES = ((80, 24), (60, 16), (80, 24), (100, 30), (140, 40), (30, 8))


def happen(pilot: Pilot[None], choice: random.Random) -> None:
    """One event, as a terminal would report it."""
    app = pilot.app
    kind = choice.random()
    if kind < 0.8:
        key = choice.choice(KEYS)
        app.post_message(events.Key(key, key if len(key) == 1 else " " if key == "space" else None))
    elif kind < 0.84:
        app.screen.post_message(events.Paste(choice.choice(PASTED)))
    else:
        x, y = choice.randrange(app.size.width), choice.randrange(app.size.height)
        button = choice.choice((1, 1, 1, 3))
        where = (None, x, y, 0, 0, button, False, False, False, x, y)
        for sort in choice.choice(
            ((events.MouseDown, events.MouseUp),) * 3
            + ((events.MouseDown, events.MouseUp) * 2, (events.MouseMove,), (events.MouseScrollDown,))
        ):
            app.post_message(sort(*where))


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ReaderApp:
    """One that is left by nothing; what random keys export under random names goes into a folder, and to no program."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", "")
    for leaving in ("exit", "action_suspend_process", "open_url"):
        monkeypatch.setattr(ReaderApp, leaving, lambda *_, **__: None)
    library = tui_library()
    library.to_add = [article for article in tui_articles() if article.headline]
    return tui_app(library, left=tmp_path / "left.json")


@pytest.mark.parametrize("seed", range(1, 9))
async def test_random_events_end_nothing_and_lose_no_mark(app: ReaderApp, seed: int) -> None:
    choice = random.Random(seed)
    async with app.run_test(size=choice.choice(SIZES)) as pilot:
        await settle(pilot)
        for _ in range(EVENTS // AT_ONCE):
            for _ in range(choice.randint(1, 2 * AT_ONCE - 1)):
                happen(pilot, choice)
            if choice.random() < 0.05:
                await pilot.resize_terminal(*choice.choice(SIZES))
            else:
                await pilot.pause()
        await home(pilot, app)
        library = app.library
        assert isinstance(library, FakeLibrary)
        (number,) = [main_of(app).session.listed.current]
        assert number is not None
        before = library.marked[number]["starred"]
        await pilot.press("asterisk")
        await until(pilot, lambda: library.marked[number]["starred"] is not before, "a star")
        assert not app.fault


async def home(pilot: Pilot[None], app: ReaderApp) -> None:
    """Back to the list of everything, as a person would."""
    await pilot.resize_terminal(140, 40)
    main = main_of(app)
    for _ in range(60):
        await pilot.pause()
        if len(app.screen_stack) == 1 and not main.session.inside and not main.actions.views.narrowed:
            break
        await pilot.press("escape")
    assert len(app.screen_stack) == 1
    await until(pilot, lambda: not main.session.asking and not main.session.writing.busy)
    if main.session.listed.current is None:
        await pilot.press("1", "g")
        await until(pilot, lambda: main.session.listed.current is not None, "a list")
