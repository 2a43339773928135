"""Own pieces against the libraries that could take their place: `against_libraries.py PIECE [FOLDER] [--limit N]`.

PIECE is `languages`, `encodings`, `labels`, `hosts`, `dates` or `sentences`. FOLDER holds labelled sets,
`TASK/SET.jsonl.gz`; without one the sample articles are used where they say what is right. Each row: how often a system
is right, wrong and silent, and items a second. `pip install '.[bench]'` brings the rivals. What was decided on these
figures stands in docs/architecture.md.

For `languages` and `sentences` the folder may also be one of LanguageTool's cases, which nothing here was written on:
`pip download --no-deps --no-binary :all: choppa-srx`, and in it `tests/data/lt`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
LEGACY = {  # the encodings in which each language was written before UTF-8
    "en de fr es it pt nl da sv no fi": ("cp1252", "iso8859-15"),
    "pl cs hu ro sk sl hr": ("cp1250", "iso8859-2"),
    "ru bg": ("cp1251", "koi8-r"),
    "uk": ("cp1251", "koi8-u"),
    "el": ("cp1253",),
    "tr": ("cp1254",),
    "he": ("cp1255",),
    "ar": ("cp1256",),
    "lt lv et": ("cp1257",),
    "th": ("cp874",),
    "ja": ("cp932", "euc_jp"),
    "zh": ("gb18030", "big5hkscs"),
    "ko": ("cp949",),
}


def read(file: Path) -> Iterator[dict[str, Any]]:
    """The items of a set."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def texts(folder: Path | None) -> list[tuple[str, str]]:
    """(language, text): the sample articles as they should be read, and twenty sentences in each of many languages."""
    from reader.desk import read_file

    gold = json.loads((ROOT / "tests" / "articles_gold.json").read_text(encoding="utf-8"))["articles"]
    found = [
        (case["language"], read_file(ROOT / "articles" / case["file"])[0].text) for case in gold if not case["record"]
    ]
    if folder and (folder / "sentences").is_dir():
        found += [(item["language"], item["text"]) for item in read(folder / "sentences" / "ersatz.jsonl.gz")]
    return found


def show(name: str, verdicts: list[bool | None], seconds: float) -> None:
    """One row. verdicts: right, wrong, or None where the system says nothing."""
    count = max(1, len(verdicts))
    shares = [100 * verdicts.count(verdict) / count for verdict in (True, False, None)]
    print(
        f"  {name:24} right {shares[0]:5.1f}  wrong {shares[1]:5.1f}  silent {shares[2]:5.1f}  {count / seconds:9.0f}/s"
    )


def judge(
    title: str,
    items: list[tuple[Any, Any]],
    systems: dict[str, Callable[[Any], Any]],
    alike: Callable[[Any, Any], bool],
) -> None:
    """A row for each system. items: what it is given, and what is right."""
    print(f"{title}: {len(items)}")
    for name, system in systems.items():
        system(items[0][0])  # what is loaded once does not count
        start = time.perf_counter()
        said = [system(given) for given, _ in items]
        seconds = time.perf_counter() - start
        show(
            name,
            [None if one is None else alike(one, right) for one, (_, right) in zip(said, items, strict=True)],
            seconds,
        )


