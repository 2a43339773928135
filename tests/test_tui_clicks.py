"""Every click that help names does what it says, on the main screen and on those above it."""

from __future__ import annotations

from textual.events import MouseScrollDown
from textual.geometry import Offset
from textual.pilot import Pilot
from tui_compare_screen import compared, ferry
from tui_story_screen import open_story
from tui_support import main_of, narrow, picture, press, running, settle, settled, until

from reader.article import Problem
from reader.tui.screens.helping import MOUSE
from reader.tui.screens.palette import Palette
from reader.tui.screens.pick import Pick, PickSeveral
from reader.tui.screens.sheet import Sheet


async def click_on(pilot: Pilot[None], words: str, *, behind: int = 0) -> None:
    """Click where these words are seen first, in the columns behind that one."""
    lines = picture(pilot.app).splitlines()
    places = [Offset(line.index(words, behind), y) for y, line in enumerate(lines) if words in line[behind:]]
    assert places, f"{words} is not seen\n{picture(pilot.app)}"
    await pilot.click(offset=places[0])


async def test_help_names_what_can_be_clicked() -> None:
    async with settled() as (app, pilot):
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(app.screen, Sheet) and app.screen.is_mounted)
        assert isinstance(app.screen, Sheet)
        said = "\n".join("".join(text for text, _ in line.pieces) for line in app.screen.rows.lines)
        assert all(f" {what} " in said and does[:40] in said for what, does in MOUSE)


async def test_clicks_in_the_list_and_the_panes() -> None:
    async with settled() as (app, pilot):
        main = main_of(app)
        session = main.session
        # A row, and what is highlighted.
        await click_on(pilot, "Council votes")
        await until(pilot, lambda: session.listed.current == 2)
        assert not session.inside
        assert not session.listed.entry_of(2).read  # type: ignore[union-attr]
        await click_on(pilot, "Council votes")
        await until(pilot, lambda: session.inside and session.shown == 2)
        # A heading: back in the list, on what stands first below it.
        await click_on(pilot, "Mon 17 Nov")
        await until(pilot, lambda: session.listed.current == 9 and not session.inside)
        await pilot.press("j")
        await settle(pilot)
        # A sentence leads to its place, a related article is opened, the text is gone into.
        await click_on(pilot, "▎ Seven members")
        await until(pilot, lambda: main.pane is main.text and main.text.sought is not None)
        await click_on(pilot, "Salvage firms", behind=main.side.region.x)
        await until(pilot, lambda: session.shown == 3)
        await pilot.press("escape")
        await until(pilot, lambda: main.pane is main.list)
        await pilot.click("#text", offset=(10, 20))
        await until(pilot, lambda: main.pane is main.text and session.inside)


async def test_a_click_on_a_piece_selects_it_while_cuts_are_shown() -> None:
    async with settled() as (app, pilot):
        await press(pilot, "j", "enter", "c", shows="✂ read more")
        await click_on(pilot, "Ferry timetable")
        await until(pilot, lambda: main_of(app).text.piece.text.startswith("Read more"))  # type: ignore[union-attr]
        assert "keep it" in picture(app).splitlines()[-1]


async def test_a_click_on_a_key_is_as_if_it_had_been_pressed_and_one_on_a_command_of_the_palette_runs_it() -> None:
    async with settled() as (app, pilot):
        main = main_of(app)
        for hint, seen in (("? help", "help · the list"), ("/ search", "esc closes"), ("f filter", "tab kinds")):
            await click_on(pilot, hint)
            await until(pilot, lambda seen=seen: seen in picture(app) and app.screen.is_mounted)  # type: ignore[misc]
            await pilot.press("escape")
            await until(pilot, lambda: len(app.screen_stack) == 1)
        await click_on(pilot, "s summary")
        await until(pilot, lambda: not main.side.display)
        await pilot.press("colon")
        await until(pilot, lambda: isinstance(app.screen, Palette) and app.screen.is_mounted)
        await press(pilot, *"star", shows="take its star away")
        await click_on(pilot, "Star the article")
        await until(pilot, lambda: len(app.screen_stack) == 1 and bool(main.session.acting_entry.starred))  # type: ignore[union-attr]


