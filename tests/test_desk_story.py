"""A story from all sides, without a screen."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tui_support import tui_articles

from reader.article import Article
from reader.desk import Library
from reader.desk.story_view import LOOKED_AT, StoryView, spread
from reader.errors import NotFound


@pytest.fixture
def view(library: Library) -> StoryView:
    library.add_articles(tui_articles()[:4])
    (story,) = library.stories()
    return library.view_of_story(story.id)


def test_a_story_knows_its_outlets_and_when_it_was_told(view: StoryView) -> None:
    assert view.outlets == ("NPA", "Marlow Courier", None)
    assert view.span == (date(2031, 11, 6), datetime(2031, 11, 17, 10, 37))
    assert [entry.id for entry in view.entries] == list(view.story.article_ids) == list(view.looked_at)


def test_every_sentence_quotation_and_name_stands_where_it_says(view: StoryView, library: Library) -> None:
    texts = {number: library.article(number).text for number in view.story.article_ids}
    for sentence in view.brief(6).sentences:
        assert texts[sentence.articles[0]][sentence.start : sentence.end] == sentence.text
    assert view.voices
    for voice in view.voices:
        for saying in voice.statements:
            for quoted in saying:
                first = quoted.text.split(" … ")[0]
                assert texts[quoted.spot.article_id][quoted.spot.start :].startswith(first)
    assert view.names
    for name in view.names:
        for spot in name.spots:
            assert texts[spot.article_id][spot.start : spot.end].strip()


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2031, 11, 17), "developing, 1 today"),
        (date(2031, 11, 18), "last report yesterday"),
        (date(2031, 11, 26), "last report 9 days ago"),
        (date(2031, 12, 30), "last report 1 month ago"),
        (date(2034, 1, 1), "last report 2 years ago"),
        (date(2031, 11, 10), ""),
    ],
)
def test_whether_a_story_goes_on_is_said_in_words(view: StoryView, today: date, state: str) -> None:
    assert view.state(today) == state


def test_of_a_story_without_dates_nothing_is_said_of_when(library: Library) -> None:
    ids = library.add_articles([Article(text="One.", headline="A"), Article(text="Two.", headline="B")])
    assert StoryView(library, library._store.set_story(ids)).state(date(2031, 11, 17)) == ""


def test_the_brief_of_the_library_is_that_of_the_view(view: StoryView, library: Library) -> None:
    assert library.brief(view.story.id, sentences=4) == view.brief(4)


def test_each_article_is_in_one_telling(view: StoryView) -> None:
    assert sorted(i for telling in view.tellings for i in telling.ids) == sorted(view.story.article_ids)


def test_a_speaker_in_several_spellings_is_one_voice(library: Library) -> None:
    library.add_articles(
        [
            Article(
                headline="Marlow quay vote: Peskov comments",
                text="“The quay of Marlow is of no interest to us at all,” Dmitry Peskov said in Marlow on Thursday.",
                published=date(2031, 1, 1),
            ),
            Article(
                headline="Marlow quay vote: a comment by Peskov",
                text="“We did hear of the harbour and the vote in Marlow,” Dmitry Pieskow said in Marlow on Friday. "
                "“The quay of Marlow is of no interest to us at all,” he added.",
                published=date(2031, 1, 2),
            ),
        ]
    )
    (story,) = library.stories()
    (voice,) = library.view_of_story(story.id).voices
    assert voice.articles == 2
    assert [len(saying) for saying in voice.statements] == [2, 1]


def test_of_a_long_story_some_texts_are_read_from_its_whole_time(library: Library) -> None:
    ids = list(range(1, 501))
    some = spread(ids, LOOKED_AT)
    assert len(some) == LOOKED_AT
    assert (some[0], some[-1]) == (1, 500)


@given(st.lists(st.integers(), unique=True, max_size=300), st.integers(2, 80))
def test_spreading_keeps_the_order_and_the_bound(ids: list[int], most: int) -> None:
    some = spread(ids, most)
    assert len(some) == min(len(ids), most) == len(set(some))
    assert list(some) == [i for i in ids if i in set(some)]


def test_an_article_of_megabytes_is_read_from_its_beginning_only(library: Library) -> None:
    text = "The harbour council of Marlow voted on Thursday. Ines Dorrel was there. " * 20_000
    library.add_articles(
        [Article(text=text, headline="Marlow vote"), Article(text=text[:5000], headline="Marlow votes")]
    )
    for story in library.stories():
        view = library.view_of_story(story.id)
        assert all(len(article.text) <= 100_000 for article in view.articles)


def test_a_story_that_is_not_there_is_not_found(library: Library, folder: Path) -> None:
    with pytest.raises(NotFound):
        library.view_of_story(77)


def test_a_toll_that_rises_from_day_to_day_is_told_as_such_and_is_no_disagreement(tmp_path: Path) -> None:
    told = [
        ("A crane killed nine people at Osk harbour on Sunday. A crowd of 58,400 watched Osk win the shield.", 5),
        (
            "The toll of the crane that fell at Osk harbour has risen to 14 dead. Before 57,912 spectators in Osk the home side won.",
            6,
        ),
        ("Seventeen people died at Osk harbour under a crane, the mayor said.", 8),
    ]
    with Library(tmp_path / "l.db") as library:
        ids = library.add_articles(
            [Article(text=text, outlet=f"Osk {day}", published=date(2031, 5, day)) for text, day in told]
        )
        view = StoryView(library._store, library._store.set_story(ids))
        (risen,) = view.risen
        texts = {article.id: article.text for article in view.articles}
        said = [texts[number][side.changes[0].start : side.changes[0].end] for number, side in risen.steps]
        assert (risen.about, said) == ("dead", ["nine", "14", "Seventeen"])
        assert [number for number, _ in risen.steps] == list(ids)
        assert [one.about for _, _, one in view.disagreements] == ["crowd"]
