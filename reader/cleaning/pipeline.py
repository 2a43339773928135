"""The order of the steps: lines, tags, classifier, rules, assembly, and which source of a fact wins.

Not here: the steps themselves.
"""

from __future__ import annotations

from typing import Any

from reader.article import Article, RawDocument, Removed
from reader.cleaning import assembly
from reader.cleaning.body import page_probabilities, text_body
from reader.cleaning.classifier.second_extractor import kept_by_trafilatura
from reader.cleaning.input.html_lines import LONGEST_PAGE, html_to_lines, parse
from reader.cleaning.input.json_ld_body import with_json_ld_body
from reader.cleaning.input.text_lines import LISTED, farther_down, split
from reader.cleaning.metadata import hosts
from reader.cleaning.metadata.byline import byline_of
from reader.cleaning.metadata.dates import publication
from reader.cleaning.metadata.dates.publication import Dating
from reader.cleaning.metadata.headline_tags import headline_of
from reader.cleaning.metadata.tags import PageTags, read
from reader.cleaning.rules import bare_text, html_structure
from reader.cleaning.rules.smoothing import THRESHOLD
from reader.language.detection import detect
from reader.safety import plain_line, safe

_REST = f"after {LONGEST_PAGE:,} characters"
"""The rule by which the end of an endless page is cut."""


def page_lines(document: RawDocument) -> list[str]:
    """The lines that `Paragraph.line` and `Removed.line` count (from 1): the text's own, or the HTML page written out
    as text.
    """
    if document.kind == "text":
        return document.text.split("\n")
    tree = parse(document.text)
    if tree is None:
        return []
    return [*(line.text for line in with_json_ld_body(html_to_lines(tree), read(tree).body)), *_unread(document)]


def _unread(document: RawDocument) -> list[str]:
    """What stands for the end of a page that is too long to be read whole."""
    more = len(document.text) - LONGEST_PAGE
    return [f"[{more:,} characters of the page that were not read]"] if more > 0 else []


def clean(document: RawDocument) -> Article:
    """`document` as an article. Never raises on any text; where no article is found, `text` is empty and all lines
    are in `removed`.

    What the document says about itself (a feed's entry, a record's fields) is preferred to what is read off the text.
    """
    return safe(_article(document, *_drafted(document)))


def fates(document: RawDocument) -> dict[int, str]:
    """What became of every line that has text, by its number: `headline`, `standfirst`, `dateline`, `body`,
    `subhead`, `caption`, `cut`.
    """
    made = _drafted(document)[0]
    found: dict[int, str] = {}
    for line, fate in zip(made.lines, made.fates, strict=True):
        for k in range(len(line.whole)):
            found[line.number + k] = fate or "cut"
    found.update((piece.line, "cut") for piece in made.farther_down)
    return found


def _drafted(document: RawDocument) -> tuple[assembly.Draft, PageTags]:
    """The lines of a document with their fates, and what its tags say."""
    if document.kind == "text":
        raw = document.text.split("\n")
        lines = split(raw[:LISTED])
        reading, cut = farther_down(raw)
        lines += reading
        body = text_body(lines)
        made = assembly.draft(lines, body, bare=bare_text.lines_to_keep(lines, body))
        made.farther_down = cut
        return made, PageTags()
    tree = parse(document.text)
    if tree is None:
        return assembly.draft([], []), PageTags()
    tags = read(tree)
    tags.url = tags.url or document.url
    written = with_json_ld_body(html_to_lines(tree), tags.body)
    raw = [line.text for line in written]
    lines = split(raw[:LISTED], wrapped=False)
    reading, cut = farther_down(raw)
    lines += reading
    cut += (Removed(text, len(raw) + 1, _REST) for text in _unread(document))
    other = kept_by_trafilatura(tree, written)
    probabilities = page_probabilities(lines, written, other, tags)
    body = html_structure.apply(lines, written, [probability > THRESHOLD for probability in probabilities], tags)
    top = headline_of(tags)
    titles = [top] if top else [*tags.headlines, tags.title or ""]
    made = assembly.draft(lines, body, titles, roles=html_structure.line_roles(lines, written, probabilities, tags))
    made.farther_down = cut
    return made, tags


