"""The nouns of what a person follows: a feed as it is subscribed to, a server that follows feeds, how they are doing.

Not here: what they say (`reader.sources`), when they are asked (ingest), where they are kept (library).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """A feed that a person follows. Times are in UTC."""

    id: int
    address: str
    """Where it is asked for; changes when the feed moves for good."""
    title: str | None = None
    """What it calls itself."""
    name: str | None = None
    """What the person calls it."""
    home: str | None = None
    """The page of the site that it belongs to."""
    group: str = ""
    """The group that the person put it in; empty: none."""
    whole: bool = True
    """Whether items that only tease are completed from their pages."""
    private: bool = False
    """Whether it stands on this machine or its network, which the person named."""
    added: datetime | None = None
    etag: str | None = None
    """What its server said of the last answer, to be asked only for what is new; so `modified`."""
    modified: str | None = None
    tried: datetime | None = None
    """When it was last asked."""
    succeeded: datetime | None = None
    """When it last answered."""
    due: datetime | None = None
    """When it is worth asking again; None: now."""
    wait_until: datetime | None = None
    """Not to be asked before, as its server wants it."""
    minutes: int | None = None
    """How often it is worth asking, learned from what it says and how often something new comes."""
    failures: int = 0
    """How many times in a row it could not be read."""
    error: str | None = None
    """Why not, the last time."""
    ended: str | None = None
    """Why it is not asked any more."""
    articles: int = 0
    """How many of its items are known."""
    a_week: float = 0.0
    """Items a week, over the last four weeks; where the first is younger, since then, but a week at least."""
    server: int | None = None
    """The server that asks it and brings its items, in place of us."""

    @property
    def shown(self) -> str:
        """What it is called: by the person, by itself, else by its address."""
        return self.name or self.title or self.address


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A person's account on a server of their own, with which marks and feeds are kept the same. Times are in UTC."""

    id: int
    address: str
    user: str
    secret: str
    """Where the password is had from, see `reader.sources.sync.passwords`; never the password."""
    private: bool = False
    """Whether it stands on this machine or its network, which the person named."""
    days: int = 30
    """How many days old what is read there, and not starred, may be to come in."""
    added: datetime | None = None
    tried: datetime | None = None
    succeeded: datetime | None = None
    wait_until: datetime | None = None
    """Not to be asked before, as it wants it."""
    failures: int = 0
    """How many times in a row nothing came of it."""
    error: str | None = None
    """Why not, the last time."""
    articles: int = 0
    """How many of its items are known."""
    waiting: int = 0
    """Marks made here that it has not confirmed."""

    @property
    def shown(self) -> str:
        """What it is called: `ada at rss.example`."""
        return f"{self.user} at {self.address.partition('://')[2]}"
