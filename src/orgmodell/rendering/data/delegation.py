"""Who may decide, the delegationsordning of a nämnd, and the law of a day, as data."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodell.changes import Rad, VidaredelegationGranted
from orgmodell.law import Law
from orgmodell.projections.basis import together
from orgmodell.projections.delegationsordning import Delegat, Delegationsordning, PassedOn, TableRow
from orgmodell.projections.reserved import Reservation
from orgmodell.rendering.asked import Asked
from orgmodell.rendering.data.grounds import Data, grounds, question


def delegationsordning(asked: Asked, answer: Delegationsordning, reserved: Sequence[Reservation]) -> Data:
    """The delegationsordning of a nämnd, with what is gone, reserved and dangling."""
    adopted = answer.adopted
    basis = together([answer.basis, *(each.basis for each in reserved)])
    return (
        question(asked)
        | {"namnd": answer.namnd, "ordning": adopted.ordning, "name": adopted.name, "dnr": adopted.dnr}
        | {"beslut": answer.beslut, "decided": answer.decided, "since": answer.since}
        | {"replaces": answer.replaces, "law": _wording(answer.law)}
        | {
            "ersattarordning": adopted.ersattarordning,
            "overordnad_har_ratt": adopted.overordnad_har_ratt,
            "tf_arver": adopted.tf_arver,
            "karenstid": adopted.karenstid,
            "anmalan": adopted.anmalan,
            "forkortningar": adopted.forkortningar,
            "ofullstandig": adopted.ofullstandig,
        }
        | {"rows": [_row(asked, each) for each in answer.rows]}
        | {"revoked": [{"nummer": nummer, "arende": arende} for nummer, arende in answer.revoked]}
        | {"versions": answer.versions, "dangling": answer.dangling}
        | {"reserved": [_reservation(each) for each in reserved]}
        | grounds(asked, basis)
    )


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


def _row(asked: Asked, row: TableRow) -> Data:
    return rad_data(row.rad) | {
        "arende_name": row.arende,
        "delegat": [_delegat(asked, each) for each in row.delegat],
        "ersattare": [_delegat(asked, each) for each in row.ersattare],
        "anmalan": row.anmalan,
        "beslut": row.beslut,
        "decided": row.decided,
        "since": row.since,
        "changed": row.changed,
        "vidaredelegationer": [_passed_on(asked, each) for each in row.passed_on],
    }


def _passed_on(asked: Asked, passed: PassedOn) -> Data:
    to = {"delegat": _delegat(asked, passed.to), "beslut": passed.beslut, "decided": passed.decided}
    return given_data(passed.given) | to


def _delegat(asked: Asked, delegat: Delegat) -> Data:
    holders = [
        {"person": each.person, "name": asked.names.get(each.person), "form": each.form}
        for each in delegat.holders
    ]
    return {"id": delegat.who, "called": delegat.called, "there": delegat.there, "holders": holders}


def _reservation(each: Reservation) -> Data:
    return {
        "arende": each.arende.id,
        "name": each.arende.name,
        "forbehallet": each.arende.forbehallet,
        "lagrum": each.provision.lagrum,
        "says": each.provision.says.sv,
    }


def _wording(law: Law) -> Data:
    return {"act": law.act, "amended": law.amended, "since": law.since}
