"""What can be done with texts and files alone: clean, read, rank, summarise, brief, quotes.

Here: the functions of the public API that need no library. Not here: how anything is worked out (the rooms below).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reader.article import AddReport, Article, Kind, Problem, Quote, Ranking, RawDocument, Summary
from reader.checks import expect
from reader.errors import ReaderError, SourceError, unexpected
from reader.safety import plain_line

if TYPE_CHECKING:
    from reader.ingest.reading import OnProgress
    from reader.language.names import Name
    from reader.links import Link
    from reader.sources import Found

STANDARD_INPUT = "-"
"""Stands for standard input in place of a path."""

_T = TypeVar("_T")


def clean(raw: str, *, kind: Kind | None = None, url: str | None = None) -> Article:
    """The article in a scraped text or an HTML page, with what was cut from it in `.removed`.

    raw: the text or page, decoded. kind: `text` or `html`; None: told by looking at `raw`. url: the page's address,
    which may name the outlet. Where there is no article `.text` is empty and everything is in `.removed`. Raises
    nothing on any text; TypeError when `raw` is not text (bytes, say), and ValueError for an unknown kind.
    """
    expect("raw", raw, str, "text (str; bytes have to be decoded)")
    expect("url", url, (str, type(None)), "an address (str) or None")
    if kind not in ("text", "html", None):
        raise ValueError(f"kind: 'text', 'html' or None is wanted, not {kind!r}")
    from reader import cleaning, sources

    return cleaning.clean(sources.from_text(raw, kind=kind, url=url))


def sorted_out(places: Sequence[str]) -> tuple[list[str], list[Problem]]:
    """Which of the files and folders that a person named are there, and why each of the others cannot be read."""
    if not places:
        return [], []
    from reader import sources  # the screens open without it

    problems = {place: problem for place in places if (problem := sources.unreachable(place))}
    return [place for place in places if place not in problems], list(problems.values())


def clean_files(
    places: Sequence[str | Path], to: str | Path, *, on_progress: OnProgress | None = None, workers: int | None = 1
) -> AddReport:
    """Clean files and folders into one compressed file of records (`.jsonl.gz`), without a library.

    A second run does only what is missing. workers: as for `Library.add`. Raises ReaderError when `to` cannot be
    written, or was not made by this.
    """
    from reader.ingest import bulk
    from reader.ingest.workers import Workers

    return bulk.clean_files(places, Path(to), Workers(workers), on_progress)


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
    what could not be read; at least one of either.
    """
    from reader import cleaning

    for found in _documents(path):
        yield _made(found, cleaning.clean)


def read_linked(path: str | Path) -> Iterator[tuple[Article, tuple[Link, ...]] | Problem]:
    """As `read_articles`, each with its links, as `Library.links` gives them."""
    from reader import cleaning

    def linked(document: RawDocument) -> tuple[Article, tuple[Link, ...]]:
        article = cleaning.clean(document)
        return article, cleaning.links(document, article)

    for found in _documents(path):
        yield _made(found, linked)


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
    """The sentences of a text in reading order, verbatim, without the white space around them.

    language: ISO 639-1. An unknown language is split by the rules that most languages share. Raises nothing
    on any text; TypeError when `text` is not text.
    """
    expect("text", text, str, "text (str)")
    expect("language", language, str, "a language (str, ISO 639-1)")
    from reader.language.sentences import sentences as split

    return split(text, language)


def rank(text_or_article: str | Article, *, headline: str | None = None, method: str = "news") -> Ranking:
    """All sentences of a text in the order in which a method takes them; arguments and errors as for `summarize`."""
    expect("text_or_article", text_or_article, (str, Article), "text (str) or an Article")
    expect("headline", headline, (str, type(None)), "text (str) or None")
    from reader import summarizing

    # A text is taken as it is, controls and all, as no Article would have it: places are counted in it.
    article = text_or_article if isinstance(text_or_article, Article) else Article()
    text = text_or_article if isinstance(text_or_article, str) else article.text
    with _told_in_a_line("could not be summarised"):
        return summarizing.rank(
            text,
            method=method,
            headline=headline or article.headline,
            standfirst=article.standfirst,
            language=article.language or detect_language(text),
            subheads=article.subheads,
        )


