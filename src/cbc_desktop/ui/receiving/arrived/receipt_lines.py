"""The receipts that were given for an arrival: what was said, by whom and when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.dossier.return_slip import Outcome, slip_from_json
from cbc_desktop.package.names import printable
from cbc_desktop.store.received.receipts import KeptReceipt
from cbc_desktop.ui.kit.labels import label
from cbc_desktop.ui.kit.panel import Panel
from cbc_desktop.ui.receiving.outcomes import outcome_words


class ReceiptLines(Panel):
    """Hidden where none was given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Phiếu đã lập"), parent)
        self.told = label()
        self.column.addWidget(self.told)
        self.hide()

    def show_receipts(self, receipts: Sequence[KeptReceipt]) -> None:
        """The latest first."""
        self.told.setText("\n".join(map(_sentence, reversed(receipts))))
        self.setVisible(bool(receipts))


def _sentence(receipt: KeptReceipt) -> str:
    translate = QCoreApplication.translate
    signed = translate("Outcome", "có chữ ký số") if receipt.signature else translate("Outcome", "không ký số")
    by = slip_from_json(receipt.content).returned_by
    at = f"{receipt.at.astimezone(VIETNAM):%d/%m/%Y %H:%M}"
    return f"{outcome_words()[Outcome(receipt.outcome)]} · {at} · {printable(by or receipt.who)} · {signed}"
