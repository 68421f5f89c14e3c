"""The command `compare`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from orgmodell.cli.door import Command
from orgmodell.cli.question import Question, asks, every_form, mode, on, org, source

if TYPE_CHECKING:
    from orgmodell.organisation import ReadableOrganisation
    from orgmodell.projections.line import Mode

NOW = "nu"


@click.command(cls=Command)
@source
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@click.option("--up-to", metavar="BEFATTNING")
@on()
@mode("struktur")
@org
@every_form()
@asks
def compare(question: Question, names: Sequence[str], up_to: str | None, mode: Mode) -> None:
    """Alternatives side by side on a day: figures, broken rules, what is left without a home.

    NAME is "nu" (the organisation as recorded), an alternative beside SOURCE, a folder or file, or
    several of them together, as alt-d+alt-c. The first is what the others are compared with.
    """
    from orgmodell import presentations
    from orgmodell.organisation import compare as side_by_side

    assert question.day is not None
    alternatives = {name: _alternative(question, name) for name in names}
    answer = side_by_side(question.day, alternatives, up_to=up_to, mode=mode)
    question.show(answer, presentations.compare)


def _alternative(question: Question, name: str) -> ReadableOrganisation:
    from orgmodell.register import find_alternative, read_alternative

    if name == NOW:
        return question.organisation
    sources = (find_alternative(question.source, part) for part in name.split("+"))
    return read_alternative(question.organisation, *sources, refuse=False)
