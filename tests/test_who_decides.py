"""Who decides: the chain, everyone on the way who may not and why, and what the ordning's policies do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, get_args

import pytest

from orgmodell import Organisation, UnknownThing
from orgmodell.changes import Rad
from orgmodell.draft import Draft
from orgmodell.projections.rights import Rights
from orgmodell.projections.who_decides import Case, Report, WhoDecides
from orgmodell.projections.who_decides.answer import How, Lacking, LinkKind, Reason, Right
from orgmodell.words import Text
from orgmodell.words import who_decides as words
from orgmodell.words.delegationsordning import up_to
from test_rules import YEAR, Write, accept
from test_rules_of_delegation import delegated, row


def staffed(*steps: tuple[int, Write], **policies: Any) -> Organisation:
    """Exempelby with chefer in place from 2012 on, and an ordning with these policies."""

    def staff(beslut: Draft) -> None:
        beslut.appoint("soc-chef", person="p-soc")
        beslut.appoint("ac", person="p-ac")
        beslut.appoint("handlaggare", person="p-hand")
        if policies:
            beslut.adopt_delegationsordning("do2", namnd="sn", name="DO 2012", replaces="do", **policies)
            beslut.grant_delegation("do2", rad="r", nummer="1.1", arende="bistand", delegat=["ac"])

    return delegated((2012, staff), *steps)


def asked(organisation: Organisation, year: int, arende: str = "bistand", **more: Any) -> WhoDecides:
    """Who decides in äldreomsorgen on 1 January."""
    return organisation.on(YEAR[year]).who_decides(arende, "aldre", **more)


def walk(decision: WhoDecides) -> list[str]:
    """The answer's candidates in order, as "who (person): why not" or "who (person): by what right"."""
    return [
        f"{each.who} ({each.person}): {f'nej, {each.rejected:sv}' if each.rejected else each.by.sv}"
        for each in decision.candidates
    ]


def said(texts: Iterable[Text]) -> list[str]:
    """Texts in Swedish."""
    return [text.sv for text in texts]


def laws(decision: WhoDecides) -> list[tuple[LinkKind, str]]:
    """The links of the chain that stand in the law."""
    return [(link.kind, link.lagrum) for link in decision.chain if link.lagrum is not None]


def test_the_chain_goes_from_reglemente_to_person() -> None:
    """A present chef: every link with the beslut it stands in, and the duty to report."""
    decision = asked(staffed(), 2015)
    assert [(link.kind, link.thing, link.beslut) for link in decision.chain] == [
        ("reglemente", "sn", "b1"),
        ("namnd", "sn", None),
        ("delegationsordning", "do", "b1"),
        ("rad", "r-bistand", "b1"),
        ("befattning", "ac", "b1"),
        ("person", "p-ac", "b2"),
    ]
    assert decision.decider is not None
    assert (decision.decider.who, decision.decider.person) == ("ac", "p-ac")
    assert (decision.rejected, decision.gaps, decision.villkor) == ((), (), ())
    assert decision.report == Report(how="alla", lagrum="6 kap. 35 § kommunallagen (1991:900)")
    assert decision.anmalan is not None
    assert decision.anmalan.sv == (
        "anmäls till nämnden, som alla beslut på delegation (6 kap. 35 § kommunallagen (1991:900))"
    )


def test_the_duty_to_report_is_that_of_the_day() -> None:
    """Q12: the last day of 2017 and the first of 2018 give different rules for the same decision."""
    org = staffed(
        (
            2013,
            lambda b: b.change_delegation(
                "do", rad="r-bistand", nummer="1.1", arende="bistand", delegat=["ac"], anmalan="nej"
            ),
        )
    )
    before = org.on(date(2017, 12, 31)).who_decides("bistand", "aldre")
    after = org.on(date(2018, 1, 1)).who_decides("bistand", "aldre")
    assert (before.decider, before.law.act) == (after.decider, "kommunallagen (1991:900)")
    assert before.report == Report(how="alla", lagrum="6 kap. 35 § kommunallagen (1991:900)")
    assert after.report == Report(how="nej", lagrum="6 kap. 40 §, 7 kap. 8 § kommunallagen (2017:725)")
    assert after.anmalan is not None
    assert after.anmalan.sv == (
        "anmäls inte; protokollförs särskilt om det får överklagas "
        "(6 kap. 40 §, 7 kap. 8 § kommunallagen (2017:725))"
    )


