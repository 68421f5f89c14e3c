"""The organisation on several days at once: each question that is a table, as one long table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import TypeVar

from orgmodell.chronicle import Account
from orgmodell.organisation.view import OrganisationView
from orgmodell.projections.answer import TableAnswer
from orgmodell.projections.chart import ChartNode
from orgmodell.projections.chefsled import Chefsled
from orgmodell.projections.delegationsordning import TableRow
from orgmodell.projections.expiring import Expiry
from orgmodell.projections.forum import Meeting
from orgmodell.projections.instrument import Tie
from orgmodell.projections.kontrollspann import RIKTMARKE, Kontrollspann
from orgmodell.projections.line import Mode
from orgmodell.projections.namnder import Answerable
from orgmodell.projections.over import OverDays, over
from orgmodell.projections.rights import RightsOf
from orgmodell.projections.roller import Standing
from orgmodell.projections.uppdrag import Responsibility
from orgmodell.projections.vacancies import Vacancy
from orgmodell.rules import Rule
from orgmodell.violations import Violation

L = TypeVar("L")


class OrganisationDays:
    """The organisation on several days: the questions of `OrganisationView` that are tables, of all of them.

    Each is asked as of one day, and answered with `OverDays`. What a question raises on any of the days it
    raises here too.

    Attributes:
        days: the days, each once, in the order given.
    """

    def __init__(self, account: Account, days: tuple[date, ...], rules: Sequence[Rule]) -> None:
        self.days = days
        self._account = account
        self._rules = rules

    def __repr__(self) -> str:
        known = f", known {self._account.known}" if self._account.known else ""
        return f"<OrganisationDays, {len(self.days)} days{known}>"

    def ask(self, question: Callable[[OrganisationView], TableAnswer[L]]) -> OverDays[L]:
        """Any question of one day that is answered with a table, of each of the days.

        Args:
            question: as ``lambda view: view.kontrollspann()``.
        """
        return over((day, question(self._on(day))) for day in self.days)

    def _on(self, day: date) -> OrganisationView:
        return OrganisationView(self._account, day, self._rules)

    def chart(self) -> OverDays[ChartNode]:
        """The enheter, with chefer and what is assumed."""
        return self.ask(lambda view: view.chart())

    def chefsled(self, *, up_to: str | None = None, mode: Mode = "faktisk") -> OverDays[Chefsled]:
        """How many chefsled there are from each befattning up to another, or to the top."""
        return self.ask(lambda view: view.chefsled(up_to=up_to, mode=mode))

    def kontrollspann(self, *, riktmarke: float = RIKTMARKE) -> OverDays[Kontrollspann]:
        """How many each chef leads."""
        return self.ask(lambda view: view.kontrollspann(riktmarke=riktmarke))

    def vacancies(self) -> OverDays[Vacancy]:
        """The befattningar that are vacant, since when, and who takes over."""
        return self.ask(lambda view: view.vacancies())

    def answerable(self, enhet: str | None = None) -> OverDays[Answerable]:
        """Which nämnd each enhet answers to, and through which enhet; or one enhet."""
        return self.ask(lambda view: view.answerable(enhet))

    def responsibilities(self, of: str | None = None) -> OverDays[Responsibility]:
        """Who answers for each uppdrag; or for those that an enhet or organ answers for."""
        return self.ask(lambda view: view.responsibilities(of))

    def meetings(self) -> OverDays[Meeting]:
        """Every forum."""
        return self.ask(lambda view: view.meetings())

    def roles(self) -> OverDays[Standing]:
        """The enheter and organ that have roles, and on which sides they are."""
        return self.ask(lambda view: view.roles())

    def ties(self) -> OverDays[Tie]:
        """What ties beställare to utförare: avtal, överenskommelser, or neither."""
        return self.ask(lambda view: view.ties())

    def expiring(self, months: int = 12) -> OverDays[Expiry]:
        """What runs out within so many months, or has passed its end without a beslut."""
        return self.ask(lambda view: view.expiring(months))

    def delegationsordning(self, namnd: str) -> OverDays[TableRow]:
        """The rows of a nämnd's delegationsordning, resolved to befattningar and holders."""
        return self.ask(lambda view: view.delegationsordning(namnd))

    def rights(self, who: str | None = None) -> OverDays[RightsOf]:
        """The decision rights of a befattning or a person; left out, of each chef and each delegate."""
        return self.ask(lambda view: view.rights(who))

    def check(self) -> OverDays[Violation]:
        """The rules that are broken."""
        return self.ask(lambda view: view.check())


def several(days: Iterable[date] | date | str) -> tuple[date, ...]:
    """The days, each once, in the order given.

    >>> several([date(2014, 7, 1), date(2014, 1, 1), date(2014, 7, 1)])
    (datetime.date(2014, 7, 1), datetime.date(2014, 1, 1))

    Raises:
        TypeError: it is one day or a text, or not each of them is a `datetime.date`.
    """
    if isinstance(days, date):
        raise TypeError(f"several days are expected, as [{days}], not the day {days}")
    if isinstance(days, str):
        raise TypeError(f"several days are expected, each a datetime.date, not the text {days!r}")
    found = tuple(dict.fromkeys(days))
    for day in found:
        require_date(day)
    return found


def require_date(day: object) -> None:
    """Refuse what is no day, and what is a time.

    Raises:
        TypeError: it is none.
    """
    if isinstance(day, datetime) or not isinstance(day, date):
        raise TypeError(f"a day is a datetime.date, not {day!r}")
