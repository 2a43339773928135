"""The desk compares: tellings of a story, two articles side by side, what was read elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from stories_support import DAM_AGENCIES, DAM_EVE, DAM_FIRST

from reader.article import Article
from reader.desk import Library
from reader.errors import NotFound

PARAGRAPHS = DAM_FIRST.text.split("\n\n")
WIRE = replace(DAM_FIRST, outlet="NOVA", published=date(2022, 3, 7), language="en")
REPRINT = replace(
    WIRE,
    outlet="Kelm Post",
    agency="NOVA",
    published=datetime(2022, 3, 7, 6, 30),
    text="\n\n".join(
        [*PARAGRAPHS[:-1], "In Kelm the market square was flooded for the third time since the new year."]
    ),
    paragraphs=(),
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.db") as library:
        yield library


def one_story(library: Library, *articles: Article) -> tuple[int, list[int]]:
    """Add articles that are one story: its number and theirs."""
    ids = library.add_articles(articles)
    return library._store.set_story(ids), ids


def test_a_wire_report_and_its_reprint_are_one_telling_that_the_agency_ran_first(library: Library) -> None:
    story, (reprint, wire, other) = one_story(library, REPRINT, WIRE, DAM_AGENCIES)
    tellings = library.tellings(story)
    assert [telling.ids for telling in tellings] == [(wire, reprint), (other,)]
    assert tellings[0].first == wire
    assert tellings[1].copies == ()


def test_of_a_copy_it_is_known_what_it_added_and_what_it_left_out(library: Library) -> None:
    story, (_, reprint) = one_story(library, WIRE, REPRINT)
    ((copy,),) = [telling.copies for telling in library.tellings(story)]
    assert copy.article_id == reprint
    assert [sentence.text for sentence in copy.added] == [
        "In Kelm the market square was flooded for the third time since the new year."
    ]
    assert copy.left_out
    assert all(sentence.text in PARAGRAPHS[-1] for sentence in copy.left_out)
    assert all(WIRE.text[sentence.start : sentence.end] == sentence.text for sentence in copy.left_out)


def test_a_new_report_with_old_background_has_no_copies(library: Library) -> None:
    story, _ = one_story(library, WIRE, DAM_EVE)
    assert [telling.copies for telling in library.tellings(story)] == [(), ()]


def test_the_tellings_of_no_story_are_not_found(library: Library) -> None:
    with pytest.raises(NotFound):
        library.tellings(7)
