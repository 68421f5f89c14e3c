"""Answers as text, data and diagrams: words for everything, escapes for anything."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import UTC, date, datetime
from pathlib import Path

import attrs
import pytest

import orgmodell
from orgmodell import Organisation, presentations
from orgmodell.changes import Fact, Recorded
from orgmodell.organisation import MemoryLog, OrganisationView, compare
from orgmodell.pictures import dot, mermaid
from orgmodell.presentations.asked import Asked
from orgmodell.presentations.grounds import grounds
from orgmodell.presentations.parts import Paragraph, Presentation
from orgmodell.projections.basis import Basis
from orgmodell.projections.lineage import lineage
from orgmodell.words import same
from orgmodell.writers import WRITERS
from orgmodell.writers import json as json_writer
from orgmodell.writers.csv import separated

DAY = date(2014, 1, 1)
EVERY_KIND = (
    *("top", "chef", "namnd", "uppdrag", "utforare", "avtal", "forum", "atgard", "forslag", "nowhere"),
    *("arende", "delegationsordning", "vidaredelegation"),
)
NASTY = 'A "B" \\ <b>#`%%{init} ]:::x & c'


@pytest.fixture
def nasty() -> Organisation:
    """An organisation whose names are meant to break out of every diagram."""
    organisation = Organisation("nasty", MemoryLog())
    with organisation.beslut("1", decided=date(2010, 1, 1)) as beslut:
        beslut.create_organ("namnd", name=NASTY, kind="namnd")
        beslut.create_enhet("top", name=NASTY, kind=NASTY, mark="assumed", stated=NASTY)
        beslut.create_enhet("end", name="end", parent="top")
        beslut.place_under_namnd("top", namnd="namnd")
        beslut.create_befattning("chef", title=NASTY, enhet="top", leads=["top"])
        beslut.declare_vacancy("chef")
    with organisation.beslut("2", decided=date(2012, 1, 1)) as beslut:
        beslut.create_enhet("new", name=NASTY)
        beslut.dissolve_enhet("end", successors=["new"])
    return organisation


def work(nasty: Organisation) -> None:
    """Something of every kind that is no part of the line."""
    with nasty.beslut("work", decided=date(2010, 6, 1)) as beslut:
        beslut.create_uppdrag("uppdrag", name=NASTY, ansvarig="top")
        beslut.assign_roll("top", roll="bestallare")
        beslut.note_contradiction("uppdrag", says=NASTY)
        beslut.register_utforare("utforare", name=NASTY)
        beslut.conclude_avtal("avtal", name=NASTY, bestallare="top", utforare="utforare", until=DAY)
        beslut.make_overenskommelse("overenskommelse", name=NASTY, bestallare="top", utforare="end")
        beslut.create_forum("forum", name=NASTY, kind=NASTY, frequency=NASTY)
        beslut.add_forum_member("forum", member="chef")
        beslut.plan_atgard("atgard", name=NASTY, ansvariga=["chef"])
        beslut.make_forslag("forslag", name=NASTY, concerns=["nowhere"])
        beslut.end_overenskommelse("overenskommelse", effective=date(2012, 1, 1))
        beslut.define_arende("arende", name=NASTY)
        beslut.adopt_delegationsordning("delegationsordning", namnd="namnd", name=NASTY, dnr=NASTY)
        beslut.grant_delegation(
            "delegationsordning", rad="row", nummer="1.1", arende="arende", delegat=["chef"], villkor=NASTY,
            far_vidaredelegeras=True,
        )  # fmt: skip
    with nasty.beslut("passed on", decided=date(2010, 6, 2), decided_by="chef") as beslut:
        beslut.grant_vidaredelegation(
            "vidaredelegation", ordning="delegationsordning", nummer="1.1", to_typ=NASTY
        )


def asked(organisation: Organisation) -> Asked:
    return Asked(organisation=organisation.name, day=DAY, view=organisation.on(DAY))


def to_present(organisation: Organisation) -> Asked:
    return Asked(
        organisation=organisation.name,
        day=DAY,
        names=organisation.names.all(),
        view=organisation.on(DAY),
    )


def test_a_heading_names_organisation_question_and_the_three_clocks() -> None:
    """So that a text says by itself what was asked."""
    question = Asked(organisation="x", day=DAY, known=date(2013, 1, 1), recorded=7)
    assert question.heading(same("Organisationsplan")).sv == (
        "x: Organisationsplan den 2014-01-01, enligt beslut fattade senast 2013-01-01, "
        "enligt de 7 första registrerade besluten"
    )
    at = Asked(organisation="x", recorded=datetime(2014, 1, 1, 12, tzinfo=UTC))
    assert at.heading(same("Logg")).sv == "x: Logg, så som registrerat 2014-01-01 12:00:00 UTC"


def test_no_name_breaks_out_of_a_mermaid_label(nasty: Organisation) -> None:
    """Labels hold no quote, bracket-closing quote, markup or newline of their own."""
    shown = mermaid.chart(to_present(nasty), nasty.on(DAY).chart(), "sv")
    for line in shown.splitlines()[4:]:
        assert line.startswith("  ")
        label = re.search(r'\["(.*)"\]|\(\["(.*)"\]\)', line)
        if label is not None:
            inside = (label.group(1) or label.group(2)).replace("<br/>", "")
            assert not set('"<>`') & set(inside)
            assert re.sub(r"#\d+;", "", inside).count("#") == 0
    assert "n0 --> n1" not in shown  # `end` is dissolved
    assert ":::vakant" in shown
    assert "-.->" in shown


def test_dot_is_quoted_so_that_it_reads_back(nasty: Organisation) -> None:
    """Every quoted string ends where it should, in charts and in lineages."""
    for shown in (
        dot.chart(to_present(nasty), nasty.on(DAY).chart(), "sv"),
        dot.lineage(to_present(nasty), lineage(nasty.account()), "sv"),
    ):
        bare = re.sub(r'"(?:[^"\\\n]|\\.)*"', "S", shown)
        assert '"' not in bare
        assert re.fullmatch(r"digraph S \{\n(  [\w\s\[\]=,#>-]+\n)+\}", bare)


def presented(nasty: Organisation, view: OrganisationView) -> list[Presentation]:
    question = to_present(nasty)
    return [
        *(presentations.show(question, view.show(each)) for each in EVERY_KIND),
        presentations.chart(question, view.chart()),
        presentations.vacancies(question, view.vacancies()),
        presentations.namnder(question, view.answerable()),
        presentations.responsibilities(question, view.responsibilities()),
        presentations.responsibility(question, view.responsibility("uppdrag")),
        presentations.roller(question, view.roles()),
        presentations.ties(question, view.ties()),
        presentations.expiring(question, view.expiring()),
        presentations.meetings(question, view.meetings()),
        presentations.plan(question, view.plan()),
        presentations.check(question, view.check()),
        presentations.history(question, nasty.history("top")),
        presentations.taking_effect(question, nasty.taking_effect(date(2009, 1, 1), DAY)),
        presentations.lineage(question, lineage(nasty.account())),
        presentations.delegationsordning(question, view.delegationsordning("namnd")),
        presentations.rights(question, view.rights()),
        presentations.diff(question, nasty.changes_between(date(2009, 1, 1), DAY)),
        presentations.who_decides(question, view.who_decides("arende", "top", jav=["p-1"])),
    ]


def test_every_answer_survives_nasty_names(nasty: Organisation) -> None:
    """Text begins with the heading; data is JSON."""
    work(nasty)
    view, question = nasty.on(DAY), asked(nasty)
    texts = [str(WRITERS["text"](each, "sv")) for each in presented(nasty, view)]
    assert all(each.startswith("nasty: ") for each in texts)
    answers = [view.who_decides("arende"), *(view.show(each) for each in EVERY_KIND)]
    told = [json.loads(json_writer.write(question, each, "sv")) for each in answers]
    assert all(each["organisation"] == "nasty" for each in told)


def test_an_answer_says_what_is_assumed_and_in_whose_words(nasty: Organisation) -> None:
    """Assumed facts are listed with the source's own words; the count tells the marks apart."""
    question = attrs.evolve(asked(nasty), in_full=True)
    shown = str(WRITERS["text"](presentations.show(question, nasty.on(DAY).show("top")), "sv"))
    assert "1 antagen" in shown
    assert "Antaget:\n  - enhet inrättad: top, 2010-01-01 («A " in shown


