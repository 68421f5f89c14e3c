"""What the parameters of changes are called, and what is said of them.

What a change itself is called, and what cannot be meant in it, stands with its class.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from orgmodell.words.terms import word
from orgmodell.words.text import Text, joined, same
from orgmodell.words.values import last_day, value

PARAMETERS: Mapping[str, Text] = {
    "enhet": same("enhet"),
    "enheter": same("enheter"),
    "name": Text("namn", "name"),
    "kind": Text("slag", "kind"),
    "parent": Text("under", "under"),
    "planned_end": Text("planerad sista dag", "planned end"),
    "into": Text("till", "into"),
    "successors": Text("efterföljare", "successors"),
    "alias": Text("annat namn", "other name"),
    "namnd": same("nämnd"),
    "thing": Text("avser", "about"),
    "medarbetare": Text("medarbetare", "employees"),
    "arsarbetare": Text("årsarbetare", "full-time equivalents"),
    "uppdragstagare": Text("uppdragstagare", "people on commission"),
    "approximate": Text("ungefärligt", "approximate"),
    "organ": same("organ"),
    "part_of": Text("del av", "part of"),
    "person": same("person"),
    "role": Text("roll", "role"),
    "until": Text("t.o.m.", "up to and including"),
    "befattning": same("befattning"),
    "title": Text("titel", "title"),
    "leads": Text("leder", "leads"),
    "personalansvar": Text("personalansvar", "responsibility for staff"),
    "budgetansvar": Text("budgetansvar", "budget responsibility"),
    "samledarskap": Text("samledarskap", "shared leadership"),
    "to": Text("till", "to"),
    "form": same("form"),
    "share": Text("andel", "share"),
    "uppdrag": same("uppdrag"),
    "ansvarig": same("ansvarig"),
    "myndighetsutovning": Text("myndighetsutövning", "exercise of public authority"),
    "roll": Text("roll", "role"),
    "utforare": same("utförare"),
    "avtal": same("avtal"),
    "overenskommelse": same("överenskommelse"),
    "instrument": Text("avtal eller överenskommelse", "avtal or överenskommelse"),
    "bestallare": same("beställare"),
    "regim": Text("enligt", "under"),
    "lagstod": Text("lagstöd", "support in law"),
    "forum": same("forum"),
    "frequency": Text("hur ofta", "how often"),
    "member": Text("medlem", "member"),
    "seats": Text("platser", "seats"),
    "seat": Text("plats", "seat"),
    "atgard": same("åtgärd"),
    "deadlines": Text("avslutas", "deadlines"),
    "deadline": Text("sluttid", "deadline"),
    "deadline_stated": Text("sluttid enligt källan", "deadline as the source says"),
    "ansvariga": same("ansvariga"),
    "beslutande": Text("beslutande", "to decide"),
    "depends_on": Text("beroende av", "depends on"),
    "concerns": Text("rör", "concerns"),
    "outcome": Text("utfall", "outcome"),
    "reason": Text("skäl", "reason"),
    "forslag": same("förslag"),
    "made_by": Text("lagt av", "made by"),
    "alternative": Text("alternativ", "alternative"),
    "says": Text("innebär", "says"),
    "arende": same("ärende"),
    "omrade": same("verksamhetsområde"),
    "omraden": same("verksamhetsområden"),
    "forbehallet": Text("förbehållet", "reserved"),
    "lagrum": same("lagrum"),
    "ordning": same("delegationsordning"),
    "dnr": Text("dnr", "registry number"),
    "replaces": Text("ersätter", "replaces"),
    "ersattarordning": Text("ersättarordning", "order of substitutes"),
    "overordnad_har_ratt": Text("överordnad har rätten", "chef above has the right"),
    "tf_arver": Text("t.f. ärver", "t.f. inherits"),
    "karenstid": Text("karenstid i månader", "waiting period in months"),
    "anmalan": Text("anmälan", "reported to"),
    "forkortningar": Text("förkortningar", "abbreviations"),
    "ofullstandig": Text("ofullständig", "incomplete"),
    "rad": Text("rad", "row"),
    "nummer": Text("nr", "no."),
    "delegat": Text("delegat", "delegate"),
    "delegat_typ": Text("delegat", "delegate"),
    "automatiserad": Text("automatiserad", "automated"),
    "ersattare": same("ersättare"),
    "belopp": Text("belopp", "amount"),
    "samrad": Text("samråd", "samråd with"),
    "villkor": Text("villkor", "conditions"),
    "far_vidaredelegeras": Text("får vidaredelegeras", "may be passed on"),
    "bradskande": Text("brådskande", "urgent"),
    "vidaredelegation": same("vidaredelegation"),
    "to_typ": Text("till", "to"),
    "deputy": Text("ställföreträdare", "deputy"),
    "beslut": same("beslut"),
    "number": Text("uppgift nr", "change no."),
}


def parameters(given: Mapping[str, object], thing: Callable[[str], Text | str] = word) -> Text:
    """The parameters of a change on one line; of a period, its last day.

    >>> parameters({"parent": "stab", "kind": "enhet"}).en
    'under: stab, kind: enhet'
    """
    return joined(joined((PARAMETERS[name], _said(name, each, thing)), ": ") for name, each in given.items())


def mistyped(why: str, one_of: Sequence[str] = ()) -> Text:
    """What is wrong with a value that is not of the type of its parameter, as msgspec says it.

    >>> mistyped("Expected `str`, got `int`").sv
    '`str` väntas, inte `int`'
    """
    allowed = ", ".join(one_of)
    return Text(
        sv=_in_swedish(why) + (f"; något av {allowed}" if allowed else ""),
        en=why[0].lower() + why[1:] + (f"; one of {allowed}" if allowed else ""),
    )


def _in_swedish(why: str) -> str:
    expected = re.sub(r"Expected (`.*?`), got (`.*?`)", r"\1 väntas, inte \2", why)
    return expected.replace("Invalid enum value", "ogiltigt värde").replace(" - at ", " i ")


def _said(name: str, given: object, thing: Callable[[str], Text | str]) -> Text:
    if name == "until" and (given is None or isinstance(given, date)):
        return last_day(given)
    return value(given, thing)
