"""A beslut is judged against the whole timeline: backdated, future-dated, annulled, merged.

Most of these were once accepted, or refused, wrongly; each was found by the naive model.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from orgmodell import Beslut, BeslutRefused, InvalidChange, Organisation, Recorded
from orgmodell.changes import BeslutAnnulled, Change, EnhetCreated, EnhetMoved, EnhetRenamed
from orgmodell.chronicle import Chronicle
from orgmodell.organisation import MemoryLog, OpenBeslut
from orgmodell.view import View

CREATED = date(2013, 1, 1)


@pytest.fixture
def kommun() -> Organisation:
    """A kommun with a kontor, two avdelningar, a fullmäktige and a chef."""
    kommun = Organisation("kommunen", MemoryLog())
    with taken(kommun, "KF § 1", CREATED) as beslut:
        beslut.create_organ("kf", name="Fullmäktige", kind="fullmaktige")
        beslut.create_organ("son", name="Socialnämnden", kind="namnd")
        beslut.create_enhet("kontor", name="Kontoret")
        for avdelning in ("nord", "syd", "vast"):
            beslut.create_enhet(avdelning, name=avdelning.title(), parent="kontor")
        beslut.create_befattning("chef", title="Chef", enhet="nord", leads=["nord"])
    return kommun


def taken(kommun: Organisation, id: str, effective: date, decided: date | None = None) -> OpenBeslut:
    return kommun.beslut(id, decided=decided or effective, effective=effective)


def refusal(kommun: Organisation, beslut: OpenBeslut) -> str:
    """Why a beslut is refused."""
    with pytest.raises(BeslutRefused) as refused:
        kommun.record(beslut.finished())
    return str(refused.value)


def test_backdated_dissolution_names_the_later_move_in_the_way(kommun: Organisation) -> None:
    """What dissolves an enhet's parent-to-be before the enhet moves there is refused, and names the move."""
    with taken(kommun, "SN § 2", date(2016, 1, 1)) as move:
        move.move_enhet("nord", parent="vast")
    late = taken(kommun, "SN § 3", date(2015, 6, 1))
    late.dissolve_enhet("vast")
    why = refusal(kommun, late)
    assert "move_enhet on 2016-01-01 names enhet 'vast', which ended on 2015-06-01" in why
    assert "In the way: 'SN § 2'" in why


def test_backdated_renaming_holds_from_its_day_and_only_since_recorded(kommun: Organisation) -> None:
    """A backdated change is seen from its day on, but not in the organisation as recorded before it."""
    with taken(kommun, "SN § 2", date(2016, 1, 1)) as move:
        move.move_enhet("nord", parent="vast")
    with taken(kommun, "SN § 3", date(2014, 1, 1)) as rename:
        rename.rename_enhet("nord", name="Norr")
    assert kommun.on(date(2014, 6, 1)).enhet("nord").name == "Norr"
    assert kommun.on(date(2013, 6, 1)).enhet("nord").name == "Nord"
    assert kommun.as_recorded(2).on(date(2014, 6, 1)).enhet("nord").name == "Nord"


@pytest.mark.parametrize("backdated", [False, True])
def test_cycle_on_no_single_day_is_accepted(kommun: Organisation, backdated: bool) -> None:
    """Two enheter may be under each other, one after the other."""
    first = taken(kommun, "SN § 2", date(2014, 1, 1))
    first.move_enhet("nord", parent="syd")
    first.move_enhet("nord", parent="kontor", effective=date(2015, 1, 1))
    then = taken(kommun, "SN § 3", date(2015, 1, 1))
    then.move_enhet("syd", parent="nord")
    for beslut in (then, first) if backdated else (first, then):
        kommun.record(beslut.finished())
    assert kommun.on(date(2014, 6, 1)).path("nord") == ("kontor", "syd", "nord")
    assert kommun.on(date(2015, 6, 1)).path("syd") == ("kontor", "nord", "syd")


