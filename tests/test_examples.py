"""The examples answer as their documents do: the questions an utredare asks, with expected answers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from orgmodell import BeslutRefused, Organisation, read_ledger
from orgmodell.ledger import read_files
from orgmodell.organisation import MemoryLog
from orgmodell.projections.kontrollspann import every_kontrollspann
from orgmodell.register import alternatives_of

EXAMPLES = Path(__file__).parent.parent / "examples"


@pytest.fixture(scope="module")
def tyreso() -> Organisation:
    return read_ledger(EXAMPLES / "tyreso")


@pytest.fixture(scope="module")
def vasby() -> Organisation:
    return read_ledger(EXAMPLES / "vasby")


@pytest.fixture(scope="module")
def varmdo() -> Organisation:
    return read_ledger(EXAMPLES / "varmdo")


REPORT = date(2013, 1, 8)


@pytest.mark.parametrize(
    ("befattning", "day", "path"),
    [
        ("boendestodjare", REPORT, ["enhetschef-fh-01", "avdelningschef-fh", "forvaltningschef"]),
        ("personlig-assistent", REPORT, ["enhetschef-fh-02", "avdelningschef-fh", "forvaltningschef"]),
        ("bistandshandlaggare-aldre", REPORT, ["avdelningschef-bistand", "forvaltningschef"]),
        ("bistandshandlaggare-fh", REPORT, ["avdelningschef-bistand", "forvaltningschef"]),
        ("utredare", date(2012, 6, 1), ["stabschef", "forvaltningschef"]),
        ("utredare", date(2012, 12, 1), ["forvaltningschef"]),
    ],
)
def test_chefsled_in_tyreso(tyreso: Organisation, befattning: str, day: date, path: list[str]) -> None:
    """Chefsled up to förvaltningschefen: the gruppledare is no chef, and a vacant stabschef no step."""
    count = tyreso.on(day).chefsled(befattning, up_to="forvaltningschef")
    assert count == len(path)
    assert count.mellanliggande == len(path) - 1
    assert [link.befattning for link in count.path] == path


def test_the_structure_counts_the_vacant_stabschef(tyreso: Organisation) -> None:
    """After hösten 2012 the line of an utredare is one step in fact and two in structure."""
    view = tyreso.on(date(2012, 12, 1))
    assert view.chefsled("utredare", up_to="forvaltningschef", mode="struktur") == 2
    assert view.chefsled("utredare", up_to="forvaltningschef", mode="faktisk") == 1


def test_the_answer_says_what_it_rests_on(tyreso: Organisation) -> None:
    """Boendestödjarens chefsled rests on stated facts, but for her place in an enhet, which is derived."""
    rests_on = tyreso.on(REPORT).chefsled("boendestodjare", up_to="forvaltningschef").basis
    marks = {(f.change.verb, getattr(f.change, "befattning", None)): f.change.mark for f in rests_on}
    assert marks["create_befattning", "boendestodjare"] == "derived"
    assert marks["create_befattning", "avdelningschef-fh"] == "stated"
    quotes = [f.source.quote for f in rests_on if f.source and f.source.quote]
    assert any("11 enheter som leds av varsin enhetschef" in quote for quote in quotes)


def test_kontrollspann_in_tyreso(tyreso: Organisation) -> None:
    """280 medarbetare, 245 årsarbetare and about 200 uppdragstagare on eleven enhetschefer."""
    span = tyreso.on(REPORT).kontrollspann("avdelningschef-fh")
    assert len(span.direct_chefer) == len(span.first_line) == 11
    assert (span.medarbetare, span.arsarbetare, span.uppdragstagare) == (280, 245, 200)
    assert span.approximate
    per_chef = (span.medarbetare_per_chef, span.arsarbetare_per_chef, span.med_uppdragstagare_per_chef)
    assert [f"{number:.1f}" for number in per_chef if number] == ["25.5", "22.3", "43.6"]
    assert span.over(30) is False


def test_chefer_directly_under_forvaltningschefen(tyreso: Organisation) -> None:
    """Four avdelningschefer; five chefer while there was a stabschef."""
    now = tyreso.on(REPORT).kontrollspann("forvaltningschef").direct_chefer
    before = tyreso.on(date(2012, 6, 1)).kontrollspann("forvaltningschef").direct_chefer
    assert len(now) == 4
    assert set(before) - set(now) == {"stabschef"}


def test_what_is_not_stated_is_not_nought(tyreso: Organisation, varmdo: Organisation) -> None:
    """An enhetschef in FH, and every chef in Värmdö: underlag saknas."""
    assert tyreso.on(REPORT).kontrollspann("enhetschef-fh-03").medarbetare_per_chef is None
    aldreomsorgen = tyreso.on(REPORT).kontrollspann("avdelningschef-ao")
    assert (aldreomsorgen.medarbetare, aldreomsorgen.medarbetare_per_chef) == (300, None)
    spans = every_kontrollspann(varmdo.on(date(2018, 1, 18)))
    assert len(spans) > 5
    assert {span.medarbetare_per_chef for span in spans} == {None}
    assert {span.over() for span in spans} == {None}


def test_chefsled_in_varmdo(varmdo: Organisation) -> None:
    """Sektorchef → medarbetare 3, kommundirektör → medarbetare 4."""
    view = varmdo.on(date(2018, 1, 18))
    count = view.chefsled("medarbetare-hemtjanst", up_to="sektorchef")
    assert [link.befattning for link in count.path] == [
        "enhetschef-hemtjanst",
        "avdelningschef-utf-vo",
        "sektorchef",
    ]
    assert (int(count), count.mellanliggande) == (3, 2)
    assert view.chefsled("medarbetare-hemtjanst", up_to="kommundirektor") == 4
    assert len(view.children("sektorn-omsorg-och-valfard")) == 5


def test_q3_kundvalskontoret_before_and_after(vasby: Organisation) -> None:
    """Q3: four avdelningar and a project office on 2014-10-01; on 2015-01-02 new enheter, all assumed."""
    before, after = vasby.on(date(2014, 10, 1)), vasby.on(date(2015, 1, 2))
    assert [before.enhet(e).name for e in before.children("kundvalskontoret")] == [
        "Avdelningen för skola",
        "Avdelningen för social- och äldre",
        "Avdelningen för kultur- och fritid",
        "Familjerätten",
    ]
    assert before.exists("projektkontoret")
    assert not after.exists("kundvalskontoret")
    assumed = after.chart().assumed
    for enhet in ("enhet-social-och-aldre", "enhet-kultur-och-fritid", "enhet-familjeratten"):
        assert enhet in assumed
    assert "kundvalskontoret" not in before.chart().assumed


def test_q3_the_lineage_of_kundvalskontoret(vasby: Organisation) -> None:
    """What went over into what: each avdelning into its enhet, and kontoret into all of them."""
    lineage = vasby.lineage()
    assert set(lineage.successors("avdelning-familjeratten")) == {"enhet-familjeratten"}
    assert "kommunledningskontoret" in lineage.successors("kundvalskontoret")
    assert str(lineage.edges["kundvalskontoret", "skolenheten"]["day"]) == "2015-01-01"


def test_q4_who_was_chef_and_in_which_form(tyreso: Organisation, varmdo: Organisation) -> None:
    """Q4: a stabschef, then nobody; a t.f. kvalitetschef; consultants in Värmdö."""
    stabschef = tyreso.on(date(2012, 6, 1)).chef("stab")
    assert stabschef is not None
    assert (stabschef.befattning, stabschef.form) == ("stabschef", "ordinarie")
    later = tyreso.on(date(2012, 12, 1))
    assert later.chef("stab") is None
    assert later.is_vacant("stabschef")
    (acting,) = later.holders("kvalitetschef")
    assert (acting.form, acting.person) == ("tf", stabschef.person)
    assert not later.leads("gruppledare-utredare")
    for enhet, day in (
        ("utf-vo", date(2016, 6, 1)),
        ("sektorn-omsorg-och-valfard", date(2018, 1, 18)),
    ):
        chef = varmdo.on(day).chef(enhet)
        assert chef is not None
        assert chef.form == "konsult"
    assert varmdo.names.get("p-konsult-2017") == "Anne Lundkvist"


def test_q5_which_posts_are_vacant_and_who_takes_over(tyreso: Organisation) -> None:
    """Q5: systemförvaltaren as declared, stabschefen as derived; förvaltningschefen has the stab."""
    vacant = {v.befattning: v for v in tyreso.on(REPORT).vacancies()}
    assert set(vacant) == {"stabschef", "systemforvaltare-treserva"}
    stabschef = vacant["stabschef"]
    assert (stabschef.since, stabschef.falls_to, stabschef.leads) == (
        date(2012, 10, 1),
        "forvaltningschef",
        ("stab",),
    )
    assert stabschef.days == 99
    assert not stabschef.declared
    assert vacant["systemforvaltare-treserva"].declared


def test_q7_which_enheter_answer_to_which_namnd(
    tyreso: Organisation, vasby: Organisation, varmdo: Organisation
) -> None:
    """Q7: many-to-many, inherited down the line unless an enhet has nämnder of its own."""
    sector = varmdo.on(date(2018, 1, 18))
    names = [sector.organ(o).name for o in sector.namnder("sektorn-omsorg-och-valfard")]
    assert names == ["Vård- och omsorgsnämnden", "Socialnämnden", "Överförmyndarnämnden"]
    assert [sector.organ(o).name for o in sector.namnder("overformyndarens-verksamhet")] == names[2:]
    assert tyreso.on(REPORT).namnder("fh-01") == ("socialnamnden",)
    assert "utbildningsnamnden" in vasby.on(date(2014, 10, 1)).namnder("kundvalskontoret")


def test_q15_what_changed_between_two_days(tyreso: Organisation) -> None:
    """Q15: over hösten 2012 and årsskiftet exactly what the report tells, with the beslut behind it."""
    diff = tyreso.changes_between(date(2012, 6, 1), REPORT)
    found = {(d.what, d.thing, d.aspect) for d in diff}
    assert {
        ("changed", "stabschef", "holders"),
        ("changed", "stabschef", "vacant"),
        ("created", "kvalitetschef", None),
        ("created", "bemanningsenheten", None),
        ("changed", "verksamhetscontroller", "enhet"),
    } <= found
    controller = next(d for d in diff if d.thing == "verksamhetscontroller")
    assert (controller.before, controller.after) == ("konsult-och-servicekontoret", "stab")
    assert [fact.beslut.id for fact in controller.basis.facts] == ["Verksamhetscontroller 2013"]
    assert not any(d.thing == "fh" for d in diff)


def test_q16_what_blocks_the_dissolution_of_kundvalskontoret(vasby: Organisation) -> None:
    """Q16: on 2014-10-01 avdelningar, chef and uppdrag block it; after the process nothing does."""
    rehearsal = vasby.as_recorded(position=11)
    now = Organisation("vasby", MemoryLog(rehearsal.beslut_log()))
    with (
        pytest.raises(BeslutRefused) as refused,
        now.beslut("KS för tidigt", decided=date(2014, 10, 1)) as beslut,
    ):
        beslut.dissolve_enhet("kundvalskontoret")
    blockers = [v.things[1] for v in refused.value.violations if v.rule == "R07"]
    assert blockers == [
        "avdelning-skola",
        "avdelning-social-och-aldre",
        "avdelning-kultur-och-fritid",
        "avdelning-familjeratten",
        "kontorschef-kvk",
        "strategiska-forutsattningar",
        "systemledning",
        "kvalitetskrav-och-ersattningsnivaer",
        "service-till-kundvalsnamnderna",
    ]
    assert not [v for v in vasby.on(date(2015, 1, 1)).violations() if v.severity == "error"]


def test_q20_what_was_known_when(tyreso: Organisation, vasby: Organisation) -> None:
    """Q20: decided is not yet in force; planned is not yet decided; both are told apart."""
    new_year, eve = date(2013, 1, 1), date(2012, 12, 31)
    on_eve = tyreso.on(eve, known=eve).befattning("verksamhetscontroller").enhet
    ahead = tyreso.on(new_year, known=eve).befattning("verksamhetscontroller").enhet
    assert (on_eve, ahead) == ("konsult-och-servicekontoret", "stab")
    (effect, *_) = tyreso.taking_effect(eve, REPORT)
    assert (effect.day, effect.change.verb) == (new_year, "move_befattning")
    days = (date(2012, 11, 1), eve, new_year)
    told = (tyreso.history("verksamhetscontroller", on=day) for day in days)
    statuses = [happening.status for each in told for happening in each if happening.fact.day == new_year]
    assert statuses == ["ännu inte beslutat", "beslutat", "inträffat"]

    after = date(2015, 1, 2)
    assert vasby.on(after, known=date(2014, 8, 1)).exists("kundvalskontoret")
    assert not vasby.on(after, known=date(2014, 12, 1)).exists("kundvalskontoret")
    end = vasby.history("kundvalskontoret")[-1].fact
    assert (end.change.mark, end.beslut.mark, end.change.stated) == ("assumed", "assumed", "successivt")


def test_same_person_on_two_posts_adds_no_chefsled(vasby: Organisation) -> None:
    """Väsby's kommundirektör is also chef of kommunledningskontoret: one person, one step."""
    line = vasby.on(date(2014, 10, 1)).reporting_line("kontorschef-kvk")
    assert line == ("kommundirektor",)
    post = vasby.on(date(2014, 10, 1))
    assert post.chefsled("kontorschef-klk", up_to="kommundirektor") == 0


