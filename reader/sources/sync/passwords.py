"""Where the password of a server comes from: the system's keyring, a command, an environment variable.

Here: asking them. A password is in memory while it is used, and never in the library, an error or a log. Not here: what
is kept of where it comes from (library).
"""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from typing import Any

from reader.errors import SourceError

_SERVICE = "reader-tui"
_PATIENCE = 60.0
"""Seconds for a command, which may ask for a passphrase."""


class NoPassword(SourceError):
    """A password could not be had or kept; the text is one line without it."""


@dataclass(frozen=True, slots=True)
class Secret:
    """Where a password is had from; neither a command nor a variable: the system's keyring."""

    command: tuple[str, ...] = ()
    """A program and its arguments; what it writes first, up to the end of the line, is the password."""
    variable: str = ""

    def to_text(self) -> str:
        """As it is stored."""
        return json.dumps({"command": self.command, "variable": self.variable})

    @classmethod
    def from_text(cls, text: str) -> Secret:
        """What `to_text` wrote."""
        said = json.loads(text)
        return cls(tuple(map(str, said["command"])), str(said["variable"]))

    @property
    def shown(self) -> str:
        """Where it comes from, for people."""
        if self.command:
            return f"the command {self.command[0]}"
        return f"the variable {self.variable}" if self.variable else "the keyring"


def password(secret: Secret, address: str, user: str) -> str:
    """The password of a user of a server. Raises NoPassword, in one line without it."""
    found = _said_by(secret, address, user)
    if not found:
        raise NoPassword(f"there is no password: {secret.shown} has none")
    return found


def _said_by(secret: Secret, address: str, user: str) -> str:
    if secret.command:
        return _run(secret.command)
    if secret.variable:
        return os.environ.get(secret.variable, "")
    try:
        return str(_keyring().get_password(_SERVICE, _entry(address, user)) or "")
    except NoPassword:
        raise
    except Exception as error:
        # Any exception: each system's keyring has its own, and none of them may be quoted.
        raise _no_keyring(error) from None


def keep(address: str, user: str, word: str | None) -> None:
    """Keep a password in the system's keyring, or (None) forget it. Raises NoPassword."""
    keyring = _keyring()
    try:
        if word is not None:
            keyring.set_password(_SERVICE, _entry(address, user), word)
        elif keyring.get_password(_SERVICE, _entry(address, user)) is not None:
            keyring.delete_password(_SERVICE, _entry(address, user))
    except Exception as error:
        # Any exception: as above.
        raise _no_keyring(error) from None


def _entry(address: str, user: str) -> str:
    return f"{user} at {address}"


def _keyring() -> Any:
    try:
        import keyring  # an extra that only this needs
    except ImportError:
        raise NoPassword(
            "passwords cannot be kept in the keyring: install reader-tui[sync], or name a command or a variable"
        ) from None
    return keyring


def _no_keyring(error: Exception) -> NoPassword:
    return NoPassword(
        f"the system's keyring cannot be used ({type(error).__name__}); name a command or a variable instead"
    )


def _run(command: tuple[str, ...]) -> str:
    try:
        done = subprocess.run(  # noqa: S603  (the person's own command, its arguments as they are; no shell)
            command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, timeout=_PATIENCE, check=False
        )
    except OSError as error:
        raise NoPassword(f"the password's command cannot be run: {command[0]}: {error.strerror}") from None
    except subprocess.TimeoutExpired:
        raise NoPassword(f"the password's command has not ended within {_PATIENCE:g} seconds: {command[0]}") from None
    if done.returncode:
        raise NoPassword(f"the password's command failed ({done.returncode}): {command[0]}")
    return done.stdout.decode(errors="replace").partition("\n")[0].rstrip("\r")
