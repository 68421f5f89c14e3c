"""What is answered, by every question: the classes of the answers and of what is in them.

A method of an organisation or a view gives one of these, and each can be kept, compared and pickled. They
are made by asking, never by hand: import them to say what a function of yours takes.
"""

from orgmodell.law import Law, Provision
from orgmodell.ledger import Place
from orgmodell.log import Verification
from orgmodell.organisation.chart import OrgChart
from orgmodell.projections.alternatives import Alternatives, Fit
from orgmodell.projections.answer import Answer, TableAnswer
from orgmodell.projections.basis import Basis
from orgmodell.projections.chart import ChartNode, ChartPost, Loose
from orgmodell.projections.check import Breach, Check
from orgmodell.projections.chefsled import Chefsled, EveryChefsled
from orgmodell.projections.compare import Alternative, Comparison, Group
from orgmodell.projections.delegationsordning import (
    Delegat,
    Delegationsordning,
    GoneRow,
    PassedOn,
    TableRow,
    Version,
)
from orgmodell.projections.diff import Diff, Difference, Headcount, RowInBrief
from orgmodell.projections.expiring import Expiring, Expiry
from orgmodell.projections.forum import Meeting, Meetings
from orgmodell.projections.history import Happening, History
from orgmodell.projections.homeless import Homeless
from orgmodell.projections.instrument import Tie, Ties
from orgmodell.projections.kontrollspann import EveryKontrollspann, Kontrollspann
from orgmodell.projections.line import Link, ReportingLine
from orgmodell.projections.namnder import Answerable, Namnder
from orgmodell.projections.over import OnDay, OverDays
from orgmodell.projections.plan import Deadline, Load, Plan, Wait
from orgmodell.projections.reserved import Reservation
from orgmodell.projections.rights import Right, Rights, RightsOf, Shift
from orgmodell.projections.roller import Roller, Standing
from orgmodell.projections.show import (
    AbsentPortrait,
    ArendePortrait,
    AtgardPortrait,
    BefattningPortrait,
    EnhetPortrait,
    ForslagPortrait,
    HeldBefattning,
    Holding,
    Membership,
    Mention,
    OrdningPortrait,
    OrganPortrait,
    PersonPortrait,
    Portrait,
    SeatIn,
    Shown,
    ShownRow,
    UtforarePortrait,
    VidaredelegationPortrait,
)
from orgmodell.projections.taking_effect import Effect, TakingEffect
from orgmodell.projections.uppdrag import Responsibilities, Responsibility, Tenure
from orgmodell.projections.vacancies import UnfilledSeat, Vacancies, Vacancy, VacantFrom
from orgmodell.projections.who_decides import Candidate, Case, ChainLink, Gap, Report, WhoDecides, Why
from orgmodell.view import (
    Arende,
    Atgard,
    Befattning,
    Chef,
    Delegation,
    Enhet,
    Forslag,
    Forum,
    Holder,
    Instrument,
    Ledamot,
    Member,
    Organ,
    Relation,
    Seat,
    Uppdrag,
    Utforare,
)

__all__ = [
    "AbsentPortrait",
    "Alternative",
    "Alternatives",
    "Answer",
    "Answerable",
    "Arende",
    "ArendePortrait",
    "Atgard",
    "AtgardPortrait",
    "Basis",
    "Befattning",
    "BefattningPortrait",
    "Breach",
    "Candidate",
    "Case",
    "ChainLink",
    "ChartNode",
    "ChartPost",
    "Check",
    "Chef",
    "Chefsled",
    "Comparison",
    "Deadline",
    "Delegat",
    "Delegation",
    "Delegationsordning",
    "Diff",
    "Difference",
    "Effect",
    "Enhet",
    "EnhetPortrait",
    "EveryChefsled",
    "EveryKontrollspann",
    "Expiring",
    "Expiry",
    "Fit",
    "Forslag",
    "ForslagPortrait",
    "Forum",
    "Gap",
    "GoneRow",
    "Group",
    "Happening",
    "Headcount",
    "HeldBefattning",
    "History",
    "Holder",
    "Holding",
    "Homeless",
    "Instrument",
    "Kontrollspann",
    "Law",
    "Ledamot",
    "Link",
    "Load",
    "Loose",
    "Meeting",
    "Meetings",
    "Member",
    "Membership",
    "Mention",
    "Namnder",
    "OnDay",
    "OrdningPortrait",
    "OrgChart",
    "Organ",
    "OrganPortrait",
    "OverDays",
    "PassedOn",
    "PersonPortrait",
    "Place",
    "Plan",
    "Portrait",
    "Provision",
    "Relation",
    "Report",
    "ReportingLine",
    "Reservation",
    "Responsibilities",
    "Responsibility",
    "Right",
    "Rights",
    "RightsOf",
    "Roller",
    "RowInBrief",
    "Seat",
    "SeatIn",
    "Shift",
    "Shown",
    "ShownRow",
    "Standing",
    "TableAnswer",
    "TableRow",
    "TakingEffect",
    "Tenure",
    "Tie",
    "Ties",
    "UnfilledSeat",
    "Uppdrag",
    "Utforare",
    "UtforarePortrait",
    "Vacancies",
    "Vacancy",
    "VacantFrom",
    "Verification",
    "Version",
    "VidaredelegationPortrait",
    "Wait",
    "WhoDecides",
    "Why",
]
