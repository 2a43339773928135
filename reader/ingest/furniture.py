"""Furniture of an outlet's pages: lines that recur on them, learned as articles come in and cut from those to come.

Here: an article finished by what the library knows and a single page does not show: what recurs on its outlet's pages,
and what the person corrected. Not here: cleaning, which judges a page by itself, and what follows from the counts
(`cleaning.rules.recurring`); the tables (library); the order of the work (assembly.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.article import Article
from reader.cleaning.metadata import hosts
from reader.cleaning.rules import recurring
from reader.ingest.corrections import corrected
from reader.library import Store
from reader.library.furniture import Counted

if TYPE_CHECKING:
    from reader.stories.near_copies import NearCopies

ENOUGH = recurring.MORE + 1
"""Different reports remembered of a line: one more than are needed, because the one in question does not count."""
EARLY = 40
"""The first articles of an outlet, looked at again once the lines of those added with them have been learned, too."""


@dataclass(frozen=True, slots=True)
class Finished:
    """An article with all that the library knew about it."""

    identity: str
    article: Article
    found: Article
    """The same article with the lines that cleaning alone kept and cut: only those may be learned from."""
    printer: str | None = None
    """The outlet or host whose page it is; None where that is not known, or where there was no page."""


def finished(store: Store, identity: str, article: Article, *, page: bool = True) -> Finished:
    """A document's article with what the library knows of it. page: it was cleaned from a page, to be learned from."""
    found = corrected(article, store.corrections(identity))
    printer = printer_of(found) if page else None
    said = store.rulings([*([printer] if printer else []), document_place(identity)])
    cut = {line: rule for line, rule in _furniture(store, identity, found, printer).items() if line not in said}
    cut |= {line: "cut by hand" for line, kept in said.items() if not kept}
    kept = {line for line, text in said.items() if text}
    return Finished(identity, recurring.amended(found, cut, kept), found, printer)


def printer_of(article: Article) -> str | None:
    """The outlet on whose page an article stood, else the host of its address.

    Not its folder: a folder may hold the pages of many, and what recurs in it would be nobody's.
    """
    if article.outlet:
        return f"outlet {article.outlet.casefold()}"
    host = hosts.host_of(article.url)
    return f"host {host}" if host else None


def document_place(identity: str) -> str:
    """The name under which a ruling on a line holds for one document alone."""
    return f"document {identity}"


def _furniture(store: Store, identity: str, article: Article, printer: str | None) -> Mapping[int, str]:
    """The kept lines of an article that its outlet's other articles show to be furniture."""
    if printer is None:
        return {}
    articles, counts = store.counted(printer, recurring.kept_lines(article))
    if not counts:
        return {}
    number, taught = store.taught(identity) or (None, None)
    mine = number if taught == printer else None
    others = {line: _without(count, mine) for line, count in counts.items()}
    name = article.outlet or printer.partition(" ")[2]
    return recurring.furniture(article, others, articles - (mine is not None), name)


def _without(count: Counted, mine: int | None) -> recurring.Recurrence:
    """The counts of a line without the article in question, which kept the line if it was counted."""
    unlike = sum(other != mine for other in count.unlike)
    return recurring.Recurrence(max(0, count.kept - (mine is not None)), count.cut, unlike)


def copies(store: Store) -> NearCopies:
    """What tells the copies of one report, as far as articles of the library have features."""
    from reader.stories.near_copies import NearCopies  # takes long to load, and nothing can be read sooner for it

    return NearCopies(lambda id_: store.features([id_]).get(id_))


def teach(store: Store, id_: int, item: Finished, known: NearCopies) -> bool:
    """Learn the lines of an article that is in the library, once. Whether it is one of the outlet's early ones.

    An article whose outlet has changed since is unlearned there first.
    """
    _, before = store.taught(item.identity) or (None, None)
    if before == item.printer:
        return False
    lines = recurring.lines_of(item.found)
    if before is not None:
        store.unteach(id_, before, lines)
    if item.printer is None:
        return False
    articles, counts = store.counted(item.printer, lines)
    for line, kept in lines.items():
        held = counts.get(line, Counted())
        unlike = held.unlike
        if len(unlike) < ENOUGH and not any(known.same(id_, other) for other in unlike):
            unlike = (*unlike, id_)
        counts[line] = Counted(held.kept + kept, held.cut + (not kept), unlike, articles + 1)
    store.teach(item.printer, [id_], counts)
    return articles < EARLY


def catch_up(store: Store, ids: Sequence[int]) -> None:
    """Learn from articles that were stored before the library learned anything."""
    known = copies(store)
    for id_ in ids:
        identity = store.identity(id_)
        if store.taught(identity) == (id_, None):
            article = store.article(id_)
            teach(store, id_, Finished(identity, article, article, printer_of(article)), known)


def has_news(store: Store, id_: int) -> bool:
    """Whether something has been learned since that would cut a line of a stored article."""
    _, printer = store.taught(store.identity(id_)) or (None, None)
    if printer is None or store.counted(printer, ())[0] <= recurring.FEW:
        return False  # nothing can have been: most outlets of a library have few articles in it
    article = store.article(id_)
    return bool(_furniture(store, store.identity(id_), article, printer_of(article)))
