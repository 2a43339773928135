"""Which keys run which command: the commands' defaults, and what `keys.toml` in the settings folder changes.

    next-of-story = "n"
    down = ["j", "down", "ctrl+n"]

Here: reading and checking that file. Not here: what the commands do.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from textual.binding import Binding, BindingType
from textual.keys import format_key

from reader.safety import plain_line
from reader.tui.keys.commands import COMMANDS

FILE = "keys.toml"
_NAMES = {" ": "space", ",": "comma"}
"""Characters that have to be called by their names."""
_SHOWN = {"enter": "enter", "escape": "esc", "pagedown": "pgdn", "pageup": "pgup"}
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
    """Keys by command name, and what was wrong with the file."""

    keys: dict[str, list[str]] = field(default_factory=lambda: {n: _split(c.keys) for n, c in COMMANDS.items()})
    problems: list[str] = field(default_factory=list)

    def shown(self, name: str) -> list[str]:
        """A command's keys as a person knows them: `]`, `^d`, `enter`."""
        return [key_shown(key) for key in self.keys[name]]

    def changes(self) -> dict[str, str]:
        """What differs from the defaults, as Textual wants it. A command without a key gets one that no one has."""
        return {
            name: ",".join(keys) or "unbound" for name, keys in self.keys.items() if keys != _split(COMMANDS[name].keys)
        }

    def notice(self) -> str:
        """What was wrong in one line; empty if nothing was."""
        if not self.problems:
            return ""
        more = f" (and {len(self.problems) - 1} more)" if len(self.problems) > 1 else ""
        return f"{FILE}: {self.problems[0]}{more}"


def load(folder: Path) -> Keymap:
    """The keys, with the changes of the file if there is one. What is wrong in it is reported and left out."""
    keymap = Keymap()
    path = folder / FILE
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return keymap
    except (OSError, UnicodeDecodeError) as error:
        keymap.problems.append(f"could not be read: {plain_line(str(error))}")
        return keymap
    if sys.version_info >= (3, 11):
        import tomllib  # here, so that the first screen does not wait for it where there is no such file
    else:
        import tomli as tomllib
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        keymap.problems.append(f"not understood: {plain_line(str(error))}")
        return keymap
    for name, value in said.items():
        _change(keymap, str(name), value)
    _take_away_doubles(keymap, changed=set(said))
    return keymap


def _change(keymap: Keymap, name: str, value: object) -> None:
    keys = [value] if isinstance(value, str) else value
    if name not in keymap.keys:
        keymap.problems.append(f"there is no command {plain_line(name)[:40]!r}")
    elif not isinstance(keys, list) or not all(isinstance(key, str) and key for key in keys):
        keymap.problems.append(f"{name}: a key or a list of keys is wanted")
    else:
        keymap.keys[name] = [_NAMES.get(key, key.strip()) for key in keys]


def _take_away_doubles(keymap: Keymap, changed: set[str]) -> None:
    """A key that the file gives to a command is taken from the command that had it by default."""
    owners: dict[str, str] = {}
    for name in sorted(keymap.keys, key=lambda name: name not in changed):
        for key in list(keymap.keys[name]):
            if key not in owners:
                owners[key] = name
                continue
            keymap.keys[name].remove(key)
            if name in changed:
                keymap.problems.append(f"{plain_line(key)!r} is given to both {owners[key]} and {name}")


def _split(keys: str) -> list[str]:
    return [key for key in keys.split(",") if key]
