"""What a thing is on a day, as data."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from orgmodell import ledger
from orgmodell.presentations.asked import Asked
from orgmodell.projections.portrait import (
    AbsentPortrait,
    ArendePortrait,
    AtgardPortrait,
    BefattningPortrait,
    EnhetPortrait,
    ForslagPortrait,
    ForumPortrait,
    InstrumentPortrait,
    Membership,
    OrdningPortrait,
    OrganPortrait,
    PersonPortrait,
    Portrait,
    UppdragPortrait,
    UtforarePortrait,
    VidaredelegationPortrait,
)
from orgmodell.rendering.data.day import vacancy_data
from orgmodell.rendering.data.delegation import given_data, rad_data
from orgmodell.rendering.data.forums import meeting_data
from orgmodell.rendering.data.grounds import Data, grounds, question
from orgmodell.rendering.data.uppdrag import responsibility_data


def portrait(asked: Asked, answer: Portrait) -> Data:
    """All there is to say of one thing on a day."""
    told = {"happenings": answer.happenings, "contradictions": answer.contradictions}
    return question(asked) | {"id": answer.id} | _portrait(answer) | told | grounds(asked, answer.basis)


def _portrait(answer: Portrait) -> Data:
    match answer:
        case EnhetPortrait():
            return _enhet(answer)
        case BefattningPortrait():
            return _befattning(answer) | _what_it_does(answer)
        case OrganPortrait():
            return _organ(answer)
        case PersonPortrait():
            return _person(answer)
        case UppdragPortrait():
            return {"type": "uppdrag"} | responsibility_data(answer.responsibility)
        case UtforarePortrait():
            return _utforare(answer)
        case InstrumentPortrait():
            return {"type": answer.instrument.kind, **msgspec.to_builtins(answer.instrument)}
        case ForumPortrait():
            return {"type": "forum"} | meeting_data(answer.meeting)
        case AtgardPortrait():
            waits = {"waits_for": answer.waits_for, "holds_up": answer.holds_up}
            return {"type": "atgard", **msgspec.to_builtins(answer.atgard), **waits}
        case ForslagPortrait():
            return {"type": "forslag", **msgspec.to_builtins(answer.forslag)}
        case ArendePortrait():
            return _arende(answer)
        case OrdningPortrait():
            return _ordning(answer)
        case VidaredelegationPortrait():
            rows = {"rows": [rad_data(each) for each in answer.rader], "dangles": answer.dangles}
            return {"type": "vidaredelegation", **given_data(answer.given), **rows}
        case AbsentPortrait():
            return {"type": None, "mentions": answer.mentions}


def _enhet(answer: EnhetPortrait) -> Data:
    leaders = [_befattning(leader) | {"happenings": leader.happenings} for leader in answer.leaders]
    return {
        "type": "enhet",
        **msgspec.to_builtins(answer.enhet),
        "leaders": leaders,
        "children": answer.children,
        "befattningar": answer.befattningar,
        "namnder": answer.namnder,
        "headcount": answer.headcount and ledger.stated_fields(answer.headcount),
        "roller": answer.roller,
        "roller_through": answer.roller_through,
        "uppdrag": answer.uppdrag,
        "forums": answer.forums,
        **_member_of(answer.member_of),
    }


def _befattning(answer: BefattningPortrait) -> Data:
    return {
        "type": "befattning",
        **msgspec.to_builtins(answer.befattning),
        "holdings": answer.holdings,
        "vacancy": answer.vacancy and vacancy_data(answer.vacancy),
        "is_chef": answer.is_chef,
        "nearest_chef": answer.nearest_chef,
        "headcount": answer.headcount and ledger.stated_fields(answer.headcount),
    }


def _what_it_does(answer: BefattningPortrait) -> Data:
    return {
        **_member_of(answer.member_of),
        "to_do": answer.to_do,
        "rows": [rad_data(each) for each in answer.rader],
        "passed_on": [given_data(each) for each in answer.passed_on],
        "deputy": answer.deputy,
    }


def _organ(answer: OrganPortrait) -> Data:
    return {
        "type": "organ",
        **msgspec.to_builtins(answer.organ),
        "ledamoter": answer.ledamoter,
        "enheter": answer.enheter,
        "roller": answer.roller,
        "uppdrag": answer.uppdrag,
        "forums": answer.forums,
        **_member_of(answer.member_of),
        "reglemente": answer.reglemente,
        "delegationsordning": answer.ordning,
    }


def _person(answer: PersonPortrait) -> Data:
    return {
        "type": "person",
        "holdings": answer.holdings,
        "seats": [{"organ": organ, "role": role} for organ, role in answer.seats],
        **_member_of(answer.member_of),
        "forslag": answer.forslag,
    }


def _utforare(answer: UtforarePortrait) -> Data:
    return {
        "type": "utforare",
        **msgspec.to_builtins(answer.utforare),
        "instruments": answer.instruments,
        **_member_of(answer.member_of),
    }


def _arende(answer: ArendePortrait) -> Data:
    return {
        "type": "arende",
        **msgspec.to_builtins(answer.arende),
        "reserved": answer.reserved and {"lagrum": answer.reserved.lagrum, "says": answer.reserved.says.sv},
        "rows": [rad_data(each) for each in answer.rader],
    }


def _ordning(answer: OrdningPortrait) -> Data:
    adopted = answer.ordning
    return {
        "type": "delegationsordning",
        "namnd": adopted.namnd,
        "name": adopted.name,
        "dnr": adopted.dnr,
        "since": answer.since,
        "replaces": answer.replaces,
        "rows": [rad_data(each) for each in answer.rader],
        "vidaredelegationer": answer.vidaredelegationer,
    }


def _member_of(memberships: Iterable[Membership]) -> Data:
    return {"member_of": [each._asdict() for each in memberships]}
