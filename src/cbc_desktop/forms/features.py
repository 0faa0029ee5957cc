"""What of the ODK XForms specification this program does, what it keeps without doing it, and what it reads over.

One table: ``form check`` tells an owner by it, and the README shows it. https://getodk.github.io/xforms-spec/
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from cbc_desktop.base.message import Message
from cbc_desktop.forms.external import LAST_SAVED


class Support(Enum):
    FULL = "full"
    """Does what the specification says."""
    KEPT = "kept"
    """Is asked in a plainer way; the values are the same, and are checked."""
    READ_OVER = "read over"
    """Has no effect here."""


class Kind(Enum):
    DATA_TYPE = "data types"
    CONTROL = "questions"
    STRUCTURE = "structure"
    BIND = "binds"
    PRELOAD = "preloads"
    EVENT = "events"
    ACTION = "actions"
    INSTANCE = "secondary instances"
    APPEARANCE = "appearances"


@dataclass(frozen=True, slots=True)
class Feature:
    """``note`` says what happens instead, where the support is not full."""

    kind: Kind
    name: str
    support: Support
    note: Message


AS_SPECIFIED = Message("", "")
NO_NETWORK = Message(
    "Chương trình không gửi gì qua mạng; hồ sơ được xuất thành gói.",
    "Nothing is sent over a network; dossiers are exported as packages.",
)
NO_AUDIT = Message(
    "Chương trình không ghi vị trí hay thao tác của người nhập; mỗi câu có lịch sử riêng.",
    "Neither places nor deeds of people are logged; each answer has a history.",
)
NO_ENTITIES = Message(
    "Chương trình không lập danh mục đối tượng (entities); câu trả lời vẫn được giữ.",
    "No entities are made; the answers are kept.",
)
SAVED_AT_ONCE = Message("Mọi câu trả lời đều được lưu ngay.", "Every answer is saved at once.")
FILES_AS_THEY_ARE = Message("Tệp được giữ nguyên như khi đính kèm.", "Files are kept as they are attached.")
NO_PLACES = Message(
    "Máy tính này không đo vị trí; tọa độ được gõ vào.", "No places are measured here; coordinates are typed."
)
TYPED_PLACE = Message("Tọa độ được gõ vào và được kiểm tra.", "Coordinates are typed, and checked.")
AS_TEXT = Message("Được gõ vào như văn bản.", "Typed as text.")
AS_NUMBER = Message("Được gõ vào như một con số.", "Typed as a number.")
READABLE = Message("Được gõ vào mà không che.", "Typed without being hidden.")
PLAIN = Message("Câu hỏi hiện ở dạng thường.", "The question is shown plainly.")
NO_PAGES = Message("Mỗi phần của biểu mẫu là một trang.", "Each section of the form is a page.")
NO_HELP = Message("Hãy viết phần này vào hint.", "Put this into the hint.")
NO_SEARCH = Message(
    "Chỉ có các lựa chọn ghi trong biểu mẫu; hãy dùng select_one_from_file.",
    "Only the choices of the form itself are offered; use select_one_from_file.",
)
BLANK = Message(
    "Trống; dữ liệu của hồ sơ trước được lấy qua “Lấy số liệu từ hồ sơ trước”.",
    "Blank; an earlier dossier is taken over by “prefill”.",
)
EXTERNAL_PROGRAM = Message("Không gọi chương trình khác; câu trả lời được gõ vào.", "No other program is called.")


def _all(kind: Kind, names: str, support: Support = Support.FULL, note: Message = AS_SPECIFIED) -> Iterator[Feature]:
    return (Feature(kind, name, support, note) for name in names.split())


def _table(*groups: Iterable[Feature]) -> dict[Kind, dict[str, Feature]]:
    table: dict[Kind, dict[str, Feature]] = {kind: {} for kind in Kind}
    for group in groups:
        for feature in group:
            table[feature.kind][feature.name] = feature
    return table


KEPT, READ_OVER = Support.KEPT, Support.READ_OVER

FEATURES = _table(
    _all(Kind.DATA_TYPE, "string text int integer long decimal boolean date time dateTime datetime binary"),
    _all(Kind.DATA_TYPE, "select1 select odk:rank rank"),
    _all(Kind.DATA_TYPE, "geopoint geotrace geoshape", KEPT, TYPED_PLACE),
    _all(Kind.DATA_TYPE, "barcode", KEPT, AS_TEXT),
    _all(Kind.DATA_TYPE, "intent", KEPT, EXTERNAL_PROGRAM),
    _all(Kind.CONTROL, "input select1 select rank upload trigger"),
    _all(Kind.CONTROL, "range", KEPT, AS_NUMBER),
    _all(Kind.CONTROL, "secret", KEPT, READABLE),
    _all(Kind.STRUCTURE, "group repeat label hint item itemset value output jr:count jr:noAddRemove jr:template"),
    _all(Kind.STRUCTURE, "help alert", READ_OVER, NO_HELP),
    _all(Kind.STRUCTURE, "submission", READ_OVER, NO_NETWORK),
    _all(Kind.STRUCTURE, "class", READ_OVER, NO_PAGES),
    _all(Kind.STRUCTURE, "entity", READ_OVER, NO_ENTITIES),
    _all(Kind.BIND, "nodeset ref id type relevant required readonly constraint calculate"),
    _all(Kind.BIND, "jr:requiredMsg jr:constraintMsg jr:preload jr:preloadParams"),
    _all(Kind.BIND, "saveIncomplete", READ_OVER, SAVED_AT_ONCE),
    _all(Kind.BIND, "orx:max-pixels odk:quality", READ_OVER, FILES_AS_THEY_ARE),
    _all(Kind.BIND, "odk:location-priority odk:location-min-interval odk:location-max-age", READ_OVER, NO_AUDIT),
    _all(Kind.BIND, "odk:track-changes odk:identify-user odk:track-changes-reasons", READ_OVER, NO_AUDIT),
    _all(Kind.BIND, "odk:allow-mock-accuracy", READ_OVER, NO_PLACES),
    _all(Kind.BIND, "jr:noAppErrorString", READ_OVER, EXTERNAL_PROGRAM),
    _all(Kind.BIND, "entities:saveto", READ_OVER, NO_ENTITIES),
    _all(Kind.PRELOAD, "uid date timestamp property"),
    _all(Kind.EVENT, "odk-instance-first-load odk-instance-load odk-new-repeat xforms-value-changed"),
    _all(Kind.EVENT, "xforms-ready jr-insert"),
    _all(Kind.ACTION, "setvalue"),
    _all(Kind.ACTION, "odk:setgeopoint", READ_OVER, NO_PLACES),
    _all(Kind.ACTION, "odk:recordaudio", READ_OVER, NO_AUDIT),
    _all(Kind.INSTANCE, "internal xml csv geojson"),
    _all(Kind.INSTANCE, LAST_SAVED, KEPT, BLANK),
    _all(Kind.APPEARANCE, "multiline field-list table-list"),
    _all(Kind.APPEARANCE, "numbers thousands-sep minimal autocomplete search quick quickcompact compact", KEPT, PLAIN),
    _all(Kind.APPEARANCE, "horizontal horizontal-compact columns columns-pack columns-flex likert label", KEPT, PLAIN),
    _all(Kind.APPEARANCE, "list-nolabel image-map no-buttons counter masked year month-year no-calendar", KEPT, PLAIN),
    _all(Kind.APPEARANCE, "gregorian ethiopian coptic islamic bikram-sambat myanmar persian buddhist", KEPT, PLAIN),
    _all(
        Kind.APPEARANCE,
        "maps placement-map hide-input streets map vertical picker rating no-ticks no-collapse",
        KEPT,
        PLAIN,
    ),
    _all(Kind.APPEARANCE, "signature draw annotate new new-front selfie textbox url bearing printer", KEPT, PLAIN),
)


def feature(kind: Kind, name: str) -> Feature | None:
    """None for what the specification does not know, or this program does not."""
    return FEATURES[kind].get(name)