def test_cycle_on_any_single_day_is_refused_and_the_day_named(kommun: Organisation) -> None:
    """A cycle on one day is refused, however far ahead the day is."""
    with taken(kommun, "SN § 2", date(2099, 12, 31)) as beslut:
        beslut.move_enhet("nord", parent="syd")
        beslut.move_enhet("nord", parent="kontor", effective=date(2100, 1, 1))
    late = taken(kommun, "SN § 3", date(2014, 1, 1))
    late.move_enhet("syd", parent="nord")
    assert "under itself on 2099-12-31" in refusal(kommun, late)


def test_merger_into_what_is_under_the_merged(kommun: Organisation) -> None:
    """A merger that puts the receiver under itself is a cycle like any other."""
    with taken(kommun, "SN § 2", date(2016, 1, 1)) as beslut:
        beslut.move_enhet("syd", parent="nord")
    merger = taken(kommun, "SN § 3", date(2016, 1, 1))
    merger.merge_enheter(["nord"], into="syd")
    assert "syd would be under itself on 2016-01-01: syd → syd" in refusal(kommun, merger)


def test_backdated_merger_into_what_is_dissolved_later(kommun: Organisation) -> None:
    """A merger brings all there is into the receiver, so the receiver cannot have been dissolved since."""
    with taken(kommun, "SN § 2", date(2016, 1, 1)) as beslut:
        beslut.dissolve_enhet("vast")
    late = taken(kommun, "SN § 3", date(2015, 1, 1))
    late.merge_enheter(["nord"], into="vast")
    assert "befattning chef is still placed in it" in refusal(kommun, late)


def test_annulling_what_emptied_a_receiver(kommun: Organisation) -> None:
    """What a merged enhet held counts as in its receiver, also when the way out of it is annulled."""
    with taken(kommun, "SN § 2", date(2014, 1, 1)) as beslut:
        beslut.merge_enheter(["nord"], into="vast")
    with taken(kommun, "SN § 3", date(2015, 1, 1)) as beslut:
        beslut.withdraw_befattning("chef")
    with taken(kommun, "SN § 4", date(2016, 1, 1)) as beslut:
        beslut.dissolve_enhet("vast")
    late = taken(kommun, "SN § 5", date(2017, 1, 1))
    late.annul_beslut("SN § 3")
    assert "befattning chef is still placed in it" in refusal(kommun, late)


def test_chain_of_mergers(kommun: Organisation) -> None:
    """What an enhet held follows it through every merger, whichever was recorded first."""
    with taken(kommun, "SN § 2", date(2016, 1, 1)) as beslut:
        beslut.merge_enheter(["vast"], into="syd")
    with taken(kommun, "SN § 3", date(2015, 1, 1)) as beslut:
        beslut.merge_enheter(["nord"], into="vast")
    assert kommun.on(date(2014, 1, 1)).placement("chef") == "nord"
    assert kommun.on(date(2015, 1, 1)).placement("chef") == "vast"
    assert kommun.on(date(2016, 1, 1)).placement("chef") == "syd"
    assert kommun.on(date(2016, 1, 1)).befattningar("syd") == ("chef",)
    late = taken(kommun, "SN § 4", date(2017, 1, 1))
    late.dissolve_enhet("syd")
    assert "befattning chef is still placed in it" in refusal(kommun, late)


def test_enheter_merged_into_each_other_at_different_times_of_knowing(kommun: Organisation) -> None:
    """A merger annulled and then made the other way round is answered for, whatever was known."""
    with taken(kommun, "SN § 2", date(2014, 1, 1)) as beslut:
        beslut.merge_enheter(["nord"], into="vast")
    with taken(kommun, "SN § 3", date(2015, 1, 1), decided=date(2016, 1, 1)) as beslut:
        beslut.annul_beslut("SN § 2")
    with taken(kommun, "SN § 4", date(2015, 1, 1)) as beslut:
        beslut.merge_enheter(["vast"], into="nord")
    assert kommun.on(date(2015, 1, 1)).befattningar("nord") == ("chef",)
    for known in (date(2014, 6, 1), date(2015, 6, 1), date(2016, 6, 1)):
        view = kommun.on(date(2015, 1, 1), known)
        assert [view.befattningar(enhet) for enhet in view.enheter()]


