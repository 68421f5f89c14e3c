"""Policies: rules a kommun chooses. A threshold is a value given when the rule is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from orgmodell.changes.attributes import (
    LEADS,
    LIFE,
    MERGED_INTO,
    NAMND,
    PARENT,
    PLACEMENT,
    ROLL,
    Belonging,
    Leadership,
    RollOf,
)
from orgmodell.changes.enheter import HEADCOUNT
from orgmodell.chronicle import Account
from orgmodell.periods import Period
from orgmodell.rules.base import (
    Finding,
    Rule,
    Watches,
    first_day,
    held_together,
    itself,
    rule,
    second,
    subject,
)
from orgmodell.rules.line import chefer_in_line
from orgmodell.view import View, first_answer
from orgmodell.violations import Severity
from orgmodell.words import Text, terms, with_and


def kontrollspann_at_most(limit: int = 30, severity: Severity = "warning") -> Rule:
    """A rule that no chef has more than ``limit`` medarbetare in an enhet nobody else leads part of.

    The default is the state inquiry's target of at most 30 medarbetare per first-line chef.
    """

    def judge(account: Account, enhet: str, window: Period) -> Iterator[Finding]:
        """A first-line chef has no more medarbetare than the kommun's riktmärke."""
        stated = [
            step for step in account.held(HEADCOUNT, enhet, window) if (step.value.medarbetare or 0) > limit
        ]
        for befattning in dict.fromkeys(account.leaders_ever(enhet)):
            leads = account.steps(LEADS, Leadership(enhet, befattning), window)
            things = (enhet, befattning)
            for begun, until, facts in held_together(account, window, stated, leads, living=things):
                found = first_answer(account, Period(begun, until), partial(_has_no_chefer_under, enhet))
                if found is not None:
                    count = account.certain(HEADCOUNT, enhet, found.start).medarbetare
                    message = Text(
                        sv=f"{befattning} leder {count} medarbetare i {enhet} den {found.start}, över "
                        f"riktmärket på {limit}. Dela enheten, eller ändra riktmärket.",
                        en=f"{befattning} leads {count} medarbetare in {enhet} on {found.start}, over the "
                        f"riktmärke of {limit}. Divide the enhet, or change the riktmärke.",
                    )
                    yield Finding(found.start, things, message, facts)

    watches: Watches = {
        HEADCOUNT: itself,
        LEADS: _enhet_and_over,
        PARENT: _it_and_over,
        MERGED_INTO: _receivers_and_over,
        LIFE: _it_and_over,
    }
    sv = "En första linjens chef har inte fler medarbetare än kommunens riktmärke."
    return rule("KONTROLLSPANN", of="enhet", watches=watches, severity=severity, sv=sv)(judge)


def negotiated_first(severity: Severity = "warning") -> Rule:
    """A rule that a beslut which creates, moves or ends enheter says how it was prepared.

    It is to say when it was negotiated and when its risks were assessed. That those days come before
    the beslut is R29.
    """

    def judge(account: Account, enhet: str, window: Period) -> Iterator[Finding]:
        """A reorganisation is negotiated, and its risks are assessed (MBL 11 §, AFS 2001:1 8 §)."""
        for step in [*account.steps(LIFE, enhet, window), *account.steps(PARENT, enhet, window)]:
            beslut = account.fact(step.seq).beslut
            day = first_day(step.period, window)
            if day and (beslut.forhandlad is None or beslut.riskbedomd is None):
                lacks = "forhandlad" if beslut.forhandlad is None else "riskbedomd"
                message = Text(
                    sv=f"'{beslut.id}' ändrar {enhet} den {step.start}, och inget säger att det har "
                    f"förberetts. Ange {lacks}.",
                    en=f"'{beslut.id}' changes {enhet} on {step.start}, and nothing says that it was "
                    f"prepared. State {lacks}.",
                )
                yield Finding(day, (enhet,), message, (step.seq,))

    watches: Watches = {LIFE: itself, PARENT: itself}
    sv = "En omorganisation förhandlas, och dess risker bedöms (MBL 11 §, AFS 2001:1 8 §)."
    return rule("FORBEREDD", of="enhet", watches=watches, severity=severity, sv=sv)(judge)


def sides_kept_apart(severity: Severity = "warning") -> Rule:
    """A rule that no chef below förvaltningschefen answers for both beställare and utförare (R30).

    For a kommun with a beställar- och utförarmodell. A förvaltningschef leads an enhet that is itself
    placed under a nämnd; whoever leads the topmost enhet is above.
    """

    def judge(account: Account, befattning: str, window: Period) -> Iterator[Finding]:
        """Beställare and utförare are not led by one befattning below förvaltningschefen."""
        for life in account.life(befattning):
            found = first_answer(account, life.period.overlap(window), partial(_mixed, befattning))
            if found is not None:
                message = Text(
                    sv=f"{befattning} leder både {found.answer:sv} den {found.start}. "
                    "Dela upp det som den leder, eller avsluta en av rollerna.",
                    en=f"{befattning} leads both {found.answer:en} on {found.start}. "
                    "Divide what it leads, or end one of the roles.",
                )
                yield Finding(found.start, (befattning,), message, ())
                return

    watches: Watches = {
        ROLL: _in_line_with,
        PARENT: _in_line_with,
        NAMND: _in_line_with,
        MERGED_INTO: _in_line_with,
        LEADS: second,
        LIFE: _in_line_with_enhet_or_organ,
    }
    reads = (PLACEMENT,)  # where it is placed counts for who leads nothing
    sv = "Beställare och utförare leds inte av samma befattning under förvaltningschefen."
    return rule("R30", of="befattning", watches=watches, reads=reads, severity=severity, sv=sv)(judge)


def _has_no_chefer_under(enhet: str, view: View) -> bool:
    return not view.account.has_chefer_under(enhet, view.day)


def _it_and_over(account: Account, key: str) -> Iterator[str]:
    """An enhet, or those a befattning may lead, and the enheter right over them."""
    for enhet in (key, *account.led_ever(key)):
        yield enhet
        yield from account.parents_ever(enhet)


def _receivers_and_over(account: Account, key: str) -> Iterator[str]:
    for enhet in account.receivers_ever(key):
        yield from _it_and_over(account, enhet)


def _enhet_and_over(account: Account, key: Leadership) -> Iterator[str]:
    return _it_and_over(account, key.enhet)


def _in_line_with(account: Account, key: str | Belonging | RollOf) -> Iterable[str]:
    """Whoever may lead the enhet, or any that may be over it or under it."""
    return chefer_in_line(account, *subject(account, key))


def _in_line_with_enhet_or_organ(account: Account, key: str) -> Iterable[str]:
    return chefer_in_line(account, key, *account.placed_under_ever(key))


def _mixed(befattning: str, view: View) -> Text | None:
    """The sides that a chef below förvaltningschefen leads, in words, if they are both."""
    led = view.leads(befattning) if view.is_befattning(befattning) else ()  # its id may be given twice
    if not led or any(view.namnder_of(enhet) or view.parent(enhet) is None for enhet in led):
        return None
    sides = view.sides(befattning)
    return with_and(_side(each, by) for each, by in sides.items()) if len(sides) > 1 else None


def _side(side: str, by: Iterable[str]) -> Text:
    which = ", ".join(by)
    return Text(sv=f"{terms.word(side):sv} ({which})", en=f"{side} ({which})")
