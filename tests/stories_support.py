"""An index in memory, and invented articles, for the tests of stories."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from typing import Any

from reader.article import Article
from reader.stories import Assignment, Features, assign, features_of


class MemoryIndex:
    """What `stories.ArticleIndex` asks for, in dictionaries; and it carries placements out."""

    def __init__(self, articles: Iterable[Article] = ()) -> None:
        self.packed: dict[int, bytes] = {}
        self.posted: defaultdict[str, list[int]] = defaultdict(list)
        self.story: dict[int, int] = {}
        self.asked: list[int] = []
        """How many ids each call of `features` and `candidates` dealt with."""
        for article in articles:
            self.add(article)

    def add(self, article: Article | Features, number: int | None = None) -> int:
        """Shelve an article without placing it: its id."""
        found = article if isinstance(article, Features) else features_of(article)
        number = len(self.packed) if number is None else number
        self.packed[number] = found.pack()
        for key in found.keys:
            self.posted[key].append(number)
        return number

    def add_and_place(self, article: Article | Features, number: int | None = None) -> int:
        """Shelve an article and put it where it belongs: its id."""
        number = self.add(article, number)
        self.carry_out(number, assign(number, self))
        return number

    def carry_out(self, number: int, assignment: Assignment, *, first: bool = True) -> None:
        """What the assembly line does with an assignment."""
        if assignment.story is None and not assignment.together:
            self.story.pop(number, None)
            return
        story = assignment.story if assignment.story is not None else 1 + max(self.story.values(), default=0)
        for i in (number, *assignment.together):
            self.story[i] = story
        for other in assignment.merge:
            self.story.update({i: story for i, s in self.story.items() if s == other})
        for other in assignment.leaving if first else ():
            del self.story[other]
            self.carry_out(other, assign(other, self), first=False)

    def groups(self) -> set[frozenset[int]]:
        """The stories as sets of ids; an article in none is one of its own."""
        found: defaultdict[int, set[int]] = defaultdict(set)
        for i in self.packed:
            found[self.story.get(i, -1 - i)].add(i)
        return {frozenset(ids) for ids in found.values()}

    def frequencies(self, keys: Collection[str]) -> tuple[dict[str, int], int]:
        return {key: len(self.posted[key]) for key in keys if key in self.posted}, len(self.packed)

    def candidates(self, keys: Sequence[str], *, limit: int, per_key: int) -> list[int]:
        counts = Counter(i for key in keys if key in self.posted for i in self.posted[key][-per_key:])
        self.asked.append(sum(counts.values()))
        return [i for i, _ in sorted(counts.items(), key=lambda pair: (-pair[1], -pair[0]))[:limit]]

    def features(self, ids: Sequence[int]) -> dict[int, bytes]:
        self.asked.append(len(ids))
        return {i: self.packed[i] for i in ids if i in self.packed}

    def unpacked(self, ids: Sequence[int], unpack: Callable[[bytes], Any]) -> dict[int, Any]:
        return {i: unpack(packed) for i, packed in self.features(sorted(ids)).items()}

    def stories_of(self, ids: Sequence[int]) -> dict[int, int]:
        return {i: self.story[i] for i in ids if i in self.story}

    def members(self, story: int) -> list[int]:
        return [i for i, s in self.story.items() if s == story]


def b_cubed(groups: set[frozenset[int]], others: set[frozenset[int]]) -> float:
    """B-cubed F1 of one grouping against another (Bagga and Baldwin 1998)."""
    mine = {i: group for group in groups for i in group}
    theirs = {i: group for group in others for i in group}
    precision = sum(len(mine[i] & theirs[i]) / len(mine[i]) for i in mine) / len(mine)
    recall = sum(len(mine[i] & theirs[i]) / len(theirs[i]) for i in mine) / len(mine)
    return 2 * precision * recall / (precision + recall)


DAM_FIRST = Article(
    headline="Dravia says it knows nothing of a secret offer on the Tolm dam",
    text="""VELMORA, March 7. /NOVA/. Nobody in the government of Dravia has seen an offer by \
