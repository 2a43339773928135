"""What a line over a text may be instead of its headline."""

from __future__ import annotations

import pytest
from headline_support import BODY, MORE, found

from reader.cleaning.lexicon.calls import rules_out_headline


@pytest.mark.parametrize(
    "line",
    [
        "E-mail this to a friend",
        "Go to all harbour news",
        "Make us your home page",
        "Tell us what you think about the mud!",
        "Please support local business!",
        "Quote of the day",
        "(From the last 12 hours)",
        "Kesten Courier staff reporter",
        "Kesten, Jan 16 11:49",
        "02:00 p.m. The Harbour Hour",
        "(function () { document.write('the harbour'); })",
    ],
)
def test_calls_clock_times_and_scripts_are_no_headlines(line: str) -> None:
    for above in (["Mud leaves the harbour of Kesten", line], [line, "Mud leaves the harbour of Kesten"]):
        assert found(*above, BODY, MORE)[0] == "Mud leaves the harbour of Kesten"


@pytest.mark.parametrize(
    "line",
    [
        "Harbour master makes his own soup",
        "Kesten goes back to the mud of its fathers",
        "The reporter who fell into the harbour",
        "Mud wins 3-2 against the harbour",
        "How the council of Kesten found out at 11:49 on a Monday morning that the harbour was gone",
    ],
)
def test_headlines_with_such_words_stay_headlines(line: str) -> None:
    assert not rules_out_headline(line)
    assert found("Sport", line, BODY, MORE)[0] == line
