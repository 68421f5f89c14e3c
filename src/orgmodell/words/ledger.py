"""What is said of beslutsfiler that cannot be read, or that hold a beslut that is refused."""

from __future__ import annotations

from collections.abc import Iterable

from orgmodell.words import meant
from orgmodell.words.text import Text, foreign

# The files

NO_FILE_OR_FOLDER = Text(sv="'' är inte namnet på någon fil eller mapp", en="'' names no file or folder")
NO_BESLUT = Text(sv="det finns inget beslut i filen", en="there is no beslut in the file")


def nowhere(source: object) -> Text:
    return Text(sv=f"det finns ingen fil eller mapp '{source}'", en=f"there is no file or folder '{source}'")


def no_beslutsfil(folder: object) -> Text:
    return Text(
        sv=f"det finns ingen beslutsfil (*.yaml) i mappen '{folder}'",
        en=f"there is no beslutsfil (*.yaml) in the folder '{folder}'",
    )


def misnamed(right: str) -> Text:
    return Text(
        sv=f"namnet slutar inte på .yaml; döp filen till {right}",
        en=f"its name does not end in .yaml; name it {right}",
    )


def passed_over(wrong: Text) -> Text:
    return Text(
        sv=f"filen skulle förbigås: {wrong:sv}, eller flytta den ur mappen",
        en=f"the file would be passed over: {wrong:en}, or move it out of the folder",
    )


def not_utf8(reason: str) -> Text:
    why = foreign(reason)
    return Text(
        sv=f"filen är inte text i UTF-8 ({why:sv}); spara den som UTF-8",
        en=f"the file is not UTF-8 text ({why:en}); save it as UTF-8",
    )


def cannot_read(file: object, reason: str | None) -> Text:
    why = foreign(reason)
    return Text(sv=f"'{file}' kan inte läsas: {why:sv}", en=f"cannot read '{file}': {why:en}")


# The names of persons

IDS_AND_NAMES = Text(sv="person-id, vart och ett med ett namn", en="person ids and names")


def no_person_id(text: str) -> Text:
    return Text(
        sv=f"'{text}' är inget person-id: använd a–z, 0–9 och bindestreck",
        en=f"'{text}' is not a person id: use a–z, 0–9 and hyphens",
    )


def name_is_wrong(name: str, wrong: Text) -> Text:
    return Text(sv=f"namnet {name!r} {wrong:sv}", en=f"the name {name!r} {wrong:en}")


# Characters


def unseen(character: Text, instead: Text) -> Text:
    return Text(sv=f"här står {character:sv}; {instead:sv}", en=f"there is {character:en} here; {instead:en}")


def colon_in_a_text(key: str, whole: str) -> Text:
    return Text(
        sv=f"ett kolon och ett mellanslag inleder ett värde; {_in_quotes(key, whole):sv}",
        en=f"a colon and a space begin a value; {_in_quotes(key, whole):en}",
    )


def comma_in_a_text(key: str, whole: str) -> Text:
    return _after_a_comma(_in_quotes(key, whole))


def comma_for_thousands(key: str, number: str) -> Text:
    return _after_a_comma(
        Text(
            sv=f"skriv talet utan komman, så här: {key}: {number}",
            en=f"write the number without commas, as {key}: {number}",
        )
    )


def decimal_comma(key: str, number: str) -> Text:
    return _after_a_comma(
        Text(
            sv=f"skriv decimalerna efter en punkt, så här: {key}: {number}",
            en=f"write the decimals after a point, as {key}: {number}",
        )
    )


def curly_quotes(mark: str, named: Text, straight: str) -> Text:
    return Text(
        sv=f"'{mark}', {named:sv}, är inget citattecken i YAML; skriv raka citattecken, så här: {straight}",
        en=f"'{mark}', {named:en}, quotes nothing in YAML; write straight quotes, as {straight}",
    )


def _in_quotes(key: str, whole: str) -> Text:
    return Text(
        sv=f"sätt texten inom raka citattecken, så här: {key}: {whole}",
        en=f"put the text in straight quotes, as {key}: {whole}",
    )


