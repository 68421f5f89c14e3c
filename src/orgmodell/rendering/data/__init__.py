"""Answers as plain data for JSON: ids, numbers, ISO dates; null where underlag saknas."""

from orgmodell.rendering.data.grounds import fact_data, to_json

__all__ = [
    "fact_data",
    "to_json",
]
