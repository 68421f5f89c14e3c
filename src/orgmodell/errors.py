"""Everything that can go wrong with data, as one tree.

    OrgmodellError
    ├── InvalidChange       a change, beslut or name that cannot be meant (bad id, no day, wrong type)
    ├── UnknownThing        asked about an id that the organisation never had
    │   └── NotOnThisDay    asked about a thing on a day when it did not exist
    ├── NotInTheLine        counted up to a befattning that is not above the one counted from
    ├── BeslutRefused       recording the beslut would break a rule; every violation is in it
    ├── BeslutAlreadyRecorded   the same beslut id is on the log with another content
    ├── LedgerError         a beslutsfil that cannot be read; every problem with file, line and column
    │   └── LedgerRefused   it can be read, but a beslut in it is refused
    ├── SourceError         a file, database or address that is no organisation
    └── LogError            the log itself
        ├── LogConflict     another writer got in between (handled inside; seen only by a log's own caller)
        ├── LogDamaged      a record that does not fit the chain, found by reading or verifying
        └── UnreadableRecord    a record this version cannot decode

Wrong data raises one of these. Wrong code (an argument of the wrong type) raises TypeError or ValueError.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from orgmodell.addresses import without_passwords
from orgmodell.violations import Violation, refusing
from orgmodell.words import Text, either, in_both, joined
from orgmodell.words import errors as words


class OrgmodellError(Exception):
    """The root: catch this to catch everything the library says about data.

    Attributes:
        text: what it says, in Swedish and English; `str` gives the English.
    """

    def __init__(self, text: Text | str) -> None:
        self.text = _without_passwords(either(text))
        super().__init__(self.text.en)


class InvalidChange(OrgmodellError):
    """A change, a beslut or a name that cannot be meant, whatever the organisation looks like."""


class UnknownThing(OrgmodellError, LookupError):
    """The organisation never had anything with this id."""


class NotOnThisDay(UnknownThing):
    """The thing is on record, but it did not exist on the day asked about."""


class NotInTheLine(OrgmodellError):
    """Counted up to a befattning that is not above the one counted from."""


class BeslutRefused(OrgmodellError):
    """Recording the beslut would break rules. Nothing was recorded.

    Attributes:
        beslut: the id of the refused beslut.
        violations: every broken rule, errors and warnings, in order of day.
    """

    def __init__(self, beslut: str, violations: Iterable[Violation]) -> None:
        self.beslut = beslut
        self.violations = tuple(violations)
        errors = refusing(self.violations)
        how_many = words.violations(len(errors))
        lines = [words.refused(beslut, how_many), *("  " + each.whole for each in errors)]
        super().__init__(joined(lines, "\n"))


class BeslutAlreadyRecorded(OrgmodellError):
    """The log holds a beslut with this id, and it says something else."""


class LedgerError(OrgmodellError):
    """Beslutsfiler that cannot be read, with every problem found.

    Attributes:
        texts: one for each problem, in Swedish and English, beginning ``file:line:column:``.
    """

    def __init__(self, problems: Sequence[Text | str]) -> None:
        self.texts = tuple(map(either, problems))
        super().__init__(joined(self.texts, "\n"))

    @property
    def problems(self) -> tuple[str, ...]:
        """The problems in English."""
        return tuple(each.en for each in self.texts)


class LedgerRefused(LedgerError):
    """A beslut in a beslutsfil is refused: it breaks rules, or its id is taken by another content."""


class SourceError(OrgmodellError):
    """What was given as a source is not one: no such file, not a log, several organisations."""


class LogError(OrgmodellError):
    """Something about the log itself."""


class LogConflict(LogError):
    """Another writer has recorded at this position since the log was last read."""


class LogDamaged(LogError):
    """A record does not fit the chain: it was changed, moved or removed after it was recorded."""


class UnreadableRecord(LogError):
    """A record holds something this version of orgmodell does not know how to read."""


def _without_passwords(text: Text) -> Text:
    return in_both(lambda lang: without_passwords(text.said(lang)))
