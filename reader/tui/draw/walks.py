"""Where on a walk the reader is, in words.

Here: the line at the bottom. Not here: walking (the session's walk).
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.desk.walks import Step
from reader.tui.draw import wording
from reader.tui.draw.cells import line_of
from reader.tui.session.walk import Walk


def label(walk: Walk) -> str:
    """`3 of 5 · RT · ten days later, 4th of 4 · both: Peskov, Sullivan`: where the reader is, and why."""
    here, start = walk.here, walk.origin
    parts = [f"{abs(walk.at) + 1} of {len(walk.steps)}", line_of(here.entry.outlet or "outlet unknown")]
    in_time = f"{wording.ordinal(here.place)} of {walk.ring}" if here.place else ""
    if walk.at:
        far = wording.distance(start.entry.published, here.entry.published)
        parts.append(f"{far}, {in_time}" if in_time and far != "undated" else in_time or far)
        if here.chapter:
            parts.append(f"{'later' if here.chapter.later else 'earlier'} story of the affair")
        elif not here.in_story:
            parts.append("related")
        # How far apart they are has been said already, seen from where the walk began.
        parts.extend(line_of(reason) for reason in here.reasons if not reason.endswith((" apart", "same day")))
    else:
        parts += [in_time] if in_time else []
        parts.append("where this walk began")
    return " · ".join(parts)


def nothing_left(walk: Walk, steps: Sequence[Step]) -> str:
    """That a walk goes no further. steps: what is related to its last article, after that article itself."""
    if not steps[1:]:
        return "the walk ends here"
    on_it = {step.entry.id for step in walk.steps}
    more = sum(step.entry.id not in on_it for step in steps)
    return f"all of the walk is read; the {more} more beside it, too" if more else "all that is related was on the walk"
