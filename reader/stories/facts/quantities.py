"""Figures in a text and what they count, in several languages: `58,400 spectators`, `vierzehn Tote`, `some 1.2 m`.

Plain functions of a text. Not here: which of them disagree (disagreements.py), what differs inside two sentences that
match word by word (diff.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reader.language.figures import CARDINALS
from reader.language.words import root, stop_words

_NUMBER = re.compile(
    r"(?<![\w.,:/-])(?P<money>[$€£¥]\s?)?"
    r"(?P<number>\d{1,3}(?:[.,\u00a0\u202f’ ]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
    r"(?P<glued>(?:bn|mn|m|k)(?!\w))?(?P<after>\s?[$€£¥%])?(?![\d:/]|-\w|st\b|nd\b|rd\b|th\b|\.\d)"
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_TENS = ("thirty dreißig trente treinta тридцать", "forty vierzig quarante cuarenta сорок",
         "fifty fünfzig cinquante cincuenta пятьдесят", "sixty sechzig soixante sesenta шестьдесят",
         "seventy siebzig setenta семьдесят", "eighty achtzig ochenta восемьдесят",
         "ninety neunzig noventa девяносто")  # fmt: skip
_SCALES = (
    (1e2, "hundred hundert cent cien ciento сто"),
    (1e3, "thousand tausend mille mil тысяча тысячи тысяч тыс k"),
    (1e6, "million millions millionen mio millón millones миллион миллиона миллионов млн m mn"),
    (1e9, "billion billions milliarde milliarden mrd milliard milliards миллиард миллиарда миллиардов млрд bn"),
)
_CONCEPTS = {
    "dead": "dead died dies killed kills killing deaths death toll fatalities perished tote toten toter todesopfer"
    " getötet starben gestorben leben morts mort tués tué décès mortes muertos muerto murieron fallecidos fallecieron"
    " мертвы погибших погибли погибло погиб убиты убито жертв жертвами morti uccisi vittime",
    "injured": "injured injuries wounded hurt injuring wounding verletzte verletzten verletzt verwundet blessés blessé"
    " blessées heridos heridas lesionados раненых ранены ранено пострадали пострадавших feriti",
    "missing": "missing unaccounted vermisst vermisste vermissten disparus disparu desaparecidos пропавших пропали"
    " dispersi",
    "arrested": "arrested arrests detained arresting festgenommen festnahmen verhaftet arrêtés arrestations interpellés"
    " detenidos arrestados detenciones задержаны задержали задержано арестованы",
    "evacuated": "evacuated evacuating evacuees displaced evakuiert évacués evacuados desalojados эвакуированы"
    " эвакуировали эвакуировано",
    "crowd": "spectators spectator crowd attendance fans onlookers zuschauer zuschauern fans spectateurs espectadores"
    " зрителей зрители",
    "marchers": "protesters demonstrators marchers protestors marched demonstrated protested demonstranten"
    " demonstrierten protestierten manifestants manifesté défilé manifestantes manifestaron marcharon демонстрантов"
    " протестующих",
    "passengers": "passengers passagiere passagieren fahrgäste passagers pasajeros пассажиров пассажира passeggeri",
    "houses": "houses homes häuser maisons casas viviendas домов дома",
    "magnitude": "magnitude stärke magnitud магнитудой магнитуда",
    "jobs": "jobs arbeitsplätze stellen emplois empleos",
    "hectares": "hectares hektar hectáreas гектаров",
    "percent": "percent prozent процентов процента",
    "money": "euros euro dollars dollar pounds dólares долларов евро рублей francs",
    "ships": "ships vessels schiffe navires barcos кораблей судов",
    "strikers": "strikers streikende streikenden grévistes huelguistas",
    "metres": "metres meters meter mètres metros метров",
    "km": "km kilometres kilometers kilometer kilomètres kilómetros километров",
    "miles": "miles mile",
}  # fmt: skip
TOTALS = frozenset(
    (
        "dead",
        "injured",
        "missing",
        "arrested",
        "evacuated",
        "crowd",
        "marchers",
        "passengers",
        "magnitude",
        "strikers",
        "hectares",
    )
)
"""What a report counts once; other things may be counted many times."""
_MEASURES = frozenset(("magnitude", "hectares"))
"""What is measured, of which nobody is counted."""
_WHO = frozenset(("crowd", "marchers", "passengers", "strikers"))
"""People whom something may have happened to, which then is what counts."""
UNTOLD = "?"
"""What a large figure counts of which nothing tells it: `the 58,400 in the Seestadion`."""
_ROUGH = re.compile(
    r"\b(?:about|around|some|roughly|nearly|almost|approximately|rund|etwa|ungefähr|fast|knapp|gut|circa|environ"
    r"|près de|quelque|presque|unos|unas|cerca de|casi|alrededor de|около|примерно|почти)\W+$",
    re.IGNORECASE,
)
_LEAST = re.compile(
    r"\b(?:at least|more than|over|mindestens|mehr als|über|au moins|plus de|al menos|más de|не менее|более|свыше)\W+$",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"\b(?:at most|up to|fewer than|less than|under|höchstens|bis zu|weniger als|jusqu'à|moins de|hasta|menos de|до"
    r"|менее)\W+$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:including|among them|of whom|of them|another|further|additional|other|more|darunter|davon|weitere|dont|parmi"
    r"|autres|incluidos|entre ellos|otros|otras|из них|в том числе|ещё|еще|aged|between|one in|\d and)\W+(?:\w+\W+)?$",
    re.IGNORECASE,
)
"""A part of a figure, or one that adds to it."""
_NO_COUNT_AFTER = re.compile(
    r"[\s\u00a0]+(?:(?:more|further|consecutive|straight)\s)?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|times?|a\.?m|p\.?m"
    r"|o.clock|uhr|jahre?n?|monate?n?|wochen?|tage?n?|stunden?|minuten?|mal|ans?|mois|semaines?|jours?|heures?|minutes?|fois"
    r"|años?|mes(?:es)?|semanas?|días?|horas?|minutos?|veces|лет|года?|месяц\w*|недел\w+|дн\w+|час\w*|минут\w*|раз|bullets?|shots?"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli"
    r"|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|de\s[a-z]+bre"
    r"|de\s(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto)|января|февраля|марта|апреля|мая|июня|июля|августа|сентября"
    r"|октября|ноября|декабря)\b",
    re.IGNORECASE,
)
"""What makes a figure a duration, an hour or a date."""
_DATE_BEFORE = re.compile(
    r"(?:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?|\bage[ds]?(?: of)?|№|\bno\.?|[’'.])\s?$",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(
    r"\s+(?:others?|more|of (?:them|whom|those|the)|additional|further|autres|weitere|otros|otras|других)\b",
    re.IGNORECASE,
)
_CONVERTED = re.compile(r"\w\s?\($")
"""What stands before a figure told again in another unit: `58 km (36 miles)`."""
_LABEL = re.compile(r"(?<=[a-z,] )([A-Z][a-z]+)\s$")
"""A name whose number it is: `Channel 2`, `Flight 370`."""
_GENERIC = frozenset(
    ("people", "persons", "person", "lives", "menschen", "leute", "personen", "personnes", "gens", "personas",
     "persone", "человек", "человека", "людей")
)  # fmt: skip
_AGE = re.compile(r"[^\W\d_a-z]\w*,\s$")
_BREAK = re.compile(r"[,;:()–—]|\b(?:and|und|et|y|и|e|while|but|mais|aber|pero|но)\b", re.IGNORECASE)
_FIGURE_BEFORE = re.compile(r"\d[\s\u00a0]+$")
_FAR = 60
"""Characters from a figure to the word that says what it counts, at most, behind it; before it, twice as many."""
_BEYOND = 25
"""What a break between them counts as, in characters."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in a text."""

    start: int
    end: int
    value: float
    of: str
    """What it counts: `dead` in every language, else the root of the noun."""
    rough: bool = False
    least: bool = False
    most: bool = False
    counted: frozenset[str] = frozenset()
    """Who or what exactly, where more is told than `people`: the roots of `climbers`, `Turkish soldiers`."""
    headless: bool = False
    """Whether no word behind it tells: `killed 17`, `the toll stands at 17`."""

    def agrees(self, other: Quantity) -> bool:
        """Whether both can be true: rounded, `at least` and `up to` taken for what they say."""
        if self.value == other.value:
            return True
        low, high = sorted((self, other), key=lambda one: one.value)
        if low.least or high.most:
            return True
        loose = self.rough or other.rough or min(self.value, other.value) >= 1000
        return loose and any(_rounded(one.value, two.value) for one, two in ((low, high), (high, low)))


