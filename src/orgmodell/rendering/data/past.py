"""What happened, what differs and what is on the log, as data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from orgmodell import ledger
from orgmodell.changes import Recorded
from orgmodell.rendering.asked import Asked
from orgmodell.rendering.data.grounds import Data, question

if TYPE_CHECKING:
    pass


def log(asked: Asked, answer: Sequence[Recorded], stamped: bool) -> Data:
    """Every beslut in recorded order, as in a beslutsfil."""
    beslut = [
        {"position": each.position, "recorded": each.recorded if stamped else None}
        | {"alternative": each.alternative}
        | ledger.document(each.beslut)
        for each in answer
    ]
    return question(asked) | {"log": beslut}
