"""What stands around articles on pages: comments, teasers, boxes; put into dumps so that learning meets more of it.

Here: gathering such pieces from labelled pages and strewing them into other pages' dumps. Not here: how a page is
written out as a dump (`text_dumps`), what is right for a line (`labelling`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from labelling import label

from reader.cleaning.input.html_lines import HtmlLine
from reader.cleaning.input.text_lines import split

_OF_COMMENTS = re.compile(r"comment|disqus|kommentar|respond|diskuss")
_SENTENCE = re.compile(r"[.!?…][\"'”’»)]*$")
_NAMES = (
    "Anna", "Ben", "Carla", "David", "Eva", "Farid", "Greta", "Hugo", "Ines", "Jan", "Kim", "Lena", "Marco", "Nadia",
    "Olaf", "Petra", "Quentin", "Rosa", "Sam", "Tilda", "Uwe", "Vera", "Will", "Xenia", "Yusuf", "Zoe",
)  # fmt: skip
_SURNAMES = ("Berg", "Costa", "Dunn", "Engel", "Frost", "Gray", "Holm", "Ito", "Kern", "Lund", "Moss", "Novak", "Orr")
_MONTHS = ("January", "Feb", "March", "April", "May", "June", "July", "Aug", "September", "Oct", "November", "Dec.")
_POINTERS = (
    "Related", "Related posts", "More stories", "You may also like", "Recent posts", "Most popular", "Editor's picks",
    "Mehr zum Thema", "Weitere Artikel", "À lire aussi", "Noticias relacionadas", "Latest news", "Recommended",
)  # fmt: skip


@dataclass
class Pieces:
    """What was gathered from pages."""

    threads: list[list[str]] = field(default_factory=list)
    """Comment sections, as lines."""
    comments: list[str] = field(default_factory=list)
    """What people commented."""
    boxes: list[str] = field(default_factory=list)
    """Sentences that pages say of themselves, their authors and their offers."""
    teasers: list[tuple[str, str]] = field(default_factory=list)
    """Headlines and first sentences."""
    texts: list[list[str]] = field(default_factory=list)
    """The paragraphs of articles."""


def gather(pages: Iterable[tuple[dict[str, Any], Sequence[HtmlLine]]]) -> Pieces:
    """The pieces of pages given as items and as their lines."""
    found = Pieces()
    for item, written in pages:
        gold = item["gold"].get("text")
        of_comments = [line.text for line in written if _OF_COMMENTS.search(line.position.names.partition("\n")[0])]
        said = [text for text in of_comments if len(text) > 60 and text not in (gold or "")]
        if len(said) >= 3 and not gold:
            found.threads.append(of_comments[:150])
            found.comments += [text for text in said if len(text) < 1500]
        if not gold:
            continue
        lines = split([line.text for line in written], wrapped=False)
        found.boxes += [
            line.text
            for line, yes in zip(lines, label(lines, gold), strict=True)
            if not yes and 60 < len(line.text) < 700 and _SENTENCE.search(line.text)
        ]
        paragraphs = [text for text in gold.split("\n") if text.strip()]
        if item["gold"].get("headline") and len(paragraphs) > 2 and len(paragraphs[0]) > 60:
            found.teasers.append((item["gold"]["headline"], paragraphs[0]))
        found.texts.append(paragraphs)
    return found


def _when(random: Random) -> str:
    day, month, year = random.randint(1, 28), random.randrange(12), random.randint(2006, 2024)
    hour, minute = random.randint(1, 12), random.randint(0, 59)
    return random.choice(
        (
            f"{_MONTHS[month]} {day}, {year} at {hour}:{minute:02} {random.choice(('am', 'pm', 'AM'))}",
            f"{day}. {month + 1:02}. {year}, {hour}:{minute:02} Uhr",
            f"{year}-{month + 1:02}-{day:02} {hour:02}:{minute:02}",
            f"{_MONTHS[month]} {day}, {year}",
            f"{random.randint(2, 23)} hours ago",
            f"vor {random.randint(2, 11)} Monaten",
            f"{day:02}/{month + 1:02}/{year} {hour:02}:{minute:02}",
        )
    )


def thread(pieces: Pieces, random: Random) -> list[str]:
    """A comment section: a real one, or made of real comments in one of several forms."""
    if pieces.threads and random.random() < 0.3:
        whole = random.choice(pieces.threads)
        start = random.randrange(max(1, len(whole) // 2))
        return whole[start : start + random.randint(10, 80)]
    count = random.randint(2, 14)
    form = random.randrange(7)
    lines = [
        random.choice(
            (
                f"{count} Comments", f"{count} Responses", f"{count} Kommentare", "Comments", f"Comments ({count})",
                f"{count} thoughts on this", f"{count} commentaires", "Leave a comment", "Discussion", "Readers",
                f"{{ {count} comments… read them below or add one }}", "Kommentare", "Comentarios",
            )
        )
    ]  # fmt: skip
    if random.random() < 0.15:
        lines = []
    for k in range(count):
        name = random.choice(_NAMES) + (" " + random.choice(_SURNAMES) if random.random() < 0.4 else "")
        when = _when(random)
        said = [_comment(pieces, random) for _ in range(1 if random.random() < 0.7 else random.randint(2, 4))]
        lines += (
            [f"{name} says:", when, *said, "Reply"],
            [f"{name} {when}", *said],
            [f"on {when} {name}", *said],
            [name, when, *said, "Reply", "Report"],
            [*said, f"by {name} on {when}", "reply"],
            [f"{k + 1}. {name}", *said],
            [name, *said, when],
        )[form]
    return lines


def _comment(pieces: Pieces, random: Random) -> str:
    if random.random() < 0.75 or not pieces.texts:
        return random.choice(pieces.comments)
    text = random.choice(random.choice(pieces.texts))
    return text[: random.randint(60, 400)] if random.random() < 0.3 else text


def teasers(pieces: Pieces, random: Random) -> list[str]:
    """A list of other articles: their headlines, most with what they begin with, some with a date."""
    lines = [random.choice(_POINTERS)] if random.random() < 0.7 else []
    form = random.randrange(5)
    for _ in range(random.randint(2, 10)):
        title, lead = random.choice(pieces.teasers)
        cut = lead[: random.randint(60, 300)].rsplit(" ", 1)[0] + random.choice(("…", "...", " [...]", ""))
        lines += (
            [title, cut],
            [title, lead],
            [title, cut, _when(random)],
            [_when(random), title, lead if random.random() < 0.5 else cut],
            [f"{title} {cut}"],
        )[form]
    return lines


def boxes(pieces: Pieces, random: Random) -> list[str]:
    """What pages say of themselves."""
    lines = []
    for _ in range(random.randint(1, 4)):
        if random.random() < 0.4:
            lines.append(random.choice(("About", "About the author", "Newsletter", "Contact", "Über uns", "Follow us")))
        lines.append(random.choice(pieces.boxes))
    return lines


def another(pieces: Pieces, random: Random) -> list[str]:
    """The beginning of the next post of a blog, under its headline."""
    title, _ = random.choice(pieces.teasers)
    return [title, _when(random), *random.choice(pieces.texts)[: random.randint(1, 5)]]


def spoiled(raw: Sequence[str], gold: str, pieces: Pieces, random: Random) -> list[str]:
    """A dump with pieces of other pages strewn around its text, cut short, or with its layout gone."""
    lines = split(raw)
    right = [i for i, yes in enumerate(label(lines, gold)) if yes]
    if not right:
        return list(raw)
    first, last = lines[right[0]], lines[right[-1]]
    above, text = list(raw[: first.number - 1]), list(raw[first.number - 1 : last.number - 1 + len(last.whole)])
    below = list(raw[last.number - 1 + len(last.whole) :])
    gaps = sum(not line.strip() for line in text) > 0.2 * len(text)
    if random.random() < 0.12:
        above = above[-random.randint(0, 6) :] if random.random() < 0.5 else above[len(above) // 2 :]
    if random.random() < 0.12:
        below = below[: random.randint(0, 8)]
    for chance, make in ((0.5, thread), (0.3, teasers), (0.25, boxes), (0.06, another)):
        if random.random() < chance:
            piece = _laid_out(make(pieces, random), gaps, random)
            at = random.choice((0, 0, random.randint(0, min(12, len(below))), random.randint(0, len(below))))
            below[at:at] = piece
    for chance, make in ((0.15, teasers), (0.2, boxes)):
        if random.random() < chance:
            piece = _laid_out(make(pieces, random), gaps, random)
            at = random.randint(0, max(0, len(above) - 8))
            above[at:at] = piece
    whole = [*above, *text, *below]
    if random.random() < 0.15:
        whole = [line.strip(" *•-") for line in whole if line.strip()]
    return whole


def _laid_out(lines: Sequence[str], gaps: bool, random: Random) -> list[str]:
    """With empty lines between, where the page has them."""
    if not gaps:
        return list(lines)
    every = random.random() < 0.7
    found = [""]
    for line in lines:
        found.append(line)
        if every or random.random() < 0.5:
            found.append("")
    return found
