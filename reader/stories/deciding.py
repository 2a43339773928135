"""What a person's own decisions make of a placement: nobody is put beside an article that they were taken from.

Not here: where an article belongs (placing.py), remembering decisions (the library).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reader.stories.placing import Placement
from reader.stories.shelf import Shelf


def concerned(placement: Placement, article_id: int, shelf: Shelf) -> list[int]:
    """All articles that would be of one story: those whose decisions matter."""
    stories = [*placement.merge, *([placement.story] if placement.story is not None else [])]
    return list(dict.fromkeys([article_id, *placement.together, *(m for s in stories for m in shelf.members(s))]))


def respecting(placement: Placement, article_id: int, shelf: Shelf, apart: Collection[tuple[int, int]]) -> Placement:
    """The placement without what a person ruled out; `apart` has each pair both ways round.

    The article goes before the stories it would join: taken from one of theirs, it does without that story.
    """
    if not apart:
        return placement
    ruled_out = set(apart)
    inside = [article_id]
    stories: list[int] = []
    for story in (*([placement.story] if placement.story is not None else []), *placement.merge):
        members = [member for member in shelf.members(story) if member != article_id]
        if _may(members, inside, ruled_out):
            inside += members
            stories.append(story)
    together: list[int] = []
    for other in placement.together:
        if _may([other], inside, ruled_out):
            inside.append(other)
            together.append(other)
    return Placement(stories[0] if stories else None, tuple(together), tuple(stories[1:]))


def _may(others: Sequence[int], inside: Sequence[int], ruled_out: Collection[tuple[int, int]]) -> bool:
    return not any((other, one) in ruled_out for other in others for one in inside)
