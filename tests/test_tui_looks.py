"""What the screens draw can be read in every theme of the house."""

from __future__ import annotations

import pytest
from rich.style import Style
from textual.pilot import Pilot
from tui_support import main_of, picture, press, running, settle, tui_app, until

from reader.tui.app import ReaderApp
from reader.tui.draw.inks import LEGIBLE, THEMES

WIDE = (140, 40)


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
    await press(pilot, "enter", "c", "slash", *"quay", "enter", shows="find “quay”")
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
    async with running() as (app, pilot):
        await look(app, pilot)
        assert main_of(app).session.library is app.library
