"""A draft beslut against the chronicle: every violation there is. Pure: nothing is recorded here.

The draft is laid on top of the chronicle as if it were the next record. What its changes assign (and
what the changes it annuls did assign) puts things in question from a day on; the rules that watch those
attributes judge those things, over the whole timeline from that day. The log is not replayed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from operator import attrgetter

import attrs

from orgmodell.changes import Beslut, Recorded
from orgmodell.chronicle import Account, Chronicle
from orgmodell.periods import ALWAYS, Period, one_day
from orgmodell.rules import NOT_YET, Rule, RuleOfBeslut, RuleOfThings, in_force
from orgmodell.timeline import Said
from orgmodell.violations import Violation


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
        upon.record(Recorded(position=number, recorded=NOT_YET, beslut=draft))
    return judge_after(upon, position, rules)


def judge_after(upon: Chronicle, position: int, rules: Sequence[Rule]) -> tuple[Violation, ...]:
    """Every rule that the beslut after a position break together, as if they were one beslut.

    Args:
        upon: what is recorded, and the drafts laid upon it.
        position: how many of its beslut are recorded; those after it are judged.
        rules: the rules in force.
    """
    account, new = upon.account(), range(upon.horizon(position), len(upon))
    annulled = set(_set_aside(upon, new))
    facts, asked = [*new, *annulled], in_force(rules)
    of_things = _of_things(asked)
    found = dict.fromkeys(
        [
            *_said(account, facts, of_things),
            *_broken(upon, position, _touched(upon, facts), of_things),
        ]
    )
    taken = _of_beslut(account, _that_begin_to_count(upon, position, annulled), asked)
    explained = [
        *(_on_the_first(upon, record, _explained(upon, v, new)) for record, v in taken),
        *(_explained(upon, v, new) for v in found),
    ]
    return tuple(sorted(explained, key=lambda v: (v.day, v.change or 0, v.rule)))


def violations_on(account: Account, day: date, rules: Sequence[Rule]) -> tuple[Violation, ...]:
    """Every rule that is broken on a day, also by what has ended; by a beslut itself, on the day of it."""
    asked = in_force(rules)
    said = (record for record in _counting(account) if day in _days_of(record.beslut))
    of_beslut = (_on_the_first(account.chronicle, *each) for each in _of_beslut(account, said, asked))
    of_things = _found(account, one_day(day), _of_things(asked))
    return tuple(dict.fromkeys([*(v for v in of_beslut if v.day == day), *of_things]))


def violations_ever(account: Account, rules: Sequence[Rule]) -> tuple[Violation, ...]:
    """Every rule that is broken on any day, of each thing once with the first day, in order of day."""
    asked = in_force(rules)
    return at_first([*violations_of_beslut(account, asked), *_found(account, ALWAYS, _of_things(asked))])


def violations_of_beslut(account: Account, rules: Iterable[Rule]) -> Iterator[Violation]:
    """What is wrong with the beslut that count themselves, by those of the rules that judge beslut."""
    taken = _of_beslut(account, _counting(account), rules)
    return (_on_the_first(account.chronicle, *each) for each in taken)


def at_first(violations: Iterable[Violation]) -> tuple[Violation, ...]:
    """Of what is broken by each thing only what is so on the first day, in order of day."""
    found: dict[tuple[str, tuple[str, ...]], list[Violation]] = {}
    for each in sorted(dict.fromkeys(violations), key=attrgetter("day")):
        same = found.setdefault(each.broken, [])
        if not same or same[0].day == each.day:
            same.append(each)
    return tuple(sorted((v for same in found.values() for v in same), key=attrgetter("day")))


def _of_things(rules: Iterable[Rule]) -> list[RuleOfThings]:
    return [each for each in rules if isinstance(each, RuleOfThings)]


def _of_beslut(
    account: Account, records: Iterable[Recorded], rules: Iterable[Rule]
) -> Iterator[tuple[Recorded, Violation]]:
    """What is wrong with beslut themselves, whatever they change."""
    asked = [each for each in rules if isinstance(each, RuleOfBeslut)]
    for record in records:
        for each in asked:
            for violation in each.violations(account, record):
                yield record, violation


def _on_the_first(chronicle: Chronicle, record: Recorded, violation: Violation) -> Violation:
    """What is wrong with a beslut as a whole, on the first of its facts."""
    if violation.facts:
        return violation
    return attrs.evolve(violation, facts=tuple(chronicle.facts_in(record)[:1]))


def _counting(account: Account) -> Iterator[Recorded]:
    return (record for record in account.records() if _counts(account, record))


def _counts(account: Account, record: Recorded) -> bool:
    """Whether anything of a beslut counts, or it changes nothing."""
    facts = account.chronicle.facts_in(record)
    return not facts or any(map(account.counts, facts))


def _that_begin_to_count(upon: Chronicle, position: int, annulled: Iterable[int]) -> Iterator[Recorded]:
    """The beslut after a position, and those that count again."""
    account, before = upon.account(), upon.account(recorded=position)
    again = (upon.fact(seq).record for seq in annulled)
    touched = {record.position: record for record in (*again, *upon.records(after=position))}
    for record in touched.values():
        counted = record.position <= position and _counts(before, record)
        if _counts(account, record) and not counted:
            yield record


def _days_of(beslut: Beslut) -> set[date]:
    return {beslut.decided, *map(beslut.day_of, beslut.changes)}


def _found(account: Account, window: Period, rules: Sequence[RuleOfThings]) -> Iterator[Violation]:
    by_type = defaultdict(list)
    for thing in dict.fromkeys([*account.chronicle.things(), *account.chronicle.named()]):
        by_type[account.type_of(thing)].append(thing)
    for each in rules:
        for kind in each.of:
            for thing in by_type.get(kind, ()):
                yield from each.violations(account, thing, window)


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
    upon: Chronicle, position: int, touched: dict[Said, date], rules: Sequence[RuleOfThings]
) -> Iterator[Violation]:
    """What is broken of what is touched, and was not broken before."""
    account, before = upon.account(), upon.account(recorded=position)
    for (each, thing), day in _questions(account, touched, rules).items():
        if account.type_of(thing) not in each.of:
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
    account: Account, touched: dict[Said, date], rules: Sequence[RuleOfThings]
) -> dict[tuple[RuleOfThings, str], date]:
    """Which rules are asked about which things, and from which day."""
    questions: dict[tuple[RuleOfThings, str], date] = {}
    for (attribute, key), day in touched.items():
        for each in rules:
            subjects = each.watches.get(attribute)
            for thing in subjects(account, key) if subjects else ():
                earlier = questions.get((each, thing), day)
                questions[each, thing] = min(earlier, day)
    return questions


def _said(account: Account, facts: Iterable[int], rules: Sequence[RuleOfThings]) -> Iterator[Violation]:
    """What is wrong with what new facts, and those that count again, say by themselves."""
    for seq in filter(account.counts, facts):
        for each in rules:
            yield from each.violations_of_fact(account, seq)


def _set_aside(upon: Chronicle, facts: Iterable[int]) -> Iterator[int]:
    """The facts these annul; and where those annul others, these too, for they count again."""
    for seq in facts:
        targets = upon.annulled_by(upon.fact(seq).change)
        yield from targets
        yield from _set_aside(upon, targets)


def _explained(upon: Chronicle, violation: Violation, new: range) -> Violation:
    """Which change of the draft is the cause, and which recorded beslut are in the way."""
    mine = [f for f in violation.facts if f in new]
    cause = upon.fact(max(mine)).number if mine else None
    others = (upon.fact(f).beslut.id for f in violation.facts if f not in new)
    return attrs.evolve(violation, change=cause, beslut=tuple(dict.fromkeys(others)))
