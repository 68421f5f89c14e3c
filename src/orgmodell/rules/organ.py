"""Rules of the political organisation, from kommunallagen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from orgmodell.changes import LedamotReleased
from orgmodell.changes.attributes import (
    HOLDS,
    KIND,
    LEADS,
    LEDAMOT,
    LIFE,
    MERGED_INTO,
    NAME,
    NAMND,
    PARENT,
    PART_OF,
    RESPONSIBLE,
    Belonging,
    Leadership,
    OrganSeat,
)
from orgmodell.chronicle import Account
from orgmodell.periods import Period
from orgmodell.rules.base import Finding, first, first_day, itself, rule, second, together
from orgmodell.rules.leadership import cut_short_by_another
from orgmodell.rules.ring import first_ring, way_of
from orgmodell.timeline import Step
from orgmodell.words import Text, with_and


class Called(NamedTuple):
    """What is said of two organ of which there is to be one, and of none."""

    two: Text
    none: Text


SINGLE = {
    "fullmaktige": Called(
        two=Text(sv="två fullmäktige", en="two fullmäktige"),
        none=Text(sv="inget fullmäktige", en="no fullmäktige"),
    ),
    "styrelse": Called(
        two=Text(sv="två styrelser", en="two styrelse"), none=Text(sv="ingen styrelse", en="no styrelse")
    ),
}
BY_FULLMAKTIGE = ("styrelse", "namnd")


def _and_others_of_its_kind(account: Account, key: str) -> Iterator[str]:
    yield key
    for _, _, kind in account.timeline.entries(KIND, key):
        if kind in SINGLE:
            yield from account.organs_ever(kind)


@rule(
    "R01",
    of="organ",
    watches={LIFE: _and_others_of_its_kind},
    reads=(KIND,),
    sv="Det finns precis ett fullmäktige och en styrelse, från den dag då det första inrättas (KL 3:1, 3:3).",
)
def one_fullmaktige_and_one_styrelse(account: Account, organ: str, window: Period) -> Iterator[Finding]:
    """There is exactly one fullmäktige and one styrelse, from the day there is one (KL 3:1, 3:3)."""
    kind = account.organ_kind(organ)
    if kind in SINGLE:
        others = [o for o in account.organs_ever(kind) if o != organ]
        yield from _two_at_once(account, organ, others, SINGLE[kind].two, window)
        yield from _none_left(account, organ, others, SINGLE[kind].none, window)


def _two_at_once(
    account: Account, organ: str, others: list[str], two: Text, window: Period
) -> Iterator[Finding]:
    for other in others:
        both = tuple(sorted((organ, other)))
        for day, facts in together(account, window, *(account.life(o, window) for o in both)):
            which = with_and(both)
            message = Text(
                sv=f"det skulle finnas {two:sv} den {day}: {which:sv}. Upplös ett av organen i samma beslut.",
                en=f"there would be {two:en} on {day}: {which:en}. Dissolve one of them in the same beslut.",
            )
            yield Finding(day, both, message, facts)


def _none_left(
    account: Account, organ: str, others: list[str], none: Text, window: Period
) -> Iterator[Finding]:
    for end in account.gone(organ, window):
        again = [life.start for other in others for life in account.life(other, end.period)]
        without = Period(end.start, min(again, default=None))
        if min(again, default=date.max) > end.start and (day := first_day(without, window)):
            message = Text(
                sv=f"{organ} kan inte upplösas den {end.start}: då finns {none:sv}. "
                "Inrätta efterföljaren i samma beslut.",
                en=f"{organ} cannot be dissolved on {end.start}: there would be {none:en}. "
                "Create its successor in the same beslut.",
            )
            yield Finding(day, (organ,), message, (end.seq,))


def _is_fullmaktige_ever(account: Account, organ: str) -> bool:
    return any(kind == "fullmaktige" for _, _, kind in account.timeline.entries(KIND, organ))


def _and_namnder_of_fullmaktige(account: Account, key: str) -> Iterator[str]:
    yield key
    if _is_fullmaktige_ever(account, key):
        for kind in BY_FULLMAKTIGE:
            yield from account.organs_ever(kind)


@rule(
    "R02",
    of="organ",
    watches={LIFE: _and_namnder_of_fullmaktige, NAME: itself},
    reads=(KIND,),
    sv="En nämnd inrättas, får nytt namn och upplöses bara av fullmäktige (KL 3:4, 5:1, 6:2).",
)
def namnd_is_decided_by_fullmaktige(account: Account, organ: str, window: Period) -> Iterator[Finding]:
    """A nämnd is created, renamed and dissolved only by fullmäktige (KL 3:4, 5:1, 6:2).

    Judged where the beslut says who took it and there was a fullmäktige on that day.
    """
    if account.organ_kind(organ) not in BY_FULLMAKTIGE:
        return
    for step in [*account.steps(LIFE, organ), *account.steps(NAME, organ)]:
        beslut = account.fact(step.seq).beslut
        fullmaktige = _fullmaktige(account, step)
        day = first_day(step.period, window)
        if day is None and beslut.decided in window and window.until is None:
            day = step.start  # the draft says what there was on the day this was decided
        if day and fullmaktige and beslut.decided_by not in (None, *fullmaktige):
            message = Text(
                sv=f"{organ} kan inte inrättas, få nytt namn eller upplösas av {beslut.decided_by} "
                f"(den {step.start}): bara fullmäktige bestämmer vilka nämnder som finns. "
                f"Låt {fullmaktige[0]} besluta det.",
                en=f"{organ} cannot be created, renamed or dissolved by {beslut.decided_by} "
                f"(on {step.start}): only fullmäktige decides which nämnder there are. "
                f"Let {fullmaktige[0]} decide it.",
            )
            yield Finding(day, (organ,), message, (step.seq,))


def _fullmaktige(account: Account, step: Step[object]) -> list[str]:
    decided = account.fact(step.seq).beslut.decided
    return account.organs_on("fullmaktige", decided)


def _and_all_of_fullmaktige(account: Account, key: str) -> Iterator[str]:
    """What fullmäktige may have decided on, when it is in question whether an organ was fullmäktige."""
    yield key
    if _is_fullmaktige_ever(account, key):
        yield from (t for t in account.chronicle.things() if account.type_of(t) in ("enhet", "uppdrag"))


@rule(
    "R28",
    of=("enhet", "uppdrag"),
    watches={LIFE: _and_all_of_fullmaktige, PARENT: itself, RESPONSIBLE: itself},
    reads=(KIND,),
    severity="warning",
    sv="Det som fullmäktige har beslutat ändras av andra bara om det är delegerat (KL 3:9–10 / 5:1–2).",
)
def what_fullmaktige_decided_stands(account: Account, thing: str, window: Period) -> Iterator[Finding]:
    """What fullmäktige decided is changed by others only if it delegated that (KL 3:9–10 / 5:1–2).

    Judged of the existence and the place of an enhet, and of who answers for an uppdrag, where the
    beslut say who took them.
    """
    for attribute in (LIFE, PARENT, RESPONSIBLE):
        for before, step in pairwise(account.steps(attribute, thing)):
            decided, changed = account.fact(before.seq).beslut, account.fact(step.seq).beslut
            fullmaktige = _fullmaktige(account, before)
            others = (None, *fullmaktige, *_fullmaktige(account, step))
            day = first_day(step.period, window)
            if day and decided.decided_by in fullmaktige and changed.decided_by not in others:
                one, other = decided.decided_by, changed.decided_by
                message = Text(
                    sv=f"{thing} vilar på '{decided.id}' ({decided.decided}), beslutat av {one}; "
                    f"{other} ändrar det från {step.start} genom '{changed.id}' ({changed.decided}). "
                    f"Låt {one} besluta det, eller se till att rätten är delegerad.",
                    en=f"{thing} rests on '{decided.id}' ({decided.decided}), decided by {one}; "
                    f"{other} changes it on {step.start} by '{changed.id}' ({changed.decided}). "
                    f"Let {one} decide it, or see to it that the right is delegated.",
                )
                yield Finding(day, (thing,), message, (step.seq, before.seq))


def _wholes(account: Account, organ: str, window: Period) -> Iterator[Step[str]]:
    return account.held(PART_OF, organ, window)


@rule(
    "R05",
    of="organ",
    watches={PART_OF: itself},
    sv="Ett organ är inte del av sig självt, inte heller via andra (logik).",
)
def organ_is_not_part_of_itself(account: Account, organ: str, window: Period) -> Iterator[Finding]:
    """An organ is not part of itself, not through others either (logic)."""
    if ring := first_ring(account, organ, window, _wholes):
        way = way_of(organ, ring)
        message = Text(
            sv=f"{organ} skulle vara del av sig självt: {way}. Rätta part_of.",
            en=f"{organ} would be part of itself: {way}. Correct part_of.",
        )
        yield Finding(ring[-1].start, (organ,), message, tuple(step.seq for step in ring))


@rule(
    "R03",
    of="organ",
    watches={LEDAMOT: first},
    sv="En ledamot lämnar bara genom entledigande eller när mandattiden går ut, inte när en annan går ut.",
)
def ledamot_serves_the_term(account: Account, organ: str, window: Period) -> Iterator[Finding]:
    """A ledamot leaves only by a release or at the end of the term, not by the end of another term."""
    for seat in account.seats_ever(organ):
        for step, cut_short, ended in cut_short_by_another(account, LEDAMOT, seat, LedamotReleased):
            if day := first_day(step.period, window):
                begun = account.fact(cut_short).day
                message = Text(
                    sv=f"mandattiden för {seat.person} i {organ} från {begun} skulle gå ut den {step.start} "
                    f"med en annan. Entlediga {seat.person} dessförinnan, eller välj på nytt från "
                    f"{step.start}.",
                    en=f"the term of {seat.person} in {organ} from {begun} would end on {step.start} with "
                    f"another one. Release {seat.person} before it, or elect again from {step.start}.",
                )
                yield Finding(day, (organ, seat.person), message, (cut_short, ended))


def _leading_posts(account: Account, key: Belonging) -> Iterable[str]:
    return _leading_posts_of_receivers(account, key.enhet)


def _leading_posts_of_receivers(account: Account, key: str) -> Iterator[str]:
    for enhet in account.receivers_ever(key):
        yield from account.leaders_ever(enhet)


def _posts_with_it(account: Account, key: str) -> Iterator[str]:
    """The befattning itself, those that lead the enhet, or those that lead what is under the organ."""
    yield key
    for enhet in (key, *account.placed_under_ever(key)):
        yield from account.leaders_ever(enhet)


def _posts_of_ledamot(account: Account, key: OrganSeat) -> Iterable[str]:
    return account.posts_ever(key.person)


@rule(
    "R23",
    of="befattning",
    watches={
        LIFE: _posts_with_it,
        HOLDS: first,
        LEADS: second,
        NAMND: _leading_posts,
        MERGED_INTO: _leading_posts_of_receivers,
        LEDAMOT: _posts_of_ledamot,
    },
    sv="Chefen för en förvaltning är inte ledamot eller ersättare i dess nämnd (KL 4:6 / 7:3).",
)
def chef_is_not_in_the_namnd(account: Account, befattning: str, window: Period) -> Iterator[Finding]:
    """The chef of a förvaltning is not ledamot or ersättare in its nämnd (KL 4:6 / 7:3)."""
    for held in account.appointments_ever(befattning):
        for enhet in dict.fromkeys(account.led_ever(befattning)):
            for organ in account.namnder_ever(enhet):
                person = held.person
                steps = (
                    account.steps(HOLDS, held, window),
                    account.steps(LEADS, Leadership(enhet, befattning), window),
                    account.namnd_steps(enhet, organ, window),
                    account.steps(LEDAMOT, OrganSeat(organ, person), window),
                )
                living = (befattning, enhet, organ)
                for day, facts in together(account, window, *steps, living=living):
                    message = Text(
                        sv=f"{person} skulle den {day} både sitta i {organ} och, som {befattning}, "
                        f"leda {enhet} under samma nämnd. Entlediga {person} från ett av uppdragen.",
                        en=f"{person} would on {day} both sit in {organ} and, as {befattning}, "
                        f"lead {enhet} under it. Release {person} from one of them.",
                    )
                    yield Finding(day, (befattning, person, organ), message, facts)
