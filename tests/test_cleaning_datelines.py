"""Datelines in their national forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning.metadata.datelines import find_dateline, standing_alone


@pytest.mark.parametrize(
    ("text", "shown", "agency", "day"),
    [
        ("KESTEN, November 7. /TASS/. The harbour", "KESTEN, November 7. /TASS/.", "TASS", "--11-07"),
        ("КЕСТЕН, 7 ноября. /ТАСС/. Порт закрыт", "КЕСТЕН, 7 ноября. /ТАСС/.", "TASS", "--11-07"),
        ("KESTEN (Reuters) - The harbour", "KESTEN (Reuters)", "Reuters", None),
        ("KESTEN, Nov 7 (Reuters) - The harbour", "KESTEN, Nov 7 (Reuters)", "Reuters", "--11-07"),
        ("KESTEN (AP) — The harbour", "KESTEN (AP)", "AP", None),
        ("KESTEN, Nov. 7 (UPI) -- The harbour", "KESTEN, Nov. 7 (UPI)", "UPI", "--11-07"),
        ("Kesten (dpa) - Der Hafen", "Kesten (dpa)", "dpa", None),
        ("KESTEN, Nov. 7 (Xinhua) -- The harbour", "KESTEN, Nov. 7 (Xinhua)", "Xinhua", "--11-07"),
        ("Kesten, 7 nov (EFE).- El puerto", "Kesten, 7 nov (EFE).", "EFE", "--11-07"),
        ("(ANSA) - ROMA, 07 NOV - Il porto", "(ANSA) - ROMA, 07 NOV", "ANSA", "--11-07"),
        ("Кестен. 7 ноября. INTERFAX.RU - Порт", "Кестен. 7 ноября. INTERFAX.RU", "Interfax", "--11-07"),
        ("КЕСТЕН, 7 ноя — РИА Новости. Порт закрыт", "КЕСТЕН, 7 ноя — РИА Новости.", "RIA Novosti", "--11-07"),
        ("Кестен. 7 ноября. УНИАН. Порт закрыт", "Кестен. 7 ноября. УНИАН.", "UNIAN", "--11-07"),
        (
            "КЕСТЕН, 7 ноября. /Корр. ТАСС Иван Портнов/. Порт",
            "КЕСТЕН, 7 ноября. /Корр. ТАСС Иван Портнов/.",
            "TASS",
            "--11-07",
        ),
        ("KESTEN, Nov 7 KYODO - The harbour", "KESTEN, Nov 7 KYODO", "Kyodo", "--11-07"),
        ("KESTEN, Kyodo - The harbour", "KESTEN, Kyodo", "Kyodo", None),
        ("新华社凯斯滕11月7日电（记者李明）港口已经关闭", "新华社凯斯滕11月7日电", "Xinhua", "--11-07"),
        ("中新网凯斯滕11月7日电 港口已经关闭", "中新网凯斯滕11月7日电", "China News Service", "--11-07"),
        ("KESTEN — The harbour", "KESTEN", None, None),
    ],
)
def test_a_dateline_gives_place_agency_and_day(text: str, shown: str, agency: str | None, day: str | None) -> None:
    found = find_dateline(text)
    assert found is not None
    assert (found.text, found.agency, found.day_and_month) == (shown, agency, day)
    assert text[: found.end].startswith(shown)


@pytest.mark.parametrize(
    "text",
    [
        "The harbour (which is old) - was closed",
        "He said (AP) had been wrong",
        "said the mayor (Reuters) - and left",
        "Kesten has a harbour – and a crane",
        "The Mayor Of Kesten - Reuters. She spoke",
        "Obama, Reuters - said the mayor",
        "BREAKING - The dockers walked out",
        "CHAPTER ONE - The boy came down to the harbour",
        "港口公司凯斯滕11月7日宣布关闭",
        "新华社凯斯滕13月7日电",
        "A – B",
        "",
    ],
)
def test_an_ordinary_opening_is_no_dateline(text: str) -> None:
    found = find_dateline(text)
    assert found is None


def test_a_dateline_may_stand_alone_on_its_line() -> None:
    alone = standing_alone("Harbours (Agencies)")
    assert alone is not None
    assert alone.text == "Harbours (Agencies)"
    assert alone.agency is None
    assert standing_alone("The harbour (built in 1900)") is None


@given(st.text(max_size=300))
def test_no_text_at_all_raises(text: str) -> None:
    found = find_dateline(text)
    if found is not None:
        assert 0 < found.end <= len(text)
    standing_alone(text)


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("PUERTO ALMENDRO (Halden Wire) - Parliament on Tuesday rejected the law.", "Halden Wire"),
        ("KESTEN (KNA) – Der Rat hat entschieden.", "KNA"),
        ("BAD WOLKENAU [Torvenia News Service] — Talks began.", "Torvenia News Service"),
    ],
)
def test_an_unknown_agency_in_brackets_between_a_place_in_capitals_and_a_dash_is_one(text: str, agency: str) -> None:
    found = find_dateline(text)
    assert found is not None
    assert found.agency == agency
    assert found.day_and_month is None


@pytest.mark.parametrize(
    "text",
    [
        "PUERTO ALMENDRO (Halden Wire) Parliament on Tuesday rejected the law.",
        "Puerto Almendro (Halden Wire) - a small town - rejected the law.",
        "HMP (Harbour Masters Party) - the party of the harbour masters - lost.",
        "KESTEN (Torvenia) - The council has decided.",
    ],
)
def test_brackets_without_the_capitals_and_the_dash_name_no_agency(text: str) -> None:
    assert getattr(find_dateline(text), "agency", None) is None
