"""Keys and clicks that come twice, or faster than screens open and close."""

from __future__ import annotations

import pytest
from textual import events
from textual.command import CommandList
from textual.pilot import Pilot
from textual.widgets import Input
from tui_support import main_of, many, picture, running, settle, settled, until

from reader.article import View
from reader.tui.screens.ask import Ask
from reader.tui.screens.palette import Palette
from reader.tui.screens.pick import Choice, Pick
from reader.tui.screens.sheet import Sheet
from reader.tui.widgets.bars import KeyLine


def at_once(pilot: Pilot[None], *keys: str) -> None:
    """Press keys as if they came in one read: nothing is drawn or waited for between them."""
    for key in keys:
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))


async def test_a_palette_and_three_enters_in_one_read_run_one_command() -> None:
    async with settled() as (app, pilot):
        ran: list[str] = []
        run = main_of(app).action_run_command
        main_of(app).action_run_command = lambda name: (ran.append(name), run(name))  # type: ignore[assignment,method-assign,func-returns-value]
        at_once(pilot, "colon", "enter", "enter", "enter")
        await until(pilot, lambda: len(ran) == 2 and len(app.screen_stack) == 1)
        assert ran[0] == "palette"
        await pilot.press("j")
        assert app.is_running


@pytest.mark.parametrize("times", [2, 5])
async def test_the_palette_is_left_once_and_runs_what_was_chosen_once(times: int) -> None:
    async with settled() as (app, pilot):
        ran: list[str] = []
        main_of(app).action_run_command = ran.append  # type: ignore[method-assign]
        app.action_command_palette()
        await until(pilot, lambda: app.screen.query(CommandList) and app.screen.query_one(CommandList).option_count)
        at_once(pilot, *["enter"] * times)
        palette = app.screen
        assert isinstance(palette, Palette)
        await until(pilot, lambda: len(app.screen_stack) == 1 and ran)
        palette.dismiss()
        await pilot.pause()
        assert len(ran) == 1
        assert len(app.screen_stack) == 1


async def test_the_palette_opens_again_while_the_one_before_is_still_being_taken_away() -> None:
    async with settled() as (app, pilot):
        for _ in range(3):
            app.action_command_palette()
            palette = app.screen
            assert isinstance(palette, Palette)
            await until(pilot, lambda palette=palette: palette.is_mounted)  # type: ignore[misc]
            palette.dismiss()
            assert len(app.screen_stack) == 1
            assert palette in app._nodes, "it has left the screens, and not yet the program"
        app.action_command_palette()
        await until(pilot, lambda: app.screen.query(CommandList) and app.screen.query_one(CommandList).option_count)
        await pilot.press("escape")
        await until(pilot, lambda: len(app.screen_stack) == 1)
        assert app.is_running


async def test_a_click_on_a_command_that_made_room_for_fewer_is_nothing() -> None:
    async with settled() as (app, pilot):
        await pilot.press("colon")
        await until(pilot, lambda: app.screen.query(CommandList) and app.screen.query_one(CommandList).option_count > 3)
        found = app.screen.query_one(CommandList)
        place = found.region.offset
        style = app.screen.get_style_at(place.x + 5, place.y + 5)
        assert style.meta["option"] > 0
        found.set_options(found.options[:1])
        click = events.Click(found, 5, 5, 0, 0, 1, False, False, False, place.x + 5, place.y + 5, style)
        found.post_message(click)
        await pilot.pause()
        found.highlighted = None
        found.action_select()
        await pilot.press("escape")
        await until(pilot, lambda: len(app.screen_stack) == 1)


async def test_a_second_answer_a_second_choice_and_a_second_closing_are_nothing() -> None:
    async with settled() as (app, pilot):
        for make in (
            lambda: Ask("tags", "harbour", "…", "sets them"),
            lambda: Pick("list only", [Choice("one"), Choice("two")]),
            lambda: Sheet("help", [(("row", "text"),)]),
        ):
            answers: list[object] = []
            screen = make()
            app.push_screen(screen, answers.append)  # type: ignore[arg-type]
            await until(pilot, lambda screen=screen: screen.is_mounted)  # type: ignore[misc]
            at_once(pilot, "enter", "enter", "escape", "enter")
            await until(pilot, lambda: len(app.screen_stack) == 1)
            screen.dismiss(None)
            await pilot.pause()
            assert len(answers) == 1
            assert len(app.screen_stack) == 1


async def test_a_screen_under_another_one_does_not_take_that_away() -> None:
    async with settled() as (app, pilot):
        below = Sheet("help", [(("row", "text"),)])
        app.push_screen(below)
        above = Sheet("problems", [(("row", "text"),)])
        app.push_screen(above)
        await until(pilot, lambda: above.is_mounted)
        below.dismiss(None)
        await pilot.pause()
        assert app.screen is above


