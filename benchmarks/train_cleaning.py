"""Learns the weights of `reader/cleaning/classifier/model-*.json` from labelled pages, and says how good
they are on pages not learned from.

    python benchmarks/train_cleaning.py FOLDER [--write] [--pages]

FOLDER holds `aeb-html`, `aeb-text-*`, `fundus-html`, `fundus-text`, `trafilatura-html`, `wcxb-html`, `wcxb-text`
(`.jsonl.gz`, one page a line with `raw` and `gold`), all under licences that allow learning from them; WCXB's is
CC BY 4.0, by Murrough Foley. Needs catboost and scikit-learn. Pages of
one host always stand on the same side of a split, whatever form they come in.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from catboost import CatBoostClassifier, Pool
from labelled_sets import LIGHTLY, html_pages
from labelling import WORDS, Labelled
from text_dumps import text_pages

from reader.article import running_text
from reader.cleaning import assembly
from reader.cleaning.classifier import html_features, text_features
from reader.cleaning.rules import bare_text
from reader.cleaning.rules.smoothing import smoothed

FOLDS = 4
"""In how many parts the pages are learned from."""


def fold_of(group: str) -> int:
    """Which part of the pages a host belongs to."""
    return sum(group.encode()) % FOLDS


def fit(
    rows: Any, labels: Any, weights: Any, *, trees: int, depth: int, rate: float, columns: float = 0.4
) -> CatBoostClassifier:
    """Boosted symmetric trees with fixed seeds; `columns`: the share of them that each question is chosen from."""
    model = CatBoostClassifier(
        iterations=trees, depth=depth, learning_rate=rate, l2_leaf_reg=8, random_seed=7, border_count=64, rsm=columns,
        bootstrap_type="Bernoulli", subsample=0.7, thread_count=2, verbose=False, allow_writing_files=False,
    )  # fmt: skip
    return model.fit(Pool(rows, labels, weight=weights))


Chosen = Sequence[tuple[Any, Any]]
"""For each page the lines that are learned from, and how many each of them stands for."""


def chosen_lines(pages: Sequence[Labelled]) -> Chosen:
    """All lines of pages with tags; of a text's lines far from all text one in four, for the others as well."""
    random = np.random.default_rng(3)
    found = []
    for page in pages:
        count = len(page.lines)
        near = np.convolve(page.labels > 0.5, np.ones(9))[4 : 4 + count] > 0
        near |= np.expm1(page.rows[:, 0]) >= 9
        which = np.flatnonzero((page.counted is None) | near | (random.random(count) < 0.25))
        found.append((which, np.where((page.counted is None) | near[which], 1, 4)))
    return found


def learn(pages: Sequence[Labelled], rows: Sequence[Any], chosen: Chosen, **how: Any) -> CatBoostClassifier:
    """A judgement learned from the chosen lines of pages."""
    return fit(
        np.vstack([row[which] for row, (which, _) in zip(rows, chosen, strict=True)]),
        np.concatenate([page.labels[which] for page, (which, _) in zip(pages, chosen, strict=True)]) > 0.5,
        np.concatenate([page.weights[which] * times for page, (which, times) in zip(pages, chosen, strict=True)]),
        **how,
    )


