"""The rules of uppdrag, roles, utförare, forums and åtgärder: what breaks each, and what passes beside it."""

from __future__ import annotations

from datetime import date

import pytest

from orgmodell import STANDARD, InvalidChange, Organisation, sides_kept_apart
from orgmodell.changes import InstrumentTransferred, UppdragSplit
from orgmodell.draft import Draft
from test_rules import YEAR, Write, accept, given, refusal


def _uppdrag(beslut: Draft) -> None:
    beslut.create_enhet("stab", name="Stab", parent="soc", kind="stab")
    beslut.create_uppdrag("avtal", name="Avtalsförvaltning", ansvarig="stab")


def _utforare(beslut: Draft) -> None:
    beslut.register_utforare("hemtjanst-ab", name="Hemtjänst AB", kind="bolag")
    beslut.create_uppdrag("hemtjanst", name="Hemtjänst", ansvarig="sn")
    beslut.create_uppdrag("bistand", name="Biståndsbeslut", ansvarig="sn", myndighetsutovning=True)
    beslut.create_enhet("egen-regi", name="Egen regi", parent="soc")


def _conclude(utforare: str, **more: object) -> Write:
    def write(beslut: Draft) -> None:
        beslut.conclude_avtal("avtal-1", name="Avtal", bestallare="sn", utforare=utforare, **more)  # type: ignore[arg-type]

    return write


def test_r07_an_enhet_with_uppdrag_left_is_not_dissolved() -> None:
    """R07: every uppdrag needs a receiver; in the same beslut will do, or a merger."""
    org = given((2011, _uppdrag))
    assert refusal(org, 2015, lambda b: b.dissolve_enhet("stab")) == [
        "R07: stab cannot be dissolved on 2015-01-01: uppdrag avtal is still left with it. "
        "Transfer or end it in the same beslut."
    ]

    def with_receiver(beslut: Draft) -> None:
        beslut.transfer_uppdrag("avtal", to="sn")
        beslut.dissolve_enhet("stab")

    accept(org, 2015, with_receiver)
    assert org.on(YEAR[2014]).uppdrag(enhet="stab") == ("avtal",)
    assert org.on(YEAR[2015]).uppdrag(organ="sn") == ("avtal",)


def test_r07_a_merger_carries_uppdrag_over() -> None:
    """What a merged enhet answers for is answered for by the one that takes over."""
    org = given((2011, _uppdrag), (2015, lambda b: b.merge_enheter(["stab"], into="aldre")))
    assert org.on(YEAR[2014]).uppdrag("avtal").ansvarig == "stab"
    assert org.on(YEAR[2015]).uppdrag("avtal").ansvarig == "aldre"
    assert org.on(YEAR[2015]).uppdrag(enhet="aldre") == ("avtal",)
    assert "uppdrag avtal is still left with it" in refusal(org, 2016, lambda b: b.dissolve_enhet("aldre"))[0]


def test_r07_an_organ_keeps_what_is_left_to_it() -> None:
    """R07: an organ with an uppdrag or a forum of its own is not dissolved."""
    org = given(
        (2011, lambda b: b.create_organ("au", name="AU", kind="utskott", part_of="sn")),
        (2011, lambda b: b.create_uppdrag("beredning", name="Beredning", ansvarig="au")),
        (2011, lambda b: b.create_forum("presidiet", name="Presidieträff", part_of="au")),
    )
    assert [m.partition(": ")[2] for m in refusal(org, 2015, lambda b: b.dissolve_organ("au"))] == [
        "au cannot be dissolved on 2015-01-01: uppdrag beredning is still left with it. "
        "Transfer or end it in the same beslut.",
        "au cannot be dissolved on 2015-01-01: forum presidiet is still left with it. "
        "Dissolve it in the same beslut.",
    ]


def test_an_uppdrag_is_split_so_that_a_part_moves() -> None:
    """The whole ends, and its parts have an ansvarig each."""

    def split(beslut: Draft) -> None:
        beslut.create_uppdrag("teckna", name="Teckna avtal", ansvarig="stab")
        beslut.create_uppdrag("folja-upp", name="Följa upp avtal", ansvarig="aldre")
        beslut.split_uppdrag("avtal", into=["teckna", "folja-upp"])

    org = given((2011, _uppdrag), (2015, split))
    after = org.on(YEAR[2015])
    assert after.uppdrag() == ("teckna", "folja-upp")
    assert after.responsibility("folja-upp").split_from == ("avtal",)
    with pytest.raises(InvalidChange, match="fewer than two uppdrag"):
        accept(org, 2016, lambda b: b.add(UppdragSplit("teckna", into=["folja-upp"])))


