"""Takes the walk of `walk.md` in the real program and draws it as one moving picture, which opens the README.

    python docs/moving.py                 # writes docs/pictures/walk.svg

Here: reading the steps out of the page, pressing their keys, drawing what is seen. `tests/test_guide_walk.py` takes
the same walk. Not here: the steps (the page).
"""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from rich.cells import cell_len
from rich.style import Style
from textual.pilot import Pilot

from reader.desk import Library
from reader.tui.app import ReaderApp

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "walk.md"
PICTURE = ROOT / "docs" / "pictures" / "walk.svg"
SIZE = (140, 40)
MOMENTS = (
    "The list", "Look around", "Read", "Summary, and why", "The same story elsewhere", "What was cut", "Side by side",
    "The whole story", "Where they disagree", "Take it along", "Search", "Find in an article", "Filter", "By story",
    "Colours",
)  # fmt: skip
"""The steps that are drawn."""
SECONDS = 3.5
"""How long each of them is shown."""

_STEP = re.compile(
    r"^\d+\. \*\*(?P<name>[^*]+?)[:.]\*\*(?P<keys>(?:\s+(?:`[^`]+`|“[^”]+”))*)(?P<told>.*(?:\n   .*)*)", re.M
)
_KEY = re.compile(r"`([^`]+)`|“([^”]+)”")
_SEEN = re.compile(r"“((?:[^“”]|“[^”]*”)+)”")
"""What is seen may have quotation marks of its own."""
_CALLED = {"esc": "escape"}
"""Keys that Textual calls otherwise."""


class Step(NamedTuple):
    """A step of the walk."""

    name: str
    keys: Sequence[str]
    """Textual's names; what is to be typed is a key a character."""
    seen: Sequence[str]
    """What the page says is on the screen then."""
    shown: str
    """The keys as a person reads them."""


def steps_of(page: str) -> list[Step]:
    """The steps of a page: in each `keys` and “what is to be typed”, then prose with “what is seen”."""
    steps = []
    for found in _STEP.finditer(page):
        keys: list[str] = []
        for key, typed in _KEY.findall(found["keys"]):
            keys += [_CALLED.get(key, key)] if key else typed
        seen = [" ".join(words.split()) for words in _SEEN.findall(found["told"])]
        shown = " ".join(key or f"“{typed}”" for key, typed in _KEY.findall(found["keys"]))
        steps.append(Step(found["name"], keys, seen, shown))
    return steps


def app_of(library: Library, folder: Path) -> ReaderApp:
    """The reader with nobody's own settings. folder: for what is remembered."""
    os.environ.update(COLORTERM="truecolor", TERM="xterm-256color")  # whatever terminal this is run in
    os.environ.pop("NO_COLOR", None)
    app = ReaderApp(library, settings=folder, left=folder / "left.json")
    app.turns_text = True
    return app


async def walk(pilot: Pilot[None], steps: Sequence[Step]) -> AsyncIterator[Step]:
    """Press the keys of one step after the other, each once the program has come to rest after the one before."""
    await rest(pilot)
    for step in steps:
        for key in step.keys:
            await pilot.press(key)
            await rest(pilot)
        yield step


async def rest(pilot: Pilot[None]) -> None:
    """Until nothing that a key began is still going on, and what is highlighted is shown with its summary."""
    app: ReaderApp = pilot.app  # type: ignore[assignment]
    while True:
        await pilot.pause()
        if app.main is not None and not app._held and app._is_up:
            session = app.main.session
            idle = session.aside._waiting.empty() and session.aside._idle >= session.aside._threads
            shown = session.shown == session.acting_on and session.ranking is not None and session.steps
            if idle and (shown or session.acting_on is None) and all(worker.is_finished for worker in app.workers):
                return
        await asyncio.sleep(0.005)


# ---------------------------------------------------------------------- drawing

_WIDTH, _HEIGHT = 8.4, 18
"""Of a cell, in the picture's units."""


