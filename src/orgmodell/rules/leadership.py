"""Rules of leadership: one chef per enhet, on purpose and visibly otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations, groupby, product
from operator import itemgetter

from orgmodell.changes import Change, HolderReleased
from orgmodell.changes.attributes import HOLDS, KIND, LEADS, LIFE, MERGED_INTO, VACANT
from orgmodell.chronicle import Account
from orgmodell.periods import ONE_DAY, Period
from orgmodell.rules.base import Finding, first, itself, rule, together
from orgmodell.timeline import Key, Relation


def _led(account: Account, key: Key) -> Iterable[str]:
    return account.led_ever(key)


def _led_by_first(account: Account, key: Key) -> Iterable[str]:
    return account.led_ever(key[0])


@rule("R03", of="enhet", watches={LEADS: first, LIFE: _led})
def enhet_has_one_leading_befattning(account: Account, enhet: str, window: Period) -> Iterator[Finding]:
    """An enhet is led by at most one befattning, unless all who lead it share it by samledarskap."""
    leaders = list(dict.fromkeys(account.leaders_ever(enhet)))
    for one, other in combinations(leaders, 2):
        both = ([s for s in account.steps(LEADS, (enhet, b), window) if s.value] for b in (one, other))
        for step, another in product(*both):
            if step.value is True or another.value is True:
                living = (enhet, one, other)
                for day, facts in together(account, window, [step], [another], living=living):
                    message = (
                        f"{enhet} would be led by both {one} and {other} on {day}. "
                        "End one leadership in the same beslut, or give both a samledarskap."
                    )
                    yield Finding(day, living, message, facts)


@rule("R24", of="enhet", watches={LEADS: first, KIND: itself, LIFE: _led})
def skolenhet_has_one_rektor(account: Account, enhet: str, window: Period) -> Iterator[Finding]:
    """A skolenhet has one rektor; samledarskap is not possible (skollagen 2010:800 2 kap. 9 §)."""
    school = [s for s in account.steps(KIND, enhet, window) if s.value == "skolenhet"]
    for befattning in dict.fromkeys(account.leaders_ever(enhet)):
        leads = account.steps(LEADS, (enhet, befattning), window)
        shared = [s for s in leads if isinstance(s.value, str)]
        things = (enhet, befattning)
        for day, facts in together(account, window, shared, school, living=things):
            message = (
                f"{enhet} is a skolenhet on {day} and {befattning} would lead it in samledarskap. "
                "A skolenhet has one rektor: let one befattning lead it."
            )
            yield Finding(day, things, message, facts)


@rule("R03", of="befattning", watches={HOLDS: first})
def befattning_has_one_holder(account: Account, befattning: str, window: Period) -> Iterator[Finding]:
    """A befattning has at most one ordinarie and one acting holder at a time."""
    steps = ((key, account.steps(HOLDS, key, window)) for key in account.appointments_ever(befattning))
    held = [(key, found) for key, each in steps if (found := [s for s in each if s.value])]
    for (one, its), (other, others) in combinations(held, 2):
        if (one[2] == "ordinarie") == (other[2] == "ordinarie"):
            for day, facts in together(account, window, its, others, living=(befattning,)):
                role = "ordinarie" if one[2] == "ordinarie" else "acting"
                message = (
                    f"{befattning} would have two {role} holders on {day}: "
                    f"{one[1]} ({one[2]}) and {other[1]} ({other[2]}). "
                    "Release one of them in the same beslut."
                )
                yield Finding(day, (befattning, one[1], other[1]), message, facts)


@rule("R03", of="befattning", watches={HOLDS: first})
def appointment_runs_its_course(account: Account, befattning: str, window: Period) -> Iterator[Finding]:
    """An appointment is cut short only by a release, not by the end of another appointment."""
    for key in account.appointments_ever(befattning):
        for day, cut_short, ended in cut_short_by_another(account, HOLDS, key, HolderReleased):
            if day in window:
                begun = account.fact(cut_short).day
                message = (
                    f"the appointment of {key[1]} to {befattning} ({key[2]}) from {begun} would end on "
                    f"{day} with another one. Release {key[1]} before it, or appoint again from {day}."
                )
                yield Finding(day, (befattning, key[1]), message, (cut_short, ended))


def cut_short_by_another(
    account: Account, relation: Relation, key: Key, release: type[Change]
) -> Iterator[tuple[date, int, int]]:
    """(day, cut short, ended): the end of one appointment that ends another, and the facts of both."""
    running: dict[int, None] = {}
    counting = (e for e in account.timeline.entries(relation, key) if account.counts(e[1]))
    for day, entries in groupby(counting, key=itemgetter(0)):
        ended = 0
        for _, seq, begins in entries:
            if begins:
                running[seq] = None
            elif isinstance(account.fact(seq).change, release):
                running.clear()
            else:
                running.pop(seq, None)
                ended = seq
        if running and not account.value(relation, key, day):
            yield day, next(iter(running)), ended
            running.clear()


@rule(
    "R04",
    of="enhet",
    watches={LEADS: first, HOLDS: _led_by_first, VACANT: _led},
    severity="warning",
)
def vacant_chef_is_declared(account: Account, enhet: str, window: Period) -> Iterator[Finding]:
    """An enhet whose leading befattning nobody holds has a declared vakans (practice)."""
    for befattning in dict.fromkeys(account.leaders_ever(enhet)):
        for step in account.steps(LEADS, (enhet, befattning), window):
            if step.value:
                for led in account.while_both_live(step, enhet, befattning):
                    yield from _unexplained(account, enhet, befattning, led, window, step.seq)


def _unexplained(
    account: Account, enhet: str, befattning: str, led: Period, window: Period, seq: int
) -> Iterator[Finding]:
    shared = led.overlap(window)
    if shared is None:
        return
    days = {shared.start} | {
        step.start
        for key in account.appointments_ever(befattning)
        for step in account.steps(HOLDS, key, shared)
        if step.start in shared
    }
    for day in sorted(d for d in days if d is not None):
        held = any(account.value(HOLDS, k, day) for k in account.appointments_ever(befattning))
        if not held and not account.value(VACANT, befattning, day):
            message = (
                f"{enhet} has no chef on {day}: nobody is recorded as holding {befattning}. "
                "Appoint a t.f., or declare the vacancy; decisions fall to the nearest chef above."
            )
            yield Finding(day, (enhet, befattning), message, (seq,))
            return


def _receiver(account: Account, key: Key) -> Iterable[str]:
    return account.receivers_ever(key)[1:]


@rule("R04", of="enhet", watches={MERGED_INTO: _receiver, LEADS: first}, severity="warning")
def merged_enhet_has_a_chef(account: Account, enhet: str, window: Period) -> Iterator[Finding]:
    """An enhet that takes over led enheter is led by some befattning (practice)."""
    for merged in account.keys_having(MERGED_INTO, enhet):
        for step in account.steps(MERGED_INTO, merged, window):
            if step.value != enhet or step.start not in window or account.leaders(enhet, step.start):
                continue
            if led_it := account.leaders(merged, step.start - ONE_DAY):
                message = (
                    f"{enhet} has no leading befattning on {step.start}: {', '.join(led_it)} led {merged}, "
                    f"which is merged into it. Assign the leadership of {enhet} in the same beslut."
                )
                yield Finding(step.start, (enhet, *led_it), message, (step.seq,))
