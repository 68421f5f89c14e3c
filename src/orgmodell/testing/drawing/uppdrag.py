"""Changes of uppdrag, as drawn."""

from __future__ import annotations

from orgmodell.changes import Change, UppdragCreated, UppdragEnded, UppdragSplit, UppdragTransferred
from orgmodell.testing.pick import Maker, Pick
from orgmodell.testing.pools import POOLS


def create_uppdrag(pick: Pick) -> list[Change]:
    uppdrag, public = pick.new("uppdrag"), pick.any((True, False))
    return [UppdragCreated(uppdrag, name=uppdrag, ansvarig=pick.party(), myndighetsutovning=public)]


def transfer_uppdrag(pick: Pick) -> list[Change]:
    return [UppdragTransferred(pick.living("uppdrag"), to=pick.party())]


def split_uppdrag(pick: Pick) -> list[Change]:
    uppdrag = pick.living("uppdrag")
    others = [each for each in POOLS["uppdrag"] if each != uppdrag]
    free = [each for each in pick.free("uppdrag") if each != uppdrag][: pick.any((1, 2))]
    living = [each for each in pick.today.living("uppdrag") if each != uppdrag]
    new = [UppdragCreated(each, name=each, ansvarig=pick.party()) for each in free]
    return [*new, UppdragSplit(uppdrag, into=[*free, *living, *others][:2])]


def end_uppdrag(pick: Pick) -> list[Change]:
    return [UppdragEnded(pick.living("uppdrag"))]


MAKERS: tuple[Maker, ...] = (
    *(create_uppdrag,) * 3,
    *(transfer_uppdrag,) * 2,
    *(split_uppdrag,) * 2,
    *(end_uppdrag,) * 2,
)
ENDING: tuple[Maker, ...] = (split_uppdrag, end_uppdrag)
