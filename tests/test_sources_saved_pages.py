"""Pages saved whole in one file: what is written into them is taken out, and where they are from is read."""

from __future__ import annotations

import base64
import os
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reader.article import RawDocument
from reader.sources import files, from_text, load, reread
from reader.sources.saved_pages import light

TEXT = "<p>The bridge at Velm hums in the wind, the town found out on Monday, and nobody on the river can sleep.</p>"
COMMENT = (
    "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://velm.example/bridge \n"
    " saved date: Tue Mar 05 2024 10:00:00 GMT+0100 (Central European Standard Time)\n-->"
)


def saved(pictures: int, size: int) -> bytes:
    """A page with that many pictures of that many bytes each, a font and a style."""
    data = base64.b64encode(os.urandom(size)).decode()
    style = f"<style>@font-face {{ src: url(data:font/woff2;base64,{data}) }}</style>"
    body = "".join(f'{TEXT}<img src="data:image/png;base64,{data}" alt="Bridge {n}">' for n in range(pictures))
    return f"{COMMENT}<head><title>Bridge hums</title>{style}</head><body><h1>Bridge hums</h1>{body}</body>".encode()


def loaded(path: Path) -> RawDocument:
    (found,) = files.find([path])
    assert isinstance(found, files.Found)
    (document,) = load(found)
    assert isinstance(document, RawDocument)
    return document


def test_a_page_with_twenty_megabytes_of_pictures_costs_little(tmp_path: Path) -> None:
    (tmp_path / "bridge.html").write_bytes(saved(10, 1_500_000))
    before = time.process_time()
    document = loaded(tmp_path / "bridge.html")
    assert time.process_time() - before < 2
    assert document.text.count("The bridge at Velm") == 10
    assert len(document.data) < 3000
    assert reread(document) == document


def test_the_comment_says_where_and_when_it_was_saved(tmp_path: Path) -> None:
    (tmp_path / "bridge.html").write_bytes(saved(1, 10))
    document = loaded(tmp_path / "bridge.html")
    assert document.url == "https://velm.example/bridge"
    assert document.fetched == datetime(2024, 3, 5, 10, tzinfo=timezone(timedelta(hours=1)))
    assert document.published is None
    old = f"<!DOCTYPE html>\n<!-- saved from url=(0029)https://velm.example/bridge/2 -->\n<html><body>{TEXT}"
    assert from_text(old).url == "https://velm.example/bridge/2"
    assert from_text(f"<html><!-- url: nowhere --><body>{TEXT}").url is None


def test_small_pages_texts_and_short_pictures_stay_as_they_are() -> None:
    small = saved(1, 100)
    assert light(small) == small
    text = b"The word data:image/png;base64," + b"A" * 100_000
    assert light(text) == text


@given(st.lists(st.sampled_from([b"<", b"data:", b";base64,", b"image/png", b"A" * 150, b"\xff", b"-->", b"<!--"])))
def test_no_page_is_too_odd(parts: list[bytes]) -> None:
    data = b"<" + b"".join(parts) + b" " * 70_000
    assert light(data)[:1] == b"<"
    from_text(data.decode("utf-8", "replace"))
