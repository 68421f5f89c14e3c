"""Answers as plain data for JSON: ids, numbers, ISO dates; null where underlag saknas."""

from orgmodell.rendering.data.comparison import alternatives, comparison
from orgmodell.rendering.data.day import chart, namnder, vacancies
from orgmodell.rendering.data.delegation import decision, delegationsordning, law, rights
from orgmodell.rendering.data.expiring import expiring
from orgmodell.rendering.data.forums import meeting, meetings
from orgmodell.rendering.data.grounds import fact_data, to_json
from orgmodell.rendering.data.instruments import ties
from orgmodell.rendering.data.keeping import names, recording, verification, violations
from orgmodell.rendering.data.past import diff, history, lineage, log, taking_effect
from orgmodell.rendering.data.plan import plan
from orgmodell.rendering.data.portrait import portrait
from orgmodell.rendering.data.roller import roles
from orgmodell.rendering.data.uppdrag import responsibilities, responsibility

__all__ = [
    "alternatives",
    "chart",
    "comparison",
    "decision",
    "delegationsordning",
    "diff",
    "expiring",
    "fact_data",
    "history",
    "law",
    "lineage",
    "log",
    "meeting",
    "meetings",
    "names",
    "namnder",
    "plan",
    "portrait",
    "recording",
    "responsibilities",
    "responsibility",
    "rights",
    "roles",
    "taking_effect",
    "ties",
    "to_json",
    "vacancies",
    "verification",
    "violations",
]
