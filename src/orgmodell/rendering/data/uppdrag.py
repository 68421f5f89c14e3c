"""Who answers for what, as data."""

from __future__ import annotations

import msgspec

from orgmodell.projections.uppdrag import Responsibility
from orgmodell.rendering.data.grounds import Data


def responsibility_data(answer: Responsibility) -> Data:
    """What an uppdrag is, and everyone who ever answers for it; ``until`` is the first day no longer."""
    return {
        **msgspec.to_builtins(answer.uppdrag),
        "now": answer.now,
        "tenures": answer.tenures,
        "split_from": answer.split_from,
        "instruments": answer.instruments,
        "contradictions": answer.contradictions,
    }
