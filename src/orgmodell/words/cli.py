"""What the command line says: what each command and option is for, and what is wrong with how it is used."""

from __future__ import annotations

import errno
import re
from collections.abc import Mapping, Sequence

from orgmodell.words.text import Text, foreign, in_both, same

WITH_GROUNDS = same("--grounds")

PROGRAM = Text(
    sv="""Organisationen i en kommun, vilken dag som helst, ur registrerade beslut.

KÄLLA är en mapp eller fil med beslutsfiler (YAML), en SQLite-fil eller en postgresql://-adress; dagar skrivs
2013-01-08.

Slutstatus: 0 klart, 1 vägrat eller brutna regler funna, 2 felaktigt anrop eller oläsbar källa.""",
    en="""The organisation of a kommun, for any day, from recorded beslut.

SOURCE is a folder or file of beslutsfiler (YAML), a SQLite file, or a postgresql:// address; days are written
2013-01-08.

Exit status: 0 done, 1 refused or violations found, 2 bad usage or unreadable input.""",
)

COMMANDS: Mapping[str, Text] = {
    "chart": Text(
        "Organisationsplanen: enheter, chefer, t.f. och vakanser.",
        "The org chart: enheter, chefer, t.f. and vacancies.",
    ),
    "show": Text(
        "Vad något är den dagen: en enhet och dess chef, en befattning, person, ett uppdrag, forum, en "
        "åtgärd …",
        "What a thing is on the day: an enhet and its chef, a befattning, person, uppdrag, forum, åtgärd …",
    ),
    "line": Text(
        "Cheferna över en befattning, närmast först, ända upp.",
        "The chefer above a befattning, nearest first, to the top.",
    ),
    "chefsled": Text(
        "Hur många chefsled det är över en befattning; utan VEM, över var och en.",
        "How many chefsled there are above a befattning; without WHO, above each.",
    ),
    "kontrollspann": Text(
        "Hur många en chef leder; utan VEM, hur många varje chef leder.",
        "How many a chef leads; without WHO, how many each chef leads.",
    ),
    "vacancies": Text(
        "De vakanta befattningarna, sedan när och vem som tar över det de ledde; och obesatta platser i "
        "forum.",
        "The vacant befattningar, since when, and who takes over what they led; and unfilled seats of "
        "forums.",
    ),
    "namnder": Text(
        "Vilken nämnd varje enhet lyder under; eller en ENHET.",
        "Which nämnd each enhet answers to; or one ENHET.",
    ),
    "uppdrag": Text(
        "Vem som ansvarar för varje uppdrag, även före och efter; eller för uppdraget ID.",
        "Who answers for each uppdrag, before and after too; or for the uppdrag ID.",
    ),
    "roller": Text(
        "Enheternas och organens roller, vad som blandar beställare och utförare, och relationer.",
        "The roles of enheter and organ, what mixes beställare and utförare, and relations.",
    ),
    "instrument": Text(
        "Vilket avtal eller vilken överenskommelse som knyter varje beställare till varje utförare, och var "
        "det "
        "saknas.",
        "Which avtal or överenskommelse ties each beställare to each utförare, and where there is none.",
    ),
    "expiring": Text(
        "Vilka avtal, överenskommelser och tillfälliga enheter och forum som löper ut, eller har passerat "
        "sitt slut.",
        "Which avtal, överenskommelser and temporary enheter and forums run out, or have passed their end.",
    ),
    "forum": Text(
        "Forumen: vilka som möts, hur ofta, och vilka platser ingen har; eller forumet ID.",
        "The forums: who meets, how often, and which seats nobody fills; or the forum ID.",
    ),
    "plan": Text(
        "Åtgärderna efter sluttid: vad som är försenat, vad som väntar på vad, och vem som bär hur mycket.",
        "The åtgärder by deadline: what is late, what waits for what, and who carries how much.",
    ),
    "delegationsordning": Text(
        "Delegationsordningen för NAMND: raderna, vilka de gäller, vad som ändrats och vad som vilar på vad.",
        "The delegationsordning of NAMND: its rows, who they come to, what changed, what rests on what.",
    ),
    "who-decides": Text(
        sv="""Vem som får besluta i ARENDE den dagen, och varför: hela vägen, med var och en som inte får.

ARENDE är ärendeslagets id. Slutstatus 0 också när det inte framgår vem som beslutar.""",
        en="""Who may decide in ARENDE on the day, and why: the whole way, with everyone who may not.

ARENDE is the id of a kind of matter. Exit status 0 also when it does not appear who decides.""",
    ),
    "rights": Text(
        sv="""Vad varje chef och delegat får besluta, och vilka som inget får; eller VEM, en
befattning eller person.

Med --since, vad var och en har förlorat eller fått till den dagen; --with NAMN gäller bara dagen.""",
        en="""What each chef and delegate may decide, and who may nothing; or one WHO, a befattning or person.

With --since, what each person has lost or gained by the day; --with NAME holds on the day only.""",
    ),
    "law": Text(
        "Kommunallagen som gäller: vem som får vara delegat, vad som är förbehållet, hur beslut anmäls.",
        "The kommunallag in force: who may be delegate, what is reserved, how decisions are reported.",
    ),
    "diff": Text(
        "Vad som skiljer i organisationen mellan två dagar; --with NAMN gäller den senare sidan.",
        "What differs in the organisation between two days; --with NAME holds on the later side.",
    ),
    "history": Text(
        "Varje ändring som rörde något, i dagordning.", "Every change that touched a thing, in order of day."
    ),
    "lineage": Text("Vilka enheter som gick över i vilka.", "Which enheter went over into which."),
    "taking-effect": Text(
        "Vad som börjar eller upphör efter en dag, till och med en annan.",
        "What begins or ends after one day, up to and including another.",
    ),
    "log": Text(
        "Varje beslut, i registrerad ordning; som yaml, en beslutsfil.",
        "Every beslut, in recorded order; as yaml, a beslutsfil.",
    ),
    "alternatives": Text(
        "Alternativen bredvid KÄLLA: vilka som står för sig, behöver ett annat eller utesluter varandra.",
        "The alternatives beside SOURCE: which stand by themselves, need another, or exclude each other.",
    ),
    "compare": Text(
        sv="""Alternativ sida vid sida en dag: mått, brutna regler, vad som lämnas utan hemvist.

NAMN är "nu" (organisationen som den är registrerad), ett alternativ bredvid KÄLLA, en mapp eller fil, eller
flera av dem tillsammans, som alt-d+alt-c. De andra jämförs med det första.""",
        en="""Alternatives side by side on a day: figures, broken rules, what is left without a home.

NAME is "nu" (the organisation as recorded), an alternative beside SOURCE, a folder or file, or several of
them together, as alt-d+alt-c. The first is what the others are compared with.""",
    ),
    "record": Text(
        sv="""Registrera beslutsfiler, eller mappar med dem: alla bedöms innan något registreras.

Varje beslut registreras helt. Blir det avbrutet, kör igen: det som redan finns lämnas som det är.""",
        en="""Record beslutsfiler, or folders of them: all judged before any is recorded.

Each beslut is recorded whole. If it is cut off, run it again: what is there already is left.""",
    ),
    "check": Text(
        "Reglerna som är brutna, även varningar; slutstatus 1 när det finns några.",
        "The rules that are broken, warnings too; exit status 1 when there are any.",
    ),
    "verify": Text(
        sv="""Räkna om loggens kedja av kontrollsummor, och säg vilken post som först inte stämmer.

Slutstatus 1 också när kedjan är hel men databasen inte längre vägrar att ändra poster.""",
        en="""Recompute the hash chain of the log, and name the first record that does not fit.

Exit status 1 also when the chain is whole but the database no longer refuses to change records.""",
    ),
    "checkpoint": Text(
        sv="""Kontrollera hela loggen i en SQLite-fil, och spara bredvid den hur den är utlagd.

Sedan öppnas den fort. Det som sparats används när det stämmer med loggen, dock aldrig av verify; filen kan
slängas när som helst.""",
        en="""Check the whole log in a SQLite file, and keep beside it how it is laid out.

It is then opened fast. What is kept is used when it fits the log, though never by verify; the file can be
deleted at any time.""",
    ),
    "names": Text(
        "Personernas namn, som förs vid sidan av loggen; loggen själv har bara deras id.",
        "The names of persons, kept beside the log; the log itself has only their ids.",
    ),
    "schema": Text(
        sv="""JSON Schema för beslutsfiler, till redigerare; eller för svaren som JSON.

Med --answers: vad varje kommando skriver med --format json, under kommandots namn i $defs.""",
        en="""The JSON Schema of beslutsfiler, for editors; or of the answers as JSON.

With --answers: what each command prints with --format json, under the name of the command in $defs.""",
    ),
}