def test_a_history_tells_what_was_annulled(nasty: Organisation) -> None:
    """The log still shows it; its status is not inträffat."""
    with nasty.beslut("3", decided=date(2013, 1, 1)) as beslut:
        beslut.annul_change("1", number=4)
    question = Asked(organisation="nasty", day=DAY, view=nasty.on(DAY))
    answer = nasty.history("namnd", on=DAY)
    shown = WRITERS["text"](presentations.history(question, answer), "sv")
    assert "Upphävt genom beslut ”3”." in str(shown)
    told = json_writer.document(question, answer, "sv")
    assert [each["status"] for each in told["happenings"]] == ["inträffat", "annullerat"]
    assert [fact.change.verb for fact in answer.basis] == ["create_organ"]
    assert [each["verb"] for each in answer.to_dicts()] == ["create_organ", "place_under_namnd"]


def test_whoever_shares_in_leading_an_enhet_is_in_the_chart() -> None:
    """Of a samledarskap the chart shows every leading befattning, not just the first."""
    organisation = Organisation("exempelby", MemoryLog())
    with organisation.beslut("KF § 1", decided=date(2014, 1, 1)) as beslut:
        beslut.create_enhet("soc", name="Soc", kind="förvaltning")
        for number in ("1", "2"):
            beslut.create_befattning(f"chef-{number}", title=f"Chef {number}", enhet="soc")
            beslut.assign_leadership(f"chef-{number}", enhet="soc", samledarskap=f"del {number}")
            beslut.appoint(f"chef-{number}", person=f"p-{number}")
    shown = organisation.on(date(2014, 1, 1)).chart().to_text()
    assert shown.startswith("Soc (förvaltning) – Chef 1: p-1\n   · Chef 2: p-2")


