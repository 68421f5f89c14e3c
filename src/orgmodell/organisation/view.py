"""The organisation on one day, with every question that can be asked of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import overload

from orgmodell.chronicle import Account
from orgmodell.decide import violations_on
from orgmodell.organisation import chart
from orgmodell.projections import (
    check,
    chefsled,
    delegationsordning,
    expiring,
    forum,
    instrument,
    kontrollspann,
    line,
    namnder,
    plan,
    rights,
    roller,
    show,
    uppdrag,
    vacancies,
    who_decides,
)
from orgmodell.projections.chefsled import Chefsled
from orgmodell.projections.kontrollspann import RIKTMARKE, EveryKontrollspann, Kontrollspann
from orgmodell.projections.rights import Rights
from orgmodell.projections.who_decides import Case, WhoDecides
from orgmodell.rules import Rule
from orgmodell.view import View, remembered
from orgmodell.violations import Violation


class OrganisationView(View):
    """The organisation on one day, with every question that can be asked of it."""

    def __init__(self, account: Account, day: date, rules: Sequence[Rule]) -> None:
        super().__init__(account, day)
        self._rules = rules

    def __repr__(self) -> str:
        known = f", known {self.known}" if self.known else ""
        return f"<OrganisationView on {self.day}{known}>"

    def show(self, thing: str) -> show.Shown:
        """What a thing is on the day: all there is to say of it, whatever it is."""
        return show.show(self, thing)

    def chart(self) -> chart.OrgChart:
        """The org chart: enheter as a tree, with chefer and what is assumed."""
        return chart.chart(self)

    @remembered
    def reporting_line(self, befattning: str, mode: line.Mode = "faktisk") -> line.ReportingLine:
        """The befattningar above one, nearest chef first, to the top."""
        return line.line(self, befattning, mode)

    @overload
    def chefsled(
        self, befattning: str, up_to: str | None = ..., mode: line.Mode = ...
    ) -> chefsled.Chefsled: ...
    @overload
    def chefsled(self, *, up_to: str | None = ..., mode: line.Mode = ...) -> chefsled.EveryChefsled: ...
    def chefsled(
        self, befattning: str | None = None, up_to: str | None = None, mode: line.Mode = "faktisk"
    ) -> chefsled.Chefsled | chefsled.EveryChefsled:
        """How many chefsled there are from a befattning up to another (or to the top); left out, of each."""
        if befattning is None:
            return chefsled.every_chefsled(self, up_to, mode)
        return self._chefsled(befattning, up_to, mode)

    @remembered
    def _chefsled(self, befattning: str, up_to: str | None, mode: line.Mode) -> Chefsled:
        return chefsled.chefsled(self, befattning, up_to, mode)

    @overload
    def kontrollspann(self, befattning: str, *, riktmarke: float = ...) -> Kontrollspann: ...
    @overload
    def kontrollspann(self, *, riktmarke: float = ...) -> EveryKontrollspann: ...
    def kontrollspann(
        self, befattning: str | None = None, *, riktmarke: float = RIKTMARKE
    ) -> Kontrollspann | EveryKontrollspann:
        """How many a chef leads: chefer directly under, medarbetare, årsarbetare; left out, each chef.

        Args:
            befattning: the chef.
            riktmarke: how many medarbetare a first-line chef should have at the most.
        """
        if befattning is None:
            return kontrollspann.every_kontrollspann(self, riktmarke)
        return kontrollspann.kontrollspann(self, befattning, riktmarke)

    def vacancies(self) -> vacancies.Vacancies:
        """The befattningar that are vacant, since when, and who takes over; and unfilled seats."""
        return vacancies.vacancies(self)

    def answerable(self, enhet: str | None = None) -> namnder.Namnder:
        """Which nämnd each enhet answers to, and through which enhet; or one enhet."""
        return namnder.namnder(self, enhet)

    def responsibility(self, thing: str) -> uppdrag.Responsibility:
        """Who answers for an uppdrag, before and after the day too."""
        return uppdrag.responsibility(self, thing)

    def responsibilities(self, of: str | None = None) -> uppdrag.Responsibilities:
        """Who answers for each uppdrag; or for those that an enhet or organ answers for."""
        return uppdrag.responsibilities(self, of)

    def meeting(self, id: str) -> forum.Meeting:
        """A forum: its members, its seats, and whether it mixes beställare and utförare."""
        return forum.meeting(self, id)

    def meetings(self) -> forum.Meetings:
        """Every forum."""
        return forum.meetings(self)

    def roles(self) -> roller.Roller:
        """The roles of enheter and organ, and what mixes beställare and utförare."""
        return roller.roller(self)

    def ties(self) -> instrument.Ties:
        """What ties beställare to utförare: avtal, överenskommelser, or neither."""
        return instrument.ties(self)

    def expiring(self, months: int = 12) -> expiring.Expiring:
        """What runs out within so many months, or has passed its end without a beslut."""
        return expiring.expiring(self, months)

    def plan(self) -> plan.Plan:
        """The åtgärder: in order, what is overdue, what waits for what, who carries how much."""
        return plan.plan(self)

    def delegationsordning(self, namnd: str) -> delegationsordning.Delegationsordning:
        """The delegationsordning of a nämnd as printed that day, resolved to befattningar and holders."""
        return delegationsordning.delegationsordning(self, namnd)

    def who_decides(
        self,
        arende: str,
        enhet: str | None = None,
        *,
        belopp: float | None = None,
        absent: Collection[str] = (),
        jav: Collection[str] = (),
        bradskande: bool = False,
    ) -> WhoDecides:
        """Who may decide in a matter, and why: the whole chain, with every candidate rejected.

        Args:
            arende: the kind of matter.
            enhet: the enhet it is about.
            belopp: the amount, in kronor.
            absent: befattningar and persons who are away.
            jav: persons who are jäviga in the matter.
            bradskande: whether it cannot wait for nämnden.
        """
        case = Case(arende=arende, enhet=enhet, belopp=belopp, absent=absent, jav=jav, bradskande=bradskande)
        return who_decides.who_decides(self, case)

    def rights(self, who: str | None = None, *, since: OrganisationView | None = None) -> Rights:
        """The decision rights of a befattning or a person; left out, of each chef and each delegate.

        A chef under a delegationsordning with no right at all is among them.

        Args:
            who: a befattning or a person.
            since: the organisation on another day: who has lost or gained rights since is told too.
        """
        return rights.rights(self, who, since)

    def violations(self) -> tuple[Violation, ...]:
        """The rules that are broken on the day."""
        return violations_on(self.account, self.day, self._rules)

    def check(self) -> check.Check:
        """The same, with what they rest on, and those together that are broken in one way."""
        return check.check(self.account, self._rules, self.day)
