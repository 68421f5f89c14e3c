"""The delegationsordning as a page to print. Jinja2 is imported when a page is made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING

from orgmodell.errors import SourceError
from orgmodell.projections.basis import Basis, together
from orgmodell.projections.delegationsordning import Delegationsordning
from orgmodell.projections.reserved import Reservation
from orgmodell.rendering.asked import Asked
from orgmodell.rendering.grounds import grounds
from orgmodell.rendering.ordning import chapters, general, lines, provisions
from orgmodell.words import rendering as words

if TYPE_CHECKING:
    from jinja2 import Template


def delegationsordning(asked: Asked, answer: Delegationsordning, reserved: Sequence[Reservation]) -> str:
    """The delegationsordning of a nämnd as one HTML file, with all that it needs in it.

    Raises:
        SourceError: Jinja2 is not installed.
    """
    basis = together([answer.basis, *(each.basis for each in reserved)])
    return _template("delegationsordning.html.j2").render(
        asked=asked,
        answer=answer,
        adopted=answer.adopted,
        general=list(general(answer)),
        abbreviations=[each.partition(": ")[::2] for each in answer.adopted.forkortningar],
        provisions=list(provisions(answer.law)),
        chapters=chapters(lines(asked, answer)),
        reserved=reserved,
        grounds=list(_grounds(asked, basis)),
    )


def _grounds(asked: Asked, basis: Basis) -> Iterator[tuple[str, list[str]]]:
    """What it rests on: each paragraph, with what is listed under it."""
    paragraph, items = "", list[str]()
    for line in grounds(asked, basis):
        if line.startswith("  - "):
            items.append(line.removeprefix("  - "))
        else:
            if paragraph:
                yield paragraph, items
            paragraph, items = line, []
    if paragraph:
        yield paragraph, items


def _template(name: str) -> Template:
    try:
        from jinja2 import Environment, StrictUndefined
    except ImportError:
        raise SourceError(words.JINJA_MISSING) from None
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(files(__package__).joinpath(name).read_text(encoding="utf-8"))
