"""Markdown (CommonMark) of an exported document.

Here: how each piece is written, so that no text of an outlet is read as markup. Not here: what is told (contents).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.export.blocks import Block
from reader.safety import plain_line

_MARKUP = re.compile(r"[\\`*_\[\]<~]|&(?=#?\w+;)")
_OPENING = re.compile(r"^(?:(\d{1,9})(?=[.)](?:\s|$))|(?=[-+=#>|]))")
"""What makes a list, a heading, a quotation or a rule of a line that begins with it."""
_BEFORE = {"title": "# ", "section": "## ", "subhead": "### ", "quote": "> ", "item": "- ", "under": "  - "}


def written(blocks: Iterable[Block], language: str | None) -> str:
    """The document. Nothing in Markdown says its language."""
    lines: list[str] = []
    for block in blocks:
        text = _OPENING.sub(_held, block.written(_words, _linked))
        if block.kind == "caption":
            text = f"*{text}*"
        if lines and not (block.kind in ("item", "under") and lines[-1].lstrip().startswith("- ")):
            lines.append("")
        lines.append(_BEFORE.get(block.kind, "") + text)
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """A text on one line, with a backslash before all that Markdown would take for markup."""
    return _OPENING.sub(_held, _words(text))


def _words(text: str) -> str:
    return _MARKUP.sub(lambda found: f"\\{found[0]}", plain_line(text))


def _held(found: re.Match[str]) -> str:
    return f"{found[1]}\\" if found[1] else "\\"


def _linked(words: str, address: str) -> str:
    return f"[{words}](<{address.replace('<', '%3C').replace('>', '%3E')}>)"