def test_r25_egen_regi_gets_an_overenskommelse_and_another_legal_person_an_avtal() -> None:
    """R25: whichever is chosen, the refusal names the other; so it is when a party is transferred."""
    org = given((2011, _utforare))
    (message,) = refusal(org, 2015, _conclude("egen-regi", regim="LOV"))
    assert message == (
        "R25: avtal avtal-1 cannot be concluded with egen-regi on 2015-01-01: it is egen regi, the same "
        "legal person. Make an överenskommelse with it (make_overenskommelse)."
    )

    def agree(utforare: str) -> Write:
        return lambda b: b.make_overenskommelse("ok-1", name="ÖK", bestallare="sn", utforare=utforare)

    (message,) = refusal(org, 2015, agree("hemtjanst-ab"))
    assert "R25: överenskommelse ok-1 cannot be made with hemtjanst-ab on 2015-01-01" in message
    accept(org, 2015, agree("egen-regi"))
    accept(org, 2015, _conclude("hemtjanst-ab", regim="LOU"))
    moved = InstrumentTransferred("avtal-1", utforare="egen-regi")
    assert refusal(org, 2016, lambda b: b.add(moved))[0].startswith("R25: avtal avtal-1")


def test_r25_says_nothing_of_what_cannot_perform() -> None:
    """R25: a mistyped utförare is no egen regi: it is told once, by R08, what is wrong with it."""
    org = given((2011, _utforare))
    (message,) = refusal(org, 2015, _conclude("hemtjanst-aab", regim="LOV"))
    assert message.startswith("R08: conclude_avtal on 2015-01-01 names utforare or enhet or organ 'hemtj")


def test_r26_myndighetsutovning_is_handed_over_by_law_only() -> None:
    """R26: an avtal about it names the law that allows it, or is refused."""
    org = given((2011, _utforare))
    (message,) = refusal(org, 2015, _conclude("hemtjanst-ab", uppdrag=["hemtjanst", "bistand"]))
    assert message.startswith("R26: avtal avtal-1 cannot be about bistand on 2015-01-01")
    accept(org, 2015, _conclude("hemtjanst-ab", uppdrag=["hemtjanst", "bistand"], lagstod="SoL 2 kap. 5 §"))


def test_r07_a_party_does_not_end_under_an_instrument_in_force() -> None:
    """R07: while it is in force; once its time is out, or it is ended or transferred, the party may end."""
    org = given(
        (2011, _utforare),
        (2012, _conclude("hemtjanst-ab", until=YEAR[2016])),
        (2012, lambda b: b.make_overenskommelse("ok", name="ÖK", bestallare="aldre", utforare="egen-regi")),
    )
    assert refusal(org, 2015, lambda b: b.remove_utforare("hemtjanst-ab")) == [
        "R07: hemtjanst-ab cannot cease to exist on 2015-01-01: avtal avtal-1 is still in force with it. "
        "End or transfer it in the same beslut."
    ]
    assert (
        "overenskommelse ok is still in force" in refusal(org, 2015, lambda b: b.dissolve_enhet("aldre"))[0]
    )

    def transfer(beslut: Draft) -> None:
        beslut.transfer_instrument("ok", bestallare="soc")
        beslut.dissolve_enhet("aldre")

    accept(org, 2015, transfer)
    accept(org, 2016, lambda b: b.remove_utforare("hemtjanst-ab"))
    assert not org.on(YEAR[2016]).instrument("avtal-1").in_force


def test_an_instrument_is_renewed_while_it_is_in_force() -> None:
    """The last chance is the first day no longer in force; a lapsed one is not revived."""
    org = given((2011, _utforare), (2012, _conclude("hemtjanst-ab", until=YEAR[2016])))
    late = refusal(org, 2017, lambda b: b.renew_instrument("avtal-1", until=YEAR[2020]))
    assert "it is not in force the day before, having run out on 2016-01-01" in late[0]
    accept(org, 2016, lambda b: b.renew_instrument("avtal-1", until=None))
    assert org.on(YEAR[2018]).instrument("avtal-1").in_force