async def test_a_click_on_a_chip_and_on_problems() -> None:
    async with running(problems=[Problem("/news/gone.txt", "no such file")]) as (app, pilot):
        await until(pilot, lambda: "no such file" in picture(app))
        await pilot.click(offset=Offset(1, 1))
        await until(pilot, lambda: len(app.screen_stack) == 1)
        await settle(pilot)
        await narrow(pilot, "unread", "NPA")
        await until(pilot, lambda: "NPA ✕" in picture(app))
        await click_on(pilot, "NPA ✕")
        await until(pilot, lambda: "NPA ✕" not in picture(app) and "unread ✕" in picture(app))
        await click_on(pilot, "1 problem (!)")
        await until(pilot, lambda: isinstance(app.screen, Sheet) and "no such file" in picture(app))


async def test_dialogues_are_clicked_and_closed_by_a_click_beside_them_but_not_where_something_is_typed() -> None:
    async with settled() as (app, pilot):
        main = main_of(app)
        for key in ("question_mark", "f", "E"):
            await pilot.press(key)
            await until(pilot, lambda: len(app.screen_stack) == 2 and app.screen.is_mounted)
            await pilot.pause()
            await pilot.click(offset=Offset(1, 1))
            await until(pilot, lambda: len(app.screen_stack) == 1)
        await pilot.press("f")
        await until(pilot, lambda: isinstance(app.screen, PickSeveral) and "starred" in picture(app))
        await click_on(pilot, "starred")
        await until(pilot, lambda: main.session.listed.view.starred)
        assert "✓ starred" in picture(app), "it stays open for more"
        await click_on(pilot, "✓ starred")
        await until(pilot, lambda: not main.session.listed.view.starred)
        await pilot.press("escape")
        await until(pilot, lambda: len(app.screen_stack) == 1)
        await pilot.press("E")
        await until(pilot, lambda: isinstance(app.screen, Pick) and "list as markdown" in picture(app))
        await click_on(pilot, "list as markdown")
        await until(pilot, lambda: "export to" in picture(app))
        await pilot.click(offset=Offset(1, 1))
        await pilot.pause()
        assert "export to" in picture(app)


async def test_the_wheel_scrolls_what_is_under_the_mouse_and_the_cursor_stays() -> None:
    async with settled(size=(140, 12)) as (app, pilot):
        await pilot.press("j")
        await settle(pilot)
        main = main_of(app)
        for pane in (main.text, main.list, main.summary):
            x, y = pane.region.x + 3, pane.region.y + 3
            app.screen._forward_event(
                MouseScrollDown(pane, x, y, 0, 1, 0, False, False, False, screen_x=x, screen_y=y, style=None)
            )
            await until(pilot, lambda pane=pane: pane.top > 0)  # type: ignore[misc]
        assert main.session.listed.current == 1
        assert main.pane is main.list


async def test_clicks_on_the_story_screen() -> None:
    async with settled() as (app, pilot):
        screen = await open_story(pilot)
        assert not isinstance(app.screen, Sheet)
        heading = screen.right.sections[0].name
        await click_on(pilot, heading)
        await until(pilot, lambda: screen.pane is screen.right and screen.right.at == (screen.right.sections[0].key, 0))
        await click_on(pilot, "● NPA · ~6 Nov")
        await until(pilot, lambda: len(app.screen_stack) == 1 and main_of(app).session.shown == 3)


async def test_clicks_on_the_compare_screen() -> None:
    async with running(ferry()) as (app, pilot):
        screen = await compared(pilot)
        await click_on(pilot, "? help")
        await until(pilot, lambda: isinstance(app.screen, Sheet))
        await pilot.click(offset=Offset(0, 0))
        await until(pilot, lambda: app.screen is screen)
        await click_on(pilot, "13 passengers")
        await until(pilot, lambda: len(app.screen_stack) == 1 and main_of(app).text.sought is not None)
