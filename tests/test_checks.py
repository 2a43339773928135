"""reader.checks: dates written as text, and types."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.checks import expect, parse_iso

EAST = timezone(timedelta(hours=2))


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2031-05-06", date(2031, 5, 6)),
        (" 2031-05-06 10:37 ", datetime(2031, 5, 6, 10, 37)),
        ("2031-05-06T10:37:05", datetime(2031, 5, 6, 10, 37, 5)),
        ("2031-05-06T10:37:05.25", datetime(2031, 5, 6, 10, 37, 5, 250_000)),
        ("2031-05-06T10:37Z", datetime(2031, 5, 6, 10, 37, tzinfo=timezone.utc)),
        ("2031-05-06 10:37:05+02:00", datetime(2031, 5, 6, 10, 37, 5, tzinfo=EAST)),
    ],
)
def test_a_date_keeps_what_its_text_says(text: str, when: date) -> None:
    found = parse_iso(text)
    assert (found, type(found)) == (when, type(when))


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2031-02-30", "2031-5-6", "20310506", "2031-05-06 25:00", "6 May 2031"]
)
def test_what_is_no_date_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  (that of `fromisoformat` is as good as ours)
        parse_iso(text)


@given(st.dates() | st.datetimes(timezones=st.none() | st.just(timezone.utc) | st.just(EAST)))
def test_every_iso_date_is_read_as_it_was_written(when: date) -> None:
    assert parse_iso(when.isoformat()) == when


def test_a_wrong_type_is_named_with_what_is_wanted() -> None:
    expect("count", 3, int, "a number")
    with pytest.raises(TypeError, match="count: a number is wanted, not str"):
        expect("count", "3", int, "a number")
