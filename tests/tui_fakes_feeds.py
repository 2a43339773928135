"""Feeds in memory for the tests of the screens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
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

    def refresh_in_background(self, *, due: bool = False) -> Any:
        self.library._check()
        return self.library.job(["--refresh", "--due"] if due else ["--refresh"])

    def is_empty(self) -> bool:
        return not self.followed

    def rename(self, number: int, name: str | None) -> int:
        return self._change(number, name=name)

    def move(self, number: int, group: str) -> int:
        return self._change(number, group=group)

    def complete(self, number: int, whole: bool) -> int:
        return self._change(number, whole=whole)

    def remove(self, number: int, *, articles: bool = False) -> int:
        self.library._check()
        self.followed = [feed for feed in self.followed if feed.id != number]
        return 9 if articles else 0

    def _change(self, number: int, **what: Any) -> int:
        self.library._check()
        self.followed = [replace(feed, **what) if feed.id == number else feed for feed in self.followed]
        return 0
