"""Forums, as data."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from orgmodell.projections.basis import together
from orgmodell.projections.forums import Meeting
from orgmodell.rendering.asked import Asked
from orgmodell.rendering.data.grounds import Data, grounds, marks, question


def meetings(asked: Asked, answer: Sequence[Meeting]) -> Data:
    """Every forum: who meets, how often, and which seats nobody fills."""
    found = [meeting_data(each) | marks(each.basis) for each in answer]
    return question(asked) | {"forums": found} | grounds(asked, together(each.basis for each in answer))


def meeting(asked: Asked, answer: Meeting) -> Data:
    """One forum."""
    return question(asked) | meeting_data(answer) | grounds(asked, answer.basis)


def meeting_data(answer: Meeting) -> Data:
    """What a forum is, its members and its seats."""
    return {
        **msgspec.to_builtins(answer.forum),
        "members": [member._asdict() for member in answer.forum.members],
        "seats": [seat._asdict() for seat in answer.forum.seats],
        "unfilled": [seat.seat for seat in answer.unfilled],
        "mixed": answer.mixed,
    }
