"""What leaves the program: addresses for the browser, text for the clipboard.

Here: only http and https addresses are opened, by the `webbrowser` module, never through a shell.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from reader.article import Article, Summary
from reader.safety import is_web_address, plain
from reader.tui.draw import wording

if TYPE_CHECKING:
    from textual.app import App


def open_in_browser(app: App[Any], url: str | None) -> str:
    """Open an address in the person's browser; what to tell them."""
    if url is None or not is_web_address(url):
        return "this article has no web address"
    import webbrowser  # here, so that the first screen does not wait for it

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        app.copy_to_clipboard(url)
        return f"no browser found here; copied: {url}"
    if type(browser) is webbrowser.GenericBrowser:  # one that draws in this terminal, such as w3m
        with app.suspend():
            browser.open(url)
    else:
        threading.Thread(target=browser.open, args=(url,), daemon=True).start()
    return f"opened {url}"


_CLIPBOARDS = (
    ("", "pbcopy"),
    ("WAYLAND_DISPLAY", "wl-copy"),
    ("DISPLAY", "xclip", "-selection", "clipboard"),
    ("DISPLAY", "xsel", "--clipboard", "--input"),
    ("", "clip.exe"),
)
"""Programs that take a text for the system's clipboard, and the variable without which there is none to be filled."""
_PATIENCE = 5.0
"""Seconds for one of them."""


def fill_clipboard(text: str, environ: Mapping[str, str] = os.environ) -> None:
    """Put a text into the system's clipboard, where a program for that is there: many terminals do not (OSC 52)."""
    for needs, *command in _CLIPBOARDS:
        if (not needs or environ.get(needs)) and (program := shutil.which(command[0])):
            threading.Thread(target=_feed, args=([program, *command[1:]], text), daemon=True).start()
            return


def _feed(command: list[str], text: str) -> None:
    with suppress(OSError, subprocess.SubprocessError):  # the terminal has the text, too
        subprocess.run(  # noqa: S603  (a list of our own, no shell)
            command,
            input=text.encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
        )


def count_of_words(text: str) -> str:
    """`12 words`."""
    return wording.count_of(len(text.split()), "word")


def as_text(article: Article, summary: Summary | None) -> str:
    """An article in a few lines, for the clipboard."""
    lines = [
        article.headline or "",
        " · ".join(filter(None, (article.outlet, wording.published(article)))),
        article.url or "",
    ]
    if summary:
        lines += ["", *(sentence.text for sentence in summary.sentences)]
    return plain("\n".join(lines)).strip()