def languages(folder: Path | None, limit: int) -> None:
    """Which language a text is in: whole texts, and single sentences."""
    import py3langid
    from lingua import LanguageDetectorBuilder

    from reader.language.detection import detect

    detector = LanguageDetectorBuilder.from_all_languages().build()

    def by_lingua(text: str) -> str | None:
        found = detector.detect_language_of(text)
        return found.iso_code_639_1.name.lower() if found else None

    systems = {"reader": detect, "py3langid": lambda text: py3langid.classify(text)[0], "lingua": by_lingua}
    whole = [(text, language) for language, text in texts(folder)]
    judge("whole texts", whole[:limit], systems, str.__eq__)
    for name, items in _sentence_sets(folder):
        single = [(sentence, language) for language, _, sentences in items for sentence in sentences[:3]]
        judge(f"single sentences of {name}", single[:: max(1, len(single) // limit)], systems, str.__eq__)


def encodings(folder: Path | None, limit: int) -> None:
    """Texts in the encodings that they were once written in, whole and their first 500 characters."""
    import chardet
    import charset_normalizer

    from reader.sources.decoding import decode

    def by_chardet(data: bytes) -> str | None:
        name = chardet.detect(data)["encoding"]
        return data.decode(name, "replace") if name else None

    def by_normalizer(data: bytes) -> str | None:
        best = charset_normalizer.from_bytes(data).best()
        return str(best) if best else None

    items = []
    for language, text in texts(folder):
        for codes, names in LEGACY.items():
            if language in codes.split():
                for name in names:
                    for part in (text, text[:500]):
                        data = unicodedata.normalize("NFC", part).encode(name, "ignore")
                        if not data.isascii():
                            items.append((data, data.decode(name)))
    systems = {"reader (on chardet)": decode, "chardet": by_chardet, "charset-normalizer": by_normalizer}
    judge("texts", items[:: max(1, len(items) // limit)], systems, lambda one, right: str(one).strip() == right.strip())


def labels(folder: Path | None, limit: int) -> None:
    """Whether a page is read that calls its encoding by any of the names in the WHATWG standard."""
    from webencodings import LABELS, lookup

    from reader.sources.decoding import decode

    words = {"windows-1251": "Привет", "shift_jis": "日本語", "gb18030": "中文", "euc-kr": "한국어", "big5": "中文"}
    items = []
    for label, name in LABELS.items():
        known = lookup(label)
        if known is None or name.startswith("utf") or name in ("x-user-defined", "iso-2022-jp", "replacement"):
            continue
        for word in (words.get(name, ""), "é", "ğ", "ж", "α", "א", "ب", "ก", "日"):
            try:
                data = known.codec_info.encode(word)[0]
            except UnicodeEncodeError:
                continue
            if word and not data.isascii():
                items.append((f'<meta charset="{label}"><p>'.encode() + data * 40, word * 40))
                break
    judge("labels", items, {"reader": decode}, lambda one, right: right in str(one))


def hosts(folder: Path | None, limit: int) -> None:
    """Whether the part of a host that is taken as its name is the name of the outlet."""
    import courlan
    import tldextract

    from reader.cleaning.metadata import hosts as own

    offline = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)

    def by_courlan(url: str) -> str | None:
        domain = courlan.extract_domain(url)
        return domain.split(".")[0] if domain else None

    def by_label(url: str) -> str | None:
        host = own.host_of(url)
        return own.label_of(host) if host else None

    def alike(label: str, outlet: str) -> bool:
        return own.akin(outlet, f"{label}.example")

    items = []
    for name in ("fundus-html", "wcxb-html"):
        items += [
            (item["url"], item["gold"]["outlet"])
            for item in (read(folder / "extraction" / f"{name}.jsonl.gz") if folder else ())
            if item["url"] and item["gold"].get("outlet")
        ]
    if not items:
        print("hosts: needs a folder with pages and their outlets")
        return
    systems = {"reader": by_label, "courlan": by_courlan, "tldextract": lambda url: offline(url).domain or None}
    judge("hosts", items[:limit], systems, alike)


def dates(folder: Path | None, limit: int) -> None:
    """The day of publication, of pages and of texts."""
    import reader

    if folder is None:
        print("dates: needs a folder with dated pages")
        return
    for name in ("fundus-html", "postlight-html", "wcxb-html", "fundus-text"):
        kind = name.rsplit("-", 1)[1]
        items = [
            ((item["raw"], item["url"]), date.fromisoformat(item["gold"]["published"][:10]))
            for item in read(folder / "extraction" / f"{name}.jsonl.gz")
            if item["gold"].get("published")
        ]

        def own(given: tuple[str, str | None], kind: str = kind) -> date | None:
            found = reader.clean(given[0], kind=kind, url=given[1]).published
            return date.fromisoformat(str(found)[:10]) if found else None

        rival = {"htmldate": _htmldate} if kind == "html" else {"dateparser": _dateparser}
        judge(name, items[:limit], {"reader (cleaning it all)": own, **rival}, date.__eq__)


def _htmldate(given: tuple[str, str | None]) -> date | None:
    import htmldate

    found = htmldate.find_date(given[0], url=given[1], original_date=True)
    return date.fromisoformat(found) if found else None


def _dateparser(given: tuple[str, str | None]) -> date | None:
    """The first day in a short line among the first forty: dateparser finds days in any words."""
    from dateparser.search import search_dates

    for line in [line for line in given[0].split("\n") if line.strip()][:40]:
        if len(line) < 80 and any(character.isdigit() for character in line):
            found = search_dates(line, settings={"REQUIRE_PARTS": ["day", "month", "year"]})
            if found:
                return found[0][1].date()
    return None


def sentences(folder: Path | None, limit: int) -> None:
    """F1 of the ends of sentences within a text, mean of the languages; texts split exactly; texts a second."""
    import pysbd
    import sentencex

    import reader

    segmenters: dict[str, Any] = {}

    def by_pysbd(text: str, language: str) -> list[str]:
        if language not in segmenters:
            known = language in pysbd.languages.LANGUAGE_CODES
            segmenters[language] = pysbd.Segmenter(language=language if known else "en", clean=False)
        return [sentence.strip() for sentence in segmenters[language].segment(text)]

    def by_sentencex(text: str, language: str) -> list[str]:
        return [s.strip() for s in sentencex.segment(language, text) if s.strip()]

    systems = {"reader": reader.sentences, "sentencex": by_sentencex, "pysbd": by_pysbd}
    for name, items in _sentence_sets(folder):
        print(f"{name}: {len(items[:limit])}")
        for system, function in systems.items():
            start = time.perf_counter()
            said = [function(text, language) for language, text, _ in items[:limit]]
            seconds = time.perf_counter() - start
            _show_sentences(system, items[:limit], said, seconds)


def _sentence_sets(folder: Path | None) -> Iterator[tuple[str, list[tuple[str, str, list[str]]]]]:
    """Name and (language, text, sentences) of each set in the folder."""
    if folder is None:
        print("sentences: needs a folder with sets")
        return
    for file in sorted((folder / "sentences").glob("*.jsonl.gz")):
        yield file.name, [(item["language"], item["text"], item["sentences"]) for item in read(file)]
    cases = []
    for file in sorted(folder.glob("*.json")):  # LanguageTool's
        said = json.loads(file.read_text(encoding="utf-8"))
        for case in said["cases"]:
            text = "".join(case["sentences"])
            if "\n" not in text:
                cases.append((said["language"], text, [s.strip() for s in case["sentences"] if s.strip()]))
    if cases:
        yield "LanguageTool's cases", cases


def _ends(found: list[str]) -> set[int]:
    """Where sentences end, counted in characters that are not blank, but for the last."""
    ends, place = set(), 0
    for sentence in found[:-1]:
        place += len("".join(sentence.split()))
        ends.add(place)
    return ends


def _show_sentences(name: str, items: list[tuple[str, str, list[str]]], said: list[list[str]], seconds: float) -> None:
    counts: dict[str, list[int]] = {}
    for (language, _, gold), found in zip(items, said, strict=True):
        right, given = _ends(gold), _ends(found)
        for i, number in enumerate((len(right & given), len(given), len(right))):
            counts.setdefault(language, [0, 0, 0])[i] += number
    scores = [2 * both / (given + right) if given + right else 1.0 for both, given, right in counts.values()]
    exact = sum(_ends(gold) == _ends(found) for (_, _, gold), found in zip(items, said, strict=True))
    mean = sum(scores) / len(scores)
    print(f"  {name:24} F1 {mean:.3f}  exact {100 * exact / len(items):5.1f}  {len(items) / seconds:9.0f}/s")


PIECES = {f.__name__: f for f in (languages, encodings, labels, hosts, dates, sentences)}


def main() -> None:
    """One piece, or one after the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("piece", choices=PIECES)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--limit", type=int, default=100_000, help="only so many items of each set")
    options = parser.parse_args()
    PIECES[options.piece](options.folder, options.limit)


if __name__ == "__main__":
    main()
