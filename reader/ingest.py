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

    def report(self) -> AddReport:
        return AddReport(self.added, self.updated, self.unchanged, self.gone, tuple(self.ids), tuple(self.problems))


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A document and all that was worked out about it alone."""

    document: RawDocument
    article: Article
    ranking: Ranking
    features: stories.Features


def _prepare(document: RawDocument, article: Article) -> _Prepared:
    ranking = summarizing.rank(
        article.text, headline=article.headline, language=article.language, subheads=article.subheads
    )
    return _Prepared(document, article, ranking, stories.features(article))


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
    for batch in _batches(_prepare(document, cleaning.clean(document)) for document in documents):
        _store(store, batch, tally)
    _place_again(store, tally.ids)
    current = known.documents_in(found) - known.documents_in(fresh)
    tally.unchanged += len(current)
    store.set_gone(current | seen, False)
    tally.gone = store.set_gone(known.documents - current - seen, True)
    return tally.report()


def add_articles(store: Store, articles: Iterable[Article]) -> list[int]:
    """Store articles that are clean already. Their ids, in the same order; equal articles get the same id."""
    ids: list[int] = []
    tally = _Tally()
    for batch in _batches(_prepare(_document_of(article), article) for article in articles):
        ids += _store(store, batch, tally)
    _place_again(store, tally.ids)
    return ids


def reclean(store: Store, on_progress: OnProgress | None = None) -> AddReport:
    """Clean, rank and connect every stored document again from its original bytes; marks and numbers stay.

    Articles that came clean (`add_articles`) are left as they are: there is nothing about them to clean.
    """
    tally = _Tally()
    came_clean = set(store.ids(under=_CAME_CLEAN))
    numbers = [number for number in store.ids() if number not in came_clean]

    def documents() -> Iterator[RawDocument]:
        for done, number in enumerate(numbers):
            if on_progress:
                on_progress(Progress(done, len(numbers)))
            yield sources.reread(store.document(number))

    for batch in _batches(_prepare(document, cleaning.clean(document)) for document in documents()):
        _store(store, batch, tally)
    if on_progress:
        on_progress(Progress(len(numbers), len(numbers)))
    return tally.report()


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
    return ids


def _connect(store: Store, number: int, features: stories.Features, *, known: bool) -> None:
    """Put an article among those it belongs to, and let them settle each other's missing years.

    known: it was here before with the same data; then it stays in the story it is in.
    """
    store.put_features(number, features.keys, features.pack())
    if not (known and store.stories_of([number])):
        _place(store, number)
    for settled in stories.infer_dates_around(number, store):
        store.set_published(settled.article_id, settled.published, "inferred", settled.why)
        packed = stories.redated(store.features([settled.article_id])[settled.article_id], settled.published)
        store.put_features(settled.article_id, stories.Features.unpack(packed).keys, packed)


def _place(store: Store, number: int) -> None:
    """Put an article into the story it belongs to; what a person decided comes before what the texts say."""
    if told := store.stories_of(store.bound_to(number)):
        store.set_story([number], next(iter(told.values())))
        return
    placement = stories.place(number, store, fixed=store.bound())
    apart = store.apart(stories.concerned(placement, number, store))
    placement = stories.respecting(placement, number, store, apart)
    if placement.story is not None or placement.together:
        story = store.set_story([number, *placement.together], placement.story)
        store.merge_stories(story, placement.merge)


def _place_again(store: Store, added: Sequence[int]) -> None:
    """While the library is small: what has just been added is placed once more, now that all of it is there."""
    again = stories.worth_placing_again(added, store.count(View())[0])
    for start in range(0, len(again), BATCH):
        with store.transaction():
            for number in again[start : start + BATCH]:
                _place(store, number)


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
