"""What a newcomer sees: an empty library, the first session, help, and commands by what people call them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tui_support import FakeLibrary, main_of, picture, press, running, settle, settled, tui_app, tui_articles, until

from reader.article import View
from reader.desk.paths import sample_folder
from reader.tui.app import ReaderApp
from reader.tui.keys.commands import COMMANDS
from reader.tui.screens.palette import Palette, _called

WIDE = (140, 40)


@pytest.mark.parametrize("size", [WIDE, (60, 16)])
async def test_an_empty_library_says_what_to_do_and_adds_the_sample_with_one_key(size: tuple[int, int]) -> None:
    library = FakeLibrary()
    library.to_add = tui_articles()
    async with running(library, size=size) as (app, pilot):
        await until(pilot, lambda: "enter adds sample articles, to try it on" in picture(app))
        assert "a adds a folder, a file, a page or a feed" in picture(app)
        assert "? explains this screen" in picture(app)
        assert "enter sample  a add" in picture(app).splitlines()[-1]
        await pilot.press("enter")
        await until(pilot, lambda: len(main_of(app).session.listed.listing) == 9)
        assert ("job", str(sample_folder())) in library.asked


async def test_a_folder_in_which_nothing_can_be_read_is_named() -> None:
    async with running(FakeLibrary(), view=View(under="/home/ines/clippings"), size=(60, 16)) as (app, pilot):
        await until(pilot, lambda: "Nothing to read in clippings." in picture(app))
        assert "a adds a folder" in picture(app)


async def test_in_a_filter_that_leaves_nothing_enter_adds_nothing() -> None:
    async with settled() as (app, pilot):
        await pilot.press("slash", *"zebra", "enter")
        await until(pilot, lambda: "No article is like that." in picture(app) and len(app.screen_stack) == 1)
        await press(pilot, "enter", shows="no article here")


async def test_the_first_session_has_a_hint_at_its_beginning_and_in_the_first_article_and_the_second_none(
    tmp_path: Path,
) -> None:
    left = tmp_path / "left.json"
    async with running(left=left) as (app, pilot):
        await until(
            pilot, lambda: "j move · enter reads · ? explains this screen · : finds any command" in picture(app)
        )
        await press(pilot, "enter", shows="space reads on · ] the same story elsewhere · esc back to the list")
        await pilot.press("j")
        await until(pilot, lambda: "space reads on ·" not in picture(app))
        await pilot.press("escape", "j", "enter")
        await settle(pilot)
        assert "reads on ·" not in picture(app)
    async with settled(left=left) as (app, _):
        assert "finds any command" not in picture(app)


@pytest.mark.parametrize(
    ("keys", "title", "said"),
    [
        ((), "help · the list", "Move down, up, one line or item."),
        ((), "help · the list", "Group the list by date, outlet, story, or not at all."),
        (("enter",), "help · the article", "signs in the margin"),
        (("enter", "shift+tab"), "help · what is related", "of the story in time order"),
        (("j", "x"), "help · the story", "Who published when"),
    ],
)
async def test_help_explains_the_screen_that_one_is_in(keys: tuple[str, ...], title: str, said: str) -> None:
    async with settled() as (app, pilot):
        if keys:
            await pilot.press(*keys)
            await settle(pilot)
        await pilot.press("question_mark")
        await until(pilot, lambda: title in picture(app))
        assert said in picture(app)
        assert "All keys" in picture(app)


async def test_the_palette_finds_commands_by_what_people_call_them() -> None:
    async with settled() as (app, pilot):
        await pilot.press("colon")
        await until(pilot, lambda: isinstance(app.screen, Palette))
        await press(pilot, *"bookm", shows="Star the article, or take its star away.")


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("subscribe", "add"), ("unsubscribe", "feeds"), ("dark", "theme"), ("colour", "theme"), ("exit", "quit"),
        ("bookmark", "star"), ("save", "export"), ("save", "views"), ("delete", "feeds"), ("sync", "refresh"),
        ("revert", "undo"), ("order", "sort"), ("catch up", "mark-shown-read"), ("font", "theme"), ("find", "search"),
        ("disagree", "filter"), ("contradict", "compare"), ("contradict", "story"), ("brief", "export"), ("sources", "story"),
        ("new", "filter"), ("yesterday", "filter"), ("minutes", "filter"), ("bigger", "longer-lines"), ("quotations", "why-related"),
    ],
)  # fmt: skip
def test_every_command_has_the_words_that_people_look_for(typed: str, command: str) -> None:
    assert _called(typed, COMMANDS[command]) > 0


def test_letters_here_and_there_in_what_is_said_of_a_command_do_not_find_it() -> None:
    assert not _called("bigger", COMMANDS["stop"])
    assert not _called("dark", COMMANDS["undo"])


def test_a_command_whose_name_begins_so_comes_before_one_that_has_it_inside() -> None:
    assert _called("ex", COMMANDS["export"]) > _called("ex", COMMANDS["next-unread"]) > 0
    assert (
        _called("list", COMMANDS["leave"])
        < _called("story", COMMANDS["one-story"])
        < _called("story", COMMANDS["story"])
    )


async def test_every_command_that_cannot_act_says_why() -> None:
    for library in (FakeLibrary(), None):
        app: ReaderApp = tui_app(library)
        async with app.run_test(size=WIDE) as pilot:
            await settle(pilot)
            main = main_of(app)
            greyed = [hint.command for hint in main.hints() if not hint.able]
            assert all(main.doing[name].blocked() for name in greyed)
            assert greyed or library is None


async def test_the_palette_shows_what_can_be_done_before_what_cannot() -> None:
    app: ReaderApp = tui_app(FakeLibrary())
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "colon", shows="Add  a")
        assert "no article here" not in picture(app).partition("Add  a")[0]


@pytest.mark.parametrize("key", ["tab", "s", "n", "2"])
async def test_where_nothing_is_listed_keys_for_articles_say_so_and_show_no_empty_pane(key: str) -> None:
    app: ReaderApp = tui_app(FakeLibrary())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, key, shows="no article here")
        assert "SUMMARY" not in picture(app)


async def test_what_is_wrong_is_not_mixed_with_the_hint_for_newcomers(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("[list\n")
    async with running(settings=tmp_path, left=tmp_path / "left.json", size=(80, 24)) as (app, pilot):
        await until(pilot, lambda: "config.toml:1:6" in picture(app))
        assert "explains this screen" not in picture(app)
