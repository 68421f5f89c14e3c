"""The commands about who may decide: the delegationsordning, one matter and the law, in every form."""

from __future__ import annotations

import csv
import io
import re
import sys
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from asking import data, failed, rows, text, written

ON = ("--on", "2018-05-15")
LATER = ("--on", "2018-06-15")

GROUND = """\
beslut: KF 2010 § 2
decided: 2010-01-01
decided_by: kf
changes:
  - create_organ: {organ: kn, name: Kulturnämnden, kind: namnd}
  - create_organ: {organ: au, name: Arbetsutskottet, kind: utskott, part_of: sn}
  - create_enhet: {enhet: kultur, name: Kulturförvaltningen, kind: förvaltning}
  - create_enhet: {enhet: skola, name: Skolkontoret, kind: kontor}
  - place_under_namnd: {enhet: soc, namnd: sn}
  - place_under_namnd: {enhet: kultur, namnd: kn}
  - adopt_reglemente: {namnd: sn, omraden: [socialtjänst, personal]}
  - elect_ledamot: {organ: sn, person: p-20, role: ordforande}
  - create_befattning: {befattning: direktor, title: Förvaltningsdirektör, enhet: soc, mark: assumed}
  - create_befattning: {befattning: enhetschef, title: Enhetschef, enhet: hemtjanst, leads: [hemtjanst]}
  - create_befattning: {befattning: handlaggare, title: Handläggare <nivå 1>, enhet: hemtjanst}
  - create_befattning: {befattning: samordnare, title: Samordnare, enhet: best}
  - appoint: {befattning: direktor, person: p-10}
  - appoint: {befattning: bestallarchef, person: p-11}
  - appoint: {befattning: handlaggare, person: p-4}
  - appoint: {befattning: samordnare, person: p-5}
  - appoint: {befattning: enhetschef, person: p-3, effective: 2018-02-15}
  - designate_deputy: {befattning: direktor, deputy: bestallarchef}
---
beslut: SN 2011 § 1
decided: 2011-01-01
changes:
  - end_leadership: {befattning: socialchef, enhet: soc}
  - assign_leadership: {befattning: direktor, enhet: soc}
---
beslut: Ärenden
decided: 2012-01-01
changes:
  - define_arende: {arende: organisation, name: Organisation i grupper < 5, omrade: personal}
  - define_arende: {arende: anstallning, name: Anställning av personal, omrade: personal}
  - define_arende: {arende: inkop, name: Inköp, omrade: socialtjänst}
  - define_arende: {arende: bistand, name: Bistånd, omrade: socialtjänst, lagrum: 4 kap. 1 § SoL}
  - define_arende: {arende: akut, name: Omedelbart omhändertagande, omrade: socialtjänst}
  - define_arende: {arende: statistik, name: Statistik, omrade: socialtjänst}
  - define_arende: {arende: utlamnande, name: Utlämnande av handling, omrade: socialtjänst}
  - define_arende: {arende: lokal, name: Hyra av lokal, omrade: socialtjänst}
  - define_arende: {arende: mal, name: Mål för verksamheten, omrade: socialtjänst, forbehallet: mal}
  - define_arende: {arende: namnder, name: Nämndernas organisation, forbehallet: fullmaktige}
  - define_arende: {arende: oppettider, name: Öppettider, omrade: kultur}
"""

