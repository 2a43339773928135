"""The headline among the lines of a document, once the body is known: each line near its beginning gets a score.

Not here: headlines in tags (`headline_tags`), bare texts (`rules.bare_text`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.cleaning.input.text_lines import Line, ends_a_sentence, match_key
from reader.cleaning.lexicon.boilerplate import is_furniture
from reader.cleaning.lexicon.calls import rules_out_headline
from reader.cleaning.lexicon.words import FURNITURE_WORDS
from reader.cleaning.metadata.byline import byline_of
from reader.cleaning.metadata.captions import is_caption
from reader.cleaning.metadata.datelines import standing_alone
from reader.cleaning.metadata.dates.forms import find_dates
from reader.cleaning.metadata.outlet_names import MARKS, title_parts
from reader.cleaning.metadata.outlets import like_a_name, source_in
from reader.cleaning.metadata.self_naming import press_like
from reader.language.punctuation import SPEECH_STARTS
from reader.language.words import ALL
from reader.scripts import UNSPACED

_WORDS = re.compile("[a-z0-9_]+")
_LETTER = rf"[^\W{UNSPACED}]"
_TOKEN = re.compile(rf"[{UNSPACED}]|{_LETTER}+")
_WITHOUT_BLANKS = re.compile(f"[{UNSPACED}]")
_KNOWN_BY = 5
"""First letters by which another form of a word is recognised."""
_LONG = re.compile(rf"({_LETTER}{{4,{_KNOWN_BY}}}{ALL}){_LETTER}*{ALL}")
"""How the tokens of four letters and more begin."""
_LATIN_LETTER = f"[{''.join(c for c in map(chr, range(0x250)) if c.isalnum() or c == '_')}]"
_LATIN_LONG = re.compile(rf"({_LATIN_LETTER}{{4,{_KNOWN_BY}}}{ALL}){_LATIN_LETTER}*{ALL}")
_PLAIN_LONG = re.compile(rf"([a-z0-9_]{{4,{_KNOWN_BY}}}{ALL})[a-z0-9_]*{ALL}")
_LATIN_WORDS = re.compile(rf"{_LATIN_LETTER}+")
_BEYOND_LATIN = re.compile("[^\x00-\u024f\u2000-\u206f]")
"""Without these the short classes find the same."""
_FULL_STOP = re.compile(r"[^\W\d_]{3}\.['\"”’]? +[\"“'‘]?[A-ZÀ-ÞА-Я]")
_SEVERAL_SENTENCES = re.compile(r"(?:[^\W\d_]{2}\.|[!?])['\"”’]? +[\"“'‘]?[A-ZÀ-ÞА-Я]")
_TRAIL = re.compile("[|»«>›]")
_TRAIL_HEAD = re.compile(r"you are here\b|(?:home|start|startseite|accueil|inicio)\s*[>»|/›]", re.IGNORECASE)
_LABELLED = re.compile(r"[A-Z]{2,}(?: [A-Z]{2,})? \| ")
"""`MAP | Harbours of the coast`: a label and a link."""
_NO_HEADLINE = -9.0
"""The score of a line that says it is something else."""
_FEWEST, _LONGEST_NAME = 3, 6
"""Words that a headline has more than at least, and an outlet's name less than."""
_ANCHOR = 0.7
"""What a byline or a date under a line says for it."""
_SAID_BY = re.compile('["“„«‘\'][^"”“»’]{3,150}["”“»’\']: ')
"""`“We have time”: harbour master on the strike` is a headline."""


@dataclass(frozen=True, slots=True)
class _Sought:
    """What a headline is looked for by."""

    lines: Sequence[Line]
    body: Sequence[bool]
    first: int
    """The first line of the body."""
    start: int
    """Where the looking begins."""
    end: int
    """Where it ends, short of this line."""
    wanted: Sequence[tuple[str, frozenset[str]]]
    """What the page's tags call it, spelled and as words."""
    said: frozenset[str]
    """The words of the page's first line, where that may be its title."""
    known: frozenset[str]
    """What the text speaks of."""
    around: Sequence[str]
    """How the lines around begin."""


