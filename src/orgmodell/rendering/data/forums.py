"""Forums, as data."""

from __future__ import annotations

import msgspec

from orgmodell.projections.forum import Meeting
from orgmodell.rendering.data.grounds import Data


def meeting_data(answer: Meeting) -> Data:
    """What a forum is, its members and its seats."""
    return {
        **msgspec.to_builtins(answer.forum),
        "members": [member._asdict() for member in answer.forum.members],
        "seats": [seat._asdict() for seat in answer.forum.seats],
        "unfilled": answer.unfilled,
        "mixed": answer.mixed,
    }
