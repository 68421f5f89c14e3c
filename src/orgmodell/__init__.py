"""orgmodell: the organisation of a kommun as a stream of beslut, readable for any day.

with orgmodell.open_register("kommuner.db") as register:
tyreso = register.organisation("tyreso")

ledger = orgmodell.read_ledger("examples/tyreso")
"""

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

# Where the names are, from the bottom of the house up: what a module imports is imported before it is.
_HOMES = (
    "errors",
    "violations",
    "changes",
    "rules",
    "projections.over",
    "mandate",
    "organisation",
    "register",
)


def _found(name: str) -> object:
    """A name of the front door, or a module of the package; imported when it is first asked for."""
    if name in __all__:
        homes = (vars(import_module(f"{__name__}.{home}")) for home in _HOMES)
        globals()[name] = found = next(home[name] for home in homes if name in home)
        return found
    if not name.startswith("_") and find_spec(f"{__name__}.{name}"):
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


if not TYPE_CHECKING:
    __getattr__ = _found

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
