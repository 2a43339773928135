"""Countries and well-known cities as the world's press writes them, looked up in places.txt.

That file has one line a place: its key, then its names and the words for its people, in any language and order. Good
enough to see that two articles in different languages speak of one country; not a gazetteer. Not here: how names are
found in a text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from reader.scripts import ARABIC, HAN

_ACRONYM_ONLY = frozenset(("AS", "US", "UN", "EU", "UE", "WHO", "ABD", "OMS", "UK", "UAE", "PBB", "ONU", "ONZ"))
"""Names that are ordinary words unless written in capitals."""

_UNCASED = re.compile(f"[{ARABIC}{HAN}]")
"""Arabic and Han: no capitals, so these names are looked for as they stand in the running text."""


@cache
def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in (Path(__file__).parent / "places.txt").read_text(encoding="utf-8").splitlines():
        key, _, names = line.partition(": ")
        for name in names.split(", "):
            table[name if name in _ACRONYM_ONLY else _plain(name)] = key
    return table


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c)).replace("-", " ").replace("ł", "l")


@lru_cache(maxsize=50_000)
def place_key(name: str) -> str | None:
    """The one key of a place in any of its spellings: `Kyiv`, `Kijów`, `基辅` all give `kiev`; None if not known.

    Words for a place's people count as the place: `Ukrainian` gives `ukraine`.
    """
    table = _table()
    name = name.rstrip(".")
    return table.get(name) if name in _ACRONYM_ONLY else table.get(_plain(name))


@cache
def _keys() -> frozenset[str]:
    return frozenset(_table().values())


def is_place(key: str) -> bool:
    """Whether a key is that of a place of the table."""
    return key in _keys()


@cache
def uncased_places() -> re.Pattern[str]:
    """Matches the places of the table that are written in Han characters or Arabic letters, the longest first."""
    names = sorted((name for name in _table() if _UNCASED.match(name)), key=lambda name: (-len(name), name))
    return re.compile("|".join(map(re.escape, names)))