def find_headline(lines: Sequence[Line], body: Sequence[bool], titles: Sequence[str] = ()) -> int | None:
    """The index of the headline's first line, or None. `titles`: what the page's tags call it, if it has tags."""
    if True not in body:
        return None
    first = next((i for i, yes in enumerate(body) if yes and not is_caption(lines[i].text)), body.index(True))
    wanted = [(match_key(title), frozenset(_tokens(title))) for title in titles if title]
    start, end = max(0, first - 40), min(first + 3, len(lines))
    if len(wanted) == 1:
        same = [i for i in range(start, min(first + 6, len(lines))) if match_key(lines[i].text) == wanted[0][0]]
        if same:
            return same[0]
    top = _tokens(lines[0].text)
    said = frozenset(top if 3 < len(top) < 80 and not is_furniture(lines[0].text) else ())
    known = _words_known(lines, body, first)
    around = [line.text[:200] for line in lines[start : end + 40]]
    sought = _Sought(lines, body, first, start, end, wanted, said, known, around)
    best, best_score = None, 1.0
    for i in range(start, end):
        if (body[i] and i > first) or not (wanted or _may_be_one(lines[i].text)):
            continue
        # of two lines together the first is the headline, unless the second is plainly better
        wins = best_score + (0.7 if best is not None and i - best <= 2 else 0)
        # dates and furniture take longer to find: only where they matter
        score = _likeness(sought, i, wins - _ANCHOR)
        if score + _ANCHOR > wins:
            score += _confirmation(sought, i)
            if score > wins:
                best, best_score = i, score
    if best is None:
        return None
    if not wanted:
        best = _with_kicker(lines, _without_tail(lines, best, end))
        if (own := _under_another(lines, body, best)) is not None:
            return own
    return next(i for i in range(min(start, best), best + 1) if lines[i].text == lines[best].text)


def _without_tail(lines: Sequence[Line], title: int, end: int) -> int:
    """Of a page's title, which the outlet's name ends, the line near the text that says the same without the name."""
    if lines[title].text != lines[0].text or len(parts := title_parts(lines[0].text)) < 2:
        return title
    alone = match_key(lines[0].text[: lines[0].text.rindex(parts[-1])])
    return next((i for i in range(end - 1, title, -1) if match_key(lines[i].text) == alone), title)


def without_outlet(title: str) -> str:
    """A text's title without the name that a bar sets off at its end, or that newspapers alone have."""
    parts = title_parts(title)
    name = parts[-1] if len(parts) > 1 else ""
    before = title[: title.rindex(name)].rstrip() if name else ""
    named = (
        name and len(name.split()) < _LONGEST_NAME and (press_like(name) or (before[-1] in "|｜" and like_a_name(name)))
    )
    return before.rstrip(f"{MARKS}_｜ ") if named and len(_tokens(before)) > _FEWEST else title


def _with_kicker(lines: Sequence[Line], title: int) -> int:
    """The line under a headline that has its kicker before it, as the page's title has; or that is the headline, with
    that kicker over it.
    """
    below = lines[title + 1].text if 0 < title < len(lines) - 1 else ""
    if below and lines[0].text.startswith(f"{lines[title].text}: {below}"):
        return title + 1
    return next(
        (
            i
            for i in range(title + 1, min(title + 3, len(lines)))
            if len(lines[i].text) > len(lines[title].text)
            and lines[i].text.endswith(lines[title].text)
            and match_key(lines[0].text).startswith(match_key(lines[i].text))
        ),
        title,
    )


def _under_another(lines: Sequence[Line], body: Sequence[bool], title: int) -> int | None:
    """The outlet's own headline, where the one for search engines, which the page's title gives, stands over it: with
    a kicker of a few words between them, or right over one that says much the same.
    """
    if title + 2 >= len(lines) or body[title + 1] or not lines[0].text.startswith(lines[title].text):
        return None
    kicker = lines[title + 1].text
    if title and _says_it_again(lines, title):
        return title + 1
    own = lines[title + 2].text
    if len(kicker.split()) > 7 or not _may_be_one(own) or _is_something_else(kicker):
        return None
    shared = _long_tokens(own) & _long_tokens(lines[title].text)
    named = any(word[0].isupper() and word.lower() in shared for word in own.split())
    signed = named and any(map(_dated, lines[title + 3 : title + 5]))
    if ends_a_sentence(own) and not (signed and own[-1] == "?"):
        return None
    likely = len(shared) >= (1 if signed else 2) and 4 <= len(own.split()) <= 16
    return title + 2 if likely and own != lines[title].text and not _is_something_else(own) else None


