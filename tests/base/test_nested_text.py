"""A small file that is nested without end costs no more than a sentence."""

from __future__ import annotations

from json import JSONDecodeError
from tomllib import TOMLDecodeError

import pytest

from cbc_desktop.base.nested_text import parsed_json, parsed_toml


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "", "no JSON", "[1,]"])
def test_what_no_reader_of_json_comes_to_the_end_of_is_no_json(text: str) -> None:
    with pytest.raises(JSONDecodeError):
        parsed_json(text)


@pytest.mark.parametrize(
    "text",
    [
        *("x = " + "[" * 100_000, "x = " + "{a=" * 100_000, "a." * 100_000 + "a = 1", "[" + "a . " * 100_000 + "a]"),
        *("[[" + '"a".' * 100_000 + "a]]", "x = {" + "'a'.\t" * 100_000 + "a = 1}", "x ="),
        *("-" * 500_000, "x = 1\n" + '"' * 500_001, "'\"" * 250_000),
    ],
    ids=["arrays", "tables", "key", "heading", "quoted", "inside", "broken", "dashes", "quotes", "mixed"],
)
def test_what_no_reader_of_toml_comes_to_the_end_of_is_no_toml(text: str) -> None:
    with pytest.raises(TOMLDecodeError):
        parsed_toml(text)


def test_what_people_write_is_read() -> None:
    written = 'a.b."c d".e = [[1], ["x.y.z … 1.2.3"]]\n[f.g]\nh = {i = "v"}\n'
    assert parsed_toml(written) == {
        "a": {"b": {"c d": {"e": [[1], ["x.y.z … 1.2.3"]]}}},
        "f": {"g": {"h": {"i": "v"}}},
    }
    assert parsed_json('{"a": [1, {"b": null}]}') == {"a": [1, {"b": None}]}
