"""Making an article of a document: cleaned, finished by what the library knows of it, ranked, with its features.

Here: the order of these steps, and what becomes of a document when one of them fails. Not here: how any step is done
(`work` has those that need no library), and storing what was made (`storing`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256

from reader import sources
from reader.article import Article, Problem, RawDocument
from reader.errors import unexpected
from reader.ingest import furniture, work
from reader.ingest.corrections import BY_HAND, corrected
from reader.ingest.work import NOT_DESCRIBED, Arrived, Described, Made, Steps, Waiting, is_the_librarys
from reader.library import Store
from reader.library.columns import rows

CAME_CLEAN = "article:"
"""How the identities of articles that never were a document begin."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document and all that was worked out about it."""

    document: RawDocument
    finished: furniture.Finished
    described: Described
    again: bool = False
    """Whether it was made again from what is stored."""
    gone: bool = False
    trouble: str = ""
    """What could not be worked out, in words."""

    @property
    def article(self) -> Article:
        """The article that was made."""
        return self.finished.article

    @property
    def empty(self) -> str:
        """Why no text was found in it, if none was."""
        return work.why_empty(self.article)

    def stamped(self, stamp: str) -> Prepared:
        """The same with another stamp."""
        return replace(self, document=replace(self.document, stamp=stamp))


@dataclass(frozen=True, slots=True)
class Readable:
    """A document that can be read once it is stored; the rest is worked out later."""

    document: RawDocument
    arrived: Arrived

    @property
    def packed(self) -> rows.Packed:
        """As the library takes it."""
        assert self.arrived.packed is not None  # noqa: S101  (`readable` sees to it)
        return self.arrived.packed

    @property
    def trouble(self) -> str:
        """Nothing has failed so far."""
        return ""

    @property
    def empty(self) -> str:
        """Why no text was found in it, if none was."""
        return self.arrived.empty

    def stamped(self, stamp: str) -> Readable:
        """The same with another stamp."""
        packed = rows.stamped(self.packed, stamp)
        return Readable(replace(self.document, stamp=stamp), self.arrived._replace(packed=packed))


def readable(store: Store, document: RawDocument, arrived: Arrived) -> Readable | Prepared:
    """A document that has just come, as it can be read at once; what failed is named in `trouble`.

    One that could not be cleaned is kept as it came, unranked; of a page its original alone is kept.
    """
    if arrived.packed is None:
        return _uncleaned(document, arrived.trouble)
    if not arrived.as_it_came and (said := store.corrections(document.identity)):
        article = corrected(work.clean(document).article or Article(), said)
        return Readable(document, Arrived(rows.pack(document, article), empty=work.why_empty(article)))
    return Readable(document, arrived)


def waiting(store: Store, number: int, *, uncleaned: bool) -> Waiting:
    """An article that waits, as it is stored. uncleaned: it stands there as it came."""
    if uncleaned:
        return Waiting(number, store.document(number), None)
    article = store.article(number)
    return Waiting(number, RawDocument(identity=store.identity(number), text="", source=article.source), article)


def settled(store: Store, item: Waiting, made: Made) -> Prepared:
    """An article that waited, finished by what the library knows of it by now."""
    article, trouble = item.article, ""
    if article is None and made.cleaned is not None:
        article, trouble = made.cleaned
    if article is None:
        return _uncleaned(sources.reread(item.document), trouble)
    steps = Steps()
    finished = finish(store, item.document.identity, article, steps)
    described = made.described if finished.article == article else work.describe(finished.article)
    trouble = "; ".join(filter(None, (steps.trouble, described.trouble)))
    return Prepared(item.document, finished, described, trouble=trouble)


def prepared(store: Store, document: RawDocument, *, before: Article | None = None) -> Prepared:
    """A document cleaned, finished by what the library knows of it, and ranked; what fails is named in `trouble`.

    When it cannot be cleaned, it is what cleaning made of it `before`; else a text is kept as it came, unranked, and of
    a page its original alone.
    """
    cleaned = work.clean(document)
    article = cleaned.article or before
    if article is None:
        return _uncleaned(document, cleaned.trouble)
    return _worked_out(store, document, article, cleaned.trouble, page=cleaned.article is not None)


def came_clean(store: Store, document: RawDocument, article: Article) -> Prepared:
    """An article that came clean: only what the person set by hand changes it."""
    return _worked_out(store, document, article, "", page=False)


def again(store: Store, number: int) -> Prepared | Problem:
    """A stored article made again from its original; one whose file is gone stays gone."""
    try:
        gone = any(entry.gone for entry in store.entries([number]))
        stored = store.document(number)
        if stored.identity.startswith(CAME_CLEAN):
            made = came_clean(store, stored, _as_it_was(stored, store.article(number)))
        else:
            before = store.article(number) if store.trouble(number) is None else None
            made = prepared(store, sources.reread(stored), before=before)
    except Exception as error:
        # Any exception, as in work.py: here a spoiled original, or an article that was taken out meanwhile.
        if is_the_librarys(error):
            raise
        return Problem(f"article {number}", f"could not be made again ({unexpected(error)})")
    return replace(made, again=True, gone=gone)


def finish(store: Store, identity: str, article: Article, steps: Steps, *, page: bool = True) -> furniture.Finished:
    """An article finished by what the library knows of it, or as it is if that fails."""
    return steps.attempt(
        "compared with what is known of its outlet",
        lambda: furniture.finished(store, identity, article, page=page),
    ) or furniture.Finished(identity, article, article)


def _worked_out(store: Store, document: RawDocument, article: Article, trouble: str, *, page: bool) -> Prepared:
    steps = Steps([trouble] if trouble else [])
    finished = finish(store, document.identity, article, steps, page=page)
    described = work.describe(finished.article)
    return Prepared(document, finished, described, trouble="; ".join(filter(None, (steps.trouble, described.trouble))))


def _uncleaned(document: RawDocument, trouble: str) -> Prepared:
    """What can be said of a document without cleaning it."""
    article = Article(
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
    finished = furniture.Finished(document.identity, article, article)
    return Prepared(document, finished, NOT_DESCRIBED, trouble=trouble)


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
