"""What became of beslut that were to be recorded."""

from __future__ import annotations

import attrs

from orgmodell.changes import Recorded


@attrs.frozen
class Recording:
    """What became of beslut that were to be recorded.

    Attributes:
        done: each with its record, and whether it is new.
        warnings: what they give rise to, each with file and line.
        dry_run: whether they were only judged.
    """

    done: tuple[tuple[Recorded, bool], ...]
    warnings: tuple[str, ...]
    dry_run: bool