def states(question: Asked, basis: Basis) -> list[str]:
    """What the grounds say in short after how many facts they are."""
    _, *told = grounds(question, basis)
    return [part.text.sv for part in told if isinstance(part, Paragraph)]


def test_the_grounds_count_what_has_not_happened_by_state(nasty: Organisation) -> None:
    """In singular and plural, with the alternative whose drafts they are; nothing when all has happened."""
    with nasty.beslut("work", decided=date(2013, 12, 1)) as beslut:
        beslut.plan_atgard("atgard", name="Åtgärd")
        beslut.make_forslag("forslag", name="Förslag")
        beslut.create_enhet("later", name="Senare", effective=date(2015, 1, 1))
        beslut.create_enhet("latest", name="Senast", effective=date(2016, 1, 1))
    view = nasty.on(DAY)
    recorded = [view.account.fact(seq) for seq in range(view.account.horizon)]
    happened = [fact for fact in recorded if fact.decided < date(2013, 1, 1)]
    others = [fact for fact in recorded if fact.decided > date(2013, 1, 1)]
    question = asked(nasty)
    assert states(question, Basis(tuple(happened))) == []
    assert states(question, Basis((happened[0], *others))) == [
        "Läge den 2014-01-01: 1 inträffad, 2 beslutade men ännu inte i kraft, 1 planerad, 1 föreslagen."
    ]
    drafts = [_draft(fact, name) for fact, name in zip(happened, ("alt-a", "alt-a", "alt-b"), strict=False)]
    assert states(question, Basis(tuple(drafts))) == [
        "Läge den 2014-01-01: 3 föreslagna (alternativ alt-a, alt-b)."
    ]
    assert states(question, Basis((drafts[0], *others[1:2]))) == [
        "Läge den 2014-01-01: 2 föreslagna (varav 1 i alternativ alt-a)."
    ]
    assert states(Asked(organisation="nasty"), Basis(tuple(others))) == []


