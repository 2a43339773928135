"""The order of the steps: lines, tags, classifier, rules, assembly, facts.

Not here: the steps themselves, which source of a fact wins (`precedence`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reader.article import NO_ARTICLE, Article, RawDocument, Removed
from reader.cleaning import assembly, page_kind
from reader.cleaning.body import page_probabilities, second_opinion, text_body
from reader.cleaning.classifier.second_extractor import kept_by_trafilatura
from reader.cleaning.input.html_lines import LONGEST_PAGE, html_to_lines, parse
from reader.cleaning.input.json_ld_body import with_json_ld_body
from reader.cleaning.input.text_lines import LISTED, farther_down, split
from reader.cleaning.metadata.authors import of_comments
from reader.cleaning.metadata.byline import byline_of
from reader.cleaning.metadata.headline_tags import headline_of
from reader.cleaning.metadata.standfirst import said_in_short
from reader.cleaning.metadata.tags import PageTags, read
from reader.cleaning.precedence import byline_of_article, date_of_article, outlet_of_article
from reader.cleaning.rules import bare_text, html_structure
from reader.cleaning.rules.paragraph_kinds import kinds_of
from reader.cleaning.rules.smoothing import likely
from reader.language.detection import detect
from reader.safety import plain_line

_REST = f"after {LONGEST_PAGE:,} characters"
"""The rule by which the end of an endless page is cut."""
_PLAIN = frozenset(("div", "p", "span", "address"))
"""Elements that do not say what a short line over the text is."""


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
    return _article(document, *_drafted(document))


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
        return _draft_of_text(document.text.split("\n")), PageTags()
    tree = parse(document.text)
    return (assembly.draft([], []), PageTags()) if tree is None else _draft_of_page(document, tree)


def _draft_of_text(raw: Sequence[str]) -> assembly.Draft:
    lines = split(raw[:LISTED])
    reading, cut = farther_down(raw)
    lines += reading
    body = text_body(lines)
    bare = bare_text.lines_to_keep(lines, body)
    bare_text.cut_around_prose(lines, bare or body, bare.index(True) + 1 if bare and any(bare) else 0)
    made = assembly.draft(lines, body, bare=bare)
    made.farther_down = cut
    return made


def _draft_of_page(document: RawDocument, tree: Any) -> tuple[assembly.Draft, PageTags]:
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
    body = html_structure.apply(lines, written, likely(probabilities), tags)
    if not any(body):
        body = second_opinion(lines, other)
    listed = page_kind.is_a_list(lines, written, probabilities, other, tags)
    refused = [i for i, yes in enumerate(body) if yes] or range(len(lines))
    top = headline_of(tags)
    titles = [top] if top else [*tags.headlines, tags.title or ""]
    roles = html_structure.line_roles(lines, written, probabilities, tags)
    page = [written[line.number - 1] for line in lines]
    bare_text.cut_around_prose(
        lines, body, spared={i for i, line in enumerate(page) if i in roles.headings or line.position.tag not in _PLAIN}
    )
    made = assembly.draft(lines, [yes and not listed for yes in body], titles, roles=roles)
    made.rules.update(dict.fromkeys(refused if listed else (), NO_ARTICLE))
    made.farther_down = cut
    made.kinds = kinds_of(page, made.text)
    made.comments = [i for i in made.below if of_comments(page[i].position)]
    return made, tags


def _article(document: RawDocument, made: assembly.Draft, tags: PageTags) -> Article:
    body = made.text
    sample = "\n".join(made.lines[i].text[:1000] for i in body[:4])[:400]
    language = document.language or (detect(sample) if sample else None) or tags.language
    latest = assembly.latest_day(document)
    dated = date_of_article(document, made, tags, latest, language)
    agency = made.dateline.agency if made.dateline else None
    headline = document.headline or (headline_of(tags) if document.kind == "html" and body else None) or made.title
    outlet = outlet_of_article(document, made, tags, headline)
    if outlet is None and assembly.printed_by_agency(made, agency):
        outlet = agency
    byline = assembly.byline_of_text(made)
    if byline and byline[1] not in made.rules:
        made.rules[byline[1]] = "byline"
    given = document.byline and (byline_of(document.byline) or document.byline)
    named = given or byline_of_article(tags, byline[0] if byline else None, outlet, document.url or tags.url)
    paragraphs = assembly.paragraphs(made)
    standfirst = made.lines[made.standfirst].text if made.standfirst is not None else None
    if standfirst is None and document.teaser:
        standfirst = said_in_short(document.teaser, "\n".join(piece.text for piece in paragraphs))
    return Article(
        paragraphs=paragraphs,
        headline=plain_line(headline) if headline else None,
        standfirst=standfirst,
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
