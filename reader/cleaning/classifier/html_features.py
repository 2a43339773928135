"""What the tags say about the lines of a page, in numbers, for `judge`.

Here: the columns that a page has beside those of its text (`features`). Not here: the walk over the tree (`page`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reader.cleaning.classifier import block_features, class_names, line_features
from reader.cleaning.input.html_lines import HtmlLine, TreePosition
from reader.cleaning.input.text_lines import LOOKED_AT, Line, match_key
from reader.cleaning.metadata.tags import PageTags

if TYPE_CHECKING:
    import numpy as np

    Matrix = np.ndarray[Any, Any]

_SHORTEST_BODY = 300
_GRAM = 4
_WORDS = re.compile(r"\w+")
_TAGS = ("p", "h1", "h2", "h3", "h4", "li", "div", "td", "blockquote", "br", "section", "article", "figcaption", "pre")
_INSIDE = (
    "nav",
    "aside",
    "footer",
    "header",
    "figure",
    "form",
    "button",
    "article",
    "main",
    "li",
    "table",
    "blockquote",
    "a",
    "time",
    "label",
    "p",
)
OWN = (
    "linked", "bold", "slanted", *(f"tag_{t}" for t in _TAGS), *(f"in_{t}" for t in _INSIDE), "depth",
)  # fmt: skip
NAMED = (*(f"near_{g}" for g in class_names.GROUPS), *(f"over_{g}" for g in class_names.GROUPS))
TOLD = ("in_body", "body_of_page", "page_of_body", "in_description")
CONTEXT = (
    "parent_share", "grandparent_share", "third_share", "names_share", "parent_lines", "parent_words",
    "parent_linked", "other_kept",
    "other_partly", "other_before", "other_after", "other_share", "linked_before", "linked_after", "same_parent_before",
    "same_parent_after", "same_tag_before", "same_tag_after", "same_names_before", "same_names_after",
    "depth_from_main",
    "near_linked5", "after_h1", "tag_share", "look_share", "bold_before", "bold_after",
)  # fmt: skip
NAMES = (*line_features.NAMES, *OWN, *NAMED, *TOLD, *CONTEXT, *block_features.COLUMNS)
"""The columns of the matrix."""


def own(line: HtmlLine) -> tuple[float, ...]:
    """The numbers of `OWN` for one line."""
    position, length = line.position, len(line.text)
    return (
        line.linked / length,
        line.bold / length,
        line.slanted / length,
        *[position.tag == tag for tag in _TAGS],
        *[tag in position.inside for tag in _INSIDE],
        math.log1p(position.depth),
    )


def _named(page: Sequence[HtmlLine], np: Any) -> Matrix:
    """The columns of `NAMED`: which groups of names stand near the text, and which anywhere around it."""
    known: dict[TreePosition, int] = {}
    near = [class_names.groups_in(line.position.names) if line.position.names else 0 for line in page]
    over = [class_names.groups_around(line.position, known) for line in page]
    bits = np.arange(len(class_names.GROUPS))
    columns: Matrix = np.hstack([(np.array(masks)[:, None] >> bits) & 1 for masks in (near, over)]).astype(np.float32)
    return columns


def _shares_in(body: str, texts: Sequence[str]) -> list[float]:
    """How much of each text stands in `body`, by runs of four words (of all words, where a text has fewer)."""
    told = _WORDS.findall(body.lower())
    runs = {length: set(zip(*(told[k:] for k in range(length)), strict=False)) for length in range(1, _GRAM + 1)}
    shares = []
    for text in texts:
        words = _WORDS.findall(text[:LOOKED_AT].lower())
        length = min(_GRAM, len(words))
        own = list(zip(*(words[k:] for k in range(length)), strict=False))
        shares.append(sum(map(runs[length].__contains__, own)) / len(own) if own else 0.0)
    return shares


def _told(lines: Sequence[Line], spelled: Sequence[str], tags: PageTags, words: Any, np: Any) -> Matrix:
    """The columns of `TOLD`: whether the lines stand in the text and in the description that the page's tags give;
    `spelled`: the keys of the lines.
    """
    described = "\n".join(match_key(text) for text in tags.descriptions)
    described_columns = [
        float(len(text) > 20 and (text[:60] in described or text in described)) if described else -1.0
        for text in spelled
    ]
    found = np.full((len(lines), len(TOLD)), -1, dtype=np.float32)
    if len(tags.body) >= _SHORTEST_BODY:
        inside = np.array(_shares_in(tags.body, [line.text for line in lines]), dtype=np.float32)
        shared = float((inside * words * (words >= _GRAM)).sum())
        found[:, 0] = inside
        found[:, 1] = min(1.0, shared / max(1, len(_WORDS.findall(tags.body))))
        found[:, 2] = shared / max(1.0, float(words.sum()))
    found[:, 3] = described_columns
    return found  # type: ignore[no-any-return]


def matrix(
    lines: Sequence[Line], written: Sequence[HtmlLine], other: Sequence[str], tags: PageTags
) -> tuple[Matrix, list[Matrix]]:
    """One row a line, one column a name of `NAMES`, and for `second` the ways in which the lines belong together.

    `other`: what another extractor kept, in lines (empty: nothing known); `tags`: what the page's tags say.
    """
    import numpy as np  # slow to load; nothing before the first cleaning needs it

    base, weight = line_features.matrix(lines)
    page = [written[line.number - 1] for line in lines]
    mine = np.array([own(line) for line in page], dtype=np.float32)
    spelled = [match_key(line.text) for line in lines]
    kept = _kept_by_other(spelled, other, np)
    weight = weight * (mine[:, 0] < 0.5)
    words = np.expm1(base[:, 0])
    blocks, branch = block_features.matrix(page, weight, words, mine[:, 0], np)
    around = _context(base, weight, mine, page, kept, np)
    rows: Matrix = np.hstack([base, mine, _named(page, np), _told(lines, spelled, tags, words, np), around, blocks])
    return rows, [
        *(_numbered([line.position.parents[k] for line in page], np) for k in (1, 2)),
        branch,
        _looks(page, np),
    ]


def _looks(page: Sequence[HtmlLine], np: Any) -> Matrix:
    """Lines of one element with the same names, in blocks with the same names, look alike."""
    outer = [line.position.outer for line in page]
    looks = [
        (line.position.tag, line.position.names, o.names if o else "") for line, o in zip(page, outer, strict=True)
    ]
    return _numbered(looks, np)


SECOND = (
    *line_features.SECOND,
    *(f"{what}_{group}" for group in ("parent", "grandparent", "branch", "look") for what in ("mean", "mass")),
)
"""The columns that the second judgement of a page sees."""


def second(rows: Matrix, probability: Matrix, groups: Sequence[Matrix]) -> Matrix:
    """The matrix of `SECOND`: what `features.second` gives, and the probabilities of the lines that belong together."""
    import numpy as np  # loaded by now

    words = np.minimum(np.expm1(rows[:, 0]), 120) + 1
    mass = words * probability
    total = float(mass.sum()) or 1.0
    columns = []
    for group in groups:
        there = np.bincount(group, weights=mass)
        columns += [(there / np.bincount(group, weights=words))[group], (there / total)[group]]
    whole: Matrix = np.hstack([line_features.second(rows, probability), np.column_stack(columns).astype(np.float32)])
    return whole


def _kept_by_other(spelled: Sequence[str], other: Sequence[str], np: Any) -> Matrix:
    """1 for lines that the other extractor kept as they are, 0.5 for parts of its lines, 0 for the rest; `spelled`: the
    keys of the lines.
    """
    whole = {match_key(text) for text in other}
    joined = "\n".join(whole)
    found = [1.0 if text in whole else 0.5 if len(text) > 20 and text in joined else 0.0 for text in spelled]
    return np.array(found, dtype=np.float32)  # type: ignore[no-any-return]


def _numbered(values: Sequence[Any], np: Any) -> Matrix:
    numbers: dict[Any, int] = {}
    return np.array([numbers.setdefault(value, len(numbers)) for value in values], dtype=np.intp)  # type: ignore[no-any-return]


def _context(base: Any, weight: Any, mine: Any, page: Sequence[HtmlLine], kept: Any, np: Any) -> Matrix:
    """The numbers of `CONTEXT` for all lines."""
    count = len(page)
    total = float(weight.sum()) or 1.0
    words = np.expm1(base[:, 0])
    levels = [_numbered([line.position.parents[k] for line in page], np) for k in range(3)]
    names = _numbered([line.position.names for line in page], np)
    tags = _numbered([line.position.tag for line in page], np)
    # a block's share counts what stands right in it; a grandparent gathers its blocks
    outer = _numbered([line.position.parents[2] or line.position.parents[1] for line in page], np)
    shares = [(np.bincount(level, weights=weight) / total)[level] for level in (levels[1], levels[2], outer, names)]
    parent = levels[1]
    lines_there = np.bincount(parent)[parent]
    words_there = np.bincount(parent, weights=words)[parent]
    linked_there = np.bincount(parent, weights=words * mine[:, 0])[parent] / np.maximum(words_there, 1)
    whole = (kept >= 1).astype(np.float32)

    def before(values: Any, beyond: float) -> Any:
        return np.concatenate([[beyond], values[:-1]])

    def after(values: Any, beyond: float) -> Any:
        return np.concatenate([values[1:], [beyond]])

    depth = mine[:, -1]
    looks = _numbered([(line.position.tag, line.position.names) for line in page], np)
    main_depth = np.average(depth, weights=weight) if weight.any() else 0
    linked_sum = np.concatenate([[0], np.cumsum(mine[:, 0])])
    index = np.arange(count)
    h1 = np.maximum.accumulate(np.where(mine[:, OWN.index("tag_h1")] > 0, index, -1))
    columns: Matrix = np.column_stack(
        [
            *shares, np.log1p(lines_there), np.log1p(words_there), linked_there, whole, kept,
            before(kept, -1), after(kept, -1),
            np.full(count, float((whole * words).sum() / max(1.0, float(words.sum())))),
            before(mine[:, 0], -1), after(mine[:, 0], -1),
            before(parent, -1) == parent, after(parent, -1) == parent, before(tags, -1) == tags,
            after(tags, -1) == tags,
            before(names, -1) == names, after(names, -1) == names, depth - main_depth,
            linked_sum[np.minimum(index + 6, count)] - linked_sum[np.maximum(index - 5, 0)],
            np.where(h1 >= 0, np.log1p(index - h1), -1), (np.bincount(tags, weights=weight) / total)[tags],
            (np.bincount(looks, weights=weight) / total)[looks], before(mine[:, 1], -1), after(mine[:, 1], -1),
        ]
    ).astype(np.float32)  # fmt: skip
    return columns
