"""A whole form is played without a window: a script of answers goes in, the state that it ends in comes out."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import perf_counter
from typing import Any, TypeVar

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.findings import Finding, Severity, worst_first
from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.base.message import Message
from cbc_desktop.base.system_reasons import reason_of
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.submission import read_submission, write_submission
from cbc_desktop.engine.world import World
from cbc_desktop.forms.definition import FormDefinition, SecondaryInstance
from cbc_desktop.forms.external import MissingFileError, read_external
from cbc_desktop.forms.reading import ReadForm
from cbc_desktop.forms.xform import read_xform
from cbc_desktop.workbench.script import Step, carry_out, leave_out_what_is_not_offered
from cbc_desktop.workbench.state import nodes_of, violations_of

Json = dict[str, Any]
T = TypeVar("T")

NOT_READABLE = Message("Không mở được “{path}” ({reason}).", "“{path}” cannot be opened ({reason}).")
BROKEN = Message("Biểu mẫu có lỗi: {found}", "The form has errors: {found}")
_NOTHING = b"<root/>"
_PERCENTILES = 100


@dataclass(frozen=True, slots=True)
class Play:
    """What is played: the form's bytes and its kind, its files, an earlier submission to go on from, and the steps."""

    content: bytes
    name: str = "form.xml"
    media: Path | None = None
    script: Sequence[Step] = ()
    instance: bytes | None = None

    @classmethod
    def of_file(cls, form: Path, script: Sequence[Step] = (), media: Path | None = None) -> Play:
        """UserFacingError when the file cannot be read; its own folder serves where no media folder is given."""
        try:
            return cls(form.read_bytes(), form.name, media or form.parent, script)
        except OSError as error:
            raise UserFacingError(NOT_READABLE.filled(path=form, reason=reason_of(error))) from error


@dataclass(slots=True)
class _Times:
    """In milliseconds."""

    load: float = 0.0
    sets: list[float] = field(default_factory=list)

    def as_json(self) -> Json:
        told: Json = {"load_ms": round(self.load, 3)}
        if len(self.sets) > 1:
            told["set_median_ms"] = round(statistics.median(self.sets), 3)
            told["set_p99_ms"] = round(statistics.quantiles(self.sets, n=_PERCENTILES)[-1], 3)
        return told


def play(played: Play, clock: Clock, identifiers: IdentifierSource) -> Json:
    """Never raises for a form or script that is wrong: ``loads`` and ``error`` tell, and each step says if it went."""
    times, world = _Times(), World(clock, identifiers)
    try:
        session, times.load = _timed(lambda: begun(played, world))
    except UserFacingError as error:
        return {"loads": False, "error": error.message.en}
    steps = [_stepped(session, step, times) for step in played.script]
    leave_out_what_is_not_offered(session)
    return {
        "loads": True,
        "error": None,
        "languages": list(session.definition.languages),
        "steps": steps,
        "instance_xml": write_submission(session, _instance_id(session, identifiers)).decode(),
        "violations": list(violations_of(session)),
        "nodes": nodes_of(session),
        "times": times.as_json(),
    }


def begun(played: Play, world: World) -> FormSession:
    """The session before the first step; UserFacingError when the form or its instance is wrong."""
    definition = _definition(played)
    if played.instance is None:
        return FormSession.begin(definition, world)
    return FormSession.resume(definition, read_submission(definition, played.instance, world.identifiers), world)


def _definition(played: Play) -> FormDefinition:
    read = read_form(played)
    if read.definition is None:
        raise UserFacingError(_said(read.findings))
    return replace(read.definition, instances=tuple(_filled(one, played.media) for one in read.definition.instances))


def _filled(instance: SecondaryInstance, folder: Path | None) -> SecondaryInstance:
    """With the content of its file; a file that is not there offers nothing, and the form is played all the same."""
    if not instance.source:
        return instance
    try:
        return read_external(instance, folder or Path())
    except MissingFileError:
        return replace(instance, content=_NOTHING)


def read_form(played: Play) -> ReadForm:
    """The definition, and what was noticed about it; a workbook is told from XML by its name."""
    if not played.name.lower().endswith((".xlsx", ".xlsm")):
        return read_xform(played.content)
    from cbc_desktop.forms.xlsform import read_workbook  # pyxform takes a quarter of a second to import

    return read_workbook(played.content, played.name)


def _said(findings: Sequence[Finding]) -> Message:
    errors = [finding for finding in worst_first(findings) if finding.severity is Severity.ERROR]
    return BROKEN.filled(found=Message.joined((finding.placed for finding in errors), "; "))


def _stepped(session: FormSession, step: Step, times: _Times) -> Json:
    if step.get("snapshot"):
        return {"ok": True, "snapshot": nodes_of(session)}
    try:
        _, took = _timed(lambda: carry_out(session, step))
    except UserFacingError as error:
        return {"ok": False, "error": error.message.en}
    if "set" in step:
        times.sets.append(took)
    return {"ok": True, "ms": round(took, 3)}


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    started = perf_counter()
    done = work()
    return done, (perf_counter() - started) * 1000


def _instance_id(session: FormSession, identifiers: IdentifierSource) -> str:
    """The one that the form made for itself, or a new one."""
    kept = (leaf.lexical for leaf in session.leaves() if leaf.name == "instanceID" and leaf.lexical)
    return next(kept, f"uuid:{identifiers.new_uuid()}")


def job_of(line: Mapping[str, Any]) -> Play:
    """A job of a batch: ``form`` names a file, ``xml`` is the form itself; ``script``, ``media``, ``instance``."""
    script, media = line.get("script") or (), line.get("media")
    folder = Path(media) if media else None
    if "xml" in line:
        played = Play(line["xml"].encode(), media=folder, script=script)
    else:
        played = Play.of_file(Path(line["form"]), script, folder)
    instance = line.get("instance")
    return replace(played, instance=instance.encode()) if instance else played
