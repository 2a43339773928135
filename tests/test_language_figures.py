"""reader.language.figures: the words that a number stands beside."""

from __future__ import annotations

import pytest

from reader.language.figures import numbered
from reader.language.words import words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in the third round of the cup", [("the", "3", "round")]),
        ("the 14th festival", [("the", "14", "festival")]),
        ("Jornada 22", [("jornada", "22", "")]),
        ("vierzehn Tote", [("", "14", "tote")]),
        ("в 18-м туре", [("в", "18", "туре")]),
        ("some 1,200 people", [("some", "1200", "people")]),
        ("1.200 Menschen", [("", "1200", "menschen")]),
        ("magnitude 5.4", [("magnitude", "5.4", "")]),
        ("one more, or none", []),
        ("", []),
    ],
)
def test_a_number_is_found_with_the_words_beside_it(text: str, found: list[tuple[str, str, str]]) -> None:
    assert list(numbered(words(text))) == found
