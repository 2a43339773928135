"""Sentences: where they begin and end, in any language."""

from reader.language.sentences.splitter import is_dateline, sentences, spans

__all__ = ["is_dateline", "sentences", "spans"]
