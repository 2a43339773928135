"""How much the letters of a word are those of a person's name, in any script.

A sum of learned weights over the pieces of a word of two to four letters, which `benchmarks/train_names.py` writes to
letters.bin: good enough to tell `Piotr Jendroszczyk` from `Broadcast Programs` where a line may be either. Not here:
names in running text (`mentions`), whether a line is a byline (`reader.cleaning.metadata.byline_lines`).
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from zlib import crc32

PIECES = (2, 3, 4)
"""Letters of a piece."""
BUCKETS = 1 << 14
SCALE = 10
"""What a weight is multiplied by in the file."""
_BIAS, _SUREST = 0.22, 2.5
"""Log-odds of a word without letters; the greatest of one word, either way."""


@cache
def _weights() -> memoryview:
    return memoryview((Path(__file__).parent / "letters.bin").read_bytes()).cast("b")


def buckets_of(word: str) -> list[int]:
    """The weights that a word asks for."""
    spelled = f"^{word.lower()}$"
    return [
        crc32(spelled[at : at + size].encode("utf-8", "replace")) % BUCKETS
        for size in PIECES
        for at in range(len(spelled) - size + 1)
    ]


@lru_cache(maxsize=4096)
def likeness(words: str) -> float:
    """The log-odds that words are a person's names, as the mean of theirs; single letters say nothing."""
    weights = _weights()
    found = []
    for word in words.split():
        asked = buckets_of(word.strip(".,()'’"))
        if len(asked) > 3:
            odds = sum(weights[bucket] for bucket in asked) / (SCALE * len(asked) ** 0.5) + _BIAS
            found.append(max(-_SUREST, min(_SUREST, odds)))
    return sum(found) / len(found) if found else 0.0
