"""Lists of feeds: what other readers write is read, and nothing is ever run for one."""

from __future__ import annotations

import os
import socket
import subprocess
from pathlib import Path

import pytest

from reader.article import Problem
from reader.errors import SourceError
from reader.sources.feeds.lists import Listed, as_opml, read_list
from reader.subscription import Subscription


def listed(text: str) -> list[Listed]:
    return [one for one in read_list(text.encode(), "list") if isinstance(one, Listed)]


def left_out(text: str) -> list[str]:
    return [one.message for one in read_list(text.encode(), "list") if isinstance(one, Problem)]


def opml(outlines: str, start: str = '<?xml version="1.0"?>') -> str:
    return f'{start}<opml version="2.0"><head><title>x</title></head><body>{outlines}</body></opml>'


def test_outlines_with_addresses_are_feeds_and_those_around_them_groups() -> None:
    found = listed(
        opml(
            '<outline text="Towns"><outline type="rss" text="Velm Post" title="The Velm Post" xmlUrl="https://velm.example/f"/>'
            '<outline text="Inner"><outline XMLURL="https://olm.example/f" text="Olm"/></outline></outline>'
            '<outline text="Arn" type="atom" url="https://arn.example/f"/><outline text="No feed" htmlUrl="https://x.example"/>'
        )
    )
    assert found == [
        Listed("https://velm.example/f", "The Velm Post", "Towns"),
        Listed("https://olm.example/f", "Olm", "Towns/Inner"),
        Listed("https://arn.example/f", "Arn", ""),
    ]


def test_a_category_is_a_group_where_nothing_else_is() -> None:
    assert (
        listed(opml('<outline xmlUrl="https://a.example/f" category="/News/Towns,/Other"/>'))[0].group == "News/Towns"
    )


def test_a_feed_that_is_listed_twice_is_one() -> None:
    assert len(listed(opml('<outline xmlUrl="https://a.example/f"/>' * 3))) == 1


def test_badly_written_lists_are_read() -> None:
    assert listed(opml('<outline text="A & B" xmlUrl="https://a.example/f?x=1&y=2"/>')) == [
        Listed("https://a.example/f?x=1&y=2", "A & B", "")
    ]


def test_the_lines_of_newsboat_are_feeds_with_tags() -> None:
    text = '# mine\n\nhttps://a.example/f "Towns" "!" "~The A"\nhttps://b.example/f\nhttps://c.example/f news "not closed\n'
    assert listed(text) == [
        Listed("https://a.example/f", "The A", "Towns"),
        Listed("https://b.example/f", None, ""),
        Listed("https://c.example/f", None, "news"),
    ]


HARM = [
    "exec:touch {}",
    "filter:touch {}:https://a.example/f",
    "query:x:unread",
    "file://{}",
    "javascript:1",
    "|touch {}",
]


@pytest.mark.parametrize("harm", HARM)
def test_nothing_is_run_or_read_for_a_list(harm: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("system", "popen", "execv"):
        monkeypatch.setattr(os, name, lambda *_: pytest.fail("run"))
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: pytest.fail("run"))
    monkeypatch.setattr(socket, "create_connection", lambda *_, **__: pytest.fail("connected"))
    line = harm.format(tmp_path / "made")
    quoted = line.replace(" ", "%20")
    for text in (
        f'"{line}" tag\nhttps://good.example/f\n',
        opml(f'<outline xmlUrl="{quoted}"/><outline xmlUrl="https://good.example/f"/>'),
    ):
        assert [one.address for one in listed(text)] == ["https://good.example/f"]
        assert len(left_out(text)) == 1
    assert not list(tmp_path.iterdir())


def test_entities_and_inclusions_stay_what_they_are(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("https://secret.example/f")
    bomb = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    start = f'<!DOCTYPE opml [<!ENTITY x SYSTEM "{secret.as_uri()}">{bomb}]>'
    inside = (
        f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret.as_uri()}" parse="text"/>'
        '<outline xmlUrl="https://a.example/f" text="[&x;&i;]"/>'
    )
    assert listed(opml(inside, start)) == [Listed("https://a.example/f", "[&x;&i;]", "")]


def test_deep_nesting_is_no_trap() -> None:
    assert (
        len(listed(opml("<outline text='x'>" * 100 + '<outline xmlUrl="https://a.example/f"/>' + "</outline>" * 100)))
        == 1
    )
    deep = opml("<outline text='x'>" * 50_000 + '<outline xmlUrl="https://a.example/f"/>')
    try:
        listed(deep)
    except SourceError as error:
        assert "no feeds in it" in str(error)  # noqa: PT017  (either is right)


@pytest.mark.parametrize("text", ["", "words\nand more words", "<html><body></body></html>", opml("")])
def test_what_is_no_list_is_said_to_be_none(text: str) -> None:
    with pytest.raises(SourceError, match=r"not a list of feeds|no feeds in it"):
        listed(text)


def test_what_is_written_is_read_again() -> None:
    feeds = [
        Subscription(id=1, address="https://a.example/f?x=1&y=2", title='A "quoted" & <odd>', group="Towns & more"),
        Subscription(id=2, address="https://b.example/f", name="B", home="https://b.example/"),
    ]
    assert listed(as_opml(feeds)) == [
        Listed("https://a.example/f?x=1&y=2", 'A "quoted" & <odd>', "Towns & more"),
        Listed("https://b.example/f", "B", ""),
    ]
