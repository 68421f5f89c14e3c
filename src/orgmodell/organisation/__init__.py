"""An organisation: read it for any day, and record beslut in it."""

from orgmodell.organisation.keeping import Log, MemoryLog, MemoryNames, Names
from orgmodell.organisation.organisation import OpenBeslut, Organisation, utc_now
from orgmodell.organisation.readable import ReadableOrganisation
from orgmodell.organisation.view import OrganisationView

__all__ = [
    "Log",
    "MemoryLog",
    "MemoryNames",
    "Names",
    "OpenBeslut",
    "Organisation",
    "OrganisationView",
    "ReadableOrganisation",
    "utc_now",
]
