"""The heading of a group of questions, with what its own checks say (the checks of whole tables, decision 16)."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cbc_desktop.engine.address import Address
from cbc_desktop.engine.nodes import GroupNode
from cbc_desktop.filling.review import message_of
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.questions.explanation_line import ExplanationLine
from cbc_desktop.ui.theme.sizes import GRID, HALF


class GroupHeading(QWidget):
    """Hidden with its group while that is not relevant."""

    def __init__(
        self, look: Look, controller: DossierController, form_id: str, address: Address, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._look, self._controller, self._form_id, self._address = look, controller, form_id, address
        self.title = label("", Role.HEADING)
        self.hint = label("", Role.SMALL)
        self.errors = label("", Role.ERROR)
        self.warnings = label("", Role.WARNING)
        self.explanation = ExplanationLine(look, controller, form_id, address)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID, 0, 0)
        layout.setSpacing(HALF)
        for widget in (self.title, self.hint, self.errors, self.warnings, self.explanation):
            layout.addWidget(widget)
        self.refresh()

    def refresh(self) -> None:
        session = self._controller.dossier.form(self._form_id).session
        group = session.tree.find(self._address)
        assert isinstance(group, GroupNode)
        definition = group.definition
        self.title.setText(session.text(definition.label, group) if definition.label else "")
        self.hint.setText(session.text(definition.hint, group) if definition.hint else "")
        told = [(one.condition.blocks, self._look.text(message_of(session, group, one))) for one in group.problems]
        self.errors.setText("\n".join(f"✗ {text}" for blocks, text in told if blocks))
        self.warnings.setText("\n".join(f"! {text}" for blocks, text in told if not blocks))
        for shown in (self.title, self.hint, self.errors, self.warnings):
            shown.setVisible(bool(shown.text()))
        self.explanation.name_for(self.title.text())
        self.explanation.show_for(wanted=bool(self.warnings.text()))
        self.setVisible(group.relevant)
