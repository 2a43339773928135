"""Pages that are no articles are refused with the reason; nothing on them is lost; articles are not refused."""

from __future__ import annotations

import pytest

from reader.article import NO_ARTICLE, Article, RawDocument
from reader.cleaning import clean

MENU = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/shop'>Shop</a></li><li><a href='/help'>Help</a></li></ul></nav>"
GOODS = (
    "Lantern",
    "Kettle",
    "Rope",
    "Anchor",
    "Compass",
    "Bucket",
    "Oar",
    "Tarpaulin",
    "Whistle",
    "Hook",
    "Net",
    "Float",
)
NEWS = (
    "Harbour of Kesten to be dredged",
    "Ferry stays in port for a third day",
    "Council argues about the bell tower",
    "Two seals rescued from the old lock",
    "School orchestra wins at Brandhaven",
    "Storm takes the roof of the fish hall",
    "New bridge opens without its mayor",
    "Bakers of the island fall out over rye",
    "Lighthouse gets its lamp back at last",
    "Fewer herring, dearer bread, says report",
)
SENTENCES = (
    "The rope that we took to the island was ten years old, and the harbour master laughed when she saw it.",
    "By noon it had held two boats and a pontoon, and nobody laughed any more, although the wind had turned.",
    "What makes a rope last is not its price but whether it is dried, coiled and hung where the air can reach it.",
    "We asked three chandlers in Kesten how they keep theirs, and each of them showed us a different cellar.",
    "The oldest one, who sold her first line in the year of the great storm, swears by cold smoke and patience.",
    "None of this is new, she says, but people forget it as soon as they can buy the next one for ten crowns.",
)


def page(markup: str, url: str | None = None) -> Article:
    return clean(RawDocument(identity="x", text=markup, kind="html", url=url))


def catalogue() -> str:
    card = (
        "<div class='card'><a class='name' href='/p/{n}'>{name} No. {n}</a><span>(12 reviews)</span>"
        "<div class='price'>${n}9.95</div><button>Add to cart</button></div>"
    )
    cards = "".join(card.format(n=n, name=name) for n, name in enumerate(GOODS, 1))
    return (
        f"<html><head><title>Deck gear | Brandt Chandlery</title></head><body>{MENU}<main><h1>Deck gear</h1>"
        f"<p>Sort by</p><p>Filter</p><p>48 products</p><div class='grid'>{cards}</div><a href='?p=2'>Load more</a></main>"
        "<footer><p>Free shipping</p></footer></body></html>"
    )


def front() -> str:
    card = "<div class='teaser'><h3><a href='/n/{n}'>{title}</a></h3><span class='ago'>{n} hours ago</span></div>"
    cards = "".join(card.format(n=n, title=title) for n, title in enumerate(NEWS, 1))
    return (
        f"<html><head><title>Island news | Kesten Courier</title><meta property='og:type' content='website'></head><body>"
        f"{MENU}<main><h1>Island</h1>{cards}<a href='?p=2'>Load more</a></main></body></html>"
    )


@pytest.mark.parametrize(
    ("markup", "address"),
    [
        (catalogue(), "https://chandlery.example/collections/deck"),
        (catalogue(), None),
        (front(), "https://courier.example/island"),
    ],
    ids=["catalogue", "catalogue without its address", "section front"],
)
def test_a_list_is_refused_and_all_its_lines_are_kept_as_cut(markup: str, address: str | None) -> None:
    found = page(markup, address)
    assert found.text == ""
    assert any(name in piece.text for piece in found.removed for name in (GOODS[0], NEWS[0]))
    assert any(piece.rule == NO_ARTICLE for piece in found.removed)


def test_what_would_have_been_kept_of_a_list_says_why_it_was_not() -> None:
    about = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES[2:4])
    found = page(catalogue().replace("<p>Sort by</p>", f"<div>{about}</div><p>Sort by</p>"))
    assert found.text == ""
    assert set(SENTENCES[2:4]) <= {piece.text for piece in found.removed if piece.rule == NO_ARTICLE}


@pytest.mark.parametrize("around", ["", "<p>$12.50 at Brandt's</p>"], ids=["plain", "with prices"])
def test_an_article_about_goods_with_a_list_of_links_under_it_is_an_article(around: str) -> None:
    text = "".join(f"<p>{sentence}</p>{around}" for sentence in SENTENCES)
    related = "".join(f"<li><a href='/n/{n}'>{title}</a></li>" for n, title in enumerate(NEWS))
    found = page(
        f"<html><head><title>How to keep a rope</title></head><body>{MENU}<article><h1>How to keep a rope</h1>{text}"
        f"</article><ul class='related'>{related}</ul></body></html>"
    )
    assert SENTENCES[0] in found.text
    assert SENTENCES[5] in found.text


@pytest.mark.parametrize("kind", ["article", "video.other"])
def test_a_page_that_calls_itself_an_article_or_a_video_and_dates_itself_is_never_refused(kind: str) -> None:
    about = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES[2:])
    head = f'<meta property="og:type" content="{kind}"><meta property="article:published_time" content="2022-11-17">'
    listed = catalogue().replace("<p>Sort by</p>", f"<div>{about}</div><p>Sort by</p>")
    assert page(listed).text == ""
    assert SENTENCES[3] in page(listed.replace("<head>", f"<head>{head}")).text


@pytest.mark.parametrize("posts", [5, 10])
@pytest.mark.parametrize("address", [None, "https://courier.example/"], ids=["no address", "front page"])
def test_posts_with_the_first_sentence_of_each_are_a_list(posts: int, address: str | None) -> None:
    post = "<div class='post'><h2><a href='/n/{n}'>{title}</a></h2><span>{n} May 2023</span><p>{first}</p><a href='/n/{n}'>Read more</a></div>"
    listed = "".join(
        post.format(n=n, title=NEWS[n - 1], first=SENTENCES[n % len(SENTENCES)]) for n in range(1, posts + 1)
    )
    front = f"<html><head><title>Kesten Courier</title></head><body>{MENU}<main><h1>Harbour</h1>{listed}</main></body></html>"
    assert page(front, address).text == ""


def test_a_short_report_over_many_links_is_an_article() -> None:
    text = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES[:2])
    links = "".join(f"<li><a href='/n/{n}'>{title}</a></li>" for n, title in enumerate(NEWS * 3))
    found = page(
        f"<html><head><title>Rope holds a pontoon</title></head><body>{MENU}<h1>Rope holds a pontoon</h1>{text}"
        f"<ul>{links}</ul></body></html>"
    )
    assert SENTENCES[1] in found.text
