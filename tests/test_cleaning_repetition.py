"""Lines of one make: points of a list, lines that begin alike, lines of one length."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning.classifier import repetition, text_features
from reader.cleaning.input.text_lines import split


def columns(texts: list[str]) -> dict[str, list[float]]:
    """The columns of `repetition`, by their names."""
    rows = text_features.matrix(split(texts))
    return {name: rows[:, text_features.NAMES.index(name)].tolist() for name in repetition.NAMES}


def test_points_that_are_counted_make_a_row() -> None:
    found = columns(["What Kesten needs:", "1. A bridge", "2. A ferry, perhaps two", "3. Patience", "12 boats came."])
    assert np.allclose(np.expm1(found["numbered"]), [0, 2, 2, 2, 0])


def test_points_may_stand_some_lines_apart_but_not_far() -> None:
    near = ["1 Orrin", "The first port of call.", "2a Kesten", "The second, with a letter after its number."]
    assert np.allclose(np.expm1(columns(near)["numbered"]), [1, 0, 1, 0])
    far = ["1 Orrin", *("Between them lies the lagoon.",) * 6, "2 Kesten"]
    assert not any(columns(far)["numbered"])


def test_years_and_great_numbers_are_no_points() -> None:
    assert not any(columns(["2021 was dry.", "2022 was wet.", "٣ ports", "²nd harbour"])["numbered"])


def test_lines_that_begin_with_the_same_two_words_are_counted() -> None:
    texts = [
        "Read also: the ferry that sank at its landing stage",
        "The council met on Tuesday to talk about the mud.",
        "Read also: three ways to cook a lagoon eel",
        "Read also",
    ]
    assert np.allclose(np.exp(columns(texts)["beginning"]), [2, 1, 2, 1])


def test_a_line_that_stands_there_twice_begins_like_no_other() -> None:
    assert not any(columns(["The ferry sails at noon today.", "Home", "The ferry sails at noon today."])["beginning"])


def test_a_link_that_is_written_twice_is_its_own_echo() -> None:
    texts = ["Why the islanders sleep badly", "Why the islanders sleep badly FEATURE", "Why the islanders left", "Home"]
    assert columns(texts)["echo"] == [1, 1, 0, 0]


def test_a_line_is_as_long_as_the_more_alike_of_its_neighbours() -> None:
    steps = columns(["a" * 20, "b" * 20, "c" * 200])["length_step"]
    assert steps[0] == steps[1] == 0 < steps[2]
    assert columns(["alone"])["length_step"] == [9]


@given(st.lists(st.text(alphabet="ab 12.½٣", min_size=1, max_size=12), min_size=1, max_size=20))
def test_any_lines_have_numbers(texts: list[str]) -> None:
    if split(texts):
        assert all(np.isfinite(values).all() and min(values) >= 0 for values in columns(texts).values())
