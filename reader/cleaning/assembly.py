"""From classified lines to an article: every line gets its fate, and the fates make the article.

Here: what is kept and cut, and in which order that is decided. Not here: the decisions themselves.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timezone
from operator import itemgetter
from typing import Literal

from reader.article import Paragraph, ParagraphKind, RawDocument, Removed
from reader.cleaning.input.text_lines import Line, as_removed, ends_a_sentence
from reader.cleaning.lexicon.boilerplate import NAMELESS, READ, is_furniture, of_cookies, rules_of
from reader.cleaning.lexicon.joined_lines import JoinedLines
from reader.cleaning.metadata import outlets
from reader.cleaning.metadata.byline_lines import find_byline, signatures
from reader.cleaning.metadata.captions import is_caption
from reader.cleaning.metadata.datelines import Dateline, find_dateline, standing_alone
from reader.cleaning.metadata.dates import publication
from reader.cleaning.metadata.headline import find_headline, goes_on, without_outlet
from reader.cleaning.metadata.standfirst import find_standfirst
from reader.cleaning.rules import bare_text
from reader.cleaning.rules.html_structure import LineRoles
from reader.language.agencies import AGENCIES
from reader.language.punctuation import CLOSING_QUOTES, OPENING_QUOTES, SPEECH_STARTS

_BESIDE = 4
"""Most lines between the headline and its date."""
_RULED = "_-–—―=~*#•·◆◇■□●○★☆▪▫✦❖⁂ "
"""Signs that rules across a text are made of: `___`, `* * *`."""
_QUOTED, _AROUND_QUOTES = 30, f"{OPENING_QUOTES}{CLOSING_QUOTES}‹› .…"
"""Fewest characters of a pull quote; what may stand around it."""
_READ_FOR_QUOTES, _MOST_QUOTES = 50_000, 200
"""Characters and lines of an article that are searched for pull quotes: no article is as long."""

Fate = Literal["headline", "standfirst", "dateline", "body", "subhead", "caption"]


@dataclass(slots=True)
class Draft:
    """An article in the making: the lines of a page and what becomes of each."""

    lines: Sequence[Line]
    body: list[bool]
    roles: LineRoles | None = None
    """What the tags say; None for a text, which has only its looks."""
    fates: list[Fate | None] = field(default_factory=list)
    """None: cut."""
    rules: dict[int, str] = field(default_factory=dict)
    """Why a line is cut, where something better than its own words says so."""
    headline: int | None = None
    """The first line of the headline."""
    headline_lines: int = 1
    standfirst: int | None = None
    dateline: Dateline | None = None
    date_line: int | None = None
    """The line that states the day of publication."""
    text: list[int] = field(default_factory=list)
    """The lines whose fate is `body`."""
    cut: list[int] = field(default_factory=list)
    """The lines that are cut."""
    furniture: JoinedLines = field(default_factory=lambda: JoinedLines([]))
    """Those lines, in lower case."""
    kinds: dict[int, ParagraphKind] = field(default_factory=dict)
    """What lines of the text are by their tags, if no plain paragraphs."""
    farther_down: Sequence[Removed] = ()
    """What was cut unread at the end of an endless document."""

    comments: Sequence[int] = ()
    """The lines right below the text that stand among the comments of readers."""

    @property
    def below(self) -> range:
        """The lines right below the text, where a byline may stand."""
        last = self.text[-1] if self.text else len(self.lines)
        return range(last + 1, min(last + 3, len(self.lines)))

    @property
    def title(self) -> str | None:
        """The headline's text."""
        if self.headline is None:
            return None
        lines = self.lines[self.headline : self.headline + self.headline_lines]
        title = " ".join(line.text for line in lines)
        if self.roles is None and title.startswith(("# ", "## ")):
            title = title.lstrip("# ") or title  # of Markdown
        if self.headline > 1 and self.roles is None:  # the page's own title may name the kicker over it, too
            titled = f"{self.lines[self.headline - 1].text}: {title}"
            title = titled if self.lines[0].text.startswith(titled) else title
        title = title.replace(" : ", ": ") if len(lines) > 1 else title
        return without_outlet(title) if self.roles is None else title


