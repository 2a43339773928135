"""A timeline in cells: one row for each outlet, time from left to right, a dot for each article.

Here: plain functions from dates to pieces of lines; an axis whose labels never touch. Not here: what is selected.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from reader.article import Entry
from reader.tui.draw import wording
from reader.tui.draw.cells import clip_outlet, fit, line_of, width_of
from reader.tui.draw.page import Pieces

MOST_ROWS = 12
"""Outlets with a row of their own; more would push the articles off the screen."""
_LONGEST_NAME = 18
_FEWEST_CELLS = 12
_HOURS = (1, 2, 3, 6, 12)
_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 2, 3, 6)
_GAP = 2
"""Cells between two labels at least."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A span of time laid over so many cells."""

    start: datetime
    end: datetime
    width: int
    timed: bool = True
    """Whether any time of day is known: else hours would say more than is known."""

    def cell(self, when: datetime) -> int:
        """The cell of a moment, from 0 to width - 1."""
        share = (when - self.start) / (self.end - self.start)
        return max(0, min(self.width - 1, round(share * (self.width - 1))))

    def ticks(self) -> list[tuple[int, str]]:
        """Cells and labels, as many as stand apart: hours, days, months or years."""
        found: list[tuple[int, str]] = []
        for moments in self._scales():
            found = [(self.cell(when), _label(when, scale)) for when, scale in moments]
            if found and self._stand_apart(found):
                return found
        return [(cell, label) for cell, label in found[:1] if cell + len(label) <= self.width]

    def _stand_apart(self, ticks: Sequence[tuple[int, str]]) -> bool:
        last_cell, last_label = ticks[-1]
        return last_cell + len(last_label) <= self.width and all(
            b - a >= len(label) + _GAP for (a, label), (b, _) in pairwise(ticks)
        )

    def _scales(self) -> Iterator[list[tuple[datetime, str]]]:
        """From fine to coarse; what would be too many for any width is not even counted."""
        span = self.end - self.start
        most = self.width // 3
        for hours in _HOURS if self.timed else ():
            if span / timedelta(hours=hours) <= most:
                first = datetime.combine(self.start.date(), time())
                yield self._inside((first + timedelta(hours=n) for n in range(0, 24 * (span.days + 2), hours)), "hour")
        for days in _DAYS:
            if span / timedelta(days=days) <= most:
                first = datetime.combine(self.start.date(), time())
                yield self._inside((first + timedelta(days=n) for n in range(0, span.days + 2, days)), "day")
        for months in _MONTHS:
            if span / timedelta(days=30 * months) <= most:
                yield self._inside(_months(self.start, self.end, months), "month")
        years = 1
        while years <= 5_000:
            if span / timedelta(days=365 * years) <= most:
                step = range(self.start.year - self.start.year % years, self.end.year + 1, years)
                yield self._inside((datetime(year, 1, 1) for year in step if year >= 1), "year")
            years = years * 10 // (5 if str(years)[0] == "5" else 4 if str(years)[0] == "2" else 5)

    def _inside(self, moments: Iterator[datetime], scale: str) -> list[tuple[datetime, str]]:
        """Those within the axis; one whose label would reach over its end is left out."""
        found = [(when, scale) for when in moments if self.start <= when < self.end]
        while found and self.cell(found[-1][0]) + len(_label(*found[-1])) > self.width:
            found.pop()
        return found


def _months(start: datetime, end: datetime, step: int) -> Iterator[datetime]:
    for year in range(start.year, end.year + 1):
        for month in range(1, 13, step):
            yield datetime(year, month, 1)


def _label(when: datetime, scale: str) -> str:
    if scale == "year":
        return str(when.year)
    if scale == "month":
        return wording.month(when)
    if scale == "hour" and when.hour:
        return when.strftime("%H:%M")
    return wording.day_and_month(when)


def moment(published: date | datetime) -> datetime:
    """A point in time to draw at: as the outlet's own clock showed it, as in every list; a day at its noon."""
    if not isinstance(published, datetime):
        return datetime.combine(published, time(12))
    return published.replace(tzinfo=None)


