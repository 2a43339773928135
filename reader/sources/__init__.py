"""Somewhere to `RawDocument`: the files and folders that a person names, read as texts, pages and records.

Here: finding files, opening them safely, undoing gzip, telling encodings, splitting records. Not here: what of a text
is the article (cleaning), and whether it is already in the library (ingest). Each kind of source is its own module.
"""

from reader.sources.counting import count
from reader.sources.documents import from_text, load, load_stream, reread
from reader.sources.files import LIMIT, Found, find, identity, unreachable

__all__ = ["LIMIT", "Found", "count", "find", "from_text", "identity", "load", "load_stream", "reread", "unreachable"]
