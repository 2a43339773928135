"""The colours of everything that is drawn line by line, worked out from the theme.

Here: the house themes, and one table of styles by name for the line-drawing widgets. Every meaning that a colour
carries is also carried by a sign, so that 16 colours and NO_COLOR stay legible.
Not here: colours of borders and boxes (the stylesheets).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from zlib import crc32

from rich.style import Style
from textual.color import Color
from textual.theme import Theme

DARK = Theme(
    name="reader-dark",
    primary="#8ab4d8",
    secondary="#9fb8a0",
    accent="#e3b76c",
    foreground="#d3d6dc",
    background="#14161a",
    surface="#191c21",
    panel="#2a2f37",
    success="#8fbf8f",
    warning="#e3b76c",
    error="#e08080",
    dark=True,
    variables={"footer-background": "#191c21"},
)
LIGHT = Theme(
    name="reader-light",
    primary="#1f5f99",
    secondary="#3f6b45",
    accent="#8a5a00",
    foreground="#23262b",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#d8d4ca",
    success="#2f7a3a",
    warning="#8a5a00",
    error="#a8312c",
    dark=False,
    variables={"footer-background": "#f3f1ec"},
)
DUSK = Theme(
    name="reader-dusk",
    primary="#b9a884",
    secondary="#a3a98a",
    accent="#d9a066",
    foreground="#d6cdbf",
    background="#1b1815",
    surface="#211d19",
    panel="#38312a",
    success="#a3b285",
    warning="#d9a066",
    error="#dd8f7d",
    dark=True,
    variables={"footer-background": "#211d19"},
)
"""Warm and dim, for the evening."""
PAPER = Theme(
    name="reader-paper",
    primary="#6b4f2a",
    secondary="#5b6236",
    accent="#8a4b1f",
    foreground="#3a3128",
    background="#f4ecdc",
    surface="#ebe1cd",
    panel="#d3c6ab",
    success="#4c6b2f",
    warning="#8a4b1f",
    error="#9c2f22",
    dark=False,
    variables={"footer-background": "#ebe1cd"},
)
"""As a printed page."""
THEMES = (DARK, LIGHT, DUSK, PAPER)

LEGIBLE = 4.5
"""The contrast that text has with what it stands on (WCAG 2, level AA)."""

_AIM = 4.8
"""What colours are mixed for: there is enough left when they are turned into greys."""

# Each hue also lies next to a different one of the 16 colours, so that few outlets share one there.
_OUTLETS_DARK = ("#7fb8e6", "#e89a8c", "#9ccc8a", "#d9a6e0", "#e0c070", "#7fd0c8", "#f0a8c0", "#a8b4f0", "#c8b090")
_OUTLETS_LIGHT = ("#1f5f99", "#a83a28", "#3f7320", "#7a3c8c", "#7d5a00", "#0f6b64", "#a02860", "#4450b0", "#6b5030")
_CURSOR, _AWAY, _TAKEN, _FOUND = 0.22, 0.08, 0.13, 0.3
"""How much colour there is in the paper of what is selected, was selected, was taken by the summary, is sought."""
_OUTLETS_ANSI_DARK = ("bright_blue", "bright_red", "green", "bright_magenta", "yellow", "cyan")
_OUTLETS_ANSI_LIGHT = ("blue", "red", "magenta")


class Inks:
    """Named styles for one theme. `inks["dim"]` is a foreground; `page`, `cursor`… are the paper it goes on.

    `inks["seen+taken"]` is one on the other; there may be more.
    """

    def __init__(self, variables: Mapping[str, str], *, dark: bool) -> None:
        """variables: a theme's colours by name (`foreground`, `primary`…)."""
        if variables["background"].startswith("ansi"):
            self._styles = _ansi(dark=dark)
            # What is selected is reversed: there a colour would be that of the paper.
            self._on_cursor = {name: Style(bold=s.bold) if s.color else s for name, s in self._styles.items()}
            names = _OUTLETS_ANSI_DARK if dark else _OUTLETS_ANSI_LIGHT
            self._outlets = [Style(color=name) for name in names]
            self._outlets_on_cursor = [Style()]
            self._selected = {"cursor"}
            return
        self._selected = {"cursor", "cursor-away"}
        legible = _Legible(variables)
        self._styles = _blended(variables, legible)
        self._on_cursor = {name: legible.on_cursor(style) for name, style in self._styles.items()}
        hues = _OUTLETS_DARK if dark else _OUTLETS_LIGHT
        self._outlets = [Style(color=legible(Color.parse(hue)).rich_color) for hue in hues]
        self._outlets_on_cursor = [legible.on_cursor(style) for style in self._outlets]

    def __getitem__(self, name: str) -> Style:
        return self.on("page", name)

    def on(self, paper: str, name: str) -> Style:
        """A style for text on this paper: what is selected needs stronger colours."""
        styles = self._on_cursor if paper in self._selected else self._styles
        if name.startswith("outlet:"):
            return self.outlet(name[7:], paper)
        if "+" not in name:
            return styles[name]
        return Style.combine([styles[one] for one in name.split("+")])

    def outlet(self, name: str, paper: str = "page") -> Style:
        """The steady colour of an outlet: the same on every day and machine."""
        outlets = self._outlets_on_cursor if paper in self._selected else self._outlets
        return outlets[crc32(name.casefold().encode("utf-8", "replace")) % len(outlets)]