def axis(dates: Collection[date | datetime], width: int) -> Axis:
    """The axis for these dates, which are not empty: whole days, or whole hours where all happened in one."""
    moments = [moment(one) for one in dates]
    first, last = min(moments), max(moments)
    timed = [isinstance(one, datetime) for one in dates]
    if all(timed) and last - first < timedelta(hours=20):
        start = first.replace(minute=0, second=0, microsecond=0)
        return Axis(start, _later(last.replace(minute=0, second=0, microsecond=0), timedelta(hours=1)), width)
    start = datetime.combine(first.date(), time())
    return Axis(start, _later(datetime.combine(last.date(), time()), timedelta(days=1)), width, any(timed))


def _later(when: datetime, by: timedelta) -> datetime:
    try:
        return when + by
    except OverflowError:
        return datetime.max


def plot(entries: Sequence[Entry], width: int, *, here: int | None = None, at: int | None = None) -> list[Pieces]:
    """The timeline of dated articles in so many cells; none where there is no room or no date.

    here: the article that was being read, drawn as ◆. at: the selected one, set off.
    """
    dated = [entry for entry in entries if entry.published is not None]
    rows = _by_outlet(dated)
    names = min(_LONGEST_NAME, width // 3, max((width_of(name) for name, _ in rows), default=0))
    cells = width - names - 2
    if not dated or cells < _FEWEST_CELLS:
        return []
    line = axis([entry.published for entry in dated if entry.published is not None], cells)
    ticks = line.ticks()
    lines: list[Pieces] = [((" " * (names + 2), "text"), *_labels(ticks))]
    for name, several in rows:
        ink = f"outlet:{several[0].outlet}" if len({e.outlet for e in several}) == 1 and several[0].outlet else "dim"
        label = (f"{fit(clip_outlet(name, names), names)}  ", ink)
        lines.append((label, *_row(several, line, ink, [cell for cell, _ in ticks], here, at)))
    return lines


def _by_outlet(entries: Sequence[Entry]) -> list[tuple[str, list[Entry]]]:
    """The outlets with their articles in the order in which each came to the story; the last ones in one row."""
    rows: dict[str | None, list[Entry]] = {}
    for entry in entries:
        rows.setdefault(entry.outlet, []).append(entry)
    named = [(line_of(outlet or "?"), several) for outlet, several in rows.items()]
    if len(named) <= MOST_ROWS:
        return named
    rest = [entry for _, several in named[MOST_ROWS - 1 :] for entry in several]
    return [*named[: MOST_ROWS - 1], (f"{len(named) - MOST_ROWS + 1} more", rest)]


def _labels(ticks: Sequence[tuple[int, str]]) -> Pieces:
    text = ""
    for cell, label in ticks:
        text = text.ljust(cell) + label
    return ((text, "dim"),)


def _row(
    entries: Sequence[Entry], line: Axis, ink: str, ticks: Sequence[int], here: int | None, at: int | None
) -> Pieces:
    """One outlet's dots, a thin line between the first and the last of them; `3` where three fall into one cell."""
    at_cell: dict[int, list[Entry]] = {}
    days: set[int] = set()
    for entry in entries:
        if entry.published is not None:
            at_cell.setdefault(line.cell(moment(entry.published)), []).append(entry)
            days.update(_cells_of_day(entry.published, line))
    first, last = min(at_cell), max(at_cell)
    cells: list[tuple[str, str]] = []
    for cell in range(line.width):
        if several := at_cell.get(cell):
            cells.append(_dot(several, ink, here, at))
        elif cell in days:
            cells.append(("╌", "faint"))
        elif first < cell < last:
            cells.append(("─", "faint"))
        else:
            cells.append(("┊" if cell in ticks else " ", "rule-line"))
    return tuple(cells)


def _cells_of_day(published: date | datetime, line: Axis) -> range:
    """Where an article may lie of which only the day is known."""
    if isinstance(published, datetime):
        return range(0)
    start = datetime.combine(published, time())
    return range(line.cell(start), line.cell(_later(start, timedelta(hours=23, minutes=59))) + 1)


def _dot(entries: Sequence[Entry], ink: str, here: int | None, at: int | None) -> tuple[str, str]:
    ids = [entry.id for entry in entries]
    sign = "◆" if here in ids else "●" if len(ids) == 1 else str(len(ids)) if len(ids) < 10 else "+"
    if len(ids) == 1 and here not in ids and entries[0].published_from == "inferred":
        sign = "◌"
    return sign, "found" if at in ids else "mark" if here in ids else ink
