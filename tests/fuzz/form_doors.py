"""Doors through which forms, campaigns and answers come in: from their owners, and from other ODK tools."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from door import Door, require_both_languages, sound
from mutation import by_structure, change_json, change_lines, change_xml, change_zip
from office_at_work import OfficeAtWork, outermost_tables
from small_campaign import SURVEY
from workbook_tables import form_workbook
from xform_texts import definition_of

from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.dossier.digest import content_digest
from cbc_desktop.dossier.frozen_answers import leaf_texts
from cbc_desktop.dossier.revision import FrozenForm
from cbc_desktop.engine.dependencies import dependency_graph
from cbc_desktop.engine.placing import placed
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.submission import read_submission, write_submission
from cbc_desktop.engine.world import World
from cbc_desktop.filling.sample import read_prepared
from cbc_desktop.forms.agency_rows import REGISTER
from cbc_desktop.forms.campaign import read_campaign
from cbc_desktop.forms.campaign_check import CheckedCampaign
from cbc_desktop.forms.campaign_entries import CAMPAIGN_FILE
from cbc_desktop.forms.definition import FormDefinition
from cbc_desktop.forms.external import read_external
from cbc_desktop.forms.indicators import INDICATORS_FILE, read_indicators
from cbc_desktop.forms.reading import ReadForm
from cbc_desktop.forms.xform import read_xform
from cbc_desktop.forms.xlsform import read_workbook
from cbc_desktop.workbench.checking import refused_by_the_tables

_SOME_QUESTIONS = 40
_NOBODYS_ELSE, _OF_ROWS = 837, 838
"""New rows are never called as those that the office has written."""
_LIST = b"name,label,geometry\n1,M\xe1\xbb\x99t,\n2,Hai,10.5 106.7\n"
_PLACES = b'{"type": "FeatureCollection", "features": [{"type": "Feature", "id": "a", "properties": {"ten": "M"},'
_PLACES += b' "geometry": {"type": "Point", "coordinates": [106.7, 10.5]}}]}'
_SELECT = "<select1 ref='/data/a'><label>A</label><itemset nodeset=\"instance('l')/root/item\"><value ref='name'/>"
_SELECT += "<label ref='label'/></itemset></select1>"
_ITEMS = b"<root><item><name>1</name><label>x</label></item></root>"


def _begun(at_work: OfficeAtWork, read: ReadForm) -> bool:
    """A form in order can be filled in, and what was filled in can be handed over."""
    if not sound(read.findings) or read.definition is None:
        assert read.definition is None
        assert read.findings
        return False
    dependency_graph(read.definition)
    session = FormSession.begin(read.definition, _world(at_work))
    _fill_in(session)
    write_submission(session, "uuid:1")
    FormSession.resume(read.definition, session.save(), _world(at_work))
    return True


def _fill_in(session: FormSession) -> None:
    """A row in each table, an answer to the first questions, and all that is shown of them."""
    for table in outermost_tables(session.definition):
        if not session.tree.repeat(table).definition.fixed:
            session.add_row(table)
    for leaf in list(islice(session.leaves(), _SOME_QUESTIONS)):
        if leaf.definition.takes_answers and not leaf.readonly:
            session.answer(leaf.address, "1")
        session.choices(leaf)
        session.text(leaf.definition.label, leaf)
    list(session.problems())


def _world(at_work: OfficeAtWork) -> World:
    return World(at_work.office.clock, SeededIdentifiers(_NOBODYS_ELSE), {}, {})


def _read_xlsform(at_work: OfficeAtWork, content: bytes, path: Path) -> bool:
    return _begun(at_work, read_workbook(content, path.name))


def _workbooks(at_work: OfficeAtWork) -> list[bytes]:
    own = (at_work.campaign.folder / f"{form}.xlsx" for form in at_work.campaign.forms)
    return [*_small_workbooks(), *(path.read_bytes() for path in own)]


def _small_workbooks() -> list[bytes]:
    table = "| type | name | label |\n| begin repeat | t | T |\n| select_one l | a | A |\n| end repeat | | |"
    return [form_workbook(SURVEY), form_workbook(table, "| list_name | name | label |\n| l | x | X |")]


def _read_xform(at_work: OfficeAtWork, content: bytes, path: Path) -> bool:
    return _begun(at_work, read_xform(content))


def _xforms(at_work: OfficeAtWork) -> list[bytes]:
    catalogue = at_work.office.catalogue
    return [catalogue.source(at_work.campaign, form).xform for form in at_work.campaign.forms]


def _definitions(at_work: OfficeAtWork) -> dict[str, FormDefinition]:
    return {form: at_work.office.catalogue.form(at_work.campaign, form) for form in at_work.campaign.forms}


def _submissions(at_work: OfficeAtWork) -> list[bytes]:
    revision = at_work.office.store.submissions.load(at_work.dossier.dossier_id, 1)
    return [form.submission for form in revision.forms]


def _read_submission(at_work: OfficeAtWork, content: bytes, path: Path) -> bool:
    """By the form that it is of; then it is resumed, placed in the form again, and digested."""
    definitions = _definitions(at_work)
    definition = next((one for one in definitions.values() if one.id.encode() in content), definitions[at_work.form])
    saved = read_submission(definition, content, SeededIdentifiers(_OF_ROWS))
    FormSession.resume(definition, saved, _world(at_work))
    placed(definition, content, SeededIdentifiers(_OF_ROWS))
    form = FrozenForm(definition.id, definition.version, definition.digest, "", "", content)
    content_digest(at_work.dossier.stored.identity, [form])
    assert all(isinstance(text, str) for text in leaf_texts(form))
    return True


def _campaign_folder(at_work: OfficeAtWork, path: Path, content: bytes) -> Path:
    for name in (CAMPAIGN_FILE, INDICATORS_FILE, REGISTER):
        (path.parent / name).write_bytes((at_work.campaign.folder / name).read_bytes())
    path.write_bytes(content)
    return path.parent


def _campaign_file(name: str) -> Door:
    def seeds(at_work: OfficeAtWork) -> list[bytes]:
        return [(at_work.campaign.folder / name).read_bytes()]

    def read(at_work: OfficeAtWork, content: bytes, path: Path) -> bool:
        folder = _campaign_folder(at_work, path, content)
        campaign, indicators = read_campaign(folder), read_indicators(folder)
        definitions = _definitions(at_work)
        forms = {form: definitions[form] for form in campaign.forms if form in definitions}
        require_both_languages([campaign.title, *(document.title for document in campaign.documents_of(forms))])
        return sound(refused_by_the_tables(CheckedCampaign((), forms, campaign=campaign, indicators=indicators)))

    return Door(name, name, seeds, by_structure(change_lines), read)


def _list_door(name: str, seed: bytes) -> Door:
    def seeds(at_work: OfficeAtWork) -> Sequence[bytes]:
        beside = [one.read_bytes() for one in sorted(at_work.campaign.folder.glob(f"*{Path(name).suffix}"))]
        return [seed, *(content for content in beside if name.endswith(".csv"))]

    def read(at_work: OfficeAtWork, content: bytes, path: Path) -> bool:
        path.write_bytes(content)
        definition = definition_of(
            "<a/>", f'<instance id="l" src="jr://file/{name}"/><bind nodeset="/data/a"/>', _SELECT
        )
        found = tuple(read_external(instance, path.parent) for instance in definition.instances)
        session = FormSession.begin(replace(definition, instances=found), _world(at_work))
        return bool(session.choices(session.tree.leaf(session.locate("/data/a"))))

    change = {".csv": change_lines, ".geojson": change_json, ".xml": change_xml}[Path(name).suffix]
    return Door(f"list {Path(name).suffix}", name, seeds, by_structure(change), read)


def _prepared(at_work: OfficeAtWork) -> list[bytes]:
    kept = {"answers": {"/data/x": "1"}, "tables": {"/data/t": [{"a": "1"}]}, "notes": {}, "files": {}}
    shipped = (at_work.campaign.folder / "sample" / f"{form}.json" for form in at_work.campaign.forms)
    return [json.dumps(kept).encode(), *(path.read_bytes() for path in shipped)]


def _read_prepared(at_work: OfficeAtWork, content: bytes, path: Path) -> bool:
    path.write_bytes(content)
    return bool(read_prepared(path))


DOORS = (
    Door("XLSForm", "phieu.xlsx", _workbooks, by_structure(change_zip), _read_xlsform, tries=40),
    Door("XForm", "phieu.xml", _xforms, by_structure(change_xml), _read_xform, tries=50),
    Door("submission", "tra-loi.xml", _submissions, by_structure(change_xml), _read_submission),
    _campaign_file(CAMPAIGN_FILE),
    _campaign_file(INDICATORS_FILE),
    _campaign_file(REGISTER),
    _list_door("ds.csv", _LIST),
    _list_door("ds.geojson", _PLACES),
    _list_door("ds.xml", _ITEMS),
    Door("prepared answers", "mau.json", _prepared, by_structure(change_json), _read_prepared),
)