def test_proposals_are_not_in_the_main_ledgers(tyreso: Organisation, varmdo: Organisation) -> None:
    """What Tyresö's and Värmdö's documents only propose does not exist on any day."""
    far = date(2030, 1, 1)
    names = {tyreso.on(far).enhet(e).name for e in tyreso.on(far).enheter()}
    assert not any("beställarkontor" in name.lower() for name in names)
    assert varmdo.on(far).exists("utvecklingsavdelningen")


REAL = ["tyreso", "vasby", "varmdo", "osteraker", "ksl"]
LEDGERS = [EXAMPLES / name for name in REAL]
ALTERNATIVES = [folder for ledger in LEDGERS for folder in alternatives_of(ledger).values()]


@pytest.mark.parametrize("ledger", [*LEDGERS, *ALTERNATIVES], ids=lambda path: str(path.name))
def test_every_fact_is_marked_and_quoted(ledger: Path) -> None:
    """Every change says how sure it is; what is stated carries its quote and place."""
    for located in read_files(ledger).beslut:
        beslut = located.beslut
        assert beslut.mark
        for change in beslut.changes:
            assert change.mark, f"{beslut.id}: {change}"
            if change.mark == "stated":
                source = beslut.source_of(change)
                assert source, f"{beslut.id}: {change}"
                assert source.document
                assert source.quote, f"{beslut.id}: {change}"
                assert source.place


def test_what_is_proposed_stands_only_in_alternatives() -> None:
    """Their beslut are assumed: nobody has taken them."""
    assert len(ALTERNATIVES) == 10
    for folder in ALTERNATIVES:
        assert {located.beslut.mark for located in read_files(folder).beslut} == {"assumed"}
