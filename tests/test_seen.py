"""The terminal that random events are looked at through: whole pictures, however the bytes arrive."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent / "benchmarks"))
Seen = pytest.importorskip("seen").Seen

WRITTEN = (
    "\x1b[?2026$p\x1b[>4;1m\x1b[2J\x1b[H\x1b[1;31m港 Velm\x1b[0m\x1b[2;3Hbridge\x1b[<u\x1b[3;1H\x1b[49Jhums".encode()
)


def text(*pieces: bytes) -> list[str]:
    seen = Seen(20, 4)
    for piece in pieces:
        seen.feed(piece)
    return [line.rstrip() for line in seen.text().split("\n")]


def test_the_picture_is_the_same_wherever_the_bytes_are_cut() -> None:
    assert text(WRITTEN) == ["港 Velm", "  bridge", "hums", ""]
    for cut in range(len(WRITTEN)):
        assert text(WRITTEN[:cut], WRITTEN[cut:]) == text(WRITTEN), WRITTEN[:cut]


@pytest.mark.parametrize("unknown", [b"\x1b[49J", b"\x1b[?2026$p", b"\x1b[>1u", b"\x1b[=3;1u", b"\x1b[1;2;3;4;5G"])
def test_what_follows_something_unknown_is_seen(unknown: bytes) -> None:
    assert text(unknown + b"\x1b[2;1Hbridge" + unknown + b"\x1b[3;1Hhums")[1:3] == ["bridge", "hums"]
