"""A feed's answer read, and what can be told of its items without the library.

Here: functions that any process can run, and what they give; of a feed that is new, also its items ready to be stored.
Not here: reading feeds (`reader.sources`), which item is which article (`matching`).
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from reader.errors import SourceError, unexpected
from reader.ingest import work
from reader.ingest.making import Readable
from reader.sources import feeds
from reader.sources.feeds import Feed, Item
from reader.sources.web.addresses import identity_of

LARGE = 50_000
"""Bytes of an answer that other processes may read: what is smaller is read sooner than sent."""


class Follower(NamedTuple):
    """A subscription of which nothing has come yet."""

    address: str
    name: str | None
    whole: bool
    """Whether items that only tease are completed."""


class Answer(NamedTuple):
    """What a server said."""

    data: bytes
    address: str
    now: datetime
    charset: str | None
    follower: Follower | None = None
    """For whom its items are made ready to be stored; None: most are known, and it would be in vain."""


class Judged(NamedTuple):
    """A feed as it was read."""

    feed: Feed | None
    """None: it could not be read."""
    digests: tuple[bytes, ...] = ()
    """Of each of its items."""
    teasing: tuple[bool, ...] = ()
    """Whether each of them only teases."""
    ready: tuple[Readable | None, ...] = ()
    """Each of them as it is stored if it is a new article of the identity that is likely; None where it takes more."""
    trouble: str = ""
    """Why it could not be read."""


def read(answer: Answer) -> Judged:
    """The feed in an answer, judged. Never raises."""
    try:
        feed = feeds.parse(answer.data, address=answer.address, now=answer.now, charset=answer.charset)
        found = judged(feed)
        return found._replace(ready=_ready(found, answer.follower, answer.now)) if answer.follower else found
    except SourceError as error:
        return Judged(None, trouble=str(error))
    except Exception as error:
        # Any exception: one feed can set off what nobody thought of, and the others are to be read.
        return Judged(None, trouble=f"could not be read ({unexpected(error)})")


def judged(feed: Feed) -> Judged:
    """What can be told of the items of a feed."""
    told = [feeds.judge(item) for item in feed.items]
    return Judged(feed, tuple(digest for digest, _ in told), tuple(teases for _, teases in told))


def _ready(found: Judged, follower: Follower, now: datetime) -> tuple[Readable | None, ...]:
    items = found.feed.items if found.feed else ()
    outlet = follower.name or (found.feed.title if found.feed else None)
    return tuple(
        None if teases and follower.whole else _as_it_came(item, follower, outlet, now)
        for item, teases in zip(items, found.teasing, strict=True)
    )


def _as_it_came(item: Item, follower: Follower, outlet: str | None, now: datetime) -> Readable | None:
    document = feeds.document_of(
        item,
        identity=identity_of(item.url) if item.url else f"{follower.address}#{item.key}",
        source=item.url or follower.address,
        outlet=outlet,
        fetched=now,
    )
    arrived = work.as_it_came(document) if document.text else None
    return None if arrived is None or arrived.packed is None else Readable(document, arrived)
