"""The work on one document that needs no library: cleaning it, then ranking its sentences and finding its features.

Here: functions that any process can run, whatever fails, and what they give. Not here: what the library knows of a
document (`furniture`, `corrections`), who runs them (`workers`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from reader import cleaning, sources, stories
from reader.article import NO_ARTICLE, Article, Ranking, RawDocument
from reader.errors import ArticleDamaged, LibraryError, unexpected
from reader.library.columns import rows

_T = TypeVar("_T")
_USUAL = 7_500
"""Characters of a dump of a page."""


class Packed(NamedTuple):
    """Features as the library takes them."""

    keys: Mapping[str, float]
    data: bytes

    @staticmethod
    def of(features: stories.Features) -> Packed:
        """The same features, packed."""
        return Packed(features.keys, features.pack())


NO_FEATURES = Packed.of(stories.Features(terms={}))
"""The features of an article that is related to no other."""


class Cleaned(NamedTuple):
    """A document cleaned by itself."""

    article: Article | None
    """None: it could not be cleaned."""
    trouble: str = ""
    """Why not, in words."""


class Arrived(NamedTuple):
    """A document as it can be read."""

    packed: rows.Packed | None
    """None: it could not be cleaned or packed."""
    as_it_came: bool = False
    """Whether it is to be cleaned yet."""
    empty: str = ""
    """Why no text was found in it, if none was."""
    trouble: str = ""
    """Why there is nothing, in words."""


class Waiting(NamedTuple):
    """An article that is stored, and waits to be ranked and connected."""

    id: int
    document: RawDocument
    """With its data where it is to be cleaned first."""
    article: Article | None
    """None: it is to be cleaned first."""


class Described(NamedTuple):
    """What an article is found and summarised by."""

    ranking: Ranking | None
    """None: it could not be ranked."""
    features: Packed
    related: bool
    """Whether the features could be worked out."""
    trouble: str = ""
    """What could not be worked out, in words."""


class Made(NamedTuple):
    """All that can be said of a document or an article by itself."""

    cleaned: Cleaned | None
    """Counts for nothing, and is None mostly, where it was an article already."""
    described: Described


DIED = "the process that worked on it ended"
LOST_IN_CLEANING = Cleaned(None, f"could not be cleaned ({DIED})")
"""What becomes of a document that ends the processes that clean it."""
LOST_IN_DESCRIBING = Described(None, NO_FEATURES, related=False, trouble=f"could not be summarised ({DIED})")
"""The same where an article is ranked."""
LOST_IN_ARRIVING = Arrived(None, trouble=LOST_IN_CLEANING.trouble)
LOST = Made(LOST_IN_CLEANING, LOST_IN_DESCRIBING)
"""The same where either is done."""
NOT_DESCRIBED = Described(None, NO_FEATURES, related=False)


@dataclass(slots=True)
class Steps:
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

    @property
    def trouble(self) -> str:
        """All that went wrong, in words."""
        return "; ".join(self.troubles)


def is_the_librarys(error: Exception) -> bool:
    """Whether an error is about the library file, and not about what was to be stored in it."""
    about_one = isinstance(error, ArticleDamaged) or isinstance(error.__cause__, UnicodeError)
    return isinstance(error, LibraryError) and not about_one


def arrive(document: RawDocument) -> Arrived:
    """A document as it can be read soonest: as it came if it is nearly clean, else cleaned. Never raises."""
    if (arrived := as_it_came(document)) is not None:
        return arrived
    cleaned = clean(document)
    if cleaned.article is None:
        return Arrived(None, trouble=cleaned.trouble)
    return _packed(document, cleaned.article)


def as_it_came(document: RawDocument) -> Arrived | None:
    """A document as it came; None: it has to be cleaned before it can be read. Never raises."""
    article = Steps().attempt("read as it came", lambda: cleaning.as_it_came(document))
    return None if article is None else _packed(document, article, as_it_came=True)


def _packed(document: RawDocument, article: Article, *, as_it_came: bool = False) -> Arrived:
    steps = Steps()
    packed = steps.attempt("stored", lambda: rows.pack(document, article, for_now=as_it_came))
    return Arrived(packed, as_it_came, why_empty(article), steps.trouble)


def heaviness(document: RawDocument) -> float:
    """How long a document may be worked on, measured by a usual one."""
    return len(document.text) / _USUAL


def why_empty(article: Article) -> str:
    """Why there is no text in an article; '' where there is."""
    if article.text:
        return ""
    return NO_ARTICLE if any(cut.rule == NO_ARTICLE for cut in article.removed) else "no article found in it"


def clean(document: RawDocument) -> Cleaned:
    """The article in a document, by itself. Never raises."""
    steps = Steps()
    article = steps.attempt("cleaned", lambda: cleaning.clean(document))
    return Cleaned(article, steps.trouble)


def make(item: Waiting) -> Made:
    """An article described; if it is to be cleaned first, its document is read again. Never raises."""
    if item.article is not None:
        return Made(None, describe(item.article))
    cleaned = clean(sources.reread(item.document))
    return Made(cleaned, NOT_DESCRIBED if cleaned.article is None else describe(cleaned.article))


def describe(article: Article) -> Described:
    """The ranking and the features of an article. Never raises."""
    from reader import summarizing  # takes long to load, and nothing can be read sooner for it

    steps = Steps()
    ranking = steps.attempt(
        "summarised",
        lambda: summarizing.rank(
            article.text,
            headline=article.headline,
            standfirst=article.standfirst,
            language=article.language,
            subheads=article.subheads,
        ),
    )
    features = steps.attempt("compared with others", lambda: Packed.of(stories.features_of(article)))
    return Described(ranking, features or NO_FEATURES, features is not None, steps.trouble)
