"""JSON-LD in a page: its objects, read leniently, and which of several articles is this page's.

Not here: which of their fields are used (`tags`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from reader.cleaning.input.text_lines import match_key

LONGEST_BODY = 500_000
WRAPPING = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|//\]\]>|/\*\]\]>\*/)\s*$")
_COMMA = re.compile(r",(\s*[}\]])")
_SPELLED = re.compile(r'"(headline|datePublished|dateModified)"\s*:\s*"((?:[^"\\\n]|\\.){1,400})"(?=\s*[,}])')
ARTICLE_TYPES = ("article", "posting", "report", "liveblog", "newsarticle")


def of_this_page(articles: list[dict[str, Any]], tree: Any, tops: list[str]) -> list[dict[str, Any]]:
    """Those of several articles whose address or headline is that of the page: the others are teasers of others."""
    link = tree.find(".//link[@rel='canonical']")
    address = (link.get("href") or "").rstrip("/") if link is not None else ""
    if address and (own := [thing for thing in articles if address in map(_bare_address, _addresses(thing))]):
        return own
    shared, title = tree.find(".//meta[@property='og:title']"), tree.find(".//title")
    told = [
        *tops,
        shared.get("content") or "" if shared is not None else "",
        title.text or "" if title is not None else "",
    ]
    titles = [match_key(unescape(text)) for text in told if match_key(text)]
    return [
        thing for thing in articles if _agrees(match_key(unescape(first_text(thing.get("headline")) or "")), titles)
    ]


def _addresses(thing: dict[str, Any]) -> Iterator[Any]:
    for name in ("url", "@id", "mainEntityOfPage"):
        value = thing.get(name)
        yield value.get("@id") or value.get("url") if isinstance(value, dict) else value


def _bare_address(value: Any) -> str:
    return value.partition("#")[0].rstrip("/") if isinstance(value, str) else ""


def _agrees(headline: str, titles: list[str]) -> bool:
    """Whether a headline is one of the titles, or one of the two holds the other with an outlet's name."""
    return bool(headline) and any(
        headline == title or (min(len(headline), len(title)) > 15 and (headline in title or title in headline))
        for title in titles
    )


def load(text: str) -> Any:
    """The JSON that a text begins with, trailing commas forgiven; of broken news articles at least the headline and
    the dates.
    """
    found = _decoded(text) or _decoded(_COMMA.sub(r"\1", text))
    if found is None and "Article" in text:
        told = dict(_SPELLED.findall(text[:LONGEST_BODY])[::-1])
        return {"@type": "NewsArticle", **told} if told else None
    return found


def _decoded(text: str) -> Any:
    try:
        return json.JSONDecoder(strict=False).raw_decode(text)[0]
    except (ValueError, RecursionError):
        return None


def first_text(value: Any) -> str | None:
    """The text that a value is, or has first in it: as a list, as an object's name."""
    for _ in range(3):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = value.get("name") or value.get("@value")
    return value if isinstance(value, str) else None


def name_of(value: Any, by_id: Mapping[str, Any]) -> str | None:
    """The name of a person or a body: a text, an object's name or its parts, or what an object refers to."""
    if isinstance(value, dict) and not value.get("name"):
        parts = [part for name in ("givenName", "familyName") if (part := first_text(value.get(name)))]
        if parts:
            return " ".join(parts)
        value = by_id.get(str(value.get("@id")))
    return first_text(value)


def types_of(thing: dict[str, Any]) -> list[Any]:
    """The types of an object."""
    return as_list(thing.get("@type"))


def as_list(value: Any) -> list[Any]:
    """The values of a field that may hold none, one or several."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def objects_in(data: Any) -> Iterator[dict[str, Any]]:
    """Every object at the top, in lists, in @graph and under mainEntity, without recursion."""
    waiting = [data]
    looked_at = 0
    while waiting and looked_at < 2000:
        thing = waiting.pop(0)
        looked_at += 1
        if isinstance(thing, list):
            waiting.extend(thing)
        elif isinstance(thing, dict):
            yield thing
            waiting.extend(thing[name] for name in ("@graph", "mainEntity", "mainEntityOfPage") if name in thing)
