"""A draft that was begun with an earlier version of the survey: one question more, and one with other rules."""

from __future__ import annotations

from dataclasses import replace

from cbc_desktop.engine.address import Address
from cbc_desktop.office import Office

SURVEY = "khao-sat-nhanh"
GONE = Address("", "/data/s1/ghi_chu_cu")
_NEXT = '<input ref="/data/s1/q1_05">'
_MORE = '<input ref="/data/s1/ghi_chu_cu"><label>Ghi chú cũ</label></input>'
_EARLIER = (
    ("<q1_05></q1_05>", "<q1_05></q1_05><ghi_chu_cu></ghi_chu_cu>"),
    ("<q1_05/>", "<q1_05/><ghi_chu_cu/>"),
    (_NEXT, _MORE + _NEXT),
)
"""What stands in the survey now, and what stood in its place."""


def begun_with_an_older_form(office: Office, dossier_id: str) -> None:
    """The dossier's survey is in the earlier version from now on, with an answer that only this version has."""
    instance = office.store.instances.find(dossier_id, SURVEY)
    source = office.store.forms.get(instance.form_digest)
    assert source is not None
    earlier = source.xform
    for new, old in _EARLIER:
        earlier = earlier.replace(new.encode(), old.encode(), 1)
    older = replace(source, xform=earlier)
    assert older.digest != source.digest
    office.store.forms.keep(older)
    office.store.instances.set_form(instance.key, "2022.0", older.digest)
    office.filling.open(dossier_id).answer(SURVEY, GONE, "Ghi theo mẫu cũ")
