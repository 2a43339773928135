"""What can be told from text alone: sentences, words and stems, the language, names and their spellings, quotations."""
