"""reader.library.queries.search: any text is a query, the best articles come first, the index follows every change."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from library_support import put

from reader.article import Paragraph, View
from reader.library import Store
from reader.library.queries import search


@pytest.fixture
def store(tmp_path: Path):
    with Store(tmp_path / "news.library") as store:
        yield store


def found(store: Store, query: str) -> list[int]:
    """The ids of the hits."""
    return [hit.entry.id for hit in store.search(query)]


def test_all_words_must_be_there_and_the_last_may_be_begun(store):
    put(store, "/a", "The harbour strike ends.")
    put(store, "/b", "The harbour opens.")
    assert found(store, "harbour strike") == [1]
    assert found(store, "strike harb") == [1]
    assert sorted(found(store, "harb")) == [1, 2]
    assert found(store, "harb strike") == []
    assert found(store, "HARBOUR Opens") == [2]


def test_a_quoted_phrase_is_found_in_that_order_only(store):
    put(store, "/a", "The strike in the harbour.")
    put(store, "/b", "The harbour and the strike.")
    assert sorted(found(store, '"the harbour"  strike')) == [1, 2]
    assert found(store, '"in the harbour"') == [1]
    assert found(store, '"in the harb"') == []  # a closed phrase is whole
    assert found(store, '"in the harb') == [1]  # one that is still being typed is not


def test_words_in_the_headline_count_more(store):
    put(store, "/a", "Other news at length. " * 5 + "tram tram tram", headline="Other news")
    put(store, "/b", "Other news at length. " * 5 + "tram", headline="The tram line")
    assert found(store, "tram") == [2, 1]


def test_of_equals_the_newest_comes_first(store):
    for n, day in enumerate((3, 9, 5)):
        put(store, f"/{n}", "tram", published=date(2022, 1, day))
    put(store, "/undated", "tram")
    assert found(store, "tram") == [2, 3, 1, 4]


def test_outlet_standfirst_subheads_and_captions_are_found_too(store):
    put(
        store,
        "/a",
        "",
        outlet="Ellan Courier",
        standfirst="A quarrel about lanterns",
        paragraphs=(Paragraph("Body."), Paragraph("Subtle", "subhead"), Paragraph("Photographed", "caption")),
    )
    for word in ("courier", "lanterns", "subtle", "photographed"):
        assert found(store, word) == [1], word
    hit = store.search("photographed")[0]
    assert hit.snippet[slice(*hit.marks[0])] == "Photographed"


@pytest.mark.parametrize(
    ("text", "queries"),
    [
        ("Café Zürich", ["cafe", "CAFÉ", "zurich", "Zu\u0308rich"]),
        ("Die Straße in Łódź", ["strasse", "STRASSE", "łódź", "ŁÓDŹ"]),
        ("Выборы в Киеве", ["выборы", "КИЕВЕ", "киев"]),
        ("北京大学今天宣布", ["北京", "大学", "京大", "学", "今天宣布", "北京大学", "布"]),
        ("東京タワーのニュース", ["東京", "タワー", "ニュース", "の"]),
        ("BBC中文网报道", ["bbc", "中文", "中文网", "BBC中文"]),
        ("ประเทศไทยวันนี้", ["ไทย", "วันนี้", "ประเทศ"]),
        ("हिन्दी समाचार", ["हिन्दी", "समाचार", "हि"]),
        ("أخبار الْيَوْمِ", ["اليوم", "أخبار"]),
        ("서울에서 회의", ["서울", "회의"]),
        ("ＦＵＬＬ ｗｉｄｔｈ", ["full", "width"]),
        (
            "co-operation, 3.5 and O'Brien's",
            ["co-operation", "co", "3.5", "o'brien", "O'Brien's"],
        ),
    ],
)
def test_words_of_many_scripts_are_found(store, text, queries):
    put(store, "/other", "Something else 其他 другое")
    id_ = put(store, "/a", text)
    for query in queries:
        assert found(store, query) == [id_], query
        hit = store.search(query)[0]
        assert hit.marks, query


def test_characters_that_do_not_follow_each_other_are_not_a_word(store):
    put(store, "/a", "北方的京城")
    assert found(store, "北京") == []


@pytest.mark.parametrize(
    "query",
    ["", " ", '"', '""', "*", "AND", "OR NOT", "NEAR(", "a NEAR b", "headline:x", "-", "^a", "a*b", "(", "{a b}: c", "'", "\x00", "\ud800",
     "+", "\\", "%", "🙂", "᠎", "\u0301", "a" * 5000, "a " * 2000, '" " "', "²", "_"],
)  # fmt: skip
def test_no_query_is_an_error(store, query):
    put(store, "/a", "text")
    assert found(store, query) in ([], [1])
    assert isinstance(store.slots(View(query=query)), list)


@settings(max_examples=80, deadline=None)
@given(query=st.text(max_size=30))
def test_no_text_at_all_is_an_error(shared, query):
    for hit in shared.search(query):
        assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.marks)
    shared.count(View(query=query))


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    with Store(tmp_path_factory.mktemp("search") / "news.library") as store:
        put(store, "/a", "ab 北京 c'd\u0301 0 ß \u0130 \ufb01")
        yield store


def test_words_of_the_query_operators_are_words(store):
    put(store, "/a", "black and white or not")
    assert found(store, "and") == found(store, "OR") == found(store, "NOT") == [1]


def test_the_index_forgets_what_an_article_no_longer_says(store):
    put(store, "/a", "Café 北京 strike", headline="Old", outlet="Courier")
    put(store, "/a", "Quiet", headline="New", outlet="Gazette")
    for word in ("cafe", "北京", "strike", "old", "courier"):
        assert found(store, word) == [], word
    for word in ("quiet", "new", "gazette"):
        assert found(store, word) == [1], word
    assert store._db.run("INSERT INTO search (search) VALUES ('integrity-check')") is not None


def test_an_article_put_twice_in_one_batch_is_found_by_its_last_words(store):
    with store.transaction():
        put(store, "/a", "first")
        put(store, "/a", "second")
    assert found(store, "first") == []
    assert found(store, "second") == [1]


def test_a_list_of_a_search_follows_changes_by_this_and_by_another_program(store):
    put(store, "/a", "harbour")
    view = View(query="harbour")
    assert store.count(view) == (1, 1)
    put(store, "/b", "harbour")
    assert store.count(view) == (2, 2)
    with Store(store.path) as other:
        put(other, "/b", "quiet")
    assert store.count(view) == (1, 1)
    put(store, "/a", "quiet")
    assert store.count(view) == (0, 0)
    assert store.count(View(query="quiet")) == (2, 2)


def test_the_limit_is_kept(store):
    for n in range(5):
        put(store, f"/{n}", "tram")
    assert len(store.search("tram", limit=3)) == 3
    assert store.search("tram", limit=0) == store.search("tram", limit=-1) == []
    assert len(store.search("tram", limit=10**30)) == 5


def test_of_a_word_that_very_many_have_those_added_last_are_ranked(store, monkeypatch):
    monkeypatch.setattr(search, "_RANKED", 3)
    for n in range(6):
        put(store, f"/{n}", "tram")
    assert sorted(found(store, "tram")) == [4, 5, 6]
