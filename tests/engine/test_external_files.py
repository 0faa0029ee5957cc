"""Lists that lie beside the form as CSV or XML files, as formulas and choices read them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from form_scenario import FormScenario
from workbook_tables import form_of

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.forms.definition import SecondaryInstance
from cbc_desktop.forms.external import MissingFileError, read_external

SURVEY = """
    | type                              | name  | label | choice_filter  | calculation |
    | text                              | kind  | Kind  |                |             |
    | select_one_from_file agencies.csv | who   | Who   | kind = ${kind} |             |
    | calculate                         | count |       |                | count(instance('agencies')//item) |
    | calculate                         | long  |       |                | pulldata('agencies', 'label', 'name', ${who}) |
"""  # noqa: E501 - a table
AGENCIES = "name,label,kind\ncb,Cao Bằng,province\nmic,Bộ TTTT,ministry\nls,Lạng Sơn,province\n"


def opened(folder: Path, survey: str = SURVEY) -> FormScenario:
    form = form_of(survey)
    instances = tuple(read_external(instance, folder) for instance in form.instances)
    return FormScenario(replace(form, instances=instances))


def test_choices_and_formulas_read_a_csv_file(tmp_path: Path) -> None:
    (tmp_path / "agencies.csv").write_text(f"\ufeff{AGENCIES}", encoding="utf-8")
    form = opened(tmp_path)
    assert form.value("count") == "3"
    form.answer("kind", "province")
    assert (form.offered("who"), form.offered_labels("who")) == (["cb", "ls"], ["Cao Bằng", "Lạng Sơn"])
    form.answer("who", "ls")
    assert form.value("long") == "Lạng Sơn"
    form.answer("kind", "ministry")
    assert form.problems() == ["choice who"]


def test_a_list_that_is_not_there_yet_offers_nothing() -> None:
    form = FormScenario(SURVEY)
    assert (form.offered("who"), form.value("long"), form.value("count")) == ([], "", "0")


PLACES = """
    | type                                | name | label | calculation |
    | select_one_from_file places.geojson | at   | At    |             |
    | calculate                           | spot |       | instance('places')/root/item[id = ${at}]/geometry |
    | calculate                           | last |       | coalesce(${last-saved#at}, 'none') |
"""
HUE = {"type": "Point", "coordinates": [107.58, 16.46]}
WALL = {"type": "Polygon", "coordinates": [[[107.5, 16.4], [107.6, 16.4], [107.6, 16.5], [107.5, 16.4]]]}


def places(*features: dict[str, object]) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features})


def test_choices_and_formulas_read_a_geojson_file(tmp_path: Path) -> None:
    hue = {"type": "Feature", "id": "h", "properties": {"title": "Huế"}, "geometry": HUE}
    wall = {"type": "Feature", "id": "w", "properties": {"title": "Kinh thành"}, "geometry": WALL}
    (tmp_path / "places.geojson").write_text(places(hue, wall), encoding="utf-8")
    form = opened(tmp_path, PLACES)
    assert form.offered_labels("at") == ["Huế", "Kinh thành"]
    form.answer("at", "h")
    assert (form.value("spot"), form.value("last")) == ("16.46 107.58 0 0", "none")
    form.answer("at", "w")
    assert form.value("spot").split("; ")[0] == "16.4 107.5 0 0"


@pytest.mark.parametrize(
    "content",
    [
        *("{}", "[1]", "no JSON", "[" * 100_000, '{"type": "FeatureCollection", "features": [true]}'),
        places({"type": "Feature", "geometry": {"type": "Blob"}}),
        places({"type": "Feature", "properties": "tên", "geometry": HUE}),
    ],
    ids=["nothing", "list", "text", "deep", "no feature", "geometry", "properties"],
)
def test_a_geojson_file_that_is_none_is_told_with_its_name(tmp_path: Path, content: str) -> None:
    (tmp_path / "places.geojson").write_text(content, encoding="utf-8")
    with pytest.raises(UserFacingError, match=r"places\.geojson"):
        opened(tmp_path, PLACES)


@pytest.mark.parametrize("content", ["", "name,label", "<root><item></root>", "<!DOCTYPE root><root/>"])
def test_an_xml_file_that_is_none_is_told_before_the_form_is_opened(tmp_path: Path, content: str) -> None:
    (tmp_path / "places.xml").write_text(content, encoding="utf-8")
    with pytest.raises(UserFacingError, match=r"places\.xml"):
        opened(tmp_path, PLACES.replace("places.geojson", "places.xml"))


@pytest.mark.parametrize(
    "content",
    [
        "name;label;kind\ncb;Cao Bằng;province\n",
        "name,label,label::English (en),kind\ncb,Cao Bằng,Cao Bang,province\n",
        "name,label,kind\ncb,Cao Bằng,province,thừa\nmic,Bộ TTTT\n",
        f"name,label,kind,{'ễ' * 20_000}\ncb,Cao Bằng,province,x\n",
    ],
)
def test_csv_files_as_offices_have_them_are_read(tmp_path: Path, content: str) -> None:
    (tmp_path / "agencies.csv").write_text(content, encoding="utf-8")
    form = opened(tmp_path)
    form.answer("kind", "province")
    assert form.offered_labels("who") == ["Cao Bằng"]


@pytest.mark.parametrize(
    "path", ["jr://file-csv/../secret.csv", "..\\secret.csv", "/secret.csv", "C:secret.csv", "C:\\secret.csv"]
)
def test_a_form_reads_nothing_outside_its_own_folder(tmp_path: Path, path: str) -> None:
    folder = tmp_path / "form"
    folder.mkdir()
    (tmp_path / "secret.csv").write_text("name\nLan\n", "utf-8")
    with pytest.raises(MissingFileError):
        read_external(SecondaryInstance("s", b"", path), folder)
    (folder / "secret.csv").write_text("name\nown\n", "utf-8")
    assert b"own" in read_external(SecondaryInstance("s", b"", path), folder).content
