"""Writing systems as ranges of characters, for use inside the brackets of a regular expression.

One place for which characters belong to which script, and which scripts set no blanks between words. Not here: which
language a text is in (`language.detection`), what a word is (`language.words`).
"""

from __future__ import annotations

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""Chinese characters, as Japanese uses them too."""
HIRAGANA = "\u3041-\u309f"
KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9f"
KANA = "\u3040-\u30ff"
"""Both blocks, with their punctuation."""
HANGUL = "\u1100-\u11ff\u3131-\u318e\uac00-\ud7af"
THAI_AND_LAO = "\u0e00-\u0eff"
BURMESE = "\u1000-\u109f"
KHMER = "\u1780-\u17ff"
KHMER_LETTERS = "\u1780-\u17d3\u17e0-\u17e9"
"""Without punctuation."""
UNSPACED = f"{THAI_AND_LAO}{BURMESE}{KHMER}{KANA}{HAN}"
"""Scripts written without blanks between words. The index of the library is cut by it: whoever changes it must add a
migration that rebuilds the index.
"""
_OTHER_BYTES = bytes({*range(256)} - {0xE0, 0xE1, *range(0xE3, 0xEA), 0xEF, 0xF0})
"""All but those with which a character of `UNSPACED` begins in UTF-8."""


def may_be_unspaced(text: str) -> bool:
    """Whether a text may have characters of `UNSPACED`. Quickly told; false is sure."""
    return not text.isascii() and bool(text.encode("utf-8", "replace").translate(None, _OTHER_BYTES))


ARABIC = "\u0600-\u06ff"
DEVANAGARI = "\u0900-\u0963"
"""With its vowel signs, without its punctuation and digits."""
INDIC = "\u0900-\u0dff"
"""Devanagari to Sinhala: syllables of a consonant and a vowel sign, which `re` does not count as a letter."""
MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u0900-\u0963\u0966-\u0df3\u1a20-\u1aff\u200c\u200d"
)
"""Vowel signs and other marks that belong to a word but are no letters to `re`."""
LETTERS = {
    "latin": "A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff",
    "cyrillic": "\u0400-\u052f",
    "arabic": "\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f",
    "han": HAN,
    "kana": HIRAGANA + KATAKANA,
    "ko": HANGUL,
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "he": "\u05d0-\u05ea",
    "hy": "\u0531-\u0587",
    "ka": "\u10a0-\u10ff\u1c90-\u1cbf",
    "th": "\u0e01-\u0e2e\u0e30-\u0e45",
    "lo": "\u0e81-\u0edf",
    "km": "\u1780-\u17d3",
    "my": BURMESE,
    "devanagari": DEVANAGARI,
    "bn": "\u0980-\u09ff",
    "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff",
    "or": "\u0b00-\u0b7f",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "kn": "\u0c80-\u0cff",
    "ml": "\u0d00-\u0d7f",
    "si": "\u0d80-\u0dff",
    "am": "\u1200-\u137f",
    "iu": "\u1400-\u167f",
}
"""The letters of each script, by a language code where only one language that we know is written in it."""
