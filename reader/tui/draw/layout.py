"""Which panes are seen: a plain function of the screen's width and of what the reader is doing.

Here: the decision. Not here: how wide each pane is (the stylesheet).
"""

from __future__ import annotations

from typing import Literal

from reader.tui.session.session import Mode

Pane = Literal["list", "side", "text"]
"""`side` holds summary and related articles."""

Shape = Literal["wide", "middle", "narrow"]

WIDE = 120
MIDDLE = 92
LOW = 20


def shape_of(width: int) -> Shape:
    """wide: three panes have room side by side; middle: two; narrow: one."""
    return "wide" if width >= WIDE else "middle" if width >= MIDDLE else "narrow"


def low(height: int) -> bool:
    """Whether there are so few rows that what can be read elsewhere is left out."""
    return height < LOW


def panes(width: int, mode: Mode, *, inside: bool, zen: bool) -> tuple[Pane, ...]:
    """The panes seen, from left to right. inside: the keys go to the article rather than to the list."""
    shape = shape_of(width)
    article: Pane = "side" if mode == "summary" else "text"
    if zen:
        return (article,)
    if shape == "narrow":
        return (article,) if inside else ("list",)
    if shape == "wide" and mode == "beside":
        return "list", "side", "text"
    return "list", article


def next_mode(width: int, mode: Mode) -> Mode:
    """What `s` leads to. Where there is no room for both, beside and text look the same, so one is left out."""
    if shape_of(width) == "wide":
        order: tuple[Mode, ...] = ("beside", "text", "summary")
        return order[(order.index(mode) + 1) % 3]
    return "beside" if mode == "summary" else "summary"
