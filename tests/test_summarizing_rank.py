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
from reader.summarizing import METHODS, explain, rank
from reader.summarizing.news import MOST

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
        assert len(starts) == min(length, len(ranking.within().sentences))
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


def test_what_is_no_sentence_of_the_story_is_the_last_thing_that_any_method_takes() -> None:
    for method in METHODS:
        ranking = rank(ARTICLE, headline=HEADLINE, method=method)
        last = {ranking.sentences[i].text for i in ranking.order[-3:]}
        assert {"PORT ALDER, March 3. /NWS/.", "Scroll down for video"} < last


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
    reasons = [explain(ARTICLE, index, headline=HEADLINE) for index in ranking.order]
    assert reasons[0] == ("opens the article", "has words of the headline: harbour, Port, Alder, weeks, storm")
    assert "adds Birchhaven" in reasons[1]
    assert {"explains a picture", "sends the reader elsewhere"} <= {reason[0] for reason in reasons}


def test_every_sentence_of_every_method_has_its_reasons() -> None:
    for method in METHODS:
        ranking = rank(ARTICLE, method=method)
        assert all(explain(ARTICLE, i, method=method) for i in range(len(ranking.sentences)))
    assert explain(ARTICLE, 99) == explain("", 0) == ()
