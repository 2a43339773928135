"""Quotation marks and dashes as the world's press sets them, as strings of single characters.

Not here: which marks make a quotation (`quotes`), where a sentence ends (`sentences`).
"""

from __future__ import annotations

OPENING_QUOTES = "\"'“”„«‘"
"""Marks that open a quotation in some language: `”` does in Swedish and Finnish."""
CLOSING_QUOTES = "\"'”’»"
"""Marks that close one. Not here: `“`, which does so in German and opens one elsewhere."""
DASHES = "-–—"
SPEECH_STARTS = OPENING_QUOTES + DASHES
"""What direct speech begins with, dialogue dashes included."""
QUOTE_PAIRS = {
    "“": "”“", "„": "“”", "‟": "”", "«": "»", "»": "«", "‹": "›", "「": "」", "『": "』", "‘": "’", "‚": "‘’", '"': '"',
    "``": "''", "''": "''", "＂": "＂", "'": "'",
}  # fmt: skip
"""Opening marks and what closes them."""
