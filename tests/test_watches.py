"""A rule is asked only about what is touched, and misses nothing for it.

That is proved of what each rule reads, over logs that break every rule and random ones, and of what it is
told: nothing more is found by who asks every rule about everything. Then come drafts that once broke a
rule unseen.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from typing import Any, TypeVar

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from breaking import BREACHES, EVERY_RULE, GROUND, Write, row, taken, unjudged
from orgmodell import Beslut, BeslutRefused, Organisation, Rule, Violation
from orgmodell.changes import Fact
from orgmodell.chronicle import Account, Chronicle
from orgmodell.decide import judge
from orgmodell.draft import Draft
from orgmodell.organisation import MemoryLog
from orgmodell.periods import ALWAYS
from orgmodell.rules import RuleOfThings
from orgmodell.rules.base import Subjects
from orgmodell.testing.drafting import drawn_beslut
from orgmodell.testing.drawing import REORGANISING, SUBJECTS, hands_of
from orgmodell.testing.foundations import foundations, towns
from orgmodell.timeline import Attribute, Entry, Findable, OfTwo

pytestmark = pytest.mark.long

K = TypeVar("K", bound=Hashable)
P = TypeVar("P", bound=tuple[Hashable, ...])
V = TypeVar("V")

OF_THINGS = tuple(rule for rule in EVERY_RULE if isinstance(rule, RuleOfThings))
RECORDING = tuple(rule for rule in EVERY_RULE if rule.id != "MANDAT")  # which refuses most that is drawn
ROUND = ("R05", "PLAN")  # of what comes back to itself, one on the way is told of


# What a rule reads


class Noting(Chronicle):
    """A chronicle on top of another, that notes which attributes are read, and which facts."""

    def __init__(self, base: Chronicle) -> None:
        super().__init__(base)
        self.read: set[Attribute[Any, Any]] = set()
        self.facts: set[int] = set()

    def entries(self, attribute: Attribute[K, V], key: K) -> Sequence[Entry[V]]:
        self.read.add(attribute)
        return super().entries(attribute, key)

    def keys_having(self, attribute: Findable[K, object], value: Hashable) -> Iterable[K]:
        self.read.add(attribute)
        return super().keys_having(attribute, value)

    def keys_from(self, relation: OfTwo[P, object], thing: Hashable) -> Iterable[P]:
        self.read.add(relation)
        return super().keys_from(relation, thing)

    def keys_to(self, relation: OfTwo[P, object], thing: Hashable) -> Iterable[P]:
        self.read.add(relation)
        return super().keys_to(relation, thing)

    def keys(self, attribute: Attribute[K, object]) -> Iterable[K]:
        self.read.add(attribute)
        return super().keys(attribute)

    def fact(self, seq: int) -> Fact:
        self.facts.add(seq)
        return super().fact(seq)


@attrs.frozen
class Reading:
    """What a rule has read: attributes by their keys, and by the facts that say them; and what it found."""

    read: set[Attribute[Any, Any]] = attrs.field(factory=set)
    told: set[Attribute[Any, Any]] = attrs.field(factory=set)
    broken: list[Violation] = attrs.field(factory=list)


@cache
def readings() -> Mapping[RuleOfThings, Reading]:
    """What each rule reads of the logs, when it is asked about everything."""
    found: defaultdict[RuleOfThings, Reading] = defaultdict(Reading)
    for chronicle in [*(unjudged(breach.beslut).up_to_date() for breach in BREACHES), *_random_logs()]:
        for rule in OF_THINGS:
            _ask(rule, chronicle, found[rule])
    return found


def _random_logs() -> Iterator[Chronicle]:
    organisations: list[Organisation] = []

    @settings(CI, max_examples=10)
    @given(st.data())
    def grow(data: st.DataObject) -> None:
        organisations.append(Organisation("kommunen", MemoryLog(), RECORDING))
        for draft in _next_drafts(data, organisations[-1]):
            assert draft

    grow()
    yield from (each.up_to_date() for each in organisations)


def _ask(rule: RuleOfThings, chronicle: Chronicle, reading: Reading) -> None:
    noting = Noting(chronicle)
    account = noting.account()
    things = [thing for thing in _everything(account) if account.type_of(thing) in rule.of]
    noting.read.clear()
    noting.facts.clear()
    for thing in things:
        reading.broken.extend(rule.violations(account, thing, ALWAYS))
    reading.read.update(noting.read)
    for fact in map(chronicle.fact, noting.facts):
        reading.told.update(attribute for attribute, *_ in fact.change.assigns(fact.day))


def _everything(account: Account, key: object = None) -> Iterable[str]:
    return dict.fromkeys([*account.chronicle.things(), *account.chronicle.named()])


def names(attributes: Iterable[Attribute[Any, Any]]) -> list[str]:
    return sorted(attribute.name for attribute in attributes)


def called(rule: RuleOfThings) -> str:
    return f"{rule.id} {rule.judge.__name__}"


@pytest.mark.parametrize("rule", OF_THINGS, ids=called)
def test_a_rule_watches_what_it_reads(rule: RuleOfThings) -> None:
    """Or says that it reads it besides, so that nobody is left to wonder."""
    if rule.reads != "anything":
        assert names(readings()[rule].read - {*rule.watches, *rule.reads}) == []


@pytest.mark.parametrize("rule", OF_THINGS, ids=called)
def test_a_rule_reads_what_it_watches(rule: RuleOfThings) -> None:
    """By itself or in the facts that say it; so the logs hold what there is to read, and nothing is idle."""
    reading = readings()[rule]
    assert names(rule.watches.keys() - reading.read - reading.told) == []
    if rule.reads != "anything":
        assert names({*rule.reads} - reading.read) == []
        assert names({*rule.reads} & rule.watches.keys()) == []


@pytest.mark.parametrize("rule", OF_THINGS, ids=called)
def test_the_logs_break_every_rule(rule: RuleOfThings) -> None:
    assert readings()[rule].broken


# What it is told

CI = settings(
    derandomize=True,
    deadline=None,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)


def _next_drafts(data: st.DataObject, organisation: Organisation, length: int = 10) -> Iterator[Beslut]:
    """Drafts, each of which is recorded afterwards if it may be."""
    reorganising = data.draw(st.booleans(), label="reorganising")
    hands = REORGANISING if reorganising else hands_of(SUBJECTS)
    first = data.draw(towns() if reorganising else foundations(), label="first")
    yield first
    organisation.record(first)
    for _ in range(length):
        draft = data.draw(drawn_beslut(organisation, hands), label="draft")
        yield draft
        with suppress(BeslutRefused):
            organisation.record(draft)


class Everything(Mapping[Attribute[Any, Any], Subjects]):
    """What a rule would watch that is asked about everything, whatever is touched."""

    def __getitem__(self, attribute: Attribute[Any, Any]) -> Subjects:
        return _everything

    def __iter__(self) -> Iterator[Attribute[Any, Any]]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _watching_everything(rule: Rule) -> Rule:
    return attrs.evolve(rule, watches=Everything()) if isinstance(rule, RuleOfThings) else rule


WATCHING_EVERYTHING = tuple(map(_watching_everything, EVERY_RULE))


def unseen(chronicle: Chronicle, draft: Beslut) -> list[Violation]:
    """What a draft breaks that it is not told of, because what it touches is not watched."""
    seen = judge(chronicle, draft, EVERY_RULE)
    broken, rules = {each.broken for each in seen}, {each.rule for each in seen}
    every = (v for v in judge(chronicle, draft, WATCHING_EVERYTHING) if v.broken not in broken)
    return [v for v in every if not (v.rule in ROUND and v.rule in rules)]


def _nothing_is_unseen(data: st.DataObject, length: int) -> None:
    organisation = Organisation("kommunen", MemoryLog(), RECORDING)
    for draft in _next_drafts(data, organisation, length):
        assert unseen(organisation.up_to_date(), draft) == []


def test_what_breaks_a_rule_is_seen_to() -> None:
    """By the last beslut of each log, and by whatever takes back a change of the first."""
    for breach in BREACHES:
        *before, last = breach.beslut
        assert unseen(unjudged(before).up_to_date(), last) == [], breach
    ground = unjudged([GROUND]).up_to_date()
    for number in range(1, len(GROUND.changes) + 1):
        assert unseen(ground, taken("upphäv", 2020, _annul_change(number))) == [], GROUND.changes[number - 1]


def _annul_change(number: int) -> Write:
    return lambda b: b.annul_change("grund", number=number)


@settings(CI, max_examples=15)
@given(st.data())
def test_a_draft_breaks_nothing_unseen(data: st.DataObject) -> None:
    """Whoever asks every rule about everything finds no more than who asks about what is touched."""
    _nothing_is_unseen(data, length=10)


@pytest.mark.deep
def test_a_draft_breaks_nothing_unseen_for_long() -> None:
    """The same over many more and longer histories, others each time; DEEP says how many."""
    deep = settings(CI, derandomize=False, database=None, print_blob=True)

    @settings(deep, max_examples=int(os.environ.get("DEEP", "300")))
    @given(st.data())
    def kept(data: st.DataObject) -> None:
        _nothing_is_unseen(data, length=40)

    kept()


# What was once unseen


def told(log: Iterable[Beslut], draft: Beslut, rules: Iterable[Rule] = EVERY_RULE) -> set[tuple[str, str]]:
    """What a draft is told that it breaks: the rule, and the thing it is about first."""
    violations = unjudged(tuple(log), tuple(rules)).violations(draft)
    return {(violation.rule, violation.things[0]) for violation in violations}


def _annul(*beslut: str, year: int = 2020) -> Beslut:
    return taken("upphäv", year, *(lambda b, each=each: b.annul_beslut(each) for each in beslut))


def _under(enhet: str, namnd: str) -> Write:
    return lambda b: b.place_under_namnd(enhet, namnd=namnd)


def _merge(enhet: str, into: str) -> Write:
    return lambda b: b.merge_enheter([enhet], into=into)


def _from(enhet: str, namnd: str) -> Write:
    return lambda b: b.remove_from_namnd(enhet, namnd=namnd)


def _gone(enhet: str) -> Write:
    return lambda b: b.dissolve_enhet(enhet)


def _create(enhet: str, parent: str | None = "kommunen") -> Write:
    return lambda b: b.create_enhet(enhet, name=enhet.title(), parent=parent)


CREATED = taken("inrättad", 2011, _create("x"), _create("y"))
PLACED = taken("placerad", 2011, _under("x", "bun"))
MERGED = taken("sammanslagen", 2012, _merge("x", "y"))


@pytest.mark.parametrize("annulled", [PLACED, MERGED])
def test_r08_what_a_merger_carried_over_cannot_be_taken_back_when_it_was_not(annulled: Beslut) -> None:
    """R08: without the placement of what was merged, or without the merger, there is nothing to take back."""
    removed = taken("borttagen", 2013, _from("y", "bun"))
    assert ("R08", "y") in told([GROUND, CREATED, PLACED, MERGED, removed], _annul(annulled.id))


def test_r07_a_placement_that_gives_way_to_a_merger_is_one_that_a_dissolved_namnd_leaves_behind() -> None:
    """R07: without a placement of its own the receiver has that of what was merged."""
    own = taken("egen", 2012, _under("y", "ks"))
    dissolved = taken("upplöst", 2013, lambda b: b.dissolve_organ("bun"))
    log = [GROUND, CREATED, PLACED, own, MERGED, dissolved]
    assert ("R07", "bun") not in told(log[:-1], dissolved)
    assert ("R07", "bun") in told(log, _annul("egen"))


def _created_as(kind: str) -> Write:
    def write(b: Draft) -> None:
        if kind == "utforare":
            b.register_utforare("ab", name="AB", kind="bolag")
        else:
            b.create_enhet("ab", name="AB")

    return write


def test_r25_who_performs_it_becomes_egen_regi() -> None:
    """R25: what was registered as another legal person is annulled, and an enhet has the id."""
    made = taken("utförare", 2011, _created_as("utforare"))
    avtal = taken("avtal", 2012, lambda b: b.conclude_avtal("a", name="A", bestallare="sn", utforare="ab"))
    anew = taken("ny", 2011, lambda b: b.annul_beslut("utförare"), _created_as("enhet"))
    assert ("R25", "a") in told([GROUND, made, avtal], anew)


def _tillsyn(myndighet: bool) -> Write:
    return lambda b: b.create_uppdrag("t", name="T", ansvarig="stab", myndighetsutovning=myndighet)


def test_r26_what_is_handed_over_becomes_myndighetsutovning() -> None:
    """R26: the uppdrag of an avtal is annulled, and created as what only a law lets be handed over."""
    made = taken("uppdrag", 2011, _tillsyn(False))
    concluded = taken(
        "avtal",
        2012,
        lambda b: b.conclude_avtal("a", name="A", bestallare="sn", utforare="hemtjanst-ab", uppdrag=["t"]),
    )
    anew = taken("ny", 2011, lambda b: b.annul_beslut("uppdrag"), _tillsyn(True))
    assert ("R26", "a") in told([GROUND, made, concluded], anew)


def _alike(b: Draft) -> None:
    row(nummer="2.2", belopp=None, delegat=["soc-chef"])(b)


@pytest.mark.parametrize(
    ("rule", "write"),
    [
        ("R11", row(arende="taxa", delegat=["ac"])),
        ("R14", row(delegat=["ac", "soc-chef"])),
        ("R15", _alike),
        ("R17", row(delegat=["ac"], anmalan="nej")),
    ],
)
def test_an_ordning_that_goes_on_has_its_rows_again(rule: str, write: Write) -> None:
    """R11, R14, R15, R17: with the repeal annulled, what is wrong with a row is wrong on every later day."""
    repealed = taken("upphävd", 2013, lambda b: b.repeal_delegationsordning("do"))
    assert (rule, "do") in told([GROUND, taken("rad", 2012, write), repealed], _annul("upphävd"))


def _konsult(b: Draft) -> None:
    b.appoint("handlaggare", person="p-k", form="konsult")
    b.assign_leadership("handlaggare", enhet="stab")


def test_r10_an_enhet_that_goes_on_is_led_by_a_consultant_again() -> None:
    """R10: with its end annulled, and of a delegate when the end of the ordning is."""
    led = taken("konsult", 2012, _konsult)
    assert ("R10", "handlaggare") in told([GROUND, led, taken("slut", 2013, _gone("stab"))], _annul("slut"))
    named = taken("konsult", 2012, row(delegat=["handlaggare"]), _konsult_only)
    repealed = taken("slut", 2013, lambda b: b.repeal_delegationsordning("do"))
    assert ("R10", "handlaggare") in told([GROUND, named, repealed], _annul("slut"))


def _konsult_only(b: Draft) -> None:
    b.appoint("handlaggare", person="p-k", form="konsult")


def _ordning_of(namnd: str) -> Write:
    return lambda b: b.adopt_delegationsordning("do9", namnd=namnd, name="Do")


def _its_row(b: Draft) -> None:
    said = {"nummer": "1", "arende": "inkop", "delegat": ["soc-chef"], "far_vidaredelegeras": True}
    b.grant_delegation("do9", rad="r", **said)  # type: ignore[arg-type]
    b.grant_delegation("do9", rad="r2", nummer="2", arende="bistand", delegat=["p-9"], bradskande=True)


def _passed_on(b: Draft) -> None:
    b.grant_vidaredelegation("v9", ordning="do9", nummer="1", to="ac")


def test_an_ordning_that_becomes_another_namnds_has_other_delegates() -> None:
    """R13, R16: whose ordning it is says who may pass on, and who may decide in what cannot wait."""
    old = taken("ordning", 2011, _ordning_of("ks"))
    elected = taken("val", 2011, lambda b: b.elect_ledamot("ks", person="p-9"), _under("soc", "ks"), _its_row)
    passed_on = taken("vidare", 2012, _passed_on, decided_by="soc-chef")
    anew = taken("ny", 2011, lambda b: b.annul_beslut("ordning"), _ordning_of("bun"))
    found = told([GROUND, old, elected, passed_on], anew)
    assert {("R13", "v9"), ("R16", "do9"), ("R09", "do9")} <= found


def test_delegat_a_chef_has_nothing_to_decide_by_an_ordning_that_goes_on() -> None:
    """DELEGAT: with its repeal annulled, on every later day."""
    revoked = taken("återkallad", 2012, lambda b: b.revoke_delegation("do", rad="r-bistand"))
    repealed = taken("upphävd", 2013, lambda b: b.repeal_delegationsordning("do"))
    assert ("DELEGAT", "ac") in told([GROUND, revoked, repealed], _annul("upphävd"))


def test_r22_nobody_is_under_a_namnd_that_is_dissolved() -> None:
    """R22: a title that a row names, where R07 only warns of what is left to an organ."""
    rules = [rule.with_severity("warning") if rule.id == "R07" else rule for rule in EVERY_RULE]
    named = taken("rad", 2012, row(delegat_typ="biståndshandläggare"))
    dissolved = taken("upplöst", 2013, lambda b: b.dissolve_organ("sn"))
    assert ("R22", "do") in told([GROUND, named], dissolved, rules)


def test_r28_fullmaktige_of_an_earlier_day_had_decided_it() -> None:
    """R28: what was decided by an organ that turns out to have been fullmäktige is changed by others."""
    decided = taken("beslut", 2005, _create("x", None), decided_by="kf-gamla")
    changed = taken("ändring", 2008, _gone("x"), decided_by="ks")
    late = taken("sent", 2000, lambda b: b.create_organ("kf-gamla", name="KF", kind="fullmaktige"))
    assert ("R28", "x") in told([decided, changed], late)


def _both_sides(b: Draft) -> None:
    for enhet, roll in (("myndighet", "myndighet"), ("hemtjanst", "utforare")):
        b.create_enhet(enhet, name=enhet.title(), parent="aldre")
        b.assign_roll(enhet, roll=roll)  # type: ignore[arg-type]


def test_r30_a_forvaltningschef_becomes_a_chef_below() -> None:
    """R30: when the enhet it leads is itself placed under a nämnd no longer."""
    both = taken("a", 2011, _both_sides)
    assert ("R30", "soc-chef") in told([GROUND, both], taken("b", 2012, _from("soc", "sn")))
    carried = taken("b", 2012, _create("x", "aldre"), _under("x", "bun"), _merge("x", "aldre"))
    assert ("R30", "ac") in told([GROUND, carried, both], _annul("b"))


def test_r30_what_is_over_a_chef_has_a_side() -> None:
    """R30: an enhet without a roll of its own is on the side of what is over it."""
    below = taken("a", 2011, _create("x", "aldre"), lambda b: b.assign_roll("x", roll="utforare"))
    above = taken("b", 2012, lambda b: b.assign_roll("soc", roll="bestallare"))
    assert ("R30", "ac") in told([GROUND, below], above)


def test_kontrollspann_a_chef_becomes_first_line_when_a_merger_is_annulled() -> None:
    """KONTROLLSPANN: the chefer under it came with what was merged."""

    def two(b: Draft) -> None:
        b.create_enhet("x", name="X", parent="stab")
        b.create_enhet("lag", name="Lag", parent="x")
        b.create_befattning("lagchef", title="Lagchef", enhet="lag", leads=["lag"])
        b.state_headcount("aldre", medarbetare=40)

    log = [GROUND, taken("a", 2011, two), taken("b", 2012, _merge("x", "aldre"))]
    assert ("KONTROLLSPANN", "aldre") in told(log, _annul("b"))


def test_namnd_what_was_under_an_enhet_that_answered_to_a_namnd_has_lost_it() -> None:
    """NAMND: an enhet that moved away is told of when what it left turns out to have answered to a nämnd."""
    log = [GROUND, taken("a", 2011, _create("x"), _create("y", "x")), taken("b", 2013, _moved)]
    assert ("NAMND", "y") in told(log, taken("c", 2012, _under("x", "bun")))
    above = [*log, taken("c", 2012, _create("top", None), _under("top", "bun"))]
    assert ("NAMND", "y") in told(above, taken("d", 2012, lambda b: b.move_enhet("x", parent="top")))


def _moved(b: Draft) -> None:
    b.move_enhet("y", parent="stab")


def test_namnd_what_takes_over_from_one_of_them_has_lost_it() -> None:
    """NAMND: the successor of an enhet under the one that is placed."""
    ended = taken("b", 2013, _create("z"), lambda b: b.dissolve_enhet("y", successors=["z"]))
    log = [GROUND, taken("a", 2011, _create("x"), _create("y", "x")), ended]
    assert ("NAMND", "z") in told(log, taken("c", 2012, _under("x", "bun")))