# What an option is for, in any command or in one: by its name, or by the command's and its name.
OPTIONS: Mapping[str, Text] = {
    "help": Text("Visa den här texten.", "Show this text."),
    "version": Text("Visa versionen.", "Show the version."),
    "day": Text("Dagen det frågas om.", "The day asked about."),
    "known": Text(
        "Räkna bara beslut fattade den dagen eller tidigare.",
        "Count only beslut decided on or before this day.",
    ),
    "recorded": Text(
        "Svara som loggen stod efter N beslut, eller vid en tid (UTC, om den inte anger zon).",
        "Answer as the log stood after N beslut, or at a time (UTC, unless it names a zone).",
    ),
    "proposed": Text(
        "Svara som om alternativet vore antaget; ett namn bredvid KÄLLA, eller en mapp. Får upprepas.",
        "Answer as if this alternative were adopted; a name beside SOURCE, or a folder. May be repeated.",
    ),
    "org": Text(
        "Vilken organisation, när källan har flera.", "Which organisation, where the source holds several."
    ),
    "form": Text("Vilken form svaret har.", "The form of the answer."),
    "answers": Text(
        "Schemat för svaren, inte för beslutsfiler.", "The schema of the answers, not of beslutsfiler."
    ),
    "output": Text(
        "Skriv svaret i den här filen; ändelsen säger formen, om inte --format gör det.",
        "Write the answer to this file; its suffix tells the form, unless --format does.",
    ),
    "in_full": Text("Visa varje uppgift som svaret vilar på.", "Show every fact that the answer rests on."),
    "lang": Text(
        "Svenska eller engelska, också i ORGMODELL_LANG.", "Swedish or English, also in ORGMODELL_LANG."
    ),
    "mode": Text(
        "Om en vakant chef hoppas över (faktisk) eller räknas som ett steg (struktur).",
        "Whether a vacant chef is passed over (faktisk) or counts as a step (struktur).",
    ),
    "up_to": Text(
        "Räkna chefsled upp till den här; utan, till linjens topp.",
        "Count chefsled up to this; without it, to the top of the line.",
    ),
    "riktmarke": Text(
        "Hur många medarbetare en första linjens chef bör ha som mest.",
        "How many medarbetare a first-line chef should have at the most.",
    ),
    "within": Text("Hur många månader framåt.", "How many months ahead to look."),
    "belopp": Text("Beloppet, i kronor.", "The amount, in kronor."),
    "absent": Text(
        "En befattning eller person som är frånvarande. Får upprepas.",
        "A befattning or person who is away. May be repeated.",
    ),
    "jav": Text("En person som är jävig. Får upprepas.", "A person who is jävig. May be repeated."),
    "bradskande": Text("Ärendet kan inte vänta på nämnden.", "The matter cannot wait for nämnden."),
    "since": Text(
        "Säg vem som har förlorat eller fått rättigheter sedan den här dagen.",
        "Tell who has lost or gained rights since this day.",
    ),
    "into": Text(
        "En SQLite-fil, som skapas om den inte finns, eller en postgresql://-adress.",
        "A SQLite file, made if it is not there, or a postgresql:// address.",
    ),
    "dry_run": Text(
        "Bedöm allt, säg vad som skulle registreras, och registrera ingenting.",
        "Judge it all, say what would be recorded, and record nothing.",
    ),
    "head": Text(
        "Den sha256 som antecknades efter en tidigare verify.",
        "The sha256 noted down after an earlier verify.",
    ),
    "given": Text("Ge en person ett namn.", "Give a person a name."),
    "erase": Text(
        "Ta bort en persons namn för gott (gallring).", "Remove a person's name for good (gallring)."
    ),
    "uppdrag enhet": Text(
        "Bara de som enheten eller organet ansvarar för den dagen.",
        "Only those that this enhet or organ answers for on the day.",
    ),
    "who-decides enhet": Text(
        "Enheten det rör; utelämnad, bara det som gäller alla.",
        "The enhet it is about; left out, only what holds for any.",
    ),
    "history day": Text(
        "Säg vad som hade hänt den dagen, och vad som bara var beslutat.",
        "Tell what had happened, and what was only decided, on this day.",
    ),
    "check day": Text(
        "Pröva den här dagen; utan, varje dag då något ändras.",
        "Check this day; without it, every day on which something changes.",
    ),
}

