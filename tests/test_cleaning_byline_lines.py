"""Bylines in texts: the lines between a headline and its text that name who wrote it."""

from __future__ import annotations

import pytest

import reader

HEADLINE = "Kesten sells its old lighthouse to the best bidder"
TEXT = (
    "The harbour board of Kesten decided on Monday evening that the old lighthouse will be sold before the winter.\n\n"
    "Two buyers have shown their interest so far, one of whom wants to open a restaurant below the lantern room.\n\n"
    "The keeper's family has lived on the rock for four generations and would like to stay there for another one.\n\n"
    "A decision is expected in November, when the board meets again in the old customs house on the quay.\n\n"
)


def cleaned(*head: str, foot: str = "") -> reader.Article:
    lines = "\n\n".join([HEADLINE, *head])
    return reader.clean(f"{lines}\n\n{TEXT}{foot}", kind="text")


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (["By Ana Orr May 3, 2021"], "Ana Orr"), (["May 3, 2021 by Ana Orr"], "Ana Orr"),
        (["Ana Orr - May 3, 2021"], "Ana Orr"), (["Ana Orr | Kesten Courier"], "Ana Orr"),
        (["Ana Orr, Harbour correspondent"], "Ana Orr"), (["Ana Orr Harbour correspondent"], "Ana Orr"),
        (["Ana Orr reports"], "Ana Orr"), (["Ana Orr @anaorr 5 hours ago"], "Ana Orr"),
        (["Ana Orr", "May 3, 2021"], "Ana Orr"), (["Ana Orr", "Harbour reporter", "@anaorr"], "Ana Orr"),
        (["By", "Ana Orr"], "Ana Orr"), (["Author of the article:", "Ana Orr"], "Ana Orr"),
        (["ANA ORR", "May 3, 2021"], "ANA ORR"), (["Ana Orr and Ben Ord", "May 3, 2021"], "Ana Orr and Ben Ord"),
        (["Kommentar von", "Jens Urbach"], "Jens Urbach"),
    ],
)  # fmt: skip
def test_a_signature_under_the_headline_is_the_byline_and_no_text(head: list[str], name: str) -> None:
    article = cleaned(*head)
    assert article.byline == name
    assert article.text.startswith("The harbour board")


@pytest.mark.parametrize(
    "head",
    [
        ["Breaking News", "May 3, 2021"], ["New Zealand", "May 3, 2021"], ["KTN Announces Winners", "May 3, 2021"],
        ["Printable Version", "May 3, 2021"], ["What's New", "May 3, 2021"], ["Ana Orr"],
        ["Ana Orr", "Photo: Ben Ord / Kesten Media"], ["Powered by", "Ana Orr"],
    ],
)  # fmt: skip
def test_other_words_in_capitals_are_no_byline(head: list[str]) -> None:
    assert cleaned(*head).byline is None


def test_a_comment_under_the_text_has_no_byline() -> None:
    assert cleaned(foot="Comments\n\nby Grim Gus\n\nShame on you all, you should not have sold it.").byline is None
    assert cleaned(foot="By Ana Orr").byline == "Ana Orr"
