"""Annulments, as drawn."""

from __future__ import annotations

from orgmodell.changes import BeslutAnnulled, Change, ChangeAnnulled
from orgmodell.testing.pick import Maker, Pick


def annul_beslut(pick: Pick) -> list[Change]:
    """Often one that is annulled already, where there is one."""
    annulled = [c.beslut for b in pick.records for c in b.changes if isinstance(c, BeslutAnnulled)]
    again = bool(annulled) and pick.often()
    return [BeslutAnnulled(pick.any(annulled) if again else pick.beslut().id)]


def annul_annulment(pick: Pick) -> list[Change]:
    annulling = [
        beslut.id
        for beslut in pick.records
        if any(isinstance(change, BeslutAnnulled | ChangeAnnulled) for change in beslut.changes)
    ]
    return [BeslutAnnulled(pick.fitting(annulling, [beslut.id for beslut in pick.records]))]


def annul_change(pick: Pick) -> list[Change]:
    beslut = pick.beslut()
    return [ChangeAnnulled(beslut.id, number=pick.any(range(1, 1 + max(1, len(beslut.changes)))))]


MAKERS: tuple[Maker, ...] = (*(annul_beslut,) * 2, *(annul_annulment,) * 2, *(annul_change,) * 2)
ENDING: tuple[Maker, ...] = ()
