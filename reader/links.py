"""The noun of where a text leads to, and where links stand in an article's paragraphs. Not here: how links are found
(cleaning), how they are drawn (tui) and written out (cli, export).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.article import Article, Paragraph


class Link(NamedTuple):
    """A stretch of `Article.text`, or of a caption, that leads to a page of the web."""

    number: int
    """From 1 in reading order; links to one address share it."""
    start: int
    end: int
    address: str
    """http or https, and nothing odd in it: see `reader.safety.is_web_address`."""
    caption: int = -1
    """Which of `Article.paragraphs` it stands in, if that is a caption: places are in its text then. -1: in `text`."""

    @property
    def mark(self) -> str:
        """What stands behind it in the text, and before its address below that: `[3]`."""
        return f"[{self.number}]"


def addresses(links: Sequence[Link]) -> Sequence[Link]:
    """The first link to each address, in the order of their numbers."""
    firsts = {link.number: link for link in reversed(links)}
    return [firsts[number] for number in sorted(firsts)]


def by_paragraph(article: Article, links: Sequence[Link]) -> Iterator[tuple[Paragraph, list[Link]]]:
    """All paragraphs, each with the links that end in it, their places in its own text."""
    at = 0
    for number, paragraph in enumerate(article.paragraphs):
        begin = -1
        if paragraph.kind != "caption" and (begin := article.text.find(paragraph.text, at)) >= 0:
            at = begin + len(paragraph.text)
        yield (
            paragraph,
            [
                link._replace(start=max(0, link.start - begin), end=link.end - begin) if begin >= 0 else link
                for link in links
                if (link.caption == number if begin < 0 else link.caption < 0 and begin < link.end <= at)
            ],
        )


def parts(text: str, links: Sequence[Link]) -> Iterator[tuple[str, Link | None]]:
    """A text cut where its links, in order, begin and end: each part with the link that it is."""
    edges = [0, *(edge for link in links for edge in (link.start, link.end)), len(text)]
    for number, (start, end) in enumerate(pairwise(edges)):
        link = links[number // 2] if number % 2 else None
        if start < end or link:
            yield text[start:end], link
