"""Full-text search.

Here: asking the index, best hits first. Not here: what the index is fed with and snippets (`fulltext.py`), keeping it
up to date (`putting.py`).
"""

from __future__ import annotations

from dataclasses import replace

from reader.article import Entry, Hit, View
from reader.library import documents
from reader.library.columns import fulltext
from reader.library.file.connection import Database
from reader.library.queries.listing import entries
from reader.library.queries.narrowing import narrow

MOST = 10_000
"""Hits given at most."""
_RANKED = 10_000
"""How many matches are scored: of a word that more articles have, those added last. Scoring takes 3 µs each."""


def search(db: Database, view: View, limit: int) -> list[Hit]:
    """The best articles of the view for its query, by bm25; a word in the headline counts ten times. Of equals the
    newest first.

    Every word must be there but those with a `-` before them, "words in quotation marks" one after the other, and the
    last word may be incomplete.
    """
    query = view.query or ""
    expression = fulltext.expression(query)
    if expression is None or limit < 1:
        return []
    where, params = narrow(db, replace(view, query=None)).where()
    rows = db.rows(
        f"SELECT m.id FROM ({fulltext.SCORED} ORDER BY rowid DESC LIMIT ?) AS m CROSS JOIN article AS a ON a.id = m.id"
        f" WHERE {where} ORDER BY m.score, a.by_date, a.id LIMIT ?",
        (expression, _RANKED, *params, min(limit, MOST)),
    )
    return [_hit(db, entry, query) for entry in entries(db, [row[0] for row in rows])]


def _hit(db: Database, entry: Entry, query: str) -> Hit:
    """The hit with a snippet of the body, or of all that was kept when the words stand elsewhere in it."""
    article = documents.article(db, entry.id)
    snippet, marks = fulltext.snippet(article.text, query)
    if not marks:
        kept = "\n".join([article.standfirst or "", *(p.text for p in article.paragraphs)]).strip()
        snippet, marks = fulltext.snippet(kept, query)
    return Hit(entry, snippet, marks)
