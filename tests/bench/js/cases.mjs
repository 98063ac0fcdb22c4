// Runs every case where it is loaded: node or a browser. The wasm module has the model; plain
// JavaScript and the same algorithm in JavaScript get the same people's constants from it.
import { plainBands } from "./plain.mjs";
import { recurrenceBands } from "./recurrence.mjs";

const LEVELS = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];
const POINTS = 96;
const HORIZON_H = 336;
const hours = Array.from({ length: POINTS }, (_, i) => HORIZON_H * (i / (POINTS - 1)) ** 2);

/** A module of the bench wasm, its parameters set from the document of model.json. */
export async function load(bytes, model) {
  const module = await WebAssembly.compile(bytes);
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module))
    (imports[from] ??= {})[name] = () => 0; // never called: only a broken promise prints
  const { exports } = await WebAssembly.instantiate(module, imports);
  exports._initialize?.();
  const memory = () => exports.memory.buffer;
  const text = (at) => {
    const bytes = new Uint8Array(memory(), at);
    return new TextDecoder().decode(bytes.slice(0, bytes.indexOf(0)));
  };
  for (let i = 0; i < exports.rb_parameters(); i++)
    exports.rb_set_parameter(i, model.parameters[text(exports.rb_parameter_name(i))].value);
  return { exports, memory };
}

// Long enough for an engine to compile the hot functions anew with its best compiler.
const WARM_MS = 400;
const WARM_CALLS = 3;

/**
 * Median and least milliseconds of one call; warm. Calls are timed in batches that a coarse clock can
 * see. On a machine that does other things too, the least is the steadier one.
 */
export function time(call, budgetMs) {
  const once = () => {
    const start = performance.now();
    call();
    return performance.now() - start;
  };
  const warm = performance.now();
  for (let i = 0; i < WARM_CALLS || performance.now() - warm < WARM_MS; i++) call();
  const first = Math.max(once(), 0.01);
  const batch = Math.max(1, Math.ceil(2 / first));
  const rounds = Math.max(5, Math.min(200, Math.round(budgetMs / (first * batch))));
  const samples = [];
  for (let r = 0; r < rounds; r++) {
    const start = performance.now();
    for (let i = 0; i < batch; i++) call();
    samples.push((performance.now() - start) / batch);
  }
  samples.sort((a, b) => a - b);
  return { median: samples[rounds >> 1], least: samples[0] };
}

const furthest = (a, b) => {
  let most = 0;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i] - b[i]));
  return most;
};

/** { "<people> <case>": {median, least} … } in ms, and how far the versions' quantiles lie apart. */
export async function measure(bytes, model, { people = [4096], budgetMs = 600 } = {}) {
  const { exports, memory } = await load(bytes, model);
  const milliseconds = {};
  const apart = {};
  for (const n of people) {
    exports.rb_prepare(n);
    const wasm = ["project", "bands", "times", "course", "scalar"];
    for (const name of wasm)
      milliseconds[`${n} wasm ${name}`] = time(exports[`rb_${name}`], budgetMs);
    if (n === people[0]) milliseconds[`${n} wasm choices`] = time(exports.rb_choices, budgetMs);
    milliseconds[`${n} wasm draw people`] = time(() => exports.rb_draw_people(n), budgetMs);
    exports.rb_bands();
    const copy = () =>
      new Float32Array(memory(), exports.rb_copy_bands(), 6 * POINTS * LEVELS.length).slice();
    const bands = copy();
    exports.rb_scalar();
    const exact = copy();

    const count = exports.rb_constants_of_one();
    const input = {
      people: n,
      constants: Float64Array.from(new Float32Array(memory(), exports.rb_constants(), n * count)),
      count,
      shared: Array.from(new Float64Array(memory(), exports.rb_shared_constants(), 7)),
      hours,
      levels: LEVELS,
    };
    const plain = plainBands(input);
    const recurrence = recurrenceBands(input);
    milliseconds[`${n} plain JavaScript`] = time(plain, budgetMs);
    milliseconds[`${n} JavaScript, same algorithm`] = time(recurrence, budgetMs);
    apart[`${n} wasm bands`] = furthest(bands, exact);
    apart[`${n} plain JavaScript`] = furthest(plain(), exact);
    apart[`${n} JavaScript, same algorithm`] = furthest(recurrence(), exact);
  }
  return { milliseconds, apart };
}