def _rounded(exact: float, round_one: float) -> bool:
    """Whether `round_one` is `exact` with fewer digits."""
    digits = len(f"{round_one:.6g}".replace(".", "").rstrip("0").split("e")[0]) or 1
    return float(f"{exact:.{digits}g}") == round_one and digits <= 3


def quantities(text: str, start: int, end: int, language: str | None) -> Iterator[Quantity]:
    """The figures of a sentence that count something that can be told, in order; years, hours and ages are none."""
    for at, last, value, unit in _numbers(text, start, end):
        before = text[max(start, at - 40) : at]
        if _PART.search(before) or _NO_COUNT_AFTER.match(text, last, end) or _no_count(text, start, at, last, end):
            continue
        of = unit or _concept(text, start, at, last, end) or _noun(text, last, end, language)
        of = of or (UNTOLD if value >= 1000 else "")
        if of:
            yield Quantity(
                at, last, value, of, _ROUGH.search(before) is not None, _LEAST.search(before) is not None,
                _MOST.search(before) is not None, *_counted(text, last, end, language, of),
            )  # fmt: skip


def numbers(text: str, start: int, end: int) -> Iterator[float]:
    """The numbers of a sentence, in figures or words, whatever they count; years are none."""
    return (value for _, _, value, _ in _numbers(text, start, end))


