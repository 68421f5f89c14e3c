"""What the commands share: the source, the three clocks, and the form of the answer.

What answers is imported when it is asked, not before: help and completion are to come at once.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import wraps
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
import click

from orgmodell.addresses import without_passwords
from orgmodell.cli.door import BadValue, Misuse
from orgmodell.cli.language import lang as spoken
from orgmodell.periods import NoDay, day_from
from orgmodell.words import LANGS, Lang
from orgmodell.words import cli as words
from orgmodell.writers import WRITERS

if TYPE_CHECKING:
    from orgmodell.organisation import Organisation, OrganisationView, ReadableOrganisation
    from orgmodell.presentations.asked import Asked
    from orgmodell.presentations.parts import Presentation
    from orgmodell.projections.line import Mode

Command = Callable[..., Any]
A = TypeVar("A")


def day(text: str) -> date:
    """A day, as 2013-01-08."""
    try:
        return day_from(text)
    except NoDay as error:
        raise BadValue(error.text) from None


def time(text: str) -> int | datetime:
    """How many beslut, or a time."""
    if re.fullmatch(r"\d{1,18}", text, re.ASCII):
        return int(text)
    try:
        when = datetime.fromisoformat(text) if len(text) > len("2014-01-01") else None
    except ValueError:
        when = None
    if when is None:
        raise BadValue(words.no_time(text))
    return when if when.tzinfo else when.replace(tzinfo=UTC)


source = click.argument("source")
org = click.option("--org", metavar="NAME")
known = click.option("--known", type=day)
_as_recorded = click.option(
    "--as-recorded",
    "recorded",
    type=time,
    metavar="N|TIME",
)


_with = click.option(
    "--with",
    "proposed",
    metavar="NAME",
    multiple=True,
)


def as_recorded(command: Command) -> Command:
    """The options --as-recorded and --with: which records count, and which drafts as if they were."""
    return _as_recorded(_with(command))


def on(required: bool = True) -> Callable[[Command], Command]:
    """The option --on."""
    return click.option("--on", "day", type=day, required=required)


FORMS = ("text", "json", *(form for form in WRITERS if form != "text"))

_lang = click.option(
    "--lang",
    type=click.Choice(LANGS),
    expose_value=False,
)
_in_full = click.option("--grounds", "in_full", is_flag=True)
_output = click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
)


def any_form(*pictures: str) -> Callable[[Command], Command]:
    """The options of what can be had in every form, and in these pictures."""
    choice = click.option("--format", "form", type=click.Choice((*FORMS, *pictures)))
    return lambda command: choice(_output(_lang(command)))


def every_form(*pictures: str) -> Callable[[Command], Command]:
    """The options of an answer that can be had in every form, and in these pictures."""
    return lambda command: any_form(*pictures)(_in_full(command))


def mode(default: Mode = "faktisk") -> Callable[[Command], Command]:
    """The option --mode."""
    return click.option(
        "--mode",
        type=click.Choice(["faktisk", "struktur"]),
        default=default,
        show_default=True,
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
        lang: in which language it is answered.
        in_full: whether every fact that the answer rests on is shown.
        output: the file to write it to; None: the terminal.
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
    lang: Lang = attrs.field(factory=spoken)
    in_full: bool = False
    output: Path | None = None

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
        from orgmodell.presentations.asked import Asked

        naming = self.day or day
        return Asked(
            organisation=self.organisation.name,
            day=self.day,
            known=self.known,
            recorded=self.recorded,
            alternative=self.alternative,
            names=self.organisation.names.all(),
            view=self.history.on(naming, self.known) if naming else None,
            in_full=self.in_full,
            way_to_grounds=words.WITH_GROUNDS if self.form == "text" else None,
        )

    def show(
        self,
        answer: A,
        present: Callable[[Asked, A], Presentation],
        naming: date | None = None,
        **pictures: Callable[[Asked, A, Lang], str],
    ) -> None:
        """Show an answer in the form that was chosen, on the terminal or in a file."""
        asked = self.asked(naming)
        if self.form in pictures:
            deliver(pictures[self.form](asked, answer, self.lang), self.output)
        else:
            show(asked, answer, present, self.form, self.lang, self.output)


def show(
    asked: Asked,
    answer: A,
    present: Callable[[Asked, A], Presentation],
    form: str,
    lang: Lang,
    output: Path | None,
) -> None:
    """Show an answer in a form, on the terminal or in a file."""
    from orgmodell.writers import json

    if form == "json":
        deliver(json.write(asked, answer, lang), output)
    elif form == "text" and output is None:
        show_text(present(asked, answer), lang)
    else:
        deliver(WRITERS[form](present(asked, answer), lang), output)


def show_text(presentation: Presentation, lang: Lang) -> None:
    """Show an answer as text; on a terminal it is fitted to its width, and a long one is paged."""
    from orgmodell.writers import text

    on_terminal = sys.stdout.isatty()
    size = get_terminal_size()
    width = size.columns if on_terminal else None
    written = text.write(presentation, lang, width, _red)
    heading, _, rest = written.partition("\n")
    whole = f"{click.style(heading, bold=True)}\n{rest}"
    if on_terminal and written.count("\n") >= size.lines:
        click.echo_via_pager(whole + "\n")
    else:
        click.echo(whole)


def deliver(written: str | bytes, output: Path | None) -> None:
    """Write an answer to its file, or print it."""
    if output is not None:
        _write(output, written if isinstance(written, bytes) else f"{written}\n".encode())
    elif isinstance(written, str):
        click.echo(written)
    else:
        sys.stdout.buffer.write(written)


def _write(output: Path, written: bytes) -> None:
    try:
        output.write_bytes(written)
    except OSError as error:
        error.filename = str(output)  # the system names it only when it cannot be opened
        raise


def _red(words: str) -> str:
    return click.style(words, fg="red")


@contextmanager
def opened(source: str, org: str | None, form: str, **clocks: Any) -> Iterator[Question]:
    """The question that the shared arguments of a command make."""
    from orgmodell.register import is_ledger, open_source

    with open_source(source, organisation=org) as organisation:
        recorded = clocks.get("recorded")
        if isinstance(recorded, datetime) and is_ledger(source):
            raise Misuse(words.NO_TIME_IN_FILES)
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
            **{name: clocks[name] for name in ("in_full", "output") if name in clocks},
        )


def form_of(form: str | None, output: Path | None) -> str:
    """The form that was chosen, or that a file's suffix tells, or text; known before anything is done."""
    if output is None:
        if form in ("xlsx", "docx") and sys.stdout.isatty():
            raise Misuse(words.NO_TEXT)
        return form or "text"
    return form or _told_by(output)


