"""What a word in a beslutsfil was meant to be: from Swedish and everyday words to the right names."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from orgmodell.changes import VERBS
from orgmodell.identity import slug, suggested
from orgmodell.words import Text, terms
from orgmodell.words.changes import PARAMETERS
from orgmodell.words.meant import FIRST_DAY_NO_LONGER, NOTHING, did_you_mean

EVERYDAY: Mapping[str, tuple[str, ...]] = {
    "beslut": ("id", "beslutsnummer", "paragraf"),
    "decided": ("beslutad", "beslutat", "beslutsdag", "beslutsdatum", "datum"),
    "decided_by": ("beslutad av", "beslutat av", "beslutsfattare", "beslutande", "organ"),
    "effective": ("ikraft", "i kraft", "ikraftträdande", "gäller från", "gäller", "från", "fr.o.m.", "from"),
    "title": ("rubrik", "ärende", "ärendemening"),
    "decided_stated": ("beslutsdag enligt källan",),
    "stated": ("enligt källan", "angivet"),
    "source": ("källa",),
    "document": ("dokument", "handling"),
    "quote": ("citat",),
    "place": ("sida", "ställe"),
    "mark": ("märkning", "säkerhet"),
    "changes": ("ändringar", "förändringar"),
    "name": ("benämning", "heter"),
    "kind": ("typ", "sort", "art"),
    "parent": ("överordnad", "överordnad enhet", "hör till", "ligger under"),
    "part_of": ("hör till", "under"),
    "until": ("till och med", "tom", "upphör", "slut", "slutar", "slutdatum"),
    "person": ("innehavare", "anställd", "namn"),
    "leads": ("chef för", "leder enhet"),
    "into": ("ny enhet", "nya enheter"),
    "to": ("mottagare", "ny ansvarig"),
    "create_enhet": ("skapa enhet", "inrätta enhet", "ny enhet", "enhet"),
    "rename_enhet": ("byt namn", "byt namn på enhet", "nytt namn"),
    "move_enhet": ("flytta enhet", "flytta"),
    "merge_enheter": ("slå samman enheter", "slå ihop enheter", "slå samman", "slå ihop"),
    "split_enhet": ("dela enhet", "dela"),
    "dissolve_enhet": ("upplös enhet", "lägg ned enhet", "lägg ner enhet", "avveckla enhet"),
    "place_under_namnd": ("lägg under nämnd",),
    "create_organ": ("skapa organ", "inrätta organ", "ny nämnd", "inrätta nämnd"),
    "dissolve_organ": ("upplös organ", "upplös nämnd", "lägg ned nämnd"),
    "elect_ledamot": ("välj ledamot", "välj"),
    "create_befattning": ("skapa befattning", "inrätta befattning", "ny befattning", "tjänst"),
    "withdraw_befattning": ("dra in befattning", "dra in tjänst"),
    "appoint": ("tillsätt", "utse", "anställ", "förordna"),
    "release": ("entlediga", "avsluta förordnande"),
    "declare_vacancy": ("vakans", "vakant"),
    "create_uppdrag": ("skapa uppdrag", "nytt uppdrag"),
    "transfer_uppdrag": ("flytta uppdrag", "för över uppdrag", "överför uppdrag"),
    "conclude_avtal": ("teckna avtal", "nytt avtal"),
    "make_overenskommelse": ("ingå överenskommelse",),
    "grant_delegation": ("delegera", "ge delegation"),
    "revoke_delegation": ("återkalla delegation",),
    "annul_beslut": ("upphäv beslut", "upphäv"),
    "true": ("ja", "yes", "sant"),
    "false": ("nej", "no", "falskt"),
}
"""The right name → words that people write for it, beside those that answers are shown with."""
_SAYS = {"until": FIRST_DAY_NO_LONGER}  # t.o.m. is the day before


def meant(word: str, names: Collection[str]) -> tuple[str, ...]:
    """Those of the names that a word says in Swedish, in everyday words or in another spelling.

    >>> meant("slag", ["name", "kind"]), meant("Gäller från", ["effective"]), meant("till", ["into", "to"])
    (('kind',), ('effective',), ('into', 'to'))
    """
    wanted = slug(word)
    return tuple(name for name in names if wanted in map(slug, _words_for(name))) if wanted else ()


def suggestion(word: str, names: Collection[str]) -> Text:
    """The end of an error message: what the word was meant to be, the nearest right name, or nothing."""
    if found := meant(word, names):
        return did_you_mean(*(f"'{name}'" + _SAYS.get(name, NOTHING) for name in found))
    return suggested(word, names)


def _words_for(name: str) -> Iterator[str]:
    yield name
    yield from EVERYDAY.get(name, ())
    if name in VERBS:
        yield VERBS[name].said.sv
    yield from (words[name].sv for words in (PARAMETERS, terms.WORDS, terms.MARKS) if name in words)
