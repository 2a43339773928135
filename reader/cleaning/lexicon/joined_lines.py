"""Many lines joined into one text, so that a word or a pattern is searched for in all of them at once.

Not here: what a hit says about its line (`boilerplate`, `metadata`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from re import Match


class JoinedLines:
    """Lines, none of them with a newline in it, each between two newlines."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.text = "\n" + "\n".join(lines) + "\n"
        self._begins = list(accumulate([1, *[len(line) + 1 for line in lines]]))

    def holding(self, *words: str) -> list[int]:
        """The indices of the lines that one of the words stands in, in order. A newline before or behind a word is
        that of the line.
        """
        found = set()
        text, begins = self.text, self._begins
        for word in words:
            at = text.find(word)
            while at >= 0:
                line = bisect_right(begins, at + (word[0] == "\n")) - 1
                found.add(line)
                at = text.find(word, begins[line + 1] - 1)
        return sorted(found)

    def matching(self, pattern: re.Pattern[str]) -> list[int]:
        """The indices of the lines that a pattern is found in, in order. A newline at its beginning is that of the
        line; others it never goes over.
        """
        text, begins = self.text, self._begins
        starts = map(Match.start, pattern.finditer(text))
        return sorted({bisect_right(begins, start + (text[start] == "\n")) - 1 for start in starts})
