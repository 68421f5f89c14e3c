"""Figures that anybody can count by hand: kontrollspann, levels, chefsled and what is compared."""

from __future__ import annotations

from datetime import date

import pytest

from orgmodell import Organisation
from orgmodell.draft import Draft
from orgmodell.organisation import MemoryLog, compare
from orgmodell.projections import compare as comparison
from orgmodell.projections.compare import Alternative
from orgmodell.projections.kontrollspann import Kontrollspann
from orgmodell.projections.line import Mode
from orgmodell.violations import Violation

DAY = date(2015, 1, 1)


def recorded(*steps: object) -> Organisation:
    """An organisation in which these have been recorded, each in a beslut of its own."""
    organisation = Organisation("exempelby", MemoryLog())
    for number, write in enumerate(steps, 1):
        with organisation.beslut(f"b{number}", decided=date(2014, 1, number)) as beslut:
            write(beslut)  # type: ignore[operator]
    return organisation


def tree(beslut: Draft) -> None:
    """Six chefer; the post over gruppen is vacant, and one chef reports past the line.

    kommunen (topp)
    ├── ett (f1)
    │   ├── a (a-chef)
    │   └── b (b-chef, vacant)
    │       └── grupp (g)
    ├── tva (f2)
    │   └── utan: nobody is recorded to lead it
    └── stab (s, who reports to f1)
    """
    for enhet, parent in (("kommunen", None), ("ett", "kommunen"), ("tva", "kommunen"), ("stab", "kommunen")):
        beslut.create_enhet(
            enhet, name=enhet.title(), parent=parent, kind=enhet if enhet == "stab" else "enhet"
        )
    for enhet, parent in (("a", "ett"), ("b", "ett"), ("grupp", "b"), ("utan", "tva")):
        beslut.create_enhet(enhet, name=enhet.title(), parent=parent)
    leads = {"topp": "kommunen", "f1": "ett", "f2": "tva", "s": "stab"}
    for post, enhet in (leads | {"a-chef": "a", "b-chef": "b", "g": "grupp"}).items():
        beslut.create_befattning(post, title=post.title(), enhet=enhet, leads=[enhet])
        if post != "b-chef":
            beslut.appoint(post, person=f"p-{post}")
    beslut.declare_vacancy("b-chef")
    beslut.change_reporting("s", to="f1")


def span(organisation: Organisation, chef: str) -> Kontrollspann:
    return organisation.on(DAY).kontrollspann(chef)


def test_direct_chefer_are_those_whose_nearest_chef_it_is() -> None:
    """Past a vacant post, by decision against the line, and nobody twice or under two."""
    org = recorded(tree)
    direct = {chef: set(span(org, chef).direct_chefer) for chef in ("topp", "f1", "f2", "a-chef", "g", "s")}
    assert direct == {
        "topp": {"f1", "f2"},
        "f1": {"a-chef", "g", "s"},
        "f2": set(),
        "a-chef": set(),
        "g": set(),
        "s": set(),
    }


def test_who_reports_by_decision_is_a_direct_chef_only_if_it_is_a_chef_that_somebody_is() -> None:
    """Neither a handläggare, nor a vacant post."""

    def report(beslut: Draft) -> None:
        beslut.create_befattning("handl", title="Handläggare", enhet="grupp")
        for post in ("handl", "b-chef"):
            beslut.change_reporting(post, to="f2")

    assert set(span(recorded(tree, report), "f2").direct_chefer) <= {"g"}


def test_who_reports_by_decision_to_a_vacant_post_is_a_direct_chef_of_whoever_is_above_it() -> None:
    """And past several such posts in a row."""

    def report(beslut: Draft) -> None:
        beslut.create_befattning("c-chef", title="C", enhet="tva", leads=["utan"])
        beslut.declare_vacancy("c-chef")
        beslut.change_reporting("c-chef", to="b-chef")
        beslut.change_reporting("s", to="c-chef")

    org = recorded(tree, report)
    assert org.on(DAY).reporting_line("s") == ("f1", "topp")
    assert set(span(org, "f1").direct_chefer) == {"a-chef", "g", "s"}
    assert "s" not in span(org, "f2").direct_chefer


