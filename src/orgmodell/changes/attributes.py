"""What can be said of things, day by day: the columns of the organisation.

Keys and values: an ``Attribute`` maps a thing to a value; a ``Relation`` maps a tuple of things to a
value that is None when the relation does not hold.
"""

from __future__ import annotations

from orgmodell.timeline import Attribute, Relation

LIFE = Attribute("life")  # thing → "enhet", "organ" or "befattning"; None when it has ended
NAME = Attribute("name")  # enhet, organ → name; befattning → title
KIND = Attribute("kind", findable=True)  # enhet → any label; organ → an OrganKind
ALIAS = Relation("alias")  # (enhet, other spelling) → True
PARENT = Attribute("parent", findable=True)  # enhet → the enhet it is under, or None at the top
MERGED_INTO = Attribute("merged into", findable=True)  # enhet → the enhet that took over all that is in it
SUCCESSOR = Relation("successor")  # (ended enhet, successor) → True
PLANNED_END = Attribute("planned end")  # enhet → last planned day
HEADCOUNT = Attribute("headcount")  # enhet, befattning → the HeadcountStated
NAMND = Relation("nämnd")  # (enhet, organ it answers to) → True
PART_OF = Attribute("part of", findable=True)  # organ → the organ it belongs to
LEDAMOT = Relation("ledamot")  # (organ, person) → role
PLACEMENT = Attribute("placement", findable=True)  # befattning → enhet
LEADS = Relation("leads")  # (enhet, befattning) → True, or how a shared leadership is divided
REPORTS_TO = Attribute("reports to", findable=True)  # befattning → befattning, against the line
PERSONALANSVAR = Attribute("personalansvar")  # befattning → True, False or not stated
BUDGETANSVAR = Attribute("budgetansvar")  # befattning → True, False or not stated
HOLDS = Relation("holds")  # (befattning, person, form) → True
VACANT = Attribute("vacant")  # befattning → True when declared vacant
