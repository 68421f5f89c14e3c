"""What is left without a home: things whose enhet, ansvarig or party has ended."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from orgmodell.changes.attributes import BESTALLARE, FORUM_OF, PARENT, PLACEMENT, RESPONSIBLE, UTFORARE
from orgmodell.timeline import Attribute
from orgmodell.view import View

_HOMES = {
    "enhet": (PARENT,),
    "befattning": (PLACEMENT,),
    "uppdrag": (RESPONSIBLE,),
    "forum": (FORUM_OF,),
    "avtal": (BESTALLARE, UTFORARE),
    "overenskommelse": (BESTALLARE, UTFORARE),
}


@attrs.frozen
class Homeless:
    """Something whose place has ended and that has not been given another.

    Attributes:
        thing: its id.
        type: enhet, befattning, uppdrag, forum, avtal, overenskommelse or atgard.
        was: what it was in or with: the enhet, ansvarig or party that has ended.
    """

    thing: str
    type: str
    was: str


def homeless(view: View) -> tuple[Homeless, ...]:
    """What is left without a home on the day, in recorded order.

    Where every beslut keeps the rules this can only be åtgärder whose ansvariga have all ended; an
    alternative that breaks them may leave anything.
    """
    return tuple(found for thing in view.account.chronicle.things() for found in _of(view, thing))


def _of(view: View, thing: str) -> Iterator[Homeless]:
    if not view.exists(thing):
        return
    kind = view.account.type_of(thing) or ""
    if kind == "atgard":
        atgard = view.atgard(thing)
        if atgard.state == "planerad" and atgard.ansvariga and not any(map(view.exists, atgard.ansvariga)):
            yield Homeless(thing, kind, ", ".join(atgard.ansvariga))
        return
    if kind in ("avtal", "overenskommelse") and not view.instrument(thing).in_force:
        return
    for attribute in _HOMES.get(kind, ()):
        if was := _gone(view, attribute, thing):
            yield Homeless(thing, kind, was)
            return


def _gone(view: View, attribute: Attribute[str, str], thing: str) -> str | None:
    home = view.account.enhet_of(attribute, thing, view.day)
    return home if home is not None and not view.exists(home) else None
