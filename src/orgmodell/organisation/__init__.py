"""An organisation: read it for any day, and record beslut in it."""

from orgmodell.organisation.keeping import Log, MemoryLog, MemoryNames, Names
from orgmodell.organisation.organisation import OpenBeslut, Organisation, utc_now
from orgmodell.organisation.readable import ReadableOrganisation
from orgmodell.organisation.scenario import Adoption, Fit, Scenario, compare, fits
from orgmodell.organisation.view import OrganisationView

__all__ = [
    "Adoption",
    "Fit",
    "Log",
    "MemoryLog",
    "MemoryNames",
    "Names",
    "OpenBeslut",
    "Organisation",
    "OrganisationView",
    "ReadableOrganisation",
    "Scenario",
    "compare",
    "fits",
    "utc_now",
]
