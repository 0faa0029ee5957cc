"""The command that finds questions of a dossier by words of the question, its choices or its answer."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from contextlib import closing

from cbc_desktop.base.message import Message
from cbc_desktop.cli.office_of import office_of, open_dossier
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.engine.languages import language_for
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.search_reader import Hit, Part
from cbc_desktop.filling.searching import DossierSearch

NOTHING_FOUND = Message(
    "Không tìm thấy “{text}”. Hãy thử ít chữ hơn; không cần gõ dấu.",
    "“{text}” was not found. Try fewer letters; accents may be left out.",
)
MORE = Message("… và {count} chỗ khác. Hãy thêm chữ để tìm hẹp hơn.", "… and {count} more. Add letters to narrow it.")
PARTS: Mapping[Part, Message] = {
    Part.QUESTION: Message("câu hỏi", "question"),
    Part.ANSWER: Message("trả lời", "answer"),
    Part.CHOICE: Message("lựa chọn", "choice"),
    Part.HINT: Message("hướng dẫn", "hint"),
}


def search(arguments: Namespace, terminal: Terminal) -> int:
    """0 when something was found, else 1, as grep does."""
    text = " ".join(arguments.text)
    with office_of(arguments) as office:
        dossier = open_dossier(office, arguments.dossier)
        sessions = {form_id: filling.session for form_id, filling in dossier.forms.items()}
        for session in sessions.values():
            session.show_language(language_for(session.definition, terminal.language))
        with closing(DossierSearch(sessions)) as finder:
            found = finder.find(text)
            for hit in found.hits:
                terminal.say(_line(hit, dossier, terminal))
    if found.total > len(found.hits):
        terminal.say(MORE.filled(count=found.total - len(found.hits)))
    if not found.total:
        terminal.say(NOTHING_FOUND.filled(text=text))
    return 0 if found.total else 1


def _line(hit: Hit, dossier: OpenDossier, terminal: Terminal) -> str:
    reference = dossier.form(hit.form_id).session.reference(hit.address)
    told = "" if hit.part is Part.QUESTION else f": {hit.snippet.text}"
    return f"{terminal.text(PARTS[hit.part]):9} {hit.form_id} {reference} {hit.label}{told}"
