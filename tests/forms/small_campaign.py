"""The smallest folder of a campaign: one form, two agencies; a test changes what it is about."""

from __future__ import annotations

from pathlib import Path

from workbook_tables import form_workbook

FORM = "phieu"
SURVEY = "|type|name|label|\n|text|ten|Tên|"
REGISTER = """key,code,name_vi,name_en,kind,valid_from,valid_to,symbol,successor
TVM@,TVM,Thư viện tỉnh Mẫu,Library of Mẫu,municipality,,,TVM,
VTV@,VTV,Vụ Thư viện,Department of Libraries,receiver,,,VTV,
"""


def make_campaign(
    folder: Path, campaign_id: str = "mau", survey: str = SURVEY, register: str = REGISTER, choices: str = ""
) -> Path:
    """``folder`` itself becomes the campaign's folder."""
    folder.mkdir(parents=True)
    (folder / "campaign.toml").write_text(_campaign_toml(campaign_id), "utf-8")
    (folder / "agencies.csv").write_text(register, "utf-8")
    (folder / f"{FORM}.xlsx").write_bytes(form_workbook(survey, choices, settings={"form_id": FORM}))
    return folder


def _campaign_toml(campaign_id: str) -> str:
    return f"""
id = "{campaign_id}"
version = "1"
register_date = 2030-01-15
deadline = 2030-02-28
report_year = 2030
forms = ["{FORM}"]
title = {{ vi = "Mẫu", en = "Sample" }}
letter = {{ number = "1/M", date = 2030-01-15, subject = "mẫu", ministry = "Bộ Mẫu" }}
receiver = {{ name = "Vụ Mẫu", address = "-", email = "mau@example.vn", contact = "-", phone = "-" }}
mail = {{ subject = "{{letter}}", body = "{{files}}" }}

[cover]
subject = "báo cáo"
addressees = ["Bộ Mẫu"]
paragraphs = ["Gửi {{ministry}}."]
recipients = ["Lưu: VT."]
signatory = {{ form = "{FORM}", name = "/data/ten", authority = "/data/ten", position = "/data/ten" }}
drafting_unit = {{ form = "{FORM}", path = "/data/ten" }}
"""
