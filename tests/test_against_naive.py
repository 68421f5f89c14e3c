"""The library against the naive model: what it answers, and what it refuses."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, Phase, assume, event, given, seed, settings
from hypothesis import strategies as st

from naive import ONE_DAY, Day, NaiveAccount, NaiveOrganisation
from orgmodell import BeslutRefused, Organisation, Scenario
from orgmodell.changes import (
    CHANGES,
    BefattningCreated,
    BefattningMoved,
    Beslut,
    BeslutAnnulled,
    Change,
    ChangeAnnulled,
    EnhetCreated,
    EnheterMerged,
    Fact,
    HolderAppointed,
    Rad,
    ReportingChanged,
    VacancyDeclared,
    things_named_by,
)
from orgmodell.changes.attributes import LIFE
from orgmodell.organisation import MemoryLog
from orgmodell.projections.diff import Diff, Difference, diff
from orgmodell.projections.line import Mode
from orgmodell.view import Holder, Ledamot, View
from strategies import (
    DAYS,
    DECIDED,
    ENHETER,
    HANDS,
    MAKERS,
    PERSONS,
    POSTS,
    Deck,
    days_around,
    drafts,
    foundations,
)

pytestmark = pytest.mark.long

KINDS = [kind.__name__ for kind in CHANGES]
AT_LEAST = 5  # how often each kind of change is recorded in a run, and each interesting case met

CI = settings(
    derandomize=True,
    deadline=None,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)
SOAK = settings(CI, derandomize=False, database=None, print_blob=True)


def described(view: View) -> dict[str, object]:
    """Everything a view says, by question."""
    said: dict[str, object] = {
        "enheter": list(view.enheter()),
        "befattningar": list(view.befattningar()),
        "organs": list(view.organs()),
    }
    for enhet in view.enheter():
        it = view.enhet(enhet)
        said |= {
            f"enhet {enhet}": (it.name, it.kind, it.parent, set(it.aliases), it.planned_end),
            f"parent of {enhet}": view.parent(enhet),
            f"children of {enhet}": list(view.children(enhet)),
            f"path of {enhet}": list(view.path(enhet)),
            f"befattningar in {enhet}": list(view.befattningar(enhet)),
            f"leaders of {enhet}": set(view.leaders(enhet)),
            f"nämnder of {enhet}": set(view.namnder(enhet)),
            f"headcount of {enhet}": view.headcount(enhet),
        }
    for post in view.befattningar():
        one = view.befattning(post)
        said |= {
            f"befattning {post}": (one.title, one.personalansvar, one.budgetansvar),
            f"placement of {post}": view.placement(post),
            f"led by {post}": set(view.leads(post)),
            f"holders of {post}": {(h.person, h.form) for h in view.holders(post)},
            f"acting goes first in {post}": [h.form == "ordinarie" for h in view.holders(post)],
            f"{post} is vacant": view.is_vacant(post),
            f"{post} is chef": view.is_chef(post),
            f"{post} reports to": view.reports_to(post),
            f"headcount of {post}": view.headcount(post),
        }
    for organ in view.organs():
        body = view.organ(organ)
        said |= {
            f"organ {organ}": (body.name, body.kind, body.part_of),
            f"ledamöter of {organ}": {(one.person, one.role) for one in view.ledamoter(organ)},
        }
    beside_the_line = uppdrag_described(view) | forums_described(view) | plans_described(view)
    return said | beside_the_line | delegation_described(view)


def uppdrag_described(view: View) -> dict[str, object]:
    """What it says of uppdrag, and of those who perform them."""
    said: dict[str, object] = {
        "uppdrag": list(view.uppdrag()),
        "utförare": list(view.utforare()),
        "instruments": list(view.instruments()),
    }
    for uppdrag in view.uppdrag():
        it = view.uppdrag(uppdrag)
        said[f"uppdrag {uppdrag}"] = (it.name, it.ansvarig, it.myndighetsutovning)
    for utforare in view.utforare():
        its = view.utforare(utforare)
        said[f"utförare {utforare}"] = (its.name, its.kind)
    for instrument in view.instruments():
        one = view.instrument(instrument)
        said |= {
            f"instrument {instrument}": (one.kind, one.name, one.regim, one.until, one.lagstod),
            f"parties of {instrument}": (one.bestallare, one.utforare),
            f"{instrument} is about": sorted(one.uppdrag),
            f"{instrument} is in force": one.in_force,
        }
    return said


def forums_described(view: View) -> dict[str, object]:
    """What it says of forums, and of what things do for each other."""
    said: dict[str, object] = {"forums": list(view.forums())}
    for forum in view.forums():
        it = view.forum(forum)
        said |= {
            f"forum {forum}": (it.name, it.kind, it.part_of, it.frequency, it.planned_end),
            f"members of {forum}": sorted((one.member, one.role) for one in it.members),
            f"seats of {forum}": {one.seat: (one.role, one.person) for one in it.seats},
        }
    for party in (*view.enheter(), *view.organs()):
        said[f"roles of {party}"] = sorted(view.roller(party))
    actors = (*view.enheter(), *view.organs(), *view.befattningar(), *view.forums(), *view.utforare())
    for actor in actors:
        related = sorted((one.thing, one.kind, one.to) for one in view.relations(actor))
        said[f"relations of {actor}"] = related
    return said


def plans_described(view: View) -> dict[str, object]:
    """What it says of åtgärder and förslag, and of what else is said."""
    said: dict[str, object] = {"åtgärder": list(view.atgarder()), "förslag": list(view.forslag())}
    for atgard in view.atgarder():
        it = view.atgard(atgard)
        said |= {
            f"åtgärd {atgard}": (it.name, it.deadlines, it.ansvariga, it.beslutande),
            f"{atgard} waits for": (it.depends_on, it.concerns),
            f"state of {atgard}": (it.state, it.outcome, it.met),
        }
    for forslag in view.forslag():
        its = view.forslag(forslag)
        said |= {
            f"förslag {forslag}": (its.name, its.made_by, its.alternative, its.concerns),
            f"state of {forslag}": (its.state, its.says),
        }
    in_the_line = (*view.enheter(), *view.organs(), *view.befattningar())
    beside_it = (*view.uppdrag(), *view.utforare(), *view.instruments(), *view.forums())
    decisions = (*view.arenden(), *living(view, "delegationsordning"), *living(view, "vidaredelegation"))
    for thing in (*in_the_line, *beside_it, *view.atgarder(), *view.forslag(), *decisions):
        said[f"contradictions of {thing}"] = sorted(view.contradictions(thing))
    return said


def delegation_described(view: View) -> dict[str, object]:
    """What it says of who may decide."""
    arenden, ordningar = view.arenden(), living(view, "delegationsordning")
    said: dict[str, object] = {"ärenden": list(arenden), "delegationsordningar": ordningar}
    for arende in arenden:
        it = view.arende(arende)
        said[f"ärende {arende}"] = (it.name, it.omrade, it.forbehallet, it.lagrum)
    for organ in view.organs():
        said |= {
            f"reglemente of {organ}": view.reglemente(organ),
            f"delegationsordning of {organ}": view.ordning_of(organ),
        }
    for ordning in ordningar:
        said |= {
            f"delegationsordning {ordning}": view.ordning(ordning),
            f"rows of {ordning}": {(row.rad, *shown_of(row)) for row in view.rader(ordning)},
            f"passed on under {ordning}": {
                each.vidaredelegation for each in view.vidaredelegationer(ordning)
            },
        }
        for arende in arenden:
            said[f"who may not decide in {arende} by {ordning}"] = sorted(view.withheld(ordning, arende))
    for post in view.befattningar():
        said[f"deputy of {post}"] = view.deputy(post)
    return said


def living(view: View, type_: str) -> list[str]:
    """The things of a type that exist, in recorded order."""
    things = view.account.chronicle.things()
    return [thing for thing in things if view.account.value(LIFE, thing, view.day) == type_]


def shown_of(row: Rad) -> tuple[object, ...]:
    """What a row says, but for its id."""
    who = (row.delegat, row.delegat_typ, row.automatiserad, row.ersattare)
    return (row.nummer, row.arende, who, row.belopp, row.enhet, row.far_vidaredelegeras, row.bradskande)


def naively_described(account: NaiveAccount, day: Day) -> dict[str, object]:
    """The same of a day of the naive model."""
    ordered = account.in_recorded_order
    said: dict[str, object] = {
        "enheter": account.in_tree_order(day),
        "befattningar": ordered(day.living("befattning")),
        "organs": ordered(day.living("organ")),
    }
    for enhet in day.living("enhet"):
        names = {alias for aliased, alias in day.aliases if aliased == enhet}
        placed = [post for post in day.living("befattning") if day.placements[post] == enhet]
        said |= {
            f"enhet {enhet}": (
                day.names[enhet],
                day.kinds[enhet],
                day.parent(enhet),
                names,
                day.planned_ends.get(enhet),
            ),
            f"parent of {enhet}": day.parent(enhet),
            f"children of {enhet}": ordered(day.children(enhet)),
            f"path of {enhet}": day.path(enhet),
            f"befattningar in {enhet}": ordered(placed),
            f"leaders of {enhet}": day.leaders(enhet),
            f"nämnder of {enhet}": day.namnder(enhet),
            f"headcount of {enhet}": day.headcounts.get(enhet),
        }
    for post in day.living("befattning"):
        holders, chef = day.holders(post), day.reports_to.get(post)
        said |= {
            f"befattning {post}": (
                day.names[post],
                day.personalansvar.get(post),
                day.budgetansvar.get(post),
            ),
            f"placement of {post}": day.placements[post] if day.is_enhet(day.placements[post]) else None,
            f"led by {post}": day.leads(post),
            f"holders of {post}": holders,
            f"acting goes first in {post}": sorted(form == "ordinarie" for _, form in holders),
            f"{post} is vacant": day.is_vacant(post),
            f"{post} is chef": bool(day.leads(post)) and day.personalansvar.get(post) is not False,
            f"{post} reports to": chef if day.life.get(chef or "") == "befattning" else None,
            f"headcount of {post}": day.headcounts.get(post),
        }
    for organ in day.living("organ"):
        said |= {
            f"organ {organ}": (day.names[organ], day.kinds[organ], day.part_of.get(organ)),
            f"ledamöter of {organ}": {
                (p, role) for (sits_in, p), role in day.seats.items() if sits_in == organ
            },
        }
    beside_the_line = uppdrag_naively_described(account, day) | forums_naively_described(account, day)
    beside_it = plans_naively_described(account, day) | delegation_naively_described(account, day)
    return said | beside_the_line | beside_it


def uppdrag_naively_described(account: NaiveAccount, day: Day) -> dict[str, object]:
    said: dict[str, object] = {
        "uppdrag": account.in_recorded_order(day.living("uppdrag")),
        "utförare": account.in_recorded_order(day.living("utforare")),
        "instruments": account.in_recorded_order(day.instruments()),
    }
    for uppdrag in day.living("uppdrag"):
        ansvarig = day.there(day.ansvarig[uppdrag])
        said[f"uppdrag {uppdrag}"] = (day.names[uppdrag], ansvarig, uppdrag in day.myndighet)
    for utforare in day.living("utforare"):
        said[f"utförare {utforare}"] = (day.names[utforare], day.kinds[utforare])
    for instrument in day.instruments():
        until, law = day.until.get(instrument), day.lagstod.get(instrument)
        kind, name, regim = day.life[instrument], day.names[instrument], day.regim.get(instrument)
        parties = day.bestallare[instrument], day.utforare[instrument]
        said |= {
            f"instrument {instrument}": (kind, name, regim, until, law),
            f"parties of {instrument}": tuple(day.there(party) for party in parties),
            f"{instrument} is about": sorted(
                uppdrag for one, uppdrag in day.about if one == instrument and uppdrag in day.life
            ),
            f"{instrument} is in force": day.in_force(instrument),
        }
    return said


def forums_naively_described(account: NaiveAccount, day: Day) -> dict[str, object]:
    said: dict[str, object] = {"forums": account.in_recorded_order(day.living("forum"))}
    for forum in day.living("forum"):
        part_of, end = day.there(day.forum_of.get(forum)), day.planned_ends.get(forum)
        members = [(member, role) for (its, member), role in day.members.items() if its == forum]
        seats = {seat: role for (its, seat), role in day.forum_seats.items() if its == forum}
        said |= {
            f"forum {forum}": (
                day.names[forum],
                day.kinds[forum],
                part_of,
                day.frequency.get(forum),
                end,
            ),
            f"members of {forum}": sorted(one for one in members if one[0] in day.life),
            f"seats of {forum}": {
                seat: (role, day.seated.get((forum, seat))) for seat, role in seats.items()
            },
        }
    for party in day.living("enhet") + day.living("organ"):
        said[f"roles of {party}"] = sorted(roll for thing, roll in day.roller if thing == party)
    actors = (a for type_ in ("enhet", "organ", "befattning", "forum", "utforare") for a in day.living(type_))
    for actor in actors:
        related = [(thing, kind, to) for thing, kind, to in day.relations if actor in (thing, to)]
        both_live = [one for one in related if {one[0], one[2]} <= day.life.keys()]
        said[f"relations of {actor}"] = sorted(both_live)
    return said


def plans_naively_described(account: NaiveAccount, day: Day) -> dict[str, object]:
    said: dict[str, object] = {
        "åtgärder": account.in_recorded_order(day.living("atgard")),
        "förslag": account.in_recorded_order(day.living("forslag")),
    }
    for atgard in day.living("atgard"):
        deadlines, outcome = tuple(sorted(day.deadlines[atgard])), day.outcomes.get(atgard)
        met = tuple(deadline for deadline in deadlines if (atgard, deadline) in day.met)
        came_of_it = (outcome.state, outcome.says) if outcome else ("planerad", None)
        said |= {
            f"åtgärd {atgard}": (
                day.names[atgard],
                deadlines,
                day.ansvariga[atgard],
                day.beslutande[atgard],
            ),
            f"{atgard} waits for": (day.depends_on[atgard], day.mentions[atgard]),
            f"state of {atgard}": (*came_of_it, met),
        }
    for forslag in day.living("forslag"):
        outcome = day.outcomes.get(forslag)
        said |= {
            f"förslag {forslag}": (
                day.names[forslag],
                day.made_by.get(forslag),
                day.alternatives.get(forslag),
                day.mentions[forslag],
            ),
            f"state of {forslag}": (outcome.state, outcome.says) if outcome else ("foreslaget", None),
        }
    for thing in day.life:
        texts = sorted(says for contradicted, says in day.contradictions if contradicted == thing)
        said[f"contradictions of {thing}"] = texts
    return said


def delegation_naively_described(account: NaiveAccount, day: Day) -> dict[str, object]:
    arenden = account.in_recorded_order(day.living("arende"))
    ordningar = account.in_recorded_order(day.living("delegationsordning"))
    said: dict[str, object] = {"ärenden": arenden, "delegationsordningar": ordningar}
    for arende in arenden:
        it = day.arenden[arende]
        said[f"ärende {arende}"] = (it.name, it.omrade, it.forbehallet, it.lagrum)
    for organ in day.living("organ"):
        of_it = account.in_recorded_order(day.ordningar_of(organ))
        said |= {
            f"reglemente of {organ}": day.omraden.get(organ),
            f"delegationsordning of {organ}": of_it[0] if of_it else None,
        }
    for ordning in ordningar:
        rows = [row for key, row in day.rows.items() if key[0] == ordning]
        passed_on = [
            each for each in day.living("vidaredelegation") if day.passed_on[each].ordning == ordning
        ]
        said |= {
            f"delegationsordning {ordning}": day.ordningar[ordning],
            f"rows of {ordning}": {(row.rad, *shown_of(row)) for row in rows},
            f"passed on under {ordning}": set(passed_on),
        }
        for arende in arenden:
            titles = sorted(title for *key, title in day.withheld if key == [ordning, arende])
            said[f"who may not decide in {arende} by {ordning}"] = titles
    for post in day.living("befattning"):
        said[f"deputy of {post}"] = day.there(day.deputies.get(post))
    return said


class Both:
    """The library and the naive model, given the same beslut.

    Args:
        data: what draws them.
        organisation: the library's.
        naive: the naive model's, in which the same is recorded.
        series: what the ids of drafts begin with.
    """

    def __init__(
        self,
        data: st.DataObject,
        organisation: Organisation | Scenario,
        naive: NaiveOrganisation,
        series: str = "KF",
    ) -> None:
        self.data = data
        self.organisation = organisation
        self.naive = naive
        self.series = series
        self.recorded: Counter[str] = Counter()
        self.deck = Deck()

    @classmethod
    def founded(cls, data: st.DataObject, first: int) -> Both:
        """A new organisation, with a foundation; of the kinds of change, a hand is played first."""
        both = cls(data, Organisation("kommunen", MemoryLog()), NaiveOrganisation())
        both.deck = Deck(first)
        assert both.record(data.draw(foundations(), label="foundation"))
        return both

    def record(self, beslut: Beslut) -> bool:
        """Record a beslut in both, unless the library refuses it."""
        try:
            self.organisation.record(beslut)
        except BeslutRefused:
            return False
        self.naive.record(beslut)
        self.recorded.update(type(change).__name__ for change in beslut.changes)
        return True

    def judge(self, beslut: Beslut) -> bool:
        """The same, and the library refuses it exactly when the naive model finds something wrong."""
        problems = self.naive.problems_with(beslut)
        recorded = self.record(beslut)
        assert recorded != bool(problems), problems
        event("recorded" if recorded else "refused")
        return recorded

    def draft(self) -> Beslut:
        return self.data.draw(drafts(self.naive, self.deck, self.series), label="draft")

    def grow(self, length: int) -> None:
        """Try to record so many drafts."""
        for _ in range(length):
            self.record(self.draft())

    def answers(self) -> list[dict[str, object]]:
        """What the library says of every day on which anything changes."""
        return [described(self.organisation.on(day)) for day in self.days()]

    def agree(self, known: date | None = None, recorded: int | None = None) -> None:
        """A view answers as the naive model does, on any day."""
        account = self.naive.account(known, recorded)
        history = self.organisation if recorded is None else self.organisation.as_recorded(recorded)
        if account.merges_in_a_muddle:
            event("half knowledge in a muddle")
            return
        event("half knowledge that breaks rules" if account.problems() else "sound knowledge")
        for day in self.days():
            seen, expected = described(history.on(day, known)), naively_described(account, account.on(day))
            assert seen == expected, (day, known, recorded)

    def days(self) -> list[date]:
        """Every day on which anything changes, the day before and the day after."""
        return days_around(self.naive.account().days)

    def pick_day(self) -> date:
        return self.data.draw(st.sampled_from(self.days()), label="day")

    def pick_position(self) -> int:
        return self.data.draw(st.integers(1, len(self.naive.records)), label="recorded")

    def pick_known(self) -> date | None:
        return self.data.draw(st.sampled_from((None, *DECIDED)), label="known")


class Branch(Both):
    """A scenario and a copy of the naive model, given the same drafts."""

    def __init__(self, of: Both, name: str) -> None:
        self.of = of
        self.scenario = of.organisation.scenario(name)
        super().__init__(of.data, self.scenario, NaiveOrganisation(of.naive.records), series=name)
        self.deck = of.deck

    def adopt(self, draft: Beslut) -> bool:
        """Adopt a draft in both, unless the library refuses it."""
        try:
            self.scenario.adopt(draft.id)
        except BeslutRefused:
            return False
        self.of.naive.record(draft)
        return True


Law = Callable[[Both, int], Counter[str]]


def kept(law: Law, how: settings, length: int) -> Counter[str]:
    """Holds a law against random histories; returns how often each kind of change was recorded.

    Each hand of the kinds of change is played first in its share of the histories: what is reached is
    then not left to luck.
    """
    reached: Counter[str] = Counter()
    for first in range(len(HANDS)):

        @settings(how, max_examples=how.max_examples // len(HANDS))
        @given(st.data(), st.just(first))
        def hold(data: st.DataObject, first: int) -> None:
            reached.update(law(Both.founded(data, first), length))

        hold = seed(first)(hold) if how.derandomize else hold
        hold()
    return reached


def views_agree(both: Both, length: int) -> Counter[str]:
    """Whatever is recorded, a view answers as the naive model does: any day, any knowledge."""
    both.grow(length)
    both.agree()
    both.agree(both.data.draw(st.sampled_from(DECIDED), label="known"))
    both.agree(both.pick_known(), both.pick_position())
    return both.recorded + cases_in(both.naive)


CASES = (
    "a chain of mergers",
    "something inside it",
    "an annulment annulled",
    "something backdated",
    "an uppdrag passed on by a merger",
    "a party that is merged",
    "an instrument that runs out",
    "a deadline met",
)
PLACING = (BefattningCreated.verb, BefattningMoved.verb)


def cases_in(naive: NaiveOrganisation) -> Counter[str]:
    """The interesting cases a history holds."""
    said, account = naive.everything_said(), naive.account()
    numbers = {s.seq for s in account.said}
    annulled = [s for s in said if s.seq not in numbers]
    last = account.on(date.max)
    chained = {enhet for enhet, into in last.merged.items() if into in last.merged}
    placed_in = {getattr(s.change, "enhet", None) for s in account.said if s.change.verb in PLACING}
    put_under = {getattr(s.change, "parent", None) for s in account.said}
    answering = {getattr(s.change, "ansvarig", None) for s in account.said}
    parties = {getattr(s.change, side, None) for s in account.said for side in ("bestallare", "utforare")}
    found = {
        "a chain of mergers": bool(chained),
        "something inside it": bool(chained & (placed_in | put_under)),
        "an annulment annulled": any(isinstance(s.change, BeslutAnnulled | ChangeAnnulled) for s in annulled),
        "something backdated": any(one.day > other.day for one, other in pairwise(account.said)),
        "an uppdrag passed on by a merger": bool(answering & last.merged.keys()),
        "a party that is merged": bool(parties & last.merged.keys()),
        "an instrument that runs out": not all(map(last.in_force, last.instruments())),
        "a deadline met": bool(last.met),
    }
    for case, reached in found.items():
        if reached:
            event(case)
    return Counter(case for case, reached in found.items() if reached)


def refusals_agree(both: Both, length: int) -> Counter[str]:
    """A draft is refused exactly when the naive model finds something wrong on some day."""
    for _ in range(length):
        both.judge(both.draft())
    return both.recorded + cases_in(both.naive)


def judging_leaves_no_trace(both: Both, length: int) -> Counter[str]:
    """A refused draft changes no answer, and a view taken before a beslut is recorded never changes."""
    both.grow(length)
    days = [both.pick_day(), both.pick_day()]
    for _ in range(4):
        draft = both.draft()
        views = [both.organisation.on(day) for day in days]
        before = [described(view) for view in views]
        both.organisation.violations(draft)
        assert [described(both.organisation.on(day)) for day in days] == before
        recorded = both.record(draft)
        event("recorded" if recorded else "refused")
        assert [described(view) for view in views] == before
        if not recorded:
            assert [described(both.organisation.on(day)) for day in days] == before
    return both.recorded


def differences_agree(both: Both, length: int) -> Counter[str]:
    """A diff holds what differs between the two states, no more and no less; of one view, nothing."""
    both.grow(length)
    then, now = both.pick_position(), len(both.naive.records)
    for recorded, others in ((None, now), (then, now)):
        one_day, other_day = both.pick_day(), both.pick_day()
        before = both.organisation.as_recorded(recorded or now).on(one_day)
        after = both.organisation.as_recorded(others).on(other_day)
        naive_before = both.naive.account(None, recorded or now).on(one_day)
        naive_after = both.naive.account(None, others).on(other_day)
        assert not diff(before, before)
        assert aspects_of(diff(before, after)) == naive_differences(naive_before, naive_after)
    return both.recorded


def differences_have_grounds(both: Both, length: int) -> Counter[str]:
    """Each difference has grounds, which touch it and hold on one side only.

    A fact touches a thing when it names it, or what it is, was or is said to be in, or has or had; or annuls
    one that does.
    Of two days with the same knowledge, each ground begins, ends or runs out in between.
    """
    both.grow(length)
    one, other, known = both.pick_day(), both.pick_day(), both.pick_known()
    sides = [
        (both.organisation.on(one, known), both.organisation.on(other, known)),
        (both.organisation.on(one), both.organisation.on(one, known)),
        (both.organisation.as_recorded(both.pick_position()).on(one, known), both.organisation.on(other)),
    ]
    for before, after in sides:
        for each in diff(before, after):
            assert each.basis.facts, each
            for fact in each.basis.facts:
                assert holds_on_one_side(fact, before, after), (each, fact)
                assert touches(fact, each, before, after), (each, fact)
    for each in diff(*sides[0]):
        for fact in each.basis.facts:
            assert any(min(one, other) < day <= max(one, other) for day in days_of(fact)), (each, fact)
    return both.recorded


def days_of(fact: Fact) -> set[date]:
    """Every day on which a fact says that anything begins, ends or runs out."""
    assigned = {day for _, _, day, _ in fact.change.assigns(fact.day)}
    ends = getattr(fact.change, "until", None)
    return assigned | ({ends} if ends else set())


def holds_on_one_side(fact: Fact, before: View, after: View) -> bool:
    """Whether a fact counts on one side only, or some of what it says comes between the two days."""
    counts = [view.account.counts(fact.seq) for view in (before, after)]
    days = {before.day, after.day}
    return counts[0] != counts[1] or any(min(days) < day <= max(days) for day in days_of(fact))


def touches(fact: Fact, each: Difference, before: View, after: View) -> bool:
    if isinstance(fact.change, BeslutAnnulled | ChangeAnnulled):
        chronicle = before.account.chronicle
        annulled = (before.account.fact(seq) for seq in chronicle.annulled_by(fact.change))
        return any(touches(one, each, before, after) for one in annulled)
    sides = {each.thing, *words_in(each.before), *words_in(each.after)}
    above = [over_it(view, each) for view in (before, after) if each.thing in view.enheter()]
    named = things_named_by(fact.change)
    return isinstance(fact.change, EnheterMerged) or bool(named & sides.union(*above))


def over_it(view: View, each: Difference) -> set[str]:
    """What an enhet gets its nämnder from; or, of its parent, what it hangs loose from, all round a ring."""
    found: set[str] = set()
    over = view.loose_from(each.thing)
    while over is not None and over not in found:
        found.add(over)
        over = view.loose_from(over) if over in view.enheter() else None
    return found if each.aspect == "parent" else found.union(view.path(each.thing))


def words_in(value: object) -> set[str]:
    """Every text in one side of a difference; ids are among them."""
    match value:
        case str():
            return {value}
        case dict():
            return {word for each in value.values() for word in words_in(each)}
        case tuple():
            return {word for each in value for word in words_in(each)}
        case Holder() | Ledamot():
            return {value.person}
    return set()


Differences = set[tuple[str, str, str | None]]


def aspects_of(found: Diff) -> Differences:
    return {(d.what, d.thing, d.aspect) for d in found}


def naive_differences(before: Day, after: Day) -> Differences:
    found: Differences = {("ended", thing, None) for thing in before.life if thing not in after.life}
    found |= {("created", thing, None) for thing in after.life if thing not in before.life}
    for thing in before.life.keys() & after.life.keys():
        was, now = naive_aspects(before, thing), naive_aspects(after, thing)
        found |= {("changed", thing, aspect) for aspect in was if was[aspect] != now[aspect]}
    return found


def naive_aspects(day: Day, thing: str) -> dict[str, object]:
    """What is compared of a thing, by the names a diff has for it."""
    count = day.headcounts.get(thing)
    headcount = count and (count.medarbetare, count.arsarbetare, count.uppdragstagare, count.approximate)
    match day.life[thing]:
        case "enhet":
            return {
                "name": day.names[thing],
                "kind": day.kinds[thing],
                "parent": day.parent(thing),
                "leaders": day.leaders(thing),
                "nämnder": day.namnder(thing),
                "aliases": {alias for aliased, alias in day.aliases if aliased == thing},
                "planned end": day.planned_ends.get(thing),
                "headcount": headcount,
                "roller": {roll for has, roll in day.roller if has == thing},
            }
        case "befattning":
            return {
                "title": day.names[thing],
                "enhet": day.placements[thing],
                "holders": day.holders(thing),
                "vacant": day.is_vacant(thing),
                "reports to": day.reports_to.get(thing),
                "personalansvar": day.personalansvar.get(thing),
                "budgetansvar": day.budgetansvar.get(thing),
                "headcount": headcount,
                "deputy": day.there(day.deputies.get(thing)),
            }
        case "organ":
            return {
                "name": day.names[thing],
                "part of": day.part_of.get(thing),
                "ledamöter": {(p, role) for (organ, p), role in day.seats.items() if organ == thing},
                "roller": {roll for has, roll in day.roller if has == thing},
                "reglemente": day.omraden.get(thing),
            }
    return {"name": day.names.get(thing, thing), **naive_aspects_beside_the_line(day, thing)}


def naive_aspects_beside_the_line(day: Day, thing: str) -> dict[str, object]:
    match day.life[thing]:
        case "uppdrag":
            return {"ansvarig": day.there(day.ansvarig[thing])}
        case "avtal" | "overenskommelse":
            return {
                "beställare": day.there(day.bestallare[thing]),
                "utförare": day.there(day.utforare[thing]),
                "until": day.until.get(thing),
                "in force": day.in_force(thing),
            }
        case "forum":
            members = ((member, role) for (forum, member), role in day.members.items() if forum == thing)
            seats = [key for key in day.forum_seats if key[0] == thing]
            return {
                "forum of": day.there(day.forum_of.get(thing)),
                "members": {(member, role) for member, role in members if member in day.life},
                "seats": {(key[1], day.forum_seats[key], day.seated.get(key)) for key in seats},
                "planned end": day.planned_ends.get(thing),
            }
        case "atgard":
            outcome, deadlines = day.outcomes.get(thing), set(day.deadlines[thing])
            return {
                "deadlines": deadlines,
                "ansvariga": day.ansvariga[thing],
                "state": outcome and outcome.state,
                "met": {deadline for deadline in deadlines if (thing, deadline) in day.met},
            }
        case "forslag":
            outcome = day.outcomes.get(thing)
            return {"state": outcome and outcome.state}
        case "arende":
            said = day.arenden[thing]
            return {"område": said.omrade, "förbehållet": said.forbehallet, "lagrum": said.lagrum}
        case "delegationsordning":
            rows = [row for (ordning, _), row in day.rows.items() if ordning == thing]
            return {
                "nämnd": day.ordningar[thing].namnd,
                "rows": {
                    (row.rad, row.nummer, row.arende, row.delegat, row.delegat_typ, row.belopp, row.enhet)
                    for row in rows
                },
            }
        case "vidaredelegation":
            given = day.passed_on[thing]
            return {"ordning": given.ordning, "row": given.nummer, "passed on to": (given.to, given.to_typ)}
    return {}


def effects_agree(both: Both, length: int) -> Counter[str]:
    """What takes effect comes in order, each thing once; two periods that meet are as one."""
    both.grow(length)
    first, middle, last = sorted(both.pick_day() for _ in range(3))
    known = both.pick_known()
    whole = both.organisation.taking_effect(first, last, known)
    expected = both.naive.account(known).taking_effect(first, last)
    assert [(effect.day, effect.fact.seq) for effect in whole] == expected
    halves = [
        both.organisation.taking_effect(first, middle, known),
        both.organisation.taking_effect(middle, last, known),
    ]
    assert whole.effects == halves[0].effects + halves[1].effects
    return both.recorded


def effects_make_the_differences(both: Both, length: int) -> Counter[str]:
    """Between a day and the day before nothing differs but by what takes effect on the day.

    What makes a difference takes effect that day, and an end that takes effect makes one. Other effects may
    make none: a change that says what held already is told too.
    """
    both.grow(length)
    known = both.pick_known()
    for day in both.days():
        found = both.organisation.changes_between(day - ONE_DAY, day, known)
        effects = both.organisation.taking_effect(day - ONE_DAY, day, known)
        told = {effect.fact.seq for effect in effects}
        for each in found:
            assert {fact.seq for fact in each.basis.facts} <= told, (day, each)
        differing = {each.thing for each in found}
        for effect in effects:
            if effect.ends:
                event("an end that is told")
                assert differing & things_named_by(effect.change), (day, effect)
    return both.recorded


def what_is_passed_on_agrees(both: Both, length: int) -> Counter[str]:
    """A vidaredelegation is passed on with some row, or it dangles, and R22 warns of those that dangle.

    Where only whom it is passed on to is gone, it stands under its row and is told to dangle.
    """
    both.grow(length)
    for day in (both.pick_day(), both.pick_day(), both.pick_day()):
        view = both.organisation.on(day)
        living_ones = map(view.vidaredelegation, living(view, "vidaredelegation"))
        why = {each.vidaredelegation: view.why_dangling(each) for each in living_ones}
        rows = (row for ordning in living(view, "delegationsordning") for row in view.rader(ordning))
        passed_on = {given.vidaredelegation for row in rows for given in view.passed_on(row)}
        assert passed_on == {each for each in why if why[each] in (None, "borta")}
        warned = {v.things[0] for v in view.violations() if v.rule == "R22"}
        assert warned & why.keys() == {each for each in why if why[each] is not None}
        for reason in why.values():
            event(f"dangling: {reason}")
    return both.recorded


def scenarios_agree(both: Both, length: int) -> Counter[str]:
    """Drafts are judged and answered for as if they were recorded, and what they stand on is untouched.

    Adopted in order they are recorded, as any beslut; those that fit no longer are refused.
    """
    both.grow(length // 2)
    branches = [Branch(both, "alternativet")]
    if both.data.draw(st.booleans(), label="a branch of the branch"):
        branches[0].grow(length // 4)
        branches.append(Branch(branches[0], "ett annat"))
    last = branches[-1]
    before = [each.answers() for each in (both, *branches[:-1])]
    for _ in range(length // 2):
        last.judge(last.draft())
    last.agree()
    last.agree(last.pick_known(), last.pick_position())
    assert [each.answers() for each in (both, *branches[:-1])] == before
    meanwhile = both.data.draw(st.sampled_from((0, 0, length // 4)), label="recorded meanwhile")
    answered = last.answers()
    both.grow(meanwhile)
    assert last.answers() == answered
    for branch in reversed(branches):
        fitting = [adopted_alike(branch, draft) for draft in branch.scenario.drafts()]
        branch.of.agree()
        assert meanwhile or all(fitting)
    assert meanwhile or both.answers() == answered
    return sum((branch.recorded for branch in branches), both.recorded)


def adopted_alike(branch: Branch, draft: Beslut) -> bool:
    """Adopts a draft, which is refused exactly when the naive model finds something wrong."""
    problems = branch.of.naive.problems_with(draft)
    adopted = branch.adopt(draft)
    assert adopted != bool(problems), problems
    event("adopted" if adopted else "not adopted")
    return adopted


def proposals_agree(both: Both, length: int) -> Counter[str]:
    """What is proposed may break rules: it is told that it does, and still answered for."""
    both.grow(length // 2)
    branch = Branch(both, "alternativet")
    for _ in range(length // 4):
        draft = branch.draft()
        branch.scenario.propose(draft)
        branch.naive.record(draft)
        problems = both.naive.problems_with(*branch.scenario.drafts())
        errors = [each for each in branch.scenario.broken() if each.severity == "error"]
        assert bool(errors) == bool(problems), (errors, problems)
    branch.agree()
    return both.recorded


@st.composite
def trees(draw: st.DrawFn) -> Beslut:
    """A line organisation of one day, with posts that lead nested enheter, and holders of several posts."""
    changes: list[Change] = []
    for number, enhet in enumerate(ENHETER):
        parent = draw(st.sampled_from(ENHETER[max(0, number - 3) : number])) if number else None
        changes.append(EnhetCreated(enhet, name=enhet, parent=parent))
    leader_of = {enhet: draw(st.sampled_from((*POSTS, None))) for enhet in ENHETER}
    for number, post in enumerate(POSTS):
        leads = tuple(enhet for enhet in ENHETER if leader_of[enhet] == post)
        enhet = draw(st.sampled_from((*leads, *leads, *ENHETER)))
        answers = draw(st.sampled_from((None, None, True, False)))
        changes.append(BefattningCreated(post, title=post, enhet=enhet, leads=leads, personalansvar=answers))
        held = draw(st.sampled_from(("ordinarie", "ordinarie", "tf", "both", "vacant", "unknown")))
        if held in ("ordinarie", "both"):
            changes.append(HolderAppointed(post, person=draw(st.sampled_from(PERSONS))))
        if held in ("tf", "both"):
            changes.append(HolderAppointed(post, person=draw(st.sampled_from(PERSONS)), form="tf"))
        if held == "vacant":
            changes.append(VacancyDeclared(post))
        if number and draw(st.integers(0, 4)) == 4:
            changes.append(ReportingChanged(post, to=draw(st.sampled_from(POSTS[:number]))))
    return Beslut(id="KS § 1", decided=DAYS[0], changes=tuple(changes))


class NaiveLine:
    """The way up from a post: by decision where one says so, or else from enhet to enhet."""

    def __init__(self, day: Day, post: str, mode: Mode) -> None:
        self.day = day
        self.mode = mode
        self.passed = [post]
        self.chefer = self._over(post, self._start(post))

    def _over(self, post: str, enhet: str | None) -> list[str]:
        to = self.day.reports_to.get(post)
        return self._at(to, self._start(to)) if to is not None else self._up(enhet)

    def _up(self, enhet: str | None) -> list[str]:
        if enhet is None:
            return []
        chefer = [leader for leader in self.day.leaders(enhet) if self._is_chef(leader)]
        return self._at(chefer[0] if chefer else None, self.day.parent(enhet))

    def _at(self, post: str | None, onwards: str | None) -> list[str]:
        """A post on the way; one that was passed before adds nothing."""
        if post is None or post in self.passed:
            return self._up(onwards)
        self.passed.append(post)
        counts = self.mode == "struktur" or not self.day.is_vacant(post)
        return [*([post] if counts else []), *self._over(post, onwards)]

    def _start(self, post: str) -> str | None:
        """Over the topmost enhet a chef leads; in the enhet where anyone else is placed."""
        if not self._is_chef(post):
            return self.day.placements[post]
        led = [enhet for enhet in ENHETER if (enhet, post) in self.day.leaderships]
        return self.day.parent(min(led, key=lambda enhet: len(self.day.path(enhet))))

    def _is_chef(self, post: str) -> bool:
        return bool(self.day.leads(post)) and self.day.personalansvar.get(post) is not False

    def steps_to(self, last: str) -> int:
        """Each chef on the way is a step, but not one who is the same person as the one before."""
        steps, below = 0, self._persons(self.passed[0])
        for chef in self.chefer[: self.chefer.index(last) + 1]:
            steps += not below & self._persons(chef)
            below = self._persons(chef)
        return steps

    def _persons(self, post: str) -> set[str]:
        return {person for person, _ in self.day.holders(post)}


@settings(CI, max_examples=150)
@given(beslut=trees(), mode=st.sampled_from(("faktisk", "struktur")))
def test_chefsled_are_counted_as_the_rule_says(beslut: Beslut, mode: Mode) -> None:
    """Every chef on the way up is a chefsled: vacant ones only in struktur, the same person only once."""
    assume(not NaiveOrganisation().problems_with(beslut))  # nobody reports to themselves
    organisation = Organisation("kommunen", MemoryLog())
    organisation.record(beslut)
    view, day = organisation.on(DAYS[0]), NaiveOrganisation([beslut]).account().on(DAYS[0])
    for post in POSTS:
        naive = NaiveLine(day, post, mode)
        assert list(view.reporting_line(post, mode)) == naive.chefer
        for chef in naive.chefer:
            steps = view.chefsled(post, up_to=chef, mode=mode)
            assert steps == naive.steps_to(chef)
            event("the same person twice in a row" if steps < naive.chefer.index(chef) + 1 else "all differ")


def test_views_agree_with_the_naive_model() -> None:
    """Whatever is recorded, a view answers as the naive model does: any day, any knowledge."""
    reached = kept(views_agree, settings(CI, max_examples=100), length=36)
    assert {what: reached[what] for what in (*KINDS, *CASES) if reached[what] < AT_LEAST} == {}


def test_what_is_refused_is_what_the_naive_model_finds_wrong() -> None:
    """A draft is refused exactly when the naive model finds something wrong on some day."""
    reached = kept(refusals_agree, settings(CI, max_examples=140), length=36)
    assert {what: reached[what] for what in (*KINDS, *CASES) if reached[what] < AT_LEAST} == {}


def test_what_is_drawn_hangs_on_nothing_that_ran_before() -> None:
    """No kind is drawn out of a hundred or more: among so many, Hypothesis mixes in numbers of its own.

    They are those of the modules that happen to be loaded, so that a history alone was another in company.
    """
    assert max(map(len, HANDS)) < 100
    assert Counter(maker for hand in HANDS for maker in hand) == Counter(MAKERS)


LAWS = (
    judging_leaves_no_trace,
    differences_agree,
    differences_have_grounds,
    effects_agree,
    effects_make_the_differences,
    what_is_passed_on_agrees,
    scenarios_agree,
    proposals_agree,
)


@pytest.mark.parametrize("law", LAWS)
def test_histories_keep_the_law(law: Law) -> None:
    """What each law says, over random histories."""
    kept(law, settings(CI, max_examples=40), length=16)


@pytest.mark.soak
@pytest.mark.parametrize("law", [views_agree, refusals_agree, *LAWS])
def test_histories_keep_the_law_for_long(law: Law) -> None:
    """The same laws over many more and longer histories, others each time; SOAK says how many of each."""
    kept(law, settings(SOAK, max_examples=int(os.environ.get("SOAK", "300"))), length=60)
