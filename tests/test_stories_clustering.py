"""reader.stories.clustering: which story an article belongs to, whatever the order of adding."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from stories_support import (
    DAM_AGENCIES,
    DAM_EVE,
    DAM_FIRST,
    FERRY,
    FERRY_AGAIN,
    FERRY_ELSEWHERE,
    MemoryIndex,
    b_cubed,
)

from reader.article import Article
from reader.stories import Assignment, Features, assign, features_of, worth_reassigning
from reader.stories.clustering import _cluster_of_first, threshold

ALL = (DAM_FIRST, DAM_EVE, DAM_AGENCIES, FERRY, FERRY_AGAIN, FERRY_ELSEWHERE)


def placed(found: Sequence[Features], order: Sequence[int]) -> set[frozenset[int]]:
    index = MemoryIndex()
    for number in order:
        index.add_and_place(found[number], number)
    return index.groups()


def invented(events: int, seed: int) -> list[tuple[int, Features]]:
    """Two to five articles on each of some events, with words of their own, of the event and of all events."""
    chance = random.Random(seed)
    syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "ar", "en", "il", "os")]

    def word(parts: int) -> str:
        return "".join(chance.choice(syllables) for _ in range(parts))

    common = [word(2) for _ in range(60)]
    found = []
    for event in range(events):
        own = [word(3) for _ in range(25)]
        people = [f"{word(2).title()} {word(3).title()}" for _ in range(4)]
        day = date(2024, 1, 1) + timedelta(days=chance.randrange(90))
        for _ in range(chance.randint(2, 5)):
            sentences = []
            for _ in range(12):
                picked = chance.choices(own, k=5) + chance.choices(common, k=5) + [word(3)]
                chance.shuffle(picked)
                sentences.append(f"The {' '.join(picked)}, {chance.choice(people)} said.")
            dated = None if chance.random() < 0.3 else day + timedelta(days=chance.randrange(3))
            article = Article(headline=" ".join(chance.sample(own, 4)), text=" ".join(sentences), published=dated)
            found.append((event, features_of(replace(article, language="en"))))
    return found


def test_articles_of_one_event_become_one_story_and_others_stay_apart_in_every_order() -> None:
    found = [features_of(article) for article in ALL]
    for order in itertools.islice(itertools.permutations(range(6)), 0, 720, 29):
        groups = placed(found, order)
        assert frozenset({0, 1, 2}) in groups, order
        assert frozenset({3, 4}) in groups, order
        assert frozenset({5}) in groups, order


def test_the_order_of_adding_changes_little() -> None:
    made = invented(events=25, seed=5)
    found = [features for _, features in made]
    events = {frozenset(i for i, (event, _) in enumerate(made) if event == e) for e in range(25)}
    orders = [list(range(len(made))) for _ in range(3)]
    random.Random(1).shuffle(orders[1])
    orders[2].reverse()
    groupings = [placed(found, order) for order in orders]
    assert all(b_cubed(groups, events) >= 0.95 for groups in groupings)
    assert all(b_cubed(a, b) >= 0.95 for a, b in itertools.combinations(groupings, 2))


def test_a_story_keeps_its_id_when_an_article_joins() -> None:
    index = MemoryIndex(ALL)
    index.story = {0: 7, 1: 7}
    assignment = assign(2, index)
    assert assignment.story == 7
    assert assignment.merge == ()


def test_an_article_that_connects_two_stories_merges_them_into_the_larger() -> None:
    index = MemoryIndex([FERRY, FERRY_AGAIN, replace(FERRY, outlet="Other"), FERRY_AGAIN, replace(FERRY, headline="!")])
    index.story = {0: 1, 1: 1, 2: 2, 3: 1}
    assignment = assign(4, index)
    assert assignment.story == 1
    assert assignment.merge == (2,)


def test_a_lone_article_stays_without_a_story() -> None:
    assert assign(5, MemoryIndex(ALL)) == Assignment()
    assert assign(0, MemoryIndex([DAM_FIRST])) == Assignment()
    assert assign(9, MemoryIndex(ALL)) == Assignment()


def test_articles_without_text_or_date_are_placed_without_harm() -> None:
    index = MemoryIndex()
    for text in ("", " ", "?", "", "The ferry Sula."):
        index.add_and_place(Article(text=text))
    assert all(len(group) <= 2 for group in index.groups())


def test_a_long_affair_is_no_single_blob() -> None:
    """The same people over months, each time about something else: many stories."""
    index = MemoryIndex()
    subjects = ["water tariffs", "sluice repairs", "salmon quotas", "timber imports", "border bridges", "night trains"]
    for month, subject in enumerate(subjects, start=1):
        for outlet in ("Kelm Post", "Harbour Gazette"):
            text = (
                f"Dmitri Peshkov and Ilse Brandt met in Velmora to talk about {subject}. An agreement on {subject} was "
                f"near, {outlet} wrote, though the {subject.split()[1]} of last year were not forgotten. Brandt spoke "
                f"of {subject} for an hour and showed drawings of {subject.split()[0]} and of {subject.split()[1]}."
            )
            index.add_and_place(Article(text=text, outlet=outlet, published=date(2023, month, 3), language="en"))
    assert len(index.groups()) >= 4


def test_what_a_person_has_put_in_a_story_stays_there() -> None:
    index = MemoryIndex([FERRY, FERRY_AGAIN, replace(FERRY, outlet="Other"), FERRY_AGAIN, replace(FERRY, headline="!")])
    index.story = {0: 1, 1: 1, 2: 2, 3: 1}
    assignment = assign(4, index, fixed={2})
    assert (assignment.story, assignment.merge, assignment.together) == (2, (1,), ())
    index.story = {0: 1, 1: 1, 2: 2, 3: 3}
    assignment = assign(4, index, fixed={2, 3})
    assert {assignment.story, *assignment.merge} <= {1, 2, 3}
    assert len({2, 3} & {assignment.story, *assignment.merge}) == 1
    assert not {2, 3} & set(assignment.together)


def test_placing_once_more_at_the_end_makes_the_order_matter_less() -> None:
    made = invented(events=25, seed=8)
    found = [features for _, features in made]
    index = MemoryIndex()
    for number in range(len(found)):
        index.add_and_place(found[number], number)
    for number in range(len(found)):
        index.carry_out(number, assign(number, index))
    shuffled = random.Random(3).sample(range(len(found)), len(found))
    assert b_cubed(index.groups(), placed(found, shuffled)) >= 0.97


def test_in_a_small_library_all_is_placed_again_later_what_was_doubtful_and_in_a_large_one_nothing() -> None:
    assert [worth_reassigning(articles, doubtful=False) for articles in (3, 500, 501, 5_001)] == [
        True,
        True,
        False,
        False,
    ]
    assert [worth_reassigning(articles, doubtful=True) for articles in (3, 500, 501, 5_001)] == [
        True,
        True,
        True,
        False,
    ]


def test_a_place_is_doubtful_where_a_similarity_on_which_it_rests_is_near_the_threshold() -> None:
    alike = np.zeros((3, 3))
    for near, doubtful in ((0.2, False), (0.11, True), (0.09, True), (0.05, False)):
        alike[0, 1] = alike[1, 0] = near
        assert _cluster_of_first(alike, 0.1) == ([0, 1] if near > 0.1 else [0], doubtful)
    alike[0, 1] = alike[1, 0] = 0.3
    alike[0, 2] = alike[2, 0] = 0.16
    assert _cluster_of_first(alike, 0.1) == ([0, 1], True), "it reaches the story with half of that"


def test_an_article_that_belongs_nowhere_leaves_its_story() -> None:
    index = MemoryIndex(ALL)
    index.story = {3: 1, 4: 1, 5: 1}
    assert assign(5, index) == Assignment()
    index.carry_out(5, assign(5, index))
    assert 5 not in index.story


def test_what_does_not_belong_to_the_story_that_an_article_joins_has_to_leave_it() -> None:
    index = MemoryIndex(ALL)
    index.story = {0: 1, 1: 1, 5: 1}
    assert assign(2, index).leaving == (5,)
    assert assign(2, index, fixed={5}).leaving == ()


def short(headline: str, text: str, month: int, day: int) -> Article:
    return Article(headline=headline, text=text, published=date(2026, month, day), language="en")


HANNE = short(
    "Storm Hanne hits the coast",
    "Storm Hanne hit the coast near Velling on Saturday with gusts of 142 km/h. Two people were hurt by falling trees in "
    "Ossby, and 41,000 homes lost power. Ferries stay in harbour until Monday, the harbour master said.",
    1,
    10,
)
IVAR = short(
    "Storm Ivar hits the coast",
    "Storm Ivar hit the coast near Velling on Saturday with gusts of 136 km/h. Three people were hurt by falling trees in "
    "Karst, and 32,000 homes lost power. Ferries stay in harbour until Monday, the harbour master said.",
    2,
    21,
)
HANNE_AGAIN = short(
    "Night without light for Ossby",
    "Candles were lit in 41,000 kitchens after Hanne had torn down the lines around Velling. In Ossby a couple on their way "
    "home were hit by a lime tree.",
    1,
    11,
)


def test_another_day_other_names_and_other_numbers_make_another_event_of_like_words() -> None:
    found = [features_of(article) for article in (HANNE, IVAR, HANNE_AGAIN)]
    for order in itertools.permutations(range(3)):
        assert placed(found, order) == {frozenset({0, 2}), frozenset({1})}


def test_the_threshold_rises_with_the_library() -> None:
    at = [threshold(articles) for articles in (17, 90, 2_000, 2_800, 8_000)]
    assert at == sorted(at)
    assert threshold(2) == threshold(16)
    assert threshold(2_800) < threshold(8_000) == threshold(1_000_000)


FRAME = (
    "Good morning from the harbour of Velling. Here is what you need to know before the first ferry leaves for Ossby. "
    "{} That was the morning in a minute; have a good day, and write to us if you see a seal."
)


def edition(day: int, headline: str, news: str, outlet: str = "Velling Echo") -> Features:
    told = short(headline, FRAME.format(news), 3, day)
    return features_of(replace(told, outlet=outlet))


def test_two_editions_of_a_column_are_no_event() -> None:
    first = edition(
        3, "Velling today: Tuesday", "The council votes on parking fees. The library opens after its flood."
    )
    second = edition(4, "Velling today: Wednesday", "A court hears the case of the bells. The baths are closed.")
    elsewhere = replace(second, series=0)
    assert placed([first, second], [0, 1]) == {frozenset({0}), frozenset({1})}
    assert placed([first, elsewhere], [0, 1]) == {frozenset({0, 1})}, "were it not for the headline"


def test_a_report_that_is_published_again_under_its_headline_stays_one_story() -> None:
    news = "The council votes on parking fees at ten. The library opens after its flood."
    again = [edition(day, "Council votes on parking", news) for day in (3, 5)]
    assert placed(again, [0, 1]) == {frozenset({0, 1})}


THIRD_ROUND = short(
    "Ossery knock out Tarnby in third round",
    "Ossery Town beat Tarnby United 3-1 in the third round of the Harbour Cup on Tuesday. Milo Crane scored 2 goals and Dean "
    "Furrow added a third from the spot. Tarnby had led after 6 minutes. Greta Holm praised her side in front of 4,100 people.",
    2,
    3,
)
FOURTH_ROUND = short(
    "Ossery knock out Fenwick in fourth round",
    "Ossery Town beat Fenwick Rovers 2-0 in the fourth round of the Harbour Cup on Tuesday. Milo Crane scored 1 goal and Dean "
    "Furrow added a second from the spot. Fenwick had hit the bar after 10 minutes. Greta Holm praised her side in front of "
    "5,900 people.",
    2,
    10,
)
THIRD_AGAIN = short(
    "Crane sends Tarnby home",
    "The striker Milo Crane turned the Harbour Cup tie at Ossery with 2 goals before half-time and Dean Furrow made it safe. "
    "Tarnby had dreamt for some 40 minutes. Greta Holm, who saw 4,100 people on their feet, spoke of luck.",
    2,
    4,
)


def test_two_rounds_of_one_cup_are_two_stories_and_two_reports_of_one_round_are_one() -> None:
    index = MemoryIndex()
    for article in (THIRD_ROUND, FOURTH_ROUND, THIRD_AGAIN):
        index.add_and_place(article)
    assert index.groups() == {frozenset({0, 2}), frozenset({1})}
