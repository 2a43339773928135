"""Keys that move: in the list, between panes, between articles. Every test presses real keys on a running app."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
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
    tui_articles,
    until,
)

WIDE = (140, 40)


def row_text(pilot: Pilot[None]) -> str:
    """The highlighted line of the list."""
    return next(line for line in picture(pilot.app).splitlines() if line.startswith("▌"))


async def test_j_k_and_arrows_move_the_highlight() -> None:
    async with settled() as (_, pilot):
        assert "18:02" in row_text(pilot)
        for key, time in (("j", "10:37"), ("down", "08:05"), ("k", "10:37"), ("up", "18:02"), ("k", "18:02")):
            await pilot.press(key)
            await until(pilot, lambda time=time: time in row_text(pilot), f"{key} to {time}")


async def test_the_highlighted_article_is_shown_beside_the_list_but_stays_unread() -> None:
    async with settled() as (app, pilot):
        await press(pilot, "j", shows="The harbour council of Marlow voted")
        await until(pilot, lambda: "story of 4" in picture(app))
        assert not main_of(app).session.library.marked[1]["read"]  # type: ignore[attr-defined]


async def test_g_and_G_go_to_the_ends() -> None:  # noqa: N802  (the key's name)
    async with running(many(300)) as (app, pilot):
        main = main_of(app)
        await until(pilot, lambda: main.session.listed.complete)
        await pilot.press("G")
        assert main.session.listed.cursor == 299
        await until(pilot, lambda: "Headline number 299" in row_text(pilot))
        await pilot.press("g")
        assert main.session.listed.cursor == 0
        await until(pilot, lambda: "Headline number 0" in row_text(pilot))
        assert main.list.top == 0


async def test_ctrl_d_and_ctrl_u_move_half_a_page() -> None:
    async with running(many(300)) as (app, pilot):
        main = main_of(app)
        await until(pilot, lambda: main.session.listed.complete)
        await pilot.press("ctrl+d")
        half = main.session.listed.cursor
        assert main.list.rows // 2 - 4 <= half <= main.list.rows // 2
        await pilot.press("pagedown")
        assert main.session.listed.cursor > half + main.list.rows // 2
        await pilot.press("pageup", "ctrl+u")
        assert main.session.listed.cursor == 0


async def test_enter_opens_and_marks_read_and_escape_goes_back() -> None:
    async with settled() as (app, pilot):
        main = main_of(app)
        for number, into, back in ((1, "enter", "escape"), (7, "l", "h"), (2, "right", "left")):
            await pilot.press("j", into)
            await until(pilot, lambda: main.pane is main.text)
            assert main.session.article is not None
            assert main.session.article.id == number
            assert main.session.library.marked[number]["read"]  # type: ignore[attr-defined]
            await until(pilot, lambda: "○" in row_text(pilot))
            await pilot.press(back)
            assert main.pane is main.list
            assert not main.session.inside


async def test_tab_goes_round_the_panes() -> None:
    async with settled() as (app, pilot):
        main = main_of(app)
        seen = [main.pane.id]
        for _ in range(4):
            await pilot.press("tab")
            seen.append(main.pane.id)
        assert seen == ["list", "summary", "related", "text", "list"]
        await pilot.press("shift+tab")
        assert main.pane is main.text


async def test_space_opens_then_turns_pages_then_opens_the_next_unread() -> None:
    async with running(size=(60, 16)) as (app, pilot):
        main = main_of(app)
        await pilot.press("j", "space")
        await until(pilot, lambda: main.session.inside and main.session.article is not None)
        assert main.session.article is not None
        assert main.session.article.id == 1
        await until(pilot, lambda: main.text.max_scroll_y > 0)
        tops = [main.text.top]
        for _ in range(20):
            await pilot.press("space")
            if main.session.article.id != 1:
                break
            tops.append(main.text.top)
        assert len(tops) > 2
        assert tops == sorted(set(tops))
        assert main.session.article.id == 7, "the next unread one in the list"
        assert main.session.library.marked[7]["read"]  # type: ignore[attr-defined]


async def test_n_and_p_go_to_unread_articles() -> None:
    app = tui_app(FakeLibrary(tui_articles()))
    library = app.library
    library.mark([1, 7], read=True)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        main = main_of(app)
        await pilot.press("n")
        assert main.session.listed.current == 2, "two read ones are skipped"
        await pilot.press("p")
        assert main.session.listed.current == 9
        await press(pilot, "p", shows="no unread article before this")
        await pilot.press("enter", "n")
        await until(pilot, lambda: main.session.inside and main.session.article and main.session.article.id == 2)
        assert library.marked[2]["read"]  # type: ignore[attr-defined]


async def test_J_and_K_open_the_neighbours_from_inside_the_text() -> None:  # noqa: N802  (the keys' names)
    async with settled() as (app, pilot):
        main = main_of(app)
        await pilot.press("enter", "J")
        await until(pilot, lambda: main.session.article and main.session.article.id == 1)
        assert main.session.inside
        assert main.session.listed.current == 1
        await pilot.press("K")
        await until(pilot, lambda: main.session.article and main.session.article.id == 9)
        await press(pilot, "K", shows="first article of the list")


async def test_brackets_walk_round_the_story_in_time_order_and_on_to_related_ones() -> None:
    async with settled() as (app, pilot):
        main = main_of(app)
        await press(pilot, "j", "enter", "]", shows="2 of 6 · outlet unknown · undated · both: Marlow, Quay")
        assert main.session.listed.current == 4, "the list follows; after the latest come the undated ones"
        assert main.session.library.marked[4]["read"]  # type: ignore[attr-defined]
        await press(pilot, "]", shows="3 of 6 · NPA · eleven days earlier, 1st of 4")
        await press(pilot, "]", shows="4 of 6 · NPA · ten days earlier, 2nd of 4")
        await press(pilot, "]", shows="5 of 6 · outlet unknown · undated · related")
        await press(pilot, "]", "]", shows="all that is related was on the walk")
        await press(pilot, "[", "[", "[", "[", "[", shows="1 of 6 · Marlow Courier · 3rd of 4 · where this walk began")
        await press(pilot, "[", shows="2 of 6 · NPA · ten days earlier, 2nd of 4")
        assert main.session.article is not None
        assert main.session.article.id == 2, "the earlier one is next on the way back through time"


async def test_an_article_without_a_story_has_no_way_back_only_one_on() -> None:
    async with settled() as (_, pilot):
        await press(pilot, "enter", "[", shows="the walk begins here")
        await press(pilot, "]", shows=("2 of 3 · Marlow Courier", "related"))


async def test_w_says_in_full_why_an_article_follows() -> None:
    async with settled() as (app, pilot):
        await press(pilot, "j", "enter", "w", shows="choose a related article, or walk to one with ]")
        await press(pilot, "]", "]", "w", shows="why this follows")
        seen = picture(app)
        assert "NPA · 6 Nov 2031 (inferred) · Salvage firms learn" in seen
        assert "Marlow Courier · 17 Nov 2031 10:37 · Marlow closes" in seen
        assert "eleven days earlier" in seen
        assert "Ines Dorrel, Marlow" in seen
        assert "The [/] quay closes." in seen
        await pilot.press("escape")
        await until(pilot, lambda: len(app.screen_stack) == 1)
        await pilot.press("shift+tab", "G", "w")
        await until(pilot, lambda: "another; near it only" in picture(app), "of the selected row of the related pane")


async def test_b_and_B_follow_the_trail_to_the_places_that_were_left() -> None:  # noqa: N802  (the keys' names)
    async with settled(size=(100, 16)) as (app, pilot):
        main = main_of(app)
        await pilot.press("j", "enter")
        await until(pilot, lambda: main.text.max_scroll_y > 5)
        await pilot.press("ctrl+d")
        await pilot.press("ctrl+d")
        left_at = main.text.place
        assert left_at > 0
        await pilot.press("J")
        await until(pilot, lambda: main.session.article and main.session.article.id == 7)
        await pilot.press("b")
        await until(pilot, lambda: main.session.article and main.session.article.id == 1)
        await until(pilot, lambda: main.text.place == left_at, "the place where it was left")
        await press(pilot, "b", shows="the trail begins here")
        await pilot.press("B")
        await until(pilot, lambda: main.session.article and main.session.article.id == 7)
        await press(pilot, "B", shows="the trail ends here")


async def test_q_goes_back_and_then_out() -> None:
    async with settled() as (app, pilot):
        await pilot.press("enter", "q")
        assert main_of(app).pane is main_of(app).list
        assert app.is_running
        await pilot.press("q")
        await until(pilot, lambda: not app.is_running or app._exit)
    assert app.return_code == 0


async def test_Q_leaves_at_once() -> None:  # noqa: N802  (the key's name)
    async with settled() as (app, pilot):
        await pilot.press("enter", "Q")
        await until(pilot, lambda: app._exit)
    assert app.return_code == 0


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_help_lists_every_command_with_its_keys(key: str) -> None:
    async with settled(size=(100, 60)) as (app, pilot):
        await press(pilot, key, shows="help · the list")
        seen = picture(app)
        for _ in range(12):
            await pilot.press("space")
            await pilot.pause()
            seen += picture(app)
        for words in (
            "Read on: open the article",
            "Walk on through the story",
            "Take back what was done last: marks, what was set by hand",
            "Choose the colours: reader-dark",
            "In the palette (:).",
            "Open the article's own page",
            "ctrl+u",
        ):
            assert words in seen
        await pilot.press("escape")
        await until(pilot, lambda: len(app.screen_stack) == 1)


@pytest.mark.parametrize("key", ["colon", "ctrl+p"])
async def test_the_palette_finds_a_command_by_name_and_runs_it(key: str) -> None:
    async with settled() as (app, pilot):
        await pilot.press(key)
        await until(pilot, lambda: len(app.screen_stack) == 2 and "Walk on through" in picture(app))
        await pilot.press(*"trail")
        await until(pilot, lambda: "the trail begins here" in picture(app), "what cannot act now says why")
        await pilot.press(*["backspace"] * 5, *"outlet")
        await until(pilot, lambda: "By outlet" in picture(app) and "Walk back" not in picture(app))
        await pilot.press("enter")
        await until(pilot, lambda: main_of(app).session.listed.view.group == "outlet")
