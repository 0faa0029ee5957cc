"""The file in which the window remembers what a person chose, certificates' paths among it."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from cbc_desktop.ui.preferences import FILE, Preferences


@pytest.mark.skipif(sys.platform == "win32", reason="rights of Unix")
def test_it_is_for_its_owner_in_a_folder_for_all_too(tmp_path: Path) -> None:
    for language in ("en", "vi"):
        kept = Preferences(tmp_path)
        kept.language = language
        del kept  # which writes it
        assert f"language={language}" in (tmp_path / FILE).read_text(encoding="utf-8")
        assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
