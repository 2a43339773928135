"""Learns the weights of `reader/cleaning/classifier/model-kind.json`: which pages are no article.

    python benchmarks/train_page_kind.py FOLDER KINDS.jsonl.gz [--write]

FOLDER holds the pages of articles that `train_cleaning.py --pages` learns from, KINDS pages with `article` true or
false. Prints, on pages of hosts not learned from, how many lists and how many articles would be refused. What the
classifier says of lines that it was learned from is surer than elsewhere; the shipped weights were learned from
cross-validated probabilities. Needs catboost.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from catboost import CatBoostClassifier
from labelled_sets import group_of, read
from train_cleaning import export

from reader.cleaning import page_kind
from reader.cleaning.body import page_probabilities
from reader.cleaning.classifier.second_extractor import kept_by_trafilatura
from reader.cleaning.input.html_lines import html_to_lines, parse
from reader.cleaning.input.text_lines import split
from reader.cleaning.metadata.tags import read as read_tags

FOLDS = 10
_ADDRESS = [page_kind.NAMES.index(name) for name in ("slug_words", "steps")]
_OF_A_LIST = 4.0
"""What a list weighs beside an article: there are fewer of them."""


def labelled(folder: Path, kinds: Path) -> Iterator[tuple[dict[str, Any], bool]]:
    """Each page once, and whether it is a list."""
    for name in ("aeb-html", "fundus-html", "trafilatura-html", "wcxb-html"):
        yield from ((item, False) for item in read(folder, name))
    with gzip.open(kinds, "rt", encoding="utf-8") as file:
        yield from ((item, not item["article"]) for item in map(json.loads, file))


def row_of(item: dict[str, Any]) -> Any | None:
    """The features of a page; None where there are no lines on it."""
    tree = parse(item["raw"])
    written = html_to_lines(tree) if tree is not None else []
    lines = split([line.text for line in written], wrapped=False)
    if not lines:
        return None
    tags = read_tags(tree)
    tags.url = tags.url or item["url"]
    other = kept_by_trafilatura(tree, written)
    return page_kind.features(lines, written, page_probabilities(lines, written, other, tags), other, tags)[0]


def learn(rows: Any, lists: Any) -> CatBoostClassifier:
    """The model; every page is seen a second time as one whose address is not known."""
    blind = rows.copy()
    blind[:, _ADDRESS] = -1
    weights = np.where(lists, _OF_A_LIST, 1.0)
    model = CatBoostClassifier(
        iterations=150, depth=3, learning_rate=0.06, l2_leaf_reg=6, random_seed=7, rsm=0.5, subsample=0.7,
        bootstrap_type="Bernoulli", thread_count=2, verbose=False, allow_writing_files=False,
    )  # fmt: skip
    return model.fit(np.vstack([rows, blind]), np.r_[lists, lists], sample_weight=np.r_[weights, 0.5 * weights])


def main() -> int:
    """Read the options and learn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("kinds", type=Path)
    parser.add_argument("--write", action="store_true", help="write the file in reader/cleaning/classifier")
    options = parser.parse_args()
    found, seen = [], set()
    for item, is_list in labelled(options.folder, options.kinds):
        if (key := item["url"] or item["id"]) not in seen and (row := row_of(item)) is not None:
            found.append((row, is_list, crc32(group_of({"gold": {}, **item}).encode()) % FOLDS))
            seen.add(key)
    rows, lists, folds = (np.array(column) for column in zip(*found, strict=True))
    chance = np.zeros(len(rows))
    for fold in range(FOLDS):
        chance[folds == fold] = learn(rows[folds != fold], lists[folds != fold]).predict_proba(rows[folds == fold])[
            :, 1
        ]
    refused = chance > page_kind.REFUSED
    print(f"lists refused: {refused[lists].mean():.3f} of {lists.sum()}")
    print(f"articles refused: {refused[~lists].sum()} of {(~lists).sum()}")
    if options.write:
        target = Path(__file__).parent.parent / "reader" / "cleaning" / "classifier" / "model-kind.json"
        data = {"only": export(learn(rows, lists), target.with_suffix(".scratch"))}
        target.write_text(json.dumps(data, separators=(",", ":")) + "\n", encoding="ascii")
    return 0


if __name__ == "__main__":
    sys.exit(main())