def test_first_line_chefer_have_no_chef_under_them_in_what_they_lead() -> None:
    """A vacant post is none, nor is one that has a chef under it; one without chefer is itself."""
    org = recorded(tree)
    first_line = {chef: set(span(org, chef).first_line) for chef in ("topp", "f1", "f2", "g")}
    assert first_line == {
        "topp": {"a-chef", "g", "f2", "s"},
        "f1": {"a-chef", "g"},
        "f2": {"f2"},
        "g": {"g"},
    }


def test_who_leads_and_does_not_answer_for_the_staff_is_no_chef() -> None:
    """It is in no figure, neither as direct nor in the first line, and has no kontrollspann."""

    def lead(beslut: Draft) -> None:
        beslut.create_befattning(
            "sam", title="Samordnare", enhet="utan", leads=["utan"], personalansvar=False
        )
        beslut.appoint("sam", person="p-sam")

    org = recorded(tree, lead)
    assert span(org, "f2").direct_chefer == ()
    assert span(org, "f2").first_line == ("f2",)
    (now,) = compare(DAY, {"nu": org}, mode="faktisk").alternatives
    assert now.levels == (1, 2, 3)
    assert set(now.spans) == {"topp", "f1", "f2", "a-chef", "g", "s"}  # nor the vacant one


def test_enheter_that_nobody_leads_are_told_however_deep_they_are() -> None:
    """An enhet led by a vacant post is led; what is not makes the figures per chef unknown."""

    def below(beslut: Draft) -> None:
        beslut.create_enhet("djupt", name="Djupt", parent="grupp")
        beslut.state_headcount("ett", medarbetare=40)

    org = recorded(tree)
    assert [span(org, chef).unled for chef in ("topp", "f1", "f2")] == [("utan",), (), ("utan",)]
    deeper = recorded(tree, below)
    assert [span(deeper, chef).unled for chef in ("f1", "g")] == [("djupt",), ("djupt",)]
    assert span(deeper, "f1").medarbetare == 40
    assert span(deeper, "f1").medarbetare_per_chef is None
    assert span(deeper, "f1").over() is None


def test_heads_and_full_time_equivalents_per_first_line_chef() -> None:
    """40 heads, 36.5 årsarbetare and 6 on commission under f1, which has two chefer in the first line."""
    org = recorded(
        tree, lambda b: b.state_headcount("ett", medarbetare=40, arsarbetare=36.5, uppdragstagare=6)
    )
    it = span(org, "f1")
    assert (it.medarbetare, it.arsarbetare, it.uppdragstagare, it.approximate) == (40, 36.5, 6, False)
    assert (it.medarbetare_per_chef, it.arsarbetare_per_chef) == (20, 18.25)
    assert it.med_uppdragstagare_per_chef == 23


def test_a_riktmarke_may_be_reached() -> None:
    """Thirty is not over thirty."""
    for heads, over in ((60, False), (61, True)):
        org = recorded(tree, lambda b, heads=heads: b.state_headcount("ett", medarbetare=heads))
        assert (span(org, "f1").over(), span(org, "f1").over(100)) == (over, False)
        assert span(org, "f1").over_riktmarke is over


def led_by_one(beslut: Draft) -> None:
    """One chef leads an enhet and one inside it, and another beside them."""
    for enhet, parent in (("stor", None), ("inne", "stor"), ("bredvid", None)):
        beslut.create_enhet(enhet, name=enhet.title(), parent=parent)
    beslut.create_befattning("chef", title="Chef", enhet="stor", leads=["stor", "inne", "bredvid"])
    beslut.appoint("chef", person="p-1")


