"""A page's lines as cleaning looks at them.

Here: splitting a text into lines, bullets and glued rules taken off, hard-wrapped lines put together again; what a
line says of itself without its neighbours. Not here: which lines are text (`body`), how HTML becomes lines
(`html_lines`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise, repeat

from reader.article import Removed
from reader.cleaning.input.repair import repaired, suspect
from reader.cleaning.lexicon.words import word_set
from reader.safety import plain, plain_line, without_controls

LOOKED_AT = 4000
"""Characters of a line that decide about it; the whole line is kept or cut."""

LISTED = 100_000
"""Lines of a document that are classified with their neighbours: no book has more."""
_REST = f"after {LISTED:,} lines"
"""The rule by which later lines are cut."""
READS = 60
"""Characters from which a line can read like text by itself."""

_BREAKERS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029\r\t]")
_SENTENCE_END = re.compile(r"[.!?…。！？।۔؟][\"'”’»)\]]*$")
_LEAD = re.compile(r"(?:[·•●▪◦‣■□►▶➤★◆♦○∙⁃»›|]\s*|[*+]\s+)+")
_RUNS = re.compile(r"\w+")
_INVISIBLE = " \ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad"
_AT_THE_END = " ·•●▪◦‣■□|"
_LONG = 200_000
_DASHES = "-–—"
_WRAPPED_LINES = 4
"""Fewest lines that show whether paragraphs follow each other without a blank line."""
_AND = word_set("und oder bis sowie and or to et ou y o en of i lub och og eller")
"""What follows a hyphen that stands for a word: `Ein- und Ausfuhr`."""
_WRAP_LONGEST = 130
_WRAP_SHORTEST = 45


@dataclass(slots=True)
class Line:
    """One line of a page, or several that were one before somebody wrapped them."""

    number: int
    """Its first line in the original, from 1."""
    text: str
    """Without bullets, control characters and outer blanks; inner white space as single blanks."""
    whole: tuple[str, ...]
    """The original lines it stands for, each on its own, bullets and all."""
    gap: int = 0
    """How many empty lines stand before it."""
    indent: int = 0
    """How many blanks the original begins with."""
    bullet: bool = False
    """Whether a list mark was taken off."""


def split(raw: Sequence[str], *, wrapped: bool = True) -> list[Line]:
    """The non-empty lines of a page given as its lines, in order; `wrapped`: some may have been broken at a fixed
    width.
    """
    found: list[Line] = []
    gap = 0
    damaged = suspect("\n".join(raw))
    for number, original in enumerate(raw, 1):
        if not original:
            gap += 1
            continue
        line: Line | None
        plain_text = original[0].isalnum() and original[-1] not in _AT_THE_END and "  " not in original
        if plain_text and original.isprintable():  # most lines: nothing is to be taken off
            line = Line(number, original, (original,), gap)
        else:
            line = None if original.isspace() else _line(number, original, gap)
        if line is None:
            gap += 1
        else:
            if "&" in line.text or (damaged and not line.text.isascii()):
                line.text = repaired(line.text)
            found.append(line)
            gap = 0
    return _unwrap(found) if wrapped else found


def _line(number: int, original: str, gap: int) -> Line | None:
    whole = ""
    if len(original) > _LONG:
        clean = _squeeze(plain(_BREAKERS.sub(" ", original)))
    else:  # control characters are rare; where there are none, the stripping is spared
        spaced = original if original.isprintable() else original.replace("\u00a0", " ").replace("\t", " ")
        if spaced.isprintable():
            clean = spaced.strip(" ")
            if "  " in clean:
                clean = " ".join(clean.split())
        else:
            one_line = _BREAKERS.sub(" ", original)
            clean = plain_line(one_line)
            if not original.isascii():  # what is cut is shown with the marks that are stripped
                whole = " ".join(without_controls(one_line).split())
    if not clean:
        return None
    text, lead = clean, None
    if not clean[0].isalnum():
        if not clean.strip(_INVISIBLE):
            return None
        lead = _LEAD.match(text)
        if lead and lead.end() < len(text):
            text = text[lead.end() :]
    if text[-1] in _AT_THE_END:
        text = text.rstrip(_AT_THE_END) or clean
    indent = len(original) - len(original.lstrip(" ")) if original[0] == " " else 0
    return Line(number, text, (whole or clean,), gap, indent, lead is not None)


as_removed = partial(tuple.__new__, Removed)
"""`Removed` of its fields, without a call in Python for each of millions."""


def farther_down(raw: Sequence[str]) -> tuple[list[Line], list[Removed]]:
    """What comes after the first `LISTED` lines of a page given as its lines: those that read like text by themselves,
    and the others, which are cut.

    So a file of a million short lines is answered for about as fast as it can be listed.
    """
    if len(raw) <= LISTED:
        return [], []
    rest = plain(_BREAKERS.sub(" ", "\n".join(raw[LISTED:]))).split("\n")
    texts = [" ".join(text.split()) if "  " in text else text.strip(_INVISIBLE) for text in rest]
    found = []
    for i in [i for i, text in enumerate(texts) if len(text) >= READS]:
        line = _line(LISTED + 1 + i, rest[i], 0)
        if line and reads_like_text(line.text):
            found.append(line)
            texts[i] = ""
    numbers = [number for number, text in enumerate(texts, LISTED + 1) if text]
    fields = zip(filter(None, texts), numbers, repeat(_REST))
    return found, list(map(as_removed, fields))


def reads_like_text(text: str) -> bool:
    """The plain rule for lines that are not classified. Bytes count too: scripts that say more per character take more
    bytes for it.
    """
    return ends_a_sentence(text) and (len(text) >= READS or 2 * len(text.encode("utf-8", "replace")) >= 3 * READS)


def ends_a_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return _SENTENCE_END.search(text[-8:]) is not None


def _squeeze(text: str) -> str:
    """Runs of white space as single blanks, piece by piece: a list of all words of 60 MB would not fit everywhere."""
    pieces: list[str] = []
    for start in range(0, len(text), _LONG):
        part = text[start : start + _LONG]
        if pieces and pieces[-1] != " " and (part[0].isspace() or text[start - 1].isspace()):
            pieces.append(" ")
        if words := " ".join(part.split()):
            pieces.append(words)
    return "".join(pieces).strip()


def _unwrap(lines: list[Line]) -> list[Line]:
    """Lines that were broken at a fixed width (mail, terminals, old agencies) put together again, block by block.

    What is plain in one block (the width, above all) settles the doubtful ones.
    """
    if not any(line.gap == 0 and line.text[0].islower() for line in lines):
        return lines  # what was broken goes on in small letters
    blocks: list[list[Line]] = []
    for line in lines:
        if line.gap == 0 and not line.bullet and blocks and _same_block(blocks[-1][-1], line):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    if any(len(block) >= _WRAPPED_LINES for block in blocks):
        blocks = [
            part for block in blocks for part in (_paragraphs(block) if block[_WRAPPED_LINES - 1 :] else (block,))
        ]
    plain_ones = [
        len(block) > 1 and len(block[0].text) + len(block[1].text) >= _WRAP_SHORTEST and _wrapped(block)
        for block in blocks
    ]
    if not any(plain_ones):
        return lines
    widths = [
        max([line.indent + len(line.text) for line in block])
        for block, yes in zip(blocks, plain_ones, strict=True)
        if yes
    ]
    width = max(widths, default=0) if len(widths) > 1 else 0
    joined: list[Line] = []
    for block, yes in zip(blocks, plain_ones, strict=True):
        if yes or (len(block) > 1 and ((width and _full(block, width)) or _in_small_letters(block))):
            joined.append(_join(block))
        else:
            joined.extend(block)
    return joined


def _paragraphs(block: list[Line]) -> list[list[Line]]:
    """A block as it is; or, where it is plainly wrapped and its paragraphs follow each other without a blank line, one
    for each of them: they end on sentences in lines that had room for more.
    """
    if not any(line.text[0].islower() for line in block[1 : _WRAPPED_LINES + 1]):
        return [block]  # nearly all
    width = max([line.indent + len(line.text) for line in block])
    room = [
        width - line.indent - len(line.text) > len(following.text.split(" ", 1)[0])
        for line, following in pairwise(block)
    ]
    ends = [i for i, yes in enumerate(room) if yes]
    broken = [i for i, yes in enumerate(room) if not yes]
    if width < _WRAP_SHORTEST or not ends or not all(ends_a_sentence(block[i].text) for i in ends):
        return [block]
    inside = sum(not ends_a_sentence(block[i].text) for i in broken)
    lower = sum(block[i + 1].text[0].islower() for i in broken)
    if len(broken) < len(ends) or inside < 0.6 * len(broken) or lower < 0.4 * len(broken):
        return [block]
    starts = [0, *(i + 1 for i in ends)]
    return [block[start:end] for start, end in zip(starts, [*starts[1:], len(block)], strict=True)]


def _same_block(line: Line, following: Line) -> bool:
    """Whether two lines without an empty one between, the second without a bullet, may have been one."""
    return (
        len(line.text) <= _WRAP_LONGEST
        and len(following.text) <= _WRAP_LONGEST
        and (following.indent == line.indent or line.indent - 8 <= following.indent <= line.indent)
    )


def _full(block: list[Line], width: int) -> bool:
    """Whether no line but the last could have taken the next one's first word."""
    if max([line.indent + len(line.text) for line in block]) > width:
        return False
    return all(
        (line.text[-1] == "-" and following.text[0].islower())
        or line.indent + len(line.text) + 1 + len(following.text.split(" ", 1)[0]) > width
        for line, following in pairwise(block)
    )


