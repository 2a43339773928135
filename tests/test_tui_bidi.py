"""Right-to-left text in the order in which it is seen. Capitals stand for Hebrew letters in the expected orders."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tui_support import FakeLibrary, picture, press, settle, tui_app, until

from reader.article import Article
from reader.tui.draw.bidi import flush, has_rtl, starts_rtl, terminal_turns, turned
from reader.tui.widgets import drawn

_HEBREW = {chr(ord("A") + n): chr(0x5D0 + n) for n in range(22)}
_BACK = {hebrew: letter for letter, hebrew in _HEBREW.items()}


def seen(text: str, *, rtl: bool) -> str:
    """What a person sees of a line in which capitals are Hebrew."""
    logical = "".join(_HEBREW.get(char, char) for char in text)
    return "".join(_BACK.get(char, char) for piece, _ in turned([(logical, "text")], rtl=rtl) for char in piece)


@pytest.mark.parametrize(
    ("text", "rtl", "expected"),
    [
        ("ABC DEF", True, "FED CBA"),
        ("abc ABC", False, "abc CBA"),
        ("ABC abc DEF", True, "FED abc CBA"),
        ("ABC (DEF).", True, ".(FED) CBA"),
        ("ABC 123 DEF", True, "FED 123 CBA"),
        ("ABC 12.5% DEF", True, "FED 12.5% CBA"),
        ("abc ABC 123 def", False, "abc 123 CBA def"),
        ("ABC   ", True, "   CBA"),
        ("abc 1,200 def", False, "abc 1,200 def"),
        ("«ABC», abc", True, "abc ,«CBA»"),
    ],
)
def test_lines_are_seen_as_unicode_has_it(text: str, rtl: bool, expected: str) -> None:
    assert seen(text, rtl=rtl) == expected


def test_each_letter_keeps_its_ink_and_its_marks() -> None:
    assert turned([("אב", "text"), ("גד", "found")], rtl=True) == [("דג", "found"), ("בא", "text")]
    assert turned([("שָׁל", "text")], rtl=True) == [("לשָׁ", "text")]
    assert turned([("قال 25 عضوا", "text")], rtl=True)[0][0] == "اوضع 25 لاق"


@given(st.text(alphabet=st.sampled_from("abאבجد 12.,%()-\u0301\u200f"), max_size=60), st.booleans())
def test_nothing_is_lost_or_added_whatever_stands_there(text: str, rtl: bool) -> None:
    shown = "".join(piece for piece, _ in turned([(text, "text")], rtl=rtl))
    unmirrored = str.maketrans(")", "(")
    assert sorted(shown.translate(unmirrored)) == sorted(text.translate(unmirrored))


@given(st.text(alphabet=st.characters(max_codepoint=0x24F)))
def test_text_from_left_to_right_is_left_alone(text: str) -> None:
    assert not has_rtl(text)
    assert "".join(piece for piece, _ in turned([(text, "text")], rtl=False)) == text


def test_the_first_letter_tells_where_a_line_begins() -> None:
    assert starts_rtl("«12 אב ab")
    assert not starts_rtl("12 ab אב")


@pytest.mark.parametrize(
    ("environ", "turns"),
    [
        ({"VTE_VERSION": "7006"}, True),
        ({"VTE_VERSION": "5202"}, False),
        ({"KONSOLE_VERSION": "220401"}, True),
        ({"TERM_PROGRAM": "Apple_Terminal"}, True),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm-kitty"}, False),
    ],
)
def test_terminals_that_turn_it_round_themselves_are_left_to_it(environ: dict[str, str], turns: bool) -> None:
    assert terminal_turns(environ) is turns


def test_facts_are_turned_round_one_by_one_and_blanks_behind_them_stay() -> None:
    assert drawn.seen(("אבג · 31 May  ", "dim")) == (("גבא · 31 May  ", "dim"),)
    assert drawn.seen(("31 May", "dim")) == (("31 May", "dim"),)


async def test_a_summary_from_right_to_left_stands_at_the_right() -> None:
    text = "הנמל ייסגר בשבוע הבא, אמר ראש העיר, ואיש אינו יודע מתי ייפתח שוב ומי ישלם על כך בסופו של דבר. " * 3
    app = tui_app(FakeLibrary([Article(headline="הנמל ייסגר", text=text, language="he")]))
    app.turns_text = True
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "s", "enter", shows=("SUMMARY", "▎"))
        lines = [line.rstrip() for line in picture(app).split("\n") if line.lstrip(" ▌").startswith("▎")]
        assert len(lines) > 1
        assert {len(line) for line in lines} == {len(lines[0])}


def test_what_is_flush_stands_at_the_right_of_its_room_unless_the_terminal_sees_to_that() -> None:
    line = (("▎ ", "mark"), *flush((("אב", "text"), ("ג", "changed")), "אבג", 6), (" | ", "text"))
    assert drawn.placed(line, turns=True) == (
        ("▎ ", "mark"),
        ("   ", "text"),
        ("ג", "changed"),
        ("בא", "text"),
        (" | ", "text"),
    )
    assert "".join(text for text, _ in drawn.placed(line, turns=False)) == "▎ אבג    | "
    assert flush((("abc", "text"),), "abc", 6) == (("abc", "text"),)


async def test_a_story_from_right_to_left_stands_at_the_right_also_side_by_side() -> None:
    said = "הנמל ייסגר בשבוע הבא, אמר ראש העיר {}, ואיש אינו יודע מתי ייפתח שוב ומי ישלם על כך בסופו של דבר. "
    articles = [Article(headline="הנמל ייסגר", text=said.format(n) * 3, language="he") for n in (5, 7)]
    app = tui_app(FakeLibrary(articles, [{1, 2}]))
    app.turns_text = True
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for key, shown, said in (("x", "BRIEF", "רגסיי"), ("d", "4 copied", "רמא")):
            await pilot.press(key)
            await until(pilot, lambda shown=shown: shown in picture(app))  # type: ignore[misc]
            line = next(line.rstrip() for line in picture(app).split("\n") if said in line)
            assert len(line) > 74, line
            await pilot.press("escape")
            await until(pilot, lambda: len(app.screen_stack) == 1)
