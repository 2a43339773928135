"""From files of JSON to documents: their records, which is which, and which are none."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pytest
from documents_support import URL, article, message, read, record, records

from reader.article import Problem
from reader.sources import identity


def test_a_file_of_one_record_has_the_files_identity(tmp_path: Path) -> None:
    place = tmp_path / "a.json"
    place.write_text(json.dumps(record("ferry", date="2031-05-06", sitename="Herald", author="Ada Quill", lang="en")))
    document = article(place)
    assert document.identity == identity(place)
    assert document.source == str(place)
    assert document.data == place.read_bytes()
    assert (document.headline, document.outlet, document.byline) == ("Ferry", "Herald", "Ada Quill")
    assert (document.published, document.language, document.url) == (date(2031, 5, 6), "en", URL + "ferry")


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.json.gz", "a"])
@pytest.mark.parametrize("form", ["list", "envelope", "lines", "pretty"])
def test_records_are_read_in_every_form(tmp_path: Path, name: str, form: str) -> None:
    both = [record("ferry"), record("bridge", html="<p>x")]
    content = {
        "list": json.dumps(both),
        "envelope": json.dumps({"articles": both}),
        "lines": "\n".join(json.dumps(each) for each in both) + "\n\n",
        "pretty": json.dumps(both, indent=2),
    }[form].encode()
    place = tmp_path / name
    place.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    found, said = records(place)
    assert said == []
    assert [each.identity for each in found] == [f"{identity(place)}#{URL}ferry", f"{identity(place)}#{URL}bridge"]
    assert [each.headline for each in found] == ["Ferry", "Bridge"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251"])
def test_lines_of_records_are_read_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    text = "Мэр Заречинска сообщил во вторник, что мост через реку закроют уже на этой неделе."
    lines = [json.dumps(record(name, text=text), ensure_ascii=False) for name in ("ferry", "bridge")]
    (tmp_path / "a.jsonl").write_bytes("\n".join(lines).encode(encoding))
    found, said = records(tmp_path / "a.jsonl")
    assert said == []
    assert [each.text for each in found] == [text, text]


def test_a_record_keeps_its_identity_when_others_come_before_it(tmp_path: Path) -> None:
    place = tmp_path / "a.jsonl"
    place.write_text(json.dumps(record("ferry")))
    (before,), _ = records(place)
    place.write_text("\n".join([json.dumps(record("bridge")), json.dumps(record("ferry"))]))
    _, after = records(place)[0]
    assert before.identity == after.identity
    assert before.data == after.data


def test_records_without_address_or_id_are_numbered_and_equal_ones_told_apart(tmp_path: Path) -> None:
    place = tmp_path / "a.json"
    place.write_text(
        json.dumps([{"text": "One."}, {"id": 9, "text": "Two."}, {"id": 9, "text": "Three."}, {"text": "4"}])
    )
    found, _ = records(place)
    assert [each.identity.partition("#")[2] for each in found] == ["1", "9", "9 (2)", "4"]
    assert [each.source for each in found] == [f"{place}#{number}" for number in (1, 2, 3, 4)]


def test_the_same_text_under_the_same_address_is_one_article(tmp_path: Path) -> None:
    place = tmp_path / "a.jsonl"
    again = {**record("ferry"), "url": "http://www.example.org/news/ferry?utm_source=feed&fbclid=x#top"}
    longer = {**record("ferry"), "text": "The ferry is closed until Friday."}
    elsewhere = {**record("ferry"), "url": f"{URL}ferry?page=2"}
    place.write_text("\n".join(map(json.dumps, [record("ferry"), again, longer, elsewhere, record("ferry")])), "utf-8")
    found, said = records(place)
    assert [document.url for document in found] == [URL + "ferry", URL + "ferry", URL + "ferry?page=2"]
    assert said == ["2 lines left out: repeated"]


def test_an_identity_stays_short_and_storable(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{"id": "x" * 1999, "text": "One."}, {"id": "\ud800", "text": "Two."}]))
    found, _ = records(tmp_path / "a.json")
    for each in found:
        assert len(each.identity.encode("utf-8")) < len(identity(tmp_path)) + 100


def test_bad_lines_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    place = tmp_path / "a.jsonl"
    lines = [
        json.dumps(record("ferry")),
        '{"text": ',
        "7",
        '{"title": "Bridge"}',
        "",
        "[" * 99_999,
        json.dumps(record("b")),
    ]
    place.write_text("\n".join(lines))
    found, said = records(place)
    assert [each.headline for each in found] == ["Ferry", "B"]
    assert said == [
        "line 2: not JSON: expecting value",
        "line 3: not an object with fields",
        "line 4: no text in it",
        "line 6: not readable: JSON nested too deeply",
    ]


def test_bad_items_of_a_list_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([7, record("ferry"), {"title": "Bridge"}]))
    found, said = records(tmp_path / "a.json")
    assert [each.headline for each in found] == ["Ferry"]
    assert said == ["record 1: not an object with fields", "record 3: no text in it"]


def test_of_very_many_bad_lines_only_the_first_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("1\n" * 500 + json.dumps(record("ferry")))
    found, said = records(tmp_path / "a.jsonl")
    assert len(found) == 1
    assert len(said) == 21
    assert said[-1] == "480 more lines could not be read"


def test_json_without_articles_is_named_when_asked_for_and_left_alone_in_a_folder(tmp_path: Path) -> None:
    for number, value in enumerate(
        [{"name": "left-pad", "description": "Pads."}, [], ["The ferry"], 7, {"a.txt": {"body": [1]}}]
    ):
        place = tmp_path / f"{number}.json"
        place.write_text(json.dumps(value))
        assert message(place) == "no articles in it: no record with a text, body, content or html"
    assert read(tmp_path) == []


@pytest.mark.parametrize("text", ["", " \n", None, []])
def test_an_article_without_its_text_is_named_also_in_a_folder(text: object, tmp_path: Path) -> None:
    lacking = {"title": "The ferry", "text": text, "related": [{"title": "The bridge", "body": ""}]}
    (tmp_path / "one.json").write_text(json.dumps(lacking))
    (tmp_path / "several.json").write_text(json.dumps([lacking, {"headline": "The bridge", "article_body": text}]))
    said = [problem.message for problem in read(tmp_path) if isinstance(problem, Problem)]
    assert said == ["no text in it", "record 1: no text in it", "record 2: no text in it"]


@pytest.mark.parametrize(
    "value",
    [
        {"title": "A schema", "type": "object"},
        {"title": "An app", "content": {"files": [1]}},
        {"text": "", "name": "no headline"},
        {"menu": [{"title": "Home", "content": ""}]},
    ],
)
def test_other_json_with_a_title_is_left_alone_in_a_folder(value: object, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(value))
    assert read(tmp_path) == []


def test_damaged_json_is_named_also_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"text": "The ferry')
    (problem,) = read(tmp_path)
    assert isinstance(problem, Problem)
    assert problem.message.startswith("not JSON: unterminated string")
