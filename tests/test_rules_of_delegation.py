"""The rules of delegation: a beslut that breaks exactly it, its message, and one beside it that passes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from orgmodell import STANDARD, Organisation, Rule, decided_within_mandate
from orgmodell.draft import Draft
from orgmodell.law import law_on, laws
from orgmodell.rules import negotiated_first
from test_rules import YEAR, Write, accept, given, refusal


def _ordning(beslut: Draft) -> None:
    """Socialnämnden has a reglemente, a chef for äldreomsorgen, four ärenden and an ordning of two rows."""
    beslut.adopt_reglemente("sn", omraden=["Socialtjänst", "Hemtjänst"])
    beslut.create_befattning("ac", title="Avdelningschef", enhet="aldre", leads=["aldre"])
    beslut.create_befattning("handlaggare", title="Biståndshandläggare", enhet="aldre")
    beslut.create_organ("au", name="Arbetsutskottet", kind="utskott", part_of="sn")
    beslut.create_organ("presidiet", name="Presidiet", kind="presidium", part_of="sn")
    beslut.elect_ledamot("sn", person="p-ordf", role="ordforande")
    beslut.elect_ledamot("sn", person="p-ers", role="ersattare")
    beslut.define_arende("bistand", name="Bistånd enligt 4 kap. 1 § SoL", omrade="Socialtjänst")
    beslut.define_arende("inkop", name="Inköp", omrade="Socialtjänst")
    beslut.define_arende("taxa", name="Mål och inriktning", forbehallet="mal")
    beslut.define_arende("skolskjuts", name="Skolskjuts", omrade="Skola")
    beslut.adopt_delegationsordning("do", namnd="sn", name="Delegationsordning för socialnämnden")
    beslut.grant_delegation("do", rad="r-bistand", nummer="1.1", arende="bistand", delegat=["ac"])
    beslut.grant_delegation(
        "do", rad="r-inkop", nummer="1.2", arende="inkop", delegat=["soc-chef"], far_vidaredelegeras=True
    )


def delegated(*steps: tuple[int, Write], rules: tuple[Rule, ...] = STANDARD) -> Organisation:
    """Exempelby with a delegationsordning from 2011 on, and what has been recorded after."""
    return given((2011, _ordning), *steps, rules=rules)


def row(**more: Any) -> Write:
    """A row 2.1 about bistånd, with whatever else is said."""
    said = {"rad": "r-ny", "nummer": "2.1", "arende": "bistand", "belopp": 1000, **more}
    return lambda beslut: beslut.grant_delegation("do", **said)


def warnings(organisation: Organisation, year: int, rule: str) -> list[str]:
    """What a rule warns of on 1 January."""
    return [v.message for v in organisation.on(YEAR[year]).violations() if v.rule == rule]


def test_r09_a_delegate_is_one_that_the_law_of_the_day_allows() -> None:
    """R09: a presidium from 2018 on, an automatiserad beslutsfunktion from 2022-07-01; others always."""
    org = delegated()
    assert refusal(org, 2017, row(delegat=["presidiet"])) == [
        "R09: row 2.1 (r-ny) of do cannot let presidiet (presidium) decide on 2017-01-01: kommunallagen "
        "(1991:900) "
        "allows an utskott, a ledamot, an ersättare, an employee of the kommun. Choose one of them, or a "
        "later day."
    ]
    (message,) = refusal(org, 2022, row(automatiserad=True))
    assert "cannot let an automatiserad beslutsfunktion decide on 2022-01-01" in message
    for year, delegat in ((2017, "au"), (2017, "ac"), (2017, "p-ordf"), (2017, "p-ers"), (2018, "presidiet")):
        accept(delegated(), year, row(delegat=[delegat]))
    accept(delegated(), 2023, row(automatiserad=True))


def test_r09_the_day_that_counts_is_the_day_the_row_begins_to_hold() -> None:
    """A presidium given a right in 2017 with effect from the new year is one the new act allows."""
    org = delegated()
    with org.beslut("i förväg", decided=date(2017, 12, 12), effective=date(2018, 1, 1)) as beslut:
        row(delegat=["presidiet"])(beslut)
    assert [r.rad for r in org.on(date(2017, 12, 31)).rader("do")] == ["r-bistand", "r-inkop"]
    assert [r.rad for r in org.on(date(2018, 1, 1)).rader("do")] == ["r-bistand", "r-inkop", "r-ny"]


def test_r09_a_row_is_judged_by_the_law_of_its_first_day_whenever_it_is_asked() -> None:
    """What the act of 1991 did not allow stays wrong when another act is in force."""
    rules = tuple(each.with_severity("warning") if each.id == "R09" else each for each in STANDARD)
    org = delegated((2017, row(delegat=["presidiet"])), rules=rules)
    assert [len(warnings(org, year, "R09")) for year in (2016, 2017, 2019)] == [0, 1, 1]
    assert warnings(org, 2019, "R09") == warnings(org, 2017, "R09")


@pytest.mark.parametrize("delegat", ["p-okand", "kf", "ks", "au2"])
def test_r09_nobody_else_is_a_delegate(delegat: str) -> None:
    """R09: a person who does not sit in the nämnd, another organ, or an utskott of another nämnd is none."""
    org = delegated((2012, lambda b: b.create_organ("au2", name="KSAU", kind="utskott", part_of="ks")))
    (message,) = refusal(org, 2017, row(delegat=[delegat]))
    assert message.startswith(
        f"R09: row 2.1 (r-ny) of do cannot let '{delegat}' decide on 2017-01-01: it is "
    )
    assert "no befattning, no utskott or presidium of sn, and no ledamot or ersättare in it" in message


def test_r10_a_consultant_is_no_delegate() -> None:
    """R10: warned of for each post that a row names or that leads an enhet, and not for others."""
    org = delegated(
        (2016, lambda b: b.appoint("ac", person="p-konsult", form="konsult", until=date(2016, 6, 30))),
        (
            2016,
            lambda b: b.appoint("handlaggare", person="p-inhyrd", form="konsult", until=date(2016, 6, 30)),
        ),
    )
    assert warnings(org, 2015, "R10") == []
    assert warnings(org, 2016, "R10") == [
        "ac is held by p-konsult as konsult on 2016-01-01; it is the delegate of row 1.1 (r-bistand) of "
        "do. A "
        "consultant is not employed by the kommun and can be no delegate (6 kap. 33 § kommunallagen "
        "(1991:900)): "
        "let another decide, or document the employment."
    ]
    accept(org, 2016, row(delegat=["handlaggare"]))
    assert [m.split(". A ")[0] for m in warnings(org, 2016, "R10")] == [
        "ac is held by p-konsult as konsult on 2016-01-01; it is the delegate of row 1.1 (r-bistand) of do",
        "handlaggare is held by p-inhyrd as konsult on 2016-01-01; it is the delegate of row 2.1 (r-ny) of "
        "do",
    ]


def test_r11_what_is_reserved_is_not_delegated() -> None:
    """R11: what 6:34 (later 6:38) keeps for nämnden; the paragraph is the one of the day."""
    org = delegated()
    (old,) = refusal(org, 2017, row(arende="taxa", delegat=["ac"]))
    (new,) = refusal(org, 2018, row(arende="taxa", delegat=["ac"]))
    assert old.startswith("R11: row 2.1 (r-ny) of do cannot delegate taxa on 2017-01-01: ")
    assert "6 kap. 34 § 1 kommunallagen (1991:900)" in old
    assert "6 kap. 38 § 1 kommunallagen (2017:725)" in new
    accept(org, 2018, row(delegat=["ac"]))


def test_r12_a_namnd_delegates_within_its_reglemente() -> None:
    """R12: an ärende of another område is refused, and a reglemente without one that is used."""
    org = delegated()
    assert refusal(org, 2015, row(arende="skolskjuts", delegat=["ac"])) == [
        "R12: row 2.1 (r-ny) of do cannot delegate skolskjuts on 2015-01-01: its område 'Skola' is not in "
        "the "
        "reglemente of sn. Correct the område, or let fullmäktige change the reglemente."
    ]
    narrower = refusal(org, 2015, lambda b: b.adopt_reglemente("sn", omraden=["Hemtjänst"]))
    assert [m.split(" on ")[0] for m in narrower] == [
        "R12: row 1.1 (r-bistand) of do cannot delegate bistand",
        "R12: row 1.2 (r-inkop) of do cannot delegate inkop",
    ]
    accept(org, 2015, lambda b: b.adopt_reglemente("sn", omraden=["Socialtjänst", "Skola"]))
    accept(org, 2016, row(arende="skolskjuts", delegat=["ac"]))


def _pass_on(nummer: str = "1.2", **more: Any) -> Write:
    said = {"to": "ac", **more}
    return lambda b: b.grant_vidaredelegation("v1", ordning="do", nummer=nummer, **said)


def test_r13_only_the_forvaltningschef_passes_on_and_only_what_may_be() -> None:
    """R13: by the förvaltningschef who is the delegate, a row that nämnden lets be passed on."""
    org = delegated()
    assert refusal(org, 2015, _pass_on(), decided_by="ac") == [
        "R13: v1 cannot pass on row 1.2 of do on 2015-01-01: it is decided by ac, and only the "
        "förvaltningschef "
        "whom the row lets decide can pass it on (6 kap. 37 § kommunallagen (1991:900)). State decided_by."
    ]
    (nobody,) = refusal(org, 2018, _pass_on())
    assert "it is decided by nobody that is named" in nobody
    assert "7 kap. 6 § kommunallagen (2017:725)" in nobody
    (closed, _) = refusal(org, 2015, _pass_on("1.1"), decided_by="soc-chef")
    assert "nämnden has not let the row be passed on" in closed
    (missing,) = refusal(org, 2015, _pass_on("1.22"), decided_by="soc-chef")
    assert "v1 cannot pass on row 1.22 of do on 2015-01-01: there is no such row" in missing
    accept(org, 2015, _pass_on(), decided_by="soc-chef")


def test_r13_a_delegate_who_is_no_forvaltningschef_passes_nothing_on() -> None:
    """R13: not though the row is the delegate's own and may be passed on, nor as chef further down."""
    said: dict[str, Any] = {"nummer": "3.1", "arende": "inkop", "belopp": 5, "far_vidaredelegeras": True}
    org = delegated(
        (2012, row(delegat=["handlaggare"], far_vidaredelegeras=True)),
        (2012, lambda b: b.grant_delegation("do", rad="r-3", delegat=["ac"], **said)),
    )
    for nummer, took in (("2.1", "handlaggare"), ("3.1", "ac")):
        (message,) = refusal(org, 2015, _pass_on(nummer, to="soc-chef"), decided_by=took)
        assert f"it is decided by {took}, and only the förvaltningschef whom the row" in message


