"""Logs that break every rule, in every way that it says something of. Nobody judged them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any

import attrs

from orgmodell import (
    STANDARD,
    Beslut,
    Organisation,
    Recorded,
    Rule,
    Violation,
    decided_within_mandate,
    kontrollspann_at_most,
    negotiated_first,
    sides_kept_apart,
)
from orgmodell.changes import ChangeAnnulled
from orgmodell.draft import Draft
from orgmodell.organisation import MemoryLog

Write = Callable[[Draft], object]

POLICIES: tuple[Rule, ...] = (
    kontrollspann_at_most(),
    negotiated_first(),
    sides_kept_apart(),
    decided_within_mandate(),
)
EVERY_RULE = (*STANDARD, *POLICIES)


def day(year: int) -> date:
    return date(year, 1, 1)


def unjudged(beslut: Sequence[Beslut], rules: Sequence[Rule] = EVERY_RULE) -> Organisation:
    """An organisation with what another program recorded."""
    time = datetime(2024, 1, 1, tzinfo=UTC)
    records = [Recorded(position=n, recorded=time, beslut=each) for n, each in enumerate(beslut, 1)]
    return Organisation("exempelby", MemoryLog(records), rules)


def taken(id: str, year: int, *writes: Write, **head: Any) -> Beslut:
    """A beslut that takes effect on 1 January of a year."""
    draft = Draft(Beslut(id=id, decided=day(year), **head))
    for write in writes:
        write(draft)
    return draft.finished()


@attrs.frozen
class Breach:
    """A log that breaks a rule.

    Attributes:
        rule: the id of the rule.
        says: some of what is said of it, in English.
        beslut: the log.
        known: the day by which what is known is decided.
        on: the day that is asked about; None is any.
    """

    rule: str
    says: str
    beslut: tuple[Beslut, ...]
    known: date | None = None
    on: date | None = None

    @property
    def violations(self) -> tuple[Violation, ...]:
        """What is broken in the log."""
        organisation = unjudged(self.beslut)
        return organisation.on(self.on).violations() if self.on else organisation.violations_ever(self.known)


def _ground(b: Draft) -> None:
    b.create_organ("kf", name="Kommunfullmäktige", kind="fullmaktige")
    b.create_organ("ks", name="Kommunstyrelsen", kind="styrelse", part_of="kf")
    b.create_organ("sn", name="Socialnämnden", kind="namnd")
    b.create_organ("bun", name="Barn- och utbildningsnämnden", kind="namnd")
    b.create_organ("au", name="Arbetsutskottet", kind="utskott", part_of="sn")
    b.create_organ("presidiet", name="Presidiet", kind="presidium", part_of="sn")
    b.create_enhet("kommunen", name="Exempelby kommun", kind="kommun")
    b.create_enhet("soc", name="Socialförvaltningen", kind="förvaltning", parent="kommunen")
    b.create_enhet("aldre", name="Äldreomsorgen", kind="avdelning", parent="soc")
    b.create_enhet("stab", name="Staben", kind="stab", parent="kommunen")
    b.create_befattning("soc-chef", title="Socialchef", enhet="soc", leads=["soc"])
    b.create_befattning("ac", title="Avdelningschef", enhet="aldre", leads=["aldre"])
    b.create_befattning("stabschef", title="Stabschef", enhet="stab", leads=["stab"])
    b.declare_vacancy("stabschef")
    b.create_befattning("handlaggare", title="Biståndshandläggare", enhet="aldre")
    b.place_under_namnd("soc", namnd="sn")
    b.appoint("soc-chef", person="p-chef")
    b.appoint("ac", person="p-ac")
    b.elect_ledamot("sn", person="p-ordf", role="ordforande")
    b.elect_ledamot("sn", person="p-ers", role="ersattare")


def _ordning(b: Draft) -> None:
    b.adopt_reglemente("sn", omraden=["Socialtjänst"])
    b.define_arende("bistand", name="Bistånd", omrade="Socialtjänst")
    b.define_arende("inkop", name="Inköp")
    b.define_arende("taxa", name="Taxor", forbehallet="mal")
    b.define_arende("skolskjuts", name="Skolskjuts", omrade="Skola")
    b.define_arende("organisationsforandring", name="Ändrad organisation")
    b.adopt_delegationsordning("do", namnd="sn", name="Delegationsordning")
    b.grant_delegation("do", rad="r-bistand", nummer="1.1", arende="bistand", delegat=["ac"])
    b.grant_delegation(
        "do", rad="r-inkop", nummer="1.2", arende="inkop", delegat=["soc-chef"], far_vidaredelegeras=True
    )


def _uppdrag(b: Draft) -> None:
    b.register_utforare("hemtjanst-ab", name="Hemtjänst AB", kind="bolag")
    b.create_uppdrag("tillsyn", name="Tillsyn", ansvarig="stab", myndighetsutovning=True)
    b.create_uppdrag("beredning", name="Beredning", ansvarig="au")
    b.create_forum("grupp", name="Ledningsgruppen", part_of="stab")
    b.create_forum("traff", name="Träffen", part_of="au")
    b.add_forum_seats("grupp", seats=["plats-1"])
    b.conclude_avtal("avtal", name="Avtalet", bestallare="sn", utforare="hemtjanst-ab", until=day(2016))
    b.plan_atgard("utreda", name="Utreda", deadlines=[day(2014), day(2016)], ansvariga=["handlaggare"])
    b.plan_atgard("fri", name="Utan sluttid")
    b.make_forslag("motion", name="Motionen", made_by="p-1")


GROUND = taken("grund", 2010, _ground, _ordning, _uppdrag, decided_by="kf")


def row(rad: str = "r-ny", **more: Any) -> Write:
    """A row about bistånd."""
    said: dict[str, Any] = {"nummer": "2.1", "arende": "bistand", "belopp": 1000, **more}
    return lambda b: b.grant_delegation("do", rad=rad, **said)


def pass_on(nummer: str = "1.2", **more: Any) -> Write:
    said: dict[str, Any] = {"to": "ac", **more}
    return lambda b: b.grant_vidaredelegation("v1", ordning="do", nummer=nummer, **said)


def _two_rows_two(b: Draft) -> None:
    row(nummer="2.2", belopp=None, delegat=["soc-chef"])(b)
    row("r-till", nummer="2.3", belopp=None, delegat=["ac"])(b)


def _school(b: Draft) -> None:
    b.create_enhet("skolan", name="Skolan", kind="skolenhet", parent="kommunen")
    for n in ("1", "2"):
        b.create_befattning(f"rektor-{n}", title="Rektor", enhet="skolan")
        b.assign_leadership(f"rektor-{n}", enhet="skolan", samledarskap=f"årskurs {n}")


def _takes_over(b: Draft) -> None:
    b.create_enhet("nya", name="Nya", parent="kommunen")
    b.dissolve_enhet("aldre", successors=["nya"])


def _both_sides(b: Draft) -> None:
    for enhet, roll in (("myndighet", "myndighet"), ("hemtjanst", "utforare")):
        b.create_enhet(enhet, name=enhet.title(), parent="aldre")
        b.assign_roll(enhet, roll=roll)  # type: ignore[arg-type]


def _waits(b: Draft) -> None:
    b.plan_atgard("a", name="A", depends_on=["b"])
    b.plan_atgard("b", name="B", depends_on=["a"])


def _round(b: Draft) -> None:
    b.change_reporting("handlaggare", to="ac")
    b.change_reporting("ac", to="handlaggare")


def _numbered_anew(nummer: str, **more: Any) -> Write:
    said: dict[str, Any] = {"arende": "inkop", "delegat": ["soc-chef"], "far_vidaredelegeras": True, **more}
    return lambda b: b.change_delegation("do", rad="r-inkop", nummer=nummer, **said)


def _term(b: Draft) -> None:
    b.elect_ledamot("bun", person="p-1", until=day(2013))


def _held(b: Draft) -> None:
    b.appoint("handlaggare", person="p-1", form="tf", until=day(2013))


PASSED_ON = taken("vidare", 2012, pass_on(), decided_by="soc-chef")


def then(*writes: Write, year: int = 2015, **head: Any) -> tuple[Beslut, ...]:
    """The ground, and one beslut more."""
    return GROUND, taken("b", year, *writes, **head)


def _of_existence() -> Iterator[Breach]:
    yield Breach("R08", "names enhet 'soc-chef', but 'soc-chef' is a", then(_rename("soc-chef")))
    yield Breach("R08", "names enhet 'finns-ej', which is never created. Create", then(_rename("finns-ej")))
    yield Breach("R08", "never created; did you mean 'aldre'? Create", then(_rename("aldree")))
    yield Breach("R08", "does not exist until 2010-01-01", then(_rename("aldre"), year=2009))
    yield Breach("R08", "begins that same day", then(lambda b: b.dissolve_enhet("aldre"), year=2010))
    ended = taken("slut", 2014, lambda b: b.dissolve_enhet("aldre"))
    yield Breach("R08", "which ended on 2014-01-01", (GROUND, ended, taken("b", 2015, _rename("aldre"))))
    late = taken("moder", 2016, lambda b: b.create_enhet("m", name="M", effective=day(2015)))
    child = taken("barn", 2015, lambda b: b.create_enhet("barn", name="Barn", parent="m"))
    yield Breach("R08", "as known on 2015-01-01 is never created", (GROUND, child, late), day(2015))
    annulled = taken("c", 2016, lambda b: b.annul_beslut("moder"))
    yield Breach("R08", "whose creation by beslut 'moder' is annulled", (GROUND, late, child, annulled))
    again = then(lambda b: b.dissolve_enhet("aldre"), lambda b: b.create_enhet("aldre", name="Ä"))
    yield Breach("R08", "that same day it is created again", again)
    yield Breach("ID", "the id 'aldre' cannot be given", then(lambda b: b.create_enhet("aldre", name="Ä")))


def _rename(enhet: str) -> Write:
    return lambda b: b.rename_enhet(enhet, name="Annat namn")


def _of_beslut() -> Iterator[Breach]:
    yield Breach("R27", "is no organ or befattning on record; did you", then(decided_by="kff"))
    yield Breach("R27", "is no organ or befattning on record", then(decided_by="okand-instans"))
    yield Breach("R29", "negotiated (MBL 11 §)", then(forhandlad=day(2016)))
    yield Breach("R29", "assessed for risks", then(riskbedomd=day(2016)))
    yield Breach("ID", "stands on the log twice", (GROUND, taken("grund", 2015, _rename("aldre"))))
    yield Breach("ANNUL", "there is no recorded beslut", then(lambda b: b.annul_beslut("ingen alls")))
    yield Breach("ANNUL", "to annul; did you mean 'grund'?", then(lambda b: b.annul_beslut("grunden")))
    nothing = then(lambda b: b.add(ChangeAnnulled("grund", number=500)))
    yield Breach("ANNUL", "no such change to annul", nothing)
    a, c = taken("a", 2014, _rename("aldre")), taken("c", 2016, lambda b: b.annul_beslut("a"))
    twice = (GROUND, a, taken("b", 2015, lambda b: b.annul_beslut("a")), c)
    yield Breach("ANNUL", "is annulled already", twice)
    yield Breach("DAG", "before there were kommuner", (Beslut(id="a", decided=day(1810)),))
    yield Breach("DAG", "more than a year after it was recorded", then(_rename("aldre"), year=2203))
    yield Breach("DAG", "or more than 30 years later", then(effective=day(2203), changes=_changes()))


def _changes() -> Any:
    return taken("x", 2015, _rename("aldre")).changes


def _of_the_line() -> Iterator[Breach]:
    yield Breach("R05", "under itself", then(lambda b: b.move_enhet("soc", parent="aldre")))
    yield Breach("R05", "would report to itself", then(_round))
    organs = then(
        lambda b: b.create_organ("x", name="X", kind="utskott", part_of="y"),
        lambda b: b.create_organ("y", name="Y", kind="utskott", part_of="x"),
    )
    yield Breach("R05", "would be part of itself", organs)
    no_namnd = then(lambda b: b.remove_from_namnd("soc", namnd="sn"))
    yield Breach("NAMND", "answers to no nämnd", no_namnd)


def _of_organs() -> Iterator[Breach]:
    another = then(lambda b: b.create_organ("ks2", name="KS", kind="styrelse"))
    yield Breach("R01", "there would be two styrelse", another)
    yield Breach("R01", "there would be no fullmäktige", then(lambda b: b.dissolve_organ("kf")))
    renamed = then(lambda b: b.rename_organ("sn", name="Omsorgsnämnden"), decided_by="ks")
    yield Breach("R02", "only fullmäktige decides which nämnder", renamed)
    yield Breach("R28", "rests on 'grund'", then(lambda b: b.dissolve_enhet("stab"), decided_by="ks"))
    terms = taken("a", 2011, _term), taken("b", 2012, lambda b: b.elect_ledamot("bun", person="p-1"))
    yield Breach("R03", "the term of p-1 in bun", (GROUND, terms[1], terms[0]))
    yield Breach("R23", "both sit in sn", then(lambda b: b.elect_ledamot("sn", person="p-chef")))


def _of_endings() -> Iterator[Breach]:
    yield Breach("R07", "soc cannot be dissolved", then(lambda b: b.dissolve_enhet("soc")))
    split = then(lambda b: b.split_enhet("soc", into=["stab", "kommunen"]))
    yield Breach("R07", "soc cannot be split on 2015-01-01: avdelning aldre is still under", split)
    yield Breach("R07", "befattning soc-chef is still placed in it", split)
    stab = then(lambda b: b.dissolve_enhet("stab"))
    yield Breach("R07", "uppdrag tillsyn is still left with it", stab)
    yield Breach("R07", "forum grupp is still left with it", stab)
    sn, au = then(lambda b: b.dissolve_organ("sn")), then(lambda b: b.dissolve_organ("au"))
    yield Breach("R07", "organ au is still part of it", sn)
    yield Breach("R07", "enhet soc is still placed under it", sn)
    yield Breach("R07", "its delegationsordning do still holds", sn)
    yield Breach("R07", "uppdrag beredning is still left with it", au)
    yield Breach("R07", "forum traff is still left with it", au)
    yield Breach("R07", "p-chef still holds it", then(lambda b: b.withdraw_befattning("soc-chef")))
    reporting = taken("a", 2014, lambda b: b.change_reporting("handlaggare", to="soc-chef"))
    withdrawn = taken("b", 2015, lambda b: b.withdraw_befattning("soc-chef"))
    yield Breach("R07", "handlaggare still reports to it", (GROUND, reporting, withdrawn))
    company = then(lambda b: b.remove_utforare("hemtjanst-ab"))
    yield Breach("R07", "avtal avtal is still in force with it", company)


def _of_what_does_not_hold() -> Iterator[Breach]:
    ends: dict[str, Write] = {
        "does not hold it the day before": lambda b: b.release("soc-chef", person="p-9"),
        "does not lead it the day before": lambda b: b.end_leadership("soc-chef", enhet="aldre"),
        "is not placed under it the day before": lambda b: b.remove_from_namnd("aldre", namnd="sn"),
        "does not sit in it the day before": lambda b: b.release_ledamot("sn", person="p-9"),
        "it is not utforare the day before": lambda b: b.end_roll("soc", roll="utforare"),
        "it does not hold the day before": lambda b: b.end_relation("sn", kind="foljer upp", to="aldre"),
        "it is no member the day before": lambda b: b.remove_forum_member("grupp", member="aldre"),
        "has no seat 'plats1' on 2015-01-01; did": lambda b: b.fill_forum_seat(
            "grupp", seat="plats1", person="p-1"
        ),
        "has no seat 'ordforandeskapet'": lambda b: b.fill_forum_seat(
            "grupp", seat="ordforandeskapet", person="p-1"
        ),
        "it is not in force the day before, having run out on 2016-01-01": lambda b: b.renew_instrument(
            "avtal", until=day(2020), effective=day(2018)
        ),
        "row r-bistand cannot be granted": row("r-bistand", delegat=["ac"]),
        "revoke_delegation on 2015-01-01 names row r-nej": lambda b: b.revoke_delegation("do", rad="r-nej"),
    }
    for says, write in ends.items():
        yield Breach("R08", says, then(write))
    ended = taken("slut", 2014, lambda b: b.end_avtal("avtal"))
    late = taken("b", 2015, lambda b: b.renew_instrument("avtal", until=day(2020)))
    yield Breach("R08", "avtal cannot be renewed", (GROUND, ended, late))


def _met(b: Draft) -> None:
    b.complete_atgard("utreda", deadline=day(2014))


def _of_plans() -> Iterator[Breach]:
    closed: dict[str, Write] = {
        "which is completed on 2014-01-01": lambda b: b.complete_atgard("utreda"),
        "which is cancelled on 2014-01-01": lambda b: b.cancel_atgard("utreda"),
    }
    for says, close in closed.items():
        again = taken("b", 2015, lambda b: b.reassign_atgard("utreda", ansvariga=["kf"]))
        yield Breach("R08", says, (GROUND, taken("a", 2014, close), again))
    twice = (GROUND, taken("a", 2013, _met), taken("b", 2014, _met))
    yield Breach("R08", "whose deadline 2014-01-01 is met on 2013-01-01 already", twice)
    other = then(lambda b: b.complete_atgard("utreda", deadline=day(2015)))
    yield Breach("R08", "its deadlines are 2014-01-01, 2016-01-01", other)
    yield Breach("R08", "it has no deadline.", then(lambda b: b.complete_atgard("fri", deadline=day(2015))))
    decided = [
        taken(str(n), n, lambda b: b.decide_forslag("motion", outcome="antaget")) for n in (2014, 2015)
    ]
    yield Breach("R08", "förslag motion cannot be decided", (GROUND, *decided))
    yield Breach("PLAN", "would wait for itself", then(_waits))
    gone = then(lambda b: b.withdraw_befattning("handlaggare"))
    yield Breach("PLAN", "who is to do åtgärd utreda, has ceased to exist", gone)


def _of_leadership() -> Iterator[Breach]:
    yield Breach("R03", "would be led by both", then(lambda b: b.assign_leadership("ac", enhet="soc")))
    for form, says in (("ordinarie", "two ordinarie holders"), ("vikarie", "two acting holders")):
        both = then(*(_appoint(person, form) for person in ("p-1", "p-2")))
        yield Breach("R03", says, both)
    appointments = taken("a", 2011, _held), taken("b", 2012, _appoint("p-1", "tf"))
    yield Breach("R03", "the appointment of p-1 to handlaggare (tf)", (GROUND, *reversed(appointments)))
    yield Breach("R04", "has no chef on 2015-01-01", then(lambda b: b.release("ac", person="p-ac")))
    yield Breach("R04", "nya has no leading befattning", then(_takes_over))
    yield Breach("R04", "ac leads nothing", then(_takes_over))
    yield Breach("R24", "is a skolenhet", then(_school))


def _appoint(person: str, form: Any) -> Write:
    return lambda b: b.appoint("handlaggare", person=person, form=form)


def _of_delegation() -> Iterator[Breach]:
    yield Breach("R09", "let presidiet (presidium) decide", then(row(delegat=["presidiet"])))
    yield Breach("R09", "an automatiserad beslutsfunktion", then(row(automatiserad=True)))
    yield Breach("R09", "no ledamot or ersättare in it. See", then(row(delegat=["ingen-kand-person"])))
    yield Breach("R09", "ersättare in it; did you mean 'soc-chef'?", then(row(delegat=["soc-cheff"])))
    konsult = then(lambda b: b.appoint("ac", person="p-k", form="konsult"))
    yield Breach("R10", "as konsult on 2015-01-01; it is the delegate of", konsult)
    chef = then(
        lambda b: b.appoint("soc-chef", person="p-k", form="konsult"), _numbered_anew("1", delegat=["ac"])
    )
    yield Breach("R10", "as konsult on 2015-01-01. A consultant", chef)
    yield Breach("R11", "cannot delegate taxa", then(row(arende="taxa", delegat=["ac"])))
    yield Breach(
        "R12", "not in the reglemente of sn. Correct", then(row(arende="skolskjuts", delegat=["ac"]))
    )
    narrow = then(lambda b: b.adopt_reglemente("sn", omraden=["Socialtjänsten"]))
    yield Breach("R12", "reglemente of sn; did you mean 'Socialtjänsten'?", narrow)
    yield Breach("R14", "decide together", then(row(delegat=["ac", "soc-chef"])))
    yield Breach("R15", "nothing says which goes before", then(_two_rows_two))
    yield Breach("R16", "is for urgent matters", then(row(delegat=["ac"], bradskande=True)))
    yield Breach("R17", "requires that all are", then(row(delegat=["ac"], anmalan="nej")))
    gone = then(lambda b: b.withdraw_befattning("handlaggare"), year=2016)
    yield Breach(
        "R22", "who or which is gone by", (GROUND, taken("a", 2015, row(delegat=["handlaggare"])), *gone[1:])
    )
    yield Breach("R22", "has that title on 2015-01-01; did you mean", then(row(delegat_typ="socialchefen")))
    yield Breach(
        "R22", "nobody under sn has that title on 2015-01-01. Change", then(row(delegat_typ="jurist"))
    )
    left = then(
        _takes_over,
        lambda b: b.move_befattning("ac", enhet="soc"),
        row(delegat_typ="avdelningschef"),
    )
    yield Breach("R22", "who has it leads only what has ended", left)
    yield Breach("DELEGATION", "two delegationsordningar", then(_another_ordning))
    nothing = then(lambda b: b.revoke_delegation("do", rad="r-bistand"))
    yield Breach("DELEGAT", "no row of do lets it decide", nothing)


def _another_ordning(b: Draft) -> None:
    b.adopt_delegationsordning("do2", namnd="sn", name="Ny")


def _of_vidaredelegation() -> Iterator[Breach]:
    yield Breach("R13", "there is no such row; did you mean '1.2'?", then(pass_on("1.22")))
    yield Breach("R13", "there is no such row.", then(pass_on("77")))
    yield Breach(
        "R13", "nämnden has not let the row be passed on", then(pass_on("1.1"), decided_by="soc-chef")
    )
    yield Breach("R13", "it is decided by ac, and only", then(pass_on(), decided_by="ac"))
    yield Breach("R13", "it is decided by nobody that is named", then(pass_on()))
    dangling: dict[str, Write] = {
        "that delegationsordning no longer holds": lambda b: b.repeal_delegationsordning("do"),
        "there is no row with that number": _numbered_anew("3.1"),
        "that number is bistand, and it was inkop": _bistand_numbered_anew,
        "nämnden no longer lets it be passed on": _numbered_anew("1.2", far_vidaredelegeras=False),
        "ac has ceased to exist": lambda b: b.withdraw_befattning("ac"),
    }
    for says, write in dangling.items():
        yield Breach("R22", says, (GROUND, PASSED_ON, taken("b", 2015, write)))
    none = taken("a", 2012, pass_on("2.1"), decided_by="soc-chef"), taken("b", 2015, row(delegat=["ac"]))
    yield Breach("R22", "that number is bistand, and it was none", (GROUND, *none), on=day(2015))


def _bistand_numbered_anew(b: Draft) -> None:
    _numbered_anew("3.1")(b)
    row(nummer="1.2", delegat=["soc-chef"], far_vidaredelegeras=True)(b)


def _of_instruments() -> Iterator[Breach]:
    avtal = then(lambda b: b.conclude_avtal("a2", name="A", bestallare="sn", utforare="aldre"))
    yield Breach("R25", "avtal a2 cannot be concluded with aldre", avtal)
    other = then(lambda b: b.make_overenskommelse("o", name="Ö", bestallare="sn", utforare="hemtjanst-ab"))
    yield Breach("R25", "överenskommelse o cannot be made with hemtjanst-ab", other)
    handed = then(
        lambda b: b.conclude_avtal(
            "a2", name="A", bestallare="sn", utforare="hemtjanst-ab", uppdrag=["tillsyn"]
        )
    )
    yield Breach("R26", "it is myndighetsutövning", handed)


def _of_policies() -> Iterator[Breach]:
    many = then(lambda b: b.state_headcount("aldre", medarbetare=38))
    yield Breach("KONTROLLSPANN", "ac leads 38 medarbetare in aldre", many)
    new = _create("ny", parent="aldre")
    yield Breach("FORBEREDD", "State forhandlad", then(new))
    yield Breach("FORBEREDD", "State riskbedomd", then(new, forhandlad=day(2014)))
    yield Breach("R30", "ac leads both bestallare (myndighet) and utforare (hemtjanst)", then(_both_sides))
    yield Breach("MANDAT", "nobody is said to have decided it", then(new))
    yield Breach("MANDAT", "ac has no right to reorganise aldre", then(new, decided_by="ac"))
    top = then(_create("topp"), decided_by="ac")
    yield Breach("MANDAT", "is not fullmäktige, and it is under no enhet", top)


def _create(enhet: str, parent: str | None = None) -> Write:
    return lambda b: b.create_enhet(enhet, name=enhet.title(), parent=parent)


BREACHES: tuple[Breach, ...] = (
    *_of_existence(),
    *_of_beslut(),
    *_of_the_line(),
    *_of_organs(),
    *_of_endings(),
    *_of_what_does_not_hold(),
    *_of_plans(),
    *_of_leadership(),
    *_of_delegation(),
    *_of_vidaredelegation(),
    *_of_instruments(),
    *_of_policies(),
)
