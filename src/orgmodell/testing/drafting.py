"""Beslut as drawn: mostly such as fit the organisation, and now and then not."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import count

import attrs
from hypothesis import strategies as st

from orgmodell.changes import Beslut, Change, VidaredelegationGranted
from orgmodell.organisation import WritableOrganisation
from orgmodell.testing.drawing import ENDING, Hands
from orgmodell.testing.pick import NOW_AND_THEN, Maker, Pick, Standing
from orgmodell.testing.pools import DAYS, DECIDED, MISTYPED

_PREPARED = st.sampled_from((*(None,) * 12, *DECIDED))


@st.composite
def drawn_beslut(
    draw: st.DrawFn, organisation: WritableOrganisation, hands: Hands, series: str = "KF"
) -> Beslut:
    """The next beslut: one to three changes, or what belongs together in a reorganisation."""
    day = draw(st.sampled_from(DAYS))
    changes: list[Change] = []
    for _ in range(draw(st.sampled_from((1, 1, 1, 2, 3)))):
        for _ in range(3):
            made, fits = _made(draw, organisation, hands, day)
            if fits:
                break
        changes += made
    if draw(NOW_AND_THEN):
        changes = draw(st.permutations(changes))
    return Beslut(
        id=_next_id(organisation, series),
        decided=draw(st.sampled_from((*DECIDED * 8, MISTYPED))),
        decided_by=_decider(draw, organisation, changes, day),
        effective=day,
        forhandlad=draw(_PREPARED),
        riskbedomd=draw(_PREPARED),
        changes=tuple(changes),
    )


def _made(
    draw: st.DrawFn, organisation: WritableOrganisation, hands: Hands, day: date
) -> tuple[list[Change], bool]:
    """What a kind of change says, and whether it fits the day or, now and then, one of its own."""
    maker: Maker = draw(st.sampled_from(draw(st.sampled_from(hands))))
    late = maker in ENDING and not draw(NOW_AND_THEN)  # for an early end much that follows is in the way
    days = DAYS[-4:] if late else DAYS
    own = draw(st.sampled_from(days)) if late or draw(NOW_AND_THEN) else None
    for another in (False, True, True):
        own = draw(st.sampled_from(days)) if another else own
        pick = Pick(draw, organisation, own or day)
        made = maker(pick)
        if pick.fits:
            break
    return [attrs.evolve(change, effective=change.effective or own) for change in made], pick.fits


def _next_id(organisation: WritableOrganisation, series: str) -> str:
    chronicle = organisation.up_to_date()
    numbered = (f"{series} § {number}" for number in count(chronicle.position))
    return next(each for each in numbered if chronicle.find(each) is None)


def _decider(
    draw: st.DrawFn, organisation: WritableOrganisation, changes: Iterable[Change], day: date
) -> str | None:
    """Who takes the beslut: the chef that a row comes to, where it is passed on; or else mostly not known."""
    chefer: set[str] = set()
    for given in changes:
        if isinstance(given, VidaredelegationGranted):
            rows = Standing(organisation.on(given.effective or day)).rows
            numbered = (row for row in rows if row.nummer == given.nummer)
            chefer |= {post for row in numbered if row.ordning == given.ordning for post in row.delegat}
    if chefer and not draw(NOW_AND_THEN):
        return draw(st.sampled_from(sorted(chefer)))
    return draw(st.sampled_from((*(None,) * 6, "kf", "kf", "kf", "ks", "ks", "forvaltningschef")))
