"""What an ärende, a delegationsordning or a vidaredelegation is on a day; and what is passed on to one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from orgmodell.changes import Rad, VidaredelegationGranted
from orgmodell.law import Provision, law_on
from orgmodell.projections.answer import told_as, told_inside, untold
from orgmodell.projections.passing import limit_is_there
from orgmodell.view import Arende, View


@attrs.frozen(kw_only=True)
class ShownRow:
    """A row of a delegationsordning in force.

    Attributes:
        rad: what it says.
        enhet_there: whether the enhet it is limited to exists; None when it is limited to none.
    """

    rad: Rad = attrs.field(metadata=told_inside())
    enhet_there: bool | None


@attrs.frozen(kw_only=True)
class ArendePortrait:
    """A kind of matter on a day.

    Attributes:
        arende: what it is.
        reserved: the law that lets nobody delegate it; None when it may be delegated.
        rader: the rows about it in the delegationsordningar in force.
    """

    arende: Arende = attrs.field(metadata=told_inside())
    reserved: Provision | None
    rader: tuple[ShownRow, ...] = attrs.field(metadata=told_as("rows"))


@attrs.frozen(kw_only=True)
class OrdningPortrait:
    """A delegationsordning on a day on which it is in force.

    Attributes:
        namnd: whose it is.
        name: its name.
        dnr: its diarienummer.
        since: the first day it holds.
        replaces: the version before.
        rader: its rows, in order of number.
        vidaredelegationer: what is passed on under it, in order of number.
    """

    namnd: str
    name: str
    dnr: str | None
    since: date
    replaces: str | None
    rader: tuple[ShownRow, ...] = attrs.field(metadata=told_as("rows"))
    vidaredelegationer: tuple[str, ...]


@attrs.frozen(kw_only=True)
class VidaredelegationPortrait:
    """What a förvaltningschef has passed on, on a day.

    Attributes:
        given: what was passed on, to whom, with what limits.
        enhet_there: whether the enhet it is limited to exists; None when it is limited to none.
        rader: the rows that have its number that day; none when the ordning no longer holds.
        meant: those that had it the day it was passed on.
        dangles: whether it says nothing any more, because its number, its row or whom it names has changed.
    """

    given: VidaredelegationGranted = attrs.field(metadata=told_inside())
    enhet_there: bool | None
    rader: tuple[ShownRow, ...] = attrs.field(metadata=told_as("rows"))
    meant: tuple[Rad, ...] = attrs.field(metadata=untold())
    dangles: bool


def arende_portrait(view: View, thing: str) -> ArendePortrait:
    """A kind of matter on the day."""
    arende = view.arende(thing)
    return ArendePortrait(
        arende=arende,
        reserved=law_on(view.day).reserved[arende.forbehallet] if arende.forbehallet else None,
        rader=shown_rows(view, view.rader_som_namner(thing)),
    )


def ordning_portrait(view: View, thing: str) -> OrdningPortrait:
    """A delegationsordning on the day."""
    adopted, began = view.ordning(thing), view.account.beginning(thing)
    assert began is not None
    return OrdningPortrait(
        namnd=adopted.namnd,
        name=adopted.name,
        dnr=adopted.dnr,
        since=began[0],
        replaces=adopted.replaces,
        rader=shown_rows(view, view.rader(thing)),
        vidaredelegationer=tuple(each.vidaredelegation for each in view.vidaredelegationer(thing)),
    )


def vidaredelegation_portrait(view: View, thing: str) -> VidaredelegationPortrait:
    """What has been passed on, on the day."""
    given = view.vidaredelegation(thing)
    now = view.rows_numbered(given.ordning, given.nummer) if view.exists(given.ordning) else ()
    return VidaredelegationPortrait(
        given=given,
        enhet_there=limit_is_there(view, given.enhet),
        rader=shown_rows(view, now),
        meant=view.rows_first_numbered(given),
        dangles=view.why_dangling(given) is not None,
    )


def shown_rows(view: View, rader: Iterable[Rad]) -> tuple[ShownRow, ...]:
    """Rows, each with whether the enhet it is limited to exists."""
    return tuple(ShownRow(rad=rad, enhet_there=limit_is_there(view, rad.enhet)) for rad in rader)


def passed_on_to(view: View, befattning: str) -> Iterator[VidaredelegationGranted]:
    """What has been passed on to a befattning."""
    account = view.account
    for seq in dict.fromkeys(account.chronicle.mentions(befattning)):
        match account.fact(seq).change:
            case VidaredelegationGranted(vidaredelegation=each, to=to) if to == befattning:
                if view.exists(each):
                    yield view.vidaredelegation(each)
