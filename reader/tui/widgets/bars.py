"""The line at the top and the line at the bottom.

Here: where the reader is in the library, and which keys do what now. Not here: what the keys do (commands).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from time import monotonic
from typing import NamedTuple, cast

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.article import Progress
from reader.safety import plain_line
from reader.tui.draw.cells import clip, line_of, width_of, wrap
from reader.tui.widgets.drawn import Looks, seen

_BARS = "▁▂▃▄▅▆▇█"
_PARTS = " ▏▎▍▌▋▊▉█"
_MOST_LINES = 3
"""Of a note."""
_LOW = 20
"""Lines of a screen below which a note that may be short has one."""
_ROOMY = 80
"""Cells from which on the rate of what is added is said."""
_FEWEST_DAYS = 6
"""Fewer bars than this say nothing."""


def sparkline(numbers: Sequence[int]) -> str:
    """One bar a number; zero is the lowest."""
    most = max(numbers, default=0)
    return "".join(_BARS[-(-n * (len(_BARS) - 1) // most)] if most else _BARS[0] for n in numbers)


def progress_bar(done: int, total: int, width: int) -> str:
    """A bar of `width` cells, in eighths of a cell."""
    eighths = min(width * 8, width * 8 * done // total) if total > 0 else 0
    full, part = divmod(eighths, 8)
    return ("█" * full + (_PARTS[part] if part else "")).ljust(width)


class _Bar(Widget, can_focus=False):
    """One line in inks, with spots that can be clicked."""

    ALLOW_SELECT = False
    spots: Sequence[tuple[int, int, str]] = ()
    """Where each begins and ends, and what it stands for."""

    class Clicked(Message):
        """A spot that stands for a command was clicked."""

        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command

    def spot_at(self, x: int) -> str | None:
        """What the spot under the mouse stands for."""
        return next((name for start, end, name in self.spots if start <= x < end), None)

    def _draw(self, pieces: Sequence[tuple[str, str]]) -> Strip:
        looks = cast(Looks, self.app)
        inks = looks.inks
        if looks.turns_text:
            pieces = [one for piece in pieces for one in seen(piece)]
        ground = inks["page"] + inks["bar"]
        segments = [Segment(text, ground + inks[ink]) for text, ink in pieces if text]
        return Strip(segments).adjust_cell_length(self.size.width, ground)


class Masthead(_Bar):
    """` reader · all articles · by date      5 articles · 4 unread  ▁▂▇`."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  (Textual's name for it)
        """id: for the stylesheet."""
        super().__init__(id=id)
        self.scope: Sequence[str] = ()
        """What is listed and how, from general to particular."""
        self.counts = ""
        self.activity: Sequence[int] = ()
        """Articles a day."""
        self.progress: Progress | None = None
        """Of adding, while that goes on."""
        self._begun = ("", 0.0, 0)
        """The step that goes on, when that was first told of, and how much was done by then."""
        self.problems = 0

    def update(self, **changes: object) -> None:
        """Set some of the fields and draw."""
        for name, value in changes.items():
            setattr(self, name, value)
        step = self.progress.step if self.progress is not None else ""
        if step != self._begun[0]:
            self._begun = step, monotonic(), self.progress.done if self.progress is not None else 0
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Left: where; right: how much. What has no room is shortened: first the days, then where."""
        width = self.size.width
        right: list[tuple[str, str]] = []
        if self.problems:
            right.append((f"{self.problems:,} problem{'s' * (self.problems != 1)} (!)  ", "error"))
        if self.progress is not None:
            right += self._adding(max(8, width // 8))
        right.append((line_of(self.counts), "dim"))
        left = " · ".join(line_of(part) for part in self.scope)
        days = width - sum(width_of(text) for text, _ in right) - width_of(left) - 18
        if self.activity and self.progress is None and days >= _FEWEST_DAYS:
            right.append(("  " + sparkline(self.activity[-days:]), "unread"))
        taken = sum(width_of(text) for text, _ in right) + 1
        room = max(0, width - taken - 11)
        left = clip(left, room) if room >= 6 else ""
        gap = " " * max(1, width - taken - width_of(" reader") - width_of(left) - (3 if left else 0))
        self.spots = [(width - taken, width - taken + width_of(right[0][0]), "problems")] if self.problems else []
        return self._draw(
            [(" reader", "strong"), (" · " if left else "", "dim"), (left, "text"), (gap, "text"), *right]
        )

    def on_click(self, event: events.Click) -> None:
        """Show the problems."""
        if command := self.spot_at(event.x):
            self.post_message(self.Clicked(command))

    def _adding(self, width: int) -> list[tuple[str, str]]:
        progress = self.progress
        assert progress is not None  # noqa: S101  (asked for only then)
        if not progress.total:
            return [("looking … ", "mark")]
        bar = progress_bar(progress.done, progress.total, width)
        return [
            (f"{progress.step} ", "mark"),
            ("▕", "faint"),
            (bar, "mark"),
            ("▏", "faint"),
            (f" {progress.done:,}/{progress.total:,}{self._rate(progress)}  ", "dim"),
        ]

    def _rate(self, progress: Progress) -> str:
        """` · 12/s`, once that can be told, where there is room."""
        _, since, before = self._begun
        seconds, done = monotonic() - since, progress.done - before
        if seconds < 1 or done <= 0 or self.size.width < _ROOMY:
            return ""
        return f" · {done / seconds:,.{0 if done >= 10 * seconds else 1}f}/s"


class Chips(_Bar):
    """What narrows the list: ` unread ✕  German ✕ `; one that is clicked goes away."""

    class Dropped(Message):
        """A chip was clicked."""

        def __init__(self, field: str) -> None:
            super().__init__()
            self.field = field

    def __init__(self, *, id: str) -> None:  # noqa: A002  (Textual's name for it)
        """id: for the stylesheet."""
        super().__init__(id=id)
        self.chips: Sequence[tuple[str, str]] = ()
        """Field and words of each, the latest last."""
        self.hint = ""
        """How the last one is taken away."""

    def render_line(self, y: int) -> Strip:
        """The latest ones always have room; behind them, where there is more, what takes them away."""
        width = self.size.width
        shown: list[tuple[str, str]] = []
        used = 1
        for field, words in reversed(self.chips):
            text = f" {clip(words, max(8, width - 8))} ✕ "
            if used + width_of(text) + 1 > width - (2 if len(shown) < len(self.chips) - 1 else 0):
                break
            shown.insert(0, (field, text))
            used += width_of(text) + 1
        left_out = "…" if len(shown) < len(self.chips) else " "
        pieces, at = [(left_out, "dim")], 1
        self.spots = spots = []
        for field, text in shown:
            spots.append((at, at + width_of(text), field))
            pieces += [(text, "chip"), (" ", "text")]
            at += width_of(text) + 1
        if at + width_of(self.hint) + 2 <= width:
            pieces.append((f" {self.hint}", "dim"))
        return self._draw(pieces)

    def on_click(self, event: events.Click) -> None:
        """Take away what is under the mouse."""
        if field := self.spot_at(event.x):
            self.post_message(self.Dropped(field))


class Hint(NamedTuple):
    """A key and what it does, for the line at the bottom."""

    keys: str
    what: str
    command: str
    """The command's name, run when the hint is clicked."""
    able: bool
    """Whether the command can act now; greyed out if not."""


