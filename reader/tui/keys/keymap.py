"""Which keys run which command: the commands' defaults, and what the configuration changes.

Here: whether the keys it gives make sense. Not here: reading it (config), what the commands do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from textual.binding import Binding, BindingType
from textual.keys import format_key

from reader.config.reading import Config, Trouble
from reader.config.settings import KEYS, nearest
from reader.safety import plain_line
from reader.tui.keys.commands import COMMANDS

_NAMES = {" ": "space", ",": "comma"}
"""Characters that have to be called by their names."""
_SHOWN = {"enter": "enter", "escape": "esc", "pagedown": "pgdn", "pageup": "pgup", "backspace": "backspace"}
"""Keys that people know by another name than Textual's sign for them."""


def bindings(actions: Mapping[str, str] | None = None) -> list[BindingType]:
    """The default bindings of commands, which a keymap may change. actions: by command; None: `run_command` of all."""
    return [
        Binding(COMMANDS[name].keys, action, COMMANDS[name].title(), show=False, id=name)
        for name, action in (actions or {name: f"run_command('{name}')" for name in COMMANDS}).items()
        if COMMANDS[name].keys
    ]


def key_shown(key: str) -> str:
    """A key as a person knows it: `]`, `^d`, `enter`."""
    return key if len(key) == 1 else _SHOWN.get(key) or format_key(key)


@dataclass(slots=True)
class Keymap:
    """Keys by command name, and what was wrong with those of the configuration."""

    keys: dict[str, list[str]] = field(default_factory=lambda: {n: _split(c.keys) for n, c in COMMANDS.items()})
    troubles: list[Trouble] = field(default_factory=list)

    def shown(self, name: str) -> list[str]:
        """A command's keys as a person knows them: `]`, `^d`, `enter`."""
        return [key_shown(key) for key in self.keys[name]]

    def changes(self) -> dict[str, str]:
        """What differs from the defaults, as Textual wants it. A command without a key gets one that no one has."""
        return {
            name: ",".join(keys) or "unbound" for name, keys in self.keys.items() if keys != _split(COMMANDS[name].keys)
        }


def of(config: Config) -> Keymap:
    """The keys as the configuration has them. What is wrong with those is reported and left out."""
    keymap = Keymap()
    changed = config.by_name(KEYS)
    for name, keys in changed.items():
        if name not in keymap.keys:
            message = f"there is no command {plain_line(name)[:40]!r}{nearest(name, list(COMMANDS))}"
            keymap.troubles.append(config.trouble(("keys", name), message))
        else:
            keymap.keys[name] = [_NAMES.get(key, key.strip()) for key in keys]
    _take_away_doubles(keymap, changed, config)
    return keymap


def _take_away_doubles(keymap: Keymap, changed: Mapping[str, object], config: Config) -> None:
    """A key that the configuration gives to a command is taken from the command that had it by default."""
    owners: dict[str, str] = {}
    for name in sorted(keymap.keys, key=lambda name: name not in changed):
        for key in list(keymap.keys[name]):
            if key not in owners:
                owners[key] = name
                continue
            keymap.keys[name].remove(key)
            if name in changed:
                message = f"{plain_line(key)!r} is given to both {owners[key]} and {name}"
                keymap.troubles.append(config.trouble(("keys", name), message))


def _split(keys: str) -> list[str]:
    return [key for key in keys.split(",") if key]
