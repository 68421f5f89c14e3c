"""Whether the log is what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import attrs

from orgmodell.projections.answer import told_inside

if TYPE_CHECKING:
    from orgmodell.log import Verification


@attrs.frozen(kw_only=True)
class Verify:
    """A log whose chain holds; of one that does not, nothing is answered but where it is damaged.

    Attributes:
        verified: that it holds.
        verification: how many records it has, its head, and which triggers are missing.
    """

    verified: Literal[True] = True
    verification: Verification = attrs.field(metadata=told_inside())
