"""Rules of the line: enheter are a tree, and nobody reports to themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from orgmodell.changes.attributes import (
    LEADS,
    LIFE,
    MERGED_INTO,
    PARENT,
    PERSONALANSVAR,
    PLACEMENT,
    REPORTS_TO,
    Leadership,
)
from orgmodell.chronicle import Account
from orgmodell.periods import Period
from orgmodell.rules.base import Finding, itself, rule
from orgmodell.rules.ring import first_ring, way_of, way_to
from orgmodell.timeline import Step
from orgmodell.view import Answered, View, first_answer
from orgmodell.words import Text


def chefer_in_line(account: Account, *enheter: str) -> Iterable[str]:
    """Whoever may lead enheter, what they were merged into, or any that may be over or under these."""
    received = [each for enhet in enheter for each in account.receivers_ever(enhet)]
    over = (each for enhet in received for each in account.over_ever(enhet))
    in_line = dict.fromkeys([*account.under_ever(received), *over])
    return dict.fromkeys(leader for enhet in in_line for leader in account.leaders_ever(enhet))


def _children(account: Account, key: str) -> Iterable[str]:
    return account.children_ever(key)


@rule(
    "R05",
    of="enhet",
    watches={PARENT: itself, LIFE: itself, MERGED_INTO: _children},
    sv="Linjen är ett träd: ingen enhet ligger under sig själv någon dag (praxis).",
)
def line_is_a_tree(account: Account, enhet: str, window: Period) -> Iterator[Finding]:
    """The line is a tree: no enhet is under itself on any day (practice)."""
    if ring := first_ring(account, enhet, window, _steps_up):
        day, way = ring[-1].start, way_of(enhet, ring)
        message = Text(
            sv=f"{enhet} skulle ligga under sig själv den {day}: {way}. "
            "Flytta någon av dem till en annan plats i samma beslut, eller välj en annan dag.",
            en=f"{enhet} would be under itself on {day}: {way}. "
            "Move one of them elsewhere in the same beslut, or choose another day.",
        )
        yield Finding(day, (enhet,), message, tuple(step.seq for step in ring))


def _steps_up(account: Account, enhet: str, window: Period) -> Iterator[Step[str]]:
    """The enheter above an enhet, each for the days on which both exist."""
    return _while_both_live(account, enhet, account.enhet_steps(PARENT, enhet, window))


def _chefer_over(account: Account, enheter: Iterable[str]) -> Iterable[str]:
    """Whoever may lead enheter, or any that they may be under, if anybody reports by decision.

    Else everybody reports by the line, which is a tree.
    """
    return account.chefer_over_ever(*enheter) if account.timeline.is_said(REPORTS_TO) else ()


def _leader_and_over(account: Account, key: Leadership) -> Iterator[str]:
    yield key.befattning
    yield from _chefer_over(account, [key.enhet])


def _chefer_over_it(account: Account, key: str) -> Iterator[str]:
    yield from _chefer_over(account, account.receivers_ever(key))


def _itself_and_chefer_over(account: Account, key: str) -> Iterator[str]:
    """A befattning itself, and whoever may lead what is over an enhet or over what a befattning leads."""
    yield key
    yield from _chefer_over(account, (key, *account.led_ever(key)))


@rule(
    "R05",
    of="befattning",
    watches={
        REPORTS_TO: itself,
        PLACEMENT: itself,
        LEADS: _leader_and_over,
        PARENT: _chefer_over_it,
        MERGED_INTO: _chefer_over_it,
        LIFE: _itself_and_chefer_over,
    },
    reads=(PERSONALANSVAR,),
    sv="Ingen befattning rapporterar till sig själv: varken genom beslut eller via andra eller linjen "
    "(praxis).",
)
def nobody_reports_to_themselves(account: Account, befattning: str, window: Period) -> Iterator[Finding]:
    """No befattning reports to itself: not by decision, nor by way of others or of the line (practice)."""
    if not account.timeline.is_said(REPORTS_TO):
        return
    for life in account.life(befattning):
        found = first_answer(account, life.period.overlap(window), partial(_way_round, befattning))
        if found is not None:
            way = " → ".join(found.answer)
            message = Text(
                sv=f"{befattning} skulle rapportera till sig själv den {found.start}: {way}. "
                "Låt någon av dem rapportera till en annan, eller följa linjen (to: null).",
                en=f"{befattning} would report to itself on {found.start}: {way}. "
                "Let one of them report to another, or follow the line (to: null).",
            )
            yield Finding(found.start, (befattning,), message, _by_decision(account, found))
            return


def _way_round(befattning: str, view: View) -> list[str]:
    """A way up from a befattning that comes back to it; nothing when none does."""
    if not view.is_befattning(befattning):
        return []  # its id is given twice, to different things
    came_from: dict[str, str | None] = {befattning: None}
    waiting = [befattning]
    for each in waiting:
        for over in view.next_over(each):
            if over == befattning:
                return [*way_to(came_from, each), befattning]
            if over not in came_from:
                came_from[over] = each
                waiting.append(over)
    return []


def _by_decision(account: Account, found: Answered[list[str]]) -> tuple[int, ...]:
    """The facts by which those on the way report to another."""
    entries = (account.entry(REPORTS_TO, each, found.start) for each in dict.fromkeys(found.answer))
    return tuple(entry[1] for entry in entries if entry is not None and entry[2] is not None)


def _while_both_live(account: Account, thing: str, steps: Iterable[Step[str | None]]) -> Iterator[Step[str]]:
    for step in steps:
        if step.value is not None:
            for both in account.while_both_live(step, thing, step.value):
                if both.start is not None:
                    yield Step(both.start, both.until, step.value, step.seq)
