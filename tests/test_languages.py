"""Every language goes through everything: what is set as an article's language, and what is detected in its text."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator

import pytest
from click.testing import CliRunner
from languages_support import CODES, TEXTS

from reader import desk
from reader.article import Article
from reader.cli import reader
from reader.desk import METHODS, Library

WORDS = " ".join(TEXTS.values()).split()


def said_to_be_in(language: str) -> str:
    """A report in that language where we have one; else words of all the others, for a label may be wrong."""
    if language in TEXTS:
        return TEXTS[language]
    chance = random.Random(language)
    return " ".join(" ".join(chance.sample(WORDS, 9)).strip(".") + "." for _ in range(4))


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library of articles said to be in each language, every other one a record, and of texts that say nothing."""
    here = tmp_path_factory.mktemp("languages")
    (here / "texts").mkdir()
    for code, text in TEXTS.items():
        (here / "texts" / f"{code}.txt").write_text(text, encoding="utf-8")
    said = [(code, said_to_be_in(code), f"Velm, {code}") for code in CODES]
    records = here / "records.jsonl"
    lines = [json.dumps({"title": head, "text": text, "language": code}) for code, text, head in said[1::2]]
    records.write_text("\n".join(lines), encoding="utf-8")
    with Library(here / "news.library") as library:
        library.add_articles(Article(text=text, headline=head, language=code) for code, text, head in said[::2])
        report = library.add([records, here / "texts"])
        assert report.problems == ()
        assert report.added == len(lines) + len(TEXTS)
        yield library


def run(shelf: Library, *words: str) -> str:
    """What a command prints about the library, as it stands and as JSON."""
    printed = ""
    for form in ([], ["--json"]):
        result = CliRunner().invoke(reader, [*words, *form, "--library", str(shelf.path)], catch_exceptions=False)
        assert result.exit_code == 0, (words, result.stderr)
        printed += result.stdout
    return printed


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_is_detected_and_shown(shelf: Library, language: str) -> None:
    number = shelf.id_of(shelf.path.parent / "texts" / f"{language}.txt")
    assert shelf.article(number).language == language
    assert f'"language": "{language}"' in run(shelf, "show", str(number))
    run(shelf, "related", str(number))
    run(shelf, "compare", str(number), "1")


def test_every_language_that_was_said_is_kept(shelf: Library) -> None:
    assert {article.language for article in shelf.articles()} == set(CODES)


@pytest.mark.parametrize("method", METHODS)
def test_every_method_summarises_every_language(method: str) -> None:
    for code in CODES:
        article = Article(text=said_to_be_in(code), language=code)
        assert desk.rank(article, method=method).top(3).sentences, code


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("language", ["el", "uk", "sk", "ar", "zh", "am"])
def test_the_command_summarises_by_every_method(shelf: Library, language: str, method: str) -> None:
    number = shelf.id_of(shelf.path.parent / "texts" / f"{language}.txt")
    assert '"sentences"' in run(shelf, "summary", str(number), "--method", method)


def test_lists_stories_and_searches_hold_all_languages(shelf: Library) -> None:
    run(shelf, "list")
    run(shelf, "stories")
    for story in shelf.stories():
        run(shelf, "story", str(story.id))
    for word in ("Velm", "Βέλμης", "Вельма", "维尔姆", "벨름", "वेल्म", "เวล์ม"):
        assert run(shelf, "search", word)
