"""What was worked out aside and comes late: it is shown where it was asked for, or not at all."""

from __future__ import annotations

import pytest
from textual import events
from tui_slow import Slow
from tui_support import (
    FakeLibrary,
    main_of,
    picture,
    press,
    running,
    settle,
    settled,
    tui_app,
    tui_articles,
    tui_library,
    until,
)

from reader.tui.screens.sheet import _Rows
from reader.tui.screens.story import StoryScreen


async def test_why_an_article_follows_is_not_shown_over_a_screen_opened_meanwhile() -> None:
    library = tui_library()
    slow = Slow(library, "relation")
    async with running(library) as (app, pilot):
        await pilot.press("j", "enter", "]", "w")
        await until(pilot, slow.come.is_set)
        await pilot.press("x")
        await until(pilot, lambda: isinstance(app.screen, StoryScreen))
        slow.go.set()
        await until(pilot, slow.done.is_set)
        await pilot.pause()
        assert isinstance(app.screen, StoryScreen)
        assert len(app.screen_stack) == 2


async def test_nor_when_another_article_is_read_by_then() -> None:
    library = tui_library()
    slow = Slow(library, "relation")
    async with running(library) as (app, pilot):
        await pilot.press("j", "enter", "]", "w")
        await until(pilot, slow.come.is_set)
        await pilot.press("]")
        slow.go.set()
        await until(pilot, slow.done.is_set)
        await pilot.pause()
        assert len(app.screen_stack) == 1


async def test_the_question_which_story_it_is_is_not_put_over_a_screen_opened_meanwhile() -> None:
    library = FakeLibrary(tui_articles(), stories=[{1, 2, 3}, {7, 8}])
    slow = Slow(library, "near_stories")
    async with running(library) as (app, pilot):
        await pilot.press("j", "enter")
        await settle(pilot)
        await pilot.press("M")
        await until(pilot, slow.come.is_set)
        await press(pilot, "question_mark", shows="esc closes")
        slow.go.set()
        await until(pilot, slow.done.is_set)
        await pilot.pause()
        assert "is one story with" not in picture(app)
        assert len(app.screen_stack) == 2


async def test_once_nothing_related_was_found_the_keys_that_lead_there_are_greyed_and_say_why() -> None:
    async with settled(FakeLibrary(tui_articles(), stories=[])) as (app, pilot):
        main = main_of(app)
        main.actions.reading._surveyed(main.session.steps[:1])
        await pilot.pause()
        able = {hint.command: hint.able for hint in main.key_line._hints()}
        assert not able["next-of-story"]
        assert not able["compare"]
        await press(pilot, "]", shows="nothing related in the library")


async def test_word_of_a_focus_that_has_moved_on_changes_nothing() -> None:
    async with running() as (app, pilot):
        await pilot.press("j", "enter")
        await settle(pilot)
        main = main_of(app)
        main.post_message(events.DescendantFocus(main.list))
        await settle(pilot)
        await pilot.press("j", "escape")
        await settle(pilot)
        assert main.pane is main.list


async def test_help_is_never_a_frame_without_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    draw = _Rows.render_line
    monkeypatch.setattr(_Rows, "render_line", lambda rows, y: drawn.append(len(rows.lines)) or draw(rows, y))
    app = tui_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await pilot.press("question_mark")
        await until(pilot, lambda: "help · the list" in picture(app))
        assert min(drawn) > 50
