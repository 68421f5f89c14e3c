"""Changes of befattningar, of who leads and of who holds them, as drawn."""

from __future__ import annotations

from orgmodell.changes import (
    FORMS,
    BefattningCreated,
    BefattningMoved,
    BefattningRetitled,
    BefattningWithdrawn,
    Change,
    HolderAppointed,
    HolderReleased,
    LeadershipAssigned,
    LeadershipEnded,
    ReportingChanged,
    VacancyDeclared,
)
from orgmodell.changes.attributes import Form
from orgmodell.testing.pick import Maker, Pick
from orgmodell.testing.pools import ENHETER, POSTS


def create_post(pick: Pick) -> list[Change]:
    post = pick.new("befattning")
    enhet = pick.enhet()
    leads = () if pick.any((True, False)) else tuple({pick.enhet()} - _led(pick))
    answers = pick.any((None, True, False))
    return [BefattningCreated(post, title=post.title(), enhet=enhet, leads=leads, personalansvar=answers)]


def _led(pick: Pick) -> set[str]:
    return {enhet for enhet, _ in pick.today.leaderships}


def retitle(pick: Pick) -> list[Change]:
    return [BefattningRetitled(pick.post(), title=pick.any(("Chef", "Ledare")))]


def move_post(pick: Pick) -> list[Change]:
    return [BefattningMoved(pick.post(), enhet=pick.enhet())]


def withdraw(pick: Pick) -> list[Change]:
    """With whoever holds it released, and whoever reports to it; now and then without."""
    post = pick.post()
    changes: list[Change] = [BefattningWithdrawn(post)]
    if not pick.now_and_then():
        changes += [HolderReleased(post, person=person) for person in pick.today.holders(post)]
        others = [each for each in pick.today.living("befattning") if each != post]
        reporting = sorted(each for each in others if pick.view.reports_to(each) == post)
        changes += [ReportingChanged(each, to=None) for each in reporting]
    return changes


def lead(pick: Pick) -> list[Change]:
    if pick.often():
        return _share(pick)
    enhet = pick.fitting({*pick.today.living("enhet")} - _led(pick), ENHETER)
    return [LeadershipAssigned(pick.post(), enhet=enhet)]


def _share(pick: Pick) -> list[Change]:
    """Another befattning leads beside the one that does, in samledarskap."""
    enhet = pick.fitting(_led(pick), ENHETER)
    leaders = sorted(post for led, post in pick.today.leaderships if led == enhet)
    sharing = dict.fromkeys([*leaders, pick.post()])
    return [LeadershipAssigned(post, enhet=enhet, samledarskap="var sin halva") for post in sharing]


def end_leadership(pick: Pick) -> list[Change]:
    at_random = pick.enhet(), pick.post()
    enhet, post = at_random if pick.now_and_then() else pick.fitting(pick.today.leaderships, [at_random])
    return [LeadershipEnded(post, enhet=enhet)]


def report(pick: Pick) -> list[Change]:
    return [ReportingChanged(pick.post(), to=None if pick.now_and_then() else pick.post())]


def appoint(pick: Pick) -> list[Change]:
    """Every other time somebody who leads."""
    free = [post for post in pick.today.living("befattning") if not pick.view.holders(post)]
    if pick.any((True, False)):
        free = [post for post in free if pick.view.leads(post)] or free
    form = pick.any(("ordinarie", *FORMS, "konsult"))
    return [HolderAppointed(pick.fitting(free, POSTS), person=pick.person(), form=form, until=pick.until())]


def reappoint(pick: Pick) -> list[Change]:
    """A new appointment of somebody who holds the post already, or will hold it."""
    nobody: tuple[str, str, Form] = (pick.post(), pick.person(), "tf")
    post, person, form = pick.fitting(pick.today.held, [nobody])
    return [HolderAppointed(post, person=person, form=form, until=pick.any((None, pick.later())))]


def release(pick: Pick) -> list[Change]:
    held = {(post, person) for post, person, _ in pick.today.held}
    post, person = pick.fitting(held, [(pick.post(), pick.person())])
    return [HolderReleased(post, person=person)]


def declare_vacancy(pick: Pick) -> list[Change]:
    return [VacancyDeclared(pick.post())]


MAKERS: tuple[Maker, ...] = (
    *(create_post,) * 2,
    retitle,
    move_post,
    *(withdraw,) * 3,
    *(lead,) * 4,
    *(end_leadership,) * 2,
    *(report,) * 3,
    *(appoint,) * 3,
    *(reappoint,) * 2,
    *(release,) * 3,
    declare_vacancy,
)
ENDING: tuple[Maker, ...] = (withdraw,)
