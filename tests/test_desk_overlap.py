"""The desk compares: tellings of a story, two articles side by side, what was read elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from stories_support import DAM_AGENCIES, DAM_EVE, DAM_FIRST

from reader.article import Article
from reader.desk import Library
from reader.errors import NotFound

PARAGRAPHS = DAM_FIRST.text.split("\n\n")
WIRE = replace(DAM_FIRST, outlet="NOVA", published=date(2022, 3, 7), language="en")
REPRINT = replace(
    WIRE,
    outlet="Kelm Post",
    agency="NOVA",
    published=datetime(2022, 3, 7, 6, 30),
    text="\n\n".join(
        [*PARAGRAPHS[:-1], "In Kelm the market square was flooded for the third time since the new year."]
    ),
    paragraphs=(),
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.db") as library:
        yield library


def one_story(library: Library, *articles: Article) -> tuple[int, list[int]]:
    """Add articles that are one story: its number and theirs."""
    ids = library.add_articles(articles)
    return library._store.set_story(ids), ids


def test_a_wire_report_and_its_reprint_are_one_telling_that_the_agency_ran_first(library: Library) -> None:
    story, (reprint, wire, other) = one_story(library, REPRINT, WIRE, DAM_AGENCIES)
    tellings = library.tellings(story)
    assert [telling.ids for telling in tellings] == [(wire, reprint), (other,)]
    assert tellings[0].first == wire
    assert tellings[1].copies == ()


def test_of_a_copy_it_is_known_what_it_added_and_what_it_left_out(library: Library) -> None:
    story, (_, reprint) = one_story(library, WIRE, REPRINT)
    ((copy,),) = [telling.copies for telling in library.tellings(story)]
    assert copy.article_id == reprint
    assert [sentence.text for sentence in copy.added] == [
        "In Kelm the market square was flooded for the third time since the new year."
    ]
    assert copy.left_out
    assert all(sentence.text in PARAGRAPHS[-1] for sentence in copy.left_out)
    assert all(WIRE.text[sentence.start : sentence.end] == sentence.text for sentence in copy.left_out)


def test_a_new_report_with_old_background_has_no_copies(library: Library) -> None:
    story, _ = one_story(library, WIRE, DAM_EVE)
    assert [telling.copies for telling in library.tellings(story)] == [(), ()]


def test_tellings_are_counted_without_comparing_their_copies(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    first = "The bridge at Velm hums in the key of D, the town found out on Monday. " * 3
    second = "Nobody knows why it does, said Mira Olsen, who has crossed it every day since 1998. " * 3
    ids = library.add_articles(
        Article(headline="A bridge that hums", text=f"{first}\n\n{second}", outlet=outlet, published="2024-05-03")
        for outlet in ("Velm Courier", "Brenn Post")
    )
    story = library.entries(ids)[0].story
    assert story is not None
    known = len(library.tellings(story))
    monkeypatch.setattr("reader.stories.align", lambda *_, **__: pytest.fail("compared"))
    assert library.count_tellings(story) == known == 1


def test_the_tellings_of_no_story_are_not_found(library: Library) -> None:
    with pytest.raises(NotFound):
        library.tellings(7)


def test_two_articles_are_compared_with_how_much_of_each_the_other_has(library: Library) -> None:
    wire, reprint = library.add_articles([WIRE, REPRINT])
    found = library.compare(wire, reprint)
    assert (found.a.id, found.b.id) == (wire, reprint)
    assert 0.5 < found.share_a < 1.0
    assert 0.5 < found.share_b < 1.0
    assert {row.kind for row in found.rows} == {"copied", "only in A", "only in B"}
    assert library.compare(wire, wire).share_a == 1.0
    with pytest.raises(NotFound):
        library.compare(wire, 99)


def test_of_each_sentence_it_is_known_which_other_articles_have_it(library: Library) -> None:
    _, (wire, reprint, agencies) = one_story(library, WIRE, REPRINT, DAM_AGENCIES)
    found = library.passages(wire)
    assert set(found.compared) == {reprint, agencies}
    assert [one.start for one in found.sentences] == sorted(one.start for one in found.sentences)
    by_text = {WIRE.text[one.start : one.end]: one for one in found.sentences}
    copied = next(one for text, one in by_text.items() if text.startswith("Nobody in the government"))
    assert (reprint, "copied") in [(place.article_id, place.kind) for place in copied.elsewhere]
    quoted = next(one for text, one in by_text.items() if "pure speculation" in text)
    assert (agencies, "same quotation") in [(place.article_id, place.kind) for place in quoted.elsewhere]
    assert not any(one.seen for one in found.sentences)
    assert found.seen_share == 0.0


def test_what_was_read_in_another_article_was_already_read_and_not_what_was_read_here(library: Library) -> None:
    _, (wire, reprint) = one_story(library, WIRE, REPRINT)
    library.mark([wire], read=True)
    assert library.passages(wire).seen_share == 0.0, "the article itself does not count"
    library.mark([reprint], read=True)
    found = library.passages(wire)
    assert 0.5 < found.seen_share < 1.0
    assert all(one.seen == bool(one.elsewhere) for one in found.sentences)
    (unread,) = library.add_articles([DAM_AGENCIES])
    assert unread in library.passages(wire).compared
    of_read = library.passages(wire, of_read=True)
    assert (of_read.compared, of_read.seen_share) == ((reprint,), found.seen_share)


def test_a_copy_with_another_figure_was_not_already_read(library: Library) -> None:
    text = "The flood at Velm killed 14 people on Sunday night. The bridge of Velm was carried away by the water."
    one = Article(headline="Flood at Velm", text=text, language="en")
    ids = library.add_articles([one, replace(one, text=text.replace("14", "16"), paragraphs=())])
    library.mark([ids[0]], read=True)
    later = library.passages(ids[1], among=ids)
    assert [len(one.elsewhere) for one in later.sentences] == [1, 1]
    assert [one.seen for one in later.sentences] == [False, True]


def test_a_sentence_that_says_more_than_what_was_read_was_not_already_read(library: Library) -> None:
    short = "The bridge of Velm was carried away by the water."
    more = (
        "The bridge of Velm was carried away by the water, and with it the last ferry, two mills and the customs house."
    )
    ids = library.add_articles([Article(text=short, language="en"), Article(text=more, language="en")])
    library.mark(ids, read=True)
    assert [one.seen for one in library.passages(ids[0], among=ids).sentences] == [True]
    assert [one.seen for one in library.passages(ids[1], among=ids).sentences] == [False]


def test_an_article_alone_has_no_passages_elsewhere(library: Library) -> None:
    (alone,) = library.add_articles([WIRE])
    found = library.passages(alone)
    assert found.compared == ()
    assert found.sentences == ()
    (other,) = library.add_articles([replace(WIRE, text="Nichts davon steht hier.", paragraphs=(), language="de")])
    assert library.passages(alone, among=[other]).compared == (), "another language has none of its sentences"


def test_at_most_a_dozen_others_are_looked_at(library: Library) -> None:
    ids = library.add_articles(
        [replace(WIRE, text=f"{WIRE.text}\n\nThis is edition number {n}.", paragraphs=()) for n in range(15)]
    )
    assert len(library.passages(ids[0], among=ids).compared) == 12


def test_looking_for_passages_ends_early_with_what_was_compared(library: Library) -> None:
    ids = library.add_articles([WIRE, REPRINT, DAM_AGENCIES])
    asked = iter([False, True])
    assert library.passages(ids[0], among=ids, until=lambda: next(asked)).compared == (ids[1],)
