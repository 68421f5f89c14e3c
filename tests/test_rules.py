"""Each rule: a beslut that breaks exactly it, with its message, and one beside it that passes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import attrs
import pytest

from orgmodell import STANDARD, BeslutRefused, InvalidChange, Organisation, Scenario, kontrollspann_at_most
from orgmodell.changes import Beslut, EnheterMerged, LeadershipAssigned, OrganCreated
from orgmodell.draft import Draft
from orgmodell.organisation import MemoryLog

Write = Callable[[Draft], None]

YEAR = {y: date(y, 1, 1) for y in range(2008, 2031)}


def given(*steps: tuple[int, Write], rules: tuple = STANDARD) -> Organisation:  # type: ignore[type-arg]
    """An organisation in which these have been recorded, each taking effect on 1 January of a year."""
    organisation = Organisation("exempelby", MemoryLog(), rules)
    with organisation.beslut("grund", decided=YEAR[2009], effective=YEAR[2010]) as beslut:
        beslut.create_organ("kf", name="Kommunfullmäktige", kind="fullmaktige")
        beslut.create_organ("ks", name="Kommunstyrelsen", kind="styrelse", part_of="kf")
        beslut.create_organ("sn", name="Socialnämnden", kind="namnd")
        beslut.create_enhet("kommunen", name="Exempelby kommun", kind="kommun")
        beslut.create_enhet("soc", name="Socialförvaltningen", kind="förvaltning", parent="kommunen")
        beslut.create_enhet("aldre", name="Äldreomsorgen", kind="avdelning", parent="soc")
        beslut.create_befattning("soc-chef", title="Socialchef", enhet="soc", leads=["soc"])
        beslut.place_under_namnd("soc", namnd="sn")
    for number, (year, write) in enumerate(steps, 1):
        with organisation.beslut(f"b{number}", decided=YEAR[year], effective=YEAR[year]) as beslut:
            write(beslut)
    return organisation


def refusal(organisation: Organisation, year: int, write: Write, decided_by: str | None = None) -> list[str]:
    """What a beslut taking effect on 1 January is refused for, as "rule: message"."""
    before = organisation.beslut_log()
    with pytest.raises(BeslutRefused) as refused:
        accept(organisation, year, write, decided_by)
    assert organisation.beslut_log() == before
    return [f"{v.rule}: {v.message}" for v in refused.value.violations if v.severity == "error"]


def accept(
    organisation: Organisation | Scenario, year: int, write: Write, decided_by: str | None = None
) -> None:
    """Record a beslut taking effect on 1 January."""
    count = len(organisation.beslut_log())
    with organisation.beslut(
        f"prövat {count}", decided=YEAR[year], effective=YEAR[year], decided_by=decided_by
    ) as beslut:
        write(beslut)


def test_r01_there_is_one_styrelse() -> None:
    """R01: a second styrelse is refused; one that replaces the first the same day stands."""
    org = given()
    assert refusal(org, 2015, lambda b: b.create_organ("ks2", name="KS", kind="styrelse")) == [
        "R01: there would be two styrelse on 2015-01-01: ks and ks2. Dissolve one of them in the same beslut."
    ]
    assert refusal(org, 2015, lambda b: b.dissolve_organ("kf"))[0] == (
        "R01: kf cannot be dissolved on 2015-01-01: there would be no fullmäktige. "
        "Create its successor in the same beslut."
    )

    def replace(beslut: Draft) -> None:
        beslut.create_organ("ks2", name="Kommunstyrelsen", kind="styrelse")
        beslut.dissolve_organ("ks")

    accept(org, 2015, replace)


def test_r02_only_fullmaktige_decides_which_namnder_there_are() -> None:
    """R02: a nämnd is created, renamed or dissolved by fullmäktige; an unknown decider is let pass."""
    org = given()
    for write in (
        lambda b: b.create_organ("bun", name="Barn- och utbildningsnämnden", kind="namnd"),
        lambda b: b.rename_organ("sn", name="Omsorgsnämnden"),
        lambda b: b.rename_organ("ks", name="Styrelsen"),
    ):
        (message,) = refusal(org, 2015, write, decided_by="ks")
        assert message.startswith("R02: ")
        assert "only fullmäktige decides which nämnder there are. Let kf decide it." in message
    accept(org, 2015, lambda b: b.rename_organ("sn", name="Omsorgsnämnden"), decided_by="kf")
    accept(org, 2016, lambda b: b.create_organ("bun", name="BUN", kind="namnd"))
    accept(
        org, 2016, lambda b: b.create_organ("au", name="AU", kind="utskott", part_of="sn"), decided_by="sn"
    )


def test_r03_an_enhet_has_one_leading_befattning() -> None:
    """R03: a second leading befattning is refused unless both share on purpose."""
    org = given((2011, lambda b: b.create_befattning("vice", title="Vice", enhet="soc")))
    assert refusal(org, 2015, lambda b: b.assign_leadership("vice", enhet="soc")) == [
        "R03: soc would be led by both soc-chef and vice on 2015-01-01. "
        "End one leadership in the same beslut, or give both a samledarskap."
    ]

    half = refusal(org, 2015, lambda b: b.assign_leadership("vice", enhet="soc", samledarskap="ekonomi"))
    assert [message[:3] for message in half] == ["R03"]

    def share(beslut: Draft) -> None:
        beslut.end_leadership("soc-chef", enhet="soc")
        beslut.assign_leadership("soc-chef", enhet="soc", samledarskap="personal")
        beslut.assign_leadership("vice", enhet="soc", samledarskap="ekonomi")

    accept(org, 2015, share)
    assert org.on(YEAR[2015]).leaders("soc") == ("soc-chef", "vice")


def test_r03_a_befattning_has_one_ordinarie_and_one_acting_holder() -> None:
    """R03: two ordinarie, or two acting, holders overlap; one of each, or one after the other, do not."""
    org = given((2011, lambda b: b.appoint("soc-chef", person="p-1")))
    assert refusal(org, 2015, lambda b: b.appoint("soc-chef", person="p-2")) == [
        "R03: soc-chef would have two ordinarie holders on 2015-01-01: p-1 (ordinarie) and p-2 (ordinarie). "
        "Release one of them in the same beslut."
    ]
    accept(org, 2015, lambda b: b.appoint("soc-chef", person="p-2", form="tf", until=YEAR[2016]))
    accept(org, 2016, lambda b: b.appoint("soc-chef", person="p-3", form="vikarie"))
    assert (
        "two acting holders on 2017-01-01"
        in refusal(org, 2017, lambda b: b.appoint("soc-chef", person="p-4", form="konsult"))[0]
    )

    def succeed(beslut: Draft) -> None:
        beslut.release("soc-chef", person="p-1")
        beslut.appoint("soc-chef", person="p-2")

    accept(org, 2018, succeed)


def test_r03_an_appointment_is_not_ended_by_another() -> None:
    """R03: an appointment that an earlier one's `until` would cut short is refused, naming both."""
    org = given((2011, lambda b: b.appoint("soc-chef", person="p-1", form="tf", until=YEAR[2013])))
    (message,) = refusal(
        org, 2012, lambda b: b.appoint("soc-chef", person="p-1", form="tf", until=YEAR[2014])
    )
    assert "from 2012-01-01 would end on 2013-01-01 with another one" in message
    accept(org, 2013, lambda b: b.appoint("soc-chef", person="p-1", form="tf", until=YEAR[2014]))


