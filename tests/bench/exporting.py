"""A whole export, from the frozen revision to files that were read back, against printing and signing alone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

from tests.bench.material import NOW, Material, printed_revision
from tests.bench.measuring import ROUNDS, Comparison, compared
from tests.golden.shipped_dossiers import huge

from cbc_desktop.documents.pdf.field_names import LEADER_FIELD
from cbc_desktop.documents.pdf.pdfa import to_pdfa
from cbc_desktop.documents.pdf.rendering import render_pdf
from cbc_desktop.documents.printed_form import PrintedDossier
from cbc_desktop.dossier.revision import Revision
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.sample import fill_form, read_prepared
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.pdf_signature import sign_pdf

OF_HUGE = "06"
EXPLANATION = "Số liệu để đo tốc độ."


def comparisons(material: Material) -> Iterator[Comparison]:
    yield _export(material, "export the sample", material.finalised, material.printed)
    large = material.large_plan
    printed = printed_revision(material.office, large, finalise(large))
    yield _export(material, "export 1,000 activities", large, printed, rounds=2)
    largest = huge(material.office, OF_HUGE)
    printed = printed_revision(material.office, largest, finalise(largest))
    yield _export(material, "export the huge dossier", largest, printed, rounds=2)


def finalise(dossier: OpenDossier) -> Revision:
    """Both forms, whatever warnings stand in the way; nothing else may want the dossier as a draft afterwards."""
    for form_id in dossier.campaign.forms:
        if dossier.review([form_id]).errors:
            fill_form(dossier, form_id, read_prepared(dossier.campaign.folder / "sample" / f"{form_id}.json"))
        with dossier.together(form_id):
            for line in dossier.review([form_id]).warnings:
                dossier.explain(form_id, line.address, EXPLANATION)
    return dossier.finalise()


def _export(
    material: Material, what: str, dossier: OpenDossier, printed: PrintedDossier, rounds: int = ROUNDS
) -> Comparison:
    folder = material.folder / dossier.dossier_id
    desk = material.office.exporting

    def export() -> None:
        desk.export(desk.plan(dossier.dossier_id, folder), material.signer, lambda _: None)

    def print_and_sign() -> None:
        sign_pdf(to_pdfa(render_pdf(printed), []), material.signer.identity, SigningOrder(field=LEADER_FIELD, at=NOW))

    return compared(
        what,
        "document",
        "printing and signing",
        export,
        print_and_sign,
        between=lambda: shutil.rmtree(folder),
        rounds=rounds,
    )
