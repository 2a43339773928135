"""A page whose article stands in its JSON-LD and hardly anywhere else."""

from __future__ import annotations

import json

from reader.article import Article, RawDocument
from reader.cleaning import clean, fates, page_lines

TOLD = [
    "The ferry to Kesten will stay in the harbour until the ice is gone, the captain said on Monday after a long walk.",
    "Nobody had asked him about the ice, but he had prepared an answer in the winter and did not want to waste it.",
    "The council thanked him in writing and asked whether the ice could be moved to the market place for the summer.",
    "A baker in the upper town offered to keep some of it, provided that it arrives in pieces that fit his door.",
    "The ice itself lay still, as it has done since the sluice was repaired, and gave off a faint smell of tar.",
    "Ferries will run again in April, or in May, or when the captain has found his second shoe, whichever is first.",
]
TEASER = "The ferry to Kesten will stay in the harbour until the ice is gone, the captain said on Monday"


def document(shown: str, told: str) -> RawDocument:
    data = json.dumps({"@type": "NewsArticle", "headline": "Ferry waits for the ice", "articleBody": told})
    markup = (
        f'<html><head><title>Ferry waits for the ice</title><script type="application/ld+json">{data}</script></head>'
        f"<body><nav><a href='#'>Home</a></nav><h1>Ferry waits for the ice</h1>{shown}"
        f"<p>Subscribe to read on and support the work of our harbour desk.</p></body></html>"
    )
    return RawDocument(identity="x", text=markup, kind="html")


def page(shown: str, told: str) -> Article:
    return clean(document(shown, told))


def test_the_text_that_only_the_tags_hold_is_the_article() -> None:
    found = page(f"<p>{TEASER} …</p>", "\n".join(TOLD))
    assert found.text == "\n\n".join(TOLD)
    assert found.headline == "Ferry waits for the ice"
    assert any(cut.text.startswith(TEASER) for cut in found.removed)


def test_a_text_that_the_page_shows_is_taken_from_the_page() -> None:
    shown = "".join(f"<p>{text}</p>" for text in TOLD)
    found = page(shown, " ".join(TOLD))
    assert [p.text for p in found.paragraphs if p.text in TOLD] == TOLD


def test_a_short_text_in_the_tags_is_no_article() -> None:
    assert TOLD[1] not in page(f"<p>{TEASER} …</p>", TOLD[1]).text


def test_markup_in_the_tags_is_taken_off_once_and_twice() -> None:
    told = "".join(f"&lt;p&gt;{text} &amp;amp; so on&lt;/p&gt;" for text in TOLD)
    found = page("<p>Wait.</p>", told)
    assert found.text.split("\n\n")[0] == f"{TOLD[0]} & so on"


def test_its_lines_are_counted_among_those_of_the_page() -> None:
    raw = document(f"<p>{TEASER} …</p>", "\n".join(TOLD))
    lines = page_lines(raw)
    assert all(lines[p.line - 1] == p.text for p in clean(raw).paragraphs)
    assert [lines[number - 1] for number, fate in fates(raw).items() if fate == "body"] == TOLD
