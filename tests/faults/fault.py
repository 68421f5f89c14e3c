"""What a deliberate fault is."""

from __future__ import annotations

import attrs


def _modules(named: str) -> tuple[str, ...]:
    return tuple(named.split())


@attrs.frozen
class Fault:
    """A mistake put into the library on purpose, to see whether a test notices.

    Attributes:
        name: what it is called.
        file: the module it is put into, below src/orgmodell.
        old: the text that is replaced; it stands in the module once.
        new: what stands there instead.
        says: what is wrong then.
        tests: the test modules most likely to notice, the likeliest first, named in one text.
    """

    name: str
    file: str
    old: str
    new: str
    says: str
    tests: tuple[str, ...] = attrs.field(converter=_modules)

    def put_into(self, text: str) -> str:
        """The module with the fault in it.

        Raises:
            ValueError: what is to be replaced does not stand in it once, or is replaced by itself.
        """
        if text.count(self.old) != 1 or self.old == self.new:
            raise ValueError(f"{self.name}: {self.file} has it {text.count(self.old)} times")
        return text.replace(self.old, self.new)
