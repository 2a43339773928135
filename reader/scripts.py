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
migration that builds the index anew.
"""
ARABIC = "\u0600-\u06ff"
INDIC = "\u0900-\u0dff"
"""Devanagari to Sinhala: syllables of a consonant and a vowel sign, which `re` does not count as a letter."""
MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u0900-\u0963\u0966-\u0df3\u1a20-\u1aff\u200c\u200d"
)
"""Vowel signs and other marks that belong to a word but are no letters to `re`."""
