"""Plans with two large tables that refer to each other, beside plans with small ones: rows as an office types them."""

from __future__ import annotations

from collections.abc import Callable

from cbc_desktop.engine.address import Address, RowId
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.sample import fill_form, read_prepared
from cbc_desktop.office import Office

PLAN = "ke-hoach-truyen-thong"
ACTIVITIES = Address("", "/data/m8/p8_b8/b8")
EXPENSES = Address("", "/data/m9/p9_b9/b9")
POLICIES = Address("", "/data/m4/p4_b5/b5")
AUDIENCES = Address("", "/data/m5/p5_b6/b6")

Texts = dict[str, str]


def plan_with(office: Office, agency: str, rows: int) -> OpenDossier:
    """The sample of the first campaign, with so many activities, and as many expenses for them."""
    campaign = office.catalogue.campaigns()[0]
    dossier = office.filling.begin(campaign.id, agency)
    fill_form(dossier, PLAN, read_prepared(campaign.folder / "sample" / f"{PLAN}.json"))
    session = dossier.form(PLAN).session
    _bring_to(dossier, EXPENSES, 0, lambda number: {})
    _bring_to(dossier, ACTIVITIES, rows, lambda number: _activity(session, number))
    activities = _row_ids(session, ACTIVITIES)
    _bring_to(dossier, EXPENSES, rows, lambda number: _expense(activities[number], number))
    return dossier


def _bring_to(dossier: OpenDossier, table: Address, rows: int, texts: Callable[[int], Texts]) -> None:
    session = dossier.form(PLAN).session
    there = _row_ids(session, table)
    if len(there) > rows:
        dossier.delete_rows(PLAN, there[rows:])
        return
    with dossier.together(PLAN):
        dossier.add_rows(PLAN, table, rows - len(there))
        row_ids = _row_ids(session, table)
        given = ((row_ids[number], texts(number)) for number in range(len(there), rows))
        answers = {
            Address(row, f"{table.path}/{leaf}"): text for row, row_texts in given for leaf, text in row_texts.items()
        }
        dossier.answer_all(PLAN, answers)


def _row_ids(session: FormSession, table: Address) -> list[RowId]:
    return [row.id for row in session.tree.repeat(table).rows]


def _activity(session: FormSession, number: int) -> Texts:
    policies, audiences = _row_ids(session, POLICIES), _row_ids(session, AUDIENCES)
    return {
        "nhom": "DAT_HANG",
        "hoat_dong": f"Hoạt động truyền thông số {number}",
        "chinh_sach": policies[number % len(policies)],
        "doi_tuong": audiences[number % len(audiences)],
        "kenh": "TH MXH",
        "bat_dau": "2022-04-01",
        "ket_thuc": "2022-12-31",
        "lap_lai": "HANG_TUAN",
        "chu_tri": f"Sở số {number % 25}",
        "san_pham": f"{number} tin, bài",
        "kp_nsdp": "1",
    }


def _expense(activity: RowId, number: int) -> Texts:
    return {
        "hoat_dong": activity,
        "noi_dung_chi": f"Chi cho tin, bài số {number}",
        "don_vi_tinh": "bài",
        "so_luong": "10",
        "don_gia": "100000",
        "nguon": ("NSTW", "NSDP", "XHH", "KHAC")[number % 4],
        "nam": "2022",
    }
