"""Pages that exports list without their texts, fetched and added as if each had been named.

Here: which are asked for, and that they are asked for politely. Not here: what exports list (`reader.sources.listed`),
single addresses (`addresses`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.article import AddReport, Problem, Progress, RawDocument
from reader.errors import SourceError, unexpected
from reader.ingest import assembly
from reader.ingest.feeds.requests import Requests
from reader.ingest.reading import OnProgress
from reader.ingest.workers import Workers
from reader.library import Store
from reader.moments import now
from reader.sources import feeds
from reader.sources.fields import bare_address
from reader.sources.files import shown
from reader.sources.listed import Listed
from reader.sources.web.addresses import host_of, identity_of, normal
from reader.sources.web.fetching import Fetcher
from reader.sources.web.pages import page

_PATIENCE = 0.3


def add(
    store: Store, links: Sequence[Listed], on_progress: OnProgress | None = None, workers: Workers | None = None
) -> AddReport:
    """Fetch what is not here yet, many at a time, and add it with its marks. What cannot be read is in the report.

    Addresses of this machine and its network are refused: a list is not the person's own word. Work that was broken off
    goes on when it is begun again.
    """
    return _Fetching(store, on_progress).add(links, workers)


class _Fetching:
    def __init__(self, store: Store, on_progress: OnProgress | None) -> None:
        self.store = store
        self.fetcher = Fetcher()
        self.now = now()
        self.requests: Requests[Listed, RawDocument | Problem] = Requests(self._fetched)
        self.problems: list[Problem] = []
        self.places: list[tuple[str, str]] = []
        """Addresses and the identities of what stands there."""
        self._tell = on_progress or (lambda _: None)

    def add(self, links: Sequence[Listed], workers: Workers | None) -> AddReport:
        here = self._here(links)
        for link in links:
            if link.address not in here:
                self.requests.add(host_of(link.address), link)
        try:
            report = assembly.add_documents(self.store, self._documents(self.requests.pending), workers, self._tell)
        finally:
            self.requests.stop()
            self.store.feeds.stand(self.places)
        return report + AddReport(unchanged=len(here), problems=tuple(self.problems))

    def _here(self, links: Sequence[Listed]) -> set[str]:
        """The addresses at which an article stands already."""
        bare = {link.address: bare_address(link.address) for link in links}
        standing = self.store.feeds.standing_at(bare.values())
        known = self.store.known([identity_of(address) for address in bare])
        return {one for one, plain in bare.items() if plain in standing or identity_of(one) in known}

    def _documents(self, total: int) -> Iterator[RawDocument]:
        done = 0
        while self.requests.pending:
            if (found := self.requests.result(_PATIENCE)) is None:
                continue
            link, result = found
            done += 1
            self._tell(Progress(done, total, shown(link.address)))
            if isinstance(result, Problem):
                self.problems.append(result)
                continue
            self.places += ((one, result.identity) for one in {bare_address(link.address), bare_address(result.source)})
            yield result

    def _fetched(self, link: Listed) -> RawDocument | Problem:
        """In a thread: the page at an address, or why there is none."""
        try:
            fetched = self.fetcher.fetch(normal(link.address))
            if feeds.is_feed(fetched.data):
                return Problem(shown(link.address), "a feed, not an article; `reader feeds add` follows it")
            document = page(fetched, self.now)
        except SourceError as error:
            return Problem(shown(link.address), str(error))
        except Exception as error:
            # Any exception: what one server answers must not keep the others waiting for ever.
            return Problem(shown(link.address), f"could not be read ({unexpected(error)})")
        return replace(document, read=link.read, starred=link.starred, tags=link.tags)
