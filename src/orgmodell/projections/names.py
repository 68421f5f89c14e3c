"""The names of persons, which are kept beside the log."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Names:
    """The names that are kept, by person; they can be erased, and rest on nothing that is recorded."""

    names: dict[str, str]
