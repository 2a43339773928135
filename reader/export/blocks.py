"""What an exported document is made of, whatever it is written in.

Here: the noun. Not here: what is told (contents), how it is written (markdown, html).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["title", "section", "subhead", "facts", "paragraph", "quote", "caption", "item", "under"]
"""`item`: of a list; `under`: what belongs to the item before it."""


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a document. Its text is an outlet's own words: whoever writes it out escapes it."""

    kind: BlockKind
    text: str
    address: str | None = None
    """Where the text leads to: an http or https address."""
