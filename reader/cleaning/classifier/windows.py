"""WindowSums over the lines around a line, and the stretch of lines that is worth most.

Here: what both judgements reckon with. Not here: what the numbers mean (`features`, `text_features`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Matrix = np.ndarray[Any, Any]


class WindowSums:
    """WindowSums over so many lines before and after each line, itself included, of several values a line at once."""

    FARTHEST = 24

    def __init__(self, rows: Sequence[Any], np: Any) -> None:
        """`rows`: for each value one number a line."""
        far, count = self.FARTHEST, len(rows[0])
        self._count = count
        self._sums = np.zeros((len(rows), count + 1 + 2 * far))
        for values, sums in zip(rows, self._sums, strict=True):
            sums[far + 1 : far + 1 + count] = values
        np.add.accumulate(self._sums, axis=1, out=self._sums)

    def near(self, which: int, before: int, after: int) -> Any:
        """The sums of one value; `before` or `after` -1: short of the line itself."""
        high, low = self.FARTHEST + after + 1, self.FARTHEST - before
        return self._sums[which, high : high + self._count] - self._sums[which, low : low + self._count]


def main_span(scores: Matrix) -> tuple[int, int]:
    """Start and end of the run of lines with the greatest sum, as short as can be; (0, 0) when no line is worth
    anything.
    """
    if not len(scores):
        return 0, 0
    import numpy as np  # loaded by now

    sums = np.zeros(len(scores) + 1)
    scores.cumsum(dtype=np.float64, out=sums[1:])
    gains = sums[1:] - np.minimum.accumulate(sums[:-1])
    end = int(gains.argmax()) + 1
    if gains[end - 1] <= 0:
        return 0, 0
    return end - 1 - int(sums[end - 1 :: -1].argmin()), end
