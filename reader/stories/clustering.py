"""Which story an article belongs to: clustering, one article at a time, as they are added.

The articles around the new one, with the stories they are in, are clustered afresh by average linkage; whatever ends up
in one cluster with it is one story. So a later article can bring two stories together, or take an article out of one
where it stood only for want of a better place, and the order of adding changes little. Not here: storing stories.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from reader.stories.features import FeatureVector
from reader.stories.idf import LibraryIdf
from reader.stories.index import ArticleIndex
from reader.stories.neighbours import Neighbourhood, density, neighbourhood, shared_neighbours
from reader.stories.similarity import Array, EventWeights, SharedTerms, event_similarities

BEST = 1
"""Neighbours by whose similarity the others' is scaled: beside a near-copy, a look-alike counts less."""
SMOOTHING = 0.2
"""Added to their density before it scales anything."""
NEIGHBOURS = 16
"""Nearest neighbours of each: the more of them two articles share, the sooner they are put together."""
SELF = 0.3
"""An article's similarity to itself, for counting shared neighbours, as a share of that to its nearest neighbour."""
NEAR = 0.03
"""Similarity from which an article is looked at."""
AROUND = 24
"""Articles looked at, the most alike ones."""
STORY = 10
"""Articles looked at of each story they are in, the newest ones."""
MOST = 48
"""Articles clustered, at most."""
SETTLED = 500
"""Articles in a library from which on its idfs change little."""
STEADY = 4_000
"""Articles from which on they change so little that no story depends on it."""
DOUBTFUL = math.sqrt(2)
"""How near to the threshold, above or below, a mean similarity is on which a place in a story rests."""


THRESHOLDS = ((120, 0.062), (500, 0.052), (2_800, 0.0885), (8_000, 0.13))
"""The mean similarity from which two clusters tell one story, by the articles in the library; between, by logarithm.

The rarity of what all share grows with a library, and so do the articles that only look alike. That at 2,800 was chosen
again when doubtful places came to be looked at twice, by halves of the events drawn forty times by lot: the other half
gained 0.002 in the mean, and never lost. The last step was chosen by one figure alone: B-cubed of all public sets among
5,000 generated articles.
"""


class _Scale(NamedTuple):
    """How articles are compared in a library of some size."""

    most: float
    """Articles in it, at most."""
    density: float
    """How much the density around two articles scales their similarity."""
    neighbours: float
    """How much their shared neighbours weigh."""
    weights: EventWeights
    thresholds: Sequence[tuple[int, float]]


SCALES = (
    _Scale(NEIGHBOURS, 0.0, 0.0, EventWeights(1.0, 25.0, 30.0, 0.64, 6.0), ((1, 0.046), (NEIGHBOURS, 0.046))),
    _Scale(100, 0.2, 0.5, EventWeights(2.0, 14.0, 20.0, 0.64, 6.0), ((60, 0.027), (100, 0.0416))),
    _Scale(math.inf, 0.2, 0.5, EventWeights(2.0, 25.0, 30.0, 0.64, 0.0), THRESHOLDS),
)
"""By size. In a small library all share the same neighbours, and days say more about an event than in a larger one,
where neighbours and rarity do; so do figures told otherwise, which in larger ones changed nothing on labelled stories.

Those of the largest, with THRESHOLDS, were chosen together by looking at B-cubed on public sets of labelled stories,
each alone and all in one library: of some forty choices the one that gained most on both of two halves of the stories,
drawn by lot (0.004 and 0.003). A search by one half alone gained 0.005 there and lost as much on the other; a logistic
model over the same reasons did no better than the products here. Those of the middle one were chosen by one half of the
pairs in benchmarks/story_pairs.txt and by reading the sample's stories.
"""


@dataclass(frozen=True, slots=True)
class Assignment:
    """The story an article belongs to, and what else changes with it."""

    story: int | None = None
    """The story it joins; None: a new one, if there is anything in `together`, else none; it leaves its own then."""
    together: tuple[int, ...] = ()
    """Other articles that join `story` with it, or start one with it, whatever story they are in now."""
    merge: tuple[int, ...] = ()
    """Stories that turn out to be one with `story`."""
    leaving: tuple[int, ...] = ()
    """Articles that were in one of those and do not belong there as it now stands: they are to be assigned anew."""
    doubtful: bool = field(default=False, compare=False)
    """Whether it would be another one if similarities were a little higher or lower."""


