"""A small national round, made once; the modules of packages, people and answers are where they always are."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent / "consolidating"))

from mutant import Material
from national_round import NationalRound
from small_round import PACKAGES


@pytest.fixture(scope="session")
def national(tmp_path_factory: pytest.TempPathFactory) -> NationalRound:
    return NationalRound.begin(tmp_path_factory.mktemp("national"), PACKAGES, answers=3)


@pytest.fixture(scope="session")
def sent(national: NationalRound) -> Path:
    """The folder of all packages."""
    folder = national.folder / "sent"
    national.send(range(PACKAGES), folder)
    return folder


@pytest.fixture(scope="session")
def material(national: NationalRound) -> Material:
    return Material(national.mailroom)
