"""Adding addresses on the web that a person names: pages are kept, feeds are followed.

Here: telling one from the other. Not here: fetching and reading them (`reader.sources`), following (`feeds`).
"""

from __future__ import annotations

from collections.abc import Sequence

from reader import cleaning
from reader.article import AddReport, Problem, Progress
from reader.errors import SourceError
from reader.ingest import assembly
from reader.ingest.feeds import subscribing
from reader.ingest.reading import OnProgress
from reader.ingest.workers import Workers
from reader.library import Store
from reader.moments import now
from reader.sources import feeds
from reader.sources.fields import bare_address
from reader.sources.files import shown
from reader.sources.web.fetching import Fetched, Fetcher
from reader.sources.web.pages import NamedFeed, named_feeds, page


def add(
    store: Store, addresses: Sequence[str], on_progress: OnProgress | None = None, workers: Workers | None = None
) -> AddReport:
    """Add the pages at these addresses, follow the feeds. What cannot be read is named in the report."""
    fetcher = Fetcher()
    report = AddReport()
    for number, address in enumerate(addresses):
        if on_progress:
            on_progress(Progress(number, len(addresses), shown(address)))
        try:
            fetched = subscribing.ask(fetcher, address)
            if feeds.is_feed(fetched.data):
                report += subscribing.follow(store, fetcher, address, fetched, workers=workers)
            else:
                report += _add_page(store, address, fetched)
        except SourceError as error:
            report += AddReport(problems=(Problem(shown(address), str(error)),))
    return report


def _add_page(store: Store, address: str, fetched: Fetched) -> AddReport:
    """Add a page. Left out: one that a feed has brought already, and the front of a site, whose feeds are offered."""
    document = page(fetched, now())
    bare = {bare_address(one) for one in (address, fetched.address, document.identity)}
    named = named_feeds(document.text, fetched.address)
    offered = AddReport(problems=tuple(_offer(store, address, one) for one in named))
    there = store.feeds.standing_at(bare)
    if set(there.values()) - {document.identity}:
        return offered + AddReport(unchanged=1)
    if named and not cleaning.clean(document).text:  # the front of a site: what is wanted of it is the feed
        return offered
    report = assembly.add_documents(store, [document])
    store.feeds.stand((one, document.identity) for one in bare)
    return report + offered


def _offer(store: Store, address: str, named: NamedFeed) -> Problem:
    """What is said of a feed that a page names; one that is followed is not offered."""
    number = store.feeds.at(named.address)
    if number is not None:
        return Problem(address, f"{subscribing.said(named)}, followed already as feed {number}", note=True)
    words = f"{subscribing.said(named)}; `--subscribe` follows it"
    return Problem(address, words, note=True, offer=named.address, titled=named.title)
