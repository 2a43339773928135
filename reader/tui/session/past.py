"""What was typed before, to be had again.

Here: a plain object. Not here: the field it is typed into.
"""

from __future__ import annotations

from collections.abc import Iterable

_KEPT = 50


class Past(list[str]):
    """Lines, the latest last, each once."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        """lines: the latest last."""
        super().__init__(lines)
        del self[:-_KEPT]

    def keep(self, line: str) -> None:
        """The latest."""
        if line := line.strip():
            self[:] = [*(one for one in self if one != line), line][-_KEPT:]
