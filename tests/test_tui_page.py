"""Articles laid out in lines, dates in words, panes by width, bars."""

from __future__ import annotations

from datetime import date, datetime
from itertools import islice, pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article, Entry, Paragraph, Removed
from reader.tui.draw import layout, wording
from reader.tui.draw.page import lay_out
from reader.tui.widgets.bars import progress_bar, sparkline


def lines_of(article: Article, width: int = 40, **how: Any) -> list[str]:
    return ["".join(text for text, _ in line.pieces).rstrip() for line in lay_out(article, width, **how)]


WORDS = st.text(st.sampled_from("ab é港。 \n"), min_size=1, max_size=60)


@given(st.lists(WORDS, max_size=6), st.integers(10, 90))
def test_body_lines_show_every_character_of_the_text_in_order(texts: list[str], width: int) -> None:
    article = Article(paragraphs=tuple(Paragraph(text.strip()) for text in texts if text.strip()))
    shown = [line for line in lay_out(article, width) if line.start >= 0]
    assert all(article.text[line.start : line.end] == line.pieces[0][0] for line in shown)
    assert all(a.end <= b.start for a, b in pairwise(shown))
    assert "".join("".join(article.text[s.start : s.end].split()) for s in shown) == "".join(article.text.split())


def test_subheads_and_captions_stand_between_the_paragraphs() -> None:
    article = Article(
        headline="H",
        paragraphs=(
            Paragraph("First."),
            Paragraph("Why", "subhead"),
            Paragraph("A crane", "caption"),
            Paragraph("Second."),
        ),
    )
    lines = [line for line in lines_of(article) if line]
    assert lines[-4:] == ["First.", "Why", "▫ A crane", "Second."]


def test_items_quotations_code_and_cells_are_told_by_what_stands_before_them() -> None:
    kinds = (("Dredge the harbour, then the canal", "item"), ("Rest", "item"), ("So it was said", "quote"))
    paragraphs = (
        Paragraph("First."),
        *(Paragraph(*each) for each in kinds),
        Paragraph("ls -l", "code"),
        Paragraph("7", "row"),
    )
    article = Article(headline="H", paragraphs=paragraphs)
    shown = [line.lead + "".join(text for text, _ in line.pieces) for line in lay_out(article, 24)]
    assert [text.rstrip() for text in shown[-12:]] == [
        "First.", "", "• Dredge the harbour,", "  then the canal", "• Rest", "", "┃ So it was said", "", "  ls -l", "",
        "│ 7", "",
    ]  # fmt: skip
    assert article.text == "\n\n".join(paragraph.text for paragraph in paragraphs)


def test_cuts_stand_where_their_lines_were_and_none_is_lost() -> None:
    article = Article(
        paragraphs=(Paragraph("First.", line=3), Paragraph("Second.", line=7)),
        removed=(
            Removed("Share", 5, "share bar"),
            Removed("Menu", 1, "menu"),
            Removed("End", 9, "footer"),
            Removed("?", 0, "x"),
        ),
    )
    lines = [line for line in lines_of(article, cuts=True) if line][2:]
    assert lines == ["✂ x  ?", "✂ menu  Menu", "First.", "✂ share bar  Share", "Second.", "✂ footer  End"]


def test_paragraphs_without_line_numbers_keep_their_order_and_the_cuts_come_after_them() -> None:
    article = Article(text="First.\n\nSecond.", removed=(Removed("Menu", 4, "menu"),))
    assert [line for line in lines_of(article, cuts=True) if line][2:] == ["First.", "Second.", "✂ menu  Menu"]


def test_a_repeated_paragraph_is_found_at_its_own_place() -> None:
    article = Article(text="Again.\n\nAgain.")
    assert [line.start for line in lay_out(article, 40) if line.start >= 0] == [0, 8]


def test_a_text_of_megabytes_begins_at_once() -> None:
    article = Article(headline="Long", text="word " * 1_000_000)
    assert len(list(islice(lay_out(article, 60), 100))) == 100


