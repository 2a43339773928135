"""reader.stories.years: the year of a day without one, from related articles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from stories_support import DAM_AGENCIES, DAM_EVE, DAM_FIRST, FERRY, MemoryIndex

from reader.stories import infer_date, infer_dates_around


def test_a_day_without_a_year_gets_it_from_the_dated_article_beside_it() -> None:
    index = MemoryIndex([DAM_FIRST, DAM_EVE, FERRY])
    found = infer_date(1, index)
    assert found is not None
    assert (found.article_id, found.published, found.source_id) == (1, date(2022, 3, 6), 0)
    assert found.why == "the year is that of a related article of 7 March 2022"


def test_it_works_whichever_is_added_first() -> None:
    for order in ((DAM_FIRST, DAM_EVE), (DAM_EVE, DAM_FIRST)):
        index = MemoryIndex()
        settled = []
        for article in order:
            settled += infer_dates_around(index.add(article), index)
        assert [s.published for s in settled] == [date(2022, 3, 6)]


def test_the_year_is_that_of_the_nearest_such_day() -> None:
    index = MemoryIndex([replace(DAM_FIRST, published=date(2022, 1, 4)), replace(DAM_EVE, day_and_month="--12-30")])
    found = infer_date(1, index)
    assert found is not None
    assert found.published == date(2021, 12, 30)


def test_several_articles_that_are_somewhat_near_settle_it_together() -> None:
    days = [date(2022, 3, day) for day in (4, 7, 9)]
    near = [replace(DAM_AGENCIES, headline=f"{DAM_AGENCIES.headline} {day.day}", published=day) for day in days]
    far = replace(DAM_EVE, headline=None, text=f"{FERRY.text}\n\n{DAM_EVE.text[:400]}", day_and_month="--03-08")
    index = MemoryIndex([far])
    assert infer_dates_around(index.add(near[0]), index) == []
    assert infer_dates_around(index.add(near[1]), index) == []
    settled = infer_dates_around(index.add(near[2]), index)
    assert [(s.article_id, s.published) for s in settled] == [(0, date(2022, 3, 8))]


def test_an_unrelated_article_settles_nothing() -> None:
    assert infer_date(1, MemoryIndex([FERRY, DAM_EVE])) is None


def test_a_related_article_from_another_season_settles_nothing() -> None:
    assert infer_date(1, MemoryIndex([replace(DAM_FIRST, published=date(2022, 9, 1)), DAM_EVE])) is None


def test_related_articles_of_two_years_settle_nothing() -> None:
    years = [replace(DAM_FIRST, published=date(year, 3, 7)) for year in (2019, 2022)]
    assert infer_date(2, MemoryIndex([*years, DAM_EVE])) is None


def test_a_day_that_no_year_nearby_has_is_left_alone() -> None:
    index = MemoryIndex([replace(DAM_FIRST, published=date(2021, 3, 1)), replace(DAM_EVE, day_and_month="--02-29")])
    found = infer_date(1, index)
    assert found is None or found.published.month == 2


def test_articles_with_a_date_or_without_a_day_need_nothing() -> None:
    index = MemoryIndex([DAM_FIRST, DAM_AGENCIES])
    assert infer_date(0, index) is None
    assert infer_date(1, index) is None
    assert infer_dates_around(99, index) == []
