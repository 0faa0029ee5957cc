"""A dossier whose activities say these texts, one in each cell and once more in the note beside it."""

from __future__ import annotations

from collections.abc import Sequence

from cbc_desktop.base.text import keepable
from cbc_desktop.engine.address import Address
from cbc_desktop.filling.open_dossier import OpenDossier

FORM = "ke-hoach-truyen-thong"
TABLE = Address("", "/data/m8/p8_b8/b8")
COLUMNS = ("hoat_dong", "chu_tri", "phoi_hop", "san_pham", "chi_so", "don_vi_tinh")


def fill_with_texts(dossier: OpenDossier, texts: Sequence[str]) -> None:
    session = dossier.form(FORM).session
    with dossier.together(FORM):
        dossier.add_rows(FORM, TABLE, -(-len(texts) // len(COLUMNS)))
        rows = session.tree.repeat(TABLE).rows
        places = [Address(row.id, f"{TABLE.path}/{column}") for row in rows for column in COLUMNS]
        said = dict(zip(places, texts, strict=False))
        dossier.answer_all(FORM, said)
        for place, text in said.items():
            dossier.note(FORM, place, text)
    assert [session.value(place) for place in said] == [as_kept(text) for text in said.values()]


def as_kept(text: str) -> str:
    """What the program promises to keep of it (base/text.py); the rest of the way nothing may change."""
    return keepable(text).strip()
