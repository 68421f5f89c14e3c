"""Which decision rights befattningar and persons have on a day, and what has changed since another."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

import attrs

from orgmodell.projections.answer import Answer, TableAnswer, rests_on, told_as, told_inside
from orgmodell.projections.basis import united
from orgmodell.view import Delegation, Holder, NotingView, View


@attrs.frozen(kw_only=True)
class RightsOf(Answer):
    """The decision rights of a befattning on a day.

    Attributes:
        befattning: the befattning.
        holders: who has it.
        persons: the same, by their ids alone.
        delegations: its rights, in order of row; none: nothing is delegated to it.
    """

    befattning: str
    holders: tuple[Holder, ...] = attrs.field(metadata=told_as("held_by"))
    persons: tuple[str, ...] = attrs.field(metadata=told_as("holders"))
    delegations: tuple[Delegation, ...]


@attrs.frozen
class Right:
    """A right, and the befattning that it comes with."""

    befattning: str
    delegation: Delegation = attrs.field(metadata=told_inside())


@attrs.frozen
class Shift:
    """What somebody may decide on one day and not on another.

    Attributes:
        person: who.
        lost: the rights that are gone, with each befattning that they came with.
        gained: the rights that are new, with each befattning that they come with.
    """

    person: str
    lost: tuple[Right, ...]
    gained: tuple[Right, ...]


@attrs.frozen(kw_only=True)
class Rights(TableAnswer[RightsOf]):
    """The decision rights of befattningar on a day; a sequence of `RightsOf`.

    Attributes:
        rights: those of each befattning asked about.
        since: the day since which it is told who has lost or gained rights; None when that was not asked.
        shifts: who has; None when that was not asked.
    """

    rights: tuple[RightsOf, ...]
    since: date | None
    shifts: tuple[Shift, ...] | None

    @property
    def lines(self) -> tuple[RightsOf, ...]:
        return self.rights


def rights(view: View, who: str | None = None, since: View | None = None) -> Rights:
    """The decision rights of a befattning, or of the befattningar a person has; or of all that may have any.

    Those are each chef under a nämnd that has a delegationsordning, also one without any right, and each
    other befattning that has a right.

    Args:
        view: the organisation on the day.
        who: only of this befattning or person.
        since: the organisation on another day: who has lost or gained rights since is told too.

    Raises:
        UnknownThing: ``who`` is neither a befattning nor a person.
    """
    found = tuple(_rights_of(view, post) for post in (_with_rights(view) if who is None else _of(view, who)))
    shifts = None if since is None else tuple(_shifts(since, view, who))
    moved = {right.befattning for shift in shifts or () for right in (*shift.lost, *shift.gained)}
    untold = moved - {each.befattning for each in found}
    sides = ((since, moved), (view, untold)) if since is not None else ()
    compared = (_rights_of(side, post) for side, posts in sides for post in posts if side.exists(post))
    return Rights(
        rights=found,
        since=None if since is None else since.day,
        shifts=shifts,
        basis=united(each.basis for each in (*found, *compared)),
    )


def _rights_of(view: View, befattning: str) -> RightsOf:
    noting = NotingView(view)
    holders = _holders(noting, befattning)
    return RightsOf(
        befattning=befattning,
        holders=holders,
        persons=tuple(holder.person for holder in holders),
        delegations=noting.delegations(befattning),
        basis=rests_on(noting),
    )


def _of(view: View, who: str) -> list[str]:
    """The befattning, or the befattningar that a person has."""
    posts = view.account.posts_ever(who) if view.account.type_of(who) is None else ()
    held = [post for post in posts if any(h.person == who for h in _holders(view, post))]
    return held if posts else [who]


def _with_rights(view: View) -> list[str]:
    """The befattningar that have a right, and the chefer that could have."""
    under = dict.fromkeys(_posts(view))
    every = dict.fromkeys([*under, *view.befattningar()])
    return [post for post in every if view.delegations(post) or _is_chef_under(view, post, under)]


def _is_chef_under(view: View, befattning: str, under: Collection[str]) -> bool:
    return befattning in under and view.is_chef(befattning)


def _posts(view: View) -> Iterator[str]:
    """The befattningar under nämnder that have a delegationsordning."""
    for enhet in view.enheter():
        if any(view.ordning_of(namnd) for namnd in view.namnder(enhet)):
            yield from (*view.leaders(enhet), *view.befattningar(enhet))


def _holders(view: View, befattning: str) -> tuple[Holder, ...]:
    return view.holders(befattning) if view.exists(befattning) else ()


def _shifts(before: View, after: View, who: str | None) -> Iterator[Shift]:
    """Who has lost or gained rights: in a matter, whatever number its row has.

    What comes with several befattningar is told of each of them.
    """
    then, now = _by_person(before), _by_person(after)
    for person in dict.fromkeys((*then, *now)):
        earlier, later = then.get(person, {}), now.get(person, {})
        lost = tuple(right for each in earlier if each not in later for right in earlier[each].values())
        gained = tuple(right for each in later if each not in earlier for right in later[each].values())
        if who not in (None, person):
            lost, gained = (tuple(each for each in side if each.befattning == who) for side in (lost, gained))
        if lost or gained:
            yield Shift(person, lost, gained)


def _by_person(view: View) -> dict[str, dict[object, dict[str, Right]]]:
    """By person, the rights they have: by matter and what it is limited to, and by befattning."""
    found: dict[str, dict[object, dict[str, Right]]] = {}
    for post in _with_rights(view):
        for holder in (h for h in _holders(view, post) if h.form != "konsult"):
            for one in view.delegations(post):
                its = found.setdefault(holder.person, {}).setdefault((one.rad.matter, one.by), {})
                its[post] = Right(post, one)
    return found