def draft(
    lines: Sequence[Line],
    body: Sequence[bool],
    titles: Sequence[str] = (),
    *,
    bare: Sequence[bool] | None = None,
    roles: LineRoles | None = None,
) -> Draft:
    """Heads, captions, subheads and datelines found around a classified body; `bare`: what to keep instead of a text
    without furniture (`bare_text`); `roles`: what the tags of a page say about its lines.
    """
    made = Draft(lines, list(body if bare is None else bare), roles)
    _cut_related(made)
    for i in [i for i, yes in enumerate(made.body) if yes]:
        if alone := standing_alone(lines[i].text):
            made.body[i] = False
            made.dateline = made.dateline or alone
    made.headline = find_headline(lines, body, titles)
    if bare is not None:
        made.headline = bare_text.headline(lines, made.body, made.headline)
    if made.headline is not None:
        made.headline_lines = 2 if goes_on(lines, made.headline) else 1
        for i in range(made.headline, made.headline + made.headline_lines):
            made.body[i] = False
        for i in range(made.headline):  # a kicker; text proper does not stand over its headline
            if made.body[i] and len(made.lines[i].text) <= 60:
                made.body[i] = False
        last = made.headline + made.headline_lines - 1
        for i in signatures(lines, made.body, last) if roles is None else ():
            made.body[i] = False
        told = roles or LineRoles()
        made.standfirst = find_standfirst(lines, made.body, last, told.leads, told.not_leads)
        if made.standfirst is not None:
            made.body[made.standfirst] = False
    made.fates = _fates(made)
    made.text = [i for i, fate in enumerate(made.fates) if fate == "body"]
    _find_dateline(made)
    made.cut = [i for i, fate in enumerate(made.fates) if fate is None]
    made.furniture = JoinedLines([lines[i].text[:READ].lower() for i in made.cut])
    return made


def _cut_related(made: Draft) -> None:
    """Lines that name themselves furniture go; `Read more` takes the link around it with it: the same words before
    and after.
    """
    last = len(made.lines) - 1
    near = {k for i, kept in enumerate(made.body) if kept for k in range(i - 2, i + 3) if 0 <= k <= last}
    for i in sorted(near):
        line = made.lines[i]
        if not line.text.strip(_RULED):
            rule: str | None = "separator"
        else:
            rule = "cookie banner" if of_cookies(line.text) else is_furniture(line.text)
        if rule is None:
            continue
        made.body[i] = False
        made.rules[i] = rule
        if rule == "read more" and line.bullet:
            _cut_listed_under(made, i)
        if rule == "read more" and 0 < i < len(made.lines) - 1 and made.lines[i - 1].text == made.lines[i + 1].text:
            made.body[i - 1] = made.body[i + 1] = False
            made.rules[i - 1] = made.rules[i + 1] = "link to another article"


def _cut_listed_under(made: Draft, i: int) -> None:
    """The items of the list that `See also:` is the head of: bullets indented deeper than its own."""
    for k in range(i + 1, len(made.lines)):
        line = made.lines[k]
        if not line.bullet or line.indent <= made.lines[i].indent:
            return
        made.body[k] = False
        made.rules[k] = "link to another article"


def _fates(made: Draft) -> list[Fate | None]:
    fates: list[Fate | None] = [None] * len(made.lines)
    kept = [i for i, yes in enumerate(made.body) if yes]
    title = made.lines[made.headline].text if made.headline is not None else None
    called = made.roles.captions if made.roles else ()
    for i in kept:
        fates[i] = "body"
        text = made.lines[i].text
        if len(text) < 300 and (i in called or is_caption(text)):
            fates[i] = "caption"
        elif title and text == title:
            fates[i] = None
        elif (made.roles is None or i in made.roles.headings) and _subhead(made.lines, made.body, i):
            fates[i] = "subhead"
    if made.headline is not None:
        for i in range(made.headline, made.headline + made.headline_lines):
            fates[i] = "headline"
    if made.standfirst is not None:
        fates[made.standfirst] = "standfirst"
    for i, line in enumerate(made.lines):
        if title and fates[i] is None and line.text == title:
            made.rules[i] = "headline again"
    if kept:
        _captions_near(made, fates, kept, called)
    return fates


def _captions_near(made: Draft, fates: list[Fate | None], kept: list[int], called: Collection[int]) -> None:
    """Pictures' captions between the headline and the end of the text are kept beside it: those with a credit, and
    those that the tags of a page call so (`called`).
    """
    start = min(kept[0], made.headline if made.headline is not None else kept[0])
    for i in range(start, kept[-1] + 1):
        text = made.lines[i].text
        if (
            fates[i] is None
            and i not in made.rules
            and (i in called or is_caption(text))
            and len(text.split()) >= 4
            and not is_furniture(text)
        ):
            fates[i] = "caption"


def _subhead(lines: Sequence[Line], body: Sequence[bool], i: int) -> bool:
    """A short line without an end of its own between lines of running text; rows of short lines are lists, verse or
    tables.
    """
    text = lines[i].text
    if len(text) > 140 or len(text.split()) > 18 or lines[i].bullet or ends_a_sentence(text) or text[-1] in ":;,-–—":
        return False
    if text[0].islower() or (text[0] in SPEECH_STARTS and text[-1] not in CLOSING_QUOTES):
        return False
    before = next((lines[k].text for k in range(i - 1, max(-1, i - 4), -1) if body[k]), None)
    after = next((lines[k].text for k in range(i + 1, min(i + 4, len(lines))) if body[k]), None)
    return after is not None and _running(after) and (before is None or _running(before))


def _running(text: str) -> bool:
    return len(text) >= 80 or (len(text) >= 40 and ends_a_sentence(text))