def test_enhet_ends_once(kommun: Organisation) -> None:
    """What ends on a day has ended: it cannot be merged, split or dissolved once more that day."""
    with taken(kommun, "SN § 2", date(2014, 1, 1)) as beslut:
        beslut.merge_enheter(["syd"], into="vast")
    again = taken(kommun, "SN § 3", date(2014, 1, 1))
    again.merge_enheter(["syd"], into="nord")
    assert "'syd', which ended on 2014-01-01" in refusal(kommun, again)


def test_id_given_again_on_the_day_it_ends(kommun: Organisation) -> None:
    """An id is never reused, not even on the day that frees it: refused, with the reason."""
    again = taken(kommun, "SN § 2", date(2014, 1, 1))
    again.dissolve_enhet("syd")
    again.create_enhet("syd", name="Syd")
    assert "the id 'syd' cannot be given on 2014-01-01" in refusal(kommun, again)


def test_created_and_ended_on_the_same_day(kommun: Organisation) -> None:
    """What never lives a day is refused: there is nothing to end."""
    brief = taken(kommun, "SN § 2", date(2014, 1, 1))
    brief.create_enhet("ost", name="Öst")
    brief.dissolve_enhet("ost")
    refusal(kommun, brief)


def test_annulling_an_annulment(kommun: Organisation) -> None:
    """What counts again is judged again: nothing may have been built on its absence."""
    with taken(kommun, "SN § 2", date(2015, 1, 1)) as beslut:
        beslut.dissolve_enhet("vast")
    with taken(kommun, "SN § 3", date(2015, 2, 1)) as beslut:
        beslut.annul_beslut("SN § 2")
    with taken(kommun, "SN § 4", date(2016, 1, 1)) as beslut:
        beslut.move_enhet("nord", parent="vast")
    late = taken(kommun, "SN § 5", date(2016, 2, 1))
    late.annul_beslut("SN § 3")
    assert "'vast', which ended on 2015-01-01" in refusal(kommun, late)
    with taken(kommun, "SN § 6", date(2016, 3, 1)) as beslut:
        beslut.annul_beslut("SN § 4")
        beslut.annul_beslut("SN § 3")
    assert not kommun.on(date(2015, 1, 1)).exists("vast")


def test_beslut_does_not_annul_itself(kommun: Organisation) -> None:
    """A beslut that annuls itself cannot be meant."""
    beslut = taken(kommun, "SN § 2", date(2014, 1, 1))
    with pytest.raises(InvalidChange, match="cannot annul itself"):
        beslut.annul_beslut("SN § 2")


def test_annulling_the_only_fullmaktige(kommun: Organisation) -> None:
    """The creation of the fullmäktige that took over cannot be annulled: there would be none."""
    with taken(kommun, "KF § 2", date(2014, 1, 1)) as beslut:
        beslut.dissolve_organ("kf")
        beslut.create_organ("kf-ny", name="Nya fullmäktige", kind="fullmaktige")
    late = taken(kommun, "KF § 3", date(2015, 1, 1))
    late.annul_change("KF § 2", number=2)
    assert "there would be no fullmäktige" in refusal(kommun, late)


def test_organ_created_again_with_another_kind(kommun: Organisation) -> None:
    """An organ whose creation was annulled may be created again as something else."""
    with taken(kommun, "KF § 2", date(2014, 1, 1)) as beslut:
        beslut.create_organ("nya", name="Nya", kind="styrelse")
    with taken(kommun, "KF § 3", date(2014, 1, 1)) as beslut:
        beslut.annul_beslut("KF § 2")
        beslut.create_organ("nya", name="Nya nämnden", kind="namnd")
    with taken(kommun, "KF § 4", date(2014, 1, 1)) as beslut:
        beslut.create_organ("ks", name="Styrelsen", kind="styrelse")
    assert kommun.on(date(2014, 1, 1)).organ("nya").kind == "namnd"


