"""Questions about enheter: the units in the line."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodell.changes import HeadcountStated
from orgmodell.changes.attributes import ALIAS, KIND, LIFE, NAME, PARENT, PLANNED_END
from orgmodell.changes.enheter import HEADCOUNT
from orgmodell.view.asking import A_FEW, Asking
from orgmodell.view.remembered import put_together, remembered
from orgmodell.view.things import Enhet


class AskingEnheter(Asking):
    """What a view answers about enheter."""

    def enheter(self) -> tuple[str, ...]:
        """The enheter that exist, in tree order: each followed by what is under it."""
        children = self._children_by_parent()
        ordered: list[str] = []
        waiting = list(reversed(children.get(None, [])))
        while waiting:
            enhet = waiting.pop()
            ordered.append(enhet)
            waiting.extend(reversed(children.get(enhet, [])))
        return tuple(ordered)

    def enheter_as_recorded(self) -> tuple[str, ...]:
        """The enheter that exist, in recorded order."""
        return self._all("enhet")

    def at_the_top(self) -> tuple[str, ...]:
        """The enheter under none, in recorded order."""
        ever = self.ever("enhet")
        few = (ever[at : at + A_FEW] for at in range(0, len(ever), A_FEW))
        return tuple([top for each in few for top in self._at_the_top_of(each)])

    @put_together
    def _at_the_top_of(self, ever: tuple[str, ...]) -> Sequence[str]:
        return [each for each in ever if self.is_enhet(each) and self.parent(each) is None]

    def _children_by_parent(self) -> dict[str | None, list[str]]:
        """For each enhet (None: the top) the enheter directly under it, in recorded order."""
        found: dict[str | None, list[str]] = {}
        for enhet in self.enheter_as_recorded():
            found.setdefault(self._above(enhet), []).append(enhet)
        return found

    def enhet(self, enhet: str) -> Enhet:
        """What an enhet is on the day.

        Raises:
            UnknownThing: there is none with that id; NotOnThisDay if only on other days.
        """
        self._require(enhet, "enhet")
        account, day, parent = self.account, self.day, self._above(enhet)
        return Enhet(
            id=enhet,
            name=account.certain(NAME, enhet, day),
            kind=account.certain(KIND, enhet, day),
            parent=parent,
            loose_from=None if parent else self.loose_from(enhet),
            aliases=self.aliases(enhet),
            planned_end=account.value(PLANNED_END, enhet, day),
        )

    def aliases(self, enhet: str) -> tuple[str, ...]:
        """Other names and spellings of an enhet."""
        ever = self.account.keys_from(ALIAS, enhet)
        return tuple([each.alias for each in ever if self._value(ALIAS, each)])

    def parent(self, enhet: str) -> str | None:
        """The enhet it is under; None at the top."""
        self._require(enhet, "enhet")
        return self._above(enhet)

    def loose_from(self, enhet: str) -> str | None:
        """The enhet it is recorded to be under, when that is not there or is under it; else None.

        It then hangs loose: it is shown at the top, and does not belong there.
        """
        self._require(enhet, "enhet")
        return None if self._above(enhet) else self.account.enhet_of(PARENT, enhet, self.day)

    @remembered
    def _above(self, enhet: str) -> str | None:
        """The enhet it is under, if that is there and is not under this one itself."""
        parent = self._there(self.account.enhet_of(PARENT, enhet, self.day), "enhet")
        if parent is None or not self.account.may_be_in_a_ring(enhet):
            return parent
        ring = self._up(parent, enhet)
        if ring[-1] != enhet:
            return parent
        for each in ring:
            self.account.enhet_of(PARENT, each, self.day)  # the whole ring is a ground: noted now
        return None

    def _up(self, enhet: str, to: str) -> list[str]:
        """The way up from an enhet to another, or else to the top or to where it goes round."""
        passed: list[str] = []
        over: str | None = enhet
        while over is not None and over not in passed:
            passed.append(over)
            over = None if over == to else self._over(over)
        return passed

    def _over(self, enhet: str) -> str | None:
        """What an enhet is recorded to be under; asked to find rings, and no ground where there is none."""
        plain = self.account.plain
        over = plain.enhet_of(PARENT, enhet, self.day)
        is_there = over is not None and plain.value(LIFE, over, self.day) == "enhet"
        return over if is_there else None

    @remembered
    def children(self, enhet: str) -> tuple[str, ...]:
        """The enheter directly under it, in recorded order."""
        self._require(enhet, "enhet")
        inside = (c for c in self.account.children_ever(enhet) if self.exists(c) and self._above(c) == enhet)
        return tuple(sorted(inside, key=self.account.first_fact))

    @remembered
    def path(self, enhet: str) -> tuple[str, ...]:
        """The enheter from the top down to this one, itself last."""
        self._require(enhet, "enhet")
        up = [enhet]
        while (parent := self._above(up[-1])) is not None:
            up.append(parent)
        return tuple(reversed(up))

    def headcount(self, thing: str) -> HeadcountStated | None:
        """How many work in an enhet or have a befattning, as last stated; None: not stated."""
        return self._value(HEADCOUNT, thing)
