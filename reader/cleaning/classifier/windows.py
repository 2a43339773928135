"""Sums over the lines around each line, and the span of lines with the greatest sum.

Not here: what is summed (`context_features`, `text_features`, `stacking`).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reader.cleaning.classifier.arrays import Floats, Numbers


class WindowSums:
    """Sums over a number of lines before and after each line, itself included, of several series at once."""

    FARTHEST = 24
    """The longest reach, in lines."""

    def __init__(self, series: Sequence[Numbers]) -> None:
        """`series`: one number per line in each."""
        far, count = self.FARTHEST, len(series[0])
        self._count = count
        self._sums = np.zeros((len(series), count + 1 + 2 * far))
        for values, sums in zip(series, self._sums, strict=True):
            sums[far + 1 : far + 1 + count] = values
        np.add.accumulate(self._sums, axis=1, out=self._sums)

    def near(self, which: int, before: int, after: int) -> Floats:
        """The sums of one series, by its index. `before` or `after` = -1 leaves out the line itself."""
        high, low = self.FARTHEST + after + 1, self.FARTHEST - before
        sums: Floats = self._sums[which, high : high + self._count] - self._sums[which, low : low + self._count]
        return sums


def main_span(scores: Numbers) -> tuple[int, int]:
    """Start and end of the shortest run of lines with the greatest sum (maximum subarray); (0, 0) when no sum is
    positive.
    """
    if not len(scores):
        return 0, 0
    sums = np.zeros(len(scores) + 1)
    scores.cumsum(dtype=np.float64, out=sums[1:])
    gains = sums[1:] - np.minimum.accumulate(sums[:-1])
    end = int(gains.argmax()) + 1
    if gains[end - 1] <= 0:
        return 0, 0
    return end - 1 - int(sums[end - 1 :: -1].argmin()), end
