"""Geographic functions, on a sphere and without altitude: https://getodk.github.io/xforms-spec/#fn:area ff."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from cbc_desktop.xpath.functions.function import ANY, STRING, Function, pure
from cbc_desktop.xpath.functions.numbers import rounded
from cbc_desktop.xpath.values import Value, to_string

_EARTH_RADIUS = 6_378_100.0
"""At the equator, in metres."""


@dataclass(frozen=True, slots=True)
class Point:
    """In degrees."""

    latitude: float
    longitude: float


def distance(*shapes: Value) -> float:
    """Metres along the points, to the centimetre; NaN when fewer than two points or what is no point is given."""
    points = _points(shapes)
    if points is None or len(points) < 2:
        return math.nan
    return rounded(math.fsum(_between(start, end) for start, end in pairwise(points)), 2)


def area(*shapes: Value) -> float:
    """Square metres within the points, to two decimals; NaN as for ``distance``."""
    points = _points(shapes)
    if points is None or len(points) < 2:
        return math.nan
    return rounded(abs(_signed_area([*points, points[0]])), 2)


def geofence(point: str, shape: str) -> bool:
    """Whether the point lies within the shape: the even-odd rule."""
    places, corners = _points((point,)), _points((shape,))
    if not places or not corners:
        return False
    crossings = sum(_crosses(places[0], start, end) for start, end in pairwise(corners))
    return crossings % 2 == 1


def _points(shapes: tuple[Value, ...]) -> list[Point] | None:
    """The points of all shapes, ``lat lon altitude accuracy; ...``; None when one of them is no point."""
    texts = [
        text
        for shape in shapes
        for part in ([node.string_value() for node in shape] if isinstance(shape, list) else [to_string(shape)])
        for text in part.strip().removesuffix(";").split(";")
    ]
    points = [_point(text.split()) for text in texts]
    return None if None in points else [point for point in points if point is not None]


def _point(coordinates: list[str]) -> Point | None:
    try:
        latitude, longitude, *_ = (float(coordinate) for coordinate in coordinates)
    except ValueError:
        return None
    on_earth = abs(latitude) <= 90 and abs(longitude) <= 180 and len(coordinates) <= 4
    return Point(latitude, longitude) if on_earth else None


def _between(start: Point, end: Point) -> float:
    """The spherical law of cosines."""
    south, north = math.radians(start.latitude), math.radians(end.latitude)
    turn = math.radians(start.longitude - end.longitude)
    cosine = math.sin(south) * math.sin(north) + math.cos(south) * math.cos(north) * math.cos(turn)
    return math.acos(max(-1.0, min(1.0, cosine))) * _EARTH_RADIUS


def _signed_area(ring: list[Point]) -> float:
    total = math.fsum(
        math.radians(end.longitude - start.longitude)
        * (2 + math.sin(math.radians(end.latitude)) + math.sin(math.radians(start.latitude)))
        for start, end in pairwise(ring)
    )
    return total * _EARTH_RADIUS**2 / 2


def _crosses(point: Point, start: Point, end: Point) -> bool:
    """Whether a line from the point eastward crosses this edge."""
    if (start.latitude > point.latitude) == (end.latitude > point.latitude):
        return False
    part = (point.latitude - end.latitude) / (start.latitude - end.latitude)
    return point.longitude < (start.longitude - end.longitude) * part + end.longitude


GEO_FUNCTIONS: tuple[Function, ...] = (
    pure("area", area, ANY),
    pure("enclosed-area", area, ANY),
    pure("distance", distance, ANY, rest=(ANY,)),
    pure("geofence", geofence, STRING, STRING),
)
