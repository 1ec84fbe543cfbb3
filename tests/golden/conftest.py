"""The flag that writes the golden pages anew, and who may not use it."""

import os

import pytest

UPDATE = "--update-goldens"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        UPDATE, action="store_true", help="write the golden pages anew (look at them first)"
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption(UPDATE) and os.environ.get("CI"):
        raise pytest.UsageError(f"{UPDATE} is for people who have looked at the pages; CI compares")


@pytest.fixture
def update_goldens(request: pytest.FixtureRequest) -> bool:
    """Whether the golden pages are written anew."""
    return bool(request.config.getoption(UPDATE, default=False))
