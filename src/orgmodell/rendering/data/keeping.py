"""What was recorded, checked and verified, as data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from orgmodell.presentations.asked import Asked
from orgmodell.rendering.data.grounds import Data, question
from orgmodell.rendering.recording import Recording

if TYPE_CHECKING:
    from orgmodell.log import Verification


def recording(asked: Asked, answer: Recording) -> Data:
    """Each beslut with its position, whether it was there already, and the warnings."""
    beslut = [{"beslut": each.beslut.id, "position": each.position, "new": new} for each, new in answer.done]
    return question(asked) | {"dry_run": answer.dry_run, "beslut": beslut, "warnings": answer.warnings}


def verification(asked: Asked, answer: Verification) -> Data:
    """That the chain holds, its head, and which triggers are missing."""
    return question(asked) | {
        "verified": True,
        "records": answer.records,
        "sha256": answer.sha256,
        "missing_triggers": answer.missing_triggers,
    }


def names(asked: Asked, answer: Mapping[str, str]) -> Data:
    """The names that are kept, by person."""
    return question(asked) | {"names": dict(answer)}
