"""Rules of a delegationsordning as a whole: one for each nämnd, each row granted once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import combinations

from orgmodell.changes import DelegationGranted, DelegationRevoked, Rad
from orgmodell.changes.attributes import (
    BUDGETANSVAR,
    LEADS,
    LIFE,
    MERGED_INTO,
    NAME,
    NAMND,
    ORDNING_OF,
    PARENT,
    PERSONALANSVAR,
    PLACEMENT,
    VIDARE_OF,
    Belonging,
    Leadership,
    RowOf,
)
from orgmodell.changes.delegation import ORDNING, RAD, VIDARE
from orgmodell.chronicle import Account
from orgmodell.periods import ONE_DAY, Period
from orgmodell.rules.base import (
    Finding,
    Held,
    first,
    held_together,
    naming,
    rule,
    subject,
    together,
    while_it_holds,
)
from orgmodell.rules.delegation import namnd_of, rows_said
from orgmodell.rules.line import chefer_in_line
from orgmodell.timeline import Step
from orgmodell.view import View, over_time
from orgmodell.words import Text, with_or


def _namnd_of(account: Account, key: str) -> Iterator[str]:
    yield from (namnd for _, _, namnd in account.timeline.entries(ORDNING_OF, key) if namnd is not None)


def _and_namnd_of(account: Account, key: str) -> Iterator[str]:
    yield key
    yield from _namnd_of(account, key)


@rule(
    "R07",
    of="organ",
    watches={LIFE: _and_namnd_of, ORDNING_OF: _namnd_of},
    sv="En nämnd upplöses bara när dess delegationsordning är upphävd.",
)
def dissolved_namnd_leaves_no_ordning(account: Account, organ: str, window: Period) -> Iterator[Finding]:
    """A nämnd is dissolved only when its delegationsordning has been repealed."""
    for end in account.gone(organ, window):
        for ordning in account.keys_having(ORDNING_OF, organ):
            lives = account.life(ordning, end.period) if namnd_of(account, ordning) == organ else ()
            for day, _ in together(account, window, [Step(end.start, end.until, True, end.seq)], lives):
                message = Text(
                    sv=f"{organ} kan inte upplösas den {end.start}: dess delegationsordning {ordning} gäller "
                    "fortfarande. Upphäv den i samma beslut.",
                    en=f"{organ} cannot be dissolved on {end.start}: its delegationsordning {ordning} still "
                    "holds. Repeal it in the same beslut.",
                )
                yield Finding(day, (organ, ordning), message, (end.seq,))


@rule(
    "DELEGATION",
    of="organ",
    watches={LIFE: _and_namnd_of, ORDNING_OF: _namnd_of},
    sv="En nämnd har en gällande delegationsordning åt gången (praxis).",
)
def a_namnd_has_one_ordning(account: Account, namnd: str, window: Period) -> Iterator[Finding]:
    """A nämnd has one delegationsordning in force at a time (practice)."""
    ordningar = [o for o in account.keys_having(ORDNING_OF, namnd) if namnd_of(account, o) == namnd]
    for one, other in combinations(ordningar, 2):
        lives = (account.life(one, window), account.life(other, window))
        for day, facts in together(account, window, *lives):
            message = Text(
                sv=f"{namnd} skulle ha två delegationsordningar den {day}: {one} och {other}. "
                "Låt den senare ersätta den andra (replaces), eller upphäv den.",
                en=f"{namnd} would have two delegationsordningar on {day}: {one} and {other}. "
                "Let the later one replace the other (replaces), or repeal it.",
            )
            yield Finding(day, (namnd, one, other), message, facts)


@rule(
    "R08",
    of="delegationsordning",
    watches={RAD: first},
    sv="En rad delegeras när ordningen inte har den, och ändras och återkallas när den har den (logik).",
)
def a_row_is_granted_once_and_then_changed(
    account: Account, ordning: str, window: Period
) -> Iterator[Finding]:
    """A row is granted when the ordning does not have it, changed and revoked when it does (logic)."""
    granted: set[tuple[date, str]] = set()
    for seq in account.chronicle.mentions(ordning):
        fact = account.fact(seq)
        change = fact.change
        if not isinstance(change, Rad | DelegationRevoked) or not account.counts(seq):
            continue
        day = while_it_holds(account, seq, window)
        there = account.value(RAD, RowOf(ordning, change.rad), fact.day - ONE_DAY) is not None
        if isinstance(change, DelegationGranted):
            if day and (there or (fact.day, change.rad) in granted):
                message = Text(
                    sv=f"rad {change.rad} kan inte delegeras den {fact.day}: {ordning} har den redan. "
                    "Använd change_delegation, eller ett annat id.",
                    en=f"row {change.rad} cannot be granted on {fact.day}: {ordning} has it already. "
                    "Use change_delegation, or another id.",
                )
                yield Finding(day, (ordning, change.rad), message, (seq,))
            granted.add((fact.day, change.rad))
        elif day and not there:
            says = naming(fact)
            message = Text(
                sv=f"{says:sv} rad {change.rad}, som {ordning} inte har dagen före. Rätta raden eller dagen.",
                en=f"{says:en} row {change.rad}, which {ordning} does not have the day "
                "before. Correct the row or the day.",
            )
            yield Finding(day, (ordning, change.rad), message, (seq,))


def _in_its_line(account: Account, ordning: str) -> Iterator[str]:
    """The befattningar that lead enheter under the nämnd of a delegationsordning."""
    for namnd in _namnd_of(account, ordning):
        yield from chefer_in_line(account, *account.placed_under_ever(namnd))


def _who_may_lose_it(account: Account, key: RowOf) -> Iterator[str]:
    """Whoever may have had a right by a row: by name, by title, or because it was passed on."""
    rows = list(rows_said(account, key))
    for row in rows:
        named = (*row.delegat, *row.ersattare)
        yield from (each for each in named if account.type_of(each) == "befattning")
    if any(row.delegat_typ is not None or row.far_vidaredelegeras for row in rows):
        yield from _in_its_line(account, key.ordning)


def _who_was_given_it(account: Account, key: str) -> Iterator[str]:
    """Whoever may have a right by a vidaredelegation."""
    for _, _, given in account.timeline.entries(VIDARE, key):
        if given is not None and given.to is not None:
            yield given.to
        elif given is not None:
            yield from _in_its_line(account, given.ordning)


def _in_line_with(account: Account, key: str | Belonging) -> Iterable[str]:
    return chefer_in_line(account, *subject(account, key)) if _may_delegate(account) else ()


def _may_delegate(account: Account) -> bool:
    """Whether there ever is a delegationsordning; where there is none, nobody's rights come or go."""
    return account.timeline.is_said(ORDNING_OF)


