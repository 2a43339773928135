"""Numbers in words in several languages, and the words that a number stands beside: `third round`, `magnitude 5.4`.

Not here: what figures count and whether two of them disagree (stories.facts), which of the words say anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

CARDINALS = (
    "zero null zéro cero ноль", "eins eine", "two zwei deux dos два две двое двух",
    "three drei trois tres три трое трёх",
    "four vier quatre cuatro четыре четверо", "five fünf cinq cinco пять пятеро", "six sechs seis шесть шестеро",
    "seven sieben sept siete семь семеро", "eight acht huit ocho восемь", "nine neun neuf nueve девять",
    "ten zehn dix diez десять", "eleven elf onze once одиннадцать", "twelve zwölf douze doce двенадцать",
    "thirteen dreizehn treize trece тринадцать", "fourteen vierzehn quatorze catorce четырнадцать",
    "fifteen fünfzehn quinze quince пятнадцать", "sixteen sechzehn seize dieciséis шестнадцать",
    "seventeen siebzehn dix-sept diecisiete семнадцать", "eighteen achtzehn dix-huit dieciocho восемнадцать",
    "nineteen neunzehn dix-neuf diecinueve девятнадцать", "twenty zwanzig vingt veinte двадцать",
)  # fmt: skip
_ORDINALS = (
    "first erste ersten erster premier première primer primero primera первый первая первого первом первой",
    "second zweite zweiten zweiter deuxième seconde segundo segunda второй вторая второе второго втором",
    "third dritte dritten dritter troisième tercer tercero tercera третий третья третьего третьем третьей",
    "fourth vierte vierten vierter quatrième cuarto cuarta четвёртый четвертый четвёртом четвертом четвёртой четвертой",
    "fifth fünfte fünften fünfter cinquième quinto quinta пятый пятая пятого пятом пятой",
    "sixth sechste sechsten sechster sixième sexto sexta шестой шестая шестого шестом",
    "seventh siebte siebten siebter septième séptimo séptima седьмой седьмая седьмого седьмом",
    "eighth achte achten achter huitième octavo octava восьмой восьмая восьмого восьмом",
    "ninth neunte neunten neunter neuvième noveno novena девятый девятая девятого девятом девятой",
    "tenth zehnte zehnten zehnter dixième décimo décima десятый десятая десятого десятом десятой",
)
_DIGITS = re.compile(r"\d+(?:[.:-]\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")


def numbered(words: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Each number among words in small letters: the word before it, the number in digits, the word behind it.

    At the ends the words are empty. `14th`, `vierzehn` and `1 200` are numbers, the last one in two words.
    """
    at, size = 0, len(words)
    while at < size:
        number, first = _number(words[at]), at
        at += 1
        if number:
            if len(number) < 4 and at < size and len(words[at]) == 3 and words[at].isdigit():
                number += words[at]
                at += 1
            yield words[first - 1] if first else "", number, words[at] if at < size else ""


def _number(word: str) -> str:
    """`word` in digits; empty if it is no number."""
    if not word[0].isdigit():
        return _spelled().get(word, "")
    digits = _DIGITS.match(word)
    number = digits.group() if digits else word
    return number.replace(".", "") if _GROUPED.fullmatch(number) else number


@cache
def _spelled() -> dict[str, str]:
    cardinals = {word: str(value) for value, words in enumerate(CARDINALS) if value > 1 for word in words.split()}
    return cardinals | {word: str(value) for value, words in enumerate(_ORDINALS, 1) for word in words.split()}
