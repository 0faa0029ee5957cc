"""What the clerk's two fields are called in the PDF: for those who fill and read them, and draw nothing."""

from __future__ import annotations

NUMBER_FIELD = "so_ky_hieu"
DATE_FIELD = "dia_danh_ngay"
