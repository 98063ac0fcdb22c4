// Builds what ships: the wasm module (CMake, then Binaryen's optimizer), then dist/ and in it
// the plugin for WordPress.
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { bundle } from "./bundle.mjs";
import { check } from "./imports.mjs";
import { cmake, main, root, run } from "./tools.mjs";
import { packPlugin } from "./wordpress.mjs";

// No --all-features: browsers refuse modules that declare what they do not know.
const OPTIMIZE = [
  // Control flow made anew out of flat code is smaller; twice, for the first round leaves some.
  "--flatten",
  "--rereloop",
  "-Oz",
  "-Oz",
  "--low-memory-unused", // nothing lies below 1024, says Emscripten
  "--mvp-features",
  "--enable-mutable-globals",
  "--enable-sign-ext",
  "--enable-nontrapping-float-to-int",
  "--enable-bulk-memory",
  "--enable-bulk-memory-opt",
  "--enable-simd",
  "--strip-debug",
  "--strip-producers",
];

/**
 * @param {string[]} words --language de: makes the one offline file in that language, too; --clinic
 *   clinic.json: the one file and the short results carry the clinic's document
 */
export async function build(...words) {
  const string = { type: "string" };
  const { values } = parseArgs({ args: words, options: { language: string, clinic: string } });

  cmake("wasm-release", "recovery-timeline");
  const folder = path.join(root, "build", "wasm-release");
  const linked = path.join(folder, "recovery-timeline.wasm");
  const small = path.join(folder, "recovery-timeline.small.wasm");
  const age = (file) => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (age(small) < age(linked))
    run(process.execPath, "node_modules/.bin/wasm-opt", ...OPTIMIZE, linked, "-o", small);
  check(small);
  await bundle(small, values);
  await packPlugin();
}

await main(import.meta.url, build);