def test_r13_what_is_passed_on_is_not_passed_on_again() -> None:
    """R13: one step: whoever was given it is not the delegate of the row."""
    org = delegated()
    accept(org, 2015, _pass_on(), decided_by="soc-chef")
    again = refusal(
        org,
        2016,
        lambda b: b.grant_vidaredelegation("v2", ordning="do", nummer="1.2", to="handlaggare"),
        decided_by="ac",
    )
    assert len(again) == 1
    assert again[0].startswith("R13: v2 cannot pass on row 1.2 of do on 2016-01-01")


def test_r14_nobody_decides_together() -> None:
    """R14: two delegates of one row are refused; one each of two rows passes."""
    org = delegated()
    assert refusal(org, 2015, row(delegat=["ac", "soc-chef"])) == [
        "R14: row 2.1 (r-ny) of do cannot let ac and soc-chef decide together on 2015-01-01. Give each a "
        "row, "
        "divided by område, belopp or enhet."
    ]
    accept(org, 2015, row(delegat=["ac"], ersattare=["soc-chef"]))


def test_r15_rows_of_one_matter_are_divided() -> None:
    """R15: warned of when neither belopp, enhet nor urgency divides them."""
    org = delegated((2015, row(belopp=None, delegat=["soc-chef"])))
    assert warnings(org, 2015, "R15") == [
        "rows 1.1 and 2.1 of do both delegate bistand on 2015-01-01, and nothing says which goes before. "
        "Divide "
        "them by belopp or enhet, or make one ersättare."
    ]
    assert warnings(delegated((2015, row(delegat=["soc-chef"]))), 2015, "R15") == []
    assert (
        warnings(delegated((2015, row(belopp=None, enhet="aldre", delegat=["soc-chef"]))), 2015, "R15") == []
    )


