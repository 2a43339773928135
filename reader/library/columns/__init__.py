"""Values as columns hold them: packed bytes, times that sort, text for the full-text index. No SQL runs here."""
