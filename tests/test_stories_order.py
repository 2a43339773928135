"""The order in which articles are added: how little it changes, told on the sample library in articles/."""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from stories_support import MemoryIndex, b_cubed

from reader.desk import read_file
from reader.errors import SourceError
from reader.stories import Features, assign, features_of

FOLDER = Path(__file__).parent.parent / "articles"
GOLD = json.loads((Path(__file__).parent / "articles_gold.json").read_text(encoding="utf-8"))
STORY = {case["file"]: case["story"] for case in GOLD["articles"] if not case["record"]}


def sample() -> Iterator[tuple[str, Features]]:
    """The sample's files of one article each: which story they tell, and their features."""
    for file, story in STORY.items():
        try:
            article = read_file(FOLDER / file)[0]
        except SourceError:
            continue
        yield story or file, features_of(article)


def placed(found: Sequence[Features], order: Sequence[int]) -> set[frozenset[int]]:
    """The stories that come of adding articles in an order, as the assembly line does it."""
    index = MemoryIndex()
    for number in order:
        index.add_and_place(found[number], number)
    for number in order:
        index.carry_out(number, assign(number, index))
    return index.groups()


def test_in_whatever_order_the_sample_is_added_its_stories_are_nearly_the_same() -> None:
    made = list(sample())
    found = [features for _, features in made]
    gold = {frozenset(i for i, (story, _) in enumerate(made) if story == one) for one, _ in made}
    orders = [list(range(len(made))), list(reversed(range(len(made))))]
    orders += [random.Random(seed).sample(orders[0], len(made)) for seed in range(6)]
    groupings = [placed(found, order) for order in orders]
    assert all(b_cubed(a, b) >= 0.95 for a, b in itertools.combinations(groupings, 2))
    right = [b_cubed(groups, gold) for groups in groupings]
    assert max(right) - min(right) <= 0.04
