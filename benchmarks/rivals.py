"""What the reader is measured against when a library is filled: a plain pipeline, and newsboat.

The plain pipeline is what one would write in an evening: of a page what trafilatura takes for its text, of a text dump
its long lines; three sentences by sumy's LexRank; text and summary in SQLite with a full-text index. newsboat stores
and lists the items of a feed; it cleans and summarises nothing. Not here: when they run (`run.py`).
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterable, Sequence
from datetime import datetime, timezone
from pathlib import Path

from invented import feed_item
from sumy.nlp.stemmers import Stemmer
from sumy.parsers.plaintext import PlaintextParser
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.utils import get_stop_words

LONG = 80
"""Characters of a line of a dump that is taken for text."""
SENTENCES = 3


class _Tokenizer:
    """sumy's own wants a download; this one cuts sentences at full stops."""

    def to_sentences(self, text: str) -> Sequence[str]:
        return [part.strip() for part in re.split(r"(?<=[.!?])\s+", text) if part.strip()]

    def to_words(self, text: str) -> Sequence[str]:
        return re.findall(r"[^\W\d_]+", text)


def plain_pipeline(files: Iterable[Path], database: Path) -> int:
    """Fills a database of its own with the files. How many articles it has then."""
    summarizer = LexRankSummarizer(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")
    with sqlite3.connect(database) as db:
        db.execute("CREATE TABLE article (id INTEGER PRIMARY KEY, path TEXT, text TEXT, summary TEXT)")
        db.execute("CREATE VIRTUAL TABLE search USING fts5 (text, content = 'article', content_rowid = 'id')")
        for path in files:
            text = _text_of(path)
            parsed = PlaintextParser.from_string(text, _Tokenizer())
            summary = " ".join(map(str, summarizer(parsed.document, SENTENCES)))
            number = db.execute(
                "INSERT INTO article (path, text, summary) VALUES (?, ?, ?)", (str(path), text, summary)
            )
            db.execute("INSERT INTO search (rowid, text) VALUES (?, ?)", (number.lastrowid, text))
        return int(db.execute("SELECT count(*) FROM article").fetchone()[0])


def _text_of(path: Path) -> str:
    raw = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix in (".html", ".htm"):
        import trafilatura  # slow to load, and not needed for text dumps

        return trafilatura.extract(raw) or ""
    return "\n\n".join(line for line in raw.splitlines() if len(line) >= LONG)


def write_feed(records: Iterable[dict[str, str]], path: Path) -> None:
    """Writes clean records as a feed."""
    with path.open("w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>Invented</title>\n')
        for record in records:
            when = datetime.fromisoformat(record["published"]).replace(tzinfo=timezone.utc)
            file.write(feed_item(record, record["url"], when))
        file.write("</channel></rss>\n")


def newsboat_reload(feed: Path, folder: Path) -> float | None:
    """Seconds that newsboat takes for its first reload of a feed; None where it is not installed."""
    program = shutil.which("newsboat")
    if program is None:
        return None
    urls, cache, settings = folder / "urls", folder / "cache.db", folder / "config"
    urls.write_text(f"file://{feed}\n", encoding="utf-8")
    settings.write_text("auto-reload no\n", encoding="utf-8")
    command = [program, "-q", "-u", str(urls), "-c", str(cache), "-C", str(settings), "-x", "reload"]
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "HOME": str(folder)})
    return time.perf_counter() - begun
