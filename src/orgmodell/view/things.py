"""What is behind an id on one day: enheter, organ and befattningar, and who has them."""

from __future__ import annotations

from datetime import date

import attrs

from orgmodell.changes import Form, LedamotRole


@attrs.frozen
class Enhet:
    """An enhet on one day.

    Attributes:
        id: its id.
        name: its name that day.
        kind: what it is called: förvaltning, avdelning, stab …
        parent: the id of the enhet it is under; None at the top.
        aliases: other names and spellings.
        planned_end: its last planned day, if it is temporary.
    """

    id: str
    name: str
    kind: str
    parent: str | None
    aliases: tuple[str, ...] = ()
    planned_end: date | None = None


@attrs.frozen
class Organ:
    """A political body on one day; ``part_of`` is the organ it belongs to, as an utskott to a nämnd."""

    id: str
    name: str
    kind: str
    part_of: str | None


@attrs.frozen
class Befattning:
    """A post on one day: where it is placed and which enheter it leads."""

    id: str
    title: str
    enhet: str
    leads: tuple[str, ...]
    personalansvar: bool | None = None
    budgetansvar: bool | None = None


@attrs.frozen
class Holder:
    """A person who holds a befattning, and in which form."""

    person: str
    form: Form


@attrs.frozen
class Chef:
    """Who is chef of an enhet: the leading befattning, and who holds it in which form."""

    befattning: str
    person: str
    form: Form


@attrs.frozen
class Ledamot:
    """A person who sits in an organ."""

    person: str
    role: LedamotRole
