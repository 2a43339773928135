"""reader.sources.counting: how many articles a file may hold, without reading them."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

import pytest

from reader import sources
from reader.sources import counting

RECORD = json.dumps({"title": "Rain", "text": "It rained in Velm for a day, and the river rose again. " * 3})


def counted(path: Path, content: str, *, packed: bool = False) -> int:
    data = content.encode()
    path.write_bytes(gzip.compress(data) if packed else data)
    (found,) = sources.find([path])
    assert isinstance(found, sources.Found)
    return sources.count(found)


@pytest.mark.parametrize("packed", [False, True])
def test_records_are_counted_by_their_lines(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / ("news.jsonl.gz" if packed else "news.jsonl")
    assert counted(path, f"{RECORD}\n" * 7, packed=packed) == 7
    assert counted(path, "\n".join([RECORD] * 7), packed=packed) == 7
    assert counted(path, f"{RECORD}\n\n{RECORD}\n", packed=packed) == 2
    assert counted(path, "", packed=packed) == 1


@pytest.mark.parametrize("packed", [False, True])
def test_of_a_large_file_they_are_estimated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, packed: bool) -> None:
    monkeypatch.setattr(counting, "LIMIT", 1_500_000)
    chance = random.Random(1)
    lines = [json.dumps({"text": chance.randbytes(150).hex()}) for _ in range(10_000)]
    path = tmp_path / ("news.jsonl.gz" if packed else "news.jsonl")
    assert 8_000 < counted(path, "\n".join(lines), packed=packed) < 11_500


def test_records_in_a_list_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "news.json"
    records = ",".join([RECORD] * 150)
    assert counted(path, f"[{records}]") == 150
    assert counted(path, f'{{"response": {{"results": [{records}]}}}}') == 150
    assert counted(path, f"{RECORD}\n" * 150) == 150
    assert counted(path, RECORD) == 1
    assert counted(path, '{"text": "' + "It rained. " * 5_000 + '"}') == 1
    assert counted(path, "[" * 100_000) == 1


def test_a_text_a_page_and_what_cannot_be_read_count_as_one(tmp_path: Path) -> None:
    assert counted(tmp_path / "rain.txt", "It rained.\n\nIt rained again.\n") == 1
    assert counted(tmp_path / "rain.html", "<p>It rained.</p>\n<p>It rained again.</p>\n") == 1
    assert counted(tmp_path / "broken.jsonl.gz", "no gzip") == 1
    (found,) = sources.find([tmp_path / "rain.txt"])
    (tmp_path / "rain.txt").unlink()
    assert isinstance(found, sources.Found)
    assert sources.count(found) == 1
