"""What is said is said in Swedish and in English, and whoever shows it chooses."""

from __future__ import annotations

import pickle
from datetime import date

import pytest

from orgmodell import BeslutRefused, OrgmodellError, SourceError
from orgmodell.violations import Violation
from orgmodell.words import Text, counted, joined, same

ENHET = Text(sv="enhet", en="unit")


def test_a_text_in_another_says_in_which_language() -> None:
    """Otherwise English would slip into Swedish unseen."""
    assert Text(sv=f"en {ENHET:sv}", en=f"a {ENHET:en}") == Text("en enhet", "a unit")
    with pytest.raises(ValueError, match="which language"):
        f"{ENHET}"


def test_texts_are_put_together_in_both_languages() -> None:
    assert Text("R05 enhet: enhet", "R05 unit: unit") == "R05 " + ENHET + ": " + ENHET
    assert joined([ENHET, "buk", same("kof")]) == Text("enhet, buk, kof", "unit, buk, kof")
    enheter = Text("enheter", "units")
    assert [counted(n, ENHET, enheter).sv for n in (0, 1, 2)] == ["0 enheter", "1 enhet", "2 enheter"]


def test_an_error_is_english_unless_asked_and_hides_passwords_in_both() -> None:
    error = SourceError(
        Text(sv="ingen kontakt: postgresql://u:hemligt@h/d", en="no contact: postgresql://u:hemligt@h/d")
    )
    assert str(error).startswith("no contact")
    assert "ingen kontakt" in error.text.sv
    assert "hemligt" not in str(error) + error.text.sv


def test_a_refusal_tells_every_violation_in_both_languages() -> None:
    broken = Violation(
        "R05", "error", date(2014, 1, 1), ("a",), Text("a ligger under sig själv", "a is under itself")
    )
    refused = BeslutRefused("KF § 1", [broken])
    assert refused.text.sv == (
        "beslut 'KF § 1' vägras, 1 brott mot en regel; ingenting är registrerat:\n"
        "  R05 fel, 2014-01-01: a ligger under sig själv"
    )
    assert str(refused) == (
        "beslut 'KF § 1' is refused, 1 violation; nothing was recorded:\n"
        "  R05 error, 2014-01-01: a is under itself"
    )
    assert broken.message == "a is under itself"


def test_errors_of_one_language_stay_as_they_are() -> None:
    assert OrgmodellError("Permission denied").text == same("Permission denied")
    assert pickle.loads(pickle.dumps(ENHET)) == ENHET
