"""A terminal reader for news with summaries: the public API.

Clean scraped text and pages, split, summarise, find quotations and names, keep articles in a library that relates them.
Everything is re-exported lazily, so that `import reader` costs next to nothing: the slow libraries (nltk, sumy, numpy,
trafilatura, textual) load when something first needs them. What can go wrong with files and libraries raises a
ReaderError whose message is one line for the person; what is of the wrong type raises a TypeError at once.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

_HOMES = {
    "Article": "reader.article",
    "Library": "reader.desk",
    "Name": "reader.language.names",
    "Quote": "reader.article",
    "ReaderError": "reader.errors",
    "Related": "reader.article",
    "Sentence": "reader.article",
    "Story": "reader.article",
    "Summary": "reader.article",
    "brief": "reader.desk",
    "clean": "reader.desk",
    "names": "reader.desk",
    "quotes": "reader.desk",
    "same_name": "reader.desk",
    "sentences": "reader.desk",
    "summarize": "reader.desk",
}
__all__ = [
    "Article",
    "Library",
    "Name",
    "Quote",
    "ReaderError",
    "Related",
    "Sentence",
    "Story",
    "Summary",
    "brief",
    "clean",
    "names",
    "quotes",
    "same_name",
    "sentences",
    "summarize",
]

if TYPE_CHECKING:
    from reader.article import Article, Quote, Related, Sentence, Story, Summary
    from reader.desk import Library, brief, clean, names, quotes, same_name, sentences, summarize
    from reader.errors import ReaderError
    from reader.language.names import Name


def __getattr__(name: str) -> Any:
    try:
        home = _HOMES[name]
    except KeyError:
        raise AttributeError(f"module 'reader' has no attribute {name!r}") from None
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
