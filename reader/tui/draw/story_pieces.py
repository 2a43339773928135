"""What the sections of the story screen are put together from: dates, outlets, texts in lines.

Not here: any section (`story_sections`, `story_tellings`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.article import Entry
from reader.tui.draw import wording
from reader.tui.draw.cells import clip, line_of, width_of, wrap
from reader.tui.draw.page import Pieces


class Dates:
    """How the dates of a story are written: with the year only where it has several."""

    def __init__(self, entries: Sequence[Entry], *, hours: bool = True) -> None:
        """hours: whether they are written where they are known."""
        days = [wording.day_of(entry.published) for entry in entries if entry.published is not None]
        self._years, self._hours = len({day.year for day in days}) > 1, hours
        self.width = max((width_of(self.of(entry)) for entry in entries), default=1)

    def of(self, entry: Entry) -> str:
        """`~6 Nov`, `17 Nov 10:37`, `?`."""
        return wording.when(entry, year=self._years, hours=self._hours)


def outlets_of(names: Iterable[str | None], width: int, *, before: str = "", after: str = "") -> list[Pieces]:
    """Outlets in their colours, `an unknown outlet` for one without a name, in as many lines as it takes."""
    lines: list[list[tuple[str, str]]] = [[("  ", "text"), (before, "dim")]]
    used = width_of(before)
    for number, name in enumerate(names):
        text = clip(name or "an unknown outlet", width - 2)
        if number and used + width_of(text) + 2 > width:
            lines[-1].append((",", "dim"))
            lines.append([("  ", "text")])
            used = 0
        elif number:
            lines[-1].append((", ", "dim"))
            used += 2
        lines[-1].append((text, ink_of(name)))
        used += width_of(text)
    if used + width_of(after) > width:
        lines.append([("  ", "text")])
        after = after.removeprefix(" · ")
    lines[-1].append((after, "dim"))
    return [tuple(line) for line in lines]


def title_of(entry: Entry) -> str:
    """The headline, else the opening, marked as such."""
    return entry.headline or f"¶ {entry.opening}"


def ink_of(outlet: str | None) -> str:
    """The style of an outlet's name."""
    return f"outlet:{outlet}" if outlet else "dim"


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines so wide; one line at least."""
    text = line_of(text)
    return [text[a:b] for a, b in wrap(text, width)] or [""]


def in_lines(text: str, width: int, whole: bool, most: int) -> list[str]:
    """`text` wrapped: all of it, or so many lines of which the last ends in an ellipsis if there is more."""
    lines = wrapped(text, width)
    if whole or len(lines) <= most:
        return lines
    return [*lines[: most - 1], clip(" ".join(lines[most - 1 :]), width)]
