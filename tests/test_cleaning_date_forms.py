"""Dates as they are written, in many languages."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning.metadata.dates.date_words import PUBLISHED_WORDS
from reader.cleaning.metadata.dates.forms import find_dates, from_persian, make_day, parse_stamp, remainder, zone_of
from reader.language.months import MONTHS, WEEKDAYS

DAY = date(2022, 11, 17)


@pytest.mark.parametrize(
    "text",
    [
        "17 November 2022",
        "November 17, 2022",
        "Nov. 17, 2022",
        "17th November 2022",
        "17. November 2022",
        "17 novembre 2022",
        "17 de noviembre de 2022",
        "17 de novembro de 2022",
        "17 listopada 2022 r.",
        "17 ноября 2022 года",
        "17 листопада 2022",
        "17 Kasım 2022",
        "17. listopadu 2022",
        "17. marraskuuta 2022",
        "2022. november 17.",
        "17 noiembrie 2022",
        "17 Νοεμβρίου 2022",
        "17 نوفمبر 2022",
        "17 नवंबर 2022",
        "2022年11月17日",
        "2022년 11월 17일",
        "2022. 11. 17.",
        "ngày 17 tháng 11 năm 2022",
        "17 tháng 11, 2022",
        "١٧ نوفمبر ٢٠٢٢",
        "१७ नवंबर २०२२",
        "２０２２年１１月１７日",
        "2022-11-17",
        "2022/11/17",
        "17.11.2022",
        "17/11/2022",
        "11/17/2022",
        "17.11.22",
    ],
)
def test_a_day_is_read_in_every_written_form(text: str) -> None:
    assert [stamp.when for stamp in find_dates(text)] == [DAY]


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("17 Nov, 2022 10:37", 10, 37),
        ("12:20pm Nov 17, 2022", 12, 20),
        ("17. November 2022, 10.37 Uhr", 10, 37),
        ("17/11/2022 à 10h37", 10, 37),
        ("November 17, 2022 at 9:02 PM", 21, 2),
        ("Nov. 17, 2022, 7 a.m.", 7, 0),
        ("08:39, 17 Nov 2022", 8, 39),
    ],
)
def test_the_time_beside_a_day_is_kept(text: str, hour: int, minute: int) -> None:
    assert find_dates(text)[0].when == datetime(2022, 11, 17, hour, minute)


def test_the_time_before_a_day_is_not_taken_from_the_next_date() -> None:
    stamps = find_dates("17:05, 23 Feb 2021 Updated 18:20, 23 Feb 2021")
    assert [stamp.when for stamp in stamps] == [datetime(2021, 2, 23, 17, 5), datetime(2021, 2, 23, 18, 20)]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("2022-11-17T10:37:00+01:00", 1),
        ("2022-11-17T10:37:00Z", 0),
        ("17 ноября 2022, 10:37 МСК", 3),
        ("Nov 17, 2022 10:37 EST", -5),
        ("November 17, 2022 10:37 GMT+2", 2),
        ("17. November 2022, 10:37 Uhr MEZ", 1),
    ],
)
def test_zones_are_kept(text: str, hours: int) -> None:
    assert find_dates(text)[0].when == datetime(2022, 11, 17, 10, 37, tzinfo=timezone(timedelta(hours=hours)))


def test_a_zone_with_two_meanings_leaves_the_time_without_one() -> None:
    assert find_dates("Nov 17, 2022 10:37 CST")[0].when == datetime(2022, 11, 17, 10, 37)


@pytest.mark.parametrize(
    "text",
    [
        "7/11/2022",
        "on 24 February",
        "in 2022",
        "1,200 of 17",
        "31 February 2022",
        "12.13.2022",
        "0:00",
        "version 2.11.2022.1",
    ],
)
def test_what_is_no_day_or_could_be_two_is_left_alone(text: str) -> None:
    assert find_dates(text) == []


def test_the_language_settles_a_day_that_could_be_two() -> None:
    assert find_dates("7/11/2022", "it")[0].when == date(2022, 11, 7)
    assert find_dates("17 listopada 2022", "hr")[0].when == date(2022, 10, 17)


def test_tags_are_read_in_their_machine_forms() -> None:
    assert parse_stamp("20221117T103700Z") == DAY
    assert parse_stamp("Thu, 17 Nov 2022 10:37:00 GMT") == datetime(2022, 11, 17, 10, 37, tzinfo=timezone.utc)
    assert parse_stamp("yesterday") is None


def test_what_is_left_of_a_date_line_has_no_date_and_no_weekday() -> None:
    text = "Posted by Ana on Thursday, 17 November 2022 10:37"
    assert remainder(text, find_dates(text)) == "Posted by Ana on"


def test_impossible_zones_and_days_are_none() -> None:
    assert zone_of("+99:00") is None
    assert zone_of("ist") is None
    assert make_day(2022, 2, 30) is None
    assert make_day(1492, 10, 12) is None


def test_the_tables_know_twelve_months_seven_days_and_more_than_ten_languages() -> None:
    assert set(MONTHS.values()) == set(range(1, 13))
    assert set(WEEKDAYS.values()) == set(range(7))
    assert {
        MONTHS[m] for m in ("mai", "mayo", "maio", "maggio", "mei", "maja", "мая", "травня", "mayıs", "maj", "května")
    } == {5}
    assert "veröffentlicht" in PUBLISHED_WORDS


@given(st.text(max_size=200))
def test_no_text_at_all_raises_and_places_are_exact(text: str) -> None:
    at = 0
    for stamp in find_dates(text):
        assert 0 <= stamp.start < stamp.end <= len(text)
        at = max(at, stamp.end)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_iso_day_is_itself(day: date) -> None:
    assert parse_stamp(day.isoformat()) == day


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("Tuesday, 11/8/2022", None, date(2022, 11, 8)),
        ("Tue 8/11/2022", "en", date(2022, 11, 8)),
        ("martes, 8/11/2022", None, date(2022, 11, 8)),
        ("11.08.2022 (Tuesday)", "en", date(2022, 11, 8)),
        ("08.11.2022", "de", date(2022, 11, 8)),
        ("11.17.2022", "en", date(2022, 11, 17)),
        ("11.08.2022", "en", None),
        ("Friday, 11/8/2022", None, None),  # neither is one
        ("Monday, 11/7/2022", None, None),  # both are
        ("11.17.2022", "de", None),
    ],
)
def test_what_could_be_two_days_is_settled_by_a_weekday_or_the_language(
    text: str, language: str | None, day: date | None
) -> None:
    assert [stamp.when for stamp in find_dates(text, language)] == ([day] if day else [])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("วันที่ 17 พฤศจิกายน 2565", DAY), ("17 พ.ย. 2565 10:30 น.", DAY), ("๑๗ พฤศจิกายน ๒๕๖๕", DAY), ("۲۶ آبان ۱۴۰۱", DAY),
        ("30 اسفند 1399", date(2021, 3, 20)), ("1 فروردین 1403", date(2024, 3, 20)), ("31 مهر 1401", None),
        ("THURSDAY, NOVEMBER 17TH, 2022", DAY), ("17TH NOVEMBER 2022", DAY), ("令和4年11月17日", DAY), ("令和元年6月4日", date(2019, 6, 4)), ("平成31年4月30日", date(2019, 4, 30)), ("民國111年11月17日", DAY),
        ("Thu Nov 17 12:45:00 EDT 2022", DAY), ("To, 17 Marras 2022 11:34:37 +0000", DAY), ("Πέμ, 17 Νοέ 2022 12:00", DAY),
        ("2022. november 17.", DAY), ("ngày 17 tháng 11 năm 2022", DAY), ("17 Kasım 2022 Perşembe", DAY),
    ],
)  # fmt: skip
def test_other_calendars_and_programs_forms(text: str, day: date | None) -> None:
    found = find_dates(text)
    assert [stamp.when.date() if isinstance(stamp.when, datetime) else stamp.when for stamp in found] == (
        [day] if day else []
    )


def test_a_month_with_a_nought_too_many_is_read() -> None:
    assert parse_stamp("2022-011-17T10:14:55+00:00") == datetime(2022, 11, 17, 10, 14, 55, tzinfo=timezone.utc)


@given(st.dates(date(1950, 3, 22), date(2090, 3, 19)))
def test_every_day_of_the_persian_calendar_is_the_day_after_the_one_before(day: date) -> None:
    def persian(wanted: date) -> list[tuple[int, int, int]]:
        years = (wanted.year - 622, wanted.year - 621)
        return [(y, m, d) for y in years for m in range(1, 13) for d in range(1, 32) if from_persian(y, m, d) == wanted]

    assert len(persian(day)) == 1
