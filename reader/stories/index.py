"""What this room needs of a library, so that it does not have to know one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Protocol, TypeVar

_T = TypeVar("_T")


class ArticleIndex(Protocol):
    """Articles' features by id, an inverted index over their keys, and the stories so far. `library.Store` is one."""

    def frequencies(self, keys: Collection[str]) -> tuple[dict[str, int], int]:
        """How many articles have each of the keys (those that none has may be left out), and how many there are."""
        ...

    def candidates(self, keys: Sequence[str], *, limit: int, per_key: int) -> list[int]:
        """Ids of articles with any of the keys, those with most of them first; of each key the newest `per_key`."""
        ...

    def features(self, ids: Sequence[int]) -> dict[int, bytes]:
        """Packed features by id; ids without are left out."""
        ...

    def unpacked(self, ids: Sequence[int], unpack: Callable[[bytes], _T]) -> dict[int, _T]:
        """What `unpack` makes of them, by id, in the order of the ids; it may have been made before."""
        ...

    def stories_of(self, ids: Sequence[int]) -> dict[int, int]:
        """Article id -> story id, of those that are in a story."""
        ...

    def members(self, story: int) -> list[int]:
        """The ids of a story's articles, in time order where the index knows it."""
        ...