ORDNING = """\
beslut: SN 2013 § 40
decided: 2013-11-19
decided_by: sn
effective: 2014-01-01
changes:
  - adopt_delegationsordning:
      {ordning: sn-2014, namnd: sn, name: Delegationsordning 2014, dnr: SN 2013/9, tf_arver: false}
  - grant_delegation:
      {ordning: sn-2014, rad: r-anst, nummer: "1.1", arende: anstallning, delegat: [direktor],
       far_vidaredelegeras: true, villkor: inom budget}
  - grant_delegation: {ordning: sn-2014, rad: r-stat, nummer: "4.1", arende: statistik, delegat: [controller]}
  - grant_delegation: {ordning: sn-2014, rad: r-lok, nummer: "1.3", arende: lokal, delegat: [direktor]}
---
beslut: SN 2018 § 12
decided: 2018-01-23
decided_by: sn
effective: 2018-03-01
title: Ny delegationsordning
changes:
  - adopt_delegationsordning:
      {ordning: sn-2018, namnd: sn, name: Socialnämndens delegationsordning, dnr: SN 2018/4,
       replaces: sn-2014, ersattarordning: [ersattare, utsedd, overordnad], karenstid: 1, tf_arver: true,
       forkortningar: ["FD: förvaltningsdirektör", "EC: enhetschef"]}
  - grant_delegation:
      {ordning: sn-2018, rad: r-org, nummer: "1.10", arende: organisation, delegat: [socialchef],
       ersattare: [au], samrad: personalchefen, lagrum: ["7 kap. 5 § KL"]}
  - grant_delegation:
      {ordning: sn-2018, rad: r-anst, nummer: "1.2", arende: anstallning, delegat: [direktor],
       far_vidaredelegeras: true, villkor: inom budget}
  - grant_delegation:
      {ordning: sn-2018, rad: r-ink, nummer: "2.1", arende: inkop, delegat: [regichef], belopp: 200000,
       far_vidaredelegeras: true, anmalan: forvaltningschefen}
  - grant_delegation: {ordning: sn-2018, rad: r-bist, nummer: "3.1", arende: bistand, delegat_typ: Enhetschef}
  - grant_delegation:
      {ordning: sn-2018, rad: r-akut, nummer: "3.2", arende: akut, delegat: [p-20], bradskande: true}
  - grant_delegation: {ordning: sn-2018, rad: r-stat, nummer: "4.1", arende: statistik, delegat: [controller]}
  - grant_delegation:
      {ordning: sn-2018, rad: r-utl, nummer: "4.2", arende: utlamnande, delegat: [samordnare],
       far_vidaredelegeras: true}
  - withhold_delegation: {ordning: sn-2018, arende: organisation, delegat_typ: Gruppledare}
---
beslut: FD 2018/1
decided: 2018-03-02
decided_by: direktor
changes:
  - grant_vidaredelegation:
      {vidaredelegation: v-1, ordning: sn-2018, nummer: "1.2", to: enhetschef, enhet: regi,
       villkor: högst sex månader}
  - grant_vidaredelegation: {vidaredelegation: v-2, ordning: sn-2018, nummer: "1.2", to: handlaggare}
---
beslut: Indragning
decided: 2018-05-01
changes:
  - release: {befattning: samordnare, person: p-5}
  - withdraw_befattning: {befattning: samordnare}
"""

RENUMBERED = """\
beslut: SN 2018 § 60
decided: 2018-06-01
decided_by: sn
changes:
  - change_delegation:
      {ordning: sn-2018, rad: r-anst, nummer: "1.3", arende: anstallning, delegat: [direktor],
       far_vidaredelegeras: true, villkor: inom budget}
  - revoke_delegation: {ordning: sn-2018, rad: r-akut}
"""


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    """Exempelby with a socialnämnd that has adopted two delegationsordningar."""
    return written(tmp_path, GROUND, ORDNING, RENUMBERED)


