"""Who may decide, the delegationsordning of a nämnd, and the law of a day, as data."""

from __future__ import annotations

from orgmodell.changes import Rad, VidaredelegationGranted
from orgmodell.rendering.data.grounds import Data


def rad_data(row: Rad) -> Data:
    """What a row says."""
    return {
        "ordning": row.ordning,
        "rad": row.rad,
        "nummer": row.nummer,
        "arende": row.arende,
        "delegat": row.delegat,
        "delegat_typ": row.delegat_typ,
        "automatiserad": row.automatiserad,
        "ersattare": row.ersattare,
        "belopp": row.belopp,
        "samrad": row.samrad,
        "villkor": row.villkor,
        "enhet": row.enhet,
        "far_vidaredelegeras": row.far_vidaredelegeras,
        "anmalan": row.anmalan,
        "lagrum": row.lagrum,
        "bradskande": row.bradskande,
    }


def given_data(given: VidaredelegationGranted) -> Data:
    """What was passed on."""
    return {
        "vidaredelegation": given.vidaredelegation,
        "ordning": given.ordning,
        "nummer": given.nummer,
        "to": given.to,
        "to_typ": given.to_typ,
        "belopp": given.belopp,
        "villkor": given.villkor,
        "enhet": given.enhet,
    }