def test_r04_a_chef_post_nobody_holds_is_a_warning_until_declared_vacant() -> None:
    """R04: recorded and listed; gone once the vacancy is declared or somebody is appointed."""
    org = given()
    (warning,) = org.on(YEAR[2012]).violations()
    assert (warning.rule, warning.severity) == ("R04", "warning")
    assert warning.message == (
        "soc has no chef on 2012-01-01: nobody is recorded as holding soc-chef. Appoint a t.f., or declare "
        "the vacancy; decisions fall to the nearest chef above."
    )
    accept(org, 2013, lambda b: b.declare_vacancy("soc-chef"))
    accept(org, 2014, lambda b: b.appoint("soc-chef", person="p-1"))
    accept(org, 2015, lambda b: b.release("soc-chef", person="p-1"))
    assert not org.on(YEAR[2013]).violations()
    assert not org.on(YEAR[2014]).violations()
    assert [v.rule for v in org.on(YEAR[2015]).violations()] == ["R04"]


def test_r05_the_line_is_a_tree() -> None:
    """R05: a move under what is under it is refused, with the day and the way round."""
    org = given()
    assert refusal(org, 2015, lambda b: b.move_enhet("soc", parent="aldre")) == [
        "R05: soc would be under itself on 2015-01-01: soc → aldre → soc. "
        "Move one of them elsewhere in the same beslut, or choose another day."
    ]
    accept(org, 2015, lambda b: b.move_enhet("aldre", parent="kommunen"))
    accept(org, 2016, lambda b: b.move_enhet("soc", parent="aldre"))