def test_only_roles_relations_and_members_that_hold_can_end() -> None:
    """R08: what is ended holds the day before."""
    org = given(
        (2011, lambda b: b.assign_roll("soc", roll="bestallare")),
        (2011, lambda b: b.relate("sn", kind="foljer upp", to="aldre")),
        (2011, lambda b: b.create_forum("lg", name="Ledningsgrupp", part_of="soc")),
        (2011, lambda b: b.add_forum_member("lg", member="soc-chef")),
    )
    for write in (
        lambda b: b.end_roll("soc", roll="utforare"),
        lambda b: b.end_relation("sn", kind="bestaller av", to="aldre"),
        lambda b: b.remove_forum_member("lg", member="aldre"),
    ):
        (message,) = refusal(org, 2015, write)
        assert message.startswith("R08: ")
        assert "the day before" in message

    def end_all(beslut: Draft) -> None:
        beslut.end_roll("soc", roll="bestallare")
        beslut.end_relation("sn", kind="foljer upp", to="aldre")
        beslut.remove_forum_member("lg", member="soc-chef")

    accept(org, 2015, end_all)
    view = org.on(YEAR[2015])
    assert (view.roller("soc"), view.relations(), view.forum("lg").members) == ((), (), ())


def test_a_seat_is_filled_where_there_is_one() -> None:
    """R08: a seat that the forum does not have is refused, with the nearest that it has."""
    org = given(
        (2011, lambda b: b.create_forum("grupp", name="Arbetsgrupp")),
        (2011, lambda b: b.add_forum_seats("grupp", seats=["plats-1", "plats-2"])),
    )
    (message,) = refusal(org, 2015, lambda b: b.fill_forum_seat("grupp", seat="plats1", person="p-1"))
    assert "grupp has no seat 'plats1' on 2015-01-01; did you mean 'plats-1'?" in message
    accept(org, 2015, lambda b: b.fill_forum_seat("grupp", seat="plats-1", person="p-1"))
    assert [seat.person for seat in org.on(YEAR[2015]).forum("grupp").seats] == ["p-1", None]
    assert [seat.seat for seat in org.on(YEAR[2015]).vacancies().unfilled_seats] == ["plats-2"]


def _planned(*deadlines: date) -> Organisation:
    return given((2011, lambda b: b.plan_atgard("a", name="A", deadlines=deadlines, ansvariga=["soc-chef"])))


CLOSING: list[Write] = [lambda b: b.complete_atgard("a"), lambda b: b.cancel_atgard("a")]


@pytest.mark.parametrize("close", CLOSING, ids=["completed", "cancelled"])
def test_what_is_closed_stays_closed(close: Write) -> None:
    """An åtgärd is closed once, and not changed afterwards."""
    org = _planned(YEAR[2016])
    accept(org, 2015, close)
    again: list[Write] = [
        *CLOSING,
        lambda b: b.reschedule_atgard("a", deadlines=[YEAR[2020]]),
        lambda b: b.reassign_atgard("a", ansvariga=["kf"]),
    ]
    for write in again:
        (message,) = refusal(org, 2016, write)
        assert "on 2015-01-01. Plan another, or annul that." in message


def test_a_deadline_is_met_once_and_is_one_of_those_set() -> None:
    """With several deadlines each part is completed by itself; the åtgärd stays open until the whole is."""
    org = _planned(YEAR[2014], YEAR[2016])
    accept(org, 2013, lambda b: b.complete_atgard("a", deadline=YEAR[2014], outcome="första delen"))
    (message,) = refusal(org, 2013, lambda b: b.complete_atgard("a", deadline=YEAR[2014]))
    assert "whose deadline 2014-01-01 is met on 2013-01-01 already" in message
    (message,) = refusal(org, 2013, lambda b: b.complete_atgard("a", deadline=YEAR[2015]))
    assert "its deadlines are 2014-01-01, 2016-01-01" in message
    atgard = org.on(YEAR[2017]).atgard("a")
    assert (atgard.state, atgard.met) == ("planerad", (YEAR[2014],))
    assert [d.day for d in org.on(YEAR[2017]).plan().overdue] == [YEAR[2016]]


def test_no_atgard_waits_for_itself() -> None:
    """Dependencies are acyclic; the ring is shown."""

    def ring(beslut: Draft) -> None:
        beslut.plan_atgard("a", name="A", depends_on=["b"])
        beslut.plan_atgard("b", name="B", depends_on=["c", "soc-chef"])
        beslut.plan_atgard("c", name="C", depends_on=["a"])

    messages = refusal(given(), 2015, ring)
    assert any(
        m.startswith("PLAN: åtgärd a would wait for itself from 2015-01-01: a → b → c → a.") for m in messages
    )


