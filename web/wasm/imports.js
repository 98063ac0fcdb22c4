// What C++ may ask of the page: the import modules of the wasm instance (src/platform/abi.h).

import { patchNumbers } from "rt:abi";

/** @typedef {import("./memory.js").Memory} Memory */
/**
 * @typedef {object} Textures
 * @property {(id: number, width: number, height: number, pixels: Uint8Array) => void} create
 * @property {(id: number, x: number, y: number, width: number, height: number, pixels: Uint8Array,
 *   rowBytes: number) => void} update
 * @property {(id: number) => void} destroy
 * @property {(id: number, width: number, height: number, numbers: Float32Array,
 *   tables: () => Uint8Array) => void} skin
 * @property {(id: number, x: number, y: number, width: number, height: number,
 *   paint: import("../render/sheet.js").Paint) => void} draw what `paint` sets, in white, at some time
 *   before the texture is seen
 *
 * @typedef {object} Text
 * @property {(text: string, weight: number, size_px: number) => number[]} measure
 * @property {(weight: number, size_px: number) => number[]} metrics
 * @property {(context: CanvasRenderingContext2D, penX: number, baseline: number, text: string,
 *   weight: number, size_px: number) => void} draw
 *
 * @typedef {object} Formats
 * @property {(minutes: number, style: number) => string} moment
 * @property {(value: number, decimals: number) => string} number
 * @property {(n: number) => number} plural
 * @property {() => number} now
 * @property {(from: number, to: number) => number} hoursBetween
 * @property {() => number} firstWeekday
 *
 * @typedef {object} Browser
 * @property {Textures} textures
 * @property {Text} text
 * @property {Formats} formats
 */

const NOT_SUPPORTED = 52; // errno of WASI

/**
 * The module "rt".
 * @param {Memory} memory
 * @param {Browser} browser
 * @param {() => Uint8Array} skinTables
 * @returns {Record<string, (...values: number[]) => unknown>}
 */
function ours(memory, { textures, text, formats }, skinTables) {
  const { bytes, writeText, writeF32s } = memory;
  return {
    texture_create: (id, w, h, at) => textures.create(id, w, h, bytes(at, w * h)),
    texture_update: (id, x, y, w, h, at, row) =>
      textures.update(id, x, y, w, h, bytes(at, row * (h - 1) + w), row),
    texture_destroy: (id) => textures.destroy(id),
    skin_draw: (id, w, h, at) =>
      textures.skin(id, w, h, Float32Array.from(memory.f32s(at, patchNumbers)), skinTables),
    text_measure: (at, size, weight, px, out) =>
      writeF32s(out, text.measure(memory.text(at, size), weight, px)),
    font_metrics: (weight, px, out) => writeF32s(out, text.metrics(weight, px)),
    text_draw: (id, x, y, w, h, penX, baseline, at, size, weight, px) => {
      const line = memory.text(at, size);
      textures.draw(id, x, y, w, h, (context, left, top) =>
        text.draw(context, left + penX, top + baseline, line, weight, px),
      );
    },
    format_moment: (minutes, style, out, size) =>
      writeText(formats.moment(minutes, style), out, size),
    format_number: (value, decimals, out, size) =>
      writeText(formats.number(value, decimals), out, size),
    plural_category: formats.plural,
    now: formats.now,
    hours_between: formats.hoursBetween,
    first_weekday: formats.firstWeekday,
  };
}

/**
 * What the C library needs of WASI.
 * @param {Memory} memory
 * @returns {Record<string, (...values: number[]) => unknown>}
 */
const system = (memory) => ({
  fd_write(_file, vectors, count, written) {
    let line = "";
    let total = 0;
    for (let i = 0; i < count; i++) {
      const size = memory.u32(vectors + 8 * i + 4);
      line += memory.text(memory.u32(vectors + 8 * i), size);
      total += size;
    }
    if (line.trim()) console.error(line.trim());
    memory.writeU32(written, total);
    return 0;
  },
  proc_exit(code) {
    throw new Error(`stopped with code ${code}`);
  },
});

/**
 * All imports of a compiled module; those that the C library names but this program never needs do
 * nothing.
 * @param {WebAssembly.Module} compiled
 * @param {Memory} memory
 * @param {Browser} browser
 * @param {() => Uint8Array} skinTables of rt_skin_tables
 */
export function importsFor(compiled, memory, browser, skinTables) {
  /** @type {Record<string, Record<string, (...values: number[]) => unknown>>} */
  const given = { rt: ours(memory, browser, skinTables), wasi_snapshot_preview1: system(memory) };
  for (const { module, name, kind } of WebAssembly.Module.imports(compiled)) {
    if (kind === "function") {
      (given[module] ??= {})[name] ??= () => (module.startsWith("wasi") ? NOT_SUPPORTED : 0);
    }
  }
  return /** @type {WebAssembly.Imports} */ (given);
}
