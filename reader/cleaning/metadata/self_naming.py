"""The lines in which an outlet names itself: `About X`, `Jobs at X`, `Try X now`, `X is part of`.

Not here: what else names it, and how much of this settles it (`outlets`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from reader.cleaning.lexicon.joined_lines import JoinedLines
from reader.cleaning.lexicon.words import word_set
from reader.cleaning.metadata.outlet_names import SECTIONS, canonical
from reader.language.media import PRESS

_BEFORE = (
    r"(?:more |mehr |mer |meer |plus |più |más )?(?:about|über|om|over|sobre|acerca de|"
    r"à propos d[eu]|chi è)",
    r"(?:jobs?|careers?|work(?:ing)?|karriere|jobb|werken|travailler|lavora(?:re)?|trabaja|trabalhe)"
    r"(?: (?:at|with|for|bei|i|hos|bij|à|chez|con|com|en|em))?",
    r"(?:contact|kontakt|kontakta|contacter|contactar|contatta|advertise (?:with|in|on)|werben (?:in|bei|auf)|"
    r"annonsera i|annoncer i|annonser i)",
    r"(?:welcome to|willkommen bei|bienvenue (?:sur|à)|bienvenid[oa]s? a|benvenuti (?:su|in)|welkom bij|"
    r"välkommen till|velkommen til)",
    r"(?:subscribe to|support|join|try|s['’]abonner (?:à|au)|abonnez-vous (?:à|au)|suscríbete a|assine|abbonati a|"
    r"prenumerera på|abonner på|neu bei|follow|suivez|folge|segui|sigue a|volg)",
    r"logo(?: of)?",
)
"""What stands before the name, in a line with nothing else."""
_LAST = ("testen", "abonnieren", "unterstützen", "hakkında", "logo", "소개")
"""What stands behind it, in such a line."""
_GLUED = ("について", "とは")
_PART = (
    "is a part of", "is part of", "is owned by", "is published by", "gehört zu",
    "er en del af", "er en del av", "är en del av", "fait partie d", "es parte d", "fa parte d", "maakt deel uit",
)  # fmt: skip
"""What stands behind it, and says more."""
_NAME = r"(?P<name>[^\W_][\w.&'’-]*(?: [^\W_][\w.&'’-]*){0,3}?)"
_LINES = (
    *(re.compile(rf"{words} {_NAME}[!?.:]?", re.IGNORECASE) for words in _BEFORE),
    re.compile(rf"(?:.*\b(?:jetzt|now) )?{_NAME}(?: (?:{'|'.join(_LAST)})|{'|'.join(_GLUED)})[!.]?", re.IGNORECASE),
    re.compile(rf"{_NAME} (?:{'|'.join(_PART)}).*", re.IGNORECASE),
)
_BEGINNING = re.compile(
    r"\n(?:about|über|om|over|sobre|acerca|à|chi|more|mehr|mer|meer|plus|más|più|jobs?|careers?|work|working|karriere|jobb|"
    r"werken|travailler|lavora|lavorare|trabaja|trabalhe|kontakt|kontakta|contact|contacter|contactar|contatta|advertise|"
    r"werben|annonsera|annoncer|annonser|welcome|willkommen|bienvenu\w*|bienvenid\w*|benvenuti|welkom|välkommen|velkommen|"
    r"subscribe|support|join|try|s['’]abonner|abonnez-vous|suscríbete|assine|abbonati|prenumerera|abonner|neu|follow|"
    r"suivez|folge|segui|sigue|volg|logo) "
)
"""How the lines begin in which the name stands last."""
_ENDS = tuple(word + mark for word in (*_LAST, *_GLUED) for mark in ("", "!", "."))
"""How those end in which it stands first."""
_WITHIN = (" part of", "ed by ", "gehört zu", " en del a", "fait partie", " parte d", "maakt deel")
"""Of the others each has one of these in it."""
_LONGEST = 90
_NOBODY = word_set(
    """us uns ons oss nous nos me mich this diese these our unsere author authors autor autoren redaktion cookies
    privacy advertising newsletter newsletters team website site seite page you your dich dir them it deals podcast
    email e-mail e-paper next previous recent welcome blog about über om sobre contact kontakt jobs
    advertise subscribe support today's"""
)
"""Words that begin what else is written about, or offered, and what is no name."""
_PAPERS = re.compile(
    r"(?:post|blatt|zeitung|nachrichten|anzeiger|kurier|rundschau|bladet|posten|avisen|tidende|tidning(?:en)?|krant|"
    r"shimbun|ilbo|新聞|新闻|[日时時晚早商]报|[日時晚早商]報|青年报|都市报|ニュース|新報|일보|신문|뉴스|网|網|电视台|電視台)"
    r"(?:online|オンライン|デジタル)?$"
)
"""How the names of newspapers end."""
_PAPERS_FIRST = word_set("diario diário corriere gazeta gazzetta giornale heraldo jornal periódico tribuna vanguardia")
"""Words that stand first in the names of newspapers."""
_AMBIGUOUS = word_set("express mail press presse record review standard star leader magazine register messenger")
"""Words of newspapers' names that much else is called by."""
_ALONE = 60
"""More lines than this that stand alone twice are not a page's names."""


@lru_cache(maxsize=1024)
def self_named(line: str) -> str | None:
    """The name under which a line like these speaks of its outlet."""
    for pattern in _LINES if len(line) <= _LONGEST else ():
        if (match := pattern.fullmatch(line)) and may_be_a_name(match["name"]):
            return canonical(match["name"])
    return None


def naming(joined: JoinedLines) -> list[int]:
    """The indices of all lines, in lower case, in which an outlet may name itself, and of a few others."""
    last = [i for i, line in enumerate(joined.lines) if line.endswith(_ENDS)]
    return [*joined.matching(_BEGINNING), *last, *joined.holding(*_WITHIN)]


@lru_cache(maxsize=1024)
def press_like(name: str) -> bool:
    """Whether a newspaper is likely to be called so, and little else."""
    words = name.lower().replace("-", " ").split()
    last = words[-1] if words else ""
    return bool(
        (last in PRESS and last not in _AMBIGUOUS) or _PAPERS.search(last) or (words and words[0] in _PAPERS_FIRST)
    )


def mastheads(lines: Iterable[str]) -> Sequence[str]:
    """Names of newspapers that stand alone on two lines or more."""
    again = [line for line, times in Counter(lines).items() if times > 1 and len(line) <= 40]
    return [
        line
        for line in (again if len(again) <= _ALONE else [])
        if 2 <= len(line.replace("-", " ").split()) <= 4 and may_be_a_name(line) and press_like(line)
    ]


def may_be_a_name(name: str) -> bool:
    """Whether a piece of a line is written like a name, and no department is called so."""
    words = name.split()
    return (
        not name.isdigit()
        and (words[0][0].isalnum() and not (words[0].islower() and words[0].isalpha() and words[0].isascii()))
        and (words[-1][0].isupper() or name.isascii() or press_like(name))
        and words[0].lower() not in _NOBODY
        and not all(word.lower() in SECTIONS for word in words)
    )
