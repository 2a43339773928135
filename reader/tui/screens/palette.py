"""The palette: all commands with their keys; those that cannot act now are dimmed and say why.

Here: what it offers, and what Textual's palette lacks where keys and clicks come faster than it draws.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, cast

from textual import events, work
from textual._widget_navigation import Direction
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.command import CommandInput, CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider, SearchIcon
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.css.query import NoMatches
from textual.errors import NoWidget
from textual.reactive import var
from textual.widgets import LoadingIndicator

from reader.tui.keys.commands import COMMANDS, Command
from reader.tui.screens.main import MainScreen
from reader.tui.screens.once import Once

_ABOUT = 0.5
"""That of words that stand in what is said about a command."""
_BY_NAME = 1_000.0
"""A score that letters found here and there do not come to."""


class ReaderCommands(Provider):
    """What can be done on the main screen."""

    @property
    def _main(self) -> MainScreen:
        return cast(MainScreen, self.screen)

    def _commands(self) -> Iterator[tuple[str, type[Command], str]]:
        """Name, command, and why it cannot act now."""
        if isinstance(self.screen, MainScreen):
            why = {name: self._main.doing[name].blocked() for name in COMMANDS}
            # What everybody's hands know comes last, and before it what cannot be done.
            for name in sorted(COMMANDS, key=lambda name: (COMMANDS[name].group == "Moving", bool(why[name]))):
                yield name, COMMANDS[name], why[name]

    def _shown(self, name: str, title: Content, why: str) -> Content:
        keys = "  ".join(self._main.keymap.shown(name))
        text = Content.assemble(title, (f"  {keys}", "dim"))
        return text.stylize("dim") if why else text

    async def discover(self) -> Hits:
        """All of them."""
        for name, command, why in self._commands():
            yield DiscoveryHit(
                self._shown(name, Content(command.title()), why),
                partial(self._main.action_run_command, name),
                text=command.title(),
                help=why or command.about(),
            )

    async def search(self, query: str) -> Hits:
        """Those whose name has these letters, whose description has these words, and those that people also call so."""
        matcher = self.matcher(query)
        for name, command, why in self._commands():
            score = max(matcher.match(command.title()), _called(query, command))
            if score > 0:
                yield Hit(
                    score,
                    self._shown(name, matcher.highlight(command.title()), why),
                    partial(self._main.action_run_command, name),
                    text=command.title(),
                    help=why or command.about(),
                )


class ReaderThemes(Provider):
    """The colours there are: first those for reading, or where there are 16, the terminal's own."""

    def _names(self) -> Sequence[str]:
        first = "ansi" if self.app.current_theme.ansi else "reader"
        return sorted(self.app.available_themes, key=lambda name: (not name.startswith(first), name))

    def _choose(self, name: str) -> None:
        self.app.theme = name

    async def discover(self) -> Hits:
        """All of them."""
        for name in self._names():
            now = Content.assemble(name, ("  in force", "dim")) if name == self.app.theme else name
            yield DiscoveryHit(now, partial(self._choose, name), text=name)

    async def search(self, query: str) -> Hits:
        """Those whose name has these letters."""
        matcher = self.matcher(query)
        for name in self._names():
            if (score := matcher.match(name)) > 0:
                yield Hit(score, matcher.highlight(name), partial(self._choose, name), text=name)


def _called(query: str, command: type[Command]) -> float:
    """How well a command is found by its name (best by its beginning), and by what else people call it, where all words
    are beginnings of such words: before all that only has the letters somewhere.
    """
    words, also, title = query.casefold().split(), command.also.split(), command.title().casefold()
    if words and (at := f" {title}".find(f" {' '.join(words)}")) >= 0:
        return (4 if at == 0 else 3) * _BY_NAME
    if words and " ".join(words) in title:
        return 2 * _BY_NAME
    if words and all(any(one.startswith(word) for one in also) for word in words):
        return _BY_NAME
    about = f" {command.about().casefold()}"
    return _ABOUT * bool(words and all(f" {word}" in about for word in words))


class _Found(CommandList):
    """The commands that were found; a click or a key may come after they made room for others."""

    def _on_click(self, event: events.Click) -> None:  # type: ignore[override]  # Textual calls its own one after this
        row = event.style.meta.get("option")
        if row is not None and row >= self.option_count:
            event.prevent_default()

    def _move_page(self, direction: Direction) -> None:
        if (self.highlighted or 0) in self._index_to_line:  # not before it is laid out, which needs some room
            super()._move_page(direction)

    def action_select(self) -> None:
        """Choose the highlighted command, if it is still there."""
        if self.highlighted is not None and self.highlighted < self.option_count:
            super().action_select()


class _Icon(SearchIcon):
    """What the field begins with: Textual's sign is in few fonts of terminals."""

    icon = var(":")


class Palette(Once, CommandPalette):
    """Textual's palette, which is left once, and whose search ends with it."""

    CSS_PATH = "dialogue.tcss"

    def compose(self) -> ComposeResult:
        """As Textual's, but for the list."""
        with Vertical(id="--container"):
            with Horizontal(id="--input"):
                yield _Icon()
                yield CommandInput(placeholder=self._placeholder, select_on_focus=False)
            with Vertical(id="--results"):
                yield _Found()
                yield LoadingIndicator()

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close it; what is still searched is not wanted any more."""
        self._cancel_gather_commands()
        self._stop_busy_countdown()
        self._stop_no_matches_countdown()
        return super().dismiss(result)

    def _on_click(self, event: events.Click) -> None:  # type: ignore[override]  # as in Textual
        """A click beside everything, where the terminal was when it was made, is one on the background."""
        try:
            self.get_widget_at(event.screen_x, event.screen_y)
        except NoWidget:
            event.prevent_default()
            self.dismiss()

    @work(exclusive=True, group=CommandPalette._GATHER_COMMANDS_GROUP)
    async def _gather_commands(self, search_value: str) -> None:
        with suppress(NoMatches):  # a cancelled search goes on to its end, when the list may have been taken away
            await _gather(self, search_value)


_gather = cast(
    Callable[[CommandPalette, str], Coroutine[Any, Any, None]],
    CommandPalette._gather_commands.__wrapped__,  # type: ignore[attr-defined]  # without the worker around it
)
