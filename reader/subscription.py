"""The noun of what a person follows: a feed as it is subscribed to, and how it is doing.

Not here: what a feed says (`reader.sources.feeds`), when it is asked (ingest), where it is kept (library).
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
    """Items a week, over the last four weeks."""

    @property
    def shown(self) -> str:
        """What it is called: by the person, by itself, else by its address."""
        return self.name or self.title or self.address
