"""The colours of everything that is drawn line by line, worked out from the theme.

Here: the two house themes, and one table of styles by name for the line-drawing widgets. Every meaning that a colour
carries is also carried by a sign, so that 16 colours and NO_COLOR stay legible.
Not here: colours of borders and boxes (the stylesheets).
"""

from __future__ import annotations

from collections.abc import Mapping
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

# Each hue also lies next to a different one of the 16 colours, so that few outlets share one there.
_OUTLETS_DARK = ("#7fb8e6", "#e89a8c", "#9ccc8a", "#d9a6e0", "#e0c070", "#7fd0c8", "#f0a8c0", "#a8b4f0", "#c8b090")
_OUTLETS_LIGHT = ("#1f5f99", "#a83a28", "#3f7320", "#7a3c8c", "#7d5a00", "#0f6b64", "#a02860", "#4450b0", "#6b5030")
_OUTLETS_ANSI = ("blue", "red", "green", "magenta", "yellow", "cyan")


class Inks:
    """Named styles for one theme. `inks["dim"]` is a foreground; `page`, `cursor`… are the paper it goes on.

    `inks["seen+taken"]` is one on the other.
    """

    def __init__(self, variables: Mapping[str, str], *, dark: bool) -> None:
        """variables: a theme's colours by name (`foreground`, `primary`…)."""
        self._styles = _ansi() if variables["background"].startswith("ansi") else _blended(variables)
        if variables["background"].startswith("ansi"):
            self._outlets = [Style(color=name) for name in _OUTLETS_ANSI]
        else:
            self._outlets = [Style(color=hue) for hue in (_OUTLETS_DARK if dark else _OUTLETS_LIGHT)]

    def __getitem__(self, name: str) -> Style:
        if name.startswith("outlet:"):
            return self.outlet(name[7:])
        first, _, second = name.partition("+")
        return self._styles[first] + self._styles[second] if second else self._styles[first]

    def outlet(self, name: str) -> Style:
        """The steady colour of an outlet: the same on every day and machine."""
        return self._outlets[crc32(name.casefold().encode("utf-8", "replace")) % len(self._outlets)]


def _blended(variables: Mapping[str, str]) -> dict[str, Style]:
    paper = Color.parse(variables["background"])
    text = Color.parse(variables["foreground"])
    primary = Color.parse(variables["primary"])
    accent = Color.parse(variables["accent"])

    def ink(colour: Color, *, bold: bool = False, italic: bool = False, strike: bool = False) -> Style:
        # None leaves a mark as the paper has it; False would take it away.
        return Style(color=colour.rich_color, bold=bold or None, italic=italic or None, strike=strike or None)

    def ground(colour: Color, share: float) -> Style:
        return Style(bgcolor=paper.blend(colour, share).rich_color)

    return {
        "page": Style(color=text.rich_color, bgcolor=paper.rich_color),
        "cursor": ground(primary, 0.24),
        "cursor-away": ground(text, 0.08),
        "taken": ground(accent, 0.13),
        "sought": ground(accent, 0.26) + Style(bold=True),
        "found": ground(accent, 0.34) + Style(underline=True),
        "here": Style(color=accent.rich_color, bgcolor=paper.rich_color, bold=True, reverse=True),
        "text": ink(text),
        "strong": ink(text, bold=True),
        "read": ink(paper.blend(text, 0.72)),
        "dim": ink(paper.blend(text, 0.58)),
        "faint": ink(paper.blend(text, 0.42)),
        "seen": ink(paper.blend(text, 0.5)),
        "seen-sign": ink(paper.blend(text, 0.7)),
        "changed": ink(accent, bold=True) + Style(underline=True),
        "disagrees": ink(Color.parse(variables["error"]), bold=True) + Style(reverse=True),
        "italic": ink(paper.blend(text, 0.78), italic=True),
        "heading": ink(primary, bold=True),
        "unread": ink(primary),
        "mark": ink(accent),
        "star": ink(accent),
        "gone": ink(Color.parse(variables["warning"])),
        "cut": ink(paper.blend(Color.parse(variables["error"]), 0.75), strike=True),
        "rule": ink(Color.parse(variables["error"])),
        "error": ink(Color.parse(variables["error"]), bold=True),
        "key": ink(primary, bold=True),
        "rule-line": ink(paper.blend(text, 0.2)),
        "off": ink(paper.blend(text, 0.3)),
        "chip": ground(primary, 0.24) + ink(text),
        "bar": Style(bgcolor=Color.parse(variables["surface"]).rich_color),
    }


def _ansi() -> dict[str, Style]:
    """For the terminal's own 16 colours: no shades, so dim, bold and reverse have to do."""
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
        "heading": Style(color="blue", bold=True),
        "unread": Style(color="blue", bold=True),
        "mark": Style(color="yellow"),
        "star": Style(color="yellow"),
        "gone": Style(color="yellow"),
        "cut": Style(dim=True, strike=True),
        "rule": Style(color="red"),
        "error": Style(color="red", bold=True),
        "key": Style(color="blue", bold=True),
        "rule-line": Style(dim=True),
        "off": Style(dim=True),
        "chip": Style(reverse=True),
        "bar": Style(),
    }
