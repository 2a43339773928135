"""Chains: the affair that a story is part of, as the row of stories that it came in.

Here: the stories brought together with their days. Not here: what makes one story go on with another (stories), how
any of it is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reader.article import Story
from reader.library import Store


@dataclass(frozen=True, slots=True)
class ChainedStory:
    """A story in the chain of an affair."""

    story: Story
    first: date
    """The day of its oldest dated article."""
    last: date
    """The day of its newest."""
    continues: int | None = None
    """The id of the earlier story in the chain that it goes on with; None for the first."""
    names: tuple[str, ...] = ()
    """What the two have in common, the most telling first."""


def chain(store: Store, story_id: int) -> tuple[ChainedStory, ...]:
    """As `Library.chain`."""
    from reader import stories

    store.story(story_id)
    return tuple(
        ChainedStory(store.story(part.story), part.first, part.last, part.continues, part.names)
        for part in stories.chain(story_id, store)
    )
