"""Learns the weights of `reader/cleaning/classifier/model-kind.json`: which pages are no article.

    python benchmarks/train_page_kind.py FOLDER KINDS.jsonl.gz FORMS PAGERS TEST-PAGES [--write]

FOLDER holds the pages of articles that `train_cleaning.py --pages` learns from, KINDS pages with `article` true or
false (WCXB, CC BY 4.0). FORMS is the folder `formasaurus/data` of the package formasaurus (MIT), whose pages were
gathered for their forms: the front pages and the listings among them, as their addresses say, are lists. PAGERS is the
folder `autopager/data` of TeamHG-Memex/autopager (MIT), whose pages were gathered for their links to further pages: all
but the single ones are lists. TEST-PAGES are those of go-readability (`NAME/source.html`, MIT): articles. All other
articles are learned from a second time with two to four paragraphs, as short reports among many links are. Prints, on
pages of hosts not learned from, how many lists and how many articles would be refused. Needs catboost.

The classifier is surer of lines that it was learned from than of others, so its probabilities come from a model that
never saw the host: this learns the judgement of pages anew, part by part, before it begins.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from catboost import CatBoostClassifier
from labelled_sets import group_of, html_pages, page_of
from train_cleaning import export, judged_out_of_fold

from reader.cleaning import page_kind
from reader.cleaning.body import page_probabilities
from reader.cleaning.classifier.second_extractor import kept_by_trafilatura
from reader.cleaning.metadata.hosts import steps_of

FOLDS = 8
_ADDRESS = [page_kind.NAMES.index(name) for name in page_kind.OF_THE_ADDRESS]
_ARTICLE, _LIST, _SHORTER, _BY_ADDRESS, _PAGED = range(5)
"""What a page is: labelled, an article made shorter, a list by its address alone, one with links to further pages."""
_WEIGHTS = np.array([(1.0, 0.5), (3.0, 1.5), (0.0, 0.5), (0.0, 0.5), (1.0, 0.5)])
"""What each weighs with its address and without; lists more, as there are fewer of them."""
_SINGLE = frozenset(
    (1, 2, 3, 4, 5, 32, 38, 42, 46, 48, 49, 54, 55, 56, 57, 58, 62, 64, 83, 84, 92, 132, 135, 150, 155, 157, 160, 170,
     171, 177, 178, 179, 186, 189)
)  # fmt: skip
"""The pages of PAGERS that are no lists, or hardly pages: threads of forums, products, reviews, reports, errors."""
_PARAGRAPH = 60
"""Characters from which a line of a text counts as one of its paragraphs."""
_SMALLEST, _FEWEST_LINES = 8000, 15
"""Characters and lines of a page of FORMS; less is a form alone."""
_FRONT = re.compile(r"(?:(?:index|default)\.\w+|home|en|fr|de|es|it|us)?", re.IGNORECASE)
_LISTING = re.compile(
    r"category|categor[iy]|catalog|/forums?/?(?:index.php|forum.php|)$|viewforum|forumdisplay|/tags?/|search|"
    r"collections?/|departments|publications/$|/(?:products?|produtos|catalogue|shop|store|sofas)/?$|listing|/page/\d",
    re.IGNORECASE,
)
_NO_LISTING = re.compile(
    r"login|logon|regist|contact|sign-?up|sign-?in|password|/product/|/p/|viewtopic|sendmessage|account|auth|detail|"
    r"kontakt|review",
    re.IGNORECASE,
)


def fronts(folder: Path) -> Iterator[dict[str, Any]]:
    """The front pages and listings among the pages with forms."""
    for name, told in json.loads((folder / "index.json").read_text(encoding="utf-8")).items():
        url = told["url"]
        steps, raw = steps_of(url), (folder / name).read_bytes()
        front = len(steps) < 2 and _FRONT.fullmatch("".join(steps)) and not urlsplit(url).query
        if len(raw) >= _SMALLEST and (front or (_LISTING.search(url) and not _NO_LISTING.search(url))):
            yield {"id": name, "url": url, "raw": raw.decode("utf-8", "replace"), "gold": {}}


def paged(folder: Path) -> Iterator[dict[str, Any]]:
    """The lists among the pages with links to further pages."""
    with (folder / "data.csv").open(encoding="utf-8", newline="") as file:
        for told in csv.DictReader(file):
            name = told["File Name"]
            if int(name) not in _SINGLE:
                raw = (folder / "html" / f"{name}.html").read_bytes().decode(told["Encoding"] or "utf-8", "replace")
                yield {"id": name, "url": told["Page URL"], "raw": raw, "gold": {}}


def row_of(item: dict[str, Any], chance: Any = None, paragraphs: int = 0) -> Any | None:
    """The features of a page; None where there are no lines on it. `chance`: the probabilities of its lines, if those
    of the shipped weights are surer than they would be elsewhere; `paragraphs`: of its text no more than so many stay.
    """
    if (page := page_of(item)) is None:
        return None
    tree, tags, written, lines = page
    other = kept_by_trafilatura(tree, written)
    if chance is None:
        chance = page_probabilities(lines, written, other, tags)
    return shortened(lines, written, chance, other, tags, paragraphs)


def shortened(lines: Any, written: Any, chance: Any, other: Any, tags: Any, paragraphs: int) -> Any:
    """The features of a page with no more than so many paragraphs of its text; 0: with all."""
    text = [i for i, line in enumerate(lines) if chance[i] > 0.5 and len(line.text) > _PARAGRAPH]
    cut = {i for i in range(text[paragraphs], text[-1] + 1) if chance[i] > 0.5} if 0 < paragraphs < len(text) else set()
    kept = [i for i in range(len(lines)) if i not in cut]
    gone = {lines[i].text for i in cut}
    return page_kind.features(
        [lines[i] for i in kept], written, [chance[i] for i in kept], [one for one in other if one not in gone], tags
    )[0]


Page = tuple[Any, int, str]
"""The features of a page, what it is, and its host."""


def labelled(options: argparse.Namespace) -> Iterator[Page]:
    """Each page once."""
    learned = list(html_pages(options.folder))
    seen = set()
    for page, chance in zip(learned, judged_out_of_fold(learned, "page"), strict=True):
        seen.add(page.item["url"] or page.item["id"])
        yield row_of(page.item, chance), _ARTICLE, page.group
        yield row_of(page.item, chance, 2 + len(seen) % 3), _SHORTER, page.group
    with gzip.open(options.kinds, "rt", encoding="utf-8") as file:
        for item in map(json.loads, file):
            if item["url"] not in seen and (row := row_of(item)) is not None:
                yield row, _ARTICLE if item["article"] else _LIST, group_of({"gold": {}, **item})
    for kind, items in ((_BY_ADDRESS, fronts(options.forms)), (_PAGED, paged(options.pagers))):
        for item in items:
            row = row_of(item)
            if row is not None and np.expm1(row[page_kind.NAMES.index("lines")]) >= _FEWEST_LINES:
                yield row, kind, ".".join(group_of(item).split(".")[-2:])
    for file in sorted(options.articles.glob("*/source.html")):
        item = {"raw": file.read_text(encoding="utf-8", errors="replace"), "url": None}
        if (row := row_of(item)) is not None:
            yield row, _ARTICLE, file.parent.name


def _are_lists(kinds: Any) -> Any:
    return np.isin(kinds, (_LIST, _BY_ADDRESS, _PAGED))


def learn(rows: Any, kinds: Any) -> CatBoostClassifier:
    """The model; every page is seen a second time as one whose address is not known, some so alone."""
    blind = rows.copy()
    blind[:, _ADDRESS] = -1
    lists, weights = _are_lists(kinds), _WEIGHTS[kinds]
    known = weights[:, 0] > 0
    model = CatBoostClassifier(
        iterations=400, depth=4, learning_rate=0.05, l2_leaf_reg=30, random_seed=7, rsm=0.25, subsample=0.7,
        bootstrap_type="Bernoulli", thread_count=2, verbose=False, allow_writing_files=False,
    )  # fmt: skip
    return model.fit(
        np.vstack([rows[known], blind]),
        np.r_[lists[known], lists],
        sample_weight=np.r_[weights[known, 0], weights[:, 1]],
    )


def report(rows: Any, kinds: Any, hosts: Any, seed: int) -> None:
    """Prints what would be refused of hosts not learned from; `seed` deals the hosts."""
    folds = np.array([Random(f"{host} {seed}").randrange(FOLDS) for host in hosts])
    chance = np.zeros(len(rows))
    for fold in range(FOLDS):
        others = folds != fold
        model = learn(rows[others], kinds[others])
        chance[~others] = model.predict_proba(rows[~others])[:, 1]
    named, dated = (
        [page_kind.NAMES.index(name) for name in names] for names in (("called_article", "marked_up"), ("dated",))
    )
    never = (rows[:, named].any(axis=1)) & rows[:, dated].any(axis=1)
    refused = (chance > page_kind.REFUSED) & ~never
    print(f"hosts dealt by {seed}", end="")
    for kind, name in enumerate(("articles", "lists", "made shorter", "lists by their address", "paged")):
        some = kinds == kind
        print(f"; {name}: refused {refused[some].sum()} of {some.sum()}", end="")
    print(flush=True)


def main() -> int:
    """Read the options and learn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("kinds", type=Path)
    parser.add_argument("forms", type=Path)
    parser.add_argument("pagers", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--write", action="store_true", help="write the file in reader/cleaning/classifier")
    options = parser.parse_args()
    rows, kinds, hosts = (np.array(column) for column in zip(*labelled(options), strict=True))
    for seed in (1, 2, 3):
        report(rows, kinds, hosts, seed)
    if options.write:
        target = Path(__file__).parent.parent / "reader" / "cleaning" / "classifier" / "model-kind.json"
        data = {"only": export(learn(rows, kinds), target.with_suffix(".scratch"))}
        target.write_text(json.dumps(data, separators=(",", ":")) + "\n", encoding="ascii")
    return 0


if __name__ == "__main__":
    sys.exit(main())
