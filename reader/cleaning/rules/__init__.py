"""Rules applied after the classifier: smoothing, bare texts, HTML structure, lines that recur in an outlet."""
