"""Rules of leadership: one chef per enhet, on purpose and visibly otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, groupby, product
from operator import itemgetter

from orgmodell.changes import Change, EnheterMerged, HolderReleased
from orgmodell.changes.attributes import (
    HOLDS,
    KIND,
    LEADS,
    LIFE,
    SUCCESSOR,
    VACANT,
    Appointment,
    Leadership,
)
from orgmodell.chronicle import Account
from orgmodell.periods import ONE_DAY, Period
from orgmodell.rules.base import Finding, days_of_change, first, first_day, itself, rule, second, together
from orgmodell.timeline import OfTwo, P, Step
from orgmodell.words import Text, same, terms, with_and

ORDINARIE = same("ordinarie")
ACTING = Text(sv="tillfälliga", en="acting")


def called(form: str) -> Text:
    """A form of appointment; in English as it is stored."""
    return Text(sv=terms.word(form).sv, en=form)


def _led(account: Account, key: str) -> Iterable[str]:
    return account.led_ever(key)


def _led_by_first(account: Account, key: Appointment) -> Iterable[str]:
    return account.led_ever(key.befattning)


def _and_led(account: Account, key: str) -> Iterable[str]:
    return (key, *account.led_ever(key))


@rule(
    "R03",
    of="enhet",
    watches={LEADS: first, LIFE: _and_led},
    sv="En enhet leds av högst en befattning, om inte alla som leder den delar på det i samledarskap.",
)
def enhet_has_one_leading_befattning(account: Account, enhet: str, window: Period) -> Iterator[Finding]:
    """An enhet is led by at most one befattning, unless all who lead it share it by samledarskap."""
    leaders = list(dict.fromkeys(account.leaders_ever(enhet)))
    for one, other in combinations(leaders, 2):
        both = (list(account.held(LEADS, Leadership(enhet, b), window)) for b in (one, other))
        for step, another in product(*both):
            if step.value is True or another.value is True:
                living = (enhet, one, other)
                for day, facts in together(account, window, [step], [another], living=living):
                    message = Text(
                        sv=f"{enhet} skulle ledas av både {one} och {other} den {day}. "
                        "Avsluta det ena ledarskapet i samma beslut, eller ge båda ett samledarskap.",
                        en=f"{enhet} would be led by both {one} and {other} on {day}. "
                        "End one leadership in the same beslut, or give both a samledarskap.",
                    )
                    yield Finding(day, living, message, facts)


@rule(
    "R24",
    of="enhet",
    watches={LEADS: first, KIND: itself, LIFE: _and_led},
    sv="En skolenhet har en rektor; samledarskap är inte möjligt (skollagen 2010:800 2 kap. 9 §).",
)
def skolenhet_has_one_rektor(account: Account, enhet: str, window: Period) -> Iterator[Finding]:
    """A skolenhet has one rektor; samledarskap is not possible (skollagen 2010:800 2 kap. 9 §)."""
    school = [s for s in account.steps(KIND, enhet, window) if s.value == "skolenhet"]
    for befattning in dict.fromkeys(account.leaders_ever(enhet)):
        leads = account.steps(LEADS, Leadership(enhet, befattning), window)
        shared = [s for s in leads if isinstance(s.value, str)]
        things = (enhet, befattning)
        for day, facts in together(account, window, shared, school, living=things):
            message = Text(
                sv=f"{enhet} är en skolenhet den {day}, och {befattning} skulle leda den i samledarskap. "
                "En skolenhet har en rektor: låt en befattning leda den.",
                en=f"{enhet} is a skolenhet on {day} and {befattning} would lead it in samledarskap. "
                "A skolenhet has one rektor: let one befattning lead it.",
            )
            yield Finding(day, things, message, facts)


@rule(
    "R03",
    of="befattning",
    watches={HOLDS: first, LIFE: itself},
    sv="En befattning har högst en ordinarie och en tillfällig innehavare åt gången.",
)
def befattning_has_one_holder(account: Account, befattning: str, window: Period) -> Iterator[Finding]:
    """A befattning has at most one ordinarie and one acting holder at a time."""
    ever = account.appointments_ever(befattning)
    held = [(each, found) for each in ever if (found := list(account.held(HOLDS, each, window)))]
    for (one, its), (other, others) in combinations(held, 2):
        if (one.form == "ordinarie") == (other.form == "ordinarie"):
            for day, facts in together(account, window, its, others, living=(befattning,)):
                role = ORDINARIE if one.form == "ordinarie" else ACTING
                form, another = called(one.form), called(other.form)
                message = Text(
                    sv=f"{befattning} skulle ha två {role:sv} innehavare den {day}: "
                    f"{one.person} ({form:sv}) och {other.person} ({another:sv}). "
                    "Entlediga en av dem i samma beslut.",
                    en=f"{befattning} would have two {role:en} holders on {day}: "
                    f"{one.person} ({form:en}) and {other.person} ({another:en}). "
                    "Release one of them in the same beslut.",
                )
                yield Finding(day, (befattning, one.person, other.person), message, facts)


@rule(
    "R03",
    of="befattning",
    watches={HOLDS: first},
    sv="Ett förordnande avbryts bara av ett entledigande, inte av att ett annat förordnande upphör.",
)
def appointment_runs_its_course(account: Account, befattning: str, window: Period) -> Iterator[Finding]:
    """An appointment is cut short only by a release, not by the end of another appointment."""
    for each in account.appointments_ever(befattning):
        for step, cut_short, ended in cut_short_by_another(account, HOLDS, each, HolderReleased):
            if day := first_day(step.period, window):
                begun = account.fact(cut_short).day
                person, form = each.person, called(each.form)
                message = Text(
                    sv=f"förordnandet av {person} på {befattning} ({form:sv}) från {begun} skulle upphöra "
                    f"den {step.start} med ett annat. Entlediga {person} dessförinnan, eller förordna på "
                    f"nytt från {step.start}.",
                    en=f"the appointment of {person} to {befattning} ({form:en}) from {begun} would end "
                    f"on {step.start} with another one. Release {person} before it, or appoint again "
                    f"from {step.start}.",
                )
                yield Finding(day, (befattning, each.person), message, (cut_short, ended))


def cut_short_by_another(
    account: Account, relation: OfTwo[P, object], key: P, release: type[Change]
) -> Iterator[tuple[Step[object], int, int]]:
    """(step, cut short, ended): the end of one appointment that ends another, and the facts of both."""
    steps = {step.start: step for step in account.steps(relation, key)}
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
            yield steps[day], next(iter(running)), ended
            running.clear()


@rule(
    "R04",
    of="enhet",
    watches={LEADS: first, LIFE: _and_led, HOLDS: _led_by_first, VACANT: _led},
    severity="warning",
    sv="En enhet vars ledande befattning ingen innehar har en angiven vakans (praxis).",
)
def vacant_chef_is_declared(account: Account, enhet: str, window: Period) -> Iterator[Finding]:
    """An enhet whose leading befattning nobody holds has a declared vakans (practice)."""
    leaders = dict.fromkeys(account.leaders_ever(enhet))
    for befattning in (each for each in leaders if account.type_of(each) == "befattning"):
        for step in account.steps(LEADS, Leadership(enhet, befattning), window):
            if step.value:
                for led in account.while_both_live(step, enhet, befattning):
                    yield from _unexplained(account, enhet, befattning, led, window, step.seq)


def _unexplained(
    account: Account, enhet: str, befattning: str, led: Period, window: Period, seq: int
) -> Iterator[Finding]:
    shared = led.overlap(window)
    if shared is None:
        return
    appointments = [account.steps(HOLDS, key, shared) for key in account.appointments_ever(befattning)]
    for day in days_of_change(shared, account.steps(VACANT, befattning, shared), *appointments):
        entries = [account.entry(HOLDS, key, day) for key in account.appointments_ever(befattning)]
        held = any(entry[2] for entry in entries if entry)
        if not held and not account.value(VACANT, befattning, day):
            message = Text(
                sv=f"{enhet} har ingen chef den {day}: ingen är registrerad som innehavare av {befattning}. "
                "Förordna en t.f., eller ange vakansen; besluten faller på närmaste chef ovanför.",
                en=f"{enhet} has no chef on {day}: nobody is recorded as holding {befattning}. "
                "Appoint a t.f., or declare the vacancy; decisions fall to the nearest chef above.",
            )
            left = max((entry[:2] for entry in entries if entry), default=None)
            yield Finding(day, (enhet, befattning), message, (seq, *([left[1]] if left else [])))
            return


def _and_successors(account: Account, enhet: str) -> list[str]:
    """An enhet, and what takes over from it."""
    return [enhet, *(succession.successor for succession in account.keys_from(SUCCESSOR, enhet))]


def _first_and_successors(account: Account, key: Leadership) -> list[str]:
    return _and_successors(account, key.enhet)


def _led_and_successors(account: Account, key: str) -> Iterator[str]:
    for enhet in (key, *account.led_ever(key)):
        yield from _and_successors(account, enhet)


@rule(
    "R04",
    of="enhet",
    watches={SUCCESSOR: second, LEADS: _first_and_successors, LIFE: _led_and_successors},
    severity="warning",
    sv="En enhet som tar över efter en som var ledd leds av någon befattning (praxis).",
)
def what_takes_over_has_a_chef(account: Account, enhet: str, window: Period) -> Iterator[Finding]:
    """An enhet that takes over from one that was led is led by some befattning (practice).

    By merger, split or dissolution, until it is led for the first time; an enhet that was there and led by
    nobody may take over what is dissolved into it.
    """
    for succession in account.keys_to(SUCCESSOR, enhet):
        for step in account.held(SUCCESSOR, succession, window):
            led_it = account.leaders(succession.ended, step.start - ONE_DAY)
            if led_it and _is_to_be_led(account, enhet, step):
                yield from _unled(account, enhet, succession.ended, led_it, step, window)


def _is_to_be_led(account: Account, enhet: str, step: Step[bool]) -> bool:
    """Whether an enhet that takes over is new, was led before, or has something merged into it."""
    began = account.beginning(enhet)
    is_new = began is not None and began[0] == step.start
    merger = isinstance(account.fact(step.seq).change, EnheterMerged)
    return merger or is_new or bool(account.leaders(enhet, step.start - ONE_DAY))


def _unled(
    account: Account, enhet: str, before: str, led_it: tuple[str, ...], step: Step[bool], window: Period
) -> Iterator[Finding]:
    for life in account.while_both_live(step, enhet):
        began = (s.start for each in account.keys_from(LEADS, enhet) for s in account.steps(LEADS, each))
        days = days_of_change(life, days=began)
        first_led = next((day for day in days if account.leaders(enhet, day)), life.until)
        without = Period(life.start, first_led)
        day = first_day(without, window) if first_led != life.start else None
        if day is not None:
            who = ", ".join(led_it)
            message = Text(
                sv=f"{enhet} har ingen ledande befattning den {day}: {who} ledde {before}, som den har tagit "
                f"över efter. Ange vem som leder {enhet}, om inte chefen ovanför ska göra det.",
                en=f"{enhet} has no leading befattning on {day}: {who} led {before}, which it has taken "
                f"over from. Assign the leadership of {enhet}, unless the chef above is to lead it.",
            )
            yield Finding(day, (enhet, *led_it), message, (step.seq,))


def _and_who_led(account: Account, key: str) -> Iterable[str]:
    return (key, *account.leaders_ever(key))


@rule(
    "R04",
    of="befattning",
    watches={LEADS: second, LIFE: _and_who_led},
    severity="warning",
    sv="En befattning vars enheter alla har upphört leder en annan, eller slutar leda (praxis).",
)
def chef_leads_what_exists(account: Account, befattning: str, window: Period) -> Iterator[Finding]:
    """A befattning whose enheter have all ended leads another, or ceases to lead (practice)."""
    led = dict.fromkeys(account.led_ever(befattning))
    steps = [account.steps(LEADS, Leadership(enhet, befattning)) for enhet in led]
    ends = [account.ended(enhet) for enhet in led]
    for life in account.life(befattning):
        for day in days_of_change(life.period.overlap(window), *steps, *ends):
            gone = account.leads_only_what_ended(befattning, day)
            if gone:
                ended = {enhet: end for enhet in gone if (end := account.entry(LIFE, enhet, day)) is not None}
                days = with_and(
                    Text(sv=f"{enhet} den {end[0]}", en=f"{enhet} on {end[0]}")
                    for enhet, end in ended.items()
                )
                message = Text(
                    sv=f"{befattning} leder ingenting den {day}: det som den ledde har upphört, {days:sv}. "
                    "Låt den leda det som tar över (assign_leadership), avsluta ledarskapet från den dag "
                    "då det upphörde (end_leadership, effective den dagen), eller dra in den.",
                    en=f"{befattning} leads nothing on {day}: what it led has ended, {days:en}. Let it lead "
                    "what takes over (assign_leadership), end its leadership from the day it ended "
                    "(end_leadership, effective that day), or withdraw it.",
                )
                yield Finding(day, (befattning,), message, tuple(end[1] for end in ended.values()))
                return
