"""Puts questions to the command ``orgmodell``, of ledgers that a test writes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from orgmodell.cli import commands

GROUND = """\
beslut: KF 2010 § 1
decided: 2010-01-01
changes:
  - create_organ: {organ: kf, name: Kommunfullmäktige, kind: fullmaktige}
  - create_organ: {organ: ks, name: Kommunstyrelsen, kind: styrelse}
  - create_organ: {organ: sn, name: Socialnämnden, kind: namnd}
  - create_enhet: {enhet: soc, name: Socialförvaltningen, kind: förvaltning}
  - create_enhet: {enhet: best, name: Beställarkontoret, kind: kontor, parent: soc}
  - create_enhet: {enhet: regi, name: Egen regi, kind: avdelning, parent: soc}
  - create_enhet: {enhet: hemtjanst, name: Hemtjänsten, parent: regi}
  - create_befattning: {befattning: socialchef, title: Socialchef, enhet: soc, leads: [soc]}
  - create_befattning: {befattning: bestallarchef, title: Beställarchef, enhet: best, leads: [best]}
  - create_befattning: {befattning: regichef, title: Regichef, enhet: regi, leads: [regi]}
  - create_befattning: {befattning: controller, title: Controller, enhet: best}
  - appoint: {befattning: socialchef, person: p-1, form: konsult}
  - appoint: {befattning: regichef, person: p-2, form: tf}
  - declare_vacancy: {befattning: controller}
"""


def written(folder: Path, *beslut: str) -> str:
    """The ground and more beslut, as the ledger of exempelby."""
    ledger = folder / "exempelby"
    ledger.mkdir()
    (ledger / "01.yaml").write_text("---\n".join([GROUND, *beslut]), encoding="utf-8")
    return str(ledger)


IN_ENGLISH = {"ORGMODELL_LANG": "en"}


def text(*arguments: str) -> str:
    """What is printed."""
    result = CliRunner().invoke(commands, arguments, prog_name="orgmodell")
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    return result.stdout


def data(*arguments: str) -> dict[str, Any]:
    """What is printed as JSON."""
    answer = json.loads(text(*arguments, "--format", "json"))
    assert isinstance(answer, dict)
    return answer


def failed(*arguments: str) -> str:
    """What is told on stderr in English, when a question cannot be answered."""
    result = CliRunner(env=IN_ENGLISH).invoke(commands, arguments, prog_name="orgmodell")
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    return result.stderr


def rows(shown: str) -> list[list[str]]:
    """The cells of the tables in a text, each row that fits on a line."""
    lines = (line for line in shown.splitlines() if "  " in line.strip())
    return [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in lines]
