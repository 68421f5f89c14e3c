"""What is met on the way to whoever decides: the links of the chain, everyone tried, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable

from orgmodell.changes import DelegationsordningAdopted, Form, LedamotRole, Rad, VidaredelegationGranted
from orgmodell.changes.attributes import HOLDS, LEDAMOT, REGLEMENTE, Appointment, OrganSeat, RowOf
from orgmodell.changes.delegation import ORDNING, RAD
from orgmodell.law import Law, Provision
from orgmodell.projections.who_decides.answer import Candidate, ChainLink, Gap, Lacking, LinkKind
from orgmodell.timeline import Attribute, K
from orgmodell.view import NotingView
from orgmodell.words import Text, same
from orgmodell.words import who_decides as words


class Way:
    """What is met on the way, noted as it is met.

    Args:
        view: the organisation on the day.
        law: the kommunallag of the day.
    """

    def __init__(self, view: NotingView, law: Law) -> None:
        self.view = view
        self.law = law
        self.candidates: list[Candidate] = []
        self.chain: list[ChainLink] = []
        self.gaps: list[Gap] = []

    # Everyone tried

    def tried(self, candidate: Candidate) -> None:
        """Note whom the way has come to."""
        if candidate not in self.candidates:
            self.candidates.append(candidate)

    def first_of(self, candidates: Iterable[Candidate]) -> Candidate | None:
        """The first who may decide; all up to there have then been tried."""
        for each in candidates:
            self.tried(each)
            if each.why is None:
                return each
        return None

    def lacks_the_enhet(self) -> bool:
        """Whether it depends on the enhet, which the case does not name."""
        return any(each.why is not None and each.why.reason == "ingen enhet" for each in self.candidates)

    # What is missing

    def lacks(self, lacking: Lacking, says: Text, *things: str, omrade: str | None = None) -> None:
        """Note what would have to be known."""
        self.gaps.append(Gap(lacking=lacking, says=says, things=things, omrade=omrade))

    # The links of the chain

    def through_reglemente(self, namnd: str, omrade: str) -> None:
        """The område is given to the nämnd by its reglemente."""
        says, beslut = words.omrade_of(omrade, self.called(namnd)), self._said(REGLEMENTE, namnd)
        self._link(ChainLink(kind="reglemente", thing=namnd, says=says, beslut=beslut, omrade=omrade))

    def to_namnd(self, namnd: str) -> None:
        """The nämnd that answers for the matter."""
        self._link(ChainLink(kind="namnd", thing=namnd, says=same(self.called(namnd))))

    def by_law(self, kind: LinkKind, provision: Provision) -> None:
        """What the law says itself."""
        cited = self.law.cite(provision)
        self._link(ChainLink(kind=kind, says=words.provision(provision.says, cited), lagrum=cited))

    def to_ordning(self, adopted: DelegationsordningAdopted) -> None:
        """The delegationsordning in force."""
        ordning, dnr = adopted.ordning, adopted.dnr
        began = self.view.account.beginning(ordning)
        since = began[0] if began else None
        says, beslut = words.ordning(adopted.name, dnr, since), self._said(ORDNING, ordning)
        self._link(
            ChainLink(
                kind="delegationsordning", thing=ordning, says=says, beslut=beslut, dnr=dnr, since=since
            )
        )

    def to_row(self, row: Rad, arende: str) -> None:
        """The row that gives the right."""
        says, beslut = same(f"{row.nummer} {arende}"), self._said(RAD, RowOf(row.ordning, row.rad))
        self._link(ChainLink(kind="rad", thing=row.rad, says=says, beslut=beslut, nummer=row.nummer))

    def to_vidaredelegation(self, given: VidaredelegationGranted) -> None:
        """The vidaredelegation by which the row has been passed on."""
        thing, nummer = given.vidaredelegation, given.nummer
        to = self.called(given.to) if given.to else given.to_typ or ""
        says, beslut = words.passed_on(nummer, to), self._began_by(thing)
        self._link(ChainLink(kind="vidaredelegation", thing=thing, says=says, beslut=beslut, nummer=nummer))

    def to_decider(self, decider: Candidate, namnd: str | None) -> None:
        """The last links: the befattning or organ that decides, and the person."""
        self.tried(decider)
        if self.is_post(decider):
            self._to_befattning(decider)
            return
        self._link(ChainLink(kind="beslutande", thing=decider.who, says=decider.by, right=decider.right))
        if decider.person is not None and namnd is not None:
            seat = OrganSeat(namnd, decider.person)
            role = self.view.account.value(LEDAMOT, seat, self.view.day)
            self._to_person(decider.person, role, self._said(LEDAMOT, seat))

    def _to_befattning(self, decider: Candidate) -> None:
        post, person, called = decider.who, decider.person, self.called(decider.who)
        says, beslut = called + ", " + decider.by, self._began_by(post)
        self._link(ChainLink(kind="befattning", thing=post, says=says, beslut=beslut, right=decider.right))
        if person is None:
            self.lacks("innehavare", words.holder_of(called), post)
        elif decider.form is not None:
            held = Appointment(post, person, decider.form)
            self._to_person(person, decider.form, self._said(HOLDS, held))

    def _to_person(self, person: str, holds: Form | LedamotRole | None, beslut: str | None) -> None:
        self._link(ChainLink(kind="person", thing=person, says=same(holds or ""), beslut=beslut, holds=holds))

    def _link(self, link: ChainLink) -> None:
        self.chain.append(link)

    def is_post(self, candidate: Candidate) -> bool:
        """Whether a candidate is a befattning."""
        return not candidate.titled and self.view.account.type_of(candidate.who) == "befattning"

    def called(self, thing: str) -> str:
        """What a thing is called on the day."""
        return self.view.account.name(thing, self.view.day)

    def _said(self, attribute: Attribute[K, object], key: K) -> str | None:
        """The beslut that says what holds on the day."""
        entry = self.view.account.entry(attribute, key, self.view.day)
        return self.view.account.fact(entry[1]).beslut.id if entry else None

    def _began_by(self, thing: str) -> str | None:
        """The beslut by which a thing began."""
        began = self.view.account.beginning(thing)
        return self.view.account.fact(began[1]).beslut.id if began else None
