"""Adding addresses on the web that a person names: pages, and what feeds have at the moment.

Here: telling one from the other. Not here: fetching and reading them (`reader.sources`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timezone

from reader.article import AddReport, Problem, Progress
from reader.errors import SourceError
from reader.ingest import assembly
from reader.ingest.reading import OnProgress
from reader.ingest.workers import Workers
from reader.library import Store
from reader.sources import feeds
from reader.sources.files import shown
from reader.sources.web.addresses import host_of, identity_of, normal
from reader.sources.web.fetching import Fetched, Fetcher
from reader.sources.web.pages import named_feeds, page


def add(
    store: Store, addresses: Sequence[str], on_progress: OnProgress | None = None, workers: Workers | None = None
) -> AddReport:
    """Add the pages at these addresses, and the items of feeds. What cannot be read is named in the report."""
    fetcher = Fetcher()
    report = AddReport()
    for number, address in enumerate(addresses):
        if on_progress:
            on_progress(Progress(number, len(addresses), shown(address)))
        try:
            fetched = fetcher.fetch(address, private=frozenset({host_of(normal(address))}))
            report += _add_feed(store, fetched, workers) if feeds.is_feed(fetched.data) else _add_page(store, fetched)
        except SourceError as error:
            report += AddReport(problems=(Problem(shown(address), str(error)),))
    return report


def _add_page(store: Store, fetched: Fetched) -> AddReport:
    document = page(fetched, _now())
    named = named_feeds(document.text, fetched.address)
    words = (f"names a feed: {one.address}" + (f" ({one.title})" if one.title else "") for one in named)
    notes = tuple(Problem(fetched.address, word, note=True) for word in words)
    return assembly.add_documents(store, [document]) + AddReport(problems=notes)


def _add_feed(store: Store, fetched: Fetched, workers: Workers | None) -> AddReport:
    now = _now()
    feed = feeds.parse(fetched.data, address=fetched.address, now=now, charset=fetched.charset)
    items = (
        feeds.document_of(
            item,
            identity=identity_of(item.url) if item.url else f"{fetched.address}#{item.key}",
            source=item.url or fetched.address,
            outlet=feed.title,
            fetched=now,
        )
        for item in feed.items
    )
    return assembly.add_documents(store, items, workers)


def _now() -> datetime:
    return datetime.now(timezone.utc).replace(microsecond=0)