@pytest.mark.parametrize(
    ("asks", "walked"),
    [
        (
            {"absent": ["p-ac"]},
            ["ac (p-ac): nej, är frånvarande", "soc-chef (p-soc): närmast överordnad chef"],
        ),
        (
            {"jav": ["p-ac"]},
            ["ac (p-ac): nej, är jävig", "soc-chef (p-soc): närmast överordnad chef"],
        ),
        (
            {"jav": ["p-ac"], "absent": ["soc-chef"]},
            [
                "ac (p-ac): nej, är jävig",
                "soc-chef (p-soc): nej, är frånvarande",
                "sn (None): nämnden själv: ingen delegat kan",
            ],
        ),
    ],
)
def test_r18_r20_whoever_is_away_or_javig_is_passed_by(asks: dict[str, Any], walked: list[str]) -> None:
    """R18 and R20: the chef above is next, and after the chefer it is nämndens own."""
    assert walk(asked(staffed(), 2015, **asks)) == walked


def test_r18_names_the_law() -> None:
    """R18: the ground for jäv is the paragraph of the day."""
    for year, lagrum in (
        (2017, "6 kap. 24–27 §§ kommunallagen (1991:900)"),
        (2018, "6 kap. 28–32 §§, 7 kap. 4 § kommunallagen (2017:725)"),
    ):
        (javig,) = asked(staffed(), year, jav=["p-ac"]).rejected
        assert javig.lagrum == lagrum


def test_r19_a_tf_has_the_delegations_of_the_post() -> None:
    """R19: unless the ordning says otherwise; then it is the chef above."""

    def act(beslut: Draft) -> None:
        beslut.release("ac", person="p-ac")
        beslut.appoint("ac", person="p-tf", form="tf", until=YEAR[2016])

    assert walk(asked(staffed((2015, act)), 2015)) == ["ac (p-tf): delegat"]
    assert walk(asked(staffed((2015, act), tf_arver=False), 2015)) == [
        "ac (p-tf): nej, är tillförordnad, och ärver inte delegationen enligt delegationsordningen",
        "soc-chef (p-soc): närmast överordnad chef",
    ]
    assert walk(asked(staffed((2015, act), tf_arver=True), 2016))[0].startswith("ac (None): nej, ")


def test_r20_the_order_of_fallbacks_is_the_ordnings() -> None:
    """R20: ersättare of the row, the designated deputy, the chef above: in the order that was adopted."""

    def prepare(beslut: Draft) -> None:
        beslut.designate_deputy("ac", deputy="handlaggare")

    assert walk(
        asked(staffed((2013, prepare), ersattarordning=["utsedd", "overordnad"]), 2015, absent=["ac"])
    ) == [
        "ac (p-ac): nej, är frånvarande",
        "handlaggare (p-hand): utsedd ställföreträdare",
    ]
    assert walk(
        asked(staffed((2013, prepare), ersattarordning=["overordnad", "utsedd"]), 2015, absent=["ac"])
    ) == [
        "ac (p-ac): nej, är frånvarande",
        "soc-chef (p-soc): närmast överordnad chef",
    ]
    assert walk(asked(staffed((2013, prepare), ersattarordning=[]), 2015, absent=["ac"])) == [
        "ac (p-ac): nej, är frånvarande",
        "sn (None): nämnden själv: ingen delegat kan",
    ]


def test_r20_an_ersattare_of_the_row_comes_first() -> None:
    """R20: whoever the row names as ersättare decides when the delegate cannot."""
    org = staffed((2013, row(arende="inkop", delegat=["ac"], ersattare=["handlaggare"])))
    assert walk(asked(org, 2015, "inkop", belopp=500, absent=["ac"])) == [
        "ac (p-ac): nej, är frånvarande",
        "handlaggare (p-hand): ersättare enligt raden",
    ]


def test_r20_a_vacant_post() -> None:
    """R20: a post that is declared vacant is passed by; one nobody is recorded in is not known to be."""
    gone = staffed(
        (2015, lambda b: b.release("ac", person="p-ac")),
    )
    assert walk(asked(gone, 2015)) == [
        "ac (None): nej, är vakant",
        "soc-chef (p-soc): närmast överordnad chef",
    ]
    unstaffed = delegated()
    decision = asked(unstaffed, 2015)
    assert walk(decision) == ["ac (None): delegat"]
    assert [(gap.lacking, gap.things) for gap in decision.gaps] == [("innehavare", ("ac",))]
    assert said(decision.missing) == ["vem som har befattningen Avdelningschef"]


