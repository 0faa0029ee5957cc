"""Questions that the receiver returned: where they are in the draft, and which of them a person has settled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from cbc_desktop.base.message import Message
from cbc_desktop.dossier.return_slip import Outcome, SlipQuestion
from cbc_desktop.engine.address import Address
from cbc_desktop.filling.form_filling import FormFilling
from cbc_desktop.filling.whereabouts import label_of
from cbc_desktop.store.instances import InstanceKey
from cbc_desktop.store.office_store import OfficeStore
from cbc_desktop.store.returns import ReturnedKey, StoredReturn

WHOLE_DOSSIER = Message("Cả hồ sơ", "The whole dossier")


@dataclass(frozen=True, slots=True)
class ReturnedQuestion:
    """What the receiver said about one question of ``revision``.

    address  form_id | the remark is about
    -------  ------- | -------------------
    there    there   | a question, group, row or table of the draft
    None     ""      | the dossier as a whole
    None     there   | a question or row that this draft does not have (any more): ``label`` is the receiver's
    """

    key: ReturnedKey
    form_id: str
    address: Address | None
    label: Message
    words: str
    returned_by: str
    returned_at: datetime
    revision: int
    settled: bool
    accepted: bool
    """The revision was accepted with this remark: nothing has to be corrected for it."""

    @property
    def waits(self) -> bool:
        """Whether it is to be corrected, and nobody has said that it is."""
        return not self.settled and not self.accepted

    @property
    def is_unknown(self) -> bool:
        return self.address is None and bool(self.form_id)


def returned_questions(
    stored: tuple[StoredReturn, ...], forms: Mapping[str, FormFilling], present: int
) -> Iterator[ReturnedQuestion]:
    """Those that are open, and those settled in the ``present`` revision; settled in an earlier one is over."""
    for one in stored:
        if one.settled_in in (None, present):
            question = one.question
            address = address_of(question, forms)
            yield ReturnedQuestion(
                one.key,
                question.form_id,
                address,
                _label(question, address, forms),
                question.words,
                one.slip.returned_by,
                one.slip.returned_at,
                one.slip.number,
                settled=one.settled_in is not None,
                accepted=one.slip.outcome is not Outcome.TO_BE_CORRECTED,
            )


def address_of(question: SlipQuestion, forms: Mapping[str, FormFilling]) -> Address | None:
    """None when the draft has no such place."""
    filling = forms.get(question.form_id)
    address = Address(question.rid, question.path)
    return address if filling is not None and filling.session.tree.holds(address) else None


def _label(question: SlipQuestion, address: Address | None, forms: Mapping[str, FormFilling]) -> Message:
    if address is not None:
        session = forms[question.form_id].session
        return label_of(session, session.tree.find(address))
    if not question.form_id:
        return WHOLE_DOSSIER
    name = question.label or question.path
    return Message(name, name)


def mark(
    store: OfficeStore,
    dossier_id: str,
    key: ReturnedKey,
    settled_in: int | None,
    place: tuple[InstanceKey, Address],
    who: str,
) -> None:
    """Settled in that revision, or (None) open again; ``place`` is where the log tells it."""
    store.returns.settle(key, settled_in, *place, who)
    event = "returned question opened" if settled_in is None else "returned question settled"
    store.journal.record(event, who, dossier_id, {"slip": str(key.slip), "question": str(key.place)})


def logged_place(question: ReturnedQuestion, forms: Mapping[str, FormFilling]) -> tuple[InstanceKey, Address]:
    """Where the question is; for what is nowhere in the draft the beginning of its first form."""
    if question.address is not None:
        return forms[question.form_id].instance.key, question.address
    first = next(iter(forms.values()))
    return first.instance.key, first.session.tree.document.root.address
