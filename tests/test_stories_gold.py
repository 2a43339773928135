"""Stories, names, quotations and passages on five articles as they came off the web, where those lie beside the project.

The same cases stand on invented articles in the other tests; these here are read, never copied.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from stories_support import MemoryIndex

from reader.article import Article
from reader.desk import Library
from reader.language.names import same_name
from reader.stories import align, features_of, infer_dates_around, related

FOLDER = Path(__file__).parent.parent.parent / "shared" / "articles"
pytestmark = pytest.mark.skipif(not (FOLDER / "gold.json").exists(), reason="the five articles are not here")


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((FOLDER / "gold.json").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def articles(gold: dict[str, Any]) -> list[Article]:
    """The five as a careful reader would clean them; 001 without its year."""
    found = []
    for name, kept in gold["articles"].items():
        lines = (FOLDER / name).read_text(encoding="utf-8").split("\n")
        line = [text.strip(" ·\r") for text in lines]
        published = _date(kept["published"])
        waits = name.startswith("001")
        found.append(
            Article(
                headline=line[kept["headline"] - 1] if kept["headline"] else None,
                standfirst=line[kept["standfirst"] - 1] if kept["standfirst"] else None,
                text="\n\n".join(line[number - 1] for number in kept["body"]),
                outlet=kept["outlet"],
                published=None if waits else published,
                day_and_month=f"--{published:%m-%d}" if waits and published else None,
                language="en",
            )
        )
    return found


def _date(written: str | None) -> date | None:
    if not written:
        return None
    return datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)


def test_one_event_is_one_story_in_every_order(articles: list[Article], gold: dict[str, Any]) -> None:
    same = {int(name[:3]) for name in gold["stories"]["same_event"]}
    found = [features_of(article) for article in articles]
    for order in itertools.permutations(range(len(articles))):
        index = MemoryIndex()
        for number in order:
            index.add_and_place(found[number], number)
        assert any(same <= group for group in index.groups()), order
        assert frozenset({4}) in index.groups(), order


def test_the_missing_year_comes_from_the_story_in_every_order(articles: list[Article], gold: dict[str, Any]) -> None:
    found = [features_of(article) for article in articles]
    expected = _date(next(a["published"] for n, a in gold["articles"].items() if n.startswith("001")))
    for order in itertools.permutations(range(len(articles))):
        index, settled = MemoryIndex(), set()
        for number in order:
            index.add_and_place(found[number], number)
            settled |= {(s.article_id, s.published) for s in infer_dates_around(number, index)}
        assert settled == {(1, expected)}, order


def test_related_articles_come_nearest_first(articles: list[Article], gold: dict[str, Any]) -> None:
    index = MemoryIndex()
    for article in articles:
        index.add_and_place(article)
    for name, expected in gold["stories"]["order_from_nearest"].items():
        ranked = [r.article_id for r in related(int(name[:3]), index)]
        places = [min(ranked.index(int(one)) for one in choice.split("|")) for choice in expected if choice != "any"]
        assert places == sorted(places), name
        assert not places or places[0] == 0, name
        assert len(set(places)) == len(places)


FILES = sorted(FOLDER.glob("*.txt"))
BY_FILE = [[4, 3, 2, 1, 0], [2, 4, 0, 3, 1], [3, 1, 4, 0, 2]]
"""Orders in which the files are added one at a time."""


@pytest.mark.parametrize("order", [None, range(5), *BY_FILE], ids=str)
def test_a_library_holds_the_gold_whatever_the_order_of_adding(
    order: Sequence[int] | None, gold: dict[str, Any], tmp_path: Path
) -> None:
    with Library(tmp_path / "library.db") as library:
        for places in [[FOLDER]] if order is None else [[FILES[number]] for number in order]:
            library.add(places)
        ids = {int(path.name[:3]): library.id_of(path) for path in FILES}
        numbers = {article_id: number for number, article_id in ids.items()}
        same = {int(name[:3]) for name in gold["stories"]["same_event"]}
        groups = [{numbers.get(i) for i in story.article_ids} for story in library.stories()]
        assert any(same <= group for group in groups)
        assert not any(4 in group for group in groups)
        for name, expected in gold["stories"]["order_from_nearest"].items():
            ranked = [numbers.get(r.article_id) for r in library.related(ids[int(name[:3])])]
            places_of = [min(ranked.index(int(o)) for o in one.split("|")) for one in expected if one != "any"]
            assert places_of == sorted(set(places_of)), name
            assert not places_of or places_of[0] == 0, name
        walk = [numbers.get(step.entry.id) for step in library.walk(ids[0])]
        # Once round the story in time order: to the latest, the undated one, then the earliest; then what is near.
        assert [number for number in walk if number is not None] == [0, 3, 2, 1, 4]


def test_copied_passages_are_found(articles: list[Article]) -> None:
    copied = [
        articles[0].text[p.start : p.end] for p in align(articles[0].text, articles[1].text) if p.kind == "copied"
    ]
    for beginning in (
        "According to them, these demands",
        "They believe that",
        "The White House and the State Department",
        "Earlier, Russian Foreign Minister",
        "On February 24",
    ):
        assert any(text.startswith(beginning) for text in copied), beginning


def test_the_quotation_in_other_words_is_found(articles: list[Article]) -> None:
    one, two = articles[0].text, articles[2].text
    pairs = [
        (one[p.start : p.end], two[slice(*p.other)]) for p in align(one, two) if p.kind == "same quotation" and p.other
    ]
    assert any("absolute speculation" in a and "purely speculative" in b for a, b in pairs)


def test_spellings_of_one_name_are_one_and_two_people_are_two(gold: dict[str, Any]) -> None:
    for spellings in gold["stories"]["one_name_many_spellings"]:
        assert all(same_name(a, b) for a, b in itertools.combinations(spellings, 2)), spellings
    for people in gold["stories"]["different_people_one_first_name"]:
        assert not any(same_name(a, b) for a, b in itertools.combinations(people, 2)), people
