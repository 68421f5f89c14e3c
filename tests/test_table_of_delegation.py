"""The table in force beside the version before: what is new, changed, renumbered and gone."""

from __future__ import annotations

from typing import Any

import pytest

from orgmodell import Organisation
from orgmodell.draft import Draft
from orgmodell.projections.delegationsordning import Delegationsordning
from test_rules import YEAR, Write, accept, given

Row = dict[str, Any]


def granted(beslut: Draft, ordning: str, rows: dict[str, Row]) -> None:
    for rad, said in rows.items():
        beslut.grant_delegation(ordning, rad=rad, **{"arende": "inkop", "delegat": ["soc-chef"], **said})


def with_versions(before: dict[str, Row], after: dict[str, Row]) -> Organisation:
    """Socialnämnden's delegationsordning of 2012, and the one that replaces it in 2015."""

    def first(beslut: Draft) -> None:
        beslut.create_enhet("hemtjanst", name="Hemtjänst", parent="aldre")
        beslut.create_befattning("ac", title="Avdelningschef", enhet="aldre")
        beslut.define_arende("inkop", name="Inköp")
        beslut.define_arende("bistand", name="Bistånd")
        beslut.elect_ledamot("sn", person="p-9", role="ordforande")
        beslut.adopt_delegationsordning("do-12", namnd="sn", name="DO 2012", anmalan="nej")
        granted(beslut, "do-12", before)

    def second(beslut: Draft) -> None:
        beslut.adopt_delegationsordning("do-15", namnd="sn", name="DO 2015", replaces="do-12", anmalan="nej")
        granted(beslut, "do-15", after)

    org = given()
    accept(org, 2012, first)
    accept(org, 2015, second)
    return org


def table(org: Organisation, year: int) -> Delegationsordning:
    return org.on(YEAR[year]).delegationsordning("sn")


def gone(org: Organisation, year: int) -> list[tuple[str, str]]:
    """The rows that are no more, by number and matter."""
    return [(each.nummer, each.arende) for each in table(org, year).revoked]


def changed(org: Organisation, year: int = 2015) -> dict[str, str | None]:
    return {row.rad.rad: row.changed for row in table(org, year).rows}


def row(nummer: str, **more: Any) -> Row:
    return {"nummer": nummer, **more}


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (row("1"), None),
        (row("7"), "omnumrerad"),
        (row("1", mark="assumed"), None),
        (row("1", delegat=["ac"]), "ändrad"),
        (row("7", delegat=["ac"]), "ändrad"),
        (row("1", belopp=5), "ändrad"),
        (row("1", enhet="hemtjanst"), "ny"),
        (row("1", arende="bistand"), "ny"),
        (row("1", delegat=["p-9"], bradskande=True), "ny"),
    ],
)
def test_a_row_beside_the_only_one_of_its_matter_before(now: Row, expected: str | None) -> None:
    """Another amount is a change of the row; another enhet, matter or urgency is another row."""
    org = with_versions({"r": row("1")}, {"ny": now})
    assert changed(org) == {"ny": expected}
    assert gone(org, 2015) == ([("1", "inkop")] if expected == "ny" else [])


def test_of_several_alike_rows_before_none_is_guessed_to_be_the_one() -> None:
    """Two rows that only the amount divides, and a third amount: it is new, and both are gone."""
    before = {"a": row("1", belopp=10), "b": row("2", belopp=20)}
    org = with_versions(before, {"c": row("1", belopp=30)})
    assert changed(org) == {"c": "ny"}
    assert gone(org, 2015) == [("1", "inkop"), ("2", "inkop")]
    one = with_versions(before, {"c": row("1", belopp=20)})
    assert changed(one) == {"c": "omnumrerad"}
    assert gone(one, 2015) == [("1", "inkop")]


def test_a_row_with_the_same_limits_is_that_row_however_many_are_alike() -> None:
    """The order in which rows stand says nothing."""
    before = {"a": row("1", belopp=10), "b": row("2", belopp=20)}
    after = {"y": row("1", belopp=20), "x": row("2", belopp=10)}
    assert changed(with_versions(before, after)) == {"x": "omnumrerad", "y": "omnumrerad"}


def test_a_row_changed_within_its_version_is_told_beside_how_it_read_last() -> None:
    """Changed and changed back is a change each time; renumbered is no other change; added is new."""
    org = with_versions({}, {"r": row("1", villkor="a")})
    for year, said in (
        (2016, row("1", villkor="b")),
        (2017, row("1", villkor="a")),
        (2018, row("3", villkor="a")),
    ):
        accept(
            org,
            year,
            lambda b, said=said: b.change_delegation(  # type: ignore[misc]
                "do-15", rad="r", arende="inkop", delegat=["soc-chef"], **said
            ),
        )
    accept(org, 2019, lambda b: granted(b, "do-15", {"s": row("4", belopp=1)}))
    assert [changed(org, year)["r"] for year in (2016, 2017, 2018)] == ["ändrad", "ändrad", "omnumrerad"]
    assert changed(org, 2019)["s"] == "ny"


