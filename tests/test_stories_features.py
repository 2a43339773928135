"""reader.stories.features and idf: what an article is compared by, packed small and read fast."""

from __future__ import annotations

import struct
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stories_support import DAM_EVE, DAM_FIRST

from reader.article import Article
from reader.errors import ArticleDamaged
from reader.stories import Features, features_of, redated
from reader.stories.features import STEPS, TERMS, FeatureVector
from reader.stories.idf import idf, prior_idf


def test_packing_and_unpacking_gives_the_features_back() -> None:
    found = features_of(DAM_FIRST)
    again = Features.unpack(found.pack())
    assert set(again.terms) == set(found.terms)
    assert all(abs(again.terms[t] - found.terms[t]) <= 1 / STEPS for t in found.terms)
    assert replace(again, terms={}, shown=()) == replace(found, terms={}, shown=())
    assert set(again.shown) <= set(found.shown)
    assert again.pack() == found.pack()


def test_names_numbers_and_stems_are_told_apart() -> None:
    terms = features_of(Article(text="Ilse Brandt saw 212 boats passing. Boats passed Kyiv.", language="en")).terms
    assert {"@brandt", "@kiev", "#212", "boat", "pass"} <= set(terms)


def test_a_mention_at_the_beginning_counts_more_than_one_far_down() -> None:
    filler = " ".join(f"word{i}thing" for i in range(200))
    terms = features_of(Article(text=f"A volcano smoked. {filler} A glacier melted.", language="en")).terms
    assert terms["volcano"] > 2 * terms.get("glacier", 0.0)


def test_packed_features_are_small_however_long_the_article() -> None:
    long = Article(text="\n\n".join(f"{DAM_FIRST.text} {i} {DAM_EVE.text}" for i in range(50)))
    assert len(features_of(long).terms) <= TERMS
    assert len(features_of(long).pack()) < 2_600
    assert len(features_of(DAM_FIRST).pack()) < 2_000


def test_dates_of_every_kind_are_kept() -> None:
    assert features_of(DAM_FIRST).day == date(2022, 3, 7)
    moment = datetime(2022, 3, 7, 23, 30, tzinfo=timezone.utc)
    assert features_of(replace(DAM_FIRST, published=moment)).day == date(2022, 3, 7)
    assert (features_of(DAM_EVE).day, features_of(DAM_EVE).day_and_month) == (None, "--03-06")
    settled = Features.unpack(redated(features_of(DAM_EVE).pack(), date(2022, 3, 6)))
    assert (settled.day, settled.inferred) == (date(2022, 3, 6), True)


def test_what_an_outlet_publishes_under_one_headline_but_for_the_day_is_a_series() -> None:
    tuesday, wednesday = (replace(DAM_FIRST, headline=f"The dam on {day}") for day in ("Tuesday", "Wednesday"))
    one, other = features_of(tuesday).series, features_of(wednesday).series
    assert one >> 8 == other >> 8 != 0
    assert one != other, "the headlines are not the same"
    assert features_of(replace(tuesday, outlet="Kelm Post")).series >> 8 != one >> 8
    assert features_of(replace(tuesday, outlet=None)).series == 0
    assert features_of(replace(tuesday, headline=None)).series == 0
    assert Features.unpack(features_of(tuesday).pack()).series == one


@pytest.mark.parametrize(("version", "header"), [(1, "<BBiH2sffHHHH"), (2, "<BBiH2sffHHHHI")])
def test_features_of_earlier_versions_can_be_read(version: int, header: str) -> None:
    found = replace(features_of(DAM_FIRST), figures=())
    packed = found.pack()
    size = struct.calcsize(header)
    old = bytes([version]) + packed[1:size] + packed[struct.calcsize("<BBiH2sffHHHHIH") :]
    known = Features.unpack(packed)
    assert Features.unpack(old) == (replace(known, series=0) if version == 1 else known)


def test_a_figure_is_kept_with_the_word_that_it_stands_beside_and_not_where_there_are_two() -> None:
    def figures(text: str, language: str = "en") -> set[int]:
        found = features_of(Article(text=text, language=language))
        assert Features.unpack(found.pack()).figures == found.figures
        return set(found.figures)

    third, fourth = figures("Ossery won in the third round."), figures("Ossery won in the fourth round.")
    assert len(third) == len(fourth) == 1
    assert third != fourth
    assert {one >> 12 for one in third} == {one >> 12 for one in fourth}
    assert third == figures("They met in the 3rd round.")
    assert figures("There were 3 dead, later 5 dead.") == set()
    assert figures("On 12 May, a Monday, they met.") == set()
    assert figures("Der 24. Spieltag", "de") == figures("Am 24. Spieltag", "de") != figures("Der 25. Spieltag", "de")


def test_copies_share_samples_of_their_passages() -> None:
    first, eve = features_of(DAM_FIRST), features_of(DAM_EVE)
    assert len(set(first.passages) & set(eve.passages)) >= 2
    assert set(first.keys) & {f"~{h:x}" for h in eve.passages}


@pytest.mark.parametrize("text", ["", " ", "…", "的", "a", "\x00\ud800", "1 2 3"])
def test_next_to_no_text_gives_features_that_can_be_packed(text: str) -> None:
    found = features_of(Article(text=text))
    assert set(Features.unpack(found.pack()).terms) == set(found.terms)


@settings(max_examples=60)
@given(st.text(max_size=400), st.text(max_size=40))
def test_any_article_has_features_that_survive_packing(text: str, headline: str) -> None:
    found = features_of(Article(text=text, headline=headline))
    again = Features.unpack(found.pack())
    assert set(again.terms) == set(found.terms)
    assert all(weight > 0 for weight in again.terms.values())


@given(st.integers(0, 10**6), st.binary(max_size=6))
def test_damaged_features_are_said_to_be_damaged_or_are_features(at: int, instead: bytes) -> None:
    packed = features_of(Article(text="The quay of Marlow was closed by Ines Dorrel on Monday, 14 people say.")).pack()
    at %= len(packed)
    for damaged in (packed[:at], packed[:at] + instead + packed[at + len(instead) :], b"\xda" + packed[1:]):
        with suppress(ArticleDamaged):
            vector = FeatureVector(damaged)
            assert len(vector.terms) == len(vector.weights)
            assert isinstance(vector.lines(), list)
            assert len(vector.passages) + len(vector.quotations) < 2 * len(packed)


def test_a_format_of_another_version_is_refused() -> None:
    packed = features_of(Article(text="A quay.")).pack()
    with pytest.raises(ArticleDamaged, match="reclean"):
        FeatureVector(b"\xda" + packed[1:])


def test_what_everybody_has_tells_little_and_what_few_have_tells_much() -> None:
    assert idf("zyx", 1, 1000) > idf("zyx", 100, 1000) > idf("zyx", 1000, 1000) >= 0
    assert idf("year", 1, 5) < idf("sluic", 1, 5)
    assert prior_idf("presid") < prior_idf("sluic")


def test_reading_features_loads_no_slow_library() -> None:
    code = (
        "import sys, reader.stories; "
        "assert not {'nltk', 'sumy', 'numpy', 'trafilatura'} & set(sys.modules), sorted(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_an_article_of_five_hundred_words_takes_a_few_milliseconds() -> None:
    article = replace(DAM_FIRST, text=DAM_FIRST.text + "\n\n" + DAM_EVE.text)
    features_of(article)
    start = time.process_time()
    for _ in range(20):
        features_of(article)
    assert (time.process_time() - start) / 20 < 0.03
