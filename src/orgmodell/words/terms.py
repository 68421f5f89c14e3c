"""What stored words, kinds, marks, states and aspects are called.

The English keeps the Swedish nouns that the English of errors keeps, as befattning and ledamot.
"""

from __future__ import annotations

from collections.abc import Mapping

from orgmodell.words.kinds import KINDS
from orgmodell.words.text import Text, counted, same

MARKS: Mapping[str | None, Text] = {
    "stated": Text("angiven i källan", "stated in the source"),
    "derived": Text("härledd", "derived"),
    "assumed": Text("antagen", "assumed"),
    "external": Text("ur annan källa", "from another source"),
    None: Text("utan märkning", "unmarked"),
}
MARKS_IN_PLURAL: Mapping[str | None, Text] = {
    "stated": Text("angivna i källan", "stated in the source"),
    "derived": Text("härledda", "derived"),
    "assumed": Text("antagna", "assumed"),
    "external": Text("ur annan källa", "from another source"),
    None: Text("utan märkning", "unmarked"),
}

STATUSES: Mapping[str, tuple[Text, Text]] = {
    "inträffat": (Text("inträffad", "occurred"), Text("inträffade", "occurred")),
    "beslutat": (
        Text("beslutad men ännu inte i kraft", "decided but not yet in force"),
        Text("beslutade men ännu inte i kraft", "decided but not yet in force"),
    ),
    "ännu inte beslutat": (
        Text("ännu inte beslutad", "not yet decided"),
        Text("ännu inte beslutade", "not yet decided"),
    ),
    "planerat": (Text("planerad", "planned"), Text("planerade", "planned")),
    "föreslaget": (Text("föreslagen", "proposed"), Text("föreslagna", "proposed")),
    "förkastat": (Text("förkastad", "rejected"), Text("förkastade", "rejected")),
    "annullerat": (Text("annullerad", "annulled"), Text("annullerade", "annulled")),
}

TYPES: Mapping[str, Text] = {kind: same(noun.word) for kind, noun in KINDS.items()}
NEUTER = frozenset(kind for kind, noun in KINDS.items() if noun.neuter)

ROLES: Mapping[str, tuple[Text, Text]] = {
    "ordforande": (same("ordförande"), same("ordförande")),
    "ledamot": (same("ledamot"), same("ledamöter")),
    "adjungerad": (same("adjungerad"), same("adjungerade")),
    "processledare": (same("processledare"), same("processledare")),
}

FALLBACKS: Mapping[str, Text] = {
    "ersattare": Text("ersättare enligt raden", "ersättare named in the row"),
    "vikarie": Text("den som vikarierar på befattningen", "whoever acts in the befattning"),
    "utsedd": Text("utsedd ställföreträdare", "designated deputy"),
    "overordnad": Text("närmast överordnad chef", "nearest chef above"),
}

