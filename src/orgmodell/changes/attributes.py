"""What can be said of things, day by day: the columns of the organisation.

Keys and values: an ``Attribute`` maps a thing to a value; a ``Relation`` maps a tuple of things to a
value that is None when the relation does not hold.
"""

from __future__ import annotations

from orgmodell.timeline import Attribute, Relation

LIFE = Attribute("life")  # thing → what it is: "enhet", "organ", "befattning" …; None when it has ended
NAME = Attribute("name")  # thing → name; befattning → title
KIND = Attribute("kind", findable=True)  # enhet, forum → any label; organ → an OrganKind; utforare → its kind
ALIAS = Relation("alias")  # (enhet, other spelling) → True
PARENT = Attribute("parent", findable=True)  # enhet → the enhet it is under, or None at the top
MERGED_INTO = Attribute("merged into", findable=True)  # enhet → the enhet that took over all that is in it
SUCCESSOR = Relation("successor")  # (ended enhet or uppdrag, successor) → True
PLANNED_END = Attribute("planned end")  # enhet, forum → last planned day
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

RESPONSIBLE = Attribute("responsible", findable=True)  # uppdrag → the enhet or organ that answers for it
MYNDIGHET = Attribute("myndighetsutövning")  # uppdrag → True when it is exercise of public authority
ROLL = Relation("roll")  # (enhet or organ, Roll) → True
RELATED = Relation("related")  # (thing, other thing, RelationKind) → True

BESTALLARE = Attribute("beställare", findable=True)  # avtal, överenskommelse → the enhet or organ that orders
UTFORARE = Attribute("utförare", findable=True)  # avtal, överenskommelse → who performs
REGIM = Attribute("regim")  # avtal → "LOU", "LOV" or "annan"
LAGSTOD = Attribute("lagstöd")  # avtal → the law that lets myndighetsutövning be handed over
UNTIL = Attribute("until")  # avtal, överenskommelse → the first day no longer in force; None: no end is set
CONCERNS = Relation("concerns")  # (avtal or överenskommelse, uppdrag) → True

FORUM_OF = Attribute("forum of", findable=True)  # forum → the enhet or organ it belongs to
FREQUENCY = Attribute("frequency")  # forum → how often it meets, in words
MEMBER = Relation("member")  # (forum, member) → ForumRole
SEAT = Relation("seat")  # (forum, seat) → ForumRole
SEATED = Relation("seated")  # (forum, seat) → person; None when nobody is

DEADLINES = Attribute("deadlines")  # åtgärd → days, in order
DEADLINE_STATED = Attribute("deadline stated")  # åtgärd → the source's own words for its deadlines
ANSVARIGA = Attribute("ansvariga")  # åtgärd → who are to do it
BESLUTANDE = Attribute("beslutande")  # åtgärd → who are to decide on it
DEPENDS_ON = Attribute("depends on")  # åtgärd → what it waits for
MENTIONS = Attribute("mentions")  # åtgärd, förslag → what it is about, existing or not
OUTCOME = Attribute("outcome")  # åtgärd, förslag → an Outcome; None while open
MET = Attribute("met")  # (åtgärd, deadline) → an Outcome
MADE_BY = Attribute("made by")  # förslag → who made it
ALTERNATIVE = Attribute("alternative", findable=True)  # förslag → the alternative that says what it means

CONTRADICTED = Relation("contradicted")  # (thing, what else the source says) → True

ARENDE = Attribute("ärende")  # ärende → the ArendeDefined
REGLEMENTE = Attribute("reglemente")  # organ → its verksamhetsområden
ORDNING = Attribute("delegationsordning")  # delegationsordning → the DelegationsordningAdopted
ORDNING_OF = Attribute("delegationsordning of", findable=True)  # delegationsordning → the nämnd
RAD = Relation("rad")  # (delegationsordning, row) → the Rad
WITHHELD = Relation("withheld")  # (delegationsordning, ärende, title) → True
VIDARE = Attribute("vidaredelegation")  # vidaredelegation → the VidaredelegationGranted
VIDARE_OF = Attribute("vidaredelegation of", findable=True)  # vidaredelegation → the delegationsordning
DEPUTY = Attribute("deputy", findable=True)  # befattning → its standing deputy
