"""Web addresses: how they are asked for, and what a document is known by."""

from __future__ import annotations

import pytest

from reader.errors import SourceError
from reader.sources.web.addresses import host_of, identity_of, is_address, normal


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("HTTP://Velm.Example", "http://velm.example/"),
        ("https://velm.example:443/a?b=1#c", "https://velm.example/a?b=1"),
        ("http://velm.example:8080/a b", "http://velm.example:8080/ab"),
        ("https://bücher.example/straße", "https://xn--bcher-kva.example/stra%C3%9Fe"),
        ("https://velm.example/a/b_c.html?d=[1]&e", "https://velm.example/a/b_c.html?d=[1]&e"),
        ("http://[::1]:80/", "http://[::1]/"),
        ("https://velm.example/a%20b?q=ä", "https://velm.example/a%20b?q=%C3%A4"),
    ],
)
def test_an_address_is_asked_for_in_one_form(written: str, asked: str) -> None:
    assert normal(written) == asked


def test_a_relative_address_counts_from_its_base() -> None:
    assert normal("../feed", "https://velm.example/a/b/c") == "https://velm.example/a/feed"


@pytest.mark.parametrize(
    "written",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "http://",
        "https://[::1",
        "http://a:b@c.example/",
    ],
)
def test_what_is_no_web_address_is_refused_in_one_line(written: str) -> None:
    with pytest.raises(SourceError) as refused:
        normal(written)
    assert str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_document_is_known_by_its_address_without_what_says_who_follows_it() -> None:
    assert identity_of("https://velm.example/a?id=3&utm_source=rss#top") == "https://velm.example/a?id=3"
    assert identity_of("https://velm.example/a?utm_medium=x") == "https://velm.example/a"


def test_paths_are_no_addresses() -> None:
    assert is_address("https://velm.example")
    assert is_address("HTTP://velm.example")
    assert not any(map(is_address, ["ftp://velm.example", "./http:", "velm.example", ""]))
    assert host_of("http://[::1]:80/a") == "::1"
