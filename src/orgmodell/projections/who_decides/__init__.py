"""Who may decide in a matter, on a day, and why: the whole way, with everyone rejected and the reason."""

from __future__ import annotations

from orgmodell.projections.who_decides.answer import Candidate, Case, ChainLink, Gap, Report, WhoDecides, Why
from orgmodell.projections.who_decides.search import Search
from orgmodell.view import NotingView, View

__all__ = ["Candidate", "Case", "ChainLink", "Gap", "Report", "WhoDecides", "Why", "who_decides"]


def who_decides(view: View, case: Case) -> WhoDecides:
    """Who may decide, as the ordning in force on the day, its policies and the law say.

    Raises:
        UnknownThing: there is no such ärende or enhet on the day.
    """
    return Search(NotingView(view), case).answer()