class Cells(HTMLParser):
    """The texts of the table cells of a page, row by row."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.open: list[str] = []
        self.feed(page)
        self.rows = [[" ".join(cell.split()) for cell in row] for row in self.rows]

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if {"td", "th"} & set(self.open):
            self.rows[-1][-1] += f" {data}"


# The delegationsordning


def test_the_text_says_what_it_is_and_who_decides_what(ledger: str) -> None:
    """Adoption is apart from in force; rows by number, 1.2 before 1.10, and who has each post on the day."""
    shown = text("delegationsordning", ledger, "sn", *ON)
    assert shown.startswith("exempelby: Delegationsordning för Socialnämnden (sn) den 2018-05-15\n")
    table = rows(shown)
    for said in (
        ["Namn", "Socialnämndens delegationsordning (sn-2018)"],
        ["Dnr", "SN 2018/4"],
        ["Antagen", "2018-01-23, beslut ”SN 2018 § 12”"],
        ["Gäller från", "2018-03-01"],
        ["Ersätter", "Delegationsordning 2014 (sn-2014)"],
        ["Lag", "kommunallagen (2017:725)"],
        ["FD", "förvaltningsdirektör"],
        ["EC", "enhetschef"],
        ["Överordnad chef", "har inte rätten enbart som överordnad"],
        ["Tillförordnad", "ärver befattningens delegationer under förordnandet"],
        ["Karenstid", "1 månad för den som är ny på befattningen"],
        ["Anmälan", "till nämnden, om inget annat sägs i raden"],
    ):
        assert said in table
    assert "därefter närmast överordnad chef, sist nämnden" in shown
    numbered = [row for row in table if re.match(r"\d\.\d+$", row[0])]
    assert [row[0] for row in numbered] == ["1.2", "1.10", "2.1", "3.1", "3.2", "4.1", "4.2"]
    named = {row[0]: row[3] for row in numbered}
    assert named["1.2"] == "Förvaltningsdirektör: p-10"
    assert named["1.10"] == "Socialchef: p-1 (konsult)"
    assert named["2.1"] == "Regichef: p-2 (t.f.)"
    assert named["4.1"] == "Controller: vakant"
    assert named["4.2"] == "Samordnare: finns inte längre"
    assert "upp till 200 000 kr" in shown
    assert "efter samråd med personalchefen" in shown


def test_a_vidaredelegation_stands_under_its_row(ledger: str) -> None:
    """With its own limits and the beslut of the förvaltningschef."""
    shown = text("delegationsordning", ledger, "sn", *ON)
    table = rows(shown)
    at = next(n for n, row in enumerate(table) if row[0] == "1.2")
    assert table[at + 1][:4] == ["· Vidaredelegerat: v-1", "–", "Enhetschef: p-3", "–"]
    assert table[at + 1][4] == "högst sex månader"
    assert table[at + 1][-1] == "FD 2018/1, 2018-03-02"
    assert re.search(r"högst sex månader .*\n +bara Egen regi\n", shown)
    assert table[at + 2][:3] == ["· Vidaredelegerat: v-2", "–", "Handläggare <nivå 1>: p-4"]
    assert table[at + 3][0] == "1.10"


def test_what_has_changed_since_the_version_before_is_told(ledger: str) -> None:
    """New and renumbered rows are marked, what is gone is listed, and every beslut that made it so."""
    shown = text("delegationsordning", ledger, "sn", *ON)
    below = {row.split(" ")[0]: under.strip() for row, under in pairwise(shown.splitlines()) if row}
    assert (below["1.2"], below["1.10"]) == ("omnumrerad", "ny")
    assert below["4.1"].startswith("4.2")
    assert "Utgår:\n  - 1.3 Hyra av lokal (lokal)\n" in shown
    assert ["2018-03-01", "SN 2018 § 12", "2018-01-23", "Ny delegationsordning"] in rows(shown)


def test_a_vidaredelegation_dangles_when_the_row_is_renumbered(ledger: str) -> None:
    """It is told, in text and page, and stands under no row."""
    shown = text("delegationsordning", ledger, "sn", *LATER)
    assert "Vidaredelegationer som inte längre hör till någon rad:\n  - v-1\n  - v-2\n" in shown
    assert "Vidaredelegerat: v-1" not in shown
    answer = data("delegationsordning", ledger, "sn", *LATER)
    assert answer["dangling"] == ["v-1", "v-2"]
    page = text("delegationsordning", ledger, "sn", *LATER, "--format", "html")
    assert "<h2>Vidaredelegationer som inte längre hör till någon rad</h2>\n<ul>\n<li>v-1</li>" in page


def test_what_may_not_be_delegated_is_told_with_its_lagrum(ledger: str) -> None:
    """What the law keeps for nämnden or fullmäktige, in the områden of the nämnd; and what is assumed."""
    shown = text("delegationsordning", ledger, "sn", *ON)
    assert [
        "Mål för verksamheten (mal)",
        "verksamhetens mål, inriktning, omfattning eller kvalitet",
        "6 kap. 38 § 1 kommunallagen (2017:725)",
    ] in rows(shown)
    assert "5 kap. 1 § kommunallagen (2017:725)" in shown
    assert "Antaget:\n  - befattning inrättad: direktor" in text(
        "delegationsordning", ledger, "sn", *ON, "--grounds"
    )
    reserved = data("delegationsordning", ledger, "sn", *ON)["reserved"]
    assert [(each["arende"], each["lagrum"]) for each in reserved] == [
        ("mal", "6 kap. 38 § 1"),
        ("namnder", "5 kap. 1 §"),
    ]


def test_csv_has_one_line_for_each_row_and_vidaredelegation(ledger: str) -> None:
    """Every line has every column; a vidaredelegation has its id in one of its own; ids can be read back."""
    shown = text("delegationsordning", ledger, "sn", *ON, "--format", "csv")
    lines = list(csv.DictReader(io.StringIO(shown), strict=True))
    assert [(line["Nr"], line["Vidaredelegation"]) for line in lines] == [
        ("1.2", ""),
        ("1.2", "v-1"),
        ("1.2", "v-2"),
        *((nummer, "") for nummer in ("1.10", "2.1", "3.1", "3.2", "4.1", "4.2")),
    ]
    assert lines[3] == {
        "Nr": "1.10",
        "Vidaredelegation": "",
        "Ärende": "Organisation i grupper < 5",
        "Lagrum": "7 kap. 5 § KL",
        "Delegat": "Socialchef",
        "Innehavare": "p-1 (konsult)",
        "Ersättare": "Arbetsutskottet",
        "Upp till (kr)": "",
        "Villkor": "efter samråd med personalchefen",
        "Får vidaredelegeras": "nej",
        "Anmälan": "nämnden",
        "Beslut": "SN 2018 § 12",
        "Ändring": "ny",
    }
    assert next(line for line in lines if line["Nr"] == "2.1")["Upp till (kr)"] == "200000"
    assert "\r" not in shown


def test_data_has_ids_numbers_and_null(ledger: str) -> None:
    """The policies, the rows with holders and vidaredelegationer, and the facts it rests on."""
    answer = data("delegationsordning", ledger, "sn", *ON)
    assert answer["law"] == {"act": "kommunallagen (2017:725)", "amended": None, "since": "2018-01-01"}
    assert (answer["decided"], answer["since"], answer["karenstid"]) == ("2018-01-23", "2018-03-01", 1)
    by_number = {row["nummer"]: row for row in answer["rows"]}
    assert list(by_number) == ["1.2", "1.10", "2.1", "3.1", "3.2", "4.1", "4.2"]
    inkop = by_number["2.1"]
    assert (inkop["rad"], inkop["belopp"], inkop["enhet"], inkop["samrad"]) == ("r-ink", 200000.0, None, None)
    assert inkop["delegat"] == [
        {
            "id": "regichef",
            "kind": "befattning",
            "called": "Regichef",
            "there": True,
            "vacant": False,
            "holders": [{"person": "p-2", "name": None, "form": "tf"}],
        }
    ]
    assert by_number["4.2"]["delegat"][0]["there"] is False
    assert by_number["4.1"]["delegat"][0]["vacant"] is True
    assert [each["vidaredelegation"] for each in by_number["1.2"]["vidaredelegationer"]] == ["v-1", "v-2"]
    assert answer["revoked"] == [{"nummer": "1.3", "arende": "lokal"}]
    assert {fact["verb"] for fact in answer["basis"]} >= {"adopt_delegationsordning", "grant_delegation"}
    assert answer["assumed"] is True


def test_the_page_is_whole_swedish_and_escaped(ledger: str) -> None:
    """One well-formed file that asks for nothing from elsewhere; names do not become markup."""
    page = text("delegationsordning", ledger, "sn", *ON, "--format", "html")
    assert page.startswith('<!DOCTYPE html>\n<html lang="sv">')
    heading = "exempelby: Delegationsordning för Socialnämnden (sn) den 2018-05-15"
    assert f"<title>Socialnämndens delegationsordning – {heading}</title>" in page
    assert "<h1>Socialnämndens delegationsordning</h1>" in page
    assert "Handläggare &lt;nivå 1&gt;" in page
    assert "Organisation i grupper &lt; 5" in page
    assert "<nivå" not in page
    assert not re.search(r"https?:|src=|url\(|@import|<script|<link", page)
    for rule in ("size: A4", "counter(page)", "display: table-header-group"):
        assert rule in page
    assert Cells(page).open == []


def test_the_page_has_the_table_by_chapter_with_all_its_columns(ledger: str) -> None:
    """A vidaredelegation under its row, what changed beside the number, what is wrong in plain words."""
    table = Cells(text("delegationsordning", ledger, "sn", *ON, "--format", "html")).rows
    assert ["Avsnitt 1"] in table
    assert ["Avsnitt 4"] in table
    heads = [
        "Nr",
        "Ärende",
        "Lagrum",
        "Delegat",
        "Ersättare",
        "Villkor",
        "Får vidaredelegeras",
        "Anmälan",
        "Beslut",
    ]
    assert heads in [[cell.replace("\N{SOFT HYPHEN}", "") for cell in row] for row in table]
    at = table.index(
        [
            *("1.2 omnumrerad", "Anställning av personal", "–", "Förvaltningsdirektör: p-10", "–"),
            *("inom budget", "ja", "nämnden", "SN 2018 § 12"),
        ]
    )
    assert table[at + 1] == [
        *("", "Vidaredelegerat: v-1", "–", "Enhetschef: p-3", "–"),
        *("högst sex månader bara Egen regi", "–", "–", "FD 2018/1, 2018-03-02"),
    ]
    held = {row[0].split()[0]: row[3] for row in table if len(row) == 9 and row[0]}
    assert held["1.10"] == "Socialchef: p-1 (konsult)"
    assert held["3.1"] == "Enhetschef: den som har titeln i enhetens linje"
    assert held["4.1"] == "Controller: vakant"
    assert held["4.2"] == "Samordnare: finns inte längre"
    assert ["Jäv", "6 kap. 28–32 §§, 7 kap. 4 §", "den som är jävig får inte delta i handläggningen"] in table
    assert ["2018-03-01", "SN 2018 § 12", "2018-01-23", "Ny delegationsordning"] in table


def test_without_jinja2_only_the_page_is_refused(ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to install; the other forms need nothing."""
    monkeypatch.setitem(sys.modules, "jinja2", None)
    monkeypatch.delitem(sys.modules, "orgmodell.writers.html", raising=False)
    told = failed("delegationsordning", ledger, "sn", *ON, "--format", "html")
    assert told == "orgmodell: HTML needs Jinja2: pip install 'orgmodell[html]'\n"
    assert text("delegationsordning", ledger, "sn", *ON)


