"""Which language a text is in, from its script, its letters and its most frequent words.

No library and no model: news articles are long enough for the commonest words to decide. Not here: what to do in each
language.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from reader.language.common_words import COMMON_WORDS
from reader.language.words import words
from reader.scripts import LETTERS

_READ = 4_000
"""Characters looked at: more would not change the answer."""

_SCRIPT = {name: re.compile(f"[{characters}]+") for name, characters in LETTERS.items()}
_LATIN = _SCRIPT["latin"]
_SOME_LATIN = re.compile(f"[{LETTERS['latin']}][^{LETTERS['latin']}]*[{LETTERS['latin']}]")
_BEYOND_LATIN = re.compile("[^\x00-\u024f\u2010-\u2044]")
"""Curly quotation marks and dashes stand in Latin texts too."""

_CANDIDATES = {  # of each script
    "latin": "en de fr es it pt nl pl cs sk sl hr sv da no fi et hu ro tr az id ms vi lt lv ca sq sw af",
    "cyrillic": "ru uk be bg sr mk kk",
    "arabic": "ar fa ur ps",
    "devanagari": "hi mr",
}
_OWN_LETTERS = {
    "de": "ß", "fr": "œêùûëîï", "es": "ñ¿¡", "pt": "ãõ", "pl": "łśżźćńęą", "cs": "řěů", "sk": "ľĺŕô", "hr": "đć",
    "sv": "äå", "da": "æø", "no": "æø", "fi": "äö", "et": "õäü", "hu": "őű", "ro": "țșăţş", "tr": "ğış", "az": "ə",
    "vi": "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư", "lt": "ėųūįš", "lv": "āēīķļņģ", "ca": "·ïç", "sq": "ë",
    "ru": "ыэё", "uk": "іїєґ", "be": "ўі", "bg": "ъщ", "sr": "ђћјљњџ", "mk": "ѓќѕј", "kk": "әіңғүұқөһ",
    "ar": "ةىؤإ", "fa": "پچژگیک", "ur": "ٹڈڑےںھہ", "ps": "ټډړښځڅېۍ", "mr": "ळ",
}  # fmt: skip
"""Letters that speak for a language among those of its script."""
_FOREIGN_LETTERS = {
    "ru": "іїєґўђћјљњџәңғүұқө", "uk": "ыэёўъјљњџ", "be": "иїєщъ", "bg": "ыэёіїєјљњ", "sr": "ыэёіїєщъяю",
    "mk": "ыэёіїєъяюљћђ", "kk": "їєґўђћ", "ar": "پچژگټډړښځڅےںٹڈکی", "fa": "ټډړښځڅےںٹڈةىي", "ur": "ټډښځڅيك",
}  # fmt: skip
"""Letters that speak against it."""

_WORD_SAYS: dict[str, list[tuple[str, int]]] = {}
"""For each common word, which languages it speaks for and how strongly: 100 when it is of one language alone."""
_LETTER_SAYS: dict[str, list[tuple[str, int]]] = {}
"""The same for letters, which may also speak against a language."""
for _codes in map(str.split, _CANDIDATES.values()):
    _shared = Counter(word for code in _codes for word in COMMON_WORDS[code])
    for _code in _codes:
        for _word in COMMON_WORDS[_code]:
            _WORD_SAYS.setdefault(_word, []).append((_code, round(100 / _shared[_word])))
        for _letter in _OWN_LETTERS.get(_code, ""):
            _LETTER_SAYS.setdefault(_letter, []).append((_code, 25))
        for _letter in _FOREIGN_LETTERS.get(_code, ""):
            _LETTER_SAYS.setdefault(_letter, []).append((_code, -60))


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the language most of `text` is written in, or None when there is too little to tell.

    Looks at the first 4,000 characters.
    """
    text = text[:_READ]
    if text.isascii() or _BEYOND_LATIN.search(text) is None:
        return _by_words(text, _CANDIDATES["latin"].split()) if _SOME_LATIN.search(text) else None
    counts = _by_script(text)
    letters = sum(counts.values())
    if letters < 2:
        return None
    if counts["kana"] and counts["kana"] + counts["han"] > letters / 2:
        # A Chinese text may quote a Japanese name; a Japanese one is never without kana.
        return "ja" if counts["kana"] > 0.05 * counts["han"] else "zh"
    script = max(counts, key=lambda name: counts[name])
    if counts[script] < letters / 2:
        return None
    if script == "han":
        return "zh"
    if script in _CANDIDATES:
        return _by_words(text, _CANDIDATES[script].split())
    return script if len(script) == 2 else None


def _by_script(text: str) -> dict[str, int]:
    """How many characters of each script there are. Other scripts are looked for only in what is left by Latin."""
    counts = dict.fromkeys(_SCRIPT, 0)
    counts["latin"] = len("".join(_LATIN.findall(text)))
    others = "".join([character for character in text if character > "\u024f"])
    for name, pattern in _SCRIPT.items():
        if name != "latin":
            counts[name] = len("".join(pattern.findall(others)))
    return counts


def _by_words(text: str, candidates: list[str]) -> str | None:
    """The candidate whose common words and letters are most frequent, if it is clearly ahead of the next."""
    points: dict[str, int] = defaultdict(int)
    for token in words(text):
        for code, weight in _WORD_SAYS.get(token, ()):
            points[code] += weight
    lowered = text.lower()
    for letter in _LETTER_SAYS.keys() & set(lowered) if not text.isascii() else ():
        for code, weight in _LETTER_SAYS[letter]:
            points[code] += lowered.count(letter) * weight
    second, best = sorted([points[code] for code in candidates])[-2:]
    enough = best >= 100 and (best > 1.08 * second or best - second >= 150)
    return next(code for code in candidates if points[code] == best) if enough else None
