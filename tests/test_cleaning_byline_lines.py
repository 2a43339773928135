"""Bylines in texts: the lines between a headline and its text that name who wrote it."""

from __future__ import annotations

import pytest

import reader
from reader.cleaning.input.text_lines import split
from reader.cleaning.metadata.byline_lines import signatures

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
        (["Kommentar von", "Jens Urbach"], "Jens Urbach"), (["May 3, 2021 | Ana Orr"], "Ana Orr"),
        (["Ana Orr", "aorr@kesten.example", "May 3, 2021"], "Ana Orr"), (["3 May 2021 | Ana Orr"], "Ana Orr"), (["Ana Orr in Norvik", "Mon 3 May 2021 10.15 BST"], "Ana Orr"),
        (["Por Ana Orr, Kesten", "03/05/2021"], "Ana Orr"),
        (["Ana Orr"], "Ana Orr"), (["Harbour reporter Ana Orr"], "Ana Orr"), (["Piotr Jendrasz | Clara Wirth"], "Piotr Jendrasz, Clara Wirth"),
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
        ["Printable Version", "May 3, 2021"], ["What's New", "May 3, 2021"], ["Rock Family"],
        ["Old Lighthouse", "May 3, 2021"], ["Ana Orr", "Photo: Ben Ord / Kesten Media"], ["Powered by", "Ana Orr"],
    ],
)  # fmt: skip
def test_other_words_in_capitals_are_no_byline(head: list[str]) -> None:
    assert cleaned(*head).byline is None


@pytest.mark.parametrize(
    ("foot", "name"), [("Ana Orr", "Ana Orr"), ("Interview: Ana Orr", "Ana Orr"), ("Old Rock", None)]
)
def test_a_name_alone_may_sign_a_text(foot: str, name: str | None) -> None:
    article = cleaned(foot=foot)
    assert article.byline == name
    assert foot not in article.text


def test_a_comment_under_the_text_has_no_byline() -> None:
    assert cleaned(foot="Comments\n\nby Grim Gus\n\nShame on you all, you should not have sold it.").byline is None
    assert cleaned(foot="By Ana Orr").byline == "Ana Orr"


@pytest.mark.parametrize(
    "told", ["is a reporter", "has covered harbours as our correspondent", "covers ships as a staff writer"]
)
def test_whom_the_last_line_calls_a_journalist_wrote_it(told: str) -> None:
    assert cleaned(foot=f"Ana Orr {told} for the Kesten Courier. Write to her.").byline == "Ana Orr"


def test_who_may_be_followed_below_the_text_wrote_it_unless_it_is_an_outlet() -> None:
    assert cleaned(foot="Follow Ana Orr on Twitter @anaorr.").byline == "Ana Orr"
    assert cleaned(foot="Follow Kesten News on Twitter @kestennews.").byline is None


def test_a_last_line_that_says_author_names_him() -> None:
    assert cleaned(foot="Autorin: Ana Orr, Leiterin des Hafens in Kesten.").byline == "Ana Orr"


def test_of_somebody_else_in_the_last_line_nothing_follows() -> None:
    assert cleaned(foot="Ana Orr is the keeper's eldest daughter. She was born on the rock.").byline is None


LEAD = "The board of the harbour has known for years that the tower is too dear to keep, and now it acts on that."


@pytest.mark.parametrize("line", ["By Ana Orr", "von Ana Orr", "par Ana Orr"])
def test_a_byline_between_the_first_paragraph_and_the_second_is_no_text(line: str) -> None:
    lines = split([HEADLINE, "", LEAD, "", line, "", *TEXT.split("\n")])
    assert signatures(lines, [i > 0 for i in range(len(lines))], 0) == [2]


def test_below_the_first_paragraph_a_name_alone_or_a_later_byline_is_text() -> None:
    for between in (["Ana Orr", "", "Harbour correspondent"], [LEAD, "", "By Ana Orr"]):
        lines = split([HEADLINE, "", LEAD, "", *between, "", *TEXT.split("\n")])
        assert signatures(lines, [i > 0 for i in range(len(lines))], 0) == []
