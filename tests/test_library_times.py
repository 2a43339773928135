"""reader.library.columns.times and packing: both directions of everything that is stored as something else."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Paragraph, Ranking, Removed, Sentence
from reader.errors import LibraryError
from reader.library.columns import packing, times
from reader.library.file.failures import sound

_ZONES = st.none() | st.integers(-24 * 60 + 1, 24 * 60 - 1).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_DATES = st.dates() | st.datetimes(timezones=_ZONES)


@settings(deadline=None)
@given(st.none() | _DATES)
def test_a_date_comes_back_with_its_precision_and_zone(when):
    back = times.from_text(times.to_text(when))
    assert back == when
    assert type(back) is type(when)
    if isinstance(when, datetime):
        assert back.utcoffset() == when.utcoffset()


@settings(deadline=None)
@given(_DATES, st.sampled_from(["stated", "inferred"]))
def test_the_place_by_date_tells_the_heading(when, certainty):
    place = times.by_date(when, certainty)
    assert times.heading(place) == when.isoformat()[:10] + ("~" if certainty == "inferred" else "")
    assert 0 <= place < times.UNDATED
    assert times.by_date(when, certainty) in range(*times.range_of(when, when))


def test_an_undated_article_is_last_in_every_order():
    assert times.by_date(None, "unknown") == times.UNDATED > times.by_date(date.min, "inferred")
    assert times.instant(None) > times.instant(datetime.max.replace(tzinfo=timezone(timedelta(hours=-12))))
    assert times.heading(times.UNDATED) == ""


@settings(deadline=None)
@given(st.dates(), st.dates(), st.sampled_from(["stated", "inferred"]), st.sampled_from(["stated", "inferred"]))
def test_a_later_day_stands_before_an_earlier_one(a, b, one, other):
    if a > b:
        assert times.by_date(a, one) < times.by_date(b, other)
        assert times.instant(a) > times.instant(b)


def test_of_a_day_the_latest_time_comes_first_then_mere_days_then_inferred_ones():
    day = date(2022, 11, 7)
    evening, morning = datetime(2022, 11, 7, 20), datetime(2022, 11, 7, 8)
    order = [(evening, "stated"), (morning, "stated"), (day, "stated"), (evening, "inferred"), (day, "inferred")]
    places = [times.by_date(when, certainty) for when, certainty in order]
    assert places == sorted(set(places))


_SENTENCES = st.lists(
    st.builds(
        lambda start, length, score: Sentence("", start, start + length, score),
        st.integers(0, 200_000),
        st.integers(0, 500),
        st.floats(0, 1, width=32),
    ),
    max_size=20,
)


@settings(deadline=None)
@given(_SENTENCES.flatmap(lambda s: st.tuples(st.just(s), st.permutations(range(len(s))))))
def test_a_ranking_comes_back(case):
    sentences, order = case
    text = "x" * 200_600
    placed = tuple(Sentence(text[s.start : s.end], s.start, s.end, s.score) for s in sentences)
    ranking = Ranking(placed, tuple(order), "news")
    assert packing.unpack_ranking(packing.pack_ranking(ranking), text, "news") == ranking


def test_a_usual_ranking_takes_few_bytes():
    sentences = tuple(Sentence("", n * 100, n * 100 + 99, 0.5) for n in range(30))
    assert len(packing.pack_ranking(Ranking(sentences, tuple(range(30)), "news"))) <= 301


@settings(deadline=None)
@given(st.text(alphabet=st.characters()))
def test_any_file_name_comes_back(name):
    assert packing.original(packing.storable(name)) == name or any(c >= "\U0010d800" for c in name)
    packing.storable(name).encode()


@settings(deadline=None)
@given(st.lists(st.integers(0, 2**63 - 1)))
def test_numbers_come_back(numbers):
    assert packing.unpack_numbers(packing.pack_numbers(numbers)) == numbers


def test_paragraphs_and_cuts_come_back():
    paragraphs = (Paragraph("Ä“\n", "caption", 3), Paragraph("", "body", 0))
    assert packing.unpack_paragraphs(packing.pack_paragraphs(paragraphs)) == paragraphs
    removed = (Removed("Menü", 3, "menu"),)
    assert packing.unpack_removed(packing.pack_removed(removed)) == removed
    assert packing.unpack_removed(packing.pack_removed(())) == ()


@pytest.mark.parametrize("packed", [b"", b"junk", packing.pack_text("x")[:-3]])
def test_damaged_bytes_are_a_library_error(packed, tmp_path):
    with pytest.raises(LibraryError, match="damaged"), sound(tmp_path / "news.library"):
        packing.unpack_text(packed)
