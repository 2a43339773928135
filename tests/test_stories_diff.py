"""reader.stories.diff: what differs inside two sentences that match."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.stories import differences


def marked(a: str, b: str, *, in_order: bool = True) -> tuple[list[str], list[str]]:
    """The changed words on both sides, figures that disagree with a `!`."""
    sides = differences(a, b, in_order=in_order)
    return tuple(  # type: ignore[return-value]
        ["!" * change.figure + text[change.start : change.end] for change in side]
        for text, side in zip((a, b), sides, strict=True)
    )


def test_equal_sentences_do_not_differ_whatever_their_marks() -> None:
    assert marked("“The dam’s gates are shut.”", '"The dam\'s gates are shut"') == ([], [])


def test_words_that_were_exchanged_added_or_left_out_are_marked_in_a_copy() -> None:
    one = "The ferry Sula ran aground off Kelm on her first voyage."
    two = "The old ferry Sula stranded off Kelm on her first voyage."
    assert marked(one, two) == (["ran aground"], ["old", "stranded"])


@pytest.mark.parametrize(
    ("one", "other", "mine", "theirs"),
    [
        ("The flood killed 14 people in Velm.", "The flood killed 16 people in Velm.", "14", "16"),
        ("The flood killed fourteen people in Velm.", "The flood killed 16 people in Velm.", "fourteen", "16"),
        ("The council meets on Monday.", "The council meets on Tuesday.", "Monday", "Tuesday"),
        ("They met on 7 November in Velm.", "They met on 8 November in Velm.", "7 November", "8 November"),
        ("They met on November 7 in Velm.", "They met on 8 November in Velm.", "November 7", "8 November"),
        ("It cost 4.2 million crowns.", "It cost 4.5 million crowns.", "4.2 million", "4.5 million"),
        ("The flow fell by 32 per cent.", "The flow fell by 23 per cent.", "32", "23"),
        ("The dam of 1931 is old.", "The dam of 1932 is old.", "1931", "1932"),
        ("The shock came at 4:12 sharp.", "The shock came at 4:21 sharp.", "4:12", "4:21"),
        ("Der Rat tagt am Montag.", "Der Rat tagt am Dienstag.", "Montag", "Dienstag"),
    ],
)  # fmt: skip
def test_figures_and_dates_that_disagree_are_set_off(one: str, other: str, mine: str, theirs: str) -> None:
    assert marked(one, other) == (["!" + mine], ["!" + theirs])
    found = marked(one, other, in_order=False)
    assert "!" + mine in found[0]
    assert "!" + theirs in found[1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The flood killed fourteen people.", "The flood killed 14 people."),
        ("It cost 1,100 crowns.", "It cost 1.100 crowns."),
        ("It cost two million crowns.", "It cost 2,000,000 crowns."),
        ("They met on 7 November.", "They met on November 7."),
        ("The flow fell by 32 percent.", "The flow fell by 32 per cent."),
        ("They may meet in the march past.", "They may meet in the parade."),
    ],
)
def test_one_figure_written_in_two_ways_does_not_disagree(one: str, other: str) -> None:
    assert not [word for side in marked(one, other) for word in side if word.startswith("!")]


def test_a_figure_that_only_one_side_gives_is_no_disagreement() -> None:
    found = marked("The flood killed 14 people on Monday.", "The flood killed 14 people.")
    assert found == (["on Monday"], [])


def test_figures_of_different_things_do_not_disagree() -> None:
    one = "The flood of Monday killed 14 people."
    two = "People were killed when the flood carried away 30 shops and 7 bridges."
    assert not [word for side in marked(one, two, in_order=False) for word in side if word.startswith("!")]


def test_of_several_figures_those_that_count_the_same_disagree() -> None:
    one = "The quake killed 14 villagers and hurt 30 soldiers."
    two = "In the quake 33 soldiers were hurt and 16 villagers died."
    assert [w for side in marked(one, two, in_order=False) for w in side if w[0] == "!"] == ["!14", "!30", "!33", "!16"]


def test_a_mere_number_in_other_words_may_count_anything() -> None:
    one = "The former mayor admitted that he had bought a watch for 43,000 crowns and a coat with the town's money."
    two = "The former mayor admitted that he had spent 750,000 of the town's money on himself."
    assert not [word for side in marked(one, two, in_order=False) for word in side if word.startswith("!")]


def test_in_other_words_what_the_other_does_not_say_is_marked() -> None:
    one = "The radar of the ferry failed off Kelm harbour."
    two = "Off the harbour of Kelm the ferry lost her radar."
    assert marked(one, two, in_order=False) == (["failed"], ["lost"])


@settings(max_examples=200)
@given(st.text(max_size=120), st.text(max_size=120), st.booleans())
def test_any_two_texts_can_be_held_against_each_other(a: str, b: str, in_order: bool) -> None:
    for text, side in zip((a, b), differences(a, b, in_order=in_order), strict=True):
        assert all(0 <= change.start < change.end <= len(text) for change in side)
        assert all(one.end <= other.start for one, other in pairwise(side))


ODD = (
    "7",
    "8",
    "14",
    "per",
    "cent",
    "%",
    "November",
    "Monday",
    "may",
    "2022",
    "12:30",
    "thousand",
    "²",
    "٣",
    "½",
    "1.2.3",
)


@settings(max_examples=100)
@given(st.lists(st.sampled_from(ODD), max_size=12))
def test_odd_figures_are_only_words(words: list[str]) -> None:
    differences(" ".join(words), " ".join(reversed(words)))