def test_r16_what_cannot_wait_is_for_the_ordforande_or_a_ledamot() -> None:
    """R16: an urgent row for an employee or an ersättare is refused, for the ordförande it passes."""
    org = delegated()
    for delegat in ("ac", "p-ers"):
        assert refusal(org, 2015, row(delegat=[delegat], bradskande=True)) == [
            "R16: row 2.1 (r-ny) of do is for urgent matters, and its delegate on 2015-01-01 is not "
            "ordförande or "
            "ledamot of sn (6 kap. 36 § kommunallagen (1991:900)). Name the person who is."
        ]
    accept(org, 2015, row(delegat=["p-ordf"], bradskande=True))


def test_r17_until_2018_every_decision_is_reported() -> None:
    """R17: a row that says otherwise is warned of under the act of 1991, and is right under that of 2017."""
    org = delegated((2015, row(delegat=["soc-chef"], anmalan="nej")))
    (message,) = warnings(org, 2015, "R17")
    assert message == (
        "row 2.1 (r-ny) of do says on 2015-01-01 that decisions are not reported; kommunallagen (1991:900) "
        "6 kap. "
        "35 § requires that all are."
    )
    assert warnings(delegated((2018, row(delegat=["soc-chef"], anmalan="nej"))), 2018, "R17") == []


