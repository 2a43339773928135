"""How well the places where two reports disagree are found: `python benchmarks/disagreements.py [held|shown]`.

disagreements.jsonl holds pairs of short invented reports in five languages with what they disagree on, marked by hand.
One half (`held`) was written before the rules were tuned; of its first thirty pairs it was looked at once since which
kinds and languages are missed, of the others (from 61 on) only the result. Prints precision, recall and, of the shown
half, what was missed or is wrong.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from reader.comparison import Disagreement
from reader.stories.facts import disagreements

PAIRS = Path(__file__).with_suffix(".jsonl")


def pairs(part: str | None = None) -> list[dict[str, Any]]:
    """The pairs of one half, or all."""
    rows = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if part in (None, row["part"])]


def score(rows: Iterable[dict[str, Any]], *, show: bool = False) -> tuple[float, float]:
    """Precision and recall over all disagreements of some pairs."""
    right = found = wanted = 0
    for row in rows:
        language, other = row["languages"]
        got = disagreements(row["a"], row["b"], language=language, other_language=other)
        left = [tuple(expected) for expected in row["disagree"]]
        wanted, found = wanted + len(left), found + len(got)
        for one in got:
            hit = next((expected for expected in left if _is(one, expected, row)), None)
            if hit:
                left.remove(hit)
                right += 1
            elif show:
                print("wrong ", row["id"], one.what, one.about, *_texts(one, row))
        if show:
            for expected in left:
                print("missed", row["id"], *expected)
    return right / max(1, found), right / max(1, wanted)


def _texts(one: Disagreement, row: dict[str, Any]) -> list[str]:
    changes = (("a", one.a.changes[0]), ("b", one.b.changes[0]))
    return [row[side][change.start : change.end] for side, change in changes]


def _is(one: Disagreement, expected: tuple[str, ...], row: dict[str, Any]) -> bool:
    return one.what == expected[0] and all(e in t for e, t in zip(expected[1:], _texts(one, row), strict=True))


if __name__ == "__main__":
    for part in sys.argv[1:] or ["shown", "held"]:
        precision, recall = score(pairs(part), show=part == "shown")
        print(f"{part}: {len(pairs(part))} pairs, precision {precision:.3f}, recall {recall:.3f}")
