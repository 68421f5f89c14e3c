"""How each answer is shown, said once: a presentation, which the writers turn into every form.

There is a module for each question, named as the question is in `projections` and on the command line. It
says in words and typed cells what the answer says, and computes nothing. `parts` are what it is made of.
"""

from orgmodell.presentations.alternatives import alternatives
from orgmodell.presentations.asked import Asked
from orgmodell.presentations.chart import chart, drawn
from orgmodell.presentations.check import check
from orgmodell.presentations.chefsled import chefsled, every_chefsled
from orgmodell.presentations.compare import compare
from orgmodell.presentations.delegationsordning import delegationsordning
from orgmodell.presentations.diff import diff
from orgmodell.presentations.expiring import expiring
from orgmodell.presentations.forum import meeting, meetings
from orgmodell.presentations.history import history
from orgmodell.presentations.instrument import ties
from orgmodell.presentations.kontrollspann import every_kontrollspann, kontrollspann
from orgmodell.presentations.law import law
from orgmodell.presentations.line import line
from orgmodell.presentations.lineage import lineage
from orgmodell.presentations.log import log
from orgmodell.presentations.names import names
from orgmodell.presentations.namnder import namnder
from orgmodell.presentations.plan import plan
from orgmodell.presentations.record import record
from orgmodell.presentations.rights import rights
from orgmodell.presentations.roller import roller
from orgmodell.presentations.show import show
from orgmodell.presentations.taking_effect import taking_effect
from orgmodell.presentations.uppdrag import responsibilities, responsibility
from orgmodell.presentations.vacancies import vacancies
from orgmodell.presentations.verify import verify
from orgmodell.presentations.who_decides import who_decides

__all__ = [
    "Asked",
    "alternatives",
    "chart",
    "check",
    "chefsled",
    "compare",
    "delegationsordning",
    "diff",
    "drawn",
    "every_chefsled",
    "every_kontrollspann",
    "expiring",
    "history",
    "kontrollspann",
    "law",
    "line",
    "lineage",
    "log",
    "meeting",
    "meetings",
    "names",
    "namnder",
    "plan",
    "record",
    "responsibilities",
    "responsibility",
    "rights",
    "roller",
    "show",
    "taking_effect",
    "ties",
    "vacancies",
    "verify",
    "who_decides",
]
