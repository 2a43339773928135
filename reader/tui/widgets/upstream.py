"""What is put right in Textual, until it is put right there.

Here: a cache of its that keeps the lines of closed screens, one that works out for every line what all lines of a pane
have in common, what is seen through a screen, and how one takes the sizes of a terminal. Not here: what is ours.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from rich.style import Style
from textual._context import visible_screen_stack
from textual._styles_cache import StylesCache
from textual.color import Color
from textual.css.styles import StylesBase
from textual.geometry import Region, Size, Spacing
from textual.renderables.background_screen import BackgroundScreen
from textual.strip import Strip
from textual.widget import Widget

_KEPT = 160
"""Lines kept with their edges; a pane seldom shows more at once."""

if TYPE_CHECKING:
    from textual.screen import Screen

    _Screen = Screen[Any]
else:
    _Screen = object  # another of Textual's nodes among the bases would hide the stylesheets of the one behind it


class Layered(_Screen):
    """A screen over others or under them. Goes before Textual's class.

    A screen that has taken another size tells itself so, and takes the size it was told. Of two that came while nothing
    was drawn, as after a command of the palette, it takes the first, the second, the first: nothing else ever again.
    This one takes the size that the terminal has now.

    What is seen through one is drawn by Textual from the first line to the last, every cell mixed with its colour
    again, and several times for each change behind it: here once, where it changed.
    """

    _behind: Sequence[Strip] | None = None
    """The lines behind it as they are seen through it; None: to be drawn."""

    def _screen_resized(self, size: Size) -> None:
        super()._screen_resized(self.app.size)

    def _set_dirty(self, *regions: Region) -> None:
        self._behind = None
        super()._set_dirty(*regions)

    def _compositor_refresh(self) -> None:
        """Draw what has changed; of one behind others, have the one on top do so, if it is seen through that."""
        if self is self.app.screen or self.app.is_inline:
            super()._compositor_refresh()
            return
        changed = self._compositor._dirty_regions
        regions = [*changed]
        changed.clear()
        self._dirty_widgets.clear()
        stack = self.app.screen_stack
        above = stack[stack.index(self) + 1 :] if self in stack else []
        if regions and above and all(screen.styles.background.a < 1 for screen in above):
            for screen in above:
                screen._set_dirty(*regions)
            above[-1].refresh(*regions)

    def render_lines(self, crop: Region) -> list[Strip]:
        """What is seen through it; else its own colour."""
        colour = self.styles.background
        if colour.a == 1 or self.BLANK:
            return super().render_lines(crop)
        if self._behind is None or len(self._behind) != self.size.height:
            screens = visible_screen_stack.get([])
            if not screens:
                return super().render_lines(crop)
            lines, own = screens.pop()._compositor.render_strips(self.size), self.visual_style.rich_style
            behind = [
                Strip([Segment(text, _mixed(own, style, colour)) for text, style, _ in line], line.cell_length)
                for line in lines
            ]
            for colours in self.get_line_filters():
                behind = [line.apply_filter(colours, self.background_colors[1]) for line in behind]
            self._behind = behind
        lines = [
            line if not crop.x and line.cell_length == crop.width else line.crop_extend(crop.x, crop.right, None)
            for line in self._behind[crop.y : crop.bottom]
        ]
        # What is behind takes another size of the terminal a little earlier or later.
        return lines + [Strip.blank(crop.width)] * (crop.height - len(lines))


@lru_cache(maxsize=1024)
def _mixed(own: Style, style: Style | None, colour: Color) -> Style:
    """A style as it is seen through a colour; what it has none of is as in the screen's own."""
    (seen,) = BackgroundScreen.process_segments([Segment(" ", style)], colour)
    return own + seen.style


def let_closed_screens_go() -> None:
    """Keep the pairs of background colours of all widgets in one cache, as Textual means to.

    Its method is cached as if it were the class's but is not declared as the class's, so that the cache keeps the last
    thousand widgets' drawn lines: 10 MiB after a few hundred dialogues. Does nothing where it is declared.
    """
    method = vars(StylesCache).get("get_inner_outer")
    if inner := getattr(method, "__wrapped__", None) if not isinstance(method, classmethod) else None:
        StylesCache.get_inner_outer = classmethod(lru_cache(1024)(inner))  # type: ignore[method-assign,assignment,arg-type]


class Edges(StylesCache):
    """For a pane whose lines are as wide as its contents and have their colours: only what stands at their sides comes
    from styles, and that is the same for all of them. A line that is drawn again is the same object as before, of which
    Textual knows how it is cut and sent.
    """

    def __init__(self) -> None:
        super().__init__()
        self._look: object = None
        self._gutter = Spacing()
        self._sides: tuple[list[Segment], list[Segment]] | None = None
        self._kept: dict[int, tuple[Strip, Strip]] = {}
        """With its edges, by the identity of the line without them, which is kept so that it stays the only one."""

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        """See what all lines have in common, then draw them."""
        styles = widget.styles
        look = (widget.size, styles.gutter, styles.border, widget.background_colors)
        if look != self._look:
            self._look, self._gutter, self._sides = look, styles.gutter, None
            self._kept.clear()
        return super().render_widget(widget, crop)

    def render_line(
        self,
        styles: StylesBase,
        y: int,
        size: Size,
        content_size: Size,
        padding: Spacing,
        base_background: Any,
        background: Any,
        render_content_line: Callable[[int], Strip],
        *others: Any,
    ) -> Strip:
        """A line with its edges; one of the contents' the short way."""
        gutter, row = self._gutter, y - self._gutter.top

        def whole(render: Callable[[int], Strip]) -> Strip:
            return super(Edges, self).render_line(
                styles, y, size, content_size, padding, base_background, background, render, *others
            )

        if not 0 <= row < content_size.height:
            return whole(render_content_line)
        line = render_content_line(row)
        if line.cell_length != content_size.width:
            return whole(lambda _: line)
        if not gutter.left and not gutter.right:
            return line
        if (kept := self._kept.get(id(line))) is None:
            if self._sides is None:
                left, _, right = whole(lambda _: line).divide([gutter.left, size.width - gutter.right, size.width])
                self._sides = list(left), list(right)
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            kept = self._kept[id(line)] = line, Strip([*self._sides[0], *line, *self._sides[1]], size.width)
        return kept[1]