def _says_it_again(lines: Sequence[Line], title: int) -> bool:
    """Whether the line under a page's title, over its byline or date, has half of its longer words: it is a headline,
    for no standfirst says so much again.
    """
    own, said = lines[title + 1].text, _long_tokens(lines[title].text)
    if not (_may_be_one(own) and 4 <= len(own.split()) <= 16) or ends_a_sentence(own):
        return False
    told = _long_tokens(own)
    again = told != said and len(said & told) > 2 and 2 * len(said & told) > max(len(said), len(told))
    return again and any(map(_dated, lines[title + 2 : title + 5])) and not _is_something_else(own)


def _long_tokens(text: str) -> set[str]:
    return {word for word in _tokens(text) if len(word) > 3}


def _likeness(sought: _Sought, i: int, needed: float) -> float:
    """How much a line looks like the headline, by its words and its place; something less than that where it cannot be
    more than `needed`.
    """
    line = sought.lines[i]
    told = _tokens(line.text)
    score = _shape(line, told)
    if score <= _NO_HEADLINE and not sought.wanted:
        return score  # whatever else speaks for it
    score += _agreement(line.text, told, sought, said=i > 0)
    if sought.body[i]:
        score -= 0.3 if _a_headline_of_its_own(sought.lines, i) else 4
    if i > sought.first:
        score -= 2
    score -= 0.08 * max(0, min(sought.first, i + 14) - i - 3)
    if score + _MOST_KIN + 1 <= needed:
        return score
    score += _kinship(line.text, told, sought.known)
    again = sought.start > 0 and line.text == sought.lines[0].text
    return score + (sought.around.count(line.text[:200]) + again > 1)


def _confirmation(sought: _Sought, i: int) -> float:
    """What the lines around it, and what it may be instead, say for a line's being the headline."""
    line = sought.lines[i]
    score = 0.0
    if _is_something_else(line.text):
        score = _NO_HEADLINE - _shape(line, _tokens(line.text)) if sought.wanted else _NO_HEADLINE
    above = max(sought.start, i - 1)
    return score + _anchored(sought.lines[above : sought.end + 3], i - above)


def goes_on(lines: Sequence[Line], headline: int) -> bool:
    """Whether the line under a headline is its second half: the first one ends in a semicolon,
    or the second one begins with a colon.
    """
    following = lines[headline + 1].text if headline + 1 < len(lines) else ""
    if following.startswith(": ") and len(following) <= 120:
        return True
    return (
        lines[headline].text[-1] == ";"
        and 0 < len(following) <= 200
        and not following[0].islower()
        and not find_dates(following)
        and byline_of(following) is None
    )


def _tokens(text: str) -> list[str]:
    """Words in lower case; of scripts without blanks, single characters."""
    text = text[:400].lower()
    pattern = _WORDS if text.isascii() else _TOKEN if _BEYOND_LATIN.search(text) else _LATIN_WORDS
    return pattern.findall(text)


def _may_be_one(text: str) -> bool:
    """Whether a line is neither too long for a headline nor a single word."""
    return len(text) <= 260 and not (text.isascii() and text.isalpha())


def _shape(line: Line, told: Sequence[str]) -> float:
    """How much a line looks like a headline by itself; `told`: its tokens."""
    text = line.text
    words = len(told) if _may_be_one(text) else 0
    if not text.isascii() and _WITHOUT_BLANKS.search(text):
        words = (words + 1) // 2  # two characters count as a word
    if words < 2 or (words < 4 and len(text) < 12) or ("{" in text and ("(" in text or ";" in text)):
        return _NO_HEADLINE
    score = 1.5 if 5 <= words <= 16 else 0.8 if 4 <= words <= 23 else 0.0 if words == 3 else -1.0
    if "." in text and _FULL_STOP.search(text):
        score -= 1
    if not text.endswith((".", "…", ",", ":", ";")):
        score += 0.7
    if line.bullet:
        score -= 1
    return score


