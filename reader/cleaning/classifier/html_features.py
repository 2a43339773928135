"""Features of pages: what the tags say about each line, beside the features that it shares with texts.

Not here: the walk over the tree (`input.html_lines`), classes and ids (`class_names`), blocks (`block_features`).
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from itertools import pairwise

import numpy as np

from reader.cleaning.classifier import block_features, class_names, context_features, stacking
from reader.cleaning.classifier.arrays import FeatureRows, Integers, Matrix, Numbers, index_of
from reader.cleaning.input.html_lines import HtmlLine, TreePosition
from reader.cleaning.input.text_lines import LOOKED_AT, Line, match_key
from reader.cleaning.metadata.tags import PageTags

_SHORTEST_BODY = 300
_GRAM = 4
_WORDS = re.compile(r"\w+")
_TAGS = ("p", "h1", "h2", "h3", "li", "td", "figcaption", "pre")
_INSIDE = ("footer", "figure", "article", "main", "li", "table", "a", "p")
_OWN = ("linked", "bold", "slanted", *(f"tag_{t}" for t in _TAGS), *(f"in_{t}" for t in _INSIDE), "depth")
_CLASSES = (*(f"near_{g}" for g in class_names.NEAR), *(f"over_{g}" for g in class_names.OVER))
_TOLD = ("in_body", "body_of_page", "in_description")
_CONTEXT = (
    "parent_share", "grandparent_share", "third_share", "names_share", "parent_lines", "parent_words",
    "parent_linked", "other_kept", "other_partly", "other_before", "other_after", "other_share", "linked_before",
    "linked_after", "same_parent_before", "same_parent_after", "same_names_before", "same_names_after",
    "depth_from_main", "near_linked5", "after_h1", "tag_share", "look_share", "bold_before", "bold_after",
)  # fmt: skip
_ADDED = (*_OWN, *_CLASSES, *_TOLD, *_CONTEXT, *block_features.NAMES)
NAMES = (*context_features.NAMES, *_ADDED)
"""The features of the first stage, in the order of the columns that the model was trained on."""
_INDEX = index_of(NAMES)
_NEAR_ROWS, _OVER_ROWS = (
    slice(_INDEX[names[0]], _INDEX[names[-1]] + 1)
    for names in (_CLASSES[: len(class_names.NEAR)], _CLASSES[len(class_names.NEAR) :])
)
_NEAR_BITS, _OVER_BITS = class_names.bits_of(class_names.NEAR), class_names.bits_of(class_names.OVER)

_GROUPS = ("parent", "grandparent", "branch", "look")
_OF_GROUPS = tuple(f"{what}_{group}" for group in _GROUPS for what in ("mean", "mass"))
SECOND_STAGE = (*stacking.NAMES, *_OF_GROUPS)
"""The features of the second stage, likewise."""
_SECOND_INDEX = index_of(SECOND_STAGE)


def matrix(
    lines: Sequence[Line], written: Sequence[HtmlLine], reference: Sequence[str], tags: PageTags
) -> tuple[Matrix, list[Integers]]:
    """One row per line, one column per name of `NAMES`; and for `second_stage` four ways to group the lines.

    `lines` must not be empty and are made of `written`; `reference`: the lines that another extractor keeps (empty:
    nothing known); `tags`: what the page says about itself.
    """
    found, weight = context_features.matrix(lines, room=len(_ADDED))
    rows = FeatureRows(_INDEX, found.T)
    page = [written[line.number - 1] for line in lines]
    keys = [match_key(line.text) for line in lines]
    _fill_own(page, rows)
    _fill_classes(page, found.T)
    weight = weight * (rows["linked"] < 0.5)
    words = np.expm1(rows["words"])
    _fill_told(lines, keys, tags, words, rows)
    _fill_reference(keys, reference, words, rows)
    branch = block_features.fill(page, weight, words, rows["linked"], rows)
    parent, grandparent = (_numbered([line.position.parents[k] for line in page]) for k in (1, 2))
    _fill_groups(page, parent, grandparent, weight, words, rows)
    _fill_neighbours(page, parent, rows)
    _fill_depth(weight, rows)
    return found, [parent, grandparent, branch, _looks(page)]


def _fill_own(page: Sequence[HtmlLine], rows: FeatureRows) -> None:
    """The features of `_OWN`: of each line alone."""
    lengths = [len(line.text) for line in page]
    for name in ("linked", "bold", "slanted"):
        rows[name] = [getattr(line, name) / length for line, length in zip(page, lengths, strict=True)]
    tags = [line.position.tag for line in page]
    inside = [line.position.inside for line in page]
    for tag in _TAGS:
        if tag in tags:
            rows[f"tag_{tag}"] = [tag == own for own in tags]
    present = frozenset().union(*inside)
    for tag in _INSIDE:
        if tag in present:
            rows[f"in_{tag}"] = [tag in around for around in inside]
    rows["depth"] = np.log1p([line.position.depth for line in page])


def _fill_classes(page: Sequence[HtmlLine], transposed: Matrix) -> None:
    """The features of `_CLASSES`: which groups of names stand near the text, and which anywhere around it."""
    known: dict[TreePosition, int] = {}
    near = np.array([class_names.groups_in(line.position.names) if line.position.names else 0 for line in page])
    over = np.array([class_names.groups_around(line.position, known) for line in page])
    transposed[_NEAR_ROWS] = (near >> _NEAR_BITS) & 1
    transposed[_OVER_ROWS] = (over >> _OVER_BITS) & 1


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


def _fill_told(
    lines: Sequence[Line], keys: Sequence[str], tags: PageTags, words: Matrix, rows: FeatureRows
) -> None:  # fmt: skip
    """The features of `_TOLD`: whether the lines stand in the text and in the description that the page's tags give;
    -1 where they give none.
    """
    described = "\n".join(match_key(text) for text in tags.descriptions)
    rows["in_description"] = [
        float(len(key) > 20 and (key[:60] in described or key in described)) if described else -1.0 for key in keys
    ]
    if len(tags.body) < _SHORTEST_BODY:
        rows["in_body"], rows["body_of_page"] = -1, -1
        return
    inside = np.array(_shares_in(tags.body, [line.text for line in lines]), dtype=np.float32)
    shared = float((inside * words * (words >= _GRAM)).sum())
    rows["in_body"] = inside
    rows["body_of_page"] = min(1.0, shared / max(1, len(_WORDS.findall(tags.body))))


def _fill_reference(keys: Sequence[str], reference: Sequence[str], words: Matrix, rows: FeatureRows) -> None:
    """What the other extractor kept: 1 for whole lines, 0.5 for parts of its lines, 0 for the rest."""
    whole = {match_key(text) for text in reference}
    joined = "\n".join(whole)
    found = [1.0 if key in whole else 0.5 if len(key) > 20 and key in joined else 0.0 for key in keys]
    kept = np.array(found, dtype=np.float32)
    wholly = (kept >= 1).astype(np.float32)
    rows["other_kept"] = wholly
    rows["other_partly"] = kept
    _fill_beside("other", kept, rows)
    rows["other_share"] = float((wholly * words).sum() / max(1.0, float(words.sum())))


def _fill_beside(name: str, values: Matrix, rows: FeatureRows) -> None:
    """The values of the lines before and after; -1 beyond the page."""
    before, after = rows[f"{name}_before"], rows[f"{name}_after"]
    before[0], after[-1] = -1, -1
    before[1:], after[:-1] = values[:-1], values[1:]


def _numbered(values: Sequence[Hashable]) -> Integers:
    """A number for each value, the same for equal ones, from 0 on in the order in which they come."""
    numbers: dict[Hashable, int] = {}
    return np.array([numbers.setdefault(value, len(numbers)) for value in values], dtype=np.intp)


def _looks(page: Sequence[HtmlLine]) -> Integers:
    """Groups of lines that look alike: one element with the same names, in blocks with the same names."""
    positions = [line.position for line in page]
    return _numbered([(p.tag, p.names, p.outer.names if p.outer else "") for p in positions])


def _fill_groups(
    page: Sequence[HtmlLine], parent: Integers, grandparent: Integers, weight: Matrix, words: Matrix, rows: FeatureRows
) -> None:
    """How much of the running text stands in each line's group, and what its parent block is like.

    `parent` is the block around the line's own element, `grandparent` the one around that.
    """
    total = float(weight.sum()) or 1.0
    groups = {
        "parent": parent,
        "grandparent": grandparent,
        "third": _numbered([line.position.parents[2] or line.position.parents[1] for line in page]),
        "names": _numbered([line.position.names for line in page]),
        "tag": _numbered([line.position.tag for line in page]),
        "look": _numbered([(line.position.tag, line.position.names) for line in page]),
    }
    for name, group in groups.items():
        rows[f"{name}_share"] = (np.bincount(group, weights=weight) / total)[group]
    words_there = np.bincount(parent, weights=words)[parent]
    linked_there = np.bincount(parent, weights=words * rows["linked"])[parent]
    rows["parent_lines"] = np.log1p(np.bincount(parent)[parent])
    rows["parent_words"] = np.log1p(words_there)
    rows["parent_linked"] = linked_there / np.maximum(words_there, 1)


def _fill_neighbours(page: Sequence[HtmlLine], parent: Integers, rows: FeatureRows) -> None:
    """How each line resembles the lines before and after it."""
    _fill_beside("linked", rows["linked"], rows)
    _fill_beside("bold", rows["bold"], rows)
    alike: dict[str, Numbers] = {
        "parent": parent[1:] == parent[:-1],
        "names": np.array([one.position.names == two.position.names for one, two in pairwise(page)]),
    }
    for name, same in alike.items():
        rows[f"same_{name}_before"][1:] = same
        rows[f"same_{name}_after"][:-1] = same
    count = len(page)
    index = np.arange(count)
    linked_sum = np.concatenate([[0], np.cumsum(rows["linked"])])
    rows["near_linked5"] = linked_sum[np.minimum(index + 6, count)] - linked_sum[np.maximum(index - 5, 0)]
    h1 = np.maximum.accumulate(np.where(rows["tag_h1"] > 0, index, -1))
    rows["after_h1"] = np.where(h1 >= 0, np.log1p(index - h1), -1)


def _fill_depth(weight: Matrix, rows: FeatureRows) -> None:
    """How much deeper than the running text each line stands."""
    depth = rows["depth"]
    rows["depth_from_main"] = depth - (np.average(depth, weights=weight) if weight.any() else 0)


def second_stage(first_rows: Matrix, probability: Matrix, groups: Sequence[Integers]) -> Matrix:
    """The matrix of `SECOND_STAGE`: what `stacking` gives, and the probabilities of the lines of each group."""
    found = stacking.matrix(first_rows, probability, room=len(_OF_GROUPS))
    rows = FeatureRows(_SECOND_INDEX, found.T)
    words = stacking.word_mass(first_rows)
    mass = words * probability
    total = float(mass.sum()) or 1.0
    for name, group in zip(_GROUPS, groups, strict=True):
        there = np.bincount(group, weights=mass)
        rows[f"mean_{name}"] = (there / np.bincount(group, weights=words))[group]
        rows[f"mass_{name}"] = (there / total)[group]
    return found
