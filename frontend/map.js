// A map of partners: circles on outlines of the countries, which come with the page. No tiles, no other server.
import L from "leaflet";
import "leaflet/dist/leaflet.css";
import { feature } from "topojson-client";
import "./map.css";

const ANTARCTICA = "010";

/** A ring whose longitudes go on past ±180° instead of jumping, so that no line is drawn across the map. */
function unwrapped(ring) {
  let turn = 0;
  return ring.map(([longitude, latitude], index) => {
    if (index) {
      const step = longitude - ring[index - 1][0];
      if (step > 180) turn -= 360;
      if (step < -180) turn += 360;
    }
    return [longitude + turn, latitude];
  });
}

function land(country) {
  const { type, coordinates } = country.geometry;
  const polygons = type === "Polygon" ? [coordinates] : coordinates;
  return { ...country, geometry: { type: "MultiPolygon", coordinates: polygons.map((rings) => rings.map(unwrapped)) } };
}

/** An element with these words: text goes in as text, never as markup. */
function words(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

function popup(place) {
  const box = document.createElement("div");
  const name = box.appendChild(words(place.url ? "a" : "strong", place.name));
  if (place.url) name.href = place.url;
  box.appendChild(words("div", place.note)).className = "text-secondary";
  return box;
}

async function draw(element) {
  const places = JSON.parse(document.getElementById(element.dataset.places).textContent);
  const map = L.map(element, { minZoom: 1, maxZoom: 7, zoomSnap: 0.25, worldCopyJump: true, attributionControl: false });
  const world = await (await fetch(element.dataset.world)).json();
  const countries = feature(world, world.objects.countries).features.filter((one) => one.id !== ANTARCTICA);
  L.geoJSON(countries.map(land), { interactive: false, style: { className: "map-land" } }).addTo(map);
  const circles = places.map((place) =>
    L.circleMarker([place.latitude, place.longitude], { radius: 6, className: `map-place map-${place.kind}` })
      .bindPopup(popup(place))
      .bindTooltip(words("span", place.name))
      .addTo(map),
  );
  if (circles.length) map.fitBounds(L.featureGroup(circles).getBounds(), { padding: [24, 24], maxZoom: 4 });
  else map.setView([20, 60], 1.5);
  element.dataset.drawn = circles.length;
}

document.querySelectorAll("[data-places]").forEach(draw);