def test_r05_of_several_rings_the_first_to_hold_is_told() -> None:
    """R05: by way of one enhet from 2014, and of another from 2015."""

    def three(beslut: Draft) -> None:
        for enhet in ("x", "a", "b"):
            beslut.create_enhet(enhet, name=enhet, parent="kommunen")

    rings = given((2011, three)).beslut("ringar", decided=YEAR[2012])
    rings.move_enhet("x", parent="a")
    rings.move_enhet("a", parent="x", effective=YEAR[2014])
    for enhet, parent in (("x", "b"), ("b", "x")):
        rings.move_enhet(enhet, parent=parent, effective=YEAR[2015])
    told = {v.things[0]: v.day for v in rings.violations() if v.rule == "R05"}
    assert told == {"x": YEAR[2014], "a": YEAR[2014], "b": YEAR[2015]}


def test_r07_what_is_dissolved_is_empty() -> None:
    """R07: everything left in an enhet, an organ or a befattning is named, all at once."""
    org = given((2011, lambda b: b.appoint("soc-chef", person="p-1")))
    assert refusal(org, 2015, lambda b: b.dissolve_enhet("soc")) == [
        "R07: soc cannot be dissolved on 2015-01-01: avdelning aldre is still under it. "
        "Move or dissolve it in the same beslut.",
        "R07: soc cannot be dissolved on 2015-01-01: befattning soc-chef is still placed in it. "
        "Move or withdraw it in the same beslut.",
    ]
    assert "enhet soc is still placed under it" in refusal(org, 2015, lambda b: b.dissolve_organ("sn"))[0]
    assert (
        "p-1 still holds it. Release p-1"
        in refusal(org, 2015, lambda b: b.withdraw_befattning("soc-chef"))[0]
    )

    def empty(beslut: Draft) -> None:
        beslut.dissolve_enhet("soc", successors=["aldre"])
        beslut.move_enhet("aldre", parent="kommunen")
        beslut.release("soc-chef", person="p-1")
        beslut.withdraw_befattning("soc-chef")
        beslut.dissolve_organ("sn")

    accept(org, 2015, empty)


def test_r07_a_post_others_report_to_is_not_withdrawn() -> None:
    """R07: a befattning another reports to by decision is withdrawn only when that is changed."""

    def reporting(beslut: Draft) -> None:
        beslut.create_befattning("controller", title="Controller", enhet="soc")
        beslut.create_befattning("ekonomichef", title="Ekonomichef", enhet="kommunen")
        beslut.change_reporting("controller", to="ekonomichef")

    org = given((2011, reporting))
    assert (
        "controller still reports to it"
        in refusal(org, 2015, lambda b: b.withdraw_befattning("ekonomichef"))[0]
    )

    def both(beslut: Draft) -> None:
        beslut.change_reporting("controller", to=None)
        beslut.withdraw_befattning("ekonomichef")

    accept(org, 2015, both)


