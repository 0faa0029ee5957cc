"""Whose office it is in these stories, and the demonstration's package, which is made once for all tests."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from clerk import MORNING, Clerk, OpenOffice
from command_line import Command, Said
from demo_files import DemoFiles
from filelock import FileLock
from invented_campaign import CAMPAIGN, PLAN, SURVEY, make_campaign
from small_disk import small_disk_at

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.cli.main import run
from cbc_desktop.office import Office, open_catalogue, open_office
from cbc_desktop.signing.identity import load_pkcs12
from cbc_desktop.signing.signer import LocalSigner, Signer
from cbc_desktop.signing.trial import TrialFiles, make_trial_identity

sys.path.append(str(Path(__file__).parent.parent / "signing"))

PASSPHRASE = "mật khẩu thử"


@pytest.fixture(scope="session")
def campaigns(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of campaigns that holds the invented one."""
    folder = tmp_path_factory.mktemp("campaigns")
    make_campaign(folder)
    return folder


@pytest.fixture(scope="session")
def converted(campaigns: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the forms have been read once, so that pyxform need not run in every test."""
    home = tmp_path_factory.mktemp("converted")
    catalogue = open_catalogue(home, campaigns)
    for form_id in (SURVEY, PLAN):
        catalogue.form(catalogue.campaign(CAMPAIGN), form_id)
    return home


@pytest.fixture
def home(nobodys_data: Path, converted: Path) -> Path:
    shutil.copytree(converted / "cache", nobodys_data / "cache")
    return nobodys_data


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(MORNING)


@pytest.fixture
def open_lans_office(home: Path, campaigns: Path, clock: FixedClock) -> OpenOffice:
    """Each call is a new start of the program over the same data."""
    identifiers = SeededIdentifiers()
    return lambda: open_office(home, clock=clock, identifiers=identifiers, campaigns=campaigns, who="Lan")


@pytest.fixture
def office(open_lans_office: OpenOffice) -> Iterator[Office]:
    with open_lans_office() as office:
        yield office


@pytest.fixture(scope="session")
def trial(tmp_path_factory: pytest.TempPathFactory) -> TrialFiles:
    folder = tmp_path_factory.mktemp("trial")
    return make_trial_identity(folder, now=MORNING, passphrase=PASSPHRASE, agency="Thư viện tỉnh Mẫu")


@pytest.fixture(scope="session")
def signer(trial: TrialFiles) -> Signer:
    return LocalSigner(load_pkcs12(trial.pkcs12, PASSPHRASE, now=MORNING))


@pytest.fixture
def lan(office: Office, signer: Signer) -> Clerk:
    """Lan, who has just begun the dossier of her library."""
    return Clerk.begins(office, signer)


@pytest.fixture
def cbc(home: Path, campaigns: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """The command line, in this process: the exit code, and what stood on output and error output."""

    def command(*words: object, lang: str = "vi") -> Said:
        code = run(["--home", str(home), "--campaigns", str(campaigns), "--lang", lang, *map(str, words)])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return command


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> DemoFiles:
    """What ``make demo`` leaves, made by the command itself in a process of its own, once for all workers."""
    folder = tmp_path_factory.getbasetemp()
    if folder.name.startswith("popen-"):  # of pytest-xdist: each worker has its own below the common one
        folder = folder.parent
    with FileLock(folder / "demo.lock"):
        return DemoFiles.in_folder(folder / "demo") or _made(folder / "demo")


def _made(folder: Path) -> DemoFiles:
    done = subprocess.run(
        [sys.executable, "-m", "cbc_desktop", "demo", "--out", str(folder)],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    (folder / "said.txt").write_text(done.stdout, encoding="utf-8")
    made = DemoFiles.in_folder(folder)
    assert made is not None
    return made


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own that is soon full, where this machine lets us mount one."""
    yield from small_disk_at(tmp_path / "small")
