"""A GeoJSON file as a secondary instance: one item for each feature, with its properties and its geometry.

https://getodk.github.io/xforms-spec/#secondary-instances---external and RFC 7946
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from cbc_desktop.base.nested_text import parsed_json
from cbc_desktop.base.text import nfc
from cbc_desktop.base.xml import SubElement, element, is_name, serialise

_POINTS_OF: Mapping[str, Callable[[Any], Sequence[Any]]] = {
    "Point": lambda coordinates: [coordinates],
    "LineString": lambda coordinates: coordinates,
    "Polygon": lambda coordinates: coordinates[0],
}
"""Where the points of a geometry are; of a polygon those of its outer ring."""


def items_of_geojson(content: bytes) -> bytes:
    """``<root><item>``: a child for each property, ``id`` and ``geometry`` (``lat lon altitude accuracy; ...``).

    Raises ValueError for what is no collection of features with such geometries.
    """
    try:
        return _items(parsed_json(nfc(content.decode("utf-8-sig"))))
    except (AttributeError, LookupError, TypeError) as error:
        raise ValueError("GeoJSON, RFC 7946?") from error


def _items(collection: Mapping[str, Any]) -> bytes:
    if collection["type"] != "FeatureCollection":
        raise ValueError(f"type {collection['type']}")
    root = element("root")
    for feature in collection["features"]:
        item = SubElement(root, "item")
        for name, value in _columns(feature).items():
            SubElement(item, name).text = value
    return serialise(root)


def _columns(feature: Mapping[str, Any]) -> dict[str, str]:
    """The feature's own id and geometry come before properties of these names."""
    named = ((name, value) for name, value in (feature.get("properties") or {}).items() if is_name(name))
    columns = {name: _text(value) for name, value in named}
    own_id = {"id": _text(feature["id"])} if "id" in feature else {}
    return columns | own_id | {"geometry": _points(feature["geometry"])}


def _text(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _points(geometry: Mapping[str, Any]) -> str:
    return "; ".join(map(_point, _POINTS_OF[geometry["type"]](geometry["coordinates"])))


def _point(coordinates: Sequence[float]) -> str:
    """GeoJSON has the longitude first."""
    longitude, latitude, *rest = coordinates
    return f"{latitude} {longitude} {rest[0] if rest else 0} 0"