def _after_a_comma(way_out: Text) -> Text:
    return Text(
        sv=f"ett komma avslutar värdet före det; {way_out:sv}",
        en=f"a comma ends the value before it; {way_out:en}",
    )


# Keys, changes and parameters

KEYS_OF_BESLUT = Text(
    sv="nycklar till ett beslut (beslut, decided, changes …), var och en med ett värde",
    en="a beslut's keys (beslut, decided, changes …)",
)
ONE_CHANGE = Text(
    sv="en ändring, som create_enhet: {enhet: pbk, name: …}",
    en="one change, as create_enhet: {enhet: pbk, name: …}",
)
KEY_IS_TEXT = Text(sv="en nyckel ska vara vanlig text", en="a key must be plain text")
CHANGES_IS_A_LIST = Text(
    sv="changes är en lista: inled varje ändring med '- '",
    en="changes is a list: begin each change with '- '",
)
ONE_CHANGE_EACH = Text(
    sv="varje post i changes är en ändring; sätt '- ' före var och en",
    en="each item of changes is one change; put '- ' before every one",
)


def parameters_of(name: str) -> Text:
    return Text(sv=f"parametrar till {name}, var och en med ett värde", en=f"{name}'s parameters")


def mapping_expected(what: Text) -> Text:
    return Text(sv=f"här väntas {what:sv}", en=f"a mapping of {what:en} is expected here")


def twice(key: str) -> Text:
    return Text(sv=f"'{key}' står två gånger; behåll en", en=f"'{key}' stands twice; keep one")


def no_key(key: str, near: Text) -> Text:
    return Text(sv=f"ett beslut har ingen nyckel '{key}'{near:sv}", en=f"a beslut has no '{key}'{near:en}")


def key_missing(key: str) -> Text:
    return Text(sv=f"ett beslut behöver '{key}'", en=f"a beslut needs '{key}'")


def no_change(verb: str, near: Text) -> Text:
    return Text(sv=f"det finns ingen ändring '{verb}'{near:sv}", en=f"there is no change '{verb}'{near:en}")


def no_parameter(name: str, parameter: str, near: Text) -> Text:
    return Text(
        sv=f"{name} har ingen parameter '{parameter}'{near:sv}",
        en=f"{name} has no parameter '{parameter}'{near:en}",
    )


def parameter_missing(name: str, parameter: str) -> Text:
    return Text(sv=f"{name} behöver '{parameter}'", en=f"{name} needs '{parameter}'")


# Values

TEXT = Text(sv="en text", en="text")
DATE = Text(sv="ett datum som 2014-01-01", en="a date as 2014-01-01")
TRUE_OR_FALSE = Text(sv="true eller false", en="true or false")
WHOLE_NUMBER = Text(sv="ett heltal", en="a whole number")
NUMBER = Text(sv="ett tal", en="a number")
LIST_EXPECTED = Text(sv="här väntas en lista, som [ett, annat]", en="a list is expected, as [one, another]")
DECIMALS = Text(sv="decimalerna efter en punkt", en="the decimals after a point")
NUMBER_ALONE = Text(sv="bara talet, utan mellanslag", en="the number alone, without spaces")


def one_of(values: Iterable[str]) -> Text:
    listed = ", ".join(values)
    return Text(sv=f"ett av {listed}", en=f"one of {listed}")


def expected(what: Text) -> Text:
    return Text(sv=f"här väntas {what:sv}", en=f"{what:en} is expected")


def is_not(text: str, what: Text, near: Text = meant.NOTHING) -> Text:
    return Text(sv=f"'{text}' är inte {what:sv}{near:sv}", en=f"'{text}' is not {what:en}{near:en}")


def number_is_not(text: str, what: Text, write: Text, alone: str) -> Text:
    wrong = is_not(text, what)
    return Text(
        sv=f"{wrong:sv}; skriv {write:sv}, alltså {alone}", en=f"{wrong:en}; write {write:en}, as {alone}"
    )
