"""The assembly line: somewhere -> cleaned, ranked, connected articles in a library.

Here: the order of the work, its batches, what is skipped because it has not changed, what is marked as gone.
Not here: how any one step is done, and what is shown of it meanwhile.

Work is done in batches. All that needs thinking (reading, cleaning, ranking) happens before a batch's transaction, so
that another program on the same library waits for milliseconds only. A batch is stored whole or not at all; what is
stored is known by its stamp and skipped the next time, so that work broken off goes on where it stood.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from time import monotonic

from reader import cleaning, sources, stories, summarizing
from reader.article import AddReport, Article, Problem, Progress, Ranking, RawDocument, View
from reader.ingest import learning
from reader.library import Store

BATCH = 32
"""Articles a transaction: enough that the disk is not the limit, few enough that little is lost and nobody waits."""

PATIENCE = 0.5
"""Seconds after which a batch is stored though it is not full."""

_CAME_CLEAN = "article:"
"""How the identities of articles begin that never were a document."""

OnProgress = Callable[[Progress], None]


@dataclass(slots=True)
class _Tally:
    """What has been done so far; becomes an `AddReport`."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    gone: int = 0
    ids: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    early: list[int] = field(default_factory=list)
    """Articles that came before much was known of their outlet's pages."""

    def report(self) -> AddReport:
        return AddReport(self.added, self.updated, self.unchanged, self.gone, tuple(self.ids), tuple(self.problems))


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A document and all that was worked out about it."""

    document: RawDocument
    finished: learning.Finished
    ranking: Ranking
    features: stories.Features

    @property
    def article(self) -> Article:
        return self.finished.article


def _cleaned(store: Store, documents: Iterable[RawDocument]) -> Iterator[_Prepared]:
    """Each document cleaned, finished by what the library knows of it, and ranked."""
    for document in documents:
        yield _prepare(document, learning.finished(store, document.identity, cleaning.clean(document)))


def _prepare(document: RawDocument, finished: learning.Finished) -> _Prepared:
    article = finished.article
    ranking = summarizing.rank(
        article.text, headline=article.headline, language=article.language, subheads=article.subheads
    )
    return _Prepared(document, finished, ranking, stories.features_of(article))


def add_places(store: Store, places: Sequence[str | Path], on_progress: OnProgress | None = None) -> AddReport:
    """Add every article of the files and folders named, update the changed ones, mark the vanished ones as gone.

    Problems (unreadable files, pages without an article) are reported and never stop the rest. Raises LibraryError when
    the library itself cannot be written.
    """
    tally = _Tally()
    found: list[sources.Found] = []
    for item in sources.find(places):
        if isinstance(item, Problem):
            tally.problems.append(item)
        else:
            found.append(item)
    known = _Known(store, places, found)
    fresh = [item for item in found if not known.is_current(item)]
    seen: set[str] = set()
    documents = _read(fresh, seen, tally, on_progress)
    for batch in _batches(_cleaned(store, documents)):
        _store(store, batch, tally)
    _assign_again(store, tally.ids)
    _clean_again(store, tally.early)
    current = known.documents_in(found) - known.documents_in(fresh)
    tally.unchanged += len(current)
    store.set_gone(current | seen, False)
    tally.gone = store.set_gone(known.documents - current - seen, True)
    return tally.report()


def add_articles(store: Store, articles: Iterable[Article]) -> list[int]:
    """Store articles that are clean already. Their ids, in the same order; equal articles get the same id."""
    ids: list[int] = []
    tally = _Tally()
    for batch in _batches(_as_it_came(store, _document_of(article), article) for article in articles):
        ids += _store(store, batch, tally)
    _assign_again(store, tally.ids)
    return ids


def _as_it_came(store: Store, document: RawDocument, article: Article) -> _Prepared:
    """An article that came clean: only what the person set by hand changes it."""
    return _prepare(document, learning.finished(store, document.identity, article, page=False))


def reclean(store: Store, on_progress: OnProgress | None = None) -> AddReport:
    """Clean, rank and connect every stored document again from its original bytes; marks and numbers stay.

    Articles that came clean (`add_articles`) are left as they are: there is nothing about them to clean. What recurs on
    an outlet's pages is learned first from those that have not taught it yet, so that it is known for all of them.
    """
    tally = _Tally()
    came_clean = set(store.ids(under=_CAME_CLEAN))
    numbers = [number for number in store.ids() if number not in came_clean]
    for start in range(0, len(numbers), BATCH):
        with store.transaction():
            learning.catch_up(store, numbers[start : start + BATCH])
    for done in _redone(store, numbers, tally):
        if on_progress:
            on_progress(Progress(done, len(numbers)))
    return tally.report()


def redo(store: Store, ids: Sequence[int]) -> None:
    """Make these articles anew: what the person said of them, or what is known of their outlets, has changed."""
    for _ in _redone(store, ids, _Tally()):
        pass


def _redone(store: Store, ids: Sequence[int], tally: _Tally) -> Iterator[int]:
    """Articles made anew from what is stored, batch by batch; how many are done. What was gone is gone still."""
    done = 0
    yield done
    for batch in _batches(_again(store, number) for number in ids):
        gone = {entry.id for entry in store.entries(ids[done : done + len(batch)]) if entry.gone}
        with store.transaction():
            _store(store, batch, tally)
            numbers = ids[done : done + len(batch)]
            store.set_gone([p.document.identity for n, p in zip(numbers, batch, strict=True) if n in gone], True)
        done += len(batch)
        yield done


def _again(store: Store, number: int) -> _Prepared:
    """A stored article made anew."""
    stored = store.document(number)
    if not stored.identity.startswith(_CAME_CLEAN):
        document = sources.reread(stored)
        return _prepare(document, learning.finished(store, document.identity, cleaning.clean(document)))
    return _as_it_came(store, stored, _as_it_was(stored, store.article(number)))


def _as_it_was(stored: RawDocument, article: Article) -> Article:
    """An article that came clean, without what was set by hand since."""
    said = replace(article, headline=stored.headline, byline=stored.byline, outlet=stored.outlet, corrected=())
    if article.published_why != learning.BY_HAND:
        return said
    return replace(said, published=stored.published, published_from="unknown", published_why="")


def _clean_again(store: Store, early: Sequence[int]) -> None:
    """Articles whose outlet has shown since what of them is furniture are made anew."""
    redo(store, [number for number in early if learning.has_news(store, number)])


def _batches(prepared: Iterable[_Prepared]) -> Iterator[list[_Prepared]]:
    """Batches as they are ready: full ones, or what there is once somebody who watches would like to see something."""
    batch: list[_Prepared] = []
    begun = monotonic()
    for item in prepared:
        batch.append(item)
        if len(batch) >= BATCH or monotonic() - begun > PATIENCE:
            yield batch
            batch, begun = [], monotonic()
    if batch:
        yield batch


class _Known:
    """What the library already holds of the places that are being added, by file."""

    def __init__(self, store: Store, places: Sequence[str | Path], found: Sequence[sources.Found]) -> None:
        files = {item.identity for item in found}
        self._by_file: dict[str, dict[str, str]] = {}
        for place in places:
            root = sources.identity(place).rstrip("/")
            for identity, stamp in store.identities(root):
                if identity[len(root) : len(root) + 1] in ("", "/", "#"):
                    self._by_file.setdefault(_file_of(identity, files), {})[identity] = stamp

    @property
    def documents(self) -> set[str]:
        """The identities of all of them."""
        return {identity for stamps in self._by_file.values() for identity in stamps}

    def documents_in(self, found: Iterable[sources.Found]) -> set[str]:
        """The identities of those in these files."""
        return {identity for item in found for identity in self._by_file.get(item.identity, ())}

    def is_current(self, item: sources.Found) -> bool:
        """True when the file was read as it is now."""
        stamps = self._by_file.get(item.identity)
        return stamps is not None and item.stamp in stamps.values()


def _file_of(identity: str, files: set[str]) -> str:
    """The file that a document is in: a record's identity is its file's, then `#` and what names the record."""
    at = len(identity)
    while at >= 0:
        if identity[:at] in files:
            return identity[:at]
        at = identity.rfind("#", 0, at)
    return identity


def _read(
    found: Sequence[sources.Found], seen: set[str], tally: _Tally, on_progress: OnProgress | None
) -> Iterator[RawDocument]:
    """Every document of the files found. What was seen, problems and progress are told as they come.

    Of a file's records only the last one carries the stamp: a file broken off in the middle is not taken for read.
    """
    for number, item in enumerate(found):
        if on_progress:
            on_progress(Progress(number, len(found), item.source))
        last: RawDocument | None = None
        for document in sources.load(item):
            if isinstance(document, Problem):
                tally.problems.append(document)
                continue
            seen.add(document.identity)
            if last is not None:
                yield replace(last, stamp="")
            last = document
        if last is not None:
            yield last
    if on_progress:
        on_progress(Progress(len(found), len(found)))


def _store(store: Store, batch: Sequence[_Prepared], tally: _Tally) -> list[int]:
    """Store a batch whole; the ids of its articles."""
    ids: list[int] = []
    with store.transaction():
        for item in batch:
            number, change = store.put(item.document, item.article)
            ids.append(number)
            if change == "added":
                tally.added += 1
            elif change == "updated":
                tally.updated += 1
            else:
                tally.unchanged += 1
            if change != "unchanged":
                tally.ids.append(number)
            if not item.article.text:
                tally.problems.append(
                    Problem(item.document.source, "no article found in it; `show --removed` has what was cut")
                )
            store.put_ranking(number, item.ranking)
            _connect(store, number, item.features, known=change == "unchanged")
        tally.early += learning.teach(store, zip(ids, (item.finished for item in batch), strict=True))
    return ids


def _connect(store: Store, number: int, features: stories.Features, *, known: bool) -> None:
    """Put an article among those it belongs to, and let them settle each other's missing years.

    known: it was here before with the same data; then it stays in the story it is in.
    """
    store.put_features(number, features.keys, features.pack())
    if not (known and store.stories_of([number])):
        _assign_story(store, number)
    for settled in stories.infer_dates_around(number, store):
        store.set_published(settled.article_id, settled.published, "inferred", settled.why)
        packed = stories.redated(store.features([settled.article_id])[settled.article_id], settled.published)
        store.put_features(settled.article_id, stories.Features.unpack(packed).keys, packed)


def _assign_story(store: Store, number: int) -> None:
    """Put an article into the story it belongs to; what a person decided comes before what the texts say."""
    if told := store.stories_of(store.bound_to(number)):
        store.set_story([number], next(iter(told.values())))
        return
    assignment = stories.assign(number, store, fixed=store.bound())
    apart = store.apart(stories.affected(assignment, number, store))
    assignment = stories.constrained(assignment, number, store, apart)
    if assignment.story is not None or assignment.together:
        story = store.set_story([number, *assignment.together], assignment.story)
        store.merge_stories(story, assignment.merge)


def _assign_again(store: Store, added: Sequence[int]) -> None:
    """While the library is small: what has just been added is placed once more, now that all of it is there."""
    again = stories.worth_reassigning(added, store.count(View())[0])
    for start in range(0, len(again), BATCH):
        with store.transaction():
            for number in again[start : start + BATCH]:
                _assign_story(store, number)


def _document_of(article: Article) -> RawDocument:
    """A document for an article that never was one: known by where it came from, else by all that it says."""
    said = (article.url, article.headline, article.outlet, article.published, article.text)
    digest = sha256("\0".join(str(part or "") for part in said).encode("utf-8", "replace")).hexdigest()
    return RawDocument(
        identity=f"{_CAME_CLEAN}{digest[:32]}",
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
