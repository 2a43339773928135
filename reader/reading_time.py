"""How long a text is for a reader: its words, and the minutes that they take.

Here: counting, by one rule for what is stored and what is shown. Not here: words as terms to compare (language).
"""

from __future__ import annotations

import re
from functools import cache

from reader.scripts import HAN, KANA, UNSPACED, may_be_unspaced


# Compiled when first needed: few libraries have a text that wants them, and the first screen need not wait for them.
@cache
def _word() -> re.Pattern[str]:
    return re.compile(f"[{HAN}{KANA}]|[^\\s{HAN}{KANA}]+")


@cache
def _run() -> re.Pattern[str]:
    return re.compile(f"[{UNSPACED}]+")


def word_count(text: str) -> int:
    """How many words a reader would count: what stands between blanks; in Chinese and Japanese, characters."""
    return sum(1 for _ in _word().finditer(text)) if may_be_unspaced(text) else len(text.split())


WORDS_A_MINUTE = 240


def reading_minutes(text: str) -> int:
    """Reading time, rounded up; 0 for no text. Where no blanks are written, two characters count as a word."""
    words = text.count(" ") + text.count("\n\n") + 1 if text else 0
    if may_be_unspaced(text):
        words += sum(map(len, _run().findall(text))) // 2
    return -(-words // WORDS_A_MINUTE)