def test_whoever_is_to_do_what_is_open_exists() -> None:
    """PLAN warns from the day the ansvarig ends until others are to do it or it is closed."""
    org = _planned(YEAR[2016])
    accept(org, 2015, lambda b: b.withdraw_befattning("soc-chef"))
    (warning,) = [v for v in org.on(YEAR[2015]).violations() if v.rule == "PLAN"]
    assert (warning.severity, warning.things) == ("warning", ("a", "soc-chef"))
    accept(org, 2017, lambda b: b.reassign_atgard("a", ansvariga=["sn"]))
    assert not [v for v in org.on(YEAR[2017]).violations() if v.rule == "PLAN"]


@pytest.mark.parametrize("close", CLOSING, ids=["completed", "cancelled"])
def test_whoever_was_to_do_what_is_closed_may_go(close: Write) -> None:
    """PLAN: it is not told of what is done or called off, not before the beslut and not after."""
    org = _planned(YEAR[2016])
    accept(org, 2014, close)
    leaving = org.beslut("indragning", decided=YEAR[2015])
    leaving.withdraw_befattning("soc-chef")
    assert "PLAN" not in {v.rule for v in leaving.violations()}
    accept(org, 2015, lambda b: b.withdraw_befattning("soc-chef"))
    assert "PLAN" not in {v.rule for v in org.violations_ever()}


def test_a_forslag_is_decided_once() -> None:
    """A second decision is refused; and what the förslag is about need never exist."""
    org = given(
        (2015, lambda b: b.make_forslag("motion", name="Motion", made_by="p-1", concerns=["traffar"])),
        (2016, lambda b: b.decide_forslag("motion", outcome="besvarat")),
    )
    (message,) = refusal(org, 2017, lambda b: b.decide_forslag("motion", outcome="antaget"))
    assert "it is decided on 2016-01-01 already" in message
    states = [org.on(YEAR[y]).forslag("motion").state for y in (2015, 2016)]
    assert states == ["foreslaget", "besvarat"]


def test_r28_what_fullmaktige_decided_is_changed_by_fullmaktige() -> None:
    """R28 warns, and names both beslut; an unknown decider, and fullmäktige itself, are let pass."""
    org = given()
    accept(org, 2011, lambda b: b.create_enhet("kvk", name="KVK", parent="kommunen"), decided_by="kf")
    accept(org, 2012, lambda b: b.move_enhet("kvk", parent="soc"), decided_by="kf")
    accept(org, 2015, lambda b: b.dissolve_enhet("kvk"), decided_by="ks")
    (warning,) = [v for v in org.violations_ever() if v.rule == "R28"]
    assert (warning.day, warning.things, warning.severity) == (YEAR[2015], ("kvk",), "warning")
    assert "rests on 'prövat 1' (2011-01-01), decided by kf" in warning.message
    assert "ks changes it on 2015-01-01 by 'prövat 3'" in warning.message


def test_r30_whoever_leads_the_topmost_enhet_is_above_both_sides() -> None:
    """R30: told of who leads both in the middle, and not of the top, though that is under no nämnd."""

    def both(beslut: Draft) -> None:
        beslut.create_enhet("mitten", name="Mitten", parent="kommunen")
        for enhet, roll in (("bestaller", "bestallare"), ("utfor", "utforare")):
            beslut.create_enhet(enhet, name=enhet, parent="mitten")
            beslut.assign_roll(enhet, roll=roll)  # type: ignore[arg-type]
        for enhet in ("kommunen", "mitten"):
            beslut.create_befattning(f"{enhet}-chef", title="Chef", enhet=enhet, leads=[enhet])

    view = given((2011, both), rules=(*STANDARD, sides_kept_apart())).on(YEAR[2012])
    assert [v.things for v in view.violations() if v.rule == "R30"] == [("mitten-chef",)]


def test_who_leads_is_on_the_sides_of_what_it_leads_and_not_of_where_it_is() -> None:
    """Only who leads nothing is on those of the enhet it is placed in."""

    def placed(beslut: Draft) -> None:
        beslut.assign_roll("soc", roll="bestallare")
        beslut.create_enhet("utfor", name="Utförarna", parent="kommunen")
        beslut.assign_roll("utfor", roll="utforare")
        beslut.create_befattning("chef", title="Chef", enhet="soc", leads=["utfor"])
        beslut.create_befattning("utredare", title="Utredare", enhet="soc")

    view = given((2011, placed)).on(YEAR[2012])
    assert view.sides("chef") == {"utforare": ("utfor",)}
    assert view.sides("utredare") == {"bestallare": ("soc",)}