def test_r17_of_a_row_that_outlives_the_act() -> None:
    """The row is judged by the law of the day: what was wrong in 2017 is right in 2018."""
    org = delegated((2015, row(delegat=["soc-chef"], anmalan="nej")))
    assert [v.rule for v in org.on(date(2017, 12, 31)).violations() if v.rule == "R17"] == ["R17"]
    assert [v.rule for v in org.on(date(2018, 1, 1)).violations() if v.rule == "R17"] == []


def test_r22_a_row_dangles_when_its_delegate_or_enhet_is_gone() -> None:
    """R22: told before the beslut is recorded, and on every day after, until the row is changed."""
    org = delegated((2012, row(belopp=5, delegat=["handlaggare"], enhet="aldre")))

    def close(beslut: Draft) -> None:
        beslut.withdraw_befattning("handlaggare")
        beslut.withdraw_befattning("ac")
        beslut.dissolve_enhet("aldre")

    before = org.beslut_log()
    draft = org.beslut("nedläggning", decided=YEAR[2015], effective=YEAR[2015])
    close(draft)
    told = sorted(v.message for v in draft.violations() if v.rule == "R22")
    assert told == [
        "row 1.1 (r-bistand) of do names ac, who or which is gone by 2015-01-01. Change or revoke the row.",
        "row 2.1 (r-ny) of do names aldre, who or which is gone by 2015-01-01. Change or revoke the row.",
        "row 2.1 (r-ny) of do names handlaggare, who or which is gone by 2015-01-01. Change or revoke the "
        "row.",
    ]
    assert org.beslut_log() == before
    accept(org, 2015, close)
    assert sorted(warnings(org, 2016, "R22")) == told
    accept(org, 2017, lambda b: b.revoke_delegation("do", rad="r-ny"))
    accept(
        org,
        2017,
        lambda b: b.change_delegation(
            "do", rad="r-bistand", nummer="1.1", arende="bistand", delegat=["soc-chef"]
        ),
    )
    assert warnings(org, 2017, "R22") == []


def test_r22_what_dangles_already_is_not_told_of_a_beslut_about_another_row() -> None:
    """R22: told when it came to dangle, and listed; a draft is judged by what it breaks itself."""
    gone: tuple[int, Write] = (2013, lambda b: b.withdraw_befattning("handlaggare"))
    org = delegated((2012, row(delegat=["handlaggare"])), gone)
    assert len(warnings(org, 2014, "R22")) == 1
    another = org.beslut("en rad till", decided=YEAR[2014])
    row(delegat=["ac"], belopp=7, nummer="3.1", rad="r-3")(another)
    assert "R22" not in {v.rule for v in another.violations()}


def test_r22_a_row_dangles_when_its_ersattare_is_gone() -> None:
    """R22: whoever is to decide in somebody's place."""
    org = delegated((2012, row(delegat=["ac"], ersattare=["handlaggare"])))
    accept(org, 2015, lambda b: b.withdraw_befattning("handlaggare"))
    assert warnings(org, 2014, "R22") == []
    assert warnings(org, 2015, "R22") == [
        "row 2.1 (r-ny) of do names handlaggare, who or which is gone by 2015-01-01. Change or revoke the "
        "row."
    ]


def test_r22_a_row_dangles_when_its_delegate_leaves_the_namnd() -> None:
    """R22: a row for an elected person."""
    org = delegated((2012, row(delegat=["p-ordf"], bradskande=True)))
    accept(org, 2015, lambda b: b.release_ledamot("sn", person="p-ordf"))
    assert warnings(org, 2014, "R22") == []
    assert warnings(org, 2015, "R22") == [
        "row 2.1 (r-ny) of do names p-ordf, who or which is gone by 2015-01-01. Change or revoke the row."
    ]


