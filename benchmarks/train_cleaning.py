"""Learns the weights of `reader/cleaning/model-*.json` from labelled pages, and says how good they are on pages not
learned from.

    python benchmarks/train_cleaning.py FOLDER [--write] [--pages]

FOLDER holds `aeb-html`, `aeb-text-*`, `fundus-html`, `fundus-text`, `trafilatura-html` (`.jsonl.gz`, one page a line
with `raw` and `gold`), all under licences that allow learning from them. Needs catboost and scikit-learn. Pages of
one host always stand on the same side of a split, whatever form they come in.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from catboost import CatBoostClassifier, Pool

from reader.cleaning import features, page_features
from reader.cleaning.lines import Line, split
from reader.cleaning.opinion import second_opinion
from reader.cleaning.page import PageLine, parse, write_out

FOLDS = 5
WORDS = re.compile(r"\w+")


@dataclass
class Labelled:
    """A page as lines, with what is right for each."""

    name: str
    group: str
    gold: str
    lines: list[Line]
    rows: np.ndarray[Any, Any]
    labels: np.ndarray[Any, Any]
    weights: np.ndarray[Any, Any]
    item: dict[str, Any] = field(default_factory=dict)


def read(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """The pages of a set."""
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def spelled(text: str) -> str:
    """Letters and digits in lower case: what two spellings of one line share."""
    return "".join(WORDS.findall(text.lower()))


def label(lines: Sequence[Line], gold: str) -> np.ndarray[Any, Any]:
    """1 for lines that stand in the gold text, 0 for the others; a line partly there counts by its share of words."""
    whole = spelled(gold)
    words = WORDS.findall(gold.lower())
    grams = Counter(zip(words, words[1:], words[2:], words[3:], strict=False))
    texts = [spelled(line.text) for line in lines]
    at: list[int | None] = [None] * len(lines)
    labels = np.zeros(len(lines))
    for i, text in enumerate(texts):
        if len(text) >= 25:
            place = whole.find(text)
            if place >= 0:
                at[i], labels[i] = place, 1
            else:
                mine = WORDS.findall(lines[i].text.lower())
                own = list(zip(mine, mine[1:], mine[2:], mine[3:], strict=False))
                labels[i] = float(sum(gram in grams for gram in own) / max(1, len(own)) >= 0.5)
    _once(texts, labels)
    _short_ones(texts, whole, at, labels)
    return labels


def _once(texts: Sequence[str], labels: np.ndarray[Any, Any]) -> None:
    """Of a line that stands several times on the page only the one nearest to the rest of the text is right."""
    right = np.flatnonzero(labels)
    if not len(right):
        return
    middle = float(np.median(right))
    places: dict[str, list[int]] = {}
    for i in right:
        places.setdefault(texts[i], []).append(int(i))
    for same in places.values():
        for i in sorted(same, key=lambda i: abs(i - middle))[1:]:
            labels[i] = 0


def _short_ones(texts: Sequence[str], whole: str, at: list[int | None], labels: np.ndarray[Any, Any]) -> None:
    """Short lines are right where the gold text has them right after, or right before, a line already found."""
    pointer: int | None = 0
    for order, step in ((range(len(texts)), 1), (range(len(texts) - 1, -1, -1), -1)):
        pointer = None
        for i in order:
            if labels[i] and at[i] is not None:
                pointer = at[i] + (len(texts[i]) if step > 0 else 0)
            elif not labels[i] and pointer is not None and 0 < len(texts[i]) < 25:
                if step > 0:
                    place = whole.find(texts[i], pointer, pointer + len(texts[i]) + 3)
                else:
                    place = whole.rfind(texts[i], max(0, pointer - len(texts[i]) - 3), pointer)
                if place >= 0:
                    labels[i], at[i] = 1, place
                    pointer = place + (len(texts[i]) if step > 0 else 0)


def dump(written: Sequence[PageLine], title: str | None, style: str) -> list[str]:
    """A page as a scraper without taste would write it out."""
    lines = [title, ""] if title and style != "bare" else []
    before = ""
    for line in written:
        listed = "li" in line.place.inside
        if style == "spaced" and lines and not (listed and before == "li"):
            lines.append("")
        lines.append(("  * " if style == "starred" and listed else "") + line.text)
        if style == "starred" and line.place.tag in ("p", "h1", "h2", "h3"):
            lines.append("")
        before = "li" if listed else line.place.tag
    return lines


def with_segments(lines: Sequence[Line], item: dict[str, Any], silver: set[str]) -> tuple[Any, Any]:
    """Labels and weights from segments that must stay or go; the other lines by another extractor's word, lightly."""
    keep = [spelled(s) for s in item["gold"]["with"]]
    drop = [spelled(s) for s in item["gold"]["without"]]
    labels, weights = np.zeros(len(lines)), np.zeros(len(lines))
    for i, line in enumerate(lines):
        text = spelled(line.text)
        if any(s and (s in text or (len(text) > 15 and text in s)) for s in keep):
            labels[i], weights[i] = 1, 2.0
        elif any(s and (s in text or (len(text) > 8 and text in s)) for s in drop):
            labels[i], weights[i] = 0, 2.0
        else:
            labels[i], weights[i] = float(text in silver), 0.25
    return labels, weights


