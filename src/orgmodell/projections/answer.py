"""What every answer is: a frozen value, with the facts that it rests on as a field.

An answer is made once, on a view that notes what it reads (`view.noting`). It holds no view and asks
nothing again, and its reasons and verdicts are literals. Its fields are the keys of its JSON.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

import attrs

from orgmodell.changes import Fact, things_named_by
from orgmodell.projections.basis import Basis, basis_of
from orgmodell.view import NotingView
from orgmodell.words import Text

if TYPE_CHECKING:
    import pandas
    import polars

T_co = TypeVar("T_co", covariant=True)
MERGED = "*"
_KEY, _ALONE = "json", "alone"


def rests_on(noting: NotingView) -> Basis:
    """The facts that have been read from a view for an answer."""
    return basis_of(noting.account, noting.noted)


def told_as(key: str) -> dict[str, str]:
    """Metadata of a field that has another key in JSON than its name."""
    return {_KEY: key}


def told_inside() -> dict[str, str]:
    """Metadata of a field whose own fields stand beside the others in JSON."""
    return {_KEY: MERGED}


def told_alone() -> dict[str, bool]:
    """Metadata of a field that is in JSON only where the answer stands by itself, not inside another."""
    return {_ALONE: True}


def untold() -> dict[str, None]:
    """Metadata of a field that is not in JSON: it is there under another key."""
    return {_KEY: None}


def key_of(field: attrs.Attribute[Any]) -> str | None:
    """The key of a field in JSON; `MERGED` when its own fields stand there; None when it is not told."""
    key: str | None = field.metadata.get(_KEY, field.name)
    return key


def is_told_alone(field: attrs.Attribute[Any]) -> bool:
    """Whether a field is in JSON only where the answer stands by itself."""
    return _ALONE in field.metadata


@attrs.frozen(kw_only=True)
class Answer:
    """A frozen answer; ``basis`` are the recorded facts that it rests on."""

    basis: Basis = attrs.field(repr=False, metadata={_KEY: MERGED})


class HasLines(Sequence[T_co], Generic[T_co]):
    """What is a sequence of its lines."""

    @property
    @abstractmethod
    def lines(self) -> tuple[T_co, ...]:
        """The lines."""

    def __len__(self) -> int:
        return len(self.lines)

    def __iter__(self) -> Iterator[T_co]:
        return iter(self.lines)

    @overload
    def __getitem__(self, at: int) -> T_co: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T_co, ...]: ...
    def __getitem__(self, at: int | slice) -> T_co | tuple[T_co, ...]:
        return self.lines[at]


@attrs.frozen(kw_only=True)
class TableAnswer(Answer, HasLines[T_co], Generic[T_co]):
    """An answer that is a table: a sequence of its lines."""

    def to_dicts(self) -> list[dict[str, object]]:
        """The lines as dicts: ids, numbers and days as they are, None where underlag saknas.

        Instead of what a line rests on, ``assumed`` tells whether any of it is assumed.
        """
        return [_as_dict(line) for line in self.lines]

    def to_pandas(self) -> pandas.DataFrame:
        """The lines as a pandas frame.

        Raises:
            ImportError: pandas is not installed.
        """
        import pandas

        return pandas.DataFrame(self.to_dicts())

    def to_polars(self) -> polars.DataFrame:
        """The lines as a polars frame.

        Raises:
            ImportError: polars is not installed.
        """
        import polars

        return polars.DataFrame(self.to_dicts(), infer_schema_length=None, strict=False)


def _as_dict(line: Any) -> dict[str, object]:
    found: dict[str, object] = {}
    for field in attrs.fields(type(line)):
        value = getattr(line, field.name)
        if isinstance(value, Basis):
            found["assumed"] = bool(value.assumed)
        elif isinstance(value, Fact):
            found |= _fact(value)
        elif key_of(field) == MERGED and attrs.has(type(value)):
            found |= _as_dict(value)
        else:
            found[field.name] = _simple(value)
    return found


def _fact(fact: Fact) -> dict[str, object]:
    """A recorded change in a frame: which, from when and by which beslut."""
    return {
        "verb": fact.change.verb,
        "things": sorted(things_named_by(fact.change)),
        "effective": fact.day,
        "beslut": fact.beslut.id,
        "decided": fact.decided,
        "assumed": fact.change.mark == "assumed",
    }


def _simple(value: Any) -> object:
    """A value without our own classes, so that a frame takes it."""
    match value:
        case None | str() | int() | float() | date():
            return value
        case Text():
            return str(value)
        case tuple():
            return [_simple(each) for each in value]
        case Mapping():
            return {key: _simple(each) for key, each in value.items()}
        case _ if attrs.has(type(value)):
            return _as_dict(value)
        case _:
            return str(value)
