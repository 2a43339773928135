"""Quotations in a text: what stands in quotation marks or after a dialogue dash, and who said it.

Many styles of marks, quotations over several paragraphs, quotations interrupted by their speaker, transcripts with the
speaker's name in front. Not here: working out the speaker (`speakers`), matching quotations between texts (`stories`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.article import Quote
from reader.language.punctuation import QUOTE_PAIRS
from reader.language.quotes.cues import SMALL_WORDS, VERBS
from reader.language.quotes.speakers import Voices
from reader.language.quotes.subjects import Voice

_MARK = re.compile(r"``|''|[“”„‟«»‹›「」『』‘’‚\"＂']")
_SINGLE = frozenset("‘’‚'")
_LABEL = re.compile(r"\s*([A-ZÀ-ÞА-Я][\w.'’-]*(?: [A-ZÀ-ÞА-Я][\w.'’-]*){0,3}):\s+")
"""The speaker's name before the words, as in a transcript."""
_DASH = re.compile(r"(?:^|(?<=\n))[ \t]*([–—―]|--?)[ \t]+(?=\S)")
_INNER_DASH = re.compile(r"(?<=[ \t])[–—―](?=[ \t])")
_SINGLE_END = re.compile(r"[,.!?…][’'](?!\w)")
_LETTER = re.compile(r"\w")
_WORD = re.compile(r"\w[\w’'-]*")
_NOTE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
"""What a transcript notes and nobody says: `(applause)`."""
_TITLE_WORDS = 6
"""Words of a title at most: `the film “The Long Way Home”`."""
_WORKS = re.compile(
    r"(?:['’]s|\b(?:broadcast|cast|episode|edition|copy|lyrics|author|host|creator|director|star) of(?: the)?"
    r"|\b(?:on|told|show|program|programme|book|film|movie|song|series|titled|entitled|album|magazine|newspaper"
    r"|column|broadcast|podcast|game|play|novel|hit|drama|sitcom|documentary|website|site|blog|newsletter|hosts?))\W*$",
    re.IGNORECASE,
)
"""What stands before the title of a work."""


_CALLED = re.compile(
    r"\b(?:called|calls|calling|dubbed|dubs|labell?ed|labels|branded|deemed|chant(?:ed|s|ing)|shout(?:ed|s|ing)"
    r"|described|identified|proclaimed|declared"
    r"|(?:cries|chants|shouts|yells|calls|slogan|motto|words?|terms?|phrase) of)"
    r"(?: \w+){0,3}(?: as)?(?: (?:the|a|an))?\W*$"
)
"""Before what is somebody's word for something, though it has capitals as titles have."""


@dataclass(slots=True)
class _Span:
    start: int
    end: int
    open_end: bool = False
    """The paragraph ended before the closing mark."""
    label: str | None = None


def quotes(text: str) -> list[Quote]:
    """All quotations of `text` in reading order, with speaker and cue where they can be told.

    `text[quote.start:quote.end] == quote.text`, without the marks. Titles of works are left out, and what stands in
    single marks and is said by nobody; a word in double marks is kept, though it may be the writer's distance only.
    Never raises; linear in the length of the text.
    """
    found: list[Quote] = []
    voices = Voices(text)
    for start, end, dashed, spans in _pieces(text):
        if dashed:
            heard = [voices.of_clause(clause, dashed[0][0].start) for _, clause in dashed]
            found += [_quote(text, span, voice) for (span, _), voice in zip(dashed, _filled(heard), strict=True)]
            continue
        ranges = [(s.start, s.end) for s in spans]
        paragraph = voices.paragraph(start, end, ranges)
        for number, span in enumerate(spans):
            voice = Voice(span.label, ":") if span.label else paragraph.voice(number)
            if _spoken(text, span, voice):
                found.append(_quote(text, span, voice))
            if span.open_end:
                paragraph.goes_on(voice)
    return found


def maybe_quoted(text: str) -> list[tuple[int, int]]:
    """Where a text has what may be a quotation, start and end of each in reading order: `quotes` finds some of them.

    Told in a fraction of the time that it takes to find out who speaks.
    """
    return [
        (span.start, span.end)
        for _, _, dashed, spans in _pieces(text)
        for span in [*(one for one, _ in dashed), *spans]
    ]


def _pieces(text: str) -> Iterator[tuple[int, int, list[tuple[_Span, str]], list[_Span]]]:
    """Each paragraph's start and end with its speeches after dashes and their clauses, or else its spans in marks."""
    for start, end in _paragraphs(text):
        dashed = list(_dialogue(text, start, end))
        if any(clause for _, clause in dashed):
            yield start, end, dashed, []
            continue
        spans = [
            _trimmed(text, span) for span in _marked(text, start, end) if _LETTER.search(text, span.start, span.end)
        ]
        yield start, end, [], spans


def _quote(text: str, span: _Span, voice: Voice) -> Quote:
    return Quote(text[span.start : span.end], span.start, span.end, voice.speaker, voice.cue)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^\n]+", text):
        yield match.start(), match.end()


def _marked(text: str, start: int, end: int) -> Iterator[_Span]:
    """The outermost spans in quotation marks of a paragraph."""
    closers = ""
    """What may close the quotation that is open; '' where none is."""
    begins_at = start
    for match in _MARK.finditer(text, start, end):
        mark, (at, behind) = match.group(), match.span()
        if mark not in (closers or QUOTE_PAIRS):
            continue
        before, after = text[at - 1 : at], text[behind : behind + 1]
        if not closers:
            if mark == '"' and after == "“":
                continue  # two opening marks for one
            if _opens(mark, before if at > start else "", after):
                closers, begins_at = QUOTE_PAIRS[mark], behind
                if mark in '“"' and not any(text.find(c, behind, end) >= 0 for c in closers):
                    inner = text.find("“", behind, end)  # a quotation within one that goes on
                    closers += '"' if 0 <= inner < text.find("”", behind, end) else '"”'
        elif _closes(mark, before, after) and not _possessive(text, match, end):
            yield _labelled(text, _Span(begins_at, at))
            closers = ""
    if closers and not _apostrophe_like(closers):
        yield _labelled(text, _Span(begins_at, end, open_end=True))


