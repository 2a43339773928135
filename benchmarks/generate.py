"""A big library of invented news, to measure the reader on: `python benchmarks/generate.py FILE --articles 100000`.

People, places, outlets and events are put together from syllables and templates by a seeded generator: the same seed
gives the same library. It is written through the same door as real articles, with rankings, features and stories, so
that everything in the reader works on it. Most articles belong to a story of two to seven tellings.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from random import Random

from reader.article import Article, Ranking, RawDocument, Sentence
from reader.library import Store
from reader.stories import Features

FIRST_DAY = date(2014, 1, 1)
YEARS = 10
BATCH = 2_000
"""Articles in one transaction."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_STARTS = _words("Bel Cor Dan El Fen Gal Har Is Jor Kal Lor Mar Nor Os Pel Quin Ros Sil Tor Ul Var Wen Yar Zel")
_MIDDLES = _words("a an ar e en er i in o on or u")
_ENDS = _words("dale dor fell gate ham holm kov lin mark mere mond nik ov rick sen ska son stad ter ton vic wick")
_GIVEN = _words(
    "Ada Bruno Clara Dario Edda Felix Greta Hugo Ines Jonas Kaja Leo Mira Nils Olga Pavel Rosa Stefan Tilda Viktor"
)
_PAPERS = _words(
    "Courier Dispatch Examiner Gazette Herald Journal Ledger Mercury Observer Post Record Sentinel Telegraph Tribune"
)
_AGENCIES = ("NORDPRESS", "Meridian Wire", "EPN", "Allied Reports")
_BODIES = (
    "port authority", "city council", "energy ministry", "teachers' union", "central bank", "rail operator",
    "health board", "fishing fleet", "film festival", "space agency", "appeal court", "football league",
    "river commission", "museum trust",
)  # fmt: skip
_MATTERS = (
    "a tram line", "the flood wall", "a wage deal", "the grain quota", "a data leak", "the bridge repairs",
    "an opera season", "the ferry timetable", "a vaccine order", "the border crossing", "a satellite launch",
    "the water price", "a transfer fee", "the school calendar", "a mining licence", "the heating subsidy",
    "a stolen painting", "the harvest forecast",
)  # fmt: skip
_ACTS = ("approves", "rejects", "delays", "defends", "reopens", "questions", "funds", "halts", "reviews", "drops")
_REASONS = (
    "costs that rose by {n} per cent in a year", "a report of {n} pages that few had read", "pressure from {place}",
    "a petition with {n},000 names", "an error in the {body}'s own figures", "the storm of last {month}",
)  # fmt: skip
_OPENINGS = (
    "The {body} of {place} on {day} said it {acts} {matter}, citing {reason}.",
    "{person}, who leads the {body} of {place}, {acts} {matter} after weeks of argument, officials said on {day}.",
    "After {n} hours of talks in {place} the {body} {acts} {matter}, {person} told reporters.",
)
_SENTENCES = (
    '"We have looked at {matter} from every side, and {n} of the options were worse," {person} said.',
    "{other}, a resident of {place} for {n} years, said nobody had asked the people on the quay.",
    "The decision on {matter} follows {reason}.",
    "Documents seen by this newspaper put the cost at {n} million crowns, twice the first estimate.",
    '"Ask me again in {month}," {other} said when asked whether the {body} would keep its word.',
    "In {elsewhere}, {n} kilometres to the north, the same question has divided the council since {month}.",
    "The {body} has until the end of {month} to publish its reasons.",
    "{other} of the opposition called the step late but welcome.",
    "A spokeswoman for {person} declined to say who had drafted the text.",
    "Shops near the old market in {place} closed early, and about {n} people gathered in the rain.",
    "Engineers had warned of {matter} in a letter dated {month}, according to two people who read it.",
    "The vote was {n} to {m}, with three members absent.",
    "Whether {elsewhere} will follow is open; its own {body} meets in {month}.",
    '"I would do it again," said {person}, "but I would start with the figures."',
    "Earlier plans had failed over {reason}.",
    "Prices in {elsewhere} barely moved on the news.",
)
_MONTHS = _words("January February March April May June July August September October November December")
_ZONES = tuple(timezone(timedelta(hours=hours)) for hours in (0, 1, 2, 3, -5))


@dataclass(frozen=True, slots=True)
class _Event:
    """What some outlets report on."""

    number: int
    day: date
    person: str
    place: str
    body: str
    matter: str
    act: str