def _words_known(lines: Sequence[Line], body: Sequence[bool], first: int) -> frozenset[str]:
    """What the first lines of the text speak of."""
    told = [lines[i].text[:600] for i in range(first, min(first + 40, len(lines))) if body[i]][:12]
    text = "\n".join(told).lower()
    pattern = _PLAIN_LONG if text.isascii() else _LONG if _BEYOND_LATIN.search(text) else _LATIN_LONG
    return frozenset(pattern.findall(text))


_MOST_KIN = 1.4


def _kinship(text: str, told: Sequence[str], known: frozenset[str]) -> float:
    """What it says for a headline that the text speaks of the same, up to `_MOST_KIN`; buttons and trails of links do
    not.
    """
    words = [word for word in told if len(word) > 3]
    score = -1.5 if len(_TRAIL.findall(text)) > 1 or _TRAIL_HEAD.match(text) or _LABELLED.match(text) else 0.0
    if len(words) < 2:
        return score
    if 3 * len(FURNITURE_WORDS.intersection(words)) >= len(words):
        score -= 1
    return score + 2 * sum([word[:_KNOWN_BY] in known for word in words]) / len(words) - 0.6


def _is_something_else(text: str) -> bool:
    """Whether a line names itself something that no headline is."""
    return bool(
        is_furniture(text)
        or byline_of(text)
        or is_caption(text)
        or standing_alone(text)
        or find_dates(text)
        or rules_out_headline(text)
        or source_in([text])
    )


def _anchored(lines: Sequence[Line], k: int) -> float:
    """What a byline or a date line under a line, or a date line over it, says for its being the headline."""
    if any(map(_dated, lines[k + 1 : k + 4])):
        return _ANCHOR
    return 0.5 if k and _dated(lines[k - 1]) else 0.0


def _dated(line: Line) -> bool:
    return len(line.text) <= 160 and bool(find_dates(line.text) or byline_of(line.text))


def _agreement(text: str, told: Sequence[str], sought: _Sought, *, said: bool) -> float:
    """How well a line agrees with the page's titles, and, if `said`, with its first line where that may be the
    title.
    """
    score = 0.0
    words = frozenset(told)
    if sought.wanted:
        spelled = match_key(text)
        if any(spelled == title for title, _ in sought.wanted):
            score += 5
        else:
            score += 3 * max(len(words & tokens) / max(1, len(words | tokens)) for _, tokens in sought.wanted)
    if said and sought.said and len(told) >= 3:
        shared = len(words & sought.said) / len(words)
        score += 4 * shared if shared >= 0.35 else -0.8
    return score


def _a_headline_of_its_own(lines: Sequence[Line], i: int) -> bool:
    """Whether a line that reads like text stands over the text: short, one sentence, more behind it, and a quotation
    only with who said it.

    A full stop is allowed at the very beginning of a text only.
    """
    text = lines[i].text
    if len(lines) < i + 2 or len(_tokens(text)) > 25:
        return False
    after = [line for line in lines[i + 1 : i + 7] if len(line.text) >= 25][:3]
    if i == 0 and len(text) <= 120 and titled(text) and len(after) > 1:
        return True
    if _SEVERAL_SENTENCES.search(text):
        return i == 0 and len(text) <= 70 and len(after) > 1 and all(len(line.text) > 2.5 * len(text) for line in after)
    quoted = text[0] in SPEECH_STARTS and not _SAID_BY.match(text)
    if quoted or text[0].islower() or (i > 0 and ends_a_sentence(text)):
        return False
    longer = sum(len(line.text) > len(text) for line in after)
    return longer >= min(2, len(after)) and (
        titled(text) or not ends_a_sentence(text) or len(_longer_words(text)) <= 12
    )


def titled(text: str) -> bool:
    """Whether a Line Is Written in Capitals Like This One, as headlines in English are."""
    words = _longer_words(text)
    return len(words) > 2 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)


def _longer_words(text: str) -> list[str]:
    return [w for w in text.split() if w[0].isalpha() and len(w) > 3]
