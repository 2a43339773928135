"""The application: themes, keys, and the main screen.

Here: what belongs to no single screen. Not here: everything that is seen (screens, widgets).
"""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar
from weakref import WeakKeyDictionary

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen
from textual.widget import AwaitMount
from textual.worker import WorkerFailed

from reader.article import Problem, View
from reader.config.reading import Config, load, notice, settings_folder
from reader.config.settings import THEME
from reader.desk import Library
from reader.tui.actions.outside import fill_clipboard
from reader.tui.draw import colours
from reader.tui.draw.bidi import terminal_turns
from reader.tui.draw.inks import DARK, THEMES, Inks
from reader.tui.keys import keymap as keys
from reader.tui.keys.commands import COMMANDS as ALL
from reader.tui.screens.main import MainScreen
from reader.tui.screens.palette import Palette, ReaderCommands, ReaderThemes
from reader.tui.terminal import driver_class
from reader.tui.widgets.drawn import Drawn
from reader.tui.widgets.upstream import let_closed_screens_go

_LOOK_AFTER = 0.02
"""Seconds after which it is looked whether the screen is up that keys are held for."""
_CLOSED_AFTER = 1.0
"""Seconds after which it is looked again whether all screens over the main one have been closed."""
_LOADED_AFTER = (20, 120)
"""Seconds after which most of what reading needs has been loaded, and most of what correcting needs."""

_DEEPEST = 16
"""Screens over each other; Textual draws each within the one above it, and some forty are more than Python bears."""
_SLEEP = ALL["suspend"].keys


