"""The library and the naive model side by side, given the same random beslut."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from hypothesis import HealthCheck, Phase, event, given, seed, settings
from hypothesis import strategies as st

from naive import Day, NaiveAccount, NaiveOrganisation
from orgmodell import BeslutRefused, Scenario
from orgmodell.changes import Beslut, Rad
from orgmodell.changes.attributes import LIFE
from orgmodell.organisation import Organisation
from orgmodell.testing.drafting import drawn_beslut
from orgmodell.testing.drawing import SUBJECTS, hands_of
from orgmodell.testing.foundations import foundations
from orgmodell.testing.histories import DrawnOrganisation
from orgmodell.testing.pools import DECIDED
from orgmodell.testing.strategies import days_around
from orgmodell.view import View
from orgmodell.violations import Violation

T = TypeVar("T")

EVERYTHING = hands_of(SUBJECTS)

CI = settings(
    derandomize=True,
    deadline=None,
    phases=tuple(each for each in (Phase.generate, Phase.shrink) if each in settings().phases),
    suppress_health_check=list(HealthCheck),
)
DEEP = settings(CI, derandomize=False, database=None, print_blob=True)


PARTIES = ("enhet", "organ", "utforare")  # nothing else is party to anything, though a draft may say so


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
        ansvarig = day.there(day.ansvarig[uppdrag], "enhet", "organ")
        said[f"uppdrag {uppdrag}"] = (day.names[uppdrag], ansvarig, uppdrag in day.myndighet)
    for utforare in day.living("utforare"):
        said[f"utförare {utforare}"] = (day.names[utforare], day.kinds[utforare])
    for instrument in day.instruments():
        until, law = day.until.get(instrument), day.lagstod.get(instrument)
        kind, name, regim = day.life[instrument], day.names[instrument], day.regim.get(instrument)
        parties = day.bestallare[instrument], day.utforare[instrument]
        said |= {
            f"instrument {instrument}": (kind, name, regim, until, law),
            f"parties of {instrument}": tuple(day.there(party, *PARTIES) for party in parties),
            f"{instrument} is about": sorted(
                uppdrag for one, uppdrag in day.about if one == instrument and uppdrag in day.life
            ),
            f"{instrument} is in force": day.in_force(instrument),
        }
    return said


def forums_naively_described(account: NaiveAccount, day: Day) -> dict[str, object]:
    said: dict[str, object] = {"forums": account.in_recorded_order(day.living("forum"))}
    for forum in day.living("forum"):
        part_of, end = day.there(day.forum_of.get(forum), *PARTIES), day.planned_ends.get(forum)
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
        self.reached: Counter[str] = Counter()
        self.hands = EVERYTHING

    @classmethod
    def founded(cls, data: st.DataObject, first: st.SearchStrategy[Beslut] | None = None) -> Both:
        """A new organisation, with its first beslut."""
        both = cls(data, DrawnOrganisation(), NaiveOrganisation())
        assert both.record(data.draw(first or foundations(), label="foundation"))
        return both

    def record(self, beslut: Beslut) -> bool:
        """Record a beslut in both, unless the library refuses it."""
        warnings: list[Violation] = []
        try:
            self.organisation.record(beslut, told=warnings.extend)
        except BeslutRefused as refusal:
            self._reach(f"broken: {rule}" for rule in {each.rule for each in refusal.violations})
            return False
        self.naive.record(beslut)
        self._reach(f"broken: {rule}" for rule in {each.rule for each in warnings})
        self._reach(f"recorded: {type(change).__name__}" for change in beslut.changes)
        return True

    def _reach(self, cases: Iterable[str]) -> None:
        """Notes that cases are met, for the statistics that Hypothesis shows and for the count."""
        for case in cases:
            event(case)
            self.reached[case] += 1

    def judge(self, beslut: Beslut) -> bool:
        """The same, and the library refuses it exactly when the naive model finds something wrong."""
        problems = self.naive.problems_with(beslut)
        recorded = self.record(beslut)
        assert recorded != bool(problems), problems
        event("recorded" if recorded else "refused")
        return recorded

    def draft(self) -> Beslut:
        return self.data.draw(drawn_beslut(self.organisation, self.hands, self.series), label="draft")

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
        clocks = ["day", *(["known"] if known else []), *(["recorded"] if recorded else [])]
        self._reach([f"clocks: {', '.join(clocks)}"])
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
        self.hands = of.hands

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
    """Holds a law against random histories; returns how often each case was met, and prints it (``-rP``)."""
    reached: Counter[str] = Counter()

    @how
    @given(st.data())
    def hold(data: st.DataObject) -> None:
        reached.update(law(Both.founded(data), length))

    hold()
    print(*(f"{count:6,} × {case}" for case, count in sorted(reached.items())), sep="\n")
    return reached


def grown_alone(number: int, grow: Callable[[st.DataObject], T]) -> T:
    """What is drawn from a number, always the same, in a run of its own.

    In a long run most that is drawn varies what was drawn before.
    """
    found: list[T] = []

    @seed(number)
    @settings(CI, max_examples=2, derandomize=False, database=None, phases=(Phase.generate,))
    @given(st.data())
    def run(data: st.DataObject) -> None:  # twice: the first is the simplest there is
        found.append(grow(data))

    run()
    return found[-1]