@contextmanager
def _told_in_a_line(what: str) -> Iterator[None]:
    """Turn any error into a ReaderError."""
    try:
        yield
    except ReaderError:
        raise
    except Exception as error:
        # Any exception: whoever asks goes on with the next text, or shows a line where the answer would stand.
        raise ReaderError(f"{what} ({unexpected(error)})") from error


def why(article: Article, index: int, *, method: str = "news") -> tuple[str, ...]:
    """As `Library.why`, for an article that need not be in a library."""
    from reader import summarizing

    with _told_in_a_line("could not be explained"):
        return summarizing.explain(
            article.text,
            index,
            method=method,
            headline=article.headline,
            standfirst=article.standfirst,
            language=article.language or detect_language(article.text),
            subheads=article.subheads,
        )


def summarize(
    text_or_article: str | Article, *, sentences: int = 3, headline: str | None = None, method: str = "news"
) -> Summary:
    """The most important sentences of a text, verbatim (of one given as `str`, with its controls), in reading order.

    sentences: how many at most. headline: helps to tell what matters; None: that of the article. method: one of `news`,
    `lexrank`, `textrank`, `lsa`, `luhn`, `sumbasic`, `kl`, `reduction`. Of each sentence `.start` and `.end` count
    characters of the text (of an article, of `.text`) and `.score` is from 0 to 1. Raises ReaderError for an unknown
    method, and where a text cannot be summarised; TypeError for arguments of the wrong type.
    """
    expect("sentences", sentences, int, "a number of sentences (int)")
    return rank(text_or_article, headline=headline, method=method).top(sentences)


def brief(articles: Iterable[Article], *, sentences: int = 5) -> Summary:
    """What several articles say together: the common core first, then what each adds, copies counted once.

    sentences: how many at most. Of each sentence `.articles` are the indices of the articles that say it; `.start` and
    `.end` count characters of the first of them. Articles that no brief can be made of are left out. Raises ReaderError
    when none is left, and TypeError for anything but an Article.
    """
    expect("sentences", sentences, int, "a number of sentences (int)")
    known = [an_article(article) for article in articles]
    from reader import summarizing

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


def an_article(value: object) -> Article:
    """`value`, if it is an Article. Raises TypeError."""
    if not isinstance(value, Article):
        raise TypeError(f"articles: Article objects are wanted, not {type(value).__name__}")
    return value


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
    """The quotations of a text with their speakers, in reading order.

    Of each, `.text` is what stands between the marks, `.start` and `.end` count characters of the text, `.speaker` and
    `.cue` (the verb: `said`) are None where the text does not tell. Raises nothing on any text; TypeError when it
    is not text.
    """
    expect("text", text, str, "text (str)")
    from reader.language.quotes import quotes as find

    return find(text)


def names(text: str) -> list[Name]:
    """The names of people, places and organisations that a text mentions, in reading order, every mention of each.

    Of each, `.text` is the name as it stands there, `.start` and `.end` count characters of the text, and `.key` is the
    same for every spelling and for a surname and the full name. The language is told by looking at the text. Raises
    nothing on any text; TypeError when it is not text.
    """
    expect("text", text, str, "text (str)")
    from reader.language.names import names as find

    return find(text, detect_language(text))


def same_name(a: str, b: str) -> bool:
    """Whether two names, each written out as a text has it, can be one person's, place's or organisation's.

    True for a surname and the full name and for other spellings (`Dmitry Peskov`, `Pieskow`), False for two given names
    that exclude each other. Raises nothing on any text; TypeError when either is not text.
    """
    expect("a", a, str, "a name (str)")
    expect("b", b, str, "a name (str)")
    from reader.language.names import same_name as same

    return same(a, b)


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of the language of a text, or None when it cannot be told."""
    from reader.language.detection import detect

    return detect(text)
