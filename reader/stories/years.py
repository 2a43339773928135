"""The year of an article that gives only a day and a month, from the dated articles it belongs with.

Works whichever comes first: an article that waits for its year is looked at when it is added, and again when a dated
article beside it is. Not here: dates that the text itself settles (cleaning).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reader.stories.index import ArticleIndex
from reader.stories.neighbours import Neighbour, Neighbourhood, neighbourhood

SURE = 0.08
"""Similarity from which an article's date says something about another's year."""
LIKELY = 0.045
"""Similarity from which it does if at least FEW articles say the same."""
FEW = 3
WITHIN = 60
"""Days within which two articles of one affair are expected to lie."""


@dataclass(frozen=True, slots=True)
class InferredDate:
    """A date worked out from related articles."""

    article_id: int
    published: date
    why: str
    """For people: `the year is that of a related article of 7 November 2022`."""
    source_id: int
    """The article that settled it."""


def infer_date(article_id: int, index: ArticleIndex) -> InferredDate | None:
    """The date of an article whose year is not known, from its nearest dated neighbours, if they settle it."""
    around = neighbourhood(article_id, index)
    if around is None or around.vector.day or not around.vector.day_and_month:
        return None
    _, month, day = around.vector.day_and_month.rsplit("-", 2)
    dated = [n for n in around.neighbours if n.similarity >= LIKELY and n.vector.day]
    found = [(n, _nearest(int(month), int(day), n)) for n in dated]
    agreed = [(n, when) for n, when in found if when is not None]
    if not agreed:
        return None
    neighbour, when = agreed[0]
    nearest_year = [n.similarity for n, other in agreed if other == when]
    if neighbour.similarity < SURE and len(nearest_year) < FEW:
        return None
    if sum(nearest_year) < 0.75 * sum(n.similarity for n, _ in agreed):
        return None
    known = date.fromordinal(neighbour.vector.day)
    why = f"the year is that of a related article of {known.day} {known:%B %Y}"
    return InferredDate(article_id, when, why, neighbour.id)


def infer_dates_around(
    article_id: int, index: ArticleIndex, *, around: Neighbourhood | None = None
) -> list[InferredDate]:
    """All dates that a newly added article settles: its own, or those of neighbours that waited for their year.

    around: its neighbourhood, if that is known already.
    """
    around = around or neighbourhood(article_id, index)
    if around is None:
        return []
    waiting = [article_id] if not around.vector.day and around.vector.day_and_month else []
    if around.vector.day:
        waiting = [
            n.id for n in around.neighbours if n.similarity >= LIKELY and n.vector.day_and_month and not n.vector.day
        ]
    found = (infer_date(i, index) for i in waiting)
    return [inferred for inferred in found if inferred is not None]


def _nearest(month: int, day: int, neighbour: Neighbour) -> date | None:
    """That day of the year nearest to when the neighbour was published, if it is near enough."""
    known = date.fromordinal(neighbour.vector.day)
    near = [when for year in (known.year - 1, known.year, known.year + 1) if (when := _day(year, month, day))]
    when = min(near, key=lambda d: abs(d - known), default=None)
    return when if when is not None and abs((when - known).days) <= WITHIN else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