@pytest.mark.parametrize(
    ("start", "other", "words"),
    [
        (date(2022, 11, 7), datetime(2022, 11, 17, 10, 37), "ten days later"),
        (datetime(2022, 11, 7, 23, 59), date(2022, 11, 6), "one day earlier"),
        (date(2022, 11, 7), date(2022, 11, 7), "the same day"),
        (date(2020, 1, 1), date(2023, 1, 1), "1,096 days later"),
        (None, date(2023, 1, 1), "undated"),
        (date(2023, 1, 1), None, "undated"),
    ],
)
def test_distances_in_words(start: date | None, other: date | None, words: str) -> None:
    assert wording.distance(start, other) == words


def test_headings_in_words() -> None:
    assert wording.heading("2022-11-17", "date") == "Thu 17 Nov 2022"
    assert wording.heading("2022-11-06~", "date") == "Sun 6 Nov 2022 (year inferred)"
    assert wording.heading("", "date") == "Undated"
    assert wording.heading("odd", "date") == "odd"
    assert wording.heading("", "outlet") == "Outlet unknown"
    assert wording.heading("NPA", "outlet") == "NPA"


def test_moments_in_words() -> None:
    at = Entry(id=1, headline="h", published=datetime(2022, 11, 17, 9, 5))
    on = Entry(id=1, headline="h", published=date(2022, 11, 6), published_from="inferred")
    assert [wording.moment(at, "date"), wording.moment(on, "date")] == ["09:05", "day"]
    assert [wording.moment(at, "outlet"), wording.moment(on, "outlet")] == ["17 Nov 22", "~6 Nov 22"]
    assert wording.moment(Entry(id=1, headline="h"), "date") == "?"


@pytest.mark.parametrize(
    ("width", "mode", "inside", "panes"),
    [
        (200, "beside", False, ("list", "side", "text")),
        (120, "text", False, ("list", "text")),
        (120, "summary", True, ("list", "side")),
        (119, "beside", True, ("list", "text")),
        (100, "summary", False, ("list", "side")),
        (80, "beside", False, ("list",)),
        (60, "beside", True, ("text",)),
        (60, "summary", True, ("side",)),
    ],
)
def test_panes_by_width(width: int, mode: layout.Mode, inside: bool, panes: tuple[str, ...]) -> None:
    assert layout.panes(width, mode, inside=inside, zen=False) == panes


@given(st.integers(20, 300), st.sampled_from(["beside", "text", "summary"]), st.booleans(), st.booleans())
def test_something_is_always_seen_and_changing_the_mode_comes_round(
    width: int, mode: layout.Mode, inside: bool, zen: bool
) -> None:
    assert layout.panes(width, mode, inside=inside, zen=zen)
    seen = {mode}
    for _ in range(3):
        mode = layout.next_mode(width, mode)
        seen.add(mode)
    assert {"beside", "summary"} <= seen


def test_a_sparkline_shows_the_most_as_the_highest_and_none_as_the_lowest() -> None:
    assert sparkline([0, 1, 4, 8]) == "▁▂▅█"
    assert sparkline([0, 0]) == "▁▁"
    assert sparkline([]) == ""


@given(st.integers(0, 2_000_000), st.integers(0, 1_000_000), st.integers(1, 40))
def test_a_progress_bar_has_its_width_whatever_is_done(done: int, total: int, width: int) -> None:
    assert len(progress_bar(done, total, width)) == width


def test_facts_are_wrapped_between_them_not_inside_one() -> None:
    article = Article(headline="H", outlet="Marlow Courier", text="One.", published=date(2031, 11, 7))
    assert lines_of(article, 40, standing=["3 of 4 in the story", "#quay"])[1:3] == [
        "Marlow Courier · 7 Nov 2031 · 1 min",
        "3 of 4 in the story · #quay",
    ]


@pytest.mark.parametrize(
    ("said", "shown"),
    [("--05-22", "22 May of an unknown year"), (None, "undated"), ("--13-40", "undated"), ("odd", "undated")],
)
def test_a_day_whose_year_is_not_known_is_shown_as_such(said: str | None, shown: str) -> None:
    assert wording.published(Article(text="One.", day_and_month=said)) == shown
