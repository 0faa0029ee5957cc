"""Which campaigns there are: two of one name are refused, a broken one does not stop the others."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_campaign import make_campaign

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.cli.main import run
from cbc_desktop.forms.catalogue import FormCatalogue


def ids(*folders: Path) -> list[str]:
    return [campaign.id for campaign in FormCatalogue(folders, folders[0] / "cache").campaigns()]


def test_the_folder_of_a_campaign_may_be_named_like_the_folder_around_it(tmp_path: Path) -> None:
    folder = make_campaign(tmp_path / "mau")
    assert ids(tmp_path) == ids(folder) == ids(tmp_path, folder, tmp_path / "mau" / "..") == ["mau"]


def test_one_id_in_two_folders_is_refused_by_the_names_of_both(tmp_path: Path) -> None:
    first = make_campaign(tmp_path / "a" / "mau")
    second = make_campaign(tmp_path / "b" / "mau")
    make_campaign(tmp_path / "b" / "khac", "khac")
    catalogue = FormCatalogue([tmp_path / "a", tmp_path / "b"], tmp_path / "cache")
    with pytest.raises(UserFacingError, match="Two campaigns are called “mau”") as refused:
        catalogue.campaign("mau")
    assert f"“{first}”" in refused.value.message.vi
    assert f"“{second}”" in refused.value.message.vi
    assert catalogue.campaign("khac").id == "khac"
    assert [campaign.id for campaign in catalogue.campaigns()] == ["khac"]


def test_a_broken_campaign_is_told_beside_the_good_ones(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_campaign(tmp_path / "tot", "tot")
    broken = make_campaign(tmp_path / "hong", "hong")
    (broken / "campaign.toml").write_text('id = "hong', "utf-8")
    general = ["--campaigns", str(tmp_path)]
    assert run([*general, "campaigns"]) == 1
    said = capsys.readouterr()
    assert "tot  Mẫu  (phieu)\n" in said.out
    assert said.err.startswith(f"Chưa dùng được đợt khảo sát trong “{broken}”. Tệp campaign.toml trong “{broken}” sai")
    assert run([*general, "agencies", "tot"]) == 0
    assert capsys.readouterr().out == "TVM        Thư viện tỉnh Mẫu\n"


def test_who_asks_for_a_broken_campaign_is_told_what_is_wrong_with_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = make_campaign(tmp_path / "hong", "hong")
    (broken / "agencies.csv").unlink()
    assert run(["--campaigns", str(tmp_path), "agencies", "hong"]) == 1
    unknown, reason = capsys.readouterr().err.splitlines()
    assert unknown.startswith("Không có đợt khảo sát “hong” trên máy này.")
    assert f"“{broken}” không có tệp agencies.csv đọc được" in reason


def test_all_in_order_ends_with_zero(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_campaign(tmp_path / "mau")
    assert run(["--campaigns", str(tmp_path / "mau"), "campaigns"]) == 0
    assert capsys.readouterr().err == ""


def test_a_folder_of_campaigns_that_does_not_exist_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "khong-co"
    for words in (["campaigns"], ["agencies", "mau"]):
        assert run(["--campaigns", str(missing), *words]) == 1
        assert capsys.readouterr().err.startswith(f"Không có thư mục “{missing}” để tìm các đợt khảo sát.")
