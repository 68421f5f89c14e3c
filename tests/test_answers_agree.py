"""No answer contradicts another: laws that hold between the questions, over random histories."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner
from hypothesis import event
from hypothesis import strategies as st

from both import grown_alone
from orgmodell import BeslutRefused, Organisation
from orgmodell.changes import (
    BeslutAnnulled,
    ChangeAnnulled,
    EnhetDissolved,
    EnheterMerged,
    EnhetSplit,
    Fact,
)
from orgmodell.chronicle import Chronicle
from orgmodell.cli import commands
from orgmodell.decide import at_first, judge_after
from orgmodell.ledger.writing import to_yaml
from orgmodell.organisation import MemoryLog, compare
from orgmodell.organisation.view import OrganisationView
from orgmodell.projections import compare as comparison
from orgmodell.projections.line import Mode
from orgmodell.projections.show import BefattningPortrait, EnhetPortrait
from orgmodell.projections.who_decides import WhoDecides
from orgmodell.testing.drafting import drawn_beslut
from orgmodell.testing.drawing import REORGANISING
from orgmodell.testing.foundations import towns
from orgmodell.testing.pools import DECIDED
from orgmodell.testing.strategies import days_around
from orgmodell.violations import Violation

pytestmark = pytest.mark.long

AT_LEAST = 5  # how many of the histories hold each interesting case
HISTORIES, DRAFTS = 50, 10
NEW_LAW = date(2018, 1, 1)


# The histories


@attrs.frozen
class History:
    """An organisation, and a day by which not all of it was decided."""

    organisation: Organisation
    known: date


@cache
def histories() -> tuple[History, ...]:
    """Towns that are reorganised a few times, always the same ones."""
    return tuple(map(history, range(HISTORIES)))


def history(number: int) -> History:
    """One of them."""
    return grown_alone(number, drawn_history)


def drawn_history(data: st.DataObject) -> History:
    found = History(grown(data), data.draw(st.sampled_from(DECIDED[1:-1]), label="known"))
    for case in cases_in(found):
        event(case)
    return found


def grown(data: st.DataObject) -> Organisation:
    """A town that is reorganised a few times: what is refused is left out."""
    organisation = Organisation("kommunen", MemoryLog())
    organisation.record(data.draw(towns(), label="town"))
    for _ in range(DRAFTS):
        with suppress(BeslutRefused):
            organisation.record(data.draw(drawn_beslut(organisation, REORGANISING), label="draft"))
    return organisation


def facts(organisation: Organisation) -> Iterator[Fact]:
    """Everything said, counting or not, in recorded order."""
    chronicle = organisation.up_to_date()
    return (chronicle.fact(seq) for seq in range(len(chronicle)))


def turning_days(organisation: Organisation) -> list[date]:
    """Every day on which anything begins or ends to hold, or is decided, or the law changes."""
    days = {NEW_LAW}
    for fact in facts(organisation):
        days |= {fact.decided, fact.day, *(day for _, _, day, _ in fact.change.assigns(fact.day))}
    return sorted(days)


# Who is nearest chef


def acting_chefer(view: OrganisationView) -> list[str]:
    return [post for post in view.befattningar() if view.is_chef(post) and not view.is_vacant(post)]


def direct_chefer_are_those_whose_line_begins_there(view: OrganisationView) -> None:
    """An acting chef is among the direct chefer of exactly the one its reporting line begins with."""
    nearest = {chef: view.reporting_line(chef)[:1] for chef in acting_chefer(view)}
    for post in view.befattningar():
        assert sorted(view.kontrollspann(post).direct_chefer) == sorted(
            chef for chef, first in nearest.items() if first == (post,)
        ), post


def show_names_the_first_in_the_line(view: OrganisationView) -> None:
    """The nearest chef that is shown of a befattning is the first in its line."""
    for post in view.befattningar():
        shown = view.show(post).portrait
        assert isinstance(shown, BefattningPortrait)
        assert shown.post.nearest_chef == next(iter(view.reporting_line(post)), None)


def chefsled_go_along_the_line(view: OrganisationView) -> None:
    """The path of chefsled is the line as far as it is counted, and as many as have a person of their own."""
    modes: tuple[Mode, ...] = ("faktisk", "struktur")
    for mode in modes:
        for post in view.befattningar():
            line = view.reporting_line(post, mode)
            for number, chef in enumerate(line, 1):
                steps = view.chefsled(post, chef, mode)
                assert steps.path == line.links[:number]
                assert steps == sum(link.adds_step for link in steps.path)


def the_chart_shows_who_leads(view: OrganisationView) -> None:
    """Whoever the chart has at an enhet leads it, in every answer; and nobody else does."""
    for node in view.chart():
        enhet = node.enhet.id
        shown = view.show(enhet).portrait
        assert isinstance(shown, EnhetPortrait)
        beside = [post.befattning for post in node.posts if enhet in view.leads(post.befattning)]
        leaders = sorted(view.leaders(enhet))
        assert bool(node.leader) == bool(leaders)
        assert sorted([*filter(None, [node.leader]), *beside]) == leaders
        assert sorted(leader.befattning.id for leader in shown.leaders) == leaders
        assert leaders == sorted(post for post in view.befattningar() if enhet in view.leads(post))
        assert node.chef == view.chef(enhet)


def the_line_goes_by_those_in_the_chart(view: OrganisationView) -> None:
    """The line passes an enhet by the befattning that the chart shows as leading it, when that is a chef."""
    shown = {node.enhet.id: node.leader for node in view.chart().nodes}
    for post in view.befattningar():
        for link in view.reporting_line(post).links:
            if link.enhet is not None:
                leader = shown[link.enhet]
                assert link.befattning in view.leaders(link.enhet)
                assert leader is None or not view.is_chef(leader) or leader == link.befattning, link.enhet


def the_superior_is_in_the_line(view: OrganisationView) -> None:
    """Who decides as the chef above is in the line of whom it is decided for, nearest first."""
    for decision in decisions(view):
        named = [each.who for each in decision.candidates if each.who in view.befattningar()]
        above = [each.who for each in decision.candidates if each.right == "overordnad"]
        over = dict.fromkeys(
            chef for post in named if post not in above for chef in view.reporting_line(post)
        )
        assert set(above) <= over.keys(), decision
        for each in decision.also:
            if each.right == "overordnad har ratt":
                assert decision.decider is not None
                assert each.who in view.reporting_line(decision.decider.who)


# The first line


def first_line_chefer_have_no_chef_under_them(view: OrganisationView) -> None:
    """To a chef of the first line no acting chef reports."""
    for chef in acting_chefer(view):
        for first in view.kontrollspann(chef).first_line:
            assert view.kontrollspann(first).direct_chefer == (), (chef, first)


def who_has_no_chef_under_it_is_of_the_first_line(view: OrganisationView) -> None:
    """An acting chef in what a chef leads, to whom no acting chef reports, is in its first line."""
    acting = acting_chefer(view)
    nearest = {first for chef in acting for first in view.reporting_line(chef)[:1]}
    for chef in acting:
        inside = {e for e in view.enheter() if set(view.path(e)) & set(view.leads(chef))}
        first_line = {other for other in acting if other not in nearest and inside & set(view.leads(other))}
        assert first_line <= set(view.kontrollspann(chef).first_line), chef


# Which nämnd


def an_enhet_answers_to_the_same_namnd_everywhere(view: OrganisationView) -> None:
    """The nämnder of an enhet are the same wherever they are asked for."""
    drawn = {node.enhet.id: node.namnder for node in view.chart().nodes}
    compared = comparison.compare([("nu", view, ())]).alternatives[0].namnder
    for enhet in view.enheter():
        namnder, upwards = sorted(view.namnder(enhet)), list(reversed(view.path(enhet)))
        shown = view.show(enhet).portrait
        assert isinstance(shown, EnhetPortrait)
        placed = ([n for n, under in compared.items() if each in under] for each in upwards)
        assert sorted(view.answerable(enhet)[0].namnder) == namnder
        assert sorted(shown.namnder) == namnder
        assert sorted(next(filter(None, (drawn[each] for each in upwards)), ())) == namnder
        assert sorted(next(filter(None, placed), ())) == namnder


def the_namnd_of_the_enhet_decides(view: OrganisationView) -> None:
    """Whoever decides in a matter of an enhet, it is for a nämnd that the enhet answers to."""
    for decision in decisions(view):
        assert decision.case.enhet is not None
        namnder = view.namnder(decision.case.enhet)
        assert decision.namnd is None or decision.namnd in namnder
        if view.arende(decision.case.arende).omrade is None and len(namnder) == 1:
            assert decision.namnd == namnder[0]
        if decision.namnd is not None:
            assert decision.ordning == view.ordning_of(decision.namnd)


def posts_under_a_namnd_are_in_its_enheter(view: OrganisationView) -> None:
    """A befattning is under a nämnd exactly when an enhet it is in or leads answers to it."""
    for namnd in view.organs():
        enheter = [enhet for enhet in view.enheter() if namnd in view.namnder(enhet)]
        posts = {post for e in enheter for post in (*view.leaders(e), *view.befattningar(e))}
        assert set(view.posts_under(namnd)) == posts


# Who has the right


Right = tuple[str, str, str]  # ordning, row, by what right


def namnder_with_ordning(view: OrganisationView) -> list[tuple[str, str]]:
    its = ((namnd, view.ordning_of(namnd)) for namnd in view.organs())
    return [(namnd, ordning) for namnd, ordning in its if ordning is not None]


def called_in_the_line(view: OrganisationView, title: str, enhet: str) -> list[str]:
    """Those with a title who lead the enhet, or are placed in it and lead none, or else in the next above."""
    for each in reversed(view.path(enhet)):
        placed = (post for post in view.befattningar(each) if not view.leads(post))
        posts = dict.fromkeys((*view.leaders(each), *placed))
        if called := [post for post in posts if view.is_called(post, title)]:
            return called
    return []


def meant(view: OrganisationView, namnd: str, title: str, *within: str | None) -> set[str]:
    """Whom a title means, in a matter of any enhet that answers to the nämnd and is within the limits."""
    enheter = (enhet for enhet in view.enheter() if namnd in view.namnder(enhet))
    fitting = (e for e in enheter if all(limit is None or limit in view.path(e) for limit in within))
    return {post for enhet in fitting for post in called_in_the_line(view, title, enhet)}


def printed(view: OrganisationView, namnd: str) -> Iterator[tuple[Right, str]]:
    """Each right that the printed table of a nämnd gives, and the befattning it comes to."""
    posts = set(view.befattningar())
    for row in view.delegationsordning(namnd).rows:
        key = row.rad.ordning, row.rad.rad
        for one in row.delegat:
            who = meant(view, namnd, one.who, row.rad.enhet) if one.kind == "titel" else {one.who} & posts
            yield from (((*key, "delegat"), post) for post in who)
        yield from (((*key, "ersättare"), one.who) for one in row.ersattare if one.who in posts)
        for passed in row.passed_on:
            limits = row.rad.enhet, passed.given.enhet
            who = (
                meant(view, namnd, passed.to.who, *limits)
                if passed.to.kind == "titel"
                else {passed.to.who} & posts
            )
            yield from (((*key, "vidaredelegat"), post) for post in who)


def rights(view: OrganisationView) -> set[tuple[Right, str]]:
    every = view.rights()
    return {((o.rad.ordning, o.rad.rad, o.by), each.befattning) for each in every for o in each.delegations}


def whoever_the_table_names_has_the_right(view: OrganisationView) -> None:
    """A befattning that the printed table resolves a row to has that row among its rights."""
    table = {each for namnd, _ in namnder_with_ordning(view) for each in printed(view, namnd)}
    had = rights(view)
    also_delegat = {(right, post) for right, post in table if ((*right[:2], "delegat"), post) in had}
    assert table - had - also_delegat == set()


def whoever_has_the_right_is_in_the_table(view: OrganisationView) -> None:
    """A befattning that has a row among its rights is one that the printed table resolves the row to."""
    table = {each for namnd, _ in namnder_with_ordning(view) for each in printed(view, namnd)}
    assert rights(view) - table == set()


def the_rights_of_one_are_those_among_all(view: OrganisationView) -> None:
    """The rights of a befattning are the same asked for alone and among all; a chef without any is there."""
    among_all = {each.befattning: each.delegations for each in view.rights()}
    for post in view.befattningar():
        (alone,) = view.rights(post)
        assert among_all.get(post, ()) == alone.delegations == view.delegations(post)


def decisions(view: OrganisationView) -> list[WhoDecides]:
    return [view.who_decides(arende, enhet) for arende in view.arenden() for enhet in view.enheter()]


def whoever_decides_has_the_right(view: OrganisationView) -> None:
    """A befattning that decides by a row has the row among its rights, unless it stands in for who has."""
    had = rights(view)
    for decision in decisions(view):
        who, row = decision.decider, decision.rad
        if who is not None and row is not None and who.who in view.befattningar():
            ways = [(row.ordning, row.rad, by) for by in ("delegat", "vidaredelegat", "ersättare")]
            stands_in = who.right in ("utsedd", "overordnad")
            assert stands_in or any((way, who.who) in had for way in ways), decision.case


def whoever_decides_by_title_is_in_the_line(view: OrganisationView) -> None:
    """Whoever decides by a title leads the enhet or one above it, or is placed there."""
    for decision in decisions(view):
        who, row = decision.decider, decision.rad
        if who is not None and row is not None and row.delegat_typ is not None and who.right == "delegat":
            assert decision.case.enhet is not None
            above = set(view.path(decision.case.enhet))
            assert above & {view.placement(who.who), *view.leads(who.who)}


def everyone_who_is_tried_is_explained(view: OrganisationView) -> None:
    """Whoever decides is the one of those tried who is not rejected; of all others there is a reason."""
    for decision in decisions(view):
        accepted = [each for each in decision.candidates if each.why is None]
        assert accepted == ([] if decision.decider is None else [decision.decider])
        assert all(each.why is None for each in decision.also)
        assert decision.decider is not None or decision.gaps
        if (
            decision.rad is not None
            and decision.decider is not None
            and decision.decider.right != "vidaredelegat"
        ):
            assert {each.who for each in decision.candidates} >= set(decision.rad.delegat)


# Which rules are broken

Broken = tuple[str, tuple[str, ...]]


def listed(violations: Iterable[Violation]) -> set[Broken]:
    return {(each.rule, each.things) for each in violations}


def what_is_ever_broken_is_broken_on_its_first_day(organisation: Organisation) -> None:
    """A rule is broken at some time exactly when it is on some day, and first on the first such day."""
    first: dict[Broken, date] = {}
    for day in turning_days(organisation):
        for each in listed(organisation.on(day).violations()):
            first.setdefault(each, day)
    ever = {(each.rule, each.things): each.day for each in reversed(organisation.violations_ever())}
    assert ever == first


def nu_is_compared_by_what_it_breaks(organisation: Organisation) -> None:
    """What an organisation breaks on a day is the same when it is compared with alternatives."""
    for day in turning_days(organisation):
        (nu,) = compare(day, {"nu": organisation}).alternatives
        assert listed(nu.broken) == listed(organisation.on(day).violations())


def told(*arguments: str) -> set[Broken]:
    """What the command `check` finds broken."""
    result = CliRunner().invoke(commands, ["check", *arguments, "--format", "json"])
    found = json.loads(result.stdout)["violations"]
    assert result.exit_code == bool(found), result.output
    return {(each["rule"], tuple(each["things"])) for each in found}


def all_judged_together_are_warned_of_what_is_ever_broken(organisation: Organisation) -> None:
    """All beslut of a log, judged as if they were one, are warned of exactly what is broken at some time."""
    together = Chronicle()
    for record in organisation.beslut_log():
        together.record(record)
    judged = at_first(judge_after(together, 0, organisation.rules))
    warned = {(each.rule, each.things, each.day) for each in judged}
    assert warned == {(each.rule, each.things, each.day) for each in organisation.violations_ever()}


# The interesting cases

ENDING = (EnheterMerged, EnhetSplit, EnhetDissolved)


def cases_on(view: OrganisationView) -> Iterator[str]:
    """What a day has that the answers might not agree on."""
    for post in view.befattningar():
        led = view.leads(post)
        inside = [enhet for enhet in led if set(view.path(enhet)[:-1]) & set(led)]
        if view.is_chef(post) and view.is_vacant(post) and view.reports_to(post):
            yield "a vacant chef who reports by decision"
        if len(led) > len(inside) + 1:
            yield "a befattning that leads several branches"
        if inside:
            yield "a befattning that leads an enhet inside another"
        if led and any(holder.form == "tf" for holder in view.holders(post)):
            yield "a chef who is t.f."
    for enhet in view.enheter():
        if len({bool(view.holders(post)) for post in view.leaders(enhet)}) > 1:
            yield "samledarskap that one holds"
    for namnd, ordning in namnder_with_ordning(view):
        if any(
            meant(view, namnd, row.delegat_typ, row.enhet) for row in view.rader(ordning) if row.delegat_typ
        ):
            yield "a title that somebody has"
        if any(view.passed_on(row) for row in view.rader(ordning)):
            yield "a vidaredelegation"


def cases_of(organisation: Organisation, fact: Fact) -> Iterator[str]:
    """What a change does to what was there the day before."""
    if isinstance(fact.change, BeslutAnnulled | ChangeAnnulled):
        yield "an annulment"
    if not isinstance(fact.change, ENDING) or not organisation.up_to_date().account().counts(fact.seq):
        return
    before, after = organisation.on(fact.day - timedelta(days=1)), organisation.on(fact.day)
    gone = [enhet for enhet in before.enheter() if not after.exists(enhet)]
    kind = type(fact.change).__name__
    for enhet in gone:
        if any(before.ordning_of(namnd) for namnd in before.namnder(enhet)):
            yield f"{kind} under a nämnd that delegates"
        if any(after.exists(chef) and not after.leads(chef) for chef in before.leaders(enhet)):
            yield f"{kind} that leaves a chef behind"


CASES = (
    "a vacant chef who reports by decision",
    "a befattning that leads several branches",
    "a befattning that leads an enhet inside another",
    "a chef who is t.f.",
    "samledarskap that one holds",
    "a title that somebody has",
    "a vidaredelegation",
    "an annulment",
    "something backdated",
    "something not yet known",
    *(f"{kind.__name__} under a nämnd that delegates" for kind in ENDING),
    *(f"{kind.__name__} that leaves a chef behind" for kind in ENDING),
)


def cases_in(history: History) -> set[str]:
    """The interesting cases that a history holds."""
    organisation, said = history.organisation, list(facts(history.organisation))
    found = {case for day in turning_days(organisation) for case in cases_on(organisation.on(day))}
    found |= {case for fact in said for case in cases_of(organisation, fact)}
    if any(fact.day < earlier.day for earlier, fact in pairwise(said)):
        found.add("something backdated")
    if any(fact.decided > history.known for fact in said):
        found.add("something not yet known")
    return found


# The laws, held against them

Law = Callable[[OrganisationView], None]

OF_A_VIEW: tuple[Law, ...] = (
    direct_chefer_are_those_whose_line_begins_there,
    show_names_the_first_in_the_line,
    chefsled_go_along_the_line,
    the_chart_shows_who_leads,
    the_line_goes_by_those_in_the_chart,
    the_superior_is_in_the_line,
    first_line_chefer_have_no_chef_under_them,
    who_has_no_chef_under_it_is_of_the_first_line,
    an_enhet_answers_to_the_same_namnd_everywhere,
    the_namnd_of_the_enhet_decides,
    posts_under_a_namnd_are_in_its_enheter,
    whoever_the_table_names_has_the_right,
    whoever_has_the_right_is_in_the_table,
    the_rights_of_one_are_those_among_all,
    whoever_decides_has_the_right,
    whoever_decides_by_title_is_in_the_line,
    everyone_who_is_tried_is_explained,
)
OF_A_HISTORY = (
    what_is_ever_broken_is_broken_on_its_first_day,
    nu_is_compared_by_what_it_breaks,
    all_judged_together_are_warned_of_what_is_ever_broken,
)


@pytest.mark.parametrize("law", OF_A_VIEW)
def test_on_every_day(law: Law) -> None:
    """What each law says, on every day on which anything changes, the day before and the day after."""
    for history in histories():
        for day in days_around(turning_days(history.organisation)):
            for known in (None, history.known):
                with told_with(history, f"on {day}, known {known}"):
                    law(history.organisation.on(day, known))


@pytest.mark.parametrize("law", OF_A_HISTORY)
def test_over_time(law: Callable[[Organisation], None]) -> None:
    """What each law says, over the whole of a history."""
    for history in histories():
        with told_with(history, "over time"):
            law(history.organisation)


def test_check_tells_what_is_broken(tmp_path: Path) -> None:
    """The command `check` tells of a day what is broken on it, and without a day what is ever broken."""
    for number, history in enumerate(histories()[:10]):
        organisation, ledger = history.organisation, tmp_path / f"kommunen-{number}.yaml"
        ledger.write_text(to_yaml(record.beslut for record in organisation.beslut_log()), encoding="utf-8")
        day = turning_days(organisation)[-1]
        with told_with(history, f"on {day}"):
            assert told(str(ledger), "--on", str(day)) == listed(organisation.on(day).violations())
            assert told(str(ledger)) == listed(organisation.violations_ever())


@contextmanager
def told_with(history: History, when: str) -> Iterator[None]:
    """Tells of a law that is broken also when, and in which history."""
    try:
        yield
    except AssertionError as broken:
        beslut = (record.beslut for record in history.organisation.beslut_log())
        broken.add_note(f"{when}, of\n{to_yaml(beslut)}")
        raise


def test_the_histories_hold_what_answers_might_not_agree_on() -> None:
    """Each interesting case is there often enough in the histories that the laws are held against."""
    reached = Counter(case for history in histories() for case in cases_in(history))
    assert {case: reached[case] for case in CASES if reached[case] < AT_LEAST} == {}