class _World:
    """The people, places and outlets that there are; all chance comes from one seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        stems = [a + b for a in _STARTS for b in _MIDDLES]
        self.places = [stem + end for stem in stems for end in _ENDS[:12]]
        surnames = [stem + end for stem in stems for end in _ENDS]
        self.people = [f"{given} {name}" for name in surnames for given in self.random.sample(_GIVEN, 2)]
        towns = self.random.sample(self.places, 44)
        self.outlets = [*_AGENCIES, *(f"{town} {self.random.choice(_PAPERS)}" for town in towns)]

    def events(self, articles: int) -> Iterator[tuple[_Event, int]]:
        """Events in time order, each with its number of tellings, until there are that many articles."""
        left, number = articles, 0
        while left > 0:
            tellings = min(left, self.random.choice((1, 1, 1, 2, 2, 3, 4, 7)))
            day = FIRST_DAY + timedelta(days=(articles - left) * 365 * YEARS // articles)
            pick = self.random.choice
            yield (
                _Event(number, day, pick(self.people), pick(self.places), pick(_BODIES), pick(_MATTERS), pick(_ACTS)),
                tellings,
            )
            left -= tellings
            number += 1

    def telling(self, event: _Event, number: int) -> tuple[RawDocument, Article, Ranking, Features]:
        """One outlet's article on the event, with all that is worked out from it."""
        random = self.random
        outlet = random.choice(self.outlets)
        sentences = self._sentences(event)
        text = ""
        placed: list[Sentence] = []
        for place, sentence in enumerate(sentences):
            text += "" if not text else "\n\n" if place % 3 == 0 else " "
            placed.append(Sentence(sentence, len(text), len(text) + len(sentence), 1 / (place + 1)))
            text += sentence
        headline = f"{event.place} {event.body} {event.act} {event.matter}"
        if random.random() < 0.3:
            headline = f"{event.person} and {event.matter}: what {event.place} wants"
        article = Article(
            text=text,
            headline=headline if random.random() < 0.98 else None,
            language="en",
            **self._source(event, outlet),
        )
        slug = outlet.lower().replace(" ", "-")
        identity = f"/archive/{slug}/{event.day:%Y/%m}/{number}.txt"
        raw = f"{headline}\n{outlet}\n\n{text}\n\nShare this\nRead more\n"
        document = RawDocument(
            identity=identity, text=raw, data=raw.encode(), source=identity, stamp=f"{len(raw)} {number}"
        )
        ranking = Ranking(tuple(placed), tuple(range(len(placed))), "news")
        return document, article, ranking, self._features(event, article)

    def _source(self, event: _Event, outlet: str) -> dict[str, object]:
        """Outlet and date, some unknown: `_telling` in its own words when, as exactly as outlets do."""
        random = self.random
        day = event.day + timedelta(days=random.choice((0, 0, 0, 1, 1, 2, 9)))
        named = outlet if random.random() < 0.97 else None
        chance = random.random()
        if chance < 0.04:
            return {"outlet": named}
        if chance < 0.05:
            return {"outlet": named, "day_and_month": f"--{day:%m-%d}"}
        if chance < 0.10:
            why = f"{day:%-d %B} was a {day:%A} in {day:%Y}"
            return {"outlet": named, "published": day, "published_from": "inferred", "published_why": why}
        if chance < 0.30:
            return {"outlet": named, "published": day}
        time_of_day = datetime(
            day.year, day.month, day.day, random.randrange(24), random.randrange(60), tzinfo=random.choice(_ZONES)
        )
        return {"outlet": named, "published": time_of_day}

    def _sentences(self, event: _Event) -> list[str]:
        random = self.random
        templates = [random.choice(_OPENINGS), *random.sample(_SENTENCES, random.randrange(5, len(_SENTENCES)))]
        return [self._filled(template, event) for template in templates]

    def _filled(self, template: str, event: _Event) -> str:
        random = self.random
        words = {
            "person": event.person, "place": event.place, "body": event.body, "matter": event.matter, "acts": event.act,
            "other": random.choice(self.people), "elsewhere": random.choice(self.places), "day": f"{event.day:%A}",
            "month": random.choice(_MONTHS), "n": random.randrange(2, 90), "m": random.randrange(2, 90),
        }  # fmt: skip
        words["reason"] = random.choice(_REASONS).format_map(words)
        sentence = template.format_map(words)
        return sentence[0].upper() + sentence[1:]

    def _features(self, event: _Event, article: Article) -> Features:
        """The names and words of the event, as the real features would have them, made without parsing the text."""
        terms = dict.fromkeys(f"{event.body} {event.matter} {event.act}".replace("'", "").lower().split(), 1.0)
        surname = event.person.split()[-1].lower()
        terms |= {f"@{surname}": 2.0, f"@{event.place.lower()}": 2.0}
        words = [word.strip('".,?:;').lower() for word in article.text.split(None, 90)[:90]]
        terms |= {word: 0.5 for word in words if len(word) > 6}
        when = article.published
        return Features(
            terms=terms,
            shown=((surname, event.person), (event.place.lower(), event.place)),
            day=when.date() if isinstance(when, datetime) else when,
            inferred=article.published_from == "inferred",
            day_and_month=article.day_and_month,
            language="en",
        )


def generate(path: Path, articles: int, *, seed: int = 1, progress: bool = False) -> None:
    """Fills the library file, which must not exist yet."""
    if path.exists():
        sys.exit(f"{path} exists already")
    world = _World(seed)
    events = world.events(articles)
    done = 0
    with Store(path) as store:
        while done < articles:
            with store.transaction():
                batch_end = min(articles, done + BATCH)
                while done < batch_end:
                    event, tellings = next(events)
                    ids = [_put(store, world, event, done + n) for n in range(tellings)]
                    if len(ids) > 1:
                        store.set_story(ids)
                    done += tellings
            if progress:
                print(f"\r{done:,} of {articles:,}", end="", file=sys.stderr, flush=True)


def _put(store: Store, world: _World, event: _Event, number: int) -> int:
    document, article, ranking, features = world.telling(event, number)
    id_, _ = store.put(document, article)
    store.put_ranking(id_, ranking)
    store.put_features(id_, features.keys, features.pack())
    return id_


def of_sizes(sizes: Sequence[int], keep: Path | None) -> Iterator[Path]:
    """A library of each size: in the folder `keep`, where it stays for the next time, else in a temporary one."""
    with tempfile.TemporaryDirectory() as temporary:
        for size in sizes:
            path = (keep or Path(temporary)) / f"{size}.library"
            if not path.exists():
                generate(path, size)
            yield path


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    started = time.perf_counter()
    generate(arguments.file, arguments.articles, seed=arguments.seed, progress=sys.stderr.isatty())
    size = arguments.file.stat().st_size / 1e6
    print(f"{arguments.articles:,} articles, {size:,.0f} MB, in {time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main()
