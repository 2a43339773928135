"""The reader's own language, as the environment says.

Not here: the language of a text (detection).
"""

from __future__ import annotations

import os
import re


def preferred_language() -> str | None:
    """The code of the language that messages are wanted in (`de` of `de_AT.UTF-8`); None where none is said.

    The first of LC_ALL, LC_MESSAGES and LANG that is set decides, as POSIX has it; `C` and `POSIX` are no language.
    """
    said = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")
    found = re.match(r"([a-z]{2,3})(?:[_.@]|$)", said)
    return found[1] if found else None
