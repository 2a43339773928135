"""How well the text of pages is found: reader.clean beside trafilatura, justext and a plain rule, as a Markdown table.

    python benchmarks/extraction.py FOLDER [--set NAME ...] [--system NAME ...] [--limit N] [--curve]

FOLDER holds sets, each a file `NAME.jsonl.gz` of one page a line: `{"raw", "kind": "text" | "html", "url", "gold":
{"text": ...}}`; or it is a checkout of the article-extraction-benchmark as its owners publish it (`ground-truth.json`
and `html/ID.html.gz`, github.com/scrapinghub/article-extraction-benchmark). Pages without a gold text are left out.
trafilatura and justext read HTML only; `long lines` keeps the lines of ten words and more that end as a sentence.
justext needs `pip install justext`; a system that is not installed is left out and named.

Precision and recall are those of counted runs of four words against the gold text, each page weighing the same, as
that benchmark measures; F1 comes of the two means. Speed: pages a second of processor time.

`--curve` instead cleans dumps of 10,000 to 5,000,000 characters, made of the sets' texts one after another, and says
what a thousand characters cost: the same for all, or less.

Reader's weights are learned from pages of three sets (see `train_cleaning.py`, which prints what they reach on pages
that they were not learned from); its figures on those sets are those of a system that has seen them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Literal

import lxml.html

import reader

WORDS = re.compile(r"\w+")
SENTENCE = re.compile(r"[.!?…。！？।۔؟][\"'”’»)\]]*$")


@dataclass(frozen=True)
class Page:
    """A page and what a person took for its text."""

    raw: str
    kind: Literal["text", "html"]
    url: str | None
    gold: str


def sets(folder: Path) -> dict[str, Callable[[], Iterator[Page]]]:
    """The sets in a folder, by name."""
    if (folder / "ground-truth.json").exists():
        return {"article-extraction-benchmark": lambda: published(folder)}
    return {
        file.name.removesuffix(".jsonl.gz"): lambda file=file: pages(file) for file in sorted(folder.glob("*.jsonl.gz"))
    }


def pages(file: Path) -> Iterator[Page]:
    """The pages of a set that have a gold text."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            if item["gold"].get("text"):
                yield Page(item["raw"], item["kind"], item.get("url"), item["gold"]["text"])


def published(folder: Path) -> Iterator[Page]:
    """The pages of the article-extraction-benchmark."""
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for name, gold in sorted(truth.items()):
        with gzip.open(folder / "html" / f"{name}.html.gz", "rt", encoding="utf-8", errors="replace") as file:
            yield Page(file.read(), "html", gold.get("url"), gold.get("articleBody") or "")


def by_reader(page: Page) -> str:
    """What the project itself finds."""
    return reader.clean(page.raw, kind=page.kind, url=page.url).text


def by_trafilatura(page: Page) -> str:
    """Trafilatura as it comes, without comments."""
    import trafilatura  # only where it is asked for

    return trafilatura.extract(page.raw, url=page.url, include_comments=False) or ""


def by_justext(page: Page) -> str:
    """Justext with its English word list."""
    import justext  # only where it is asked for

    found = justext.justext(page.raw.encode("utf-8", "replace"), justext.get_stoplist("English"), encoding="utf-8")
    return "\n\n".join(paragraph.text for paragraph in found if not paragraph.is_boilerplate)


def by_long_lines(page: Page) -> str:
    """The plain rule that a cleaner has to beat."""
    text = page.raw if page.kind == "text" else text_of(page.raw)
    lines = (line.strip() for line in text.split("\n"))
    return "\n\n".join(line for line in lines if len(line.split()) >= 10 and SENTENCE.search(line))


def text_of(markup: str) -> str:
    """A page's text, a block a line."""
    tree = lxml.html.document_fromstring(markup.encode("utf-8", "replace"), lxml.html.HTMLParser(encoding="utf-8"))
    for element in tree.xpath("//script | //style | //noscript | //template"):
        element.drop_tree()
    for element in tree.iter("p", "div", "li", "h1", "h2", "h3", "h4", "br", "td", "section", "article"):
        element.tail = "\n" + (element.tail or "")
        element.text = "\n" + (element.text or "")
    return str(tree.text_content())


