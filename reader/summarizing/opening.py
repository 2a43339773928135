"""Which sentence a summary opens with: the first of the story, unless there is a reason that can be named.

The reasons: it leans on what was left out before it; a fuller sentence right behind says the same; or the first
sentences do not speak of what the headline does, and a later one (in a feature or a column: the nut graf) tells it.
Where only a sentence far down tells it, it follows the first two.
Not here: what else is told after them (`news`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from math import ceil

from reader.language.words import root, words
from reader.summarizing.features import Unit
from reader.summarizing.kinds import is_shown
from reader.summarizing.leaning_words import AGAINST, ALSO, WHEN
from reader.summarizing.mentions import TITLES, in_full, points_back, spoken_of

_FEW, _ECHOED = 7, 0.75
"""Content words of a sentence that another can be said to tell, and how much of it that one must have."""
_BRIEF, _BRIEFLY = 14, 0.6
"""Words of a standfirst, at most, and how much of it the lead tells again as a rule."""
_AHEAD = 3
"""So many sentences may be left out for leaning on what is no sentence of the story."""
_TELLING = 9
"""Words of a sentence that says something by itself."""
_DEFAULT = 3
"""Sentences that a summary has as a rule: what they tell is not looked for elsewhere."""
_NEAR = 8
"""Sentences among which it is."""
_SHARED, _SHARE = 3, 0.4
"""Words of a headline, and what share of them, by which a sentence tells what it announces."""
_NEWS, _NEWS_DETAILS = 12, 3
"""Words of a sentence that tells news, names and figures in it."""
_FULL_NAME = re.compile(r"[^\W\d_a-z][\w'’-]+(?: [A-Z]\.)? [^\W\d_a-z]\w+")
_SAYS_WHO = re.compile(
    r"(?:[,:]|\bbut|\band|\bund|\bet|\by|\be|[,–—]) (?:[A-Z][a-z]{1,4}\. )?[^\W\d_a-z][\w'’-]+ [^\W\d_a-z]\w+"
)
"""`He may not play, but Carl Rusk`: the name stands in the sentence itself."""
_GOES_ON = re.compile(
    r"The (?:move|decision|announcement|news|ruling|incident|attack|statement|comments?|remarks|changes?|plan|deal"
    r"|vote)\b(?! (?:to|of|by|that|in|on|for|from|at|between|with)\b)"
    r"|(?:[^\W\d_a-z]\w+ ){1,3}(?:(?:had|has|have) )?also\b|Another \d"
)
"""`The move came`, `Poole also said`: the sentence before is lost."""
_CLEFT = re.compile(
    r"It(?: |['’])(?:s|is|was|used|takes|took|seems?|has|will|may|can|would|could|should)\b"
    r"|This is the\b|These (?:[a-z]+ )?(?:images|pictures|photos|photographs)\b"
)
"""`It is a lesson that`, `It used to be that`, `This is the moment when`: it stands for nothing named before."""
_TITLED = re.compile(rf"\b(?:{'|'.join(TITLES)})\.? ([^\W\d_a-z][\w'’-]+)")
_TURN, _SAYING = 25, 5
_PARTLY = 0.3
"""The share of a sentence that may be a quotation within what the writer says."""
_BEGINNING = 80
"""Letters of a sentence in which that stands."""
_FAR = 11
"""Sentences among which one is looked for that goes between the first two and the others."""
_SCENE = 1 / 3
"""The share of what is announced, at most, that the first few sentences of a scene tell."""
_NOTHING, _TEASER = 4, 12
"""Words of a first sentence that says nothing, fewer; of one that only makes curious, at most."""


def opening(units: Sequence[Unit], title: frozenset[str], headless: bool, lead: int = 0) -> list[tuple[int, str]]:
    """Which sentences of a story its summary opens with, best first, each with the reason, one of those in `reasons`.

    headless: something that is no sentence of the story stood before the first, a question as a rule. lead: which one
    a dateline stands before, if it is not the first.
    """
    if lead and _leads(units[lead], units[0], title):
        return [(lead, "lead")]
    first = 0
    if headless:
        first = next(
            (i for i, unit in enumerate(units[: _AHEAD + 1]) if not unit.leans or _SAYS_WHO.search(unit.text)), 0
        )
    told = first + _echo(units[first:])
    reason = "fuller" if told > first else "first" if first == 0 else "stands alone"
    if teased := _teased(units, told, title):
        return [(teased, "teased")]
    nut = _nut(units, told, title)
    if not nut:
        named = _naming(units, told, title) or _whole(units, told, title)
        return [(named, "stands alone")] if named else [(told, reason)]
    return [(nut, "nut"), (told, "scene")] if _stands(units[told]) else [(nut, "nut")]


def _leads(unit: Unit, first: Unit, title: frozenset[str]) -> bool:
    """Whether a sentence behind a dateline tells more of what the headline announces than the first one does."""
    told, own = len(unit.roots & title), len(first.roots & title)
    whole = unit.length >= _TELLING and not (unit.leans or unit.personal) and unit.quoted <= _PARTLY
    return whole and told > max(1, own - (not _tells_news(first)))


def _naming(units: Sequence[Unit], first: int, title: frozenset[str]) -> int:
    """The sentence that says who is meant by a first one that speaks of `her`, `his team`, `them` or `Ms Poole` only;
    else 0.
    """
    unit = units[first]
    if told := _introduced(units, first, title):
        return told
    if unit.somebody and unit.pronoun == 1.0 and not _SAYS_WHO.search(unit.text):
        for i, other in enumerate(units[first + 1 : first + 1 + _DEFAULT + 1], first + 1):
            # `But Ann Poole`, unlike `In other words, Poole`
            turns = other.connective and "," not in other.text[:_TURN]
            named = _FULL_NAME.search(other.text) and (other.roots & title or not title)
            if named and not (other.pronoun or turns or other.quoted > _PARTLY) and other.length > _SAYING:
                return i
    elif 0 < unit.pronoun < 1 and not (unit.details or unit.quoted or unit.connective) and first + 1 < len(units):
        other = units[first + 1]
        if _stands(other) and other.quoted <= _PARTLY:
            return first + 1
    return 0


def _whole(units: Sequence[Unit], first: int, title: frozenset[str]) -> int:
    """The sentence that tells the news where the first one goes on from a lead that is lost, as `The move`, or is
    worded as a caption; else 0.
    """
    unit = units[first]
    lost = unit.language == "en" and unit.pronoun == 1.0 and not _CLEFT.match(unit.text)
    lost = (lost or bool(_GOES_ON.match(unit.text))) and not _SAYS_WHO.search(unit.text)
    begun = unit.text if len(unit.text) <= _BEGINNING else unit.text[:_BEGINNING].rpartition(" ")[0]
    if not (lost or points_back(begun, unit.language) or is_shown(unit.text)):
        return 0
    for i, other in enumerate(units[first + 1 : first + 1 + _DEFAULT], first + 1):
        told = len(other.roots & title)
        whole = _tells_news(other) and other.quoted <= _PARTLY and not points_back(other.text, other.language)
        if whole and (not title or told >= max(2, len(unit.roots & title))):
            return i
    return 0


def _introduced(units: Sequence[Unit], first: int, title: frozenset[str]) -> int:
    """The sentence that gives the full name of somebody whom a standfirst calls by title and name only, and says more
    of what the headline announces than that name; else 0.
    """
    text = units[first].text
    for named in _TITLED.finditer(text):
        if in_full(named[1], text):
            continue
        for i, unit in enumerate(units[first + 1 : first + 1 + _DEFAULT], first + 1):
            leans = unit.connective or unit.pronoun == 1.0 or unit.quoted > _PARTLY
            if len(unit.roots & title) > 1 and in_full(named[1], unit.text) and unit.length >= _NEWS and not leans:
                return i
    return 0


def announced(units: Sequence[Unit], title: frozenset[str], first: int) -> int:
    """The sentence that tells most of what is announced and a summary's first few sentences do not; 0 where none does.

    title: as for `opening`, and what stands under the headline. first: which sentence opens the summary. This one may
    go on from a sentence that is left out with no more than `But`: it is what the sentences before it lead to.
    """
    few = first + _DEFAULT
    most = max([len(unit.roots & title) for unit in units[first:few]], default=_SHARED)
    if most >= _SHARED:
        return 0
    opened = title.intersection(chain.from_iterable([unit.roots for unit in units[first:few]]))
    reports = units[first].roots & title and _tells_news(units[first])
    scene = not reports and len(opened) <= max(1, _SCENE * len(title))
    if 2 * len(opened) > len(title):
        return 0
    least = max(most + 1, _SHARED - scene)
    best, worth = 0, 0.0
    for i, unit in enumerate(units[few : first + _FAR], few):
        told = unit.roots & title
        if len(told) < least or len(told - opened) < 2 - scene:
            continue
        whole = unit.length >= _NEWS and not (unit.broken or unit.personal or unit.pronoun or unit.quoted > _PARTLY)
        whole = whole and (not unit.connective or _turns(unit.text))
        value = len(told) + (unit.names >= _NEWS_DETAILS) / 2
        if whole and value > worth:
            best, worth = i, value
    return best


def reported(units: Sequence[Unit], title: frozenset[str], first: int) -> int:
    """The sentence that says most of what happened, and on which day, where the first few paint a scene and no later
    one tells what the headline announces; where they name nobody at all, it need not name a day. 0 where there is none.
    """
    opening = units[first : first + _DEFAULT]
    told = title.intersection(chain.from_iterable([unit.roots for unit in opening]))
    if not title or len(told) > 1 or any(unit.names >= _NEWS_DETAILS and _stands(unit) for unit in opening):
        return 0
    bare = not (told or opening[0].names > 0)
    best, worth = 0, 0.0
    for i, unit in enumerate(units[first + _DEFAULT : first + _FAR], first + _DEFAULT):
        whole = unit.length >= _NEWS and unit.names > 1 and _stands(unit) and unit.quoted <= _PARTLY
        whole = whole and ALSO.isdisjoint(words(unit.text))
        dated = not WHEN.isdisjoint(words(unit.text))
        if whole and (dated or (bare and unit.names >= _NEWS_DETAILS)):
            value = unit.names + 3 * dated + 2 * len(unit.roots & title - told)
            if value > worth:
                best, worth = i, value
    return best


def _turns(text: str) -> bool:
    """Whether a sentence turns against those before it, `But`, and goes on from none of them in another way."""
    tokens = words(text)
    return tokens[0] in AGAINST and ALSO.isdisjoint(tokens)


def _stands(unit: Unit) -> bool:
    """Whether a sentence says something by itself, though it is not what the headline announces."""
    return unit.length >= _TELLING and unit.details > 0 and not (unit.leans or unit.personal or unit.quoted > 0.5)


def _makes_curious(unit: Unit, title: frozenset[str]) -> bool:
    """Whether a first sentence does no more: `It's over.`, `She has chosen the back room.`"""
    if unit.length < _NOTHING:
        return True
    teases = unit.length <= _TEASER and unit.details <= 1
    of_somebody = unit.pronoun == 1.0 and not unit.text.startswith("It ")  # `It is a lesson that …` tells all of it
    return (teases or (of_somebody and not any(map(str.isdigit, unit.text)))) and not unit.roots & title


def _tells_news(unit: Unit) -> bool:
    return unit.length >= _NEWS and unit.names >= _NEWS_DETAILS and _stands(unit)


def _echo(units: Sequence[Unit]) -> int:
    """1 where the first sentence, a caption or a standfirst, is told again in full by the next; else 0."""
    if len(units) < 2:
        return 0
    first, unit = units[:2]
    shared = len(first.roots & unit.roots)
    brief = first.length <= _BRIEF and shared >= max(_SHARED, _BRIEFLY * len(first.roots))
    fuller = (brief or told_in_full(first, unit)) and unit.length >= first.length
    fuller = fuller and not any(word[0].isdigit() for word in first.roots - unit.roots)
    return int(fuller and not (unit.leans or unit.quoted > 0.5 or is_shown(unit.text)))


def told_in_full(one: Unit, other: Unit) -> bool:
    """Whether the other sentence has all but little of what the one says."""
    return len(one.roots) >= _FEW and len(one.roots & other.roots) >= _ECHOED * len(one.roots)


def _nut(units: Sequence[Unit], first: int, title: frozenset[str]) -> int:
    """The first sentence that tells what the headline announces, where none of the first few does; else 0."""
    opening, rest = units[first : first + _DEFAULT], units[first + _DEFAULT : first + _NEAR]
    opened = title.intersection(chain.from_iterable([unit.roots for unit in opening]))
    if len(opened) > 1:
        return 0
    if units[first].roots & title and _tells_news(units[first]):
        return 0
    curious = _makes_curious(units[first], title)
    painted = not any(_tells_news(unit) for unit in opening)
    least = 2 - painted if curious else max(_SHARED - painted, ceil(_SHARE * len(title)))
    for i, unit in enumerate(rest, first + _DEFAULT):
        announced = unit.roots & title
        if len(announced) >= least and not announced <= opened and not unit.quoted and _tells_news(unit):
            known = root(spoken_of(unit.text))
            if not any(known in other.roots for other in units[first:i]):
                return i
    return 0


def _teased(units: Sequence[Unit], first: int, title: frozenset[str]) -> int:
    """The sentence that tells the news right behind a first one that only makes curious; else 0."""
    if not _makes_curious(units[first], title):
        return 0
    behind = range(first + 1, min(first + _DEFAULT, len(units)))
    for i in behind:
        if units[i].roots & title and _tells_news(units[i]):
            return i
        if not (_makes_curious(units[i], title) or units[i].leans):
            break
    if units[first].length >= _NOTHING:
        return 0
    return next((i for i in behind if units[i].length >= _NOTHING and not units[i].leans), 0)