def text_pages(folder: Path) -> Iterator[Labelled]:
    """Pages as text dumps: those of the sets, and our own in three styles."""
    for name in ("aeb-text-htmltext", "aeb-text-inscriptis", "fundus-text"):
        for item in read(folder, name):
            yield _labelled(name, item, item["raw"].split("\n"), 1.0)
    yield from clean_texts(folder)
    styles = ("bare", "spaced", "starred")
    for name in ("aeb-html", "fundus-html", "trafilatura-html"):
        for k, item in enumerate(read(folder, name)):
            tree = parse(item["raw"])
            if tree is None:
                continue
            title = tree.findtext(".//title")
            title = " ".join(title.split()) if title else None
            written = write_out(tree)
            if name == "trafilatura-html":
                lines = split(dump(written, title, styles[k % 3]))
                if lines:
                    labels, weights = with_segments(lines, item, silver_of(item))
                    yield Labelled(name, group_of(item), "", lines, features.matrix(lines), labels, weights)
                continue
            for style in styles[:: 1 if name == "aeb-html" else 2]:
                yield _labelled(f"{name}-{style}", item, dump(written, title, style), 0.6)


def clean_texts(folder: Path) -> Iterator[Labelled]:
    """Texts without any furniture, the headline on top: nothing but the headline may be cut."""
    for name in ("aeb-text-htmltext", "fundus-text"):
        for k, item in enumerate(read(folder, name)):
            headline = item["gold"]["headline"]
            head = [headline + ("." if k % 3 == 0 else "")] if headline else []
            raw = head + item["gold"]["text"].split("\n" if k % 2 else "\n\n")
            page = _labelled(f"{name}-clean", item, raw, 0.4)
            page.labels[:] = 1
            page.labels[: len(head)] = 0
            yield page


def html_pages(folder: Path) -> Iterator[Labelled]:
    """Pages with their tags."""
    for name in ("aeb-html", "fundus-html", "trafilatura-html"):
        for item in read(folder, name):
            tree = parse(item["raw"])
            written = write_out(tree) if tree is not None else []
            lines = split([line.text for line in written], wrapped=False)
            if not lines:
                continue
            rows = page_features.matrix(lines, written, second_opinion(tree))
            if name == "trafilatura-html":
                labels, weights = with_segments(lines, item, silver_of(item))
            else:
                labels = label(lines, item["gold"]["text"])
                weights = shared_weight(lines, 1.0)
            yield Labelled(name, group_of(item), item["gold"]["text"], lines, rows, labels, weights, item=item)


def silver_of(item: dict[str, Any]) -> set[str]:
    """The lines that trafilatura keeps."""
    import trafilatura

    found = trafilatura.extract(item["raw"], include_comments=False) or ""
    return {spelled(line) for line in found.split("\n") if line.strip()}


def group_of(item: dict[str, Any]) -> str:
    """The host, so that pages of one site stay together."""
    return item["gold"].get("host") or urlsplit(item.get("url") or "").hostname or item["id"]


def _labelled(name: str, item: dict[str, Any], raw: list[str], weight: float) -> Labelled:
    lines = split(raw)
    labels = label(lines, item["gold"]["text"])
    return Labelled(
        name, group_of(item), item["gold"]["text"], lines, features.matrix(lines), labels, shared_weight(lines, weight)
    )


def shared_weight(lines: Sequence[Line], weight: float) -> np.ndarray[Any, Any]:
    """Every page weighs the same, long lines more."""
    share = np.array([min(120, len(line.text.split())) + 3 for line in lines], dtype=float)
    return weight * share / share.sum() * 40


def fold_of(group: str) -> int:
    """Which part of the pages a host belongs to."""
    return sum(group.encode()) % FOLDS


def fit(rows: Any, labels: Any, weights: Any, *, trees: int, depth: int, rate: float) -> CatBoostClassifier:
    """Boosted symmetric trees with fixed seeds."""
    model = CatBoostClassifier(
        iterations=trees, depth=depth, learning_rate=rate, l2_leaf_reg=8, random_seed=7, border_count=64, rsm=0.4,
        bootstrap_type="Bernoulli", subsample=0.7, thread_count=2, verbose=False, allow_writing_files=False,
    )  # fmt: skip
    return model.fit(Pool(rows, labels, weight=weights))


