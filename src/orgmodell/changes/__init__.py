"""The vocabulary: every kind of change, as frozen classes in the past tense.

Each class says in one place what it is called (``stored`` in the log, ``verb`` in Python and in
beslutsfiler, ``said`` to a reader), what it holds, what must be true of the things it names (the types of
its fields), what cannot be meant in it (``own_problems``) and what it says from its day on (``assigns``).
A new change is a new class, and its verb a line at the end of the same module: `CHANGES`, `VERBS` and the
builder are made of those lines.
"""

from orgmodell.changes.atgarder import *
from orgmodell.changes.base import *
from orgmodell.changes.befattningar import *
from orgmodell.changes.beslut import *
from orgmodell.changes.corrections import *
from orgmodell.changes.delegation import *
from orgmodell.changes.enheter import *
from orgmodell.changes.forum import *
from orgmodell.changes.organ import *
from orgmodell.changes.roller import *
from orgmodell.changes.uppdrag import *
from orgmodell.changes.utforare import *
from orgmodell.changes.vocabulary import *
