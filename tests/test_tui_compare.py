"""The compare screen: two articles side by side, every key of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from syrupy.assertion import SnapshotAssertion
from tui_compare_screen import SUNDAY, TUESDAY, compared, ferry
from tui_pictures import drawn, keep_picture
from tui_support import FakeLibrary, main_of, picture, press, running, settle, settled, tui_app, until

from reader.article import Article
from reader.desk.overlap import compare
from reader.errors import ReaderError
from reader.tui.app import ReaderApp
from reader.tui.screens.compare import CompareScreen

SIZES = pytest.mark.parametrize("size", [(140, 40), (80, 24), (60, 16)], ids=["140x40", "80x24", "60x16"])
WIDE = (140, 40)


def inks_of(app: ReaderApp) -> list[tuple[str, bool, bool]]:
    """The drawn pieces with whether they are underlined and reversed."""
    return [
        (segment.text, bool(segment.style and segment.style.underline), bool(segment.style and segment.style.reverse))
        for strip in app.screen._compositor.render_strips()
        for segment in strip
    ]


@SIZES
async def test_two_articles_side_by_side_look_as_they_did(size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with running(ferry(), size=size) as (app, pilot):
        await compared(pilot)
        await until(pilot, lambda: "All 31 passengers" in picture(app) or size[1] < 20)
        keep_picture(app, "compare")
        assert drawn(app) == snapshot


async def test_matching_sentences_stand_in_one_line_in_a_wide_terminal() -> None:
    async with running(ferry()) as (app, pilot):
        await compared(pilot)
        lines = picture(app).splitlines()
        assert any("All 31 passengers" in line and "All 13 passengers" in line and "≠" in line for line in lines)
        assert any("We have had worse" in line and "Worse nights" in line and "”" in line for line in lines)
        only = next(line for line in lines if "The baker of Kelm" in line)
        assert only.rstrip().endswith("◇")
        assert "Halden Wire · 9 Mar 2031 · 68 % of it is also in Skerry Radio" in lines[0]
        assert "Ferry aground off Kelm" in lines[1]
        assert "What the radar knew" in lines[1]
        assert "1 with other figures" in picture(app)


async def test_in_a_narrow_terminal_they_stand_one_below_the_other() -> None:
    async with running(ferry(), size=(80, 24)) as (app, pilot):
        screen = await compared(pilot)
        await pilot.press("tab")
        lines = picture(app).splitlines()
        at = next(n for n, line in enumerate(lines) if "≠ A All 31 passengers" in line)
        assert any(line.startswith("   B All 13 passengers") for line in lines[at + 1 :])
        assert screen.heads.size.height == 4
    async with tui_app(ferry()).run_test(size=(60, 16)) as pilot:
        screen = await compared(pilot)
        assert screen.heads.size.height == 2, "where it is low headlines have to go"


async def test_what_differs_is_underlined_and_figures_that_disagree_are_reversed_without_any_colour() -> None:
    async with running(ferry(), theme="ansi-dark") as (app, pilot):
        await compared(pilot)
        pieces = inks_of(app)
        assert ("31", False, True) in pieces
        assert ("13", False, True) in pieces
        assert any(text == "who steers the pilot boat" and underlined for text, underlined, _ in pieces) or any(
            underlined for _, underlined, _ in pieces
        )


async def test_copies_are_folded_and_enter_unfolds_them() -> None:
    async with running(ferry()) as (app, pilot):
        screen = await compared(pilot)
        await until(pilot, lambda: "= 3 sentences copied" in picture(app))
        screen.sides.move(next(n for n, item in enumerate(screen.sides.items) if item.size == 3))
        await pilot.press("enter")
        await until(pilot, lambda: "sentences copied" not in picture(app))
        assert sum("The radar of the ferry had failed" in line for line in picture(app).splitlines()) == 1
        assert screen.sides.row is not None
        assert screen.sides.row.same
        assert isinstance(app.screen, CompareScreen), "unfolding is not going"


async def test_f_unfolds_all_copies_and_folds_them_again() -> None:
    async with running(ferry()) as (app, pilot):
        await compared(pilot)
        await pilot.press("f")
        await until(pilot, lambda: "sentences copied" not in picture(app) and "It had been mended" in picture(app))
        await press(pilot, "f", shows="= 3 sentences copied")


async def test_n_and_p_go_to_what_has_other_figures_and_say_where_there_is_none() -> None:
    async with running(ferry()) as (app, pilot):
        screen = await compared(pilot)
        assert "n figures" in picture(app).splitlines()[-1]
        await pilot.press("n")
        assert screen.sides.row is not None
        assert screen.sides.row.disagrees
        await pilot.press("n")
        assert "no other figures further on" in picture(app)
        await pilot.press("G", "p")
        assert screen.sides.row.disagrees
        await pilot.press("right_square_bracket")
        await until(pilot, lambda: screen.entry.id == 1 and "with other figures" not in picture(app))
        await pilot.press("n")
        assert "no figures or dates disagree" in picture(app)


async def test_tab_goes_from_difference_to_difference_and_j_k_from_row_to_row() -> None:
    async with running(ferry()) as (app, pilot):
        screen = await compared(pilot)
        seen = [screen.sides.cursor]
        for _ in range(10):
            await pilot.press("tab")
            seen.append(screen.sides.cursor)
        rows = screen.sides.comparison.rows  # type: ignore[union-attr]
        assert all(not rows[screen.sides.items[n].first].same for n in seen[1:])
        assert "nothing differs further on" in picture(app)
        await pilot.press("shift+tab")
        assert screen.sides.cursor < seen[-1]
        await pilot.press("g")
        assert screen.sides.cursor == 0
        await pilot.press("j", "down")
        assert screen.sides.cursor == 2
        await pilot.press("k", "up")
        assert screen.sides.cursor == 0
        await pilot.press("G")
        assert screen.sides.cursor == len(screen.sides.items) - 1
        await pilot.press("pageup")
        assert screen.sides.cursor < len(screen.sides.items) - 1
        await pilot.press("space", "ctrl+d", "end", "home", "ctrl+d", "ctrl+u")
        assert screen.sides.cursor == 0


async def test_brackets_change_the_article_beside_it() -> None:
    async with running(ferry()) as (app, pilot):
        screen = await compared(pilot)
        assert "] [ other 1/2" in picture(app)
        await press(pilot, "]", shows="A [/] night [bold]in[/] Kelm")
        assert "] [ other 2/2" in picture(app)
        await pilot.press("]")
        assert "no other article after this" in picture(app)
        await press(pilot, "[", shows="What the radar knew")
        await pilot.press("[")
        assert "no other article before this" in picture(app)
        assert screen.at == 0


async def test_enter_goes_to_the_place_in_the_article_read_and_on_the_other_side_into_that_one() -> None:
    async with running(ferry()) as (app, pilot):
        screen = await compared(pilot)
        main = main_of(app)
        await pilot.press("tab", "enter") if screen.sides.row and screen.sides.row.a is None else await pilot.press(
            "enter"
        )
        await until(pilot, lambda: not isinstance(app.screen, CompareScreen))
        await until(pilot, lambda: main.pane is main.text and main.text.sought is not None)
        assert main.session.article is not None
        assert main.session.article.id == 1
        screen = await compared(pilot)
        while not (screen.sides.row and screen.sides.row.disagrees):
            await pilot.press("tab")
        await pilot.press("l")
        assert screen.right
        await pilot.press("enter")
        await until(pilot, lambda: main.session.article is not None and main.session.article.id == 2)
        await until(pilot, lambda: main.text.sought is not None)
        start, end = main.text.sought or (0, 0)
        assert TUESDAY[start:end].startswith("All 13 passengers")
        assert main.session.trail.behind, "b leads back"
        await pilot.press("b")
        assert main.session.article.id == 1


async def test_h_and_l_choose_the_side_and_a_row_without_it_leads_to_the_one_there_is() -> None:
    async with running(ferry(), size=(80, 24)) as (app, pilot):
        screen = await compared(pilot)
        await pilot.press("right")
        assert screen.right
        await pilot.press("left")
        assert not screen.right
        while not (screen.sides.row and screen.sides.row.kind == "only in B"):
            await pilot.press("j")
        await pilot.press("enter")
        main = main_of(app)
        await until(pilot, lambda: main.session.article is not None and main.session.article.id == 2)


@pytest.mark.parametrize("key", ["escape", "q", "d"])
async def test_the_article_is_there_again_when_the_screen_is_left(key: str) -> None:
    async with settled(ferry()) as (app, pilot):
        main_of(app).list.select(1)
        await settle(pilot)
        await pilot.press("enter")
        await compared(pilot)
        await pilot.press(key)
        await until(pilot, lambda: not isinstance(app.screen, CompareScreen))
        main = main_of(app)
        assert main.session.article is not None
        assert main.session.article.id == 1


async def test_the_telling_read_before_is_the_one_beside_it() -> None:
    async with settled() as (app, pilot):
        main = main_of(app)
        main.actions.reading.open(3)
        main.actions.reading.open(1)
        await settle(pilot)
        await pilot.press("d")
        await until(pilot, lambda: isinstance(app.screen, CompareScreen))
        assert isinstance(app.screen, CompareScreen)
        assert app.screen.others[app.screen.at].id == 3


@pytest.mark.parametrize("size", [WIDE, (80, 24)], ids=["wide", "narrow"])
async def test_the_nearest_telling_in_its_language_is_beside_it_whether_a_text_is_shown_or_not(
    size: tuple[int, int],
) -> None:
    library = ferry()
    for number, language in ((1, "en"), (2, "de"), (3, "en")):
        library.store[number] = replace(library.store[number], language=language)
    async with running(library, size=size) as (_, pilot):
        screen = await compared(pilot)
        assert [other.id for other in screen.others] == [2, 3]
        assert screen.others[screen.at].id == 3


async def test_where_there_is_no_other_article_it_says_so() -> None:
    library = FakeLibrary([Article(headline="Alone", text="It rained in Velm. The river rose.")])
    async with settled(library) as (app, pilot):
        await press(pilot, "d", shows="no other article to compare with")
        assert not isinstance(app.screen, CompareScreen)


async def test_an_article_that_cannot_be_read_is_said_and_can_be_left() -> None:
    library = ferry()
    async with settled(library) as (app, pilot):

        def fail(a: int, b: int) -> None:
            raise ReaderError("the [/] library is being repaired")

        library.compare = fail  # type: ignore[method-assign, assignment]
        await press(pilot, "d", shows="the [/] library is being repaired")
        await pilot.press("j", "enter", "tab", "f", "escape")
        await until(pilot, lambda: not isinstance(app.screen, CompareScreen))


async def test_help_lists_the_keys_and_signs_of_the_screen() -> None:
    async with running(ferry()) as (app, pilot):
        await compared(pilot)
        await press(pilot, "question_mark", shows=("side by side", "Figures or dates that disagree"))
        assert "Next row that is no mere copy" in picture(app)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, CompareScreen))


async def test_a_click_on_a_hint_does_what_its_key_does() -> None:
    async with running(ferry()) as (app, pilot):
        await compared(pilot)
        line = picture(app).splitlines()[-1]
        await pilot.click(offset=(line.index("fold"), 39))
        await until(pilot, lambda: "It had been mended" in picture(app))
        await pilot.click(offset=(line.index("back"), 39))
        await until(pilot, lambda: not isinstance(app.screen, CompareScreen))


async def test_another_width_lays_the_rows_out_anew() -> None:
    async with running(ferry()) as (app, pilot):
        screen = await compared(pilot)
        await pilot.press("j", "j")
        row = screen.sides.row
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: "A All 31 passengers" in picture(app))
        assert screen.sides.row == row
        await pilot.resize_terminal(140, 40)
        await until(pilot, lambda: "All 31 passengers" in picture(app) and "A All 31" not in picture(app))


async def test_three_hundred_sentences_are_there_at_once_and_move_at_once() -> None:
    text = "\n\n".join(f"Sentence {i} tells of sluice {i * 7} and of village {i * 13} by the dam." for i in range(300))
    other = text.replace("village", "hamlet").replace("sluice 70 ", "sluice 71 ")
    async with running(
        FakeLibrary([Article(headline="One", text=text), Article(headline="Two", text=other)], [{1, 2}])
    ) as (_, pilot):
        screen = await compared(pilot)
        assert len(screen.sides.items) == 300
        await press(pilot, "G", shows="Sentence 299")
        before = screen.sides.lines
        await pilot.press("k", "k")
        assert screen.sides.lines is before, "moving lays nothing out"


def test_the_invented_ferry_is_compared_as_a_reader_would() -> None:
    found = compare(Article(text=SUNDAY), Article(text=TUESDAY))
    kinds = [row.kind for row in found.rows]
    assert kinds == [
        "only in A", "only in B", "copied", "same quotation", "copied", "copied", "copied", "only in A"
    ]  # fmt: skip


async def test_a_key_pressed_twice_before_the_screen_is_gone_leaves_it_once() -> None:
    async with running(ferry()) as (app, pilot):
        screen = await compared(pilot)
        screen.action_close()
        screen.action_close()
        screen.action_go()
        await until(pilot, lambda: app.screen is main_of(app))
        assert len(app.screen_stack) == 1


async def test_what_only_one_has_stands_in_a_row_of_its_own_and_is_no_pair_with_what_only_the_other_has() -> None:
    async with running(ferry()) as (app, pilot):
        screen = await compared(pilot)
        assert screen.sides.row is not None
        assert screen.sides.row.kind == "only in A"
        line = next(line for line in picture(app).splitlines() if "Investigators went aboard" in line)
        assert line.split("◇")[0].strip() == "", "nothing of A beside it"
        await pilot.press("j", "l", "enter")
        await until(pilot, lambda: not isinstance(app.screen, CompareScreen))
        assert main_of(app).session.acting_on == 2


async def test_texts_in_two_languages_are_said_not_to_be_aligned() -> None:
    english = Article(headline="Sula", outlet="Skerry Radio", text=TUESDAY, language="en")
    german = Article(
        headline="Sula", outlet="Kelmer Bote", text="Die Lotsen gingen am Dienstag an Bord.", language="de"
    )
    async with running(FakeLibrary([english, german], stories=[{1, 2}])) as (app, pilot):
        await compared(pilot)
        assert "in two languages: paired by names and numbers only" in picture(app)
        assert "in German" in picture(app)
        assert "in English" in picture(app)
        assert "has 0 %" not in picture(app)