def _no_count(text: str, start: int, at: int, last: int, end: int) -> bool:
    """Whether a figure is a date, a number of something or somebody's age: `March 9`, `Kai Brandt, 46,`."""
    before = text[max(start, at - 20) : at]
    return (
        bool(_DATE_BEFORE.search(before) or _PART_AFTER.match(text, last, end) or _CONVERTED.search(before))
        or (bool(_AGE.search(before)) and text[last : last + 1] in ",.;)")
        or bool(
            text[at].isdigit() and _LABEL.search(before) and not re.compile(r"\s[^\W\d_A-Z]").match(text, last, end)
        )
    )


def _numbers(text: str, start: int, end: int) -> Iterator[tuple[int, int, float, str]]:
    taken = start
    for match in re.finditer(rf"{_NUMBER.pattern}|(?P<word>{_WORD.pattern})", text[start:end]):
        at, last = match.start() + start, match.end() + start
        if at < taken:
            continue
        if match["word"]:
            value = _spelled(match["word"].casefold())
            if value is None:
                continue
            unit = ""
        else:
            value = _read(match["number"]) * _scale(match["glued"] or "")
            money = (match["money"] or match["after"] or "").strip()
            unit = "percent" if money == "%" else "money" if money else ""
            if re.fullmatch(r"(?:1[5-9]|20)\d\d", match["number"]) and not unit:
                continue
        while scale := _SCALE_NEXT.match(text, last, end):
            factor = _scale(scale.group(1).casefold())
            if factor == 1:
                break
            value, last = value * factor, scale.end()
        taken = last
        yield at, last, value, unit


_SCALE_NEXT = re.compile(r"[\s\u00a0]+([^\W\d_]+)\.?")


def _read(number: str) -> float:
    number = re.sub(r"[\u00a0\u202f’ ]", "", number)
    whole = (
        re.sub(r"[.,](?=\d{3}(?:\D|$))", "", number) if re.search(r"^[1-9]\d{0,2}(?:[.,]\d{3})+", number) else number
    )
    return float(whole.replace(",", "."))


