"""The command `log`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from orgmodell.cli.door import Command
from orgmodell.cli.question import Question, any_form, as_recorded, asks, org, source
from orgmodell.words import Lang

if TYPE_CHECKING:
    from orgmodell.presentations.asked import Asked
    from orgmodell.projections.log import BeslutLog


@click.command(cls=Command)
@source
@as_recorded
@org
@any_form("yaml")
@asks
def log(question: Question) -> None:
    """Every beslut, in recorded order; as yaml, a beslutsfil."""
    from orgmodell import presentations
    from orgmodell.projections.log import log as whole_log

    answer = whole_log(question.history.beslut_log(), question.stamped)
    question.show(answer, presentations.log, yaml=_beslutsfil)


def _beslutsfil(asked: Asked, answer: BeslutLog, lang: Lang) -> str:
    from orgmodell import ledger

    return ledger.to_yaml(each.beslut for each in answer.log).removesuffix("\n")
