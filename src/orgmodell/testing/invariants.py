"""Invariants: what is to be so on every day, as values that a test holds an organisation to.

>>> from orgmodell.testing import assert_invariants, given, one_chef_per_enhet
>>> kommun = given('''
... beslut: KF 2014 § 12
... decided: 2014-03-01
... effective: 2015-01-01
... changes:
...   - create_enhet: {enhet: soc, name: Socialförvaltningen, kind: förvaltning}
... ---
... beslut: KF 2014 § 13
... decided: 2014-03-01
... effective: 2015-07-01
... changes:
...   - create_befattning: {befattning: socialchef, title: Socialchef, enhet: soc, leads: [soc]}
... ''').organisation
>>> assert_invariants(kommun, [one_chef_per_enhet])
Traceback (most recent call last):
orgmodell.testing.invariants.InvariantsBroken: 1 invariant is broken; checked 4 days, 2015-01-01 – 2022-07-01:
Every enhet has exactly one chef.
  Socialförvaltningen (soc), from 2015-01-01 to 2015-06-30: no befattning leads it
    because: beslut 'KF 2014 § 12', create_enhet on 2015-01-01
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import overload

import attrs

from orgmodell.changes import Fact, things_named_by
from orgmodell.changes.attributes import LIFE
from orgmodell.chronicle import Account
from orgmodell.decide import violations_of_beslut
from orgmodell.law import laws
from orgmodell.ledger import Place
from orgmodell.organisation import OrganisationView, ReadableOrganisation
from orgmodell.organisation.days import several
from orgmodell.periods import ONE_DAY, Period, one_day
from orgmodell.projections.taking_effect import TakingEffect
from orgmodell.rules import Rule, RuleOfBeslut, RuleOfThings
from orgmodell.testing.notso import NotSo
from orgmodell.words import Text, either, joined, same
from orgmodell.words import testing as words

Breaks = Callable[[OrganisationView], Iterable[str | tuple[str, Text | str]]]
FEW = 3  # of the changes that brought something about are shown


@attrs.frozen(eq=False)
class Invariant:
    """Something that is to be so on every day.

    Attributes:
        name: what is to be so, in words; in Swedish and English, or one text for both.
        breaks: given the organisation on a day, the ids of the things that break it; or (id, in which way).
    """

    name: Text = attrs.field(converter=either)
    breaks: Breaks


@attrs.frozen(kw_only=True)
class Broken:
    """An invariant that is broken by a thing on days that follow each other, among those checked.

    Attributes:
        invariant: what is broken: a rule's id and sentence, or the name of an invariant.
        rule: the rule's id; None of an `Invariant`.
        things: the ids it is about, the main one first.
        name: what the main one is called on the first of the days.
        says: in which way it is broken on the first of the days; None when that is not told.
        first: the first of the days.
        last: the last of them; None when nothing that is recorded ends it.
        facts: what brought it about: the changes that took effect on the first day, or the last before it.
        places: where in beslutsfiler they stand; None for each that was not read from one.
    """

    invariant: Text
    rule: str | None
    things: tuple[str, ...]
    name: str
    says: Text | None
    first: date
    last: date | None
    facts: tuple[Fact, ...]
    places: tuple[Place | None, ...]

    @property
    def whole(self) -> Text:
        """All there is to say of it but what the invariant is: a line, and one for each of the changes."""
        thing = self.things[0]
        named = thing if self.name == thing else f"{self.name} ({thing})"
        way = ": " + self.says if self.says else same("")
        said = f"{named}, " + words.over(self.first, self.last) + way
        return joined([said, *self._why()], "\n")

    def _why(self) -> Iterator[Text]:
        for fact, place in list(zip(self.facts, self.places, strict=True))[:FEW]:
            told = words.brought_about(fact.beslut.id, fact.change.verb, fact.day, str(place or ""))
            yield "  " + told
        if self.facts[FEW:]:
            yield "  " + words.and_more(len(self.facts) - FEW)


class InvariantsBroken(NotSo):
    """Invariants are broken.

    Attributes:
        broken: each of them, by each thing.
        days: the days that were checked.
    """

    def __init__(self, broken: Sequence[Broken], days: Sequence[date]) -> None:
        self.broken, self.days = tuple(broken), tuple(days)
        told = [words.broken(len({each.invariant for each in broken}), self.days)]
        for what, of_it in groupby(broken, key=lambda each: each.invariant):
            told += [what, *(_indented(each.whole) for each in of_it)]
        super().__init__(joined(told, "\n"))


def assert_invariants(
    organisation: ReadableOrganisation,
    rules: Rule | Invariant | Iterable[Rule | Invariant] | None = None,
    days: Iterable[date] | None = None,
) -> None:
    """Hold an organisation to rules and invariants, on every day.

    Args:
        organisation: what is asked.
        rules: rules of any severity, policies, and invariants, one or several; left out, the organisation's
            own rules that refuse a beslut.
        days: the days to check; left out, every day on which anything begins or ceases to hold or the law
            is another, between which nothing changes, and every beslut by the rules of beslut.

    Raises:
        InvariantsBroken: an AssertionError that tells which, by what, on which days and because of what.
    """
    __tracebackhide__ = True
    every = _asked(organisation, rules)
    checking = _Checking(organisation, days)
    broken = [each for asked in every for each in checking.broken(asked)]
    if broken:
        raise InvariantsBroken(broken, checking.days)


def broken_invariants(
    organisation: ReadableOrganisation,
    rules: Rule | Invariant | Iterable[Rule | Invariant] | None = None,
    days: Iterable[date] | None = None,
) -> tuple[Broken, ...]:
    """What `assert_invariants` would raise of, as values: in the order of the rules, then of day."""
    every = _asked(organisation, rules)
    checking = _Checking(organisation, days)
    return tuple(each for asked in every for each in checking.broken(asked))


@overload
def invariant(breaks: Breaks, /) -> Invariant: ...
@overload
def invariant(*, sv: str) -> Callable[[Breaks], Invariant]: ...
def invariant(
    breaks: Breaks | None = None, /, *, sv: str | None = None
) -> Invariant | Callable[[Breaks], Invariant]:
    """Make an invariant of a function; its name is the first line of the function's docstring.

    Args:
        breaks: the function, as of `Invariant`.
        sv: the name in Swedish; left out, the same.

    >>> from orgmodell.testing import given, invariant
    >>> @invariant
    ... def no_stab(view):
    ...     '''No enhet is a stab.'''
    ...     return (enhet for enhet in view.enheter() if view.enhet(enhet).kind == "stab")
    >>> no_stab.name.en
    'No enhet is a stab.'
    """
    if breaks is None:
        return lambda breaks: _named(breaks, sv)
    return _named(breaks, sv)


def _named(breaks: Breaks, sv: str | None) -> Invariant:
    name = (breaks.__doc__ or "").strip().partition("\n")[0]
    if not name:
        raise ValueError("an invariant is named by the first line of its docstring, and there is none")
    return Invariant(Text(sv=sv or name, en=name), breaks)


def _asked(
    organisation: ReadableOrganisation, rules: Rule | Invariant | Iterable[Rule | Invariant] | None
) -> tuple[Rule | Invariant, ...]:
    if not isinstance(organisation, ReadableOrganisation):
        raise TypeError(f"an organisation is expected, as read_ledger gives, not {organisation!r}")
    if rules is None:
        return tuple(each for each in organisation.rules if each.severity == "error")
    asked = (rules,) if isinstance(rules, Rule | Invariant) else tuple(rules)
    if not asked:
        raise ValueError("name at least one rule or invariant; without any, nothing is checked")
    for each in asked:
        if not isinstance(each, Rule | Invariant):
            raise TypeError(f"a rule or an invariant is expected, not {each!r}: is @invariant left out?")
    return asked


def _every_day(effects: TakingEffect) -> tuple[date, ...]:
    """The days on which anything can become another: what is recorded changes, or the law does."""
    changes = [each.day for each in effects]
    amended = (law.since for law in laws() if changes and law.since > changes[0])
    return tuple(sorted({*changes, *amended}))


def _given(days: Iterable[date]) -> tuple[date, ...]:
    found = tuple(sorted(several(days)))
    if not found:
        raise ValueError("name at least one day; without any, nothing is checked")
    return found


@attrs.frozen
class _Breach:
    """What breaks an invariant on a day."""

    things: tuple[str, ...]
    says: Text | None
    facts: tuple[int, ...] = ()


class _Checking:
    """An organisation asked about the days to check, each view made once."""

    def __init__(self, organisation: ReadableOrganisation, days: Iterable[date] | None) -> None:
        self.organisation = organisation
        self.account = organisation.account()
        self.effects = organisation.taking_effect(date.min, date.max)
        self.every = days is None
        self.days = _every_day(self.effects) if days is None else _given(days)
        self._views: dict[date, OrganisationView] = {}
        self._found: dict[tuple[Invariant, date], list[_Breach]] = {}

    def broken(self, asked: Rule | Invariant) -> Iterator[Broken]:
        if isinstance(asked, RuleOfBeslut):
            yield from self._of_beslut(asked)
            return
        by_day = self._by_rule(asked) if isinstance(asked, Rule) else self._by_invariant(asked)
        for breach, first, last in sorted(self._runs(by_day), key=lambda run: run[1]):
            yield self._told(asked, breach, first, last)

    def _breaches(self, asked: Invariant, day: date) -> list[_Breach]:
        if (asked, day) not in self._found:
            self._found[asked, day] = _breaks(asked, self._view(day))
        return self._found[asked, day]

    def _view(self, day: date) -> OrganisationView:
        if day not in self._views:
            self._views[day] = self.organisation.on(day)
        return self._views[day]

    def _by_invariant(self, asked: Invariant) -> dict[date, list[_Breach]]:
        return {day: self._breaches(asked, day) for day in self.days}

    def _by_rule(self, asked: Rule) -> dict[date, list[_Breach]]:
        """What breaks a rule on each day; asked day by day only about what breaks it on some day."""
        assert isinstance(asked, RuleOfThings)
        by_day: dict[date, list[_Breach]] = {day: [] for day in self.days}
        if not self.days:
            return by_day
        whole = Period(self.days[0], one_day(self.days[-1]).until)
        for thing in _things(self.account, asked):
            if any(True for _ in asked.violations(self.account, thing, whole)):
                for day in self.days:
                    found = asked.violations(self.account, thing, one_day(day))
                    by_day[day] += [_Breach(v.things, v.text, v.facts) for v in found]
        return by_day

    def _of_beslut(self, asked: RuleOfBeslut) -> Iterator[Broken]:
        """What breaks a rule of beslut, which is so on the day it tells only."""
        for v in violations_of_beslut(self.account, [asked]):
            if self.every or v.day in self.days:
                yield self._told(asked, _Breach(v.things, v.text, v.facts), v.day, v.day)

    def _runs(self, by_day: dict[date, list[_Breach]]) -> Iterator[tuple[_Breach, date, date | None]]:
        """Each breach with the first and last of the days in a row on which it is so."""
        running: dict[tuple[str, ...], tuple[_Breach, date]] = {}
        before: date | None = None
        for day, breaches in by_day.items():
            now: dict[tuple[str, ...], _Breach] = {}
            for each in breaches:
                now.setdefault(each.things, each)
            for things in [each for each in running if each not in now]:
                yield *running.pop(things), day - ONE_DAY if self.every else before
            for things, each in now.items():
                running.setdefault(things, (each, day))
            before = day
        for breach, first in running.values():
            yield breach, first, None if self.every else before

    def _told(self, asked: Rule | Invariant, breach: _Breach, first: date, last: date | None) -> Broken:
        facts = self._because(asked, breach, first)
        rule = asked.id if isinstance(asked, Rule) else None
        return Broken(
            invariant=f"{asked.id}: " + asked.sentence if isinstance(asked, Rule) else asked.name,
            rule=rule,
            things=breach.things,
            name=self.account.name(breach.things[0], first),
            says=breach.says,
            first=first,
            last=last,
            facts=facts,
            places=tuple(map(self.organisation.place_of, facts)),
        )

    def _because(self, asked: Rule | Invariant, breach: _Breach, first: date) -> tuple[Fact, ...]:
        """What brought a breach about: of the facts that break a rule, those with the last day by then.

        Of an invariant: what took effect on the day it began and concerns the things; or what they have been
        named together with; or whatever took effect. Of what begins that day, its beginning.
        """
        if isinstance(asked, Rule):
            facts = tuple(map(self.account.fact, breach.facts))
            return _latest(facts, first) or facts
        began = self._began(asked, breach, first)
        happened = tuple(dict.fromkeys(each.fact for each in self.effects if each.day == began))
        concern = _naming(happened, {*breach.things})
        begins = tuple(fact for fact in concern if _begins(fact, breach.things))
        return begins or concern or _naming(happened, self._named_with(breach.things)) or happened

    def _began(self, asked: Invariant, breach: _Breach, first: date) -> date:
        """The day since which a thing has broken an invariant: the days checked may come long after."""
        began = first
        for day in reversed(dict.fromkeys(each.day for each in self.effects if each.day <= first)):
            if all(each.things != breach.things for each in self._breaches(asked, day)):
                break
            began = day
        return began

    def _named_with(self, things: tuple[str, ...]) -> set[str]:
        """The things that have been named together with some, by any change."""
        mentions = (seq for thing in things for seq in self.account.chronicle.mentions(thing))
        return {other for seq in mentions for other in things_named_by(self.account.fact(seq).change)}


def _latest(facts: tuple[Fact, ...], by: date) -> tuple[Fact, ...]:
    """Of some facts, those with the last day by a day."""
    last = max((fact.day for fact in facts if fact.day <= by), default=None)
    return tuple(fact for fact in facts if fact.day == last)


def _naming(facts: tuple[Fact, ...], things: set[str]) -> tuple[Fact, ...]:
    """Of some facts, those that name any of some things."""
    return tuple(fact for fact in facts if things_named_by(fact.change) & things)


def _begins(fact: Fact, things: tuple[str, ...]) -> bool:
    """Whether a change says that one of the things exists."""
    return any(a is LIFE and key in things and value for a, key, _, value in fact.change.assigns(fact.day))


def _things(account: Account, asked: RuleOfThings) -> Iterator[str]:
    """What a rule judges, of everything there ever was."""
    every = dict.fromkeys([*account.chronicle.things(), *account.chronicle.named()])
    return (thing for thing in every if account.type_of(thing) in asked.of)


def _breach(yielded: str | tuple[str, Text | str]) -> _Breach:
    match yielded:
        case str():
            return _Breach((yielded,), None)
        case (str() as thing, str() | Text() as says):
            return _Breach((thing,), either(says))
    raise TypeError(f"an id, or an id and a sentence, is to be yielded, not {yielded!r}")


def _breaks(asked: Invariant, view: OrganisationView) -> list[_Breach]:
    """What breaks an invariant on a day; where its function fails, that is told with its name and the day."""
    try:
        found = asked.breaks(view)
        if isinstance(found, str) or not isinstance(found, Iterable):
            raise TypeError(f"several ids are to be returned, as a list, or yielded; not {found!r}")
        return [_breach(each) for each in found]
    except Exception as error:
        error.add_note(f"in the invariant '{asked.name.en}', on {view.day}")
        raise


def _indented(text: Text) -> Text:
    return Text(*("\n".join("  " + line for line in said.split("\n")) for said in (text.sv, text.en)))


# --- ready-made -----------------------------------------------------------------------------------


@invariant(sv="Varje enhet har exakt en chef.")
def one_chef_per_enhet(view: OrganisationView) -> Iterator[tuple[str, Text]]:
    """Every enhet has exactly one chef.

    It is led by exactly one befattning, which is a chef: it has personalansvar. Samledarskap breaks it, and
    so does an enhet that nobody leads. Whether the befattning is held is another matter: `no_vacant_chef`.
    """
    for enhet in view.enheter():
        leaders = view.leaders(enhet)
        if not leaders:
            yield enhet, words.NOBODY_LEADS
        elif len(leaders) > 1:
            yield enhet, words.shared(leaders)
        elif not view.is_chef(leaders[0]):
            yield enhet, words.leads_without_staff(leaders[0])


@invariant(sv="Ingen befattning som leder en enhet är vakant.")
def no_vacant_chef(view: OrganisationView) -> Iterator[tuple[str, Text]]:
    """No befattning that leads an enhet is vacant.

    One that nobody was ever recorded as holding is not known to be vacant, unless it is declared so.
    """
    for befattning in view.befattningar():
        if view.leads(befattning) and view.is_vacant(befattning):
            yield befattning, words.VACANT


@invariant(sv="Varje enhet svarar inför en nämnd.")
def every_enhet_answers_to_a_namnd(view: OrganisationView) -> Iterator[str]:
    """Every enhet answers to a nämnd.

    Its own, or that of the nearest enhet above it that has one.
    """
    return (enhet for enhet in view.enheter() if not view.namnder(enhet))


@invariant(sv="Varje nämnd och styrelse har en delegationsordning.")
def every_namnd_has_a_delegationsordning(view: OrganisationView) -> Iterator[str]:
    """Every nämnd and styrelse has a delegationsordning."""
    for organ in view.organs():
        if view.organ(organ).kind in ("namnd", "styrelse") and view.ordning_of(organ) is None:
            yield organ
