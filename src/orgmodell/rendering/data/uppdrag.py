"""Who answers for what, as data."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from orgmodell.projections.basis import together
from orgmodell.projections.uppdrag import Responsibility
from orgmodell.rendering.asked import Asked
from orgmodell.rendering.data.grounds import Data, grounds, marks, question


def responsibilities(asked: Asked, answer: Sequence[Responsibility], of: str | None = None) -> Data:
    """Who answers for each uppdrag; or those that ``of`` answers for."""
    found = [responsibility_data(each) | marks(each.basis) for each in answer]
    basis = together(each.basis for each in answer)
    return question(asked) | {"of": of, "uppdrag": found} | grounds(asked, basis)


def responsibility(asked: Asked, answer: Responsibility) -> Data:
    """Who answers for one uppdrag, before and after too."""
    return question(asked) | responsibility_data(answer) | grounds(asked, answer.basis)


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
