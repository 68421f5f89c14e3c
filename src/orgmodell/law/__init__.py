"""The law in force on a day, as data: ``kommunallagen.toml``. The next amendment is another entry there.

Leaf module: it knows days and words, and nothing of organisations.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import attrs
import msgspec

from orgmodell.mapping import FrozenMapping
from orgmodell.words import Text

DelegateKind = Literal["utskott", "ledamot", "ersattare", "anstalld", "presidium", "automatiserad"]
Reserved = Literal["mal", "yttrande", "principiell", "medborgarforslag", "sarskild", "fullmaktige"]
Reporting = Literal["alla", "namnden bestammer"]


@attrs.frozen
class Provision:
    """What a paragraph says, in short, and where it stands."""

    lagrum: str
    says: Text


@attrs.frozen(kw_only=True)
class Law:
    """The kommunallag as it reads from a day on, in what concerns who may decide.

    Attributes:
        act: the act, as "kommunallagen (2017:725)".
        amended: the act that last amended it; None when it is as it first was.
        since: the first day it reads so.
        delegates: who a nämnd may let decide on its behalf.
        reserved: what may not be delegated, and what fullmäktige decides itself.
        reporting: whether all decisions on delegation are reported, or those that nämnden says.
        anmalan: how such decisions are reported.
        vidaredelegation: who may pass a right on, and how far.
        bradskande: who may decide when nämnden cannot be awaited.
        jav: who may not take part in a matter.
        reglemente: who adopts the reglementen.
    """

    act: str
    amended: str | None = None
    since: date
    delegates: Mapping[DelegateKind, Provision] = attrs.field(
        converter=FrozenMapping[DelegateKind, Provision]
    )
    reserved: Mapping[Reserved, Provision] = attrs.field(converter=FrozenMapping[Reserved, Provision])
    reporting: Reporting
    anmalan: Provision
    vidaredelegation: Provision
    bradskande: Provision
    jav: Provision
    reglemente: Provision

    def cite(self, provision: Provision) -> str:
        """Where a provision stands: paragraph and act."""
        return f"{provision.lagrum} {self.act}"

    def __str__(self) -> str:
        return f"{self.act}, i lydelse enligt {self.amended}" if self.amended else self.act


def law_on(day: date) -> Law:
    """The kommunallag as it read on a day; before the first that is on record, that one.

    >>> law_on(date(2017, 12, 31)).act, law_on(date(2018, 1, 1)).act
    ('kommunallagen (1991:900)', 'kommunallagen (2017:725)')
    """
    earlier = [law for law in laws() if law.since <= day]
    return earlier[-1] if earlier else laws()[0]


@cache
def laws() -> tuple[Law, ...]:
    """Every wording on record, in order of day."""
    text = files(__package__).joinpath("kommunallagen.toml").read_text(encoding="utf-8")
    found: list[Law] = []
    whole: dict[str, Any] = {}
    for entry in tomllib.loads(text)["wording"]:
        whole = _amended(whole, entry) if "amended" in entry else entry
        found.append(attrs.evolve(msgspec.convert(whole, Law)))  # msgspec runs no converters
    return tuple(sorted(found, key=lambda law: law.since))


def _amended(before: dict[str, Any], entry: dict[str, Any]) -> dict[str, Any]:
    """The wording before, with what the entry adds or says otherwise."""
    tables = {name: {**before[name], **entry.get(name, {})} for name in ("delegates", "reserved")}
    return {**before, **entry, **tables}
