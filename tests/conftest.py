"""What several tests share: an empty library, and a small folder of invented articles about two events."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.desk import Library

DENIES = """All news

Harbour office denies it was asked to reopen the Velm lock

According to the Tidewater Post, Ostrava Bay officials expect the pilots to accept a truce and make concessions

VELM, November 7. /NORA/. The harbour office does not know whether reports about the government's requests to the pilots \
to show openness to a truce are true, its spokesman Demid Orlovsky told reporters on Monday.

"Well, we don't know whether this is so or not. Once again, there are some truthful reports, but most of them are \
speculation," the spokesman said when asked if he was aware of private calls by Minister Jana Peel for the pilots' leader \
Vadim Sorokin to demonstrate openness to a truce.

Earlier, the Tidewater Post reported on such demands, citing its sources. According to them, these demands are not aimed \
at pushing the pilots to the table, but at "keeping the moral high ground in the eyes of the shipping lines".

Earlier, the lock master Signe Dahl said that the harbour was still ready to hold talks on the lock. She said that the \
harbour would listen if the pilots offered to organise a conversation, taking into account the interests of the town.
"""

ASKS = """Minister privately asks Velm pilots to show openness to a truce — newspaper
According to officials, the pilots are likely to accept a truce and make concessions
OSTRAVA BAY, November 6. /NORA/. Minister Jana Peel's office is privately urging the pilots' leader Vadim Sorokin to show \
openness to a truce over the Velm lock, the Tidewater Post reported on Saturday, citing sources.
According to them, these demands are not aimed at pushing the pilots to the table, but seek to "keep the moral high ground \
in the eyes of the shipping lines."
Earlier, the lock master Signe Dahl said that the harbour was still ready to hold talks on the lock. She said that the \
harbour would listen if the pilots offered to organise a conversation, taking into account the interests of the town.
"""

COMET = """The comet that came back a day early

3 May 2024

The comet Hallam-Ito returned to the evening sky over Brenn on Thursday, a day before the tables said it would.

Astronomers at the Brenn observatory blamed a jet of gas on its sunward side. "It is a very small push," said Mira Olsen, \
who has followed the comet since 1998, "but it has had seventy years to add up."

It will be visible without a telescope until the end of the month.
"""

COMMENT_FORM = (
    "\n\nLeave a Comment\n\nYour email address will not be published. Required fields are marked *\n\nScroll to Top\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three articles: two tell one event, one tells another."""
    here = tmp_path / "news"
    here.mkdir()
    (here / "asks.txt").write_text(ASKS, encoding="utf-8")
    (here / "comet.txt").write_text(COMET + COMMENT_FORM, encoding="utf-8")
    (here / "denies.txt").write_text(DENIES, encoding="utf-8")
    return here


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library."""
    with Library(tmp_path / "library.db") as opened:
        yield opened
