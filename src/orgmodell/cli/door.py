"""The door that every command goes through: its help, what a failure looks like, and its exit status."""

from __future__ import annotations

import errno
import os
import sys
from collections import UserDict
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click
from click.shell_completion import CompletionItem

from orgmodell.addresses import without_passwords
from orgmodell.cli.language import choose, lang
from orgmodell.errors import BeslutRefused, LedgerError, LedgerRefused, LogDamaged, OrgmodellError
from orgmodell.words import LANGS, Text, either
from orgmodell.words import cli as words
from orgmodell.words.values import number

REFUSED, MISUSED, FAULT = 1, 2, 70
INTERRUPTED, PIPE_CLOSED = 130, 141  # as the shell counts a process ended by SIGINT, SIGPIPE


class Misuse(click.UsageError):
    """A command that is called as it cannot be meant."""

    def __init__(self, text: Text, context: click.Context | None = None) -> None:
        super().__init__(text.en, context or click.get_current_context(silent=True))
        self.text = text


class BadValue(click.BadParameter):
    """An argument or option with a value that it cannot have."""

    def __init__(self, text: Text, param_hint: str | None = None) -> None:
        super().__init__(text.en, param_hint=param_hint)
        self.text = text


class HelpFormatter(click.HelpFormatter):
    """Writes help with its headings in the language of the call."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, words.USAGE.said(lang()))


class Context(click.Context):
    """What is going on, with help in the language of the call."""

    formatter_class = HelpFormatter


class Command(click.Command):
    """A command; what it and its options are for stands in `words.cli`."""

    context_class = Context

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return list(map(_in_place, super().collect_usage_pieces(ctx)))

    def get_short_help_str(self, limit: int = 45) -> str:
        return _short_help(self.name or "", limit)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_text(formatter, words.COMMANDS[self.name or ""])

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_options(self, ctx, formatter)


class Modules(UserDict[str, Any]):
    """The commands that have words, in the order of these; each is imported when it is asked for.

    A module bears the name of its command, with _ for -, and so does the command in it.
    """

    def __init__(self) -> None:
        super().__init__({name: name.replace("-", "_") for name in words.COMMANDS})

    def __getitem__(self, name: str) -> click.Command:
        module: str = self.data[name]
        command: click.Command = getattr(import_module(f"orgmodell.cli.{module}"), module)
        return command


class Commands(click.Group):
    """The commands, in the order they were added; failures become messages."""

    context_class = Context
    command_class = Command

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        choose(ctx, args)
        return super().parse_args(ctx, args)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return list(map(_in_place, super().collect_usage_pieces(ctx)))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_text(formatter, words.PROGRAM)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_options(self, ctx, formatter)
        room = formatter.width - 6 - max(map(len, self.commands))
        rows = [(name, _short_help(name, room)) for name in self.commands]
        with formatter.section(words.COMMANDS_HEAD.said(lang())):
            formatter.write_dl(rows)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        begun = [name for name in self.commands if name.startswith(incomplete)]
        options = click.Command.shell_complete(self, ctx, incomplete)
        return [CompletionItem(name, help=_short_help(name)) for name in begun] + options

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        try:
            status = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        except click.UsageError as error:
            _tell(_misuse(error), error.ctx)
            status = MISUSED
        except click.ClickException as error:
            _tell(either(error.message))
            status = error.exit_code
        except click.Abort:
            _tell("orgmodell: " + words.INTERRUPTED)
            status = INTERRUPTED
        except OSError as error:
            status = _told(error)
        if not standalone_mode:
            return status
        sys.exit(status if isinstance(status, int) else 0)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except OrgmodellError as error:
            placed = isinstance(error, LedgerError)  # each of its lines begins with file and line
            _tell(error.text if placed else "orgmodell: " + error.text)
            ctx.exit(REFUSED if isinstance(error, BeslutRefused | LedgerRefused | LogDamaged) else MISUSED)
        except BrokenPipeError:
            _be_quiet()
            ctx.exit(PIPE_CLOSED)
        except OSError as error:
            ctx.exit(_told(error))
        except KeyboardInterrupt:
            _tell("orgmodell: " + words.INTERRUPTED)
            ctx.exit(INTERRUPTED)


def _tell(text: Text, context: click.Context | None = None) -> None:
    """Say on stderr what is wrong; of a wrong call, also how the command is called."""
    spoken = lang(context)
    if context is not None:
        with context.scope(cleanup=False):
            click.echo(context.get_usage(), err=True)
        click.echo(words.try_help(context.command_path).said(spoken) + "\n", err=True)
        text = words.ERROR + text
    click.echo(without_passwords(text.said(spoken)), err=True)


def _told(error: OSError) -> int:
    """Say what the system refuses; what could not be printed is given up."""
    if error.filename is None:
        _be_quiet()
    _tell("orgmodell: " + words.refused(error))
    return MISUSED


def _misuse(error: click.UsageError) -> Text:
    """What is wrong with a call, in both languages."""
    match error:
        case Misuse():
            return error.text
        case click.NoSuchOption():
            return words.no_such_option(error.option_name, error.possibilities or ())
        case click.MissingParameter():
            return words.missing(_parameter(error), isinstance(error.param, click.Option))
        case click.BadParameter():
            return words.bad_value(_parameter(error), _bad_value(error))
        case click.BadOptionUsage():
            return words.needs_a_value(error.option_name)
    if (name := getattr(error, "command_name", None)) is not None:
        return words.no_such_command(name, getattr(error, "possibilities", None) or ())
    extra = error.message.partition("(")[2].rstrip(")")
    return words.too_many(extra) if extra else either(error.message)


def _parameter(error: click.BadParameter) -> str:
    if isinstance(error.param_hint, str):
        return f"'{_in_place(error.param_hint)}'"
    if error.param is None or error.ctx is None:
        return ""
    return _in_place(error.param.get_error_hint(error.ctx))


def _bad_value(error: click.BadParameter) -> Text:
    if isinstance(error, BadValue):
        return error.text
    kind = error.param.type if error.param is not None else None
    value = error.message.partition("'")[2].partition("'")[0]
    match kind:
        case click.Choice():
            return words.not_one_of(value, [str(each) for each in kind.choices])
        case click.IntRange() if value:
            return words.no_whole_number(value)
        case click.FloatRange() if value:
            return words.no_number(value)
        case click.IntRange() | click.FloatRange():
            given = number(float(error.message.partition(" ")[0]))
            return words.not_in_the_range(given, kind.min, kind.max)
        case click.Path() if value:
            refused = errno.EISDIR if os.path.isdir(value) else errno.EACCES
            return words.refused(OSError(refused, os.strerror(refused), value))
        case _:
            return either(error.message)


def _in_place(written: str) -> str:
    return words.in_place(written).said(lang())


def _short_help(command: str, limit: int = 45) -> str:
    """The first sentence of what a command is for, in as many characters."""
    first = words.COMMANDS[command].said(lang()).partition("\n\n")[0]
    return first if len(first) <= limit else first[: limit - 4].rpartition(" ")[0] + " …"


def _write_text(formatter: click.HelpFormatter, text: Text) -> None:
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(text.said(lang()))


def _write_options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    rows = [_option(command, each, ctx) for each in command.get_params(ctx) if isinstance(each, click.Option)]
    with formatter.section(words.OPTIONS_HEAD.said(lang())):
        formatter.write_dl(rows)


def _option(command: click.Command, option: click.Option, ctx: click.Context) -> tuple[str, str]:
    """An option as it is written, and what it is for."""
    record = option.get_help_record(ctx)
    assert record is not None
    name = (option.name or "").removeprefix("_click_default_")
    says = words.OPTIONS.get(f"{command.name} {name}") or words.OPTIONS[name]
    told = [says.said(lang())]
    if option.required:
        told.append(f"[{words.REQUIRED.said(lang())}]")
    if option.show_default and option.default is not None:
        told.append(words.default(str(option.default)).said(lang()))
    return _in_place(record[0]), "  ".join(told)


def _be_quiet() -> None:
    """Whoever read the output has gone: write the rest to nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(cls=Commands, commands=Modules(), context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="orgmodell", message="%(prog)s %(version)s")
@click.option("--lang", type=click.Choice(LANGS), expose_value=False)
@click.pass_context
def commands(ctx: click.Context) -> None:
    """The organisation of a kommun, for any day, from recorded beslut."""
    if os.environ.get("NO_COLOR"):
        ctx.color = False
