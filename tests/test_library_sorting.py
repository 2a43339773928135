"""Lists sorted by several keys, and lists of a language, a length and a size of story."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from reader.article import Article, View
from reader.desk import Library
from reader.errors import NotFound
from reader.library import Store


def words(thing: str, minutes: int) -> str:
    return f"{thing.title()}s and {thing}s and {thing}. " * (38 * minutes)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "news.library") as library:
        library.add_articles(
            [
                Article(
                    headline="a", text=words("quay", 1), outlet="Gazette", published=date(2031, 1, 2), language="en"
                ),
                Article(
                    headline="b", text=words("theatre", 9), outlet="courier", published=date(2031, 1, 1), language="en"
                ),
                Article(
                    headline="c", text=words("mine", 4), outlet="Gazette", published=date(2031, 1, 3), language="de"
                ),
                Article(headline="d", text=words("school", 9), outlet=None, published=None, language="de"),
            ]
        )
        yield library


def listed(library: Library, view: View) -> str:
    return "".join(entry.headline or "" for entry in library.entries([slot.id for slot in library.slots(view)]))


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        (("date",), "bacd"),
        (("-date",), "cabd"),
        (("outlet", "-date"), "bcad"),
        (("-outlet", "date"), "acbd"),
        (("-length", "outlet"), "bdca"),
        (("relevance", "length", "-date"), "acbd"),
    ],
)
def test_a_list_is_sorted_by_one_key_after_the_other_and_what_is_not_known_comes_last(
    library: Library, sort: tuple[str, ...], order: str
) -> None:
    assert listed(library, View(sort=sort)) == order
    assert listed(library, View(sort=sort, language="de")) == "".join(each for each in order if each in "cd")


def test_pages_of_a_sorted_list_follow_each_other_and_it_is_made_again_from_its_beginning(library: Library) -> None:
    view = View(sort=("-length", "date"))
    first = library.slots(view, limit=2)
    second = library.slots(view, after=first[-1], limit=9)
    assert [slot.id for slot in (*first, *second)] == [2, 4, 3, 1]
    assert library.slots(view, after=second[-1]) == []
    library.mark([4], read=True)
    assert library.next_unread(view, 2) == 3
    assert library.next_unread(view, 3, backwards=True) == 2
    assert library.next_unread(view, None) == 2
    assert library.next_unread(view, 1) is None
    assert [slot.id for slot in library.slots(View(sort=("-length", "date"), unread=True))] == [2, 3, 1]
    assert library.count(view) == (4, 3)


def test_of_a_sorted_search_the_most_relevant_comes_first(library: Library) -> None:
    library.add_articles(
        [
            Article(headline="x", text="A ferry and a zeppelin left for the island at noon.", language="en"),
            Article(headline="zeppelin", text="It was seen over the harbour at night.", language="en"),
        ]
    )
    assert listed(library, View(query="zeppelin", sort=("relevance",))) == "zeppelinx"
    assert listed(library, View(query="zeppelin", sort=("-relevance",))) == "xzeppelin"


@pytest.mark.parametrize(
    ("view", "order"),
    [
        (View(language="de"), "cd"),
        (View(language="xx"), ""),
        (View(longer=4, shorter=99), "bd"),
        (View(longer=3, language="de", group="outlet"), "cd"),
        (View(shorter=5), "ca"),
        (View(story_size=1), "cabd"),
        (View(story_size=9, group="nothing"), ""),
        (View(disputed=True), ""),
    ],
)
def test_languages_lengths_and_sizes_of_stories_narrow_a_list(library: Library, view: View, order: str) -> None:
    assert listed(library, view) == order
    assert library.count(view)[0] == len(order)


def test_large_stories_are_told_from_small_ones(tmp_path: Path) -> None:
    with Store(tmp_path / "news.library") as store:
        with Library(tmp_path / "news.library") as library:
            ids = library.add_articles([Article(headline=f"{n}", text=f"Text {n} of its own.") for n in range(6)])
        store.set_story(ids[:3], None)
        store.set_story(ids[3:5], None)
        sizes = [len(store.slots(View(story_size=size))) for size in (1, 2, 3, 4)]
        assert sizes == [6, 5, 3, 0]
        assert [slot.id for slot in store.slots(View(sort=("-story-size", "date")))][:3] == ids[:3]


def test_languages_are_counted(library: Library) -> None:
    assert library.languages() == [("de", 2), ("en", 2)]


def test_views_have_names(library: Library) -> None:
    library.views.put("Long ones", "is:unread longer:5")
    library.views.put("Today", "date:today")
    library.views.put("Long ones", "longer:9")
    assert library.views.all() == [("Long ones", "longer:9"), ("Today", "date:today")]
    assert library.views.said("long ONES") == "longer:9"
    library.views.remove("Today")
    with pytest.raises(NotFound, match="Today: there is no view of that name"):
        library.views.said("Today")


def test_stories_whose_reports_disagree_are_found_once_they_were_looked_at(tmp_path: Path) -> None:
    here = (
        "The ferry to Skerry ran aground on Monday with 14 people aboard. “Nobody is hurt,” said the harbour master, Ines"
        " Dorrel. The pilots of Marlow had warned of the sandbank since the autumn. A tug from Marlow came on Tuesday."
    )
    there = (
        "A ferry ran aground off Skerry on Monday with 17 people aboard, said the harbour master, Ines Dorrel of Marlow."
        " The sandbank has been there since the autumn, and the pilots of Marlow had warned of it. It rained."
    )
    with Library(tmp_path / "news.library") as library:
        ids = library.add_articles(
            [
                Article(headline="Ferry aground off Skerry", text=here, outlet="A", published=date(2031, 1, 6)),
                Article(headline="Skerry ferry aground", text=there, outlet="B", published=date(2031, 1, 7)),
                Article(headline="Seal seen", text="A seal was seen in the harbour of Marlow.", outlet="C"),
            ]
        )
        assert len(library.stories()) == 1
        assert listed(library, View(disputed=True)) == ""
        assert library.look_for_disputes(seconds=-1.0) == 1
        assert library.look_for_disputes() == 0
        assert {slot.id for slot in library.slots(View(disputed=True))} == set(ids[:2])
        library.split(ids[0])
        assert listed(library, View(disputed=True)) == "", "a story that has changed is to be looked at again"
        assert library.stories() == []
