"""The learned classifier: the features of every line, and how likely the line belongs to the article."""
