"""Features of the blocks of a page: which one holds the text, and where each line stands towards it.

Computed from how much running text every block holds: the innermost blocks with half of it and with most of it, and
the branches under them. Not here: what else the tags say (`html_features`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from reader.cleaning.classifier.arrays import FeatureRows, Integers, Matrix
from reader.cleaning.input.html_lines import HtmlLine, TreePosition

_SHARES = (0.5, 0.85)
_DEEPEST = 60
"""No page that people read nests deeper; of deeper ones only so many blocks from the outermost are looked at."""
_OF_A_SHARE = ("out_of_main", "under_main", "branch_share", "branch_lines", "branch_linked", "branch_words")

NAMES = tuple(f"{name}_{round(100 * share)}" for share in _SHARES for name in _OF_A_SHARE)
"""The features, in the order of the columns that the models were trained on."""

_Blocks = tuple[int, ...]
"""The numbers of the blocks around a line, outermost first."""


def blocks_around(position: TreePosition, known: dict[TreePosition, _Blocks]) -> _Blocks:
    """The numbers of the blocks around a text, outermost first; `known` remembers them for the page."""
    climbed = []
    step: TreePosition | None = position
    while step is not None and step not in known:
        climbed.append(step)
        step = step.outer
    blocks = known[step] if step is not None else ()
    for inner in reversed(climbed):
        if len(blocks) < _DEEPEST and (not blocks or blocks[-1] != inner.parents[0]):
            blocks = (*blocks, inner.parents[0])
        known[inner] = blocks
    return blocks


def fill(page: Sequence[HtmlLine], weight: Matrix, words: Matrix, linked: Matrix, rows: FeatureRows) -> Integers:
    """Fill the rows of `NAMES`. The number of the branch that each line belongs to.

    `weight`: the words of running text in each line; `words`: all of them; `linked`: the share of its characters in
    links.
    """
    known: dict[TreePosition, _Blocks] = {}
    around = [blocks_around(line.position, known) for line in page]
    text_of: dict[int, float] = {}
    for blocks, mass in zip(around, weight.tolist(), strict=True):
        if mass:
            for number in blocks:
                text_of[number] = text_of.get(number, 0.0) + mass
    total = float(weight.sum())
    with_text = {blocks for blocks, mass in zip(around, weight.tolist(), strict=True) if mass}
    branches = []
    for share in _SHARES:
        main = _main(with_text, text_of, share * total)
        branch, shares = _fill_distances(around, main, text_of, total or 1.0, rows, f"_{round(100 * share)}")
        _fill_branches(branch, shares, words, linked, rows, f"_{round(100 * share)}")
        branches.append(branch)
    return branches[0]


def _main(with_text: Iterable[_Blocks], text_of: Mapping[int, float], needed: float) -> _Blocks:
    """The blocks down to the innermost one that holds so much text; `with_text`: the blocks around each piece of it."""
    best: _Blocks = ()
    for blocks in with_text:
        depth = len(best)
        if blocks[:depth] == best:
            while depth < len(blocks) and text_of[blocks[depth]] >= needed:
                depth += 1
            best = blocks[:depth]
    return best


def _fill_distances(
    around: Sequence[_Blocks], main: _Blocks, text_of: Mapping[int, float], total: float, rows: FeatureRows, of: str
) -> tuple[Integers, Sequence[float]]:
    """How far each line stands out of the main block or under it. The branch of each line there, and the share of the
    text that it holds.
    """
    told: dict[_Blocks, tuple[int, int, int, float]] = {}  # neighbours stand in the same blocks
    for blocks in around:
        if blocks not in told:
            shared = len(main) if blocks[: len(main)] == main else 0
            while shared < len(main) and shared < len(blocks) and blocks[shared] == main[shared]:
                shared += 1
            number = blocks[shared] if shared < len(blocks) else -1
            told[blocks] = len(main) - shared, len(blocks) - shared, number, text_of.get(number, 0.0) / total
    out, under, numbers, shares = zip(*map(told.__getitem__, around), strict=True)
    rows[f"out_of_main{of}"] = out
    rows[f"under_main{of}"] = under
    labels: dict[int, int] = {}
    branch = np.array([labels.setdefault(number, len(labels)) for number in numbers], dtype=np.intp)
    return branch, shares


def _fill_branches(
    branch: Integers, shares: Sequence[float], words: Matrix, linked: Matrix, rows: FeatureRows, of: str
) -> None:
    """What each line's branch is like."""
    words_there = np.bincount(branch, weights=words)
    linked_there = np.bincount(branch, weights=words * linked) / np.maximum(words_there, 1)
    rows[f"branch_share{of}"] = shares
    rows[f"branch_lines{of}"] = np.log1p(np.bincount(branch))[branch]
    rows[f"branch_linked{of}"] = linked_there[branch]
    rows[f"branch_words{of}"] = np.log1p(words_there)[branch]
