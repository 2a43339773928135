"""One key for one name in all its spellings: Zelensky, Zelenskyy, Selenskyj, Зеленский.

Romanisation of Cyrillic and Greek, folding of what differs between transliterations, forms of given names. Not here:
where names stand in a text (`mentions`), places (`places`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Sequence
from functools import cache, lru_cache
from pathlib import Path

from reader.language.names.word_lists import FAMILY_FIRST

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "і": "i", "ї": "i", "є": "e", "ґ": "g", "ў": "v", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz",
}  # fmt: skip
_GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
    "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "i", "φ": "f",
    "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
_OTHER = {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i", "ħ": "h"}
_LETTERS = {**_CYRILLIC, **_GREEK, **_OTHER}

_CYRILLIC_CASES = (
    (re.compile("(?<=ск)(ого|ому|им|ом|ая|ой|ую|ими|их|ий|і|а|у)$"), "ий"),
    (re.compile("(?<=[оеё]в)(а|у|ым|им|е|ом|ой|ою|ым|ых|ыми)$"), ""),
    (re.compile("(?<=ин)(а|у|ым|е|ой|ою|ых|ыми)$"), ""),
    (re.compile("(?<=...[бвгджзклмнпрстфхцчшщ])(а|у|ом|ем|е|и|ы)$"), ""),
)
"""Case endings of Slavic surnames in Cyrillic; the base form is what other languages borrow."""

_FOLDS = (
    (re.compile("tsch|tch|tsh|sch|sh|sz|cz|ch|zh"), "s"),
    (re.compile("kh"), "h"),
    (re.compile("gu(?=[eiy])"), "g"),
    (re.compile("ph"), "f"),
    (re.compile("[tdgb]h"), lambda m: m.group()[0]),
    (re.compile("ts|tz"), "s"),
    (re.compile("x"), "ks"),
    (re.compile("ck|q"), "k"),
    (re.compile("[zc](?=[eiy])|z"), "s"),
    (re.compile("c"), "k"),
    (re.compile("w"), "v"),
    (re.compile("ou|oe|ue|oo"), lambda m: "o" if m.group() == "oe" else "u"),
    (re.compile("ae"), "a"),
    (re.compile("[yj]"), "i"),
    (re.compile(r"(\w)\1+"), r"\1"),
    (re.compile("^ie|(?<=[^aeiou])ie"), "e"),
    (re.compile("(?<=..[oe])f$"), "v"),
    (re.compile("(?<=s)ov$"), "ev"),
    (re.compile("(?<=in)e$"), ""),
    (re.compile("(?<=sk)(?:ii?|ei|ai|a)?$"), "i"),
    (re.compile("(?<=...enk)a$"), "o"),
)
"""From what transliterations differ in to one form; made for matching, not for reading."""

_PREFIX = re.compile(r"^(?:(?:al|el|as|ash|ad|an|ar|at|az)[- ](?=\w{3})|[dlo]['’](?=\w{3}))", re.IGNORECASE)

_GIVEN_FORMS = """
vladimir volodymyr wladimir wolodymyr vladimír włodzimierz uladzimir владимир володимир
alexander alexandr aleksandr oleksandr alexandre alejandro alessandro aleksander aliaksandr александр олександр
sergei sergey serhiy serhii sergej siergiej serge sergio сергей сергій
dmitry dmitri dmitriy dmytro dimitri dmitrij dmitrii дмитрий дмитро
mikhail mikhailo mykhailo michail michael michel miguel michał michele михаил михайло
nikolai nikolay mykola nikolaj nicolai nicholas nicolas mikołaj николай микола
andrei andrey andriy andrii andrej andrew andre andrés andrea andrzej андрей андрій
yuri yury yuriy iurii juri jurij юрий юрій
yulia iulia julija julia yuliya юлия юлія
pavel pavlo pawel paweł paul pablo paolo павел павло
vasily vasyl vasili wassili vassili василий василь
yevgeny evgeny yevhen eugene jewgeni evgeniy евгений євген
viktor victor wiktor vittorio віктор виктор
peter petro pyotr pjotr piotr pedro pietro pierre петр петро
ivan iwan иван іван
john jon jean juan johann johannes giovanni joão
joseph josef iosif yosef jose josé giuseppe józef youssef yusuf
muhammad mohammed mohammad mohamed muhammed mohamad mehmet mohd mahomet
ahmed ahmad achmed ahmet
abdel abdul abd abdal
hosni husni hosny
omar umar oumar
othman osman usman uthman
suleiman sulaiman soleiman sulejman süleyman
khaled khalid
said saeed sayeed
rashid rasheed rachid
jamal gamal djamal
mustafa mostafa moustapha
ibrahim ebrahim
hassan hasan
tariq tarek tareq
faisal faysal feisal
hussein husayn hossein husain hussain hüseyin
ali aly
abdullah abdallah abdulla
catherine katherine katarina kateryna yekaterina ekaterina катерина екатерина
helen elena olena yelena jelena елена олена
anthony antony antonio anton tony
william bill will wilhelm guillaume guillermo
robert bob roberto
james jim jimmy jakob
richard rick ricardo
thomas tom tomas tomás tommaso
edward ed eduardo eduard
stephen steven stefan steve
donald don
joe joey
elizabeth elisabeth
matthew matt matteo matthias
charles karl carlos carl
george georg georges jorge giorgio yuriy
henry heinrich henri enrique
louis ludwig luis luigi
frank francis franz francois francisco francesco
jeffrey jeff geoffrey
gregory greg grigory
daniel dan
david dave
""".strip().splitlines()


def romanise(text: str) -> str:
    """`text` lower-cased and in plain Latin letters as far as its script is known here; other scripts stay."""
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    if not text.isascii():
        text = "".join(_LETTERS.get(c, c) for c in text)
        text = unicodedata.normalize("NFKD", text)
        text = "".join(_LETTERS.get(c, c) for c in text if not unicodedata.combining(c))
    return text


@lru_cache(maxsize=50_000)
def word_key(word: str) -> str:
    """The spelling-independent key of one word of a name; short words are only romanised, lest Chan become Han."""
    key = _folded(word)
    return _one_spelling().get(key, key)


def _folded(word: str) -> str:
    word = unicodedata.normalize("NFC", _PREFIX.sub("", word)).casefold()
    if "\u0400" <= word[:1] <= "\u04ff" and len(word) > 5:
        word = word.replace("ь", "")
        for ending, base in _CYRILLIC_CASES:
            word, changed = ending.subn(base, word)
            if changed:
                break
    key = "".join(c for c in romanise(word) if c.isalnum())
    if len(key) < 5:
        return key
    for fold, into in _FOLDS:
        key = fold.sub(into, key)
    return key


@cache
def _one_spelling() -> dict[str, str]:
    """From each spelling in spellings.txt to the first of its line, both folded."""
    lines = (Path(__file__).parent / "spellings.txt").read_text(encoding="utf-8").splitlines()
    return {_folded(form): _folded(forms[0]) for forms in map(str.split, lines) for form in forms[1:]}


@cache
def _given_keys() -> dict[str, str]:
    return {word_key(form): word_key(line.split()[0]) for line in reversed(_GIVEN_FORMS) for form in line.split()}


def given_key(word: str) -> str:
    """The key of a given name: Volodymyr is Vladimir, Mohamed is Muhammad; an initial stays one letter."""
    key = word_key(word)
    return _given_keys().get(key, key)


def given_keys(word: str) -> set[str]:
    """The keys that a given name may have: in Cyrillic, `Лариса` may be itself or a case of a name without the `а`."""
    key = given_key(word)
    if "\u0400" <= word[:1] <= "\u04ff" and romanise(word)[-1:] == "a" and not key.endswith("a"):
        return {key, key + "a"}
    return {key}


def is_given(word: str) -> bool:
    """Whether the word is a given name of the table here."""
    return word_key(word) in _given_keys()


_SYLLABLE = r"(?:[bcdfghjklmnpqrstwxyz]|ch|sh|zh|hs|ts|ph|th|tr|kh|ng)?[yw]?[aeiou]{1,3}(?:ng|nh|n|k|l|m|p|t|h)?"
_EASTERN_GIVEN = re.compile(rf"{_SYLLABLE}(?:-?{_SYLLABLE})?(?:-{_SYLLABLE})?")
_HYPHENATED = re.compile(rf"{_SYLLABLE}-{_SYLLABLE}")
_UNSURE = frozenset(
    ("li", "ma", "he", "han", "song",
     "kim", "lee", "park", "dong", "cho", "bo", "bui", "wei", "su", "lin", "tan", "jia", "lim", "nguyen", "tran",
     "pham", "hoang", "phan", "vu", "vo", "dang", "ngo", "duong")
)  # fmt: skip
"""Family names that are given names elsewhere, or of people called by their given names: a hyphen or the text tells."""


def family_first(words: Sequence[str], alone: Container[str] = ()) -> bool:
    """Whether a person's family name stands first, as in `Kim Jong-su` and `Xi Lan`.

    alone: keys of words that stand alone as names in the same text, of which one word of the name may be.
    """
    if not 2 <= len(words) <= 3 or words[0].casefold() not in FAMILY_FIRST:
        return False
    given = "-".join(words[1:]).casefold()
    if not _EASTERN_GIVEN.fullmatch(given) or is_given(words[-1]):
        return False
    first, last = word_key(words[0]) in alone, word_key(words[-1]) in alone
    if first != last:
        return first
    hyphen = _HYPHENATED.fullmatch(words[-1].casefold()) is not None and words[-1].rpartition("-")[2].islower()
    return hyphen or (words[0].casefold() not in _UNSURE and words[-1].casefold() not in FAMILY_FIRST)
