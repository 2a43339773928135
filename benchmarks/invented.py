"""Invented news as it really comes, to measure adding on: `python benchmarks/invented.py FOLDER --articles 1000`.

Text dumps of pages with menus around them, or clean records (`FILE --records`), put together from words by a seeded
generator: the same seed gives the same texts. What costs time is as in real dumps, measured on eleven hundred of seven
public sets: lengths of texts, menus and lines, how often words, names and numbers return within a text and between
texts, quotations, near-copies, sizes of stories. `run.py` prints how near the costs come to those of real texts.

Common words are the stems of the table in the package, each as often as it says; names and rare words are syllables.
Not here: libraries made without cleaning (`generate.py`).
"""

from __future__ import annotations

import argparse
import json
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from email.utils import format_datetime
from html import escape
from itertools import accumulate
from math import log
from pathlib import Path
from random import Random
from typing import Generic, TypeVar

from reader.stories import idf

FIRST_DAY = date(2014, 1, 1)
A_DAY = 40
"""Articles a day."""
FOLDER = 1_000
"""Files in a folder."""

LENGTH = (log(3_300), 1.0)
"""Characters of a text: mean and deviation of their logarithm; 3,400 are the median of real ones."""
MENU = (log(86), 0.85)
"""Lines cut around it, of which few pages have fewer than four."""
SENTENCE = (log(15), 0.5)
"""Words of a sentence."""
STORIES = ((1, 779), (2, 103), (3, 26), (4, 7), (5, 3), (6, 2), (9, 1))
"""Sizes of stories, and how many there were of each."""
THEMES = 70
"""Subjects that events belong to: what makes reports of different ones look alike."""
COPIES = 0.15
"""The share of further tellings that repeat paragraphs of the first."""
QUOTED, NAMED, COUNTED = 0.09, 0.066, 0.022
"""Shares: of sentences that quote somebody, of words that are names, or numbers."""
LITTLE, TOPIC, RARE = 0.47, 0.15, 0.13
"""Shares of the other words: function words, words of the event, rare ones; what is left is common."""

_T = TypeVar("_T")


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_STARTS = _words("b c d f g h j k l m n p r s t v w z br cl dr fl gr kl pr sk st tr vl")
_VOWELS = _words("a e i o u ai ea ou")
_CODAS = _words("l m n r s t x nd rk lt ss ck")
_LITTLE = _words(
    """the of to and a in for is that on with was it as at be by he from are this have has an but not his they were
    which who will said their or had we been one more its would than about after when there also what all can up if so
    you out into i over she other her no some could just now them first only time most new"""
)
_ENDINGS = ("", "", "s", "ed", "ing", "e")
_OPENERS = _words("the in a but he it they we this at for on as after when")
_GIVEN = _words(
    "Ada Bruno Clara Dario Edda Felix Greta Hugo Ines Jonas Kaja Leo Mira Nils Olga Pavel Rosa Tilda Viktor"
)
_SPEAKS = _words("said told added explained argued insisted")
_MENU_WORDS = _words(
    """home news world business sport culture opinion video weather travel health science money style
    subscribe newsletter share print email more read latest most popular contact about terms privacy careers advertise
    login register search menu follow us comments related stories photos live podcast archive help jobs shop"""
)
_NOTICES = (
    "© {year} {outlet}. All rights reserved.",
    "Share this article on social media",
    "Sign up for our newsletter and never miss a story",
    "Read more: {headline}",
    "Most read",
    "{n} comments",
    "Advertisement",
    "Follow {outlet} on social media for the latest updates",
    "We use cookies to improve your experience. By continuing you agree to our terms of use and privacy policy.",
)


class _Weighted(Generic[_T]):
    """A choice among things of which some come more often than others."""

    def __init__(self, things: Sequence[_T], weights: Sequence[float]) -> None:
        self._things = things
        self._ends = list(accumulate(weights))

    def pick(self, random: Random) -> _T:
        return self._things[bisect(self._ends, random.random() * self._ends[-1])]


def _zipf(things: Sequence[_T], power: float = 1.0) -> _Weighted[_T]:
    return _Weighted(things, [1 / (rank + 3) ** power for rank in range(len(things))])


@dataclass(frozen=True, slots=True)
class _Event:
    """What some outlets report on."""

    day: date
    names: _Weighted[str]
    topic: _Weighted[str]


@dataclass(frozen=True, slots=True)
class _Theme:
    """What the events of many days are about: reports of different ones share these."""

    names: list[str]
    words: list[str]


@dataclass(frozen=True, slots=True)
class Telling:
    """An article of an outlet."""

    headline: str
    outlet: str
    published: date
    paragraphs: tuple[str, ...]


