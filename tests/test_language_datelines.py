"""reader.language.datelines: where a sentence begins behind its dateline."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.datelines import behind_dateline


@pytest.mark.parametrize(
    ("dateline", "sentence"),
    [
        ("PORT ALDER, March 3 (Northern Wire) - ", "The harbour is closed."),
        ("PORT ALDER, March 3 2024 (Reuters) - ", "The harbour is closed."),
        ("PORT ALDER, 3 March, 2024 (NWS) - ", "The harbour is closed."),
        ("PORT ALDER, 3 de mayo de 2024 (NWS) – ", "El puerto está cerrado."),
        ("PORT ALDER (NWS) — ", "The harbour is closed."),
        ("PORT ALDER, Merovia (NWS) -- ", '"We are closed," the mayor said.'),
        ("PORT ALDER—", "The harbour is closed."),
        ("PORT ALDER —", "The harbour is closed."),
        ("PORT ALDER, Mer. — ", "The harbour is closed."),
        ("PORT ALDER/BIRCHHAVEN, 3. März - ", "Der Hafen ist zu."),
        ("PORT ALDER, 3 de mayo (NWS) – ", "El puerto está cerrado."),
        ("Port Alder (nws) – ", "Der Hafen ist zu."),
        ("Bad Alder (nws/own) - ", "Der Hafen ist zu."),
        ("Port Alder (AP) – ", "The harbour is closed."),
        ("(NWS) ", "The harbour is closed."),
        ("(Northern Wire) -- ", "The harbour is closed."),
        ("PORT ALDER (NWS) ", "The harbour is closed."),
        ("АЛЬДЕР — ", "Порт закрыт."),
        ("Port Alder (AP) _ ", "The harbour is closed."),
        ("Port Alder (AP): ", "The harbour is closed."),
        ("Port Alder, Jan 13 (NWSA): ", "The harbour is closed."),
        ("Jan. 13 (Northern Wire) -- ", "The harbour is closed."),
        ("Port Alder, Merovia (Northern Wire) -- ", "The harbour is closed."),
        ("PORT ALDER, Mer. –- ", "The harbour is closed."),
        ("PORT ALDER, Merovia \ufffd ", "The harbour is closed."),
        ("PORT ALDER, Merovia â\x80\x94 ", "The harbour is closed."),
        ("PORT ALDER, Merovia â ", "The harbour is closed."),
        ("ALDER?", "The harbour is closed."),
        ("courier.me, PORT ALDER — ", "The harbour is closed."),
        ("(Alder, DC) – ", "The harbour is closed."),
        ("Alder, 3 may (EFE).- ", "El puerto está cerrado."),
        ("Alder/Norra (nws-pressedienst) - ", "Der Hafen ist zu."),
    ],
)
def test_a_sentence_begins_behind_its_dateline(dateline: str, sentence: str) -> None:
    text = f"Storm.\n{dateline}{sentence}"
    start = text.index(dateline)
    assert text[behind_dateline(text, start, len(text)) :] == sentence


@pytest.mark.parametrize(
    "text",
    [
        "The harbour is closed.",
        "The NWS - that is the wire - was first.",
        "ALDER - the port, not the tree - is closed.",
        "Ann Poole - The Mayor - has left.",
        "Alder Cranes (ALDR) - The shares fell.",
        "(The council had said so before.)",
        "(It rained.) The harbour is closed.",
        "PORT ALDER IS CLOSED",
        "STORM CLOSES THE WHOLE PORT - What we know so far.",
        "港口 — 关闭了。",
        "PORT ALDER - ",
        "A - B",
        "",
    ],
)
def test_what_is_no_dateline_stays(text: str) -> None:
    assert behind_dateline(text, 0, len(text)) == 0


@given(st.text(max_size=150) | st.text(alphabet="AB a,.(-—)/1\n", max_size=150))
def test_something_is_always_left(text: str) -> None:
    assert 0 <= behind_dateline(text, 0, len(text)) <= max(0, len(text) - 1)
