"""The configuration file: what may be set in it, reading and checking it, saying what is in force.

Here: every setting as data (`settings`), the values that each takes (`kinds`), the file (`reading`, with `positions`
for where in it something stands), and what is written from the same data (`writing`). Not here: what follows from a
setting; whoever acts on it asks the `Config` for it. Nothing is imported here: all this lies on the way to the first
screen.
"""
