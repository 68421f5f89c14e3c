"""What an åtgärd or a förslag is on a day, and what somebody has to do with them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

import attrs

from orgmodell.changes import AtgardPlanned, AtgardReassigned, Change, ForslagMade
from orgmodell.changes.attributes import ANSVARIGA, DEPENDS_ON, MADE_BY
from orgmodell.projections.portrait.thing import ThingPortrait
from orgmodell.view import Atgard, Forslag, View


@attrs.frozen(kw_only=True)
class AtgardPortrait(ThingPortrait):
    """An åtgärd on a day.

    Attributes:
        atgard: what it is.
        waits_for: the åtgärder among what it waits for, done or not.
        holds_up: the åtgärder that wait for it, done or not.
    """

    atgard: Atgard
    waits_for: tuple[Atgard, ...]
    holds_up: tuple[Atgard, ...]

    @classmethod
    def of(cls, view: View, thing: str) -> Self:
        atgard = view.atgard(thing)
        return cls(
            id=thing,
            view=view,
            atgard=atgard,
            waits_for=tuple(view.atgard(other) for other in atgard.depends_on if _is_atgard(view, other)),
            holds_up=tuple(view.atgard(other) for other in _waiting_for(view, thing)),
        )


@attrs.frozen(kw_only=True)
class ForslagPortrait(ThingPortrait):
    """A förslag on a day: what is proposed, and what became of it."""

    forslag: Forslag

    @classmethod
    def of(cls, view: View, thing: str) -> Self:
        return cls(
            id=thing,
            view=view,
            forslag=view.forslag(thing),
        )


def to_do(view: View, actor: str) -> Iterator[Atgard]:
    """The open åtgärder that something is ansvarig for."""
    ever = (
        change.atgard
        for change in _changes_naming(view, actor)
        if isinstance(change, AtgardPlanned | AtgardReassigned) and actor in change.ansvariga
    )
    for atgard in dict.fromkeys(ever):
        if view.exists(atgard) and actor in (view.account.value(ANSVARIGA, atgard, view.day) or ()):
            found = view.atgard(atgard)
            if found.state == "planerad":
                yield found


def made_by(view: View, proposer: str) -> Iterator[Forslag]:
    """What something or somebody has proposed."""
    ever = (change.forslag for change in _changes_naming(view, proposer) if isinstance(change, ForslagMade))
    for forslag in dict.fromkeys(ever):
        if view.exists(forslag) and view.account.value(MADE_BY, forslag, view.day) == proposer:
            yield view.forslag(forslag)


def _waiting_for(view: View, atgard: str) -> Iterator[str]:
    ever = (
        change.atgard
        for change in _changes_naming(view, atgard)
        if isinstance(change, AtgardPlanned) and atgard in change.depends_on
    )
    for other in dict.fromkeys(ever):
        if view.exists(other) and atgard in (view.account.value(DEPENDS_ON, other, view.day) or ()):
            yield other


def _changes_naming(view: View, thing: str) -> Iterator[Change]:
    """The changes that name a thing, counting or not: where to look, which is not read from."""
    account = view.account
    return (account.fact(seq).change for seq in dict.fromkeys(account.chronicle.mentions(thing)))


def _is_atgard(view: View, thing: str) -> bool:
    return view.account.type_of(thing) == "atgard" and view.exists(thing)
