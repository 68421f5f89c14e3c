"""An organisation that shows what it is made of, so that a failing test can be replayed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from orgmodell.changes import Beslut
from orgmodell.ledger import read_text, to_yaml
from orgmodell.organisation import MemoryLog, Organisation, ReadableOrganisation
from orgmodell.rules import STANDARD, Rule

NAME = "exempelby"


class OrganisationInMemory(Organisation):
    """An organisation in memory that is shown as the beslutsfil it can be read from.

    Args:
        rules: the rules in force.
        name: the organisation's id.
    """

    def __init__(self, rules: Sequence[Rule] = STANDARD, name: str = NAME) -> None:
        super().__init__(name, MemoryLog(), rules)

    def __repr__(self) -> str:
        return f'organisation_of("""\n{beslutsfil_of(self)}""")'

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """Hypothesis and IPython ask for this: line by line, so that nothing is wrapped."""
        printer.text(repr(self))


@attrs.frozen(repr=False)
class ShownBeslut:
    """A beslut that is shown as a beslutsfil.

    Attributes:
        beslut: the beslut.
    """

    beslut: Beslut

    def __repr__(self) -> str:
        return f'"""\n{to_yaml([self.beslut])}"""'

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(repr(self))


def organisation_of(beslut: str | Iterable[Beslut], rules: Sequence[Rule] = STANDARD) -> OrganisationInMemory:
    """The organisation that a beslutsfil, given as text, or some beslut say.

    Args:
        beslut: the text of a beslutsfil, or beslut in the order in which they are recorded.
        rules: the rules in force.

    Raises:
        LedgerError: the text is no beslutsfil.
        BeslutRefused: a beslut breaks rules.
    """
    organisation = OrganisationInMemory(rules)
    for each in [one.beslut for one in read_text(beslut)] if isinstance(beslut, str) else beslut:
        organisation.record(each)
    return organisation


def beslutsfil_of(organisation: ReadableOrganisation) -> str:
    """Everything that is recorded, as the text of a beslutsfil."""
    return to_yaml(record.beslut for record in organisation.beslut_log())
