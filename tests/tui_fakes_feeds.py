"""Feeds in memory for the tests of the screens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reader.subscription import Subscription


class FakeFeeds:
    """What the screens use of `reader.desk.feeds.Feeds`."""

    def __init__(self, library: Any) -> None:
        self.library = library
        self.followed: Sequence[Subscription] = ()

    def all(self) -> list[Subscription]:
        return list(self.followed)

    def groups(self) -> list[str]:
        return sorted({feed.group for feed in self.followed if feed.group})

    def refresh_in_background(self) -> Any:
        self.library._check()
        return self.library.job(["--refresh"])
