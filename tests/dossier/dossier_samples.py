"""Invented dossiers for tests, and strategies that invent more of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import strategies as st

from cbc_desktop.base.digests import Digest
from cbc_desktop.dossier.identity import AgencyKey, DossierIdentity
from cbc_desktop.dossier.revision import Attachment, FrozenForm, IssueFacts, Remark, RemarkKind, Revision

IDENTITY = DossierIdentity("837-BTTTT-CBC", AgencyKey("15", date(2025, 7, 1)), "7c1f3c52-4c59-4a3e-8f0e-0d5c7a9b2e11")

names = st.from_regex(r"[a-z][a-z0-9_]{0,11}", fullmatch=True)
texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)
digests = st.binary(max_size=8).map(Digest.of)
answers = st.dictionaries(names, st.text(st.sampled_from("aăđệ 0<&"), max_size=8), max_size=5)


def submission(answers: dict[str, str], instance_id: str = "uuid:1", started: str = "") -> bytes:
    leaves = "".join(f"<{name}>{_escaped(value)}</{name}>" for name, value in answers.items())
    meta = f"<meta><instanceID>{instance_id}</instanceID><timeStart>{started}</timeStart></meta>"
    return f'<data id="survey" version="1">{leaves}{meta}</data>'.encode()


def form(
    answers: dict[str, str], form_id: str = "survey", instance_id: str = "uuid:1", version: str = "1"
) -> FrozenForm:
    return FrozenForm(form_id, version, Digest.of(b"form"), instance_id, "", submission(answers, instance_id))


remarks = st.builds(
    Remark,
    form_id=names,
    rid=st.sampled_from(["", "r1", "r2"]),
    path=names,
    kind=st.sampled_from(RemarkKind),
    text=texts,
)
attachments = st.builds(
    Attachment,
    name=names.map(lambda name: f"{name}.pdf"),
    original_name=texts,
    digest=digests,
    size=st.integers(0, 2**40),
)
forms = st.lists(st.builds(form, answers, form_id=names), min_size=1, max_size=3, unique_by=lambda form: form.form_id)
facts = st.builds(
    IssueFacts,
    number=texts,
    symbol=texts,
    date=st.none() | st.dates(),
    place=texts,
    sent=st.none() | st.dates(),
    parent_agency=texts,
)
moments = st.datetimes(
    min_value=datetime(2000, 1, 1),  # noqa: DTZ001 - the strategy adds the zone
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=7)), timezone(timedelta(hours=-3, minutes=-30))]),
)
revisions = st.builds(
    Revision,
    identity=st.builds(
        DossierIdentity, campaign_id=texts, agency=st.builds(AgencyKey, names, st.none() | st.dates()), dossier_id=names
    ),
    number=st.integers(1, 10**6),
    forms=forms.map(tuple),
    content_digest=digests,
    finalised_at=moments,
    replaces=st.none() | digests,
    remarks=st.lists(remarks, max_size=3).map(tuple),
    attachments=st.lists(attachments, max_size=3, unique_by=lambda attachment: attachment.name).map(tuple),
    facts=facts,
)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
