"""The standfirst between headline and text."""

from __future__ import annotations

from headline_support import BODY, MORE, found


def test_the_standfirst_follows_the_headline() -> None:
    standfirst = "The council gives in to the fishermen after a night of talks and a bowl of soup"
    assert found("Kesten dredges its harbour again", standfirst, BODY, MORE) == (
        "Kesten dredges its harbour again",
        standfirst,
    )


def test_bylines_dates_and_captions_are_no_standfirst() -> None:
    assert (
        found(
            "Kesten dredges its harbour again",
            "By Ana Orr",
            "17 November 2022",
            "The old crane (Photo: Ana Orr)",
            BODY,
            MORE,
        )[1]
        is None
    )
