"""What was fetched as a document: a page or a text.

Here: its encoding, what it is known by, the feeds that a page names. Not here: feeds themselves
(`reader.sources.feeds`), what of a page is the article (cleaning).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from reader.article import RawDocument
from reader.errors import SourceError
from reader.safety import plain_line
from reader.sources import kinds
from reader.sources.decoding import decode
from reader.sources.web.addresses import host_of, identity_of, normal
from reader.sources.web.fetching import Fetched

_LINK = re.compile(r"<link\b[^<>]{0,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""", re.IGNORECASE)
_HEAD = 400_000
"""Characters of a page in which its head ends, however much style it begins with."""
_MOST_FEEDS = 20
_FEED_TYPES = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "text/rss+xml"}
)


@dataclass(frozen=True, slots=True)
class NamedFeed:
    """A feed that a page names."""

    address: str
    title: str


def page(fetched: Fetched, now: datetime) -> RawDocument:
    """The page or text that was fetched. Raises SourceError for what is neither."""
    looks_like = kinds.not_a_text(fetched.data)
    text = "" if looks_like else decode(fetched.data, fetched.charset)
    if looks_like or not text.strip():
        raise SourceError(f"not a page: looks like {looks_like}" if looks_like else "empty")
    data = fetched.data if decode(fetched.data) == text else text.encode("utf-8", "replace")
    return RawDocument(
        identity=identity_of(_canonical(text, fetched.address) or fetched.address),
        text=text,
        kind="html" if kinds.has_tags(text) and fetched.content_type != "text/plain" else "text",
        data=data,
        source=fetched.address,
        fetched=now,
        url=fetched.address,
    )


def named_feeds(text: str, base: str) -> list[NamedFeed]:
    """The feeds that a page names in its head, each once, feeds of comments last."""
    found: dict[str, NamedFeed] = {}
    for link in _links(text):
        kind = link.get("type", "").lower().partition(";")[0].strip()
        if "alternate" not in link.get("rel", "").lower().split() or kind not in _FEED_TYPES:
            continue
        try:
            address = normal(link.get("href", ""), base)
        except SourceError:
            continue
        found.setdefault(address, NamedFeed(address, plain_line(link.get("title", ""))))
    named = sorted(found.values(), key=lambda one: "comment" in f"{one.address} {one.title}".lower())
    return named[:_MOST_FEEDS]


def _canonical(text: str, base: str) -> str | None:
    """The address that a page calls its own, if it is one of the same host and not that of the whole site."""
    for link in _links(text):
        if link.get("rel", "").lower() == "canonical":
            try:
                address = normal(link.get("href", ""), base)
            except SourceError:
                return None
            inside = address.partition("//")[2].partition("/")[2]
            return address if inside and host_of(address) == host_of(base) else None
    return None


def _links(text: str) -> Iterator[dict[str, str]]:
    """The attributes of the `link` elements in the head of a page."""
    for tag in _LINK.findall(text, 0, _HEAD):
        yield {name.lower(): html.unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(tag)}
