"""reader.summarizing: rankings by every method."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import ReaderError
from reader.summarizing import METHODS, explain, importance, rank
from reader.summarizing.features import describe
from reader.summarizing.news import MOST, WEIGHTS, order

ARTICLE = """PORT ALDER, March 3. /NWS/. The harbour of Port Alder will stay closed for two weeks after the storm broke its \
northern wall, Mayor Ann Poole said on Monday.

Ships are being sent to Birchhaven, forty kilometres to the south. However, that harbour is too small for the largest ones.

"We have lost the wall. We have not lost the town," Poole told reporters. "What do we do now?"

She added that repairs would cost 12 million crowns. The storm, the worst since 1962, killed nobody. Poole (pictured left) \
thanked the coast guard.

It was the third storm of the winter in Port Alder. Scroll down for video"""
HEADLINE = "Storm closes Port Alder harbour for two weeks"

TEXTS = {
    "empty": "",
    "blank": " \n\t\n ",
    "one word": "Storm",
    "no words": "... !!! ??? --- ...",
    "numbers": "1. 2. 3. 4. 5.",
    "one sentence": "The harbour is closed.",
    "equal sentences": "The harbour is closed. " * 30,
    "unlike sentences": "Ships wait. Nobody knows. Rain falls.",
    "stop words": "It is. He was. They are. We had.",
    "controls": "\x1b[31mThe harbour\x00 is\x9b closed.\x07 Ships \ud800wait.\u202e Storm.",
    "chinese": "港口关闭了。船只在等待。市长说两周后开放。",
    "arabic": "أغلق الميناء اليوم. السفن تنتظر. قالت العمدة إن الإصلاح يستغرق أسبوعين.",
    "thai": "ท่าเรือปิดแล้ว เรือกำลังรอ",
    "russian": "Порт закрыт. Суда ждут. Мэр сообщила, что ремонт займёт две недели.",
}


def check(text: str, method: str, language: str | None = "en") -> None:
    ranking = rank(text, method=method, language=language)
    count = len(ranking.sentences)
    assert sorted(ranking.order) == list(range(count))
    assert ranking.method == method
    for sentence in ranking.sentences:
        assert text[sentence.start : sentence.end] == sentence.text == sentence.text.strip() != ""
        assert 0.0 <= sentence.score <= 1.0
    chosen: set[int] = set()
    for length in range(min(count, 12) + 2):
        summary = ranking.top(length)
        starts = [s.start for s in summary.sentences]
        assert starts == sorted(starts)
        assert chosen <= set(starts)
        assert len(starts) == min(length, count)
        chosen = set(starts)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("name", TEXTS)
def test_every_method_ranks_any_text(method: str, name: str) -> None:
    check(TEXTS[name], method)
    check(TEXTS[name], method, None)


@pytest.mark.parametrize("method", METHODS)
def test_every_method_ranks_an_article_and_always_the_same_way(method: str) -> None:
    check(ARTICLE, method)
    assert rank(ARTICLE, method=method) == rank(ARTICLE, method=method)


@pytest.mark.parametrize(
    "language", ["en", "de", "fr", "es", "it", "pt", "pl", "ru", "uk", "tr", "ar", "zh", "xx", None]
)
def test_every_language_is_summarised(language: str | None) -> None:
    for text in ("russian", "arabic", "chinese"):
        check(TEXTS[text], "news", language)
        check(TEXTS[text], "lexrank", language)


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_news_ranks_any_text_at_all(text: str) -> None:
    check(text, "news")


@pytest.mark.parametrize("method", METHODS)
def test_two_thousand_sentences_are_ranked(method: str) -> None:
    text = " ".join(f"Ship number{i} waits at pier word{i % 97} near gate{i % 13}." for i in range(2_000))
    ranking = rank(text, method=method)
    assert len(ranking.order) == len(ranking.sentences) == 2_000


def test_a_hundred_thousand_words_are_ranked() -> None:
    text = " ".join(f"Ship {i} of the harbour waits for word{i % 977} in the rain." for i in range(9_000))
    assert len(rank(text).sentences) == 9_000


def test_sentences_far_down_a_very_long_text_come_last_in_reading_order() -> None:
    text = " ".join(f"Ship {i} of the harbour waits for word{i % 977} in the rain." for i in range(MOST + 50))
    ranking = rank(text)
    assert ranking.order[MOST:] == tuple(range(MOST, MOST + 50))
    assert sorted(ranking.order[:MOST]) == list(range(MOST))
    assert "weighed" in explain(text, MOST)[0]


@pytest.mark.parametrize("unit", ["“a. ", "'a. 'b ", "Mr. 'a ", "(left ", '" a "b '])
def test_marks_without_partners_cost_no_more_than_others(unit: str) -> None:
    start = time.process_time()
    rank(unit * (100_000 // len(unit)))
    assert time.process_time() - start < 5


def test_an_unknown_method_names_those_there_are() -> None:
    with pytest.raises(ReaderError, match="lexrank"):
        rank("A text.", method="magic")


def test_the_news_method_loads_no_slow_library() -> None:
    code = (
        "import sys; from reader.summarizing import rank, explain, brief; from reader.article import Article;"
        "rank('One thing. Another thing.'); explain('One. Two.', 0); brief([Article(text='One thing. Two things.')]);"
        "print([m for m in ('nltk', 'sumy', 'numpy') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


# ---------------------------------------------------------------- what a reader wants of a summary


def summary(count: int) -> list[str]:
    return [s.text for s in rank(ARTICLE, headline=HEADLINE).top(count).sentences]


def test_the_news_summary_begins_with_the_news() -> None:
    assert summary(1)[0].startswith("The harbour of Port Alder will stay closed")


def test_a_dateline_is_the_last_thing_to_be_taken() -> None:
    ranking = rank(ARTICLE, headline=HEADLINE)
    assert ranking.sentences[ranking.order[-1]].text == "PORT ALDER, March 3. /NWS/."


def test_furniture_captions_and_questions_stay_out() -> None:
    text = " ".join(summary(5))
    assert "Scroll down" not in text
    assert "pictured" not in text


def test_a_quotation_is_never_cut_in_two() -> None:
    for count in range(1, 12):
        for sentence in summary(count):
            assert sentence.count('"') % 2 == 0


def test_a_sentence_that_leans_on_another_comes_after_it() -> None:
    text = "The harbour is closed after the storm. Ships wait at sea for a place. However, they have food for a month."
    ranking = rank(text)
    assert ranking.order.index(1) < ranking.order.index(2)


def test_no_sentence_is_taken_twice_before_others() -> None:
    twice = "The harbour of Port Alder is closed after the storm."
    text = f"{twice} {twice} Repairs of the broken wall will cost 12 million crowns, the mayor said."
    assert [s.text for s in rank(text).top(2).sentences] == [twice, text[2 * len(twice) + 2 :]]


def test_the_headline_draws_its_sentence() -> None:
    towns = ("Alder", "Birch", "Cedar", "Dogwood", "Elder", "Fir")
    text = " ".join(f"The people of {town} wait for a ferry that left the island on Monday." for town in towns)
    plain, drawn = rank(text), rank(text, headline="Ferry for Elder is late")
    assert drawn.order.index(4) < plain.order.index(4)


def test_every_feature_has_a_weight_and_lies_between_0_and_1() -> None:
    texts = [s.text for s in rank(ARTICLE).sentences]
    for unit in describe(texts, headline=HEADLINE):
        assert set(unit.features) == set(WEIGHTS)
        assert all(0.0 <= value <= 1.0 for value in unit.features.values()), unit


def test_the_order_takes_the_best_first() -> None:
    units = describe([s.text for s in rank(ARTICLE).sentences])
    ranked, scores = order(units)
    assert scores[ranked[0]] == max(scores)


def test_the_likelihood_of_a_word_is_the_sum_of_its_weighted_properties() -> None:
    sentences = [frozenset({"poole", "alder", "12"}), frozenset({"poole", "ship"}), frozenset({"poole", "12"})]
    names, title = frozenset({"poole"}), frozenset({"ship"})
    found = importance.importance(sentences, names, title)
    for word, (count, first) in {"poole": (3, 0), "alder": (1, 0), "12": (2, 0), "ship": (1, 1)}.items():
        properties = importance.properties(word, count, first, len(sentences), names)
        expected = sum(importance.WEIGHTS[name] * value for name, value in properties.items())
        assert found[word] == pytest.approx(min(1.0, expected + importance.HEADLINE * (word in title)))
    spread = {"poole": 3, "12": 2}
    means = [sum(found[word] for word in roots) / len(roots) for roots in sentences]
    assert importance.matters(sentences, names, title, spread, ["12"]) == pytest.approx(means)


# ---------------------------------------------------------------- why


def test_the_reasons_are_the_same_in_every_run_and_quote_no_word_twice() -> None:
    text = "港口的起重机停了九个星期。议会说零件正在路上。港口的起重机没有人等。"
    program = f"from reader.summarizing import explain; print(explain({text!r}, 0, language='zh'))"
    said = {
        subprocess.check_output([sys.executable, "-c", program], env={**os.environ, "PYTHONHASHSEED": seed}).decode()
        for seed in "123"
    }
    assert len(said) == 1
    assert "起重机停了九个星期" not in said.pop()


def test_the_reasons_name_what_counted() -> None:
    ranking = rank(ARTICLE, headline=HEADLINE)
    best, worst = ranking.order[0], ranking.order[-1]
    reasons = "; ".join(explain(ARTICLE, best, headline=HEADLINE))
    assert "opens the article" in reasons
    assert "harbour" in reasons
    assert "only place, date and agency" in explain(ARTICLE, worst, headline=HEADLINE)


def test_every_sentence_of_every_method_has_its_reasons() -> None:
    for method in METHODS:
        ranking = rank(ARTICLE, method=method)
        assert all(explain(ARTICLE, i, method=method) for i in range(len(ranking.sentences)))
    assert explain(ARTICLE, 99) == explain("", 0) == ()


# ---------------------------------------------------------------- openings that are not the news

SCENE = """The kettle went on at five. Nobody had slept. The harbour of Port Alder will stay closed for two weeks after the \
storm broke its northern wall, Mayor Ann Poole said on Monday. They were tired. Repairs of the wall will cost 12 million \
crowns and take until the summer, engineers told the council."""


def test_a_scene_before_the_news_is_not_taken_for_the_news() -> None:
    for headline in (HEADLINE, None):
        ranking = rank(SCENE, headline=headline)
        assert ranking.order[0] == 2
        assert set(ranking.order[:2]) == {2, 4}
    assert "sets a scene before the news is told" in explain(SCENE, 0, headline=HEADLINE)


@pytest.mark.parametrize(
    ("first", "headline"),
    [
        ("Port Alder stays closed.", HEADLINE),  # shares words with the headline
        ("Ann Poole has left Birchhaven.", HEADLINE),  # has names
        ("It is 12 degrees colder than in 1962.", HEADLINE),  # has figures
        ("ROME (NWS) - The old king has died.", HEADLINE),  # an agency
        ("The king is dead in Rome.", None),  # a name
    ],
)
def test_a_short_first_sentence_that_tells_something_is_no_scene(first: str, headline: str | None) -> None:
    texts = [first, *(s.text for s in rank(ARTICLE).sentences[1:])]
    unit = describe(texts, headline=headline)[0]
    assert (unit.features["scene"], unit.features["first"]) == (0.0, 1.0)


LONG_SCENE = """The last crate went up the steps at dawn. It was the one with the lamps. "Careful," she said, "careful \
now." Nobody spoke. They sat down on the wall and watched the water.

