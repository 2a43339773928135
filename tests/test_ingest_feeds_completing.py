"""Items that only tease are completed from their pages, where those are to be had."""

from __future__ import annotations

import pytest
from feeds_support import again, feed, follow, item, page, quick
from web_support import Answer, Asked, Site, site

from reader.desk import Library

__all__ = ["quick", "site"]


def test_a_beginning_is_completed_from_its_page(site: Site, library: Library) -> None:
    site.pages["/1"] = Answer(page("rain"))
    site.pages["/feed"] = Answer(feed(item("rain", link="/1", guid="1", content="Rain was spoken of in Velm …")))
    follow(library, site)
    article = library.article(1)
    assert "20th time" in article.text
    assert "Home" not in article.text
    assert (article.headline, article.outlet, article.updated) == ("Of rain", "Velm Post", None)
    again(library)
    assert site.paths().count("/1") == 1


@pytest.mark.parametrize(
    ("said", "standfirst"),
    [
        ("<b>Ada Brunt</b>, who has kept the lock for years, said that the river has risen.",) * 2,
        ("Rain was spoken of for the 1th time in Velm, where the river has risen by 1 centimetres.", None),
        ("Ada Brunt, who has kept the lock for years, said that the river …", None),
    ],
    ids=["says it in short", "is the beginning", "breaks off"],
)
def test_what_the_feed_says_in_short_stays_over_the_text_of_the_page(
    site: Site, library: Library, said: str, standfirst: str | None
) -> None:
    site.pages["/1"] = Answer(page("rain"))
    site.pages["/feed"] = Answer(feed(item("rain", link="/1", guid="1", content=said)))
    follow(library, site)
    article = library.article(1)
    assert "20th time" in article.text
    assert article.standfirst == (standfirst and standfirst.replace("<b>", "").replace("</b>", ""))


@pytest.mark.parametrize(
    "answer",
    [
        Answer(status=403),
        Answer(b"%PDF-1.4 rain was spoken of in Velm"),
        Answer(b"<html><body>" + b"<p>We and our partners store cookies. Choose what you agree to, or pay.</p>" * 40),
        Answer(page("rain", 6).replace(b"</head>", b'<script>{"isAccessibleForFree":"False"}</script></head>')),
        Answer(b"<html><body><p>Rain was spoken of.</p><p>Subscribe to read on.</p></body></html>"),
    ],
    ids=["forbidden", "pdf", "another text", "locked", "shorter"],
)
def test_behind_a_wall_the_feeds_text_is_kept(site: Site, library: Library, answer: Answer) -> None:
    site.pages["/1"] = answer
    said = "Rain was spoken of in Velm, where the river has risen, and Ada Brunt, who keeps the lock, said so: Olm too."
    site.pages["/feed"] = Answer(feed(item("rain", link="/1", guid="1", content=said)))
    follow(library, site)
    assert library.article(1).text == said


def test_a_page_that_could_not_be_reached_is_asked_once_more_later(site: Site, library: Library) -> None:
    site.pages["/1"] = Answer(status=503)
    site.pages["/feed"] = Answer(feed(item("rain", link="/1", guid="1", content="Rain was spoken of in Velm …")))
    follow(library, site)
    assert "20th" not in library.article(1).text
    site.pages["/1"] = Answer(page("rain"))
    again(library)
    assert "20th" in library.article(1).text
    assert library.article(1).updated is None, "it was completed, not edited"


def test_a_host_whose_pages_do_not_answer_holds_up_nothing(site: Site, library: Library) -> None:
    def never(asked: Asked) -> Answer:
        site.closing.wait(1)
        return Answer(page("rain"))

    short = [item(f"day {n}", link=f"/{n}", guid=str(n), content=f"Day {n} was spoken of in Velm …") for n in range(20)]
    site.pages |= {f"/{n}": never for n in range(20)}
    site.pages["/feed"] = Answer(feed(*short))
    follow(library, site)
    assert len(library.entries(range(1, 21))) == 20
    assert len(site.asked) <= 1 + 4 + 1, "the feed, four pages, and one that was on its way"
    site.pages |= {f"/{n}": Answer(page(f"day {n}")) for n in range(20)}
    again(library)
    assert {"20th time" in article.text for article in library.articles()} == {True}


def test_pages_are_not_asked_where_that_is_not_wanted(site: Site, library: Library) -> None:
    site.pages["/1"] = Answer(page("rain"))
    site.pages["/feed"] = Answer(feed(item("rain", link="/1", guid="1", content="Rain …")))
    library.feeds.add(site.url("/feed"), whole=False)
    assert site.paths() == ["/feed"]


def test_pages_on_other_machines_of_the_network_are_never_asked(site: Site, library: Library) -> None:
    """A feed on this machine, named by the person, names pages on others: only its own host was named."""
    link = site.url("/1", host="localhost")
    site.pages["/1"] = Answer(page("rain"))
    site.pages["/feed"] = Answer(feed(item("rain", link=link, guid="1", content="Rain was spoken of in Velm …")))
    follow(library, site)
    assert site.paths() == ["/feed"]
