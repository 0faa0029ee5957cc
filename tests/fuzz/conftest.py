"""One office at work for all doors, made once; its clerk, its people and damaged bytes are where they always are."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.extend(str(Path(__file__).parent.parent / folder) for folder in ("flood", "forms", "journeys"))

from office_at_work import OfficeAtWork, invented_office


@pytest.fixture(scope="module")
def at_work(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeAtWork]:
    with invented_office(tmp_path_factory.mktemp("at-work")) as at_work:
        yield at_work