PLACES: Mapping[str, Text] = {
    "OPTIONS": Text("VAL", "OPTIONS"),
    "COMMAND": Text("KOMMANDO", "COMMAND"),
    "ARGS": Text("ARGUMENT", "ARGS"),
    "SOURCE": Text("KÄLLA", "SOURCE"),
    "WHO": Text("VEM", "WHO"),
    "NAME": Text("NAMN", "NAME"),
    "FILE": Text("FIL", "FILE"),
    "DAY": Text("DAG", "DAY"),
    "TIME": Text("TID", "TIME"),
    "AFTER": Text("EFTER", "AFTER"),
    "UNTIL": Text("TILL", "UNTIL"),
    "MONTHS": Text("MÅNADER", "MONTHS"),
    "FLOAT RANGE": Text("TAL", "NUMBER"),
}
USAGE, OPTIONS_HEAD = Text("Användning: ", "Usage: "), Text("Val", "Options")
COMMANDS_HEAD, REQUIRED = Text("Kommandon", "Commands"), Text("krävs", "required")
ERROR = Text("Fel: ", "Error: ")
INTERRUPTED = Text("avbrutet", "interrupted")
REPORT_IT = Text(
    "Rapportera det gärna, med det som ORGMODELL_TRACEBACK=1 visar.",
    "Please report it, with what ORGMODELL_TRACEBACK=1 makes it show.",
)


