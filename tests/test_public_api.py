"""The public API: what is exported, what each part takes, and that wrong types are refused at once."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date, datetime, timezone
from pathlib import Path

import pytest
import user_program

import reader

TEXT = "Ines Dorrel closed the quay of Marlow on Monday. “It is over,” Dorrel said. Nobody had asked her to."


def test_every_export_is_there_and_says_what_it_is() -> None:
    for name in reader.__all__:
        assert inspect.getdoc(getattr(reader, name)), name
    assert set(reader.__all__) <= set(dir(reader))


def test_a_program_of_a_user_runs(tmp_path: Path) -> None:
    assert user_program.report(tmp_path / "library.db") == ["Quay closed: 2 sentences, 1 quotation, 0 related"]


def test_names_have_places_and_one_key_for_all_spellings() -> None:
    found = reader.names(TEXT)
    assert found[0].text == "Ines Dorrel"
    assert all(TEXT[name.start : name.end] == name.text for name in found)
    dorrels = {name.key for name in found if "Dorrel" in name.text}
    assert len(dorrels) == 1
    assert "Marlow" in [name.text for name in found]
    assert reader.names("") == []


def test_two_spellings_can_be_one_name_and_two_people_cannot() -> None:
    assert reader.same_name("Dmitry Peskov", "Pieskow")
    assert reader.same_name("Ines Dorrel", "Dorrel")
    assert not reader.same_name("Ines Dorrel", "Piet Hallam")


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2022-11-07", date(2022, 11, 7)),
        ("2022-11-07T10:37", datetime(2022, 11, 7, 10, 37)),
        ("2022-11-07T10:37:00Z", datetime(2022, 11, 7, 10, 37, tzinfo=timezone.utc)),
    ],
)
def test_a_date_can_be_given_as_text(text: str, when: date, tmp_path: Path) -> None:
    article = reader.Article(text=TEXT, published=text)
    assert (article.published, article.published_from) == (when, "stated")
    with reader.Library(tmp_path / "library.db") as library:
        (number,) = library.add_articles([article])
        assert library.article(number).published == when


def test_text_that_is_no_date_is_refused() -> None:
    with pytest.raises(ValueError, match="next week"):
        reader.Article(text=TEXT, published="next week")


WRONG: dict[str, Callable[[], object]] = {
    "raw": lambda: reader.clean(b"<p>bytes</p>"),  # type: ignore[arg-type]
    "url": lambda: reader.clean(TEXT, url=7),  # type: ignore[arg-type]
    "text": lambda: reader.sentences(None),  # type: ignore[arg-type]
    "language": lambda: reader.sentences(TEXT, None),  # type: ignore[arg-type]
    "text_or_article": lambda: reader.summarize([TEXT]),  # type: ignore[arg-type]
    "sentences": lambda: reader.summarize(TEXT, sentences="3"),  # type: ignore[arg-type]
    "headline": lambda: reader.summarize(TEXT, headline=3),  # type: ignore[arg-type]
    "articles": lambda: reader.brief([TEXT]),  # type: ignore[list-item]
    "text ": lambda: reader.quotes(3),  # type: ignore[arg-type]
    "text  ": lambda: reader.names(b"Ines Dorrel"),  # type: ignore[arg-type]
    "a": lambda: reader.same_name(None, "Dorrel"),  # type: ignore[arg-type]
    "Article.text": lambda: reader.Article(text=b"bytes"),  # type: ignore[arg-type]
    "Article.headline": lambda: reader.Article(text=TEXT, headline=3),  # type: ignore[arg-type]
    "Article.published": lambda: reader.Article(text=TEXT, published=2022),  # type: ignore[arg-type]
    "path": lambda: reader.Library(3),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_type_is_refused_at_once_and_says_what_is_wanted(name: str) -> None:
    with pytest.raises(TypeError, match=rf"^{name.strip()}: .+ wanted, not \w+"):
        WRONG[name]()


def test_a_library_takes_articles_only(tmp_path: Path) -> None:
    with (
        reader.Library(tmp_path / "library.db") as library,
        pytest.raises(TypeError, match="articles: Article objects"),
    ):
        library.add_articles([TEXT])  # type: ignore[list-item]


def test_a_kind_that_is_not_known_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="'text', 'html' or None is wanted"):
        reader.clean(TEXT, kind="pdf")  # type: ignore[arg-type]
