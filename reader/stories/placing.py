"""Which story an article belongs to, decided when it is added.

The articles around the new one, with the stories they are in, are grouped afresh by average linkage; whatever ends up
in one group with it is one story. So a later article can bring two stories together, or take an article out of one
where it stood only for want of a better place, and the order of adding changes little. Not here: storing stories.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from reader.stories.likeness import Rarity, all_likenesses, crowding, shared_company, shared_terms
from reader.stories.neighbours import Neighbourhood, neighbourhood
from reader.stories.shelf import Shelf
from reader.stories.sketch import Sketch

BEST = 1
"""Best likenesses of an article, in view of which others are seen: beside a near-copy, a look-alike counts less."""
ROOM = 0.2
"""Added to those, so that the view stays wide."""
COMPANY = 16
"""Nearest articles of each whose being the same counts in favour of two being together."""
ALONE = 0.3
"""How much like its nearest an article is to itself, when the company of two is compared: two loners have little."""
NEAR = 0.03
"""Likeness from which an article is looked at."""
AROUND = 24
"""Articles looked at, the most alike ones."""
STORY = 10
"""Articles looked at of each story they are in, the newest ones."""
MOST = 48
"""Articles grouped, at most."""
SETTLED = 2_000
"""Articles from which on what is rare in a library changes little."""


@dataclass(frozen=True, slots=True)
class _Ruler:
    """By what it is judged whether two groups tell one story."""

    together: float
    """Their mean likeness, in view of all that follows, from which they do."""
    view: float
    """How much it weighs what else the two are like; 0: not at all."""
    trust: float
    """How much the company weighs that they have in common."""


FEW = _Ruler(together=0.049, view=0.35, trust=0.0)
"""For a library of no more than COMPANY articles, where all have the same others near them."""
MANY = _Ruler(together=0.078, view=0.2, trust=0.5)


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an article belongs."""

    story: int | None = None
    """The story it joins; None: a new one, if there is anything in `together`, else none."""
    together: tuple[int, ...] = ()
    """Other articles that join `story` with it, or start one with it, whatever story they are in now."""
    merge: tuple[int, ...] = ()
    """Stories that turn out to be one with `story`."""


def place(article_id: int, shelf: Shelf, *, fixed: Collection[int] = ()) -> Placement:
    """Where an article that the shelf already holds belongs. Bounded work; changes nothing.

    An article that is in a story already is placed as if it were not. `fixed`: articles that a person has put where
    they are; they are not taken out of their stories, and those are not merged into others (others may be into them).
    """
    around = neighbourhood(article_id, shelf, limit=AROUND)
    if around is None:
        return Placement()
    ids = [n.id for n in around.neighbours if n.likeness >= NEAR]
    if not ids:
        return Placement()
    stories = shelf.stories_of(ids)
    members = {story: set(shelf.members(story)) - {article_id} for story in dict.fromkeys(stories.values())}
    ids, sketches = _gathered(article_id, around, ids, members, shelf)
    rarity = _rarity(sketches, shelf)
    ruler = FEW if rarity.articles <= COMPANY else MANY
    together = _group_of_first(_in_view(all_likenesses(sketches, rarity.of), ruler), ruler.together)
    return _placement({ids[i] for i in together} - {article_id}, ids, members, set(fixed))


def worth_placing_again(ids: Sequence[int], articles: int) -> list[int]:
    """Of the articles just added to a library that now holds `articles`: those to be placed once more, in their order.

    While a library is small, what is rare in it changes with every article; so when an addition is complete, what came
    in before it had SETTLED articles is looked at again. That makes the order of adding matter less.
    """
    before = articles - len(ids)
    return list(ids[: max(0, SETTLED - before)])


def _gathered(
    article_id: int, around: Neighbourhood, ids: list[int], members: dict[int, set[int]], shelf: Shelf
) -> tuple[list[int], list[Sketch]]:
    """The article, the ones near it and, as far as there is room, others of the stories those are in."""
    sketches = {article_id: around.sketch} | {n.id: n.sketch for n in around.neighbours if n.id in set(ids)}
    others = [m for story in members.values() for m in sorted(story, reverse=True)[:STORY] if m not in sketches]
    packed = shelf.features(others[: MOST - len(sketches)])
    sketches |= {i: Sketch(p) for i, p in packed.items()}
    return list(sketches), list(sketches.values())


def _rarity(sketches: Sequence[Sketch], shelf: Shelf) -> Rarity:
    shared = shared_terms(sketches)
    spelled: dict[int, str] = {}
    for sketch in sketches:
        spelled.update(zip(sketch.terms, sketch.spelled()[0], strict=False))
    hashes = list(shared)
    return Rarity([spelled[h] for h in hashes], hashes, shelf)


def _in_view(likenesses: list[list[float]], ruler: _Ruler) -> list[list[float]]:
    """Likenesses in view of how alike to others the two are, and of whether the same others are near both."""
    scale = [(ROOM / (crowding(row, BEST) + ROOM)) ** ruler.view for row in likenesses]
    company = shared_company(likenesses, near=COMPANY, alone=ALONE)
    return [
        [alike * scale[i] * scale[j] * (1 + ruler.trust * company[i][j]) for j, alike in enumerate(row)]
        for i, row in enumerate(likenesses)
    ]


def _group_of_first(alike: list[list[float]], enough: float) -> list[int]:
    """The indices of the group that the first one is in, after grouping by average linkage."""
    groups: dict[int, list[int]] = {i: [i] for i in range(len(alike))}
    means = {i: {j: alike[i][j] for j in groups if j != i} for i in groups}
    best = {i: max(row, key=row.__getitem__) for i, row in means.items() if row}
    while len(groups) > 1:
        a = max(best, key=lambda i: means[i][best[i]])
        b = best[a]
        if means[a][b] < enough:
            break
        a, b = min(a, b), max(a, b)
        _join(a, b, groups, means, best)
    return groups[0]


def _join(
    a: int, b: int, groups: dict[int, list[int]], means: dict[int, dict[int, float]], best: dict[int, int]
) -> None:
    """Group `b` becomes part of group `a`; what was known of the two is brought up to date."""
    size_a, size_b = len(groups[a]), len(groups[b])
    groups[a] += groups.pop(b)
    gone = means.pop(b)
    del best[b]
    for other, row in means.items():
        if other != a:
            row[a] = means[a][other] = (size_a * row[a] + size_b * gone[other]) / (size_a + size_b)
            del row[b]
    del means[a][b]
    for other, row in means.items():
        if row and (other == a or best[other] in (a, b) or row.get(a, -math.inf) > row[best[other]]):
            best[other] = max(row, key=row.__getitem__)


def _placement(
    together: Collection[int], seen: Sequence[int], members: dict[int, set[int]], fixed: set[int]
) -> Placement:
    """What is to be done so that the article and `together` are one story."""
    whole = []
    for story, ids in members.items():
        inside = sum(i in together for i in ids)
        # An article that is held in its story cannot come to this one, so this one goes to it.
        if inside and (2 * inside > sum(i in ids for i in seen) or ids & fixed & set(together)):
            whole.append((inside, -story))
    whole.sort(key=lambda pair: (bool(members[-pair[1]] & fixed), *pair), reverse=True)
    stories = [-story for _, story in whole]
    stories = stories[:1] + [story for story in stories[1:] if not members[story] & fixed]
    settled = set[int]().union(*(members[story] for story in stories))
    held = {i for i in fixed if any(i in ids for ids in members.values())}
    joining = sorted(set(together) - settled - held)
    return Placement(stories[0] if stories else None, tuple(joining), tuple(stories[1:]))
