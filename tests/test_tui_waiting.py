"""What takes the library long: the screen goes on, and the keys behind it wait for it."""

from __future__ import annotations

import pytest
from tui_slow import Slow
from tui_support import main_of, picture, press, running, settled, tui_library, until

from reader.errors import LibraryBusy
from reader.tui.screens.compare import CompareScreen

WIDE, NARROW = (140, 40), (80, 24)


async def test_letters_go_into_a_search_while_that_for_the_letters_before_is_still_going_on() -> None:
    library = tui_library()
    async with settled(library) as (app, pilot):
        listed = main_of(app).session.listed
        slow = Slow(library, "slots")
        await pilot.press("slash", "f")
        await until(pilot, slow.come.is_set)
        await press(pilot, "e", "r", "r", "y", shows="search ferry")
        assert listed.view.query is None
        slow.go.set()
        await until(pilot, lambda: listed.view.query == "ferry")


async def test_keys_behind_a_search_are_for_what_it_finds() -> None:
    library = tui_library()
    async with settled(library) as (app, pilot):
        session = main_of(app).session
        before = session.listed.current
        slow = Slow(library, "slots")
        await pilot.press("slash", *"ferry", "enter")
        await until(pilot, lambda: slow.come.is_set() and len(app.screen_stack) == 1)
        await pilot.press("j", "asterisk")
        assert session.listed.current == before, "it is not of the old list"
        slow.go.set()
        await until(pilot, lambda: any(marks["starred"] for marks in library.marked.values()))
        assert session.listed.view.query == "ferry"
        starred = [number for number, marks in library.marked.items() if marks["starred"]]
        assert starred == [session.listed.listing.ids[1]]


async def test_the_key_that_leaves_takes_back_a_search_and_the_keys_behind_it() -> None:
    library = tui_library()
    async with settled(library) as (app, pilot):
        session = main_of(app).session
        slow = Slow(library, "slots")
        await pilot.press("slash", *"ferry", "enter")
        await until(pilot, lambda: slow.come.is_set() and len(app.screen_stack) == 1)
        await pilot.press("asterisk", "escape")
        assert not session.asking
        slow.go.set()
        await until(pilot, slow.done.is_set)
        await pilot.press("j")
        await until(pilot, lambda: session.listed.cursor == 1)
        assert session.listed.view.query is None
        assert not any(marks["starred"] for marks in library.marked.values())


async def test_the_first_step_of_a_walk_waits_for_the_way_and_the_keys_behind_it_go_on_from_there() -> None:
    library = tui_library()
    slow = Slow(library, "walk")
    async with running(library, size=NARROW) as (app, pilot):
        session = main_of(app).session
        await until(pilot, lambda: session.listed.current is not None)
        session_start = session.listed.current
        await pilot.press("enter", "right_square_bracket", "asterisk")
        await until(pilot, slow.come.is_set)
        assert session.shown == session_start
        slow.go.set()
        await until(pilot, lambda: any(marks["starred"] for marks in library.marked.values()))
        assert session.shown != session_start
        assert library.marked[session.shown]["starred"], "the article that the walk came to"


async def test_which_articles_stand_side_by_side_is_looked_up_aside_and_the_keys_behind_go_there() -> None:
    library = tui_library()
    slow = Slow(library, "passages")
    async with running(library, size=NARROW) as (app, pilot):
        await until(pilot, lambda: main_of(app).session.listed.current is not None)
        await pilot.press("j", "d", "question_mark")
        await until(pilot, slow.come.is_set)
        assert len(app.screen_stack) == 1
        slow.go.set()
        await until(pilot, lambda: len(app.screen_stack) == 3)
        assert isinstance(app.screen_stack[1], CompareScreen)
        assert "Compare with the next article of the story" in picture(app), "the help of that screen"


@pytest.mark.parametrize("key", ["f", "right_square_bracket"])
async def test_what_cannot_be_looked_up_is_said_and_no_key_waits_any_longer(key: str) -> None:
    library = tui_library()
    async with running(library, size=NARROW) as (app, pilot):
        await until(pilot, lambda: main_of(app).session.listed.current is not None)

        def busy(*_: object) -> object:
            raise LibraryBusy("the library is busy")

        library.tags = library.walk = busy  # type: ignore[method-assign,assignment]
        await pilot.press(key, "j")
        await until(pilot, lambda: main_of(app).session.listed.cursor == 1)
        assert not main_of(app).session.asking


async def test_what_the_keys_wait_for_is_said_until_it_is_there() -> None:
    library = tui_library()
    async with settled(library, size=NARROW) as (app, pilot):
        slow = Slow(library, "look_for_disputes")
        await press(pilot, "f", "j", "j", "j", "enter", shows="looking where reports disagree …")
        slow.go.set()
        await until(pilot, lambda: "disputed ✕" in picture(app) and "looking where" not in picture(app))
