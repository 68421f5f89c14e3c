"""What became of beslut that were to be recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from orgmodell.changes import Recorded
from orgmodell.chronicle import Account
from orgmodell.ledger import Place
from orgmodell.mapping import FrozenMapping
from orgmodell.projections.answer import told_inside, untold
from orgmodell.projections.check import Breach, breaches
from orgmodell.violations import Violation
from orgmodell.words import Text


@attrs.frozen(kw_only=True)
class RecordedBeslut:
    """A beslut that was to be recorded.

    Attributes:
        beslut: its id.
        position: its number on the log.
        new: whether it is recorded now; if not, it was there already.
    """

    beslut: str
    position: int
    new: bool


@attrs.frozen(kw_only=True)
class Warned:
    """The rules that beslut break without being refused, and where in their files.

    Attributes:
        warnings: each broken rule in words, with file and line.
        breaches: the same, those of one rule that are broken in one way together.
        places: where in the files each is.
    """

    warnings: tuple[Text, ...]
    breaches: tuple[Breach, ...] = attrs.field(metadata=untold())
    places: Mapping[Violation, Place] = attrs.field(
        converter=FrozenMapping[Violation, Place], metadata=untold()
    )


@attrs.frozen(kw_only=True)
class Record:
    """What became of beslut that were to be recorded.

    Attributes:
        dry_run: whether they were only judged.
        beslut: what became of each, in order.
        warned: what they give rise to.
    """

    dry_run: bool
    beslut: tuple[RecordedBeslut, ...]
    warned: Warned = attrs.field(metadata=told_inside())

    @property
    def new(self) -> int:
        """How many of them are recorded now."""
        return sum(each.new for each in self.beslut)


def record(records: Iterable[Recorded], last: int, warned: Warned, dry_run: bool) -> Record:
    """What became of beslut that were to be recorded.

    Args:
        records: the record of each, as it is or would be.
        last: the last position on the log before them.
        warned: what they give rise to.
        dry_run: whether they were only judged.
    """
    return Record(dry_run=dry_run, beslut=tuple(_became(records, last)), warned=warned)


def _became(records: Iterable[Recorded], last: int) -> Iterator[RecordedBeslut]:
    for each in records:
        yield RecordedBeslut(beslut=each.beslut.id, position=each.position, new=each.position > last)
        last = max(last, each.position)


def warned(account: Account, places: Mapping[Violation, Place]) -> Warned:
    """The rules that what is recorded in an account breaks, and where in the files each is."""
    return Warned(
        warnings=tuple(place.says(f"{each.rule}: " + each.text) for each, place in places.items()),
        breaches=breaches(account, tuple(places)),
        places=places,
    )
