"""Commands for what an article has in common with others."""

# ruff: noqa: D102  (the docstring of each class says what running it does)

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.commands.base import Command

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen


class Compare(Command):
    """Compare the article side by side with another of its story, or with the nearest related one."""

    keys, group, hint, rank = "d", "Story and trail", "compare", 8

    @staticmethod
    def blocked(screen: MainScreen) -> str:
        return screen.comparing.cannot_compare()

    @staticmethod
    def run(screen: MainScreen) -> None:
        if screen.acting_on is not None:
            screen.comparing.open(screen.acting_on)


class Fade(Command):
    """Fade what was already read in another article, or show it like the rest."""

    keys, group, hint, rank, panes = "i", "Article", "fade", 17, "text"

    @staticmethod
    def blocked(screen: MainScreen) -> str:
        return screen.comparing.cannot_fade()

    @staticmethod
    def run(screen: MainScreen) -> None:
        screen.comparing.toggle_fading()
