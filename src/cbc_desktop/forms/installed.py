"""The campaigns that are installed here: which folders hold them, and what is wrong with those that cannot be used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.forms.campaign import Campaign, read_campaign
from cbc_desktop.forms.campaign_entries import CAMPAIGN_FILE

NO_FOLDER = Message(
    "Không có thư mục “{folder}” để tìm các đợt khảo sát. Hãy kiểm tra lại đường dẫn sau --campaigns.",
    "There is no folder “{folder}” to look for campaigns in. Check the path after --campaigns.",
)
UNKNOWN_CAMPAIGN = Message(
    "Không có đợt khảo sát “{id}” trên máy này. Các đợt đang có: {known}.",
    "There is no campaign “{id}” on this machine. There are: {known}.",
)
BROKEN_CAMPAIGN = Message(
    "Chưa dùng được đợt khảo sát trong “{folder}”. {reason}",
    "The campaign in “{folder}” cannot be used. {reason}",
)
SAME_ID = Message(
    "Có hai đợt khảo sát cùng tên “{id}”, cùng phiên bản, trong “{first}” và trong “{second}”, nên không rõ phải dùng "
    "đợt nào. Hãy bỏ một trong hai thư mục hoặc sửa mục id trong campaign.toml; các hồ sơ đã lập vẫn còn nguyên.",
    "Two campaigns are called “{id}”, of the same version, in “{first}” and in “{second}”, so it is not clear which is "
    "meant. Remove one of the folders, or change the id in campaign.toml; all dossiers are still there.",
)


@dataclass(frozen=True, slots=True)
class InstalledCampaigns:
    """``campaigns`` can be used; ``twins`` share id and version with another folder, ``broken`` are no use.

    Of several versions of a campaign the newest counts: an update stands beside what was shipped (decision 53).
    """

    campaigns: tuple[Campaign, ...]
    twins: tuple[tuple[Campaign, Campaign], ...]
    broken: tuple[Message, ...]

    @property
    def troubles(self) -> tuple[Message, ...]:
        return (*map(_same_id, self.twins), *self.broken)

    def campaign(self, campaign_id: str) -> Campaign:
        """UserFacingError when there is none of that id, or more than one; it then tells of the broken ones too."""
        for campaign in self.campaigns:
            if campaign.id == campaign_id:
                return campaign
        for pair in self.twins:
            if pair[0].id == campaign_id:
                raise UserFacingError(_same_id(pair))
        known = ", ".join(campaign.id for campaign in self.campaigns) or "-"
        unknown = UNKNOWN_CAMPAIGN.filled(id=campaign_id, known=known)
        told = (unknown, *self.troubles)
        raise UserFacingError(Message.joined(told, "\n"))


def installed_campaigns(folders: Iterable[Path]) -> InstalledCampaigns:
    """One broken campaign does not stop the others; a folder that is named twice counts once."""
    by_id: dict[str, list[Campaign]] = {}
    broken: list[Message] = []
    for folder in _campaign_folders(folders):
        try:
            campaign = read_campaign(folder)
        except UserFacingError as error:
            broken.append(BROKEN_CAMPAIGN.filled(folder=folder, reason=error.message))
        else:
            by_id.setdefault(campaign.id, []).append(campaign)
    newest = [_newest(found) for found in by_id.values()]
    return InstalledCampaigns(
        campaigns=tuple(found[0] for found in newest if len(found) == 1),
        twins=tuple((found[0], other) for found in newest for other in found[1:]),
        broken=tuple(broken),
    )


def version_order(version: str) -> tuple[tuple[int, str], ...]:
    """What versions are compared by: their numbers as numbers, "2022.10" after "2022.9", else as text."""
    return tuple(_order_of_part(part) for part in re.split(r"[.\-_ ]", version))


def _order_of_part(part: str) -> tuple[int, str]:
    """Of two numbers the one with more digits is larger: a file may have more than Python makes a number of."""
    number = part.lstrip("0")
    return (len(number), number) if part.isascii() and part.isdigit() else (-1, part)


def _newest(found: Sequence[Campaign]) -> list[Campaign]:
    latest = max(version_order(campaign.version) for campaign in found)
    return [campaign for campaign in found if version_order(campaign.version) == latest]


def required_folder(folder: Path) -> Path:
    """The folder that somebody named; UserFacingError when it does not exist."""
    if not folder.is_dir():
        raise UserFacingError(NO_FOLDER.filled(folder=folder))
    return folder


def _campaign_folders(folders: Iterable[Path]) -> Iterator[Path]:
    """Each of ``folders`` holds campaigns, or is one itself."""
    seen: set[Path] = set()
    for folder in folders:
        own = [folder / CAMPAIGN_FILE] if (folder / CAMPAIGN_FILE).is_file() else []
        for path in own or sorted(folder.glob(f"*/{CAMPAIGN_FILE}")):
            if path.resolve() not in seen:
                seen.add(path.resolve())
                yield path.parent


def _same_id(pair: tuple[Campaign, Campaign]) -> Message:
    first, second = pair
    return SAME_ID.filled(id=first.id, first=first.folder, second=second.folder)