def _and_chefer_over(account: Account, key: str | Leadership) -> Iterator[str]:
    """A befattning, and whoever may lead what is over it: the nearest who has a title is the one meant."""
    if not _may_delegate(account):
        return
    befattning = key if isinstance(key, str) else key.befattning
    placed = (enhet for _, _, enhet in account.timeline.entries(PLACEMENT, befattning) if enhet is not None)
    received = (each for enhet in placed for each in account.receivers_ever(enhet))
    yield befattning
    yield from account.chefer_over_ever(*received, *account.led_ever(befattning))


def _who_may_have_or_lose_it(account: Account, key: str) -> Iterator[str]:
    """Whose rights may change when a befattning, enhet, nämnd, ordning or vidaredelegation begins or ends."""
    if not _may_delegate(account):
        return
    yield from _and_chefer_over(account, key)
    yield from chefer_in_line(account, key, *account.placed_under_ever(key))
    yield from _in_its_line(account, key)
    yield from _who_was_given_it(account, key)


@rule(
    "DELEGAT",
    of="befattning",
    watches={
        LEADS: _and_chefer_over,
        PARENT: _in_line_with,
        NAMND: _in_line_with,
        MERGED_INTO: _in_line_with,
        NAME: _and_chefer_over,
        PLACEMENT: _and_chefer_over,
        ORDNING_OF: _in_its_line,
        RAD: _who_may_lose_it,
        VIDARE: _who_was_given_it,
        LIFE: _who_may_have_or_lose_it,
    },
    reads=(ORDNING, VIDARE_OF, PERSONALANSVAR, BUDGETANSVAR),
    sv="En chef under en nämnd med delegationsordning har en rätt genom någon rad i den (praxis).",
    severity="warning",
)
def chef_has_something_to_decide(account: Account, befattning: str, window: Period) -> Iterator[Finding]:
    """A chef under a nämnd with a delegationsordning has a right by some row of it (practice)."""
    for enhet in dict.fromkeys(account.led_ever(befattning)):
        if not _may_be_under_an_ordning(account, enhet):
            continue
        leads, things = account.steps(LEADS, Leadership(enhet, befattning), window), (enhet, befattning)
        for held in held_together(account, window, leads, living=things):
            yield from _without_rights(account, befattning, enhet, held)


def _may_be_under_an_ordning(account: Account, enhet: str) -> bool:
    """Whether an enhet may ever answer to a nämnd that has a delegationsordning."""
    if not _may_delegate(account):
        return False
    namnder = (namnd for over in account.over_ever(enhet) for namnd in account.namnder_ever(over))
    return any(account.keys_having(ORDNING_OF, namnd) for namnd in namnder)


def _without_rights(account: Account, befattning: str, enhet: str, held: Held) -> Iterator[Finding]:
    """The first days of a period on which a chef has nothing to decide by the ordningar of an enhet."""
    told: set[tuple[str, ...]] = set()
    for found in over_time(account, Period(held.start, held.until), partial(_lacking, befattning, enhet)):
        if found.answer and found.answer not in told:
            told.add(found.answer)
            ordningar = with_or(found.answer)
            message = Text(
                sv=f"{befattning} leder {enhet}, och ingen rad i {ordningar:sv} låter den besluta "
                f"något den {found.start}. Delegera det som den behöver.",
                en=f"{befattning} leads {enhet}, and no row of {ordningar:en} lets it decide "
                f"anything on {found.start}. Grant it what it needs.",
            )
            yield Finding(found.start, (befattning, *found.answer), message, held.facts)


def _lacking(befattning: str, enhet: str, view: View) -> tuple[str, ...]:
    """The delegationsordningar that hold for a chef of an enhet, when none of them gives it a right."""
    are_there = view.is_enhet(enhet) and view.is_befattning(befattning)  # ids may be given twice
    namnder = view.namnder(enhet) if are_there else ()
    ordningar = tuple(ordning for n in namnder if (ordning := view.ordning_of(n)) is not None)
    return ordningar if ordningar and not _may_decide(view, befattning, enhet, ordningar) else ()


def _may_decide(view: View, befattning: str, enhet: str, ordningar: Sequence[str]) -> bool:
    """Whether a chef has a right, may have one that is not on record, or has those of the chefer below."""
    for adopted in map(view.ordning, ordningar):
        if adopted.ofullstandig or (
            adopted.overordnad_har_ratt and view.account.has_chefer_under(enhet, view.day)
        ):
            return True
    return any(each.rad.ordning in ordningar for each in view.delegations(befattning))
