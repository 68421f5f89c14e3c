"""What an åtgärd or a förslag is on a day, and what somebody has to do with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from orgmodell.changes import AtgardPlanned, AtgardReassigned, Change, ForslagMade
from orgmodell.changes.attributes import ANSVARIGA, DEPENDS_ON, MADE_BY
from orgmodell.projections.answer import told_inside
from orgmodell.projections.passing import is_there
from orgmodell.view import Atgard, Forslag, View


@attrs.frozen(kw_only=True)
class AtgardPortrait:
    """An åtgärd on a day.

    Attributes:
        atgard: what it is.
        waits_for: the åtgärder among what it waits for, done or not.
        holds_up: the åtgärder that wait for it, done or not.
        absent: what it concerns that does not exist on the day.
    """

    atgard: Atgard = attrs.field(metadata=told_inside())
    waits_for: tuple[Atgard, ...]
    holds_up: tuple[Atgard, ...]
    absent: tuple[str, ...]


@attrs.frozen(kw_only=True)
class ForslagPortrait:
    """A förslag on a day: what is proposed, and what became of it.

    Attributes:
        forslag: what it is.
        absent: what it concerns that does not exist on the day.
    """

    forslag: Forslag = attrs.field(metadata=told_inside())
    absent: tuple[str, ...]


def atgard_portrait(view: View, thing: str) -> AtgardPortrait:
    """An åtgärd on the day."""
    atgard = view.atgard(thing)
    return AtgardPortrait(
        atgard=atgard,
        waits_for=tuple(view.atgard(other) for other in atgard.depends_on if _is_atgard(view, other)),
        holds_up=tuple(view.atgard(other) for other in _waiting_for(view, thing)),
        absent=_absent(view, atgard.concerns),
    )


def forslag_portrait(view: View, thing: str) -> ForslagPortrait:
    """A förslag on the day."""
    forslag = view.forslag(thing)
    return ForslagPortrait(forslag=forslag, absent=_absent(view, forslag.concerns))


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


def _absent(view: View, things: Iterable[str]) -> tuple[str, ...]:
    return tuple(thing for thing in things if not is_there(view, thing))


def _is_atgard(view: View, thing: str) -> bool:
    return view.account.type_of(thing) == "atgard" and view.exists(thing)
