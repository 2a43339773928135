"""Keys of the story screen that act on the selected article, and what it says of those that do not act."""

from __future__ import annotations

from textual.widgets import Input
from tui_story_screen import open_story
from tui_support import main_of, picture, press, running, tui_library, until

from reader.tui.keys.commands import COMMANDS
from reader.tui.screens.compare import CompareScreen
from reader.tui.screens.edit import Edit
from reader.tui.screens.story import StoryScreen

WIDE = (160, 40)


async def test_r_and_star_mark_the_selected_article_and_u_takes_it_back() -> None:
    library = tui_library()
    async with running(library, size=WIDE) as (app, pilot):
        screen = await open_story(pilot)
        await pilot.press("g")
        assert screen.article == 3
        assert "3 unread" in picture(app)
        await pilot.press("r")
        await until(pilot, lambda: "2 unread" in picture(app) and library.marked[3]["read"])
        await pilot.press("asterisk")
        await until(pilot, lambda: "○★" in picture(app) and library.marked[3]["starred"])
        assert "articles, 3 sources" in picture(app)
        assert screen.article == 3
        await pilot.press("u", "u")
        await until(pilot, lambda: "3 unread" in picture(app) and "★" not in picture(app))


async def test_e_sets_the_selected_article_right() -> None:
    library = tui_library()
    async with running(library, size=WIDE) as (app, pilot):
        await open_story(pilot)
        await pilot.press("g", "e")
        await until(pilot, lambda: isinstance(app.screen, Edit))
        app.screen.query_one("#outlet", Input).value = "Kelmer Bote"
        await press(pilot, "enter", shows="outlet changed · u takes it back")
        await until(pilot, lambda: "Kelmer Bote" in picture(app) and isinstance(app.screen, StoryScreen))
        assert library.article(3).outlet == "Kelmer Bote"


async def test_d_compares_the_selected_article_and_leads_back_or_to_the_place_that_was_chosen() -> None:
    async with running(size=WIDE) as (app, pilot):
        story = await open_story(pilot)
        await pilot.press("g", "d")
        await until(pilot, lambda: isinstance(app.screen, CompareScreen) and app.screen.sides.comparison is not None)
        assert isinstance(app.screen, CompareScreen)
        assert app.screen.entry.id == 3
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is story)
        await pilot.press("d")
        await until(pilot, lambda: isinstance(app.screen, CompareScreen) and app.screen.sides.comparison is not None)
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is main_of(app) and main_of(app).session.acting_on == 3)
        await pilot.press("x")
        await until(pilot, lambda: isinstance(app.screen, StoryScreen))


async def test_a_row_that_is_no_article_is_not_marked_set_right_or_compared() -> None:
    library = tui_library()
    async with running(library, size=WIDE) as (app, pilot):
        await open_story(pilot)
        await pilot.press("shift+tab")
        marked = {number: dict(marks) for number, marks in library.marked.items()}
        for key in ("r", "asterisk", "e", "d"):
            await pilot.press(key)
            await until(pilot, lambda: "choose an article in the timeline" in picture(app), key)
            await pilot.press("j")
            assert "choose an article" not in picture(app)
        assert library.marked == marked
        assert isinstance(app.screen, StoryScreen)


async def test_a_key_that_means_nothing_here_says_so_until_the_next_one() -> None:
    async with running(size=WIDE) as (app, pilot):
        await open_story(pilot)
        for key, name in (("slash", "search"), ("A", "mark-shown-read"), ("c", "cuts"), ("s", "summary")):
            await pilot.press(key)
            said = f"not on this screen: {COMMANDS[name].title().lower()}"
            await until(pilot, lambda said=said: said in picture(app))
        await pilot.press("F12")
        await until(pilot, lambda: "not on this screen" not in picture(app))


async def test_where_the_brief_cannot_be_shorter_or_longer_plus_and_minus_say_why() -> None:
    async with running(size=WIDE) as (_, pilot):
        screen = await open_story(pilot)
        await press(pilot, *["minus"] * 5, shows="a brief has a sentence at least")
        await press(pilot, *["plus"] * 40, shows="a brief has 40 sentences at most")
        screen.view.brief = lambda sentences: type(screen.view).brief(screen.view, min(sentences, 3))  # type: ignore
        await press(pilot, "minus", shows="there is no more to tell than these 3 sentences")
        assert screen.length == 3


async def test_where_a_row_of_the_story_leads_it_is_said_how_to_come_back() -> None:
    async with running(size=WIDE) as (_, pilot):
        await open_story(pilot)
        await press(pilot, "enter", shows="x goes back to the story")


async def test_the_blank_line_below_a_sentence_of_the_brief_is_not_selected_with_it() -> None:
    async with running(size=WIDE) as (app, pilot):
        story = await open_story(pilot)
        await until(pilot, lambda: "only" in picture(app) or "BRIEF · " in picture(app))
        lines = story.right.lines
        assert all(line.item < 0 for line in lines if not line.pieces)