def test_r28_who_answers_for_what_fullmaktige_gave_is_decided_by_fullmaktige() -> None:
    """R28: an uppdrag that another transfers."""
    org = given()
    accept(org, 2011, lambda b: b.create_uppdrag("tillsyn", name="Tillsyn", ansvarig="soc"), decided_by="kf")
    accept(org, 2015, lambda b: b.transfer_uppdrag("tillsyn", to="sn"), decided_by="ks")
    told = [(v.day, v.things) for v in org.violations_ever() if v.rule == "R28"]
    assert told == [(YEAR[2015], ("tillsyn",))]


def test_r30_beställare_and_utförare_are_led_apart_below_förvaltningschefen() -> None:
    """R30 is a policy: a chef over both sides is told, but not förvaltningschefen or whoever is above."""

    def both(beslut: Draft) -> None:
        beslut.create_enhet("myndighet", name="Myndighet", parent="aldre")
        beslut.create_enhet("hemtjanst", name="Hemtjänst", parent="aldre")
        beslut.create_befattning("aldre-chef", title="Avdelningschef", enhet="aldre", leads=["aldre"])
        beslut.assign_roll("myndighet", roll="myndighet")

    org = given((2011, both), rules=(*STANDARD, sides_kept_apart("error")))
    (message,) = refusal(org, 2015, lambda b: b.assign_roll("hemtjanst", roll="utforare"))
    assert message.startswith("R30: aldre-chef leads both bestallare (myndighet) and utforare (hemtjanst)")
    plain = given((2011, both), (2015, lambda b: b.assign_roll("hemtjanst", roll="utforare")))
    view = plain.on(YEAR[2015])
    assert [s.thing for s in view.roles().mixed] == ["soc-chef", "aldre-chef"]
    assert view.sides("aldre-chef") == {"bestallare": ("myndighet",), "utforare": ("hemtjanst",)}


MEANINGLESS: list[tuple[str, Write]] = [
    ("is related to itself", lambda b: b.relate("soc", kind="foljer upp", to="soc")),
    ("cannot wait for itself", lambda b: b.plan_atgard("a", name="A", depends_on=["a"])),
    ("cannot be a member of itself", lambda b: b.add_forum_member("lg", member="lg")),
    ("name at least one seat", lambda b: b.add_forum_seats("lg", seats=[])),
    ("state who takes over", lambda b: b.transfer_instrument("ok")),
    (
        "is both bestallare and utforare",
        lambda b: b.make_overenskommelse("ok", name="ÖK", bestallare="sn", utforare="sn"),
    ),
    (
        "until 2010-01-01 is not after the day it begins",
        lambda b: b.conclude_avtal("x", name="X", bestallare="sn", utforare="y", until=YEAR[2010]),
    ),
    (
        "planned_end 2010-01-01 is before the day it begins",
        lambda b: b.create_forum("f", name="F", planned_end=YEAR[2010]),
    ),
]


@pytest.mark.parametrize(("says", "write"), MEANINGLESS, ids=[says for says, _ in MEANINGLESS])
def test_what_cannot_be_meant_is_told_at_once(says: str, write: Write) -> None:
    """Whatever is recorded."""
    with pytest.raises(InvalidChange, match=says):
        accept(given(), 2015, write)


def test_a_lone_day_is_not_several() -> None:
    """As with ids, one that is given where several are expected is a mistake in the code."""
    with pytest.raises(TypeError, match="several days are expected"):
        accept(given(), 2015, lambda b: b.plan_atgard("a", name="A", deadlines=YEAR[2015]))  # type: ignore[arg-type]


def test_what_is_done_passes_no_waiting_on() -> None:
    """C waits for b, which waited for a; when b is done all the same, a holds nothing up."""

    def chain(beslut: Draft) -> None:
        beslut.plan_atgard("a", name="A", ansvariga=["soc-chef"])
        beslut.plan_atgard("b", name="B", ansvariga=["soc-chef"], depends_on=["a"])
        beslut.plan_atgard("c", name="C", ansvariga=["soc-chef"], depends_on=["b"])

    org = given((2012, chain), (2014, lambda b: b.complete_atgard("b", outcome="klar")))
    waits = {year: [(w.atgard, w.holds_up) for w in org.on(YEAR[year]).plan().waits] for year in (2013, 2014)}
    assert waits == {2013: [("a", ("b", "c")), ("b", ("c",))], 2014: []}
