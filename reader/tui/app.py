"""The application: themes, keys, and the main screen.

Here: what belongs to no single screen. Not here: everything that is seen (screens, widgets).
"""

from __future__ import annotations

import gc
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import App

from reader.article import View
from reader.desk import Library, settings_folder
from reader.tui import colours
from reader.tui import keymap as keys
from reader.tui.inks import DARK, LIGHT, Inks
from reader.tui.palette import ReaderCommands
from reader.tui.screens.main import MainScreen
from reader.tui.widgets.drawn import Drawn


class ReaderApp(App[None]):
    """The reader."""

    TITLE = "reader"
    CSS_PATH: ClassVar = ["widgets/panes.tcss", "screens/main.tcss"]
    COMMANDS: ClassVar = {ReaderCommands}
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        library: Library,
        places: Sequence[str] = (),
        *,
        view: View | None = None,
        settings: Path | None = None,
        theme: str | None = None,
    ) -> None:
        """library: open already. places: added in the background. view: what is listed first.

        settings: the folder where keys.toml may be; None: the person's own. theme: None: what was chosen last, if the
        terminal can show it, else what suits the terminal.
        """
        super().__init__()
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        # Where there are 16 colours only, the terminal's own are better than what ours would be turned into.
        few = self.console.color_system == "standard"
        self._settings = settings or settings_folder()
        self._remembers = theme is None
        chosen = "" if theme else colours.chosen(self._settings)
        if chosen not in self.available_themes or (few and not chosen.startswith("ansi")):
            chosen = "ansi-dark" if few else DARK.name
        self.theme = theme or chosen
        self.library = library
        self.places = places
        self.view = view or View()
        self.keymap = keys.load(self._settings)
        self.set_keymap(self.keymap.changes())
        self.inks = self._mix()

    def on_mount(self) -> None:
        """Mix the inks again whenever the theme changes."""
        self.theme_changed_signal.subscribe(self, lambda _: self._new_theme())

    def get_default_screen(self) -> MainScreen:
        """The main screen is the only one that is always there."""
        return MainScreen(self.library, self.keymap, view=self.view, places=self.places)

    def on_ready(self) -> None:
        """The first picture is up: garbage is collected again, see `reader.tui.run`."""
        gc.enable()

    def _mix(self) -> Inks:
        return Inks(self.current_theme.to_color_system().generate(), dark=self.current_theme.dark)

    def _new_theme(self) -> None:
        if self._remembers:
            colours.remember(self._settings, self.theme)
        self.inks = self._mix()
        for screen in self.screen_stack:
            for pane in screen.query(Drawn):
                pane.forget()
            screen.refresh()
