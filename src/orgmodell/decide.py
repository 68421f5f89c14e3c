"""A draft beslut against the chronicle: every violation there is. Pure: nothing is recorded here.

The draft is laid on top of the chronicle as if it were the next record. What its changes assign (and
what the changes it annuls did assign) puts things in question from a day on; the rules that watch those
attributes judge those things, over the whole timeline from that day. The log is not replayed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime

import attrs

from orgmodell.changes import Beslut, BeslutAnnulled, ChangeAnnulled, Recorded
from orgmodell.changes.attributes import LIFE
from orgmodell.chronicle import Account, Chronicle
from orgmodell.identity import did_you_mean
from orgmodell.periods import ALWAYS, Period, one_day
from orgmodell.rules import Rule, references
from orgmodell.timeline import Attribute, Key
from orgmodell.violations import Violation

_NOT_YET = datetime.min.replace(tzinfo=UTC)  # a draft is recorded after everything; nobody reads this


def judge(chronicle: Chronicle, draft: Beslut, rules: Sequence[Rule]) -> tuple[Violation, ...]:
    """Every rule the draft would break, in order of day; empty when it may be recorded.

    Args:
        chronicle: what is recorded; it is not changed.
        draft: the beslut to judge, already checked (`draft.check`).
        rules: the rules in force.
    """
    upon = Chronicle(chronicle)
    upon.record(Recorded(position=chronicle.position + 1, recorded=_NOT_YET, beslut=draft))
    return judge_after(upon, chronicle.position, rules)


def judge_after(upon: Chronicle, position: int, rules: Sequence[Rule]) -> tuple[Violation, ...]:
    """Every rule that the beslut after a position break together, as if they were one beslut.

    Args:
        upon: what is recorded, and the drafts laid upon it.
        position: how many of its beslut are recorded; those after it are judged.
        rules: the rules in force.
    """
    account = upon.account()
    new = range(upon.horizon(position), len(upon))
    annulled = set(_set_aside(upon, new))
    drafts = [record.beslut for record in upon.records(after=position)]
    found = dict.fromkeys(
        [
            *_bad_annulments(upon, new),
            *(v for draft in drafts for v in _of_the_beslut(account, draft)),
            *_missing_references(account, [seq for seq in (*new, *annulled) if account.counts(seq)]),
            *_broken(account, _touched(upon, [*new, *annulled]), rules),
        ]
    )
    explained = (_explained(upon, v, new) for v in found)
    return tuple(sorted(explained, key=lambda v: (v.day, v.change or 0, v.rule)))


def violations_on(account: Account, day: date, rules: Sequence[Rule]) -> tuple[Violation, ...]:
    """Every rule that is broken on a day, over all there is; warnings, in what was recorded."""
    by_type = defaultdict(list)
    for thing in account.chronicle.things():
        if (kind := account.value(LIFE, thing, day)) is not None:
            by_type[kind].append(thing)
    return tuple(dict.fromkeys(_found(account, by_type, one_day(day), rules)))


def violations_ever(account: Account, rules: Sequence[Rule]) -> tuple[Violation, ...]:
    """Every rule that is broken on any day, each once with its first day, in order of day."""
    by_type = defaultdict(list)
    for thing in account.chronicle.things():
        if (kind := account.type_of(thing)) is not None:
            by_type[kind].append(thing)
    records = account.chronicle.records()
    deciders = (v for r in records if _is_seen(account, r) for v in _of_the_beslut(account, r.beslut))
    found = dict.fromkeys([*deciders, *_found(account, by_type, ALWAYS, rules)])
    return tuple(sorted(found, key=lambda v: v.day))


def _is_seen(account: Account, recorded: Recorded) -> bool:
    return any(account.counts(seq) for seq in account.chronicle.facts_of(recorded.beslut.id))


def _found(
    account: Account, by_type: Mapping[str, Sequence[str]], window: Period, rules: Sequence[Rule]
) -> Iterator[Violation]:
    for each in rules:
        for kind in each.of:
            for thing in by_type.get(kind, ()):
                yield from each.violations(account, thing, window)


def _touched(upon: Chronicle, facts: Iterable[int]) -> dict[tuple[Attribute, Key], date]:
    """What the facts assign, and the first day they assign it for."""
    touched: dict[tuple[Attribute, Key], date] = {}
    for seq in facts:
        fact = upon.fact(seq)
        for attribute, key, day, _ in fact.change.assigns(fact.day):
            earlier = touched.get((attribute, key), day)
            touched[attribute, key] = min(earlier, day)
    return touched


def _broken(
    account: Account, touched: dict[tuple[Attribute, Key], date], rules: Sequence[Rule]
) -> Iterator[Violation]:
    questions: dict[tuple[Rule, str], date] = {}
    for (attribute, key), day in touched.items():
        for each in rules:
            subjects = each.watches.get(attribute)
            for thing in subjects(account, key) if subjects else ():
                earlier = questions.get((each, thing), day)
                questions[each, thing] = min(earlier, day)
    for (each, thing), day in questions.items():
        kind = account.type_of(thing)
        if kind is None or kind in each.of:  # a thing whose creation is annulled may still be named
            yield from each.violations(account, thing, Period(day))


def _missing_references(account: Account, facts: Iterable[int]) -> Iterator[Violation]:
    """What new facts, and those that count again, name and that is not there."""
    for seq in facts:
        for day, things, message, grounds in references(account, seq):
            yield Violation("R08", "error", day, things, message, grounds)


def _of_the_beslut(account: Account, beslut: Beslut) -> Iterator[Violation]:
    """What is wrong with how a beslut was taken, whatever it changes."""
    yield from _unknown_decider(account, beslut)
    yield from _prepared_too_late(beslut)


def _prepared_too_late(beslut: Beslut) -> Iterator[Violation]:
    """It is negotiated, and its risks are assessed, before it is taken (MBL 11 §, AFS 2001:1 8 §)."""
    late = {
        "negotiated (MBL 11 §)": beslut.forhandlad,
        "assessed for risks (AFS 2001:1 8 §)": beslut.riskbedomd,
    }
    for what, day in late.items():
        if day is not None and day > beslut.decided:
            message = (
                f"'{beslut.id}' is taken on {beslut.decided} and {what} on {day}: that comes first. "
                "Correct the day, or take the beslut anew."
            )
            yield Violation("R29", "warning", beslut.decided, (beslut.id,), message)


def _unknown_decider(account: Account, beslut: Beslut) -> Iterator[Violation]:
    """Who took a beslut is an organ or befattning on record, in an organisation that has a fullmäktige."""
    took, deciders = beslut.decided_by, ("organ", "befattning")
    if took is None or account.type_of(took) in deciders or not any(account.organs_ever("fullmaktige")):
        return
    near = did_you_mean(took, (t for t in account.chronicle.things() if account.type_of(t) in deciders))
    message = f"'{took}', who is said to have taken the beslut, is no organ or befattning on record{near}"
    yield Violation("R27", "warning", beslut.decided, (took,), message)


def _set_aside(upon: Chronicle, facts: Iterable[int]) -> Iterator[int]:
    """The facts these annul; and where those annul others, these too, for they count again."""
    for seq in facts:
        targets = upon.annulled_by(upon.fact(seq).change)
        yield from targets
        yield from _set_aside(upon, targets)


def _bad_annulments(upon: Chronicle, new: Iterable[int]) -> Iterator[Violation]:
    """What is annulled must be on the log, and count."""
    for seq in new:
        fact = upon.fact(seq)
        if not isinstance(fact.change, BeslutAnnulled | ChangeAnnulled):
            continue
        before = fact.record.position - 1
        beslut, account = fact.change.beslut, upon.account(recorded=before)
        target, facts = upon.find(beslut), upon.annulled_by(fact.change)
        if target is None or target.position > before:
            near = did_you_mean(beslut, (b for b in upon.beslut_ids() if b != fact.beslut.id))
            message = f"there is no recorded beslut '{beslut}' to annul{near}"
        elif not facts:
            message = f"beslut '{beslut}' has no such change to annul; count from 1."
        elif not any(account.counts(f) for f in facts):
            message = f"what is to be annulled of beslut '{beslut}' is annulled already."
        else:
            continue
        yield Violation("ANNUL", "error", fact.day, (beslut,), message, (seq,))


def _explained(upon: Chronicle, violation: Violation, new: range) -> Violation:
    """Which change of the draft is the cause, and which recorded beslut are in the way."""
    mine = [f for f in violation.facts if f in new]
    cause = upon.fact(max(mine)).number if mine else None
    others = (upon.fact(f).beslut.id for f in violation.facts if f not in new)
    return attrs.evolve(violation, change=cause, beslut=tuple(dict.fromkeys(others)))