def test_r21_a_chef_above_has_the_right_too_where_the_ordning_says_so() -> None:
    """R21: off unless adopted."""
    assert asked(staffed(), 2015).also == ()
    (above,) = asked(staffed(overordnad_har_ratt=True), 2015).also
    assert (above.who, above.right) == ("soc-chef", "overordnad har ratt")
    assert above.by.sv == "överordnad chef, som alltid har rätten"


def test_karenstid_makes_a_new_holder_wait() -> None:
    """A holder who is new may not decide until the months are over; then it is no matter."""
    org = staffed(karenstid=6)
    early = org.on(date(2012, 6, 30)).who_decides("bistand", "aldre")
    assert walk(early)[0] == "ac (p-ac): nej, är ny på befattningen: karenstid till 2012-07-01"
    why = early.rejected[0].why
    assert why is not None
    assert (why.reason, why.until) == ("karenstid", date(2012, 7, 1))
    assert walk(org.on(date(2012, 7, 1)).who_decides("bistand", "aldre")) == ["ac (p-ac): delegat"]


def test_a_consultant_is_passed_by() -> None:
    """R10: the right falls to the chef above, and the law is named."""

    def hire(beslut: Draft) -> None:
        beslut.release("ac", person="p-ac")
        beslut.appoint("ac", person="p-konsult", form="konsult", until=YEAR[2020])

    org = staffed((2015, hire))
    decision = asked(org, 2019)
    assert walk(decision) == [
        "ac (p-konsult): nej, är konsult och inte anställd hos kommunen",
        "soc-chef (p-soc): närmast överordnad chef",
    ]
    assert decision.rejected[0].lagrum == "7 kap. 5 § kommunallagen (2017:725)"


def test_an_amount_over_the_limit_goes_to_the_next_row() -> None:
    """The lowest limit that covers the amount decides; over every limit it is nämndens own."""
    org = staffed((2013, row(arende="inkop", delegat=["ac"], belopp=1000)))
    assert walk(asked(org, 2015, "inkop", belopp=1000)) == ["ac (p-ac): delegat"]
    over = asked(org, 2015, "inkop", belopp=1001)
    assert walk(over) == [
        "ac (None): nej, beloppet är över radens gräns, 1 000 kr",
        "soc-chef (p-soc): delegat",
    ]
    (ac,) = over.rejected
    assert ac.why is not None
    assert (ac.right, ac.nummer, ac.why.reason, ac.why.belopp) == ("delegat", "2.1", "belopp", 1000)
    assert asked(org, 2015, "inkop", belopp=1000).villkor == (up_to(1000),)


def test_a_row_for_another_enhet_is_not_about_this_one() -> None:
    """A row limited to an enhet holds in it and under it."""

    def split(beslut: Draft) -> None:
        beslut.create_enhet("ifo", name="IFO", parent="soc")
        beslut.change_delegation(
            "do", rad="r-bistand", nummer="1.1", arende="bistand", delegat=["ac"], enhet="ifo"
        )

    org = staffed((2013, split))
    assert walk(asked(org, 2015)) == [
        "ac (None): nej, raden gäller bara IFO",
        "sn (None): nämnden själv: ingen rad ger rätten",
    ]
    why = asked(org, 2015).rejected[0].why
    assert why is not None
    assert (why.reason, why.enhet) == ("enhet", "ifo")
    assert walk(org.on(YEAR[2015]).who_decides("bistand", "ifo")) == ["ac (p-ac): delegat"]


def test_of_rows_for_an_enhet_and_one_it_is_in_the_narrowest_goes_first() -> None:
    """A row is for all that is in its enhet, and not for what that is in."""

    def divide(beslut: Draft) -> None:
        beslut.create_enhet("hemtjanst", name="Hemtjänsten", parent="aldre")
        beslut.revoke_delegation("do", rad="r-inkop")
        for enhet, delegat in (("soc", "soc-chef"), ("aldre", "ac"), ("hemtjanst", "handlaggare")):
            beslut.grant_delegation(
                "do", rad=f"r-{enhet}", nummer=f"3.{enhet}", arende="inkop", delegat=[delegat], enhet=enhet
            )

    view = staffed((2013, divide)).on(YEAR[2014])
    deciders = {enhet: view.who_decides("inkop", enhet).decider for enhet in ("soc", "aldre", "hemtjanst")}
    assert {enhet: found and found.who for enhet, found in deciders.items()} == {
        "soc": "soc-chef",
        "aldre": "ac",
        "hemtjanst": "handlaggare",
    }
    at_hand = view.who_decides("inkop", "hemtjanst", absent=["handlaggare", "ac"])
    assert [each.who for each in at_hand.candidates][:2] == ["handlaggare", "ac"]


