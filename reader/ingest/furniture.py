"""Furniture of an outlet's pages: lines that recur on them, learned as articles come in and cut from those to come.

Here: an article finished by what the library knows and a single page does not show: what recurs on its outlet's pages,
and what the person corrected. Not here: cleaning, which judges a page by itself, and what follows from the counts
(`cleaning.rules.recurring`); the tables (library); the order of the work (assembly.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.article import Article
from reader.cleaning.metadata import hosts
from reader.cleaning.rules import recurring
from reader.ingest.corrections import corrected
from reader.library import Store
from reader.library.furniture import Counted
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


def teach(store: Store, items: Iterable[tuple[int, Finished]]) -> list[int]:
    """Learn the lines of articles that are in the library, each once. Returns the ids of their outlets' early ones.

    An article whose outlet has changed since is unlearned there first.
    """
    fresh: defaultdict[str, list[tuple[int, Mapping[int, bool]]]] = defaultdict(list)
    for id_, item in items:
        _, before = store.taught(item.identity) or (None, None)
        if before == item.printer:
            continue
        lines = recurring.lines_of(item.found)
        if before is not None:
            store.unteach(id_, before, lines)
        if item.printer is not None:
            fresh[item.printer].append((id_, lines))
    copies = NearCopies(lambda id_: store.features([id_]).get(id_))
    early: list[int] = []
    for printer, articles in fresh.items():
        early += _teach(store, printer, articles, copies)
    return early


def _teach(
    store: Store, printer: str, articles: Sequence[tuple[int, Mapping[int, bool]]], copies: NearCopies
) -> list[int]:
    before, counts = store.counted(printer, {line for _, lines in articles for line in lines})
    for seen, (id_, lines) in enumerate(articles, before + 1):
        for line, kept in lines.items():
            held = counts.get(line, Counted())
            unlike = held.unlike
            if len(unlike) < ENOUGH and not any(copies.same(id_, other) for other in unlike):
                unlike = (*unlike, id_)
            counts[line] = Counted(held.kept + kept, held.cut + (not kept), unlike, seen)
    ids = [id_ for id_, _ in articles]
    store.teach(printer, ids, counts)
    return ids[: max(0, EARLY - before)]


def catch_up(store: Store, ids: Sequence[int]) -> None:
    """Learn from articles that were stored before the library learned anything."""
    items = []
    for id_ in ids:
        identity = store.identity(id_)
        if store.taught(identity) == (id_, None):
            article = store.article(id_)
            items.append((id_, Finished(identity, article, article, printer_of(article))))
    teach(store, items)


def has_news(store: Store, id_: int) -> bool:
    """Whether something has been learned since that would cut a line of a stored article."""
    article = store.article(id_)
    return bool(_furniture(store, store.identity(id_), article, printer_of(article)))
