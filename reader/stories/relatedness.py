"""Related articles, ranked, with reasons that a person accepts. Not here: stories (clustering.py)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import islice
from typing import Literal

from reader.article import Related
from reader.language.names import is_place
from reader.stories.features import FeatureVector
from reader.stories.idf import prior_idf_of_hash
from reader.stories.index import ArticleIndex
from reader.stories.neighbours import Neighbour, Neighbourhood, density, neighbourhood, shared_neighbours
from reader.stories.similarity import SharedTerms, pairwise_similarities

CLOSE = 40
"""The nearest ones, which are compared with each other as well."""
AROUND = 10
"""Neighbours by which density is measured."""
SMOOTHING = 0.3
"""Added to every density, so that an article without neighbours does not look like everything."""
NEIGHBOURS = 10
"""Nearest neighbours of each: the more of them two articles share, the nearer they are."""
SELF = 1.0
"""An article's similarity to itself, for counting shared neighbours, as a share of that to its nearest neighbour."""
WEIGHT = 2.0
"""How much shared neighbours weigh beside the similarity of the two."""
STORY = 0.5
"""How far the nearness of a story's articles is drawn towards their mean."""
LEAST = 0.01
"""Nearness below which two articles only share words."""
NAMES = 3
"""Names given as a reason."""
PLACE = 0.3
"""The weight of a place among them: much happens in one country."""
FULL = 200
"""From this limit on, everything that shares anything is listed."""


def related(article_id: int, index: ArticleIndex, *, limit: int = 20) -> list[Related]:
    """The `limit` articles nearest to `article_id`, best first; empty if the index does not know it.

    Found through the index and compared on a bounded list, so that the cost does not grow with the library. Scores are
    between 0 and 1: an article counts for less the more articles there are like it, and for more if it is in a story
    whose other articles are near as well.
    """
    around = neighbourhood(article_id, index, limit=max(limit, CLOSE))
    if around is None:
        return []
    ranked = (n for n in _ranked(around, index) if n.nearness > 0)
    if limit < FULL:
        ranked = (n for n in ranked if n.nearness > LEAST and _shares_words(around, n))
    return [_related(around, n) for n in islice(ranked, limit)]


def _shares_words(around: Neighbourhood, neighbour: Neighbour) -> bool:
    """Whether two articles have more in common than numbers: a year in both is no reason that a person accepts."""
    there = set(neighbour.vector.terms)
    return any(h in there for h, key in zip(around.vector.terms, around.keys, strict=False) if key[0] != "#")


def _ranked(around: Neighbourhood, index: ArticleIndex) -> list[Neighbour]:
    """The closest ones by nearness, the others after them."""
    close = around.neighbours[:CLOSE]
    # Where everything is close, as in a small library, being close to many says little against an article, and shared
    # neighbours say nothing for it.
    certain = len(close) / CLOSE
    weight = WEIGHT * max(0, len(close) - NEIGHBOURS) / (CLOSE - NEIGHBOURS)
    terms = SharedTerms([around.vector, *(n.vector for n in close)])
    alike = pairwise_similarities(terms, [prior_idf_of_hash(h) for h in terms.hashes])
    shared = shared_neighbours(alike, near=NEIGHBOURS, alone=SELF)[0].tolist()
    dense_around = (certain * density(alike, AROUND)).tolist()
    for neighbour, dense, in_common in zip(close, dense_around[1:], shared[1:], strict=True):
        neighbour.nearness = neighbour.similarity * 2 * SMOOTHING / (dense + SMOOTHING)
        neighbour.nearness *= (1 + weight * in_common) / (1 + weight)
    _draw_together(close, index.stories_of([n.id for n in close]))
    close.sort(key=lambda n: (-n.nearness, n.id))
    lowest = close[-1].nearness if close else 0.0
    rest = around.neighbours[CLOSE:]
    for neighbour in rest:
        neighbour.nearness = min(lowest, neighbour.similarity)
    return close + rest


def _draw_together(close: Sequence[Neighbour], stories: dict[int, int]) -> None:
    by_story: defaultdict[int, list[Neighbour]] = defaultdict(list)
    for neighbour in close:
        if neighbour.id in stories:
            by_story[stories[neighbour.id]].append(neighbour)
    for members in by_story.values():
        mean = sum(n.nearness for n in members) / len(members)
        for neighbour in members:
            neighbour.nearness += STORY * (mean - neighbour.nearness)


def _related(around: Neighbourhood, neighbour: Neighbour) -> Related:
    """A neighbour as a related article: what it repeats, the names or words in both, how far apart they are in time."""
    mine, theirs = around.vector, neighbour.vector
    repeats: Literal["passages", "quotation", ""] = ""
    if len(set(mine.passages) & set(theirs.passages)) >= 2:
        repeats = "passages"
    elif len(set(mine.quotations) & set(theirs.quotations)) >= 2:
        repeats = "quotation"
    days = abs(mine.day - theirs.day) if mine.day and theirs.day else None
    return Related(neighbour.id, min(1.0, neighbour.nearness), repeats, tuple(_both(around, theirs)), days)


def _both(around: Neighbourhood, theirs: FeatureVector) -> list[str]:
    """The most telling names in both articles, people before places; words, where they share no name."""
    there = set(theirs.terms)
    weights = around.query.weights
    shared = [(weights[h], key) for h, key in zip(around.vector.terms, around.keys, strict=False) if h in there]
    shared.sort(key=lambda pair: (-pair[0] * (PLACE if is_place(pair[1][1:]) else 1.0), pair[1]))
    names = [_shown(key[1:], around.shown) for _, key in shared if key[0] == "@"]
    return distinct(names or [around.shown.get(key, key).lstrip("#") for _, key in shared])[:NAMES]


def _shown(name: str, shown: dict[str, str]) -> str:
    """A name as it is to be read: as the article writes it, a place by its own name and not by that of its people."""
    if is_place(name):
        return name.upper() if len(name) < 4 else name.title()
    return shown.get("@" + name, name)


def distinct(names: Sequence[str]) -> list[str]:
    """Without those that another one contains: `Washington` beside `Washington Post`."""
    kept: list[str] = []
    for name in names:
        if not any(name in other or other in name for other in kept):
            kept.append(name)
    return kept
