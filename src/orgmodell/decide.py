"""A draft beslut against the chronicle: every violation there is. Pure: nothing is recorded here.

The draft is laid on top of the chronicle as if it were the next record. What its changes assign (and
what the changes it annuls did assign) puts things in question from a day on; the rules that watch those
attributes judge those things, over the whole timeline from that day. The log is not replayed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from operator import attrgetter

import attrs

from orgmodell.changes import Beslut, BeslutAnnulled, ChangeAnnulled, Recorded
from orgmodell.chronicle import Account, Chronicle
from orgmodell.identity import did_you_mean
from orgmodell.periods import ALWAYS, Period, one_day
from orgmodell.rules import STILL_HOLDS, Rule, in_force, is_chosen, references, things_exist_when_named
from orgmodell.rules.days import days_far_away
from orgmodell.timeline import Said
from orgmodell.violations import Violation

_NOT_YET = datetime.min.replace(tzinfo=UTC)  # a draft is recorded after everything; nobody reads this


def judge(chronicle: Chronicle, draft: Beslut, rules: Sequence[Rule]) -> tuple[Violation, ...]:
    """Every rule the draft would break, in order of day; empty when it may be recorded.

    Args:
        chronicle: what is recorded; it is not changed.
        draft: the beslut to judge, already checked (`draft.check`).
        rules: the rules in force.
    """
    return judge_together(chronicle, [draft], rules)


def judge_together(
    chronicle: Chronicle, drafts: Iterable[Beslut], rules: Sequence[Rule]
) -> tuple[Violation, ...]:
    """Every rule that drafts would break if they were recorded one after another, as if they were one."""
    upon = Chronicle(chronicle)
    position = upon.position  # what it stands on may grow meanwhile
    for number, draft in enumerate(drafts, position + 1):
        upon.record(Recorded(position=number, recorded=_NOT_YET, beslut=draft))
    return judge_after(upon, position, rules)


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
    found = dict.fromkeys(
        [
            *_bad_annulments(upon, new),
            *_missing_references(account, [*new, *annulled], rules),
            *_broken(upon, position, _touched(upon, [*new, *annulled]), in_force(rules)),
        ]
    )
    drafts = (v for record in upon.records(after=position) for v in _of_the_beslut(account, record.beslut))
    explained = [*drafts, *(_explained(upon, v, new) for v in found)]
    return tuple(sorted(explained, key=lambda v: (v.day, v.change or 0, v.rule)))


def violations_on(account: Account, day: date, rules: Sequence[Rule]) -> tuple[Violation, ...]:
    """Every rule that is broken on a day, also by what has ended; by a beslut itself, on the day of it."""
    taken = (beslut for beslut in _counting(account) if beslut.decided == day)
    of_them = (violation for beslut in taken for violation in _of_the_beslut(account, beslut))
    return tuple(dict.fromkeys([*of_them, *_found(account, one_day(day), rules)]))


def violations_ever(account: Account, rules: Sequence[Rule]) -> tuple[Violation, ...]:
    """Every rule that is broken on any day, of each thing once with the first day, in order of day."""
    of_beslut = (v for beslut in _counting(account) for v in _of_the_beslut(account, beslut))
    return at_first([*_repeated_ids(account), *of_beslut, *_found(account, ALWAYS, rules)])


def at_first(violations: Iterable[Violation]) -> tuple[Violation, ...]:
    """Of what is broken by each thing only what is so on the first day, in order of day."""
    found: dict[tuple[str, tuple[str, ...]], list[Violation]] = {}
    for each in sorted(dict.fromkeys(violations), key=attrgetter("day")):
        same = found.setdefault(each.broken, [])
        if not same or same[0].day == each.day:
            same.append(each)
    return tuple(sorted((v for same in found.values() for v in same), key=attrgetter("day")))


def _repeated_ids(account: Account) -> Iterator[Violation]:
    """A beslut whose id was taken: orgmodell records none, but a log may have been written by others."""
    first: dict[str, int] = {}
    for position, beslut in ((r.position, r.beslut) for r in account.records()):
        before = first.setdefault(beslut.id, position)
        if before != position:
            message = (
                f"beslut '{beslut.id}' stands on the log twice, at positions {before} and {position}, and "
                "both count; to annul it reaches only the first. See 'orgmodell log', and set right with "
                "a new beslut what the other one says."
            )
            yield Violation("ID", "error", beslut.decided, (beslut.id,), message)


def _counting(account: Account) -> Iterator[Beslut]:
    """The beslut of which anything counts, or that change nothing."""
    for record in account.records():
        facts = account.chronicle.facts_of(record.beslut.id)
        if not facts or any(map(account.counts, facts)):
            yield record.beslut


def _found(account: Account, window: Period, rules: Sequence[Rule]) -> Iterator[Violation]:
    by_type = defaultdict(list)
    for thing in account.chronicle.things():
        if (kind := account.type_of(thing)) is not None:
            by_type[kind].append(thing)
    for each in in_force(rules):
        for kind in each.of:
            for thing in by_type.get(kind, ()):
                yield from each.violations(account, thing, window)
    yield from _naming_what_never_was(account, window)


def _naming_what_never_was(account: Account, window: Period) -> Iterator[Violation]:
    """What is said of things that nothing ever began; only another program can have recorded it."""
    for thing in account.chronicle.named():
        if account.type_of(thing) is None:
            yield from things_exist_when_named.violations(account, thing, window)


def _touched(upon: Chronicle, facts: Iterable[int]) -> dict[Said, date]:
    """What the facts assign, and the first day they assign it for."""
    touched: dict[Said, date] = {}
    for seq in facts:
        fact = upon.fact(seq)
        for attribute, key, day, _ in fact.change.assigns(fact.day):
            earlier = touched.get((attribute, key), day)
            touched[attribute, key] = min(earlier, day)
    return touched


def _broken(
    upon: Chronicle, position: int, touched: dict[Said, date], rules: Sequence[Rule]
) -> Iterator[Violation]:
    """What is broken of what is touched, and was not broken before."""
    account, before = upon.account(), upon.account(recorded=position)
    for (each, thing), day in _questions(account, touched, rules).items():
        kind = account.type_of(thing)
        if kind is not None and kind not in each.of:  # one whose creation is annulled may still be named
            continue
        already: dict[date, set[Violation]] = {}  # what was broken before, on each day asked about
        for violation in each.violations(account, thing, Period(day)):
            on = violation.day
            if on not in already:
                was = before.type_of(thing) in each.of  # a draft may give an id that names something else
                already[on] = set(each.violations(before, thing, one_day(on)) if was else ())
            if violation not in already[on]:
                yield violation


def _questions(
    account: Account, touched: dict[Said, date], rules: Sequence[Rule]
) -> dict[tuple[Rule, str], date]:
    """Which rules are asked about which things, and from which day."""
    questions: dict[tuple[Rule, str], date] = {}
    for (attribute, key), day in touched.items():
        for each in rules:
            subjects = each.watches.get(attribute)
            for thing in subjects(account, key) if subjects else ():
                earlier = questions.get((each, thing), day)
                questions[each, thing] = min(earlier, day)
    return questions


def _missing_references(account: Account, facts: Iterable[int], rules: Sequence[Rule]) -> Iterator[Violation]:
    """What new facts, and those that count again, name and that is not there."""
    still = "" if is_chosen(things_exist_when_named, rules) else f" {STILL_HOLDS}"
    for seq in filter(account.counts, facts):
        for day, things, message, grounds in references(account, seq):
            yield Violation("R08", "error", day, things, message + still, grounds)


def _of_the_beslut(account: Account, beslut: Beslut) -> Iterator[Violation]:
    """What is wrong with how a beslut was taken, whatever it changes."""
    first = tuple(account.chronicle.facts_of(beslut.id)[:1])
    found = [*_unknown_decider(account, beslut), *_prepared_too_late(beslut)]
    if (record := account.chronicle.find(beslut.id)) is not None:
        found += days_far_away(record)
    yield from (attrs.evolve(violation, facts=first) for violation in found)


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
