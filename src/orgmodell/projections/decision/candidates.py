"""Whom a decision right comes to: from a row to the persons who may use it, or may not, and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from orgmodell import swedish
from orgmodell.changes import AUTOMATED, DelegationsordningAdopted, Form, Rad, VidaredelegationGranted
from orgmodell.changes.attributes import HOLDS
from orgmodell.law import Law
from orgmodell.periods import Period
from orgmodell.projections.decision.answer import Candidate, Question
from orgmodell.projections.expiring import in_months
from orgmodell.projections.line import line
from orgmodell.rules.delegation import delegate_kind
from orgmodell.view import Holder, View

ACTING: tuple[Form, ...] = ("tf", "tjf", "vikarie")
NO_ENHET = "enheten är inte angiven"
DANGLES = "finns inte längre: raden hänger i luften"

Why = tuple[str | None, str | None]  # the reason, and the law behind it


@attrs.frozen
class Candidates:
    """Whom rows of a delegationsordning come to, in one matter.

    Attributes:
        view: the organisation on the day.
        question: what is asked.
        law: the kommunallag of the day.
        namnd: whose delegationsordning it is.
        ordning: the delegationsordning, with its policies.
    """

    view: View
    question: Question
    law: Law
    namnd: str
    ordning: DelegationsordningAdopted

    def by_row(self, row: Rad) -> Iterator[Candidate]:
        """The delegate of a row."""
        if row.automatiserad:
            yield Candidate(AUTOMATED, "delegat", titled=True)
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

    def named(self, delegat: str, by: str) -> Iterator[Candidate]:
        """A befattning, an organ or a person that a row names."""
        match delegate_kind(self.view.account, delegat, self.namnd, self.view.day):
            case "anstalld":
                yield from self.holders(delegat, by)
            case "utskott" | "presidium" if self.view.exists(delegat):
                yield Candidate(delegat, by)
            case "ledamot" | "ersattare":
                yield self.seated(delegat, by)
            case _:
                yield Candidate(delegat, by, rejected=DANGLES)

    def seated(self, person: str, by: str) -> Candidate:
        """A person who sits in the nämnd."""
        why, lagrum = self._hindered(person, person)
        return Candidate(person, by, person, None, why, lagrum)

    def by_title(self, title: str, by: str) -> Iterator[Candidate]:
        """Whoever has a title in the enhet's own line; or why there is none."""
        posts: tuple[str, ...] = ()
        if self.question.enhet is None:
            yield Candidate(title, by, titled=True, rejected=NO_ENHET)
        elif not (posts := self.view.titled_in_line(title, self.question.enhet)):
            yield Candidate(title, by, titled=True, rejected="ingen har titeln i enhetens linje den dagen")
        for post in posts:
            yield from self.holders(post, by)

    def holders(self, post: str, by: str) -> Iterator[Candidate]:
        """Whoever holds a befattning, acting holders first; or that nobody does."""
        view = self.view
        if not view.exists(post):
            yield Candidate(post, by, rejected=DANGLES)
            return
        holders = view.holders(post)
        for holder in holders:
            why, lagrum = self._why_not(post, holder)
            yield Candidate(post, by, holder.person, holder.form, why, lagrum)
        if not holders:
            away = "är frånvarande" if post in self.question.absent else None
            yield Candidate(post, by, rejected="är vakant" if view.is_vacant(post) else away)

    def _why_not(self, post: str, holder: Holder) -> Why:
        """Why a holder of a befattning may not decide, and the law behind it."""
        hindered = self._hindered(post, holder.person)
        if hindered[0] is not None:
            return hindered
        if holder.form == "konsult":
            lagrum = self.law.cite(self.law.delegates["anstalld"])
            return "är konsult och inte anställd hos kommunen", lagrum
        if holder.form == "ordinarie" and any(other.form in ACTING for other in self.view.holders(post)):
            return "är ersatt av en tillförordnad eller vikarie den dagen", None
        if holder.form in ACTING and not self.ordning.tf_arver:
            return "är tillförordnad, och ärver inte delegationen enligt delegationsordningen", None
        if (free := self._free_from(post, holder)) > self.view.day:
            return f"är ny på befattningen: karenstid till {free}", None
        return None, None

    def _free_from(self, post: str, holder: Holder) -> date:
        """The first day on which a holder is no longer new, in whatever forms the post has been held."""
        account = self.view.account
        its = [each for each in account.appointments_ever(post) if each.person == holder.person]
        held = [step.period for each in its for step in account.held(HOLDS, each)]
        since = self.view.day
        while earlier := [p.start for p in held if p.start and p.start < since and _reaches(p, since)]:
            since = min(earlier)
        return in_months(since, self.ordning.karenstid)

    def _hindered(self, who: str, person: str) -> Why:
        if person in self.question.jav or who in self.question.jav:
            return "är jävig", self.law.cite(self.law.jav)
        if person in self.question.absent or who in self.question.absent:
            return "är frånvarande", None
        return None, None

    def instead_of(self, posts: list[str], row: Rad) -> Iterator[Candidate]:
        """Who decides when none of these befattningar can, in the order the ordning has."""
        for way in self.ordning.ersattarordning:
            if way == "ersattare":
                for each in row.ersattare:
                    yield from self.named(each, swedish.FALLBACKS["ersattare"])
            elif way == "utsedd":
                deputies = (self.view.deputy(post) for post in posts if self.view.exists(post))
                for deputy in dict.fromkeys(d for d in deputies if d is not None):
                    yield from self.holders(deputy, swedish.FALLBACKS["utsedd"])
            elif way == "overordnad":
                for chef in self._chefer_over(posts):
                    yield from self.holders(chef, swedish.FALLBACKS["overordnad"])
            # "vikarie": whoever acts in the post has been tried as its holder

    def _chefer_over(self, posts: list[str]) -> dict[str, None]:
        """The chefer above befattningar; above one that is gone there is none: no right moves silently."""
        there = (post for post in posts if self.view.exists(post))
        return dict.fromkeys(chef for post in there for chef in line(self.view, post))

    def above(self, found: Candidate) -> Iterator[Candidate]:
        """The chefer above, where the ordning gives them the right of those below."""
        if self.ordning.overordnad_har_ratt and self.view.account.type_of(found.who) == "befattning":
            for chef in line(self.view, found.who):
                yield from self.holders(chef, "överordnad chef, som alltid har rätten")

    def ordforande(self) -> Iterator[Candidate]:
        """The ordförande of the nämnd, for what cannot wait for it."""
        for one in self.view.ledamoter(self.namnd):
            if one.role == "ordforande":
                yield self.seated(one.person, "ordföranden, när nämnden inte kan avvaktas")


def _reaches(period: Period, day: date) -> bool:
    """Whether a period goes on to the day, or ends as the day begins."""
    return period.until is None or period.until >= day
