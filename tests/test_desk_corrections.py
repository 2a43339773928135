"""Corrections by hand: kept whatever happens to the rest, followed by everything that is worked out, taken back."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from furniture_support import INSERT, TOLD, page, save, series
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article, Paragraph, Removed, View
from reader.desk import Library
from reader.desk.corrections import by_hand, checked, day_of
from reader.errors import NotFound, ReaderError


@pytest.fixture
def number(library: Library, folder: Path) -> int:
    library.add([folder])
    return library.id_of(folder / "comet.txt")


def facts(article: Article) -> tuple[object, ...]:
    return (
        article.headline,
        article.outlet,
        article.byline,
        article.published,
        article.published_from,
        article.corrected,
    )


def paragraph(article: Article, words: str) -> Paragraph:
    return next(p for p in article.paragraphs if words in p.text)


def removed(article: Article, words: str) -> Removed:
    return next(r for r in article.removed if words in r.text)


def test_a_field_set_by_hand_is_stated_by_hand_and_named(library: Library, number: int) -> None:
    changed = library.edit(number, {"outlet": "Brenn Star", "date": "2024-05-04 09:30"})
    assert changed == library.article(number)
    assert (changed.outlet, changed.published) == ("Brenn Star", datetime(2024, 5, 4, 9, 30))
    assert (changed.published_from, changed.published_why) == ("stated", "set by hand")
    assert set(changed.corrected) == {"outlet", "published"}
    assert changed.headline == "The comet that came back a day early"


def test_it_outlives_recleaning_adding_again_and_a_changed_file(library: Library, number: int, folder: Path) -> None:
    library.edit(number, {"headline": "A comet, early", "byline": "Mira Olsen", "date": "2024-05-04"})
    before = facts(library.article(number))
    library.reclean()
    assert facts(library.article(number)) == before
    (folder / "comet.txt").write_text(
        (folder / "comet.txt").read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8"
    )
    assert library.add([folder]).updated == 1
    assert facts(library.article(number)) == before


def test_cleared_it_is_again_what_cleaning_found(library: Library, number: int) -> None:
    found = facts(library.article(number))
    library.edit(number, {"headline": "X", "outlet": "Y", "byline": "Z", "date": "2020-01-01"})
    library.edit(number, {"outlet": None})
    assert library.article(number).outlet is None
    library.edit(number, dict.fromkeys(("headline", "byline", "date")))
    assert facts(library.article(number)) == found


def test_undo_takes_back_one_correction_after_the_other(library: Library, number: int) -> None:
    found = facts(library.article(number))
    library.edit(number, {"headline": "One"})
    library.edit(number, {"headline": "Two", "date": "?"})
    assert library.article(number).published is None
    assert library.undo() == "headline and date changed"
    assert library.article(number).headline == "One"
    library.undo()
    assert facts(library.article(number)) == found
    assert library.undo() is None


def test_lists_counts_search_and_stories_follow(library: Library, number: int) -> None:
    library.edit(number, {"headline": "Zanzibar", "outlet": "Brenn Star", "date": "2031-12-24"})
    assert ("Brenn Star", 1) in library.outlets()
    assert library.slots(View())[0].id == number
    assert library.slots(View())[0].heading == "2031-12-24"
    assert [hit.entry.id for hit in library.search("zanzibar")] == [number]
    assert [hit.entry.id for hit in library.search("brenn star zanzibar")] == [number]
    assert not library.search("came back a day early the comet that zanzibar")
    assert library.count(View(outlet="Brenn Star"))[0] == 1
    assert library._store.features([number])
    library.edit(number, {"date": "?"})
    assert library.slots(View())[-1].id == number
    assert library.slots(View())[-1].heading == ""


def test_the_day_of_a_story_follows(library: Library, folder: Path) -> None:
    library.add([folder])
    (story,) = library.stories()
    first, second = story.article_ids
    library.edit(second, {"date": "1999-01-01"})
    assert library.story(story.id).article_ids == (second, first)


def test_a_year_that_is_not_known_by_hand_is_not_worked_out_again(library: Library, folder: Path) -> None:
    library.add([folder])
    asks = library.id_of(folder / "asks.txt")
    assert library.article(asks).published_from == "inferred"
    library.edit(asks, {"date": "?"})
    library.reclean()
    assert library.article(asks).published is None
    library.edit(asks, {"date": None})
    assert library.article(asks).published_from == "inferred"


def test_an_article_that_came_clean_can_be_set_right_and_back(library: Library) -> None:
    article = Article(headline="H", outlet="O", published=date(2020, 1, 2), text="One paragraph.\n\nAnother one.")
    (number,) = library.add_articles([article])
    library.edit(number, {"headline": "New", "outlet": "?", "date": "2021-01-01"})
    assert library.add_articles([article]) == [number]
    assert facts(library.article(number))[:2] == ("New", None)
    library.edit(number, dict.fromkeys(("headline", "outlet", "date")))
    assert facts(library.article(number)) == ("H", "O", None, date(2020, 1, 2), "stated", ())
    assert library.article(number).text == article.text
    with pytest.raises(ReaderError, match="added without its page"):
        library.overrule(number, [library.article(number).paragraphs[0]])


def test_what_has_gone_stays_gone_when_it_is_set_right(library: Library, number: int, folder: Path) -> None:
    (folder / "comet.txt").unlink()
    library.add([folder])
    library.edit(number, {"headline": "Gone"})
    assert library.entries([number])[0].gone


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"date": "30 February"}, "30 February: a date is written"),
        ({"date": "2022-02-30"}, "2022-02-30: there is no such day"),
        ({"date": "2022"}, "a date is written"),
        ({"date": "7/11/2022"}, "a date is written"),
        ({"date": "7 November 2022 or so"}, "a date is written"),
        ({"headline": "  "}, "the headline cannot be empty"),
        ({"mood": "calm"}, "only headline, outlet, byline, date"),
    ],
)
def test_what_cannot_be_is_refused_in_one_plain_line(
    library: Library, number: int, changes: dict[str, str], message: str
) -> None:
    before = library.article(number)
    with pytest.raises(ReaderError, match=message) as error:
        library.edit(number, changes)
    assert "\n" not in str(error.value)
    assert library.article(number) == before
    assert library.undo() is None


def test_an_article_that_is_not_there_is_not_found(library: Library) -> None:
    with pytest.raises(NotFound):
        library.edit(7, {"headline": "X"})


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2022-11-07", date(2022, 11, 7)),
        (" 2022-11-07 10:37 ", datetime(2022, 11, 7, 10, 37)),
        ("2022-11-07T10:37", datetime(2022, 11, 7, 10, 37)),
        ("7 November 2022", date(2022, 11, 7)),
        ("7. November 2022, 10:37", datetime(2022, 11, 7, 10, 37)),
    ],
)
def test_days_and_times_are_read(text: str, when: date) -> None:
    assert day_of(text) == when


@given(st.sampled_from(["headline", "outlet", "byline", "date"]), st.text())
def test_any_text_is_a_value_or_refused(field: str, value: str) -> None:
    try:
        said = list(checked({field: value}).values())
    except ReaderError as error:
        said = [str(error)]
    assert not any("\n" in (one or "") for one in said)


def test_a_line_cut_by_hand_is_cut_in_the_outlets_next_articles_and_after_recleaning_in_the_others(
    library: Library, tmp_path: Path
) -> None:
    line = "A boy on a bicycle brings this paper to the hills before the milk is warm again."
    library.add(series(tmp_path / "news", line, count=2))
    first, second = (slot.id for slot in library.slots(View(group="nothing")))
    changed = library.overrule(first, [paragraph(library.article(first), "A boy on")])
    assert removed(changed, "A boy on").rule == "cut by hand"
    assert line not in changed.text
    assert line in library.article(second).text, "what is there waits for reclean"
    library.add(
        [
            save(tmp_path / "news", "9", page(*TOLD[5], line)),
            save(tmp_path / "news", "x", page(*TOLD[6], line), "Other"),
        ]
    )
    texts = {article.headline: line in article.text for article in library.articles()}
    assert texts[TOLD[5][0]] is False
    assert texts[TOLD[6][0]] is True, "another outlet's"
    library.reclean()
    assert line not in library.article(second).text
    assert library.undo() == "1 line cut by hand"
    assert line in library.article(first).text
    library.reclean()
    assert line in library.article(second).text


def test_a_line_kept_by_hand_stays_whatever_recurs(library: Library, tmp_path: Path) -> None:
    library.add(series(tmp_path / "news", INSERT))
    number = library.slots(View())[0].id
    assert INSERT not in library.article(number).text
    changed = library.overrule(number, [removed(library.article(number), INSERT)])
    assert INSERT in changed.text
    assert paragraph(changed, INSERT).by_hand
    library.reclean()
    assert all(INSERT in article.text for article in library.articles())
    assert library.undo() == "1 line kept by hand"
    assert INSERT not in library.article(number).text


def test_without_an_outlet_a_ruling_holds_for_the_one_document(library: Library, number: int, folder: Path) -> None:
    article = library.overrule(number, [paragraph(library.article(number), "visible without")])
    assert "visible without" not in article.text
    (folder / "again.txt").write_bytes((folder / "comet.txt").read_bytes())
    library.add([folder])
    library.reclean()
    assert "visible without" in library.article(library.id_of(folder / "again.txt")).text
    assert "visible without" not in library.article(number).text


def test_a_corrected_outlet_takes_its_lines_along(library: Library, tmp_path: Path) -> None:
    wrong = [save(tmp_path / "news", f"w{n}", page(*TOLD[n], INSERT), "Marrow Post") for n in range(4)]
    right = [save(tmp_path / "news", f"r{n}", page(*TOLD[n + 4]), "Marrow Post") for n in range(4)]
    library.add([*wrong, *right])
    for place in wrong:
        library.edit(library.id_of(place), {"outlet": "Pellworth Courier"})
    articles, counts = library._store.counted("outlet marrow post", [])
    assert (articles, counts) == (4, {})
    library.add(
        [
            save(
                tmp_path / "news",
                "new",
                page("Trains", [t.replace("ferry", "train") for t in TOLD[0][1]], INSERT),
                "Marrow Post",
            )
        ]
    )
    article = library.article(library.id_of(tmp_path / "news" / "new.json"))
    assert INSERT in article.text, "the Post has never had that line"


def test_a_corrected_field_that_this_version_does_not_know_is_something() -> None:
    assert by_hand(("mood",)) == "something set by hand"
    assert by_hand(("mood", "outlet")) == "outlet set by hand"
