"""What a process that works for others has loaded and learned once, before the others are made of it.

Importing this does the work on an invented text, so that its tables and packages are there.
"""

from __future__ import annotations

from reader.article import Article, RawDocument
from reader.ingest import work

_TEXT = (
    "The bridge of Velm\n\nVELM, 4 March 2024 - The bridge was closed on Monday, engineer Mira Tolland said.\n\n"
    '"It will be open again on Thursday," she told the council of the town, "if it does not rain."\n'
)

work.describe(work.clean(RawDocument(identity="", text=_TEXT)).article or Article(text=_TEXT))
