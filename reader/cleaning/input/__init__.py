"""A document as lines: plain text, HTML, and the article text that some pages carry in JSON-LD only."""