@lru_cache(maxsize=4_096)
def _luminance(colour: Color) -> float:
    """How light a colour is, from 0 to 1 (WCAG 2)."""
    parts = [part / 255 for part in colour.rgb]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: float, other: float) -> float:
    """Between two luminances, from 1 to 21."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


class _Legible:
    """Makes colours of any theme legible on all that text stands on: they come nearer to that of the text."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        paper = self.paper = Color.parse(variables["background"])
        end = Color.parse("#ffffff" if paper.brightness < 0.5 else "#000000")
        accent = Color.parse(variables["accent"])
        self.cursor = paper.blend(Color.parse(variables["primary"]), _CURSOR)
        self._selected = [self.cursor, paper.blend(Color.parse(variables["foreground"]), _AWAY)]
        self._plain = [paper, Color.parse(variables["surface"])]
        self._taken = [*self._plain, paper.blend(accent, _TAKEN)]
        self.text = self._nearer(
            Color.parse(variables["foreground"]), end, [*self._taken, self.cursor, paper.blend(accent, _FOUND)]
        )

    def __call__(self, colour: Color, *, taken: bool = False) -> Color:
        """The colour, as near to the text's as it has to be. taken: also on what the summary took."""
        return self._nearer(colour, self.text, self._taken if taken else self._plain)

    def on_cursor(self, style: Style) -> Style:
        """The same for a style that stands on what is selected."""
        if style.color is None or style.bgcolor is not None:
            return style
        colour = Color.from_rich_color(style.color)
        return style + Style(color=self._nearer(colour, self.text, self._selected).rich_color)

    @staticmethod
    def _nearer(colour: Color, end: Color, papers: list[Color]) -> Color:
        for step in range(20):
            mixed = colour.blend(end, step / 20)
            light = _luminance(mixed)
            if all(_contrast(light, _luminance(paper)) >= _AIM for paper in papers):
                return mixed
        return end


def _blended(variables: Mapping[str, str], legible: _Legible) -> dict[str, Style]:
    paper = Color.parse(variables["background"])
    primary = Color.parse(variables["primary"])
    accent = Color.parse(variables["accent"])
    error = Color.parse(variables["error"])
    text = legible.text

    def ink(
        colour: Color, *, bold: bool = False, italic: bool = False, strike: bool = False, taken: bool = False
    ) -> Style:
        # None leaves a mark as the paper has it; False would take it away.
        style = Style(bold=bold or None, italic=italic or None, strike=strike or None)
        return style + Style(color=legible(colour, taken=taken).rich_color)

    def ground(colour: Color, share: float) -> Style:
        return Style(bgcolor=paper.blend(colour, share).rich_color)

    return {
        "page": Style(color=text.rich_color, bgcolor=paper.rich_color),
        "cursor": ground(primary, _CURSOR),
        "cursor-away": ground(text, _AWAY),
        "taken": ground(accent, _TAKEN),
        "sought": ground(accent, 0.26) + Style(bold=True, color=text.rich_color),
        "found": ground(accent, _FOUND) + Style(underline=True, color=text.rich_color),
        "here": Style(color=legible(accent).rich_color, bgcolor=paper.rich_color, bold=True, reverse=True),
        "text": ink(text),
        "strong": ink(text, bold=True),
        "read": ink(paper.blend(text, 0.72)),
        "dim": ink(paper.blend(text, 0.6)),
        "faint": ink(paper.blend(text, 0.42)),
        "seen": ink(paper.blend(text, 0.5), taken=True),
        "seen-sign": ink(paper.blend(text, 0.7)),
        "changed": ink(accent, bold=True, taken=True) + Style(underline=True),
        "disagrees": ink(error, bold=True) + Style(reverse=True),
        "italic": ink(paper.blend(text, 0.78), italic=True, taken=True),
        "heading": ink(primary, bold=True),
        "unread": ink(primary),
        "mark": ink(accent),
        "link": Style(underline=True),
        "number": ink(accent, taken=True),
        "star": ink(accent),
        "gone": ink(Color.parse(variables["warning"])),
        "cut": ink(paper.blend(error, 0.75), strike=True),
        "rule": ink(error),
        "error": ink(error, bold=True),
        "key": ink(primary, bold=True),
        "rule-line": Style(color=paper.blend(text, 0.2).rich_color),
        "off": Style(color=paper.blend(text, 0.4).rich_color),
        "chip": ground(primary, _CURSOR) + ink(text),
        "bar": Style(bgcolor=Color.parse(variables["surface"]).rich_color),
    }


def _ansi(*, dark: bool) -> dict[str, Style]:
    """For the terminal's own 16 colours: no shades, so dim, bold and reverse have to do. What is said in colours can be
    read in most palettes: blue on black cannot, nor can yellow on white.
    """
    blue, red, mark = ("bright_blue", "bright_red", "yellow") if dark else ("blue", "red", "magenta")
    return {
        "page": Style(color="default", bgcolor="default"),
        "cursor": Style(reverse=True),
        "cursor-away": Style(underline=True),
        "taken": Style(bold=True),
        "sought": Style(bold=True, underline=True),
        "found": Style(reverse=True),
        "here": Style(color="black", bgcolor="yellow", bold=True, underline=True),
        "text": Style(),
        "strong": Style(bold=True),
        "read": Style(),
        "dim": Style(dim=True),
        "faint": Style(dim=True),
        "seen": Style(dim=True),
        "seen-sign": Style(),
        "changed": Style(bold=True, underline=True),
        "disagrees": Style(bold=True, reverse=True),
        "italic": Style(italic=True),
        "heading": Style(color=blue, bold=True),
        "unread": Style(color=blue, bold=True),
        "mark": Style(color=mark),
        "link": Style(underline=True),
        "number": Style(color=mark),
        "star": Style(color=mark),
        "gone": Style(color=mark),
        "cut": Style(dim=True, strike=True),
        "rule": Style(color=red),
        "error": Style(color=red, bold=True),
        "key": Style(color=blue, bold=True),
        "rule-line": Style(dim=True),
        "off": Style(dim=True),
        "chip": Style(reverse=True),
        "bar": Style(),
    }