def test_r22_a_vidaredelegation_dangles_when_namnden_renumbers() -> None:
    """R22: the list names a number; it dangles when the number is gone, or is another matter."""
    org = delegated()
    accept(org, 2012, _pass_on(), decided_by="soc-chef")
    rest: dict[str, Any] = {"arende": "inkop", "delegat": ["soc-chef"], "far_vidaredelegeras": True}
    accept(org, 2015, lambda b: b.change_delegation("do", rad="r-inkop", nummer="3.1", **rest))
    assert warnings(org, 2014, "R22") == []
    assert warnings(org, 2015, "R22") == [
        "v1 passes on row 1.2 of do; by 2015-01-01 there is no row with that number. Decide it anew."
    ]
    accept(org, 2016, row(belopp=None, delegat=["soc-chef"], enhet="soc", far_vidaredelegeras=True))
    accept(
        org,
        2017,
        lambda b: b.change_delegation(
            "do", rad="r-ny", nummer="1.2", arende="bistand", delegat=["soc-chef"], far_vidaredelegeras=True
        ),
    )
    (other,) = warnings(org, 2017, "R22")
    assert (
        other
        == "v1 passes on row 1.2 of do; by 2017-01-01 that number is bistand, and it was inkop. Decide it "
        "anew."
    )
    accept(org, 2018, lambda b: b.revoke_vidaredelegation("v1"))
    assert warnings(org, 2018, "R22") == []


def _also_numbered(nummer: str, arende: str, who: str = "soc-chef", let: bool = True) -> Write:
    """One more row with a number."""
    said = {"rad": f"r-{arende}-2", "nummer": nummer, "arende": arende, "belopp": 1000, "delegat": [who]}
    return lambda beslut: beslut.grant_delegation("do", far_vidaredelegeras=let, **said)  # type: ignore[arg-type]


@pytest.mark.parametrize("let", [True, False])
def test_every_row_with_the_number_is_passed_on(let: bool) -> None:
    """As far as nämnden lets it: of rows with one number, those that may be passed on."""
    org = delegated((2012, _also_numbered("1.2", "bistand", let=let)))
    accept(org, 2015, _pass_on(), decided_by="soc-chef")
    view = org.on(YEAR[2015])
    passed_on = {row.arende for row in view.rader("do") if view.passed_on(row)}
    assert passed_on == ({"inkop", "bistand"} if let else {"inkop"})
    assert warnings(org, 2015, "R22") == []


def test_r13_each_row_that_is_passed_on_is_for_who_passes_it_on_to_decide() -> None:
    """R13: of rows with one number, all that may be passed on are to be the förvaltningschefens own."""
    for let, refused in ((True, 1), (False, 0)):
        org = delegated((2012, _also_numbered("1.2", "bistand", who="ac", let=let)))
        if refused:
            (message,) = refusal(org, 2015, _pass_on(), decided_by="soc-chef")
            assert "only the förvaltningschef whom the row lets decide can pass it on" in message
        else:
            accept(org, 2015, _pass_on(), decided_by="soc-chef")


def test_r22_a_vidaredelegation_stands_while_any_row_with_its_number_does() -> None:
    """R22: it dangles when the last of them is another matter, or may be passed on no longer."""
    org = delegated((2012, _also_numbered("1.2", "bistand")))
    accept(org, 2015, _pass_on(), decided_by="soc-chef")
    closed: dict[str, Any] = {"nummer": "1.2", "arende": "inkop", "delegat": ["soc-chef"]}
    accept(org, 2016, lambda b: b.change_delegation("do", rad="r-inkop", **closed))
    assert warnings(org, 2016, "R22") == []

    def revoke(beslut: Draft) -> None:
        for rad in ("r-inkop", "r-bistand-2"):
            beslut.revoke_delegation("do", rad=rad)

    accept(org, 2017, revoke)
    assert "by 2017-01-01 there is no row with that number" in warnings(org, 2017, "R22")[0]
    accept(org, 2018, row(nummer="1.2", delegat=["ac"]))
    assert "by 2018-01-01 nämnden no longer lets it be passed on" in warnings(org, 2018, "R22")[0]


def test_r22_a_vidaredelegation_dangles_when_its_ordning_is_replaced() -> None:
    """R22: a new ordning does not carry the förvaltningschef's list over."""
    org = delegated()
    accept(org, 2012, _pass_on(), decided_by="soc-chef")

    def renew(beslut: Draft) -> None:
        beslut.adopt_delegationsordning("do2", namnd="sn", name="Ny", replaces="do")
        beslut.grant_delegation("do2", rad="r", nummer="1.2", arende="inkop", delegat=["soc-chef"])

    accept(org, 2015, renew)
    assert warnings(org, 2015, "R22") == [
        "v1 passes on row 1.2 of do; by 2015-01-01 that delegationsordning no longer holds. Decide it anew."
    ]


