"""Stories by hand on the screens: an article taken out of its story, two stories made one, and both taken back."""

from __future__ import annotations

import pytest
from tui_story_screen import open_story
from tui_support import FakeLibrary, main_of, picture, press, running, settled, tui_articles, tui_library, until

from reader.desk.shared_names import Spot
from reader.tui.screens.story import StoryScreen


@pytest.mark.parametrize("key", ["X", "delete"])
async def test_X_takes_an_article_out_of_the_story_and_u_puts_it_back(key: str) -> None:  # noqa: N802  (the key's name)
    library = tui_library()
    async with running(library) as (app, pilot):
        screen = await open_story(pilot)
        await pilot.press("shift+tab", key)
        await until(pilot, lambda: "choose an article in the timeline" in picture(app), "a quotation is no article")
        assert library.groups == [[1, 2, 3, 4]]
        await press(pilot, "tab", "g", key, shows=("3 articles ·", "not of story 1 any more"))
        assert library.groups == [[1, 2, 4]]
        assert "Salvage firms learn" not in picture(app).split("BRIEF")[0].split("COPIES")[0]
        assert screen.pane.target == Spot(2, 0, 0)
        await press(pilot, "u", shows=("4 articles ·", "taken back: article 3"))
        assert library.groups == [[1, 2, 3, 4]]
        await pilot.press("escape")
        await until(pilot, lambda: len(app.screen_stack) == 1)


async def test_M_makes_one_story_of_two_that_are_picked_and_u_takes_it_back() -> None:  # noqa: N802  (the key's name)
    library = FakeLibrary(tui_articles(), stories=[{1, 2, 3}, {7, 8}])
    async with running(library) as (app, pilot):
        await open_story(pilot)
        await press(pilot, "M", shows=("is one story with · the nearest  ", "2 articles"))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, StoryScreen))
        assert library.groups == [[1, 2, 3], [7, 8]]
        await press(pilot, "M", shows="is one story with")
        await press(pilot, "enter", shows=("5 articles ·", "one story now: 1"))
        assert library.groups == [[1, 2, 3, 7, 8], []]
        await press(pilot, "u", shows=("3 articles ·", "taken back: story 2"))


async def test_X_and_M_work_on_the_main_screen_as_well() -> None:  # noqa: N802  (the keys' names)
    library = FakeLibrary(tui_articles(), stories=[{1, 2, 3}, {7, 8}])
    async with running(library) as (app, pilot):
        main = main_of(app)
        await press(pilot, "X", shows="this article is in no story")
        await press(pilot, "j", "enter", shows="story of 3")
        await press(pilot, "X", shows="not of story 1 any more · u takes it back")
        await until(pilot, lambda: "story of 3" not in picture(app))
        assert library.groups == [[2, 3], [7, 8]]
        await press(pilot, "M", shows="belongs to the story")
        await press(pilot, "j", "enter", shows="put into story 2 · u takes it back")
        await until(pilot, lambda: "story of 3" in picture(app))
        assert library.groups == [[2, 3], [1, 7, 8]]
        await pilot.press("u", "u")
        await until(pilot, lambda: library.groups == [[1, 2, 3], [7, 8]])
        await pilot.press("escape", "3")
        await until(pilot, lambda: main.session.listed.view.group == "story")


async def test_in_a_small_terminal_the_list_of_stories_says_how_to_leave_it() -> None:
    async with settled(FakeLibrary(tui_articles(), stories=[{1, 2, 3}, {7, 8}]), size=(60, 16)) as (app, pilot):
        await press(pilot, "G", "M", shows="belongs to the story · the nearest 2")
        assert "enter picks · esc closes" in picture(app)


async def test_where_no_story_is_near_M_says_so() -> None:  # noqa: N802  (the key's name)
    async with running() as (_, pilot):
        await press(pilot, "j", "M", shows="no other story is near this article")


async def test_taking_a_mark_back_leaves_a_walk_as_it_is_and_a_decision_about_its_story_ends_it() -> None:
    library = tui_library()
    async with running(library) as (app, pilot):
        main = main_of(app)
        await press(pilot, "j", "enter", "]", "]", shows="walk 3 of 6")
        await press(pilot, "asterisk", "u", shows="taken back")
        await press(pilot, "]", shows="walk 4 of 6")
        await pilot.press("X")
        await until(pilot, lambda: library.groups == [[1, 3, 4]] and main.session.walk is None)
