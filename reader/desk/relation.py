"""Why two articles stand beside each other, in full: what the short reasons of a walk stand for.

Here: names in both, passages in both, the days between them; the stories near an article. Not here: which articles are
related, and how nearly (stories).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Literal

from reader.article import Article, Entry, Story
from reader.desk.shared_names import shared_names
from reader.library import Store

_LONGEST = 60_000
"""Characters of each text that are compared: an article has fewer, and a dump of megabytes should not take minutes."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence of one article and the sentence of the other that says the same."""

    kind: Literal["copied", "same quotation", "reworded"]
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class Relation:
    """All that relates one article to another."""

    here: Entry
    there: Entry
    one_story: bool
    names: tuple[str, ...]
    """Names in both, the most telling first."""
    words: tuple[str, ...] = ()
    """Where they share no name: the most telling words that they share, as the first article has them."""
    pairs: tuple[Pair, ...] = ()
    """Sentences that say the same, in the order of the article they are seen from."""


def relation(store: Store, here: int, there: int) -> Relation:
    """As `Library.relation`."""
    from reader import stories

    mine, theirs = store.article(here), store.article(there)
    names = tuple(name.name for name in shared_names([mine, theirs]))
    words = () if names else next((r.shared for r in stories.related(here, store) if r.article_id == there), ())
    told = store.stories_of([here, there])
    entries = store.entries([here, there])
    return Relation(
        entries[0],
        entries[1],
        here in told and told[here] == told.get(there),
        names,
        words,
        _pairs(mine, theirs),
    )


def _pairs(mine: Article, theirs: Article) -> tuple[Pair, ...]:
    from reader import stories

    text, other = mine.text[:_LONGEST], theirs.text[:_LONGEST]
    return tuple(
        Pair(passage.kind, text[passage.start : passage.end], other[slice(*passage.other)])
        for passage in stories.align(text, other, language=mine.language)
        if passage.other is not None and passage.kind != "only here"
    )


def near_stories(store: Store, article_id: int, limit: int) -> list[Story]:
    """As `Library.near_stories`."""
    from reader import stories

    near = [r.article_id for r in stories.related(article_id, store, limit=5 * limit)]
    told = store.stories_of([article_id, *near])
    own = told.pop(article_id, None)
    numbers = dict.fromkeys(told[i] for i in near if i in told and told[i] != own)
    found = (store.story(number) for number in numbers)
    return list(islice((story for story in found if len(story.article_ids) > 1), limit))
