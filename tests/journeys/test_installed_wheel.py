"""The wheel, installed elsewhere, does the main job with what it carries; the source tree is not looked at."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from demo_files import DemoFiles

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent.parent
SOURCE = [ROOT / folder for folder in ("src", "forms", "resources")]

PROGRAM = """
import json, os, sys
source = tuple(json.loads(os.environ["SOURCE"]))
opened = []

def watch(event, arguments):
    if event in ("open", "os.listdir", "os.scandir") and isinstance(arguments[0], (str, bytes)):
        path = os.path.abspath(os.fsdecode(arguments[0]))
        if path.startswith(source):
            opened.append(path)

sys.addaudithook(watch)
import cbc_desktop
from cbc_desktop.base.paths import resources, shipped_forms
from cbc_desktop.__main__ import main
code = main()
json.dump([code, cbc_desktop.__file__, str(resources()), str(shipped_forms()), opened], sys.stderr)
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel in it as ``pip install --target`` puts it there, and nothing else."""
    folder = tmp_path_factory.mktemp("wheel")
    build = ("build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    subprocess.run([sys.executable, "-m", *build], check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    pip = ("pip", "install", "--quiet", "--no-index", "--no-deps", "--no-compile", "--target", folder / "there", wheel)
    subprocess.run([sys.executable, "-m", *pip, "--disable-pip-version-check"], check=True, capture_output=True)
    return folder / "there"


def run_there(installed: Path, *words: object) -> tuple[str, str]:
    """Output and error output of the installed program, which comes before the source tree on the path."""
    environment = {**os.environ, "PYTHONPATH": str(installed), "SOURCE": json.dumps([f"{path}/" for path in SOURCE])}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *map(str, words)],
        cwd=installed,
        env=environment,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return done.stdout, done.stderr


def test_the_wheel_does_the_demonstration_with_its_own_forms_and_fonts(
    installed: Path, demo: DemoFiles, tmp_path: Path
) -> None:
    said, facts = run_there(installed, "demo", "--alone", "--out", tmp_path / "ra")
    code, module, resources, forms, opened = json.loads(facts.splitlines()[-1])  # behind what was told meanwhile
    assert code == 0
    assert Path(module) == installed / "cbc_desktop" / "__init__.py"
    assert Path(resources) == installed / "cbc_desktop" / "_shipped" / "resources"
    assert Path(forms) == installed / "cbc_desktop" / "_shipped" / "forms"
    assert opened == []
    assert demo.said.startswith(said.replace(str(tmp_path / "ra"), str(demo.folder)))
    workbook = tmp_path / "ra" / demo.workbook.name
    assert workbook.read_bytes() == demo.workbook.read_bytes()


def test_the_wheel_carries_the_forms_and_all_resources_but_the_pictures_of_the_readme(installed: Path) -> None:
    def files(folder: Path) -> dict[str, bytes]:
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file() and not path.name.startswith((".", "~"))
        }

    shipped = installed / "cbc_desktop" / "_shipped"
    assert files(shipped / "forms") == files(ROOT / "forms")
    resources = {
        name: content for name, content in files(ROOT / "resources").items() if not name.startswith("pictures/")
    }
    assert files(shipped / "resources") == resources


def test_the_wheel_carries_its_licences(installed: Path) -> None:
    licences = {path.name for path in installed.glob("*.dist-info/licenses/**/*")}
    assert {"LICENSE", "LICENSE-Liberation.txt"} <= licences


def test_the_command_is_installed_under_its_name(installed: Path) -> None:
    entry_points = next(installed.glob("*.dist-info/entry_points.txt")).read_text("utf-8")
    assert "cbc-desktop = cbc_desktop.__main__:main" in entry_points


def test_the_wheel_has_the_guide_with_its_pictures(installed: Path, tmp_path: Path) -> None:
    _, facts = run_there(installed, "guide", "--out", tmp_path / "huong-dan.pdf")
    code, *_, opened = json.loads(facts.splitlines()[-1])
    assert (code, opened) == (0, [])
    assert (tmp_path / "huong-dan.pdf").read_bytes().startswith(b"%PDF-1.7")
