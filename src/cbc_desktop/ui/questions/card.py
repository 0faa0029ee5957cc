"""One question on a page: its label, its field, and directly under it what is wrong and what can be done.

The card shows the node as it is whenever it is told to; it keeps nothing but whether a person has been here.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cbc_desktop.dossier.revision import RemarkKind
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.nodes import LeafNode
from cbc_desktop.filling.offers import Offer
from cbc_desktop.forms.definition import DataType
from cbc_desktop.ui.dossier.attachments import open_attachment
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.labels import Role, dress, label
from cbc_desktop.ui.kit.old_text_line import OldTextLine
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.questions.beside import WHY, BesideLinks
from cbc_desktop.ui.questions.card_words import CardWords, spoken
from cbc_desktop.ui.questions.explanation_line import ExplanationLine
from cbc_desktop.ui.questions.fields.field import Field
from cbc_desktop.ui.questions.fields.files import FileField
from cbc_desktop.ui.questions.fields.table import field_for
from cbc_desktop.ui.questions.offer_line import OfferLine
from cbc_desktop.ui.theme.sizes import GRID, HALF


class QuestionCard(QFrame):
    """``entered``: Enter was pressed, the next question please; ``beside``: what stands beside the answer is wanted."""

    entered = Signal()
    beside = Signal(object, str)
    """The address, and which panel (a key of ``beside.KEYS``)."""

    def __init__(
        self, look: Look, controller: DossierController, form_id: str, address: Address, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.form_id, self.address = form_id, address
        self._look, self._controller = look, controller
        self._visited = False
        self.field: Field = field_for(self.node.definition, look)
        self.label = label("", Role.BODY)
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setBuddy(self.field)
        self.hint = label("", Role.SMALL)
        self.errors = label("", Role.ERROR)
        self.warnings = label("", Role.WARNING)
        self.old_text = OldTextLine()
        self.explanation = ExplanationLine(look, controller, form_id, address)
        self.offer = OfferLine(controller, form_id)
        self.links = BesideLinks()
        self._lay_out()
        self._listen()
        self.refresh()

    @property
    def node(self) -> LeafNode:
        return self._controller.dossier.form(self.form_id).session.tree.leaf(self.address)

    def refresh(self) -> None:
        """Draws the question as it stands now; the keyboard stays where it is."""
        session, node = self._controller.dossier.form(self.form_id).session, self.node
        words = CardWords.of(session, node, self._look)
        readonly = self._readonly(node)
        if not node.relevant:
            self._collapse(words)
            return
        self._show_words(words, node, readonly)
        if node.definition.choices:
            self.field.show_choices(session.choices(node))
        self.field.show_value(node.lexical)
        self._show_problems(words, readonly)
        self._offer_conversion(node)
        self.links.show_for(computed=node.definition.bind.calculate is not None, hidden=False)
        self.links.show_note(self._address_has_note())
        self.links.name_for(words.full_label)
        for widget in (self.field, self.links):
            widget.show()

    def show_offer(self, offer: Offer | None) -> None:
        self.offer.show_offer(None if self._readonly(self.node) else offer)

    def take_keyboard(self) -> bool:
        """Puts the keyboard into the field as Tab does, ready to type over; where there is none, to the reason why."""
        if not self.node.relevant:
            self.links.links[WHY].setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        self.field.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    @property
    def answerable(self) -> bool:
        return self.node.relevant and not self._readonly(self.node)

    def _readonly(self, node: LeafNode) -> bool:
        computed = node.readonly or node.definition.bind.calculate is not None
        return computed or not self._controller.editable

    def _collapse(self, words: CardWords) -> None:
        """Not relevant now: one grey line that says so, and why when asked."""
        parts = (self.field, self.hint, self.errors, self.old_text, self.warnings, self.explanation, self.offer)
        for widget in parts:
            widget.hide()
        self.label.setText(self.tr("○ {label} – không phải trả lời").format(label=words.label))
        dress(self.label, Role.SMALL)
        self.links.show_for(computed=False, hidden=True)
        self.links.name_for(words.full_label)

    def _show_words(self, words: CardWords, node: LeafNode, readonly: bool) -> None:
        self.label.setText(words.label_markup(required=node.required and not readonly, look=self._look))
        dress(self.label, Role.BODY)
        hints = (words.hint, self._origin(node))
        self.hint.setText("\n".join(hint for hint in hints if hint))
        self.hint.setVisible(bool(self.hint.text()))
        required = self.tr("Bắt buộc") if node.required else ""
        unit = self.tr("Đơn vị tính: {unit}").format(unit=words.unit) if words.unit else ""
        told = spoken((words.group, words.hint, unit, required, *words.errors, *words.warnings))
        self.field.setAccessibleName(words.label)  # else a reader takes it from the label, with its markup
        self.field.describe(words.label, told)
        self.explanation.name_for(words.full_label)

    def _origin(self, node: LeafNode) -> str:
        if node.definition.bind.own.fact:
            return self.tr("Lấy từ hồ sơ, không phải nhập.")
        return self.tr("Tự tính, không phải nhập.") if node.definition.bind.calculate is not None else ""

    def _show_problems(self, words: CardWords, readonly: bool) -> None:
        told = words.errors if self._visited or not words.missing else ()
        self.errors.setText("\n".join(f"✗ {text}" for text in told))
        self.errors.setVisible(bool(told))
        self.warnings.setText("\n".join(f"! {text}" for text in words.warnings))
        self.warnings.setVisible(bool(words.warnings))
        self.explanation.show_for(wanted=bool(words.warnings))
        self.field.show_state(readonly=readonly, problem="error" if told else "warning" if words.warnings else "")

    def _address_has_note(self) -> bool:
        kinds = (RemarkKind.NOTE, RemarkKind.FILES)
        return any(self._controller.remark_text(self.form_id, self.address, kind) for kind in kinds)

    def _visit(self) -> None:
        if not self._visited:
            self._visited = True
            self.refresh()
        self._controller.leave()

    def _listen(self) -> None:
        self.field.edited.connect(lambda lexical: self._controller.type(self.form_id, self.address, lexical))
        self.field.left.connect(self._visit)
        self.field.entered.connect(self.entered)
        self.old_text.converted.connect(self._convert)
        self.old_text.left.connect(self.take_keyboard)
        self.links.wanted.connect(lambda panel: self.beside.emit(self.address, panel))
        if isinstance(self.field, FileField):
            self.field.attached.connect(self._attach)
            self.field.open_wanted.connect(self._open_file)

    def _offer_conversion(self, node: LeafNode) -> None:
        text = node.definition.bind.type is DataType.STRING and not node.definition.choices
        self.old_text.show_for(node.lexical if text and self.answerable else "")

    def _convert(self, text: str) -> None:
        dossier = self._controller.dossier
        self._controller.perform(self.form_id, lambda: dossier.answer(self.form_id, self.address, text))
        self.take_keyboard()

    def _attach(self, path: Path) -> None:
        dossier = self._controller.dossier
        self._controller.perform(self.form_id, lambda: dossier.attach(self.form_id, self.address, path))

    def _open_file(self) -> None:
        open_attachment(self._controller, self.node.lexical)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self.label, 1)
        head.addWidget(self.links, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, HALF, 0, HALF)
        layout.setSpacing(HALF)
        layout.addLayout(head)
        parts = (self.hint, self.field, self.errors, self.old_text, self.warnings, self.explanation, self.offer)
        for widget in parts:
            layout.addWidget(widget)


def card_of(widget: QWidget | None) -> QuestionCard | None:
    """The card around a widget that has the keyboard."""
    while widget is not None and not isinstance(widget, QuestionCard):
        widget = widget.parentWidget()
    return widget
