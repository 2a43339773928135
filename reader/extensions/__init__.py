"""Summary methods and exporters of the person's own: programs named in the configuration, and Python packages.

Here: which there are, and asking them. What they give is shown as theirs, never as the article's own words. Not here:
running programs (`programs`), what is shown of it (cli, tui). Nothing is imported here.
"""
