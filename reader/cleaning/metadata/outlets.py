"""Who published an article, by its own words: the outlet's name in titles, copyright lines and furniture.

Not here: spellings and owners of outlets (`outlet_names`), agencies (`language.agencies`), tags of pages (`tags`,
`hosts`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from reader.cleaning.lexicon.joined_lines import JoinedLines
from reader.cleaning.lexicon.words import word_set
from reader.cleaning.metadata.hosts import label_of
from reader.cleaning.metadata.outlet_names import (
    CANONICAL,
    COMPANY,
    HOLDING,
    SECTIONS,
    SEPARATOR,
    bare,
    canonical,
    title_parts,
)
from reader.cleaning.metadata.self_naming import mastheads, may_be_a_name, naming, press_like, self_named
from reader.language.agencies import agency_named
from reader.language.media import PRESS
from reader.language.punctuation import SPEECH_STARTS

_OWNER = re.compile(
    r"(?:©|\(c\)|&copy;|copyright)\s*(?:©|\(c\)|copyright)?\s*(?:by\s)?(?:\d{4}(?:\s?[-–—]\s?(?:\d{2,4}|"
    r"present))?,?\s*)?(?:by\s|-\s)?"
    r"(?P<owner>[^\d|.©\n]{2,80}?)(?=[,.|]?\s*(?:\d{4}|all rights|alle rechte|tous droits|todos|tutti|wszelkie|"
    r"все права|$|[.|©]))",
    re.IGNORECASE,
)
_OWNER_FIRST = re.compile(r"(?P<owner>[^\W\d_][^|.©:\n]{1,40}?)\s*[©ⓒ]\s*(?:\d{4}|all rights|$)", re.IGNORECASE)
"""`Kesten Courier © All rights reserved`"""
_NO_OWNER = re.compile(r"^(?:the )?contents? of this.*|^this (?:site|article).*|^(?:and|of|by)\s", re.IGNORECASE)
_RESERVED = re.compile(r"rights|reserved|copyright|www|vorbehalten", re.IGNORECASE)
_SOURCE = re.compile(
    r"(?:^|[\d\s|])(?:来\s?源|來源|稿源|출처|出典)\s?[:：]\s*(?P<east>[^\s:：]{2,20})(?:\s|$)|"
    r"^(?:source|quelle|fuente|fonte|источник|źródło|zdroj|kilde|källa|kaynak)\s?: (?P<west>.{2,40})$",
    re.IGNORECASE,
)
"""`来源：` names the outlet on Chinese pages, right under the headline; elsewhere hardly anything else does there."""
_HOST = re.compile(r"^[\w-]+\.(?:[a-z]{2,4}|[a-z]{2,3}\.[a-z]{2})$", re.IGNORECASE)
_COMMON = word_set(
    """copyright rights reserved alle rechte vorbehalten todos derechos reservados tous droits réservés tutti diritti
    riservati verlag media medien group company network holding editorial publishing newspapers limited corporation
    daily online digital contact privacy policy terms subscribe newsletter impressum datenschutz aviso legal"""
)
_ANY_HOST = re.compile(
    r"(?<![\w.-])(?:[\w.+-]{1,40}(?:@|\[at\]))?((?:www\.)?[a-z0-9][a-z0-9-]{1,40}\.(?:com|org|net|info|news|co\.[a-z]{2}|"
    r"com\.[a-z]{2}|[a-z]{2}))(?![\w@-]|\.\w)",
    re.IGNORECASE,
)
_DOT = re.compile(r"\.(?:com|org|net|info|news|[a-z]{2})\b")
"""What a line with a host has in it, and few others."""
_EVERYWHERE = word_set(
    """facebook twitter instagram youtube google gmail linkedin whatsapp tiktok telegram pinterest apple amazon yahoo
    outlook archive wordpress blogspot disqus doubleclick"""
)
"""Hosts that are named on the pages of others."""
_PICTURED = re.compile(r"/|\b(?:photos?|fotos?|images?|pictures?)\b|copyright", re.IGNORECASE)
"""Whose the copyright of a picture is, not of the page."""
_RIGHTS = ("©", "copyright", "(c)")
_OFFERS = ("\nget the ", "\ndownload the ", "\nfollow ", "app\n", "privacy policy")
"""Where an outlet's name may stand, in lines in lower case."""
_MENTION = (
    re.compile(r"^(?:get|download) the (?P<name>.{2,40}?) (?:news )?app\b", re.IGNORECASE),
    re.compile(r"^(?P<name>[A-Z][\w.&'-]{0,15}(?: [A-Z][\w.&'-]{0,15}){0,2}?) (?:News )?App$"),
    re.compile(r"\b(?:[Rr]ead|[Ss]ee|the|in) (?P<name>(?:[A-Z][\w.&'-]{0,20} ){1,4}?)[Pp]rivacy [Pp]olicy"),
    re.compile(r"^(?:[Ff]ollow|FOLLOW) (?P<name>[A-Z][\w.&' -]{1,30}?) on [A-Z]\w+"),
)


