"""What the library in memory of the screens' tests knows of stories."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from reader.article import Article, Entry, Sentence, Story, Summary
from reader.comparison import Copy, Disagreement, Telling
from reader.desk.chains import ChainedStory
from reader.desk.relation import Pair, Relation
from reader.desk.shared_names import SharedName, Spot
from reader.desk.sources import NamedSource, Shared, Sources
from reader.desk.story_view import Quoted, Risen, StoryView, Voice
from reader.desk.walks import Step
from reader.errors import NotFound


class FakeStoryView(StoryView):
    """Says the same whatever the rooms below would find: its texts are invented for these answers."""

    def brief(self, sentences: int = 5) -> Summary:
        one, two = self.looked_at[0], self.looked_at[-1]
        said = [
            Sentence("The harbour council of [bold]Marlow[/] voted on Thursday.", 0, 43, 1.0, (one, two)),
            Sentence("Seven members voted for the closure and four against.", 127, 180, 0.5, (two,)),
            Sentence("Work is to begin in the spring.", 0, 10, 0.2, (one,)),
        ]
        return Summary(tuple((said * 20)[:sentences]), "brief", 60)

    @property
    def tellings(self) -> tuple[Telling, ...]:  # type: ignore[override]
        first, *others = self.looked_at
        added = (Sentence("Why not?", 60, 68),)
        return (Telling(first, (Copy(others[0], added),)), *(Telling(number) for number in others[1:]))

    @property
    def sources(self) -> Sources:  # type: ignore[override]
        first, second, *others = self.looked_at
        groups = ((first, second), *((number,) for number in others))
        shared = (Shared(others[-1], first, 0.4),) if others else ()
        named = (
            NamedSource("Harbour [b]Post[/]", (Spot(first, 9, 16), Spot(others[-1], 9, 16)), False) if others else None
        )
        return Sources(groups, 1, shared, (), (named,) if named else ())

    @property
    def disagreements(self) -> tuple[tuple[int, int, Disagreement], ...]:  # type: ignore[override]
        return ()

    @property
    def risen(self) -> tuple[Risen, ...]:
        return ()

    @property
    def names(self) -> tuple[SharedName, ...]:  # type: ignore[override]
        spots = tuple(Spot(number, 9, 16) for number in self.looked_at)
        return SharedName("Ines Dorrel", 7, spots, ("Dorell",)), SharedName("Marlow [/]", 5, spots[:2])

    @property
    def voices(self) -> tuple[Voice, ...]:  # type: ignore[override]
        one, *_, two = self.looked_at
        waited = Quoted(Spot(one, 20, 30), "We have waited long enough", "Ines Dorrel", True)
        other = Quoted(Spot(two, 40, 60), "The wait was long [enough]", "Dorell", False)
        radio = Quoted(Spot(two, 70, 80), "I heard it on the radio, as everybody in the town did", None, True)
        return Voice("Ines Dorrel", ((waited, other),)), Voice(None, ((radio,),))


class FakeStories:
    """The part of `FakeLibrary` that is about stories."""

    store: dict[int, Article]
    groups: list[list[int]]
    """The stories: sorted ids, of the story numbered one more than its index."""

    undone: list[tuple[str, Callable[[], object]]]

    def _entry(self, article: Article) -> Entry:
        raise NotImplementedError

    def _day(self, article: Article) -> date | None:
        raise NotImplementedError

    def _check(self) -> None:
        raise NotImplementedError

    def _story(self, number: int) -> int | None:
        return next((i + 1 for i, group in enumerate(self.groups) if number in group and len(group) > 1), None)

    def _in_time(self, ids: Sequence[int]) -> list[int]:
        return sorted(ids, key=lambda i: (str(self.store[i].published or "9"), i))

    def story(self, number: int) -> Story:
        ids = self._in_time(self.groups[number - 1])
        return Story(number, tuple(ids), self.store[ids[0]].headline)

    def view_of_story(self, number: int) -> StoryView:
        self._check()
        library: Any = self
        return FakeStoryView(library, number)

    def chain(self, number: int) -> tuple[ChainedStory, ...]:
        """All stories in the order of their numbers, each going on with the one before; none where there is one."""
        numbers = [i + 1 for i, group in enumerate(self.groups) if len(group) > 1]
        day = date(2031, 11, 1)
        return tuple(
            ChainedStory(self.story(n), day, day, numbers[i - 1] if i else None, ("Marlow [/]",) if i else ())
            for i, n in enumerate(numbers if len(numbers) > 1 else [])
        )

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

    def relation(self, here: int, there: int) -> Relation:
        first, second = self._entry(self.store[here]), self._entry(self.store[there])
        same = first.story is not None and first.story == second.story
        pairs = (Pair("copied", "The [/] quay closes.", "The [/] quay closes."),) if same else ()
        return Relation(first, second, same, ("Ines Dorrel", "Marlow"), pairs=pairs)

    def _decided(self, what: str) -> None:
        before = [list(group) for group in self.groups]
        self.undone.append((what, lambda: setattr(self, "groups", before)))

    def split(self, number: int) -> int:
        self._check()
        story = self._story(number)
        if story is None:
            raise NotFound(f"article {number} is in no story")
        self._decided(f"article {number} taken out of story {story}")
        self.groups[story - 1].remove(number)
        return story

    def join(self, number: int, story: int) -> None:
        self._decided(f"article {number} put into story {story}")
        self.groups = [[i for i in group if i != number] for group in self.groups]
        self.groups[story - 1] = sorted([*self.groups[story - 1], number])

    def merge(self, story: int, other: int) -> int:
        self._decided(f"story {other} merged into story {story}")
        self.groups[story - 1] = sorted(self.groups[story - 1] + self.groups[other - 1])
        self.groups[other - 1] = []
        return story

    def near_stories(self, number: int, *, limit: int = 20) -> list[Story]:
        own = self._story(number)
        return [self.story(i + 1) for i, group in enumerate(self.groups) if len(group) > 1 and i + 1 != own][:limit]
