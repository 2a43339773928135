"""The screen as a whole: sizes, resizing, an empty library, themes, the mouse."""

from __future__ import annotations

import gc

import pytest
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion
from tui_pictures import drawn, keep_picture
from tui_support import (
    FakeLibrary,
    main_of,
    many,
    picture,
    press,
    running,
    settle,
    settled,
    tui_app,
    tui_library,
    until,
)

from reader.article import Article, Ranking, Removed, View
from reader.errors import NotFound


@pytest.mark.parametrize("size", [(140, 40), (80, 24), (60, 16)], ids=["140x40", "80x24", "60x16"])
async def test_the_list_looks_as_it_did(size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with running(size=size) as (app, pilot):
        await pilot.press("j")
        await settle(pilot)
        await until(pilot, lambda: "9 unread" in picture(app))
        keep_picture(app, "list")
        assert drawn(app) == snapshot


@pytest.mark.parametrize("size", [(140, 40), (80, 24), (60, 16)], ids=["140x40", "80x24", "60x16"])
async def test_an_open_article_with_its_cuts_looks_as_it_did(
    size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    async with running(size=size) as (app, pilot):
        await pilot.press("j", "enter")
        await settle(pilot)
        await pilot.press("c")
        await settle(pilot)
        await until(pilot, lambda: "8 unread" in picture(app))
        keep_picture(app, "article")
        assert drawn(app) == snapshot


async def test_no_line_is_wider_than_the_screen_and_what_is_cut_ends_in_an_ellipsis() -> None:
    async with running(size=(60, 16)) as (app, pilot):
        await until(pilot, lambda: "Undated" in picture(app))
        for width in (200, 140, 119, 100, 91, 80, 60):
            await pilot.resize_terminal(width, 30)
            await until(pilot, lambda width=width: app.size.width == width)
            await settle(pilot)
            lines = picture(app).splitlines()
            assert all(cell_len(line) <= width for line in lines)
            row = next(line for line in lines if "10:37" in line)
            whole = "Marlow closes its coal quay after eleven years of argument"
            assert whole in row or "…" in row
            assert "? help" in lines[-1]


async def test_resizing_while_reading_keeps_article_place_and_focus() -> None:
    async with settled(size=(200, 60)) as (app, pilot):
        main = main_of(app)
        await pilot.press("j", "enter")
        await settle(pilot)
        for size, shown in (
            ((60, 16), "text"),
            ((110, 30), "list text"),
            ((200, 60), "list side text"),
            ((60, 16), "text"),
        ):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda size=size: app.size == size)
            await pilot.pause()
            seen = " ".join(
                name for name, pane in (("list", main.list), ("side", main.side), ("text", main.text)) if pane.display
            )
            assert seen == shown
            assert main.pane is main.text
            assert main.session.article is not None
            assert main.session.article.id == 1
            await until(pilot, lambda: "closes its coal quay" in picture(app))


async def test_rows_of_the_list_are_as_wide_as_the_list_after_resizing() -> None:
    async with settled() as (app, pilot):
        before = picture(app)
        narrow = "Marlow closes its coal quay after eleven years"
        assert narrow not in before
        await pilot.resize_terminal(80, 40)
        await until(pilot, lambda: narrow in picture(app))
        await pilot.resize_terminal(140, 40)
        await until(pilot, lambda: picture(app) == before)


async def test_resizing_keeps_the_place_in_the_text() -> None:
    async with running(size=(60, 16)) as (app, pilot):
        main = main_of(app)
        await pilot.press("j", "enter")
        await until(pilot, lambda: main.text.max_scroll_y > 10)
        await pilot.press("pagedown", "j", "j")
        place = main.text.place
        assert place > 0
        await pilot.resize_terminal(110, 16)
        await until(pilot, lambda: main.list.display)
        await until(pilot, lambda: abs(main.text.place - place) < 120, "the same lines in another width")


async def test_narrowing_with_the_focus_on_related_articles_shows_the_article() -> None:
    async with settled() as (app, pilot):
        main = main_of(app)
        await pilot.press("tab", "tab")
        assert main.pane is main.related
        await pilot.resize_terminal(60, 16)
        await until(pilot, lambda: main.pane is main.text and main.text.display)


async def test_an_empty_library_says_how_to_begin() -> None:
    async with running(FakeLibrary(), size=(60, 16)) as (app, pilot):
        await until(pilot, lambda: "Nothing here yet." in picture(app))
        assert "reader add FOLDER" in picture(app)
        for key in (
            "j",
            "k",
            "enter",
            "space",
            "r",
            "A",
            "u",
            "s",
            "c",
            "]",
            "G",
            "n",
            "t",
            "tab",
            "z",
            "y",
            "m",
            "plus",
        ):
            await pilot.press(key)
        assert app.is_running


async def test_an_article_that_is_gone_from_the_library_is_an_error_in_one_line() -> None:
    class Shrinking(FakeLibrary):
        def article(self, number: int):  # type: ignore[no-untyped-def]
            raise NotFound(f"no article {number}")

    async with running(Shrinking([*many(3).store.values()]), size=(80, 24)) as (app, pilot):
        await until(pilot, lambda: "Headline number 2" in picture(app))
        await press(pilot, "enter", shows="no article")


async def test_an_article_without_text_says_so() -> None:
    library = FakeLibrary([Article(headline="Only furniture", removed=(Removed("Home | News", 1, "menu"),))])
    async with running(library) as (app, pilot):
        await until(pilot, lambda: "No article text was found here." in picture(app))
        await until(pilot, lambda: "There is no text to" in picture(app))
        await press(pilot, "plus", shows="there is no text to summarise")
        await press(pilot, "c", shows="Home | News")


@pytest.mark.parametrize(
    "text", ["x" * 5_000_000, "word " * 1_000_000, "One line.\n\n" * 200_000], ids=["x", "word", "line"]
)
async def test_an_article_of_megabytes_opens_at_once_and_can_be_read_to_its_end(text: str) -> None:
    app = tui_app(FakeLibrary([Article(headline="Long", text=text.strip())]))
    async with app.run_test(size=(60, 16)) as pilot:
        main = main_of(app)
        main.session.library.ranking = lambda number, method="news": Ranking((), (), method)  # type: ignore[method-assign]
        await pilot.press("enter")
        await until(pilot, lambda: "Long" in picture(app).splitlines()[1])
        assert len(main.text._lines) < 60_000
        await pilot.press("G")
        await until(pilot, lambda: main.text.top > 500)
        await pilot.press("g")
        await until(pilot, lambda: main.text.top == 0)


async def test_every_theme_can_be_chosen_while_the_screen_is_up() -> None:
    async with settled() as (app, pilot):
        before = picture(app)
        for theme in ("reader-light", "textual-dark", "ansi-dark", "ansi-light", "nord"):
            app.theme = theme
            await pilot.press("j", "k")
            await settle(pilot)
            assert picture(app) == before, "a theme changes colours and nothing else"


async def test_without_colour_every_meaning_still_has_a_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = tui_app()
    app.library.mark([1], read=True)
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("j")
        await settle(pilot)
        seen = picture(app)
        assert "▌○ 10:37" in seen, "highlighted, read"
        assert "● 18:02" in seen, "unread"
        assert "▎ The harbour council" in seen, "taken by the summary"
        assert "(year inferred)" in seen


async def test_the_masthead_says_what_is_listed() -> None:
    async with running(view=View(under="/news/")) as (app, pilot):
        await until(pilot, lambda: "in news · by date" in picture(app) and "4 articles · 4 unread" in picture(app))
        assert "▁" in picture(app).splitlines()[0], "articles a day"
        await press(pilot, "escape", shows="this is the list; q quits")


@pytest.mark.parametrize(
    ("colours", "theme"), [("standard", "ansi-dark"), ("256", "reader-dark"), ("truecolor", "reader-dark")]
)
async def test_a_terminal_with_16_colours_gets_its_own(
    colours: str, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", colours)
    async with settled(theme=None, size=(80, 24)) as (app, _):
        assert app.theme == theme
        assert "▌● 18:02" in picture(app)


@pytest.mark.parametrize("width", [140, 80, 60])
async def test_where_a_walk_is_and_why_is_said_in_full_in_every_width(width: int) -> None:
    async with running(size=(width, 20)) as (app, pilot):
        await press(pilot, "j", "enter", "]", "]", shows="walk 3 of 6")
        said = " ".join(picture(app).split())
        assert "NPA · 11 days earlier" in said or "NPA · eleven days earlier" in said
        assert "both: Marlow, Quay · same quotation" in said
        assert "esc list" in picture(app).splitlines()[-1]
        await pilot.press("escape", "k")
        await until(pilot, lambda: "walk" not in picture(app))


async def test_in_a_low_terminal_where_a_walk_is_takes_one_line() -> None:
    async with running(size=(60, 16)) as (app, pilot):
        await press(pilot, "j", "enter", "]", "]", shows="walk 3 of 6")
        lines = picture(app).splitlines()
        assert lines[-2].startswith(" walk 3 of 6")
        assert lines[-2].endswith("…")
        assert "? help" in lines[-1]
        await pilot.press("escape")
        await until(pilot, lambda: "walk" not in picture(app), "the list alone needs the row")


async def test_a_very_long_note_takes_three_lines_and_ends_in_an_ellipsis() -> None:
    async with running(size=(60, 16)) as (app, pilot):
        main = main_of(app)
        await settle(pilot)
        main.say("word " * 100, alarming=True)
        await until(pilot, lambda: picture(app).splitlines()[-2].endswith("…"))
        lines = picture(app).splitlines()
        assert [line.startswith(" word word") for line in lines[-5:]] == [False, True, True, True, False]
        assert "? help" in lines[-1]
        await pilot.press("j")
        await until(pilot, lambda: "word word" not in picture(app) and "? help" in picture(app).splitlines()[-1])


async def test_tags_without_room_in_the_list_leave_a_sign_there_and_stand_above_the_text() -> None:
    library = tui_library()
    async with running(library) as (app, pilot):
        await pilot.press("j")
        await settle(pilot)
        main_of(app).actions.marking.mark([1], tags=["harbour", "to read"])
        await until(pilot, lambda: "#harbour · #to read" in picture(app))
        row = next(line for line in picture(app).splitlines() if "10:37 M" in line)
        assert "… # ⋯4" in row


async def test_the_help_explains_the_signs() -> None:
    async with running(size=(80, 24)) as (_, pilot):
        await press(pilot, "question_mark", "G", shows=("Signs", "Its story has four articles."))


async def test_what_was_loaded_before_the_first_picture_is_not_looked_through_for_garbage_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    frozen: list[bool] = []
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append(gc.isenabled()))
    monkeypatch.setattr("reader.tui.app._CLOSED_AFTER", 0.01)
    for disabled, done in ((False, []), (True, [False])):  # as `reader.tui.run` begins, or not
        if disabled:
            gc.disable()
        app = tui_app()
        async with app.run_test() as pilot:
            await settle(pilot)
            assert frozen == done
            assert gc.isenabled()
            app.action_command_palette()
            await until(pilot, lambda app=app: app.screen.is_mounted)  # type: ignore[misc]
            app._settle()
            assert frozen == done, "the palette does not stay"
            await pilot.press("escape")
            await until(pilot, lambda done=done: frozen == [*done, True])  # type: ignore[misc]
            assert len(app.screen_stack) == 1
            frozen.clear()


async def test_garbage_is_looked_for_once_it_is_much_beside_what_does_not_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    app = tui_app()
    async with app.run_test() as pilot:
        await settle(pilot)
        done: list[str] = []
        monkeypatch.setattr(gc, "freeze", lambda: done.append("freeze"))
        monkeypatch.setattr(gc, "collect", lambda: done.append("collect"))
        app._settle()
        monkeypatch.undo()
        # Python goes by how much there was when it looked last, and counts what has been frozen since in it.
        assert done == ["collect", "freeze", "collect"]
