"""Cleaning: from a document as it came to an article, with everything that was cut.

The door: `clean` and `page_lines`. The rooms behind it: lines and pages (`lines`, `page`), judging (`judge`), what stands above the
text (`head`, `datelines`), dates (`dates`, `dating`, `months`), outlets (`outlets`), tags (`metadata`), furniture's words (`phrases`).
"""

from __future__ import annotations

from typing import Any

from reader.article import Article, RawDocument
from reader.cleaning import assemble, dating, judge
from reader.cleaning.dates import Day
from reader.cleaning.lines import Line, key, split
from reader.cleaning.metadata import Said, read
from reader.cleaning.outlets import agency_named, canonical
from reader.cleaning.page import PageLine, parse, write_out
from reader.language.detect import detect
from reader.safety import plain_line

__all__ = ["clean", "fates", "page_lines"]


def page_lines(document: RawDocument) -> list[str]:
    """The lines that `Paragraph.line` and `Removed.line` count (from 1): the text's own, or the HTML page written out as text."""
    if document.kind == "text":
        return document.text.split("\n")
    tree = parse(document.text)
    return [line.text for line in write_out(tree)] if tree is not None else []


def clean(document: RawDocument) -> Article:
    """`document` as an article. Never raises on any text; where no article is found, `text` is empty and all lines are in `removed`.

    What the document says about itself (a feed's entry, a record's fields) is preferred to what is read off the text.
    """
    if document.kind == "html":
        return _clean_page(document)
    lines = split(document.text.split("\n"))
    made = assemble.draft(lines, judge.decide(lines))
    return _article(document, made, Said())


def fates(document: RawDocument) -> dict[int, str]:
    """What became of every non-empty line, by its number: `headline`, `standfirst`, `dateline`, `body`, `subhead`, `caption` or `cut`."""
    if document.kind == "html":
        tree = parse(document.text)
        lines = split(page_lines(document))
        made = _page_draft(document, tree, lines)[0]
    else:
        lines = split(document.text.split("\n"))
        made = assemble.draft(lines, judge.decide(lines))
    found: dict[int, str] = {}
    for line, fate in zip(made.lines, made.fates, strict=True):
        for k in range(len(line.whole)):
            found[line.number + k] = fate or "cut"
    return found


def _clean_page(document: RawDocument) -> Article:
    tree = parse(document.text)
    if tree is None:
        return Article(url=document.url, source=document.source, headline=document.headline)
    written = write_out(tree)
    lines = split([line.text for line in written])
    made, said = _page_draft(document, tree, lines)
    return _article(document, made, said)


def _page_draft(document: RawDocument, tree: Any, lines: list[Line]) -> tuple[assemble.Draft, Said]:
    said = read(tree) if tree is not None else Said()
    kept = _trafilatura(document.text)
    body = [key(line.text) in kept for line in lines] if kept else judge.decide(lines)
    return assemble.draft(lines, body, [*said.headlines, said.title or ""]), said


def _trafilatura(markup: str) -> set[str]:
    import trafilatura  # slow to load; only pages need it

    try:
        found = trafilatura.bare_extraction(markup, include_comments=False, with_metadata=False)
    except Exception:  # whatever a broken page does to it, the page is still judged by its lines
        return set()
    text = (found.text if found is not None else "") or ""
    return {key(line.lstrip("-| ")) for line in text.split("\n") if line.strip()}


def _article(document: RawDocument, made: assemble.Draft, said: Said) -> Article:
    body = made.kept("body")
    sample = "\n".join(made.lines[i].text[:2000] for i in body[:20])[:4000]
    language = document.language or said.language or (detect(sample) if sample else None)
    latest = assemble.latest_day(document)
    dated = _dated(document, made, said, latest, language)
    agency = made.dateline.agency if made.dateline else None
    outlet = _outlet(document, made, said)
    byline = assemble.byline_of_text(made)
    if byline and byline[1] not in made.rules:
        made.rules[byline[1]] = "byline"
    headline = document.headline or (made.lines[made.headline].text if made.headline is not None else None)
    if headline is None and said.headlines and body:
        headline = said.headlines[0]
    said_byline = document.byline or (", ".join(said.bylines[:4]) if said.bylines else None)
    return Article(
        paragraphs=assemble.paragraphs(made),
        headline=plain_line(headline) if headline else None,
        standfirst=made.lines[made.standfirst].text if made.standfirst is not None else None,
        byline=plain_line(said_byline) if said_byline else byline[0] if byline else None,
        outlet=outlet or agency,
        agency=agency if outlet else None,
        dateline=made.dateline.text if made.dateline else None,
        published=dated.published,
        published_from=dated.certainty,
        published_why=dated.why,
        day_and_month=dated.day_and_month,
        language=language,
        url=document.url or said.url,
        source=document.source,
        removed=assemble.removed(made),
    )


def _dated(document: RawDocument, made: assemble.Draft, said: Said, latest: Any, language: str | None) -> dating.Dating:
    if document.published is not None:
        return dating.Dating(document.published, "stated")
    stated: list[Day] = [when for when in said.published if dating.possible(when, latest)]
    if stated:
        return dating.Dating(stated[0], "stated")
    return assemble.date_of_text(made, latest, language)


def _outlet(document: RawDocument, made: assemble.Draft, said: Said) -> str | None:
    if document.outlet:
        return plain_line(document.outlet)
    for name in said.outlets:
        named = canonical(name)
        if named:
            return agency_named(named) or named
    return assemble.outlet_of_text(made)