_SOURCE_LONGEST = 80
_ONLINE = ("オンライン", "デジタル")
"""What newspapers call their pages by, behind their name."""


@lru_cache(maxsize=512)
def owner_in(line: str) -> str | None:
    """The owner that a copyright line names."""
    for match in (_OWNER.search(line[:300]), _OWNER_FIRST.match(line[:100])):
        owner = _NO_OWNER.sub("", match["owner"].strip()) if match else ""
        if owner and not _RESERVED.search(owner):
            return canonical(owner)
    return None


def source_in(lines: Iterable[str]) -> str | None:
    """The outlet that a line calls the source."""
    for line in lines:
        found = _SOURCE.search(line[:_SOURCE_LONGEST])
        name = canonical(found["east"] or found["west"]) if found else None
        if name and found and (found["east"] or (len(name.split()) <= 5 and may_be_a_name(name))):
            return name
    return None


@dataclass(slots=True)
class _Ballot:
    """The names that may be the outlet's, by their bare spelling."""

    votes: dict[str, float] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    enough: dict[str, float] = field(default_factory=dict)
    """The votes that settle a name, where less is needed than elsewhere on the page."""

    def vote(self, name: str | None, weight: float, enough: float | None = None) -> None:
        """A vote for a name; none for what is too long for one."""
        name = canonical(name) if name else None
        spelled = bare(name) if name else ""
        if not name or len(spelled) < 2 or len(name.split()) > 6:
            return
        self.votes[spelled] = self.votes.get(spelled, 0) + weight
        self.names.setdefault(spelled, name)
        if enough is not None:
            self.enough.setdefault(spelled, enough)

    def elected(self, titled: Collection[str]) -> str | None:
        """The name that is most beyond what it needs; of two alike the one that is in the page's title."""
        beyond = {spelled: score - self.enough.get(spelled, _ELSEWHERE) for spelled, score in self.votes.items()}
        best = [spelled for spelled, more in beyond.items() if more >= 0 and more > max(beyond.values()) - 0.5]
        if len(best) > 1:
            best = [spelled for spelled in best if spelled in titled]
        if len(best) != 1:
            return None
        online = next((best[0] + end for end in _ONLINE if best[0] + end in self.votes), best[0])
        return self.names[online]


def outlet_of_text(
    lines: Sequence[str], headline: str | None, furniture: Sequence[str], joined: JoinedLines
) -> str | None:
    """The outlet that a page's own words name; None when they leave it open. `lines`: its title and what stands over
    the headline; `joined`: the furniture in lower case, of each line as much as one of `LONGEST` has.

    Candidates come from the page's title (its first line, where that says more than the headline), copyright lines,
    and what is said and offered under the outlet's name (`self_naming`, an app, a privacy policy). Each needs company:
    one place alone proves nothing.
    """
    short = {i: line for i, line in enumerate(furniture[:_MOST]) if len(line) <= LONGEST}
    rights = [short[i] for i in joined.holding(*_RIGHTS) if i in short]
    title = _DAY_BEHIND.sub("", lines[0]) if lines else ""
    parts = title_parts(title)
    hosts = _hosts(short[i] for i in joined.matching(_DOT) if i in short)
    owners = _owners(rights)
    titled = {bare(canonical(part) or "") for part in parts}
    ballot = _Ballot(enough=dict.fromkeys(titled, _TITLED))
    for name, weight in _of_title(title, parts, headline):
        ballot.vote(name, weight, _TITLED)
    for name, weight in _of_masthead([*parts, *lines[1:]], rights):
        ballot.vote(name, weight, _OVERHEAD)
    for owner, weight in owners:
        behind = title.endswith(owner) and not (headline or "").endswith(owner)
        ballot.vote(owner, weight + _TITLED * behind, _TITLED if behind else None)
    for host, times in _own_hosts(hosts):
        ballot.vote(host, 2.0 if times > 3 else 0.5)
    for name in (name for i in joined.holding(*_OFFERS) if i in short for name in _mentioned(short[i])):
        ballot.vote(name, 1)
    for name in _self_named(short, joined):
        ballot.vote(name, _SELF_NAMED, _PRESS if press_like(name) else None)
    owned, labels = {bare(owner) for owner, _ in owners}, {bare(label_of(host)) for host in hosts}
    for spelled in sorted(ballot.votes, key=ballot.votes.__getitem__, reverse=True)[:12]:
        score, name = ballot.votes[spelled], ballot.names[spelled]
        holding = joined.holding(name.lower())
        if len(spelled) < _SHORT:  # other words have it in them
            holding = [i for i in holding if name in furniture[i]]
        told = [short[i] for i in holding if i in short]
        score += _company(spelled, name, told, rights if score > 1 or spelled not in owned else ())
        score += _SELF_NAMED * (spelled in labels) + press_like(name)
        if spelled in owned and len(holding) > _BRAND:
            score += _TITLED  # the owner's name is all over the page: it is the outlet's
        ballot.votes[spelled] = score
    return ballot.elected(titled)