def default(value: str) -> Text:
    return Text(sv=f"[förval: {value}]", en=f"[default: {value}]")


def fault(kind: str, told: str) -> Text:
    return Text(
        sv=f"orgmodell: ett fel i orgmodell självt: {kind}: {told}",
        en=f"orgmodell: a fault in orgmodell itself: {kind}: {told}",
    )


def try_help(command: str) -> Text:
    return Text(sv=f"'{command} --help' ger hjälp.", en=f"Try '{command} --help' for help.")


def no_such_option(option: str, near: Sequence[str]) -> Text:
    return Text(sv=f"Det finns inget val '{option}'.", en=f"No such option: {option}") + _near(near)


def no_such_command(command: str, near: Sequence[str]) -> Text:
    return Text(sv=f"Det finns inget kommando '{command}'.", en=f"No such command '{command}'.") + _near(near)


def in_place(written: str) -> Text:
    """What stands for a value where it is said how a command is called.

    >>> in_place("SOURCE [WHO]").sv
    'KÄLLA [VEM]'
    """
    place = re.compile(rf"\b({'|'.join(PLACES)})\b")
    return in_both(lambda lang: place.sub(lambda found: PLACES[found[0]].said(lang), written))


def missing(parameter: str, is_option: bool) -> Text:
    if is_option:
        return Text(sv=f"Valet {parameter} saknas.", en=f"Missing option {parameter}.")
    return Text(sv=f"Argumentet {parameter} saknas.", en=f"Missing argument {parameter}.")


def needs_a_value(option: str) -> Text:
    return Text(sv=f"Valet '{option}' kräver ett värde.", en=f"Option '{option}' requires an argument.")


def bad_value(parameter: str, says: Text) -> Text:
    return Text(
        sv=f"Ogiltigt värde för {parameter}: {says:sv}", en=f"Invalid value for {parameter}: {says:en}"
    )


def not_one_of(value: object, choices: Sequence[str]) -> Text:
    listed = ", ".join(map(repr, choices))
    return Text(sv=f"'{value}' är inte något av {listed}.", en=f"'{value}' is not one of {listed}.")


def not_in_the_range(value: Text, low: object, high: object) -> Text:
    sv = f"minst {low}" if high is None else f"{low} till {high}"
    en = f"at least {low}" if high is None else f"{low} to {high}"
    return Text(sv=f"{value:sv} ska vara {sv}.", en=f"{value:en} is to be {en}.")


def no_number(value: object) -> Text:
    return Text(sv=f"'{value}' är inget tal.", en=f"'{value}' is no number.")


def no_whole_number(value: object) -> Text:
    return Text(sv=f"'{value}' är inget heltal.", en=f"'{value}' is no whole number.")


def too_many(extra: str) -> Text:
    return Text(sv=f"För många argument: {extra}", en=f"Got unexpected extra arguments ({extra})")


