"""Export: articles, lists and stories for other programs, as Markdown, HTML, JSON, BibTeX and CSL.

Here: `FORMATS` and one function for each thing that can be exported. What is told is in `contents` (as `blocks`), how
it is written in `markdown`, `html` and `references`, where it goes in `places`. Not here: asking for it (cli, tui).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from reader.article import Article
from reader.desk import Library
from reader.errors import ReaderError
from reader.export import contents, html, markdown, references
from reader.export.blocks import Block
from reader.export.places import give, put

__all__ = ["ENDINGS", "FORMATS", "articles", "format_of", "give", "listing", "put", "story"]

Write = Callable[[Iterable[Block], str | None], str]

_DOCUMENTS: Mapping[str, Write] = {"markdown": markdown.written, "html": html.written}
_REFERENCES: Mapping[str, Callable[[Iterable[Article]], str]] = {
    "bibtex": references.bibtex,
    "csl": references.csl,
}
FORMATS = (*_DOCUMENTS, *_REFERENCES)
"""The names of the formats, the usual one first."""
ENDINGS = {"markdown": ".md", "html": ".html", "bibtex": ".bib", "csl": ".json"}
"""The usual ending of a file in each format."""


def format_of(path: str | Path) -> str | None:
    """The format that a file's ending stands for, or None."""
    return {ending: form for form, ending in ENDINGS.items()}.get(Path(path).suffix.lower())


def articles(library: Library, ids: Sequence[int], form: str, *, sentences: int | None = None) -> str:
    """Whole articles, each with its summary of so many sentences (None: as many as usual). Raises NotFound."""
    found = [library.article(number) for number in ids]
    if form in _REFERENCES:
        return _REFERENCES[form](found)
    blocks: list[Block] = []
    for article in found:
        summary = library.summary(article.id or 0, sentences=sentences)
        blocks += contents.article(article, summary)
    return _document(form)(blocks, found[0].language if len(found) == 1 else None)


def listing(found: Iterable[Article], title: str, form: str) -> str:
    """A list of articles: outlet, date, headline and address of each."""
    if form in _REFERENCES:
        return _REFERENCES[form](found)
    return _document(form)(contents.listing(found, title), None)


def story(library: Library, story_id: int, form: str, *, sentences: int = 5) -> str:
    """A story: its brief, timeline, disagreements, and the sources. Raises NotFound."""
    view = library.view_of_story(story_id)
    if form in _REFERENCES:
        return _REFERENCES[form](map(library.article, view.story.article_ids))
    return _document(form)(contents.story(view, library.article, sentences), None)


def _document(form: str) -> Write:
    if form not in _DOCUMENTS:
        raise ReaderError(f"{form}: no such format; there are {', '.join(FORMATS)}")
    return _DOCUMENTS[form]
