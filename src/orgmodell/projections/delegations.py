"""Which decision rights befattningar and persons have on a day, and what changes between two days."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import attrs

from orgmodell.projections.basis import Basis, basis
from orgmodell.view import Delegation, Holder, View


@attrs.frozen
class Rights:
    """The decision rights of a befattning on a day.

    Attributes:
        befattning: the befattning.
        holders: who has it.
        delegations: its rights, in order of row; none: nothing is delegated to it.
    """

    befattning: str
    holders: tuple[Holder, ...]
    delegations: tuple[Delegation, ...]
    _view: View = attrs.field(repr=False, eq=False)

    @property
    def basis(self) -> Basis:
        """The recorded facts it rests on."""
        return basis(self._view, lambda view: _rights(view, self.befattning))


@attrs.frozen
class Shift:
    """What somebody may decide on one day and not on another.

    Attributes:
        person: who.
        lost: the rights that are gone, by befattning.
        gained: the rights that are new, by befattning.
    """

    person: str
    lost: tuple[tuple[str, Delegation], ...]
    gained: tuple[tuple[str, Delegation], ...]


def rights(view: View) -> tuple[Rights, ...]:
    """The decision rights of each chef, and of each other befattning that has any.

    Where the nämnd above has a delegationsordning, a chef without any right is among them.
    """
    under = dict.fromkeys(_posts(view))
    found = (_rights(view, post) for post in dict.fromkeys([*under, *view.befattningar()]))
    return tuple(each for each in found if each.delegations or _is_chef_under(view, each.befattning, under))


def _is_chef_under(view: View, befattning: str, under: Collection[str]) -> bool:
    return befattning in under and view.is_chef(befattning)


def rights_of(view: View, thing: str) -> tuple[Rights, ...]:
    """The decision rights of a befattning, or of the befattningar a person has.

    Raises:
        UnknownThing: it is neither.
    """
    posts = view.account.posts_ever(thing) if view.account.type_of(thing) is None else ()
    held = [post for post in posts if any(h.person == thing for h in _holders(view, post))]
    return tuple(_rights(view, post) for post in (held if posts else [thing]))


def shifts(before: View, after: View, who: str | None = None) -> tuple[Shift, ...]:
    """Who has lost or gained decision rights between two days: of a matter, whatever number its row has.

    Args:
        before: the organisation on the earlier day.
        after: on the later day, or in an alternative.
        who: only of this person, or by this befattning.
    """
    then, now = _by_person(before), _by_person(after)
    found = []
    for person in dict.fromkeys((*then, *now)):
        earlier, later = then.get(person, {}), now.get(person, {})
        lost = tuple(earlier[each] for each in earlier if each not in later)
        gained = tuple(later[each] for each in later if each not in earlier)
        if who not in (None, person):
            lost, gained = (tuple(each for each in side if each[0] == who) for side in (lost, gained))
        if lost or gained:
            found.append(Shift(person, lost, gained))
    return tuple(found)


def _posts(view: View) -> Iterator[str]:
    """The befattningar under nämnder that have a delegationsordning."""
    for enhet in view.enheter():
        if any(view.ordning_of(namnd) for namnd in view.namnder(enhet)):
            yield from (*view.leaders(enhet), *view.befattningar(enhet))


def _rights(view: View, befattning: str) -> Rights:
    return Rights(befattning, _holders(view, befattning), view.delegations(befattning), view)


def _holders(view: View, befattning: str) -> tuple[Holder, ...]:
    return view.holders(befattning) if view.exists(befattning) else ()


def _by_person(view: View) -> dict[str, dict[object, tuple[str, Delegation]]]:
    """By person, the rights they have: by matter and what it is limited to."""
    found: dict[str, dict[object, tuple[str, Delegation]]] = {}
    for each in rights(view):
        for holder in (h for h in each.holders if h.form != "konsult"):
            for one in each.delegations:
                right = one.rad.matter, one.by
                found.setdefault(holder.person, {})[right] = each.befattning, one
    return found
