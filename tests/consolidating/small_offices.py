"""A small campaign with tables in tables, its own indicators and checks, and what one agency answered."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path

from many_offices import ManyOffices

from cbc_desktop.office import open_catalogue
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.consolidating.making import Answers, make_consolidated
from cbc_desktop.receiving.counted import Counted
from cbc_desktop.store.staging import Stages

sys.path.append(str(Path(__file__).parent.parent / "forms"))

from small_campaign import FORM, make_campaign

SURVEY = """
|type|name|label|calculation|bind::cbc:rows|
|text|ten|Tên|||
|integer|agency|Cơ quan|||
|integer|order|Thứ tự|||
|decimal|Order|Thứ tự khác|||
|begin group|a|A|||
|text|ghi-chu|Ghi chú|||
|end group||||||
|begin group|b|B|||
|text|ghi.chu|Ghi chú|||
|end group||||||
|select_multiple mau|mau|Màu|||
|text|mau_has_khac|Màu khác|||
|begin repeat|phong|Phòng|||
|calculate|rid||once(uuid())||
|text|ten|Tên phòng|||
|begin repeat|may|Máy|||
|calculate|rid||once(uuid())||
|integer|so|Số máy|||
|end repeat||||||
|end repeat||||||
|begin repeat|viec|Việc|||
|calculate|rid||once(uuid())||
|select_one rows|phong_nao|Phòng nào||${phong} rid ten|
|end repeat||||||
"""
CHOICES = "|list_name|name|label|\n|mau|xanh|Xanh|\n|mau|khac|Khác|\n|mau|Khac|Khác nữa|\n|rows|x|x|"
SUBMISSION = b"""<data id="phieu" version="1">
<ten>A</ten><agency>1</agency><order>2</order><Order>2.5</Order>
<a><ghi-chu>mot</ghi-chu></a><b><ghi.chu>hai</ghi.chu></b>
<mau>khac</mau><mau_has_khac>tim</mau_has_khac>
<phong><rid>p1</rid><ten>P1</ten><may><rid>m1</rid><so>3</so></may><may><rid>m2</rid><so>4</so></may></phong>
<phong><rid>p2</rid><ten>P2</ten><may><rid>m3</rid><so>5</so></may></phong>
<viec><rid>v1</rid><phong_nao>p2</phong_nao></viec>
<meta><instanceID>uuid:1</instanceID></meta></data>"""
INDICATORS = """
[[parts]]
id = "may"
name = { vi = "Máy", en = "Computers" }

[[indicators]]
id = "so-may"
part = "may"
name = { vi = "Số máy", en = "Computers" }
measure = "sum"
unit = { vi = "máy", en = "computers" }
sql = "SELECT agency, so AS value FROM phieu_may"

[[checks]]
id = "phong-trong"
severity = "warning"
name = { vi = "Ít máy", en = "Few computers" }
words = { vi = "{ten} có {so} máy.", en = "{ten} has {so} computers." }
question = { form = "phieu", path = "/data/phong[{dong}]" }
sql = '''
SELECT p.agency, p.ten, p.row_number AS dong, sum(m.so) AS so FROM phieu_phong p JOIN phieu_may m ON m.parent = p.id
GROUP BY p.id HAVING sum(m.so) < 6
'''
"""


@dataclass
class Small:
    """A campaign with one form, and what one agency answered."""

    offices: ManyOffices
    one: Counted
    folder: Path

    @classmethod
    def made(cls, folder: Path, indicators: str = INDICATORS) -> Small:
        in_it = make_campaign(folder / "mau", survey=SURVEY, choices=CHOICES)
        (in_it / "indicators.toml").write_text(indicators, "utf-8")
        catalogue = open_catalogue(folder, folder)
        campaign = catalogue.campaign("mau")
        offices = ManyOffices(campaign, [catalogue.form(campaign, FORM)])
        one = replace(offices.one(campaign.awaited[0]), submissions={FORM: SUBMISSION})
        return cls(offices, one, folder)

    def consolidated(self) -> Consolidated:
        catalogue, campaign = open_catalogue(self.folder, self.folder), self.offices.campaign
        return make_consolidated(
            catalogue, campaign, Answers(campaign.awaited, [self.one]), self.folder / "out", Stages(self.folder)
        )