def test_what_is_to_be_revoked_is_not_gone_and_what_is_to_come_is_not_there() -> None:
    """A row granted in 2017 and revoked in 2019 is in the table in between, and only then."""
    org = with_versions({}, {"r": row("1")})
    accept(org, 2017, lambda b: granted(b, "do-15", {"s": row("2", arende="bistand")}))
    accept(org, 2019, lambda b: b.revoke_delegation("do-15", rad="s"))
    told = {
        year: ([each.rad.rad for each in table(org, year)], gone(org, year))
        for year in (2016, 2017, 2018, 2019)
    }
    assert told == {
        2016: (["r"], []),
        2017: (["r", "s"], []),
        2018: (["r", "s"], []),
        2019: (["r"], [("2", "bistand")]),
    }


def test_the_versions_of_a_table_are_the_beslut_that_have_made_it_so_far() -> None:
    """Not one still to come, nor one that was annulled; a revoked row counts as a row."""
    org = with_versions({}, {"r": row("1"), "s": row("2", arende="bistand")})
    accept(org, 2016, lambda b: granted(b, "do-15", {"t": row("3", belopp=1)}))
    accept(org, 2017, lambda b: b.revoke_delegation("do-15", rad="s"))
    accept(org, 2018, lambda b: granted(b, "do-15", {"u": row("4", belopp=2)}))
    accept(org, 2018, lambda b: b.annul_beslut("prövat 3"))

    def told(year: int) -> list[tuple[str, str]]:
        return [(each.beslut, each.says.sv) for each in table(org, year).versions]

    adoption = ("prövat 2", "2 rader")
    assert told(2016) == [adoption]
    assert told(2017) == [adoption, ("prövat 4", "1 rad")]
    assert told(2018) == [adoption, ("prövat 4", "1 rad"), ("prövat 5", "1 rad")]


def test_decisions_are_reported_as_the_row_says_or_else_the_ordning() -> None:
    """A delegate who has left the nämnd is not there."""
    org = with_versions({}, {"r": row("1", anmalan="namnden"), "s": row("2", belopp=1, delegat=["p-9"])})
    accept(org, 2016, lambda b: b.release_ledamot("sn", person="p-9"))
    assert [each.anmalan for each in table(org, 2015).rows] == ["namnden", "nej"]
    assert [[each.rows[1].delegat[0].there] for each in (table(org, 2015), table(org, 2016))] == [
        [True],
        [False],
    ]


def test_what_was_passed_on_under_the_version_before_is_told_to_dangle() -> None:
    """Its list may still be in use: it is told beside what dangles of the version in force."""

    def pass_on(name: str, ordning: str) -> Write:
        return lambda b: b.grant_vidaredelegation(name, ordning=ordning, nummer="1", to="ac")

    rows = {"r": row("1", far_vidaredelegeras=True)}
    org = with_versions(rows, rows)
    accept(org, 2013, pass_on("v-12", "do-12"), decided_by="soc-chef")
    accept(org, 2016, pass_on("v-15", "do-15"), decided_by="soc-chef")
    accept(org, 2017, lambda b: b.revoke_delegation("do-15", rad="r"))
    dangling = {year: table(org, year).dangling for year in (2014, 2015, 2016, 2017)}
    assert dangling == {2014: (), 2015: ("v-12",), 2016: ("v-12",), 2017: ("v-12", "v-15")}


def test_what_is_reserved_is_in_the_omraden_of_the_namnd_or_in_none() -> None:
    """Where no reglemente is on record, in any."""
    org = with_versions({}, {})

    def reserve(beslut: Draft) -> None:
        beslut.define_arende("mal", name="Mål", omrade="Socialtjänst", forbehallet="mal")
        beslut.define_arende("yttrande", name="Yttrande", forbehallet="yttrande")

    accept(org, 2013, reserve)
    for year, omraden in ((2014, ["Skola"]), (2016, ["Skola", "Socialtjänst"])):
        accept(org, year, lambda b, o=omraden: b.adopt_reglemente("sn", omraden=o))  # type: ignore[misc]
    told = {year: [each.arende for each in table(org, year).reserved] for year in (2013, 2014, 2016)}
    assert told == {2013: ["mal", "yttrande"], 2014: ["yttrande"], 2016: ["mal", "yttrande"]}
