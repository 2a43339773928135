"""All actions of a session, which the screens call.

Here: which of them builds on which. Not here: any action.
"""

from __future__ import annotations

from reader.tui.actions.adding import Adding
from reader.tui.actions.by_hand import ByHand
from reader.tui.actions.comparing import Comparing
from reader.tui.actions.exporting import Exporting
from reader.tui.actions.following import Following
from reader.tui.actions.marking import Marking
from reader.tui.actions.reading import Reading
from reader.tui.actions.views import Views
from reader.tui.actions.walking import Walking
from reader.tui.actions.watching import Watching
from reader.tui.session.session import Session


class Actions:
    """What can be done in a session."""

    def __init__(self, session: Session) -> None:
        """session: in which it is done."""
        self.session = session
        self.views = Views(session)
        self.comparing = Comparing(session)
        self.marking = Marking(session, self.views, self.comparing)
        self.reading = Reading(session, self.marking, self.comparing)
        self.walking = Walking(session, self.reading)
        self.by_hand = ByHand(session, self.marking, self.reading)
        self.adding = Adding(session, self.views)
        self.following = Following(session, self.views)
        self.watching = Watching(session, self.views, self.adding)
        self.exporting = Exporting(session)
