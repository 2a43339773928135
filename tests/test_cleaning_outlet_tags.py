"""The outlet and the headline of pages: what their tags and titles give, and what of it is something else."""

from __future__ import annotations

import pytest

import reader

HEADLINE = "Kesten sells its old lighthouse to the best bidder"
TEXT = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        "The harbour board of Kesten decided on Monday evening that the old lighthouse will be sold before the winter.",
        "Two buyers have shown their interest so far, one of whom wants to open a restaurant below the lantern room.",
        "The keeper's family has lived on the rock for four generations and would like to stay there for another one.",
    )
)


def cleaned(title: str = HEADLINE, head: str = "", top: str = f"<h1>{HEADLINE}</h1>") -> reader.Article:
    return reader.clean(
        f"<html><head><title>{title}</title>{head}</head><body><article>{top}{TEXT}</article></body></html>",
        kind="html",
    )


def site(name: str) -> str:
    return f'<meta property="og:site_name" content="{name}">'


@pytest.mark.parametrize(
    "head",
    [
        site("Kesten Courier | All the news of the harbour"), site(f"{HEADLINE} &amp;mdash; Kesten Courier"),
        site("Kesten Courier") + '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "x", '
        '"publisher": {"name": "https://kestencourier.example"}}</script>',
        site("Kesten Courier") + '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "x", '
        '"publisher": {"name": "Orlow Media Group"}}</script>',
        '<meta property="al:android:app_name" content="Kesten Courier">',
        '<link rel="alternate" type="application/rss+xml" title="Kesten Courier » Feed" href="/f">',
        '<link rel="alternate" type="application/rss+xml" title="Kesten Courier RSS 2.0" href="/f">',
    ],
)  # fmt: skip
def test_slogans_headlines_addresses_and_owners_are_no_part_of_the_outlets_name(head: str) -> None:
    assert cleaned(head=head).outlet == "Kesten Courier"


@pytest.mark.parametrize(
    "title", [f"{HEADLINE} - Kesten Courier", f"{HEADLINE} | Kesten Courier", f"Kesten Courier: {HEADLINE}"]
)
def test_the_titles_other_end_names_the_outlet(title: str) -> None:
    article = cleaned(title)
    assert (article.headline, article.outlet) == (HEADLINE, "Kesten Courier")


@pytest.mark.parametrize(
    ("title", "head", "top"),
    [
        (f"{HEADLINE} | KTN Politics", site("KTN"), ""),
        (f"{HEADLINE} The Kesten Courier", site("The Kesten Courier"), ""),
        (HEADLINE, "", f"<h1>Harbour desk</h1><h2>{HEADLINE}</h2>"),
        (f"Ana's notes - {HEADLINE}", "", f"<h1>Ana's notes</h1><h3>{HEADLINE}</h3>"),
        ("Kesten Courier", "", f'<h1> </h1><div class="entry-title">{HEADLINE}</div>'),
        (HEADLINE, '<meta property="og:title" content="You will not believe who wants it">', f"<h1>{HEADLINE}</h1>"),
    ],
)  # fmt: skip
def test_site_and_section_are_no_part_of_the_headline(title: str, head: str, top: str) -> None:
    assert cleaned(title, head, top).headline == HEADLINE


def test_what_a_tag_escaped_twice_is_read_as_it_was_meant() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The keeper\\\\u2019s last night"}'
        "</script>"
    )
    top = "<h1>The keeper’s last night</h1>"
    assert cleaned("The keeper’s last night", head, top).headline == "The keeper’s last night"


@pytest.mark.parametrize("name", ["港城出售老灯塔：看守人一家何去何从", "港城出售老灯塔，看守人一家要搬走"])
def test_chinese_titles_join_headline_section_and_outlet_by_underscores(name: str) -> None:
    paragraph = "港务委员会周一晚间决定，老灯塔将在冬天之前出售，看守人一家已经在那里住了四代。"
    page = f"<html><head><title>{name}_社会_港城日报</title></head><body><div>{name}</div><p>{paragraph * 2}</p></body></html>"
    assert reader.clean(page, kind="html").headline == name


def test_a_chinese_text_names_its_source_under_the_headline() -> None:
    text = "港城出售老灯塔\n2023-11-17 10:00\n来源：港城日报\n\n港务委员会周一晚间决定，老灯塔将在冬天之前出售。\n\n看守人一家已经在那里住了四代，希望留下来。"
    assert reader.clean(text, kind="text").outlet == "港城日报"


def test_a_description_that_json_ld_calls_a_headline_is_none() -> None:
    told = (
        '<script type="application/ld+json">{"@type": "Article", "headline": "tower by the sea", "name": "x"}</script>'
    )
    article = cleaned("Kesten light - The open guide", told, "<h1>Kesten light</h1>")
    assert article.headline == "Kesten light"
