"""What a person can do at the desk, without a screen."""

from __future__ import annotations

from pathlib import Path

import pytest

import reader
from reader.article import Article, View
from reader.desk import METHODS, Library, library_path, read_file, settings_folder
from reader.errors import LibraryError, NotFound, ReaderError, SourceError


def test_the_library_is_where_the_environment_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("READER_LIBRARY", str(tmp_path / "mine.db"))
    monkeypatch.setenv("READER_SETTINGS", str(tmp_path / "settings"))
    assert library_path() == tmp_path / "mine.db"
    assert settings_folder() == tmp_path / "settings"


def test_without_a_word_the_library_is_in_the_users_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("READER_LIBRARY", raising=False)
    assert library_path().name == "library.db"
    assert library_path().is_absolute()


def test_the_folder_of_the_persons_own_library_is_closed_to_others_and_no_other_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("READER_LIBRARY", raising=False)
    own, other = tmp_path / "reader-tui", tmp_path / "other"
    monkeypatch.setattr("platformdirs.user_data_path", lambda name: tmp_path / name)
    for place in (own, other):
        place.mkdir(mode=0o755)
    Library().close()
    Library(other / "library.db").close()
    assert [place.stat().st_mode & 0o777 for place in (own, other)] == [0o700, 0o755]


def test_a_ranking_that_cannot_be_kept_is_given_all_the_same(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add([folder])

    def full(*_: object) -> None:
        raise LibraryError("the disk is full")

    monkeypatch.setattr(library._store, "put_ranking", full)
    assert len(library.summary(1, method="luhn").sentences) > 1


def test_the_summary_is_verbatim_nested_and_in_reading_order(library: Library, folder: Path) -> None:
    library.add([folder])
    number = library.id_of(folder / "denies.txt")
    text = library.article(number).text
    shorter: set[str] = set()
    for n in range(1, 6):
        summary = library.summary(number, sentences=n)
        assert all(text[s.start : s.end] == s.text for s in summary.sentences)
        assert [s.start for s in summary.sentences] == sorted(s.start for s in summary.sentences)
        chosen = {s.text for s in summary.sentences}
        assert shorter <= chosen
        shorter = chosen


@pytest.mark.parametrize("method", METHODS)
def test_every_method_summarises_and_its_ranking_is_kept(library: Library, folder: Path, method: str) -> None:
    library.add([folder])
    number = library.id_of(folder / "denies.txt")
    assert len(library.summary(number, method=method).sentences) == 3
    assert library.ranking(number, method) == library.ranking(number, method)


def test_an_unknown_method_is_named_with_those_there_are(library: Library, folder: Path) -> None:
    library.add([folder])
    with pytest.raises(ReaderError, match="lexrank"):
        library.summary(1, method="magic")


def test_every_sentence_of_a_ranking_has_its_reasons(library: Library, folder: Path) -> None:
    library.add([folder])
    number = library.id_of(folder / "denies.txt")
    ranking = library.ranking(number)
    assert all(library.why(number, index) for index in range(len(ranking.sentences)))
    assert library.why(number, 0, "lexrank") != library.why(number, 0)
    assert library.why(number, len(ranking.sentences)) == ()


def test_the_brief_of_a_story_names_the_articles_that_say_each_sentence(library: Library, folder: Path) -> None:
    library.add([folder])
    (story,) = library.stories()
    brief = library.brief(story.id, sentences=4)
    assert len(brief.sentences) == 4
    for sentence in brief.sentences:
        assert set(sentence.articles) <= set(story.article_ids)
        assert library.article(sentence.articles[0]).text[sentence.start : sentence.end] == sentence.text
    assert any(len(sentence.articles) == 2 for sentence in brief.sentences)


def test_related_articles_come_with_reasons(library: Library, folder: Path) -> None:
    library.add([folder])
    asks, denies = library.id_of(folder / "asks.txt"), library.id_of(folder / "denies.txt")
    nearest = library.related(denies)[0]
    assert nearest.article_id == asks
    assert nearest.reasons
    assert 0 < nearest.score <= 1


def test_two_tellings_of_one_event_are_a_story_and_the_comet_is_not_in_it(library: Library, folder: Path) -> None:
    library.add([folder])
    (story,) = library.stories()
    assert set(story.article_ids) == {library.id_of(folder / "asks.txt"), library.id_of(folder / "denies.txt")}
    assert library.story(story.id) == story


def test_a_walk_begins_with_the_article_and_goes_through_its_story(library: Library, folder: Path) -> None:
    library.add([folder])
    asks, denies = library.id_of(folder / "asks.txt"), library.id_of(folder / "denies.txt")
    walk = library.walk(denies)
    assert [step.entry.id for step in walk[:2]] == [denies, asks]
    assert walk[1].in_story
    assert walk[1].reasons


def test_marks_can_be_taken_back_one_by_one(library: Library, folder: Path) -> None:
    library.add([folder])
    library.mark([1, 2], read=True)
    library.mark([1], starred=True)
    library.mark([3], tags=["later"])
    assert library.entries([3])[0].tags == ("later",)
    assert [library.undo() for _ in range(4)] == [
        "1 article tagged later",
        "1 article starred",
        "2 articles marked read",
        None,
    ]
    assert not any(entry.read or entry.starred or entry.tags for entry in library.entries([1, 2, 3]))


def test_an_unknown_article_is_not_found(library: Library) -> None:
    for ask in (library.article, library.original, library.summary, library.story, library.brief):
        with pytest.raises(NotFound):
            ask(77)
    assert library.walk(77) == ()
    assert library.related(77) == []


def test_a_file_is_read_without_a_library(folder: Path) -> None:
    (article,) = read_file(folder / "comet.txt")
    assert article.headline == "The comet that came back a day early"
    with pytest.raises(SourceError, match="nothing-here"):
        read_file(folder / "nothing-here.txt")


def test_the_original_has_the_lines_that_the_cuts_name(library: Library, folder: Path) -> None:
    library.add([folder])
    number = library.id_of(folder / "comet.txt")
    lines = library.original(number).split("\n")
    article = library.article(number)
    assert article.removed
    assert all(cut.text in lines[cut.line - 1] for cut in article.removed)
    assert all(p.text.split()[0] in lines[p.line - 1] for p in article.paragraphs)


def test_a_listing_is_whole_however_it_is_paged(library: Library) -> None:
    ids = library.add_articles(Article(text=f"Text number {n}, of its own.", headline=f"H{n}") for n in range(130))
    assert sorted(article.id or 0 for article in library.articles(View(group="nothing"))) == sorted(ids)
    assert len(list(library.articles(limit=7))) == 7


def test_the_public_functions_work_without_a_library() -> None:
    text = "The river rose. “It will fall again,” said Mira Olsen. The bridge at Velm was closed on Monday morning."
    assert reader.sentences(text) == [
        "The river rose.",
        "“It will fall again,” said Mira Olsen.",
        "The bridge at Velm was closed on Monday morning.",
    ]
    assert len(reader.summarize(text, sentences=2).sentences) == 2
    assert reader.quotes(text)[0].speaker == "Mira Olsen"
    brief = reader.brief(
        [Article(text=text, outlet="Courier"), Article(text="The bridge at Velm reopened.", outlet="Post")], sentences=2
    )
    assert brief.sentences
    assert all(sentence.articles for sentence in brief.sentences)
