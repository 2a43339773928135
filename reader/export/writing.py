"""Writing what is exported: whole articles, a list, a story, in any of the formats.

Here: one function for each thing, and who writes which of the reader's own formats. Not here: what is told and how it
is written (the modules beside this one), formats of the person's own (extensions).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from reader.article import Article
from reader.desk import Library
from reader.export import as_json, contents, html, markdown, references
from reader.export.blocks import Block

_DOCUMENTS: Mapping[str, Callable[[Iterable[Block], str | None], str]] = {
    "markdown": markdown.written,
    "html": html.written,
}
_REFERENCES: Mapping[str, Callable[[Iterable[Article]], str]] = {
    "bibtex": references.bibtex,
    "csl": references.csl,
}


def articles(
    library: Library, ids: Sequence[int], form: str, *, sentences: int | None = None, method: str = "news"
) -> str:
    """Whole articles, each with its summary of so many sentences (None: as many as usual). Raises NotFound."""
    found = [library.article(number) for number in ids]
    if form in _REFERENCES:
        return _REFERENCES[form](found)
    summaries = [library.summary(number, sentences=sentences, method=method) for number in ids]
    if form == "json":
        entries = {entry.id: entry for entry in library.entries(ids)}
        rows = [
            as_json.article_json(one, summary, entries[number].story, entries[number].tellings)
            for number, one, summary in zip(ids, found, summaries, strict=True)
        ]
        return as_json.written(rows)
    blocks: list[Block] = []
    for number, article, summary in zip(ids, found, summaries, strict=True):
        blocks += contents.article(article, summary, library.links(number))
    return _DOCUMENTS[form](blocks, found[0].language if len(found) == 1 else None)


def listing(found: Iterable[Article], title: str, form: str) -> str:
    """A list of articles: outlet, date, headline and address of each."""
    if form in _REFERENCES:
        return _REFERENCES[form](found)
    if form == "json":
        return as_json.written(as_json.listing(found))
    return _DOCUMENTS[form](contents.listing(found, title), None)


def story(library: Library, story_id: int, form: str, *, sentences: int = 5) -> str:
    """A story: its brief, timeline, disagreements, and the sources. Raises NotFound."""
    view = library.view_of_story(story_id)
    if form in _REFERENCES:
        return _REFERENCES[form](map(library.article, view.story.article_ids))
    if form == "json":
        found = [library.article(number) for number in view.story.article_ids]
        return as_json.written(as_json.story(view, found, sentences))
    return _DOCUMENTS[form](contents.story(view, library.article, sentences), None)
