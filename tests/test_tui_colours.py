"""The theme that was chosen is there again the next time."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.color import Color
from rich.style import Style
from textual.theme import BUILTIN_THEMES, Theme
from tui_support import picture, press, running, settled, tui_app, tui_library, until

from reader.tui.draw import colours
from reader.tui.draw.inks import LEGIBLE, THEMES, Inks


async def test_a_chosen_theme_is_there_the_next_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")
    folder = tmp_path / "not" / "yet"
    async with settled(settings=folder, theme=None, size=(80, 24)) as (app, pilot):
        assert app.theme == "reader-dark"
        assert not folder.exists(), "nothing is written that nobody chose"
        app.theme = "reader-light"
        await until(pilot, lambda: colours.chosen(folder) == "reader-light")
    assert tui_app(settings=folder, theme=None).theme == "reader-light"
    assert [path.stat().st_mode & 0o077 for path in (folder, folder / colours.FILE)] == [0, 0], "it is nobody else's"


def test_where_there_are_16_colours_only_a_theme_of_more_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "standard")
    colours.remember(tmp_path, "reader-light")
    assert tui_app(settings=tmp_path, theme=None).theme == "ansi-dark"
    colours.remember(tmp_path, "ansi-light")
    assert tui_app(settings=tmp_path, theme=None).theme == "ansi-light"


@pytest.mark.parametrize("data", [b"", b"no such theme\n", b"\xff\xfe\x00", b"\x1b]0;x\x07", b"x" * 5_000_000])
def test_a_spoilt_file_is_as_good_as_none(data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")
    (tmp_path / colours.FILE).write_bytes(data)
    assert tui_app(settings=tmp_path, theme=None).theme == "reader-dark"


async def test_a_choice_that_cannot_be_kept_holds_for_this_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    async with settled(settings=tmp_path / "file", theme=None, size=(80, 24)) as (app, pilot):
        app.theme = "reader-light"
        await pilot.pause()
        assert "all articles" in picture(app)
    assert colours.chosen(tmp_path / "file") == ""


def contrast(style: Style) -> float:
    """Of a style's colour and what it stands on, by WCAG 2."""
    sides = (style.bgcolor, style.color) if style.reverse else (style.color, style.bgcolor)

    def luminance(colour: Color | None) -> float:
        assert colour is not None
        parts = [part / 255 for part in colour.get_truecolor()]
        red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted(map(luminance, sides), reverse=True)
    return (high + 0.05) / (low + 0.05)


COMPUTED = [*(theme for theme in BUILTIN_THEMES.values() if not theme.name.startswith("ansi")), *THEMES]
INKS = (
    "text", "strong", "read", "dim", "faint", "seen", "seen-sign", "changed", "disagrees", "italic", "heading", "unread",
    "mark", "star", "gone", "cut", "rule", "error", "key", "here", "outlet:NPA", "outlet:Gazette", "outlet:Marlow Courier",
)  # fmt: skip


@pytest.mark.parametrize("theme", COMPUTED, ids=lambda theme: theme.name)
def test_text_can_be_read_on_all_that_it_stands_on_in_every_theme(theme: Theme) -> None:
    inks = Inks(theme.to_color_system().generate(), dark=theme.dark)
    page = inks["page"]
    papers = {"page": page, **{name: page + inks[name] for name in ("bar", "cursor", "taken")}}
    low = {
        (name, paper): round(found, 2)
        for name in INKS
        for paper, ground in papers.items()
        if paper != "taken" or name in ("text", "strong", "italic", "seen", "changed")
        if (found := contrast(ground + inks.on(paper, name))) < LEGIBLE
    }
    low |= {
        (name, "itself"): found
        for name in ("sought", "found", "chip", "seen+taken")
        if (found := contrast(page + inks[name])) < LEGIBLE
    }
    assert not low


XTERM = {
    "default": None, "blue": "#0000ee", "red": "#cd0000", "green": "#00cd00", "magenta": "#cd00cd", "cyan": "#00cdcd",
    "yellow": "#cdcd00", "black": "#000000", "bright_blue": "#5c5cff", "bright_red": "#ff0000", "bright_magenta": "#ff00ff",
}  # fmt: skip
"""What xterm shows for the colours that have no values of their own."""


@pytest.mark.parametrize(("theme", "paper"), [("ansi-dark", "#000000"), ("ansi-light", "#ffffff")])
def test_the_sixteen_colours_can_be_read_in_a_common_palette(theme: str, paper: str) -> None:
    of_theme = BUILTIN_THEMES[theme]
    inks = Inks(of_theme.to_color_system().generate(), dark=of_theme.dark)
    outlets = [
        f"outlet:{name}" for name in ("NPA", "Gazette", "Marlow Courier", "Skerry Radio", "Bote", "Post", "Wire")
    ]
    low = {}
    for name in (*INKS, *outlets):
        style = inks[name]
        if style.color is not None and style.bgcolor is None and (value := XTERM[style.color.name]):
            found = contrast(Style(color=value, bgcolor=paper))
            low |= {name: round(found, 2)} if found < 4.4 else {}
    assert not low


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_what_is_selected_read_or_faded_is_told_apart(theme: Theme) -> None:
    inks = Inks(theme.to_color_system().generate(), dark=theme.dark)
    colours = [inks[name].color for name in ("text", "read", "dim")]
    assert len(set(colours)) == 3
    assert inks["cursor"].bgcolor != inks["page"].bgcolor != inks["taken"].bgcolor


async def test_T_lists_the_themes_and_chooses_one() -> None:  # noqa: N802  (the key's name)
    async with settled(size=(80, 24)) as (app, pilot):
        await pilot.press("T")
        await until(pilot, lambda: len(app.screen_stack) == 2)
        await press(pilot, *"dusk", shows="reader-dusk")
        await pilot.press("enter", "enter")
        await until(pilot, lambda: app.theme == "reader-dusk")


@pytest.mark.parametrize("theme", ["reader-dark", "ansi-dark"])
async def test_without_colours_what_is_selected_and_what_is_read_are_told_by_signs(
    theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    library = tui_library()
    library.mark([9], read=True)
    async with running(library, theme=theme, size=(80, 24)) as (app, pilot):
        await until(pilot, lambda: "▌○" in picture(app))
        assert " ● 10:37" in picture(app)
        await press(pilot, "enter", shows="▎")
        assert app.no_color


@pytest.mark.parametrize(("theme", "first", "second"), [("reader-dusk", "reader-dark", "reader-dusk  in force"),
                                                        ("ansi-light", "ansi-dark", "ansi-light  in force")])  # fmt: skip
async def test_the_themes_for_this_terminal_come_first_and_that_in_force_is_named(
    theme: str, first: str, second: str
) -> None:
    async with settled(theme=theme, size=(80, 24)) as (app, pilot):
        await pilot.press("T")
        await until(pilot, lambda: second in picture(app))
        assert picture(app).index(first) < picture(app).index(second) < picture(app).index("atom-one-dark")
