"""The timeline: where dots and labels stand."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.article import Entry
from reader.tui.draw.cells import width_of
from reader.tui.draw.timeline import axis, moment, plot

MOMENTS = st.one_of(
    st.dates(),
    st.datetimes(),
    st.datetimes(
        timezones=st.sampled_from([timezone.utc, timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))])
    ),
)


def entry(number: int, when: date | datetime | None, outlet: str | None = "NPA", *, inferred: bool = False) -> Entry:
    certainty = "unknown" if when is None else "inferred" if inferred else "stated"
    return Entry(id=number, headline=f"h{number}", outlet=outlet, published=when, published_from=certainty)


def drawn(entries: list[Entry], width: int = 50, **how: int) -> list[str]:
    return ["".join(text for text, _ in line) for line in plot(entries, width, **how)]


@given(st.lists(MOMENTS, min_size=1, max_size=8), st.integers(12, 200))
def test_whatever_the_dates_dots_are_in_order_and_labels_never_touch(dates: list[date], width: int) -> None:
    line = axis(dates, width)
    cells = [line.cell(when) for when in sorted(moment(one) for one in dates)]
    assert cells == sorted(cells)
    assert all(0 <= cell < width for cell in cells)
    ticks = line.ticks()
    assert all(cell >= 0 and cell + len(label) <= width for cell, label in ticks)
    assert all(b - a >= len(label) + 2 for (a, label), (b, _) in pairwise(ticks))


@given(
    st.lists(st.tuples(st.one_of(st.none(), MOMENTS), st.sampled_from(["A", "東港新聞", None])), max_size=9),
    st.integers(0, 120),
)
def test_no_line_is_wider_than_its_room(given: list[tuple[date | None, str | None]], width: int) -> None:
    entries = [entry(n, when, outlet) for n, (when, outlet) in enumerate(given)]
    assert all(width_of(line) <= max(0, width) for line in drawn(entries, width))


def test_each_outlet_has_a_row_in_the_order_in_which_it_came_to_the_story() -> None:
    lines = drawn(
        [entry(1, date(2031, 11, 6), "NPA"), entry(2, date(2031, 11, 8), None), entry(3, date(2031, 11, 9), "NPA")]
    )
    assert [line.split()[0] for line in lines[1:]] == ["NPA", "?"]
    assert lines[1].count("●") == 2
    assert "─" in lines[1], "an outlet's reports hang together"


def test_days_are_labelled_as_days_where_no_time_is_known_and_hours_where_all_is_one_morning() -> None:
    days = drawn([entry(1, date(2031, 11, 6)), entry(2, date(2031, 11, 7))])
    assert ":" not in days[0]
    assert "6 Nov" in days[0]
    hours = drawn([entry(1, datetime(2031, 11, 6, 9, 5)), entry(2, datetime(2031, 11, 6, 11, 40))])
    assert "10:00" in hours[0]


def test_months_and_years_are_labelled_as_such() -> None:
    assert "Mar 2031" in drawn([entry(1, date(2031, 1, 6)), entry(2, date(2031, 11, 7))], 80)[0]
    assert "2010" in drawn([entry(1, date(1999, 1, 6)), entry(2, date(2031, 11, 7))], 80)[0]


def test_a_day_without_a_time_is_drawn_over_the_whole_day() -> None:
    lines = drawn([entry(1, date(2031, 11, 6)), entry(2, datetime(2031, 11, 7, 18, 0), "Courier")])
    assert "╌" in lines[1]
    assert "╌" not in lines[2]


def test_the_article_being_read_inferred_dates_and_several_in_one_cell_have_their_signs() -> None:
    entries = [
        entry(1, date(2031, 1, 1), inferred=True),
        entry(2, date(2031, 3, 1)),
        *(entry(n, date(2031, 6, 1)) for n in (3, 4, 5)),
    ]
    line = drawn(entries, here=2)[1]
    assert line.index("◌") < line.index("◆") < line.index("3")
    many = [entry(n, date(2031, 6, 1)) for n in range(20)]
    assert "+" in drawn(many)[1]


def test_the_selected_article_is_set_off() -> None:
    (_, row) = plot([entry(1, date(2031, 1, 1)), entry(2, date(2031, 3, 1))], 50, at=2)
    assert [ink for text, ink in row if text in "●"] == ["outlet:NPA", "found"]


def test_undated_articles_and_too_little_room_draw_nothing() -> None:
    assert drawn([entry(1, None)]) == []
    assert drawn([entry(1, date(2031, 1, 1))], 10) == []


def test_many_outlets_share_the_last_row() -> None:
    lines = drawn([entry(n, date(2031, 1, 1 + n), f"Outlet {n}") for n in range(20)])
    assert len(lines) == 13
    assert lines[-1].startswith("9 more")


def test_a_time_stands_where_the_outlets_own_clock_puts_it() -> None:
    """The rows below the timeline say that time, too."""
    east = timezone(timedelta(hours=10))
    assert moment(datetime(2031, 1, 1, 6, 0, tzinfo=east)) == datetime(2031, 1, 1, 6, 0)
