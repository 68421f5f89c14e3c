"""Changes of enheter, as drawn."""

from __future__ import annotations

from orgmodell.changes import (
    AvtalEnded,
    BefattningMoved,
    Change,
    DelegationsordningRepealed,
    EnhetAliasAdded,
    EnhetCreated,
    EnhetDissolved,
    EnheterMerged,
    EnhetMoved,
    EnhetPlacedUnderNamnd,
    EnhetReclassified,
    EnhetRemovedFromNamnd,
    EnhetRenamed,
    EnhetSplit,
    ForumDissolved,
    HeadcountStated,
    InstrumentTransferred,
    OverenskommelseEnded,
    UppdragTransferred,
)
from orgmodell.testing.pick import PARTIES, Maker, Pick
from orgmodell.testing.pools import DAYS, ENHETER

KINDS = ("avdelning", "skolenhet", "styrelse")  # an enhet may be called a styrelse; it is none


def create_enhet(pick: Pick) -> list[Change]:
    enhet = pick.new("enhet")
    parent = None if pick.now_and_then() else pick.enhet(enhet)
    end = DAYS[-1] if pick.now_and_then() else None
    return [EnhetCreated(enhet, name=enhet.title(), kind=pick.any(KINDS), parent=parent, planned_end=end)]


def rename(pick: Pick) -> list[Change]:
    return [EnhetRenamed(pick.enhet(), name=pick.any(("Nord", "Syd")))]


def reclassify(pick: Pick) -> list[Change]:
    return [EnhetReclassified(pick.enhet(), kind=pick.any(KINDS))]


def move_enhet(pick: Pick) -> list[Change]:
    enhet = pick.enhet()
    return [EnhetMoved(enhet, parent=None if pick.now_and_then() else pick.enhet(enhet))]


def merge(pick: Pick) -> list[Change]:
    """Every other time the receiver is merged in its turn, with all that has come into it."""
    into = pick.enhet()
    others = [enhet for enhet in ENHETER if enhet != into]
    living = [enhet for enhet in pick.today.living("enhet") if enhet != into]
    filled = [enhet for enhet in living if pick.view.children(enhet) or pick.view.befattningar(enhet)]
    merged = [pick.fitting(filled or living, others)]
    if pick.now_and_then():
        merged.append(pick.fitting(living, others))
    changes: list[Change] = [EnheterMerged(merged, into=into)]
    later = [day for day in DAYS if day > pick.day]
    goes_on: bool = pick.any((False, True))
    if later and goes_on:
        next_one = pick.fitting((enhet for enhet in living if enhet not in merged), others)
        changes.append(EnheterMerged([into], into=next_one, effective=pick.any(later)))
    return changes


def split(pick: Pick) -> list[Change]:
    enhet = pick.enhet()
    others = [other for other in ENHETER if other != enhet]
    living = [other for other in pick.today.living("enhet") if other != enhet]
    parts = (pick.fitting(living, others), pick.fitting(living, others))
    return [*_emptied(pick, enhet), EnhetSplit(enhet, into=parts)]


def dissolve(pick: Pick) -> list[Change]:
    enhet = pick.enhet()
    successors = (pick.enhet(enhet),) if pick.now_and_then() else ()
    return [*_emptied(pick, enhet), EnhetDissolved(enhet, successors=successors)]


def _emptied(pick: Pick, enhet: str) -> list[Change]:
    """Moves what is in an enhet elsewhere; now and then forgets it."""
    moves: list[Change] = []
    if not pick.now_and_then():
        elsewhere = pick.enhet(enhet)
        children = [each for each in pick.today.living("enhet") if pick.view.parent(each) == enhet]
        placed = [each for each in pick.today.living("befattning") if pick.view.placement(each) == enhet]
        moves += [EnhetMoved(child, parent=elsewhere) for child in children if child != elsewhere]
        moves += [BefattningMoved(post, enhet=elsewhere) for post in placed]
    return [*moves, *relieved(pick, enhet)]


def relieved(pick: Pick, party: str) -> list[Change]:
    """Transfers or ends what an enhet or organ answers for; often forgets some of it."""
    view = pick.view
    uppdrag = [each for each in pick.today.living("uppdrag") if view.uppdrag(each).ansvarig == party]
    forums = [each for each in pick.today.living("forum") if view.forum(each).part_of == party]
    heir = pick.another(*PARTIES, but=party)
    changes: list[Change] = []
    if not pick.often():
        changes += [UppdragTransferred(each, to=heir) for each in uppdrag]
    if not pick.often():
        changes += [ForumDissolved(each) for each in forums]
    if not pick.often():
        changes += [DelegationsordningRepealed(each) for each in pick.today.ordningar_of(party)]
    return [*changes, *released_from_instruments(pick, party, heir)]


def released_from_instruments(pick: Pick, party: str, heir: str) -> list[Change]:
    """Transfers or ends the instruments it is a party of; often forgets one."""
    changes: list[Change] = []
    for instrument in pick.today.in_force():
        its = pick.view.instrument(instrument)
        orders, performs = its.bestallare == party, its.utforare == party
        if not (orders or performs) or pick.often():
            continue
        if pick.any((True, False)):
            ending = AvtalEnded if its.kind == "avtal" else OverenskommelseEnded
            changes.append(ending(instrument))
        else:
            to_order, to_perform = heir if orders else None, heir if performs else None
            changes.append(InstrumentTransferred(instrument, bestallare=to_order, utforare=to_perform))
    return changes


def alias(pick: Pick) -> list[Change]:
    return [EnhetAliasAdded(pick.enhet(), alias=pick.any(("smeknamnet", "f.d. kansliet")))]


def place_under_namnd(pick: Pick) -> list[Change]:
    return [EnhetPlacedUnderNamnd(pick.enhet(), namnd=pick.organ())]


def remove_from_namnd(pick: Pick) -> list[Change]:
    enhet, organ = pick.fitting(pick.today.under_namnd, [(pick.enhet(), pick.organ())])
    return [EnhetRemovedFromNamnd(enhet, namnd=organ)]


def headcount(pick: Pick) -> list[Change]:
    return [HeadcountStated(pick.any((pick.enhet(), pick.post())), medarbetare=pick.any((3, 40)))]


MAKERS: tuple[Maker, ...] = (
    *(create_enhet,) * 2,
    rename,
    reclassify,
    *(move_enhet,) * 3,
    *(merge,) * 4,
    *(split,) * 3,
    *(dissolve,) * 3,
    alias,
    *(place_under_namnd,) * 2,
    *(remove_from_namnd,) * 3,
    headcount,
)
ENDING: tuple[Maker, ...] = (merge, split, dissolve)
