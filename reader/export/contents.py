"""What is told of an article, a list and a story when they are exported.

Here: which pieces, in which order, in words. Not here: how they are written (markdown, html, references).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby

from reader.article import Article, Entry, Summary
from reader.comparison import Disagreement
from reader.desk.story_view import StoryView
from reader.export.blocks import Block
from reader.links import Link, by_paragraph
from reader.moments import day_of
from reader.reports import count_of
from reader.safety import is_web_address

_KINDS = {kind: kind for kind in ("subhead", "caption", "quote", "item")}
_WHAT = {"day": "when", "place": "where", "wording": "what was said"}


def article(one: Article, summary: Summary, links: Sequence[Link]) -> Iterator[Block]:
    """Headline, facts, standfirst, summary and text. links: of the text and its captions."""
    yield Block("title", title(one), _address(one))
    yield Block("facts", " · ".join(filter(None, (one.outlet or "outlet unknown", when(one), one.byline))))
    if one.standfirst:
        yield Block("paragraph", one.standfirst)
    if summary.sentences:
        yield Block("section", "Summary")
        yield from (Block("item", sentence.text) for sentence in summary.sentences)
        yield Block("section", "Text")
    for paragraph, inside in by_paragraph(one, links):
        yield Block(_KINDS.get(paragraph.kind, "paragraph"), paragraph.text, links=inside)  # type: ignore[arg-type]


def listing(found: Iterable[Article], heading: str) -> Iterator[Block]:
    """The articles under their days, in the order given."""
    yield Block("title", heading)
    for day, several in groupby(found, lambda one: one.published and day_of(one.published).isoformat()):
        yield Block("section", day or "Undated")
        for one in several:
            yield Block("item", f"{one.outlet or 'outlet unknown'}: {title(one)}", _address(one))


def story(view: StoryView, read: Callable[[int], Article], sentences: int) -> Iterator[Block]:
    """The brief with its outlets, the timeline, where the reports disagree, and the sources. read: an article by id."""
    yield Block("title", view.story.headline or "Story without a headline")
    yield Block("facts", _extent(view))
    outlets = {entry.id: entry.outlet or "an unknown outlet" for entry in view.entries}
    texts = {one.id: one.text for one in view.articles}
    yield Block("section", "In brief")
    brief = view.brief(sentences)
    for sentence, others in zip(brief.sentences, view.disputed(brief), strict=True):
        yield Block("item", sentence.text)
        yield Block("under", ", ".join(dict.fromkeys(outlets[i] for i in sentence.articles if i in outlets)))
        for a, b, found in others:
            yield Block("under", f"but {_against(found, (outlets[a], texts[a]), (outlets[b], texts[b]))}")
    yield Block("section", "Timeline")
    yield from (Block("item", f"{when(entry)}: {outlets[entry.id]}, {title(entry)}") for entry in view.entries)
    if view.disagreements:
        yield Block("section", "Where they disagree")
        for a, b, found in view.disagreements:
            yield Block("item", _against(found, (outlets[a], texts[a]), (outlets[b], texts[b])))
            for number, side in ((a, found.a), (b, found.b)):
                yield Block("under", f"{outlets[number]}: {texts[number][side.start : side.end]}")
    yield Block("section", "Sources")
    for number in view.story.article_ids:
        one = read(number)
        yield Block("item", f"{one.outlet or 'Outlet unknown'}: {title(one)}, {when(one)}", _address(one))


def title(one: Article | Entry) -> str:
    """The headline, or the beginning of the text in brackets."""
    opening = one.opening if isinstance(one, Entry) else one.text[:80]
    return one.headline or (f"[{' '.join(opening.split())}…]" if opening else "[no article found]")


def when(one: Article | Entry) -> str:
    """`2022-11-17 10:37`, `2022-11-06 (inferred)`, `undated`."""
    if one.published is None:
        return "undated"
    said = one.published.isoformat(" ", "minutes")[:16] if isinstance(one.published, datetime) else str(one.published)
    return f"{said} (inferred)" if one.published_from == "inferred" else said


def _extent(view: StoryView) -> str:
    count, known = len(view.entries), len(view.outlets) - bool(view.unnamed)
    facts = [count_of(count, "article"), count_of(known, "outlet")]
    if view.span:
        facts.append(" to ".join(dict.fromkeys(day_of(day).isoformat() for day in view.span)))
    return " · ".join(facts)


def _against(one: Disagreement, a: tuple[str, str], b: tuple[str, str]) -> str:
    """`dead: 14 (Courier) against 17 (Post)`; each side is an outlet and its text."""
    said = [
        f"{text[side.changes[0].start : side.changes[0].end]} ({outlet})"
        for side, (outlet, text) in ((one.a, a), (one.b, b))
    ]
    return f"{_WHAT.get(one.what, one.about)}: {' against '.join(said)}"


def _address(one: Article) -> str | None:
    return one.url if is_web_address(one.url) else None
