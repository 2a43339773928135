"""Exports in JSON: streams as Google Reader had them (FreshRSS, Inoreader), entries of Miniflux, Wallabag's articles.

Here: which of them a JSON value is, and its entries. Not here: what becomes of them (`many`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from reader.sources.exports.entry import Entry, tags_of, text_fields

_STATE = "/state/com.google/"
_LABEL = "/label/"
_FAILED = "wallabag can't retrieve contents for this article"


def entries_in(value: object) -> Iterator[Entry | None] | None:
    """The entries of an export, None for what is none; None where `value` is no export that we know."""
    if isinstance(value, dict):
        for name, is_one, entry in (("items", _is_of_a_stream, of_a_stream), ("entries", _is_minifluxs, _minifluxs)):
            if (items := _those(value.get(name), is_one)) is not None:
                return _entries(items, is_one, entry)
        value = value.get("entries") if "entries" in value else [value]
    items = _those(value, _is_wallabags)
    return None if items is None else _entries(items, _is_wallabags, _wallabags)


def _those(items: object, is_one: Callable[[dict[str, Any]], bool]) -> list[Any] | None:
    """The items, if some of the first are of that form."""
    if not isinstance(items, list):
        return None
    return items if any(isinstance(item, dict) and is_one(item) for item in items[:50]) else None


def _entries(
    items: list[Any], is_one: Callable[[dict[str, Any]], bool], entry: Callable[[dict[str, Any]], Entry]
) -> Iterator[Entry | None]:
    for item in items:
        yield entry(item) if isinstance(item, dict) and is_one(item) else None


def _is_of_a_stream(item: dict[str, Any]) -> bool:
    return isinstance(item.get("origin"), dict) or (
        any(isinstance(item.get(name), list) for name in ("canonical", "alternate"))
        and any(isinstance(item.get(name), dict) for name in ("content", "summary"))
    )


def of_a_stream(item: dict[str, Any]) -> Entry:
    """An item as Google Reader has it, in exports and as servers answer."""
    states = [name for name in _list(item.get("categories")) if isinstance(name, str)]
    texts = [_in(item.get(name), "content") for name in ("content", "summary")]
    longest = max((text for text in texts if isinstance(text, str)), key=len, default="")
    links = [_in(link, "href") for name in ("canonical", "alternate") for link in _list(item.get(name))]
    return Entry(
        {
            **text_fields(longest),
            "id": item.get("id"),
            "title": item.get("title"),
            "url": next((link for link in links if link), None),
            "author": item.get("author"),
            "outlet": _in(item.get("origin"), "title"),
            "published": item.get("published"),
            "fetched": item.get("crawlTimeMsec"),
        },
        read=any(name.endswith(f"{_STATE}read") for name in states),
        starred=any(name.endswith(f"{_STATE}starred") for name in states),
        tags=tags_of(name.partition(_LABEL)[2] for name in states),
    )


def _is_minifluxs(item: dict[str, Any]) -> bool:
    return "status" in item and "url" in item and (isinstance(item.get("feed"), dict) or "feed_id" in item)


def _minifluxs(item: dict[str, Any]) -> Entry:
    return Entry(
        {
            **text_fields(item.get("content")),
            "id": item.get("id"),
            "title": item.get("title"),
            "url": item.get("url"),
            "author": item.get("author"),
            "outlet": _in(item.get("feed"), "title"),
            "published": item.get("published_at"),
            "fetched": item.get("created_at"),
        },
        read=item.get("status") == "read",
        starred=item.get("starred") is True,
        tags=tags_of(_list(item.get("tags"))),
    )


def _is_wallabags(item: dict[str, Any]) -> bool:
    return "url" in item and bool({"is_archived", "is_starred"} & item.keys())


def _wallabags(item: dict[str, Any]) -> Entry:
    text = item.get("content")
    failed = isinstance(text, str) and _FAILED in text[:500].lower()
    authors = [name for name in _list(item.get("published_by")) if isinstance(name, str)]
    return Entry(
        {
            **({} if failed else text_fields(text)),
            "id": item.get("id"),
            "title": item.get("title"),
            "url": item.get("url"),
            "author": ", ".join(authors),
            "domain": item.get("domain_name"),
            "published": item.get("published_at"),
            "fetched": item.get("created_at"),
            "language": item.get("language"),
        },
        read=item.get("is_archived") in (1, True, "1"),
        starred=item.get("is_starred") in (1, True, "1"),
        tags=tags_of(_in(tag, "label") or _in(tag, "name") or tag for tag in _list(item.get("tags"))),
    )


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _in(value: object, name: str) -> Any:
    return value.get(name) if isinstance(value, dict) else None
