"""An organisation: read it for any day, and record beslut in it."""

from orgmodell.organisation.adoption import Adoption
from orgmodell.organisation.compare import compare
from orgmodell.organisation.days import OrganisationDays
from orgmodell.organisation.keeping import BeslutStore, MemoryLog, MemoryNames, NameStore
from orgmodell.organisation.organisation import Organisation, utc_now
from orgmodell.organisation.readable import ReadableOrganisation
from orgmodell.organisation.scenario import Scenario
from orgmodell.organisation.view import OrganisationView
from orgmodell.organisation.writable import OpenBeslut, WritableOrganisation

__all__ = [
    "Adoption",
    "BeslutStore",
    "MemoryLog",
    "MemoryNames",
    "NameStore",
    "OpenBeslut",
    "Organisation",
    "OrganisationDays",
    "OrganisationView",
    "ReadableOrganisation",
    "Scenario",
    "WritableOrganisation",
    "compare",
    "utc_now",
]
