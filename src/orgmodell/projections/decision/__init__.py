"""Who may decide in a matter, on a day, and why: the whole way, with everyone rejected and the reason."""

from __future__ import annotations

from orgmodell.projections.decision.answer import Candidate, Decision, Ground, Question
from orgmodell.projections.decision.search import Search
from orgmodell.view import View

__all__ = ["Candidate", "Decision", "Ground", "Question", "who_decides"]


def who_decides(view: View, question: Question) -> Decision:
    """Who may decide, as the ordning in force on the day, its policies and the law say.

    Raises:
        UnknownThing: there is no such ärende or enhet on the day.
    """
    return Search(view, question).answer()