def _self_named(short: Mapping[int, str], joined: JoinedLines) -> list[str]:
    """The names that the outlet's own lines give it, one for each such line, and the mastheads."""
    lines = dict.fromkeys(short[i] for i in naming(joined) if i in short)
    return [*(name for line in lines if (name := self_named(line))), *mastheads(short.values())]


LONGEST, _MOST = 300, 3000
"""Longer lines, and more of them, are not looked at."""
_BRAND = 5
_SHORT, _TITLE, _SPOKEN = 5, 12, 14
_SELF_NAMED = 1.5
_PRESS = 3.5
"""The votes that settle what a newspaper is likely to be called."""
_PRODUCT = 20
"""Letters that a product's name has more than the outlet's at most: `Kesten Courier TV`."""
_TITLED, _OVERHEAD, _ELSEWHERE = 3.0, 4.0, 4.5
"""The votes that settle a name in the page's title, over the headline, or elsewhere: every page speaks of
companies, sisters and services as well.
"""


def _owners(rights: Iterable[str]) -> list[tuple[str, float]]:
    """Whom copyright lines name, and what each is worth as the outlet's name; agencies and photographers are not."""
    told = [(owner, line) for line in rights if (owner := owner_in(line))]
    return [
        (owner, _ownership(owner, line))
        for owner, line in told
        if agency_named(owner) is None and not _PICTURED.search(owner)
    ]


def _hosts(lines: Iterable[str]) -> Counter[str]:
    """The hosts that lines name, in addresses of mail, too, and how many lines name each."""
    return Counter(
        host
        for line in lines
        for host in {match[1].lower().removeprefix("www.") for match in _ANY_HOST.finditer(line)}
        if max(host.split("."), key=len) not in _EVERYWHERE
    )


def _own_hosts(hosts: Counter[str]) -> list[tuple[str, int]]:
    """The host that most lines name; none where two are named alike often."""
    best = hosts.most_common(2)
    return best[:1] if best and best[0][1] > 1 and (len(best) < 2 or best[1][1] < best[0][1]) else []


def _mentioned(line: str) -> Iterable[str]:
    """The names under which a line offers an app, or what else goes by an outlet's name."""
    matches = (pattern.search(line) for pattern in _MENTION)
    return [name for match in matches if match and (name := canonical(match["name"]))]


def _company(spelled: str, name: str, holding: Sequence[str], rights: Sequence[str]) -> float:
    """What else on the page speaks for, or against, a candidate; `holding`: the lines that its name stands in."""
    score = 0.0
    if any(spelled in bare(line) for line in rights):
        score += 1.5
    elif any(_telling_words(name) & _telling_words(owner_in(line) or "") for line in rights):
        score += 1.0
    if _HOST.search(name):
        score += 1.5
    alone = sum(bare(line) == spelled for line in holding)
    score += alone > 1
    small = name.lower()
    products = {line for line in holding if line.startswith(name) and line[len(name) : len(name) + 1] in ("-", " ")}
    score += sum(len(line) < len(name) + _PRODUCT for line in products) > 1
    if len(name.split()) > 1 or "." in name or not name[1:].islower():  # plain words stand everywhere
        around = sum([len(line) > len(name) + 3 for line in holding])
        score += 1.0 * (around >= 2) + 0.5 * (around >= 5)
    score += any(SEPARATOR.match(line, len(name)) is not None for line in holding if line.startswith(name))
    if all(word in SECTIONS for word in small.split()) or (name[0].islower() and not _HOST.search(name) and not alone):
        score -= 3
    return score - (len(name.split()) > 4)


