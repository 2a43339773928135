"""Which block of a page holds the text, and where each line stands towards it.

Here: how much running text every block holds, the blocks that hold half of it and most of it, the branches under them.
Not here: what else the tags say (`page_features`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from reader.cleaning.input.html_lines import HtmlLine, TreePosition

if TYPE_CHECKING:
    import numpy as np

    Matrix = np.ndarray[Any, Any]

_SHARES = (0.5, 0.85)
_DEEPEST = 60
"""No page that people read nests deeper; of those that do, only so many blocks from the outermost are looked at."""

COLUMNS = tuple(
    f"{name}_{round(100 * share)}"
    for share in _SHARES
    for name in ("out_of_main", "under_main", "branch_share", "branch_lines", "branch_linked", "branch_words")
)


def chain_of(position: TreePosition, known: dict[TreePosition, tuple[int, ...]]) -> tuple[int, ...]:
    """The numbers of the blocks around a text, outermost first; `known` remembers them for the page."""
    climbed = []
    step: TreePosition | None = position
    while step is not None and step not in known:
        climbed.append(step)
        step = step.outer
    chain = known[step] if step is not None else ()
    for inner in reversed(climbed):
        if len(chain) < _DEEPEST and (not chain or chain[-1] != inner.parents[0]):
            chain = (*chain, inner.parents[0])
        known[inner] = chain
    return chain


def matrix(page: Sequence[HtmlLine], weight: Matrix, words: Matrix, linked: Matrix, np: Any) -> tuple[Matrix, Matrix]:
    """The columns of `COLUMNS`, and the number of the branch that each line belongs to.

    `weight`: the words of running text in each line; `words`: all of them; `linked`: the share in links.
    """
    known: dict[TreePosition, tuple[int, ...]] = {}
    chains = [chain_of(line.position, known) for line in page]
    holds: dict[int, float] = {}
    for chain, mass in zip(chains, weight.tolist(), strict=True):
        if mass:
            for number in chain:
                holds[number] = holds.get(number, 0.0) + mass
    total = float(weight.sum())
    texts = {chain for chain, mass in zip(chains, weight.tolist(), strict=True) if mass}
    pieces, branches = [], []
    for share in _SHARES:
        main = _main(texts, holds, share * total)
        found, branch = _towards(chains, main, holds, total or 1.0, words, linked, np)
        pieces.append(found)
        branches.append(branch)
    return np.hstack(pieces), branches[0]


def _main(texts: Iterable[tuple[int, ...]], holds: dict[int, float], needed: float) -> tuple[int, ...]:
    """The blocks down to the innermost one that holds so much text; `texts`: the blocks around each piece of it."""
    best: tuple[int, ...] = ()
    for chain in texts:
        depth = len(best)
        if chain[:depth] == best:
            while depth < len(chain) and holds[chain[depth]] >= needed:
                depth += 1
            best = chain[:depth]
    return best


def _towards(
    chains: Sequence[tuple[int, ...]], main: tuple[int, ...], holds: dict[int, float], total: float, words: Matrix,
    linked: Matrix, np: Any,
) -> tuple[Matrix, Matrix]:  # fmt: skip
    """How far each line stands out of the main block or under it, and what its branch there is like."""
    out, under, numbers = [], [], []
    for chain in chains:
        shared = len(main) if chain[: len(main)] == main else 0
        while shared < len(main) and shared < len(chain) and chain[shared] == main[shared]:
            shared += 1
        out.append(len(main) - shared)
        under.append(len(chain) - shared)
        numbers.append(chain[shared] if shared < len(chain) else -1)
    labels: dict[int, int] = {}
    branch = np.array([labels.setdefault(number, len(labels)) for number in numbers], dtype=np.intp)
    mass = np.array([holds.get(number, 0.0) / total for number in numbers])
    lines_there = np.bincount(branch)
    words_there = np.bincount(branch, weights=words)
    linked_there = np.bincount(branch, weights=words * linked) / np.maximum(words_there, 1)
    found: Matrix = np.column_stack(
        [
            out, under, mass, np.log1p(lines_there)[branch], linked_there[branch], np.log1p(words_there)[branch],
        ]
    ).astype(np.float32)  # fmt: skip
    return found, branch
