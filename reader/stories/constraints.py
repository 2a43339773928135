"""Constraints on clustering: what a person has taken apart (cannot-link) stays apart.

Not here: where an article belongs (clustering.py), remembering decisions (the library).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reader.stories.clustering import Assignment
from reader.stories.index import ArticleIndex


def affected(assignment: Assignment, article_id: int, index: ArticleIndex) -> list[int]:
    """All articles that would be in one story: those whose constraints matter."""
    stories = [*assignment.merge, *([assignment.story] if assignment.story is not None else [])]
    return list(dict.fromkeys([article_id, *assignment.together, *(m for s in stories for m in index.members(s))]))


def constrained(
    assignment: Assignment, article_id: int, index: ArticleIndex, apart: Collection[tuple[int, int]]
) -> Assignment:
    """The assignment without what a person ruled out; `apart` has each pair both ways round.

    The article comes before the stories it would join: one that it was taken from is left out.
    """
    if not apart:
        return assignment
    ruled_out = set(apart)
    inside = [article_id]
    stories: list[int] = []
    for story in (*([assignment.story] if assignment.story is not None else []), *assignment.merge):
        members = [member for member in index.members(story) if member != article_id]
        if _may(members, inside, ruled_out):
            inside += members
            stories.append(story)
    together: list[int] = []
    for other in assignment.together:
        if _may([other], inside, ruled_out):
            inside.append(other)
            together.append(other)
    leaving = tuple(one for one in assignment.leaving if one in inside)
    return Assignment(
        stories[0] if stories else None, tuple(together), tuple(stories[1:]), leaving, assignment.doubtful
    )


def _may(others: Sequence[int], inside: Sequence[int], ruled_out: Collection[tuple[int, int]]) -> bool:
    return not any((other, one) in ruled_out for other in others for one in inside)