@pytest.mark.parametrize(("limit", "lower"), [(2000, 2000), (9000, 5000), (None, 5000)])
def test_whoever_a_row_is_passed_on_to_keeps_to_the_lower_limit(limit: float | None, lower: float) -> None:
    """That of the row, or of what is passed on, whichever is lower."""
    said: dict[str, Any] = {"arende": "inkop", "delegat": ["soc-chef"], "far_vidaredelegeras": True}

    def limited(beslut: Draft) -> None:
        beslut.change_delegation("do", rad="r-inkop", nummer="1.2", belopp=5000, **said)

    def pass_on(beslut: Draft) -> None:
        beslut.grant_vidaredelegation("v", ordning="do", nummer="1.2", to="ac", belopp=limit)

    org = staffed((2013, limited))
    accept(org, 2014, pass_on, decided_by="soc-chef")
    assert asked(org, 2015, "inkop", belopp=1500).villkor == (up_to(lower),)


def test_what_is_passed_on_is_decided_by_whom_it_is_passed_on_to() -> None:
    """Vidaredelegation: who was given it decides, the förvaltningschef may too; within its limit."""
    org = staffed()
    accept(
        org,
        2014,
        lambda b: b.grant_vidaredelegation("v", ordning="do", nummer="1.2", to="ac", belopp=2000),
        decided_by="soc-chef",
    )
    decision = asked(org, 2015, "inkop", belopp=1500)
    assert [(link.kind, link.thing) for link in decision.chain][-4:] == [
        ("rad", "r-inkop"),
        ("vidaredelegation", "v"),
        ("befattning", "ac"),
        ("person", "p-ac"),
    ]
    assert [each.who for each in decision.also] == ["soc-chef"]
    assert decision.vidaredelegation is not None
    assert decision.vidaredelegation.vidaredelegation == "v"
    assert decision.report == Report(how="forvaltningschefen", lagrum="6 kap. 37 § kommunallagen (1991:900)")
    assert asked(org, 2015, "inkop", belopp=2000).villkor == (up_to(2000),)
    assert walk(asked(org, 2015, "inkop", belopp=2500)) == [
        "ac (None): nej, beloppet är över vidaredelegationens gräns, 2 000 kr",
        "soc-chef (p-soc): delegat",
    ]
    accept(
        org,
        2016,
        lambda b: b.change_delegation(
            "do", rad="r-inkop", nummer="9.9", arende="inkop", delegat=["soc-chef"], far_vidaredelegeras=True
        ),
    )
    assert walk(asked(org, 2016, "inkop", belopp=1500)) == ["soc-chef (p-soc): delegat"]


def test_what_may_be_passed_on_no_longer_is_not() -> None:
    """A vidaredelegation gives nothing from the day on which nämnden takes the leave back."""
    org = staffed()
    accept(
        org,
        2014,
        lambda b: b.grant_vidaredelegation("v", ordning="do", nummer="1.2", to="ac"),
        decided_by="soc-chef",
    )
    taken_back: dict[str, Any] = {"nummer": "1.2", "arende": "inkop", "delegat": ["soc-chef"]}
    accept(org, 2016, lambda b: b.change_delegation("do", rad="r-inkop", **taken_back))
    assert walk(asked(org, 2015, "inkop")) == ["ac (p-ac): vidaredelegat"]
    assert walk(asked(org, 2016, "inkop")) == ["soc-chef (p-soc): delegat"]


