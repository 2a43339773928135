"""Comparing: which articles of a story are copies of one report, what two of them share, what was read elsewhere.

Here: the articles brought from the library to the functions that compare texts. Not here: how texts are compared
(stories), how any of it is shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.article import Article, Sentence
from reader.comparison import Copy, Telling
from reader.library import Store


def tellings(store: Store, story_id: int) -> tuple[Telling, ...]:
    """As `Library.tellings`."""
    return tellings_of([store.article(number) for number in store.story(story_id).article_ids])


def tellings_of(articles: Sequence[Article]) -> tuple[Telling, ...]:
    """The independent reports among some articles, which have ids."""
    from reader import stories

    return tuple(
        Telling(
            first=articles[group.first].id or 0,
            copies=tuple(_copy(articles[group.first], articles[i]) for i in group.articles[1:]),
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
