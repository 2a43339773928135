"""Days and months by their names in several languages, and what a headline says apart from the day it is of.

Not here: dates of articles (cleaning), days that disagree (stories).
"""

from __future__ import annotations

import re
from functools import cache

_WEEKDAYS = (
    "monday montag lundi lunes lunedì segunda-feira poniedziałek понедельник",
    "tuesday dienstag mardi martes martedì terça-feira wtorek вторник",
    "wednesday mittwoch mercredi miércoles mercoledì quarta-feira środa środę среда среду",
    "thursday donnerstag jeudi jueves giovedì quinta-feira czwartek четверг",
    "friday freitag vendredi viernes venerdì sexta-feira piątek пятница пятницу",
    "saturday samstag sonnabend samedi sábado sabato sobota sobotę суббота субботу",
    "sunday sonntag dimanche domingo domenica niedziela niedzielę воскресенье",
)
_MONTHS = (
    "january januar janvier enero gennaio janeiro stycznia января",
    "february februar février febrero febbraio fevereiro lutego февраля",
    "märz mars marzo março marca марта",
    "april avril abril aprile kwietnia апреля",
    "mai mayo maggio maio maja мая",
    "june juni juin junio giugno junho czerwca июня",
    "july juli juillet julio luglio julho lipca июля",
    "august août agosto sierpnia августа",
    "september septembre septiembre settembre setembro września сентября",
    "october oktober octobre octubre ottobre outubro października октября",
    "november novembre noviembre novembro listopada ноября",
    "december dezember décembre diciembre dicembre dezembro grudnia декабря",
)
_SHORT = "mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec"
_DATE = re.compile(
    r"\b(?:\d{1,2}[./-]\d{1,2}(?:[./-](?:\d{4}|\d\d)?)?|\d{4}-\d\d-\d\d)(?!\w)|(?:#|№|\b(?:no|nr|núm|nº|n°)\.?)\s?\d+"
)
"""A date in figures, or the number of an edition."""
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_DAY_OR_YEAR = re.compile(r"(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th)?")


@cache
def weekdays() -> dict[str, int]:
    """The names of the days, in small letters; Monday is 0."""
    return {name: number for number, names in enumerate(_WEEKDAYS) for name in names.split()}


@cache
def months() -> dict[str, int]:
    """The names of the months, in small letters, but those that are other words too; January is 1."""
    return {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}


def rubric(headline: str) -> str:
    """What a headline says apart from its day, date or number: the same for all editions of a column.

    `Morning briefing: Wednesday` and `Morning briefing: 15 January` give `morning briefing`; empty if nothing is left.
    """
    words = _WORD.findall(_DATE.sub(" ", headline.casefold()))
    figures = [_DAY_OR_YEAR.fullmatch(word) is not None for word in words]
    named = [
        word in dated_words() or (word in ("march", "may") and any(figures[max(0, at - 1) : at + 2]))
        for at, word in enumerate(words)
    ]
    dated = [named[at] or (figures[at] and any(named[max(0, at - 2) : at + 3])) for at in range(len(words))]
    return " ".join(word for word, left_out in zip(words, dated, strict=True) if not left_out)


@cache
def dated_words() -> frozenset[str]:
    """The names of days and months, also cut short, in small letters."""
    return frozenset((*weekdays(), *months(), *_SHORT.split()))
