"""The choke point between what outlets write and what a terminal obeys.

Here: what is stripped from every text when it enters and once more before it is drawn or printed.
Not here: markup, which the screens avoid by never handing a plain string to a widget that would parse it.
"""

from __future__ import annotations

import re

_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and line feed, DEL, C1
    "\u2028\u2029"  # line and paragraph separators: they break one-line layouts
    "\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides, isolates: they reorder what follows
    "\ufff9-\ufffb\U000e0000-\U000e007f"  # interlinear annotation, invisible tags
    "\ud800-\udfff]"  # lone surrogates: they cannot be written out at all
)
_SEQUENCES = re.compile(
    "\x1b\\[[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor movement
    "|\x1b[\\]PX^_][^\x07\x1b\x9c\n]*(?:\x07|\x1b\\\\|\x9c)"  # OSC, DCS, SOS, PM, APC: titles, links, clipboard
    "|\x9b[0-?]*[ -/]*[@-~]"  # the one-byte form of CSI
    "|\x1b[ -/]*[0-~]"  # every other escape
)


def plain(text: str) -> str:
    """`text` without terminal sequences, control characters, bidi overrides and lone surrogates.

    Line feeds and tabs stay, carriage returns become line feeds. Never adds any other character.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROLS.sub("", _SEQUENCES.sub("", text))


def plain_line(text: str) -> str:
    """As `plain`, on one line: runs of white space become one blank."""
    return " ".join(plain(text).split())
