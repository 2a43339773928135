"""reader.library.queries.counting: outlets and activity (counts are checked with the lists)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from library_support import put

from reader.article import View
from reader.library import Store
from reader.library.queries import narrowing


@pytest.fixture(params=["sorted", "walked"])
def store(request, tmp_path: Path, monkeypatch):
    if request.param == "walked":
        monkeypatch.setattr(narrowing.Narrowing, "rather_sorted", lambda *_: False)
    with Store(tmp_path / "news.library") as store:
        yield store


def test_outlets_come_with_their_numbers_the_largest_first(store):
    for n, outlet in enumerate(["b", "A", "b", None, "c"]):
        put(store, f"/{n}", outlet=outlet)
    assert store.outlets() == [("b", 2), ("A", 1), ("c", 1)]
    put(store, "/4", outlet="b", raw="changed")
    assert store.outlets() == [("b", 3), ("A", 1)]


def test_outlets_languages_and_tags_of_a_view_count_only_what_is_in_it(store):
    for n, (outlet, language) in enumerate([("b", "de"), ("A", "en"), ("b", "en"), (None, None)]):
        put(store, f"/in/{n}", outlet=outlet, language=language)
    assert store.languages(View(under="/in")) == [("en", 2), ("de", 1)], "where it holds all there is, too"
    put(store, "/out/1", outlet="b", language="de")
    store.mark([1, 2], tags=["quay"])
    store.mark([5], tags=["quay", "election"])
    folder = View(under="/in")
    assert store.outlets(folder) == [("b", 2), ("A", 1)]
    assert store.languages(folder) == [("en", 2), ("de", 1)]
    assert store.tags(folder) == [("quay", 2)]


def test_outlets_are_sorted_and_found_without_their_the(store):
    for n, outlet in enumerate(["TASS", "The Elswyth Courier", "Alder Post", "The", None]):
        put(store, f"/{n}", outlet=outlet)
    by_outlet = [slot.heading for slot in store.slots(View(group="outlet"))]
    assert by_outlet == ["Alder Post", "The Elswyth Courier", "TASS", "The", ""]
    assert [slot.id for slot in store.slots(View(sort=("outlet",)))] == [3, 2, 1, 4, 5]
    assert [store.count(View(outlet=said))[0] for said in ("elswyth courier", "the elsw", "courier")] == [1, 1, 1]


def test_tags_come_in_alphabetical_order_with_their_numbers_of_articles(store):
    numbers = [put(store, f"/{n}") for n in range(3)]
    assert store.tags() == []
    store.mark(numbers[:2], tags=["quay"])
    store.mark(numbers[1:], tags=["quay", "election"])
    assert store.tags() == [("election", 2), ("quay", 3)]


@pytest.mark.parametrize(
    "extra",
    [{}, {"outlet": "A"}, {"starred": True}, {"under": "/n/"}, {"query": "tram"}, {"unread": True, "tag": "x"}],
    ids=str,
)
def test_activity_counts_the_last_days_of_the_view_with_the_empty_ones(store, extra):
    for n, day in enumerate([1, 4, 4, 5]):
        when = datetime(2022, 3, day, 12) if n % 2 else date(2022, 3, day)
        put(store, f"/n/{n}", "tram", published=when, published_from="inferred" if n == 2 else "stated", outlet="A")
    put(store, "/n/undated", "tram", outlet="A")
    put(store, "/m/other", "bus", published=date(2022, 3, 3), outlet="B")
    store.mark(range(1, 6), starred=True, tags=["x"])
    other = [] if extra else [(date(2022, 3, 3), 1)]
    assert dict(store.activity(View(**extra), 5)) == {
        date(2022, 3, day): number for day, number in ((1, 1), (2, 0), (3, len(other)), (4, 2), (5, 1))
    }
    assert store.activity(View(**extra), 1) == [(date(2022, 3, 5), 1)]
    assert store.activity(View(**extra), 0) == []
    assert [day for day, _ in store.activity(View(group="story", **extra), 2)] == [date(2022, 3, 4), date(2022, 3, 5)]
    assert store.activity(View(since=date(2022, 3, 2), until=date(2022, 3, 4), **extra), 2)[-1] == (date(2022, 3, 4), 2)


def test_a_misread_year_does_not_empty_the_activity(store):
    put(store, "/a", published=date(2022, 3, 4))
    put(store, "/b", published=date.today() + timedelta(days=5000))
    assert store.activity(View(), 1) == [(date(2022, 3, 4), 1)]
    assert store.activity(View(under="/b"), 1)[0][1] == 1


def test_there_is_no_activity_without_a_date(store):
    assert store.activity(View()) == []
    put(store, "/a")
    assert store.activity(View()) == store.activity(View(starred=True)) == []


def test_the_first_days_of_the_calendar_have_an_activity(store):
    put(store, "/a", published=date.min)
    assert store.activity(View(), 30) == [(date.min, 1)]
