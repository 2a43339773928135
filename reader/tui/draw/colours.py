"""The colours that a person chose, kept between runs: the name of a theme in a file of one line.

Here: reading and writing that file, and what the configuration says instead. Not here: the themes themselves (inks),
choosing one (the palette).
"""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from reader.config.reading import Config, Trouble
from reader.config.settings import THEME, nearest
from reader.private import make_file, make_folder

FILE = "theme"


def wanted(config: Config, folder: Path, known: Collection[str]) -> tuple[str, list[Trouble]]:
    """The theme of the configuration, else the one that was chosen last, else nothing; and what is wrong with it."""
    theme = config[THEME]
    if theme is None or theme in known:
        return theme or chosen(folder), []
    return chosen(folder), [config.trouble(("theme",), f"there is no theme {theme!r}{nearest(theme, list(known))}")]


def chosen(folder: Path) -> str:
    """The name of the theme that was chosen last; empty when none was, or the file cannot be read."""
    try:
        with (folder / FILE).open(encoding="utf-8") as file:
            return file.readline(100).strip()
    except (OSError, UnicodeDecodeError):
        return ""


def remember(folder: Path, theme: str) -> None:
    """Keep the name of a theme. Where nothing can be written the choice holds for this run only."""
    with suppress(OSError):
        make_folder(folder)
        make_file(folder / FILE)
        (folder / FILE).write_text(f"{theme}\n", encoding="utf-8")
