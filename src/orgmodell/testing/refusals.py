"""Beslut that break one rule, for each rule that refuses: what a test of refusals is given.

Each stands on ground of its own, which is laid after whatever the organisation holds, so that nothing else
is in the way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

import attrs
from hypothesis import strategies as st

from orgmodell.changes import Beslut, OrganKind
from orgmodell.draft import Draft
from orgmodell.ledger import to_yaml
from orgmodell.organisation import WritableOrganisation
from orgmodell.testing.histories import DrawnOrganisation, ShownWhole, beslutsfil_of
from orgmodell.testing.pick import Standing

_GROUND = date(2026, 1, 1)  # later than whatever is drawn
_DAYS = (date(2026, 2, 1), date(2026, 12, 31), date(2027, 1, 1))

Write = Callable[[Draft], object]


@attrs.frozen(repr=False)
class RefusedBeslut(ShownWhole):
    """A history, and a beslut that breaks exactly one rule in it.

    Attributes:
        organisation: the history; lawful.
        beslut: what it refuses.
        rule: the id of the only rule that refuses it.
    """

    organisation: DrawnOrganisation
    beslut: Beslut
    rule: str

    def __repr__(self) -> str:
        given, when = beslutsfil_of(self.organisation), to_yaml([self.beslut])
        return f'given("""\n{given}""").when("""\n{when}""").then_refused("{self.rule}")'


def refused(draw: st.DrawFn, organisation: DrawnOrganisation, rule: str) -> RefusedBeslut:
    """A beslut that breaks the rule, on ground that is recorded in the organisation first."""
    _lay_ground(organisation)
    way = draw(st.sampled_from(WAYS[rule]))
    decided_by = _styrelse(organisation) if rule == "R02" else None
    beslut = _taken(f"bryter {rule}", draw(st.sampled_from(_DAYS)), way, decided_by=decided_by)
    return RefusedBeslut(organisation, beslut, rule)


def _taken(id: str, day: date, write: Write, decided_by: str | None = None) -> Beslut:
    draft = Draft(Beslut(id=id, decided=day, decided_by=decided_by))
    write(draft)
    return draft.finished()


def _lay_ground(organisation: WritableOrganisation) -> None:
    """Fullmäktige and a styrelse, where the history has none, and what the beslut are about."""
    there = Standing(organisation.on(_GROUND))
    kinds: tuple[OrganKind, ...] = ("fullmaktige", "styrelse")
    missing = [kind for kind in kinds if not there.organs_of(kind)]
    ground = Draft(Beslut(id="grund", decided=_GROUND))
    for kind in missing:
        ground.create_organ(f"omsorgens-{kind}", name=kind.title(), kind=kind)
    _ground(ground)
    organisation.record(ground.finished())


def _styrelse(organisation: WritableOrganisation) -> str:
    return Standing(organisation.on(_GROUND)).organs_of("styrelse")[0]


def _ground(b: Draft) -> None:
    b.create_organ("omsorgsnamnden", name="Omsorgsnämnden", kind="namnd")
    b.create_enhet("omsorgen", name="Omsorgsförvaltningen", kind="förvaltning")
    b.create_enhet("boende", name="Boende", kind="avdelning", parent="omsorgen")
    b.create_befattning("omsorgschef", title="Omsorgschef", enhet="omsorgen", leads=["omsorgen"])
    b.create_befattning("handlaggare", title="Handläggare", enhet="boende")
    b.appoint("omsorgschef", person="p-omsorgschef")
    b.place_under_namnd("omsorgen", namnd="omsorgsnamnden")
    b.adopt_reglemente("omsorgsnamnden", omraden=["omsorg"])
    b.define_arende("boendeplats", name="Plats på boende", omrade="omsorg")
    b.define_arende("parkering", name="Parkeringstillstånd", omrade="trafik")
    b.define_arende("omsorgsmal", name="Mål för omsorgen", omrade="omsorg", forbehallet="mal")
    b.adopt_delegationsordning("omsorgsordning", namnd="omsorgsnamnden", name="Delegationsordning")
    b.grant_delegation(
        "omsorgsordning", rad="r-1", nummer="1.1", arende="boendeplats", delegat=["omsorgschef"]
    )
    b.register_utforare("omsorgsbolaget", name="Omsorgsbolaget AB", kind="bolag")
    b.create_uppdrag("omsorgsbeslut", name="Omsorgsbeslut", ansvarig="omsorgen", myndighetsutovning=True)


def _row(**said: Any) -> Write:
    row: dict[str, Any] = {"rad": "r-2", "nummer": "1.2", "arende": "boendeplats", "belopp": 1000, **said}
    return lambda b: b.grant_delegation("omsorgsordning", **row)


def _avtal(utforare: str, **said: Any) -> Write:
    return lambda b: b.conclude_avtal(
        "omsorgsavtal", name="Avtalet", bestallare="omsorgsnamnden", utforare=utforare, **said
    )


def _in_a_ring(b: Draft) -> None:
    b.plan_atgard("forst", name="Först", depends_on=["sist"])
    b.plan_atgard("sist", name="Sist", depends_on=["forst"])


def _two_ordinarie(b: Draft) -> None:
    b.appoint("handlaggare", person="p-1")
    b.appoint("handlaggare", person="p-2")


def _two_rektorer(b: Draft) -> None:
    b.create_enhet("omsorgsskolan", name="Skolan", kind="skolenhet", parent="omsorgen")
    for each in ("omsorgschef", "handlaggare"):
        b.assign_leadership(each, enhet="omsorgsskolan", samledarskap="var sin årskurs")


WAYS: Mapping[str, tuple[Write, ...]] = MappingProxyType(
    {
        "ANNUL": (lambda b: b.annul_beslut("ett beslut som aldrig togs"),),
        "DELEGATION": (
            lambda b: b.adopt_delegationsordning("omsorgsordning-2", namnd="omsorgsnamnden", name="Ny"),
        ),
        "ID": (
            lambda b: b.create_enhet("boende", name="Boende"),
            lambda b: b.create_uppdrag("handlaggare", name="Handläggning", ansvarig="omsorgen"),
        ),
        "PLAN": (_in_a_ring,),
        "R01": (
            lambda b: b.create_organ("styrelsen-2", name="Styrelsen", kind="styrelse"),
            lambda b: b.create_organ("fullmaktige-2", name="Fullmäktige", kind="fullmaktige"),
        ),
        "R02": (lambda b: b.rename_organ("omsorgsnamnden", name="Nämnden för omsorg"),),
        "R03": (_two_ordinarie, lambda b: b.assign_leadership("handlaggare", enhet="omsorgen")),
        "R05": (
            lambda b: b.move_enhet("omsorgen", parent="boende"),
            lambda b: b.change_reporting("omsorgschef", to="handlaggare"),
        ),
        "R07": (
            lambda b: b.dissolve_enhet("boende"),
            lambda b: b.dissolve_enhet("omsorgen"),
            lambda b: b.withdraw_befattning("omsorgschef"),
        ),
        "R08": (
            lambda b: b.rename_enhet("en-enhet-som-aldrig-fanns", name="Ingen"),
            lambda b: b.release("omsorgschef", person="p-1"),
        ),
        "R09": (_row(delegat=["omsorgsnamnden"]), _row(delegat=["p-ingen"])),
        "R11": (_row(arende="omsorgsmal", delegat=["omsorgschef"]),),
        "R12": (_row(arende="parkering", delegat=["omsorgschef"]),),
        "R13": (
            lambda b: b.grant_vidaredelegation(
                "v-omsorg", ordning="omsorgsordning", nummer="1.1", to="handlaggare"
            ),
        ),
        "R14": (_row(delegat=["omsorgschef", "handlaggare"]),),
        "R16": (_row(delegat=["omsorgschef"], bradskande=True),),
        "R23": (lambda b: b.elect_ledamot("omsorgsnamnden", person="p-omsorgschef"),),
        "R24": (_two_rektorer,),
        "R25": (
            _avtal("boende"),
            lambda b: b.make_overenskommelse(
                "omsorgsregi", name="Regi", bestallare="omsorgsnamnden", utforare="omsorgsbolaget"
            ),
        ),
        "R26": (_avtal("omsorgsbolaget", uppdrag=["omsorgsbeslut"]),),
    }
)
"""For each rule that refuses, what breaks it on the ground."""