def test_a_namnd_without_one_or_that_is_not_there_is_told(ledger: str) -> None:
    """Exit status 2: with the nearest id, what it is instead, or the days on record."""
    assert "there is no organ 'snn'; did you mean 'sn'?" in failed("delegationsordning", ledger, "snn", *ON)
    assert "'soc' is an enhet, not an organ" in failed("delegationsordning", ledger, "soc", *ON)
    assert "'kn' has no delegationsordning in force" in failed("delegationsordning", ledger, "kn", *ON)
    early = failed("delegationsordning", ledger, "sn", "--on", "2013-12-31")
    assert "those on record begin on 2014-01-01, 2018-03-01" in early


# Who decides


def test_the_first_line_is_the_answer_and_the_way_there_is_numbered(ledger: str) -> None:
    """From the reglemente to the person, each link with its id and its beslut; then conditions and report."""
    shown = text("who-decides", ledger, "anstallning", "--enhet", "hemtjanst", *ON)
    heading, _, answer = shown.splitlines()[:3]
    assert heading == (
        "exempelby: Vem beslutar i ärendet Anställning av personal (anstallning) "
        "som rör Hemtjänsten (hemtjanst) den 2018-05-15"
    )
    assert answer == "Beslutar: Enhetschef (enhetschef), p-3 – vidaredelegat."
    assert "Får också besluta:\n  - Förvaltningsdirektör (direktor), p-10 – delegat\n" in shown
    assert shown[shown.index("Vägen dit:") : shown.index("\n\nVillkor:")] == (
        "Vägen dit:\n"
        "   1. reglemente: området personal hör till Socialnämnden (sn), beslut ”KF 2010 § 2”\n"
        "   2. nämnd: Socialnämnden (sn)\n"
        "   3. delegationsordning: Socialnämndens delegationsordning (sn-2018), dnr SN 2018/4, "
        "gäller från 2018-03-01, beslut ”SN 2018 § 12”\n"
        "   4. rad: 1.2 Anställning av personal (r-anst), beslut ”SN 2018 § 12”\n"
        "   5. vidaredelegation: rad 1.2 till Enhetschef (v-1), beslut ”FD 2018/1”\n"
        "   6. befattning: Enhetschef (enhetschef), vidaredelegat, beslut ”KF 2010 § 2”\n"
        "   7. person: p-3, ordinarie, beslut ”KF 2010 § 2”"
    )
    assert "Villkor:\n  - inom budget\n  - högst sex månader\n" in shown
    assert (
        "Anmälan: beslutet anmäls till nämnden (6 kap. 40 §, 7 kap. 8 § kommunallagen (2017:725))." in shown
    )
    assert "Lag: kommunallagen (2017:725).\n" in shown
    in_full = text("who-decides", ledger, "anstallning", "--enhet", "hemtjanst", *ON, "--grounds")
    assert "Antaget:\n  - befattning inrättad: direktor" in in_full