def _wrapped(block: list[Line]) -> bool:
    """Whether a block is wrapped by its own evidence: full lines, most of them broken inside a sentence. A dateline on
    a line of its own may stand over it: `KESTEN, May 6 (AP) -`.
    """
    if len(block) > 2 and block[0].text[-1] in _DASHES:
        block = block[1:]
    width = max([line.indent + len(line.text) for line in block])
    if width < _WRAP_SHORTEST or not _full(block, width):
        return False
    breaks = len(block) - 1
    inside = sum(line.text[-1] not in '.!?:;"”»…' for line in block[:-1])
    lower = sum(following.text[0].islower() for following in block[1:])
    return inside >= 0.6 * breaks and lower >= 0.4 * breaks


def _in_small_letters(block: list[Line]) -> bool:
    """Whether all lines but the first go on in small letters: in a wrapped text that is enough, however uneven they
    are.
    """
    return all(line.text[0].islower() for line in block[1:]) and len(block[0].text) >= _WRAP_SHORTEST


def _join(block: list[Line]) -> Line:
    pieces = [block[0].text]
    for line in block[1:]:
        before = pieces[-1]
        if before[-1] == "-" and line.text.split(" ", 1)[0] in _AND:
            pieces.append(" ")
        elif before[-1] == "\u00ad" or (before[-1] == "-" and before[-2:-1].isalpha() and line.text[0].islower()):
            pieces[-1] = before[:-1]
        else:
            pieces.append(" ")
        pieces.append(line.text)
    first = block[0]
    whole = tuple(piece for line in block for piece in line.whole)
    return Line(first.number, "".join(pieces), whole, gap=first.gap, indent=first.indent, bullet=first.bullet)


def match_key(text: str) -> str:
    """What two lines that say the same have in common: letters and digits, in lower case."""
    return _match_key(text[:LOOKED_AT])  # cut first: thousands of endless lines are not to be kept


@lru_cache(maxsize=4096)
def _match_key(text: str) -> str:
    return "".join(_RUNS.findall(text.lower()))
