"""Making an article of a document: cleaned, finished by what the library knows of it, ranked, with its features.

Here: the order of these steps, and what becomes of a document when one of them fails. Not here: how any step is done,
and storing what was made (`storing`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TypeVar

from reader import cleaning, sources, stories, summarizing
from reader.article import Article, Problem, Ranking, RawDocument
from reader.errors import ArticleDamaged, LibraryError, unexpected
from reader.ingest import furniture
from reader.ingest.corrections import BY_HAND
from reader.library import Store

CAME_CLEAN = "article:"
"""How the identities of articles that never were a document begin."""
NO_FEATURES = stories.Features(terms={})
"""The features of an article that is related to no other."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document and all that was worked out about it."""

    document: RawDocument
    finished: furniture.Finished
    ranking: Ranking | None
    """None: it could not be ranked."""
    features: stories.Features
    related: bool = True
    """Whether it may be put into a story, and settle years."""
    again: bool = False
    """Whether it was made again from what is stored."""
    gone: bool = False
    trouble: str = ""
    """What could not be worked out, in words."""

    @property
    def article(self) -> Article:
        """The article that was made."""
        return self.finished.article


@dataclass(slots=True)
class _Steps:
    """The steps of one document, and what went wrong in them."""

    troubles: list[str] = field(default_factory=list)

    def attempt(self, done: str, work: Callable[[], _T]) -> _T | None:
        """What the work returns; None, with a note that it could not be `done`, when it fails."""
        try:
            return work()
        except Exception as error:
            # Any exception: a document can set off what nobody thought of, in our code or in a package's, and neither
            # the documents behind it nor what can be made of it may be lost for that.
            if is_the_librarys(error):
                raise
            self.troubles.append(f"could not be {done} ({unexpected(error)})")
            return None


def is_the_librarys(error: Exception) -> bool:
    """Whether an error is about the library file, and not about what was to be stored in it."""
    about_one = isinstance(error, ArticleDamaged) or isinstance(error.__cause__, UnicodeError)
    return isinstance(error, LibraryError) and not about_one


def prepared(store: Store, document: RawDocument, *, before: Article | None = None) -> Prepared:
    """A document cleaned, finished by what the library knows of it, and ranked; what fails is named in `trouble`.

    When it cannot be cleaned, it is what cleaning made of it `before`; else a text is kept as it came, unranked, and of
    a page its original alone.
    """
    steps = _Steps()
    article = steps.attempt("cleaned", lambda: cleaning.clean(document))
    if article is not None:
        return _worked_out(store, document, article, steps)
    if before is not None:
        return _worked_out(store, document, before, steps, page=False)
    uncleaned = _uncleaned(document)
    finished = furniture.Finished(document.identity, uncleaned, uncleaned)
    return Prepared(document, finished, None, NO_FEATURES, related=False, trouble="; ".join(steps.troubles))


def as_it_came(store: Store, document: RawDocument, article: Article) -> Prepared:
    """An article that came clean: only what the person set by hand changes it."""
    return _worked_out(store, document, article, _Steps(), page=False)


def again(store: Store, number: int) -> Prepared | Problem:
    """A stored article made again from its original; one whose file is gone stays gone."""
    try:
        gone = any(entry.gone for entry in store.entries([number]))
        stored = store.document(number)
        if stored.identity.startswith(CAME_CLEAN):
            made = as_it_came(store, stored, _as_it_was(stored, store.article(number)))
        else:
            before = store.article(number) if store.trouble(number) is None else None
            made = prepared(store, sources.reread(stored), before=before)
    except Exception as error:
        # Any exception, as above: here a spoiled original, or an article that was taken out meanwhile.
        if is_the_librarys(error):
            raise
        return Problem(f"article {number}", f"could not be made again ({unexpected(error)})")
    return replace(made, again=True, gone=gone)


def _worked_out(store: Store, document: RawDocument, article: Article, steps: _Steps, *, page: bool = True) -> Prepared:
    finished = steps.attempt(
        "compared with what is known of its outlet",
        lambda: furniture.finished(store, document.identity, article, page=page),
    ) or furniture.Finished(document.identity, article, article)
    made = finished.article
    ranking = steps.attempt(
        "summarised",
        lambda: summarizing.rank(made.text, headline=made.headline, language=made.language, subheads=made.subheads),
    )
    features = steps.attempt("compared with others", lambda: stories.features_of(made))
    return Prepared(
        document,
        finished,
        ranking,
        features or NO_FEATURES,
        related=features is not None,
        trouble="; ".join(steps.troubles),
    )


def _uncleaned(document: RawDocument) -> Article:
    """What can be said of a document without cleaning it."""
    return Article(
        text=document.text if document.kind == "text" else "",
        headline=document.headline,
        byline=document.byline,
        outlet=document.outlet,
        published=document.published,
        published_from="stated" if document.published else "unknown",
        language=document.language,
        url=document.url,
        source=document.source,
    )


def document_of(article: Article) -> RawDocument:
    """A document for an article that never was one, known by a hash of what it says."""
    said = (article.url, article.headline, article.outlet, article.published, article.text)
    digest = sha256("\0".join(str(part or "") for part in said).encode("utf-8", "replace")).hexdigest()
    return RawDocument(
        identity=f"{CAME_CLEAN}{digest[:32]}",
        text=article.text,
        data=article.text.encode("utf-8", "replace"),
        source=article.source,
        url=article.url,
        headline=article.headline,
        byline=article.byline,
        outlet=article.outlet,
        published=article.published,
        language=article.language,
    )


def _as_it_was(stored: RawDocument, article: Article) -> Article:
    """An article that came clean, without what was set by hand since."""
    said = replace(article, headline=stored.headline, byline=stored.byline, outlet=stored.outlet, corrected=())
    if article.published_why != BY_HAND:
        return said
    return replace(said, published=stored.published, published_from="unknown", published_why="")
