"""Rules of åtgärder and förslag: what is open is closed once, and what waits does not wait for itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from operator import attrgetter

from orgmodell.changes import (
    AtgardCancelled,
    AtgardCompleted,
    AtgardPlanned,
    AtgardReassigned,
    AtgardRescheduled,
    Fact,
    ForslagDecided,
)
from orgmodell.changes.attributes import ANSVARIGA, DEADLINES, DEPENDS_ON, LIFE, MET, OUTCOME
from orgmodell.chronicle import Account
from orgmodell.periods import Period, common
from orgmodell.rules.base import Finding, days_of_change, first, itself, naming, rule, while_it_holds
from orgmodell.rules.ring import first_ring, way_of
from orgmodell.timeline import Step
from orgmodell.words import Text

COMPLETED = Text(sv="avslutas", en="completed")
CANCELLED = Text(sv="ställs in", en="cancelled")
NO_DEADLINE = Text(sv="den har ingen sluttid", en="it has no deadline")


def _in_order(account: Account, thing: str) -> list[Fact]:
    """What counts of what names the thing, by day and then as recorded."""
    facts = (account.fact(seq) for seq in account.chronicle.mentions(thing) if account.counts(seq))
    return sorted(facts, key=attrgetter("day", "seq"))


@rule(
    "R08",
    of="atgard",
    watches={OUTCOME: itself, DEADLINES: itself, ANSVARIGA: itself, MET: first},
    sv="En åtgärd avslutas en gång, var och en av dess sluttider klaras en gång, och sedan ändras den inte "
    "(logik).",
)
def what_is_closed_stays_closed(account: Account, atgard: str, window: Period) -> Iterator[Finding]:
    """An åtgärd is closed once, each of its deadlines is met once, and then it is not changed (logic)."""
    closed: Fact | None = None
    deadlines: tuple[date, ...] = ()
    met: dict[date, Fact] = {}
    for fact in _in_order(account, atgard):
        wrong: tuple[Text, Sequence[Fact]] | None = None
        match fact.change:
            case AtgardPlanned(atgard=planned, deadlines=given) if planned == atgard:
                deadlines = given
            case AtgardRescheduled(deadlines=given):
                wrong = _if_closed(closed)
                deadlines = given
            case AtgardReassigned():
                wrong = _if_closed(closed)
            case AtgardCompleted(deadline=date() as deadline):
                wrong = _if_closed(closed) or _if_not_among(deadline, deadlines, met.get(deadline))
                met.setdefault(deadline, fact)
            case AtgardCompleted() | AtgardCancelled():
                wrong = _if_closed(closed)
                closed = closed or fact
        if wrong and (day := while_it_holds(account, fact.seq, window)):
            message = naming(fact) + f" åtgärd {atgard}, " + wrong[0]
            yield Finding(day, (atgard,), message, (fact.seq, *(other.seq for other in wrong[1])))


def _if_closed(closed: Fact | None) -> tuple[Text, Sequence[Fact]] | None:
    if closed is None:
        return None
    what = COMPLETED if isinstance(closed.change, AtgardCompleted) else CANCELLED
    return Text(
        sv=f"som {what:sv} den {closed.day}. Planera en annan, eller upphäv det.",
        en=f"which is {what:en} on {closed.day}. Plan another, or annul that.",
    ), [closed]


def _if_not_among(
    deadline: date, deadlines: tuple[date, ...], met: Fact | None
) -> tuple[Text, Sequence[Fact]] | None:
    if deadline not in deadlines:
        days = ", ".join(map(str, sorted(deadlines)))
        has = Text(sv=f"dess sluttider är {days}", en=f"its deadlines are {days}") if days else NO_DEADLINE
        return Text(
            sv=f"som inte har sluttiden {deadline}: {has:sv}. Rätta den, eller utelämna deadline.",
            en=f"which has no deadline {deadline}: {has:en}. Correct it, or leave deadline out.",
        ), []
    if met is not None:
        return Text(
            sv=f"vars sluttid {deadline} är klar redan den {met.day}. Utelämna detta.",
            en=f"whose deadline {deadline} is met on {met.day} already. Leave this out.",
        ), [met]
    return None


@rule("R08", of="forslag", watches={OUTCOME: itself}, sv="Ett förslag avgörs en gång (logik).")
def a_forslag_is_decided_once(account: Account, forslag: str, window: Period) -> Iterator[Finding]:
    """A förslag is decided once (logic)."""
    decided = [fact for fact in _in_order(account, forslag) if isinstance(fact.change, ForslagDecided)]
    for again in decided[1:]:
        if day := while_it_holds(account, again.seq, window):
            first_day = decided[0].day
            message = Text(
                sv=f"förslag {forslag} kan inte avgöras den {again.day}: det är avgjort redan den "
                f"{first_day}. Lägg ett nytt förslag, eller upphäv det.",
                en=f"förslag {forslag} cannot be decided on {again.day}: it is decided on {first_day} "
                "already. Make a new förslag, or annul that.",
            )
            yield Finding(day, (forslag,), message, (again.seq, decided[0].seq))


@rule(
    "PLAN",
    of="atgard",
    watches={DEPENDS_ON: itself},
    reads=(LIFE,),
    sv="Ingen åtgärd väntar på sig själv, inte heller via andra (logik).",
)
def no_atgard_waits_for_itself(account: Account, atgard: str, window: Period) -> Iterator[Finding]:
    """No åtgärd waits for itself, not through others either (logic)."""
    if ring := first_ring(account, atgard, window, _waits_for):
        day, way = ring[-1].start, way_of(atgard, ring)
        message = Text(
            sv=f"åtgärd {atgard} skulle vänta på sig själv från {day}: {way}. "
            "Utelämna någon av dem ur depends_on.",
            en=f"åtgärd {atgard} would wait for itself from {day}: {way}. "
            "Leave one of them out of depends_on.",
        )
        yield Finding(day, (atgard,), message, tuple(step.seq for step in ring))


def _waits_for(account: Account, atgard: str, window: Period) -> Iterator[Step[str]]:
    """The åtgärder that one waits for, each for the days on which it does."""
    for start, until, others, seq in account.held(DEPENDS_ON, atgard, window):
        for other in others:
            if account.type_of(other) == "atgard":
                yield Step(start, until, other, seq)


def _that_it_is_to_do(account: Account, key: str) -> Iterator[str]:
    for seq in account.chronicle.mentions(key):
        change = account.fact(seq).change
        if isinstance(change, AtgardPlanned | AtgardReassigned) and key in change.ansvariga:
            yield change.atgard


@rule(
    "PLAN",
    of="atgard",
    watches={ANSVARIGA: itself, OUTCOME: itself, LIFE: _that_it_is_to_do},
    severity="warning",
    sv="Den som ska utföra en åtgärd som inte är avslutad finns (praxis).",
)
def who_is_to_do_it_is_there(account: Account, atgard: str, window: Period) -> Iterator[Finding]:
    """Whoever is to do an åtgärd that is open exists (practice)."""
    for step in account.steps(ANSVARIGA, atgard, window):
        for actor in step.value or ():
            for end in account.ended(actor):
                for day in days_of_change(common(step.period, end.period, window)):
                    if not account.value(OUTCOME, atgard, day):
                        message = Text(
                            sv=f"{actor}, som ska utföra åtgärd {atgard}, finns inte längre den {day}. "
                            "Låt andra utföra den (reassign_atgard), avsluta den eller ställ in den.",
                            en=f"{actor}, who is to do åtgärd {atgard}, has ceased to exist by {day}. "
                            "Let others do it (reassign_atgard), complete or cancel it.",
                        )
                        yield Finding(day, (atgard, actor), message, (step.seq, end.seq))
