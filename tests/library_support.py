"""What the tests of the library share: documents and articles made in one line."""

from __future__ import annotations

from typing import Any

from reader.article import Article, RawDocument
from reader.library import Store


def document(identity: str, raw: str = "raw", **said: Any) -> RawDocument:
    """A document of these bytes."""
    return RawDocument(identity=identity, text=raw, data=raw.encode(), source=identity, **said)


def put(store: Store, identity: str, text: str = "Some text.", raw: str = "raw", **fields: Any) -> int:
    """Puts an article of these fields: its id."""
    return store.put(document(identity, raw), Article(text=text, **fields))[0]
