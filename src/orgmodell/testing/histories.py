"""What is drawn, shown as a beslutsfil, so that a failing test can be replayed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from orgmodell.changes import Beslut
from orgmodell.ledger import to_yaml
from orgmodell.organisation import MemoryLog, Organisation, ReadableOrganisation
from orgmodell.rules import STANDARD, Rule


class ShownWhole:
    """Shown as its `repr` says, line by line, also by Hypothesis and IPython, which would wrap it."""

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(repr(self))


class DrawnOrganisation(ShownWhole, Organisation):
    """An organisation in memory that is shown as what it can be made of again, by `given`.

    Args:
        rules: the rules in force.
    """

    def __init__(self, rules: Sequence[Rule] = STANDARD) -> None:
        super().__init__("drawn", MemoryLog(), rules)

    def __repr__(self) -> str:
        rules = "" if self.rules == STANDARD else ", rules=rules"
        return f'given("""\n{beslutsfil_of(self)}"""{rules}).organisation'


@attrs.frozen(repr=False)
class DrawnBeslut(ShownWhole):
    """A beslut that is shown as a beslutsfil.

    Attributes:
        beslut: the beslut.
    """

    beslut: Beslut

    def __repr__(self) -> str:
        return f'"""\n{to_yaml([self.beslut])}"""'


def beslutsfil_of(organisation: ReadableOrganisation) -> str:
    """Everything that is recorded, as the text of a beslutsfil."""
    return to_yaml(record.beslut for record in organisation.beslut_log())
