"""Walks: the way from an article through its story, on through the affair and to what is near.

Here: which articles, in which order, why. Not here: where on the way a person is (the screens), what relates articles
(stories).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.article import Entry
from reader.desk.chains import ChainedStory, chain
from reader.library import Store

_WALK_LENGTH = 20
_OF_AFFAIR = 60
"""Articles of the affair's other stories on one walk at most; from its end the next one goes on."""
_NEAR = 0.06
"""Below this score a related article is no longer worth a step of a walk."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Another story of the affair that a walk's story is part of."""

    part: ChainedStory
    later: bool
    """Whether it came after the walk's own story; else before it."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a walk through a story and what is near it."""

    entry: Entry
    reasons: tuple[str, ...] = ()
    in_story: bool = False
    place: int = 0
    """Which of its story's articles it is in time order, from 1; 0 for one that is undated or not in the story."""
    chapter: Chapter | None = None
    """The other story of the affair that it is part of; None in the story itself, and for what is only near."""


def walk(store: Store, article_id: int) -> tuple[Step, ...]:
    """As `Library.walk`."""
    from reader import stories

    near = {r.article_id: r for r in stories.related(article_id, store, limit=_WALK_LENGTH)}
    story = store.stories_of([article_id]).get(article_id)
    members = store.members(story) if story is not None else [article_id]
    start = members.index(article_id)
    ring = members[start:] + members[:start]
    affair = _affair(chain(store, story), story) if story is not None and len(members) > 1 else {}
    others = [r.article_id for r in near.values() if r.article_id not in {*members, *affair} and r.score >= _NEAR]
    order = [*ring, *affair, *others[: max(0, _WALK_LENGTH - len(ring))]]
    inside = set(members) if len(members) > 1 else set()
    return tuple(
        Step(
            entry,
            near[entry.id].reasons if entry.id in near else (),
            entry.id in inside,
            members.index(entry.id) + 1 if entry.id in inside and entry.published is not None else 0,
            affair.get(entry.id),
        )
        for entry in store.entries(order)
    )


def _affair(parts: Sequence[ChainedStory], story: int) -> dict[int, Chapter]:
    """The articles of the affair's other stories: the later ones in time order, then the earlier ones, the last first.

    Through the earlier ones the way leads back in time.
    """
    here = next((at for at, part in enumerate(parts) if part.story.id == story), 0)
    found: dict[int, Chapter] = {}
    for part in parts[here + 1 :]:
        found |= dict.fromkeys(part.story.article_ids, Chapter(part, later=True))
    for part in reversed(parts[:here]):
        found |= dict.fromkeys(reversed(part.story.article_ids), Chapter(part, later=False))
    return dict(list(found.items())[:_OF_AFFAIR])