def _told_by(output: Path) -> str:
    suffix = output.suffix.removeprefix(".").casefold()
    named = {"md": "markdown", "txt": "text", "htm": "html"}.get(suffix, suffix)
    if named not in FORMS:
        raise Misuse(words.tells_no_form(output.name))
    return named


def _asked_of(
    organisation: Organisation, source: str, recorded: int | datetime | None, proposed: Sequence[str]
) -> tuple[ReadableOrganisation, str | None]:
    """What the question is put to, and the name of the alternative if that is one."""
    from orgmodell.register import find_alternative, read_alternative

    if proposed and recorded is not None:
        raise Misuse(words.ALTERNATIVE_STANDS_ON_THE_LOG)
    if proposed:
        scenario = read_alternative(organisation, *(find_alternative(source, name) for name in proposed))
        return scenario, scenario.alternative
    return organisation if recorded is None else organisation.as_recorded(recorded), None


def asks(command: Callable[..., None]) -> Command:
    """Make a function of a `Question` (and the command's own arguments) of one of the shared arguments."""

    @wraps(command)
    def asking(source: str, org: str | None, form: str | None, **given: Any) -> None:
        shared = ("day", "known", "recorded", "proposed", "in_full", "output")
        clocks = {name: given.pop(name) for name in shared if name in given}
        form = form_of(form, clocks.get("output"))
        with opened(source, org, form, **clocks) as question:
            command(question, **given)

    return asking


def shown_by_the_clocks(*pictures: str) -> Callable[[Callable[..., None]], Command]:
    """`asks` of what can be had in every form, with the options of every question of the log."""

    def decorate(command: Callable[..., None]) -> Command:
        return known(as_recorded(org(every_form(*pictures)(asks(command)))))

    return decorate


def shown_on_a_day(*pictures: str) -> Callable[[Callable[..., None]], Command]:
    """The same of a question about one day: with --on."""

    def decorate(command: Callable[..., None]) -> Command:
        return on()(shown_by_the_clocks(*pictures)(command))

    return decorate
