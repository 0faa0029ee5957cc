"""The desk where a draft goes over to the version of its forms that is installed now: shown first, then done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import VIETNAMESE, Message
from cbc_desktop.dossier.facts import dossier_facts
from cbc_desktop.dossier.states import State
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.languages import in_both_languages, language_for
from cbc_desktop.engine.navigation import page_of
from cbc_desktop.engine.saved_form import SavedForm
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.world import World
from cbc_desktop.filling.desk import FillingDesk
from cbc_desktop.filling.form_filling import FormFilling
from cbc_desktop.filling.form_update import Fate, FormUpdate, row_names
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.reading import as_read
from cbc_desktop.filling.whereabouts import row_words
from cbc_desktop.store.answers import AnswerChange
from cbc_desktop.store.backups import Backups

NOT_A_DRAFT = Message(
    "Hồ sơ đã chốt thì giữ nguyên phiên bản biểu mẫu. Hãy mở lại hồ sơ để sửa rồi mới chuyển.",
    "A finalised dossier keeps its version of the forms. Open it again for changes first.",
)
_NOWHERE = Message("", "")


@dataclass(frozen=True, slots=True)
class UpdateLine:
    """One answer: where it stands, what it says, and what becomes of it; ``to`` is its new page where it has moved."""

    form_id: str
    fate: Fate
    page: Message
    label: Message
    table: Message
    text: str
    to: Message = _NOWHERE


@dataclass(frozen=True, slots=True)
class UpdatePlan:
    """What would become of every answer, the worst first; nothing has been changed."""

    dossier_id: str
    forms: tuple[str, ...]
    lines: tuple[UpdateLine, ...]


@dataclass(frozen=True, slots=True)
class UpdatingDesk:
    filling: FillingDesk
    backups: Backups

    def outdated(self, dossier: OpenDossier) -> tuple[str, ...]:
        """The forms of a draft of which another version is installed."""
        if dossier.stored.revision.state is not State.DRAFT:
            return ()
        return tuple(form_id for form_id in dossier.forms if self._is_outdated(dossier, form_id))

    def plan(self, dossier_id: str, language: str = VIETNAMESE) -> UpdatePlan:
        """Worked out on the draft as it lies in memory; UserFacingError when it is no draft."""
        dossier = self._draft(dossier_id)
        forms = self.outdated(dossier)
        lines = [line for form_id in forms for line in _lines(self._update(dossier, form_id), language)]
        order = list(Fate)
        return UpdatePlan(dossier_id, forms, tuple(sorted(lines, key=lambda line: order.index(line.fate))))

    def take(self, plan: UpdatePlan) -> None:
        """In one transaction, and after a backup: no step before it can be undone any more.

        What leaves the form stays in its history. UserFacingError when it cannot be kept.
        """
        desk, dossier = self.filling, self._draft(plan.dossier_id)
        self.backups.make()
        with desk.database.atomic():
            desk.store.edits.settle(plan.dossier_id)
            for form_id in plan.forms:
                update, filling = self._update(dossier, form_id), dossier.form(form_id)
                self._keep(update, filling)
                new = update.after.definition
                desk.store.forms.keep(desk.catalogue.source(dossier.campaign, form_id))
                desk.store.instances.set_form(filling.instance.key, new.version, new.digest)
                facts = {"form": form_id, "from": str(filling.instance.form_digest), "to": str(new.digest)}
                desk.store.journal.record("form_updated", desk.who, plan.dossier_id, facts)

    def _draft(self, dossier_id: str) -> OpenDossier:
        dossier = self.filling.open(dossier_id)
        if dossier.stored.revision.state is not State.DRAFT:
            raise UserFacingError(NOT_A_DRAFT)
        return dossier

    def _is_outdated(self, dossier: OpenDossier, form_id: str) -> bool:
        """A form that is missing or broken by now is no newer version."""
        try:
            installed = self.filling.catalogue.form(dossier.campaign, form_id)
        except UserFacingError:
            return False
        return installed.digest != dossier.form(form_id).instance.form_digest

    def _update(self, dossier: OpenDossier, form_id: str) -> FormUpdate:
        desk, session = self.filling, dossier.form(form_id).session
        world = World(desk.clock, desk.identifiers, dossier_facts(dossier.campaign, dossier.agency))
        return FormUpdate(session, desk.catalogue.form(dossier.campaign, form_id), world)

    def _keep(self, update: FormUpdate, filling: FormFilling) -> None:
        """Rows first, then answers, then what stands beside them."""
        before, after = update.before.save(), update.after.save()
        self._keep_rows(before, after, filling)
        desk, key = self.filling, filling.instance.key
        there = row_names(after) | {""}
        gone = {at: "" for at in before.values if at not in after.values and at.row in there}
        changes = [AnswerChange(at, text) for at, text in (gone | dict(after.values)).items()]
        desk.store.answers.write(key, changes, desk.who)
        for remark in filling.remarks:
            old = Address(remark.rid, remark.path)
            new = update.moved(old)
            if new is not None and new != old:
                desk.store.remarks.write(key, new, remark.kind, remark.text, desk.who)

    def _keep_rows(self, before: SavedForm, after: SavedForm, filling: FormFilling) -> None:
        """A row whose table has moved is taken away there and added here, under its old name."""
        store, key, who = self.filling.store.answers, filling.instance.key, self.filling.who
        places = {row.id: (row.parent, row.path) for row in after.rows}
        were = {row.id: (row.parent, row.path) for row in before.rows}
        leaving = {row_id for row_id, place in were.items() if places.get(row_id) != place}
        for row in before.rows:
            if row.id in leaving and row.parent not in leaving:
                store.remove_row(key, row.id, who)
        staying = {row.id for row in before.rows if not _within(row.id, were, leaving)}
        for row in after.rows:
            if row.id not in staying:
                store.add_row(key, Address(row.id, row.path), row.parent, who)


def _within(row_id: str, places: dict[str, tuple[str, str]], leaving: set[str]) -> bool:
    """Whether the row, or one around it, leaves."""
    while row_id:
        if row_id in leaving:
            return True
        row_id = places[row_id][0]
    return False


def _lines(update: FormUpdate, language: str) -> Iterator[UpdateLine]:
    for session in (update.before, update.after):
        session.show_language(language_for(session.definition, language))
    before, after = update.before, update.after
    for found in update.fates():
        leaf = before.tree.leaf(found.old)
        page = _page(before, found.old.path)
        there = _page(after, found.new.path) if found.new is not None and found.fate is Fate.MOVED else _NOWHERE
        label = in_both_languages(before, leaf.definition.label, leaf)
        text = as_read(before, leaf)
        yield UpdateLine(before.definition.id, found.fate, page, label, row_words(before, leaf), text, there)


def _page(session: FormSession, path: str) -> Message:
    page, title = page_of(session.definition, path), session.definition.title
    return page.title(session) if page else Message(title, title)