def _article(document: RawDocument, made: assembly.Draft, tags: PageTags) -> Article:
    body = made.text
    sample = "\n".join(made.lines[i].text[:1000] for i in body[:4])[:400]
    language = document.language or (detect(sample) if sample else None) or tags.language
    latest = assembly.latest_day(document)
    dated = _dated(document, made, tags, latest, language)
    agency = made.dateline.agency if made.dateline else None
    outlet = _outlet(document, made, tags)
    if outlet is None and assembly.printed_by_agency(made, agency):
        outlet = agency
    byline = assembly.byline_of_text(made)
    if byline and byline[1] not in made.rules:
        made.rules[byline[1]] = "byline"
    headline = document.headline or (headline_of(tags) if document.kind == "html" and body else None)
    if headline is None:
        headline = made.title
    named = document.byline or _named(tags, byline[0] if byline else None, outlet, document.url or tags.url)
    return Article(
        paragraphs=assembly.paragraphs(made),
        headline=plain_line(headline) if headline else None,
        standfirst=made.lines[made.standfirst].text if made.standfirst is not None else None,
        byline=plain_line(named) or None,
        outlet=outlet,
        agency=agency if agency != outlet else None,
        dateline=made.dateline.text if made.dateline else None,
        published=dated.published,
        published_from=dated.certainty,
        published_why=dated.why,
        day_and_month=dated.day_and_month,
        language=language,
        url=document.url or tags.url,
        source=document.source,
        removed=assembly.removed(made),
    )


def _named(tags: PageTags, written: str | None, outlet: str | None, url: str | None) -> str:
    """The people that the tags name, else the one in the text's byline, else whatever the tags give."""
    outlets = [*tags.outlets, *([outlet] if outlet else [])]
    by_tags = [byline_of(name) or name for name in tags.bylines]
    for names in (by_tags, [written] if written else []):
        if people := hosts.people(names, outlets, url):
            return ", ".join(people[:4])
    return ", ".join(by_tags[:4]) or written or ""


def _dated(document: RawDocument, made: assembly.Draft, tags: PageTags, latest: Any, language: str | None) -> Dating:
    if document.published is not None:
        return Dating(document.published, "stated")
    read_off = assembly.date_of_text(made, latest, language)
    stated = [when for when in tags.published if publication.possible(when, latest)]
    url = document.url or tags.url
    address = publication.of_address(url)
    if stated:
        shown = read_off.published if assembly.shown_beside_headline(made) else None
        if shown is not None and publication.outdated(stated, tags.modified, shown):
            return read_off
        return publication.of_tags(stated, tags.modified, read_off, address, hosts.zone_of_country(url))
    if tags.beside_top is not None and publication.possible(tags.beside_top, latest):
        return publication.of_tags([tags.beside_top], tags.modified, read_off, address, hosts.zone_of_country(url))
    titled = publication.of_title(tags.title, latest)
    if titled is not None:
        return Dating(titled, "stated")
    if read_off.published is None and address is not None and publication.possible(address, latest):
        return Dating(address, "stated")
    return read_off


def _outlet(document: RawDocument, made: assembly.Draft, tags: PageTags) -> str | None:
    if document.outlet:
        return plain_line(document.outlet)
    agency = made.dateline.agency if made.dateline else None
    named = [agency] if agency else []
    url = document.url or tags.url
    if document.kind == "html" and (tags.outlets or hosts.host_of(url)):
        return hosts.of_page([*tags.outlets, *named], tags.title, url)
    found = assembly.outlet_of_text(made, tags.title)
    return found or (hosts.of_page(named, None, url) if hosts.host_of(url) else None)