def test_r22_a_row_dangles_when_nobody_has_its_title() -> None:
    """R22: a title that is misspelt, and one that the last who had it loses; told before it is recorded."""
    org = delegated((2012, row(delegat_typ="avdelningscheff")))
    assert warnings(org, 2012, "R22") == [
        "row 2.1 (r-ny) of do lets avdelningscheff decide, and nobody under sn has that title on 2012-01-01; "
        "did you mean 'Avdelningschef'? Change the row, or create the befattning."
    ]
    accept(
        org,
        2013,
        lambda b: b.change_delegation(
            "do", rad="r-ny", nummer="2.1", arende="bistand", belopp=1000, delegat_typ="biståndshandläggare"
        ),
    )
    assert warnings(org, 2013, "R22") == []
    withdrawn, retitled = (org.beslut("b", decided=YEAR[2015]) for _ in range(2))
    withdrawn.withdraw_befattning("handlaggare")
    retitled.retitle_befattning("handlaggare", title="Utredare")
    for draft in (withdrawn, retitled):
        (told,) = [v.message for v in draft.violations() if v.rule == "R22"]
        assert "lets biståndshandläggare decide, and nobody under sn has that title on 2015-01-01" in told


def test_r22_a_vidaredelegation_dangles_when_who_has_it_is_gone() -> None:
    """R22: told before the beslut that withdraws the befattning is recorded."""
    org = delegated()
    accept(org, 2012, _pass_on(to="handlaggare"), decided_by="soc-chef")
    draft = org.beslut("b", decided=YEAR[2015])
    draft.withdraw_befattning("handlaggare")
    assert [v.message for v in draft.violations() if v.rule == "R22"] == [
        "v1 passes on row 1.2 of do; by 2015-01-01 handlaggare has ceased to exist. Decide it anew."
    ]


def test_r22_a_vidaredelegation_dangles_when_it_may_be_passed_on_no_longer() -> None:
    """R22: nämnden takes back that the row may be passed on; nobody decides by it then."""
    org = delegated()
    accept(org, 2012, _pass_on(), decided_by="soc-chef")
    rest: dict[str, Any] = {"arende": "inkop", "delegat": ["soc-chef"]}
    accept(org, 2015, lambda b: b.change_delegation("do", rad="r-inkop", nummer="1.2", **rest))
    assert warnings(org, 2015, "R22") == [
        "v1 passes on row 1.2 of do; by 2015-01-01 nämnden no longer lets it be passed on. Decide it anew."
    ]
    assert org.on(YEAR[2015]).delegationsordning("sn").dangling == ("v1",)


def test_r29_what_prepares_a_beslut_comes_before_it() -> None:
    """R29: a negotiation or an assessment of risks that is dated after the beslut is warned of."""
    org = given()
    late = org.beslut("b", decided=YEAR[2015], forhandlad=date(2015, 2, 1), riskbedomd=YEAR[2015])
    late.create_enhet("ny", name="Ny", parent="soc")
    assert [f"{v.rule}: {v.message}" for v in late.violations()] == [
        "R29: 'b' is taken on 2015-01-01 and negotiated (MBL 11 §) on 2015-02-01: that comes first. "
        "Correct the "
        "day, or take the beslut anew."
    ]
    right = org.beslut("b", decided=YEAR[2015], forhandlad=YEAR[2014], riskbedomd=YEAR[2015])
    right.create_enhet("ny", name="Ny", parent="soc")
    assert not right.violations()


def test_forberedd_a_kommun_may_ask_for_both_to_be_stated() -> None:
    """FORBEREDD: a reorganisation that does not say when it was prepared is warned of, where chosen."""
    org = given(rules=(*STANDARD, negotiated_first()))
    silent = org.beslut("b", decided=YEAR[2015], forhandlad=YEAR[2014])
    silent.create_enhet("ny", name="Ny", parent="soc")
    silent.appoint("soc-chef", person="p1")
    assert [f"{v.rule}: {v.message}" for v in silent.violations()] == [
        "FORBEREDD: 'b' changes ny on 2015-01-01, and nothing says that it was prepared. State riskbedomd."
    ]
    told = org.beslut("b", decided=YEAR[2015], forhandlad=YEAR[2014], riskbedomd=YEAR[2014])
    told.create_enhet("ny", name="Ny", parent="soc")
    assert not told.violations()


