"""Make reader/stories/common_stems.txt: the share of English news stories that contain a stem.

    python benchmarks/learn_common_stems.py FILE.jsonl.gz ... > reader/stories/common_stems.txt

The files hold one JSON object a line with a `text`, or `articles` or a `gold` that have one. The table in the package
was made from collections whose licence allows it (NeuS round-ups, SummEval, the article extraction benchmark, fundus).
Words always written with a capital are left out: whose name is in the news changes.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator

from reader.language.detection import detect
from reader.language.names import names
from reader.language.words import stem, stop_words, words

FEWEST = 6
"""Stems in fewer stories than this are left to the default."""


def texts(paths: list[str]) -> Iterator[str]:
    """The English texts of the files."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                item = json.loads(line)
                for part in item.get("articles") or [item.get("gold") or item]:
                    text = f"{part.get('headline') or ''}\n{part.get('text') or ''}"
                    if detect(text) == "en":
                        yield text


def main() -> None:
    """Count and print."""
    counts: Counter[str] = Counter()
    stories = 0
    for text in texts(sys.argv[1:]):
        stories += 1
        lowered = set(re.findall(r"\b[^\W\dA-Z]\w+", text))
        counts.update({stem(w, "en") for w in words(text) if w in lowered and w not in stop_words("en")})
        counts.update({f"@{name.key}" for name in names(text) if name.kind == "place" and " " not in name.key})
    classes: dict[str, list[str]] = {}
    for key, count in counts.items():
        if count >= FEWEST and not key.isdigit() and len(key) > 1:
            share = count / stories
            classes.setdefault(f"{share:.1g}" if share < 0.01 else f"{share:.2f}", []).append(key)
    for share in sorted(classes, key=float, reverse=True):
        print(f"{share}: {' '.join(sorted(classes[share]))}")


if __name__ == "__main__":
    main()
