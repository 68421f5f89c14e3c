"""The way from a matter to whoever decides: reglemente, nämnd, ordning, row, vidaredelegation, person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from orgmodell.changes import DelegationsordningAdopted, Rad, VidaredelegationGranted
from orgmodell.law import Provision, law_on
from orgmodell.projections.answer import rests_on
from orgmodell.projections.who_decides.answer import Candidate, Case, How, Report, Right, WhoDecides, Why
from orgmodell.projections.who_decides.candidates import Candidates, because
from orgmodell.projections.who_decides.way import Way
from orgmodell.view import NotingView
from orgmodell.words import Text, same
from orgmodell.words import delegationsordning as of_rows
from orgmodell.words import who_decides as words

Given = TypeVar("Given", Rad, VidaredelegationGranted)


class Search:
    """The search for whoever decides; it can be made once."""

    def __init__(self, view: NotingView, case: Case) -> None:
        self.view = view
        self.case = case
        self.law = law_on(view.day)
        self.arende = view.arende(case.arende)
        self.way = Way(view, self.law)

    def answer(self) -> WhoDecides:
        """The answer, from the matter to the person."""
        if self.case.enhet is not None:
            self.view.enhet(self.case.enhet)
        if self.arende.forbehallet == "fullmaktige":
            return self._fullmaktiges_own()
        namnd = self._find_namnd()
        if namnd is None:
            return self._found(None)
        if self.arende.forbehallet is not None:
            self.way.by_law("forbehallet", self.law.reserved[self.arende.forbehallet])
            return self._found(Candidate(who=namnd, right="forbehallet"), namnd=namnd)
        ordning = self.view.ordning_of(namnd)
        if ordning is None:
            self.way.lacks("ordning", words.no_ordning(self.way.called(namnd)), namnd)
            return self._found(None, namnd=namnd)
        return self._by_ordning(namnd, self.view.ordning(ordning))

    def _fullmaktiges_own(self) -> WhoDecides:
        self.way.by_law("fullmaktige", self.law.reserved["fullmaktige"])
        organs = self.view.account.organs_on("fullmaktige", self.view.day)
        if not organs:
            self.way.lacks("fullmaktige", words.NO_FULLMAKTIGE)
            return self._found(None)
        return self._found(Candidate(who=organs[0], right="fullmaktige"), namnd=organs[0])

    # The nämnd

    def _find_namnd(self) -> str | None:
        """The nämnd that answers for the matter, by the enhet and by the reglementen."""
        view, omrade = self.view, self.arende.omrade
        over = self._namnder_in_question()
        by_reglemente = [n for n in over if omrade is not None and omrade in (view.reglemente(n) or ())]
        unknown = [n for n in over if view.reglemente(n) is None]
        found = by_reglemente or (list(over) if omrade is None else unknown)
        chosen = found if len(found) == 1 else [n for n in found if self._is_in_the_ordning_of(n)]
        if len(chosen) != 1:
            self._lack_namnd(over, found)
            return None
        (namnd,) = chosen
        if omrade is not None and namnd in by_reglemente:
            self.way.through_reglemente(namnd, omrade)
        elif omrade is not None:
            self.way.lacks("reglemente", words.no_reglemente(self.way.called(namnd)), namnd)
        self.way.to_namnd(namnd)
        return namnd

    def _namnder_in_question(self) -> tuple[str, ...]:
        view = self.view
        if self.case.enhet is not None:
            return view.namnder(self.case.enhet)
        return tuple(o for o in view.organs() if view.ordning_of(o) or view.reglemente(o) is not None)

    def _is_in_the_ordning_of(self, namnd: str) -> bool:
        ordning = self.view.ordning_of(namnd)
        if ordning is None:
            return False
        about = self.view.rader_om(ordning, self.arende.id)
        return bool(about or self.view.withheld(ordning, self.arende.id))

    def _lack_namnd(self, over: Sequence[str], found: Sequence[str]) -> None:
        called = self.way.called
        if found:
            self.way.lacks("en namnd", words.one_of(map(called, found)), *found)
        elif over:
            omrade = self.arende.omrade or ""
            says = words.nobody_has(omrade, [called(each) for each in over])
            self.way.lacks("namnd med omradet", says, *over, omrade=omrade)
        elif self.case.enhet is not None:
            self.way.lacks("enhetens namnd", words.NAMND_OF_THE_ENHET)
        else:
            self.way.lacks("namnd med ordning", words.NO_NAMND)

    # The row

    def _by_ordning(self, namnd: str, ordning: DelegationsordningAdopted) -> WhoDecides:
        self.way.to_ordning(ordning)
        for title in self.view.withheld(ordning.ordning, self.arende.id):
            why = because("inte given")
            self.way.candidates.append(Candidate(who=title, right="delegat", titled=True, why=why))
        whom = Candidates(self.view, self.case, self.law, namnd, ordning)
        rows = self._take_fitting(self.view.rader_om(ordning.ordning, self.arende.id))
        for row in rows:
            if (answer := self._by_row(whom, row)) is not None:
                return answer
        if ordning.ofullstandig and not rows:
            self.way.lacks("alla rader", words.ONLY_PARTS)
            return self._found(None, namnd=namnd, ordning=ordning)
        if self.way.lacks_the_enhet():
            return self._found(None, namnd=namnd, ordning=ordning)
        return self._namndens_own(whom, "ingen delegat" if rows else "ingen rad")

    def _take_fitting(self, given: Iterable[Given]) -> list[Given]:
        """The rows, or what is passed on, that are about the case, nearest first; the rest are tried."""
        fitting = []
        for each in given:
            why = self._why_not(each)
            if why is None:
                fitting.append(each)
            else:
                self.way.candidates.append(_named(each, why))
        return sorted(fitting, key=self._nearest)

    def _why_not(self, given: Rad | VidaredelegationGranted) -> Why | None:
        """Why a row, or what is passed on, is not about the case."""
        belopp, passed_on = self.case.belopp, isinstance(given, VidaredelegationGranted)
        if isinstance(given, Rad) and given.bradskande and not self.case.bradskande:
            return because("bradskande")
        if given.belopp is not None and belopp is not None and belopp > given.belopp:
            says = words.over(given.belopp, passed_on)
            return Why(reason="belopp", says=says, belopp=given.belopp)
        if given.enhet is not None and self.case.enhet is None:
            return because("ingen enhet")
        if given.enhet is not None and not self._inside(given.enhet):
            says = words.only_for(self.way.called(given.enhet), passed_on)
            return Why(reason="enhet", says=says, enhet=given.enhet)
        return None

    def _inside(self, enhet: str) -> bool:
        asked = self.case.enhet
        return asked is not None and enhet in self.view.path(asked)

    def _nearest(self, given: Rad | VidaredelegationGranted) -> tuple[bool, float, int]:
        """Rows for urgent matters are tried first, then from the lowest amount and the narrowest enhet."""
        depth = len(self.view.path(given.enhet)) if given.enhet and self.view.exists(given.enhet) else 0
        urgent = isinstance(given, Rad) and given.bradskande
        limit = float("inf") if given.belopp is None else given.belopp
        return (not urgent, limit, -depth)

    def _by_row(self, whom: Candidates, row: Rad) -> WhoDecides | None:
        """Whoever decides by a row, its vidaredelegation and its fallbacks; None when nobody can."""
        for given in self._take_fitting(self.view.passed_on(row)):
            found = self.way.first_of(whom.by_vidaredelegation(given))
            if found is not None:
                self.way.to_row(row, self.arende.name)
                self.way.to_vidaredelegation(given)
                keeps = [each for each in whom.by_row(row) if each.why is None]
                return self._by(whom, found, row, keeps, given)
        delegates = list(whom.by_row(row))
        found = self.way.first_of(delegates)
        if found is None:
            posts = [each.who for each in delegates if self.way.is_post(each)]
            found = self.way.first_of(whom.instead_of(posts, row))
        if found is None:
            return None
        self.way.to_row(row, self.arende.name)
        return self._by(whom, found, row)

    def _by(
        self,
        whom: Candidates,
        found: Candidate,
        row: Rad,
        keeps: Sequence[Candidate] = (),
        given: VidaredelegationGranted | None = None,
    ) -> WhoDecides:
        also = [*keeps, *(each for each in whom.above(found) if each.why is None)]
        return self._found(found, namnd=whom.namnd, ordning=whom.ordning, row=row, also=also, given=given)

    def _namndens_own(self, whom: Candidates, right: Right) -> WhoDecides:
        if self.case.bradskande and (found := self.way.first_of(whom.ordforande())):
            self.way.by_law("bradskande", self.law.bradskande)
            return self._found(found, namnd=whom.namnd, ordning=whom.ordning)
        namnd = Candidate(who=whom.namnd, right=right)
        return self._found(namnd, namnd=whom.namnd, ordning=whom.ordning)

    # The answer

    def _found(
        self,
        decider: Candidate | None,
        *,
        namnd: str | None = None,
        ordning: DelegationsordningAdopted | None = None,
        row: Rad | None = None,
        also: Sequence[Candidate] = (),
        given: VidaredelegationGranted | None = None,
    ) -> WhoDecides:
        if self.way.lacks_the_enhet():
            self.way.lacks("enhet", words.WHICH_ENHET)
        if decider is not None:
            self.way.to_decider(decider, namnd)
        others: dict[str, Candidate] = {}
        for each in also:
            if decider is None or each.who != decider.who:
                others.setdefault(each.who, each)
        return WhoDecides(
            case=self.case,
            decider=decider,
            also=tuple(others.values()),
            namnd=namnd,
            ordning=ordning.ordning if ordning else None,
            rad=row,
            vidaredelegation=given,
            chain=tuple(self.way.chain),
            villkor=tuple(_villkor(row, given)) if row else (),
            report=self._report(ordning, row, given) if decider and decider.who != namnd else None,
            candidates=tuple(self.way.candidates),
            gaps=tuple(dict.fromkeys(self.way.gaps)),
            law=self.law,
            basis=rests_on(self.view),
        )

    def _report(
        self,
        ordning: DelegationsordningAdopted | None,
        row: Rad | None,
        given: VidaredelegationGranted | None,
    ) -> Report:
        """How the decision is reported: as the law requires, or as the row or the ordning says."""
        law = self.law
        if self.case.bradskande and (row is None or row.bradskande):
            return self._reported("nasta sammantrade", law.bradskande)
        if law.reporting == "alla" and given is not None:
            return self._reported("forvaltningschefen", law.vidaredelegation)
        if law.reporting == "alla":
            return self._reported("alla", law.anmalan)
        said = (row.anmalan if row else None) or (ordning.anmalan if ordning else "namnden")
        return self._reported(said, law.anmalan)

    def _reported(self, how: How, provision: Provision) -> Report:
        return Report(how=how, lagrum=self.law.cite(provision))


def _named(given: Rad | VidaredelegationGranted, why: Why) -> Candidate:
    """Whom a row, or what is passed on, names, and why it is not about the case."""
    if isinstance(given, Rad):
        who, titled = given.whom[0], not given.delegat
        return Candidate(who=who, right="delegat", nummer=given.nummer, titled=titled, why=why)
    who, titled = given.to or given.to_typ or "", given.to is None
    return Candidate(who=who, right="vidaredelegat", nummer=given.nummer, titled=titled, why=why)


def _villkor(row: Rad, given: VidaredelegationGranted | None) -> Iterator[Text]:
    """What has to be observed; of a row and what is passed on, both."""
    both: tuple[Rad | VidaredelegationGranted, ...] = (row,) if given is None else (row, given)
    limits = [each.belopp for each in both if each.belopp is not None]
    if limits:
        yield of_rows.up_to(min(limits))
    if row.samrad is not None:
        yield of_rows.samrad_with(row.samrad)
    yield from (same(each.villkor) for each in both if each.villkor is not None)