def test_what_is_reserved_is_namndens_or_fullmaktiges_own() -> None:
    """Q13: mål and inriktning are nämndens; the organisation of nämnderna is fullmäktiges; with lagrum."""
    org = staffed((2013, lambda b: b.define_arende("namnder", name="Nämnder", forbehallet="fullmaktige")))
    own = asked(org, 2018, "taxa")
    assert own.decider is not None
    assert (own.decider.who, own.decider.right) == ("sn", "forbehallet")
    assert own.decider.by.sv == "nämnden, som inte får delegera ärendet"
    assert ("forbehallet", "6 kap. 38 § 1 kommunallagen (2017:725)") in laws(own)
    kf = asked(org, 2018, "namnder")
    assert kf.decider is not None
    assert (kf.decider.who, kf.decider.right, kf.report, kf.anmalan) == ("kf", "fullmaktige", None, None)
    assert ("fullmaktige", "5 kap. 1 § kommunallagen (2017:725)") in laws(kf)


def test_what_cannot_wait_is_the_ordforandes() -> None:
    """An urgent matter nobody else may decide: ordföranden, reported at the next meeting."""

    def revoke(beslut: Draft) -> None:
        beslut.revoke_delegation("do", rad="r-bistand")

    org = staffed((2013, revoke))
    assert walk(asked(org, 2018)) == ["sn (None): nämnden själv: ingen rad ger rätten"]
    urgent = asked(org, 2018, bradskande=True)
    assert walk(urgent) == ["p-ordf (p-ordf): ordföranden, när nämnden inte kan avvaktas"]
    assert urgent.report == Report(how="nasta sammantrade", lagrum="6 kap. 39 § kommunallagen (2017:725)")
    assert ("bradskande", "6 kap. 39 § kommunallagen (2017:725)") in laws(urgent)


@pytest.mark.parametrize(
    ("prepare", "lacking", "missing"),
    [
        (
            lambda b: b.repeal_delegationsordning("do"),
            ("ordning", ("sn",)),
            "ingen delegationsordning för Socialnämnden är registrerad",
        ),
        (
            lambda b: b.remove_from_namnd("soc", namnd="sn"),
            ("enhetens namnd", ()),
            "vilken nämnd enheten lyder under",
        ),
    ],
)
def test_what_the_record_does_not_tell_is_left_open(
    prepare: Callable[[Draft], None], lacking: tuple[Lacking, tuple[str, ...]], missing: str
) -> None:
    """Framgår inte, with what would have to be known."""
    decision = asked(staffed((2013, prepare)), 2015)
    assert decision.decider is None
    assert [(gap.lacking, gap.things) for gap in decision.gaps] == [lacking]
    assert said(decision.missing) == [missing]


def test_rows_that_are_not_all_on_record_leave_it_open() -> None:
    """An ordning of which only parts are known says nothing about a matter without a row."""
    decision = asked(staffed(ofullstandig=True), 2015, "inkop")
    assert (decision.decider, decision.ordning) == (None, "do2")
    assert [gap.lacking for gap in decision.gaps] == ["alla rader"]
    assert said(decision.missing) == ["bara delar av delegationsordningen är kända, och ingen rad om ärendet"]


def test_a_title_is_whoever_has_it_in_the_line_of_the_enhet() -> None:
    """A row for a title finds the nearest in the enhet's own line; without an enhet, it asks for one."""
    org = staffed((2013, row(arende="inkop", delegat_typ="Avdelningschef", belopp=1000)))
    assert walk(asked(org, 2015, "inkop", belopp=10)) == ["ac (p-ac): delegat"]
    no_enhet = org.on(YEAR[2015]).who_decides("inkop", belopp=10)
    assert no_enhet.decider is not None
    assert no_enhet.decider.who == "soc-chef"
    assert "vilken enhet ärendet rör" in said(no_enhet.missing)


def test_a_title_is_the_nearest_who_has_it_and_leads_something() -> None:
    """Not one further up, nor a chef whose only enhet has ended, wherever that is placed."""

    def same_title(beslut: Draft) -> None:
        for enhet, over in (("dagverksamhet", "aldre"), ("stab", "soc")):
            beslut.create_enhet(enhet, name=enhet, parent=over)
            beslut.create_befattning(f"{enhet}-chef", title="Chef", enhet="aldre", leads=[enhet])
            beslut.appoint(f"{enhet}-chef", person=f"p-{enhet}")
        for post in ("soc-chef", "ac"):
            beslut.retitle_befattning(post, title="Chef")
        beslut.change_delegation("do", rad="r-bistand", nummer="1.1", arende="bistand", delegat_typ="chef")

    org = staffed((2013, same_title), (2014, lambda b: b.dissolve_enhet("dagverksamhet")))
    assert walk(asked(org, 2013)) == ["ac (p-ac): delegat"]
    assert walk(asked(org, 2014, absent=["ac"])) == [
        "ac (p-ac): nej, är frånvarande",
        "soc-chef (p-soc): närmast överordnad chef",
    ]
    accept(org, 2015, lambda b: b.end_leadership("ac", enhet="aldre"))
    assert walk(asked(org, 2015)) == ["ac (p-ac): delegat"]


