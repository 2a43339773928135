"""Right-to-left text in the order in which it is seen, for terminals that do not turn it round themselves.

Here: the algorithm of Unicode's annex 9 for one line, without embeddings. Not here: joining the letters of Arabic,
which is the font's business.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import groupby

Pieces = Sequence[tuple[str, str]]

RTL_LANGUAGES = frozenset({"ar", "dv", "fa", "he", "ps", "ur", "yi"})


@lru_cache(maxsize=1)
def _rtl() -> re.Pattern[str]:
    """Letters from right to left. Compiled when first needed."""
    return re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")


_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_NEUTRAL = frozenset({"ON", "WS", "S", "B", "BN", "ES", "ET", "CS", "LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI",
                      "FSI", "PDI"})  # fmt: skip


def has_rtl(text: str) -> bool:
    """Whether there is anything to be turned round."""
    return not text.isascii() and _rtl().search(text) is not None


def terminal_turns(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether the terminal says that it is one of those that turn right-to-left text round themselves."""
    vte = environ.get("VTE_VERSION", "")
    return (
        (vte.isdigit() and int(vte) >= 5800)
        or "KONSOLE_VERSION" in environ
        or environ.get("TERM_PROGRAM") == "Apple_Terminal"
        or environ.get("TERM", "").startswith("mlterm")
    )


def starts_rtl(text: str) -> bool:
    """Whether the first letter with a direction goes from right to left."""
    return next((kind != "L" for kind in map(unicodedata.bidirectional, text) if kind in ("L", "R", "AL")), False)


def flush(pieces: Pieces, text: str, room: int) -> Pieces:
    """A line of a text in its room of so many cells; `placed` puts one from right to left at the right of it."""
    return (("", f"flush:{room}"), *pieces, ("", "end")) if starts_rtl(text) else pieces


def turned(pieces: Pieces, *, rtl: bool) -> list[tuple[str, str]]:
    """The pieces of one line in the order in which they are seen. rtl: the line itself goes from right to left."""
    text = "".join(piece for piece, _ in pieces)
    inks = [ink for piece, ink in pieces for _ in piece]
    levels = _levels(text, int(rtl))
    order = _order(levels, _clusters(text))
    seen = [(text[i].translate(_MIRRORED) if levels[i] % 2 else text[i], inks[i]) for i in order]
    return [("".join(char for char, _ in run), ink) for ink, run in groupby(seen, key=lambda one: one[1])]


def _clusters(text: str) -> list[range]:
    """Letters with the marks that stand on them, which stay behind them."""
    starts = [i for i, char in enumerate(text) if i == 0 or not unicodedata.combining(char)]
    return [range(a, b) for a, b in zip(starts, [*starts[1:], len(text)], strict=False)]


def _order(levels: Sequence[int], clusters: list[range]) -> list[int]:
    highest = max(levels, default=0)
    lowest = min((level for level in levels if level % 2), default=highest + 1)
    for level in range(highest, lowest - 1, -1):
        turned_round: list[range] = []
        for inside, run in groupby(clusters, key=lambda one, level=level: levels[one.start] >= level):  # type: ignore[misc]
            found = list(run)
            turned_round += found[::-1] if inside else found
        clusters = turned_round
    return [index for cluster in clusters for index in cluster]


def _levels(text: str, base: int) -> list[int]:
    kinds = _resolved([unicodedata.bidirectional(char) or "L" for char in text], base)
    levels = [base + _rise(kind, base) for kind in kinds]
    for index in range(len(text) - 1, -1, -1):
        if not text[index].isspace():
            break
        levels[index] = base
    return levels


def _rise(kind: str, base: int) -> int:
    if base % 2:
        return 0 if kind == "R" else 1
    return {"L": 0, "R": 1}.get(kind, 2)


def _resolved(kinds: list[str], base: int) -> list[str]:
    """Weak and neutral characters as what is around them: L, R, EN or AN is left."""
    strong = before = "R" if base else "L"
    for index, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[index] = kind = before
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[index] = "AN"
        before = kinds[index]
    for index, kind in enumerate(kinds[1:-1], 1):
        left, right = kinds[index - 1], kinds[index + 1]
        if left == right and ((kind == "CS" and left in ("EN", "AN")) or (kind == "ES" and left == "EN")):
            kinds[index] = left
    _signs(kinds)
    _signs(kinds, backwards=True)
    strong = "R" if base else "L"
    for index, kind in enumerate(kinds):
        kinds[index] = kind = "R" if kind == "AL" else kind
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"
    _neutrals(kinds, "R" if base else "L")
    return kinds


def _signs(kinds: list[str], *, backwards: bool = False) -> None:
    """Signs of currency and per cent belong to the number that they stand at."""
    indices = range(len(kinds) - 2, -1, -1) if backwards else range(1, len(kinds))
    for index in indices:
        if kinds[index] == "ET" and kinds[index + 1 if backwards else index - 1] == "EN":
            kinds[index] = "EN"


def _neutrals(kinds: list[str], base: str) -> None:
    index = 0
    while index < len(kinds):
        if kinds[index] not in _NEUTRAL:
            index += 1
            continue
        end = index
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        sides = [kinds[index - 1] if index else base, kinds[end] if end < len(kinds) else base]
        left, right = ("L" if side == "L" else "R" for side in sides)
        kinds[index:end] = [left if left == right else base] * (end - index)
        index = end