@pytest.mark.parametrize(
    ("write", "says"),
    [
        (lambda b: b.rename_enhet("aldreomsorg", name="ÄO"), "never created; did you mean 'aldre'?"),
        (lambda b: b.rename_enhet("sn", name="ÄO"), "but 'sn' is an organ"),
        (
            lambda b: b.rename_enhet("aldre", name="ÄO", effective=YEAR[2009]),
            "does not exist until 2010-01-01",
        ),
        (lambda b: b.dissolve_enhet("aldre", effective=YEAR[2010]), "begins that same day"),
        (lambda b: b.move_enhet("aldre", parent="kommunenn"), "did you mean 'kommunen'?"),
        (lambda b: b.release("soc-chef", person="p-9"), "p-9 does not hold it the day before"),
        (lambda b: b.end_leadership("soc-chef", enhet="aldre"), "does not lead it the day before"),
        (lambda b: b.remove_from_namnd("aldre", namnd="sn"), "is not placed under it the day before"),
        (lambda b: b.release_ledamot("sn", person="p-9"), "does not sit in it the day before"),
    ],
)
def test_r08_a_change_names_what_is_there_on_its_day(write: Write, says: str) -> None:
    """R08: what never was, is not yet, is of another type, or does not hold, cannot be changed."""
    messages = set(refusal(given(), 2015, write))
    assert {message.split(":")[0] for message in messages} == {"R08"}
    assert any(says in message for message in messages)


def test_r08_nothing_happens_to_an_enhet_after_it_ended() -> None:
    """R08: a change on or after the day an enhet ends is refused and names that day."""
    org = given((2015, lambda b: b.dissolve_enhet("aldre")))
    for year in (2015, 2016):
        (message,) = refusal(org, year, lambda b: b.rename_enhet("aldre", name="ÄO"))
        assert "which ended on 2015-01-01" in message
    accept(org, 2014, lambda b: b.rename_enhet("aldre", name="ÄO"))


def test_r23_a_chef_is_not_ledamot_in_the_namnd_over_it() -> None:
    """R23: whichever comes last of post, leadership, nämnd and seat is refused; another nämnd is free."""
    org = given((2011, lambda b: b.appoint("soc-chef", person="p-1")))
    assert refusal(org, 2015, lambda b: b.elect_ledamot("sn", person="p-1", role="ersattare")) == [
        "R23: p-1 would on 2015-01-01 both sit in sn and, as soc-chef, lead soc under it. "
        "Release p-1 from one of them."
    ]
    accept(org, 2015, lambda b: b.elect_ledamot("ks", person="p-1"))
    assert (
        "R23: p-1 would on 2016-01-01"
        in refusal(org, 2016, lambda b: b.place_under_namnd("soc", namnd="ks"))[0]
    )
    accept(org, 2017, lambda b: b.release("soc-chef", person="p-1"))
    accept(org, 2017, lambda b: b.elect_ledamot("sn", person="p-1"))


def test_namnd_goes_on_to_what_was_there_before_it_took_over() -> None:
    """NAMND: what was there, and under no nämnd, is warned of when it takes over from what was."""

    def take_over(beslut: Draft) -> None:
        beslut.move_enhet("aldre", parent="stab")
        beslut.move_befattning("soc-chef", enhet="stab")
        beslut.assign_leadership("soc-chef", enhet="stab")
        beslut.dissolve_enhet("soc", successors=["stab"])

    org = given((2011, lambda b: b.create_enhet("stab", name="Staben", parent="kommunen")))
    accept(org, 2015, take_over)
    told = [(each.day, each.things) for each in org.violations_ever() if each.rule == "NAMND"]
    assert told == [(YEAR[2015], ("stab",))]
    assert [v.things for v in org.on(YEAR[2016]).violations() if v.rule == "NAMND"] == [("stab",)]


