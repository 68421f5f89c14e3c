"""Changes of roller and relations, as drawn."""

from __future__ import annotations

from orgmodell.changes import (
    Change,
    RelationEnded,
    RelationEstablished,
    RelationKind,
    Roll,
    RollAssigned,
    RollEnded,
)
from orgmodell.testing.pick import ACTORS, PARTIES, Maker, Pick

ROLLER: tuple[Roll, ...] = ("bestallare", "utforare")
RELATIONS: tuple[RelationKind, ...] = ("foljer upp", "ger stod till")


def assign_roll(pick: Pick) -> list[Change]:
    return [RollAssigned(pick.party(), roll=pick.any(ROLLER))]


def end_roll(pick: Pick) -> list[Change]:
    parties = pick.today.living(*PARTIES)
    had = [(party, roll) for party in parties for roll in pick.view.roller(party)]
    thing, roll = pick.fitting(had, [(pick.party(), pick.any(ROLLER))])
    return [RollEnded(thing, roll=roll)]


def relate(pick: Pick) -> list[Change]:
    thing = pick.living(*ACTORS, "utforare")
    to = pick.another(*ACTORS, "utforare", but=thing)
    return [RelationEstablished(thing, kind=pick.any(RELATIONS), to=to)]


def end_relation(pick: Pick) -> list[Change]:
    unrelated = pick.living(*ACTORS), pick.any(RELATIONS), pick.living(*ACTORS)
    related = [(each.thing, each.kind, each.to) for each in pick.view.relations()]
    thing, kind, to = pick.fitting(related, [unrelated])
    return [RelationEnded(thing, kind=kind, to=to)]


MAKERS: tuple[Maker, ...] = (assign_roll, *(end_roll,) * 2, *(relate,) * 2, *(end_relation,) * 2)
ENDING: tuple[Maker, ...] = ()
