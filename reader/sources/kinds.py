"""What a file is: a text, a page, records, or nothing that can be read as an article.

Here: endings, the first bytes of files that are not texts, and what plain text and HTML look like.
Not here: encodings (`decoding`), fields of records (`records`).
"""

from __future__ import annotations

import re
from typing import Literal

from reader.article import Kind
from reader.sources.decoding import unmarked_utf16

Format = Literal["text", "html", "json", "lines", "mailbox", "crawl", "zip", "tar", "table", "feed"]
"""How a file holds articles: as one text or page, JSON, one record a line, or letters, pages, files, rows or items."""

ENDINGS: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".eml": "text",
    ".mht": "text",
    ".mhtml": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".mbox": "mailbox",
    ".mbx": "mailbox",
    ".warc": "crawl",
    ".arc": "crawl",
    ".csv": "table",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".zip": "zip",
    ".wacz": "zip",
    ".tar": "tar",
    ".tgz": "tar",
    ".txz": "tar",
}
"""The endings that are looked for inside folders, each also with `.gz` after it."""

_SAMPLE = 65_536

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"BM", "a BMP picture"),
    (b"RIFF", "a sound, film or WebP picture"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound or film"),
    (b"fLaC", "a sound"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"PK\x03\x04", "a ZIP archive, a word processor's file or an e-book"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip file inside a gzip file"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old word processor's or table's file"),
    (b"{\\rtf", "an RTF file: save it as text or HTML"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\0asm", "a program"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"\0\x01\0\0", "a font"),
)
_WORDS_TOO = frozenset({b"BM", b"BZh", b"MZ", b"ID3", b"RIFF", b"wOFF", b"wOF2"})
"""Those that a text may begin with: they count only when control bytes follow."""

_CONTROL_BYTES = bytes(range(8)) + bytes([0x0E, 0x0F]) + bytes(range(0x10, 0x1B)) + b"\x1c\x1d\x1e\x1f\x7f"
"""C0 without \\b \\t \\n \\v \\f \\r and ESC, which texts saved from terminals have, and DEL."""

_MARKUP = re.compile(
    r"<(?:!doctype\s+html|(?:html|head|body|title|meta|link|script|style|base|article|main|section|header|div|p|h[1-6]|"
    r"span|table|ul|ol|figure|img|a|b|i|em|strong|br|blockquote)(?=[\s/>]))",
    re.IGNORECASE,
)
_PAGE = re.compile(r"<(?:!doctype\s+html|(?:html|head|body)(?=[\s/>]))", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][a-z0-9]*[\s/>]", re.IGNORECASE)
_SOLID = re.compile(r"\S")
_FEED = re.compile(r"<(?:rss|feed|rdf:rdf)[\s>]", re.IGNORECASE)
_FEEDS = re.compile(r"<opml[\s>]", re.IGNORECASE)
_ENVELOPE = re.compile(r"(?:from|return-path|received|message-id|mime-version|delivered-to): \S", re.IGNORECASE)


def split_ending(name: str) -> tuple[Format | None, bool]:
    """What a file name's ending says of its format (None: nothing), and whether it ends in `.gz`."""
    name = name.lower()
    packed = name.endswith(".gz")
    if name.endswith((".tar.xz", ".tar.bz2", ".tar.zst")):
        return "tar", True
    stem = name.removesuffix(".gz")
    dot = stem.rfind(".")
    return ENDINGS.get(stem[dot:]) if dot > 0 else None, packed


def not_a_text(data: bytes) -> str | None:
    """What `data` looks like when it is no text: `a PDF`, `binary data`; None when it may be one."""
    crowd = _controls(data)
    for magic, name in _MAGIC:
        if data.startswith(magic) and (magic not in _WORDS_TOO or crowd > 0):
            return name
    if data[4:8] == b"ftyp":
        return "a film or picture"
    if data[257:262] == b"ustar":
        return "a tar archive"
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")) or unmarked_utf16(data):
        return None
    return "binary data" if crowd > 0.02 else None


def _controls(data: bytes) -> float:
    """The share of control bytes that texts do not have. A few NULs or stray codes in a text do not matter."""
    sample = data[:_SAMPLE]
    if len(data) > 2 * _SAMPLE:  # programs and pictures may begin with text: look further in, too
        middle = len(data) // 2
        sample += data[middle : middle + _SAMPLE]
    count = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    return count / len(sample) if count > 3 else 0.0


def sniff(text: str) -> Kind:
    """`html` when `text` begins like markup, else `text`."""
    return "html" if _MARKUP.match(text, _opening(text)) else "text"


def is_page(text: str) -> bool:
    """Whether `text` begins like a whole HTML page: a text file may hold one."""
    return bool(_PAGE.match(text, _opening(text)))


def has_tags(text: str) -> bool:
    """Whether there is any tag: a plain text may have been saved under the name of a page."""
    return bool(_TAG.search(text))


def unreadable(text: str) -> str | None:
    """What `text` is when it is text that holds articles in a way that is not read: `a saved mail`; None otherwise."""
    start = _opening(text)
    if _FEEDS.match(text, start):
        return "a list of feeds: `reader feeds import` follows them"
    head = text[start : start + 4096]
    if _ENVELOPE.match(head) and re.search(
        r"^content-type: (?:multipart|message)/", head, re.IGNORECASE | re.MULTILINE
    ):
        return "a saved mail or web archive (MHTML): save the page as HTML"
    return None


def is_feed(text: str) -> bool:
    """Whether `text` is RSS, RDF or Atom."""
    return bool(_FEED.match(text, _opening(text)))


def looks_like_json(text: str) -> bool:
    """Whether `text` begins like a JSON object or list."""
    return text.lstrip()[:1] in ("{", "[")


def _opening(text: str) -> int:
    """Where the first thing begins that is not white space, an XML declaration or a comment."""
    at = 0
    while True:
        solid = _SOLID.search(text, at)
        if solid is None:
            return at
        at = solid.start()
        if text.startswith("<?", at):
            end, skip = text.find("?>", at), 2
        elif text.startswith("<!--", at):
            end, skip = text.find("-->", at), 3
        else:
            return at
        if end < 0:
            return at
        at = end + skip