WORDS: Mapping[str, Text] = {
    "ordinarie": same("ordinarie"),
    "tf": same("t.f."),
    "tjf": same("tjf."),
    "vikarie": same("vikarie"),
    "konsult": Text("konsult", "consultant"),
    "ordforande": same("ordförande"),
    "vice ordforande": same("vice ordförande"),
    "ledamot": same("ledamot"),
    "ersattare": same("ersättare"),
    "adjungerad": same("adjungerad"),
    "processledare": same("processledare"),
    "fullmaktige": same("fullmäktige"),
    "styrelse": same("styrelse"),
    "namnd": same("nämnd"),
    "utskott": same("utskott"),
    "beredning": same("beredning"),
    "presidium": same("presidium"),
    "forbundsmote": same("förbundsmöte"),
    "valberedning": same("valberedning"),
    "rad": same("råd"),
    "bestallare": same("beställare"),
    "utforare": same("utförare"),
    "myndighet": Text("myndighet", "authority"),
    "stod": Text("stöd", "support"),
    "bestaller av": Text("beställer av", "orders of"),
    "foljer upp": Text("följer upp", "follows up"),
    "ger stod till": Text("ger stöd till", "supports"),
    "faststaller ersattning for": Text("fastställer ersättning för", "fixes the remuneration of"),
    "lyfter arenden till": Text("lyfter ärenden till", "may bring matters to"),
    "bemannas fran": Text("bemannas från", "is staffed from"),
    "foretrader": Text("företräder", "represents"),
    "privat": Text("privat", "private"),
    "bolag": Text("bolag", "company"),
    "stiftelse": Text("stiftelse", "foundation"),
    "forening": Text("förening", "association"),
    "kommun": same("kommun"),
    "region": same("region"),
    "LOU": same("LOU"),
    "LOV": same("LOV"),
    "annan": Text("annan grund", "other grounds"),
    "planerad": Text("planerad", "planned"),
    "avslutad": Text("avslutad", "completed"),
    "installd": Text("inställd", "cancelled"),
    "foreslaget": Text("föreslaget", "proposed"),
    "antaget": Text("antaget", "adopted"),
    "avslaget": Text("avslaget", "turned down"),
    "besvarat": Text("besvarat", "answered"),
    "overordnad": Text("överordnad", "chef above"),
    "utsedd": Text("utsedd", "designated deputy"),
    "namnden": same("nämnden"),
    "forvaltningschefen": same("förvaltningschefen"),
    "nej": Text("nej", "no"),
    "mal": Text("mål", "goals"),
    "yttrande": Text("yttrande", "statement"),
    "principiell": Text("principiell", "matter of principle"),
    "medborgarforslag": same("medborgarförslag"),
    "sarskild": Text("särskild", "by special provision"),
    "anstalld": Text("anställd", "employee"),
    "automatiserad": Text("automatiserad", "automated"),
    "error": Text("fel", "error"),
    "warning": Text("varning", "warning"),
}

ASPECTS: Mapping[str, Text] = {
    "name": Text("namn", "name"),
    "title": Text("titel", "title"),
    "kind": Text("slag", "kind"),
    "parent": Text("under", "under"),
    "leaders": Text("leds av", "led by"),
    "nämnder": same("nämnder"),
    "aliases": Text("andra namn", "other names"),
    "planned end": Text("planerad sista dag", "planned end"),
    "headcount": Text("antal", "headcount"),
    "enhet": same("enhet"),
    "holders": Text("innehavare", "holders"),
    "vacant": Text("vakant", "vacant"),
    "reports to": Text("rapporterar till", "reports to"),
    "personalansvar": Text("personalansvar", "responsibility for staff"),
    "budgetansvar": Text("budgetansvar", "budget responsibility"),
    "part of": Text("del av", "part of"),
    "ledamöter": same("ledamöter"),
    "roller": Text("roller", "roles"),
    "ansvarig": same("ansvarig"),
    "beställare": same("beställare"),
    "utförare": same("utförare"),
    "until": Text("gäller t.o.m.", "in force up to and including"),
    "in force": Text("i kraft", "in force"),
    "forum of": Text("hör till", "belongs to"),
    "members": Text("medlemmar", "members"),
    "seats": Text("platser", "seats"),
    "deadlines": Text("sluttider", "deadlines"),
    "ansvariga": same("ansvariga"),
    "state": Text("läge", "state"),
    "met": Text("klara sluttider", "deadlines met"),
    "reglemente": same("verksamhetsområden"),
    "deputy": Text("ställföreträdare", "deputy"),
    "område": same("verksamhetsområde"),
    "förbehållet": Text("förbehållet", "reserved"),
    "lagrum": same("lagrum"),
    "nämnd": same("nämnd"),
    "rows": Text("rader", "rows"),
    "ordning": same("delegationsordning"),
    "row": Text("rad", "row"),
    "passed on to": Text("till", "to"),
}


def word(text: str) -> Text:
    """A stored word as it is written: ``tf`` as t.f."""
    return WORDS.get(text) or same(text)


def kind_of(type: str) -> Text:
    """What sort of thing something is: ``atgard`` as åtgärd."""
    return TYPES.get(type) or same(type)


def status(of: str, count: int) -> Text:
    """How many facts are in a state.

    >>> status("föreslaget", 1).sv, status("föreslaget", 5).sv, status("föreslaget", 5).en
    ('1 föreslagen', '5 föreslagna', '5 proposed')
    """
    return counted(count, *STATUSES[of])


def in_role(count: int, role: str) -> Text:
    """How many meet in a forum in a role.

    >>> in_role(1, "ledamot").sv, in_role(8, "ledamot").sv
    ('1 ledamot', '8 ledamöter')
    """
    return counted(count, *ROLES[role])