def test_a_title_that_several_have_in_an_enhet_is_any_of_them() -> None:
    """When the first may not decide, the next with the title does."""

    def two(beslut: Draft) -> None:
        beslut.create_befattning("handlaggare-2", title="Biståndshandläggare", enhet="aldre")
        beslut.appoint("handlaggare-2", person="p-hand-2")
        beslut.change_delegation(
            "do", rad="r-bistand", nummer="1.1", arende="bistand", delegat_typ="biståndshandläggare"
        )

    assert walk(asked(staffed((2013, two)), 2015, jav=["p-hand"])) == [
        "handlaggare (p-hand): nej, är jävig",
        "handlaggare-2 (p-hand-2): delegat",
    ]


def test_a_right_of_a_post_that_is_gone_moves_to_no_chef() -> None:
    """R22: the row dangles, and the matter is nämndens own; a chef of other rows does not come in."""

    def withdraw(beslut: Draft) -> None:
        beslut.release("handlaggare", person="p-hand")
        beslut.withdraw_befattning("handlaggare")

    org = staffed((2013, row(arende="inkop", belopp=10, delegat=["handlaggare"])), (2014, withdraw))
    accept(org, 2014, lambda b: b.revoke_delegation("do", rad="r-inkop"))
    assert walk(asked(org, 2015, "inkop", belopp=5)) == [
        "handlaggare (None): nej, finns inte längre: raden hänger i luften",
        "sn (None): nämnden själv: ingen delegat kan",
    ]


def test_an_urgent_matter_goes_by_the_row_for_urgent_matters_first() -> None:
    """When it cannot wait, the ordförande of the urgent row comes before the ordinary delegate."""
    org = staffed((2013, row(belopp=None, delegat=["p-ordf"], bradskande=True)))
    assert walk(asked(org, 2015)) == [
        "p-ordf (None): nej, raden gäller bara brådskande ärenden",
        "ac (p-ac): delegat",
    ]
    assert walk(asked(org, 2015, bradskande=True)) == ["p-ordf (p-ordf): delegat"]


def test_a_row_for_one_enhet_needs_to_know_which_the_matter_is_about() -> None:
    """Without an enhet it is left open, and not answered that it is nämndens own."""
    org = staffed((2013, row(arende="inkop", delegat=["ac"], enhet="aldre")))
    accept(org, 2014, lambda b: b.revoke_delegation("do", rad="r-inkop"))
    decision = org.on(YEAR[2015]).who_decides("inkop", belopp=10)
    assert (decision.decider, said(decision.missing)) == (None, ["vilken enhet ärendet rör"])
    assert [each.why.reason for each in decision.rejected if each.why] == ["ingen enhet"]
    assert walk(asked(org, 2015, "inkop", belopp=10)) == ["ac (p-ac): delegat"]


def test_r18_jav_of_a_befattning_is_that_of_whoever_has_it() -> None:
    """R18: named by post as by person."""
    assert walk(asked(staffed(), 2015, jav=["ac"])) == walk(asked(staffed(), 2015, jav=["p-ac"]))


def test_whoever_is_replaced_by_a_vikarie_does_not_decide() -> None:
    """The ordinarie is away: when the vikarie is too new, it is the chef above."""

    def replace(beslut: Draft) -> None:
        beslut.appoint("ac", person="p-vik", form="vikarie", until=YEAR[2016])

    org = staffed((2015, replace), karenstid=6)
    assert walk(asked(org, 2015)) == [
        "ac (p-vik): nej, är ny på befattningen: karenstid till 2015-07-01",
        "ac (p-ac): nej, är ersatt av en tillförordnad eller vikarie den dagen",
        "soc-chef (p-soc): närmast överordnad chef",
    ]
    assert walk(org.on(date(2015, 7, 1)).who_decides("bistand", "aldre")) == ["ac (p-vik): delegat"]


