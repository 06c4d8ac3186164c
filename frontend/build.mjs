// Puts the page bundles into the package's static folder: scripts, styles, an icon sprite, the outlines of the world.
// Each file gets a gzipped twin, which the server sends to browsers that take it.
import { build } from "esbuild";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const out = path.join(root, "src/hansa/web/static/hansa/bundle");
const modules = path.join(root, "node_modules");
const COMPRESSED = [".js", ".css", ".svg", ".json"];

/** One file with every icon that the pages name; a page shows one by <use href="icons.svg#NAME">. */
async function sprite() {
  const names = (await readFile(path.join(root, "frontend/icons.txt"), "utf8")).split("\n").filter(Boolean);
  const symbols = await Promise.all(
    names.map(async (name) => {
      const svg = await readFile(path.join(modules, "@tabler/icons/icons/outline", `${name}.svg`), "utf8");
      const shape = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
      return `<symbol id="${name}" viewBox="0 0 24 24">${shape.trim()}</symbol>`;
    }),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("\n")}</svg>\n`;
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await build({
  entryPoints: { hansa: path.join(root, "frontend/hansa.js"), map: path.join(root, "frontend/map.js") },
  outdir: out,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2020"],
  loader: { ".png": "file" },
  legalComments: "linked",
  logLevel: "warning",
});
await writeFile(path.join(out, "icons.svg"), await sprite());
await writeFile(path.join(out, "world.json"), await readFile(path.join(modules, "world-atlas/countries-50m.json")));
for (const name of await readdir(out)) {
  if (COMPRESSED.includes(path.extname(name))) {
    await writeFile(path.join(out, `${name}.gz`), gzipSync(await readFile(path.join(out, name)), { level: 9 }));
  }
}
