"""reader.stories.facts.pairing: sentences that tell one fact in other words or languages stand beside each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article
from reader.desk.overlap import compare
from reader.stories import aligned


def beside(a: str, b: str, language: str = "en", other: str = "en") -> list[tuple[str, str]]:
    return [
        (a[row.a.start : row.a.end], b[row.b.start : row.b.end])
        for row in aligned(a, b, language=language, other_language=other)
        if row.a and row.b and row.by_fact
    ]


VOTE = "Otto Lind put Wessel ahead after 12 minutes and made it two from the spot after 34."
BUS = "Ida Moll had missed the bus, and walked home over the hills."
LOUD = "The guests were two up inside 34 minutes, both from Lind."
LAMP = "A lamp fell in the vestry, they say, and nobody was near it."


def test_two_sentences_that_tell_one_fact_in_other_words_are_one_row() -> None:
    assert beside(f"{VOTE} {BUS}", f"{LAMP} {LOUD}") == [(VOTE, LOUD)]


def test_what_has_no_partner_stands_alone() -> None:
    rows = aligned(f"{VOTE} {BUS}", f"{LAMP} {LOUD}")
    assert [row.kind for row in rows] == ["only in B", "reworded", "only in A"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kelm spokesman Kai Brandt said that the harbour was to be deepened.", "Kai Brandt of Kelm told reporters: nothing."),
        ("In Osk 14 boats were lost.", "Kelm counted 14 sheep."),
        ("It rained all night long.", "Nobody slept a wink."),
        (VOTE, f"“{LOUD}” he sang."),
    ],
)  # fmt: skip
def test_who_speaks_a_number_or_nothing_in_common_make_no_pair(a: str, b: str) -> None:
    assert beside(a, b) == []


def test_across_languages_names_and_numbers_make_the_pair_and_no_word_is_marked() -> None:
    a = "Ines Dorrel, 62, of the Coast Party received 710,262 votes. It was a dry day with some wind from the sea."
    b = "Der Tag war trocken. Ines Dorrel, 62, gewinnt mit 710.262 Stimmen."
    assert beside(a, b, "en", "de") == [
        ("Ines Dorrel, 62, of the Coast Party received 710,262 votes.", "Ines Dorrel, 62, gewinnt mit 710.262 Stimmen.")
    ]
    assert not any(
        side.changes for row in aligned(a, b, language="en", other_language="de") for side in (row.a, row.b) if side
    )


def test_what_is_one_by_its_fact_alone_is_no_part_of_how_much_stands_in_the_other() -> None:
    found = compare(Article(text=f"{VOTE} {BUS}", language="en"), Article(text=f"{LAMP} {LOUD}", language="en"))
    assert any(row.by_fact for row in found.rows)
    assert found.share_a == found.share_b == 0


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_are_paired(a: str, b: str) -> None:
    for one, other in beside(a, b, "en", "ru"):
        assert one
        assert other
