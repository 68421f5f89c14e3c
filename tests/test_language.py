"""The command line speaks one language at a time: Swedish, or English where that is asked for."""

from __future__ import annotations

import errno
import os
import re

import click
import pytest
from click.testing import CliRunner

from orgmodell.cli import commands
from orgmodell.words import LANGS, Lang
from orgmodell.words import cli as words

ENGLISH = re.compile(r"\b(the|is|was|which|not|there|been|and|or|with|what|who|how|after|before)\b", re.I)
SWEDISH = re.compile(r"\b(och|eller|som|inte|är|vad|vem|den|det|hur|efter|före|med|utan)\b", re.I)
FOREIGN = {"sv": ENGLISH, "en": SWEDISH}
NAMED = re.compile(r"--with|who-decides|taking-effect|'[^']*'|\b[A-Z]{2,}\b")  # called so in any language


def spoken(*arguments: str, lang: Lang | None = None, variable: str = "") -> str:
    env = {"ORGMODELL_LANG": variable}
    result = CliRunner(env=env).invoke(
        commands, [*arguments, *(("--lang", lang) if lang else ())], prog_name="orgmodell"
    )
    return NAMED.sub("", result.stdout + result.stderr)


def spoken_whole(*arguments: str, lang: Lang) -> str:
    result = CliRunner().invoke(commands, [*arguments, "--lang", lang], prog_name="orgmodell")
    return " ".join((result.stdout + result.stderr).split())


def options() -> set[str]:
    return {
        name if f"{command} {name}" not in words.OPTIONS else f"{command} {name}"
        for command, each in commands.commands.items()
        for parameter in each.params
        if isinstance(parameter, click.Option) and (name := parameter.name or "")
    }


def test_every_command_and_option_has_its_words_and_no_words_are_left_over() -> None:
    assert set(words.COMMANDS) == set(commands.commands)
    assert options() | {"help", "version"} == set(words.OPTIONS)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("command", ["", *commands.commands])
def test_help_is_in_one_language(command: str, lang: Lang) -> None:
    shown = spoken(*([command] if command else []), "--help", variable=lang)
    assert len(shown) > 100
    assert not FOREIGN[lang].findall(shown), shown


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "wrong",
    [
        ["chart"],
        ["chart", "x", "--on", "2013"],
        ["chart", "x", "--on", "2013-02-30"],
        ["chart", "nowhere", "--on", "2013-01-01"],
        ["charter"],
        ["chart", "x", "y", "--on", "2013-01-01"],
        ["line", "x", "y", "--on"],
        ["line", "x", "y", "--on", "2013-01-01", "--mode", "both"],
        ["line", "x", "y", "--on", "2013-01-01", "--format", "pdf"],
        ["line", "x", "y", "--on", "2013-01-01", "--formt", "csv"],
        ["line", "x", "y", "--on", "2013-01-01", "-o", "svar.pdf"],
        ["kontrollspann", "x", "--on", "2013-01-01", "--riktmarke", "-1"],
        ["kontrollspann", "x", "--on", "2013-01-01", "--riktmarke", "many"],
        ["taking-effect", "x", "2013-01-01", "2012-01-01"],
        ["chart", "x", "--on", "2013-01-01", "--as-recorded", "yesterday"],
    ],
    ids=lambda wrong: " ".join(wrong),
)
def test_a_wrong_call_is_told_in_one_language(wrong: list[str], lang: Lang) -> None:
    shown = spoken(*wrong, variable=lang)
    assert shown.strip()
    assert not FOREIGN[lang].findall(shown), shown


def test_swedish_help_says_in_swedish_what_to_put_where() -> None:
    """Also where an argument is missing; English has the names as they stand in the program."""
    every = [spoken_whole(command, "--help", lang="sv") for command in commands.commands]
    shown = "".join([spoken_whole("--help", lang="sv"), *every])
    assert not re.findall(r"OPTIONS|COMMAND|ARGS|SOURCE|WHO|NAME|FILE|TIME|MONTHS|\bDAY\b|RANGE", shown)
    assert "--on DAG" in spoken_whole("chart", "--help", lang="sv")
    assert "'KÄLLA'" in spoken_whole("chart", lang="sv")
    assert "chart [OPTIONS] SOURCE" in spoken_whole("chart", "--help", lang="en")


@pytest.mark.parametrize(
    ("wrong", "sv", "en"),
    [
        (["expiring", "x", "--within", "2,5"], "'2,5' är inget heltal.", "'2,5' is no whole number."),
        (["kontrollspann", "x", "--riktmarke", "många"], "'många' är inget tal.", "'många' is no number."),
        (
            ["kontrollspann", "x", "--riktmarke", "-1.5"],
            "-1,5 ska vara minst 0.",
            "-1.5 is to be at least",
        ),
        (["who-decides", "x", "y", "--belopp", "-1"], ": -1 ska vara minst 0.", ": -1 is to be at least 0."),
        (
            ["log", "x", "-o", "."],
            "'.': det är en mapp. Ange",
            "It is a folder: '.'. Give a file",
        ),
    ],
)
def test_a_wrong_value_is_told_with_the_words_of_the_language(wrong: list[str], sv: str, en: str) -> None:
    call = [*wrong, *(() if wrong[0] == "log" else ("--on", "2013-01-01"))]
    assert sv in spoken_whole(*call, lang="sv")
    assert en in spoken_whole(*call, lang="en")


@pytest.mark.parametrize(
    ("number", "sv", "en"),
    [
        (errno.ENOENT, "det finns ingen sådan fil eller mapp. Rätta", "No such file or folder: 'svar.csv'."),
        (
            errno.ENOTDIR,
            "en del av sökvägen är ingen mapp. Rätta",
            "A part of the path is no folder: 'svar",
        ),
        (errno.EISDIR, "det är en mapp. Ange en fil i den", "It is a folder: 'svar.csv'. Give a file in it"),
        (errno.EACCES, "du har inte behörighet dit. Välj", "Permission denied: 'svar.csv'. Choose"),
        (errno.EROFS, "dit går det inte att skriva. Välj", "Read-only file system: 'svar.csv'. Choose"),
        (errno.ENOSPC, "det finns inget utrymme kvar. Frigör", "No space left on device: 'svar.csv'. Free"),
        (errno.EMFILE, "«Too many open files»", "Too many open files: 'svar.csv'"),
    ],
)
def test_what_the_system_refuses_is_told_in_one_language_with_the_file(number: int, sv: str, en: str) -> None:
    """What it has words of its own for is quoted in Swedish; the rest says the way out."""
    told = words.refused(OSError(number, os.strerror(number), "svar.csv"))
    assert told.sv.startswith(f"'svar.csv': {sv}")
    assert told.en.startswith(en)


def test_the_option_goes_before_the_variable_and_swedish_is_the_default() -> None:
    assert spoken("charter").startswith("Användning: ")
    assert spoken("charter", variable="en").startswith("Usage: ")
    assert spoken("charter", variable="de").startswith("Användning: ")
    assert spoken("--lang", "sv", "charter", variable="en").startswith("Användning: ")
    assert spoken("--lang", "en", "charter", variable="sv").startswith("Usage: ")
    assert spoken("--lang=en", "charter", variable="sv").startswith("Usage: ")
    assert spoken("--lang", "sv", "--lang", "en", "charter").startswith("Usage: ")
    assert spoken("chart", lang="en").startswith("Usage: ")
