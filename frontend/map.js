// A map of partners: circles on outlines of the countries, which come with the page. No tiles, no other server.
import L from "leaflet";
import "leaflet/dist/leaflet.css";
import { feature } from "topojson-client";
import "./map.css";

const ANTARCTICA = "010";
// The map is cut in the Atlantic, so that East Asia and the Americas face each other across the Pacific.
const CUT = -30;
const east = (longitude) => (longitude < CUT ? longitude + 360 : longitude);

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

/** A polygon on that side of the cut on which most of it lies. */
function placed(rings) {
  const turned = rings.map(unwrapped);
  const middle = turned[0].reduce((sum, [longitude]) => sum + longitude, 0) / turned[0].length;
  const shift = east(middle) - middle;
  return turned.map((ring) => ring.map(([longitude, latitude]) => [longitude + shift, latitude]));
}

function land(country) {
  const { type, coordinates } = country.geometry;
  const polygons = type === "Polygon" ? [coordinates] : coordinates;
  return { ...country, geometry: { type: "MultiPolygon", coordinates: polygons.map(placed) } };
}

/** An element with these words: text goes in as text, never as markup. */
function words(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

function popup(place) {
  const box = document.createElement("div");
  box.appendChild(words("strong", place.name));
  const links = box.appendChild(document.createElement("div"));
  place.links.forEach((link) => links.appendChild(link.cloneNode(true)));
  return box;
}

/** The places are rows of the page itself: the map adds nothing that the list does not say. */
function placesOf(element) {
  return [...document.querySelectorAll(element.dataset.map)].map((row) => ({
    latitude: Number(row.dataset.latitude),
    longitude: east(Number(row.dataset.longitude)),
    kind: row.dataset.kind,
    name: row.querySelector("[data-name]").textContent,
    links: [...row.querySelectorAll("[data-note] a")],
  }));
}

async function draw(element) {
  const map = L.map(element, {
    minZoom: 0, maxZoom: 7, zoomSnap: 0.25, attributionControl: false, zoomControl: false, scrollWheelZoom: false,
  });
  L.control.zoom({ zoomInTitle: element.dataset.zoomIn, zoomOutTitle: element.dataset.zoomOut }).addTo(map);
  const circles = placesOf(element).map((place) =>
    L.circleMarker([place.latitude, place.longitude], { radius: 6, className: `map-place map-${place.kind}` })
      .bindPopup(popup(place))
      .bindTooltip(words("span", place.name)),
  );
  if (circles.length) map.fitBounds(L.featureGroup(circles).getBounds(), { padding: [24, 24], maxZoom: 4 });
  else map.setView([20, 150], 1.5);
  const world = await (await fetch(element.dataset.world)).json();
  const countries = feature(world, world.objects.countries).features.filter((one) => one.id !== ANTARCTICA);
  L.geoJSON(countries.map(land), { interactive: false, style: { className: "map-land" } }).addTo(map);
  circles.forEach((circle) => circle.addTo(map));
  element.dataset.drawn = circles.length;
}

document.querySelectorAll("[data-map]").forEach(draw);
