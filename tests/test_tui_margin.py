"""The margin of the text: where else its passages stand, what was already read, what has nothing new."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from tui_support import FakeLibrary, main_of, picture, press, running, settled, tui_library, until

from reader.article import Article
from reader.comparison import Elsewhere, Passages, TracedSentence
from reader.tui.draw.margin import NO_SIGN, Margin, overlapping


def told(*signs: str, length: int = 10) -> Passages:
    """Sentences of so many characters, one after the other; `✓2` and the like say where else they stand."""
    made = []
    for number, sign in enumerate(signs):
        others = tuple(Elsewhere(i, "copied", True) for i in range(int(sign[1:] or 0)))
        made.append(
            TracedSentence(
                number * length, number * length + length - 1, others, seen=sign[0] == "✓", slight=sign == "-"
            )
        )
    return Passages(1, (2, 3), tuple(made), 0.5)


def signs_of(margin: Margin, *lines: int) -> list[str]:
    """The signs beside lines that begin at these characters; the last one ends a text."""
    spans = list(pairwise(lines))
    return [margin.sign(span, spans[max(0, i - 1)])[0] for i, span in enumerate(spans)]


def test_a_sign_stands_where_a_passage_begins_and_once_for_those_that_are_alike() -> None:
    text = "x" * 80
    assert signs_of(Margin(told("≡2", "≡2", "◇", "✓1"), text), 0, 10, 20, 30, 40) == ["≡2", "", "◇", "✓1"]


def test_in_a_new_paragraph_it_is_said_again() -> None:
    text = "x" * 18 + "\n\n" + "x" * 60
    assert signs_of(Margin(told("≡2", "≡2", "≡2", length=20), text), 0, 20, 40, 60) == ["≡2", "≡2", ""]


def test_of_two_passages_that_begin_in_a_line_the_second_is_signed_beside_the_next() -> None:
    assert signs_of(Margin(told("≡1", "◇", "≡3"), "x" * 30), 0, 15, 20, 30) == ["≡1", "◇", "≡3"]


def test_what_is_too_short_to_say_anything_has_no_sign() -> None:
    assert signs_of(Margin(told("-", "≡1", "-"), "x" * 30), 0, 10, 20, 30) == ["", "≡1", ""]


def test_an_article_that_shares_nothing_has_no_signs_at_all() -> None:
    margin = Margin(told("◇", "◇"), "x" * 20)
    assert margin.sign((0, 10), (0, 10)) == NO_SIGN
    assert Margin(None).sign((0, 10), (0, 10)) == NO_SIGN


def test_stretches_that_reach_into_a_line_are_found() -> None:
    spans = [(0, 5), (5, 9), (20, 30)]
    assert list(overlapping(spans, 6, 19)) == [(5, 9)]
    assert list(overlapping(spans, 4, 22)) == spans


async def test_passages_that_stand_elsewhere_and_those_that_stand_only_here_are_signed() -> None:
    async with settled() as (app, pilot):
        await pilot.press("j", "enter")
        await until(pilot, lambda: "≡2" in picture(app), "the opening stands in two others")
        await until(pilot, lambda: "◇" in picture(app), "the residents only here")
        assert "already read" not in picture(app)
        await pilot.press("i")
        assert "nothing here was read in another article" in picture(app)


async def test_what_was_read_in_another_article_is_faded_and_counted_and_i_shows_it_plainly() -> None:
    library = tui_library()
    library.mark([2], read=True)
    async with settled(library) as (app, pilot):
        main = main_of(app)
        await press(pilot, "j", "enter", shows="% already read")
        assert "✓2" in picture(app)

        def inks() -> set[str]:
            return {ink for line in main.text._lines if line.start >= 0 for _, ink in main.text._pieces(line)}

        assert any(ink.startswith("seen") for ink in inks())
        assert "i fade" in picture(app) or main.actions.comparing.cannot_fade() == ""
        await pilot.press("i")
        assert not any(ink.startswith("seen") for ink in inks())
        assert "✓2" in picture(app), "the signs stay"
        await pilot.press("i")
        assert any(ink.startswith("seen") for ink in inks())


async def test_marking_another_article_changes_what_was_already_read() -> None:
    library = tui_library()
    async with settled(library) as (app, pilot):
        main = main_of(app)
        await pilot.press("j", "enter")
        await until(pilot, lambda: main.session.passages is not None)
        main.actions.marking.mark([2], read=True)
        await until(pilot, lambda: "% already read" in picture(app))
        await pilot.press("u")
        await until(pilot, lambda: "% already read" not in picture(app))


async def test_moving_on_forgets_the_margin() -> None:
    async with settled() as (app, pilot):
        main = main_of(app)
        await pilot.press("j")
        await until(pilot, lambda: main.session.passages is not None and main.session.passages.article_id == 1)
        await pilot.press("G")
        await until(pilot, lambda: main.session.article is not None and main.session.article.id != 1)
        assert main.session.passages is None or main.session.passages.article_id != 1


async def test_in_a_narrow_terminal_the_text_keeps_its_margin() -> None:
    async with running(size=(60, 16)) as (app, pilot):
        await pilot.pause()
        await press(pilot, "j", "enter", shows="≡1")
        assert all(len(line) <= 60 for line in picture(app).splitlines())


def copies() -> FakeLibrary:
    """A report, two copies of it, and one with something new; all of one story, the newest first."""
    text = (
        "The ferry Sula ran aground off Kelm harbour in thick fog on Sunday night. "
        "All 31 passengers were brought ashore by the pilot boat before midnight."
    )
    first = Article(headline="Ferry aground", outlet="NPA", published=datetime(2031, 3, 9, 12), text=text)
    return FakeLibrary(
        [
            first,
            replace(first, headline="The same", outlet="Courier", published=datetime(2031, 3, 8, 12)),
            replace(first, headline="The same again", outlet="Gazette", published=datetime(2031, 3, 7, 12)),
            replace(
                first,
                headline="Something new",
                published=datetime(2031, 3, 6, 12),
                text=text.replace("31", "13"),
                paragraphs=(),
            ),
        ],
        stories=[{1, 2, 3, 4}],
    )


async def test_n_passes_over_articles_in_which_nothing_is_new_and_says_so() -> None:
    async with settled(copies()) as (app, pilot):
        main = main_of(app)
        await pilot.press("enter")
        await until(pilot, lambda: main.actions.comparing._nothing_new == {2, 3})
        await pilot.press("n")
        assert main.session.article is not None
        assert main.session.article.headline == "Something new", "another figure is something new"
        await until(pilot, lambda: "2 passed over: nothing new" in picture(app))
        assert not app.library.marked[2]["read"], "what was passed over was not read"  # type: ignore[attr-defined]


async def test_where_all_that_is_left_has_nothing_new_n_says_so() -> None:
    library = copies()
    library.mark([4], read=True)
    async with settled(library) as (app, pilot):
        main = main_of(app)
        await pilot.press("enter")
        await until(pilot, lambda: main.actions.comparing._nothing_new == {2, 3})
        await press(pilot, "n", shows="no unread article further on · 2 passed over: nothing new")
        await pilot.press("J")
        assert main.session.article is not None
        assert main.session.article.headline == "The same", "the next of the list is the next of the list"


async def test_a_text_is_not_drawn_anew_where_its_marks_and_signs_are_as_before() -> None:
    async with settled() as (app, pilot):
        main, text = main_of(app), main_of(app).text
        await until(pilot, lambda: main.session.passages is not None)
        drawn: list[bool] = []
        text.refresh = lambda *_, **__: drawn.append(True)  # type: ignore[method-assign,assignment,func-returns-value]
        text.mark_passages(main.session.passages)
        text.mark(text.taken)
        assert not drawn
        text.mark_passages(told("◇", "≡2"))
        assert drawn
