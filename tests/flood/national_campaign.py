"""A survey round that asks every commune of a country: the shipped one, with invented communes in its register."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

from cbc_desktop.base.paths import shipped_forms
from cbc_desktop.forms.agency_rows import REGISTER

SHIPPED, NATIONAL = "837-btttt-cbc", "837-toan-quoc"
SETTINGS = "campaign.toml"
_KINDS = ("province", "municipality", "ministry")
_REGIONS = ("tay-nguyen", "dong-nam-bo", "dong-bang-song-hong")


def commune_code(number: int) -> str:
    return f"X{number:06}"


def commune_name(number: int) -> str:
    """No two have the same."""
    return f"Ủy ban nhân dân xã Mẫu {number}"


def make_national_campaign(folder: Path, communes: int) -> Path:
    """The shipped campaign below ``folder`` under another id, with so many communes behind its own agencies."""
    made = folder / NATIONAL
    shutil.copytree(shipped_forms() / SHIPPED, made, ignore=shutil.ignore_patterns("sample"))
    settings = (made / SETTINGS).read_text(encoding="utf-8")
    (made / SETTINGS).write_text(settings.replace(f'id = "{SHIPPED}"', f'id = "{NATIONAL}"', 1), encoding="utf-8")
    with (made / REGISTER).open(encoding="utf-8", newline="") as file:
        columns = next(csv.reader(file))
    with (made / REGISTER).open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, columns).writerows(_rows(communes))
    return made


def _rows(communes: int) -> Iterator[dict[str, str]]:
    for number in range(communes):
        code, name = commune_code(number), commune_name(number)
        of = {"kind": _KINDS[number % 3], "region": _REGIONS[number // 3 % 3]}
        yield {"key": f"{code}@", "code": code, "name_vi": name, "name_en": f"Commune {number}", "symbol": code, **of}