def test_a_konsult_is_rejected_with_the_law_that_says_so(ledger: str) -> None:
    """And so is a title that is on record as not having the right; the ersättare decides."""
    shown = text("who-decides", ledger, "organisation", "--enhet", "hemtjanst", *ON)
    assert "Beslutar: Arbetsutskottet (au) – ersättare enligt raden." in shown
    rejected = shown[shown.index("Prövade och avvisade:") :]
    assert "- Gruppledare – delegat: får inte besluta enligt delegationsordningen" in rejected
    assert (
        "- Socialchef (socialchef), p-1, konsult – delegat: är konsult och inte anställd hos kommunen "
        "(7 kap. 5 § kommunallagen (2017:725))"
    ) in rejected
    candidates = data("who-decides", ledger, "organisation", "--enhet", "hemtjanst", *ON)["candidates"]
    assert candidates[1]["lagrum"] == "7 kap. 5 § kommunallagen (2017:725)"
    assert [each["rejected"] is None for each in candidates] == [False, False, True]


def _answered(ledger: str, *arguments: str) -> str:
    """The line with the answer."""
    return text("who-decides", ledger, *arguments).splitlines()[2]


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("inkop --enhet regi --belopp 1000", "Beslutar: Regichef (regichef), p-2, t.f. – delegat."),
        (
            "inkop --enhet regi --jav p-2",
            "Beslutar: Förvaltningsdirektör (direktor), p-10 – närmast överordnad chef.",
        ),
        (
            "anstallning --enhet soc --absent handlaggare --absent direktor",
            "Beslutar: Beställarchef (bestallarchef), p-11 – utsedd ställföreträdare.",
        ),
        ("bistand --enhet hemtjanst", "Beslutar: Enhetschef (enhetschef), p-3 – delegat."),
        (
            "statistik --enhet best",
            "Beslutar: Beställarchef (bestallarchef), p-11 – närmast överordnad chef.",
        ),
        ("akut --bradskande", "Beslutar: p-20 – delegat."),
        ("lokal --bradskande", "Beslutar: p-20 – ordföranden, när nämnden inte kan avvaktas."),
        ("akut", "Beslutar: Socialnämnden (sn) – nämnden själv: ingen rad ger rätten."),
        ("mal", "Beslutar: Socialnämnden (sn) – nämnden, som inte får delegera ärendet."),
        ("namnder", "Beslutar: Kommunfullmäktige (kf)."),
        (
            "bistand",
            "Framgår inte vem som beslutar.",
        ),
        ("oppettider --enhet kultur", "Framgår inte vem som beslutar."),
        ("oppettider --enhet skola", "Framgår inte vem som beslutar."),
    ],
)
def test_each_kind_of_answer_is_one_sentence(asked: str, answer: str, ledger: str) -> None:
    """t.f., jäv, absence, a title, a vacancy, urgency, what is reserved, and what is not on record."""
    assert _answered(ledger, *asked.split(), *ON) == answer


