"""Invented series of an outlet's articles, for the tests of what recurs on its pages."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reader import cleaning, stories, summarizing

INSERT = "The Pellworth Courier brings a letter from its newsroom to your inbox every morning, with the stories you will want."
"""Cleaning by itself takes this for text."""

TOLD = (
    ("Ferry to Orrin loses its bow door", (
        "The ferry between Pellworth and Orrin lost its bow door in the small hours and came home backwards.",
        "Captain Mira Tolland said that none of the forty passengers noticed until the gulls came in.",
        "The shipyard has promised a new door before the herring season, in green if no other paint is left.")),
    ("A bakery that closes when the bread is gone", (
        "In Lenn Street there is a bakery that opens at four and closes when the last loaf has been sold.",
        "Its owner, Odile Brandt, bakes two hundred rye loaves a day and has never counted on more.",
        "On Saturdays the queue reaches the church, and the organist has asked for a quieter oven fan.")),
    ("Council votes against a second roundabout", (
        "Nine of the fifteen councillors voted against a second roundabout at the station on Tuesday evening.",
        "Councillor Benno Aster called the first one a monument to patience, which drew laughter from both benches.",
        "Traffic counts will be taken again in autumn, when the beet lorries are on the road.")),
    ("Glass harmonica found in a school attic", (
        "Caretaker Ruth Ames found a glass harmonica under the roof of the Hollis school while looking for a leak.",
        "The instrument has thirty-one bowls, two of them cracked, and was last played at a wedding in 1911.",
        "A restorer from Tarn will tune it over the summer; the children have been promised a concert.")),
    ("Beekeepers count their winter losses", (
        "One hive in six did not live through the winter, the beekeepers of the Velm valley reported.",
        "Their chairman, Ivo Sander, blames the warm December, in which the queens laid eggs far too early.",
        "New colonies are coming from the hills, where the frost held and the mites did not.")),
    ("Chess club wins on the lowest board", (
        "A fourteen-year-old decided the league match against Marrow on the lowest of eight boards.",
        "Tessa Quill gave up her queen on the nineteenth move and mated with a bishop and a pawn eleven moves later.",
        "The club plays for promotion in March and has ordered a second clock.")),
    ("Well runs dry at the upper farms", (
        "Three farms above Dunlow have been drinking from tankers since the common well ran dry on Friday.",
        "Geologist Aren Holt thinks that the new quarry has cut the spring; the quarry thinks it was the drought.",
        "Boring for a deeper well is to begin next week and will cost each household eight hundred crowns.")),
    ("Night train gets its dining car back", (
        "From June the night train to Kesten will carry a dining car again, eleven years after the last soup.",
        "The railway found the car in a siding at Aldmoor, where swallows had nested in the lamp shades.",
        "Cook Janos Verd has written a menu of six dishes, all of which can be eaten on a curve.")),
)  # fmt: skip
"""Headlines and paragraphs of articles about quite different things."""


@pytest.fixture(scope="module")
def worked_out_once() -> Iterator[None]:
    """What depends on one document alone is worked out once in a module whose tests add the same ones over and over."""
    with pytest.MonkeyPatch.context() as patch:
        for module, name in ((cleaning, "clean"), (summarizing, "rank"), (stories, "features_of")):
            function: Callable[..., Any] = getattr(module, name)
            patch.setattr(module, name, cache(function))
        yield


def page(headline: str, paragraphs: Sequence[str], *inserted: str) -> str:
    """A dump of a page, with lines inserted after the second paragraph."""
    body = [*paragraphs[:2], *inserted, *paragraphs[2:]]
    return "\n\n".join([headline, *body, "About us", "Privacy policy"]) + "\n"


def save(folder: Path, name: str, text: str, outlet: str | None = "Pellworth Courier", **said: str) -> Path:
    """A record of that text in a folder."""
    folder.mkdir(exist_ok=True)
    record = {"text": text, **({"outlet": outlet} if outlet else {}), **said}
    path = folder / f"{name}.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    return path


def series(folder: Path, *inserted: str, count: int = len(TOLD), **said: str) -> list[Path]:
    """So many articles of one outlet about different things, each with the lines inserted."""
    return [save(folder, f"{n}", page(*TOLD[n], *inserted), **said) for n in range(count)]
