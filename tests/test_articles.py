"""The sample library in articles/: what it holds, and what the program makes of it.

`articles_gold.json` says of each article what a careful reader would make of it. The first half of this file checks the
sample library itself, the second what cleaning, the library and the stories do with it.
"""

from __future__ import annotations

import gzip
import html
import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reader.article import Article, Related, View
from reader.desk import Library, rank, read_file
from reader.language.names import same_name

FOLDER = Path(__file__).parent.parent / "articles"
GOLD: dict[str, Any] = json.loads((Path(__file__).parent / "articles_gold.json").read_text(encoding="utf-8"))
CASES: list[dict[str, Any]] = GOLD["articles"]


def name_of(case: dict[str, Any]) -> str:
    """`wires/swan.txt`, or `records/may.jsonl#2` for a record."""
    return str(case["file"]) + (f"#{case['record']}" if case["record"] else "")


def even(text: str) -> str:
    return " ".join(text.split())


BY_NAME = {name_of(case): case for case in CASES}
every_article = pytest.mark.parametrize("case", CASES, ids=name_of)


@cache
def decoded(file: str, encoding: str = "utf-8-sig") -> str:
    data = (FOLDER / file).read_bytes()
    if file.endswith(".gz"):
        data = gzip.decompress(data)
    return data.decode(encoding)


def original(case: dict[str, Any]) -> str:
    """The article's raw text as a person would see it: entities and JSON escapes resolved, white space evened out."""
    text = decoded(case["file"], case.get("encoding", "utf-8-sig"))
    if case["file"].endswith(".jsonl"):
        text = text.splitlines()[case["record"] - 1]
    if case["form"] == "record":
        text = json.dumps(json.loads(text), ensure_ascii=False).replace('\\"', '"').replace("\\n", " ")
    return even(html.unescape(text))


# ------------------------------------------------------------------------------------------ the sample library itself


def test_there_is_a_months_news_from_many_outlets_in_many_languages() -> None:
    stories = Counter(case["story"] for case in CASES if case["story"])
    assert len(CASES) >= 48
    assert len({case["outlet"] for case in CASES if case["outlet"]}) >= 8
    assert len(stories) >= 10
    assert all(count >= 3 for count in stories.values())
    assert len({case["language"] for case in CASES}) >= 6
    days = sorted(case["published"][:10] for case in CASES if case["published"])
    assert (date.fromisoformat(days[-1]) - date.fromisoformat(days[0])).days in range(25, 36)


def test_every_raw_form_is_there() -> None:
    forms = Counter(case["form"] for case in CASES)
    assert forms["html"] >= 14
    assert forms["record"] >= 6
    assert forms["bare"] >= 8
    assert forms["html-to-text"] >= 12
    assert forms["indented"] >= 2
    assert forms["wrapped-72"] >= 1
    fields = {case["fields"].split()[0] for case in CASES if case["form"] == "record"}
    assert fields == {"trafilatura", "newspaper4k", "news-please", "fundus"}
    endings = {"".join(Path(case["file"]).suffixes[-2:]) for case in CASES}
    assert {".txt.gz", ".html.gz"} <= endings


def test_the_awkward_encodings_are_really_there() -> None:
    def data(key: str, value: Any) -> bytes:
        (case,) = (case for case in CASES if case.get(key) == value)
        return (FOLDER / case["file"]).read_bytes()

    assert data("encoding", "utf-16")[:2] in (b"\xff\xfe", b"\xfe\xff")
    assert b"\x92" in data("encoding", "windows-1252")
    assert data("bom", True).startswith(b"\xef\xbb\xbf")
    carriage = data("crlf", True)
    assert carriage.count(b"\r\n") == carriage.count(b"\n") > 10


def test_the_missing_facts_are_really_missing() -> None:
    assert sum(case["published"] is None for case in CASES) >= 4
    assert sum(case["outlet"] is None for case in CASES) >= 4
    assert sum(case["headline"] is None for case in CASES) >= 1
    assert sum(case.get("year_from") == "story" for case in CASES) >= 1
    for case in CASES:
        if case["from"] == "inferred":
            assert "2024" not in original(case), name_of(case)


