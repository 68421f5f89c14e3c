"""Beslutsfiler: readable text ⇄ beslut. One vocabulary: the builder's methods and parameters."""

from orgmodell.ledger.reading import (
    LedgerFiles,
    Located,
    Place,
    is_beslutsfil,
    misnamed,
    read_changes,
    read_files,
    read_text,
)
from orgmodell.ledger.schema import json_schema
from orgmodell.ledger.writing import changes_to_yaml, document, stated_fields, to_yaml

__all__ = [
    "LedgerFiles",
    "Located",
    "Place",
    "changes_to_yaml",
    "document",
    "is_beslutsfil",
    "json_schema",
    "misnamed",
    "read_changes",
    "read_files",
    "read_text",
    "stated_fields",
    "to_yaml",
]
