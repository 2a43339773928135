"""Words, stems and stop words.

Words are cut so that two texts about one thing share them: lower-cased, elisions taken off, scripts without blanks
between words cut into short overlapping pieces. Not here: sentences, names.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from reader.language.common_words import COMMON_WORDS
from reader.scripts import BURMESE, HAN, HIRAGANA, KATAKANA, KHMER_LETTERS, MARKS, THAI_AND_LAO

_NO_BLANKS = f"{THAI_AND_LAO}{BURMESE}{KHMER_LETTERS}"
_UNSPACED = f"{HAN}{HIRAGANA}{KATAKANA}々{_NO_BLANKS}"
_WORD = re.compile(
    f"[{HAN}々]+|[{HIRAGANA}]+|[{KATAKANA}]+|[{_NO_BLANKS}]+"
    f"|(?:[^\\W_{_UNSPACED}][{MARKS}]*)+(?:['’.-](?:[^\\W_{_UNSPACED}][{MARKS}]*)+)*"
)
ALL = "+" if sys.version_info >= (3, 11) else ""
"""Behind `+` or `*`: take all and never try with less, which could not match either. Python 3.10 has no sign for it."""
_LATIN_WORD = re.compile(rf"[^\W_]+{ALL}(?:['.-][^\W_]+{ALL})*{ALL}")
_PLAIN_WORD = re.compile(rf"[a-z0-9]+{ALL}(?:['.-][a-z0-9]+{ALL})*{ALL}")
_BEYOND_LATIN = re.compile("[^\x00-\u02ff\u2000-\u20ff]")
"""Without these the short pattern finds the same words several times as fast."""
_FIRST_UNSPACED = re.compile(f"[{_UNSPACED}]")
_ELISION = re.compile(r"(l|d|j|m|t|s|n|c|qu|un|jusqu|lorsqu|puisqu|all|dall|dell|nell|sull|quest|gl)'(?=\w{3})")
_POSSESSIVE = re.compile(r"'s?$")

_SUMY_LISTS = {
    "ar": "arabic", "zh": "chinese", "cs": "czech", "en": "english", "fr": "french", "de": "german", "el": "greek",
    "he": "hebrew", "it": "italian", "ja": "japanese", "ko": "korean", "pl": "polish", "pt": "portuguese",
    "sk": "slovak", "es": "spanish", "sv": "swedish", "th": "thai", "uk": "ukrainian",
}  # fmt: skip
_SNOWBALL = {
    "ar": "ArabicStemmer", "da": "DanishStemmer", "nl": "DutchStemmer", "en": "EnglishStemmer", "fi": "FinnishStemmer",
    "fr": "FrenchStemmer", "de": "GermanStemmer", "hu": "HungarianStemmer", "it": "ItalianStemmer",
    "no": "NorwegianStemmer", "pt": "PortugueseStemmer", "ro": "RomanianStemmer", "ru": "RussianStemmer",
    "es": "SpanishStemmer", "sv": "SwedishStemmer",
}  # fmt: skip
_SUMY_STEMMERS = {"uk": "ukrainian", "cs": "czech", "sk": "czech"}
"""Those that need no package beside sumy: its Greek one wants another, and fails at the first word without it."""

_POLISH_ENDINGS = (
    "owaniami", "owaniach", "owania", "owanie", "owaniu", "ościami", "ościach", "ości", "ością", "ość",
    "iego", "iemu", "ami", "ach", "owi", "owie", "iem", "ego", "emu", "ych", "ymi", "ich", "imi", "ów", "om", "em",
    "ie", "ej", "ą", "ę", "a", "e", "i", "o", "u", "y",
)  # fmt: skip
"""Of nouns and adjectives, the longer before those they end in (sumy's Polish stemmer wants a package of its own)."""


def straight(text: str) -> str:
    """`text` without the marks that printers have and typewriters have not; its words are the same.

    Most English texts are ASCII then, which is several times as quick to go through.
    """
    return text.replace("’", "'").replace("“", "  ").replace("”", "  ").replace("—", "  ").replace("–", "  ")


def words(text: str) -> list[str]:
    """The words of `text` in order, lower-cased.

    `l'homme` gives `l`, `homme`; `Putin's` gives `putin`; `17-year-old`, `U.S` and `3.5` stay whole. Runs of Chinese
    characters give overlapping pairs, Thai, Lao, Burmese and Khmer overlapping triples; Japanese is cut where its
    scripts change, too.
    """
    plain = text.isascii()
    if not plain:
        text = straight(text)
        plain = text.isascii()
    if not plain:
        text = unicodedata.normalize("NFC", text).replace("İ", "i")
    text = text.lower()
    if plain:
        found: list[str] = _PLAIN_WORD.findall(text)
    elif not _BEYOND_LATIN.search(text):
        found = _LATIN_WORD.findall(text)
    else:
        found = _WORD.findall(text)
        if _FIRST_UNSPACED.search(text):
            found = [piece for word in found for piece in (_pieces(word) if _FIRST_UNSPACED.match(word) else (word,))]
    if "'" in text:
        for i in [i for i, word in enumerate(found) if "'" in word][::-1]:
            found[i : i + 1] = _without_apostrophes(found[i])
    return found


@lru_cache(maxsize=5_000)
def _without_apostrophes(word: str) -> tuple[str, ...]:
    """`l'homme` in two, `putin's` without its ending."""
    elided = _ELISION.match(word)
    if elided:
        return (elided.group(1), _POSSESSIVE.sub("", word[elided.end() :]))
    return (_POSSESSIVE.sub("", word),)


def _pieces(run: str) -> list[str]:
    """What stands for the words of a run in a script without blanks."""
    if re.match(f"[{HIRAGANA}{KATAKANA}]", run):
        return [run]
    size = 2 if re.match(f"[{HAN}々]", run) else 3
    if len(run) <= size:
        return [run]
    return [run[i : i + size] for i in range(len(run) - size + 1)]


def stem(word: str, language: str | None) -> str:
    """The stem of a lower-cased word: Snowball where nltk has it, sumy's stemmers for Ukrainian, Czech and Slovak.

    Polish words lose an ending of nouns or adjectives. Turkish words are cut to five letters, which serves about as
    well as an analyser (Can et al., "Information retrieval on Turkish texts", JASIST 2008). Other languages: the word
    itself. The first call for a language loads nltk.
    """
    return _stem(word, language or "")


@lru_cache(maxsize=100_000)
def _stem(word: str, language: str) -> str:
    return _stemmer(language)(word)


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    if language in _SNOWBALL:
        from nltk.stem import snowball  # slow to load

        stemmer: Callable[[str], str] = getattr(snowball, _SNOWBALL[language])().stem
        return stemmer
    if language in _SUMY_STEMMERS:
        from importlib import import_module  # loads nltk as well

        module = import_module(f"sumy.nlp.stemmers.{_SUMY_STEMMERS[language]}")
        other: Callable[[str], str] = module.stem_word
        # The Czech one prints a warning for whatever is not in lower case, and figures are in none.
        return lambda word: other(word) if word.islower() else word
    if language == "pl":
        return _without_polish_ending
    if language == "tr":
        return lambda word: word.split("'")[0][:5]
    return lambda word: word


def _without_polish_ending(word: str) -> str:
    ending = next((e for e in _POLISH_ENDINGS if word.endswith(e) and len(word) - len(e) >= 3), "")
    return word[: len(word) - len(ending)]


ROOT = 6
"""Letters in a root."""


def root(word: str) -> str:
    """A stem for any language without any library: the first six letters of a word.

    Cruder than `stem`, but at hand at once; enough to see that two sentences speak of the same things.
    """
    return word[:ROOT]


@cache
def stop_words(language: str | None) -> frozenset[str]:
    """Lower-cased words too common to tell what a text is about; empty for a language we know nothing of."""
    own = COMMON_WORDS.get(language or "", frozenset())
    name = _SUMY_LISTS.get(language or "")
    return own | _sumy_list(name) if name else own


def _sumy_list(name: str) -> frozenset[str]:
    """One of the stop-word files inside sumy, found without importing sumy (which would load nltk)."""
    spec = find_spec("sumy")
    places = list(spec.submodule_search_locations or ()) if spec else []
    for place in places:
        path = Path(place) / "data" / "stopwords" / f"{name}.txt"
        try:
            return frozenset(path.read_text(encoding="utf-8").lower().replace("’", "'").split())
        except (OSError, UnicodeError):
            continue
    return frozenset()
