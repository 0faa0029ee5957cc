"""What the fields of a document are called in the PDF: for those who fill, sign and read them, and draw nothing."""

from __future__ import annotations

NUMBER_FIELD = "so_ky_hieu"
DATE_FIELD = "dia_danh_ngay"
LEADER_FIELD = "ky_lanh_dao"
AGENCY_FIELD = "ky_co_quan"