def test_enhet_labelled_as_an_organ_is_none(kommun: Organisation) -> None:
    """The kind of an enhet is a label: an enhet called a styrelse is no styrelse, nor a nämnd."""
    beslut = kommun.beslut("SN § 2", decided=date(2014, 1, 1), decided_by="son")
    beslut.create_enhet("ledning", name="Ledningen", kind="styrelse")
    beslut.create_enhet("stod", name="Nämndstödet", kind="namnd")
    beslut.create_organ("ks", name="Styrelsen", kind="utskott")
    kommun.record(beslut.finished())
    with taken(kommun, "KF § 3", date(2014, 1, 1)) as ks:
        ks.create_organ("styrelsen", name="Styrelsen", kind="styrelse")
    assert kommun.on(date(2014, 1, 1)).exists("styrelsen")


def test_organ_is_not_part_of_itself(kommun: Organisation) -> None:
    """Neither directly nor through another."""
    beslut = taken(kommun, "KF § 2", date(2014, 1, 1))
    beslut.create_organ("ett", name="Ett", kind="utskott", part_of="tva")
    beslut.create_organ("tva", name="Två", kind="utskott", part_of="ett")
    assert "ett would be part of itself: ett → tva → ett" in refusal(kommun, beslut)


def test_annulling_an_end_under_a_dissolved_namnd(kommun: Organisation) -> None:
    """An enhet that lives on again needs the nämnd it answers to."""
    with taken(kommun, "KF § 2", date(2014, 1, 1)) as beslut:
        beslut.place_under_namnd("syd", namnd="son")
        beslut.dissolve_enhet("syd", effective=date(2015, 1, 1))
    with taken(kommun, "KF § 3", date(2016, 1, 1)) as beslut:
        beslut.dissolve_organ("son")
    late = taken(kommun, "KF § 4", date(2017, 1, 1))
    late.annul_change("KF § 2", number=2)
    assert "enhet syd is still placed under it" in refusal(kommun, late)


def test_annulling_an_end_makes_a_ledamot_chef(kommun: Organisation) -> None:
    """A chef who has since been elected to the nämnd stands in the way of annulling the enhet's end."""
    with taken(kommun, "KF § 2", date(2014, 1, 1)) as beslut:
        beslut.place_under_namnd("nord", namnd="son")
        beslut.appoint("chef", person="p-1")
        beslut.move_befattning("chef", enhet="syd", effective=date(2015, 1, 1))
        beslut.dissolve_enhet("nord", effective=date(2015, 1, 1))
    with taken(kommun, "KF § 3", date(2016, 1, 1)) as beslut:
        beslut.elect_ledamot("son", person="p-1")
    late = taken(kommun, "KF § 4", date(2017, 1, 1))
    late.annul_change("KF § 2", number=4)
    assert "p-1 would on 2016-01-01 both sit in son and, as chef, lead nord" in refusal(kommun, late)


@pytest.mark.parametrize(
    ("begins", "until"),
    [(date(2014, 6, 1), date(2015, 1, 1)), (date(2013, 6, 1), date(2014, 1, 1))],
    ids=["inside another", "up to the day another begins"],
)
def test_appointment_is_not_cut_short_by_another(kommun: Organisation, begins: date, until: date) -> None:
    """The end of one appointment does not end another of the same person to the same befattning."""
    with taken(kommun, "SN § 2", date(2014, 1, 1)) as beslut:
        beslut.appoint("chef", person="p-1")
        beslut.elect_ledamot("kf", person="p-1")
    late = taken(kommun, "SN § 3", begins)
    late.appoint("chef", person="p-1", until=until)
    late.elect_ledamot("kf", person="p-1", role="ordforande", until=until)
    why = refusal(kommun, late)
    assert f"the appointment of p-1 to chef (ordinarie) from 2014-01-01 would end on {until}" in why
    assert f"the term of p-1 in kf from 2014-01-01 would end on {until}" in why