def test_r24_a_skolenhet_has_one_rektor() -> None:
    """R24: samledarskap of a skolenhet is refused, also when the enhet becomes one afterwards."""

    def school(beslut: Draft) -> None:
        beslut.create_enhet("ekskolan", name="Ekskolan", kind="enhet", parent="kommunen")
        for n in ("1", "2"):
            beslut.create_befattning(f"rektor-{n}", title="Rektor", enhet="ekskolan")
            beslut.assign_leadership(f"rektor-{n}", enhet="ekskolan", samledarskap=f"årskurs {n}")

    org = given((2011, school))
    messages = refusal(org, 2015, lambda b: b.reclassify_enhet("ekskolan", kind="skolenhet"))
    assert messages[0].startswith("R24: ekskolan is a skolenhet on 2015-01-01 and rektor-1 would lead it in")

    def one_rektor(beslut: Draft) -> None:
        for n in ("1", "2"):
            beslut.end_leadership(f"rektor-{n}", enhet="ekskolan")
        beslut.assign_leadership("rektor-1", enhet="ekskolan")
        beslut.reclassify_enhet("ekskolan", kind="skolenhet")

    accept(org, 2015, one_rektor)


def test_ids_are_never_reused() -> None:
    """An id that has named something names nothing else, not even of another type, nor after it ended."""
    org = given((2015, lambda b: b.dissolve_enhet("aldre")))
    (message,) = refusal(org, 2018, lambda b: b.create_enhet("aldre", name="Äldre"))
    assert message == (
        "ID: the id 'aldre' cannot be given on 2018-01-01: it names the enhet created on 2010-01-01. "
        "Choose another id; ids are never reused."
    )
    assert refusal(org, 2018, lambda b: b.create_befattning("soc", title="Soc", enhet="kommunen"))[
        0
    ].startswith("ID: ")


def test_a_policy_is_a_rule_with_a_value() -> None:
    """A kommun's riktmärke warns, or refuses, at its own limit; without the policy nothing is said."""
    count: tuple[int, Write] = (2011, lambda b: b.state_headcount("soc", medarbetare=31))
    declared: tuple[int, Write] = (2011, lambda b: b.declare_vacancy("soc-chef"))
    assert not given(count, declared).on(YEAR[2012]).violations()
    warned = given(count, declared, rules=(*STANDARD, kontrollspann_at_most(30)))
    assert [v.message for v in warned.on(YEAR[2012]).violations()] == [
        "soc-chef leads 31 medarbetare in soc on 2012-01-01, over the riktmärke of 30. "
        "Divide the enhet, or change the riktmärke."
    ]
    refusing = given(rules=(*STANDARD, kontrollspann_at_most(30, severity="error")))
    assert refusal(refusing, 2012, lambda b: b.state_headcount("soc", medarbetare=31))
    accept(refusing, 2012, lambda b: b.state_headcount("soc", medarbetare=30))


def test_a_refusal_reports_everything_at_once() -> None:
    """Every violation of a beslut is in the refusal, each with the change that caused it."""
    org = given()
    with pytest.raises(BeslutRefused) as refused:
        with org.beslut("allt", decided=YEAR[2015], effective=YEAR[2015]) as beslut:
            beslut.rename_enhet("okand", name="Okänd")
            beslut.move_enhet("soc", parent="aldre")
            beslut.dissolve_organ("kf")
    errors = [(v.rule, v.change) for v in refused.value.violations if v.severity == "error"]
    assert errors == [("R08", 1), ("R05", 2), ("R01", 3), ("R07", 3)]
    assert str(refused.value).startswith("beslut 'allt' is refused, 4 violations; nothing was recorded:")


def test_the_preview_judges_and_records_nothing() -> None:
    """`beslut.violations()` says what leaving the block would be refused for."""
    org = given()
    before = org.beslut_log()
    with pytest.raises(BeslutRefused), org.beslut("förslag", decided=YEAR[2015]) as beslut:
        beslut.dissolve_enhet("soc")
        assert [v.rule for v in beslut.violations() if v.severity == "error"] == ["R07", "R07"]
    assert org.beslut_log() == before


def test_an_exception_in_the_block_records_nothing() -> None:
    """Code that fails while a beslut is being written leaves no trace of it."""
    org = given()
    before = org.beslut_log()
    with pytest.raises(ZeroDivisionError), org.beslut("avbrutet", decided=YEAR[2015]) as beslut:
        beslut.rename_enhet("soc", name="Soc")
        raise ZeroDivisionError
    assert org.beslut_log() == before