class World:
    """The words, people and outlets that there are; all chance comes from one seed."""

    def __init__(self, seed: int = 1) -> None:
        self.random = random = Random(seed)
        listed = {stem: share for stem, share in idf._shares().items() if stem[0] != "@" and stem.isalpha()}
        self._common = _Weighted(list(listed), list(listed.values()))
        self._little = _zipf(_LITTLE, 1.05)
        self._rare_words = sorted({self._word(random.choice((2, 3, 4, 4))) for _ in range(60_000)})
        random.shuffle(self._rare_words)
        self._rare = _zipf(self._rare_words, 0.55)
        self._places = [self._word(random.choice((2, 3))).title() for _ in range(900)]
        self._place = _zipf(self._places, 0.9)
        self._surname = _zipf([self._word(random.choice((2, 3))).title() for _ in range(9_000)], 0.7)
        self._themes = _zipf([self._theme() for _ in range(THEMES)], 0.5)
        towns = random.sample(self._places, 600)
        self._outlets = [f"{town} {random.choice(('Courier', 'Herald', 'Post', 'Times', 'Tribune'))}" for town in towns]
        self._menus = {outlet: self._menu() for outlet in self._outlets}

    def tellings(self, articles: int) -> Iterator[Telling]:
        """So many articles in the order of their days."""
        random = self.random
        sizes, weights = zip(*STORIES, strict=True)
        waiting: list[tuple[int, int, Telling]] = []
        made = given = 0
        while given < articles:
            while made <= given + 50:  # tellings of a story come with others between them
                first: Telling | None = None
                event = self._event(FIRST_DAY + timedelta(days=made // A_DAY))
                for _ in range(random.choices(sizes, weights)[0]):
                    told = self._telling(event, first)
                    waiting.append((made + random.randrange(60), made, told))
                    first = first or told
                    made += 1
            waiting.sort()
            yield waiting.pop(0)[2]
            given += 1

    def dump(self, telling: Telling) -> str:
        """The page of an article as text, with what stands around it."""
        random = self.random
        lines = max(3, min(900, round(random.lognormvariate(*MENU))))
        menu = self._menus[telling.outlet]
        above = [menu[i % len(menu)] for i in range(min(lines // 2, 120))]
        below = [self._furniture(telling) for _ in range(lines - len(above))]
        head = [telling.headline, f"{telling.published:%-d %B %Y}, {telling.outlet}"]
        apart = random.random() < 0.5
        body: list[str] = []
        for paragraph in telling.paragraphs:
            body += [paragraph, ""] if apart or random.random() < 0.2 else [paragraph]
        return "\n".join([*_spread(random, above), *head, "", *body, *_spread(random, below)]) + "\n"

    def _word(self, syllables: int) -> str:
        random = self.random
        parts = [random.choice(_STARTS) + random.choice(_VOWELS) for _ in range(syllables)]
        return "".join(parts) + (random.choice(_CODAS) if random.random() < 0.6 else "")

    def _person(self) -> str:
        return f"{self.random.choice(_GIVEN)} {self._surname.pick(self.random)}"

    def _theme(self) -> _Theme:
        random = self.random
        words = [self._common.pick(random) for _ in range(10)] + [self._rare.pick(random) for _ in range(10)]
        return _Theme([self._place.pick(random) if n % 2 else self._person() for n in range(6)], words)

    def _event(self, day: date) -> _Event:
        random = self.random
        names = [self._person() for _ in range(random.randrange(3, 8))]
        names += [f"{self._place.pick(random)} {self._word(2).title()}" for _ in range(random.randrange(1, 4))]
        names += [self._place.pick(random) for _ in range(random.randrange(2, 5))]
        theme = self._themes.pick(random)
        random.shuffle(names)
        names = random.sample(theme.names, 2) + names
        topic = [self._common.pick(random) for _ in range(12)] + [self._rare.pick(random) for _ in range(8)]
        random.shuffle(topic)
        topic = random.sample(theme.words, 16) + topic
        return _Event(day, _zipf(names, 0.9), _zipf(topic, 0.6))

    def _telling(self, event: _Event, first: Telling | None) -> Telling:
        random = self.random
        size = min(60_000, max(350, random.lognormvariate(*LENGTH)))
        own = _Event(event.day, event.names, _zipf([self._common.pick(random) for _ in range(30)], 0.4))
        paragraphs: list[str] = []
        if first is not None and random.random() < COPIES:
            paragraphs = [p for p in first.paragraphs if random.random() < 0.6]
        written = sum(map(len, paragraphs))
        while written < size:
            sentences = [self._sentence(event, own) for _ in range(random.choice((1, 1, 2, 2, 3)))]
            paragraphs.append(" ".join(sentences))
            written += len(paragraphs[-1])
        words = [event.topic.pick(random) for _ in range(random.randrange(3, 8))]
        headline = " ".join([event.names.pick(random), *words])
        day = event.day + timedelta(days=random.choice((0, 0, 0, 1, 2)))
        return Telling(headline, random.choice(self._outlets), day, tuple(paragraphs))

    def _sentence(self, event: _Event, own: _Event) -> str:
        random = self.random
        count = max(3, round(random.lognormvariate(*SENTENCE)))
        words = [random.choice(_OPENERS), *(self._token(event, own) for _ in range(count))]
        if count > 12:
            words[count // 2] += ","
        said = " ".join(words)
        said = said[0].upper() + said[1:]
        if random.random() < QUOTED:
            return f"“{said},” {event.names.pick(random)} {random.choice(_SPEAKS)}."
        return f"{said}."

    def _token(self, event: _Event, own: _Event) -> str:
        random = self.random
        chance = random.random()
        if chance < NAMED:
            return self._person() if chance < 0.25 * NAMED else event.names.pick(random)
        if chance < NAMED + COUNTED:
            return random.choice(
                (f"{random.randrange(2, 60)}", f"{random.randrange(100, 2_030)}", f"{chance * 99:.1f}")
            )
        chance = random.random()
        if chance < LITTLE:
            return self._little.pick(random)
        if chance < LITTLE + TOPIC:
            return (event if chance < LITTLE + TOPIC / 2 else own).topic.pick(random)
        if chance < LITTLE + TOPIC + RARE:
            return self._rare.pick(random)
        return self._common.pick(random) + random.choice(_ENDINGS)

    def _menu(self) -> list[str]:
        random = self.random
        lines = [" ".join(random.sample(_MENU_WORDS, random.choice((1, 1, 2, 2, 3, 4)))) for _ in range(70)]
        return [line.title() if random.random() < 0.8 else line for line in lines]

    def _furniture(self, telling: Telling) -> str:
        random = self.random
        chance = random.random()
        if chance < 0.45:
            return random.choice(self._menus[telling.outlet])
        headline = " ".join(
            [self._place.pick(random), *(self._common.pick(random) for _ in range(random.randrange(4, 11)))]
        )
        if chance < 0.85:
            return headline
        notice = random.choice(_NOTICES)
        return notice.format(
            year=telling.published.year, outlet=telling.outlet, headline=headline, n=random.randrange(90)
        )


def _spread(random: Random, lines: Sequence[str]) -> Iterator[str]:
    """With blank lines between some of them."""
    for line in lines:
        yield line
        if random.random() < 0.3:
            yield ""


def write_dumps(folder: Path, articles: int, seed: int = 1) -> int:
    """Writes so many text files; how many bytes they have in all."""
    world = World(seed)
    size = 0
    for number, telling in enumerate(world.tellings(articles)):
        place = folder / f"{number // FOLDER:04}"
        if number % FOLDER == 0:
            place.mkdir(parents=True, exist_ok=True)
        data = world.dump(telling).encode()
        (place / f"{number:07}.txt").write_bytes(data)
        size += len(data)
    return size


def record_of(telling: Telling, number: int, most: int = 2_000) -> dict[str, str]:
    """An article as a clean record, as a feed has it: of its text about so many characters."""
    kept: list[str] = []
    for paragraph in telling.paragraphs:
        kept.append(paragraph)
        if sum(map(len, kept)) > most:
            break
    return {
        "headline": telling.headline,
        "outlet": telling.outlet,
        "published": telling.published.isoformat(),
        "url": f"https://news.example/{number}",
        "text": "\n\n".join(kept),
    }


def feed_item(record: Mapping[str, str], link: str, when: datetime) -> str:
    """A clean record as an item of an RSS feed, its text whole."""
    text = "".join(f"<p>{escape(part, quote=False)}</p>" for part in record["text"].split("\n\n"))
    return (
        f"<item><title>{escape(record['headline'])}</title><link>{link}</link><guid>{link}</guid>"
        f"<pubDate>{format_datetime(when)}</pubDate><description>{escape(text)}</description></item>\n"
    )


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--records", action="store_true", help="FOLDER is a file of clean records, one a line")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    if not arguments.records:
        size = write_dumps(arguments.folder, arguments.articles, arguments.seed)
        print(f"{arguments.articles:,} dumps, {size / 1e6:,.1f} MB")
        return
    with arguments.folder.open("w", encoding="utf-8") as file:
        for number, telling in enumerate(World(arguments.seed).tellings(arguments.articles)):
            file.write(json.dumps(record_of(telling, number), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
