"""Bytes that a terminal may send: the keys of all commands and of fields, pastes, the mouse.

Not here: the program they are sent to, and how often which of them are (`random_events.py`).
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from reader.tui.keys.commands import COMMANDS

LEAVING = {"quit", "quit-now", "suspend"}
"""Commands whose keys are not pressed: the program would be gone, or asleep."""
NAMED = {
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "home": b"\x1b[H",
    "end": b"\x1b[F",
    "pageup": b"\x1b[5~",
    "pagedown": b"\x1b[6~",
    "enter": b"\r",
    "escape": b"\x1b",
    "tab": b"\t",
    "shift+tab": b"\x1b[Z",
    "space": b" ",
    "f1": b"\x1bOP",
    "backspace": b"\x7f",
    "plus": b"+",
    "minus": b"-",
}
WORDS = ("harbour", "2031-13-45", "[/] [b]x", "港の石炭", "رصيف", '"', "a" * 300, "one\ntwo\nthree")


def bytes_of(key: str) -> bytes:
    """What a terminal sends for a key as bindings name it."""
    if key in NAMED:
        return NAMED[key]
    if key.startswith("ctrl+") and len(key) == 6:
        return bytes([ord(key[5]) & 0x1F])
    return key.encode() if len(key) == 1 else b""


def bound_keys() -> list[bytes]:
    """Those of all commands, and those of fields."""
    bound = [key for name, command in COMMANDS.items() if name not in LEAVING for key in command.keys.split(",")]
    return [sent for key in [*bound, *NAMED] if (sent := bytes_of(key))]


def something(chance: random.Random, kind: float, keys: Sequence[bytes], size: tuple[int, int]) -> bytes:
    """What comes in one write. kind: from 0 to 0.98, which of them; size: columns and rows, for the mouse."""
    if kind < 0.6:
        return chance.choice(keys)
    if kind < 0.75:
        return b"".join(chance.choices(keys, k=chance.randint(2, 12)))
    if kind < 0.8:
        return chance.choice(keys) * chance.randint(2, 6)
    if kind < 0.84:
        return b"\x1b[200~" + chance.choice(WORDS).encode() + b"\x1b[201~"
    if kind < 0.87:
        return b":" + chance.choice([b"", b"st", b"ne", b"zz", b"\x1b[B"]) + b"\r" * chance.randint(1, 4)
    return mouse(chance, size)


def mouse(chance: random.Random, size: tuple[int, int]) -> bytes:
    """A click, a double click, a wheel's turn or a movement somewhere."""
    at = f"{chance.randint(1, size[0])};{chance.randint(1, size[1])}"
    button = chance.choice([0, 0, 0, 2, 64, 65, 35])
    press = f"\x1b[<{button};{at}M"
    once = press + (f"\x1b[<{button};{at}m" if button < 3 else "")
    return (once * chance.choice([1, 1, 2, 3])).encode()
