// npm run size: what the widget weighs, raw and compressed, against its budgets.
import fs from "node:fs";
import path from "node:path";
import { Failure, main, root } from "./tools.mjs";

const KB = 1024;
// [goal, limit] of everything that the English widget loads, and of the one file. Since Dear ImGui and the
// C library are linked as released, the first goal is missed; what is over a limit is refused.
const WIDGET_BROTLI = [190 * KB, 256 * KB];
const ONE_FILE_RAW = [350 * KB, 425 * KB];
// The script that shows the first readable result.
const ENTRY_BROTLI = [8 * KB, 8 * KB];

/** Shipped files: [{ name, raw, gzip, brotli }]. */
export function sizes(dist) {
  const bytes = (file) => fs.statSync(path.join(dist, file)).size;
  return fs
    .readdirSync(dist, { recursive: true })
    .filter((file) => fs.existsSync(path.join(dist, `${file}.br`)))
    .map((name) => ({
      name,
      raw: bytes(name),
      gzip: bytes(`${name}.gz`),
      brotli: bytes(`${name}.br`),
    }));
}

/** Which budgets these sizes break, a line each. */
export function broken(files) {
  // What comes with a clinic's document only, or in other forms, is not among it.
  const loaded = files.filter(({ name }) =>
    /^recovery-timeline\.js$|^parts\/main\.|\.wasm$|^parts\/(model|en)\./.test(name),
  );
  const first = files.filter(({ name }) => name === "recovery-timeline.js");
  const total = (list) => list.reduce((sum, file) => sum + file.brotli, 0);
  const oneFile = files.find(({ name }) => name === "recovery-timeline.html")?.raw ?? Infinity;
  const kb = (bytes) => `${(bytes / KB).toFixed(1)} KB`;
  const lines = [
    [total(loaded), WIDGET_BROTLI, "English widget, brotli"],
    [total(first), ENTRY_BROTLI, "its first script, brotli"],
    [oneFile, ONE_FILE_RAW, "one file, raw"],
  ].map(([is, [goal, limit], what]) => ({
    over: is > limit,
    text: `${what}: ${kb(is)} of ${kb(goal)}${is > goal ? `: GOAL MISSED, limit ${kb(limit)}` : ""}`,
  }));
  return { lines: lines.map(({ text }) => text), over: lines.some(({ over }) => over) };
}

await main(import.meta.url, () => {
  const dist = path.join(root, "dist");
  if (!fs.existsSync(dist)) throw new Failure("size: nothing is built yet; npm run build does it");
  const files = sizes(dist);
  const cell = (value, width) => String(value).padStart(width);
  console.log(`${"file".padEnd(44)}${cell("raw", 9)}${cell("gzip", 9)}${cell("brotli", 9)}`);
  for (const { name, raw, gzip, brotli } of files)
    console.log(`${name.padEnd(44)}${cell(raw, 9)}${cell(gzip, 9)}${cell(brotli, 9)}`);
  const { lines, over } = broken(files);
  console.log(lines.join("\n"));
  if (over) throw new Failure("size: over budget");
});
