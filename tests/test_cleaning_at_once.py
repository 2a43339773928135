"""What a record has of an article can be read at once, and is nearly what cleaning makes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader import cleaning
from reader.article import RawDocument

TOLD = (
    "The ferry between Pellworth and Orrin lost its bow door in the small hours and came home backwards.",
    "Captain Mira Tolland said that none of the forty passengers noticed until the gulls came in.",
)
RECORD = RawDocument(
    identity="https://velm.example/ferry",
    text="\n\n".join(TOLD),
    container="record",
    url="https://velm.example/ferry",
    headline="Ferry to Orrin loses its bow door",
)


def texts(document: RawDocument) -> list[str]:
    """The paragraphs that can be read at once."""
    article = cleaning.as_it_came(document)
    return [] if article is None else [paragraph.text for paragraph in article.paragraphs]


def test_the_lines_of_a_text_are_paragraphs_with_their_numbers() -> None:
    article = cleaning.as_it_came(RECORD)
    assert article is not None
    assert [(one.text, one.line) for one in article.paragraphs] == [(TOLD[0], 1), (TOLD[1], 3)]
    assert (article.headline, article.outlet, article.published_from) == (RECORD.headline, "velm.example", "unknown")
    cleaned = cleaning.clean(RECORD)
    assert (article.text, article.outlet) == (cleaned.text, cleaned.outlet)


def test_the_blocks_of_a_piece_of_html_are_paragraphs_without_tags() -> None:
    page = (
        f"<!-- a\nblock --><p>{TOLD[0]}\n  He laughed &amp;\nleft.</p><div>{TOLD[1]}<br><b>More</b> &lt;soon&gt;</div>"
    )
    assert texts(replace(RECORD, kind="html", text=page)) == [f"{TOLD[0]} He laughed & left.", TOLD[1], "More <soon>"]


def test_the_headline_before_the_text_is_not_said_twice_and_nothing_is_left_of_control_characters() -> None:
    assert texts(replace(RECORD, text=f"{RECORD.headline}\n{TOLD[0]}\x1b[31m red")) == [f"{TOLD[0]} red"]


@pytest.mark.parametrize(
    "document",
    [
        replace(RECORD, container="file"),
        replace(RECORD, headline=None),
        replace(RECORD, headline="\x1b[31m"),
        replace(RECORD, unchosen=True),
        replace(RECORD, text=" \n"),
        replace(RECORD, text="Home\nNews\nSport\nWeather\nLog in\n" + TOLD[0]),
        replace(RECORD, kind="html", text=f"<html><body><p>{TOLD[0]}</p></body></html>"),
        replace(RECORD, kind="html", text=f"<nav>News</nav><p>{TOLD[0]}</p>"),
        replace(RECORD, text=TOLD[0] * 2000),
    ],
    ids=["file", "no headline", "no headline left", "of a crawl", "nothing", "menu", "page", "navigation", "endless"],
)
def test_what_is_not_nearly_clean_waits_for_cleaning(document: RawDocument) -> None:
    assert cleaning.as_it_came(document) is None
