"""What articles have in common: which are copies of one report, what two of them share, what was read elsewhere.

Here: the articles brought from the library to the functions that compare texts. Not here: how texts are compared
(stories), how any of it is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import chain, takewhile
from typing import TYPE_CHECKING

from reader.article import Article, Sentence
from reader.comparison import (
    AlignedRow,
    Comparison,
    Copy,
    Disagreement,
    Elsewhere,
    Passages,
    Side,
    Telling,
    TracedSentence,
    foreign,
)
from reader.library import Store
from reader.moments import day_of

if TYPE_CHECKING:
    from reader.stories import Passage

Until = Callable[[], bool]
"""Whether work is to end with what it has."""
NEAR = 12
"""Other articles that an article's sentences are looked for in."""
LONGEST = 400_000
"""Characters of an article up to which its sentences are looked for elsewhere, and others' in it."""
REPEATED = 0.75
"""How much of what a sentence says another must say, to leave nothing new in it."""


def compare(a: Article, b: Article) -> Comparison:
    """As `Library.compare`, for articles that need not be in a library."""
    from reader import stories

    disagreeing, risen = told_otherwise(a, b)
    rows = stories.aligned(
        a.text, b.text, language=a.language, other_language=b.language, disagreeing=(*disagreeing, *risen)
    )
    return Comparison(a, b, rows, _shared(rows, "a"), _shared(rows, "b"), disagreeing, risen)


def told_otherwise(a: Article, b: Article) -> tuple[tuple[Disagreement, ...], tuple[Disagreement, ...]]:
    """What contradicts each other in two articles, and the figures that have risen from the one to the other."""
    from reader import stories

    later = 0
    if a.published is not None and b.published is not None:
        later = (day_of(b.published) - day_of(a.published)).days
    found = stories.disagreements(a.text, b.text, language=a.language, other_language=b.language)
    risen = [one for one in found if stories.has_risen(one, a.text, b.text, later)]
    return tuple(one for one in found if one not in risen), tuple(
        replace(one, a=_undisputed(one.a), b=_undisputed(one.b)) for one in risen
    )


def _undisputed(side: Side) -> Side:
    return replace(side, changes=tuple(replace(change, figure=False) for change in side.changes))


def _shared(rows: Iterable[AlignedRow], name: str) -> float:
    """How much of what stands on one side has something on the other."""
    sides = [(getattr(row, name), bool(row.a and row.b and not row.by_fact)) for row in rows]
    lengths = [(side.end - side.start, matched) for side, matched in sides if side and not side.again]
    whole = sum(length for length, _ in lengths)
    return sum(length for length, matched in lengths if matched) / whole if whole else 0.0


def passages(
    store: Store, article_id: int, among: Sequence[int] | None, *, of_read: bool = False, until: Until = bool
) -> Passages:
    """As `Library.passages`."""
    if among is None:
        among = _nearest(store, article_id)
    near = [number for number in among if number != article_id][:NEAR]
    read = {entry.id for entry in store.entries(near) if entry.read}
    near = [number for number in near if number in read] if of_read else near
    return passages_of(store.article(article_id), (store.article(number) for number in near), read, until)


def _nearest(store: Store, article_id: int) -> list[int]:
    """The other articles of an article's story, then those related to it, the nearest first."""
    from reader import stories

    related = [one.article_id for one in stories.related(article_id, store, limit=2 * NEAR)]
    story = store.stories_of([article_id]).get(article_id)
    members = store.members(story) if story is not None else []
    members.sort(key=lambda number: related.index(number) if number in related else len(related))
    return [*members, *(number for number in related if number not in members)]


def passages_of(article: Article, others: Iterable[Article], read: Iterable[int], until: Until = bool) -> Passages:
    """Where else the sentences of an article stand among others; read: the ids of those that were read."""
    from reader import stories

    if len(article.text) > LONGEST:
        others = ()
    compared, found = [], []
    for other in takewhile(lambda _: not until(), others):
        if not foreign(article.language, other.language) and len(other.text) <= LONGEST:
            compared.append(other)
            found.append(stories.align(article.text, other.text, language=article.language))
    read = frozenset(read)
    traced = []
    for versions in zip(*found, strict=True):
        elsewhere = tuple(
            Elsewhere(other.id or 0, passage.kind, _repeats(article, other, passage))
            for other, passage in zip(compared, versions, strict=True)
            if passage.kind != "only here"
        )
        seen = any(place.repeated and place.article_id in read for place in elsewhere)
        traced.append(TracedSentence(versions[0].start, versions[0].end, elsewhere, seen, versions[0].slight))
    whole = sum(one.end - one.start for one in traced)
    share = sum(one.end - one.start for one in traced if one.seen) / whole if whole else 0.0
    return Passages(article.id or 0, tuple(other.id or 0 for other in compared), tuple(traced), share)


def _repeats(article: Article, other: Article, passage: Passage) -> bool:
    """Whether a sentence says nothing that its match in another article does not say."""
    from reader import stories

    if passage.other is None or (passage.kind != "same quotation" and passage.covered < REPEATED):
        return False
    said, there = article.text[passage.start : passage.end], other.text[slice(*passage.other)]
    if said == there:
        return True
    changes = stories.differences(said, there, in_order=False, language=article.language)
    return not any(change.figure for change in chain(*changes))


def tellings(store: Store, story_id: int) -> tuple[Telling, ...]:
    """As `Library.tellings`."""
    return tellings_of([store.article(number) for number in store.story(story_id).article_ids])


def count_tellings(store: Store, story_id: int) -> int:
    """As `Library.count_tellings`."""
    from reader import stories

    return len(stories.group_tellings([store.article(number) for number in store.story(story_id).article_ids]))


def tellings_of(articles: Sequence[Article]) -> tuple[Telling, ...]:
    """The reports among some articles, which have ids."""
    from reader import stories

    return tuple(
        Telling(
            first=articles[group[0]].id or 0,
            copies=tuple(_copy(articles[group[0]], articles[i]) for i in group[1:]),
        )
        for group in stories.group_tellings(articles)
    )


def _copy(first: Article, other: Article) -> Copy:
    return Copy(other.id or 0, added=_missing(other, first), left_out=_missing(first, other))


def _missing(article: Article, other: Article) -> tuple[Sentence, ...]:
    """The sentences of an article that say something and that another one does not have."""
    from reader import stories

    return tuple(
        Sentence(article.text[passage.start : passage.end], passage.start, passage.end)
        for passage in stories.align(article.text, other.text, language=article.language)
        if passage.kind == "only here" and not passage.slight
    )
