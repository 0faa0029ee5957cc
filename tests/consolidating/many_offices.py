"""What many offices answer to the forms of a campaign: seeded, filled in by the engine, some questions left out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from random import Random

from cbc_desktop.base.clock import VIETNAM, FixedClock
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.engine.nodes import LeafNode, RepeatNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.submission import write_submission
from cbc_desktop.engine.world import World
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.forms.catalogue import FormCatalogue
from cbc_desktop.forms.definition import Control, DataType, FormDefinition
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.consolidating.making import Answers, make_consolidated
from cbc_desktop.receiving.counted import Counted
from cbc_desktop.receiving.route import Route, Source
from cbc_desktop.signing.verdict import Verdict
from cbc_desktop.store.staging import Stages

LEFT_OUT = 0.15
"""How often a question is not answered."""
WORDS = ("Khó khăn về nhân lực", "=SUM(A1:A9)", "<b>đề nghị</b>\nhỗ trợ", "Thiếu kinh phí; cần tập huấn", "+84 9")


@dataclass
class ManyOffices:
    """Those of ``campaign``; the same seed gives the same answers to the byte."""

    campaign: Campaign
    forms: Sequence[FormDefinition]
    seed: int = 1

    def counted(self, agencies: Sequence[Agency]) -> Iterator[Counted]:
        for agency in agencies:
            yield self.one(agency)

    def one(self, agency: Agency, revision: int = 1) -> Counted:
        """The ``revision`` of an agency; another one has other answers."""
        random = Random(f"{self.seed} {agency.key} {revision}")
        submissions = {form.id: self._submission(form, agency, random) for form in self.forms}
        opened = datetime.combine(self.campaign.register_date, time(8), VIETNAM)
        finalised = opened + timedelta(hours=random.randrange(24 * 30))
        digest = Digest.of(b"".join(submissions.values()))
        return Counted(
            campaign_id=self.campaign.id,
            agency=agency,
            source=Source.PACKAGE,
            route=random.choice([Route.FOLDER, Route.MAIL]),
            arrival=Digest.of(f"{agency.key} {revision}".encode()),
            file_name=f"{agency.code}.zip",
            dossier_id=str(Digest.of(agency.key.encode()))[:32],
            revision=revision,
            content_digest=digest,
            finalised_at=finalised,
            sent_at=finalised + timedelta(hours=1),
            taken_at=finalised + timedelta(hours=2),
            late=finalised.date() > self.campaign.deadline,
            trial=False,
            verdict=Verdict.PASSED,
            submissions=submissions,
        )

    def _submission(self, form: FormDefinition, agency: Agency, random: Random) -> bytes:
        facts = {
            "report-year": str(self.campaign.report_year),
            "agency-key": agency.key,
            "agency-name": agency.name_vi,
            "agency-kind": agency.kind,
        }
        moment = datetime.combine(self.campaign.register_date, time(8), VIETNAM)
        identifiers = SeededIdentifiers(random.getrandbits(32))
        session = FormSession.begin(form, World(FixedClock(moment), identifiers, facts))
        skipped: set[object] = set()
        for _ in range(3):  # what becomes relevant in one round is answered in the next
            self._add_rows(session, random)
            for leaf in list(session.leaves()):
                if self._can_be_answered(leaf) and leaf.address not in skipped:
                    if random.random() < LEFT_OUT:
                        skipped.add(leaf.address)
                    else:
                        session.answer(leaf.address, _answer(session, leaf, random))
        return write_submission(session, f"uuid:{identifiers.new_uuid()}")

    def _add_rows(self, session: FormSession, random: Random) -> None:
        repeats = [
            member
            for branch in [session.tree.document.root, *session.tree.walk()]
            for member in getattr(branch, "members", {}).values()
            if isinstance(member, RepeatNode)
        ]
        for repeat in repeats:
            if repeat.relevant and not repeat.definition.fixed and not repeat.rows:
                for _ in range(random.randrange(3)):
                    session.add_row(repeat.address)

    def _can_be_answered(self, leaf: LeafNode) -> bool:
        asked = leaf.definition.control not in (None, Control.TRIGGER, Control.UPLOAD)
        return asked and leaf.relevant and not leaf.readonly and not leaf.lexical


def _answer(session: FormSession, leaf: LeafNode, random: Random) -> str:
    if leaf.definition.choices:
        offered = [choice.value for choice in session.choices(leaf)]
        if leaf.definition.control is Control.SELECT_ONE:
            return random.choice(offered) if offered else ""
        return " ".join(value for value in offered if random.random() < 0.4)
    match leaf.definition.bind.type:
        case DataType.INT:
            return "2022" if leaf.definition.bind.own.year else str(random.randrange(60))
        case DataType.DECIMAL:
            return f"{random.randrange(20_000) / 10:.1f}"
        case DataType.DATE:
            return f"2022-03-{random.randrange(1, 31):02}"
        case _:
            return random.choice(WORDS)


@dataclass
class Round:
    """A survey round: who was asked, and what every third of them has not sent."""

    catalogue: FormCatalogue
    offices: ManyOffices
    asked: tuple[Agency, ...]
    counted: tuple[Counted, ...]

    def consolidated(
        self,
        out: Path,
        counted: tuple[Counted, ...] | None = None,
        *,
        undecided: Collection[str] = (),
        pending: Collection[str] = (),
    ) -> Consolidated:
        answers = Answers(self.asked, self.counted if counted is None else counted, undecided, pending)
        return make_consolidated(self.catalogue, self.offices.campaign, answers, out, Stages(out.parent))
