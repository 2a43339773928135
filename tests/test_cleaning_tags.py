"""Tags as careless programs write them: lists for texts, numbers for dates, broken JSON, markup in headlines."""

from __future__ import annotations

import json
from datetime import date, datetime, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.cleaning.input.html_lines import parse
from reader.cleaning.metadata.tags import PageTags, read

HEADLINE = "Harbour and mud again"


def told(data: object, head: str = "") -> PageTags:
    script = data if isinstance(data, str) else json.dumps(data)
    return read(parse(f'<html><head>{head}<script type="application/ld+json">{script}</script></head><p>x</p></html>'))


def article(**fields: object) -> PageTags:
    return told({"@type": "NewsArticle", **fields})


@pytest.mark.parametrize(
    "headline",
    [
        HEADLINE,
        [HEADLINE, "Something else"],
        {"@value": HEADLINE},
        "<b>Harbour</b> and &lt;i&gt;mud&lt;/i&gt; again",
        "Harbour\nand\u001b[31m mud \u0007again",
    ],
)
def test_headlines_come_in_lists_objects_and_markup(headline: object) -> None:
    assert article(headline=headline).marked_up == HEADLINE


@pytest.mark.parametrize("headline", [None, 7, [], {}, [[]], "", " ", "word " * 1000])
def test_what_is_no_headline_is_none(headline: object) -> None:
    assert article(headline=headline).marked_up is None


@pytest.mark.parametrize(
    ("stamp", "when"),
    [
        (["2022-11-17"], date(2022, 11, 17)),
        ({"@value": "2022-11-17"}, date(2022, 11, 17)),
        (1668678000, datetime(2022, 11, 17, 9, 40, tzinfo=timezone.utc)),
        ("1668678000000", datetime(2022, 11, 17, 9, 40, tzinfo=timezone.utc)),
    ],
)
def test_dates_come_in_lists_objects_and_numbers(stamp: object, when: object) -> None:
    assert article(datePublished=stamp).published == [when]


@pytest.mark.parametrize("stamp", [None, 0, -1, 1e300, True, [], "2022-02-30", "0001-01-01", "soon", "7/11/2022"])
def test_what_is_no_date_is_none(stamp: object) -> None:
    assert article(datePublished=stamp).published == []


def test_authors_come_in_many_forms_and_addresses_and_whole_biographies_are_none() -> None:
    authors = [
        "Ana Orr",
        {"name": ["Bo Lund"]},
        {"name": None},
        7,
        None,
        [],
        "https://x.example/ana",
        {"name": "Ana " * 99},
    ]
    assert article(author=authors).bylines == ["Ana Orr", "Bo Lund"]


def test_graphs_lie_in_graphs() -> None:
    inner = {"@graph": [{"@type": ["Thing", "NewsArticle"], "headline": HEADLINE}]}
    assert told({"@graph": {"@graph": [inner]}}).marked_up == HEADLINE


@pytest.mark.parametrize(
    "written",
    [
        f'{{"@type": "NewsArticle", "headline": "{HEADLINE}", "datePublished": "2022-11-17",}}',
        f'{{"@type": "NewsArticle", "headline": "{HEADLINE}", "datePublished": "2022-11-17"}};',
        f'{{"@type": "NewsArticle", "headline": "{HEADLINE}", "datePublished": "2022-11-17", "description": \'x\'}}',
        f'/*<![CDATA[*/{{"@type": "NewsArticle", "headline": "{HEADLINE}", "datePublished": "2022-11-17"}}/*]]>*/',
    ],
)
def test_broken_json_is_read_as_far_as_it_is_plain(written: str) -> None:
    said = told(written)
    assert said.marked_up == HEADLINE
    assert said.published == [date(2022, 11, 17)]


@pytest.mark.parametrize(
    "written", ["[" * 100_000, '{"@graph":' * 5000, "", "null", "7", '"Article"', "{", "}{", "[,]"]
)
def test_bottomless_and_empty_json_does_no_harm(written: str) -> None:
    assert told(written).headlines == []


def test_headlines_in_meta_tags_lose_their_markup_too() -> None:
    said = told(
        "",
        '<title>Mud &amp;amp; sand</title><meta property="og:title" content="&lt;em&gt;Mud&lt;/em&gt; &amp;amp; sand">',
    )
    assert said.shared == said.title == "Mud & sand"


