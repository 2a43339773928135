"""Setting right by hand on the screens: the dialogue of `e`, and lines cut and kept with `v` while cuts are shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from furniture_support import INSERT, TOLD, page, save
from textual.pilot import Pilot
from textual.widgets import Input
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

from reader.article import Article, Paragraph, Removed
from reader.desk import Library
from reader.tui.screens.edit import Edit

SIZES = [(140, 40), (80, 24), (60, 16)]


async def in_dialogue(pilot: Pilot[None]) -> Edit:
    """Open the dialogue on the article that is highlighted second: the one with everything."""
    await settle(pilot)
    await pilot.press("j")
    await settle(pilot)
    await pilot.press("e")
    await until(pilot, lambda: isinstance(pilot.app.screen, Edit), "the dialogue")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, Edit)
    return screen


def type_over(dialogue: Edit, field: str, value: str) -> None:
    dialogue.query_one(f"#{field}", Input).value = value


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_dialogue_shows_all_four_fields_filled_in_and_what_each_wants(size: tuple[int, int]) -> None:
    async with running(size=size) as (app, pilot):
        await in_dialogue(pilot)
        seen = picture(app)
        for words in (
            *("Headline", "Marlow closes its coal quay", "As it stands over the article."),
            *("Outlet", "Marlow Courier", "Who printed it"),
            *("Date", "2031-11-17 10:37", "2022-11-07 or 2022-11-07 10:37."),
            *("Byline", "By Ada Renn", "Who wrote it.", "enter saves"),
        ):
            assert words in seen, words


async def test_what_is_changed_is_in_the_list_and_over_the_text_and_u_takes_it_back() -> None:
    library = tui_library()
    async with running(library) as (app, pilot):
        dialogue = await in_dialogue(pilot)
        type_over(dialogue, "outlet", "Marlow Post")
        type_over(dialogue, "date", "2031-11-16")
        await press(pilot, "enter", shows="outlet and date set by hand")
        await until(pilot, lambda: "Marlow Post · 16 Nov 2031" in picture(app))
        assert "Sun 16 Nov 2031" in picture(app)
        assert "outlet, date changed · u takes it back" in picture(app)
        await press(pilot, "u", shows="Marlow Courier · 17 Nov 2031 10:37")
        assert "set by hand" not in picture(app)


async def test_the_cursor_stays_on_an_article_that_moves_to_another_day() -> None:
    async with running() as (app, pilot):
        dialogue = await in_dialogue(pilot)
        type_over(dialogue, "date", "1999-01-01")
        await press(pilot, "enter", shows="date changed")
        await settle(pilot)
        assert main_of(app).session.acting_on == 1
        assert "1 Jan 1999" in picture(app)
        await pilot.press("k")
        await until(pilot, lambda: main_of(app).session.listed.current not in (None, 1))


def test_the_fake_library_sets_right_as_the_real_one_does(library: Library) -> None:
    fake = tui_library()
    library.add_articles(replace(article, source="") for article in tui_articles())
    for changes in (
        {"outlet": "Marlow Post", "date": "2031-11-16"},
        {"byline": "?"},
        {"outlet": None, "headline": "X"},
    ):
        for one in (fake, library):
            one.edit(2, changes)  # type: ignore[attr-defined]
        mine, theirs = fake.article(2), library.article(2)
        if "outlet" in changes and changes["outlet"] is None:
            fake.store[2] = mine = replace(mine, outlet="NPA")  # the fake does not remember what was found
        assert (mine.headline, mine.outlet, mine.byline, mine.published) == (
            theirs.headline, theirs.outlet, theirs.byline, theirs.published
        )  # fmt: skip
        assert set(mine.corrected) == set(theirs.corrected)
    assert fake.undo()
    assert library.undo()
    assert fake.article(2).headline == library.article(2).headline


async def test_a_date_that_is_none_is_said_so_and_asked_again() -> None:
    library = tui_library()
    async with running(library, size=(60, 16)) as (app, pilot):
        dialogue = await in_dialogue(pilot)
        type_over(dialogue, "date", "30 February")
        await press(pilot, "enter", shows="a date is written 2022-11-07")
        assert "enter saves" in picture(app)
        assert app.screen is dialogue
        assert app.focused is dialogue.inputs["date"]
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is main_of(app))
        assert library.article(1).corrected == ()


async def test_an_emptied_field_is_not_known_and_one_set_by_hand_is_again_what_was_found() -> None:
    library = tui_library()
    app = tui_app(library)
    asked: list[object] = []
    real = library.edit
    library.edit = lambda number, changes: (asked.append(dict(changes)), real(number, changes))[1]  # type: ignore[method-assign]
    async with app.run_test(size=(140, 40)) as pilot:
        dialogue = await in_dialogue(pilot)
        type_over(dialogue, "byline", "")
        await press(pilot, "enter", shows="byline set by hand")
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, Edit))
        again = app.screen
        assert isinstance(again, Edit)
        assert again.inputs["byline"].value == "?"
        assert "Empty: what cleaning found" in picture(app)
        type_over(again, "byline", "")
        await pilot.press("enter")
        await until(pilot, lambda: len(asked) == 2)
        assert asked == [{"byline": "?"}, {"byline": None}]


@pytest.mark.parametrize("leave", [Edit.submitted, Edit.action_close])
async def test_a_key_pressed_twice_before_the_dialogue_is_gone_leaves_it_once(leave: Callable[[Edit], None]) -> None:
    async with running() as (app, pilot):
        dialogue = await in_dialogue(pilot)
        leave(dialogue)
        leave(dialogue)
        await until(pilot, lambda: app.screen is main_of(app))


async def test_nothing_changed_is_nothing_done() -> None:
    library = tui_library()
    async with running(library) as (app, pilot):
        await in_dialogue(pilot)
        await pilot.press("tab", "tab", "down", "up", "enter")
        await until(pilot, lambda: app.screen is main_of(app))
        assert library.undone == []


async def with_cuts(pilot: Pilot[None]) -> None:
    """Into the article with everything, its cuts shown."""
    await settle(pilot)
    await pilot.press("j", "enter")
    await settle(pilot)
    await press(pilot, "c", shows="✂ menu")


async def test_v_says_why_it_cannot_act() -> None:
    async with settled() as (_, pilot):
        await pilot.press("j")
        await settle(pilot)
        await press(pilot, "v", shows="while the cuts are shown")
        await press(pilot, "c", "v", shows="go into the text first")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_in_the_cuts_j_and_k_select_line_after_line(size: tuple[int, int]) -> None:
    async with running(size=size) as (app, pilot):
        await with_cuts(pilot)
        text = main_of(app).text
        seen: list[str] = []
        while text.piece is not None and (not seen or text.piece.text != seen[-1]):
            seen.append(text.piece.text)
            assert any("▌" in line and seen[-1][:20] in line for line in picture(app).splitlines()), seen[-1]
            before = text.piece
            for _ in range(40):  # a long paragraph is scrolled through first
                await pilot.press("j")
                if text.piece is not before:
                    break
        assert len(seen) == 10
        assert seen[:2] == ["Home | News | Harbour | Sport", "We use cookies to improve your visit. Accept all"]
        await pilot.press("g")
        assert text.piece is not None
        assert text.piece.text == seen[0]
        await pilot.press("G")
        assert text.piece.text == seen[-1]


async def test_v_keeps_a_cut_line_and_cuts_a_kept_one_and_u_takes_each_back() -> None:
    library = tui_library()
    async with running(library, size=(140, 60)) as (app, pilot):
        await with_cuts(pilot)
        text = main_of(app).text
        assert "v keep it" in picture(app)
        await pilot.press("j", "v")
        await until(pilot, lambda: isinstance(text.piece, Paragraph), "the line as a paragraph, still selected")
        assert text.piece is not None
        assert text.piece.text.startswith("We use cookies")
        assert "✓ kept by hand" in picture(app)
        assert "kept by hand, also in what comes of Marlow Courier" in picture(app)
        assert "v cut it" in picture(app)
        await pilot.press("u")
        await until(pilot, lambda: isinstance(text.piece, Removed))
        await press(pilot, "j", "v", shows="✂ cut by hand  The harbour council")
        assert "The harbour council" not in library.article(1).text
        await pilot.press("u")
        await until(pilot, lambda: "The harbour council" in library.article(1).text)


async def test_a_line_can_be_cut_where_cleaning_cut_nothing() -> None:
    library = FakeLibrary([Article(headline="The crane", text="The crane stays.\n\nSubscribe to us.")])
    async with settled(library) as (_, pilot):
        await press(pilot, "enter", "c", shows="cleaning cut nothing here")
        await press(pilot, "j", "v", shows="✂ cut by hand  Subscribe to us.")


async def test_a_line_taught_on_the_screen_holds_for_the_outlets_next_article(library: Library, tmp_path: Path) -> None:
    line = INSERT.replace("The Pellworth Courier", "A boy on a bicycle")
    library.add([save(tmp_path / "news", "0", page(*TOLD[0], line))])
    app = tui_app(library)  # type: ignore[arg-type]
    async with app.run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await pilot.press("enter", "c")
        text = main_of(app).text
        await until(pilot, lambda: text.cuts and text.piece is not None)
        while text.piece is None or text.piece.text != line:
            await pilot.press("j")
        await press(pilot, "v", shows="✂ cut by hand")
    library.add([save(tmp_path / "news", "1", page(*TOLD[1], line))])
    assert all(line not in article.text for article in library.articles())
