"""What the screen looks like, to be kept: as text with its styles, and as a picture."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path

from rich.cells import cell_len
from textual.filter import Monochrome

from reader.tui.app import ReaderApp


def drawn(app: ReaderApp) -> str:
    """The screen with its styles: below each line that has any, `b` bold, `i` italic, `s` struck, `#` on other paper."""
    page = app.inks["page"].bgcolor
    lines = []
    for strip in app.screen._compositor.render_strips():
        text, marks = "", ""
        for segment in strip:
            style = segment.style
            mark = " "
            if style is not None:
                mark = "s" if style.strike else "b" if style.bold else "i" if style.italic else " "
                mark = "#" if mark == " " and style.bgcolor not in (page, None) else mark
            text += segment.text
            marks += mark * cell_len(segment.text)
        lines += [f"|{text.rstrip()}", f":{marks.rstrip()}"] if marks.strip() else [f"|{text.rstrip()}"]
    return "\n".join(lines)


def sum_of_styles(app: ReaderApp) -> str:
    """Eight characters that are others when any cell of the screen has another style."""
    runs: list[tuple[str, int]] = []
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            style, cells = str(segment.style), cell_len(segment.text)
            if runs and runs[-1][0] == style:
                cells += runs.pop()[1]
            runs.append((style, cells))
    return blake2b(repr(runs).encode(), digest_size=4).hexdigest()


@contextmanager
def without_colours(app: ReaderApp) -> Iterator[None]:
    """The app as it is where NO_COLOR is set."""
    there, app._filters, app.no_color = app._filters, [*app._filters, Monochrome()], True
    app.refresh_css(animate=False)
    yield
    app._filters, app.no_color = there, False
    app.refresh_css(animate=False)


def without_fonts(app: ReaderApp) -> str:
    """The screen as an SVG that fetches nothing from the net."""
    return re.sub(r"@font-face \{[^}]*\}", "", app.export_screenshot(title="reader"))


def keep_picture(app: ReaderApp, name: str) -> None:
    """Write the screen as an SVG into the folder READER_PICTURES names, if it does: `docs/pictures` is made so."""
    if folder := os.environ.get("READER_PICTURES"):
        width, height = app.size
        Path(folder, f"{name}-{width}x{height}.svg").write_text(without_fonts(app), encoding="utf-8")
