"""How the dialogues look in three sizes, and that what the screens draw can be read in every theme of the house."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest
from rich.style import Style
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot
from tui_pictures import drawn
from tui_support import main_of, picture, settle, tui_app, tui_library, until

from reader.subscription import Subscription
from reader.tui.app import ReaderApp
from reader.tui.draw.inks import LEGIBLE, THEMES

WIDE = (140, 40)
SIZES = [WIDE, (80, 24), (60, 16)]
THEN = datetime(2031, 11, 7, tzinfo=timezone.utc)
FEEDS = (
    Subscription(id=1, address="a", title="NPA", group="Wires", articles=9, a_week=12),
    Subscription(id=2, address="b", title="Q&A [/] daily", error="the server has trouble (500)", failures=3),
)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_filters_feeds_views_and_help_look_as_they_did(
    size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    library = tui_library()
    library.feeds.followed = FEEDS
    library.views.put("Long German ones", "language:de longer:5 is:unread")
    app = tui_app(library)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await until(pilot, lambda: "9 articles · 9 unread" in picture(app))
        for key, shown in (
            ("f", "list only"),
            ("S", "sort by"),
            ("V", "views"),
            ("F", "feeds"),
            ("question_mark", "help"),
        ):
            await pilot.press(key)
            await until(pilot, lambda shown=shown: shown in picture(app) and len(app.screen_stack) == 2)
            await pilot.pause()
            assert drawn(app) == snapshot(name=shown)
            await pilot.press("escape")
            await until(pilot, lambda: len(app.screen_stack) == 1)
        await pilot.press("colon", *"save")
        await until(pilot, lambda: "Export  E" in picture(app) and "Views  V" in picture(app))


def contrast(style: Style) -> float:
    """Of a style's colour and what it stands on, by WCAG 2."""
    assert style.color is not None
    assert style.bgcolor is not None
    lights = []
    for colour in (style.color, style.bgcolor):
        parts = [part / 255 for part in colour.get_truecolor()]
        red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        lights.append(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    return (max(lights) + 0.05) / (min(lights) + 0.05)


def hard_to_read(app: ReaderApp) -> set[tuple[str, float]]:
    """The words on the screen that have less contrast than they should; what is greyed out need not have it."""
    off = app.inks["off"].color
    return {
        (segment.text.strip(), round(contrast(segment.style), 2))
        for strip in app.screen._compositor.render_strips()[
            : -1 if app.no_color else None
        ]  # greyed out is any grey there
        for segment in strip
        if any(map(str.isalpha, segment.text)) and segment.style and segment.style.color not in (None, off)
        if contrast(segment.style) < LEGIBLE
    }


async def look(app: ReaderApp, pilot: Pilot[None]) -> None:
    """At the list, a find in an article with its cuts, a story, two articles side by side."""
    await settle(pilot)
    await pilot.press("j")
    await settle(pilot)
    assert not hard_to_read(app)
    await pilot.press("enter", "c", "slash", *"quay", "enter")
    await until(pilot, lambda: "find “quay”" in picture(app))
    assert not hard_to_read(app)
    await pilot.press("escape", "x")
    await until(pilot, lambda: len(app.screen_stack) == 2 and "Ines Dorrel" in picture(app))
    assert not hard_to_read(app)
    await pilot.press("escape")
    await until(pilot, lambda: len(app.screen_stack) == 1)
    await pilot.press("d")
    await until(pilot, lambda: len(app.screen_stack) == 2 and "only in A" in picture(app))
    assert not hard_to_read(app)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_what_is_drawn_can_be_read(theme: object) -> None:
    app = tui_app(theme=theme.name)  # type: ignore[attr-defined]
    async with app.run_test(size=WIDE) as pilot:
        await look(app, pilot)


async def test_what_is_drawn_can_be_read_without_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = tui_app()
    async with app.run_test(size=WIDE) as pilot:
        await look(app, pilot)
        assert main_of(app).session.library is app.library
