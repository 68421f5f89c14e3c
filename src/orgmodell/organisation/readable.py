"""An organisation that can be asked about any day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING

from orgmodell.changes import Fact, Recorded
from orgmodell.chronicle import Account, Chronicle
from orgmodell.decide import violations_ever
from orgmodell.errors import UnknownThing
from orgmodell.ledger import Located, Place
from orgmodell.organisation.days import OrganisationDays, require_date, several
from orgmodell.organisation.view import OrganisationView
from orgmodell.projections import check, diff, history, lineage, taking_effect
from orgmodell.rules import STANDARD, Rule
from orgmodell.view import that_keeps
from orgmodell.violations import Violation
from orgmodell.words import organisation as words

if TYPE_CHECKING:
    import networkx

KNOWLEDGE = 4  # how many accounts are at hand, each with what was decided by another day


class ReadableOrganisation:
    """An organisation that can be asked about any day, as it was recorded at some time.

    Args:
        name: the organisation's id.
        chronicle: its recorded beslut.
        rules: the rules in force.
        recorded: how many beslut count; None is all.

    Attributes:
        alternative: the name of the scenario it is; None when it is what is on a log.
    """

    alternative: str | None = None

    def __init__(
        self,
        name: str,
        chronicle: Chronicle,
        rules: Sequence[Rule] = STANDARD,
        recorded: int | None = None,
    ) -> None:
        self.name = name
        self.rules = tuple(rules)
        self._chronicle = chronicle
        self._recorded = recorded
        self._located: Mapping[str, Located] = {}
        self._accounts: dict[date | None, Account] = {}

    def __repr__(self) -> str:
        return f"<{type(self).__name__} '{self.name}', {self._position()} beslut>"

    def up_to_date(self) -> Chronicle:
        """The chronicle behind the answers, with what any writer has recorded until now."""
        return self._chronicle

    def _position(self) -> int:
        return self.up_to_date().position if self._recorded is None else self._recorded

    def account(self, known: date | None = None) -> Account:
        """What is recorded over time, as far as it was decided on or before a day.

        It is the same as before until more is recorded; who asks again is answered from what it keeps.
        """
        chronicle = self.up_to_date()
        account = self._accounts.get(known)
        if account is None or account.horizon != chronicle.horizon(self._recorded):
            if account is None and len(self._accounts) == KNOWLEDGE:
                self._accounts.clear()
            account = self._accounts[known] = chronicle.account(known, self._recorded)
        elif account.kept is None:
            account = self._accounts[known] = that_keeps(chronicle.account(known, self._recorded))
        return account

    def on(self, day: date, known: date | None = None) -> OrganisationView:
        """The organisation on a day.

        Args:
            day: the effective day.
            known: count only beslut decided on or before this day.
        """
        _require_dates(day, known=known)
        return OrganisationView(self.account(known), day, self.rules)

    def days(self, first: date, until: date, known: date | None = None) -> Iterator[OrganisationView]:
        """The organisation on each day from one up to, but not including, another.

        For what is shown or counted day by day: of each day only what has changed is asked anew. All the days
        are answered from the log as it was on the call, whatever is recorded meanwhile.

        Args:
            first: the first effective day.
            until: the day after the last.
            known: count only beslut decided on or before this day.
        """
        _require_dates(first, until, known=known)
        if until < first:
            raise ValueError(f"the period ends, {until}, before it begins, {first}")
        account = self.account(known)
        account = account if account.kept is not None else self.account(known)  # of the next one too
        between = (date.fromordinal(day) for day in range(first.toordinal(), until.toordinal()))
        return (OrganisationView(account, day, self.rules) for day in between)

    def over(self, days: Iterable[date], known: date | None = None) -> OrganisationDays:
        """The organisation on several days: each question that is a table, of all of them as one long table.

        Args:
            days: the effective days, in any order; one that is there twice is asked about once.
            known: count only beslut decided on or before this day.
        """
        _require_dates(known=known)
        return OrganisationDays(self.account(known), several(days), self.rules)

    def as_recorded(self, position: int | datetime) -> ReadableOrganisation:
        """The organisation as the log stood after ``position`` beslut, or at a time (with a zone).

        Raises:
            UnknownThing: the log does not hold that many beslut.
        """
        if isinstance(position, bool) or not isinstance(position, int | datetime):
            raise TypeError(f"as_recorded takes a number of beslut or a datetime, not {position!r}")
        if isinstance(position, datetime) and position.tzinfo is None:
            raise ValueError("as_recorded needs a datetime with a time zone")
        if isinstance(position, int) and position < 0:
            raise ValueError("as_recorded counts beslut from 0")
        chronicle, there = self.up_to_date(), self._position()
        if isinstance(position, datetime):
            position = min(chronicle.position_at(position), there)
        if position > there:
            raise UnknownThing(words.not_so_many(self.name, there, position))
        then = ReadableOrganisation(self.name, chronicle, self.rules, position)
        then.read_as(self)
        return then

    def changes_between(self, before: date, after: date, known: date | None = None) -> diff.Diff:
        """What differs in the organisation between two days."""
        return diff.diff(self.on(before, known), self.on(after, known))

    def history(self, thing: str, known: date | None = None, on: date | None = None) -> history.History:
        """Every beslut and change that touched a thing, in order of day.

        Args:
            thing: its id.
            known: count only beslut decided on or before this day.
            on: the day on which to tell what each change is: happened, only decided, planned …
        """
        return history.history(self.account(known), thing, on)

    def lineage(self, known: date | None = None) -> networkx.DiGraph[str]:
        """Which enheter went over into which: predecessor → successor."""
        return lineage.lineage(self.account(known)).graph()

    def beslut_log(self) -> tuple[Recorded, ...]:
        """Every beslut, in recorded order."""
        return tuple(islice(self.up_to_date().records(), self._recorded))

    def read_from(self, located: Iterable[Located]) -> None:
        """Remember where beslut were read: `place_of` tells."""
        self._located = {**self._located, **{each.beslut.id: each for each in located}}

    def read_as(self, other: ReadableOrganisation) -> None:
        """Know where beslut were read, as far as another organisation does now."""
        self._located = other._located

    def place_of(self, fact: Fact) -> Place | None:
        """Where a change stands in a beslutsfil; None when it was not read from one."""
        located = self._located.get(fact.beslut.id)
        return located.place_of(fact.number) if located and located.beslut == fact.beslut else None

    def taking_effect(
        self, after: date, until: date, known: date | None = None
    ) -> taking_effect.TakingEffect:
        """What begins or ceases to hold after one day, up to and including another, in order.

        For whoever must act on the day itself: derived, never stored, and safe to ask again. Every change
        is told on its day; an end by an ``until`` only when something really ends by it. Periods that meet
        tell together what the whole period does, and a day on which nothing is told is as the day before.
        """
        _require_dates(after, until, known=known)
        if until < after:
            raise ValueError(f"the period ends, {until}, before it begins, {after}")
        return taking_effect.taking_effect(self.account(known), after, until)

    def days_of_change(self, after: date, until: date, known: date | None = None) -> tuple[date, ...]:
        """The days after one day, up to and including another, on which anything begins or ceases to hold.

        What is recorded says the same on any other day of the period as on the day before.
        """
        effects = self.taking_effect(after, until, known)
        return tuple(dict.fromkeys(effect.day for effect in effects))

    def violations_ever(self, known: date | None = None) -> tuple[Violation, ...]:
        """The rules that are broken on any day, each once with its first day, in order of day."""
        return violations_ever(self.account(known), self.rules)

    def check(self, known: date | None = None) -> check.Check:
        """The same, with what they rest on, and those together that are broken in one way."""
        return check.check(self.account(known), self.rules)

    def broken(self) -> tuple[Violation, ...]:
        """The rules that drafts break: what is on a log has none; see `Scenario`."""
        return ()


def _require_dates(*days: date, known: date | None) -> None:
    for day in days if known is None else (*days, known):
        require_date(day)
