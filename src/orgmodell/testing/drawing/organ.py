"""Changes of organ and ledamöter, as drawn."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodell.changes import (
    Change,
    EnhetRemovedFromNamnd,
    LedamotElected,
    LedamotReleased,
    OrganCreated,
    OrganDissolved,
    OrganKind,
    OrganRenamed,
)
from orgmodell.changes.attributes import LedamotRole
from orgmodell.testing.drawing.enheter import relieved
from orgmodell.testing.pick import Maker, Pick

ORGAN_KINDS: tuple[OrganKind, ...] = ("fullmaktige", "styrelse", "namnd", "utskott", "presidium")
ROLES: tuple[LedamotRole, ...] = ("ledamot", "ordforande", "ersattare")


def create_organ(pick: Pick) -> list[Change]:
    """Now and then two, half of which are part of each other."""
    organ = pick.new("organ")
    others = [other for other in pick.free("organ") if other != organ]
    if others and pick.now_and_then():
        other = pick.any(others)
        whole = organ if pick.any((False, True)) else None
        return [_organ(pick, organ, part_of=other), _organ(pick, other, part_of=whole)]
    return [_organ(pick, organ, part_of=pick.organ(organ) if pick.now_and_then() else None)]


def _organ(pick: Pick, organ: str, part_of: str | None) -> OrganCreated:
    kinds = [k for k in ORGAN_KINDS if k not in ("fullmaktige", "styrelse") or not pick.today.organs_of(k)]
    kind = pick.any(ORGAN_KINDS) if pick.now_and_then() else pick.fitting(kinds, ORGAN_KINDS)
    return OrganCreated(organ, name=organ.upper(), kind=kind, part_of=part_of)


def rename_organ(pick: Pick) -> list[Change]:
    return [OrganRenamed(pick.organ(), name=pick.any(("Rådet", "Tinget")))]


def dissolve_organ(pick: Pick) -> list[Change]:
    """With what is under it; fullmäktige or styrelsen mostly with another in its place."""
    organ = pick.organ()
    changes: list[Change] = [OrganDissolved(organ)]
    if not pick.now_and_then():
        placed = sorted(enhet for enhet, namnd in pick.today.under_namnd if namnd == organ)
        changes += [EnhetRemovedFromNamnd(enhet, namnd=organ) for enhet in placed]
        changes += relieved(pick, organ)
        needed: tuple[OrganKind, ...] = ("fullmaktige", "styrelse")
        for kind in (kind for kind in needed if organ in pick.today.organs_of(kind)):
            if not pick.often():
                successor = pick.new("organ")
                changes.append(OrganCreated(successor, name=successor, kind=kind))
    return changes


def elect(pick: Pick) -> list[Change]:
    organ, person = pick.organ(), pick.person()
    if pick.often():
        organ, person = pick.fitting(_chefer_under_a_namnd(pick), [(organ, person)])
    return [LedamotElected(organ, person=person, role=pick.any(ROLES), until=pick.until())]


def _chefer_under_a_namnd(pick: Pick) -> Iterator[tuple[str, str]]:
    for enhet, organ in pick.today.under_namnd:
        for post in pick.view.leaders(enhet):
            yield from ((organ, person) for person in pick.today.holders(post))


def release_ledamot(pick: Pick) -> list[Change]:
    organs = pick.today.living("organ")
    sitting = [(organ, person) for organ in organs for person in pick.today.seats(organ)]
    organ, person = pick.fitting(sitting, [(pick.organ(), pick.person())])
    return [LedamotReleased(organ, person=person)]


MAKERS: tuple[Maker, ...] = (
    create_organ,
    rename_organ,
    *(dissolve_organ,) * 3,
    *(elect,) * 2,
    *(release_ledamot,) * 3,
)
ENDING: tuple[Maker, ...] = (dissolve_organ,)
