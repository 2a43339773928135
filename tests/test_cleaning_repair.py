"""Damaged characters are repaired before a line is judged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reader
from reader.cleaning.input.repair import repaired


@pytest.mark.parametrize(
    ("damaged", "meant"),
    [
        ("light\u00adhouse", "lighthouse"), ("the ﬁrst oﬃce", "the first office"), ("Orr &amp;amp; Sons", "Orr & Sons"),
        ("Orr &amp; Sons", "Orr & Sons"), ("&quot;No&quot;, she said&#8230;", '"No", she said…'), ("caf&eacute;", "café"),
        ("The keeperâ€™s house", "The keeper’s house"), ("CafÃ© KÃ¶ln", "Café Köln"), ("Â© Orr", "© Orr"),
        ("â€œNoâ€\u009d", "“No”"), ("â€œNo, noâ€ he said", "“No, no” he said"), ("ÐšÐµÑ", "КеÑ"),
        ("IRMÃ” disse", "IRMÃ” disse"), ("AT&T; R&D", "AT&T; R&D"), ("if a &lt; b", "if a &lt; b"), ("pâté…", "pâté…"),
        ("a word that goes on\u00ad", "a word that goes on\u00ad"),
    ],
)  # fmt: skip
def test_what_was_meant_is_read(damaged: str, meant: str) -> None:
    assert repaired(damaged) == meant


@given(st.text(alphabet="àéîõüÄÖß’“”–…ąęłżčšž абвгд 汉字 abc & ;", max_size=60))
def test_text_that_is_whole_stays(text: str) -> None:
    assert repaired(text) == text


@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    repaired(text)


def test_a_text_is_cleaned_as_it_was_meant_and_its_lines_are_kept_as_they_came() -> None:
    lines = [
        "Kesten sells its old light\u00adhouse to the best bid\u00adder",
        "Share &amp;amp; print",
        "The harbour board of Kesten de\u00adcided on Monday that the light\u00adhouse will be sold before the winter.",
        "The keeperâ€™s family has lived on the rock for four gener\u00adations and would like to stay there longer.",
    ]
    article = reader.clean("\n\n".join(lines), kind="text")
    assert article.headline == "Kesten sells its old lighthouse to the best bidder"
    assert "decided on Monday that the lighthouse" in article.text
    assert "The keeper’s family" in article.text


def test_neighbouring_elements_do_not_run_together() -> None:
    page = (
        "<html><body><h1>Kesten sells its old lighthouse</h1><p><span>3 May 2024</span><span>The harbour board of Kesten "
        "decided on Monday that the lighthouse will be sold before the winter.</span></p><p>Two buyers have shown their "
        "interest so far, one of whom wants to open a restaurant below the lantern room.</p></body></html>"
    )
    assert "2024The" not in reader.clean(page, kind="html").text
