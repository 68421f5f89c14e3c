"""What an ärende, a delegationsordning or a vidaredelegation is on a day; and what is passed on to one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Self

import attrs

from orgmodell.changes import DelegationsordningAdopted, Rad, VidaredelegationGranted
from orgmodell.law import Provision, law_on
from orgmodell.projections.portrait.thing import ThingPortrait
from orgmodell.view import Arende, View


@attrs.frozen(kw_only=True)
class ArendePortrait(ThingPortrait):
    """A kind of matter on a day.

    Attributes:
        arende: what it is.
        reserved: the law that lets nobody delegate it; None when it may be delegated.
        rader: the rows about it in the delegationsordningar in force.
    """

    arende: Arende
    reserved: Provision | None
    rader: tuple[Rad, ...]

    @classmethod
    def of(cls, view: View, thing: str) -> Self:
        arende = view.arende(thing)
        reserved = law_on(view.day).reserved
        return cls(
            id=thing,
            view=view,
            arende=arende,
            reserved=reserved[arende.forbehallet] if arende.forbehallet else None,
            rader=view.rader_som_namner(thing),
        )


@attrs.frozen(kw_only=True)
class OrdningPortrait(ThingPortrait):
    """A delegationsordning on a day on which it is in force.

    Attributes:
        ordning: as adopted, with its policies.
        since: the first day it holds.
        replaces: the version before.
        rader: its rows, in order of number.
        vidaredelegationer: what is passed on under it, in order of number.
    """

    ordning: DelegationsordningAdopted
    since: date
    replaces: str | None
    rader: tuple[Rad, ...]
    vidaredelegationer: tuple[str, ...]

    @classmethod
    def of(cls, view: View, thing: str) -> Self:
        ordning = view.ordning(thing)
        began = view.account.beginning(thing)
        assert began is not None
        return cls(
            id=thing,
            view=view,
            ordning=ordning,
            since=began[0],
            replaces=ordning.replaces,
            rader=view.rader(thing),
            vidaredelegationer=tuple(each.vidaredelegation for each in view.vidaredelegationer(thing)),
        )


@attrs.frozen(kw_only=True)
class VidaredelegationPortrait(ThingPortrait):
    """What a förvaltningschef has passed on, on a day.

    Attributes:
        given: what was passed on, to whom, with what limits.
        rader: the rows that have its number that day; none when the ordning no longer holds.
        meant: those that had it the day it was passed on.
    """

    given: VidaredelegationGranted
    rader: tuple[Rad, ...]
    meant: tuple[Rad, ...]

    @property
    def dangles(self) -> bool:
        """Whether it says nothing any more, because its number, its row or whom it names has changed."""
        return self._view.why_dangling(self.given) is not None

    @classmethod
    def of(cls, view: View, thing: str) -> Self:
        given = view.vidaredelegation(thing)
        return cls(
            id=thing,
            view=view,
            given=given,
            rader=view.rows_numbered(given.ordning, given.nummer) if view.exists(given.ordning) else (),
            meant=view.rows_first_numbered(given),
        )


def passed_on_to(view: View, befattning: str) -> Iterator[VidaredelegationGranted]:
    """What has been passed on to a befattning."""
    account = view.account
    for seq in dict.fromkeys(account.chronicle.mentions(befattning)):
        match account.fact(seq).change:
            case VidaredelegationGranted(vidaredelegation=each, to=to) if to == befattning:
                if view.exists(each):
                    yield view.vidaredelegation(each)
