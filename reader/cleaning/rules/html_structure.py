"""What a page's tags say so plainly that it is not left to the classifier.

Here: lists that stand among the text's paragraphs, comments under their heading, the next article on the same page,
headings and standfirsts by their elements and classes. Not here: the classifier, texts without tags.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.cleaning.input import json_ld_body
from reader.cleaning.input.html_lines import HtmlLine, TreePosition
from reader.cleaning.input.text_lines import Line, ends_a_sentence, match_key
from reader.cleaning.lexicon.boilerplate import is_furniture
from reader.cleaning.lexicon.words import word_set
from reader.cleaning.metadata.captions import is_caption
from reader.cleaning.metadata.headline_tags import headline_of, likeness
from reader.cleaning.metadata.tags import PageTags
from reader.cleaning.rules import html_blocks
from reader.cleaning.rules.html_blocks import HEADINGS
from reader.cleaning.rules.smoothing import THRESHOLD

_HEADED = HEADINGS | {"h1", "h6"}
_UNLIKELY = 0.2
_ALIKE = 0.6
_GOOD_PART = 0.4
_GOOD_PIECE = 800
"""Characters of a text that may be all there is of it, over longer comments."""
_ANNOUNCING, _NAME_LONGEST = 5, 4
"""Fewest words of a sentence that a list of links stands under as text; most words of such a link."""
_COMMENTS = re.compile(
    r"(?:\d{1,5} )?(?:(?:reader )?comments?|responses?|repl(?:y|ies)|thoughts? on .{1,200}|(?:leser)?kommentare?|"
    r"commentaires?|comentarios?|comentários?|commenti|reacties|komentarze|komentarzy|комментари\w{1,3}|коментар\w{0,3}|"
    r"yorum(?:lar)?|kommentarer|komentáře|hozzászólás(?:ok)?|コメント(?:一覧)?|评论|評論|(?:网友|網友|读者|讀者)?(?:留言|评论|評論|回复|回應)(?:列表)?|댓글)"
    r"(?: ?[(（]\d{1,5}[)）])?[:.：]?"
)
_PARTS = re.compile(r"[\s_-]+")
_STAMPS = word_set("dateline byline date datetime timestamp published updated author authors")
_CAPTIONS = word_set("caption captions figcaption bildunterschrift legende légende didascalia bildtext")
_STANDFIRST = word_set(
    """lead lede standfirst subtitle subtitulo subheadline subhead dek deck entradilla bajada copete vorspann chapo
    chapeau sottotitolo ingress summary tagline strapline"""
)


@dataclass(frozen=True, slots=True)
class LineRoles:
    """What the tags of a page say about its lines, by their indices."""

    headings: Collection[int] = ()
    """Lines in heading elements, and paragraphs all in bold."""
    leads: Collection[int] = ()
    """Lines that are called standfirsts."""
    not_leads: Collection[int] = ()
    """Lines that are certainly not standfirsts."""
    pictures: Collection[int] = ()
    """Lines in figures: their dates are those of pictures."""
    captions: Collection[int] = ()
    """Lines that are called captions, and are no links."""
    cells: Collection[int] = ()
    """Lines in tables."""


def apply(lines: Sequence[Line], written: Sequence[HtmlLine], body: Sequence[bool], tags: PageTags) -> list[bool]:
    """`body` with the lists of the text kept whole, the comments and the next articles under it cut, and what only the
    tags hold taken for text.
    """
    page = [written[line.number - 1] for line in lines]
    made = list(body)
    titles = [title for title in (headline_of(tags), tags.title, *tags.headlines) if title]
    _keep_lists(page, made)
    html_blocks.keep_tables(page, made)
    html_blocks.keep_code(page, made)
    _cut_comments(page, made)
    _cut_other_articles(page, made, titles)
    html_blocks.cut_asides_under(page, made)
    html_blocks.cut_discussion(page, made)
    html_blocks.cut_pull_quotes(page, made)
    html_blocks.cut_links(page, made)
    html_blocks.cut_promotions(page, made)
    html_blocks.cut_stamps(page, made)
    html_blocks.cut_votes(page, made)
    json_ld_body.prefer(page, made)
    return [yes and is_furniture(line.text) != "subscription" for line, yes in zip(page, made, strict=True)]


def _keep_lists(page: Sequence[HtmlLine], body: list[bool]) -> None:
    """A list without links whose neighbours on both sides are paragraphs of the text belongs to it (ingredients,
    steps, facts).
    """
    start = 0
    while start < len(page):
        end = start + 1
        if page[start].position.tag == "li":
            while end < len(page) and _same_list(page[start], page[end]):
                end += 1
            items = page[start:end]
            if not all(body[start:end]) and (
                _of_the_text(items, page, body, start, end) or _announced(items, page, body, start, end)
            ):
                body[start:end] = [True] * (end - start)
        start = end


def _same_list(one: HtmlLine, other: HtmlLine) -> bool:
    return other.position.tag == "li" and other.position.parents[1] == one.position.parents[1]


def _of_the_text(
    items: Sequence[HtmlLine], page: Sequence[HtmlLine], body: Sequence[bool], start: int, end: int
) -> bool:
    if len(items) < 2 or any(item.linked or is_furniture(item.text) for item in items):
        return False
    if sum(len(item.text) for item in items) < 15 * len(items):
        return False
    around = items[0].position.parents[2]
    before = next((k for k in range(start - 1, max(-1, start - 3), -1) if page[k].position.tag not in HEADINGS), None)
    after = next((k for k in range(end, min(len(page), end + 2)) if page[k].position.tag not in HEADINGS), None)
    return all(
        k is not None and body[k] and page[k].position.tag == "p" and page[k].position.parents[1] == around
        for k in (before, after)
    )


def _announced(items: Sequence[HtmlLine], page: Sequence[HtmlLine], body: Sequence[bool], start: int, end: int) -> bool:
    """Whether a list of names, linked or not, stands under a sentence of the text with a colon at its end and over
    another paragraph of it.
    """
    if not (start > 0 and end < len(page) and body[start - 1] and body[end] and len(items) > 1):
        return False
    above, below = page[start - 1], page[end]
    return (
        above.text[-1] in ":："
        and len(above.text.split()) >= _ANNOUNCING
        and above.position.tag == below.position.tag == "p"
        and above.position.parents[1] == below.position.parents[1] == items[0].position.parents[2]
        and not is_furniture(above.text)
        and not any(len(item.text.split()) > _NAME_LONGEST or is_furniture(item.text) for item in items)
    )


def _cut_comments(page: Sequence[HtmlLine], body: list[bool]) -> None:
    """What stands under a heading that says `4 responses`, below most of the text or without any text above; with a
    count in it, below a good piece of text: comments may be longer than what they are about.
    """
    mass = [len(line.text) if yes else 0 for line, yes in zip(page, body, strict=True)]
    total, above, last = sum(mass), 0, max((i for i, yes in enumerate(body) if yes), default=0)
    for i, line in enumerate(page[:last]):
        above += mass[i]
        if (
            line.position.tag in HEADINGS
            and len(line.text) < 250
            and _COMMENTS.fullmatch(line.text.lower())
            and _comments_below(page, body, i, above, mostly=2 * above > total)
        ):
            body[i:] = [False] * (len(body) - i)
            return


def _comments_below(page: Sequence[HtmlLine], body: Sequence[bool], at: int, above: int, *, mostly: bool) -> bool:
    """Whether what stands under a heading for comments is not text any more; `above`: the characters of text over it,
    `mostly`: whether these are most of all text.
    """
    below = next((k for k in range(at + 1, len(page)) if body[k]), None)
    if below is None:
        return False
    if above == 0:
        return any("comment" in step.names for step in _steps_out(page[below].position))
    last = next((k for k in range(at - 1, -1, -1) if body[k]), below)
    changes = _look(page[last]) != _look(page[below])
    if mostly:
        return changes or page[at].text[0].isdigit()
    return changes and above >= _GOOD_PIECE and any(c.isdigit() for c in page[at].text)


def _steps_out(position: TreePosition) -> Iterator[TreePosition]:
    step: TreePosition | None = position
    while step is not None:
        yield step
        step = step.outer


def _cut_other_articles(page: Sequence[HtmlLine], body: list[bool], titles: Sequence[str]) -> None:
    """What stands in another `<article>` under a headline of its own, as on pages that go on with the next article; and
    whatever stands in another one, where the one with the headline holds a good part of the text.
    """
    articles = [_article_around(line.position) for line in page]
    heads: dict[int, list[str]] = {}
    for line, article in zip(page, articles, strict=True):
        if article and line.position.tag == "h1":
            heads.setdefault(article, []).append(line.text)
    own = {
        article
        for article, tops in heads.items()
        if any(likeness(top, title) >= _ALIKE for top in tops for title in titles)
    }
    if own:
        mass = [len(line.text) if yes else 0 for line, yes in zip(page, body, strict=True)]
        inside = sum(length for length, article in zip(mass, articles, strict=True) if article in own)
        others = heads.keys() - own
        if inside > _GOOD_PART * sum(mass):
            parts = Counter[int]()
            for length, article in zip(mass, articles, strict=True):
                parts[article] += length
            others |= {article for article in parts if 3 * parts[article] <= sum(mass)} - own - {0}
        body[:] = [yes and article not in others for yes, article in zip(body, articles, strict=True)]


def _article_around(position: TreePosition) -> int:
    """The number of the outermost `<article>` around a text; 0 without one."""
    found = 0
    step: TreePosition | None = position if "article" in position.inside else None
    while step is not None and "article" in step.inside:
        found = step.parents[0] if step.tag == "article" else found
        step = step.outer
    return found


def line_roles(
    lines: Sequence[Line], written: Sequence[HtmlLine], probabilities: Sequence[float], tags: PageTags
) -> LineRoles:
    """What the tags say about headings and standfirsts. `probabilities`: that of each line to be text."""
    page = [written[line.number - 1] for line in lines]
    described = [match_key(text) for text in tags.descriptions]
    looks = Counter(
        _look(line) for line, probability in zip(page, probabilities, strict=True) if probability > THRESHOLD
    )
    usual = max(looks, key=looks.__getitem__, default=None)
    headings, leads, others = set(), set(), set()
    pictures = {
        i for i, line in enumerate(page) if "figcaption" in line.position.inside or "figure" in line.position.inside
    }
    captions = {
        i
        for i, line in enumerate(page)
        if 2 * line.linked < len(line.text)
        and ("figcaption" in line.position.inside or not _CAPTIONS.isdisjoint(_parts(line.position.names)))
    }
    for i, line in enumerate(page):
        if line.position.tag in _HEADED or (line.bold >= len(line.text) and line.position.tag != "li"):
            headings.add(i)
        if _called_standfirst(line):
            leads.add(i)
        elif (
            i in captions
            or _stamped(line)
            or _look(line) == usual
            or (probabilities[i] < _UNLIKELY and not _describes(lines[i].text, described))
        ):
            others.add(i)
    cells = {i for i, line in enumerate(page) if "table" in line.position.inside}
    return LineRoles(headings, leads, others, pictures, captions, cells)


def _look(line: HtmlLine) -> tuple[str, str, int]:
    return line.position.tag, line.position.names, line.position.parents[1]


def _describes(text: str, described: Sequence[str]) -> bool:
    """Whether a line is the description of the page, or its beginning or a piece of it."""
    spelled = match_key(text)
    return len(spelled) > 20 and any(spelled in given or (given in spelled and given) for given in described)


@lru_cache(maxsize=4096)
def _parts(names: str) -> frozenset[str]:
    """The words of an element's classes; many elements of a page have the same."""
    return frozenset(_PARTS.split(names))


def _stamped(line: HtmlLine) -> bool:
    """Whether the class of a line calls it the position for dates and authors."""
    return not _STAMPS.isdisjoint(_parts(line.position.names))


def _called_standfirst(line: HtmlLine) -> bool:
    """Whether the class of a line calls it a standfirst, and it does not end as a sentence of the text would."""
    return (
        not _STANDFIRST.isdisjoint(_parts(line.position.names))
        and 4 <= len(line.text.split()) <= 60
        and not ends_a_sentence(line.text)
        and not is_caption(line.text)
    )