def test_delegation_a_namnd_has_one_ordning() -> None:
    """DELEGATION: a second is refused; one that replaces the first the same day stands."""
    org = delegated()
    assert refusal(org, 2015, lambda b: b.adopt_delegationsordning("do2", namnd="sn", name="Ny")) == [
        "DELEGATION: sn would have two delegationsordningar on 2015-01-01: do and do2. Let the later one "
        "replace the other (replaces), or repeal it."
    ]
    accept(org, 2015, lambda b: b.adopt_delegationsordning("do2", namnd="sn", name="Ny", replaces="do"))
    assert (org.on(YEAR[2014]).ordning_of("sn"), org.on(YEAR[2015]).ordning_of("sn")) == ("do", "do2")


def test_r07_a_namnd_leaves_no_ordning_behind() -> None:
    """R07: its delegationsordning is repealed first, or in the same beslut."""
    org = delegated()

    def empty(beslut: Draft) -> None:
        beslut.remove_from_namnd("soc", namnd="sn")
        beslut.dissolve_organ("au")
        beslut.dissolve_organ("presidiet")
        beslut.release_ledamot("sn", person="p-ordf")
        beslut.release_ledamot("sn", person="p-ers")
        beslut.dissolve_organ("sn")

    def whole(beslut: Draft) -> None:
        beslut.repeal_delegationsordning("do")
        empty(beslut)

    assert refusal(org, 2015, empty) == [
        "R07: sn cannot be dissolved on 2015-01-01: its delegationsordning do still holds. Repeal it in "
        "the same "
        "beslut."
    ]
    accept(org, 2015, whole)


def test_r08_a_row_is_granted_once() -> None:
    """R08: a row that is there is changed; one that is not is granted; what is gone is not revoked."""
    org = delegated()
    again = refusal(
        org,
        2015,
        lambda b: b.grant_delegation(
            "do", rad="r-bistand", nummer="9", arende="bistand", delegat=["soc-chef"]
        ),
    )
    assert len(again) == 1
    assert again[0].startswith("R08: ")
    change = refusal(
        org,
        2015,
        lambda b: b.change_delegation("do", rad="r-nej", nummer="9", arende="bistand", delegat=["soc-chef"]),
    )
    assert len(change) == 1
    assert change[0].startswith("R08: ")

    def twice(beslut: Draft) -> None:
        row(delegat=["soc-chef"])(beslut)
        row(delegat=["ac"], nummer="2.2")(beslut)

    assert [m[:4] for m in refusal(org, 2015, twice)] == ["R08:"]
    revoke = refusal(org, 2015, lambda b: b.revoke_delegation("do", rad="r-nej"))
    assert len(revoke) == 1
    assert revoke[0].startswith("R08: ")


def test_delegat_a_chef_has_something_to_decide() -> None:
    """DELEGAT: a chef whom no row lets decide is told of; not before there is an ordning, nor with a row."""
    org = delegated((2013, lambda b: b.revoke_delegation("do", rad="r-bistand")))
    assert warnings(org, 2012, "DELEGAT") == []
    assert warnings(org, 2013, "DELEGAT") == [
        "ac leads aldre, and no row of do lets it decide anything on 2013-01-01. Grant it what it needs."
    ]
    accept(
        org,
        2014,
        lambda b: b.grant_delegation(
            "do", rad="r2", nummer="1.1", arende="bistand", delegat_typ="avdelningschef"
        ),
    )
    assert warnings(org, 2014, "DELEGAT") == []


def test_delegat_a_chef_may_have_what_is_not_on_record_or_what_those_below_have() -> None:
    """DELEGAT: nobody is told where the rows are known in part, with the right of those below the lowest."""
    for policies, told in (({}, {"ac", "soc-chef"}), ({"ofullstandig": True}, set())):
        assert _without_rights(policies) == told
    assert _without_rights({"overordnad_har_ratt": True}) == {"ac"}


def _without_rights(policies: dict[str, Any]) -> set[str]:
    """Whom DELEGAT is told of under an ordning without rows that has these policies."""

    def adopt(beslut: Draft) -> None:
        beslut.adopt_delegationsordning("do2", namnd="sn", name="DO 2", replaces="do", **policies)

    view = delegated((2013, adopt)).on(YEAR[2014])
    return {v.things[0] for v in view.violations() if v.rule == "DELEGAT"}


RIGHT = decided_within_mandate()


