"""A form is played without a window: a script goes in, the state that it ends in comes out."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from cbc_desktop.base.clock import VIETNAM, FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.cli.main import run
from cbc_desktop.workbench.playing import Play, play

CLOCK = FixedClock(datetime(2026, 11, 25, 9, tzinfo=VIETNAM))
HEAD = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:jr="http://openrosa.org/javarosa" xmlns:odk="http://www.opendatakit.org/xforms"><h:head><model>"""
STAFF = f"""{HEAD}
<instance><data id="staff">
<total/><row jr:template=""><name/><age/></row><where/><colour/><meta><instanceID/></meta>
</data></instance>
<instance id="colours" src="jr://file-csv/colours.csv"/>
<bind nodeset="/data/total" type="int" calculate="sum(/data/row/age)"/>
<bind nodeset="/data/row/name" type="string" required="true()"/>
<bind nodeset="/data/row/age" type="int" constraint=". &gt; 17" jr:constraintMsg="Too young"/>
<bind nodeset="/data/where" type="geopoint" relevant="/data/total &gt; 20"/>
<bind nodeset="/data/colour" type="string"/>
</model></h:head><h:body>
<group ref="/data/row"><repeat nodeset="/data/row">
<input ref="/data/row/name"><label>Name</label></input><input ref="/data/row/age"><label>Age</label></input>
</repeat></group>
<input ref="/data/where"><label>Where</label></input>
<select1 ref="/data/colour"><label>Colour</label>
<itemset nodeset="instance('colours')/root/item"><value ref="name"/><label ref="label"/></itemset></select1>
</h:body></h:html>"""


def played(*script: dict[str, Any], form: str = STAFF, media: Path | None = None) -> dict[str, Any]:
    return play(Play(form.encode(), media=media, script=script), CLOCK, SeededIdentifiers())


def node(answer: dict[str, Any], ref: str) -> dict[str, Any]:
    return next(one for one in answer["nodes"] if one["ref"] == ref)


def test_answers_rows_and_deletions_are_followed_to_the_end() -> None:
    answer = played(
        {"add_repeat": "/data/row", "count": 3},
        {"set": "/data/row[1]/age", "value": "30"},
        {"set": "/data/row[3]/age", "value": "9"},
        {"delete_repeat": "/data/row", "index": 2},
        {"add_repeat": "/data/row", "index": 0},
        {"set": "/data/row[1]/name", "value": "Lan"},
    )
    assert all(step["ok"] for step in answer["steps"])
    assert [one["ref"] for one in answer["nodes"]][:5] == [
        "/data",
        "/data/total",
        "/data/row[1]",
        "/data/row[1]/name",
        "/data/row[1]/age",
    ]
    assert node(answer, "/data/total")["value"] == "39"
    assert node(answer, "/data/where")["relevant"]
    assert not node(answer, "/data/row[3]/age")["constraint_ok"]
    assert {"ref": "/data/row[3]/age", "condition": "constraint", "message": "Too young"} in answer["violations"]
    assert not node(answer, "/data/row[2]/name")["required_ok"]
    assert "<age>30</age>" in answer["instance_xml"]


def test_a_place_is_kept_in_the_form_of_odk() -> None:
    answer = played({"set": "/data/where", "value": "16.5 107.6"}, {"set": "/data/colour", "value": "red"})
    assert node(answer, "/data/where")["value"] == "16.5 107.6 0.0 0.0"


def test_choices_come_from_the_forms_files_and_a_missing_file_offers_none(tmp_path: Path) -> None:
    assert node(played(), "/data/colour")["options"] == []
    (tmp_path / "colours.csv").write_text("name,label\nred,Đỏ\n", encoding="utf-8")
    assert node(played(media=tmp_path), "/data/colour")["options"] == [["red", "Đỏ"]]


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ({"set": "/data/nothing", "value": "1"}, "no node"),
        ({"set": "/data/row", "value": "1"}, "no question"),
        ({"add_repeat": "/data/total"}, "no repeat"),
        ({"delete_repeat": "/data/row", "index": 1}, "no instance 1"),
        ({"dance": True}, "not understood"),
    ],
)
def test_a_step_that_cannot_be_done_is_told_and_the_others_go_on(step: dict[str, Any], told: str) -> None:
    answer = played(step, {"add_repeat": "/data/row"})
    assert told in answer["steps"][0]["error"]
    assert answer["steps"][1]["ok"]


def test_a_form_that_cannot_be_used_says_why() -> None:
    answer = played(form=STAFF.replace("sum(/data/row/age)", "summ(/data/row/age)"))
    assert not answer["loads"]
    assert "summ()" in answer["error"]