def _room_of(hint: Hint) -> int:
    return width_of(f"{hint.keys} {hint.what}") + 2


class KeyLine(_Bar):
    """The keys that matter now; before them, when there is something to say, a note."""

    def __init__(self, hints: Callable[[], Sequence[Hint]], *, id: str) -> None:  # noqa: A002  (Textual's name for it)
        """hints: what can be done now, most useful first; the last one is always shown."""
        super().__init__(id=id)
        self.note = ""
        self.alarming = False
        self._short = False
        self._hints = hints
        self._lines: list[str] = []
        self._height = 1

    def say(self, note: str, *, alarming: bool = False, short: bool = False) -> None:
        """Show a note, or take it away. short: its end may be missing where the screen is low."""
        self.note, self.alarming, self._short = plain_line(note), alarming, short
        self._make_room(self.app.size.width)
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """A note may need more lines now, or fewer."""
        self._make_room(event.size.width)

    def _make_room(self, width: int) -> None:
        """A note that is too long for one line gets more of them."""
        most = 1 if self._short and self.app.size.height < _LOW else _MOST_LINES
        # The first picture has no note, and does not wait for what finds words in one.
        spans = list(islice(wrap(self.note, max(10, width - 2)), most + 1)) if self.note else []
        self._lines = [self.note[a:b] for a, b in spans[:most]]
        if len(spans) > most:
            self._lines[-1] = clip(self.note[spans[most - 1][0] :], width - 2)
        # The last hint, help, always has room.
        if self._lines and width_of(self._lines[-1]) + 2 + sum(map(_room_of, self._hints()[-1:])) > width:
            self._lines.append("")
        if (lines := max(1, len(self._lines))) != self._height:
            self._height = lines
            self.styles.height = lines

    def render_line(self, y: int) -> Strip:
        """The note; behind its end the hints. Whole hints only: one that has no room is left out."""
        note = self._lines[y] if y < len(self._lines) else ""
        pieces = [(f" {note} ", "error" if self.alarming else "mark")] if note else []
        if y < self._height - 1:
            return self._draw(pieces)
        width = self.size.width
        used = width_of(note) + 2 if note else 0
        hints = list(self._hints())
        if used + sum(map(_room_of, hints)) > width:
            hints = [hint for hint in hints if hint.able]
        last = hints[-1:]
        kept = sum(map(_room_of, last))
        self.spots = spots = []
        for hint in hints:
            text = _room_of(hint)
            if used + text > width - (kept if hint not in last else 0):
                continue
            spots.append((used, used + text, hint.command))
            pieces += [
                (f" {hint.keys}", "key" if hint.able else "off"),
                (f" {hint.what} ", "dim" if hint.able else "off"),
            ]
            used += text
        return self._draw(pieces)

    def on_click(self, event: events.Click) -> None:
        """Run what is under the mouse."""
        if event.y == self._height - 1 and (command := self.spot_at(event.x)):
            self.post_message(self.Clicked(command))
