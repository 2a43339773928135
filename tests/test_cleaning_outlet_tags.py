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
        '<meta name="copyright" content="Copyright 2024 Kesten Courier">',
        '<meta property="al:android:app_name" content="Kesten Courier">',
        '<link rel="alternate" type="application/rss+xml" title="Kesten Courier » Feed" href="/f">',
        '<link rel="alternate" type="application/rss+xml" title="Kesten Courier RSS 2.0" href="/f">',
        '<link rel="alternate" type="application/atom+xml" title="Kesten Courier Atom" href="/f">',
        site("Kesten Courier: all the news of the harbour"), site("Kesten Courier, news for the coast since 1880"),
        site("Home - Kesten Courier"), site("Kesten Courier. The harbour, every day."),
        site("@kcourier") + '<meta name="application-name" content="Kesten Courier">',
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "x", "publisher": '
        '{"@id": "#us"}}, {"@type": "Organization", "@id": "#us", "name": "Kesten Courier"}]}</script>',
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


@pytest.mark.parametrize(
    "around",
    [
        '<a href="/"><img src="l.png" alt="Kesten Courier logo"></a>',
        '<div class="site-title"><a href="/">Kesten Courier</a></div>',
        '<div itemprop="publisher" itemscope><meta itemprop="name" content="Kesten Courier"></div>',
    ],
)
def test_without_such_a_tag_the_logo_or_the_publisher_in_the_page_names_the_outlet(around: str) -> None:
    assert cleaned(top=f"{around}<h1>{HEADLINE}</h1>").outlet == "Kesten Courier"


def test_a_host_for_a_name_gives_way_to_the_titles_other_end_else_stands_without_www() -> None:
    assert cleaned(f"{HEADLINE} | Kesten Courier", site("www.kestencourier.example")).outlet == "Kesten Courier"
    assert cleaned(head=site("www.kestencourier.example")).outlet == "kestencourier.example"


@pytest.mark.parametrize(
    "title",
    [
        "{} > Kesten Courier",
        "Kesten Courier » Local » {}",
        "{} ⋆ Kesten Courier",
        "{} | Local News | Kesten Courier",
        "Kesten Courier | {}",
    ],
)
def test_name_and_departments_go_from_either_end_of_a_headline(title: str) -> None:
    titled = title.format(HEADLINE)
    head = f'{site("Kesten Courier")}<meta property="og:title" content="{titled}">'
    assert cleaned(titled, head, "").headline == HEADLINE


def test_what_a_heading_says_in_small_letters_is_no_part_of_it() -> None:
    assert cleaned(top=f"<h1>{HEADLINE}<small>The board has the last word</small></h1>").headline == HEADLINE
    assert cleaned(top=f"<h1><small>{HEADLINE}</small></h1>").headline == HEADLINE


def test_the_sign_for_a_link_to_a_heading_is_no_part_of_it() -> None:
    assert cleaned(top=f'<h1>{HEADLINE} <a href="#">¶</a></h1>').headline == HEADLINE


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


def test_the_end_of_a_chinese_title_may_be_the_outlet_and_double_hyphens_part_it_too() -> None:
    name, paragraph = (
        "港城出售老灯塔看守人一家何去何从",
        "港务委员会周一晚间决定，老灯塔将在冬天之前出售，看守人一家已经在那里住了四代。",
    )
    page = "<html><head><title>{}</title></head><body><h2>{}</h2><p>{}</p></body></html>"
    assert reader.clean(page.format(f"{name}_社会_港城日报", name, paragraph * 2), kind="html").outlet == "港城日报"
    page = page.format(f"{name}--社会--港城网", "港城", paragraph * 2)
    assert reader.clean(page, kind="html").headline == name


@pytest.mark.parametrize("line", ["Source: Kesten Courier", "2023-11-17 | 来源：Kesten", "Quelle: Kesten Courier"])
def test_a_line_under_the_headline_names_the_source(line: str) -> None:
    text = reader.clean(f"{HEADLINE}\n\n{line}\n\n" + TEXT.replace("<p>", "").replace("</p>", "\n\n"), kind="text")
    assert (text.outlet or "").startswith("Kesten")


def test_a_chinese_text_names_its_source_under_the_headline() -> None:
    text = "港城出售老灯塔\n2023-11-17 10:00\n来源：港城日报\n\n港务委员会周一晚间决定，老灯塔将在冬天之前出售。\n\n看守人一家已经在那里住了四代，希望留下来。"
    assert reader.clean(text, kind="text").outlet == "港城日报"


def test_a_description_that_json_ld_calls_a_headline_is_none() -> None:
    told = (
        '<script type="application/ld+json">{"@type": "Article", "headline": "tower by the sea", "name": "x"}</script>'
    )
    article = cleaned("Kesten light - The open guide", told, "<h1>Kesten light</h1>")
    assert article.headline == "Kesten light"
