"""The office that a command works in, from the options that all commands have."""

from __future__ import annotations

from argparse import Namespace
from contextlib import AbstractContextManager

from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.office import Office, open_office


def office_of(arguments: Namespace) -> AbstractContextManager[Office]:
    return open_office(arguments.home, campaigns=arguments.campaigns)


def open_dossier(office: Office, reference: str) -> OpenDossier:
    return office.filling.open(office.filling.find(reference).identity.dossier_id)
