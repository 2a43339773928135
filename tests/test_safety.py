"""What may stand in a field of a noun, whatever came in: no control, no mark that nothing beside it needs."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import reader
from reader import sources
from reader.article import Article, Paragraph, Removed, View
from reader.desk import Library
from reader.safety import plain, plain_line, plain_name, safe, visible

CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
MARKS = re.compile("[\u061c\u200b-\u200f\u2060-\u2064\ufeff]")
NAMES = {"outlet", "byline", "agency", "source", "tags", "corrected"}
SEVERAL_LINES = {"text", "standfirst", "published_why"}

hostile = st.text(
    st.sampled_from(
        "ab Z.,\n\t\r\x00\x07\x08\x0b\x1b\x1b[31m\x1b]0;x\x07\x7f\x85\x9b\x9d\u061c\u200b\u200c\u200d\u200e\u200f\u2028\u202e\u2066\u2069\ufeff"
        "\ud800\U000e0041میهशक्👩🚀ก"
    ),
    max_size=40,
)


def texts_of(noun: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a noun with the field that it stands in."""
    if isinstance(noun, str):
        yield name, noun
    elif is_dataclass(noun):
        for field in fields(noun):
            yield from texts_of(getattr(noun, field.name), field.name)
    elif isinstance(noun, Paragraph):
        yield "text", noun.text
        yield "kind", noun.kind
    elif isinstance(noun, Removed):
        yield "removed text", noun.text
        yield "rule", noun.rule
    elif isinstance(noun, tuple):
        for item in noun:
            yield from texts_of(item, name)


def is_safe(noun: Any) -> bool:
    """Whether every field holds only what may stand in it."""
    for name, text in texts_of(noun):
        allowed = text.replace("\t", "").replace("\n", "") if name in {*SEVERAL_LINES, "removed text"} else text
        assert not CONTROLS.search(allowed), (name, text)
        assert "\n" not in text or name in {*SEVERAL_LINES, "removed text"}, (name, text)
        if name in NAMES:
            assert not MARKS.search(text), (name, text)
        if name == "headline":
            assert text == text.strip()
            assert not MARKS.match(text[:1] + text[-1:]), text
    return True


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(a=hostile, b=hostile, c=hostile)
def test_no_field_of_any_article_from_any_source_holds_what_a_terminal_obeys(a: str, b: str, c: str) -> None:
    body = f"{a} The bridge at Velm hums in the key of D, {b} the town found out on Monday.\n\n{c}"
    assert is_safe(reader.clean(f"{c}\n\nBy {a}\n\n{body}\n\n© {b}", kind="text", url=f"https://a.example/{c}"))
    page = f"<title>{a}</title><meta property='og:site_name' content='{b}'><h1>{c}</h1><p class='{a}'>{body}</p>"
    assert is_safe(reader.clean(page, kind="html", url=a))
    said = {"title": a, "author": b, "sitename": c, "url": f"https://a.example/{b}", "language": a, "text": body}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "r.json"
        path.write_text(json.dumps(said))
        (Path(folder) / "r.jsonl").write_text(json.dumps(said) + "\n" + json.dumps({**said, "id": c}))
        for found in sources.find([folder]):
            loaded = list(sources.load(found)) if not isinstance(found, reader.article.Problem) else [found]
            for item in loaded:
                assert is_safe(item if isinstance(item, reader.article.Problem) else reader.clean(item.text))


TEXTS = [field.name for field in fields(Article) if "str" in str(field.type) and "date" not in str(field.type)]


@given(st.fixed_dictionaries({name: hostile for name in TEXTS if name != "corrected"}), st.lists(hostile, max_size=4))
def test_no_field_of_an_article_made_by_hand_holds_what_a_terminal_obeys(said: dict[str, str], more: list[str]) -> None:
    pieces = tuple(
        Paragraph(text, kind) for text, kind in zip(more, ("body", "subhead", "caption", "body"), strict=False)
    )
    removed = tuple(Removed(text, 1, text) for text in more)
    for article in (
        Article(**said),
        Article(paragraphs=pieces, removed=removed, corrected=tuple(more)),
        Article(**said, paragraphs=pieces, removed=removed),
        replace(Article(text="The bridge hums."), **said, paragraphs=pieces),
    ):
        assert is_safe(article)
        assert safe(article) is article


def test_the_sentences_of_a_text_that_is_no_article_count_its_characters_controls_and_all() -> None:
    text = "The bridge at Velm\x1b[1m hums in the key of D. \x07The town found out on Monday."
    found = reader.summarize(text, sentences=2).sentences
    assert len(found) == 2
    assert all(text[one.start : one.end] == one.text for one in found)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(hostile, min_size=9, max_size=9))
