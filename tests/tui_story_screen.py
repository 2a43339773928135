"""How the tests of the story screen get to it."""

from __future__ import annotations

from textual.pilot import Pilot
from tui_support import picture, until

from reader.tui.app import ReaderApp
from reader.tui.screens.story import StoryScreen


def story_of(app: ReaderApp) -> StoryScreen:
    screen = app.screen
    assert isinstance(screen, StoryScreen)
    return screen


async def open_story(pilot: Pilot[None], *keys: str) -> StoryScreen:
    """Press keys, then x, and wait until every section is there."""
    await pilot.press(*(keys or ("j", "enter")), "x")
    app: ReaderApp = pilot.app  # type: ignore[assignment]
    await until(pilot, lambda: isinstance(app.screen, StoryScreen))
    screen = story_of(app)
    await until(pilot, lambda: all(part.note != "working …" for part in screen.parts.values()))
    await until(pilot, lambda: " articles, " in picture(app) or screen.left.top > 0)
    return screen
