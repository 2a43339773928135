"""A terminal reader for news with summaries: the public API.

Everything is re-exported lazily, so that `import reader` costs next to nothing: the slow libraries (nltk, sumy, numpy,
trafilatura, textual) load when something first needs them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

_HOMES = {
    "Article": "reader.article",
    "Library": "reader.desk",
    "ReaderError": "reader.errors",
    "brief": "reader.desk",
    "clean": "reader.desk",
    "quotes": "reader.desk",
    "sentences": "reader.desk",
    "summarize": "reader.desk",
}
__all__ = ["Article", "Library", "ReaderError", "brief", "clean", "quotes", "sentences", "summarize"]

if TYPE_CHECKING:
    from reader.article import Article
    from reader.desk import Library, brief, clean, quotes, sentences, summarize
    from reader.errors import ReaderError


def __getattr__(name: str) -> Any:
    try:
        home = _HOMES[name]
    except KeyError:
        raise AttributeError(f"module 'reader' has no attribute {name!r}") from None
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value
