"""reader.reading_time: words and minutes, in scripts with and without blanks."""

from __future__ import annotations

import pytest

from reader.article import Article
from reader.reading_time import reading_minutes, word_count
from reader.tui.draw.page import lay_out


def test_words_are_counted_between_blanks_and_in_chinese_by_characters() -> None:
    counted = {
        "": 0,
        " \n ": 0,
        "The mayor's co-pilot, 12.5 %": 5,
        "港口关闭了。": 6,
        "The 港口 closed": 4,
        "한국 사람": 2,
    }
    assert {text: word_count(text) for text in counted} == counted


@pytest.mark.parametrize(
    ("text", "minutes"), [("", 0), ("word", 1), ("word " * 239 + "word", 1), ("word " * 240 + "word", 2)]
)
def test_reading_time_is_rounded_up(text: str, minutes: int) -> None:
    assert reading_minutes(text) == minutes


def test_where_no_blanks_are_written_two_characters_count_as_a_word() -> None:
    assert reading_minutes("港口关闭了。" * 400) == 5
    assert reading_minutes("ท่าเรือ" * 400) >= 5


def test_the_page_of_a_japanese_article_shows_the_time_that_the_list_shows() -> None:
    article = Article(headline="港が閉まった", text="港は月曜日の夜に閉まった。" * 300)
    shown = "".join(piece for line in lay_out(article, 80) for piece, _ in line.pieces)
    assert f"{reading_minutes(article.text)} min" in shown
    assert reading_minutes(article.text) > 1
