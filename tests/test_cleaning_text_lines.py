"""Pages as lines: bullets, control characters, wrapped text."""

from __future__ import annotations

import textwrap
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning.input.text_lines import match_key, split

LONG = (
    "The council of the harbour town has decided to keep the old crane on the northern quay, which was built when the first "
    "steamers came in and has not lifted anything since the great storm of the year before last, when the roof went."
)


def test_lines_keep_their_numbers_and_the_gaps_before_them() -> None:
    found = split(["", "One", "", "", "  * Two", "\t"])
    assert [(line.number, line.text, line.gap, line.bullet) for line in found] == [
        (2, "One", 1, False),
        (5, "Two", 2, True),
    ]


def test_bullets_at_both_ends_are_taken_off_but_dashes_of_speech_stay() -> None:
    assert [line.text for line in split(["·On Monday", "It rained.·", "– No, he said", "* Item", "*starred*", "•"])] == [
        "On Monday", "It rained.", "– No, he said", "Item", "*starred*", "•",
    ]  # fmt: skip


def test_text_wrapped_at_a_width_is_joined_and_knows_its_lines() -> None:
    wrapped = textwrap.wrap(LONG, 72)
    found = split(["Headline", "", *wrapped, "", "End."])
    assert [line.text for line in found] == ["Headline", LONG, "End."]
    assert found[1].whole == tuple(wrapped)
    assert found[1].number == 3


def test_a_dateline_on_a_line_of_its_own_goes_before_the_wrapped_text_under_it() -> None:
    found = split(["KESTEN, May 6 (AP) -", *textwrap.wrap(LONG, 60), "", *textwrap.wrap(LONG, 60)])
    assert [line.text for line in found] == [f"KESTEN, May 6 (AP) - {LONG}", LONG]


def test_in_a_wrapped_text_lines_that_go_on_in_small_letters_are_joined_however_long_they_are() -> None:
    edited = ["The crane of Kesten, which was sold in the spring of that year, has", "been seen in a garden,", "its", "owner said."]  # fmt: skip
    found = split([*textwrap.wrap(LONG, 72), "", *edited])
    assert [line.text for line in found] == [LONG, " ".join(edited)]
    assert len(split(edited)) == len(edited)


def test_a_word_broken_at_a_line_end_is_made_whole() -> None:
    wrapped = ["The council of the harbour town has decided to keep the old crane on the nor-", "thern quay, which was built in the days of the first steamers that ever came", "in."]  # fmt: skip
    assert "northern quay" in split(wrapped)[0].text


@pytest.mark.parametrize("width", [72, 110])
def test_wrapped_paragraphs_that_follow_each_other_without_a_blank_line_are_told_apart(width: int) -> None:
    paragraphs = [
        "The harbour of Kesten will be dredged again next year, the council said on Tuesday after long talks with the "
        "mainland, which pays for half of it.",
        "Several members wanted to wait for the spring, but the fishermen, who had come in their boots, said that the "
        "mud had no patience left at all and that neither had they.",
        "According to the harbour master the channel has lost almost a metre of its depth since the great storm, and "
        "two boats have run aground in it this month alone.",
    ]
    raw = [line for paragraph in paragraphs for line in textwrap.wrap(paragraph, width)]
    assert [line.text for line in split(raw)] == paragraphs
    indented = [line for paragraph in paragraphs for line in textwrap.wrap(paragraph, width, initial_indent="    ")]
    assert [line.text for line in split(indented)] == paragraphs


def test_a_hyphen_that_stands_for_a_word_stays() -> None:
    raw = [
        "Der Rat hat am Dienstag nach langen Gesprächen über die Vor-",
        "und Nachteile der neuen Regeln für alle Häfen an der Ostküste",
        "gesprochen und dann beschlossen, dass alles bleibt wie es war.",
    ]
    (line,) = split(raw)
    assert "Vor- und Nachteile" in line.text


def test_menus_and_unwrapped_paragraphs_are_not_joined() -> None:
    menu = ["Home", "News from the islands", "Sport", "Weather for the weekend"]
    assert len(split(menu)) == 4
    assert len(split([LONG, LONG])) == 2
    assert len(split(textwrap.wrap(LONG, 72), wrapped=False)) > 1


def test_of_endless_lines_no_more_is_kept_than_is_looked_at() -> None:
    tracemalloc.start()
    for number in range(20):
        assert match_key(f"{number}. " + "Quay " * 100_000).startswith(f"{number}quayquay")
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < 1_000_000


@given(st.text(max_size=500))
def test_every_visible_character_is_there_once(text: str) -> None:
    for line in split(text.split("\n")):
        assert line.text
        assert "\n" not in line.text
        assert not set(line.text) & set("\x00\x1b\x9b\r\x7f")


@given(st.integers(1, 3), st.integers(199_990, 200_010))
def test_very_long_lines_are_squeezed_as_short_ones_are(blanks: int, size: int) -> None:
    text = ("ab" + " " * blanks) * (size // (2 + blanks) + 2)
    assert split([text])[0].text == " ".join(text.split())
