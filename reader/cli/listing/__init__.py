"""Lists for people at a terminal: columns that fit, headings, colours, a pager; and lines made from a template.

Here: the commands `list` and `search`, and how lists look where a person reads them. Not here: lines for pipes and JSON
(output), which articles are listed (the desk). Nothing is imported here, and by the commands only what they need.
"""
