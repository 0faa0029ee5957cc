"""Whoever points at an answer on the pages of a letter, report, plan or decision is led to its question."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.documents.page_map import HEAD, PageMap
from cbc_desktop.engine.address import Address
from cbc_desktop.exporting.preview import Preview
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.sample import fill_form, read_prepared
from cbc_desktop.office import Office, open_office

SURVEY, PLAN = "khao-sat-nhanh", "ke-hoach-truyen-thong"
HOW_IT_LEAVES, AS_PLAN, AS_DECISION = Address("", "/data/m1/p1_02"), "KH", "QD"
NAME_OF_PLAN, BASES, SIGNER = "/data/m1/p1_05", "/data/m2/p2_b1/b1/cau", "/data/m13/p13_04"
RECIPIENTS, LAST_WORDS, AIM = "/data/m13/p13_01/noi_nhan/dong", "/data/m12/p12_ket", "/data/m3/p3_01/b2/muc_dich"


@pytest.fixture
def office(tmp_path: Path, clock: FixedClock) -> Iterator[Office]:
    with open_office(tmp_path / "lan", clock=clock, identifiers=SeededIdentifiers(), who="Lan") as opened:
        yield opened


@pytest.fixture
def dossier(office: Office) -> OpenDossier:
    opened = office.filling.begin("837-btttt-cbc", "04")
    for form_id in (SURVEY, PLAN):
        fill_form(opened, form_id, read_prepared(opened.campaign.folder / "sample" / f"{form_id}.json"))
    opened.set_facts(replace(opened.stored.revision.facts, symbol="UBND-VX", place="Cao Bằng"))
    return opened


@pytest.mark.parametrize("document", ["cong-van", "bao-cao", "khao-sat", "ke-hoach"])
def test_every_landmark_stands_at_the_words_of_its_answer(office: Office, dossier: OpenDossier, document: str) -> None:
    assert answers_that_are_elsewhere(preview_of(office, dossier, document), dossier) == []


def test_and_so_it_is_under_a_decision(office: Office, dossier: OpenDossier) -> None:
    dossier.answer(PLAN, HOW_IT_LEAVES, AS_DECISION)
    preview = preview_of(office, dossier, "quyet-dinh")
    assert answers_that_are_elsewhere(preview, dossier) == []
    assert {AIM, LAST_WORDS, BASES, SIGNER, NAME_OF_PLAN} <= paths_on(preview.map)


def test_the_texts_around_a_plan_lead_to_what_they_are_made_of(office: Office, dossier: OpenDossier) -> None:
    preview = preview_of(office, dossier, "ke-hoach")
    assert {NAME_OF_PLAN, AIM, LAST_WORDS, BASES, SIGNER} <= paths_on(preview.map)
    end = next(one for one in preview.map.landmarks if one.address.path == SIGNER)
    assert end.address_at(end.left + 1).path == RECIPIENTS
    assert end.address_at(end.left + 400).path == SIGNER


def test_a_letter_leads_to_who_signs_it_and_its_head_to_nothing(office: Office, dossier: OpenDossier) -> None:
    preview = preview_of(office, dossier, "cong-van")
    (signature,) = (one for one in preview.map.landmarks if one.page == 0 and one.address != HEAD)
    assert signature.cells[-1][1] == signature.address
    assert preview.map.index_at(0, 100) is None


def preview_of(office: Office, dossier: OpenDossier, document: str) -> Preview:
    plan = office.exporting.plan_of_draft(dossier.as_if_finalised(), Path()).as_document(document)
    assert plan.document.id == document
    return office.exporting.preview(plan, lambda _: None)


def paths_on(places: PageMap) -> set[str]:
    return {one.address.path for one in places.landmarks}


@dataclass(frozen=True)
class Line:
    """Words on a page in one height, as poppler finds them; points from the upper edge."""

    page: int
    middle: float
    text: str


def answers_that_are_elsewhere(preview: Preview, dossier: OpenDossier) -> list[str]:
    """Answers of which no word stands between their landmark and the next."""
    lines, marks = lines_of(preview.content), preview.map.landmarks
    missing = []
    for index, mark in enumerate(marks):
        if mark.address == HEAD or mark.cells:
            continue
        said = lexical(dossier, mark.form_id, mark.address)
        below = " ".join(line.text for line in lines if preview.map.index_at(line.page, line.middle) == index)
        if said and not set(said.casefold().split()) & set(below.casefold().split()):
            missing.append(f"{mark.address.path}: {said!r} is not in {below!r}")
    return missing


def lexical(dossier: OpenDossier, form_id: str, address: Address) -> str:
    """What somebody typed there as text; "" for what is printed in other words."""
    session = dossier.form(form_id).session
    node = session.tree.find(address)
    leaf = next((leaf for leaf in session.leaves() if leaf is node), None)
    typed = leaf is not None and not leaf.definition.choices and leaf.definition.bind.type.value == "string"
    return leaf.lexical if leaf is not None and typed and leaf.relevant else ""


def lines_of(pdf: bytes) -> list[Line]:
    done = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True)
    root = etree.parse(BytesIO(done.stdout), etree.HTMLParser(encoding="utf-8")).getroot()
    return [
        Line(number, (float(word.get("ymin")) + float(word.get("ymax"))) / 2, word.text or "")
        for number, page in enumerate(root.iter("page"))
        for word in page.iter("word")
    ]