def out_of_fold(pages: Sequence[Labelled], rows: Sequence[Any], **how: Any) -> list[np.ndarray[Any, Any]]:
    """The chance of every line by a model that saw no page of that host."""
    found: list[Any] = [None] * len(pages)
    for k in range(FOLDS):
        learn = [i for i, page in enumerate(pages) if fold_of(page.group) != k]
        model = fit(
            np.vstack([rows[i] for i in learn]), np.concatenate([pages[i].labels for i in learn]) > 0.5,
            np.concatenate([pages[i].weights for i in learn]), **how,
        )  # fmt: skip
        for i, page in enumerate(pages):
            if fold_of(page.group) == k:
                found[i] = model.predict_proba(rows[i])[:, 1]
    return found


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Counted runs of four words."""
    found = WORDS.findall(text)
    return Counter(tuple(found[i : i + 4]) for i in range(max(1, len(found) - 3)) if found)


def f1(pages: Sequence[Labelled], kept: Sequence[Any]) -> tuple[float, float, float]:
    """Mean precision and recall of 4-word shingles over the pages, and their F1."""
    precisions, recalls = [], []
    for page, keep in zip(pages, kept, strict=True):
        true = shingles(page.gold)
        mine = shingles("\n\n".join(line.text for line, yes in zip(page.lines, keep, strict=True) if yes))
        shared = sum((true & mine).values())
        if mine:
            precisions.append(shared / sum(mine.values()))
        if true:
            recalls.append(shared / sum(true.values()))
    p, r = float(np.mean(precisions or [0])), float(np.mean(recalls or [0]))
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def report(pages: Sequence[Labelled], chances: Sequence[Any], limits: Sequence[float] = (0.4, 0.5)) -> None:
    """Precision, recall and F1 of each set at several limits."""
    for name in sorted({page.name for page in pages if page.gold}):
        chosen = [i for i, page in enumerate(pages) if page.name == name]
        some = [pages[i] for i in chosen]
        oracle = f1(some, [page.labels > 0.5 for page in some])
        line = f"{name:24} {len(some):4} pages, lines picked by the gold {oracle[2]:.3f}"
        for limit in limits:
            line += "  | >{} P {:.3f} R {:.3f} F1 {:.3f}".format(limit, *f1(some, [chances[i] > limit for i in chosen]))
        print(line, flush=True)
    some = [i for i, page in enumerate(pages) if page.item and not page.gold]
    for limit in limits if some else ():
        print(
            "segments >{} P {:.3f} R {:.3f} F1 {:.3f}".format(limit, *segments(pages, chances, some, limit)), flush=True
        )


def segments(
    pages: Sequence[Labelled], chances: Sequence[Any], some: Sequence[int], limit: float
) -> tuple[float, float, float]:
    """Of the segments that must stay or go."""
    seen: Counter[tuple[str, bool]] = Counter()
    for i in some:
        text = " ".join(line.text for line, c in zip(pages[i].lines, chances[i], strict=True) if c > limit)
        for kind in ("with", "without"):
            seen.update((kind, " ".join(s.split()) in text) for s in pages[i].item["gold"][kind])
    p = seen["with", True] / max(1, seen["with", True] + seen["without", True])
    r = seen["with", True] / max(1, seen["with", True] + seen["with", False])
    return p, r, 2 * p * r / (p + r)


def export(model: CatBoostClassifier, file: Path) -> dict[str, Any]:
    """The trees as `reader.cleaning.trees` reads them; leaves as whole numbers of a common scale."""
    model.save_model(str(file), format="json")
    data = json.loads(file.read_text())
    file.unlink()
    depth = max(len(tree["splits"]) for tree in data["oblivious_trees"])
    columns, borders, leaves = [], [], []
    for tree in data["oblivious_trees"]:
        levels = [(s["float_feature_index"], s["border"]) for s in tree["splits"]]
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


HOW_FIRST = {"trees": 220, "depth": 5, "rate": 0.07}
HOW_SECOND = {"trees": 120, "depth": 4, "rate": 0.07}


def train(pages: list[Labelled], write: bool, target: Path) -> None:
    """Both judgements, out of fold; with `write`, the weights learned from all pages."""
    first = out_of_fold(pages, [page.rows for page in pages], **HOW_FIRST)
    print("first judgement, out of fold")
    report(pages, first)
    rows = [features.second(page.rows, chance.astype(np.float32)) for page, chance in zip(pages, first, strict=True)]
    second = out_of_fold(pages, rows, **HOW_SECOND)
    print("second judgement, out of fold")
    report(pages, second, (0.4, 0.45, 0.5))
    if not write:
        return
    labels, weights = np.concatenate([p.labels for p in pages]) > 0.5, np.concatenate([p.weights for p in pages])
    data = json.loads(target.read_text()) if target.exists() else {}
    scratch = target.with_suffix(".scratch")
    data["first"] = export(fit(np.vstack([p.rows for p in pages]), labels, weights, **HOW_FIRST), scratch)
    data["second"] = export(fit(np.vstack(rows), labels, weights, **HOW_SECOND), scratch)
    target.write_text(json.dumps(data, separators=(",", ":")) + "\n", encoding="ascii")


def main() -> int:
    """Read the options and learn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true", help="write the file in reader/cleaning")
    parser.add_argument("--pages", action="store_true", help="learn the judgement of HTML pages, not that of text")
    options = parser.parse_args()
    name = "model-page.json" if options.pages else "model-text.json"
    target = Path(__file__).parent.parent / "reader" / "cleaning" / name
    pages = list((html_pages if options.pages else text_pages)(options.folder))
    train(pages, options.write, target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