@dataclass
class Drawing:
    """Rows and styles that frames have in common, and the frames."""

    rows: dict[str, str] = field(default_factory=dict)
    """The row's drawing, and its name."""
    inks: dict[str, str] = field(default_factory=dict)
    """The rules of a class, and its name."""
    frames: list[tuple[str, str, list[str]]] = field(default_factory=list)
    """The paper, what stands over it, and the names of its rows."""

    def add(self, app: ReaderApp, title: str) -> None:
        """Draw what is on the screen now."""
        paper = _colours(app.inks["page"])[1]
        rows = [self._row(strip, paper) for strip in app.screen._compositor.render_strips()]
        self.frames.append((paper, title, rows))

    def _row(self, strip: Sequence[object], paper: str) -> str:
        papers, runs, at = [], [], 0
        for text, style in _runs(strip):
            width = cell_len(text)
            color, ground = _colours(style)
            if ground != paper:
                papers.append(
                    f'<path class="{self._ink(f"fill:{ground}")}" d="M{_x(at)} 0h{_x(width)}v{_HEIGHT}h-{_x(width)}z"/>'
                )
            words = text.strip()
            if words:
                x = _x(at + len(text) - len(text.lstrip()))
                ink = self._ink(f"fill:{color}" + _decoration(style))
                runs.append(f'<tspan class="{ink}" x="{x}" textLength="{_x(cell_len(words))}">{_kept(words)}</tspan>')
            at += width
        drawn = "".join(papers) + (f'<text y="{_HEIGHT - 5}">{"".join(runs)}</text>' if runs else "")
        return self.rows.setdefault(drawn, f"r{len(self.rows)}")

    def _ink(self, rules: str) -> str:
        return self.inks.setdefault(rules, f"i{len(self.inks)}")

    def svg(self, seconds: float = SECONDS) -> str:
        """The picture: the first frame, and where motion is welcome one frame after the other."""
        columns, lines = SIZE
        width, height = columns * _WIDTH + 20, (lines + 2) * _HEIGHT + 10
        inks = (f".{name}{{{rules}}}" for rules, name in self.inks.items())
        return "\n".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" role="img">',
                "<title>A walk through the sample articles</title>",
                f"<style>{_STYLE}{''.join(inks)}{_motion(len(self.frames), seconds)}</style><defs>",
                *(f'<g id="{name}">{drawn}</g>' for drawn, name in self.rows.items() if drawn),
                f'</defs><rect width="{width:g}" height="{height:g}" rx="8" fill="#2b2f36"/>',
                *(self._frame(number, width - 12, height - 38) for number in range(len(self.frames))),
                "</svg>\n",
            ]
        )

    def _frame(self, number: int, width: float, height: float) -> str:
        paper, title, rows = self.frames[number]
        used = (
            f'<use href="#{row}" x="10" y="{36 + n * _HEIGHT}"/>'
            for n, row in enumerate(rows)
            if row != self.rows.get("")
        )
        page = f'<rect x="6" y="32" width="{width:g}" height="{height:g}" fill="{paper}"/>'
        return f'<g class="f f{number}">{title}{page}{"".join(used)}</g>'


_STYLE = (
    "text{font-family:'Fira Code','DejaVu Sans Mono',Menlo,Consolas,monospace;font-size:14px;white-space:pre;"
    "direction:ltr;unicode-bidi:bidi-override}.over{font-weight:bold;fill:#ddd}.keys{fill:#9ab}"
    ".f{visibility:hidden}.f:first-of-type{visibility:visible}"
)


def _motion(count: int, seconds: float) -> str:
    """Rules by which so many frames are seen in turn; without them the first one is."""
    rules = [f".f{{animation:{seconds * count:g}s step-end infinite}}"]
    for n in range(count):
        before = "0%{visibility:hidden}" if n else ""
        after = f"{(n + 1) * 100 / count:.3f}%{{visibility:hidden}}" if n < count - 1 else ""
        seen = f"{n * 100 / count:.3f}%{{visibility:visible}}"
        rules.append(f".f{n}{{animation-name:m{n}}}@keyframes m{n}{{{before}{seen}{after}}}")
    return f"@media (prefers-reduced-motion:no-preference){{{''.join(rules)}}}"


def _x(cells: int) -> str:
    return f"{cells * _WIDTH:.4g}"


def _kept(words: str) -> str:
    """Escaped; of several blanks none may get lost."""
    return escape(words).replace("  ", "\u00a0\u00a0")


def _runs(strip: Sequence[object]) -> Iterator[tuple[str, Style]]:
    """The strip's text, as long as the style stays the same."""
    text, before = "", Style.null()
    for segment in strip:
        style = segment.style or Style.null()  # type: ignore[attr-defined]
        if text and style != before:
            yield text, before
            text = ""
        text, before = text + segment.text, style  # type: ignore[attr-defined]
    if text:
        yield text, before


def _colours(style: Style) -> tuple[str, str]:
    color = style.color.name if style.color else "#ddd"
    ground = style.bgcolor.name if style.bgcolor else "#000"
    return (ground, color) if style.reverse else (color, ground)


def _decoration(style: Style) -> str:
    lines = " ".join(name for name, on in (("underline", style.underline), ("line-through", style.strike)) if on)
    return (
        (";font-weight:bold" if style.bold else "")
        + (";font-style:italic" if style.italic else "")
        + (f";text-decoration:{lines}" if lines else "")
    )


def _over(number: int, step: Step) -> str:
    """What stands over a frame: the step and its keys."""
    keys = f'<tspan class="keys" dx="16">{escape(step.shown)}</tspan>' if step.shown else ""
    return f'<text class="over" x="14" y="21">{number}  {escape(step.name)}{keys}</text>'


async def drawn(library: Library, folder: Path, moments: Sequence[str] = MOMENTS) -> Drawing:
    """The walk through a library, drawn at some of its steps. Files that it writes come into the working folder."""
    steps = steps_of(PAGE.read_text(encoding="utf-8"))
    names = [step.name for step in steps]
    steps = steps[: max(names.index(moment) for moment in moments) + 1]
    drawing, app = Drawing(), app_of(library, folder)
    async with app.run_test(size=SIZE) as pilot:
        async for step in walk(pilot, steps):
            if step.name in moments:
                drawing.add(app, _over(names.index(step.name) + 1, step))
    return drawing


def main() -> None:
    """Fill a library with the sample, take the walk, write the picture."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.chdir(folder)
        with Library(folder / "library.db") as library:
            library.add([ROOT / "articles"])
            drawing = asyncio.run(drawn(library, folder))
    PICTURE.write_text(drawing.svg(), encoding="utf-8")


if __name__ == "__main__":
    main()
