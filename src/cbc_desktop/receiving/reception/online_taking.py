"""Takes in the rows of an online form's export: each becomes an arrival with answers, as a package would be one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.documents.cell_texts import is_readable, meant
from cbc_desktop.dossier.digest import canonical_json, content_digest
from cbc_desktop.dossier.facts import dossier_facts
from cbc_desktop.dossier.identity import AgencyKey, DossierIdentity
from cbc_desktop.dossier.revision import FrozenForm
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.nodes import LeafNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.submission import write_submission
from cbc_desktop.engine.world import World
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.forms.definition import FormDefinition, LeafDef
from cbc_desktop.receiving.reception.called import row_name
from cbc_desktop.receiving.reception.online_sheet import OnlinePlan, OnlineRow
from cbc_desktop.receiving.route import Route, Source
from cbc_desktop.signing.verdict import Verdict
from cbc_desktop.store.received.arrivals import Arrival, ArrivedDossier, ArrivedForm
from cbc_desktop.store.received.received_store import ReceivedStore

UNREADABLE = "online-unreadable"
"""The doubt of a row with a text that is no answer of its question's kind, or none of its choices; which ones is in
the report."""
NOBODY = AgencyKey("?")
"""Of a row whose name is not in the register: a person says whose it is."""


_KINDS = ("online", "online-trial")


@dataclass(frozen=True, slots=True)
class _Doubtful:
    """What was answered, by form and path: what cannot be read and is in no figure, and what is none of the choices."""

    unreadable: dict[str, str] = field(default_factory=dict)
    unlisted: dict[str, str] = field(default_factory=dict)

    def add(self, question: LeafDef, place: str, text: str) -> None:
        (self.unlisted if question.choices else self.unreadable)[place] = text


@dataclass(frozen=True, slots=True)
class OnlineTaking:
    """``definitions`` are the forms of the campaign by id; with ``trial`` the rows are for practice."""

    store: ReceivedStore
    campaign: Campaign
    definitions: Mapping[str, FormDefinition]
    clock: Clock
    identifiers: IdentifierSource
    who: str
    trial: bool

    def take(self, plan: OnlinePlan) -> tuple[Arrival, ...]:
        """Those that were not there before: the export of a later day brings the same rows again."""
        return tuple(self._taken(plan, self.store.files.keep(plan.content)))

    def _taken(self, plan: OnlinePlan, file: Digest) -> Iterator[Arrival]:
        for row in plan.rows:
            digest = _digest_of(self.campaign.id, row, trial=self.trial)
            if self.store.arrivals.known(digest) is None:
                yield self._keep(plan, row, digest, file)

    def _keep(self, plan: OnlinePlan, row: OnlineRow, digest: Digest, file: Digest) -> Arrival:
        doubtful = _Doubtful()
        forms = [form for form_id in self.definitions if (form := self._form(form_id, row, doubtful))]
        now = self.clock.now()
        sent_at = row.sent_at if row.sent_at and row.sent_at <= now else None
        arrival = Arrival(
            digest=digest,
            came_as=digest,
            name=row_name(plan.name, row.number),
            size=len(plan.content),
            route=Route.ONLINE.value,
            source=Source.ONLINE_FORM.value,
            taken_at=now,
            taken_by=self.who,
            sent_at=sent_at,
            verdict=Verdict.INDETERMINATE.value,
            doubts=(UNREADABLE,) if doubtful.unreadable or doubtful.unlisted else (),
            dossier=self._dossier(row, forms),
            form_digests={form.form_id: form.form_digest for form in forms},
        )
        report = {"file": str(file), "row": row.number, **asdict(doubtful)}
        with self.store.database.atomic():
            self.store.arrivals.add(arrival, json.dumps(report), _arrived(forms))
            self.store.arrivals.add_mail(digest, file, sent_at)
        return arrival

    def _form(self, form_id: str, row: OnlineRow, doubtful: _Doubtful) -> FrozenForm | None:
        """None where the row says nothing of it."""
        texts = {place.path: text for place, text in row.texts.items() if place.form_id == form_id}
        if not texts:
            return None
        definition = self.definitions[form_id]
        facts = dossier_facts(self.campaign, row.agency) if row.agency else {}
        session = FormSession.begin(definition, World(self.clock, self.identifiers, facts))
        for path, text in texts.items():
            leaf = session.tree.leaf(Address("", path))
            if not _answer(session, leaf, text):
                doubtful.add(leaf.definition, f"{form_id}{path}", text)
        instance = f"uuid:{self.identifiers.new_uuid()}"
        submission = write_submission(session, instance)
        return FrozenForm(form_id, definition.version, definition.digest, instance, "", submission)

    def _dossier(self, row: OnlineRow, forms: Iterable[FrozenForm]) -> ArrivedDossier:
        agency = AgencyKey.parse(row.agency.key) if row.agency else NOBODY
        identity = DossierIdentity(self.campaign.id, agency, "")
        return ArrivedDossier(
            identity=identity,
            agency_name=row.name,
            number=1,
            content_digest=content_digest(identity, forms),
            replaces=None,
            finalised_at=row.sent_at or self.clock.now(),
            trial=self.trial,
        )


def _answer(session: FormSession, leaf: LeafNode, text: str) -> bool:
    """Whether it could be read; what cannot be is kept as it is, as everywhere."""
    choices = session.choices(leaf)
    lexical = meant(text, leaf.definition, choices)
    session.answer(leaf.address, lexical)
    return is_readable(lexical, leaf.definition, choices)


def _arrived(forms: Iterable[FrozenForm]) -> list[ArrivedForm]:
    return [ArrivedForm(form.form_id, form.form_digest, form.submission) for form in forms]


def _digest_of(campaign_id: str, row: OnlineRow, *, trial: bool) -> Digest:
    """Of what the row says, wherever it stands in the sheet; another one for practice."""
    texts = sorted([place.form_id, place.path, text] for place, text in row.texts.items())
    sent = row.sent_at.isoformat() if row.sent_at else ""
    return Digest.of(canonical_json([_KINDS[trial], campaign_id, row.name, sent, texts]))
