"""What is said when what a test expects is not so."""

from __future__ import annotations

from datetime import date

from orgmodell.words.text import Text, counted, joined, same

# --- given, when, then ----------------------------------------------------------------------------

GIVEN_REFUSED = Text(
    sv="det som är givet vägras, så det finns inget att pröva; rätta testet:",
    en="what is given is refused, so there is nothing to test; correct the test:",
)
OTHER_CHANGES = Text(
    sv="det som registrerades är inte det som väntades (- väntat, + registrerat):",
    en="what was recorded is not what was expected (- expected, + recorded):",
)
STOPPED = Text(
    sv="det som gjordes stoppades av en vägran, som then_refused ska vänta sig.",
    en="what was done was stopped by a refusal, which is for then_refused to expect.",
)
NOTHING_RECORDED = Text(sv="Ingenting registrerades.", en="Nothing was recorded.")
NOT_REFUSED = Text(sv="Ingenting vägrades.", en="Nothing was refused.")
NO_WARNINGS = Text(sv="Inga varningar gavs.", en="No warnings were given.")
RECORDED = Text(sv="Registrerat:", en="Recorded:")
REFUSED, WARNED = Text(sv="Vägrat av:", en="Refused by:"), Text(sv="Varningar:", en="Warnings:")
NONE = Text(sv="ingen", en="none")


def expected_refusal(rules: tuple[str, ...]) -> Text:
    return Text(
        sv=f"en vägran väntades, av exakt {', '.join(rules)}.",
        en=f"a refusal was expected, by exactly {', '.join(rules)}.",
    )


def expected_warnings(rules: tuple[str, ...]) -> Text:
    which = same(", ".join(rules)) if rules else NONE
    return Text(
        sv=f"registrering väntades, med exakt dessa varningar: {which:sv}.",
        en=f"recording was expected, with exactly these warnings: {which:en}.",
    )


def not_named(things: tuple[str, ...]) -> Text:
    return Text(
        sv=f"vägran nämner inte {', '.join(things)}.", en=f"the refusal does not name {', '.join(things)}."
    )


# --- invariants -----------------------------------------------------------------------------------


def broken(how_many: int, checked: tuple[date, ...]) -> Text:
    """The heading.

    >>> broken(1, (date(2015, 1, 1),)).en
    '1 invariant is broken; checked 1 day, 2015-01-01:'
    """
    what = counted(
        how_many,
        Text("invariant är bruten", "invariant is broken"),
        Text("invarianter är brutna", "invariants are broken"),
    )
    days = counted(len(checked), Text("dag", "day"), Text("dagar", "days"))
    span = " – ".join(dict.fromkeys(map(str, (checked[0], checked[-1])))) if checked else ""
    return joined([what, "; ", Text("prövat ", "checked "), days, f", {span}:" if span else ":"], "")


def over(first: date, last: date | None) -> Text:
    """Over which days something is so.

    >>> over(date(2015, 1, 1), date(2016, 4, 30)).en
    'from 2015-01-01 to 2016-04-30'
    """
    if last is None:
        return Text(sv=f"från och med {first}", en=f"from {first} on")
    if last == first:
        return Text(sv=f"den {first}", en=f"on {first}")
    return Text(sv=f"från {first} till {last}", en=f"from {first} to {last}")


def brought_about(beslut: str, verb: str, day: date, place: str) -> Text:
    """By which change it is so, and where that stands."""
    at = f" {place}:" if place else ""
    return Text(
        sv=f"därför:{at} beslut '{beslut}', {verb} den {day}",
        en=f"because:{at} beslut '{beslut}', {verb} on {day}",
    )


def and_more(count: int) -> Text:
    return Text(sv=f"… och {count} till", en=f"… and {count} more")


NOBODY_LEADS = Text(sv="ingen befattning leder den", en="no befattning leads it")
VACANT = Text(sv="den är vakant", en="it is vacant")


def shared(leaders: tuple[str, ...]) -> Text:
    return Text(
        sv=f"{', '.join(leaders)} leder den i samledarskap",
        en=f"{', '.join(leaders)} lead it in samledarskap",
    )


def leads_without_staff(befattning: str) -> Text:
    return Text(
        sv=f"{befattning} leder den utan personalansvar, och är ingen chef",
        en=f"{befattning} leads it without personalansvar, and is no chef",
    )


# --- the pytest plugin ----------------------------------------------------------------------------

NO_LEDGER = Text(
    sv="fixturen organisation behöver en mapp med beslutsfiler: märk testet "
    '@pytest.mark.orgmodell_ledger("mapp"), eller kör pytest --orgmodell-ledger MAPP, '
    "eller ange orgmodell_ledger = mapp i pytests inställningar",
    en="the fixture organisation needs a folder of beslutsfiler: mark the test "
    '@pytest.mark.orgmodell_ledger("folder"), or run pytest --orgmodell-ledger FOLDER, '
    "or set orgmodell_ledger = folder in the configuration of pytest",
)
