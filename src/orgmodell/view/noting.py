"""A view that notes which facts are read from it: what the answer given by it rests on."""

from __future__ import annotations

from orgmodell.view.noted import NotingAccount
from orgmodell.view.view import View


class NotingView(View):
    """The same organisation on the same day, for one answer.

    What a view remembers is remembered with the facts that it was read from. An answer made for another
    answer is noted there too.

    Args:
        of: the view that is asked.
    """

    account: NotingAccount

    def __init__(self, of: View) -> None:
        self.within = of.account if isinstance(of.account, NotingAccount) else None
        self.account = NotingAccount(of.account, of.day)
        self.day = of.day
        self.kept = of.once if of.kept is None else of.kept
        self.once = of.once

    @property
    def noted(self) -> frozenset[int]:
        """The numbers of the facts that have been read."""
        found = frozenset(self.account.noted)
        if self.within is not None:
            self.within.noted.extend(found)
        return found
