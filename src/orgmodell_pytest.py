"""What pytest loads where orgmodell is installed: options, a marker and a fixture; the rest when it is used.

It is a module of its own, outside the package, because pytest imports it in every run: importing anything of
the package would import all of it, in projects that have nothing to do with it, and before coverage is
measured. What the options mean is in `orgmodell.pytest_plugin`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from orgmodell import Organisation

OPTION, SETTING, MARKER = "--orgmodell-ledger", "orgmodell_ledger", "orgmodell_ledger"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Ask which ledger is to be tested."""
    group = parser.getgroup("orgmodell")
    group.addoption(
        OPTION,
        metavar="DIR",
        dest="orgmodell_ledger",
        help="hold the beslutsfiler of a folder to the rules, a test for each; and the ledger of the fixture "
        "organisation",
    )
    parser.addini(SETTING, "the ledger of the fixture organisation, relative to this file")


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known; an empty option, as of a variable that is not set, would check nothing."""
    if config.getoption("orgmodell_ledger") == "":
        raise pytest.UsageError(f"{OPTION} names no folder")
    config.addinivalue_line(
        "markers", f"{MARKER}(folder): the ledger of the fixture organisation, relative to the test's file"
    )


@pytest.hookimpl(tryfirst=True)  # so that -k and others choose among these tests too
def pytest_collection_modifyitems(session: pytest.Session, items: list[pytest.Item]) -> None:
    """Add a test for each rule that refuses a beslut, if a ledger is to be held to them."""
    if session.config.getoption("orgmodell_ledger") is not None:
        from orgmodell.pytest_plugin import tests_of_the_ledger

        items += tests_of_the_ledger(session)


@pytest.fixture
def organisation(request: pytest.FixtureRequest) -> Organisation:
    """The organisation of a ledger, to ask; what a test records in it no other test sees.

    The ledger is that of the marker `orgmodell_ledger`, of `--orgmodell-ledger` or of the configuration. It
    is read once.
    """
    from orgmodell.pytest_plugin import organisation_of

    return organisation_of(request)
