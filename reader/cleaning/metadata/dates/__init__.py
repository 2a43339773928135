"""Dates: the forms in which they are written, and which one is the day of publication."""