def test_what_is_inside_another_led_enhet_is_counted_once() -> None:
    """The outer one is stated as a whole; all three are led."""

    def state(beslut: Draft) -> None:
        beslut.state_headcount("stor", medarbetare=30, arsarbetare=25.5, uppdragstagare=1)
        beslut.state_headcount("inne", medarbetare=10, arsarbetare=9)
        beslut.state_headcount("bredvid", medarbetare=5, arsarbetare=4.5, uppdragstagare=2, approximate=True)

    it = span(recorded(led_by_one, state), "chef")
    assert it.enheter == ("stor", "inne", "bredvid")
    assert (it.medarbetare, it.arsarbetare, it.uppdragstagare, it.approximate) == (35, 30.0, 3, True)
    assert it.first_line == ("chef",)


@pytest.mark.parametrize(
    ("bredvid", "known"),
    [
        (None, (None, None, None)),
        ({"medarbetare": 5}, (35, None, None)),
        ({"arsarbetare": 4.5}, (None, 30.0, None)),
        ({"uppdragstagare": 2}, (None, None, 3)),
    ],
)
def test_what_is_not_stated_of_all_that_is_led_is_missing(
    bredvid: dict[str, int] | None, known: tuple[float | None, ...]
) -> None:
    """Never nought, nor the part that is known; also per chef."""

    def state(beslut: Draft) -> None:
        beslut.state_headcount("stor", medarbetare=30, arsarbetare=25.5, uppdragstagare=1)
        if bredvid is not None:
            beslut.state_headcount("bredvid", **bredvid)  # type: ignore[arg-type]

    it = span(recorded(led_by_one, state), "chef")
    assert (it.medarbetare, it.arsarbetare, it.uppdragstagare) == known
    assert (it.medarbetare_per_chef, it.arsarbetare_per_chef) == known[:2]
    assert it.med_uppdragstagare_per_chef is None


def column(organisation: Organisation, mode: Mode = "faktisk") -> Alternative:
    (found,) = compare(DAY, {"nu": organisation}, mode=mode).alternatives
    return found


def test_chefer_are_counted_by_how_many_are_above_them() -> None:
    """One on top, two under it and three under these; the vacant one counts in struktur, and adds a level."""
    org = recorded(tree)
    assert column(org).levels == (1, 2, 3)
    assert column(org, "struktur").levels == (1, 2, 3, 1)
    assert [(c.chefer, c.mellanchefer) for c in (column(org), column(org, "struktur"))] == [(6, 2), (7, 5)]


def test_a_person_who_shares_the_next_post_is_one_step() -> None:
    """f1 is held by one of the two who hold a-chef: whoever is under that has one chefsled fewer."""

    def share(beslut: Draft) -> None:
        beslut.create_befattning("usk", title="Undersköterska", enhet="a")
        beslut.appoint("a-chef", person="p-f1", form="tf")

    under = recorded(tree, lambda b: b.create_befattning("usk", title="Undersköterska", enhet="a"))
    steps = [org.on(DAY).chefsled("usk") for org in (under, recorded(tree, share))]
    assert [(int(each), each.mellanliggande, each.ids) for each in steps] == [
        (3, 2, ("a-chef", "f1", "topp")),
        (2, 1, ("a-chef", "f1", "topp")),
    ]
    assert int(under.on(DAY).chefsled("a-chef", "a-chef")) == 0


def test_the_line_of_who_leads_nested_enheter_starts_over_the_topmost() -> None:
    """Not over those in between, though another leads them."""

    def nested(beslut: Draft) -> None:
        beslut.appoint("b-chef", person="p-b")
        beslut.create_enhet("inne", name="Inne", parent="b")
        beslut.assign_leadership("f1", enhet="inne")

    assert recorded(tree, nested).on(DAY).reporting_line("f1") == ("topp",)