def _draft(fact: Fact, alternative: str) -> Fact:
    record: Recorded = attrs.evolve(fact.record, alternative=alternative)
    return fact._replace(record=record)


def test_a_thing_is_called_by_its_later_name_before_it_is_there(nasty: Organisation) -> None:
    """So that who takes over is more than an id; the id stands beside it."""
    with nasty.beslut("later", decided=date(2013, 1, 1)) as beslut:
        beslut.create_enhet("later", name="Senare", effective=date(2015, 1, 1))
    assert asked(nasty).called("later") == "Senare (later)"
    assert asked(nasty).called("p-1") == "p-1"


# Comma-separated values


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        *(
            (cell, f"'{cell}")
            for cell in ("=1+1", "+46 8", "-Stab", "@SUM(A1)", "-", "--1", "=", "-1+cmd|A1")
        ),
        *((cell, f"'{cell}") for cell in ("  =1+1", "\u00a0=1", "\n=1", "\t=1+1", "\tStab")),
        *((cell, f"'\n{cell[1:]}") for cell in ("\r=1+1", "\r-Stab")),
        ("a\r=1", "a\n=1"),
        *((cell, f"'{cell}") for cell in ("\uff1d1+1", "\uff0b1", "\uff0d1", "\uff201")),
        *((cell, cell) for cell in ("-12", "-12,5", "-12.5", "12", "Stab", "· chef", "–", "", "a=1", "1-2")),
    ],
)
def test_no_cell_is_a_formula(cell: str, written: str) -> None:
    """What a spreadsheet would take for a formula has an apostrophe before it; a number stays a number."""
    shown = separated([("Vad", "Antal"), (cell, "1")])
    assert list(csv.reader(io.StringIO(shown, newline=""), strict=True))[1] == [written, "1"]


def test_a_name_that_is_a_formula_is_harmless_in_every_csv() -> None:
    """Names, titles, villkor and what alternatives are called: whatever others wrote is shown as text."""
    formula = '=HYPERLINK("http://example.org")'
    organisation = Organisation("formler", MemoryLog())
    with organisation.beslut("1", decided=date(2010, 1, 1)) as beslut:
        beslut.create_organ("sn", name=formula, kind="namnd")
        beslut.create_enhet("soc", name=formula, kind=formula)
        beslut.place_under_namnd("soc", namnd="sn")
        beslut.create_befattning("chef", title=formula, enhet="soc", leads=["soc"])
        beslut.define_arende("avtal", name=formula)
        beslut.adopt_delegationsordning("do", namnd="sn", name=formula)
        beslut.grant_delegation("do", rad="r", nummer="@1", arende="avtal", delegat=["chef"], villkor=formula)
    view = organisation.on(DAY)
    asked = Asked(organisation="formler", day=DAY, view=view)
    compared = compare(DAY, {"=nu": organisation, "=alt": organisation})
    shown = [
        presentations.delegationsordning(asked, view.delegationsordning("sn")),
        presentations.compare(asked, compared),
    ]
    for each in (str(WRITERS["csv"](one, "sv")) for one in shown):
        cells = [cell for line in csv.reader(io.StringIO(each), strict=True) for cell in line]
        assert any(cell.startswith("'=") for cell in cells)
        assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@")]


def test_csv_is_written_in_one_place() -> None:
    """Whoever writes another answer as CSV writes it through what makes its cells harmless."""
    root = Path(orgmodell.__file__).parent
    assert [
        str(file.relative_to(root))
        for file in sorted(root.rglob("*.py"))
        if re.search(r"^\s*(import|from) csv\b", file.read_text(encoding="utf-8"), re.MULTILINE)
    ] == ["writers/csv.py"]
