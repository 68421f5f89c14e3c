"""Answers as plain data for JSON: ids, numbers, ISO dates; null where underlag saknas."""

from orgmodell.rendering.data.grounds import fact_data, to_json
from orgmodell.rendering.data.keeping import names, recording, verification

__all__ = [
    "fact_data",
    "names",
    "recording",
    "to_json",
    "verification",
]
