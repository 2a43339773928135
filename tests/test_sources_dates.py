"""The dates of records, as programs write them."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.dates import moment, said_date

UTC = timezone.utc
MOSCOW = timezone(timedelta(hours=3))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2022-11-17", date(2022, 11, 17)),
        ("20221117", date(2022, 11, 17)),
        (20221117, date(2022, 11, 17)),
        ("2022/11/7", date(2022, 11, 7)),
        ("2022/11/07 10:37", datetime(2022, 11, 7, 10, 37)),
        ("2022-11-17T10:37", datetime(2022, 11, 17, 10, 37)),
        ("2022-11-17 10:37:05", datetime(2022, 11, 17, 10, 37, 5)),
        ("2022-11-17T10:37:05Z", datetime(2022, 11, 17, 10, 37, 5, tzinfo=UTC)),
        ("2022-11-17T10:37:05.123456789+03:00", datetime(2022, 11, 17, 10, 37, 5, 123456, tzinfo=MOSCOW)),
        ("2022-11-17T10:37:05+0300", datetime(2022, 11, 17, 10, 37, 5, tzinfo=MOSCOW)),
        ("2022-11-17 10:37:05 UTC", datetime(2022, 11, 17, 10, 37, 5, tzinfo=UTC)),
        (" 2022-11-17T23:59:60Z ", datetime(2022, 11, 17, 23, 59, 59, tzinfo=UTC)),
        ("Thu, 17 Nov 2022 10:37:05 +0300", datetime(2022, 11, 17, 10, 37, 5, tzinfo=MOSCOW)),
        ("17 Nov 2022 10:37 GMT", datetime(2022, 11, 17, 10, 37, tzinfo=UTC)),
        (1668681425, datetime(2022, 11, 17, 10, 37, 5, tzinfo=UTC)),
        ("1668681425", datetime(2022, 11, 17, 10, 37, 5, tzinfo=UTC)),
        (1668681425000, datetime(2022, 11, 17, 10, 37, 5, tzinfo=UTC)),
        (1668681425000000, datetime(2022, 11, 17, 10, 37, 5, tzinfo=UTC)),
        (1668681425000000000, datetime(2022, 11, 17, 10, 37, 5, tzinfo=UTC)),
        ({"$date": "2022-11-17T10:37:05Z"}, datetime(2022, 11, 17, 10, 37, 5, tzinfo=UTC)),
        ({"$date": 1668681425000}, datetime(2022, 11, 17, 10, 37, 5, tzinfo=UTC)),
    ],
)
def test_dates_that_programs_write_are_read(value: object, expected: date) -> None:
    found = said_date(value)
    assert found == expected
    assert type(found) is type(expected)
    if isinstance(found, datetime) and isinstance(expected, datetime):
        assert found.utcoffset() == expected.utcoffset()


@pytest.mark.parametrize("value", ["2022-11-17T00:00:00", "2022-11-17 00:00:00+01:00", "Thu, 17 Nov 2022 00:00:00 GMT"])
def test_midnight_is_how_programs_pad_a_day(value: str) -> None:
    found = said_date(value)
    assert found == date(2022, 11, 17)
    assert not isinstance(found, datetime)


@pytest.mark.parametrize(
    "value",
    [
        *("", "yesterday", "2022", "2022-11", "2022-13-01", "2022-02-30", "17.11.2022", "11/17/2022", "0001-01-01"),
        *("0000-00-00 00:00:00", "1601-01-01T00:00:00Z", "2022-11-17T25:00", "2022-11-17T10:37+99:00", "9" * 5000),
        *(
            0,
            1,
            -1,
            86400,
            True,
            None,
            [],
            {},
            float("nan"),
            float("inf"),
            1e300,
            10**30,
            ["2022-11-17"],
            {"$date": {}},
        ),
        *("Thu, 99 Nov 2022 10:37:05 +0300", "31 Foo 2022 10:37", "None", "٢٠٢٢-١١-١٧"),
    ],
)
def test_what_is_no_certain_date_is_unknown(value: object) -> None:
    assert said_date(value) is None


def test_a_day_of_fetching_lasts_to_its_end() -> None:
    assert moment("2022-11-17") == datetime(2022, 11, 17, 23, 59, 59)
    assert moment("2022-11-17T10:37") == datetime(2022, 11, 17, 10, 37)
    assert moment("soon") is None


@given(st.datetimes(datetime(1700, 1, 1), datetime(2199, 1, 1), timezones=st.just(UTC)))
def test_iso_comes_back_as_it_was(when: datetime) -> None:
    found = said_date(when.isoformat())
    assert found == (when if when.time().isoformat() != "00:00:00" else when.date())


@given(
    st.one_of(
        st.text(max_size=60),
        st.text("0123456789-+:TZ /.,", max_size=40),
        st.integers(),
        st.floats(),
        st.dictionaries(st.sampled_from(["$date", "value"]), st.text(max_size=9)),
        st.from_regex(r"[A-Z][a-z]{2}, \d\d? [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}", fullmatch=True),
    )
)
def test_nothing_raises(value: object) -> None:
    found = said_date(value)
    assert found is None or isinstance(found, date)
    moment(value)
