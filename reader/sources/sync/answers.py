"""What a server's answers say: subscriptions, labels, items.

Here: from JSON to nouns; whatever is not as it should be is left out. Not here: asking (`server`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any
from unicodedata import east_asian_width

from reader.errors import SourceError
from reader.safety import plain_line, plain_name
from reader.sources.exports.entry import tags_of
from reader.sources.exports.streams import of_a_stream
from reader.sources.feeds import Item
from reader.sources.sync.ids import LONG, canonical
from reader.sources.web.addresses import is_address, normal

FEED = "feed/"
_WIDENED = str.maketrans("＆＜＞？＼／，；", "&<>?\\/,;")
"""What FreshRSS (escapeToUnicodeAlternative) writes in titles in place of signs that some programs stumble over."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A feed that the server follows."""

    stream: str
    """What the server calls it: `feed/` and a number or an address."""
    address: str
    title: str | None = None
    home: str | None = None
    group: str = ""
    """The first of its labels."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """An item and what was done with it on the server."""

    name: str
    """See `ids`."""
    item: Item
    read: bool
    starred: bool
    stream: str | None = None
    """The feed that it came with."""
    labels: tuple[str, ...] = ()
    """Of the item, groups of feeds among them."""
    origin: str | None = None
    """What the feed is called there."""


def subscriptions(value: object) -> list[Listed]:
    """The feeds in an answer of `subscription/list`. Raises SourceError when it is none."""
    if not isinstance(value, dict) or not isinstance(value.get("subscriptions"), list):
        raise SourceError("not an answer of the Google Reader API: no subscriptions in it")
    return list(_listed(value["subscriptions"]))


def _listed(found: list[Any]) -> Iterator[Listed]:
    for one in found:
        stream = one.get("id") if isinstance(one, dict) else None
        if not isinstance(stream, str) or not stream.startswith(FEED):
            continue
        # Google itself and The Old Reader have no `url`: there the address is what the feed is called by.
        address = _address(one.get("url")) or _address(stream[len(FEED) :])
        if address is not None:
            yield Listed(
                stream, address, _title(one.get("title")), _address(one.get("htmlUrl")), _group(one.get("categories"))
            )


def _group(categories: object) -> str:
    for one in categories if isinstance(categories, list) else []:
        name = label_of(one.get("id")) if isinstance(one, dict) else None
        if name:
            return name
    return ""


def label_of(stream: object) -> str | None:
    """The name in `user/-/label/NAME`; servers have the user's number in place of the dash."""
    if not isinstance(stream, str) or not stream.startswith("user/"):
        return None
    _, found, name = stream.partition("/label/")
    return plain_name(name) or None if found else None


def tags(value: object) -> set[str]:
    """The labels of articles, as opposed to folders of feeds, in an answer of `tag/list`, where the server says so."""
    found = value.get("tags") if isinstance(value, dict) else None
    labels = (label_of(one.get("id")) for one in found or [] if isinstance(one, dict) and one.get("type") == "tag")
    return {name for name in labels if name}


def names(value: object) -> tuple[list[str], str | None]:
    """The items in an answer of `stream/items/ids`, and how to ask for more of them. Raises SourceError."""
    if not isinstance(value, dict):
        raise SourceError("not an answer of the Google Reader API: no list of items")
    refs = value.get("itemRefs")  # left out by some where there are none
    found = [canonical(one.get("id")) for one in refs or [] if isinstance(one, dict)]
    more = value.get("continuation")
    return [name for name in found if name], str(more) if more else None


def items(value: object, now: datetime) -> list[Arrived]:
    """The items in an answer of `stream/items/contents`. Raises SourceError when it is none."""
    if not isinstance(value, dict) or not isinstance(value.get("items"), list):
        raise SourceError("not an answer of the Google Reader API: no items in it")
    return [one for item in value["items"] if isinstance(item, dict) and (one := _arrived(item, now)) is not None]


def _arrived(item: dict[str, Any], now: datetime) -> Arrived | None:
    name = canonical(item.get("id"))
    if name is None:
        return None
    entry = of_a_stream(item)
    said = entry.record
    text = said.get("html") or said.get("text")
    origin = item.get("origin")
    stream = origin.get("streamId") if isinstance(origin, dict) else None
    categories = item.get("categories")
    labels = map(label_of, categories if isinstance(categories, list) else [])
    return Arrived(
        name,
        Item(
            guid=LONG + name,
            url=_address(said.get("url")),
            headline=_title(said.get("title")),
            byline=_line(said.get("author")),
            published=_when(said.get("published"), now),
            content=text if isinstance(text, str) else "",
        ),
        entry.read,
        entry.starred,
        stream if isinstance(stream, str) else None,
        tags_of(labels),
        _title(said.get("outlet")),
    )


def _when(seconds: object, now: datetime) -> datetime | None:
    """A time in seconds since 1970. One that is still to come, or that no feed can mean, is none."""
    if not isinstance(seconds, (int, float)) or isinstance(seconds, bool) or not 0 < seconds < now.timestamp() + 86_400:
        return None
    return datetime.fromtimestamp(int(seconds), timezone.utc)


def _line(value: object) -> str | None:
    return plain_line(value) or None if isinstance(value, str) else None


def _title(value: object) -> str | None:
    """As `_line`, without FreshRSS's wide signs, which nobody writes but among wide letters."""
    line = _line(value)
    narrow = line and line.translate(_WIDENED)
    return line if narrow and any(east_asian_width(letter) in "WF" for letter in narrow) else narrow


def _address(value: object) -> str | None:
    try:
        return normal(value) if isinstance(value, str) and is_address(value) else None
    except SourceError:
        return None