@pytest.mark.parametrize(
    ("write", "says"),
    [
        (lambda b: b.create_enhet("Äldre omsorg", name="ÄO"), "as 'aldre-omsorg'"),
        (lambda b: b.create_enhet("x", name=" "), "name is empty"),
        (lambda b: b.retitle_befattning("soc-chef", title=""), "title is empty"),
        (lambda b: b.add_alias("soc", alias="A\nB"), "alias 'A\\nB' has a line break"),
        (lambda b: b.state_headcount("soc", medarbetare=-40), "a number of people is not negative"),
        (lambda b: b.create_enhet("x", name="X", planned_end=YEAR[2014]), "planned_end 2014-01-01 is before"),
        (lambda b: b.create_enhet("x", name=7), "name: expected `str`, got `int`"),
        (
            lambda b: b.create_enhet("x", name="X", effective="2015-01-01"),
            "effective: expected `date | null`",
        ),
        (
            lambda b: b.create_organ("x", name="X", kind="nämnd"),
            "kind: invalid enum value 'nämnd'; one of fullmaktige, styrelse, namnd",
        ),
        (lambda b: b.merge_enheter([], into="soc"), "name at least one enhet"),
        (lambda b: b.merge_enheter(["soc"], into="soc"), "cannot be merged into itself"),
        (lambda b: b.split_enhet("soc", into=["a"]), "fewer than two"),
        (lambda b: b.add_forum_seats("rad", seats=[]), "name at least one seat"),
        (lambda b: b.adopt_reglemente("sn", omraden=[]), "name at least one verksamhetsområde"),
        (lambda b: b.split_enhet("soc", into=["soc", "a"]), "ends when it is split"),
        (lambda b: b.appoint("soc-chef", person="p-1", until=YEAR[2015]), "until 2015-01-01 is not after"),
        (lambda b: b.state_headcount("soc"), "state at least one of"),
    ],
)
def test_what_cannot_be_meant_is_refused_where_it_is_written(write: Write, says: str) -> None:
    """A change that is wrong whatever the organisation looks like is refused at once, in words."""
    with pytest.raises(InvalidChange) as refused:
        accept(given(), 2015, write)
    assert says in str(refused.value)


def test_annulment_needs_something_to_annul() -> None:
    """Annulling what is not there, or no longer counts, is refused; so is leaving others without ground."""
    org = given(
        (2011, lambda b: b.create_enhet("ny", name="Ny")),
        (2012, lambda b: b.rename_enhet("ny", name="Nyare")),
    )
    assert (
        "there is no recorded beslut 'b7' to annul" in refusal(org, 2015, lambda b: b.annul_beslut("b7"))[0]
    )
    assert "has no such change" in refusal(org, 2015, lambda b: b.annul_change("b1", number=2))[0]
    (message,) = refusal(org, 2015, lambda b: b.annul_beslut("b1"))
    assert "names enhet 'ny', whose creation by beslut 'b1' is annulled. Annul this too." in message
    accept(org, 2015, lambda b: b.annul_beslut("b2"))
    assert org.on(YEAR[2013]).enhet("ny").name == "Ny"
    assert "is annulled already" in refusal(org, 2016, lambda b: b.annul_beslut("b2"))[0]
    accept(org, 2016, lambda b: b.annul_beslut("b1"))
    assert not org.on(YEAR[2013]).exists("ny")


def test_what_is_left_of_a_beslut_can_be_annulled() -> None:
    """Once a part of it has been, the rest; and then there is nothing more."""

    def two(beslut: Draft) -> None:
        for enhet in ("a", "b"):
            beslut.create_enhet(enhet, name=enhet)

    org = given((2011, two))
    accept(org, 2012, lambda b: b.annul_change("b1", number=1))
    accept(org, 2013, lambda b: b.annul_beslut("b1"))
    assert not any(map(org.on(YEAR[2014]).exists, ("a", "b")))
    assert "is annulled already" in refusal(org, 2015, lambda b: b.annul_beslut("b1"))[0]


