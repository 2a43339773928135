"""A background job that adds what it is given, for tests of the screens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.article import AddReport, Article, Problem, Progress

if TYPE_CHECKING:
    from tui_support import FakeLibrary


class FakeJob:
    """Adds its articles when polled."""

    def __init__(self, library: FakeLibrary, articles: Sequence[Article], problems: Sequence[Problem]) -> None:
        self.library, self.left, self.problems = library, list(articles), tuple(problems)
        self.added: list[int] = []
        self.running = True
        self.hold = library.hold
        self.watches: list[str] | None = None
        """The folders whose articles it goes on to add."""

    def poll(self) -> list[Progress | AddReport | Problem]:
        if not self.running or self.hold:
            return []
        if not self.left:
            self.running = self.watches is not None
            added, self.added = self.added, []
            return [AddReport(added=len(added), ids=tuple(added), problems=self.problems)]
        self.added.append(self.library.put(self.left.pop(0)))
        return [Progress(len(self.added), len(self.added) + len(self.left), "file")]

    def cancel(self) -> None:
        self.running = False