def test_appointment_goes_on_where_another_ends(kommun: Organisation) -> None:
    """Appointments follow on each other when the next is recorded after the one before."""
    with taken(kommun, "SN § 2", date(2014, 1, 1)) as beslut:
        beslut.appoint("chef", person="p-1", until=date(2015, 1, 1))
        beslut.appoint("chef", person="p-1", effective=date(2015, 1, 1), until=date(2016, 1, 1))
    assert kommun.on(date(2015, 6, 1)).holders("chef")
    assert not kommun.on(date(2016, 1, 1)).holders("chef")


def test_limited_knowledge_of_the_line_never_goes_in_a_circle(kommun: Organisation) -> None:
    """What was known by a day may hold a cycle or an end without its moves; every enhet is still there."""
    with taken(kommun, "SN § 2", date(2014, 1, 1)) as beslut:
        beslut.move_enhet("nord", parent="syd")
    with taken(kommun, "SN § 3", date(2014, 1, 1), decided=date(2016, 1, 1)) as beslut:
        beslut.move_enhet("nord", parent="kontor")
    with taken(kommun, "SN § 4", date(2014, 1, 1), decided=date(2015, 1, 1)) as beslut:
        beslut.move_enhet("syd", parent="nord")
    with taken(kommun, "SN § 5", date(2014, 2, 1), decided=date(2016, 1, 1)) as beslut:
        beslut.move_enhet("vast", parent=None)
        beslut.move_enhet("nord", parent=None)
    with taken(kommun, "SN § 6", date(2014, 2, 1), decided=date(2015, 1, 1)) as beslut:
        beslut.dissolve_enhet("kontor")
    in_a_circle = kommun.on(date(2014, 1, 1), known=date(2015, 1, 1))
    assert set(in_a_circle.enheter()) == {"kontor", "nord", "syd", "vast"}
    assert in_a_circle.path("nord") == ("nord",)
    assert in_a_circle.reporting_line("chef") == ()
    without_parent = kommun.on(date(2014, 2, 1), known=date(2015, 1, 1))
    assert without_parent.parent("vast") is None
    assert set(without_parent.enheter()) == {"nord", "syd", "vast"}


def test_history_names_a_change_once(kommun: Organisation) -> None:
    """A change that names a thing twice is one happening in its history."""
    beslut = taken(kommun, "SN § 2", date(2014, 1, 1))
    beslut.merge_enheter(["syd", "syd"], into="nord")
    kommun.record(beslut.finished())
    assert [happening.fact.beslut.id for happening in kommun.history("syd")] == ["KF § 1", "SN § 2"]


def test_alternative_stands_still_on_what_was_recorded_when_it_began() -> None:
    """A chronicle on another sees nothing that is recorded below it afterwards, nor it the other."""
    below = Chronicle()
    _record(below, EnhetCreated("nord", name="Nord"), EnhetCreated("syd", name="Syd"))
    alternative = Chronicle(below)
    _record(alternative, EnhetMoved("nord", parent="syd"))
    _record(below, EnhetRenamed("nord", name="Norr"))
    _record(below, BeslutAnnulled("beslut 1"))
    imagined, real = View(alternative.account(), CREATED), View(below.account(), CREATED)
    assert (imagined.enhet("nord").name, imagined.parent("nord")) == ("Nord", "syd")
    assert real.enheter() == ()
    assert [record.beslut.id for record in alternative.records()] == ["beslut 1", "beslut 2"]


def _record(chronicle: Chronicle, *changes: Change) -> None:
    position = chronicle.position + 1
    beslut = Beslut(id=f"beslut {position}", decided=CREATED, changes=changes)
    chronicle.record(Recorded(position=position, recorded=datetime(2020, 1, 1, tzinfo=UTC), beslut=beslut))
