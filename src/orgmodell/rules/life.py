"""Rules of existence: what is named must be there, and an id means one thing for ever."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from orgmodell.changes import LIVING, Fact, Must, Ref, named_by
from orgmodell.changes.attributes import LIFE
from orgmodell.chronicle import Account
from orgmodell.identity import closing
from orgmodell.periods import ONE_DAY, Period
from orgmodell.rules.base import Finding, bare, itself, naming, rule, while_it_holds
from orgmodell.words import Text, kinds, with_or


def references(account: Account, seq: int) -> Iterator[Finding]:
    """What a fact names that is not there on its day."""
    fact = account.fact(seq)
    for _, ref, thing in named_by(fact.change):
        if _is_judged(account, ref, thing):
            yield from _reference(account, fact, ref, thing)


def _is_judged(account: Account, ref: Ref, thing: str) -> bool:
    """Persons and seats are not on record by themselves, and what is only mentioned need not be."""
    if ref.must == "be named" or not set(ref.thing) & set(LIVING):
        return False
    return "person" not in ref.thing or account.type_of(thing) is not None


def _reference(account: Account, fact: Fact, ref: Ref, thing: str) -> Iterator[Finding]:
    day = fact.day
    actual = account.type_of(thing)
    says = naming(fact) + " " + with_or(map(bare, ref.thing)) + f" '{thing}'"
    if ref.must == "be new":
        return  # `ids_are_never_reused` judges this
    if actual is None:
        yield _never_created(account, fact, ref, thing, says)
    elif actual not in ref.thing:
        one = kinds.a(actual)
        message = Text(
            sv=f"{says:sv}, men '{thing}' är {one:sv}.", en=f"{says:en}, but '{thing}' is {one:en}."
        )
        yield Finding(day, (thing,), message, (fact.seq,))
    elif not _fits(account, thing, fact, ref.must):
        yield _not_there(account, fact, thing, says)


def _fits(account: Account, thing: str, fact: Fact, must: Must) -> bool:
    day, before = fact.day, fact.day - ONE_DAY
    match must:
        case "be new" | "live" | "be named":
            return account.lives(thing, day)
        case "end":
            end = account.entry(LIFE, thing, day)
            return account.lives(thing, before) and end is not None and end[1:] == (fact.seq, None)
        case "have lived":
            return account.lives(thing, day) or account.lives(thing, before)


def _never_created(account: Account, fact: Fact, ref: Ref, thing: str, says: Text) -> Finding:
    for _, seq, value in account.timeline.entries(LIFE, thing):
        created = account.fact(seq)
        if value is not None and account.known is not None and created.decided > account.known:
            known, by = account.known, created.beslut.id
            message = Text(
                sv=f"{says:sv}, som enligt det som var känt den {known} inte finns någon dag: det tillkommer "
                f"genom beslut '{by}', som fattas den {created.decided}.",
                en=f"{says:en}, which as known on {known} is never created: beslut '{by}' "
                f"creates it, and is decided on {created.decided}.",
            )
            return Finding(fact.day, (thing,), message, (fact.seq,))
        if value is not None and not account.counts(seq):
            by = created.beslut.id
            message = Text(
                sv=f"{says:sv}, vars tillkomst genom beslut '{by}' är upphävd. Upphäv även detta.",
                en=f"{says:en}, whose creation by beslut '{by}' is annulled. Annul this too.",
            )
            return Finding(fact.day, (thing,), message, (fact.seq, seq))
    it = kinds.it([each for each in ref.thing if each in LIVING][-1])
    near = closing(thing, _of_types(account, ref.thing))
    message = Text(
        sv=f"{says:sv}, som inte finns någon dag{near:sv} Lägg till {it:sv}, eller rätta id:t.",
        en=f"{says:en}, which is never created{near:en} Create it, or correct the id.",
    )
    return Finding(fact.day, (thing,), message, (fact.seq,))


def _not_there(account: Account, fact: Fact, thing: str, says: Text) -> Finding:
    began, kind = account.beginning(thing), account.type_of(thing)
    assert began is not None
    assert kind is not None
    it = kinds.it(kind)
    if fact.day < began[0]:
        message = Text(
            sv=f"{says:sv}, som finns först från den {began[0]}. Välj en senare dag.",
            en=f"{says:en}, which does not exist until {began[0]}. Choose a later day.",
        )
        return Finding(fact.day, (thing,), message, (fact.seq, began[1]))
    if fact.day == began[0]:
        message = Text(
            sv=f"{says:sv}, som tillkommer samma dag. Upphäv det som inför {it:sv}, i stället för att "
            f"avsluta {it:sv}.",
            en=f"{says:en}, which begins that same day. Annul what creates it instead of ending it.",
        )
        return Finding(fact.day, (thing,), message, (fact.seq, began[1]))
    end = next(account.ended(thing), None)
    if end is None:
        message = Text(
            sv=f"{says:sv}, och samma dag tillkommer {it:sv} igen. Välj ett annat id för {it:sv} nya.",
            en=f"{says:en}, and that same day it is created again. Choose another id for the new one.",
        )
        return Finding(fact.day, (thing,), message, (fact.seq,))
    message = Text(
        sv=f"{says:sv}, som upphörde den {end.start}. Välj en tidigare dag, eller upphäv det som avslutade "
        f"{it:sv}.",
        en=f"{says:en}, which ended on {end.start}. Choose an earlier day, or annul what ended it.",
    )
    return Finding(fact.day, (thing,), message, (fact.seq, end.seq))


def _of_types(account: Account, types: tuple[str, ...]) -> list[str]:
    return [t for t in account.chronicle.things() if account.type_of(t) in types]


@rule(
    "R08",
    of=(*LIVING, None),
    watches={LIFE: itself},
    reads="anything",
    of_fact=references,
    sv="En ändring träder i kraft bara för det som finns den dagen (logik).",
)
def things_exist_when_named(account: Account, thing: str, window: Period) -> Iterator[Finding]:
    """A change takes effect only on things that exist on its day (logic)."""
    for seq in account.chronicle.mentions(thing):
        if account.counts(seq):
            wrong = [finding for finding in references(account, seq) if finding.things == (thing,)]
            day = _first_day_of(account, seq, thing, window) if wrong else None
            yield from (finding._replace(day=day) for finding in wrong if day is not None)


def _first_day_of(account: Account, seq: int, thing: str, window: Period) -> date | None:
    """The first day of a fact in the window; of one that took the thing for a person, whatever its day."""
    fact = account.fact(seq)
    person = any("person" in ref.thing and named == thing for _, ref, named in named_by(fact.change))
    before = fact.day if person and window.until is None else None
    return while_it_holds(account, seq, window) or before


@rule(
    "ID",
    of=LIVING,
    watches={LIFE: itself},
    reads="anything",
    sv="Ett id ges en gång: två saker har aldrig haft samma, inte heller sedan den ena har upphört.",
)
def ids_are_never_reused(account: Account, thing: str, window: Period) -> Iterator[Finding]:
    """An id is given once: no two things have had the same, not even after one of them ended."""
    created = [
        seq
        for seq in account.chronicle.mentions(thing)
        if account.counts(seq) and _creates(account.fact(seq), thing)
    ]
    for again in created[1:]:
        earlier, kind = account.fact(created[0]), account.type_of(thing)
        assert kind is not None
        given, what = account.fact(again).day, kinds.the(kind)
        message = Text(
            sv=f"id '{thing}' kan inte ges den {given}: det är id för {what:sv} som tillkom den "
            f"{earlier.day}. Välj ett annat id; ett id används aldrig igen.",
            en=f"the id '{thing}' cannot be given on {given}: it names the "
            f"{what:en} created on {earlier.day}. Choose another id; ids are never reused.",
        )
        if day := while_it_holds(account, again, window):
            yield Finding(day, (thing,), message, (again, created[0]))


def _creates(fact: Fact, thing: str) -> bool:
    return any(r.must == "be new" and named == thing for _, r, named in named_by(fact.change))
