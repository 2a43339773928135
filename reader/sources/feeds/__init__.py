"""Feeds: what a channel says and the items it names, whatever kind of feed it is and however badly it is written.

Here: `parse` (RSS 0.9 to 2.0, RDF, Atom, JSON Feed), each item as a record that is read like any other (`items`), lists
of feeds (`lists`). Not here: fetching (`reader.sources.web`), which items are new (ingest, library).
"""

from reader.sources.feeds.items import Feed, Item, document_of, judge, record_of
from reader.sources.feeds.reading import is_feed, parse

__all__ = ["Feed", "Item", "document_of", "is_feed", "judge", "parse", "record_of"]