Ostland to share the water of the Tolm dam, government spokesman Dmitri Peshkov told reporters on Monday.

"Of ten stories that I read about this dam, one is honest reporting, and the other nine are pure speculation by people \
who have never carried a bucket," Peshkov said when asked about the letter that President Volodymyr Zarensky is said \
to have received.

Earlier, the Harbour Gazette reported on the offer, citing its sources. According to the newspaper, Ostland's engineers \
believe that the reservoir will be empty by August and that Zarensky is likely to agree to a joint commission.

The ministry of water and the Tolm power company have not yet replied to a request for comment by NOVA.

On January 12, Ostland closed two of the four sluices of the Tolm dam following a quarrel about unpaid bills. After \
that, Dravia and six neighbouring provinces stopped buying Ostland's timber and grain.""",
    outlet="NOVA",
    published=date(2022, 3, 7),
    language="en",
)
DAM_EVE = Article(
    headline="Ostland quietly offers Dravia half the water of the Tolm dam, newspaper says",
    text="""OSTHAVEN, March 6. /NOVA/. The government of Ostland has quietly offered Dravia half the water of the \
Tolm dam, the Harbour Gazette reported on Saturday, citing its sources.

According to the newspaper, Ostland's engineers believe that the reservoir will be empty by August and that Zarensky is \
likely to agree to a joint commission. The letter with the offer was carried to Velmora by the engineer Ilse Brandt.

The ministry of water and the Tolm power company have not yet replied to a request for comment by NOVA.

On January 12, Ostland closed two of the four sluices of the Tolm dam following a quarrel about unpaid bills. After \
that, Dravia and six neighbouring provinces stopped buying Ostland's timber and grain.""",
    outlet="NOVA",
    day_and_month="--03-06",
    language="en",
)
DAM_AGENCIES = Article(
    headline="Dravia: we are ready to talk about the Tolm water",
    text="""Yesterday the government in Velmora declined to comment on a Harbour Gazette report that Ostland had \
secretly offered to share the water of the Tolm dam, saying Dravia was always ready to talk.

“I read ten dam stories; one is an honest report, and the remaining nine are purely speculative, from people who never \
carried a bucket,” Dmitry Peschkow said.

President Vladimir Zarenskyy is said to have received a letter with the offer; the engineer Ilse Brandt had carried it.

In the villages below the dam, water was cut for six hours a day, the Tolm power company said.""",
    language="en",
)
FERRY = Article(
    headline="Ferry with 212 aboard runs aground off Kelm",
    text="""KELM — A ferry with 212 passengers ran aground in fog off the harbour of Kelm early on Tuesday. All were \
taken ashore in fishing boats; eleven had broken bones, the coast guard said.

The captain, Anna Lindqvist, said the radar of the "Sula" had failed twenty minutes before. "We heard the bell of the \
breakwater before we saw it," she told the harbour board.""",
    outlet="Kelm Post",
    published=date(2022, 3, 8),
    language="en",
)
FERRY_AGAIN = Article(
    headline="Passengers tell of night on grounded Kelm ferry",
    text="""Passengers of the ferry Sula, which ran aground in fog off Kelm on Tuesday with 212 people aboard, told of \
an hour of waiting in the dark until fishing boats came.

Captain Anna Lindqvist told the harbour board that the radar had failed. The coast guard counted eleven people with \
broken bones.""",
    outlet="Island Radio",
    published=date(2022, 3, 9),
    language="en",
)
FERRY_ELSEWHERE = Article(
    headline="Ferry runs aground in the strait of Morra, no one hurt",
    text="""A car ferry ran aground on a sandbank in the strait of Morra on Sunday with 64 passengers aboard. No one \
was hurt, and the tide lifted it off after four hours.

Captain Jorge Pinto said a buoy had drifted. The harbour office of Morra will look into it.""",
    outlet="Morra Times",
    published=date(2022, 5, 22),
    language="en",
)
