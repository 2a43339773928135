"""What the library in memory of the screens' tests knows of stories."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from reader.article import Article, Entry, Story
from reader.desk import Kinship, Pair, Step


class FakeStories:
    """The part of `FakeLibrary` that is about stories."""

    store: dict[int, Article]
    groups: list[list[int]]
    """The stories: sorted ids, of the story numbered one more than its index."""

    def _entry(self, article: Article) -> Entry:
        raise NotImplementedError

    def _day(self, article: Article) -> date | None:
        raise NotImplementedError

    def _story(self, number: int) -> int | None:
        return next((i + 1 for i, group in enumerate(self.groups) if number in group), None)

    def _in_time(self, ids: Sequence[int]) -> list[int]:
        return sorted(ids, key=lambda i: (str(self.store[i].published or "9"), i))

    def story(self, number: int) -> Story:
        ids = self._in_time(self.groups[number - 1])
        return Story(number, tuple(ids), self.store[ids[0]].headline)

    def walk(self, number: int) -> tuple[Step, ...]:
        story = self._story(number)
        ring = self._in_time(self.groups[story - 1]) if story else [number]
        at = ring.index(number)
        others = [i for i in self.store if i not in ring][:2]
        return tuple(
            Step(
                self._entry(self.store[i]),
                () if i == number else ("both: Marlow, Quay", "same quotation"),
                i in ring and len(ring) > 1,
                ring.index(i) + 1 if i in ring and len(ring) > 1 and self.store[i].published else 0,
            )
            for i in [*ring[at:], *ring[:at], *others]
        )

    def kinship(self, here: int, there: int) -> Kinship:
        first, second = self._entry(self.store[here]), self._entry(self.store[there])
        same = first.story is not None and first.story == second.story
        pairs = (Pair("copied", "The [/] quay closes.", "The [/] quay closes."),) if same else ()
        return Kinship(first, second, same, ("Ines Dorrel", "Marlow"), pairs=pairs)