@cache
def _small() -> dict[str, int]:
    small = {word: value for value, words in enumerate(CARDINALS) for word in words.split()}
    tens = {word: 10 * value for value, words in enumerate(_TENS, 3) for word in words.split()}
    return {word: value for word, value in (small | tens).items() if word not in ("once", "eine", "eins")}


def _spelled(word: str) -> float | None:
    known = _small().get(word)
    if known is not None:
        return float(known)
    tens, _, ones = word.partition("-")
    parts = _small().get(tens), 1 if ones in ("one", "un") else _small().get(ones)
    return float(parts[0] + parts[1]) if parts[0] and parts[1] and parts[0] % 10 == 0 > parts[1] - 10 else None


@cache
def _scales() -> dict[str, float]:
    return {word: factor for factor, words in _SCALES for word in words.split()}


def _scale(word: str) -> float:
    return _scales().get(word, 1.0)


@cache
def _concepts() -> dict[str, str]:
    return {word: concept for concept, words in _CONCEPTS.items() for word in words.split()}


def concept_of(word: str) -> str | None:
    """What figures beside a word count, if it is one of the table here."""
    return _concepts().get(word)


def _concept(text: str, start: int, at: int, last: int, end: int) -> str | None:
    """The nearest word that tells what is counted, one behind the figure before one that stands before it."""
    best: tuple[float, str] | None = None
    for match in _WORD.finditer(text, last, min(end, last + _FAR)):
        concept = _concepts().get(match.group().casefold())
        if concept:
            gap = text[last : match.start()]
            if best is None or not _BREAK.search(gap):  # `nine passengers were injured`: injured, not passengers
                best = (len(gap) + _BEYOND * len(_BREAK.findall(gap)), concept)
            if concept not in _WHO:
                break
        if re.search(r"\d", text[last : match.start()]) or _spelled(match.group().casefold()) is not None:
            break
    for match in _WORD.finditer(text, max(start, at - 2 * _FAR), at):
        concept = _concepts().get(match.group().casefold())
        if concept:
            gap = text[match.end() : at]
            if _BREAK.search(gap) and _FIGURE_BEFORE.search(text, max(start, match.start() - 3), match.start()):
                continue  # `900 hectares and moved 300 people`: the hectares are those of the 900
            cost = len(gap) + _BEYOND * len(_BREAK.findall(gap)) + 5
            befell = best is not None and best[1] in _WHO and concept not in _WHO and not _BREAK.search(gap)
            if not re.search(r"\d", gap) and (best is None or befell or cost < best[0]):
                best = (cost, concept)
    reach = _FAR if _BREAK.search(text, max(start, at - 2 * _FAR), at) else 2 * _FAR
    return best[1] if best and best[0] <= reach else None


def _noun(text: str, last: int, end: int, language: str | None) -> str | None:
    match = re.compile(r"[\s\u00a0]+([^\W\d_]{4,})").match(text, last, end)
    word = match.group(1).casefold() if match else ""
    return f"={root(word)}" if word and word not in stop_words(language) else None


def _counted(text: str, last: int, end: int, language: str | None, of: str) -> tuple[frozenset[str], bool]:
    """The roots of at most three words behind a figure that tell who is counted; and whether there is no word."""
    if of in _MEASURES:
        return frozenset(), True
    stop, found, at = stop_words(language), set[str](), last
    for _ in range(3):
        match = _COUNTED_NEXT.match(text, at, end)
        word = match.group(1).casefold() if match else ""
        if word in _GENERIC:
            return frozenset(), False
        if not match or word in stop:
            break
        if concept_of(word) != of:  # `eight detained officers` are officers
            found.add(root(word))
        at = match.end()
    return frozenset(found), not found


_COUNTED_NEXT = re.compile(r"[\s\u00a0]+([^\W\d_]+(?:-[^\W\d_]+)*)")
