"""Text in terminal cells."""

from __future__ import annotations

import itertools
import time

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.tui.draw.cells import clip, clip_outlet, fit, joined, line_of, piece_of, wrap

TEXTS = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from(" \n\t港の石炭…。「」e\u0301👩‍👩‍👧عام\x1b\x9b\u202e[/]")),
    max_size=120,
)


@given(TEXTS, st.integers(0, 40))
def test_clipped_text_fits_and_is_one_safe_line(text: str, width: int) -> None:
    shown = clip(text, width)
    assert cell_len(shown) <= width
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2028" for c in shown)
    if cell_len(line_of(text)) <= width:
        assert shown == line_of(text)


@given(TEXTS, st.integers(1, 40), st.booleans())
def test_fitted_text_has_exactly_the_width(text: str, width: int, right: bool) -> None:
    assert cell_len(fit(text, width, right=right)) == width


def test_clipping_shows_that_something_is_missing() -> None:
    assert clip("Marlow closes its quay", 12) == "Marlow clos…"
    assert clip("港の石炭埠頭", 7) == "港の石…"
    assert clip("short", 5) == "short"


@given(TEXTS, st.integers(2, 40))
@example("000000000000\x1b\x1b\x08\r00", 2)
def test_wrapped_lines_hold_every_visible_character_in_order(text: str, width: int) -> None:
    spans = list(wrap(text, width))
    assert all(a <= b for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in itertools.pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


@given(st.text(st.sampled_from("ab 港のe。「」"), max_size=120), st.integers(4, 40))
def test_wrapped_lines_fit(text: str, width: int) -> None:
    # a bracket or full stop is not parted from its ideograph, so narrow widths get a few cells of grace
    assert all(
        cell_len(text[a:b]) <= width for a, b in wrap(text, width) if cell_len(text[a:b]) <= 2 * (b - a) and b - a > 3
    )


def test_words_stay_whole_and_line_breaks_are_kept() -> None:
    text = "one two three\n\nfour"
    assert [text[a:b] for a, b in wrap(text, 8)] == ["one two", "three", "", "four"]


def test_an_opening_quote_stays_with_its_word() -> None:
    text = "talks in a “public format” only"
    assert [text[a:b] for a, b in wrap(text, 13)] == ["talks in a", "“public", "format” only"]


def test_ideographs_break_anywhere_but_not_before_a_full_stop() -> None:
    text = "港湾評議会は決めた。賛成は七。"
    lines = [text[a:b] for a, b in wrap(text, 10)]
    assert all(cell_len(line) <= 10 for line in lines)
    assert not any(line.startswith("。") for line in lines)


def test_a_part_of_a_text_is_wrapped_in_place() -> None:
    text = "skip this. Read that please. And no more"
    assert [text[a:b] for a, b in wrap(text, 10, 11, 28)] == ["Read that", "please."]


def test_a_line_of_five_megabytes_is_wrapped_in_linear_time() -> None:
    for text in ("x" * 5_000_000, "word " * 1_000_000, "港" * 500_000):
        start = time.process_time()
        lines = wrap(text, 70)
        next(lines)
        for _ in range(2_000):
            next(lines)
        assert time.process_time() - start < 3


def test_pieces_keep_their_blanks_and_lose_their_controls() -> None:
    assert piece_of(" a\tb\x1b[31mred\x1b[0m\n") == " a bred "


def test_an_outlet_does_without_its_article_before_it_does_without_its_end() -> None:
    assert clip_outlet("The Marlow Post", 15) == "The Marlow Post"
    assert clip_outlet("The Marlow Post", 11) == "Marlow Post"
    assert clip_outlet("The Marlow Post", 8) == "Marlow…"
    assert clip_outlet("Theatre Weekly", 9) == "Theatre…"


@given(st.lists(TEXTS, max_size=6), st.integers(4, 40))
def test_joined_parts_are_never_broken_and_fit_where_they_can(parts: list[str], width: int) -> None:
    lines = joined(parts, width, "|")
    assert "|".join(lines) == "|".join(part for part in parts if part)
    assert all(cell_len(line) <= width or line in parts for line in lines)
