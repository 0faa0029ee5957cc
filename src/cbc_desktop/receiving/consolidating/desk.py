"""The consolidating desk of a receiving office: what counts at its reception becomes tables, figures and a workbook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cbc_desktop.base.message import Progress
from cbc_desktop.forms.catalogue import FormCatalogue
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.consolidating.cross_checks import CheckFinding
from cbc_desktop.receiving.consolidating.making import Answers, cross_checked, make_consolidated, reopened
from cbc_desktop.receiving.reception.desk import ReceptionDesk
from cbc_desktop.receiving.reception.roll import Answered, RollEntry
from cbc_desktop.receiving.returning import ReturnRemark
from cbc_desktop.store.received.arrivals import Arrival
from cbc_desktop.store.staging import Stages


@dataclass(frozen=True, slots=True)
class ConsolidatingDesk:
    """Reads what counts and never opens a package."""

    catalogue: FormCatalogue
    reception: ReceptionDesk

    def consolidate(
        self, campaign_id: str, out: Path, *, trial: bool = False, progress: Progress = lambda _: None
    ) -> Consolidated:
        """Into the folder ``out``: the file of tables, the workbook, the report. ``trial``: of dossiers for practice.

        UserFacingError when the campaign is not installed or its forms or indicators are wrong, or the disk says no.
        """
        campaign = self.catalogue.campaign(campaign_id)
        undecided, pending = self._waiting(campaign_id, trial=trial)
        answers = Answers(
            asked=campaign.awaited,
            counted=self.reception.counted(campaign_id, trial=trial),
            undecided=undecided,
            pending=pending,
        )
        return make_consolidated(
            self.catalogue, campaign, answers, out, Stages(self.reception.store.database.path.parent), progress
        )

    def _waiting(self, campaign_id: str, *, trial: bool) -> tuple[frozenset[str], frozenset[str]]:
        """The keys of those to be decided and of those that sent nothing usable; all else of the roll is let go."""
        roll = self.reception.roll(campaign_id, trial=trial)
        return _keys(roll, Answered.UNDECIDED), _keys(roll, Answered.UNUSABLE)

    def latest(self, campaign_id: str, folder: Path) -> Consolidated | None:
        """The consolidation that was written into ``folder`` last, None where there is none of the campaign as it is.

        Its figures are added up anew from the file. UserFacingError as `consolidate`.
        """
        return reopened(self.catalogue, self.catalogue.campaign(campaign_id), folder)

    def cross_checks(self, campaign_id: str, *, trial: bool = False) -> tuple[CheckFinding, ...]:
        """What does not fit together in the answers that count, without writing anything that stays."""
        campaign = self.catalogue.campaign(campaign_id)
        return cross_checked(self.catalogue, campaign, self.reception.counted(campaign_id, trial=trial))

    def remarks(self, arrival: Arrival) -> tuple[CheckFinding, ...]:
        """What does not fit together in one arrival, whether it counts or not; () where nothing could be read of it.

        `return_remark` makes each the remark of a receipt.
        """
        one = self.reception.as_counted(arrival)
        if one is None:
            return ()
        return cross_checked(self.catalogue, self.catalogue.campaign(one.campaign_id), [one])


def _keys(roll: Iterable[RollEntry], answered: Answered) -> frozenset[str]:
    return frozenset(entry.agency.key for entry in roll if entry.answered is answered)


def return_remark(finding: CheckFinding) -> ReturnRemark:
    """As a receipt says it, in Vietnamese (decision 20)."""
    return ReturnRemark(finding.words.vi, finding.form_id, finding.reference)
