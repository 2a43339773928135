"""An article that can be read before it is cleaned: what a record says of itself, and its text as it came.

Here: which documents are nearly clean, and their text without tags. Not here: judging lines, which `pipeline` does when
there is time for it: what is made here stands in a library until then.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache

from reader.article import Article, Paragraph, RawDocument
from reader.cleaning.metadata import hosts
from reader.safety import plain_line

_LONGEST = 100_000
"""Characters of a text that are looked at: of more, too few come to be worth it."""
_NOT_CLEAN = re.compile(r"<(?:!doctype|html|head|body|nav|header|footer|form|script|style)\b", re.IGNORECASE)
"""What stands in pages, and not in the text of an article."""
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_BLOCK = re.compile(
    r"</?(?:p|div|br|li|[uod]l|d[td]|h[1-6r]|blockquote|pre|table|t[rdh]|figure|figcaption|section|article)\b[^<>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_SHORT = 40
"""Characters of a line that may be furniture."""
_FEW = 3
"""So many of them say nothing of a text."""


def as_it_came(document: RawDocument) -> Article | None:
    """The article of a record that names its headline and whose text is nearly clean; None for any other document.

    A fact that the record does not state is unknown. Never raises.
    """
    if document.container != "record" or not document.headline or document.unchosen:
        return None
    if len(document.text) > _LONGEST:
        return None
    text = document.text if document.kind == "text" else _without_tags(document.text)
    headline = plain_line(document.headline)
    if text is None or not headline:
        return None
    paragraphs = _paragraphs(text, headline, numbered=document.kind == "text")
    short = sum(len(paragraph.text) < _SHORT for paragraph in paragraphs)
    if not paragraphs or (short > _FEW and 2 * short > len(paragraphs)):
        return None
    return Article(
        paragraphs=paragraphs,
        headline=headline,
        byline=document.byline,
        outlet=document.outlet or _outlet(hosts.host_of(document.url)),
        published=document.published,
        language=document.language,
        url=document.url,
        source=document.source,
    )


def _without_tags(text: str) -> str | None:
    """What a piece of HTML says, a line for each block; None for a page."""
    if _NOT_CLEAN.search(text):
        return None
    text = text.replace("\n", " ")
    if "<!--" in text:
        text = _COMMENT.sub("", text)
    text = _TAG.sub("", _BLOCK.sub("\n", text))
    return html.unescape(text) if "&" in text else text


def _paragraphs(text: str, headline: str, *, numbered: bool) -> tuple[Paragraph, ...]:
    """The lines that say something, their white space single blanks, but for the headline before them."""
    lines = text.split("\n")
    if "  " in text or not text.replace("\n", "").isprintable():  # other white space is not printable
        lines = [" ".join(line.split()) for line in lines]
    stripped = [line.strip(" ") for line in lines]
    if numbered:
        found = [Paragraph(line, line=number) for number, line in enumerate(stripped, 1) if line]
    else:
        found = [Paragraph(line) for line in stripped if line]
    return tuple(found[1:] if found and found[0].text == headline else found)


@lru_cache(maxsize=1024)
def _outlet(host: str | None) -> str | None:
    return hosts.of_page([], None, f"https://{host}/") if host else None