SYSTEMS: dict[str, Callable[[Page], str]] = {
    "reader": by_reader,
    "trafilatura": by_trafilatura,
    "justext": by_justext,
    "long lines": by_long_lines,
}
HTML_ONLY = frozenset({"trafilatura", "justext"})


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Counted runs of four words; a shorter text is one run."""
    words = WORDS.findall(text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))) if words else Counter()


@dataclass(frozen=True)
class Score:
    """What a system reached on a set."""

    pages: int
    precision: float
    recall: float
    a_second: float

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def score(some: list[Page], system: Callable[[Page], str]) -> Score:
    """Precision over the pages where anything was found, recall over all."""
    precisions, recalls, spent = [], [], 0.0
    system(some[0])  # what is loaded once is not counted
    for page in some:
        began = time.process_time()
        found = system(page)
        spent += time.process_time() - began
        mine, true = shingles(found), shingles(page.gold)
        shared = sum((mine & true).values())
        if mine:
            precisions.append(shared / sum(mine.values()))
        if true:
            recalls.append(shared / sum(true.values()))
    return Score(len(some), mean(precisions), mean(recalls), len(some) / spent if spent else 0.0)


def curve(there: dict[str, Callable[[], Iterator[Page]]]) -> None:
    """Prints what cleaning a thousand characters of dumps of growing length costs."""
    texts = [page.raw for pages_of in there.values() for page in islice(pages_of(), 400) if page.kind == "text"]
    if not texts:
        sys.exit("no text dumps there")
    whole = "\n".join(texts)
    whole *= 5_000_000 // len(whole) + 1
    reader.clean(whole[:10_000], kind="text")  # what is loaded once is not counted
    print("| characters | milliseconds | a thousand characters |")
    print("|---:|---:|---:|")
    for size in (10_000, 100_000, 1_000_000, 5_000_000):
        began = time.process_time()
        reader.clean(whole[:size], kind="text")
        spent = 1000 * (time.process_time() - began)
        print(f"| {size:,} | {spent:.0f} | {1000 * spent / size:.3f} |", flush=True)


def mean(values: list[float]) -> float:
    """Zero for nothing."""
    return sum(values) / len(values) if values else 0.0


def main() -> None:
    """Prints the table, a line as soon as it is known."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--set", nargs="+", metavar="NAME", help="these sets only")
    parser.add_argument("--system", nargs="+", choices=SYSTEMS, default=list(SYSTEMS))
    parser.add_argument("--limit", type=int, help="the first N pages of each set")
    parser.add_argument("--curve", action="store_true", help="what dumps of growing length cost")
    arguments = parser.parse_args()
    there = sets(arguments.folder)
    if arguments.curve:
        curve(there)
        return
    wanted = arguments.set or list(there)
    if not there or not set(wanted) <= set(there):
        sys.exit(f"no such sets in {arguments.folder}; there are: {', '.join(there) or 'none'}")
    missing = [name for name in arguments.system if name in HTML_ONLY and find_spec(name) is None]
    print("| set | pages | system | precision | recall | F1 | pages a second |")
    print("|---|---:|---|---:|---:|---:|---:|")
    for name in wanted:
        some = list(islice(there[name](), arguments.limit))
        for system in arguments.system:
            if not some or system in missing or (system in HTML_ONLY and some[0].kind == "text"):
                continue
            s = score(some, SYSTEMS[system])
            print(
                f"| {name} | {s.pages} | {system} | {s.precision:.3f} | {s.recall:.3f} | {s.f1:.3f} "
                f"| {s.a_second:.0f} |",
                flush=True,
            )
    if missing:
        print(f"not installed, so left out: {', '.join(missing)}", file=sys.stderr)


if __name__ == "__main__":
    main()
