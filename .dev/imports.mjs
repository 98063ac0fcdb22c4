// The border of the wasm module: it may ask the page only for what web/wasm/module.js gives it, and must
// offer what src/platform/exports.txt names.
import fs from "node:fs";
import path from "node:path";
import { Failure, main, root } from "./tools.mjs";

const OURS = "rt";
const SYSTEM = "wasi_snapshot_preview1";
const GROWTH = "env.emscripten_notify_memory_growth";
const STANDARD = ["memory", "_initialize"]; // every reactor has these

/** What is wrong with a module's border, a line each. `wanted` are the symbols of exports.txt. */
export function problems(module, wanted) {
  const allowed = ({ module, name, kind }) =>
    kind === "function" && ([OURS, SYSTEM].includes(module) || `${module}.${name}` === GROWTH);
  const foreign = WebAssembly.Module.imports(module).filter((item) => !allowed(item));
  const exported = WebAssembly.Module.exports(module).map((item) => item.name);
  return [
    ...foreign.map((item) => `imports ${item.kind} ${item.module}.${item.name}`),
    ...[...wanted, ...STANDARD]
      .filter((n) => !exported.includes(n))
      .map((n) => `lacks export ${n}`),
  ];
}

/** Fails with the list of problems of the module in `file`; prints its imports otherwise. */
export function check(file = path.join(root, "build/wasm-release/recovery-timeline.small.wasm")) {
  const list = fs.readFileSync(path.join(root, "src/platform/exports.txt"), "utf8");
  const wanted = list.split("\n").filter((line) => /^[A-Za-z_]/.test(line));
  const module = new WebAssembly.Module(fs.readFileSync(file));
  const found = problems(
    module,
    wanted.map((line) => line.trim()),
  );
  if (found.length) throw new Failure(`border of the wasm module:\n  ${found.join("\n  ")}`);
  const imports = WebAssembly.Module.imports(module).map((item) => `${item.module}.${item.name}`);
  console.log(`border: ${wanted.length} exports, imports ${imports.join(" ")}`);
}

await main(import.meta.url, check);
