"""Chains: which stories go on with one another, so that an affair of weeks is a row of stories and no blob.

A light link, worked out when it is asked for and never stored: two stories lie near each other in time, an article of
one is near an article of the other, and both mention the same people and organisations. Not here: what one story is
(clustering.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reader.language.names import is_place
from reader.stories.features import FeatureVector
from reader.stories.index import ArticleIndex
from reader.stories.neighbours import Neighbour, Neighbourhood, neighbourhood
from reader.stories.relatedness import distinct

NEXT = 0.05
"""Similarity from which two articles can tie their stories together: about that of two articles of one story."""
NAMES = 4
"""Names, known places left out, that those two must share: two strikes in one country are two affairs."""
TOLD = 3
"""Names given as what two stories have in common."""
WITHIN = 60
"""Days between two links of a chain at most."""
ENDS = 2
"""Articles looked at from each end of a story, the oldest and the newest ones."""
READ = 100
"""Articles from each end of a story whose dates are looked at; they come in time order, undated ones last."""
AROUND = 40
"""Articles near each of those."""
LONGEST = 12
"""Stories in a chain at most."""


@dataclass(frozen=True, slots=True)
class Chained:
    """A story in a chain."""

    story: int
    first: date
    """The day of its oldest dated article."""
    last: date
    """The day of its newest."""
    continues: int | None = None
    """The earlier story of the chain that it goes on with; None for the first of an affair."""
    names: tuple[str, ...] = ()
    """What the two have in common, the most telling names first."""


@dataclass(frozen=True, slots=True)
class _Link:
    similarity: float
    names: tuple[str, ...]


@dataclass(slots=True)
class _Span:
    """A story's first and last day, and the articles at its ends."""

    first: int
    last: int
    ends: list[int]


def chain(story: int, index: ArticleIndex) -> list[Chained]:
    """The affair that a story belongs to, oldest story first; empty where nothing goes on with it. Bounded work.

    Only stories of two articles and more with a date take part: without one there is no before and after.
    """
    start = _span(story, index)
    if start is None:
        return []
    spans, links, done = {story: start}, dict[tuple[int, int], _Link](), set[int]()
    while len(spans) < LONGEST and (waiting := [s for s in spans if s not in done]):
        nearest = max(waiting, key=lambda s: max((k.similarity for pair, k in links.items() if s in pair), default=0.0))
        done.add(nearest)
        for other, link in _links(nearest, spans[nearest], index):
            span = spans.get(other) or _span(other, index)
            if span is None or _apart(spans[nearest], span) > WITHIN:
                continue
            if other in spans or len(spans) < LONGEST:
                spans[other] = span
                links[min(nearest, other), max(nearest, other)] = link
    return _in_order(spans, links) if len(spans) > 1 else []


def _span(story: int, index: ArticleIndex) -> _Span | None:
    members = index.members(story)
    if len(members) < 2:
        return None
    some = dict.fromkeys([*members[:READ], *members[-READ:]])
    days = {i: FeatureVector(packed).day for i, packed in index.features(list(some)).items()}
    dated = sorted((day, i) for i, day in days.items() if day)
    if not dated:
        return None
    ends = dict.fromkeys(i for _, i in [*dated[:ENDS], *dated[-ENDS:]])
    return _Span(dated[0][0], dated[-1][0], list(ends))


def _links(story: int, span: _Span, index: ArticleIndex) -> list[tuple[int, _Link]]:
    """The stories that this one may continue or be continued by, nearest first."""
    found: dict[int, _Link] = {}
    for article in span.ends:
        around = neighbourhood(article, index, limit=AROUND)
        near = [n for n in around.neighbours if n.similarity >= NEXT] if around else []
        stories = index.stories_of([n.id for n in near])
        for neighbour in near:
            other = stories.get(neighbour.id, story)
            names = _names(around, neighbour) if around and other != story else []
            if len(names) >= NAMES and (other not in found or found[other].similarity < neighbour.similarity):
                found[other] = _Link(neighbour.similarity, tuple(names[:TOLD]))
    return sorted(found.items(), key=lambda item: (-item[1].similarity, item[0]))


def _names(around: Neighbourhood, neighbour: Neighbour) -> list[str]:
    """The names in both articles, but of places, the most telling first; a name within another counts once."""
    there = set(neighbour.vector.terms)
    weights = around.query.weights
    shared = [
        (-weights[h], key[1:])
        for h, key in zip(around.vector.terms, around.keys, strict=False)
        if key[0] == "@" and h in there and not is_place(key[1:])
    ]
    return distinct([around.shown.get("@" + name, name) for _, name in sorted(shared)])


def _apart(a: _Span, b: _Span) -> int:
    return max(0, a.first - b.last, b.first - a.last)


def _in_order(spans: dict[int, _Span], links: dict[tuple[int, int], _Link]) -> list[Chained]:
    """The stories by their first day, each with the earlier one that is nearest to it."""
    order = sorted(spans, key=lambda s: (spans[s].first, spans[s].last, s))
    made: list[Chained] = []
    for place, story in enumerate(order):
        before = [(k.similarity, e, k.names) for e in order[:place] if (k := links.get((min(e, story), max(e, story))))]
        _, continues, names = max(before, default=(0.0, None, ()))
        span = spans[story]
        made.append(Chained(story, date.fromordinal(span.first), date.fromordinal(span.last), continues, names))
    return made
