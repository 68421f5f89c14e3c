"""orgmodell: the organisation of a kommun as a stream of beslut, readable for any day.

with orgmodell.open_register("kommuner.db") as register:
tyreso = register.organisation("tyreso")

ledger = orgmodell.read_ledger("examples/tyreso")
"""

from orgmodell.changes import Beslut, Change, Fact, Recorded, Source
from orgmodell.errors import (
    BeslutAlreadyRecorded,
    BeslutRefused,
    InvalidChange,
    LedgerError,
    LedgerRefused,
    LogDamaged,
    LogError,
    NotInTheLine,
    NotOnThisDay,
    OrgmodellError,
    SourceError,
    UnknownThing,
    UnreadableRecord,
)
from orgmodell.mandate import decided_within_mandate
from orgmodell.organisation import (
    Adoption,
    Organisation,
    OrganisationDays,
    OrganisationView,
    ReadableOrganisation,
    Scenario,
)
from orgmodell.projections.over import OnDay, OverDays
from orgmodell.register import Register, open_register, read_alternative, read_ledger
from orgmodell.rules import (
    STANDARD,
    Finding,
    Rule,
    kontrollspann_at_most,
    negotiated_first,
    rule,
    rule_of_beslut,
    sides_kept_apart,
)
from orgmodell.violations import Violation

__all__ = [
    "STANDARD",
    "Adoption",
    "Beslut",
    "BeslutAlreadyRecorded",
    "BeslutRefused",
    "Change",
    "Fact",
    "Finding",
    "InvalidChange",
    "LedgerError",
    "LedgerRefused",
    "LogDamaged",
    "LogError",
    "NotInTheLine",
    "NotOnThisDay",
    "OnDay",
    "Organisation",
    "OrganisationDays",
    "OrganisationView",
    "OrgmodellError",
    "OverDays",
    "ReadableOrganisation",
    "Recorded",
    "Register",
    "Rule",
    "Scenario",
    "Source",
    "SourceError",
    "UnknownThing",
    "UnreadableRecord",
    "Violation",
    "decided_within_mandate",
    "kontrollspann_at_most",
    "negotiated_first",
    "open_register",
    "read_alternative",
    "read_ledger",
    "rule",
    "rule_of_beslut",
    "sides_kept_apart",
]
