"""Rules of vidaredelegation: who may pass a row on, and what dangles when nämnden renumbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from orgmodell.changes import Rad, VidaredelegationGranted
from orgmodell.changes.attributes import (
    LEADS,
    LIFE,
    MERGED_INTO,
    NAMND,
    ORDNING_OF,
    VIDARE_OF,
    Belonging,
    Leadership,
    RowOf,
)
from orgmodell.changes.delegation import RAD, VIDARE
from orgmodell.chronicle import Account
from orgmodell.identity import closing
from orgmodell.law import law_on
from orgmodell.periods import Period, one_day
from orgmodell.rules.base import Finding, days_of_change, first_day, itself, rule, subject
from orgmodell.rules.delegation import namnd_of, rows_ever
from orgmodell.timeline import Step
from orgmodell.view import View
from orgmodell.words import Text, with_and

UNDECIDED = Text(sv="det anges inte vem som har beslutat det", en="it is decided by nobody that is named")
NONE = Text(sv="inget", en="none")
REPEALED = Text(
    sv="gäller den delegationsordningen inte längre", en="that delegationsordning no longer holds"
)
NO_SUCH_NUMBER = Text(sv="finns ingen rad med det numret", en="there is no row with that number")
NO_LONGER_LET = Text(
    sv="låter nämnden den inte längre vidaredelegeras", en="nämnden no longer lets it be passed on"
)


def _vidare_of(account: Account, key: str | RowOf) -> Iterator[str]:
    for ordning in subject(account, key):
        yield from account.keys_having(VIDARE_OF, ordning)


def _that_may_dangle(account: Account, key: str) -> Iterator[str]:
    """Itself, and what is passed on under an ordning, to a befattning or within an enhet."""
    yield key
    yield from _vidare_of(account, key)
    for seq in account.chronicle.mentions(key):
        change = account.fact(seq).change
        if isinstance(change, VidaredelegationGranted):
            yield change.vidaredelegation


def _vidare_under(account: Account, *enheter: str) -> Iterator[str]:
    """What is passed on under the nämnder of some enheter."""
    for enhet in enheter:
        for namnd in account.namnder_ever(enhet):
            for ordning in account.keys_having(ORDNING_OF, namnd):
                yield from account.keys_having(VIDARE_OF, ordning)


def _vidare_under_first(account: Account, key: Leadership | Belonging) -> Iterator[str]:
    yield from _vidare_under(account, key.enhet)


def _vidare_under_merged(account: Account, key: str) -> Iterator[str]:
    yield from _vidare_under(account, *account.receivers_ever(key))


def _vidare_of_ordning_or_chef(account: Account, key: str) -> Iterator[str]:
    yield from _vidare_of(account, key)
    yield from _vidare_under(account, key, *account.led_ever(key))


@rule(
    "R13",
    of="vidaredelegation",
    watches={
        VIDARE: itself,
        RAD: _vidare_of,
        LEADS: _vidare_under_first,
        NAMND: _vidare_under_first,
        MERGED_INTO: _vidare_under_merged,
        LIFE: _vidare_of_ordning_or_chef,
    },
    reads=(ORDNING_OF,),
    sv="Bara förvaltningschefen vidaredelegerar en rad, en gång, om nämnden har låtit det ske (KL 6:37 / "
    "7:6).",
)
def what_is_passed_on_was_given_to_pass_on(
    account: Account, vidaredelegation: str, window: Period
) -> Iterator[Finding]:
    """Only the förvaltningschef passes a row on, once, where nämnden has let that be done (KL 6:37 / 7:6)."""
    for step in account.held(VIDARE, vidaredelegation, window):
        given = step.value
        day = first_day(step.period, window)
        if day is None:
            continue
        law = law_on(step.start)
        nummer, ordning = given.nummer, given.ordning
        done = Text(
            sv=f"{vidaredelegation} kan inte vidaredelegera rad {nummer} i {ordning} den {step.start}",
            en=f"{vidaredelegation} cannot pass on row {nummer} of {ordning} on {step.start}",
        )
        way = f"({law.cite(law.vidaredelegation)})"
        rows = View(account, step.start).rows_numbered(given.ordning, given.nummer)
        took = account.fact(step.seq).beslut.decided_by
        if not rows:
            numbers = (s.value.nummer for s in rows_ever(account, given.ordning, one_day(step.start)))
            no_row = Text(sv=": det finns ingen sådan rad", en=": there is no such row")
            message = done + no_row + closing(nummer, numbers)
            yield Finding(day, (vidaredelegation,), message, (step.seq,))
            continue
        let = [row for row in rows if row.far_vidaredelegeras]  # each of them is passed on
        if not let:
            message = Text(
                sv=f"{done:sv}: nämnden har inte låtit raden vidaredelegeras {way}. Fråga nämnden, eller "
                "avstå.",
                en=f"{done:en}: nämnden has not let the row be passed on {way}. Ask nämnden, or leave it.",
            )
            yield Finding(day, (vidaredelegation,), message, (step.seq,))
        its = all(took in row.delegat for row in let or rows)
        if not its or not _is_forvaltningschef(account, took, given.ordning, step.start):
            decided = (
                Text(sv=f"det är beslutat av {took}", en=f"it is decided by {took}") if took else UNDECIDED
            )
            message = Text(
                sv=f"{done:sv}: {decided:sv}, och bara den förvaltningschef "
                f"som raden låter besluta kan vidaredelegera den {way}. Ange decided_by.",
                en=f"{done:en}: {decided:en}, and only the förvaltningschef "
                f"whom the row lets decide can pass it on {way}. State decided_by.",
            )
            yield Finding(day, (vidaredelegation,), message, (step.seq,))


def _is_forvaltningschef(account: Account, befattning: str | None, ordning: str, day: date) -> bool:
    """Whether it leads an enhet that is placed under the nämnd."""
    namnd = namnd_of(account, ordning)
    return any(
        account.lives(enhet, day)
        and namnd in account.placed_under(enhet, day)
        and befattning in account.leaders(enhet, day)
        for enhet in (account.led_ever(befattning) if befattning else ())
    )


@rule(
    "R22",
    of="vidaredelegation",
    watches={VIDARE: itself, RAD: _vidare_of, LIFE: _that_may_dangle},
    severity="warning",
    sv="Den rad som vidaredelegeras, och den som får den, finns, och numret gäller samma ärende (praxis).",
)
def no_vidaredelegation_dangles(account: Account, vidaredelegation: str, window: Period) -> Iterator[Finding]:
    """The row that is passed on, and to whom, exist, and its number means the same matter (practice)."""
    for life in account.life(vidaredelegation, window):
        given = account.certain(VIDARE, vidaredelegation, life.start)
        for day in _days_of_change(account, given, life.period, window):
            if why := _dangles(View(account, day), given):
                message = Text(
                    sv=f"{vidaredelegation} vidaredelegerar rad {given.nummer} i {given.ordning}; den {day} "
                    f"{why:sv}. Besluta den på nytt.",
                    en=f"{vidaredelegation} passes on row {given.nummer} of {given.ordning}; by {day} "
                    f"{why:en}. Decide it anew.",
                )
                yield Finding(day, (vidaredelegation, given.ordning), message, (life.seq,))
                break


def _days_of_change(
    account: Account, given: VidaredelegationGranted, life: Period, window: Period
) -> list[date]:
    steps: list[Step[object]] = [
        step for each in account.rader_ever(given.ordning) for step in account.steps(RAD, each, life)
    ]
    for thing in (given.ordning, given.to, given.enhet):
        steps += account.ended(thing, life) if thing else ()
    return days_of_change(life.overlap(window), steps)


def _matters(rows: Iterable[Rad]) -> Text:
    return with_and(dict.fromkeys(row.arende for row in rows)) if rows else NONE


def _dangles(view: View, given: VidaredelegationGranted) -> Text | None:
    """Why it dangles on the day, in words."""
    match view.why_dangling(given):
        case "ordning":
            return REPEALED
        case "nummer":
            return NO_SUCH_NUMBER
        case "arende":
            now = _matters(view.rows_numbered(given.ordning, given.nummer))
            was = _matters(view.rows_first_numbered(given))
            return Text(
                sv=f"betyder numret {now:sv}, och det betydde {was:sv}",
                en=f"that number is {now:en}, and it was {was:en}",
            )
        case "vidare":
            return NO_LONGER_LET
        case "borta":
            gone = next(each for each in (given.to, given.enhet) if each and not view.exists(each))
            return Text(sv=f"finns {gone} inte längre", en=f"{gone} has ceased to exist")
    return None
