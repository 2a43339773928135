"""Files that hold other documents whole: mailboxes, web archives, ZIP and tar.

Here: finding the documents in them one after the other, without unpacking anything to disk. Not here: what a document
says (`documents`, `mail`), and lists of records (`records`, `exports`).
"""
