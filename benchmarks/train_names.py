"""Learns the weights of `reader/language/names/letters.bin`: how much the letters of a word are those of a name.

    python benchmarks/train_names.py FILE.jsonl.gz ... [--write]

The names are those of the package Faker (MIT), given and family names of some eighty countries; of Chinese and Japanese
ones whole names are put together. What is no name are the words of the pages in FILE (JSON lines with `kind` and `raw`)
that are written in small letters or stand in short lines of several pages. Prints how many of the words that were not
learned from are judged rightly. Needs faker, scipy and scikit-learn.
"""

from __future__ import annotations

import argparse
import gzip
import json
import pkgutil
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from faker.providers import person
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from reader.article import RawDocument
from reader.cleaning.pipeline import page_lines
from reader.language.names import letters
from reader.scripts import HAN

_HAN = re.compile(f"[{HAN}]+")
_SHORT, _PAGES = 60, 4
"""Characters of a line that is a label; pages that have a word in one, for it to be none of a name."""
_WHOLE = 4000
"""Names put together of each language without blanks; half as many pieces of text again beside them."""


def given_and_family() -> Iterator[tuple[str, str, str]]:
    """Language, kind and word of every name."""
    for module in pkgutil.iter_modules(person.__path__):
        provider = import_module(f"{person.__name__}.{module.name}").Provider
        for kind in dir(provider):
            if re.search("first_name|last_name|given_name", kind) and not callable(getattr(provider, kind)):
                for word in " ".join(_strings(getattr(provider, kind))).split():
                    yield module.name[:2], kind, word.strip("()'")


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Iterable):
        for inner in value:
            yield from _strings(inner)


def examples(files: Iterable[str], random: Random) -> list[tuple[str, bool]]:
    """Words, and whether they are names."""
    names: Counter[str] = Counter()
    parts: dict[tuple[str, bool], set[str]] = {}
    for language, kind, word in given_and_family():
        if len(word) > 1 or word > "\u3000":
            names[word.lower()] += 1
            parts.setdefault((language, "last" in kind), set()).add(word)
    small, labels, runs = Counter[str](), Counter[str](), []
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                page = page_lines(RawDocument(text=record["raw"], kind=record["kind"], identity="x"))
                words = {word for line in page for word in re.findall(r"[^\W\d_]+", line)}
                small.update(word for word in words if word[0].islower() or word[0].lower() == word[0].upper())
                short = " ".join(line for line in page if len(line) < _SHORT)
                labels.update({word.lower() for word in re.findall(r"[^\W\d_]+", short)})
                runs += [run for line in page for run in _HAN.findall(line)]
    plain = {word for word in small if len(word) > 2} | {
        word for word, pages in labels.items() if pages >= _PAGES and len(word) > 2
    }
    sure = {word for word in names if word not in plain or (names[word] >= 3 and small[word] < 8)}
    found = [(word, True) for word in sorted(sure) if not _HAN.search(word)]
    found += [(word, False) for word in sorted(plain - sure) if not _HAN.search(word)]
    for language in ("ja", "zh", "ko"):
        family, given = (sorted(parts[language, last]) for last in (True, False))
        found += [(random.choice(family) + random.choice(given), True) for _ in range(_WHOLE)]
    found += [(run, False) for run in sorted(set(runs)) if 1 < len(run) < 7 for _ in range(3)]
    text = "".join(runs)
    for _ in range(_WHOLE if len(text) > _WHOLE else 0):
        at = random.randrange(len(text) - 5)
        found.append((text[at : at + random.choice((2, 3, 4, 5))], False))
    random.shuffle(found)
    return found


def rows_of(words: Iterable[str]) -> Any:
    """A row for each word, with its pieces in it."""
    buckets = [letters.buckets_of(word) for word in words]
    ends = np.cumsum([0, *map(len, buckets)])
    values = np.concatenate([np.full(len(row), len(row) ** -0.5) for row in buckets])
    return csr_matrix((values, np.concatenate(buckets), ends), shape=(len(buckets), letters.BUCKETS))


def main() -> None:
    """What the module says."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("files", nargs="+")
    arguments.add_argument("--write", action="store_true", help="write letters.bin and print the bias")
    given = arguments.parse_args()
    told = examples(given.files, Random(3))
    rows, labels = rows_of(word for word, _ in told), np.array([name for _, name in told])
    part = len(told) * 9 // 10
    model = LogisticRegression(C=2, max_iter=400).fit(rows[:part], labels[:part])
    print(f"{len(told)} words, of those not learned from judged rightly: {model.score(rows[part:], labels[part:]):.3f}")
    if given.write:
        model = LogisticRegression(C=2, max_iter=400).fit(rows, labels)
        weights = np.clip(np.round(model.coef_[0] * letters.SCALE), -127, 127).astype(np.int8)
        weights.tofile(Path(letters.__file__).parent / "letters.bin")
        print(f"bias {model.intercept_[0]:.2f}")


if __name__ == "__main__":
    main()
