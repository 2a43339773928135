"""What can be done with texts and files alone: clean, read, rank, summarise, brief, quotes.

Here: the functions of the public API that need no library. Not here: how anything is worked out (the rooms below).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reader.article import Article, Kind, Problem, Quote, Ranking, RawDocument, Summary
from reader.errors import ReaderError, SourceError, unexpected
from reader.safety import plain_line

if TYPE_CHECKING:
    from reader.sources import Found

METHODS = ("news", "lexrank", "textrank", "lsa", "luhn", "sumbasic", "kl", "reduction")
"""The summary methods by name; `news` is our own, the others are sumy's."""
STANDARD_INPUT = "-"
"""What names it in place of a path."""

_T = TypeVar("_T")


def clean(raw: str, *, kind: Kind | None = None, url: str | None = None) -> Article:
    """The article in a scraped text or HTML page. Never raises on any text.

    kind: what `raw` is; None: told by looking at it. url: the page's address, which may name the outlet.
    When no article is found `.text` is empty and all that was there is in `.removed`.
    """
    from reader import cleaning, sources

    return cleaning.clean(sources.from_text(raw, kind=kind, url=url))


def read_file(path: str | Path) -> list[Article]:
    """The cleaned articles of one file, without a library. Raises SourceError when there is none."""
    articles: list[Article] = []
    problems: list[Problem] = []
    for found in read_articles(path):
        if isinstance(found, Problem):
            problems.append(found)
        else:
            articles.append(found)
    if not articles:
        raise SourceError(f"{problems[0].place}: {problems[0].message}")
    return articles


def read_articles(path: str | Path) -> Iterator[Article | Problem]:
    """The cleaned articles of a file or folder (`-`: of standard input) one after the other, without a library, and
    what could not be read; one of either at least.
    """
    from reader import cleaning

    for found in _documents(path):
        yield _made(found, cleaning.clean)


def read_originals(path: str | Path) -> Iterator[str | Problem]:
    """As `read_articles`, the texts as they came, as `Library.original` gives them."""
    from reader import cleaning

    for found in _documents(path):
        yield _made(found, lambda document: "\n".join(cleaning.page_lines(document)))


def _made(found: RawDocument | Problem, make: Callable[[RawDocument], _T]) -> _T | Problem:
    """What is made of a document, or why nothing could be."""
    if isinstance(found, Problem):
        return found
    try:
        return make(found)
    except Exception as error:
        # Any exception: a document can set off what nobody thought of, and those behind it are to be shown.
        return Problem(found.source, f"could not be cleaned ({unexpected(error)})")


def _documents(path: str | Path) -> Iterator[RawDocument | Problem]:
    from reader import sources

    empty = True
    for found in sources.find([path]) if path != STANDARD_INPUT else [None]:
        for item in [found] if isinstance(found, Problem) else _loaded(found):
            empty = False
            yield item
    if empty:
        yield Problem(plain_line(str(path)), "no article there")


def _loaded(found: Found | None) -> Iterator[RawDocument | Problem]:
    """The documents of a file; None: of standard input."""
    from reader import sources

    name = found.source if found else "standard input"
    try:
        yield from sources.load(found) if found else sources.load_stream(sys.stdin.buffer, name)
    except Exception as error:
        # Any exception, as above.
        yield Problem(name, f"could not be read ({unexpected(error)})")


def sentences(text: str, language: str = "en") -> list[str]:
    """The sentences of a text, verbatim, without the white space around them. language: ISO 639-1."""
    from reader.language.sentences import sentences as split

    return split(text, language)


def rank(text_or_article: str | Article, *, headline: str | None = None, method: str = "news") -> Ranking:
    """All sentences of a text in the order in which a method takes them.

    Raises ReaderError on an unknown method, and where a text cannot be summarised.
    """
    from reader import summarizing

    article = text_or_article if isinstance(text_or_article, Article) else Article(text=text_or_article)
    with _told_in_a_line("could not be summarised"):
        return summarizing.rank(
            article.text,
            method=method,
            headline=headline or article.headline,
            language=article.language or detect_language(article.text),
            subheads=article.subheads,
        )


@contextmanager
def _told_in_a_line(what: str) -> Iterator[None]:
    """Makes a ReaderError of any error."""
    try:
        yield
    except ReaderError:
        raise
    except Exception as error:
        # Any exception: whoever asks goes on with the next text, or shows a line where the answer would stand.
        raise ReaderError(f"{what} ({unexpected(error)})") from error


def why(article: Article, index: int, *, method: str = "news") -> tuple[str, ...]:
    """As `Library.why`, of an article that need not be in a library."""
    from reader import summarizing

    with _told_in_a_line("could not be explained"):
        return summarizing.explain(
            article.text,
            index,
            method=method,
            headline=article.headline,
            language=article.language or detect_language(article.text),
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
    Articles that cannot be read for one are left out. Raises ReaderError when none is left.
    """
    from reader import summarizing

    known = list(articles)
    try:
        return summarizing.brief([_with_language(article) for article in known], sentences=sentences)
    except Exception:
        # Any exception, as above: one of them sets it off, and the others have their brief without it.
        good = [i for i, article in enumerate(known) if _can_be_told(article)]
    with _told_in_a_line("no brief could be made"):
        found = summarizing.brief([_with_language(known[i]) for i in good], sentences=sentences)
    if not found.sentences:
        raise ReaderError("no brief could be made of these articles")
    told = (replace(one, articles=tuple(good[i] for i in one.articles)) for one in found.sentences)
    return replace(found, sentences=tuple(told))


def _with_language(article: Article) -> Article:
    return article if article.language else replace(article, language=detect_language(article.text))


def _can_be_told(article: Article) -> bool:
    """Whether a brief can be made of an article alone."""
    from reader import summarizing

    with suppress(Exception):  # as above
        summarizing.brief([_with_language(article)])
        return True
    return False


def quotes(text: str) -> list[Quote]:
    """The quotations of a text with their speakers, in reading order."""
    from reader.language.quotes import quotes as find

    return find(text)


def detect_language(text: str) -> str | None:
    """ISO 639-1, or None when it cannot be told."""
    from reader.language.detection import detect

    return detect(text)