def test_when_it_does_not_appear_the_text_says_what_is_missing(ledger: str) -> None:
    """Directly under the answer; in data the decider is null."""
    shown = text("who-decides", ledger, "oppettider", "--enhet", "kultur", *ON)
    assert (
        "Framgår inte vem som beslutar.\n\nSaknas:\n"
        "  - reglementet för Kulturnämnden är inte registrerat\n"
        "  - ingen delegationsordning för Kulturnämnden är registrerad\n"
    ) in shown
    answer = data("who-decides", ledger, "oppettider", "--enhet", "skola", *ON)
    assert (answer["decider"], answer["missing"]) == (None, ["vilken nämnd enheten lyder under"])


def test_who_is_new_on_a_post_waits(ledger: str) -> None:
    """The karenstid of the ordning, told with the day it is over."""
    asked = ("who-decides", ledger, "bistand", "--enhet", "hemtjanst")
    assert "är ny på befattningen: karenstid till 2018-03-15" in text(*asked, "--on", "2018-03-14")
    assert data(*asked, "--on", "2018-03-15")["decider"]["person"] == "p-3"


def test_the_question_is_told_as_it_was_asked(ledger: str) -> None:
    """Amount, urgency, who is away and who is jävig; in data too, with the row and its number."""
    asked = ("who-decides", ledger, "inkop", "--enhet", "regi", "--belopp", "150000", "--bradskande")
    who = ("--jav", "p-10", "--absent", "controller")
    heading = text(*asked, *who, *ON).splitlines()[0]
    assert "(belopp 150 000 kr; brådskande; frånvarande: Controller (controller); jäviga: p-10)" in heading
    answer = data(*asked, *who, *ON)
    assert (answer["belopp"], answer["absent"], answer["jav"]) == (150000.0, ["controller"], ["p-10"])
    assert (answer["row"]["nummer"], answer["row"]["belopp"]) == ("2.1", 200000.0)
    last = answer["chain"][-1]
    assert (last["kind"], last["what"], last["thing"], last["beslut"]) == (
        *("person", "person", "p-2", "KF 2010 § 1"),
    )
    assert (last["says"], last["holds"]) == ("tf", "tf")
    assert answer["villkor"] == ["upp till 200 000 kr"]


def test_an_unknown_arende_enhet_or_person_is_told(ledger: str) -> None:
    """Exit status 2 with the nearest id; a misspelt --jav or --absent is not silently let pass."""
    for wrong, told in (
        (("anstalning",), "there is no arende 'anstalning'; did you mean 'anstallning'?"),
        (("anstallning", "--enhet", "regii"), "there is no enhet 'regii'; did you mean 'regi'?"),
        (("anstallning", "--absent", "direktorn"), "names 'direktorn'; did you mean 'direktor'?"),
        (("anstallning", "--jav", "p-99"), "nothing on record names 'p-99'"),
        (("anstallning", "--belopp", "-1"), "at least 0"),
    ):
        assert told in failed("who-decides", ledger, *wrong, *ON)


# The law


def test_the_law_of_a_day_with_its_lagrum() -> None:
    """No source is needed; who may be delegate differs with the wording."""
    shown = text("law", "--on", "2017-12-31")
    assert shown.startswith(
        "Lag den 2017-12-31: kommunallagen (1991:900)\n\nLyder så från och med 1992-01-01."
    )
    assert ["Får besluta på nämndens vägnar", "6 kap. 33 §", "ett utskott"] in rows(shown)
    assert "presidiet" not in shown
    later = text("law", "--on", "2022-07-01")
    assert "kommunallagen (2017:725), i lydelse enligt lag (2022:638)" in later.splitlines()[0]
    assert ["6 kap. 37 §", "en automatiserad beslutsfunktion"] in rows(later)
    for what, lagrum in (
        ("Får inte delegeras", "6 kap. 38 § 1"),
        ("Fullmäktiges egna ärenden", "5 kap. 1 §"),
        ("Vidaredelegation", "7 kap. 6 §"),
        ("Anmälan", "6 kap. 40 §, 7 kap. 8 §"),
        ("Brådskande ärenden", "6 kap. 39 §"),
        ("Jäv", "6 kap. 28–32 §§, 7 kap. 4 §"),
    ):
        assert [what, lagrum] in [row[:2] for row in rows(later)]
    assert "detta är den äldsta som är det, från 1992-01-01" in text("law", "--on", "1980-01-01")


