"""The person's own servers: the same marks, feeds and articles on both sides, whatever breaks off.

Here: `syncing` (the order of the work), `marking` (marks there and back), `arriving` (items become articles),
`following` (feeds there and back). Not here: the protocol (`reader.sources.sync`), what was agreed upon (library).

Each step is stored before the next one begins, and each can be done again: what the server was told and has not
confirmed is told again, what came in is known by its name. So a sync that is broken off anywhere needs no mending.
"""
