"""Sample dossiers of an invented case at Cao Bằng, in the shape in which every renderer gets them."""

from __future__ import annotations

from datetime import datetime

from printed_plan import plan, short_plan
from printed_survey import short_survey, survey

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.digests import Digest
from cbc_desktop.documents.printed_form import OfficialDocument, PrintedDossier, PrintedForm, SignatureBlock

FINALISED = datetime(2022, 3, 25, 15, 4, 5, tzinfo=VIETNAM)


def small_dossier() -> PrintedDossier:
    """One short survey and one short plan: nine answers, an empty table, a landscape table."""
    return dossier(short_survey(), short_plan())


def large_dossier() -> PrintedDossier:
    """The whole survey and the whole plan, with long names, a row taller than a page and wide tables."""
    return dossier(survey(), plan())


def dossier(*forms: PrintedForm) -> PrintedDossier:
    return PrintedDossier(
        title="Báo cáo khảo sát và kế hoạch truyền thông chính sách năm 2022",
        language="vi",
        document=cover_letter(),
        forms=forms,
        campaign="837/BTTTT-CBC",
        agency="Ủy ban nhân dân tỉnh Cao Bằng",
        revision=1,
        content_digest=Digest.of(b"the sample dossier"),
        finalised_at=FINALISED,
    )


def cover_letter() -> OfficialDocument:
    return OfficialDocument(
        parent_agency="",
        agency="Ủy ban nhân dân tỉnh Cao Bằng",
        symbol="UBND-VX",
        subject="V/v cung cấp thông tin khảo sát và kế hoạch truyền thông chính sách năm 2022",
        place="Cao Bằng",
        addressees=("Bộ Thông tin và Truyền thông (qua Cục Báo chí)",),
        paragraphs=(
            "Thực hiện Công văn số 837/BTTTT-CBC ngày 09/3/2022 của Bộ Thông tin và Truyền thông về việc xây dựng "
            "đội ngũ truyền thông chính sách chuyên trách, chuyên nghiệp, Ủy ban nhân dân tỉnh Cao Bằng gửi Bộ Thông "
            "tin và Truyền thông thông tin khảo sát (Phụ lục I) và Kế hoạch truyền thông chính sách năm 2022 "
            "(Phụ lục II).",
            "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, Ủy ban nhân dân tỉnh sẽ kịp thời báo cáo Bộ "
            "Thông tin và Truyền thông để được hướng dẫn, hỗ trợ.",
            "Trân trọng./.",
        ),
        signature=SignatureBlock(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Nông Thị Ví Dụ"),
        recipients=(
            "Như trên",
            "Thường trực Tỉnh ủy (để b/c)",
            "Chủ tịch, các Phó Chủ tịch UBND tỉnh",
            "Sở Thông tin và Truyền thông",
            "Lưu: VT, VX (NT)",
        ),
    )
