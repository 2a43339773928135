r"""Bytes to text: which encoding a document is in, and its text with `\n` line breaks.

Here: byte order marks, UTF-8 (also slightly broken), UTF-16 without a mark, what a page declares, and else a guess.
Not here: whether the bytes are a text at all (`kinds`), and control characters (`reader.safety`, when cleaning).
"""

from __future__ import annotations

import codecs
import re

import webencodings

_SAMPLE = 65_536
"""Bytes that are looked at to tell UTF-16 and to guess; 64 KiB say as much as a whole book."""

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_DECLARED = re.compile(
    rb"""<meta\s[^<>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})"""
    rb"""|<\?xml\s[^<>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)

_NOT_OF_BYTES = ("utf-16le", "utf-16be", "x-user-defined", "replacement")
"""Encodings that a page cannot be in if it could be read so far, and those that are not for text."""

_WIDER = {"shift_jis": "cp932", "gbk": "gb18030", "big5": "big5hkscs", "euc-kr": "cp949"}
"""By their standard names: codecs that have all characters which browsers read; those of the same name lack some."""

_GUESSES = (
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874"),
    *("iso8859-2", "iso8859-5", "iso8859-6", "iso8859-7", "iso8859-8", "iso8859-9", "iso8859-13", "iso8859-15"),
    *("koi8-r", "koi8-u", "cp866", "mac-cyrillic", "mac-roman"),
    *("gb18030", "big5hkscs", "cp932", "euc_jis_2004", "iso2022_jp_2", "iso2022_jp_ext", "cp949", "euc_kr"),
    "iso2022_kr",
)
"""The encodings that news has been written in; others are not guessed, a long list only adds mistakes."""

_SEVEN_BIT = (b"\x1b$", b"\x1b(")
"""How ISO-2022 says that what follows is not ASCII, although every byte looks like it."""

_USUAL = re.compile(
    r"[\n\r\t -~\u00a0-\u024f\u0370-\u06ff\u0900-\u0dff\u0e00-\u0e7f\u2010-\u2027"  # alphabets, punctuation
    r"\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]"  # Chinese, Japanese, Korean
)
"""The characters that nearly all of a news text consists of, in any language."""


def decode(data: bytes, said: str | None = None) -> str:
    r"""The text of `data`, whatever its encoding, with `\n` line breaks and without a byte order mark. Never raises.

    Tried in turn: a byte order mark; UTF-16 without one; strict UTF-8; what the server `said`; what an HTML or XML page
    declares; UTF-8 with a few bad bytes, which become U+FFFD; a guess by letter statistics.
    """
    text = _decode(data, said)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.removeprefix("\ufeff")


def _decode(data: bytes, said: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    wide = unmarked_utf16(data)
    if wide:
        return data.decode(wide, "replace")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_legacy(data, error.start, said)
    if text.isascii() and any(escape in data for escape in _SEVEN_BIT):
        return _strictly(data, _guess(data)) or text
    return text


def _decode_legacy(data: bytes, wrong: int, said: str | None) -> str:
    """What is not UTF-8 from the byte `wrong` on: as said or declared, else as broken UTF-8, else as guessed."""
    declared = _declared(data)
    for named in (_codec(said) if said else None, declared):
        if named and named != "utf-8" and (text := _strictly(data, named)) is not None:
            return text
    if declared == "utf-8" or _mostly_good(data[max(0, wrong - _SAMPLE) : wrong + _SAMPLE]):
        return data.decode("utf-8", "replace")
    return data.decode(_guess(data), "replace")


def unmarked_utf16(data: bytes) -> str | None:
    """`utf-16-le` or `utf-16-be` when `data` is that without a byte order mark, else None.

    Such text has NULs (in blanks and line breaks at least), and in the right byte order nearly every character is a
    usual one; in the wrong order, and in binary files, hardly any is. Latin letters look usual in either order
    (swapped, they are Chinese), so the order is tried first in which their NULs are the high bytes.
    """
    sample = data[: min(_SAMPLE, len(data) & ~1)]
    if b"\0" not in sample or len(sample) < 4:
        return None
    little = sample[1::2].count(0) >= sample[::2].count(0)
    for encoding in ("utf-16-le", "utf-16-be") if little else ("utf-16-be", "utf-16-le"):
        text = sample.decode(encoding, "replace")
        if len(_USUAL.findall(text)) >= 0.95 * len(text):
            return encoding
    return None


def _declared(data: bytes) -> str | None:
    """The codec that a page names in its first bytes; None: none, or not one of the WHATWG standard."""
    head = data[:4096]
    if not head.lstrip().startswith(b"<"):
        return None
    found = _DECLARED.search(head)
    if not found:
        return None
    return _codec((found[1] or found[2]).decode("ascii", "replace"))


def _codec(label: str) -> str | None:
    """The codec of that name; None: not one of the WHATWG standard, or not one for these bytes."""
    known = webencodings.lookup(label.lower())
    if known is None or known.name in _NOT_OF_BYTES:
        return None
    return _WIDER.get(known.name) or known.codec_info.name


def _mostly_good(sample: bytes) -> bool:
    """Whether bad bytes are the exception in UTF-8: at most as many as there are good characters beyond ASCII."""
    replaced = sample.decode("utf-8", "replace")
    bad = replaced.count("\ufffd") - sample.count(b"\xef\xbf\xbd")
    beyond = len(replaced) - len(replaced.encode("ascii", "ignore"))
    return beyond - bad >= bad


def _guess(data: bytes) -> str:
    """The likeliest legacy encoding by letter statistics; Windows-1252 where nothing speaks for any."""
    import chardet  # slow to load, and only ever needed for texts that are not UTF-8

    try:
        found = chardet.detect(_telling(data), include_encodings=_GUESSES, compat_names=False)
        encoding = found["encoding"] or "cp1252"
        codecs.lookup(encoding)
    except (LookupError, ValueError, RecursionError):
        return "cp1252"
    return encoding


def _telling(data: bytes) -> bytes:
    """The lines that go beyond ASCII, without markup: a page's English scaffolding tells nothing of its text."""
    found = re.search(rb"[\x80-\xff]", data)
    if not found:
        return data[:_SAMPLE]
    start = max(0, found.start() - 512)
    part = re.sub(rb"<[^<>]{0,1000}>", b" ", data[start : start + 4 * _SAMPLE])
    telling = b"\n".join(line for line in part.split(b"\n") if not line.isascii())
    return (telling or data[start:])[:_SAMPLE]  # empty when only markup goes beyond ASCII


def _strictly(data: bytes, encoding: str) -> str | None:
    """The text, unless more than one character in a thousand is not of that encoding."""
    text = data.decode(encoding, "replace")
    return text if 1000 * text.count("\ufffd") <= len(text) else None
