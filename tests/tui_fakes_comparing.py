"""What the library in memory of the screens' tests knows of comparing: it compares its articles as the desk does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reader.article import Article
from reader.comparison import Comparison, Passages
from reader.desk.overlap import NEAR, Until, compare, passages_of
from reader.desk.walks import Step
from reader.library.columns.fulltext import matches


class FakeComparing:
    """The part of `FakeLibrary` that compares."""

    store: dict[int, Article]
    marked: dict[int, dict[str, Any]]
    asked: list[tuple[object, ...]]

    def article(self, number: int) -> Article:
        raise NotImplementedError

    def walk(self, number: int) -> tuple[Step, ...]:
        raise NotImplementedError

    def matches(self, article: Article, query: str) -> tuple[tuple[tuple[int, int], ...], int]:
        return matches(article.text, query)

    def compare(self, a_id: int, b_id: int) -> Comparison:
        self.asked.append(("compare", a_id, b_id))
        return compare(self.article(a_id), self.article(b_id))

    def passages(
        self, article_id: int, *, among: Sequence[int] | None = None, of_read: bool = False, until: Until = bool
    ) -> Passages:
        self.asked.append(("passages", article_id))
        others = [step.entry.id for step in self.walk(article_id)] if among is None else among
        near = [number for number in others if number != article_id][:NEAR]
        read = {number for number in near if self.marked[number]["read"]}
        near = [number for number in near if number in read or not of_read]
        return passages_of(self.article(article_id), [self.article(number) for number in near], read, until)
