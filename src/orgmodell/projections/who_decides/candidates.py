"""Whom a decision right comes to: from a row to the persons who may use it, or may not, and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from orgmodell.changes import AUTOMATED, DelegationsordningAdopted, Form, Rad, VidaredelegationGranted
from orgmodell.changes.attributes import HOLDS
from orgmodell.law import Law
from orgmodell.periods import Period
from orgmodell.projections.expiring import in_months
from orgmodell.projections.line import line
from orgmodell.projections.who_decides.answer import Candidate, Case, Reason, Right, Why
from orgmodell.rules.delegation import delegate_kind
from orgmodell.view import Holder, View
from orgmodell.words import who_decides as words

ACTING: tuple[Form, ...] = ("tf", "tjf", "vikarie")


@attrs.frozen
class Candidates:
    """Whom rows of a delegationsordning come to, in one matter.

    Attributes:
        view: the organisation on the day.
        case: the matter as it comes up.
        law: the kommunallag of the day.
        namnd: whose delegationsordning it is.
        ordning: the delegationsordning, with its policies.
    """

    view: View
    case: Case
    law: Law
    namnd: str
    ordning: DelegationsordningAdopted

    def by_row(self, row: Rad) -> Iterator[Candidate]:
        """The delegate of a row."""
        if row.automatiserad:
            yield Candidate(who=AUTOMATED, right="delegat", titled=True)
        for delegat in row.delegat:
            yield from self.named(delegat, "delegat")
        if row.delegat_typ is not None:
            yield from self.by_title(row.delegat_typ, "delegat")

    def by_vidaredelegation(self, given: VidaredelegationGranted) -> Iterator[Candidate]:
        """Whoever a row has been passed on to."""
        if given.to is not None:
            yield from self.holders(given.to, "vidaredelegat")
        elif given.to_typ is not None:
            yield from self.by_title(given.to_typ, "vidaredelegat")

    def named(self, delegat: str, right: Right) -> Iterator[Candidate]:
        """A befattning, an organ or a person that a row names."""
        match delegate_kind(self.view.account, delegat, self.namnd, self.view.day):
            case "anstalld":
                yield from self.holders(delegat, right)
            case "utskott" | "presidium" if self.view.exists(delegat):
                yield Candidate(who=delegat, right=right)
            case "ledamot" | "ersattare":
                yield self.seated(delegat, right)
            case _:
                yield Candidate(who=delegat, right=right, why=because("borta"))

    def seated(self, person: str, right: Right) -> Candidate:
        """A person who sits in the nämnd."""
        return Candidate(who=person, right=right, person=person, why=self._hindered(person, person))

    def by_title(self, title: str, right: Right) -> Iterator[Candidate]:
        """Whoever has a title in the enhet's own line; or why there is none."""
        posts: tuple[str, ...] = ()
        if self.case.enhet is None:
            yield Candidate(who=title, right=right, titled=True, why=because("ingen enhet"))
        elif not (posts := self.view.titled_in_line(title, self.case.enhet)):
            yield Candidate(who=title, right=right, titled=True, why=because("ingen har titeln"))
        for post in posts:
            yield from self.holders(post, right)

    def holders(self, post: str, right: Right) -> Iterator[Candidate]:
        """Whoever holds a befattning, acting holders first; or that nobody does."""
        if not self.view.exists(post):
            yield Candidate(who=post, right=right, why=because("borta"))
            return
        holders = self.view.holders(post)
        for holder in holders:
            why = self._why_not(post, holder)
            yield Candidate(who=post, right=right, person=holder.person, form=holder.form, why=why)
        if not holders:
            yield Candidate(who=post, right=right, why=self._why_nobody(post))

    def _why_nobody(self, post: str) -> Why | None:
        """Why a befattning that nobody is recorded to hold may not decide; None when that is not known."""
        if self.view.is_vacant(post):
            return because("vakant")
        return because("franvarande") if post in self.case.absent else None

    def _why_not(self, post: str, holder: Holder) -> Why | None:
        """Why a holder of a befattning may not decide."""
        hindered = self._hindered(post, holder.person)
        if hindered is not None:
            return hindered
        if holder.form == "konsult":
            return because("konsult", self.law.cite(self.law.delegates["anstalld"]))
        if holder.form == "ordinarie" and any(other.form in ACTING for other in self.view.holders(post)):
            return because("ersatt")
        if holder.form in ACTING and not self.ordning.tf_arver:
            return because("tf arver inte")
        if (free := self._free_from(post, holder)) > self.view.day:
            return Why(reason="karenstid", says=words.new_until(free), until=free)
        return None

    def _free_from(self, post: str, holder: Holder) -> date:
        """The first day on which a holder is no longer new, in whatever forms the post has been held."""
        account = self.view.account
        its = [each for each in account.appointments_ever(post) if each.person == holder.person]
        held = [step.period for each in its for step in account.held(HOLDS, each)]
        since = self.view.day
        while earlier := [p.start for p in held if p.start and p.start < since and _reaches(p, since)]:
            since = min(earlier)
        return in_months(since, self.ordning.karenstid)

    def _hindered(self, who: str, person: str) -> Why | None:
        if person in self.case.jav or who in self.case.jav:
            return because("javig", self.law.cite(self.law.jav))
        if person in self.case.absent or who in self.case.absent:
            return because("franvarande")
        return None

    def instead_of(self, posts: list[str], row: Rad) -> Iterator[Candidate]:
        """Who decides when none of these befattningar can, in the order the ordning has."""
        for way in self.ordning.ersattarordning:
            if way == "ersattare":
                for each in row.ersattare:
                    yield from self.named(each, "ersattare")
            elif way == "utsedd":
                deputies = (self.view.deputy(post) for post in posts if self.view.exists(post))
                for deputy in dict.fromkeys(d for d in deputies if d is not None):
                    yield from self.holders(deputy, "utsedd")
            elif way == "overordnad":
                for chef in self._chefer_over(posts):
                    yield from self.holders(chef, "overordnad")
            # "vikarie": whoever acts in the post has been tried as its holder

    def _chefer_over(self, posts: list[str]) -> dict[str, None]:
        """The chefer above befattningar; above one that is gone there is none: no right moves silently."""
        there = (post for post in posts if self.view.exists(post))
        return dict.fromkeys(chef for post in there for chef in line(self.view, post))

    def above(self, found: Candidate) -> Iterator[Candidate]:
        """The chefer above, where the ordning gives them the right of those below."""
        if self.ordning.overordnad_har_ratt and self.view.account.type_of(found.who) == "befattning":
            for chef in line(self.view, found.who):
                yield from self.holders(chef, "overordnad har ratt")

    def ordforande(self) -> Iterator[Candidate]:
        """The ordförande of the nämnd, for what cannot wait for it."""
        for one in self.view.ledamoter(self.namnd):
            if one.role == "ordforande":
                yield self.seated(one.person, "ordforande")


def because(reason: Reason, lagrum: str | None = None) -> Why:
    """Why somebody may not decide, when the reason says it all."""
    return Why(reason=reason, says=words.REASONS[reason], lagrum=lagrum)


def _reaches(period: Period, day: date) -> bool:
    """Whether a period goes on to the day, or ends as the day begins."""
    return period.until is None or period.until >= day
