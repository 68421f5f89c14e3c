"""Days so far away that a year is likely to be mistyped: 2203 for 2023, 0203 for 2013."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from orgmodell.changes import Beslut, Recorded
from orgmodell.chronicle import Account
from orgmodell.rules.base import Finding, is_drafted, rule_of_beslut
from orgmodell.words import Text

KOMMUNER = date(1863, 1, 1)  # the ordinances of 1862, by which there are kommuner, came into force
AHEAD = timedelta(days=366)
APART = timedelta(days=30 * 366)


@rule_of_beslut(
    "DAG",
    severity="warning",
    sv="Ingen dag i ett beslut är så avlägsen att dess år troligen är felskrivet (praxis).",
)
def days_are_not_far_away(account: Account, record: Recorded) -> Iterator[Finding]:
    """No day of a beslut is so far away that its year is likely to be mistyped (practice).

    It is taken at most a year after it is recorded, its changes take effect within 30 years, and nothing
    before there were kommuner. Whoever reads beslutsfiler records them then and there, by the clock that
    was handed in.
    """
    beslut = record.beslut
    for far in (*_taken_far_away(record), *_effective_far_away(beslut)):
        message = Text(
            sv=f"'{beslut.id}' fattas den {beslut.decided}, {far:sv}. Rätta året, om det är felskrivet.",
            en=f"'{beslut.id}' is taken on {beslut.decided}, {far:en}. Correct the year, if it is mistyped.",
        )
        yield Finding(beslut.decided, (beslut.id,), message)


def _taken_far_away(record: Recorded) -> Iterator[Text]:
    decided, recorded = record.beslut.decided, record.recorded.date()
    if decided < KOMMUNER:
        yield Text(
            sv=f"innan det fanns kommuner, som har funnits sedan {KOMMUNER}",
            en=f"before there were kommuner, which there are since {KOMMUNER}",
        )
    if not is_drafted(record) and decided - recorded > AHEAD:
        yield Text(
            sv=f"mer än ett år efter att det registrerades, {recorded}",
            en=f"more than a year after it was recorded, {recorded}",
        )


def _effective_far_away(beslut: Beslut) -> Iterator[Text]:
    days = dict.fromkeys(beslut.day_of(change) for change in beslut.changes)
    days.pop(beslut.decided, None)
    if far := [day for day in days if day - beslut.decided > APART or day < KOMMUNER]:
        each = ", ".join(map(str, far))
        yield Text(
            sv=f"och träder i kraft den {each}: före 1863, eller mer än 30 år senare",
            en=f"and takes effect on {each}: before 1863, or more than 30 years later",
        )
