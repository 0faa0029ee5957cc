"""Names of files and folders on the command line: what they cannot be is told, and nothing is written over."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import Command
from invented_campaign import AGENCY, SURVEY

from cbc_desktop.__main__ import main
from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.errors import UserFacingError

WRONG_USAGE = 64
WRITERS = [
    (("guide",), ".pdf"),
    (("check-sheet", AGENCY), ".pdf"),
    (("print", AGENCY), ".pdf"),
    (("workbook", AGENCY), ".xlsx"),
    (("split", AGENCY, SURVEY, "/data/s1"), ".xlsx"),
    (("return", "goi.zip", "--by", "Vụ", "--whole", "Gửi lại."), ".json"),
    (("publish-campaign", ".", "--p12", "x.p12"), ".cbcu"),
    (("trust", "export"), ".pem"),
    (("extend", "a.pdf"), ".pdf"),
]


@pytest.mark.parametrize(("words", "suffix"), WRITERS, ids=lambda given: given if isinstance(given, str) else given[0])
@pytest.mark.parametrize("name", [".", "/", "", "da-ky.odt"])
def test_a_file_that_is_written_has_the_name_of_its_kind(
    words: tuple[str, ...], suffix: str, name: str, cbc: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = tmp_path / "da-ky.odt"
    there.write_text("giữ nguyên", encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        cbc(*words, "--out", there if name == there.name else name, lang="en")
    assert ended.value.code == WRONG_USAGE
    assert f"--out is the name of a file that ends in {suffix}, not “" in capsys.readouterr().err
    assert there.read_text(encoding="utf-8") == "giữ nguyên"


def test_a_folder_is_not_written_over(cbc: Command, tmp_path: Path) -> None:
    (tmp_path / "sach.pdf").mkdir()
    assert "this is a folder, not a file" in cbc("guide", "--out", tmp_path / "sach.pdf", lang="en").err
    for folder in (Path(), Path("/")):
        with pytest.raises(UserFacingError, match="not a file"):
            write_atomically(folder, b"")


@pytest.mark.parametrize("file", [".", "/", ".."])
def test_a_folder_is_no_return_slip(file: str, cbc: Command) -> None:
    said = cbc("take-return", file, lang="en")
    assert said.code == 1
    assert "cannot be read (this is a folder, not a file)" in said.err


@pytest.mark.parametrize(
    "words", [("--home", "", "list"), ("--home=",), ("--home", " "), ("take-return", ""), ("remind", "--out", "")]
)
def test_a_name_that_a_script_has_not_set_is_told(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["cbc-desktop", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == WRONG_USAGE
    assert "còn trống; hãy ghi tên tệp hoặc thư mục." in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_an_office_without_dossiers_names_its_folder(cbc: Command, nobodys_data: Path) -> None:
    assert f"the folder of data “{nobodys_data}”" in cbc("--home", nobodys_data, "list", lang="en").out