def test_every_file_is_described_and_every_description_has_its_file() -> None:
    there = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file()}
    assert there == {case["file"] for case in CASES}
    assert len(BY_NAME) == len(CASES)
    assert sum((FOLDER / file).stat().st_size for file in there) < 500_000


@every_article
def test_what_must_be_kept_and_cut_stands_in_the_file(case: dict[str, Any]) -> None:
    raw = original(case)
    assert case["keep"]
    for piece in [*case["keep"], *case["cut"], case["headline"] or ""]:
        assert even(piece) in raw


@every_article
def test_the_weekday_beside_a_date_fits_it(case: dict[str, Any]) -> None:
    stated = re.search(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (\d{1,2}) May 2024", original(case))
    if stated:
        assert f"{date(2024, 5, int(stated[2])):%A}" == f"{stated[1]}day"
    if "weekday" in case.get("year_from", ""):
        assert f"{date.fromisoformat(case['published']):%A}" in original(case)


def test_nothing_leads_to_a_real_host() -> None:
    for case in CASES:
        hosts = set(re.findall(r"https?://([^/\s\"'<>]+)", original(case)))
        assert all(host.endswith((".example", "schema.org", "www.w3.org")) for host in hosts), name_of(case)


def test_copied_passages_and_quotations_stand_where_the_gold_says() -> None:
    for copied in GOLD["copied"]:
        assert len(copied["files"]) >= 2
        assert all(even(copied["text"]) in original(BY_NAME[file]) for file in copied["files"])
    for quotation in GOLD["same_quotation"]:
        assert all(even(words) in original(BY_NAME[file]) for file, words in quotation.items())
    everything = " ".join(original(case) for case in CASES)
    for spellings in GOLD["one_name_many_spellings"]:
        assert all(name in everything for name in spellings)


# ------------------------------------------------------------------------------------------------------------ cleaning


@cache
def cleaned_file(file: str) -> tuple[Article, ...]:
    return tuple(read_file(FOLDER / file))


def cleaned(case: dict[str, Any]) -> Article:
    return cleaned_file(case["file"])[(case["record"] or 1) - 1]


def said(published: str | None) -> date | datetime | None:
    """The gold's date: a day, or a moment with or without its zone."""
    if published is None:
        return None
    return datetime.fromisoformat(published) if "T" in published else date.fromisoformat(published)


@every_article
def test_the_headline_is_the_articles_own(case: dict[str, Any]) -> None:
    headline = cleaned(case).headline
    assert (headline and even(headline)) == (case["headline"] and even(case["headline"]))


@every_article
def test_the_standfirst_is_found(case: dict[str, Any]) -> None:
    if case["standfirst"]:
        assert even(cleaned(case).standfirst or "") == even(case["standfirst"])


@every_article
def test_the_outlet_is_named_or_unknown(case: dict[str, Any]) -> None:
    assert cleaned(case).outlet == case["outlet"]


@every_article
def test_the_date_is_right_and_says_where_it_comes_from(case: dict[str, Any]) -> None:
    article = cleaned(case)
    open_year = article.published is None and article.published_from == "unknown"
    if case.get("year_from") == "story" or (case.get("year_from") == "weekday or story" and open_year):
        assert article.published is None
        assert article.day_and_month == f"--{case['published'][5:]}"
        return
    assert article.published == said(case["published"])
    assert isinstance(article.published, datetime) == isinstance(said(case["published"]), datetime)
    assert article.published_from == case["from"]
    assert bool(article.published_why) >= (case["from"] == "inferred")


@every_article
def test_the_language_is_told(case: dict[str, Any]) -> None:
    assert cleaned(case).language == case["language"]


@every_article
def test_the_body_is_kept(case: dict[str, Any]) -> None:
    text = even(cleaned(case).text)
    assert [piece for piece in case["keep"] if even(piece) not in text] == []


@every_article
def test_the_furniture_is_cut_and_kept_among_the_removed(case: dict[str, Any]) -> None:
    article = cleaned(case)
    text = even(article.text)
    assert [piece for piece in case["cut"] if even(piece) in text] == []
    if case["form"] in ("bare", "html-to-text"):
        removed = even(" ".join(piece.text for piece in article.removed))
        assert [piece for piece in case["cut"] if even(piece) not in removed] == []


@every_article
def test_subheads_stand_in_the_text_and_are_no_sentences_of_a_summary(case: dict[str, Any]) -> None:
    article = cleaned(case)
    for subhead in case.get("subheads", []):
        assert ("subhead", subhead) in [(p.kind, p.text) for p in article.paragraphs]
        assert subhead in [article.text[start:end] for start, end in article.subheads]
        assert subhead not in [sentence.text for sentence in rank(article).sentences]


@every_article
def test_captions_are_not_in_the_text(case: dict[str, Any]) -> None:
    text = even(cleaned(case).text)
    assert [caption for caption in case.get("captions", []) if even(caption) in text] == []


@pytest.mark.parametrize("case", [case for case in CASES if case.get("byline")], ids=name_of)
def test_the_byline_names_who_wrote_it(case: dict[str, Any]) -> None:
    assert case["byline"] in even(cleaned(case).byline or "")


@pytest.mark.parametrize("case", [case for case in CASES if case.get("agency")], ids=name_of)
def test_the_agency_of_a_reprint_is_named_beside_the_outlet(case: dict[str, Any]) -> None:
    assert cleaned(case).agency == case["agency"]


def test_lines_wrapped_at_72_columns_are_paragraphs_again() -> None:
    (case,) = (case for case in CASES if case["form"] == "wrapped-72")
    paragraphs = cleaned(case).text.split("\n\n")
    assert any(even(p).startswith("Anselm Riegenthal, the mediator") and p.endswith("no figures.") for p in paragraphs)
    assert all("\n" not in paragraph for paragraph in paragraphs)


# ------------------------------------------------------------------------------------------------ library and stories


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory, sample_library: Path) -> Iterator[Library]:
    """A library with the whole sample in it."""
    copy = tmp_path_factory.mktemp("sample") / "library.db"
    shutil.copy(sample_library, copy)
    with Library(copy) as library:
        assert library.count(View())[0] == len(CASES)
        yield library


