"""Every page of the window and how a person gets there, on a home with samples; a new page is a line in ``PAGES``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pages_of_dossiers
import pages_of_issuing
import pages_of_receiving
import pages_of_start
from PySide6.QtWidgets import QApplication
from sample_window import SIZE, open_sample, pause, window_of

from cbc_desktop.ui.main_window import MainWindow
from cbc_desktop.ui.program import Program
from cbc_desktop.ui.theme.colours import Scheme

PAGES: Mapping[str, Callable[[Program], None]] = {
    "start": pages_of_start.start,
    "new-dossier": pages_of_start.new_dossier,
    "backups": pages_of_start.backups,
    "copy": pages_of_start.copy,
    "prefill": pages_of_start.prefill,
    "update": pages_of_start.update,
    "receiving": pages_of_receiving.receiving,
    "arrived": pages_of_receiving.arrived,
    "assigning": pages_of_receiving.assigning,
    "set-aside": pages_of_receiving.set_aside,
    "consolidating": pages_of_receiving.consolidating,
    "consolidated": pages_of_receiving.consolidated,
    "consolidated-question": pages_of_receiving.consolidated_question,
    "receipt": pages_of_receiving.receipt,
    "reminders": pages_of_receiving.reminders,
    "online": pages_of_receiving.online,
    "keyed-in": pages_of_receiving.keyed_in,
    "refused": pages_of_receiving.refused,
    "undecided": pages_of_receiving.undecided,
    "passed": pages_of_receiving.passed,
    "setup": pages_of_start.setup,
    "questions": pages_of_dossiers.questions,
    "tables": pages_of_dossiers.tables,
    "pasting": pages_of_dossiers.pasting,
    "old-encoding": pages_of_dossiers.old_encoding,
    "searching": pages_of_dossiers.searching,
    "sending": pages_of_dossiers.sending,
    "gathering": pages_of_dossiers.gathering,
    "own-table": pages_of_dossiers.own_table,
    "review": pages_of_dossiers.review,
    "returned": pages_of_dossiers.returned,
    "returned-question": pages_of_dossiers.returned_question,
    "profiles": pages_of_start.profiles,
    "trust": pages_of_start.trust,
    "forms-update": pages_of_start.forms_update,
    "profile-differs": pages_of_issuing.profile_differs,
    "finalising": pages_of_issuing.finalising,
    "in-the-way": pages_of_issuing.in_the_way,
    "signing": pages_of_issuing.signing,
    "no-token": pages_of_issuing.no_token,
    "signing-elsewhere": pages_of_issuing.signing_elsewhere,
    "signing-on-paper": pages_of_issuing.signing_on_paper,
    "numbering": pages_of_issuing.numbering,
    "sealing": pages_of_issuing.sealing,
    "packed": pages_of_issuing.packed,
    "issued": pages_of_issuing.issued,
    "preview": pages_of_issuing.preview,
    "preview-of-draft": pages_of_issuing.preview_of_draft,
    "printing": pages_of_issuing.printing,
    "no-printer": pages_of_issuing.no_printer,
    "help": pages_of_start.help_,
}


@contextmanager
def shown(
    application: QApplication, home: Path, page: str, scheme: Scheme, language: str, scale: int
) -> Iterator[MainWindow]:
    """The window at this page, in these clothes."""
    program = Program(application, home, open_sample)
    program.preferences.language, program.preferences.scheme, program.preferences.scale = language, scheme, scale
    program.start()
    try:
        window_of(program).resize(*SIZE)
        PAGES[page](program)
        pause(20)
        _settle(application)
        yield window_of(program)
    finally:
        window_of(program).close()
        window_of(program).deleteLater()
        program.close()
        program.undress()


def _settle(application: QApplication) -> None:
    """Layouts ask for layouts in turn; a busy machine does not get to the last of them in a moment's pause."""
    for _ in range(10):
        application.processEvents()