def test_the_law_as_data() -> None:
    """The act, its amendment and first day, and each provision by kind."""
    answer = data("law", "--on", "2022-07-01")
    assert (answer["act"], answer["amended"]) == ("kommunallagen (2017:725)", "lag (2022:638)")
    assert (answer["day"], answer["since"], answer["reporting"]) == (
        "2022-07-01",
        "2022-07-01",
        "namnden bestammer",
    )
    assert answer["delegates"]["anstalld"] == {"lagrum": "7 kap. 5 §", "says": "en anställd hos kommunen"}
    assert answer["reserved"]["mal"]["lagrum"] == "6 kap. 38 § 1"
    assert data("law", "--on", "2018-01-01")["amended"] is None


# Portraits, differences and history


def test_a_befattning_tells_what_it_may_decide(ledger: str) -> None:
    """As delegate, as ersättare, by vidaredelegation; and its deputy. It rests on those rows only."""
    told = rows(text("show", ledger, "direktor", *ON))
    assert ["Ställföreträdare", "Beställarchef (bestallarchef)"] in told
    assert any(row[:1] == ["Delegat"] and row[1].startswith("Anställning av personal") for row in told)
    given = rows(text("show", ledger, "enhetschef", *ON))
    assert any(row[:1] == ["Vidaredelegat"] and row[1].startswith("v-1, rad 1.2 i") for row in given)
    answer = data("show", ledger, "direktor", *ON)
    assert [row["rad"] for row in answer["rows"]] == ["r-anst"]
    assert [fact["verb"] for fact in answer["basis"]].count("grant_delegation") == 1
    assert data("show", ledger, "enhetschef", *ON)["passed_on"][0]["vidaredelegation"] == "v-1"


def test_an_arende_tells_who_may_decide_in_it_or_that_nobody_else_may(ledger: str) -> None:
    """The rows about it in what is in force; the law when it is reserved."""
    told = rows(text("show", ledger, "bistand", *ON))
    assert ["Lagrum", "4 kap. 1 § SoL"] in told
    assert any(row[0] == "Delegat" and row[1].startswith("Enhetschef, rad 3.1 i") for row in told)
    assert "Får inte delegeras" in text("show", ledger, "mal", *ON)
    assert ["Delegat", "ingen rad i någon delegationsordning gäller det"] in rows(
        text("show", ledger, "lokal", *ON)
    )
    assert data("show", ledger, "mal", *ON)["reserved"]["lagrum"] == "6 kap. 38 § 1"
    assert [row["ordning"] for row in data("show", ledger, "lokal", "--on", "2014-01-01")["rows"]] == [
        "sn-2014"
    ]


def test_an_ordning_and_its_namnd_tell_of_each_other(ledger: str) -> None:
    """The ordning briefly, since its table has a command of its own; the nämnd with its områden."""
    told = rows(text("show", ledger, "sn-2018", *ON))
    assert ["Nämnd", "Socialnämnden (sn)"] in told
    assert ["Rader", "7 (se delegationsordning)"] in told
    assert ["Vidaredelegationer", "2"] in told
    assert data("show", ledger, "sn-2018", *ON)["replaces"] == "sn-2014"
    namnd = data("show", ledger, "sn", *ON)
    assert (namnd["reglemente"], namnd["delegationsordning"]) == (["socialtjänst", "personal"], "sn-2018")
    assert ["Verksamhetsområden", "socialtjänst, personal"] in rows(text("show", ledger, "sn", *ON))
    assert "it ended on 2018-03-01" in failed("show", ledger, "sn-2014", *ON)


def test_a_vidaredelegation_tells_its_row_or_that_it_dangles(ledger: str) -> None:
    """By the number that it names, as that is on the day."""
    assert ["Rad", "1.2, Anställning av personal (anstallning)"] in rows(text("show", ledger, "v-1", *ON))
    assert ["Rad", "1.2, ingen rad har numret den dagen"] in rows(text("show", ledger, "v-1", *LATER))
    assert data("show", ledger, "v-1", *ON)["dangles"] is False
    later = data("show", ledger, "v-1", *LATER)
    assert (later["rows"], later["dangles"]) == ([], True)
    assert "it is granted on 2018-03-02" in failed("show", ledger, "v-1", "--on", "2018-03-01")


def test_every_row_with_the_number_is_passed_on(tmp_path: Path) -> None:
    """A second row 1.2: the table, the portrait and who decides tell the same, whichever row stands first."""
    second = """\
beslut: SN 2018 § 5
decided: 2018-03-01
decided_by: sn
changes:
  - grant_delegation:
      {ordning: sn-2018, rad: r-0, nummer: "1.2", arende: utlamnande, delegat: [direktor],
       far_vidaredelegeras: true}
"""
    passing_on = ORDNING.rindex("---")
    ledger = written(tmp_path, GROUND, ORDNING[:passing_on] + "---\n" + second + ORDNING[passing_on:])
    table = data("delegationsordning", ledger, "sn", *ON)["rows"]
    passed_on = {row["rad"]: [v["vidaredelegation"] for v in row["vidaredelegationer"]] for row in table}
    assert {rad: given for rad, given in passed_on.items() if given} == {
        "r-anst": ["v-1", "v-2"],
        "r-0": ["v-1", "v-2"],
    }
    shown = data("show", ledger, "v-1", *ON)
    assert ([row["rad"] for row in shown["rows"]], shown["dangles"]) == (["r-anst", "r-0"], False)
    both = "Anställning av personal (anstallning) och Utlämnande av handling (utlamnande)"
    assert f"1.2, {both}" in " ".join(text("show", ledger, "v-1", *ON).split())


