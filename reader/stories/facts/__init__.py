"""What reports tell as facts, figures above all, and where two of them disagree."""

from reader.stories.facts.disagreements import disagreements
from reader.stories.facts.growth import has_risen

__all__ = ["disagreements", "has_risen"]
