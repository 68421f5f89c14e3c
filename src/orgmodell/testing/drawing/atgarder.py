"""Changes of åtgärder and förslag, as drawn."""

from __future__ import annotations

from datetime import date

from orgmodell.changes import (
    AtgardCancelled,
    AtgardCompleted,
    AtgardPlanned,
    AtgardReassigned,
    AtgardRescheduled,
    Change,
    ContradictionNoted,
    ForslagDecided,
    ForslagMade,
    ForslagOutcome,
)
from orgmodell.testing.pick import ACTORS, Maker, Pick
from orgmodell.testing.pools import DAYS, POOLS

OUTCOMES: tuple[ForslagOutcome, ...] = ("antaget", "avslaget", "besvarat")
ATGARDER, FORSLAG, UPPDRAG = POOLS["atgard"], POOLS["forslag"], POOLS["uppdrag"]


def plan_atgard(pick: Pick) -> list[Change]:
    """Now and then two that belong together; half of those wait for each other."""
    atgard = pick.new("atgard")
    others = [other for other in pick.free("atgard") if other != atgard]
    if others and pick.now_and_then():
        other = pick.any(others)
        after = (atgard,) if pick.any((False, True)) else ()
        return [_planned(pick, atgard, (other,)), _planned(pick, other, after)]
    return [_planned(pick, atgard, pick.some("atgard", *ACTORS, but=atgard))]


def _planned(pick: Pick, atgard: str, depends_on: tuple[str, ...]) -> AtgardPlanned:
    return AtgardPlanned(
        atgard,
        name=atgard.title(),
        deadlines=pick.days(),
        ansvariga=pick.some(*ACTORS, "utforare"),
        beslutande=pick.some("organ"),
        depends_on=depends_on,
        concerns=pick.any(((), UPPDRAG[:1], FORSLAG)),
    )


def _open_atgard(pick: Pick) -> str:
    planned = pick.today.living("atgard")
    return pick.fitting((each for each in planned if pick.view.atgard(each).state == "planerad"), ATGARDER)


def reschedule(pick: Pick) -> list[Change]:
    return [AtgardRescheduled(_open_atgard(pick), deadlines=pick.days())]


def reassign(pick: Pick) -> list[Change]:
    return [AtgardReassigned(_open_atgard(pick), ansvariga=pick.some(*ACTORS, "utforare"))]


def complete_part(pick: Pick) -> list[Change]:
    again = pick.often()
    waiting: list[tuple[str, date]] = []
    for each in pick.today.living("atgard"):
        met = () if again else pick.view.met(each)
        waiting += [(each, day) for day in pick.view.atgard(each).deadlines if day not in met]
    atgard, deadline = pick.fitting(waiting, [(_open_atgard(pick), pick.any(DAYS))])
    return [AtgardCompleted(atgard, deadline=deadline, outcome=pick.any((None, "delvis")))]


def complete(pick: Pick) -> list[Change]:
    return [AtgardCompleted(_open_atgard(pick), outcome=pick.any((None, "klart")))]


def cancel(pick: Pick) -> list[Change]:
    return [AtgardCancelled(_open_atgard(pick), reason=pick.any((None, "för dyrt")))]


def make_forslag(pick: Pick) -> list[Change]:
    forslag = pick.new("forslag")
    makers = (None, pick.person(), pick.living(*ACTORS), pick.living(*ACTORS, "utforare"))
    make = ForslagMade(
        forslag,
        name=forslag.title(),
        made_by=pick.any(makers),
        concerns=pick.any(((), UPPDRAG, ATGARDER[:1])),
        alternative=pick.any((None, "Delad")),
    )
    return [make]


def decide_forslag(pick: Pick) -> list[Change]:
    """Mostly one that is decided on no day yet."""
    last = pick.organisation.on(date.max)
    decided = [each for each in last.forslag() if last.forslag(each).state != "foreslaget"]
    again = pick.often()
    fits = (each for each in pick.today.living("forslag") if (each in decided) == again)
    forslag = pick.fitting(fits, FORSLAG)
    return [ForslagDecided(forslag, outcome=pick.any(OUTCOMES), says=pick.any((None, "enligt förslaget")))]


def note_contradiction(pick: Pick) -> list[Change]:
    thing = pick.living(*ACTORS, "uppdrag", "utforare", "avtal", "overenskommelse", "atgard", "forslag")
    return [ContradictionNoted(thing, says=pick.any(("en annan dag", "ett annat namn")))]


MAKERS: tuple[Maker, ...] = (
    *(plan_atgard,) * 2,
    *(reschedule,) * 2,
    *(reassign,) * 2,
    *(complete_part,) * 2,
    complete,
    *(cancel,) * 3,
    make_forslag,
    *(decide_forslag,) * 2,
    note_contradiction,
)
ENDING: tuple[Maker, ...] = (complete, cancel)