def test_new_rows_of_a_repeat_without_template_are_blank() -> None:
    """https://getodk.github.io/xforms-spec/#default-values-in-repeats"""
    form = STAFF.replace('<row jr:template=""><name/><age/></row>', "<row><name>first</name><age/></row>")
    answer = played({"add_repeat": "/data/row"}, form=form)
    assert [node(answer, f"/data/row[{place}]/name")["value"] for place in (1, 2)] == ["first", ""]


def test_an_earlier_submission_is_gone_on_with() -> None:
    begun = played({"add_repeat": "/data/row"}, {"set": "/data/row[1]/age", "value": "21"})
    instance = begun["instance_xml"].encode()
    answer = play(Play(STAFF.encode(), instance=instance), CLOCK, SeededIdentifiers())
    assert node(answer, "/data/total")["value"] == "21"


def test_a_batch_answers_every_line_and_a_bad_one_stops_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    jobs, out = tmp_path / "jobs.jsonl", tmp_path / "out.jsonl"
    lines = [
        json.dumps({"id": 1, "xml": STAFF, "script": [{"add_repeat": "/data/row"}]}),
        "no json",
        json.dumps({"id": 3}),
    ]
    jobs.write_text("\n".join(lines), encoding="utf-8")
    assert run(["form", "play", "--batch", str(jobs), str(out), "--now", "2026-01-15T10:00:00Z"]) == 0
    answers = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [answer["id"] for answer in answers] == [1, None, 3]
    assert answers[0]["loads"]
    assert all("error" in answer for answer in answers[1:])
    assert "3" in capsys.readouterr().out


def test_a_form_is_played_and_asked_from_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form, steps = tmp_path / "staff.xml", tmp_path / "steps.json"
    form.write_text(STAFF, encoding="utf-8")
    steps.write_text(
        json.dumps([{"add_repeat": "/data/row"}, {"set": "/data/row[1]/age", "value": "40"}]), encoding="utf-8"
    )
    assert run(["form", "play", str(form), str(steps)]) == 0
    assert "/data/total = 40" in capsys.readouterr().out
    assert run(["form", "eval", str(form), "sum(../age) + 1", "--at", "/data/row[1]/name", "--script", str(steps)]) == 0
    assert capsys.readouterr().out.strip() == "number: 41"
    with_snapshot = [*json.loads(steps.read_text(encoding="utf-8")), {"snapshot": True}]
    steps.write_text(json.dumps(with_snapshot), encoding="utf-8")
    assert run(["form", "eval", str(form), "/data/row", "--script", str(steps)]) == 0
    assert "/data/row[1]" in capsys.readouterr().out
    assert run(["--lang", "en", "form", "eval", str(form), "sum("]) == 1
    assert "expression" in capsys.readouterr().err


def test_a_script_that_is_no_list_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form, steps = tmp_path / "staff.xml", tmp_path / "steps.json"
    form.write_text(STAFF, encoding="utf-8")
    steps.write_text("{}", encoding="utf-8")
    assert run(["--lang", "en", "form", "play", str(form), str(steps)]) == 1
    assert "A script is a JSON list" in capsys.readouterr().err


DISTRICTS = f"""{HEAD}
<instance><data id="places"><province/><district/></data></instance>
<instance id="d"><root><item><name>a1</name><of>a</of></item><item><name>b1</name><of>b</of></item></root></instance>
<bind nodeset="/data/province" type="string"/><bind nodeset="/data/district" type="string"/>
</model></h:head><h:body>
<input ref="/data/province"><label>Province</label></input>
<select ref="/data/district"><label>Districts</label>
<itemset nodeset="instance('d')/root/item[of = /data/province or /data/province = 'all']">
<value ref="name"/><label ref="name"/></itemset></select></h:body></h:html>"""


def test_a_choice_that_is_no_longer_offered_is_left_out_as_odk_does() -> None:
    script = [
        {"set": "/data/province", "value": "all"},
        {"set": "/data/district", "value": "a1 b1"},
        {"set": "/data/province", "value": "b"},
    ]
    assert node(played(*script, form=DISTRICTS), "/data/district")["value"] == "b1"


def test_a_choice_that_is_offered_again_is_back() -> None:
    script = [
        {"set": "/data/province", "value": "a"},
        {"set": "/data/district", "value": "a1"},
        {"set": "/data/province", "value": "b"},
        {"set": "/data/province", "value": "a"},
    ]
    assert node(played(*script, form=DISTRICTS), "/data/district")["value"] == "a1"


def test_an_answer_that_was_never_offered_is_left_out_too() -> None:
    answer = played({"set": "/data/district", "value": "z9"}, form=DISTRICTS)
    assert node(answer, "/data/district")["value"] == ""
