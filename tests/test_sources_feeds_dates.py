"""Dates as feeds write them; none is made up."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from reader.sources.feeds.dates import feed_date

NOW = datetime(2026, 11, 30, 12, tzinfo=timezone.utc)


def at(hour: int, minute: int = 0, *, east: float = 0) -> datetime:
    return datetime(2022, 11, 7, hour, minute, tzinfo=timezone(timedelta(hours=east)))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2022-11-07T10:37:00Z", at(10, 37)),
        ("2022-11-07T10:37:00+01:00", at(10, 37, east=1)),
        ("2022-11-07T10:37Z", at(10, 37)),
        ("2022-11-07", date(2022, 11, 7)),
        ("20221107", date(2022, 11, 7)),
        ("2022-311", date(2022, 11, 7)),
        ("Mon, 07 Nov 2022 10:37:00 GMT", at(10, 37)),
        ("Mon, 07 Nov 2022 10:37:00 -0500", at(10, 37, east=-5)),
        ("Mon, 07 Nov 2022 10:37:00 -0000", datetime(2022, 11, 7, 10, 37)),
        ("Mon, 07 Nov 2022 00:00:00 GMT", date(2022, 11, 7)),
        ("Mon, 7 Nov 22 10:37 UT", at(10, 37)),
        ("07 Nov 2022 10:37:00 EST", at(10, 37, east=-5)),
        ("Mon, 07 Nov 2022 10:37:00 PDT", at(10, 37, east=-7)),
        ("Mon, 07 Nov 2022 10:37:00 CEST", at(10, 37, east=2)),
        ("Monday, 07 November 2022 10:37:00 +0530", at(10, 37, east=5.5)),
        ("Mon Nov 07 10:37:00 2022", datetime(2022, 11, 7, 10, 37)),
        ("Mon, Nov 7 2022 10:37:00 +0000", at(10, 37)),
        ("Nov 7, 2022", date(2022, 11, 7)),
        ("Mon, 07 Nov 2022", date(2022, 11, 7)),
        ("07.11.2022 10:37", datetime(2022, 11, 7, 10, 37)),
        ("Δευ, 07 Νοε 2022 10:37:00 +0200", at(10, 37, east=2)),
        ("lun., 7 nov. 2022 10:37:00 +0100", at(10, 37, east=1)),
        ("1667817420", at(10, 37)),
        ("Mon, 7th Nov 2022 at 10:37 pm EST", at(22, 37, east=-5)),
        ("November 7, 2022, 12:37 a.m.", datetime(2022, 11, 7, 0, 37)),
        ("Mon Nov 07 2022 10:37:00 GMT-0700 (Pacific Standard Time)", at(10, 37, east=-7)),
        ("2022-11-07T10:37:00-05:00Z", at(10, 37, east=-5)),
        ("Mon, 2022/11/07 10:37:00 EDT", at(10, 37, east=-4)),
        ("11/17/2022 - 10:37", datetime(2022, 11, 17, 10, 37)),
        ("17/11/22", date(2022, 11, 17)),
        ("Tue, 11/08/2022", date(2022, 11, 8)),
        ("Tue, 08/11/2022", date(2022, 11, 8)),
        ("2022년 11월 07일 10:37:00", datetime(2022, 11, 7, 10, 37)),
        ("2022-11-07 오후 10:37:00", datetime(2022, 11, 7, 22, 37)),
        ("Mon, 07 Nov 2022 10:37:00 Europe/Athens", at(10, 37, east=2)),
        ("Mon, 07 Nov 2022 10:37:00 Nowhere/Atall", datetime(2022, 11, 7, 10, 37)),
    ],
)
def test_what_programs_write_is_read(said: str, meant: date) -> None:
    found = feed_date(said, NOW)
    assert found == meant
    assert type(found) is type(meant)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "yesterday",
        "07/11/2022",
        "2022",
        "2022-11",
        "99 Foo 2022",
        "Mon, 32 Nov 2022 10:00:00 GMT",
        "x" * 5000,
        "1970-01-01T00:00:00Z",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "0001-01-01T00:00:00",
        "0",
        "2026-12-02T00:00:00Z",
        "2099-01-01",
        "Mon, 07 Nov 2022 99:99:99 GMT",
        "９９-99-99T00:00:00Z",
        "2022-11-07T10:37:00+99:99",
    ],
)
def test_what_is_no_date_or_cannot_be_one_is_unknown(said: str) -> None:
    assert feed_date(said, NOW) is None


def test_a_clock_that_goes_a_little_wrong_is_no_future() -> None:
    assert feed_date("2026-11-30T20:00:00Z", NOW) is not None