def test_r27_who_took_a_beslut_is_on_record() -> None:
    """R27: an unknown decider is a warning with the nearest right id; a known one, or none, is not."""
    org = given()
    with org.beslut("b", decided=YEAR[2015], decided_by="soc-cheff") as beslut:
        (warning,) = beslut.violations()
    assert (warning.rule, warning.severity) == ("R27", "warning")
    assert warning.message == (
        "'soc-cheff', who is said to have taken the beslut, is no organ or befattning on record; "
        "did you mean 'soc-chef'?"
    )
    for decided_by in ("soc-chef", "sn", None):
        assert not org.violations(Beslut(id="c", decided=YEAR[2015], decided_by=decided_by))


def test_wrong_code_is_a_type_error_in_the_words_of_the_builder() -> None:
    """A parameter that is not there, or missing, names the method and the nearest right parameter."""
    with pytest.raises(TypeError, match=r"create_enhet\(\): .*'parents'; did you mean 'parent'\?"):
        accept(given(), 2015, lambda b: b.create_enhet("x", name="X", parents="soc"))  # type: ignore[call-arg]
    with pytest.raises(TypeError, match=r"create_enhet\(\): missing a required .*'name'"):
        accept(given(), 2015, lambda b: b.create_enhet("x"))  # type: ignore[call-arg]
    with pytest.raises(TypeError, match=r"a day is a datetime\.date, not '2015-01-01'"):
        given().on("2015-01-01")  # type: ignore[arg-type]


def test_r04_what_takes_over_led_enheter_is_led() -> None:
    """R04: a merger that leaves its receiver without a leading befattning warns and names who led before."""

    def two(beslut: Draft) -> None:
        for n in "ab":
            beslut.create_enhet(n, name=n.upper(), parent="soc")
            beslut.create_befattning(f"chef-{n}", title="Chef", enhet=n, leads=[n])
            beslut.declare_vacancy(f"chef-{n}")
        beslut.declare_vacancy("soc-chef")

    org = given((2011, two))
    merger = Beslut(id="m", decided=YEAR[2015], changes=(EnheterMerged(["a"], into="aldre"),))
    unled, nothing = org.violations(merger)
    assert unled.message == (
        "aldre has no leading befattning on 2015-01-01: chef-a led a, which it has taken over from. "
        "Assign the leadership of aldre, unless the chef above is to lead it."
    )
    assert nothing.message == (
        "chef-a leads nothing on 2015-01-01: what it led has ended, a on 2015-01-01. Let it lead what "
        "takes over (assign_leadership), end its leadership from the day it ended "
        "(end_leadership, effective that day), or withdraw it."
    )
    led = (EnheterMerged(["a"], into="aldre"), LeadershipAssigned("chef-a", enhet="aldre"))
    assert not org.violations(Beslut(id="m", decided=YEAR[2015], changes=led))
    into_b = (EnheterMerged(["a"], into="b"),)
    assert [v.things for v in org.violations(Beslut(id="m", decided=YEAR[2015], changes=into_b))] == [
        ("chef-a",)
    ]


def test_r04_what_takes_over_and_loses_its_own_chef_is_told() -> None:
    """R04: an enhet that was led; not one that nobody led, which may take over what is dissolved into it."""

    def three(beslut: Draft) -> None:
        for enhet in ("a", "b"):
            beslut.create_enhet(enhet, name=enhet, parent="soc")
            beslut.create_befattning(f"chef-{enhet}", title="Chef", enhet="soc", leads=[enhet])
            beslut.declare_vacancy(f"chef-{enhet}")

    dissolution = given((2011, three)).beslut("nedläggning", decided=YEAR[2015])
    dissolution.dissolve_enhet("a", successors=["aldre", "b"])
    dissolution.end_leadership("chef-a", enhet="a")
    dissolution.end_leadership("chef-b", enhet="b")
    assert [(v.rule, v.things) for v in dissolution.violations()] == [("R04", ("b", "chef-a"))]