@pytest.fixture(scope="module")
def numbers(shelf: Library) -> dict[str, int]:
    """The library's number of each article, by the gold's name for it."""
    return {
        article.source.removeprefix(f"{FOLDER}/"): article.id for article in shelf.articles() if article.id is not None
    }


def near(shelf: Library, numbers: dict[str, int], name: str) -> list[tuple[str, Related]]:
    names = {number: name for name, number in numbers.items()}
    return [(names[related.article_id], related) for related in shelf.related(numbers[name])]


@pytest.mark.parametrize("case", [case for case in CASES if case["from"] == "inferred"], ids=name_of)
def test_in_the_library_every_dateline_has_its_year(
    shelf: Library, numbers: dict[str, int], case: dict[str, Any]
) -> None:
    article = shelf.article(numbers[name_of(case)])
    assert article.published == date.fromisoformat(case["published"])
    assert article.published_from == "inferred"
    assert article.published_why


def test_what_has_no_date_is_given_none(shelf: Library, numbers: dict[str, int]) -> None:
    for case in CASES:
        if case["published"] is None:
            assert shelf.article(numbers[name_of(case)]).published is None


ENGLISH = [case for case in CASES if case["language"] == "en" and case["story"]]


@pytest.mark.parametrize("case", ENGLISH, ids=name_of)
def test_the_nearest_article_is_of_the_same_story(
    shelf: Library, numbers: dict[str, int], case: dict[str, Any]
) -> None:
    nearest, related = near(shelf, numbers, name_of(case))[0]
    # `beside`: what is about a story without being of it, such as the mediator's recipe beside the portrait of its cook
    assert case["story"] in (BY_NAME[nearest]["story"], BY_NAME[nearest].get("beside"))
    assert related.reasons


