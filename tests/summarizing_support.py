"""An invented report, and what the tests of summaries ask of it."""

from __future__ import annotations

from reader.summarizing import rank

LEAD = "The harbour of Port Alder will stay closed for two weeks after the storm broke its wall, Mayor Ann Poole said."
COST = "Repairs of the wall will cost 12 million crowns and take until the summer, engineers told the council."
SHIPS = "Ships are being sent to Birchhaven, forty kilometres to the south, where there is room for the largest."
GUARD = "The coast guard brought eleven sailors of the freighter Adele ashore on Sunday night."


def summary(*sentences: str, headline: str | None = None, count: int = 3, between: str = " ") -> list[str]:
    return [s.text for s in rank(between.join(sentences), headline=headline).top(count).sentences]
