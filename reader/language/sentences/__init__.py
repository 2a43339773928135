"""Sentences: where they begin and end, in any language."""

from reader.language.sentences.splitter import sentences, spans

__all__ = ["sentences", "spans"]
