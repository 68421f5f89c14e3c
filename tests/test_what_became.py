"""What became of a thing: its history, what it went over into, since when it is vacant, how it is shown."""

from __future__ import annotations

from orgmodell.draft import Draft
from orgmodell.law import law_on
from orgmodell.projections.lineage import lineage
from orgmodell.projections.show import ArendePortrait, EnhetPortrait, PersonPortrait
from test_rules import YEAR, accept, given


def test_what_happened_is_told_in_order_of_day_and_not_of_recording() -> None:
    org = given((2015, lambda b: b.rename_enhet("soc", name="Omsorgen")))
    backdated = org.beslut("i efterhand", decided=YEAR[2016], effective=YEAR[2013])
    backdated.rename_enhet("soc", name="Socialen")
    org.record(backdated.finished())
    days = [each.fact.day for each in org.history("soc") if each.fact.change.verb == "rename_enhet"]
    assert days == [YEAR[2013], YEAR[2015]]


def test_what_counts_again_is_not_told_as_annulled() -> None:
    """By the beslut that annuls it, as long as that counts."""
    org = given((2012, lambda b: b.rename_enhet("soc", name="Omsorgen")))
    told = []
    for year, annulled in ((2013, "b1"), (2014, "prövat 2")):
        accept(org, year, lambda b, a=annulled: b.annul_beslut(a))  # type: ignore[misc]
        told.append(org.history("soc", on=YEAR[2015])[-1])
    assert [each.fact.change.verb for each in told] == ["rename_enhet", "rename_enhet"]
    assert [(each.annulled_by, each.status) for each in told] == [
        ("prövat 2", "annullerat"),
        (None, "inträffat"),
    ]


def test_what_is_decided_on_a_day_is_decided_that_day() -> None:
    """The day before it is not; and what is decided for later has not happened."""
    org = given((2012, lambda b: b.rename_enhet("soc", name="Omsorgen")))
    ahead = org.beslut("i förväg", decided=YEAR[2013], effective=YEAR[2015])
    ahead.rename_enhet("soc", name="Socialen")
    org.record(ahead.finished())
    states = [org.history("soc", on=YEAR[year])[-1].status for year in (2012, 2013, 2014, 2015)]
    assert states == ["ännu inte beslutat", "beslutat", "beslutat", "inträffat"]


def test_lineage_is_of_enheter_by_their_last_names_in_recorded_order() -> None:
    """An uppdrag that is divided goes over into uppdrag, and is not in it."""

    def begin(beslut: Draft) -> None:
        for enhet in ("stab", "kansli"):
            beslut.create_enhet(enhet, name=enhet.title(), parent="soc")
        beslut.create_uppdrag("tillsyn", name="Tillsyn", ansvarig="sn")

    def end(beslut: Draft) -> None:
        beslut.dissolve_enhet("kansli", successors=["soc"])
        beslut.dissolve_enhet("stab", successors=["aldre"])
        for part in ("a", "b"):
            beslut.create_uppdrag(part, name=part, ansvarig="sn")
        beslut.split_uppdrag("tillsyn", into=["a", "b"])

    org = given((2011, begin), (2012, lambda b: b.rename_enhet("stab", name="Staben")), (2013, end))
    found = lineage(org.account())
    assert {each.enhet: each.name for each in found.enheter}["stab"] == "Staben"
    steps = [(each.predecessor, each.successor, each.day) for each in found]
    assert steps == [("stab", "aldre", YEAR[2013]), ("kansli", "soc", YEAR[2013])]


def test_a_befattning_is_vacant_since_its_last_holder_left() -> None:
    """Not since one before that, nor since a t.f. came who is there no more."""
    steps = [
        (2011, lambda b: b.appoint("soc-chef", person="p-1")),
        (2012, lambda b: b.release("soc-chef", person="p-1")),
        (2013, lambda b: b.appoint("soc-chef", person="p-2", form="tf", until=YEAR[2015])),
    ]
    org = given(*steps)
    since = {year: [v.since for v in org.on(YEAR[year]).vacancies()] for year in (2011, 2012, 2013, 2016)}
    assert since == {2011: [], 2012: [YEAR[2012]], 2013: [], 2016: [YEAR[2015]]}