def test_a_number_that_means_another_matter_is_told(tmp_path: Path) -> None:
    """A vidaredelegation does not move to the row that took over its number."""
    swapped = """\
beslut: SN 2018 § 60
decided: 2018-06-01
decided_by: sn
changes:
  - change_delegation:
      {ordning: sn-2018, rad: r-anst, nummer: "1.3", arende: anstallning, delegat: [direktor],
       far_vidaredelegeras: true}
  - change_delegation:
      {ordning: sn-2018, rad: r-utl, nummer: "1.2", arende: utlamnande, delegat: [direktor],
       far_vidaredelegeras: true}
"""
    ledger = written(tmp_path, GROUND, ORDNING, swapped)
    assert "som nu är Utlämnande av handling (utlamnande)" in text("show", ledger, "v-1", *LATER)
    assert data("show", ledger, "v-1", *LATER)["dangles"] is True
    assert data("who-decides", ledger, "utlamnande", "--enhet", "hemtjanst", *LATER)["decider"]["who"] == (
        "direktor"
    )


def test_a_difference_tells_only_the_rows_that_differ(ledger: str) -> None:
    """By number and matter; reglemente and deputy too have words."""
    changed = list(
        csv.reader(text("diff", ledger, "2018-05-31", "2018-06-01", "--format", "csv").splitlines())
    )
    (row,) = (each for each in changed if each[0] == "delegationsordning: ändras")
    assert row[3] == "rader"
    assert "1.2 Anställning av personal: Förvaltningsdirektör" in " ".join(row)
    assert "1.10" not in " ".join(" ".join(each) for each in changed)
    found = data("diff", ledger, "2009-12-31", "2018-03-02")["differences"]
    created = {each["id"]: each["after"] for each in found}
    assert created["sn"]["reglemente"] == ["socialtjänst", "personal"]
    assert created["direktor"]["deputy"] == "bestallarchef"
    assert created["anstallning"]["område"] == "personal"
    assert created["v-1"]["passed on to"] == "enhetschef"
    assert created["sn-2018"]["rows"][0] == {
        "rad": "r-anst",
        "nummer": "1.2",
        "arende": "anstallning",
        "delegat": ["direktor"],
        "belopp": None,
        "enhet": None,
    }
    assert ["ärende: nytt", "Inköp (inkop)"] in [
        each[:2] for each in rows(text("diff", ledger, "2011-12-31", "2012-01-01"))
    ]


def test_the_history_of_an_ordning_is_in_swedish(ledger: str) -> None:
    """Adoption, each row, what was withheld and passed on; a policy that is off is told where on is usual."""
    shown = text("history", ledger, "sn-2018")
    assert "delegationsordning antagen: sn-2018 (nämnd: sn, namn: Socialnämndens delegationsordning" in shown
    assert "ersättarordning: ersättare, utsedd, överordnad" in shown
    assert "delegation inte given: sn-2018 (ärende: organisation, delegat: Gruppledare)" in shown
    assert "anmälan: förvaltningschefen" in shown
    assert "delegation återkallad: sn-2018 (rad: r-akut)" in shown
    assert "t.f. ärver: nej" in text("history", ledger, "sn-2014")


def test_every_clock_and_alternative_counts_here_too(ledger: str) -> None:
    """--known, --as-recorded and --with, as of every question."""
    alternatives = Path(ledger) / "alternatives"
    alternatives.mkdir()
    (alternatives / "a.yaml").write_text(
        "beslut: Alternativ A\ndecided: 2018-04-01\nchanges:\n"
        "  - change_delegation: {ordning: sn-2018, rad: r-stat, nummer: '4.1', arende: statistik, "
        "delegat: [enhetschef]}\n",
        encoding="utf-8",
    )
    asked = ("who-decides", ledger, "statistik", "--enhet", "hemtjanst", *ON)
    assert data(*asked)["decider"]["who"] == "bestallarchef"
    assert data(*asked, "--with", "a")["decider"]["who"] == "enhetschef"
    assert "med alternativ a (föreslaget)" in text(*asked, "--with", "a").splitlines()[0]
    known = data("delegationsordning", ledger, "sn", *ON, "--known", "2017-12-31")
    assert (known["ordning"], known["known"]) == ("sn-2014", "2017-12-31")
    assert "has no delegationsordning" in failed(
        "delegationsordning", ledger, "sn", *ON, "--as-recorded", "4"
    )
