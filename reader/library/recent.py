"""What an addition has read or written of keys, posts and features: it asks for the same ones again and again.

Here: what is remembered, and how much. Not here: reading and writing it (`relations.py`), when it holds no longer
(`file/connection.py`: only inside one transaction after the other, as long as nobody else has written).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

POSTS = 100
"""Articles remembered of each key, the newest ones."""
_MOST_KEYS = 200_000
_MOST_FEATURES = 20_000


@dataclass(slots=True)
class Recent:
    """Keys, posts and features by name and number."""

    keys: dict[str, list[int]] = field(default_factory=dict)
    """Of each name its number and how many articles have it; number 0: there is no such key."""
    posts: dict[int, list[int]] = field(default_factory=dict)
    """Of each key the newest articles, the newest first: all, or POSTS of them."""
    features: dict[int, bytes] = field(default_factory=dict)
    """What was packed, by article."""
    unpacked: dict[int, Any] = field(default_factory=dict)
    """And what whoever asked for it made of it."""

    def forget(self) -> None:
        """Forget all: somebody else has written, or what was written has been taken back."""
        self.keys.clear()
        self.posts.clear()
        self.features.clear()
        self.unpacked.clear()

    def trim(self) -> None:
        """Forget what takes too much room."""
        if len(self.keys) > _MOST_KEYS:
            self.keys.clear()
            self.posts.clear()
        if len(self.features) > _MOST_FEATURES:
            self.features.clear()
            self.unpacked.clear()

    def post(self, key: int, article: int) -> None:
        """Note that an article has been posted under a key."""
        posts = self.posts.get(key)
        if posts is None:
            return
        if not posts or article > posts[0]:
            posts.insert(0, article)
            del posts[POSTS:]
        else:
            del self.posts[key]