def test_what_has_ended_is_under_nothing() -> None:
    org = given((2013, lambda b: b.dissolve_enhet("aldre")))
    assert [org.on(YEAR[year]).children("soc") for year in (2012, 2013)] == [("aldre",), ()]


def test_an_acting_holder_is_chef_before_the_ordinarie() -> None:
    """Whoever was appointed first."""
    org = given((2011, lambda b: b.appoint("soc-chef", person="p-1")))
    accept(org, 2013, lambda b: b.appoint("soc-chef", person="p-2", form="tf", until=YEAR[2015]))
    chefer = [org.on(YEAR[year]).chef("soc") for year in (2012, 2013, 2015)]
    assert [each and each.person for each in chefer] == ["p-1", "p-2", "p-1"]
    assert [holder.person for holder in org.on(YEAR[2013]).holders("soc-chef")] == ["p-2", "p-1"]


def test_an_answer_rests_on_what_was_said_last_of_each_thing() -> None:
    """And no longer on what that was said instead of."""
    org = given((2012, lambda b: b.appoint("soc-chef", person="p-1")))
    accept(org, 2013, lambda b: b.rename_enhet("soc", name="Omsorgen"))
    accept(org, 2015, lambda b: b.rename_enhet("soc", name="Socialen"))
    (node,) = (each for each in org.on(YEAR[2016]).chart() if each.enhet.id == "soc")
    named = [fact.beslut.id for fact in node.basis.facts if fact.change.verb in ("rename_enhet", "appoint")]
    assert named == ["b1", "prövat 3"]


def test_in_samledarskap_the_chart_shows_the_one_who_is_chef() -> None:
    """With the title of the befattning that is held; the vacant one stands beside, and no handläggare."""

    def share(beslut: Draft) -> None:
        for post in ("ett", "tva"):
            beslut.create_befattning(post, title=post.title(), enhet="aldre")
            beslut.assign_leadership(post, enhet="aldre", samledarskap="hälften var")
        beslut.declare_vacancy("ett")
        beslut.create_befattning("handl", title="Handläggare", enhet="aldre")
        for post in ("tva", "handl"):
            beslut.appoint(post, person=f"p-{post}")

    (node,) = (n for n in given((2011, share)).on(YEAR[2012]).chart() if n.enhet.id == "aldre")
    assert node.chef is not None
    assert (node.leader, node.title, node.chef.befattning) == ("tva", "Tva", "tva")
    assert (node.vacant, [each.befattning for each in node.posts]) == (False, ["ett"])


def test_an_enhet_is_shown_with_its_own_roles_or_the_nearest() -> None:
    def assign(beslut: Draft) -> None:
        beslut.create_enhet("hemtjanst", name="Hemtjänst", parent="aldre")
        beslut.assign_roll("soc", roll="bestallare")
        beslut.assign_roll("aldre", roll="utforare")

    view = given((2011, assign)).on(YEAR[2012])
    for enhet in ("aldre", "hemtjanst"):
        portrait = view.show(enhet).portrait
        assert isinstance(portrait, EnhetPortrait)
        assert (portrait.roller, portrait.roller_through) == (("utforare",), "aldre")


def test_a_person_is_shown_where_they_sit_and_not_where_they_sat() -> None:
    def elect(beslut: Draft) -> None:
        for organ in ("sn", "ks"):
            beslut.elect_ledamot(organ, person="p-1", role="ledamot")

    org = given((2011, elect), (2013, lambda b: b.release_ledamot("sn", person="p-1")))
    for year, organs in ((2012, ["sn", "ks"]), (2013, ["ks"])):
        portrait = org.on(YEAR[year]).show("p-1").portrait
        assert isinstance(portrait, PersonPortrait)
        assert [(seat.organ, seat.role) for seat in portrait.seats] == [(o, "ledamot") for o in organs]


def test_what_is_reserved_is_shown_by_the_law_of_the_day() -> None:
    org = given((2011, lambda b: b.define_arende("mal", name="Mål", forbehallet="mal")))
    for year in (2012, 2019):
        portrait = org.on(YEAR[year]).show("mal").portrait
        assert isinstance(portrait, ArendePortrait)
        assert portrait.reserved == law_on(YEAR[year]).reserved["mal"]
    assert law_on(YEAR[2012]).reserved["mal"] != law_on(YEAR[2019]).reserved["mal"]
