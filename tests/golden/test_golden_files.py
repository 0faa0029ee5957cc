"""What our documents say has not changed behind anybody's back: page for page, cell for cell."""

from __future__ import annotations

from difflib import unified_diff
from functools import cache

import pytest
from golden_files import FOLDER, golden_documents, golden_texts

SHOWN = 60
"""Lines of a difference that are shown at most."""
NAMES = sorted(path.name for path in FOLDER.glob("*.txt"))


@cache
def now() -> dict[str, str]:
    return golden_texts(golden_documents())


@pytest.mark.slow
def test_every_document_has_its_golden_files() -> None:
    assert sorted(now()) == NAMES, "renew them: make golden"


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_document_says_what_its_golden_file_says(name: str) -> None:
    kept = (FOLDER / name).read_text(encoding="utf-8")
    changed = list(unified_diff(kept.splitlines(), now().get(name, "").splitlines(), name, "now", n=1, lineterm=""))
    more = [f"… and {len(changed) - SHOWN} lines more"] if len(changed) > SHOWN else []
    assert not changed, "\n".join(["if this is meant: make golden, and look at git diff", *changed[:SHOWN], *more])
