"""JSON Feed (jsonfeed.org), versions 1 and 1.1.

Here: from its text to `Feed`. Not here: other files of records, which are read like any of a person's files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from reader.errors import SourceError
from reader.safety import plain_line
from reader.sources import records
from reader.sources.feeds.dates import feed_date
from reader.sources.feeds.items import MOST_ITEMS, Feed, Item
from reader.sources.web.addresses import normal

_VERSION = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org', re.IGNORECASE)


def is_feed(head: str) -> bool:
    """Whether the beginning of a JSON text says that it is a JSON Feed."""
    return bool(_VERSION.search(head))


def parse(text: str, *, address: str, now: datetime) -> Feed:
    """The feed in a JSON text. Raises SourceError when it is none."""
    value = records.parse(text)
    items = value.get("items") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(items, list) or "jsonfeed" not in str(value.get("version")):
        raise SourceError("not a feed: JSON of another kind")
    language = _text(value.get("language")) or None
    good = [item for item in items if isinstance(item, dict)]
    return Feed(
        title=_line(value.get("title")),
        home=_address(value.get("home_page_url"), address),
        items=tuple(_item(item, value, language, address, now) for item in good[:MOST_ITEMS]),
        left_out=max(0, len(good) - MOST_ITEMS),
    )


def _item(item: records.Fields, feed: records.Fields, language: str | None, address: str, now: datetime) -> Item:
    dates = (feed_date(_text(item.get(name)), now) for name in ("date_published", "date_modified"))
    number = item.get("id")
    return Item(
        guid=_line(str(number) if isinstance(number, (int, float)) else number),
        url=_address(item.get("url"), address) or _address(item.get("external_url"), address),
        headline=_line(item.get("title")),
        byline=", ".join(dict.fromkeys([*_authors(item)] or _authors(feed))) or None,
        published=next((when for when in dates if when is not None), None),
        language=_text(item.get("language")) or language,
        content=_text(item.get("content_html")) or _text(item.get("content_text")),
        summary=_text(item.get("summary")),
    )


def _authors(fields: records.Fields) -> Iterator[str]:
    authors = fields.get("authors")
    for one in [*(authors if isinstance(authors, list) else []), fields.get("author")]:
        if isinstance(one, dict) and (name := _line(one.get("name"))):
            yield name


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _line(value: object) -> str | None:
    return plain_line(_text(value)) or None


def _address(value: object, base: str) -> str | None:
    try:
        return normal(_text(value), base) if _text(value) else None
    except SourceError:
        return None