def test_an_article_made_by_hand_is_safe_in_the_library_with_its_corrections_and_tags(given_texts: list[str]) -> None:
    a, b, c, d, e, f, g, h, i = given_texts
    article = Article(
        text=f"{a}\n\nThe bridge hums.", headline=b, standfirst=c, byline=d, outlet=e, dateline=f, url=g, source=h,
        published_why=i, agency=a, language=b, removed=(Removed(c, 1, d),),
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder) / "l.db") as library:
        (number,) = library.add_articles([article])
        library.mark([number], tags=[a, b, c])
        for field, value in (("headline", d), ("outlet", e), ("byline", f)):
            if plain_name(value) not in ("", "?") and plain_line(value):
                library.edit(number, {field: value})
        stored = library.article(number)
        assert is_safe(stored)
        assert is_safe(library.entries([number])[0])
        assert is_safe(library.summary(number))
        assert all(stored.text[s.start : s.end] == s.text for s in library.summary(number).sentences)
        assert all(is_safe(hit.entry) for hit in library.search("bridge"))
        assert all(tag == plain_name(tag) for tag, _ in library.tags())
        assert library.count(View(outlet=e))[0] in (0, 1)


@given(hostile)
def test_making_plain_twice_is_making_plain_once(text: str) -> None:
    for make in (plain, plain_line, plain_name, visible):
        assert make(make(text)) == make(text)


def test_an_article_with_nothing_to_strip_is_the_same_object() -> None:
    article = Article(text="One.\n\nTwo.", headline="A bridge that hums")
    assert safe(article) is article
    assert safe(Article(text="One.", headline="\x1b[0m")).headline is None, "nothing is left of it"


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("a non-joiner in Persian", "می\u200cخواهم"),
        ("a joiner in Hindi", "क्\u200dष"),
        ("an explicit virama in Bengali", "ক্\u200c"),
        ("an emoji of two", "👩\u200d🚀"),
        ("an emoji with a variation selector", "❤\ufe0f\u200d🔥"),
        ("a break between Thai words", "ภาษา\u200bไทย"),
        ("the mark after a bracket in Hebrew", "שלום (C++)\u200f הכול"),
        ("the mark after a number in Arabic", "في 12%\u200e من"),
    ],
)
def test_marks_stay_where_the_script_needs_them(what: str, text: str) -> None:
    assert plain(text) == text, what


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("brid\u200bge", "bridge"),
        ("a\u200db", "ab"),
        ("A bridge\u200e that\u200f hums", "A bridge that hums"),
        ("می\u200c\u200c\u200cخواهم", "می\u200cخواهم"),
        ("\ufeffA bridge", "A bridge"),
        ("שלום\n" + "A bridge\u200f hums", "שלום\nA bridge hums"),
        ("\u2067שלום\u2069", "שלום"),
    ],
)
def test_marks_go_where_nothing_beside_them_needs_them(text: str, left: str) -> None:
    assert plain(text) == left


def test_no_mark_stands_at_the_end_of_a_line_or_anywhere_in_a_name() -> None:
    assert plain_line("\u200fשלום הכול\u200f") == "שלום הכול"
    assert plain_name("می\u200cخواهم") == "میخواهم"


def test_the_cuts_show_the_marks_that_are_stripped() -> None:
    text = "Home\nNews\nSport\nSig\u200bn in\n\nA bridge that hums\n\nThe bridge at Velm hums in the key of D, the town found out on Monday. Nobody knows why.\n\n© 2024 Velm Courier. All rights reserved.\n"
    article = reader.clean(text, kind="text")
    assert "Sig\u200bn in" in [cut.text for cut in article.removed]
    assert visible("Ho\u200bme\u200f\x1b[1m") == "Ho⟨ZWSP⟩me⟨RLM⟩"


def test_paragraphs_and_text_of_an_article_are_stripped_alike() -> None:
    article = safe(Article(text="שלום הכול.\n\nA bridge\u200f hums."))
    assert article.text == "שלום הכול.\n\nA bridge hums."
    assert article.paragraphs[1] == Paragraph("A bridge hums.")


def test_colours_titles_links_and_clipboard_sequences_vanish_whole() -> None:
    text = "a\x1b[31mred\x1b[0m b\x1b]0;title\x07c\x1b]8;;http://x.example\x1b\\link\x1b]8;;\x1b\\ d\x1b]52;c;AAAA\x07e"
    assert plain(text) == "ared bclink de"


def test_one_byte_controls_vanish() -> None:
    assert plain("a\x9b31mb\x85c\x7fd\x00e\x08f") == "abcdef"


def test_an_unfinished_sequence_does_not_swallow_the_text_after_its_line() -> None:
    assert plain("\x1b]0;never closed\nThe next line stays.").endswith("\nThe next line stays.")


def test_overrides_of_direction_vanish_and_right_to_left_letters_stay() -> None:
    assert plain("abc\u202egnp.exe\u2066x\u2069 שלום \u200fمرحبا") == "abcgnp.exex שלום \u200fمرحبا"


def test_line_ends_become_line_feeds_and_tabs_stay() -> None:
    assert plain("one\r\ntwo\rthree\tfour") == "one\ntwo\nthree\tfour"


def test_a_line_has_no_line_ends_and_no_runs_of_blanks() -> None:
    assert plain_line("  one\r\n\n two\t three ") == "one two three"


@given(st.text())
def test_no_text_at_all_leaves_a_control_character(text: str) -> None:
    assert not any((ord(c) < 32 and c not in "\n\t") or 127 <= ord(c) < 160 for c in plain(text))


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zl", "Zp", "Cs"])))
def test_ordinary_text_is_left_as_it_is(text: str) -> None:
    assert plain(text) == text