def _let_chefer_reorganise(beslut: Draft) -> None:
    beslut.create_enhet("hemtjanst", name="Hemtjänsten", parent="aldre")
    beslut.create_befattning(
        "ec", title="Enhetschef", enhet="hemtjanst", leads=["hemtjanst"], budgetansvar=True
    )
    beslut.define_arende("organisationsforandring", name="Ändring av den egna enhetens organisation")
    beslut.grant_delegation(
        "do",
        rad="r-org",
        nummer="5.1",
        arende="organisationsforandring",
        delegat_typ="budgetansvarig chef",
        villkor="inom eget resultatansvar",
    )


def _create(under: str) -> Write:
    return lambda beslut: beslut.create_enhet("ny", name="Ny", parent=under)


def strict() -> Organisation:
    """Exempelby where budgetansvariga chefer may reorganise from 2012 on, and others may not."""
    organisation = delegated(rules=(*STANDARD, RIGHT))
    accept(organisation, 2012, _let_chefer_reorganise, decided_by="sn")
    return organisation


def test_mandate_whoever_reorganises_has_the_right_to() -> None:
    """MANDAT: fullmäktige and the nämnd may; a chef only in the own enhet, and only with a row."""
    (above,) = refusal(strict(), 2015, _create("aldre"), decided_by="ec")
    assert above == (
        "MANDAT: 'prövat 3' changes ny on 2015-01-01, and ec has no right to reorganise aldre. Let who has "
        "the "
        "right decide it, or delegate it first."
    )
    (nobody,) = refusal(strict(), 2015, _create("hemtjanst"))
    assert "and nobody is said to have decided it" in nobody
    accept(strict(), 2015, _create("hemtjanst"), decided_by="ec")
    accept(strict(), 2015, _create("aldre"), decided_by="kf")
    accept(strict(), 2015, _create("aldre"), decided_by="sn")
    accept(delegated(), 2015, _create("aldre"), decided_by="handlaggare")  # the policy is off by default


def test_mandate_goes_by_what_was_delegated_when_it_was_decided() -> None:
    """MANDAT: a right that is granted from a later day on is none on the day of the beslut."""
    before = refusal(strict(), 2011, _create("aldre"), decided_by="ec")
    assert any("ec has no right to reorganise aldre" in message for message in before)
    organisation = strict()
    accept(organisation, 2016, lambda b: b.revoke_delegation("do", rad="r-org"), decided_by="sn")
    assert "no right to reorganise hemtjanst" in refusal(organisation, 2016, _create("hemtjanst"), "ec")[0]
    accept(organisation, 2015, _create("hemtjanst"), decided_by="ec")


@pytest.mark.parametrize("let", [True, False])
def test_mandate_a_chef_above_may_where_the_ordning_says_so(let: bool) -> None:
    """MANDAT: who has the right of those below may reorganise what they may."""

    def adopt(beslut: Draft) -> None:
        beslut.adopt_delegationsordning(
            "do2", namnd="sn", name="DO 2", replaces="do", overordnad_har_ratt=let
        )
        beslut.grant_delegation(
            "do2", rad="r", nummer="1", arende="organisationsforandring", delegat_typ="budgetansvarig chef"
        )

    org = strict()
    accept(org, 2013, adopt, decided_by="sn")
    if let:
        accept(org, 2015, _create("hemtjanst"), decided_by="ac")
    else:
        assert "MANDAT" in refusal(org, 2015, _create("hemtjanst"), decided_by="ac")[0]


def test_law_is_read_by_day() -> None:
    """The act of 1991 to the end of 2017, then that of 2017, as amended from 2022-07-01."""
    said = [
        (str(law), law.since, law.reporting, "presidium" in law.delegates, "automatiserad" in law.delegates)
        for law in laws()
    ]
    assert said == [
        ("kommunallagen (1991:900)", date(1992, 1, 1), "alla", False, False),
        ("kommunallagen (2017:725)", date(2018, 1, 1), "namnden bestammer", True, False),
        (
            "kommunallagen (2017:725), i lydelse enligt lag (2022:638)",
            date(2022, 7, 1),
            "namnden bestammer",
            True,
            True,
        ),
    ]
    for one, day in zip(laws(), (date(2017, 12, 31), date(2022, 6, 30), date(2026, 1, 1)), strict=True):
        assert law_on(day) is one
    before, after = law_on(date(2017, 12, 31)), law_on(date(2018, 1, 1))
    assert (before.anmalan.lagrum, after.anmalan.lagrum) == ("6 kap. 35 §", "6 kap. 40 §, 7 kap. 8 §")
    assert (before.jav.lagrum, after.bradskande.lagrum) == ("6 kap. 24–27 §§", "6 kap. 39 §")
