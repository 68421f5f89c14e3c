"""The way from a matter to whoever decides: reglemente, nämnd, ordning, row, vidaredelegation, person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from orgmodell import swedish
from orgmodell.changes import DelegationsordningAdopted, Rad, VidaredelegationGranted
from orgmodell.changes.attributes import HOLDS, LEDAMOT, REGLEMENTE, Appointment, OrganSeat, Row
from orgmodell.changes.delegation import ORDNING, RAD
from orgmodell.law import law_on
from orgmodell.projections.decision.answer import Candidate, Decision, Ground, Question
from orgmodell.projections.decision.candidates import NO_ENHET, Candidates
from orgmodell.timeline import Attribute, K
from orgmodell.view import View

ANMALAN = {
    "namnden": "anmäls till nämnden",
    "forvaltningschefen": "anmäls till förvaltningschefen",
    "nej": "anmäls inte; protokollförs särskilt om det får överklagas",
}


class Search:
    """The way to whoever decides; it notes everyone it comes to, and each link of the chain."""

    def __init__(self, view: View, question: Question) -> None:
        self.view = view
        self.question = question
        self.law = law_on(view.day)
        self.arende = view.arende(question.arende)
        self.candidates: list[Candidate] = []
        self.chain: list[Ground] = []
        self.missing: list[str] = []

    def answer(self) -> Decision:
        """The answer, from the matter to the person."""
        if self.question.enhet is not None:
            self.view.enhet(self.question.enhet)
        if self.arende.forbehallet == "fullmaktige":
            return self._fullmaktiges_own()
        namnd = self._namnd()
        if namnd is None:
            return self._found(None)
        if self.arende.forbehallet is not None:
            self._reserved("förbehållet nämnden")
            return self._found(Candidate(namnd, "nämnden, som inte får delegera ärendet"), namnd=namnd)
        ordning = self.view.ordning_of(namnd)
        if ordning is None:
            self.missing.append(f"ingen delegationsordning för {self._called(namnd)} är registrerad")
            return self._found(None, namnd=namnd)
        return self._by_ordning(namnd, self.view.ordning(ordning))

    def _fullmaktiges_own(self) -> Decision:
        self._reserved("förbehållet fullmäktige")
        organs = self.view.account.organs_on("fullmaktige", self.view.day)
        if not organs:
            self.missing.append("fullmäktige är inte registrerat")
            return self._found(None)
        return self._found(Candidate(organs[0], "fullmäktige"), namnd=organs[0])

    def _reserved(self, what: str) -> None:
        assert self.arende.forbehallet is not None
        provision = self.law.reserved[self.arende.forbehallet]
        self._link(what, None, f"{provision.says} ({self.law.cite(provision)})", None)

    # The nämnd

    def _namnd(self) -> str | None:
        """The nämnd that answers for the matter, by the enhet and by the reglementen."""
        view, omrade = self.view, self.arende.omrade
        if self.question.enhet is not None:
            over = view.namnder(self.question.enhet)
        else:
            over = tuple(o for o in view.organs() if view.ordning_of(o) or view.reglemente(o) is not None)
        by_reglemente = [n for n in over if omrade is not None and omrade in (view.reglemente(n) or ())]
        unknown = [n for n in over if view.reglemente(n) is None]
        found = by_reglemente or (list(over) if omrade is None else unknown)
        chosen = found if len(found) == 1 else [n for n in found if self._is_in_the_ordning_of(n)]
        if len(chosen) != 1:
            self.missing.append(self._which_namnd(over, found))
            return None
        (namnd,) = chosen
        if namnd in by_reglemente:
            says = f"området {omrade} hör till {self._called(namnd)}"
            self._link("reglemente", namnd, says, self._said(REGLEMENTE, namnd))
        elif omrade is not None:
            self.missing.append(f"reglementet för {self._called(namnd)} är inte registrerat")
        self._link("nämnd", namnd, self._called(namnd), None)
        return namnd

    def _is_in_the_ordning_of(self, namnd: str) -> bool:
        ordning = self.view.ordning_of(namnd)
        if ordning is None:
            return False
        about = self.view.rader_om(ordning, self.arende.id)
        return bool(about or self.view.withheld(ordning, self.arende.id))

    def _which_namnd(self, over: Sequence[str], found: Sequence[str]) -> str:
        if not over and self.question.enhet is None:
            return "vilken nämnd som ansvarar: ingen har reglemente eller delegationsordning"
        if not over:
            return "vilken nämnd enheten lyder under"
        if not found:
            names = ", ".join(map(self._called, over))
            none = f"ingen av {names} har" if len(over) > 1 else f"{names} har inte"
            return f"vilken nämnd som ansvarar: {none} området {self.arende.omrade}"
        return f"vilken nämnd som ansvarar: {', '.join(map(self._called, found))}"

    # The row

    def _by_ordning(self, namnd: str, ordning: DelegationsordningAdopted) -> Decision:
        self._link_ordning(ordning)
        for title in self.view.withheld(ordning.ordning, self.arende.id):
            why = "får inte besluta enligt delegationsordningen"
            self.candidates.append(Candidate(title, "delegat", titled=True, rejected=why))
        whom = Candidates(self.view, self.question, self.law, namnd, ordning)
        about = self.view.rader_om(ordning.ordning, self.arende.id)
        fitting = sorted(filter(self._fits, about), key=self._nearest)
        for row in fitting:
            if (decision := self._by_row(whom, row)) is not None:
                return decision
        if ordning.ofullstandig and not fitting:
            self.missing.append("bara delar av delegationsordningen är kända, och ingen rad om ärendet")
            return self._found(None, namnd=namnd, ordning=ordning)
        if self._lacks_the_enhet():
            return self._found(None, namnd=namnd, ordning=ordning)
        return self._namndens_own(whom, "ingen delegat kan" if fitting else "ingen rad ger rätten")

    def _link_ordning(self, ordning: DelegationsordningAdopted) -> None:
        began = self.view.account.beginning(ordning.ordning)
        dnr = f", dnr {ordning.dnr}" if ordning.dnr else ""
        since = f", gäller från {began[0]}" if began else ""
        says = f"{ordning.name}{dnr}{since}"
        self._link("delegationsordning", ordning.ordning, says, self._said(ORDNING, ordning.ordning))

    def _fits(self, given: Rad | VidaredelegationGranted) -> bool:
        """Whether a row, or what is passed on, is about this enhet and amount; if not, why is noted."""
        why = self._why_not(given)
        if why is not None:
            if isinstance(given, Rad):
                who, titled, by = given.whom[0], not given.delegat, "delegat"
            else:
                who, titled, by = given.to or given.to_typ or "", given.to is None, "vidaredelegat"
            by = f"{by} enligt rad {given.nummer}"
            self.candidates.append(Candidate(who, by, titled=titled, rejected=why))
        return why is None

    def _why_not(self, given: Rad | VidaredelegationGranted) -> str | None:
        belopp = self.question.belopp
        whose = "radens" if isinstance(given, Rad) else "vidaredelegationens"
        if isinstance(given, Rad) and given.bradskande and not self.question.bradskande:
            return "raden gäller bara brådskande ärenden"
        if given.belopp is not None and belopp is not None and belopp > given.belopp:
            return f"beloppet är över {whose} gräns, {swedish.kronor(given.belopp)}"
        if given.enhet is not None and self.question.enhet is None:
            return NO_ENHET
        if given.enhet is not None and not self._inside(given.enhet):
            return f"{'raden' if isinstance(given, Rad) else 'den'} gäller bara {self._called(given.enhet)}"
        return None

    def _inside(self, enhet: str) -> bool:
        asked = self.question.enhet
        return asked is not None and enhet in self.view.path(asked)

    def _nearest(self, given: Rad | VidaredelegationGranted) -> tuple[bool, float, int]:
        """Rows for urgent matters are tried first, then from the lowest amount and the narrowest enhet."""
        depth = len(self.view.path(given.enhet)) if given.enhet and self.view.exists(given.enhet) else 0
        urgent = isinstance(given, Rad) and given.bradskande
        return (not urgent, limit(given.belopp), -depth)

    def _by_row(self, whom: Candidates, row: Rad) -> Decision | None:
        """Whoever decides by a row, its vidaredelegation and its fallbacks; None when nobody can."""
        says = f"{row.nummer} {self.arende.name}"
        link = Ground("rad", row.rad, says, self._said(RAD, Row(row.ordning, row.rad)))
        for given in self._passed_on(row):
            found = self._first(whom.by_vidaredelegation(given))
            if found is not None:
                self.chain.append(link)
                self._link_vidaredelegation(given)
                keeps = [each for each in whom.by_row(row) if each.rejected is None]
                return self._by(whom, found, row, keeps, given)
        delegates = list(whom.by_row(row))
        found = self._first(delegates)
        if found is None:
            posts = [c.who for c in delegates if self._is_post(c)]
            found = self._first(whom.instead_of(posts, row))
        if found is None:
            return None
        self.chain.append(link)
        return self._by(whom, found, row)

    def _by(
        self,
        whom: Candidates,
        found: Candidate,
        row: Rad,
        keeps: Sequence[Candidate] = (),
        given: VidaredelegationGranted | None = None,
    ) -> Decision:
        also = [*keeps, *(each for each in whom.above(found) if each.rejected is None)]
        return self._found(found, namnd=whom.namnd, ordning=whom.ordning, row=row, also=also, given=given)

    def _passed_on(self, row: Rad) -> list[VidaredelegationGranted]:
        """The vidaredelegationer of a row that cover the enhet and the amount, lowest amount first."""
        return sorted(filter(self._fits, self.view.passed_on(row)), key=self._nearest)

    def _link_vidaredelegation(self, given: VidaredelegationGranted) -> None:
        to = self._called(given.to) if given.to else given.to_typ
        began = self.view.account.beginning(given.vidaredelegation)
        beslut = self.view.account.fact(began[1]).beslut.id if began else None
        self._link("vidaredelegation", given.vidaredelegation, f"rad {given.nummer} till {to}", beslut)

    def _namndens_own(self, whom: Candidates, why: str) -> Decision:
        if self.question.bradskande and (found := self._first(whom.ordforande())):
            law = self.law.bradskande
            self._link("brådskande", None, f"{law.says} ({self.law.cite(law)})", None)
            return self._found(found, namnd=whom.namnd, ordning=whom.ordning)
        namnd = Candidate(whom.namnd, f"nämnden själv: {why}")
        return self._found(namnd, namnd=whom.namnd, ordning=whom.ordning)

    def _first(self, candidates: Iterable[Candidate]) -> Candidate | None:
        """The first who may decide; all up to there are noted."""
        for each in candidates:
            if each not in self.candidates:
                self.candidates.append(each)
            if each.rejected is None:
                return each
        return None

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
    ) -> Decision:
        if self._lacks_the_enhet():
            self.missing.append("vilken enhet ärendet rör")
        if decider is not None:
            self._to_the_person(decider, namnd)
        others: dict[str, Candidate] = {}
        for each in also:
            if decider is None or each.who != decider.who:
                others.setdefault(each.who, each)
        return Decision(
            arende=self.arende,
            enhet=self.question.enhet,
            belopp=self.question.belopp,
            law=self.law,
            namnd=namnd,
            ordning=ordning.ordning if ordning else None,
            rad=row,
            decider=decider,
            also=tuple(others.values()),
            candidates=tuple(self.candidates),
            chain=tuple(self.chain),
            villkor=tuple(_villkor(row, given)) if row else (),
            anmalan=self._anmalan(ordning, row, given) if decider and decider.who != namnd else None,
            missing=tuple(dict.fromkeys(self.missing)),
            ask=lambda view: Search(view, self.question).answer(),
            view=self.view,
        )

    def _lacks_the_enhet(self) -> bool:
        """Whether it depends on the enhet, which the question does not name."""
        return any(each.rejected == NO_ENHET for each in self.candidates)

    def _is_post(self, each: Candidate) -> bool:
        return not each.titled and self.view.account.type_of(each.who) == "befattning"

    def _to_the_person(self, decider: Candidate, namnd: str | None) -> None:
        if decider not in self.candidates:
            self.candidates.append(decider)
        if self._is_post(decider):
            began = self.view.account.beginning(decider.who)
            beslut = self.view.account.fact(began[1]).beslut.id if began else None
            self._link("befattning", decider.who, f"{self._called(decider.who)}, {decider.by}", beslut)
            if decider.person is None:
                self.missing.append(f"vem som har befattningen {self._called(decider.who)}")
        else:
            self._link("beslutande", decider.who, decider.by, None)
        if decider.person is not None and decider.form is not None:
            held = Appointment(decider.who, decider.person, decider.form)
            self._link("person", decider.person, decider.form, self._said(HOLDS, held))
        elif decider.person is not None and namnd is not None:
            seat = OrganSeat(namnd, decider.person)
            role = self.view.account.value(LEDAMOT, seat, self.view.day)
            self._link("person", decider.person, role or "", self._said(LEDAMOT, seat))

    def _anmalan(
        self,
        ordning: DelegationsordningAdopted | None,
        row: Rad | None,
        given: VidaredelegationGranted | None,
    ) -> str:
        """How the decision is reported: as the law requires, or as the row or the ordning says."""
        law = self.law
        if self.question.bradskande and (row is None or row.bradskande):
            return f"anmäls vid nämndens nästa sammanträde ({law.cite(law.bradskande)})"
        if law.reporting == "alla" and given is not None:
            return f"anmäls till förvaltningschefen ({law.cite(law.vidaredelegation)})"
        if law.reporting == "alla":
            return f"anmäls till nämnden, som alla beslut på delegation ({law.cite(law.anmalan)})"
        said = (row.anmalan if row else None) or (ordning.anmalan if ordning else "namnden")
        return f"{ANMALAN[said]} ({law.cite(law.anmalan)})"

    def _link(self, what: str, thing: str | None, says: str, beslut: str | None) -> None:
        self.chain.append(Ground(what, thing, says, beslut))

    def _said(self, attribute: Attribute[K, object], key: K) -> str | None:
        """The beslut that says what holds on the day."""
        entry = self.view.account.entry(attribute, key, self.view.day)
        return self.view.account.fact(entry[1]).beslut.id if entry else None

    def _called(self, thing: str) -> str:
        return self.view.account.name(thing, self.view.day)


def limit(belopp: float | None) -> float:
    """An amount as something to compare: none is no limit."""
    return float("inf") if belopp is None else belopp


def _villkor(row: Rad, given: VidaredelegationGranted | None) -> Iterator[str]:
    both: list[Any] = [each for each in (row, given) if each is not None]
    limits = [each.belopp for each in both if each.belopp is not None]
    if limits:
        yield f"upp till {swedish.kronor(min(limits))}"
    if row.samrad is not None:
        yield f"efter samråd med {row.samrad}"
    yield from (each.villkor for each in both if each.villkor is not None)
