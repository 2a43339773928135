"""reader.library.columns.fulltext: queries and snippets as text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.library.columns import fulltext


@pytest.mark.parametrize(
    ("query", "expression"),
    [
        ("harbour strike", '"harbour" AND "strike" *'),
        ('"Harbour strike" now', '"harbour strike" AND "now" *'),
        ('now "harbour strike"', '"now" AND "harbour strike"'),
        ("大学", '"大学" *'),
        ("北京大学", '"北京 京大 大学" *'),
        ("学", '"学" *'),
        ("学 now", '"学" * AND "now" *'),
        ("--- !", None),
        ('"" ""', None),
    ],
)
def test_queries_become_quoted_words(query, expression):
    assert fulltext.expression(query) == expression


def test_an_unspaced_run_is_indexed_as_pairs_and_its_last_character():
    assert fulltext.indexed("BBC 北京大学.").split() == ["bbc", "北京", "京大", "大学", "学", "."]
    assert fulltext.indexed(None) == fulltext.indexed("") == ""


def test_a_snippet_shows_where_most_of_the_words_stand():
    text = "A strike. " + "Filler words here. " * 30 + "The harbour strike ended at dawn. " + "More filler. " * 30
    snippet, marks = fulltext.snippet(text, "harbour strike")
    assert [snippet[a:b] for a, b in marks] == ["harbour", "strike"]
    assert snippet.startswith("…")
    assert snippet.endswith("…")
    assert len(snippet) <= fulltext.SNIPPET + 2


def test_a_snippet_is_one_line_and_its_marks_fit_in_any_script():
    snippet, marks = fulltext.snippet("İstanbul\nStraße ﬁle Zu\u0308rich 北京大学", 'strasse "file zürich" 京大')
    assert "\n" not in snippet
    assert [snippet[a:b] for a, b in marks] == ["Straße", "ﬁle", "Zu\u0308rich", "京大"]


def test_only_the_word_being_typed_is_marked_when_it_is_a_beginning():
    text = "The art of the artful: part, arts"
    assert _marked(text, "art the") == ["The", "art", "the"]
    assert _marked(text, "the art") == ["The", "art", "the", "artful", "arts"]
    assert _marked(text, '"art"') == ["art"]
    assert _marked("हिन्दी समाचार", "हिन्दी समा") == ["हिन्दी", "समाचार"]


def _marked(text: str, query: str) -> list[str]:
    snippet, marks = fulltext.snippet(text, query)
    return [snippet[a:b] for a, b in marks]


def test_a_page_pasted_as_a_query_takes_no_time():
    words = " ".join(f"w{n}" for n in range(20_000))
    started = time.process_time()
    assert (fulltext.expression(words) or "").count("AND") < 60
    fulltext.snippet(words, words)
    assert time.process_time() - started < 2


def test_a_snippet_without_a_find_is_the_opening():
    assert fulltext.snippet("Short text", "absent") == ("Short text", ())
    assert fulltext.snippet("", "absent") == ("", ())
    assert fulltext.snippet("Short text", "") == ("Short text", ())


def test_the_places_of_a_querys_words_are_exact_in_any_script_and_begin_where_most_come_together():
    text = (
        "The harbour was quiet.\n\n"
        + "It rained. " * 40
        + "\n\nIn Zürich the harbour strike ended: 港湾ストライキ終結."
    )
    found, first = fulltext.matches(text, "harbour zurich")
    assert [text[a:b] for a, b in found] == ["harbour", "Zürich", "harbour"]
    assert text[slice(*found[first])] == "Zürich"
    assert [text[a:b] for a, b in fulltext.matches(text, "スト")[0]] == ["スト"]
    assert fulltext.matches(text, "storm") == ((), 0)
    assert fulltext.matches(text, "") == ((), 0)


@settings(deadline=None)
@given(st.text(), st.text(max_size=20))
def test_any_snippet_is_a_piece_of_the_text_with_marks_inside(text, query):
    snippet, marks = fulltext.snippet(text, query)
    assert "\n" not in snippet
    last = 0
    for start, end in marks:
        assert last <= start < end <= len(snippet)
        last = end


def test_a_line_of_five_million_characters_takes_no_time():
    for text in ("a" * 5_000_000, "北" * 5_000_000, "ab " * 1_700_000, "é" * 5_000_000):
        started = time.process_time()
        fulltext.snippet(text, "ab 北京 aaaa")
        assert time.process_time() - started < 2
