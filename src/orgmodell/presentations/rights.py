"""How it is shown what befattningar may decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgmodell.presentations.asked import Asked
from orgmodell.presentations.grounds import grounds
from orgmodell.presentations.parts import (
    Column,
    Kronor,
    Part,
    Presentation,
    Row,
    Table,
    Thing,
    Things,
)
from orgmodell.projections.rights import Right, Rights, RightsOf
from orgmodell.view import Delegation
from orgmodell.words import Text, joined
from orgmodell.words import rights as words


def rights(asked: Asked, answer: Rights) -> Presentation:
    """What befattningar may decide, and who has lost or gained rights since a day."""
    return Presentation(
        asked.heading(words.QUESTION),
        tuple(_parts(asked, answer)),
        grounds=grounds(asked, answer.basis, starred=True),
    )


def _parts(asked: Asked, answer: Rights) -> Iterator[Part]:
    yield _in_short(asked, answer)
    yield _one_by_one(asked, answer)
    if answer.shifts is not None:
        yield _shifts(asked, answer)


def _in_short(asked: Asked, answer: Rights) -> Table:
    """The numbers of each befattning's rows on one line, to read."""
    columns = (
        Column(words.BEFATTNING, "thing"),
        Column(words.HOLDERS, "things"),
        Column(words.ROWS, wide=True),
    )
    rows = (
        Row((*_whose(asked, each), _numbers(each.delegations) or words.NO_ROW), bool(each.basis.assumed))
        for each in answer
    )
    return Table(columns, tuple(rows), words.NOBODY, only="reading")


def _one_by_one(asked: Asked, answer: Rights) -> Table:
    """Each right on a line of its own, as data; of who has none, that it is so."""
    columns = (
        *(Column(words.BEFATTNING, "thing"), Column(words.HOLDERS, "things")),
        *(Column(words.RIGHT), Column(words.ORDNING, "thing"), Column(words.ROW)),
        *(Column(words.ARENDE, "thing"), Column(words.UP_TO), Column(words.ENHET, "thing")),
        Column(words.VIDAREDELEGATION),
    )
    rows = (row for each in answer for row in _rows(asked, each))
    return Table(columns, tuple(rows), words.NOBODY, name=words.QUESTION, only="data")


def _rows(asked: Asked, each: RightsOf) -> Iterator[Row]:
    assumed = bool(each.basis.assumed)
    if not each.delegations:
        yield Row((*_whose(asked, each), words.NO_ROW, None, None, None, None, None, None), assumed)
    for one in each.delegations:
        limits = [given.belopp for given in (one.rad, one.given) if given and given.belopp is not None]
        enhet = (one.given and one.given.enhet) or one.rad.enhet
        row = (
            words.BY[one.by],
            asked.thing(one.rad.ordning),
            one.rad.nummer,
            asked.thing(one.rad.arende),
            Kronor(min(limits)) if limits else None,
            None if enhet is None else asked.thing(enhet),
            None if one.given is None else one.given.vidaredelegation,
        )
        yield Row((*_whose(asked, each), *row), assumed)


def _shifts(asked: Asked, answer: Rights) -> Table:
    columns = Column(words.PERSON, "thing"), Column(words.LOST, wide=True), Column(words.GAINED, wide=True)
    rows = tuple(
        Row((asked.thing(each.person), _moved(each.lost), _moved(each.gained)))
        for each in answer.shifts or ()
    )
    heading = None if answer.since is None else words.since(answer.since)
    return Table(columns, rows, words.NOTHING_MOVED, heading, words.SHIFTS)


def _whose(asked: Asked, each: RightsOf) -> tuple[Thing, Things]:
    return asked.thing(each.befattning), asked.things(each.persons)


def _moved(rights: Iterable[Right]) -> Text | None:
    return _numbers(right.delegation for right in rights)


def _numbers(delegations: Iterable[Delegation]) -> Text | None:
    """The numbers of rows, each with the right when that is not as delegat; None when there are none."""
    told = dict.fromkeys(words.row(each.rad.nummer, each.by) for each in delegations)
    return joined(told) if told else None
