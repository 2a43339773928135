"""What can be done with texts and files alone: clean, read, rank, summarise, brief, quotes.

Here: the functions of the public API that need no library. Not here: how anything is worked out (the rooms below).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from reader.article import Article, Kind, Problem, Quote, Ranking, RawDocument, Summary
from reader.errors import SourceError

METHODS = ("news", "lexrank", "textrank", "lsa", "luhn", "sumbasic", "kl", "reduction")
"""The summary methods by name; `news` is our own, the others are sumy's."""


def clean(raw: str, *, kind: Kind | None = None, url: str | None = None) -> Article:
    """The article in a scraped text or HTML page. Never raises on any text.

    kind: what `raw` is; None: told by looking at it. url: the page's address, which may name the outlet.
    When no article is found `.text` is empty and all that was there is in `.removed`.
    """
    from reader import cleaning, sources

    return cleaning.clean(sources.from_text(raw, kind=kind, url=url))


def read_file(path: str | Path) -> list[Article]:
    """The cleaned articles of one file, without a library. Raises SourceError when there is none."""
    from reader import cleaning

    return [cleaning.clean(document) for document in _documents(path)]


def read_originals(path: str | Path) -> list[str]:
    """The texts of one file as they came, as `Library.original` gives them. Raises SourceError when there is none."""
    from reader import cleaning

    return ["\n".join(cleaning.page_lines(document)) for document in _documents(path)]


def _documents(path: str | Path) -> list[RawDocument]:
    from reader import sources

    documents: list[RawDocument] = []
    problems: list[Problem] = []
    for found in sources.find([path]):
        for item in [found] if isinstance(found, Problem) else sources.load(found):
            (problems if isinstance(item, Problem) else documents).append(item)  # type: ignore[arg-type]
    if not documents:
        raise SourceError(f"{problems[0].place}: {problems[0].message}" if problems else f"{path}: no article there")
    return documents


def sentences(text: str, language: str = "en") -> list[str]:
    """The sentences of a text, verbatim, without the white space around them. language: ISO 639-1."""
    from reader.language.sentences import sentences as split

    return split(text, language)


def rank(text_or_article: str | Article, *, headline: str | None = None, method: str = "news") -> Ranking:
    """All sentences of a text in the order in which a method takes them. Raises ReaderError on an unknown method."""
    from reader import summarizing

    article = text_or_article if isinstance(text_or_article, Article) else Article(text=text_or_article)
    language = article.language or detect_language(article.text)
    return summarizing.rank(
        article.text,
        method=method,
        headline=headline or article.headline,
        language=language,
        subheads=article.subheads,
    )


def why(article: Article, index: int, *, method: str = "news") -> tuple[str, ...]:
    """As `Library.why`, of an article that need not be in a library."""
    from reader import summarizing

    language = article.language or detect_language(article.text)
    return summarizing.explain(
        article.text,
        index,
        method=method,
        headline=article.headline,
        language=language,
        subheads=article.subheads,
    )


def summarize(
    text_or_article: str | Article, *, sentences: int = 3, headline: str | None = None, method: str = "news"
) -> Summary:
    """The most telling sentences of a text, verbatim, in reading order; start and end count characters of the text.

    headline: helps to tell what matters. method: one of METHODS. Raises ReaderError on an unknown one.
    """
    return rank(text_or_article, headline=headline, method=method).top(sentences)


def brief(articles: Iterable[Article], *, sentences: int = 5) -> Summary:
    """What several articles say together: the common core first, then what each adds, copies counted once.

    Each sentence's `.articles` are the indices of the articles that say it; start and end count in the first of them.
    """
    from reader import summarizing

    return summarizing.brief(
        [
            article if article.language else replace(article, language=detect_language(article.text))
            for article in articles
        ],
        sentences=sentences,
    )


def quotes(text: str) -> list[Quote]:
    """The quotations of a text with their speakers, in reading order."""
    from reader.language.quotes import quotes as find

    return find(text)


def detect_language(text: str) -> str | None:
    """ISO 639-1, or None when it cannot be told."""
    from reader.language.detect import detect

    return detect(text)
