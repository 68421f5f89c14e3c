"""What the commands share: the source, the three clocks, and the form of the answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import wraps
from typing import Any

import attrs
import click

from orgmodell.addresses import without_passwords
from orgmodell.organisation import Organisation, OrganisationView, ReadableOrganisation
from orgmodell.periods import day_from
from orgmodell.register import find_alternative, is_ledger, open_source, read_alternative
from orgmodell.rendering.asked import Asked
from orgmodell.rendering.data import to_json

Command = Callable[..., Any]


def day(text: str) -> date:
    """A day, as 2013-01-08."""
    try:
        return day_from(text)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def time(text: str) -> int | datetime:
    """How many beslut, or a time."""
    if re.fullmatch(r"\d{1,18}", text, re.ASCII):
        return int(text)
    try:
        when = datetime.fromisoformat(text) if len(text) > len("2014-01-01") else None
    except ValueError:
        when = None
    if when is None:
        raise click.BadParameter(f"'{text}' is neither a number of beslut nor a time as 2014-01-01T12:00")
    return when if when.tzinfo else when.replace(tzinfo=UTC)


source = click.argument("source")
org = click.option("--org", metavar="NAME", help="Which organisation, where the source holds several.")
known = click.option("--known", type=day, help="Count only beslut decided on or before this day.")
_as_recorded = click.option(
    "--as-recorded",
    "recorded",
    type=time,
    metavar="N|TIME",
    help="Answer as the log stood after N beslut, or at a time (UTC, unless it names a zone).",
)


_with = click.option(
    "--with",
    "proposed",
    metavar="NAME",
    multiple=True,
    help="Answer as if this alternative were adopted; a name beside SOURCE, or a folder. May be repeated.",
)


def as_recorded(command: Command) -> Command:
    """The options --as-recorded and --with: which records count, and which drafts as if they were."""
    return _as_recorded(_with(command))


def on(required: bool = True, help: str = "The day asked about.") -> Callable[[Command], Command]:
    """The option --on."""
    return click.option("--on", "day", type=day, required=required, help=help)


def form(*forms: str) -> Callable[[Command], Command]:
    """The option --format; the first form is the default."""
    forms = forms or ("text", "json")
    return click.option(
        "--format",
        "form",
        type=click.Choice(forms),
        default=forms[0],
        show_default=True,
        help="What to print.",
    )


@attrs.frozen(kw_only=True)
class Question:
    """A source that is open, and what every question of it states.

    Attributes:
        source: what the organisation was read from.
        organisation: the organisation asked.
        history: the same, as the log stood when ``recorded``, or as an alternative would have it.
        form: the form of the answer.
        stamped: whether the times of recording mean anything: they do in a database.
        alternative: the alternatives that are asked as if they were adopted.
    """

    source: str = attrs.field(repr=without_passwords)
    organisation: Organisation
    history: ReadableOrganisation
    day: date | None
    known: date | None
    recorded: int | datetime | None
    form: str
    stamped: bool
    alternative: str | None = None

    @property
    def view(self) -> OrganisationView:
        """The organisation on the day."""
        assert self.day is not None
        return self.history.on(self.day, self.known)

    def before(self, day: date) -> OrganisationView:
        """The organisation on an earlier day, without the alternative that is asked about."""
        earlier = self.organisation if self.recorded is None else self.history
        return earlier.on(day, self.known)

    def asked(self, day: date | None = None) -> Asked:
        """What was asked; ``day`` for the names of things, when the question is not about one day."""
        naming = self.day or day
        return Asked(
            organisation=self.organisation.name,
            day=self.day,
            known=self.known,
            recorded=self.recorded,
            alternative=self.alternative,
            names=self.organisation.names.all(),
            view=self.history.on(naming, self.known) if naming else None,
        )

    def answer(self, *answer: Any, naming: date | None = None, **renderers: Callable[..., Any]) -> None:
        """Print an answer in the form that was chosen."""
        rendered = renderers[self.form](self.asked(naming), *answer)
        echo(rendered if isinstance(rendered, str) else to_json(rendered), self.form)


def echo(text: str, form: str) -> None:
    """Print a text; on a terminal its heading is bold and what is vacant is red."""
    if form == "text":
        heading, _, rest = text.partition("\n")
        rest = re.sub(r"\b(VAKANT|fel)\b", click.style(r"\1", fg="red"), rest)
        text = f"{click.style(heading, bold=True)}\n{rest}"
    click.echo(text)


@contextmanager
def opened(source: str, org: str | None, form: str, **clocks: Any) -> Iterator[Question]:
    """The question that the shared arguments of a command make."""
    with open_source(source, organisation=org) as organisation:
        recorded = clocks.get("recorded")
        if isinstance(recorded, datetime) and is_ledger(source):
            raise click.UsageError("beslutsfiler have no time of recording; give --as-recorded a number")
        proposed = clocks.get("proposed", ())
        history, alternative = _asked_of(organisation, source, recorded, proposed)
        yield Question(
            source=source,
            organisation=organisation,
            history=history,
            day=clocks.get("day"),
            known=clocks.get("known"),
            recorded=recorded,
            form=form,
            stamped=not is_ledger(source),
            alternative=alternative,
        )


def _asked_of(
    organisation: Organisation, source: str, recorded: int | datetime | None, proposed: Sequence[str]
) -> tuple[ReadableOrganisation, str | None]:
    """What the question is put to, and the name of the alternative if that is one."""
    if proposed and recorded is not None:
        raise click.UsageError("an alternative stands on the log as it is: leave out --as-recorded")
    if proposed:
        scenario = read_alternative(organisation, *(find_alternative(source, name) for name in proposed))
        return scenario, scenario.alternative
    return organisation if recorded is None else organisation.as_recorded(recorded), None


def asks(command: Callable[..., None]) -> Command:
    """Make a function of a `Question` (and the command's own arguments) of one of the shared arguments."""

    @wraps(command)
    def asking(source: str, org: str | None, form: str, **given: Any) -> None:
        clocks = {name: given.pop(name) for name in ("day", "known", "recorded", "proposed") if name in given}
        with opened(source, org, form, **clocks) as question:
            command(question, **given)

    return asking


def asks_by_the_clocks(*forms: str) -> Callable[[Callable[..., None]], Command]:
    """`asks`, with the options of every question of the log: --known, --as-recorded, --org, --format."""

    def decorate(command: Callable[..., None]) -> Command:
        return known(as_recorded(org(form(*forms)(asks(command)))))

    return decorate


def asks_on_a_day(*forms: str) -> Callable[[Callable[..., None]], Command]:
    """The same of a question about one day: with --on."""

    def decorate(command: Callable[..., None]) -> Command:
        return on()(asks_by_the_clocks(*forms)(command))

    return decorate
