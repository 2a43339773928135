"""What the fake library of the screens does when an article is set right by hand: a part of `tui_support.FakeLibrary`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from reader.article import Article, Paragraph, Removed
from reader.desk.corrections import day_of


class EditingFake:
    """Corrections in memory. A correction set to None brings back the article as it was put."""

    store: dict[int, Article]
    undone: list[tuple[str, Callable[[], object]]]

    def edit(self, number: int, changes: Mapping[str, str | None]) -> Article:
        self._check()
        before = self.store[number]
        article = before
        for field, value in changes.items():
            name = {"date": "published"}.get(field, field)
            said = None if value in (None, "?") else day_of(value or "") if field == "date" else value
            by_hand = {*article.corrected, name} if value is not None else {*article.corrected} - {name}
            article = replace(article, **{name: said}, corrected=tuple(sorted(by_hand)))  # type: ignore[arg-type]
        return self._put_in_place(before, article, "changed")

    def overrule(self, number: int, pieces: Sequence[Paragraph | Removed]) -> Article:
        self._check()
        before = self.store[number]
        paragraphs = [p for p in before.paragraphs if p not in pieces]
        removed = [r for r in before.removed if r not in pieces]
        for piece in pieces:
            if isinstance(piece, Removed):
                paragraphs.append(Paragraph(piece.text, "body", piece.line, by_hand=True))
            else:
                removed.append(Removed(piece.text, piece.line, "cut by hand"))
        paragraphs.sort(key=lambda p: p.line)
        removed.sort(key=lambda r: r.line)
        after = replace(before, text="", paragraphs=tuple(paragraphs), removed=tuple(removed))
        return self._put_in_place(before, after, "by hand")

    def _put_in_place(self, before: Article, after: Article, what: str) -> Article:
        number = before.id or 0
        self.store[number] = after
        self.undone.append((what, lambda: self.store.update({number: before})))
        return after

    def _check(self) -> None:
        raise NotImplementedError
