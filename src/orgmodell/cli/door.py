"""The door that every command goes through: what a failure looks like, and its exit status."""

from __future__ import annotations

import os
import sys
from typing import IO, Any

import click

from orgmodell.addresses import without_passwords
from orgmodell.errors import BeslutRefused, LedgerError, LedgerRefused, LogDamaged, OrgmodellError

REFUSED, FAULT = 1, 70
INTERRUPTED, PIPE_CLOSED = 130, 141  # as the shell counts a process ended by SIGINT, SIGPIPE


class Unreadable(click.ClickException):
    """A source that cannot be read, or a question that it cannot answer."""

    exit_code = 2

    def __init__(self, error: Exception) -> None:
        placed = isinstance(error, LedgerError)  # each of its lines begins with file and line
        super().__init__(without_passwords(str(error) if placed else f"orgmodell: {error}"))

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(self.message, file=file, err=True)


class Refused(Unreadable):
    """A beslut that is refused, or a log that has been tampered with."""

    exit_code = REFUSED


class Commands(click.Group):
    """The commands, in the order they were added; failures become messages."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (BeslutRefused, LedgerRefused, LogDamaged) as error:
            raise Refused(error) from None
        except OrgmodellError as error:
            raise Unreadable(error) from None
        except BrokenPipeError:
            _be_quiet()
            ctx.exit(PIPE_CLOSED)
        except OSError as error:
            raise Unreadable(error) from None
        except click.ClickException as error:  # it may repeat an address that was given in a wrong place
            vars(error).update(message=without_passwords(error.message))
            raise
        except KeyboardInterrupt:
            click.echo("orgmodell: interrupted", err=True)
            ctx.exit(INTERRUPTED)


def _be_quiet() -> None:
    """Whoever read the output has gone: write the rest to nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="orgmodell", message="%(prog)s %(version)s")
@click.pass_context
def commands(ctx: click.Context) -> None:
    """The organisation of a kommun, for any day, from recorded beslut.

    SOURCE is a folder or file of beslutsfiler (YAML), a SQLite file, or a postgresql:// address; days
    are written 2013-01-08.

    Exit status: 0 done, 1 refused or violations found, 2 bad usage or unreadable input.
    """
    if os.environ.get("NO_COLOR"):
        ctx.color = False
