"""What an exported document is made of, whatever it is written in.

Here: the noun. Not here: what is told (contents), how it is written (markdown, html).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from reader.links import Link, parts

BlockKind = Literal["title", "section", "subhead", "facts", "paragraph", "quote", "caption", "item", "under"]
"""`item`: of a list; `under`: what belongs to the item before it."""


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a document. Its text is an outlet's own words: whoever writes it out escapes it."""

    kind: BlockKind
    text: str
    address: str | None = None
    """Where the text leads to: an http or https address."""
    links: Sequence[Link] = ()
    """Where parts of it do, in order."""

    def written(self, escaped: Callable[[str], str], linked: Callable[[str, str], str]) -> str:
        """The text on one line. escaped: its words as they are to be written. linked: such words, with an address."""
        if self.address:
            return linked(escaped(self.text), self.address)
        if not self.links:
            return escaped(self.text)
        pieces = []
        for text, link in parts(self.text, self.links):
            words = escaped(text)
            before, after = (" " * piece.isspace() for piece in (text[:1], text[-1:]))
            pieces.append(f"{before}{linked(words, link.address) if link else words}{after if words else ''}")
        return "".join(pieces).strip()
