#!/usr/bin/env python3
"""Whether reports of one event come together and look-alikes stay apart: `python benchmarks/story_pairs.py [--steps]`.

story_pairs.txt has invented reports in threes, in five languages: one, the same event in other words, another event of
the same kind in like words; in story_steps.txt (--steps) that is the next round or edition, or the second of its kind.
Counted are the pairs that come out right, each in a library of its own and with all the reports of their half in one
library; --missed names the others. The half that is called held back is for figures, not for choosing anything by.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reader.article import Article
from reader.desk import Library

DATA = Path(__file__).with_name("story_pairs.txt")
STEPS = Path(__file__).with_name("story_steps.txt")


@dataclass(frozen=True, slots=True)
class Three:
    """A report, the same event told by another, another event of its kind."""

    kind: str
    half: str
    reports: tuple[Article, Article, Article]


def threes(path: Path = DATA) -> Iterator[Three]:
    """All of a file."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    for start in range(0, len(lines), 4):
        about, _, kind = lines[start].removeprefix("= ").partition(": ")
        language, _, half = about.partition(" ")
        one, same, other = (_report(line, language) for line in lines[start + 1 : start + 4])
        yield Three(f"{language} {kind}", half, (one, same, other))


def _report(line: str, language: str) -> Article:
    outlet, day, headline, text = line.split(" | ")
    return Article(
        headline=headline,
        text=text,
        outlet=outlet,
        published=date.fromisoformat(day) if day else None,
        language=language,
    )


def stories_of(reports: Sequence[Article]) -> list[int]:
    """For each report a number that it shares with those in one story with it."""
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder) / "library") as library:
        ids = library.add_articles(reports)
        story = {i: story.id for story in library.stories() for i in story.article_ids}
        return [story.get(i, -i) for i in ids]


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", default="building", help="which half is counted; `held back` for figures alone")
    parser.add_argument("--steps", action="store_true", help="take the threes of story_steps.txt")
    parser.add_argument("--missed", action="store_true", help="name what came out wrong")
    arguments = parser.parse_args()
    found = [three for three in threes(STEPS if arguments.steps else DATA) if three.half == arguments.half]
    together = stories_of([report for three in found for report in three.reports])
    right: defaultdict[str, list[bool]] = defaultdict(list)
    for place, three in enumerate(found):
        one, same, other = three.reports
        a, b, c = together[3 * place : 3 * place + 3]
        pair, look_alike = stories_of([one, same]), stories_of([one, other])
        for name, good in (
            ("one event, two articles", pair[0] == pair[1]),
            ("look-alikes, two articles", look_alike[0] != look_alike[1]),
            ("one event, one library", a == b),
            ("look-alikes, one library", c not in (a, b)),
        ):
            right[name].append(good)
            if arguments.missed and not good:
                print(f"  {name}: {three.kind}")
    for name, results in right.items():
        print(f"{name:28}{sum(results):>4} of {len(results)}")


if __name__ == "__main__":
    main()