def test_karenstid_goes_on_from_tf_to_ordinarie() -> None:
    """Whoever has had the post as t.f. is not new when appointed to it."""

    def act(beslut: Draft) -> None:
        beslut.release("ac", person="p-ac")
        beslut.appoint("ac", person="p-ny", form="tf", until=YEAR[2016])

    org = staffed((2015, act), (2016, lambda b: b.appoint("ac", person="p-ny")), karenstid=6)
    assert walk(asked(org, 2015))[0] == "ac (p-ny): nej, är ny på befattningen: karenstid till 2015-07-01"
    assert walk(asked(org, 2016)) == ["ac (p-ny): delegat"]


def test_an_elected_decider_is_told_with_role_and_election() -> None:
    """The last link of an urgent chain: what the person is in the nämnd, and by which beslut."""
    org = staffed((2013, row(belopp=None, delegat=["p-ordf"], bradskande=True)))
    last = asked(org, 2015, bradskande=True).chain[-1]
    assert (last.kind, last.thing, last.holds, last.beslut) == ("person", "p-ordf", "ordforande", "b1")


def test_the_namnd_is_found_by_its_reglemente() -> None:
    """Also a nämnd without a delegationsordning, and when no enhet is named."""

    def school(beslut: Draft) -> None:
        beslut.create_organ("bun", name="Barn- och utbildningsnämnden", kind="namnd")
        beslut.adopt_reglemente("bun", omraden=["Skola"])

    decision = staffed((2013, school)).on(YEAR[2015]).who_decides("skolskjuts")
    assert (decision.namnd, decision.decider) == ("bun", None)
    assert said(decision.missing) == [
        "ingen delegationsordning för Barn- och utbildningsnämnden är registrerad"
    ]


def test_what_is_no_amount_is_refused() -> None:
    """A negative belopp, none that is a number, and one id where several are expected."""
    for belopp in (-1.0, float("nan"), float("inf")):
        with pytest.raises(ValueError, match="belopp is an amount in kronor"):
            asked(staffed(), 2015, belopp=belopp)
    with pytest.raises(TypeError, match="several ids are expected"):
        asked(staffed(), 2015, jav="p-ac")


def test_the_basis_names_what_the_answer_rests_on() -> None:
    """Every link that stands in a beslut is in the basis, and no row about another matter."""
    basis = asked(staffed(), 2015).basis
    assert {fact.beslut.id for fact in basis.facts} >= {"b1", "b2"}
    rows = [fact.change.rad for fact in basis.facts if isinstance(fact.change, Rad)]
    assert rows == ["r-bistand"]


def test_an_unknown_matter_or_enhet_is_told() -> None:
    """An ärende, enhet that there is not: the nearest that there is."""
    with pytest.raises(UnknownThing, match="there is no arende 'bistandd'; did you mean 'bistand'"):
        asked(staffed(), 2015, "bistandd")
    with pytest.raises(UnknownThing, match="there is no enhet 'aldree'"):
        staffed().on(YEAR[2015]).who_decides("bistand", "aldree")


def moved(rights: Rights) -> dict[str, tuple[list[str], list[str]]]:
    """By person, the numbers of the rows that are lost and gained."""
    assert rights.shifts is not None
    return {
        each.person: (
            [right.delegation.rad.nummer for right in each.lost],
            [right.delegation.rad.nummer for right in each.gained],
        )
        for each in rights.shifts
    }


def test_rights_and_who_loses_them() -> None:
    """Who has which rights on a day, and what somebody loses on the day of a move."""

    def move(beslut: Draft) -> None:
        beslut.release("ac", person="p-ac")
        beslut.appoint("ac", person="p-ny")

    org = staffed((2015, move))
    before, after = org.on(YEAR[2014]), org.on(YEAR[2015])
    assert [(r.befattning, [d.rad.nummer for d in r.delegations]) for r in before.rights()] == [
        ("soc-chef", ["1.2"]),
        ("ac", ["1.1"]),
    ]
    assert [d.rad.nummer for (r,) in [before.rights("p-ac")] for d in r.delegations] == ["1.1"]
    assert list(after.rights("p-ac")) == []
    assert (after.rights().since, after.rights().shifts) == (None, None)
    rights = after.rights(since=before)
    assert rights.since == YEAR[2014]
    assert moved(rights) == {"p-ac": (["1.1"], []), "p-ny": ([], ["1.1"])}
    assert moved(after.rights("p-ac", since=before)) == {"p-ac": (["1.1"], [])}
    assert moved(after.rights("ac", since=before)) == moved(rights)


