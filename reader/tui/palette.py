"""The palette's commands: all of them, with their keys; those that cannot act now are dimmed and say why."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from reader.tui.commands import COMMANDS, Command
from reader.tui.screens.main import MainScreen


class ReaderCommands(Provider):
    """What can be done on the main screen."""

    @property
    def _main(self) -> MainScreen:
        return cast(MainScreen, self.screen)

    def _commands(self) -> Iterator[tuple[str, type[Command], str]]:
        """Name, command, and why it cannot act now."""
        if isinstance(self.screen, MainScreen):
            # What everybody's hands know comes last.
            for name, command in sorted(COMMANDS.items(), key=lambda item: item[1].group == "Moving"):
                yield name, command, command.blocked(self._main)

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
        """Those whose name or description has these letters."""
        matcher = self.matcher(query)
        for name, command, why in self._commands():
            score = max(matcher.match(command.title()), 0.5 * matcher.match(command.about()))
            if score > 0:
                yield Hit(
                    score,
                    self._shown(name, matcher.highlight(command.title()), why),
                    partial(self._main.action_run_command, name),
                    text=command.title(),
                    help=why or command.about(),
                )