def _find_dateline(made: Draft) -> None:
    """A dateline at the beginning of the text, or alone on a line above it."""
    kept = made.text
    if not kept:
        return
    top = made.headline if made.headline is not None else kept[0]
    for i in range(top, kept[0]):
        alone = standing_alone(made.lines[i].text) if made.fates[i] is None else None
        if alone:
            made.fates[i] = "dateline"
            made.dateline = alone
            return
    for i in kept[:2]:
        made.dateline = find_dateline(made.lines[i].text)
        if made.dateline:
            return


def paragraphs(made: Draft) -> tuple[Paragraph, ...]:
    """The kept text, subheads and captions in reading order."""
    kinds: dict[Fate | None, ParagraphKind] = {"body": "body", "subhead": "subhead", "caption": "caption"}
    return tuple(
        Paragraph(line.text, made.kinds.get(i, "body") if fate == "body" else kinds[fate], line.number)
        for i, (line, fate) in enumerate(zip(made.lines, made.fates, strict=True))
        if fate in kinds
    )


def removed(made: Draft) -> tuple[Removed, ...]:
    """Every original line that is not kept, with its rule."""
    named = rules_of([made.lines[i].text for i in made.cut], made.furniture)
    _name_pull_quotes(made, named)
    fields: list[tuple[str, int, str]] = []
    for i, rule in zip(made.cut, named, strict=True):
        line = made.lines[i]
        rule = made.rules.get(i, rule)
        if len(line.whole) == 1:
            fields.append((line.whole[0], line.number, rule))
        else:
            fields += [(piece, line.number + k, rule) for k, piece in enumerate(line.whole)]
    pieces: list[Removed] = list(map(as_removed, fields))
    if made.farther_down:
        pieces += made.farther_down
        pieces.sort(key=itemgetter(1))
    return tuple(pieces)


def _name_pull_quotes(made: Draft, named: list[str]) -> None:
    """What was cut from the middle of the text and says only what that says is a pull quote."""
    body = made.text
    if not body:
        return
    text = "\n".join(made.lines[i].text for i in body)[:_READ_FOR_QUOTES]
    begin = bisect_left(made.cut, body[0])
    for k in range(begin, min(begin + _MOST_QUOTES, bisect_left(made.cut, body[-1]))):
        line = made.lines[made.cut[k]].text
        if named[k] in NAMELESS and len(line) >= _QUOTED and line.strip(_AROUND_QUOTES) in text:
            named[k] = "pull quote"


def latest_day(document: RawDocument) -> date:
    """No article is from after this day: when it was fetched, else today."""
    fetched = document.fetched
    return (fetched or datetime.now(timezone.utc)).date()


def outlet_of_text(made: Draft, title: str | None = None, headline: str | None = None) -> str | None:
    """The outlet by the page's own words; `title` and `headline`: what its tags say, for want of which its lines
    count.
    """
    furniture = [made.lines[i].text for i in made.cut]
    headline = headline or made.title
    above = [line.text for line in made.lines[: min(made.headline or 30, 40) or 1]]
    head = (made.headline or 0) + 1
    if told := outlets.source_in(line.text for line in made.lines[head : head + 4]):
        return told
    return outlets.outlet_of_text([title, *above] if title else above, headline, furniture, made.furniture)


def printed_by_agency(made: Draft, agency: str | None) -> bool:
    """Whether the agency of the dateline is the outlet too: a bare text, or a page on which its name stands in the
    furniture.

    A page with menus of somebody else's is a reprint by an outlet that did not say its name.
    """
    if agency is None or (agency.islower() and agency not in AGENCIES):
        return False  # an abbreviation is not a name
    rights = [made.lines[made.cut[k]].text for k in made.furniture.holding("©", "copyright")]
    return len(made.cut) <= 15 or any(agency in text for text in rights if len(text) < 200)


def shown_beside_headline(made: Draft) -> bool:
    """Whether the day of publication stands right over or under the headline, as date lines do."""
    return made.headline is not None and made.date_line is not None and abs(made.date_line - made.headline) <= _BESIDE


def byline_of_text(made: Draft) -> tuple[str, int] | None:
    """The first byline around the head or right after the text, and its line's index."""
    below = [i for i in made.below if i not in made.comments]
    cells = made.roles.cells if made.roles else ()
    free = [fate is None for fate in made.fates]
    return find_byline(made.lines, free, made.headline, made.text, below, bare=made.roles is None, cells=cells)


def date_of_text(made: Draft, latest: date, language: str | None) -> publication.Dating:
    """What the lines state, else what the dateline settles or leaves open."""
    body = [fate == "body" for fate in made.fates]
    apart = made.roles.pictures if made.roles else None
    stated, line = publication.of_lines(made.lines, body, made.headline, latest, language, apart)
    if stated.published is not None:
        made.date_line = line
        if line is not None and made.fates[line] is None:
            made.rules.setdefault(line, "date line")
        return stated
    kept = made.text
    text = "\n".join(made.lines[i].text for i in kept)[:20_000]
    return publication.of_dateline(made.dateline, text, latest)
