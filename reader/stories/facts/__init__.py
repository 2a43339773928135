"""What reports tell as facts, figures above all, and where two of them disagree."""

from reader.stories.facts.disagreements import disagreements

__all__ = ["disagreements"]
