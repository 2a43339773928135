"""Finding the records in JSON, whatever its shape."""

from __future__ import annotations

import contextlib
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import SourceError
from reader.sources import records

ONE = {"title": "Ferry", "text": "The ferry will stay in port."}
TWO = {"title": "Bridge", "text": "The bridge is closed."}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (ONE, [ONE]),
        ([ONE, TWO], [ONE, TWO]),
        ([ONE, 7, {"x": 1}], [ONE, 7, {"x": 1}]),
        ({"articles": [ONE, TWO]}, [ONE, TWO]),
        ({"status": "ok", "tags": ["a"], "articles": [ONE]}, [ONE]),
        ({"response": {"total": 2, "results": [ONE, TWO]}}, [ONE, TWO]),
        ({"hits": {"hits": [{"_source": ONE}]}}, [{"_source": ONE}]),
        ({"content": [ONE, TWO]}, [ONE, TWO]),
        ({"title": "Feed", "url": "https://example.org/f", "description": "All news", "items": [ONE]}, [ONE]),
        ({**ONE, "comments": [{"text": "Shame!"}]}, [{**ONE, "comments": [{"text": "Shame!"}]}]),
    ],
)
def test_records_are_found_in_lists_objects_and_envelopes(value: object, expected: list[object]) -> None:
    assert records.records_in(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        *(None, 7, "text", [], {}, [[]], ["The ferry"], {"a": [1]}, {"articles": []}, {"text": ""}, {"text": 7}),
        {"name": "left-pad", "description": "Pads.", "dependencies": {"x": "1"}, "files": ["a"]},
        {"what": "answers", "articles": {"a.txt": {"headline": 3, "body": [7, 9], "outlet": "Herald"}}},
    ],
)
def test_other_json_has_none(value: object) -> None:
    assert records.records_in(value) is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not JSON: expecting value"),
        ('{"text": "a"', "not JSON: expecting ',' delimiter"),
        ('{"a": 1,\n "b" 2}', "not JSON: expecting ':' delimiter at line 2"),
        ("[" * 200_000, "not readable: JSON nested too deeply"),
        ('{"a":' * 200_000, "not readable: JSON nested too deeply"),
    ],
)
def test_what_is_no_json_is_named(text: str, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        records.parse(text)
    assert str(caught.value) == message


def test_huge_numbers_cost_nothing() -> None:
    start = time.process_time()
    value = records.parse('{"id": ' + "9" * 3_000_000 + ', "text": "The ferry", "size": 1e999999}')
    assert records.is_record(value)
    assert time.process_time() - start < 2


@pytest.mark.parametrize("depth", [50, 500, 900, 5_000, 50_000])
def test_deep_but_valid_json_is_survived(depth: int) -> None:
    pages = '{"html":' * depth + "1" + "}" * depth
    lists = '{"text": "a", "b":' + "[" * depth + "]" * depth + "}"
    for text in (pages, lists):
        with contextlib.suppress(SourceError):  # how deep Python reads differs by version; what matters is to come back
            value = records.parse(text)
            records.records_in(value)
            assert isinstance(value, dict)
            records.pack(value)


def test_a_packed_record_can_be_read_again() -> None:
    for record in (ONE, {"text": "Мост \ud800 закрыт"}, {"text": "a", "n": float("inf"), "b": [None, True]}):
        assert records.parse(records.pack(dict(record)).decode("utf-8")) == record


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["text", "body", "html", "title", "articles", "x"]), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(JSON)
def test_any_json_is_searched(value: object) -> None:
    parsed = records.parse(json.dumps(value))
    found = records.records_in(parsed)
    assert found is None or any(isinstance(item, dict) for item in found)


@given(st.text(max_size=80) | st.text('{}[]":,0123456789e-\\ntrufals "', max_size=80))
def test_any_text_parses_or_is_refused_by_name(text: str) -> None:
    try:
        records.parse(text)
    except SourceError as error:
        assert "\n" not in str(error)  # noqa: PT017 (most texts are refused, some are not)


def test_the_items_of_a_saved_json_feed_are_published_under_its_title() -> None:
    item = {"title": "A ship sinks", "content_text": "The ship sank on Monday off Kesten, and nobody was hurt. " * 4}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Kesten Courier", "items": [item]}
    assert records.records_in(feed) == [{"feed_title": "Kesten Courier", **item}]
    assert records.records_in({**feed, "version": "1"}) == [item]
