"""Rules of beställare and utförare: which instrument can tie them, and how long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from orgmodell.changes import InstrumentRenewed
from orgmodell.changes.attributes import (
    BESTALLARE,
    CONCERNS,
    LAGSTOD,
    LIFE,
    MERGED_INTO,
    MYNDIGHET,
    UNTIL,
    UTFORARE,
)
from orgmodell.chronicle import Account
from orgmodell.periods import ONE_DAY, Period
from orgmodell.rules.base import Finding, bare, days_of_change, first, first_day, itself, rule, while_it_holds
from orgmodell.timeline import Attribute
from orgmodell.words import Text, kinds, same

PARTIES = (BESTALLARE, UTFORARE)
CAN_PERFORM = ("utforare", "enhet", "organ")


def in_force(account: Account, instrument: str, day: date) -> bool:
    """Whether an avtal or överenskommelse lives on a day and its time has not run out."""
    until = account.value(UNTIL, instrument, day)
    return account.lives(instrument, day) and (until is None or day < until)


def _with_party(account: Account, key: str) -> Iterator[str]:
    for attribute in PARTIES:
        yield from account.in_enhet_ever(attribute, key)


def _and_with_party(account: Account, key: str) -> Iterator[str]:
    yield key
    for party in account.receivers_ever(key):
        yield from _with_party(account, party)


@rule(
    "R07",
    of=("avtal", "overenskommelse"),
    watches={
        LIFE: _and_with_party,
        MERGED_INTO: _and_with_party,
        UNTIL: itself,
        BESTALLARE: itself,
        UTFORARE: itself,
    },
    sv="Så länge ett avtal eller en överenskommelse gäller finns dess beställare och dess utförare.",
)
def instrument_in_force_has_its_parties(
    account: Account, instrument: str, window: Period
) -> Iterator[Finding]:
    """While an avtal or överenskommelse is in force, its beställare and its utförare exist."""
    for attribute in PARTIES:
        for day in _days_of_change(account, instrument, attribute, window):
            party = account.enhet_of(attribute, instrument, day)
            entry = account.entry(attribute, instrument, day)
            named = entry[2] if entry else None
            if party is None or entry is None or named is None or not account.lives(named, entry[0]):
                continue  # it was not there when it was named: R08 judges that
            if in_force(account, instrument, day) and not account.lives(party, day):
                kind = account.certain(LIFE, instrument, day)
                ended = account.entry(LIFE, party, day)
                what, it = bare(kind), kinds.it(kind)
                message = Text(
                    sv=f"{party} kan inte upphöra den {day}: {what:sv} {instrument} med den gäller "
                    f"fortfarande. Avsluta eller överför {it:sv} i samma beslut.",
                    en=f"{party} cannot cease to exist on {day}: {what:en} {instrument} is still in force "
                    "with it. End or transfer it in the same beslut.",
                )
                facts = (ended[1], entry[1]) if ended else (entry[1],)
                yield Finding(day, (party, instrument), message, facts)
                break


def _days_of_change(
    account: Account, instrument: str, attribute: Attribute[str, str], window: Period
) -> list[date]:
    """The days in the window from which an instrument may lack the party, in order."""
    party_steps = list(account.enhet_steps(attribute, instrument))
    steps = [*account.steps(LIFE, instrument), *account.steps(UNTIL, instrument), *party_steps]
    for party in dict.fromkeys(step.value for step in party_steps if step.value):
        steps += account.ended(party)
    return days_of_change(window, steps)


@rule(
    "R25",
    of=("avtal", "overenskommelse"),
    watches={UTFORARE: itself, LIFE: _and_with_party},
    sv="Ett avtal är med en annan juridisk person; egen regi får en överenskommelse (LOV 2:2, LOU 1:15).",
)
def avtal_is_with_another_legal_person(
    account: Account, instrument: str, window: Period
) -> Iterator[Finding]:
    """An avtal is with another legal person; egen regi gets an överenskommelse (LOV 2:2, LOU 1:15)."""
    kind = account.type_of(instrument)
    for step in account.held(UTFORARE, instrument, window):
        for together in account.while_both_live(step, instrument):
            party, day = account.type_of(step.value), first_day(together, window)
            if day is None or party not in CAN_PERFORM:
                continue  # what is nothing, or nothing that can perform, is told by R08
            outside = party == "utforare"
            if outside == (kind == "avtal"):
                continue
            if outside:
                message = Text(
                    sv=f"överenskommelse {instrument} kan inte ingås med {step.value} den {day}: det är en "
                    "annan juridisk person. Teckna ett avtal med den (conclude_avtal).",
                    en=f"överenskommelse {instrument} cannot be made with {step.value} on {day}: it is "
                    "another legal person. Conclude an avtal with it (conclude_avtal).",
                )
            else:
                message = Text(
                    sv=f"avtal {instrument} kan inte tecknas med {step.value} den {day}: det är egen regi, "
                    "samma juridiska person. Ingå en överenskommelse med den (make_overenskommelse).",
                    en=f"avtal {instrument} cannot be concluded with {step.value} on {day}: it is egen regi, "
                    "the same legal person. Make an överenskommelse with it (make_overenskommelse).",
                )
            yield Finding(day, (instrument, step.value), message, (step.seq,))


def _about(account: Account, key: str) -> Iterator[str]:
    yield from (concern.instrument for concern in account.keys_to(CONCERNS, key))


@rule(
    "R26",
    of="avtal",
    watches={LAGSTOD: itself, MYNDIGHET: _about, CONCERNS: first},
    sv="Myndighetsutövning överlämnas till en utomstående utförare bara med stöd i lag (RF 12:4, KL 3:16 / "
    "10:1).",
)
def myndighetsutovning_is_handed_over_by_law_only(
    account: Account, avtal: str, window: Period
) -> Iterator[Finding]:
    """Myndighetsutövning passes to a utförare outside only with support in law (RF 12:4, KL 3:16 / 10:1)."""
    for concern in account.keys_from(CONCERNS, avtal):
        for step in account.steps(CONCERNS, concern, window):
            day, uppdrag = first_day(step.period, window), concern.uppdrag
            if (
                day is not None
                and account.value(MYNDIGHET, uppdrag, day)
                and not account.value(LAGSTOD, avtal, day)
            ):
                message = Text(
                    sv=f"avtal {avtal} kan inte gälla {uppdrag} den {day}: det är myndighetsutövning, och "
                    "ingen lag anges som låter det överlämnas. Utelämna uppdraget, eller ange lagstod.",
                    en=f"avtal {avtal} cannot be about {uppdrag} on {day}: it is myndighetsutövning, and no "
                    "law is named that lets it be handed over. Leave the uppdrag out, or state lagstod.",
                )
                yield Finding(day, (avtal, uppdrag), message, (step.seq,))


@rule(
    "R08",
    of=("avtal", "overenskommelse"),
    watches={UNTIL: itself, LIFE: itself},
    sv="Ett avtal eller en överenskommelse förlängs medan det gäller (logik).",
)
def what_is_renewed_is_in_force(account: Account, instrument: str, window: Period) -> Iterator[Finding]:
    """An avtal or överenskommelse is renewed while it is in force (logic)."""
    for seq in account.chronicle.mentions(instrument):
        fact = account.fact(seq)
        if not isinstance(fact.change, InstrumentRenewed) or not account.counts(seq):
            continue
        began = account.beginning(instrument)
        day = while_it_holds(account, seq, window)
        if (
            day is None
            or (began and began[0] == fact.day)
            or in_force(account, instrument, fact.day - ONE_DAY)
        ):
            continue
        yield Finding(day, (instrument,), _too_late(account, instrument, fact.day), (seq,))


def _too_late(account: Account, instrument: str, day: date) -> Text:
    ended = account.value(UNTIL, instrument, day - ONE_DAY)
    ran_out = Text(sv=f", utan löpte ut den {ended}", en=f", having run out on {ended}")
    why = ran_out if ended else same("")
    return Text(
        sv=f"{instrument} kan inte förlängas den {day}, för {instrument} gäller inte dagen före{why:sv}. "
        "Förläng senast från den dagen, eller låt ett nytt med ett nytt id ta vid.",
        en=f"{instrument} cannot be renewed on {day}: it is not in force the day before{why:en}. "
        "Renew it at the latest from that day, or conclude another under a new id.",
    )
