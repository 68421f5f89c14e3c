"""What ties beställare to utförare, as data."""

from __future__ import annotations

from collections.abc import Sequence

from orgmodell.projections.basis import together
from orgmodell.projections.instruments import Tie
from orgmodell.rendering.asked import Asked
from orgmodell.rendering.data.grounds import Data, grounds, marks, question


def ties(asked: Asked, answer: Sequence[Tie]) -> Data:
    """What ties each beställare to each utförare; null where no instrument is on record."""
    found = [_tie(each) | marks(each.basis) for each in answer]
    return question(asked) | {"ties": found} | grounds(asked, together(each.basis for each in answer))


def _tie(each: Tie) -> Data:
    parties = {"bestallare": each.bestallare, "utforare": each.utforare}
    return parties | {"instrument": each.instrument, "possible": each.possible}