def test_of_those_who_share_in_leading_the_line_goes_by_one_who_is_held() -> None:
    """The first of them is not on record as held: it is not known to be vacant, and comes after."""

    def share(beslut: Draft) -> None:
        beslut.create_enhet("delad", name="Delad", parent="ett")
        for post in ("d1", "d2"):
            beslut.create_befattning(post, title=post, enhet="delad")
            beslut.assign_leadership(post, enhet="delad", samledarskap="hälften var")
        beslut.appoint("d2", person="p-d2")
        beslut.create_befattning("usk", title="Undersköterska", enhet="delad")

    view = recorded(tree, share).on(DAY)
    assert view.reporting_line("usk") == ("d2", "f1", "topp")
    assert view.reporting_line("usk", mode="struktur") == ("d1", "f1", "topp")


def test_who_is_chef_of_chefer_in_two_posts_adds_no_level() -> None:
    """The same person leads tva and an enhet in it; whoever is under that is on the third level."""

    def nested(beslut: Draft) -> None:
        beslut.create_enhet("inre", name="Inre", parent="tva")
        beslut.create_enhet("innerst", name="Innerst", parent="inre")
        for post, enhet, person in (("f2b", "inre", "p-f2"), ("i", "innerst", "p-i")):
            beslut.create_befattning(post, title=post, enhet=enhet, leads=[enhet])
            beslut.appoint(post, person=person)

    assert column(recorded(tree, nested)).levels == (1, 3, 4)


def test_chefsled_on_average_are_weighted_by_heads_that_are_stated() -> None:
    """30 people two steps from the top and 10 one step: 1.75. A group without a number is not in it."""

    def groups(beslut: Draft) -> None:
        for post, enhet in (("usk", "grupp"), ("vik", "utan"), ("utr", "kommunen")):
            beslut.create_befattning(post, title=post, enhet=enhet)
        beslut.state_headcount("usk", medarbetare=30)
        beslut.state_headcount("utr", medarbetare=10)

    now = column(recorded(tree, groups))
    assert {group: int(steps or 0) for group, steps in now.chefsled.items()} == {"usk": 3, "vik": 2, "utr": 1}
    assert now.medel == (30 * 3 + 10 * 1) / 40
    assert column(recorded(tree)).medel is None


def test_what_an_alternative_changes_is_unknown_where_one_side_is() -> None:
    """A group that is new, or gone, has no more and no fewer chefsled than before."""
    org = recorded(tree, lambda b: b.create_befattning("utr", title="Utredare", enhet="grupp"))
    alternative = org.scenario("a")
    with alternative.beslut("utkast", decided=date(2014, 6, 1)) as beslut:
        beslut.withdraw_befattning("utr")
        beslut.create_befattning("ny", title="Ny", enhet="a")
    found = compare(DAY, {"nu": org, "a": alternative})
    assert {group: found.changed(group) for group in ("utr", "ny")} == {"utr": (0, None), "ny": (None, None)}


def test_a_namnd_has_the_enheter_that_are_placed_under_it() -> None:
    """Not those that answer to it only through what they are in."""

    def place(beslut: Draft) -> None:
        beslut.create_organ("sn", name="Socialnämnden", kind="namnd")
        for enhet in ("ett", "stab"):
            beslut.place_under_namnd(enhet, namnd="sn")

    now = column(recorded(tree, place))
    assert now.namnder == {"sn": ("ett", "stab")}
    assert (now.enheter, now.kinds) == (8, {"enhet": 7, "stab": 1})


def test_what_refuses_an_alternative_is_told_before_what_is_only_warned_of() -> None:
    """Then by day, and each once."""
    warning, late = (Violation("R04", "warning", day, ("topp",), "") for day in (DAY, date(2016, 1, 1)))
    error = Violation("R07", "error", date(2017, 1, 1), ("ett",), "")
    broken = (late, warning, error, warning)
    (now,) = comparison.compare([("nu", recorded(tree).on(DAY), broken)]).alternatives
    assert now.broken == (error, warning, late)
    assert (now.errors, now.warnings) == ((error,), (warning, late))