The harbour of Port Alder will stay closed for two weeks after the storm broke its northern wall, Mayor Ann Poole said \
on Monday. Repairs of the wall will cost 12 million crowns, engineers told the council."""


def test_the_news_is_looked_for_behind_a_long_scene_when_there_is_a_headline() -> None:
    told = [sentence.text.startswith("The harbour") for sentence in rank(LONG_SCENE).sentences]
    assert rank(LONG_SCENE, headline=HEADLINE).order[0] == told.index(True)


def test_what_points_back_into_a_scene_is_part_of_it() -> None:
    texts = [
        "There is a picture of it all.",
        "The minister of Alder is in it, and two bankers from Birchhaven, all of them smiling at one crane.",
        "The Harbour Board of Port Alder, which paid 7 million crowns for the crane, went bankrupt on Monday.",
        "Ships wait.",
    ]
    assert [unit.features["scene"] for unit in describe(texts, headline="Who paid for the crane?")] == [1, 1, 0, 0]


def test_a_list_is_no_scene() -> None:
    texts = [
        "It feeds two or six.",
        "200 g pearl barley",
        "4 leeks, washed",
        "2 litres of water",
        "Salt",
        "One smoked rib",
    ]
    assert not any(unit.features["scene"] for unit in describe(texts, headline="Barley soup"))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("He left the port.", "en"),
        ("On Monday he left the port.", "en"),
        ("After this the port closed.", "en"),
        ("“We have lost the wall and two of the cranes.”", "en"),
        ("Det lukkede havnen.", "da"),
        ("उन्होंने बंदरगाह बंद किया।", "hi"),
        ("その港は閉まった。", "ja"),
    ],
)
def test_what_stands_for_somebody_named_before_leans(text: str, language: str) -> None:
    assert describe(["The port of Alder has closed.", text], language=language)[1].features["pronoun"] > 0


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("(The council had said so before.)", "connective"),
        ("But the port stays closed.", "connective"),
        ("Which is why the port stays closed.", "connective"),
        ("Members of the council, from left: Ann Poole, Carl Rusk", "caption"),
        ("The council gave three reasons:", "broken"),
        ("Watch the whole interview with Poole above.", "caption"),
        ("Ann Poole (left) and the wall.", "caption"),
    ],
)
def test_what_does_not_stand_by_itself_is_told(text: str, feature: str) -> None:
    assert describe([text])[0].features[feature] == 1.0
    assert (
        describe(["Poole and the council watch the wall above the port, which left them cold."])[0].features[feature]
        == 0.0
    )


def test_a_month_dates_a_sentence_and_does_not_tie_it_to_another() -> None:
    texts = ["Earlier this month the port closed.", "Earlier the port had closed."]
    assert [describe([text])[0].features["connective"] for text in texts] == [0.0, 1.0]


def test_what_promises_more_is_a_fragment() -> None:
    texts = ["The mayor gave three reasons:", "Was it the storm;", "Նավահանգիստը փակ է:"]
    assert [describe([text], language="en")[0].features["fragment"] for text in texts[:2]] == [1.0, 1.0]
    assert describe([texts[2]], language="hy")[0].features["fragment"] == 0.0
    assert describe([texts[1]], language="el")[0].features["fragment"] == 0.0


def test_a_headline_with_a_hyphen_has_the_words_of_both_parts() -> None:
    unit = describe(["The storm closed the port for two weeks."], headline="Storm-closed ports")[0]
    assert unit.features["headline"] == 0.5


def test_an_article_that_is_all_scenes_is_left_as_it_is() -> None:
    texts = ["The kettle went on.", "Nobody had slept.", "It rained.", "The dog barked.", "Somebody sang."]
    assert not any(unit.features["scene"] for unit in describe(texts, headline=HEADLINE))


def test_a_scene_that_the_next_sentence_leans_on_stays() -> None:
    texts = [
        "The last book was a thin one.",
        "It was the report on the storm that closed Port Alder in 1962.",
        "Rain fell.",
    ]
    assert describe(texts, headline=HEADLINE)[0].features["scene"] == 0.0


def test_a_short_answer_leans_on_its_question() -> None:
    texts = [
        "The dockers of Alder are on strike.",
        "Why do they strike now?",
        "Eleven cranes without drivers.",
        "Ships wait.",
    ]
    assert [unit.features["connective"] for unit in describe(texts)] == [0.0, 0.0, 1.0, 0.0]


def test_who_is_quoted_without_a_name_leans_on_the_sentence_before() -> None:
    texts = [
        '"The wall did not even wake up," he said.',
        '"No," Poole said.',
        "“We have lost the wall,” said the mayor.",
        "“We have lost the wall,” he says, on the steps of the Custom House in Alder.",
    ]
    assert [unit.features["pronoun"] > 0 for unit in describe(texts)] == [True, False, False, True]


def test_the_turns_of_an_interview_do_not_stand_by_themselves() -> None:
    texts = ["Poole has slept.", "Courier: Nine days.", "Poole: I know.", "Courier: And now?", "Poole: I go on."]
    assert [unit.features["question"] for unit in describe(texts)] == [0.0, 1.0, 1.0, 1.0, 1.0]
    once = ["Poole has slept.", "Warning: the wall may fall.", "Poole: I know.", "Ships wait.", "It rains."]
    assert not any(unit.features["question"] for unit in describe(once))