def test_a_policy_judges_the_day_and_not_all_of_history() -> None:
    """A sub-enhet that once had a chef does not silence the riktmärke once it has none."""

    def wide(beslut: Draft) -> None:
        beslut.state_headcount("soc", medarbetare=40)
        beslut.declare_vacancy("soc-chef")
        beslut.create_befattning("chef", title="Chef", enhet="aldre", leads=["aldre"])
        beslut.declare_vacancy("chef")

    org = given((2011, wide), rules=(*STANDARD, kontrollspann_at_most(30)))
    assert not org.on(YEAR[2012]).violations()
    accept(org, 2013, lambda b: b.end_leadership("chef", enhet="aldre"))
    assert [v.rule for v in org.on(YEAR[2013]).violations()] == ["KONTROLLSPANN"]

    withdrawn = given((2011, wide), rules=(*STANDARD, kontrollspann_at_most(30)))
    accept(withdrawn, 2013, lambda b: b.withdraw_befattning("chef"))
    assert [v.rule for v in withdrawn.on(YEAR[2013]).violations()] == ["KONTROLLSPANN"]


def test_r02_looks_at_the_fullmaktige_of_the_day_of_the_beslut() -> None:
    """R02: a beslut taken before there was a fullmäktige is let pass; one taken after is not."""
    org = given()
    early = Beslut(
        id="e",
        decided=YEAR[2009],
        decided_by="ks",
        changes=(OrganCreated("bun", name="BUN", kind="namnd", effective=YEAR[2015]),),
    )
    assert not [v for v in org.violations(early) if v.rule == "R02"]
    assert [v.rule for v in org.violations(attrs.evolve(early, decided=YEAR[2010]))] == ["R02"]


def test_a_line_of_thousands_of_enheter_is_judged() -> None:
    """However deep the line, a move that closes it is refused, and not a fault."""
    log = MemoryLog()
    with Organisation("djupby", log, rules=()).beslut("grund", decided=YEAR[2010]) as beslut:
        beslut.create_enhet("e-0", name="0")
        for n in range(1, 1500):
            beslut.create_enhet(f"e-{n}", name=str(n), parent=f"e-{n - 1}")
    org = Organisation("djupby", log)
    assert refusal(org, 2015, lambda b: b.move_enhet("e-0", parent="e-1499"))[0].startswith("R05: e-0")


def test_what_counts_again_must_fit_what_is_recorded_meanwhile() -> None:
    """Annulling an annulment is refused when what it brings back names a thing that has ended since."""
    org = given((2011, lambda b: b.create_befattning("utredare", title="Utredare", enhet="soc")))
    accept(org, 2018, lambda b: b.appoint("utredare", person="p-1"))
    accept(org, 2012, lambda b: b.annul_beslut("prövat 2"))
    accept(org, 2015, lambda b: b.withdraw_befattning("utredare"))
    (message,) = refusal(org, 2012, lambda b: b.annul_beslut("prövat 3"))
    assert "appoint on 2018-01-01 names befattning 'utredare', which ended on 2015-01-01" in message


@pytest.mark.parametrize(
    ("write", "way_out"),
    [
        (lambda b: b.rename_enhet("aldreomsorg", name="ÄO"), "Lägg till den, eller rätta id:t."),
        (lambda b: b.appoint("rektor", person="p-1"), "Lägg till den, eller rätta id:t."),
        (lambda b: b.place_under_namnd("soc", namnd="bun"), "Lägg till det, eller rätta id:t."),
        (lambda b: b.rename_enhet("f3", name="F3"), "eller upphäv det som avslutade den."),
    ],
)
def test_a_way_out_in_swedish_agrees_with_what_it_is_about(write: Write, way_out: str) -> None:
    """*En* enhet is added as *den*, *ett* organ as *det*."""
    org = given(
        (2011, lambda b: b.create_enhet("f3", name="F3", parent="soc")),
        (2012, lambda b: b.dissolve_enhet("f3")),
    )
    with pytest.raises(BeslutRefused) as refused:
        accept(org, 2015, write)
    assert any(each.text.sv.endswith(way_out) for each in refused.value.violations)
