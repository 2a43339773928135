"""The margin of a text: where else its passages stand, and which of them were read there.

Here: which sign stands beside which line, which stretches are faded. Not here: drawing (the text's pane), how passages
are found (the desk).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.comparison import Passages, TracedSentence


Span = tuple[int, int]

SIGNS = 3
"""Cells of the column of signs: `≡3`, `≡12`."""
NO_SIGN = ("", "text")


class Margin:
    """The signs and faded stretches of one text."""

    def __init__(self, passages: Passages | None = None, text: str = "") -> None:
        """passages: of this text; None, or none that stands anywhere else: nothing is marked."""
        told = passages.sentences if passages and any(one.elsewhere for one in passages.sentences) else ()
        self.faded: Sequence[Span] = [(one.start, one.end) for one in told if one.seen]
        """What was already read elsewhere."""
        self.share = passages.seen_share if passages else 0.0
        """How much of the text that is."""
        self._starts: list[int] = []
        self._signs: list[tuple[str, str]] = []
        before, end = "", 0
        for one in told:
            sign, ink = _sign(one)
            # Once for passages that follow each other, and at the beginning of each paragraph.
            if sign and (sign != before or "\n" in text[end : one.start]):
                self._starts.append(one.start)
                self._signs.append((sign, ink))
            before, end = sign or before, one.end

    @property
    def marks(self) -> tuple[Sequence[Span], Sequence[int], Sequence[tuple[str, str]]]:
        """All that is drawn of it."""
        return self.faded, self._starts, self._signs

    def sign(self, line: Span, above: Span) -> tuple[str, str]:
        """The sign beside a line, with its ink: that of the first passage that begins there.

        above: the line before; where two passages begin in that, the sign of the last one has its place here.
        """
        first, last = bisect_left(self._starts, line[0]), bisect_left(self._starts, line[1])
        if first < last:
            return self._signs[first]
        before = bisect_left(self._starts, above[0])
        return self._signs[first - 1] if first - before > 1 else NO_SIGN


def _sign(one: TracedSentence) -> tuple[str, str]:
    """`✓2`: read in one of two other articles; `≡3`: stands in three others; `◇`: only here."""
    if one.elsewhere:
        return f"{'✓' if one.seen else '≡'}{len(one.elsewhere)}", "seen-sign" if one.seen else "unread"
    return ("", "text") if one.slight else ("◇", "faint")


def overlapping(spans: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """The few of some ordered stretches that may reach into a line."""
    first = bisect_left(spans, (start, 0))
    return spans[max(0, first - 1) : bisect_left(spans, (end, 0))]
