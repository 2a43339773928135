"""Captions of pictures, told by their credit."""

from __future__ import annotations

import pytest
from headline_support import BODY

from reader.cleaning.metadata.captions import is_caption


@pytest.mark.parametrize(
    "line",
    [
        "Mayor Runa Castell © AFP / Ole Brandt",
        "The crane in March (c) Ole Brandt",
        "The crane in March (AP Photo/Ole Brandt)",
        "The crane in March (Ole Brandt/Kesten Courier).",
        "The crane in March / Reuters",
        "The crane in March. Photograph by: Ole Brandt",
        "The crane in March. Image credit: Ole Brandt",
        "Der Kran im März. Foto: Ole Brandt",
        "La grue en mars. Crédit photo Ole Brandt",
        "The crane in a FILE PHOTO",
        "The crane in March, Getty Images",
    ],
)
def test_a_line_with_a_credit_is_a_caption(line: str) -> None:
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "The image of the harbour has changed.",
        "The photographer filed his pictures in the evening (all of them).",
        "Every second boat, 3/4 of them from Kesten, came back.",
        "Three photos of the crane were sold.",
        "His foto-album went to the museum: nobody wanted it.",
    ],
)
def test_a_line_that_speaks_of_pictures_is_no_caption(line: str) -> None:
    assert not is_caption(line)


def test_captions_carry_a_credit() -> None:
    assert is_caption("Mayor Runa Castell © AFP / Ole Brandt")
    assert is_caption("The crane in March (AP Photo/Ole Brandt)")
    assert not is_caption("© 2022 Kesten Courier. All rights reserved.")
    assert not is_caption(BODY)