class ReaderApp(App[None]):
    """The reader."""

    TITLE = "reader"
    CSS_PATH: ClassVar = ["widgets/panes.tcss", "screens/main.tcss"]
    COMMANDS: ClassVar = {ReaderCommands}
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        # Before any field or screen that would take the key.
        Binding(_SLEEP, "suspend_process", show=False, priority=True, id="suspend"),
    ]

    def __init__(
        self,
        library: Library,
        places: Sequence[str] = (),
        *,
        view: View | None = None,
        problems: Sequence[Problem] = (),
        settings: Path | None = None,
        theme: str | None = None,
        left: Path | None = None,
        config: Config | None = None,
    ) -> None:
        """library: open already. places: added in the background. view: what is listed first.
        problems: what else was named and cannot be added.

        settings: the folder where the configuration may be; None: the person's own. theme: None: that of the
        configuration, or what was chosen last, if the terminal can show it, else what suits the terminal. left: see
        `MainScreen`. config: None: as the folder has it.
        """
        let_closed_screens_go()
        super().__init__(driver_class=driver_class())
        for house in THEMES:
            self.register_theme(house)
        # Where there are 16 colours only, the terminal's own are better than what ours would be turned into.
        few = self.console.color_system == "standard"
        self._settings = settings or settings_folder()
        self.config = config or load(folder=settings)
        self._remembers = theme is None
        chosen, unknown = colours.wanted(self.config, self._settings, self.available_themes)
        if chosen not in self.available_themes or (few and not chosen.startswith("ansi")):
            chosen = "ansi-dark" if few else DARK.name
        self.theme = theme or chosen
        self.library = library
        self.places = places
        self.problems = problems
        self.view = view or View()
        self._left = left
        self.keymap = keys.of(self.config)
        self.notice = notice([*self.config.troubles, *unknown, *self.keymap.troubles])
        """What is wrong with the configuration; empty if nothing is."""
        self.set_keymap(self.keymap.changes())
        self.inks = self._mix()
        self.turns_text = not terminal_turns()
        """Whether right-to-left text is turned round here, as the terminal does not do it."""
        self._typed: WeakKeyDictionary[events.Key, Screen[object]] = WeakKeyDictionary()
        """At which screen a key was typed that is on its way."""
        self._held: list[events.Key] = []
        """Keys that came while the screen they belong to was not up yet."""
        self.main: MainScreen | None = None
        """The main screen; what it has to say after it was left is asked for by `reader.tui.run`."""

    def on_mount(self) -> None:
        """Mix the inks again whenever the theme changes; draw all of it when the program was stopped and goes on."""
        self.theme_changed_signal.subscribe(self, lambda _: self._new_theme())
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))

    def get_default_screen(self) -> MainScreen:
        """The main screen is the only one that is always there."""
        self.main = MainScreen(
            self.library,
            self.keymap,
            view=self.view,
            places=self.places,
            problems=self.problems,
            left=self._left,
            config=self.config,
            notice=self.notice,
        )
        return self.main

    def on_ready(self) -> None:
        """The first picture is up: garbage is collected again, see `reader.tui.run`, and not looked for in what stays.

        Python looks everywhere once what is new comes to a quarter of what is there: with everything that was loaded
        so far among it, megabytes of closed screens would lie about until then.
        """
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
            for seconds in _LOADED_AFTER:
                self.set_timer(seconds, self._settle)

    def _settle(self) -> None:
        """The same for what was loaded since, once no screen is open that will be closed."""
        if len(self.screen_stack) > 1:
            self.set_timer(_CLOSED_AFTER, self._settle)
            return
        gc.collect()
        gc.freeze()
        gc.collect()  # of nothing: else the quarter is still one of all that was there before

    def push_screen(self, screen: Screen[Any] | str, *said: Any, **named: Any) -> Any:
        """Open a screen, but not without end over others, as many clicks at once or the palette in dialogues would."""
        if len(self.screen_stack) < _DEEPEST:
            return super().push_screen(screen, *said, **named)
        return AwaitMount(self.screen, ())

    def action_command_palette(self) -> None:
        """Open our own palette, once."""
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())  # no id: the one before may still be on its way out

    def refresh_css(self, animate: bool = True) -> None:
        """Before the first screen is up nothing is drawn: its styles are worked out once, with these variables."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def copy_to_clipboard(self, text: str) -> None:
        """Through the terminal, which may be far away, and into the clipboard of the system that this runs on."""
        super().copy_to_clipboard(text)
        fill_clipboard(text)

    def search_themes(self) -> None:
        """Offer the themes in our own palette, which is left once."""
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(providers=[ReaderThemes], placeholder="Search for themes…"))

    def action_suspend_process(self) -> None:
        """Sleep, where there is a shell to wake the program: one that can gives each job a process group of its own."""
        if os.name == "posix" and os.getpgrp() == os.getsid(0):
            if self.main is not None:
                self.main.session.say("there is no shell here that could wake the program")
            return
        super().action_suspend_process()

    # ---------------------------------------------------------------- leaving

    @property
    def fault(self) -> BaseException | None:
        """The exception that nobody expected, after which the program was left."""
        error = self._exception
        return error.error if isinstance(error, WorkerFailed) else error

    def leave_soon(self) -> bool:
        """Leave in order; may be called by a signal at any moment. False: the screens are not up yet."""
        if self._loop is None:
            return False
        self._loop.call_soon_threadsafe(self.exit)
        return True

    def finish_writing(self, seconds: float) -> bool:
        """Wait for what was set by hand and is still being written. False: it takes longer than that."""
        return self.main is None or self.main.session.writing.finish(seconds)

    def _fatal_error(self) -> None:
        """Textual shows a traceback with the values of variables, which are texts of articles here."""
        self._close_messages_no_wait()

    def panic(self, *renderables: object) -> None:
        """The same for what Textual has put into words itself."""
        self._return_code = 1
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        """What is said is said by `reader.tui.run`, once the terminal is as it was."""
        self._exit_renderables.clear()

    # ------------------------------------------------------------------- keys

    async def on_event(self, event: events.Event) -> None:
        """A key goes to the screen on top, once that is up and the keys before it have gone there."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            if self._gives_up(event):
                return
            if self._held or not self._is_up:
                self._hold(event)
                return
            self._typed[event] = self.screen
        await super().on_event(event)

    async def _on_key(self, event: events.Key) -> None:
        """A key that no widget took. The ones before it may have opened a screen meanwhile, or left the one it was
        typed at: then it is for the new one, or for none.
        """
        typed_at, stack = self._typed.get(event), self.screen_stack
        if typed_at is not None and typed_at not in stack[-1:]:
            event.prevent_default()
            if typed_at in stack:
                self._hold(events.Key(event.key, event.character))

    @property
    def _is_up(self) -> bool:
        """Whether keys have somewhere to go: a screen that is up, and nothing that the next key waits for."""
        return not self._awaits and any(screen.is_mounted for screen in self.screen_stack[-1:])

    @property
    def _awaits(self) -> bool:
        """Whether the library is being asked for what the next key depends on; what is typed into a field does not."""
        modal = any(isinstance(screen, ModalScreen) for screen in self.screen_stack[-1:])
        return self.main is not None and self.main.session.asking and not modal

    def _gives_up(self, key: events.Key) -> bool:
        """Whether a key takes back what the keys before it wait for: then they are not wanted either."""
        if self.main is None or not self._awaits or key.key not in self.keymap.keys["leave"]:
            return False
        self.main.session.give_up()
        self._held.clear()
        return True

    def _hold(self, key: events.Key) -> None:
        self._held.append(key)
        if len(self._held) == 1:
            self.set_timer(_LOOK_AFTER, self._let_go)

    async def _let_go(self) -> None:
        """Do with the held keys, one after the other, what is done with one that comes: behind those that are on their
        way they would change places with them.
        """
        while self._held and self._is_up:
            key = self._held.pop(0)
            self._typed[key] = self.screen
            await super().on_event(key)
        if self._held:
            self.set_timer(_LOOK_AFTER, self._let_go)

    def _mix(self) -> Inks:
        return Inks(self.current_theme.to_color_system().generate(), dark=self.current_theme.dark)

    def _new_theme(self) -> None:
        if self._remembers:
            colours.remember(self._settings, self.theme)
            if self.main is not None and self.config[THEME] not in (None, self.theme):
                self.main.session.say(f"for now: the configuration wants {self.config[THEME]} at every start")
        self.inks = self._mix()
        for screen in self.screen_stack:
            for pane in screen.query(Drawn):
                pane.forget()
            screen.refresh()