def out_of_fold(pages: Sequence[Labelled], rows: Sequence[Any], chosen: Chosen, **how: Any) -> list[Any]:
    """The probability of every line by a model that saw no page of that host."""
    found: list[Any] = [None] * len(pages)
    for k in range(FOLDS):
        others = [i for i, page in enumerate(pages) if fold_of(page.group) != k]
        model = learn([pages[i] for i in others], [rows[i] for i in others], [chosen[i] for i in others], **how)
        for i, page in enumerate(pages):
            if fold_of(page.group) == k:
                found[i] = model.predict_proba(rows[i])[:, 1]
    return found


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Counted runs of four words."""
    found = WORDS.findall(text)
    return Counter(tuple(found[i : i + 4]) for i in range(max(1, len(found) - 3)) if found)


def joined(page: Labelled, keep: Sequence[bool]) -> str:
    """The lines to keep as a text."""
    return "\n\n".join(line.text for line, yes in zip(page.lines, keep, strict=True) if yes)


def cleaned(page: Labelled, probabilities: Any) -> str:
    """The text of a dump as `reader.clean` gives it, from the probabilities of its lines."""
    body = smoothed(page.lines, probabilities.tolist())
    made = assembly.draft(page.lines, body, bare=bare_text.lines_to_keep(page.lines, body))
    return running_text(assembly.paragraphs(made))


def f1(pages: Sequence[Labelled], texts: Iterable[str]) -> tuple[float, float, float]:
    """Mean precision and recall of 4-word shingles over the pages, and their F1."""
    precisions, recalls = [], []
    for page, text in zip(pages, texts, strict=True):
        true, mine = shingles(page.gold), shingles(text)
        shared = sum((true & mine).values())
        if mine:
            precisions.append(shared / sum(mine.values()))
        if true:
            recalls.append(shared / sum(true.values()))
    p, r = float(np.mean(precisions or [0])), float(np.mean(recalls or [0]))
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def report(pages: Sequence[Labelled], probabilities: Sequence[Any], limits: Sequence[float] = (0.4, 0.5)) -> None:
    """Precision, recall and F1 of each set at several limits."""
    for name in sorted({page.name for page in pages if page.gold}):
        chosen = [i for i, page in enumerate(pages) if page.name == name]
        some = [pages[i] for i in chosen]
        oracle = f1(some, [joined(page, page.labels > 0.5) for page in some])
        line = f"{name:24} {len(some):4} pages, lines picked by the gold {oracle[2]:.3f}"
        for limit in limits:
            texts = [joined(pages[i], probabilities[i] > limit) for i in chosen]
            line += "  | >{} P {:.3f} R {:.3f} F1 {:.3f}".format(limit, *f1(some, texts))
        if some[0].counted is not None:
            texts = [cleaned(pages[i], probabilities[i]) for i in chosen]
            line += "  | cleaned P {:.3f} R {:.3f} F1 {:.3f}".format(*f1(some, texts))
        print(line, flush=True)
    some = [i for i, page in enumerate(pages) if page.item and not page.gold]
    for limit in limits if some else ():
        print(
            "segments >{} P {:.3f} R {:.3f} F1 {:.3f}".format(limit, *segments(pages, probabilities, some, limit)),
            flush=True,
        )


def segments(
    pages: Sequence[Labelled], probabilities: Sequence[Any], some: Sequence[int], limit: float
) -> tuple[float, float, float]:
    """Of the segments that must stay or go."""
    seen: Counter[tuple[str, bool]] = Counter()
    for i in some:
        text = " ".join(line.text for line, c in zip(pages[i].lines, probabilities[i], strict=True) if c > limit)
        for kind in ("with", "without"):
            seen.update((kind, " ".join(s.split()) in text) for s in pages[i].item["gold"][kind])
    p = seen["with", True] / max(1, seen["with", True] + seen["without", True])
    r = seen["with", True] / max(1, seen["with", True] + seen["with", False])
    return p, r, 2 * p * r / (p + r)


def export(model: CatBoostClassifier, file: Path) -> dict[str, Any]:
    """The trees as `reader.cleaning.classifier.trees` reads them; leaves as whole numbers of a common scale."""
    model.save_model(str(file), format="json")
    data = json.loads(file.read_text())
    file.unlink()
    depth = max(len(tree["splits"] or ()) for tree in data["oblivious_trees"])
    columns, borders, leaves = [], [], []
    for tree in data["oblivious_trees"]:
        levels = [(s["float_feature_index"], s["border"]) for s in tree["splits"] or ()]
        values = tree["leaf_values"]
        while len(levels) < depth:  # a level that nothing passes
            levels.append((0, 1e30))
            values = values + [0.0] * len(values)
        columns += [level[0] for level in levels]
        borders += [float(f"{level[1]:.5g}") for level in levels]
        leaves += values
    scale = max(abs(v) for v in leaves) / 9999
    bias = data["scale_and_bias"][1]
    return {
        "depth": depth, "columns": columns, "borders": borders, "leaves": [round(v / scale) for v in leaves],
        "scale": scale, "bias": bias[0] if isinstance(bias, list) else bias,
    }  # fmt: skip


HOW = {
    "page": ({"trees": 290, "depth": 5, "rate": 0.07}, {"trees": 140, "depth": 4, "rate": 0.07}),
    "news": ({"trees": 200, "depth": 6, "rate": 0.11, "columns": 0.3}, {"trees": 100, "depth": 4, "rate": 0.08}),
    "text": ({"trees": 300, "depth": 6, "rate": 0.12, "columns": 0.3}, {"trees": 110, "depth": 4, "rate": 0.08}),
}
"""How the two judgements of each kind are learned; `news`: of texts but WCXB's, which are guides and company pages."""

WIDER = 0.65
"""What the judgement learned from all texts counts beside that of `news`. With more of it news is cleaned worse, with
less of it guides; out of fold, over hosts, no other share and no single judgement did both as well.
"""


