"""The dialogue of filters: how one gets about in it, and what it says of its keys."""

from __future__ import annotations

from tui_support import picture, settle, tui_app, until


async def test_tab_goes_from_kind_to_kind_of_filters_and_the_title_says_what_enter_does() -> None:
    app = tui_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await pilot.press("f")
        await until(pilot, lambda: "tab next kind · space ticks · enter picks · esc closes" in picture(app))
        assert "reports of the story disagree" in picture(app)
        seen = []
        for _ in range(3):
            await pilot.press("tab")
            seen.append(app.screen.rows.choices[app.screen.rows.cursor].name)  # type: ignore[attr-defined]
        assert seen == ["today", "shorter than 3 min", "stories of 2 or more"]
        await pilot.press("shift+tab", "shift+tab", "shift+tab", "shift+tab", "j", "space")
        await until(
            pilot, lambda: "space ticks · enter is done · esc closes" in picture(app) and "unread ✕" in picture(app)
        )
        await pilot.press("j", "enter")
        await until(pilot, lambda: len(app.screen_stack) == 1 and "unread ✕ " in picture(app))
        assert "starred ✕" not in picture(app), "after a tick enter only closes"


async def test_in_a_small_terminal_the_title_of_the_filters_says_at_least_how_to_leave() -> None:
    app = tui_app()
    async with app.run_test(size=(60, 16)) as pilot:
        await settle(pilot)
        await pilot.press("f")
        await until(pilot, lambda: "list only  space ticks · enter picks · esc closes" in picture(app))