def assign(
    article_id: int, index: ArticleIndex, *, fixed: Collection[int] = (), around: Neighbourhood | None = None
) -> Assignment:
    """Where an article that the index already holds belongs. Bounded work; changes nothing.

    An article that is in a story already is assigned as if it were not. `fixed`: articles that a person has put where
    they are; they are not taken out of their stories, and those are not merged into others (others may be into them).
    around: its neighbourhood, if that is known already.
    """
    around = around or neighbourhood(article_id, index)
    if around is None:
        return Assignment()
    ids = [n.id for n in around.neighbours[:AROUND] if n.similarity >= NEAR]
    if not ids:
        return Assignment()
    stories = index.stories_of(ids)
    members = {story: set(index.members(story)) - {article_id} for story in dict.fromkeys(stories.values())}
    ids, vectors = _gather(article_id, around, ids, members, index)
    terms = SharedTerms(vectors)
    keys = terms.spelled()
    idf = LibraryIdf(keys, index)
    scale = _scale(idf.articles)
    alike = event_similarities(terms, idf.of_each, scale.weights)
    adjusted = _adjusted(alike, scale.density, scale.neighbours)
    together, doubtful = _cluster_of_first(adjusted, threshold(idf.articles))
    return _assignment({ids[i] for i in together} - {article_id}, ids, members, set(fixed), doubtful)


def _scale(articles: int) -> _Scale:
    return next(scale for scale in SCALES if articles <= scale.most)


def threshold(articles: int) -> float:
    """The mean similarity from which two clusters tell one story in a library of so many articles."""
    steps = _scale(articles).thresholds
    for (below, low), (above, high) in pairwise(steps):
        if articles <= above:
            way = max(0.0, math.log(articles / below) / math.log(above / below))
            return low + way * (high - low)
    return steps[-1][1]


def worth_reassigning(articles: int, *, doubtful: bool) -> bool:
    """Whether an article, with which a library holds so many, is to be assigned again when the addition is complete.

    While a library is small its idfs change with every article, and what came in is looked at again when all is there;
    later only what had a doubtful place. That makes the order of adding matter less.
    """
    return articles <= SETTLED or (doubtful and articles <= STEADY)


def _gather(
    article_id: int, around: Neighbourhood, ids: list[int], members: dict[int, set[int]], index: ArticleIndex
) -> tuple[list[int], list[FeatureVector]]:
    """The article, the ones near it and, as far as there is room, others of the stories those are in."""
    vectors = {article_id: around.vector} | {n.id: n.vector for n in around.neighbours if n.id in set(ids)}
    others = [m for story in members.values() for m in sorted(story, reverse=True)[:STORY] if m not in vectors]
    vectors |= index.unpacked(others[: MOST - len(vectors)], FeatureVector)
    return list(vectors), list(vectors.values())


def _adjusted(similarities: Array, scaling: float, neighbours: float) -> Array:
    """Similarities scaled by the density around the two articles, and raised by the neighbours that they share."""
    scale = (SMOOTHING / (density(similarities, BEST) + SMOOTHING)) ** scaling
    shared = shared_neighbours(similarities, near=NEIGHBOURS, alone=SELF)
    return similarities * scale[:, None] * scale * (1 + neighbours * shared)


def _cluster_of_first(alike: Array, threshold: float) -> tuple[list[int], bool]:
    """The indices of the cluster that the first one is in, after average linkage; whether that is doubtful.

    Two clusters whose mean reaches the threshold have a pair that reaches it; so it is enough to look at those that the
    first one is connected with by such pairs.
    """
    import numpy as np  # here, as in similarity.py

    near = alike >= threshold
    reached = near[0].copy()
    reached[0] = True
    while (wider := reached | near[reached].any(axis=0)).sum() > reached.sum():
        reached = wider
    ids = np.flatnonzero(reached)
    doubtful = bool((alike[0] * DOUBTFUL >= threshold)[~reached].any())
    means = alike[np.ix_(ids, ids)]
    np.fill_diagonal(means, -math.inf)
    clusters = [[i] for i in ids.tolist()]
    while len(clusters) > 1:
        a, b = sorted(divmod(int(means.argmax()), len(clusters)))
        if means[a, b] < threshold:
            break
        doubtful |= a == 0 and bool(means[a, b] < threshold * DOUBTFUL)
        sizes = len(clusters[a]), len(clusters[b])
        means[a] = means[:, a] = (sizes[0] * means[a] + sizes[1] * means[b]) / sum(sizes)
        means[a, a] = -math.inf
        means = np.delete(np.delete(means, b, axis=0), b, axis=1)
        clusters[a] += clusters.pop(b)
    return clusters[0], doubtful or bool(means[0].max() * DOUBTFUL >= threshold)


def _assignment(
    together: Collection[int], seen: Sequence[int], members: dict[int, set[int]], fixed: set[int], doubtful: bool
) -> Assignment:
    """The assignment that makes one story of the article and `together`."""
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
    leaving = tuple(i for i in seen if i in settled - set(together) - fixed)
    return Assignment(stories[0] if stories else None, tuple(joining), tuple(stories[1:]), leaving, doubtful)
