"""A feed's answer read, and what can be told of its items without the library.

Here: functions that any process can run, and what they give. Not here: reading feeds (`reader.sources`), which item is
which article (`matching`).
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from reader.errors import SourceError, unexpected
from reader.sources import feeds
from reader.sources.feeds import Feed

LARGE = 50_000
"""Bytes of an answer that other processes may read: what is smaller is read sooner than sent."""


class Answer(NamedTuple):
    """What a server said."""

    data: bytes
    address: str
    now: datetime
    charset: str | None


class Judged(NamedTuple):
    """A feed as it was read."""

    feed: Feed | None
    """None: it could not be read."""
    digests: tuple[bytes, ...] = ()
    """Of each of its items."""
    teasing: tuple[bool, ...] = ()
    """Whether each of them only teases."""
    trouble: str = ""
    """Why it could not be read."""


def read(answer: Answer) -> Judged:
    """The feed in an answer, judged. Never raises."""
    try:
        feed = feeds.parse(answer.data, address=answer.address, now=answer.now, charset=answer.charset)
        return judged(feed)
    except SourceError as error:
        return Judged(None, trouble=str(error))
    except Exception as error:
        # Any exception: one feed can set off what nobody thought of, and the others are to be read.
        return Judged(None, trouble=f"could not be read ({unexpected(error)})")


def judged(feed: Feed) -> Judged:
    """What can be told of the items of a feed."""
    told = [feeds.judge(item) for item in feed.items]
    return Judged(feed, tuple(digest for digest, _ in told), tuple(teases for _, teases in told))
