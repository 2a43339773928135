"""How the tests of the compare screen get to it: three reports on a ferry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from textual.pilot import Pilot
from tui_support import HARBOUR, FakeLibrary, main_of, settle, until

from reader.article import Article
from reader.tui.app import ReaderApp
from reader.tui.screens.compare import CompareScreen

SUNDAY = """\
The ferry Sula ran aground off Kelm harbour in thick fog on Sunday night.

All 31 passengers were brought ashore by the pilot boat before midnight, the harbour master said. “We have had worse \
nights than this one,” said Piet Hallam, who steers the pilot boat.

The radar of the ferry had failed twenty minutes before. It had been mended in the spring. The company would not say \
by whom.

The baker of Kelm lit his oven for the passengers at one in the morning."""
TUESDAY = """\
Investigators went aboard the ferry Sula on Tuesday.

All 13 passengers were brought ashore by the pilot boat before midnight, the harbour master said. “Worse nights than \
this one we have had,” Piet Hallam said.

The radar of the ferry had failed twenty minutes before. It had been mended in the spring. The company would not say \
by whom."""


def ferry() -> FakeLibrary:
    first = Article(headline="Ferry aground off Kelm", outlet="Halden Wire", published=date(2031, 3, 9), text=SUNDAY)
    return FakeLibrary(
        [
            first,
            replace(first, headline="What the radar knew", outlet="Skerry Radio", published=datetime(2031, 3, 11, 9, 30),
                    text=TUESDAY, paragraphs=()),
            replace(first, headline="A [/] night [bold]in[/] Kelm", outlet="The [red]Gazette[/]", published=None,
                    published_from="unknown", text=HARBOUR, paragraphs=()),
        ],
        stories=[{1, 2, 3}],
    )  # fmt: skip


async def compared(pilot: Pilot[None], keys: str = "d") -> CompareScreen:
    """Go to the ferry's first report and compare it."""
    app: ReaderApp = pilot.app  # type: ignore[assignment]
    await settle(pilot)
    main_of(app).list.select(1)
    await settle(pilot)
    await pilot.press(*keys)
    await until(pilot, lambda: isinstance(app.screen, CompareScreen) and app.screen.sides.comparison is not None)
    assert isinstance(app.screen, CompareScreen)
    return app.screen
