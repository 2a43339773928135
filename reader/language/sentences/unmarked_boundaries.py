"""Where sentences meet inside a block without a terminator that says so.

Items of a list, a caption or heading that lost its full stop, and brackets, whose sentences belong to the one around
them. Not here: terminators (`splitter`).
"""

from __future__ import annotations

import re

from reader.language.punctuation import CLOSING_QUOTES
from reader.language.sentences.language_rules import Rules
from reader.scripts import THAI_AND_LAO

LOOK = 60
"""How many characters before a place are looked at: the work stays linear whatever the text."""
_CLOSING = CLOSING_QUOTES + ")"
_BRACKETS = re.compile(r"[()\[\]（）]")
_LONGEST_BRACKET = 600
_SENTENCE_IN_BRACKETS = 4
"""Blanks in brackets from which they may end a sentence: `(nobody had seen them leave.) Then …`"""
_BULLET = re.compile(r"[•▪●◦‣⁃■►](?<=\s.)\s?(?=\S)")
_MARKER = re.compile(r"(?<!\S)[•⁃-]?\s?(\(?)(\d{1,3}|[a-z]|[A-Z]|[ivx]{1,5})(\.\)|[.)])(?=\s)")
_FIRST_MARKER = re.compile(r"[1aAi](?<![^\W_][1aAi])[.)]")
"""What every list with markers has somewhere; quick to look for."""


def brackets(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Outermost pairs of brackets that are not unreasonably far apart."""
    pairs: list[tuple[int, int]] = []
    if all(text.find(mark, start, end) < 0 for mark in "([（"):
        return pairs
    stack: list[int] = []
    for match in _BRACKETS.finditer(text, start, end):
        if match.group() in "([（":
            stack.append(match.start())
        elif stack:
            opening = stack.pop()
            if not stack and match.start() - opening <= _LONGEST_BRACKET:
                pairs.append((opening, match.start()))
        if stack and match.start() - stack[0] > _LONGEST_BRACKET:
            stack.clear()  # never closed
    return pairs


def belongs_around(text: str, begin: int, pair: tuple[int, int], cut: int) -> bool:
    """Whether a sentence that ends at `cut`, within a pair of brackets, is only part of the one that began at `begin`.

    So it is if the brackets opened in mid-sentence, unless a whole sentence in them ends both.
    """
    if not text[begin : pair[0]].strip():
        return False
    return cut <= pair[1] or text.count(" ", *pair) < _SENTENCE_IN_BRACKETS


def list_items(text: str, start: int, end: int, rules: Rules) -> list[int]:
    """Where items of a list inside the block begin: at bullets, and at `1) … 2) …` counted up."""
    cuts = [m.start() for m in _BULLET.finditer(text, start, end)]
    if not _FIRST_MARKER.search(text, start, end):
        return cuts
    wanted: dict[tuple[str, str], str] = {}
    firsts: dict[tuple[str, str], int] = {}
    previous_end = start
    for match in _MARKER.finditer(text, start, end):
        bracket, value, tail = match.groups()
        style = (bracket, tail)
        gap = text[max(previous_end, match.start() - LOOK) : match.start()].rstrip()
        fresh = not gap or gap[-1] in ".:!?;"
        previous_end = match.end()
        if wanted.get(style) == value and (tail != "." or not rules.ordinals):
            cuts += [firsts[style], match.start()]
            wanted[style] = _successor(value)
        elif fresh and value in ("1", "a", "A", "i"):
            wanted[style] = _successor(value)
            firsts[style] = match.start()
    return sorted(set(cuts) - {start})


_JOINED = re.compile(r" ([A-ZÀ-ÖØ-ÞĀ-ŽΆ-ΫЀ-Я][^\W\d_]*)(['’][^\W\d_]+)? (?=[^\W\d_]|\d+-[^\W\d_])")
_SUBJECTS = frozenset(["the", "he", "she", "it", "they", "but", "his", "her"])
_POLITE = "sie ihr ihre ihnen ihrer ihres ihrem ihren i de dem deres lei la le vi вы вас вам вами ваш u"
_CAPITAL_INSIDE = frozenset(["may", *_POLITE.split()])
"""Common words that are written with a capital within a sentence, too."""
_YEAR = 4


def joined(text: str, start: int, end: int, rules: Rules) -> list[int]:
    """Where a sentence begins after a caption or heading that lost its full stop: `… on the bus The band had left`."""
    cuts = []
    for match in _JOINED.finditer(text, start, end):
        first, at = match.group(1).lower(), match.start()
        known = first in rules.own and first not in _CAPITAL_INSIDE and match.group(1).istitle()
        name = text[match.end()].isupper() and rules.code != "de"  # where nouns have capitals, too
        if not known or name or not (len(first) > 1 or _one_letter(text, match, rules)):
            continue
        told = re.split("[.!?:;]", text[max(start, at - LOOK) : at])[-1]
        word = told[told.rfind(" ") + 1 :]
        bare = word.rstrip(_CLOSING)
        if told.count(" ") < 3 or not bare.isalnum():
            continue
        small = len(bare) > 2 and bare.islower() and bare not in rules.starters
        if (
            small
            or (bare.isdigit() and len(bare) == _YEAR)
            or (first in _SUBJECTS and bare.istitle())
            or (word.endswith(")") and "(" in told)
        ):
            cuts.append(at + 1)
    return cuts


def _one_letter(text: str, match: re.Match[str], rules: Rules) -> bool:
    """Whether a capital letter is a word: `A woman`, `L'homme`; not so in `vitamin A for children`."""
    if rules.code == "en":
        return match.group() == " A " and text[match.end() :][:20].split()[0] not in rules.own
    return bool(match.group(2)) and rules.code in ("fr", "it")


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


_THAI_BLANK = re.compile(f"(?<=[{THAI_AND_LAO}]) (?=[{THAI_AND_LAO}])")
_THAI_SENTENCE = 70


def thai_blanks(text: str, start: int, end: int, rules: Rules) -> list[int]:
    """Where sentences of Thai and Lao begin, near enough: they end with a blank, but so do clauses.

    They are cut at the first blank after enough letters, where a reader would not stumble.
    """
    if rules.code not in ("th", "lo"):
        return []
    cuts = []
    begin = start
    for match in _THAI_BLANK.finditer(text, start, end):
        if match.start() - begin >= _THAI_SENTENCE and end - match.end() >= _THAI_SENTENCE // 2:
            begin = match.end()
            cuts.append(begin)
    return cuts


def _successor(value: str) -> str:
    if value.isdigit():
        return str(int(value) + 1)
    if value in _ROMAN[:-1]:
        return _ROMAN[_ROMAN.index(value) + 1]
    return chr(ord(value[0]) + 1)