async def test_what_is_typed_behind_the_key_that_opens_a_field_goes_into_it() -> None:
    async with settled() as (app, pilot):
        at_once(pilot, "slash", *"ferry*")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await until(pilot, lambda: app.screen.query_one(Input).value == "ferry*")
        assert not any(entry["starred"] or entry["read"] for entry in app.library.marked.values())


async def test_the_same_key_twice_opens_one_screen() -> None:
    async with settled(many(3)) as (app, pilot):
        at_once(pilot, "f", "f")
        await until(pilot, lambda: "list only" in picture(app))
        await pilot.pause()
        assert len(app.screen_stack) == 2


async def test_a_page_down_before_the_commands_are_laid_out_is_nothing() -> None:
    async with settled() as (app, pilot):
        await pilot.press("colon")
        await until(pilot, lambda: app.screen.query(CommandList) and app.screen.query_one(CommandList).option_count)
        found = app.screen.query_one(CommandList)
        found.highlighted = 1
        found._index_to_line.clear()
        found.action_page_down()
        assert app.is_running


async def test_what_was_chosen_is_meant_also_when_the_pane_shows_something_else_by_then() -> None:
    async with running() as (app, pilot):
        main = main_of(app)
        await until(pilot, lambda: main.related.steps and main.summary.summary)
        chosen = main.related.steps[-1].entry.id
        main.related.cursor = len(main.related.steps) - 1
        main.related.choose()
        main.related.show(())
        await until(pilot, lambda: main.session.shown == chosen)
        await until(pilot, lambda: main.summary.summary)
        main.summary.choose()
        main.summary.show(None)
        await pilot.pause()
        assert main.session.shown == chosen


async def test_a_click_beside_everything_closes_the_palette() -> None:
    """The terminal has become smaller since the click was made."""
    async with settled() as (app, pilot):
        await pilot.press("colon")
        await until(pilot, lambda: isinstance(app.screen, Palette) and app.screen.query(CommandList))
        palette = app.screen
        palette.post_message(events.Click(palette, 500, 500, 0, 0, 1, False, False, False, 500, 500))
        await until(pilot, lambda: len(app.screen_stack) == 1)
        await pilot.press("j")
        assert app.is_running


async def test_the_cuts_of_an_article_that_is_listed_no_more_are_no_fault() -> None:
    async with settled() as (app, pilot):
        main = main_of(app)
        await until(pilot, lambda: main.session.article is not None)
        main.actions.views.filter(View(tag="nothing has it"))
        main.action_run_command("cuts")  # before the panes have followed the list
        await until(pilot, lambda: main.session.article is None)
        assert app.is_running


async def test_the_palette_of_themes_is_left_once_too() -> None:
    async with settled() as (app, pilot):
        app.search_themes()
        await until(pilot, lambda: len(app.screen_stack) == 2 and app.screen.is_mounted)
        palette = app.screen
        for _ in range(3):
            palette.dismiss()
        await until(pilot, lambda: len(app.screen_stack) == 1)
        assert main_of(app).is_current


async def test_keys_that_were_held_stay_before_those_that_come_behind_them() -> None:
    async with settled() as (app, pilot):
        await pilot.press("slash")
        await until(pilot, lambda: isinstance(app.focused, Input))
        field = app.focused
        assert isinstance(field, Input)
        app._held = [events.Key(letter, letter) for letter in "abc"]
        app.call_later(app._let_go)
        app.post_message(events.Key("d", "d"))
        await until(pilot, lambda: len(field.value) == 4)
        assert field.value == "abcd"


async def test_clicks_that_come_all_at_once_open_one_screen() -> None:
    async with settled() as (app, pilot):
        main = main_of(app)
        for _ in range(5):
            main.key_line.post_message(KeyLine.Clicked("help"))
        await settle(pilot)
        assert len(app.screen_stack) == 2


async def test_screens_over_screens_come_to_an_end_before_they_end_the_program() -> None:
    async with settled() as (app, pilot):
        for _ in range(60):
            app.push_screen(Sheet("one more", ()))
            await pilot.pause()
        assert 8 < len(app.screen_stack) < 40
        while len(app.screen_stack) > 1:
            await pilot.press("escape")
        assert app.is_running


async def test_what_is_typed_behind_enter_is_no_part_of_the_answer_but_the_next_command() -> None:
    async with settled() as (app, pilot):
        await pilot.press("slash", *"quay")
        at_once(pilot, "enter", "e")
        await until(pilot, lambda: "enter saves" in picture(app))
        assert "“quay”" in picture(app)
        await pilot.press("end", "X")
        at_once(pilot, "enter", "question_mark")
        await until(pilot, lambda: "help · " in picture(app))
        await pilot.press("escape")
        assert "X?" not in picture(app)
