"""The commands about alternatives: which there are, and what each would mean."""

from __future__ import annotations

from collections.abc import Sequence

import click

from orgmodell import ledger
from orgmodell.cli.question import Question, asks, form, on, org, source
from orgmodell.cli.questions import mode
from orgmodell.organisation import ReadableOrganisation, compare
from orgmodell.projections.line import Mode
from orgmodell.register import alternatives_of, find_alternative, read_alternative
from orgmodell.rendering import data, text

NOW = "nu"


@click.command("compare")
@source
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@click.option("--up-to", metavar="BEFATTNING", help="Count chefsled up to this; without it, to the top.")
@on()
@mode("struktur")
@org
@form("text", "markdown", "csv", "json")
@asks
def compare_alternatives(question: Question, names: Sequence[str], up_to: str | None, mode: Mode) -> None:
    """Alternatives side by side on a day: figures, broken rules, what is left without a home.

    NAME is "nu" (the organisation as recorded), an alternative beside SOURCE, a folder or file, or
    several of them together, as alt-d+alt-c. The first is what the others are compared with.
    """
    assert question.day is not None
    alternatives = {name: _alternative(question, name) for name in names}
    answer = compare(question.day, alternatives, up_to=up_to, mode=mode)
    question.answer(
        answer,
        text=text.comparison,
        markdown=text.comparison_markdown,
        csv=text.comparison_csv,
        json=data.comparison,
    )


def _alternative(question: Question, name: str) -> ReadableOrganisation:
    if name == NOW:
        return question.organisation
    sources = (find_alternative(question.source, part) for part in name.split("+"))
    return read_alternative(question.organisation, *sources, refuse=False)


@click.command()
@source
@org
@form()
@asks
def alternatives(question: Question) -> None:
    """The alternatives beside SOURCE: which stand by themselves, need another, or exclude each other."""
    read = {
        name: [each.beslut for each in ledger.read_files(where).beslut]
        for name, where in alternatives_of(question.source).items()
    }
    titles = {name: drafts[0].title or drafts[0].id for name, drafts in read.items()}
    answer = question.organisation.fits(read)
    question.answer(answer, titles, text=text.alternatives, json=data.alternatives)