def test_beside_the_first_an_alternative_adds_and_mends() -> None:
    """What it breaks and the first does not, and the other way round; what both break is neither."""
    both, first, second = (Violation(rule, "error", DAY, ("ett",), "") for rule in ("R03", "R05", "R07"))
    view = recorded(tree).on(DAY)
    columns = [("nu", view, (both, first)), ("a", view, (both, second))]
    now, other = comparison.compare(columns).alternatives
    assert (now.added, now.mended) == ((), ())
    assert (other.added, other.mended) == ((second,), (first,))
    assert [v for breach in other.breaches_added for v in breach.violations] == [second]
    assert [v for breach in other.breaches_mended for v in breach.violations] == [first]


def test_a_chef_whose_holder_is_not_on_record_is_on_a_level() -> None:
    """It is not known to be vacant."""
    org = recorded(tree, lambda b: b.create_befattning("u", title="U", enhet="utan", leads=["utan"]))
    assert column(org).levels == (1, 2, 4)


def test_roles_are_told_of_what_has_them_that_day_and_each_mix_once() -> None:
    """A chef of several enheter is one that mixes; an enhet whose role has ended has none."""

    def roles(beslut: Draft) -> None:
        beslut.assign_roll("stor", roll="bestallare")
        beslut.assign_roll("bredvid", roll="utforare")
        beslut.assign_roll("inne", roll="stod")
        beslut.end_roll("inne", roll="stod", effective=date(2014, 6, 1))

    found = recorded(led_by_one, roles).on(DAY).roles()
    assert [each.thing for each in found.standings] == ["stor", "bredvid"]
    assert [(each.thing, each.sides) for each in found.mixed] == [
        ("chef", {"bestallare": ("stor", "inne"), "utforare": ("bredvid",)})
    ]


def test_a_post_is_vacant_since_its_holder_left_not_since_the_end_that_was_meant() -> None:
    """Who leaves before the appointment was to end leaves then; the day that was meant says nothing more."""

    def appoint(beslut: Draft) -> None:
        beslut.appoint("b-chef", person="p-tf", form="tf", until=date(2014, 9, 1))

    def release(beslut: Draft) -> None:
        beslut.release("b-chef", person="p-tf", effective=date(2014, 6, 1))

    (vacancy,) = recorded(tree, appoint, release).on(DAY).vacancies()
    assert (vacancy.befattning, vacancy.since, vacancy.at_latest) == ("b-chef", date(2014, 6, 1), False)


def test_rows_with_one_number_come_as_recorded_whatever_matter_they_were_about_at_first() -> None:
    """In the table, and where it is asked who decides."""

    def adopt(beslut: Draft) -> None:
        beslut.create_organ("kf", name="KF", kind="fullmaktige")
        beslut.create_organ("sn", name="SN", kind="namnd")
        beslut.place_under_namnd("kommunen", namnd="sn")
        for arende in ("bygglov", "inkop"):
            beslut.define_arende(arende, name=arende.title())
        beslut.adopt_delegationsordning("o", namnd="sn", name="Ordningen")
        beslut.grant_delegation("o", rad="r1", nummer="1", arende="bygglov", delegat=["f1"])
        beslut.grant_delegation("o", rad="r2", nummer="1", arende="inkop", delegat=["f2"])

    def change(beslut: Draft) -> None:
        beslut.change_delegation(
            "o", rad="r1", nummer="1", arende="inkop", delegat=["f1"], effective=date(2014, 6, 1)
        )

    view = recorded(tree, adopt, change).on(DAY)
    assert [row.rad.rad for row in view.delegationsordning("sn")] == ["r1", "r2"]
    decision = view.who_decides("inkop", "kommunen")
    assert decision.rad is not None
    assert decision.rad.rad == "r1"