def blended(one: dict[str, Any], other: dict[str, Any], share: float) -> dict[str, Any]:
    """Two exported judgements as one: the mean of their logits, in which the other has this share."""
    leaves = [leaf * one["scale"] * (1 - share) for leaf in one["leaves"]]
    leaves += [leaf * other["scale"] * share for leaf in other["leaves"]]
    scale = max(map(abs, leaves)) / 9999
    return {
        "depth": one["depth"], "columns": one["columns"] + other["columns"],
        "borders": one["borders"] + other["borders"], "leaves": [round(leaf / scale) for leaf in leaves],
        "scale": scale, "bias": one["bias"] * (1 - share) + other["bias"] * share,
    }  # fmt: skip


def _second(page: Labelled, probability: Any) -> Any:
    """What the second judgement sees of a page."""
    if page.counted is None:
        return html_features.second_stage(page.rows, probability, page.groups)
    return text_features.second_stage(page.rows, probability, page.counted)


def relabel(pages: Sequence[Labelled], probabilities: Sequence[Any]) -> None:
    """Lines that nobody labelled get the label that models which never saw their host find right, weighed by how sure
    those are.
    """
    for page, probability in zip(pages, probabilities, strict=True):
        open_ones = page.weights == LIGHTLY
        page.labels[open_ones] = probability[open_ones] > 0.5
        page.weights[open_ones] = 3 * LIGHTLY * (2 * probability[open_ones] - 1) ** 2


def judged_out_of_fold(pages: list[Labelled], kind: str) -> list[Any]:
    """The probability of every line by both judgements, learned without its host."""
    return _judged(pages, kind, chosen_lines(pages))[1]


def _judged(pages: list[Labelled], kind: str, chosen: Chosen) -> tuple[list[Any], list[Any]]:
    """What the second judgement sees of every page, and its probabilities, learned without the page's host."""
    how_first, how_second = HOW[kind]
    first = out_of_fold(pages, [page.rows for page in pages], chosen, **how_first)
    if kind == "page":
        relabel(pages, first)
    print(f"{kind}, first judgement, out of fold")
    report(pages, first)
    rows = [_second(page, probability.astype(np.float32)) for page, probability in zip(pages, first, strict=True)]
    second = out_of_fold(pages, rows, chosen, **how_second)
    print(f"{kind}, second judgement, out of fold")
    report(pages, second, (0.4, 0.45, 0.5))
    return rows, second


def train(pages: list[Labelled], kind: str, scratch: Path | None) -> tuple[list[Any], dict[str, Any]]:
    """The probabilities of the second judgement, out of fold; with a `scratch` file to write to, the weights of both,
    learned from all pages.
    """
    how_first, how_second = HOW[kind]
    chosen = chosen_lines(pages)
    rows, probabilities = _judged(pages, kind, chosen)
    if scratch is None:
        return probabilities, {}
    return probabilities, {
        "first": export(learn(pages, [page.rows for page in pages], chosen, **how_first), scratch),
        "second": export(learn(pages, rows, chosen, **how_second), scratch),
    }


def train_text(pages: list[Labelled], scratch: Path | None) -> dict[str, Any]:
    """The weights of both judgements for texts, each that of all and that of news as one; {} without `scratch`."""
    probabilities, data = train(pages, "text", scratch)
    others = [i for i, page in enumerate(pages) if not page.name.startswith("wcxb")]
    of_news, news = train([pages[i] for i in others], "news", scratch)
    for i, probability in zip(others, of_news, strict=True):
        logits = WIDER * _logit(probabilities[i]) + (1 - WIDER) * _logit(probability)
        probabilities[i] = 1 / (1 + np.exp(-logits))
    print("both, out of fold (WCXB: that of all texts alone)")
    report(pages, probabilities)
    return {stage: blended(news[stage], data[stage], WIDER) for stage in data}


def _logit(probability: Any) -> Any:
    return np.log(np.clip(probability, 1e-7, 1) / np.clip(1 - probability, 1e-7, 1))


def main() -> int:
    """Read the options and learn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true", help="write the file in reader/cleaning/classifier")
    parser.add_argument("--pages", action="store_true", help="learn the judgement of HTML pages, not that of text")
    options = parser.parse_args()
    kind = "page" if options.pages else "text"
    target = Path(__file__).parent.parent / "reader" / "cleaning" / "classifier" / f"model-{kind}.json"
    scratch = target.with_suffix(".scratch") if options.write else None
    if options.pages:
        _, data = train(list(html_pages(options.folder)), kind, scratch)
    else:
        data = train_text(list(text_pages(options.folder)), scratch)
    if options.write:
        target.write_text(json.dumps(data, separators=(",", ":")) + "\n", encoding="ascii")
    return 0


if __name__ == "__main__":
    sys.exit(main())