def _trimmed(text: str, span: _Span) -> _Span:
    span.start, span.end = _stripped(text, span.start, span.end)
    return span


def _apostrophe_like(closers: str) -> bool:
    return closers in ("’", "'", "‘’")


def _opens(mark: str, before: str, after: str) -> bool:
    """Whether a mark that can open a quotation does so here, judged by its neighbours."""
    if mark in "“”\"＂'''‘»":
        if not after or (after.isspace() and mark != "“"):
            return False
        if mark in _SINGLE or mark in ('"', "»", "''", "”"):
            return not before or before.isspace() or before in "([{—–-:/“" or (before in ".!?" and after.isupper())
        return not before.isalnum() or before > "\u2e80"
    return bool(after)


def _closes(mark: str, before: str, after: str) -> bool:
    if mark in _SINGLE:
        return not (after.isalnum() or (before.isspace()))
    if mark == '"':
        return not (before.isspace() and after.isalnum())
    return not (mark == "“" and before.isspace())


def _possessive(text: str, match: re.Match[str], end: int) -> bool:
    """Whether what could close is the apostrophe of `drivers’`, for the quotation ends later behind a stop or comma."""
    at = match.end()
    if (
        match.group() not in "’'"
        or text[match.start() - 1] not in "sxz"
        or not re.match(r"\s[^\W\d_A-Z]", text[at : at + 2])
    ):
        return False
    later = _SINGLE_END.search(text, at, end)
    return later is not None and not any(mark in "‘‚" for mark in text[at : later.start()])


def _labelled(text: str, span: _Span) -> _Span:
    match = _LABEL.match(text, span.start, min(span.end, span.start + 80))
    if match and match.end() < span.end and match.group(1).isupper():
        return _Span(match.end(), span.end, span.open_end, match.group(1))
    return span


def _spoken(text: str, span: _Span, voice: Voice) -> bool:
    """Whether words in marks are a quotation, and no title; in single marks only if somebody is found to say them."""
    words = _WORD.findall(text, span.start, span.end)
    if not words or _NOTE.fullmatch(text, span.start, span.end):
        return False
    if len(words) <= _TITLE_WORDS and all(map(_as_in_titles, words)) and not _introduced(text, span.start):
        titled = _WORKS.search(text, max(0, span.start - 24), span.start) is not None
        if text[span.end - 1] == "!" and not titled:
            return True
        if voice.speaker and _CALLED.search(text, max(0, span.start - 48), span.start):
            return True
        closed = text[span.end - 1] in ",!?" or text[span.end + 1 : span.end + 2] == ","
        return bool(voice.cue) and not titled and (closed or len(words) < 2)
    if text[span.start - 1] not in _SINGLE:
        return True
    return bool(voice.speaker) and not (voice.cue == ":" and _in_headline(text, span.start))


def _as_in_titles(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or word.lower() in SMALL_WORDS


def _introduced(text: str, at: int) -> bool:
    return text[max(0, at - 3) : at - 1].rstrip().endswith((",", ":"))


def _in_headline(text: str, at: int) -> bool:
    """Whether a place is in a first line over others, which says in brief what is quoted below."""
    line = text.find("\n")
    return at < line and bool(text[line:].strip())


def _dialogue(text: str, start: int, end: int) -> Iterator[tuple[_Span, str]]:
    """Speech after a dialogue dash, with the clause that names its speaker: `– Words – said X. – More words`."""
    match = _DASH.match(text, start, end)
    if not match:
        return
    cuts = [(match.end(), match.end())] + [m.span() for m in _INNER_DASH.finditer(text, match.end(), end)]
    cuts.append((end, end))
    pieces = [_stripped(text, cuts[i][1], cuts[i + 1][0]) for i in range(len(cuts) - 1)]
    speech: list[tuple[int, int]] = []
    clauses: list[str] = []
    for a, b in pieces:
        if speech and _is_clause(text[a:b]):
            clauses.append(text[a:b])
        elif speech and len(clauses) < len(speech):
            speech[-1] = (speech[-1][0], b)
        else:
            speech.append((a, b))
    clauses += [""] * (len(speech) - len(clauses))
    if not any(clauses):
        a, b = speech[-1]
        comma = text.rfind(",", a, b)
        if comma > a and _is_clause(text[comma + 1 : b]):
            speech[-1], clauses[-1] = (a, comma), text[comma + 1 : b]
    for (a, b), clause in zip(speech, clauses, strict=True):
        if b > a:
            yield _Span(a, b), clause


def _stripped(text: str, a: int, b: int) -> tuple[int, int]:
    while b > a and text[b - 1].isspace():
        b -= 1
    while a < b and text[a].isspace():
        a += 1
    return a, b


def _is_clause(piece: str) -> bool:
    """Whether a piece between dashes tells who speaks: a verb of saying among its first words."""
    return any(w.lower() in VERBS for w in re.findall(r"\w+", piece[:120])[:5])


def _filled(voices: list[Voice]) -> list[Voice]:
    """Where a piece of a dialogue has no speaker of its own, that of a piece beside it."""
    known = [v for v in voices if v.speaker]
    filled: list[Voice] = []
    for voice in voices:
        before = filled[-1] if filled and filled[-1].speaker else None
        filled.append(voice if voice.speaker else before or (known[0] if known else voice))
    return filled
