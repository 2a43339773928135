"""Nothing that an outlet writes may command the terminal."""

from hypothesis import given
from hypothesis import strategies as st

from reader.safety import plain, plain_line


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


@given(st.text())
def test_making_plain_twice_is_making_plain_once(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zl", "Zp", "Cs"])))
def test_ordinary_text_is_left_as_it_is(text: str) -> None:
    assert plain(text) == text
