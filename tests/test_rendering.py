"""Answers as text, data and diagrams: words for everything, escapes for anything."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from typing import get_args

import attrs
import pytest

from orgmodell import Organisation, swedish
from orgmodell.changes import CHANGES, Change, Mark
from orgmodell.organisation import MemoryLog
from orgmodell.projections.diff import ASPECTS
from orgmodell.projections.portrait import portrait
from orgmodell.rendering import data, dot, mermaid, text
from orgmodell.rendering.asked import Asked

DAY = date(2014, 1, 1)
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


def asked(organisation: Organisation) -> Asked:
    return Asked(organisation=organisation.name, day=DAY, view=organisation.on(DAY))


def test_there_is_a_swedish_word_for_every_change_and_parameter() -> None:
    """A new change is not shown with its English name by oversight."""
    common = {field.name for field in attrs.fields(Change)}
    assert swedish.VERBS.keys() == {change.verb for change in CHANGES}
    fields = {field.name for change in CHANGES for field in attrs.fields(change)}
    assert swedish.PARAMETERS.keys() == fields - common
    assert swedish.MARKS.keys() == swedish.MARKS_IN_PLURAL.keys() == {*get_args(Mark), None}


def test_there_is_a_swedish_word_for_every_aspect(nasty: Organisation) -> None:
    """What a diff compares has a word."""
    view = nasty.on(date(2011, 1, 1))
    things = {"enhet": "top", "befattning": "chef", "organ": "namnd"}
    aspects = {aspect for kind, of in ASPECTS.items() for aspect in of(view, things[kind])}
    assert swedish.ASPECTS.keys() == aspects


def test_numbers_are_swedish_and_nought_is_not_missing() -> None:
    """Decimal comma; None is underlag saknas, 0 is 0."""
    assert [swedish.average(n) for n in (280 / 11, 0, None)] == ["25,5", "0,0", "underlag saknas"]
    assert [swedish.number(n) for n in (245.0, 0.5, 0, 1234567)] == ["245", "0,5", "0", "1234567"]


def test_a_heading_names_organisation_question_and_the_three_clocks() -> None:
    """So that a text says by itself what was asked."""
    question = Asked(organisation="x", day=DAY, known=date(2013, 1, 1), recorded=7)
    assert question.heading("Organisationsplan") == (
        "x: Organisationsplan den 2014-01-01, enligt beslut fattade senast 2013-01-01, "
        "enligt de 7 första registrerade besluten"
    )
    at = Asked(organisation="x", recorded=datetime(2014, 1, 1, 12, tzinfo=UTC))
    assert at.heading("Logg") == "x: Logg, så som registrerat 2014-01-01 12:00:00 UTC"


def test_no_name_breaks_out_of_a_mermaid_label(nasty: Organisation) -> None:
    """Labels hold no quote, bracket-closing quote, markup or newline of their own."""
    shown = mermaid.chart(asked(nasty), nasty.on(DAY).chart())
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
        dot.chart(asked(nasty), nasty.on(DAY).chart()),
        dot.lineage(asked(nasty), nasty.lineage()),
    ):
        bare = re.sub(r'"(?:[^"\\\n]|\\.)*"', "S", shown)
        assert '"' not in bare
        assert re.fullmatch(r"digraph S \{\n(  [\w\s\[\]=,#>-]+\n)+\}", bare)


def test_every_answer_survives_nasty_names(nasty: Organisation) -> None:
    """Text begins with the heading; data is JSON."""
    view, question = nasty.on(DAY), asked(nasty)
    texts = [
        text.chart(question, view.chart()),
        text.vacancies(question, view.vacancies()),
        text.portrait(question, portrait(view, "top")),
        text.history(question, "top", nasty.history("top")),
        text.diff(question, nasty.changes_between(date(2009, 1, 1), DAY)),
        text.lineage(question, nasty.lineage()),
        text.violations(question, view.violations()),
    ]
    assert all(each.startswith("nasty: ") for each in texts)
    answers = [
        data.chart(question, view.chart()),
        data.portrait(question, portrait(view, "top")),
        data.diff(question, nasty.changes_between(date(2009, 1, 1), DAY)),
    ]
    assert all(json.loads(data.to_json(each))["organisation"] == "nasty" for each in answers)


def test_an_answer_says_what_is_assumed_and_in_whose_words(nasty: Organisation) -> None:
    """Assumed facts are listed with the source's own words; the count tells the marks apart."""
    shown = text.portrait(asked(nasty), portrait(nasty.on(DAY), "top"))
    assert "1 antagen" in shown
    assert "Antaget:\n  - enhet inrättad: top, 2010-01-01 («A " in shown


def test_a_history_tells_what_was_annulled(nasty: Organisation) -> None:
    """The log still shows it; its status is not inträffat."""
    with nasty.beslut("3", decided=date(2013, 1, 1)) as beslut:
        beslut.annul_change("1", number=4)
    shown = text.history(asked(nasty), "namnd", nasty.history("namnd"))
    assert "Upphävt genom beslut ”3”." in shown
    statuses = [
        h["status"] for h in data.history(asked(nasty), "namnd", nasty.history("namnd"))["happenings"]
    ]
    assert statuses == ["inträffat", "annullerat"]


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