ANY = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=30) | st.just("2022-11-17"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "@value", "@graph", "url", "@type"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=150)
@given(
    st.dictionaries(
        st.sampled_from(
            ["headline", "name", "description", "datePublished", "dateModified", "author", "publisher", "articleBody"]
        ),
        ANY,
    )
)
def test_whatever_stands_in_the_fields_of_an_article_nothing_breaks(fields: dict[str, object]) -> None:
    said = article(**fields)
    assert all(isinstance(text, str) for text in (*said.headlines, *said.bylines, *said.outlets, *said.descriptions))


OTHER = {"@type": "NewsArticle", "headline": "Another story", "datePublished": "2024-01-01T08:00:00Z"}
OWN = {"@type": "NewsArticle", "headline": HEADLINE, "datePublished": "2023-04-02T08:00:00Z"}


@pytest.mark.parametrize(
    "data",
    [
        [OTHER, OWN],
        {"@graph": [{"@type": "ItemList", "itemListElement": [OTHER]}, OWN]},
        [OTHER, {**OWN, "headline": HEADLINE.upper()}],
        [OTHER, {**OWN, "headline": f"{HEADLINE} | Kesten Courier"}],
        [OTHER, {**OWN, "headline": "Mud", "mainEntityOfPage": {"@id": "https://kesten.example/mud"}}],
    ],
)
def test_of_several_articles_in_the_tags_the_one_under_the_pages_headline_counts(data: object) -> None:
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    link = '<link rel="canonical" href="https://kesten.example/mud">'
    said = read(parse(f"<html><head>{link}{script}</head><h1>{HEADLINE}</h1><p>x</p></html>"))
    assert said.published == [datetime(2023, 4, 2, 8, tzinfo=timezone.utc)]
    assert "Another story" not in said.headlines


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("""<meta name="parsely-page" content='{"title":"x","pub_date":"2023-04-02T08:00:00Z"}'>""", 8),
        ('<meta property="article:published_time" content="1680422400">', 8),
        ('<abbr class="published" title="2023-04-02T08:00:00Z">a while ago</abbr>', 8),
    ],
    ids=["parse.ly", "seconds", "hAtom"],
)
def test_days_are_read_from_tags_of_other_fashions(tags: str, expected: int) -> None:
    said = read(parse(f"<html><head></head><body>{tags}<h1>{HEADLINE}</h1><p>x</p></body></html>"))
    assert said.published == [datetime(2023, 4, 2, expected, tzinfo=timezone.utc)]


@pytest.mark.parametrize(
    ("under", "expected"),
    [
        ('<p>Updated <time datetime="2023-04-05">5 April</time></p>', None),
        (
            '<p>Updated <time datetime="2023-04-05">5 April</time> · First published '
            '<time datetime="2023-04-02">2 April</time></p>',
            date(2023, 4, 2),
        ),
        (
            f"<p>{'The harbour was dredged. ' * 4}</p>" * 3 + '<div><time datetime="2023-04-05">5 April</time></div>',
            None,
        ),
        ('<p><span>Updated</span> <span><time datetime="2023-04-05">5 April</time></span></p>', None),
        ('<div class="field-changed"><time datetime="2023-04-05">5 April</time></div>', None),
        ('<p>Public meeting: <time datetime="2023-04-05">5 April</time></p>', None),
        ('<p>On <time datetime="2019-05-01">1 May 2019</time> a diver found the first crack in the gate.</p>', None),
        ('<p>By Ana Orr</p><time datetime="2023-04-05">5 April</time>', date(2023, 4, 5)),
        (f'<p>{"The harbour was dredged. " * 4}</p><time datetime="2023-04-05">5 April</time>', date(2023, 4, 5)),
    ],
    ids=[
        *(
            "a change",
            "both",
            "a comment's",
            "a change in another element",
            "a change by its class",
            "an event's",
            "in a sentence",
        ),
        *("under a byline", "under a standfirst"),
    ],
)
def test_a_time_under_the_headline_is_the_pages_only_where_nothing_says_otherwise(
    under: str, expected: date | None
) -> None:
    assert read(parse(f"<html><body><h1>{HEADLINE}</h1>{under}</body></html>")).beside_top == expected


@pytest.mark.parametrize(
    ("name", "expected"), [("date", date(2023, 4, 2)), ("updated-date", None), ("gauge", None)], ids=str
)
def test_a_date_under_the_headline_may_stand_in_data_for_programs(name: str, expected: date | None) -> None:
    under = f'<span class="{name}" data-date="2023-04-02">three days back</span>'
    assert read(parse(f"<html><body><h1>{HEADLINE}</h1>{under}</body></html>")).beside_top == expected
