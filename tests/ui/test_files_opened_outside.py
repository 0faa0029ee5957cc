"""A file that is clicked on in the desktop is shown in the room for its kind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cbc_desktop.__main__ import main
from cbc_desktop.ui.main_window import MainWindow, Room
from cbc_desktop.ui.program import Program

Window = Callable[[], MainWindow]
Asked = tuple[Path | None, Path | None, str, bool]


@pytest.mark.parametrize(
    ("name", "room"),
    [
        ("ho-so.cbcd", Room.DOSSIERS),
        ("phieu-tiep-nhan.json", Room.DOSSIERS),
        ("DOT-MOI.CBCU", Room.SETUP),
        ("goi-lan-1.zip", Room.RECEIVING),
        ("van-ban.pdf", Room.RECEIVING),
    ],
)
def test_each_kind_of_file_has_its_room(
    qtbot: QtBot, window: Window, program: Program, tmp_path: Path, name: str, room: Room
) -> None:
    (tmp_path / name).write_bytes(b"?")
    window()
    program.show_file(tmp_path / name)
    qtbot.waitUntil(lambda: not program.tasks.running)
    assert window().room is room


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--open", "goi.zip"], (None, Path("goi.zip"), "", False)),
        (["--open"], (None, None, "", False)),
        ([], (None, None, "", False)),
        (["--home", "nha", "--open", "goi.zip", "--first-paint"], (Path("nha"), Path("goi.zip"), "", True)),
        (["--first-paint", "--home=nha"], (Path("nha"), None, "", True)),
        (["--lang", "en"], (None, None, "en", False)),
    ],
)
def test_the_window_is_asked_for_with_a_file_or_without(
    monkeypatch: pytest.MonkeyPatch, words: list[str], expected: Asked
) -> None:
    asked: list[Asked] = []

    def open_window(home: Path | None, file: Path | None, language: str, *, until_first_paint: bool) -> int:
        asked.append((home, file, language, until_first_paint))
        return 0

    monkeypatch.setattr("cbc_desktop.ui.application.open_window", open_window)
    monkeypatch.setattr("sys.argv", ["cbc-desktop", *words])
    assert main() == 0
    assert asked == [expected]