def _near(near: Sequence[str]) -> Text:
    if not near:
        return same("")
    listed = ", ".join(near)
    return Text(sv=f" Menade du {listed}?", en=f" Did you mean {listed}?")


# What the system refuses

_NO_RIGHT = Text("du har inte behörighet dit", "Permission denied")
_OTHER_PLACE = Text("Välj en annan plats", "Choose another place")
_REFUSED: Mapping[int, tuple[Text, Text]] = {
    errno.ENOENT: (
        Text("det finns ingen sådan fil eller mapp", "No such file or folder"),
        Text("Rätta sökvägen, eller skapa mappen först", "Correct the path, or create the folder first"),
    ),
    errno.ENOTDIR: (
        Text("en del av sökvägen är ingen mapp", "A part of the path is no folder"),
        Text("Rätta sökvägen", "Correct the path"),
    ),
    errno.EISDIR: (Text("det är en mapp", "It is a folder"), Text("Ange en fil i den", "Give a file in it")),
    errno.EACCES: (_NO_RIGHT, _OTHER_PLACE),
    errno.EPERM: (_NO_RIGHT, _OTHER_PLACE),
    errno.EROFS: (Text("dit går det inte att skriva", "Read-only file system"), _OTHER_PLACE),
    errno.ENOSPC: (
        Text("det finns inget utrymme kvar", "No space left on device"),
        Text("Frigör utrymme, eller välj en annan plats", "Free some space, or choose another place"),
    ),
}
THE_OUTPUT = Text("utskriften", "the output")


def refused(error: OSError) -> Text:
    """What the system refuses, of which file, and the way out."""
    named = error.filename is not None
    what = same(f"'{error.filename}'") if named else THE_OUTPUT if error.errno == errno.ENOSPC else None
    why, way_out = _REFUSED.get(error.errno or 0, (foreign(error.strerror or error), None))
    said = why if what is None else Text(sv=f"{what:sv}: {why:sv}", en=f"{why:en}: {what:en}")
    return said if way_out is None else said + ". " + way_out + "."


# What the commands themselves find wrong

ID_OR_ENHET = Text("ange ett ID eller --enhet, inte båda", "give an ID or --enhet, not both")
NAMES_OF_FILES = Text(
    "beslutsfilernas namn står i deras persons.yaml; ändra den filen",
    "the names of beslutsfiler are in their persons.yaml; edit that file",
)
NO_TIME_IN_FILES = Text(
    "beslutsfiler har ingen tid för registrering; ge --as-recorded ett antal",
    "beslutsfiler have no time of recording; give --as-recorded a number",
)
ALTERNATIVE_STANDS_ON_THE_LOG = Text(
    "ett alternativ står på loggen som den är: utelämna --as-recorded",
    "an alternative stands on the log as it is: leave out --as-recorded",
)
NO_TEXT = Text(
    "en arbetsbok eller ett dokument är ingen text: ge det en fil med --output",
    "a workbook or document is no text: give it a file with --output",
)


def ends_before_it_begins(until: object, after: object) -> Text:
    return Text(
        sv=f"perioden slutar, {until}, innan den börjar, {after}",
        en=f"the period ends, {until}, before it begins, {after}",
    )


def no_amount(belopp: float) -> Text:
    return Text(sv=f"{belopp} är inget belopp", en=f"{belopp} is no amount")


def holds_beslutsfiler(into: str) -> Text:
    return Text(
        sv=f"'{into}' har beslutsfiler; --into anger en SQLite-fil eller en postgresql://-adress. "
        "Lägg filen i mappen för att lägga till ett beslut där.",
        en=f"'{into}' holds beslutsfiler; --into names a SQLite file or a postgresql:// address. "
        "To add a beslut to a folder, put its file there.",
    )


def no_time(text: str) -> Text:
    return Text(
        sv=f"'{text}' är varken ett antal beslut eller en tid som 2014-01-01T12:00",
        en=f"'{text}' is neither a number of beslut nor a time as 2014-01-01T12:00",
    )


def tells_no_form(file: str) -> Text:
    return Text(
        sv=f"'{file}' säger ingen form; lägg till --format, eller låt den sluta på .xlsx, .docx …",
        en=f"'{file}' tells no form; add --format, or end it with .xlsx, .docx …",
    )


def checkpoint_written(file: object) -> Text:
    return Text(sv=f"Skrev {file}", en=f"Wrote {file}")
