"""HTML of an exported document: one page that needs nothing else.

Here: how each piece is written, so that no text of an outlet is read as markup. Not here: what is told (contents).
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from reader.export.blocks import Block
from reader.safety import plain_line

_TAGS = {
    "title": "h1",
    "section": "h2",
    "subhead": "h3",
    "facts": "p class=facts",
    "quote": "blockquote",
    "caption": "p class=caption",
    "item": "li",
    "under": "p class=under",
}
_STYLE = (
    "body{max-width:40em;margin:2em auto;padding:0 1em;font:1.05em/1.5 serif}"
    ".facts,.caption,.under{color:#555;margin:.2em 0}"
)


def written(blocks: Iterable[Block], language: str | None) -> str:
    """The page. language: ISO 639-1 of all of it, None where it has several; each piece finds its own direction."""
    blocks = list(blocks)
    heading = escape(plain_line(blocks[0].text)) if blocks else ""
    lang = f' lang="{escape(language)}"' if language else ""
    lines = [
        f"<!doctype html>\n<html{lang}>\n<head>\n<meta charset=utf-8>\n<title>{heading}</title>",
        f"<style>{_STYLE}</style>\n</head>\n<body>",
    ]
    listed = False
    for block in blocks:
        if (block.kind in ("item", "under")) != listed:
            lines.append("</ul>" if listed else "<ul>")
            listed = not listed
        lines.append(_element(block))
    return "\n".join([*lines, *(["</ul>"] if listed else []), "</body>\n</html>\n"])


def _element(block: Block) -> str:
    text = block.written(_words, _linked)
    tag = _TAGS.get(block.kind, "p")
    if block.kind == "under":  # only a list's items may stand in a list
        return f"<li class=under dir=auto>{text}</li>"
    return f"<{tag} dir=auto>{text}</{tag.split()[0]}>"


def _words(text: str) -> str:
    return escape(plain_line(text))


def _linked(words: str, address: str) -> str:
    return f'<a href="{escape(address)}" rel="noreferrer">{words}</a>'
