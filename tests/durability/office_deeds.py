"""What people do that leaves something on the disk: each deed by its name, as a function of an open office."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from invented_campaign import BOOKS, CAMPAIGN, SURVEY
from national_campaign import NATIONAL
from world import DRAFT, FINALISED, NOT_YET, SIGNED, Place, World, dossier_of, dossiers_of

from cbc_desktop.engine.address import Address
from cbc_desktop.office import Office

ANSWER = "77"


@dataclass(frozen=True)
class Around:
    """``tell`` says to whoever watches that something is told as done."""

    world: World
    place: Place
    tell: Callable[[str], None]


Deed = Callable[[Office, Around], object]


def _begin(office: Office, _: Around) -> None:
    agency, trial = NOT_YET
    office.filling.begin(CAMPAIGN, agency, trial=trial)


def _answer(office: Office, _: Around) -> None:
    dossier_of(office, DRAFT).answer(SURVEY, Address("", BOOKS), ANSWER)


def _attach(office: Office, around: Around) -> None:
    dossier_of(office, DRAFT).put_beside(SURVEY, Address("", BOOKS), around.world.paper("later"))


def _remove(office: Office, _: Around) -> None:
    """The dossier that has files of its own, and that a backup has too; nothing is done where it is gone."""
    for dossier_id in dossiers_of(office, DRAFT):
        unread = office.removing.remove(dossier_id)
        assert not unread, unread


def _finalise(office: Office, _: Around) -> None:
    dossier_of(office, DRAFT).finalise()


def _export(office: Office, around: Around) -> None:
    desk = office.exporting
    plan = desk.plan(dossier_of(office, FINALISED).dossier_id, around.place.out)
    desk.export(plan, around.world.signer, _quiet)


def _sign(office: Office, around: Around) -> None:
    plan = office.exporting.plan(dossier_of(office, FINALISED).dossier_id, around.place.out)
    office.issuing.sign(plan, around.world.signer, _quiet)


def _pack(office: Office, around: Around) -> None:
    desk = office.issuing
    plan = desk.documents.plan(dossier_of(office, SIGNED).dossier_id, around.place.out)
    desk.package(plan, None, _quiet)


def _receive(office: Office, around: Around) -> None:
    office.reception.receive([around.world.arrived], lambda taken: around.tell(taken.name), jobs=0)


def _consolidate(office: Office, around: Around) -> None:
    office.consolidating.consolidate(NATIONAL, around.place.out)


def _back_up(office: Office, _: Around) -> None:
    _answer(office, _)
    office.backups.make()


def _copy_to_stick(office: Office, around: Around) -> None:
    received = office.received_backups
    office.backups.copy_whole(around.place.out, _quiet, [received] if received is not None else [])


def _quiet(_: object) -> None:
    pass


DEEDS: Mapping[str, Deed] = {
    "begin": _begin,
    "answer": _answer,
    "attach": _attach,
    "remove": _remove,
    "finalise": _finalise,
    "export": _export,
    "sign": _sign,
    "pack": _pack,
    "receive": _receive,
    "consolidate": _consolidate,
    "backup": _back_up,
    "copy to stick": _copy_to_stick,
}
