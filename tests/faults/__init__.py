"""Deliberate faults in the library: the tests are to notice each. `python tests/faults` puts them to it."""

from faults.fault import Fault
from faults.in_projections import IN_PROJECTIONS
from faults.in_records import IN_RECORDS
from faults.in_rules import IN_RULES
from faults.in_time import IN_TIME
from faults.in_views import IN_VIEWS
from faults.in_who_decides import IN_WHO_DECIDES

FAULTS: tuple[Fault, ...] = (
    *IN_TIME,
    *IN_RULES,
    *IN_VIEWS,
    *IN_PROJECTIONS,
    *IN_WHO_DECIDES,
    *IN_RECORDS,
)

__all__ = ["FAULTS", "Fault"]
