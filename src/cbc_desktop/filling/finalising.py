"""What freezing a dossier takes: complete forms, somebody who signs, and the revision made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.dossier.digest import content_digest
from cbc_desktop.dossier.revision import FrozenForm, Remark, Revision
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.submission import write_submission
from cbc_desktop.filling.form_filling import FormFilling
from cbc_desktop.filling.review import Review, listed, stands, takes_explanation
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.forms.definition import DataType
from cbc_desktop.store.office_store import OfficeStore
from cbc_desktop.store.stored_dossier import StoredDossier

NOT_COMPLETE = Message(
    "Chưa chốt được số liệu: còn {errors} lỗi và {warnings} cảnh báo chưa giải trình. Số liệu đã nhập vẫn còn nguyên; "
    "hãy sửa hoặc giải trình các mục sau rồi chốt lại:\n{lines}",
    "The dossier cannot be finalised yet: {errors} errors and {warnings} unexplained warnings are left. Everything "
    "that was entered is kept; correct or explain the following and try again:\n{lines}",
)
NOBODY_SIGNS = Message(
    "Văn bản phải có người ký, mà phần người ký nằm trong biểu mẫu “{form}”. Hãy chốt cùng biểu mẫu này; "
    "số liệu đã nhập vẫn còn nguyên.",
    "A document needs a signatory, who is named in the form “{form}”. Finalise that form too; "
    "everything that was entered is kept.",
)

NO_FORMS = Message(
    "Chưa chọn biểu mẫu nào để chốt. Hãy chọn ít nhất một trong: {known}.",
    "No form was chosen to be finalised. Choose at least one of: {known}.",
)
NOTHING_TO_EXPLAIN = Message(
    "Mục này không có cảnh báo nào cần giải trình. Nếu muốn nói thêm, hãy viết vào ghi chú.",
    "There is no warning here that asks for an explanation. To add something, write a note.",
)

LEFT_OUT = Message(
    "Bản gửi lần trước có biểu mẫu {forms}, nhưng lần này không chọn. Bản mới thay thế cả bản trước, nên nơi nhận "
    "sẽ không còn số liệu của biểu mẫu đó. Hãy chọn cả biểu mẫu đó, hoặc xác nhận là muốn bỏ; chưa có gì thay đổi.",
    "The revision that was sent holds the form {forms}, which is not chosen now. A new revision replaces the whole one "
    "before it, so the receiver would lose the figures of that form. Choose it too, or confirm that it is to "
    "be left out; nothing has changed.",
)


def chosen_forms(forms: Iterable[str], wanted: Sequence[str] | None) -> list[str]:
    """The forms that are wanted (None: all), in the campaign's order; UserFacingError when there is none."""
    chosen = [form_id for form_id in forms if wanted is None or form_id in wanted]
    if not chosen:
        raise UserFacingError(NO_FORMS.filled(known=", ".join(forms)))
    return chosen


def require_signatory(campaign: Campaign, form_ids: Sequence[str]) -> None:
    form = campaign.cover.signatory.form
    if form not in form_ids:
        raise UserFacingError(NOBODY_SIGNS.filled(form=form))


def require_none_lost(lost: Sequence[str]) -> None:
    if lost:
        raise UserFacingError(LEFT_OUT.filled(forms=", ".join(f"“{form_id}”" for form_id in lost)))


def require_complete(review: Review) -> None:
    """UserFacingError lists what is in the way."""
    if not review.in_the_way:
        return
    warnings = [line for line in review.in_the_way if not line.condition.blocks]
    counts = {"errors": len(review.errors), "warnings": len(warnings)}
    raise UserFacingError(NOT_COMPLETE.filled(**counts, lines=listed(review.in_the_way)))


class NothingToExplainError(UserFacingError):
    """No warning stands there."""


def require_warning(session: FormSession, address: Address) -> None:
    if not takes_explanation(session, address):
        raise NothingToExplainError(NOTHING_TO_EXPLAIN)


def revision_of(
    store: OfficeStore, stored: StoredDossier, forms: Sequence[FormFilling], finalised_at: datetime
) -> Revision:
    """The latest revision with these forms frozen; ``store`` gives what lies beside the answers."""
    dossier_id = stored.identity.dossier_id
    frozen = tuple(_frozen(store, dossier_id, form) for form in forms)
    remarks = tuple(remark for form in forms for remark in standing_remarks(form))
    names = [name for form in forms for name in _named_files(form.session, remarks)]
    found = (store.attachments.find(dossier_id, name) for name in dict.fromkeys(names))
    attachments = tuple(file for file in found if file is not None)
    return Revision(
        identity=stored.identity,
        number=stored.revision.number,
        forms=frozen,
        content_digest=content_digest(stored.identity, frozen, remarks, attachments),
        finalised_at=finalised_at.replace(microsecond=0),
        replaces=stored.revision.replaces,
        remarks=remarks,
        attachments=attachments,
        facts=stored.revision.facts,
    )


def _frozen(store: OfficeStore, dossier_id: str, form: FormFilling) -> FrozenForm:
    instance = store.instances.find(dossier_id, form.form_id)
    submission = write_submission(form.session, instance.instance_id, instance.deprecated_id)
    return FrozenForm(
        form.form_id, instance.version, instance.form_digest, instance.instance_id, instance.deprecated_id, submission
    )


def standing_remarks(form: FormFilling) -> Iterator[Remark]:
    """All notes and files, and the explanations of warnings that still stand."""
    for remark in form.remarks:
        if stands(form.session, remark):
            yield remark


def _named_files(session: FormSession, remarks: Sequence[Remark]) -> Iterator[str]:
    """The media names that relevant answers of the form hold, and those beside its answers."""
    for leaf in session.leaves():
        if leaf.relevant and leaf.lexical and leaf.definition.bind.type is DataType.BINARY:
            yield leaf.lexical
    for remark in remarks:
        if remark.form_id == session.definition.id:
            yield from remark.files