def test_articles_in_other_languages_find_their_story_by_names(shelf: Library, numbers: dict[str, int]) -> None:
    abroad = [case for case in CASES if case["language"] in ("de", "fr", "es", "ru") and case["story"]]
    found = [
        any(BY_NAME[name]["story"] == case["story"] for name, _ in near(shelf, numbers, name_of(case))[:3])
        for case in abroad
    ]
    assert sum(found) >= 0.9 * len(found), [name_of(case) for case, ok in zip(abroad, found, strict=True) if not ok]


@pytest.mark.parametrize("story", sorted({case["story"] for case in ENGLISH}))
def test_most_tellings_of_a_story_are_put_together(shelf: Library, numbers: dict[str, int], story: str) -> None:
    story_of = {number: each.id for each in shelf.stories() for number in each.article_ids}
    tellings = [numbers[name_of(case)] for case in ENGLISH if case["story"] == story]
    placed = Counter(story_of[number] for number in tellings if number in story_of)
    assert len(tellings) < 2 or max(placed.values(), default=0) >= 0.6 * len(tellings), placed


@pytest.mark.parametrize("story", ["earthquake-sulinsk", "earthquake-kirigamisaki", "cup-final", "lumenaut-collapse"])
def test_tellings_of_two_days_and_of_several_languages_are_one_story(
    shelf: Library, numbers: dict[str, int], story: str
) -> None:
    tellings = {numbers[name_of(case)] for case in CASES if case["story"] == story}
    placed = [each for each in shelf.stories() if tellings & set(each.article_ids)]
    assert len(placed) == 1
    assert len(tellings & set(placed[0].article_ids)) >= 0.75 * len(tellings)


def test_the_parts_of_a_long_affair_are_one_chain(shelf: Library, numbers: dict[str, int]) -> None:
    """The strike comes apart, but its parts go on with one another, and the strike elsewhere is none of them."""
    dockers = {numbers[name_of(case)] for case in CASES if case["story"] == "harbour-strike-elswyth"}
    parts = [each for each in shelf.stories() if set(each.article_ids) <= dockers]
    chains = [{part.story.id for part in shelf.chain(each.id)} for each in parts]
    assert len(parts) >= 2
    assert all(chain == {each.id for each in parts} for chain in chains)


@pytest.mark.parametrize("pair", GOLD["apart"], ids=" and ".join)
def test_look_alikes_stay_apart(shelf: Library, numbers: dict[str, int], pair: list[str]) -> None:
    names = {number: name for name, number in numbers.items()}
    for story in shelf.stories():
        within = {BY_NAME[names[number]]["story"] for number in story.article_ids}
        assert not set(pair) <= within, [names[number] for number in story.article_ids]


def test_a_single_joins_no_story(shelf: Library, numbers: dict[str, int]) -> None:
    # The soup is left out: it is made of the talks, and a reader may find it there.
    singles = {numbers[name_of(case)] for case in CASES if not case["story"] and "soup" not in case["file"]}
    assert not singles & {number for story in shelf.stories() for number in story.article_ids}


def test_adding_the_sample_again_changes_nothing(shelf: Library) -> None:
    report = shelf.add([FOLDER])
    assert (report.added, report.updated, report.unchanged) == (0, 0, len(CASES))


# --------------------------------------------------------------------------------------------------------------- names


@pytest.mark.parametrize("spellings", GOLD["one_name_many_spellings"], ids=lambda spellings: spellings[0])
def test_one_name_in_several_spellings_is_one_name(spellings: list[str]) -> None:
    assert [name for name in spellings[1:] if not same_name(spellings[0], name)] == []


@pytest.mark.parametrize("pair", GOLD["one_first_name_two_people"], ids=" and ".join)
def test_two_people_with_one_first_name_are_two(pair: list[str]) -> None:
    assert not same_name(*pair)