def test_a_right_that_came_with_two_befattningar_is_lost_with_both() -> None:
    """Whichever of them is asked about tells so."""

    def second(beslut: Draft) -> None:
        beslut.create_befattning("ac-2", title="Avdelningschef", enhet="aldre")
        beslut.appoint("ac-2", person="p-ac")
        row(delegat_typ="avdelningschef")(beslut)

    def leave(beslut: Draft) -> None:
        beslut.release("ac", person="p-ac")
        beslut.release("ac-2", person="p-ac")

    org = staffed((2013, second), (2015, leave))
    before, after = org.on(YEAR[2014]), org.on(YEAR[2015])
    assert moved(after.rights("ac", since=before)) == {"p-ac": (["1.1", "2.1"], [])}
    assert moved(after.rights("ac-2", since=before)) == {"p-ac": (["2.1"], [])}
    (shift,) = after.rights(since=before).shifts or ()
    assert {right.befattning for right in shift.lost} == {"ac", "ac-2"}
    assert moved(before.rights("ac-2", since=after)) == {"p-ac": ([], ["2.1"])}


def test_a_right_in_the_same_matter_is_the_same_whatever_its_number() -> None:
    """A row that is renumbered is neither lost nor gained; one that is for another amount is both."""

    def renumber(beslut: Draft) -> None:
        beslut.change_delegation("do", rad="r-bistand", nummer="7.7", arende="bistand", delegat=["ac"])

    def limit(beslut: Draft) -> None:
        beslut.change_delegation(
            "do", rad="r-bistand", nummer="7.7", arende="bistand", delegat=["ac"], belopp=5
        )

    org = staffed((2014, renumber), (2015, limit))
    rights = {year: org.on(YEAR[year]).rights(since=org.on(YEAR[year - 1])) for year in (2014, 2015)}
    assert moved(rights[2014]) == {}
    assert moved(rights[2015]) == {"p-ac": (["7.7"], ["7.7"])}


def test_a_chef_under_a_namnd_is_asked_about_though_without_a_right() -> None:
    """A handläggare without one is not."""
    org = staffed((2014, lambda b: b.revoke_delegation("do", rad="r-bistand")))
    told = [(each.befattning, len(each.delegations)) for each in org.on(YEAR[2014]).rights()]
    assert told == [("soc-chef", 1), ("ac", 0)]


def test_rights_are_of_the_enheter_a_row_is_for_and_no_consultants() -> None:
    """A title in a row for another enhet is no right; a consultant gains none."""

    def split(beslut: Draft) -> None:
        beslut.create_enhet("ifo", name="IFO", parent="soc")
        beslut.create_befattning("ac-ifo", title="Avdelningschef", enhet="ifo", leads=["ifo"])
        row(delegat_typ="avdelningschef", enhet="ifo")(beslut)

    def hire(beslut: Draft) -> None:
        beslut.release("ac", person="p-ac")
        beslut.appoint("ac", person="p-konsult", form="konsult", until=YEAR[2020])

    org = staffed((2013, split), (2015, hire))
    told = {r.befattning: [d.rad.nummer for d in r.delegations] for r in org.on(YEAR[2014]).rights()}
    assert (told["ac"], told["ac-ifo"]) == (["1.1"], ["2.1"])
    assert list(moved(org.on(YEAR[2015]).rights(since=org.on(YEAR[2014])))) == ["p-ac"]


@pytest.mark.parametrize(
    ("literals", "worded"),
    [
        (Right, words.RIGHTS),
        (Reason, (*words.REASONS, "karenstid", "belopp", "enhet")),
        (LinkKind, words.LINKS),
        (How, words.REPORTED),
    ],
)
def test_every_right_reason_link_and_report_has_its_words(literals: Any, worded: Iterable[str]) -> None:
    """What an answer says by an id is said in words, in both languages."""
    assert sorted(get_args(literals)) == sorted(worded)


def test_an_answer_holds_what_was_asked_and_no_view() -> None:
    """It is a frozen value: the same question of the same day gives an equal one."""
    org = staffed()
    decision = asked(org, 2015, jav=["p-ac"], belopp=10)
    assert decision == asked(org, 2015, jav=["p-ac"], belopp=10)
    assert decision.case == Case(arende="bistand", enhet="aldre", jav=["p-ac"], belopp=10)
    with pytest.raises(AttributeError):
        decision.namnd = None  # type: ignore[misc]
