"""The organisation on one day: a cheap, pinned handle over an account. Nothing is copied.

Questions answer in ids; `View.enhet`, `View.befattning` and `View.organ` give what is behind an id.
"""

from __future__ import annotations

from datetime import date

from orgmodell.changes import HeadcountStated
from orgmodell.changes.attributes import (
    ALIAS,
    BUDGETANSVAR,
    HEADCOUNT,
    HOLDS,
    KIND,
    LEADS,
    LEDAMOT,
    LIFE,
    NAME,
    NAMND,
    PARENT,
    PART_OF,
    PERSONALANSVAR,
    PLACEMENT,
    PLANNED_END,
    REPORTS_TO,
    VACANT,
)
from orgmodell.chronicle import Account
from orgmodell.errors import NotOnThisDay, UnknownThing
from orgmodell.identity import an, did_you_mean
from orgmodell.timeline import Attribute
from orgmodell.view.remembered import remembered
from orgmodell.view.things import Befattning, Chef, Enhet, Holder, Ledamot, Organ


class View:
    """The organisation on one day, as far as known and recorded.

    Attributes:
        account: what is known over time.
        day: the day asked about.
    """

    def __init__(self, account: Account, day: date) -> None:
        self.account = account
        self.day = day

    @property
    def known(self) -> date | None:
        """The day by which everything in the view was decided; None: no such limit."""
        return self.account.known

    def _value(self, attribute: Attribute, key: object) -> object:
        return self.account.value(attribute, key, self.day)

    def exists(self, thing: str) -> bool:
        """Whether an enhet, organ or befattning with this id exists on the day."""
        return self._type(thing) is not None

    @remembered
    def _type(self, thing: str) -> str | None:
        """What it is on the day: "enhet", "organ" or "befattning"; None when it does not exist."""
        found: str | None = self.account.value(LIFE, thing, self.day)
        return found

    def _require(self, thing: str, kind: str) -> None:
        if self._type(thing) != kind:
            raise self._missing(thing, kind)

    def _missing(self, thing: str, kind: str) -> UnknownThing:
        account = self.account
        actual = account.type_of(thing)
        if actual is None:
            same_kind = (t for t in account.chronicle.things() if account.type_of(t) == kind)
            return UnknownThing(f"there is no {kind} '{thing}'{did_you_mean(thing, same_kind)}")
        if actual != kind:
            return UnknownThing(f"'{thing}' is {an(actual)}, not {an(kind)}")
        began = next(account.life(thing))
        if self.day < began.start:
            when = f"it is created on {began.start}"
            seq = began.seq
        else:
            end = next(account.ended(thing))
            when, seq = f"it ended on {end.start}", end.seq
        beslut = account.fact(seq).beslut.id
        return NotOnThisDay(f"there is no {kind} '{thing}' on {self.day}: {when} (beslut '{beslut}')")

    # Enheter

    def enheter(self) -> tuple[str, ...]:
        """The enheter that exist, in tree order: each followed by what is under it."""
        children = self.children_by_parent()
        ordered: list[str] = []
        waiting = list(reversed(children.get(None, [])))
        while waiting:
            enhet = waiting.pop()
            ordered.append(enhet)
            waiting.extend(reversed(children.get(enhet, [])))
        return tuple(ordered)

    def children_by_parent(self) -> dict[str | None, list[str]]:
        """For each enhet (None: the top) the enheter directly under it, in recorded order."""
        account, day = self.account, self.day
        found: dict[str | None, list[str]] = {}
        for thing in account.chronicle.things():
            if account.value(LIFE, thing, day) == "enhet":
                found.setdefault(self._above(thing), []).append(thing)
        return found

    def enhet(self, enhet: str) -> Enhet:
        """What an enhet is on the day.

        Raises:
            UnknownThing: there is none with that id; NotOnThisDay if only on other days.
        """
        self._require(enhet, "enhet")
        account, day = self.account, self.day
        aliases = (key for key in account.keys_having(ALIAS, enhet) if key[0] == enhet)
        return Enhet(
            id=enhet,
            name=account.value(NAME, enhet, day),
            kind=account.value(KIND, enhet, day),
            parent=self._above(enhet),
            aliases=tuple(key[1] for key in aliases if account.value(ALIAS, key, day)),
            planned_end=account.value(PLANNED_END, enhet, day),
        )

    @remembered
    def parent(self, enhet: str) -> str | None:
        """The enhet it is under; None at the top."""
        self._require(enhet, "enhet")
        return self._above(enhet)

    def _above(self, enhet: str) -> str | None:
        """The enhet it is under. With limited knowledge that one may not be there, or be under this one."""
        parent = self.account.enhet_of(PARENT, enhet, self.day)
        if self.known is None or (parent := self._there(parent)) is None:
            return parent
        return None if enhet in self._up_from(parent) else parent

    def _up_from(self, enhet: str | None) -> list[str]:
        up: list[str] = []
        while enhet is not None and enhet not in up:
            up.append(enhet)
            enhet = self._there(self.account.enhet_of(PARENT, enhet, self.day))
        return up

    def children(self, enhet: str) -> tuple[str, ...]:
        """The enheter directly under it, in recorded order."""
        self._require(enhet, "enhet")
        inside = (c for c in self.account.children_ever(enhet) if self.exists(c) and self._above(c) == enhet)
        return tuple(sorted(inside, key=self.account.first_fact))

    @remembered
    def path(self, enhet: str) -> tuple[str, ...]:
        """The enheter from the top down to this one, itself last."""
        self._require(enhet, "enhet")
        up = [enhet]
        while (parent := self._above(up[-1])) is not None:
            up.append(parent)
        return tuple(reversed(up))

    def headcount(self, thing: str) -> HeadcountStated | None:
        """How many work in an enhet or have a befattning, as last stated; None: not stated."""
        found = self._value(HEADCOUNT, thing)
        assert found is None or isinstance(found, HeadcountStated)
        return found

    # Befattningar

    def befattningar(self, enhet: str | None = None) -> tuple[str, ...]:
        """The befattningar placed in an enhet; without enhet, all of them."""
        if enhet is None:
            things = self.account.chronicle.things()
            return tuple(t for t in things if self._value(LIFE, t) == "befattning")
        self._require(enhet, "enhet")
        inside = (b for b in self.account.placed_ever(enhet) if self.exists(b) and self.placement(b) == enhet)
        return tuple(sorted(inside, key=self.account.first_fact))

    def befattning(self, befattning: str) -> Befattning:
        """What a befattning is on the day.

        Raises:
            UnknownThing: there is none with that id; NotOnThisDay if only on other days.
        """
        self._require(befattning, "befattning")
        account, day = self.account, self.day
        enhet = account.enhet_of(PLACEMENT, befattning, day)
        assert enhet is not None
        return Befattning(
            id=befattning,
            title=account.value(NAME, befattning, day),
            enhet=enhet,
            leads=self.leads(befattning),
            personalansvar=account.value(PERSONALANSVAR, befattning, day),
            budgetansvar=account.value(BUDGETANSVAR, befattning, day),
        )

    def title(self, befattning: str) -> str:
        """The title of a befattning on the day."""
        return self.account.name(befattning, self.day)

    @remembered
    def placement(self, befattning: str) -> str | None:
        """The enhet a befattning is placed in; None when limited knowledge does not have it."""
        return self._there(self.account.enhet_of(PLACEMENT, befattning, self.day))

    def _there(self, thing: str | None) -> str | None:
        """The thing, unless it is not there on the day: that can only be so with limited knowledge."""
        return thing if thing is None or self.known is None or self.exists(thing) else None

    @remembered
    def leads(self, befattning: str) -> tuple[str, ...]:
        """The enheter a befattning leads."""
        self._require(befattning, "befattning")
        led = dict.fromkeys(self.account.led_ever(befattning))
        return tuple(e for e in led if self.exists(e) and self._value(LEADS, (e, befattning)))

    @remembered
    def leaders(self, enhet: str) -> tuple[str, ...]:
        """The befattningar that lead an enhet: one, none, or (in samledarskap) several."""
        self._require(enhet, "enhet")
        return self.account.leaders(enhet, self.day)

    def leader(self, enhet: str) -> str | None:
        """The befattning that leads an enhet, held or not; None when none does."""
        return next(iter(self.leaders(enhet)), None)

    @remembered
    def holders(self, befattning: str) -> tuple[Holder, ...]:
        """Who holds a befattning: acting holders first, then the ordinarie."""
        self._require(befattning, "befattning")
        keys = self.account.appointments_ever(befattning)
        found = [Holder(key[1], key[2]) for key in keys if self._value(HOLDS, key)]  # type: ignore[arg-type]
        return tuple(sorted(found, key=lambda holder: holder.form == "ordinarie"))

    @remembered
    def chef(self, enhet: str) -> Chef | None:
        """Who is chef of an enhet; an acting holder goes before the ordinarie.

        None when no befattning leads it or nobody holds the one that does; `leader` tells which.
        """
        for befattning in self.leaders(enhet):
            for holder in self.holders(befattning):
                return Chef(befattning, holder.person, holder.form)
        return None

    @remembered
    def is_chef(self, befattning: str) -> bool:
        """Whether a befattning leads an enhet and answers for its staff (domain: chef)."""
        return bool(self.leads(befattning)) and self._value(PERSONALANSVAR, befattning) is not False

    @remembered
    def is_vacant(self, befattning: str) -> bool:
        """Whether nobody holds a befattning that is declared vacant or that somebody has held.

        A befattning nobody was ever recorded as holding is not vacant: it is not known.
        """
        if self.holders(befattning):
            return False
        account, day = self.account, self.day
        if account.value(VACANT, befattning, day):
            return True
        return any(
            step.value and step.start <= day
            for key in account.appointments_ever(befattning)
            for step in account.steps(HOLDS, key)
        )

    @remembered
    def reports_to(self, befattning: str) -> str | None:
        """The befattning it reports to by decision, against the line; None: it follows the line."""
        found = self._value(REPORTS_TO, befattning)
        assert found is None or isinstance(found, str)
        return self._there(found)

    def reporters(self, befattning: str) -> tuple[str, ...]:
        """The befattningar that report to it by decision, against the line."""
        candidates = self.account.keys_having(REPORTS_TO, befattning)
        return tuple(b for b in candidates if self.exists(b) and self.reports_to(b) == befattning)

    # Organ

    def organs(self) -> tuple[str, ...]:
        """The political bodies that exist."""
        things = self.account.chronicle.things()
        return tuple(t for t in things if self._value(LIFE, t) == "organ")

    def organ(self, organ: str) -> Organ:
        """What a political body is on the day.

        Raises:
            UnknownThing: there is none with that id; NotOnThisDay if only on other days.
        """
        self._require(organ, "organ")
        account, day = self.account, self.day
        return Organ(
            id=organ,
            name=account.value(NAME, organ, day),
            kind=account.value(KIND, organ, day),
            part_of=account.value(PART_OF, organ, day),
        )

    def ledamoter(self, organ: str) -> tuple[Ledamot, ...]:
        """Who sits in an organ."""
        self._require(organ, "organ")
        keys = (key for key in self.account.keys_having(LEDAMOT, organ) if key[0] == organ)
        roles = ((key[1], self.account.value(LEDAMOT, key, self.day)) for key in keys)
        return tuple(Ledamot(person, role) for person, role in roles if role)

    @remembered
    def namnder_of(self, enhet: str) -> tuple[str, ...]:
        """The organ an enhet itself is placed under; `namnder` follows the line upwards too."""
        self._require(enhet, "enhet")
        keys = (key for key in self.account.keys_having(NAMND, enhet) if key[0] == enhet)
        return tuple(key[1] for key in keys if self._value(NAMND, key) and self.exists(key[1]))

    def namnder(self, enhet: str) -> tuple[str, ...]:
        """The organ an enhet answers to: its own or, when it has none, those of what it is under."""
        for nearest in reversed(self.path(enhet)):
            if own := self.namnder_of(nearest):
                return own
        return ()
