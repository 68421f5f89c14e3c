"""Why a text is not YAML: what the parsers say, in Swedish too."""

from __future__ import annotations

from collections.abc import Mapping

from orgmodell.words.text import Text, foreign

QUOTE_NOT_CLOSED = Text(
    sv="texten som börjar här har inget citattecken i slutet; skriv ett likadant som det första",
    en="the text that begins here has no quotation mark at its end; write one like the first",
)

_WHERE: Mapping[str, str] = {
    "block mapping": "bland nycklar på var sin rad",
    "flow mapping": "mellan klamrar",
    "block collection": "i en lista",
    "flow sequence": "mellan hakparenteser",
    "simple key": "vid en nyckel",
    "quoted scalar": "i en text inom citattecken",
    "block scalar": "i en text på flera rader",
    "anchor": "efter &",
    "alias": "efter *",
    "tag": "efter !",
    "directive": "efter %",
}
"""What a parser was at, by words that its two implementations share."""

_WHAT: Mapping[str, str] = {
    "expected ':'": "ett kolon saknas",
    "expected key": "en nyckel saknas, eller är inte lika långt indragen som den före",
    "expected '-' indicator": "'- ' saknas, eller är inte lika långt indraget som det före",
    "expected <block end>": "raden är inte lika långt indragen som den före",
    "expected ',' or '}'": "',' eller '}' saknas",
    "expected ',' or ']'": "',' eller ']' saknas",
    "expected '>'": "'>' saknas",
    "comment or line break": "resten av raden ska vara tom",
    "chomping": "resten av raden ska vara tom",
    "node content": "ett värde saknas",
    "mapping values are not allowed": "ett kolon med värde får inte stå här",
    "sequence entries are not allowed": "en lista får inte börja här",
    "mapping keys are not allowed": "en nyckel får inte stå här",
    "cannot start any token": "ett värde kan inte börja med det tecken som står här",
    "end of stream": "texten tar slut",
    "document indicator": "--- står inne i en text",
    "document separator": "--- står inne i en text",
    "<document start>": "--- saknas före nästa beslut",
    "unknown escape character": "tecknet efter \\ har ingen betydelse där",
    "undefined alias": "det som * hänvisar till finns inte",
    "alphabetic or numeric": "en bokstav eller siffra saknas",
    "indentation": "raden är fel indragen",
}
"""What it missed or did not want, likewise."""


def not_yaml(why: Text) -> Text:
    return Text(sv=f"detta är inte YAML: {why:sv}", en=f"this is not YAML: {why:en}")


def said_by_the_parser(context: str | None, problem: str) -> Text:
    """What a parser says of a place; what has no Swedish words here is quoted.

    >>> said_by_the_parser("while parsing a flow node", "did not find expected node content").sv
    'ett värde saknas'
    >>> said_by_the_parser("while parsing a flow mapping", "did not find expected ',' or '}'").sv
    "mellan klamrar: ',' eller '}' saknas"
    >>> said_by_the_parser(None, "control characters are not allowed").sv
    '«control characters are not allowed»'
    """
    english = ", ".join(part for part in (context, problem) if part)
    what, where = _first(_WHAT, problem), _first(_WHERE, context or "")
    swedish = foreign(english).sv if what is None else f"{where}: {what}" if where else what
    return Text(sv=swedish, en=english)


def _first(words: Mapping[str, str], said: str) -> str | None:
    return next((swedish for english, swedish in words.items() if english in said), None)
