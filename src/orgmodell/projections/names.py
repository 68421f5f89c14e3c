"""The names of persons, which are kept beside the log."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from orgmodell.mapping import FrozenMapping


@attrs.frozen(kw_only=True)
class Names:
    """The names that are kept, by person; they can be erased, and rest on nothing that is recorded."""

    names: Mapping[str, str] = attrs.field(converter=FrozenMapping[str, str])
