"""Walks: the way from an article through its story and on to what is near it.

Here: which articles, in which order, why. Not here: where on the way a person is (the screens), what relates articles
(stories).
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.article import Entry
from reader.library import Store

_WALK_LENGTH = 20
_NEAR = 0.06
"""Below this score a related article is no longer worth a step of a walk."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a walk through a story and what is near it."""

    entry: Entry
    reasons: tuple[str, ...] = ()
    in_story: bool = False
    place: int = 0
    """Which of its story's articles it is in time order, from 1; 0 for one that is undated or not in the story."""


def walk(store: Store, article_id: int) -> tuple[Step, ...]:
    """As `Library.walk`."""
    from reader import stories

    near = {r.article_id: r for r in stories.related(article_id, store, limit=_WALK_LENGTH)}
    story = store.stories_of([article_id]).get(article_id)
    members = store.members(story) if story is not None else [article_id]
    start = members.index(article_id)
    ring = members[start:] + members[:start]
    others = [r.article_id for r in near.values() if r.article_id not in members and r.score >= _NEAR]
    order = [*ring, *others][: max(_WALK_LENGTH, len(ring))]
    inside = set(members) if len(members) > 1 else set()
    return tuple(
        Step(
            entry,
            near[entry.id].reasons if entry.id in near else (),
            entry.id in inside,
            members.index(entry.id) + 1 if entry.id in inside and entry.published is not None else 0,
        )
        for entry in store.entries(order)
    )