def _ownership(owner: str, line: str) -> float:
    """What a copyright owner is worth as the outlet's name: companies own outlets, newspapers' names name them."""
    if owner in CANONICAL.values():
        return 2.5
    if HOLDING.search(owner):
        return 0.0
    company = COMPANY.search(line[: line.find(owner) + len(owner) + 12])
    return 3.0 if PRESS & set(owner.lower().split()) and not company and 2 <= len(owner.split()) <= 4 else 1.0


@lru_cache(maxsize=512)
def _telling_words(text: str) -> frozenset[str]:
    """The words of a name that few other names have."""
    return frozenset(re.findall(r"[^\W\d_]{4,}", text.lower())) - SECTIONS - _COMMON


def _of_masthead(lines: Sequence[str], rights: Sequence[str]) -> Iterable[tuple[str, float]]:
    """Short capitalised lines above the headline that share a telling word with a copyright line."""
    owners = [owner for owner in map(owner_in, rights) if owner]
    owned = set().union(*map(_telling_words, owners)) if owners else set[str]()
    if not owned:
        return []
    above = JoinedLines([line.lower() for line in lines])
    found = []
    for i in above.holding(*owned):
        name = lines[i].strip("[]| ")
        words = name.split()
        if not 1 <= len(words) <= 5 or len(name) > 50 or not may_be_a_name(name):
            continue
        telling = _telling_words(name)
        if (
            telling & owned
            and (i == 0 or 2 * len(telling & owned) >= len(telling))
            and not any(c in name for c in ".:!?©")
        ):
            found.append((name, 2.0))
    return found


def _of_title(title: str, parts: Sequence[str], headline: str | None) -> Iterable[tuple[str, float]]:
    """The pieces of a page's title that stand beside its headline, and their weight."""
    if len(title) >= 400 or (len(title.split()) < 4 and (title.isascii() or len(title) < _TITLE)):
        return []
    spoken = bare(headline or "")
    front = _FRONT.match(title)
    if front and len(spoken) > _SPOKEN and bare(title[front.end() :]) == spoken and like_a_name(front[1]):
        return [(front[1], _TITLED + 1)]
    if len(parts) < 2:
        return []
    longest = max(parts, key=len)
    beside = [part for part in parts if part != longest and not _within(part, headline or "") and _may_name(part)]
    signed = len(spoken) > _SPOKEN and bare(title).startswith(spoken)
    weights = []
    for part in beside:
        weight = 2.0 if part == parts[-1] else 1.0
        if _HOST.search(part) or (signed and part == parts[-1] and like_a_name(part)):
            weight = _TITLED + 1
        weights.append((part, weight))
    return weights


_DAY_BEHIND = re.compile(r"\s*[-–—|,]\s+\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d$|\s*[-–—|,]\s+(?:19|20)\d\d-\d\d-\d\d$")
"""A day that a title ends in, behind the outlet's name."""
_FRONT = re.compile(r"([^:|–—]{2,40}?)\s*(?::|\s[-–—|])\s+")
"""`Outlet: Headline`"""


def _within(part: str, headline: str) -> bool:
    """Whether a headline has a piece of a title in it; a short one as it is written, since long words have it too."""
    return part in headline if len(bare(part)) < _SHORT else bare(part) in bare(headline)


def _may_name(part: str) -> bool:
    return (
        len(part.split()) <= 5
        and part[0] not in SPEECH_STARTS
        and not re.search(r"\d{4}|^(?:About|Über) |\b[Aa]rchives?\b", part)
    )


def like_a_name(name: str) -> bool:
    """Whether the end of a title is more likely an outlet's name than a department's or a topic's."""
    words = name.split()
    return press_like(name) or (
        (len(words) > 1 or "." in name or name.isupper())
        and all(word[0].isupper() or word in _SMALL for word in words)
        and not any(c.isdigit() for c in name)
        and not any(word.lower() in SECTIONS for word in words[:1])
    )


_SMALL = frozenset(
    {"of", "the", "and", "&", "de", "del", "la", "le", "di", "da", "do", "der", "und", "et", "il", "van"}
)
