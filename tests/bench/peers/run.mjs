// npm run bench:peers: the widget beside chart libraries that do the same work, in one run of one Chromium:
// what comes until something can be read, and when; when a control answers; how long the main thread is held until
// then; what a step of a slider costs it; and memory. Figures to be noted, not limits; run it on a machine that
// does nothing else.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { build } from "esbuild";
import { start } from "../../web/support.mjs";
import { OPEN_SECTIONS } from "../../web/visitor.mjs";
import { mainThread } from "../main_thread.mjs";

const here = import.meta.dirname;
const RUNS = Number(process.env.RUNS ?? 5);
const STEPS = 24;
const LINES = {
  "1x": {},
  "4x CPU": { cpu: 4 },
  "1.6 Mbit/s, 150 ms": { line: { latency: 150, downloadThroughput: 2e5, uploadThroughput: 1e5 } },
};
const PEERS = ["d3", "uplot", "chartjs", "echarts"];
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

async function bundled(name) {
  const entry = path.join(here, `${name}.js`);
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    logLevel: "error",
  });
  return outputFiles[0].contents;
}
const page = (body) =>
  `<!doctype html><meta charset="utf-8"><title>Bench</title><body>${body}</body>`;
const WIDGET =
  '<script src="/recovery-timeline.js" defer></script><recovery-timeline></recovery-timeline>';

// Runs before the page.
function watch() {
  globalThis.held = [];
  new PerformanceObserver((list) =>
    held.push(...list.getEntries().map(({ duration }) => duration)),
  ).observe({ type: "longtask", buffered: true });
  globalThis.memories = [];
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const instance = await instantiate(...given);
    memories.push(instance.exports.memory);
    return instance;
  };
  // The graphics device is waited for when the context is made and when it is first asked something.
  globalThis.graphics = 0;
  const timed = (owner, name) => {
    const call = owner.prototype[name];
    owner.prototype[name] = function (...given) {
      const begun = performance.now();
      const answer = call.apply(this, given);
      graphics += performance.now() - begun;
      return answer;
    };
  };
  timed(HTMLCanvasElement, "getContext");
  for (const name of ["getParameter", "getProgramParameter", "getUniformLocation"])
    timed(WebGL2RenderingContext, name);
}

/** Runs in the page: waits until a control answers, the first one and all. */
async function whenAnswering(isWidget) {
  let first;
  /** A treatment is chosen in the short result; true if the answer is another then. */
  const chosen = (root) => {
    const answer = () =>
      [...root.querySelectorAll("h2")].find((one) => one.checkVisibility())?.textContent;
    const before = answer();
    const [usual, ...others] = root.querySelectorAll("input[type=radio]");
    const changes = others.some((other) => (other.click(), answer() !== before));
    usual?.click();
    return changes;
  };
  if (isWidget) {
    await customElements.whenDefined("recovery-timeline");
    const widget = document.querySelector("recovery-timeline");
    if (chosen(widget.shadowRoot)) first = performance.now();
    await widget.ready;
  } else while (!globalThis.firstDrawn) await new Promise((done) => setTimeout(done, 5));
  const whole = isWidget ? performance.now() : globalThis.firstDrawn;
  // The first picture is on the screen a while after a script has made it, for all of them.
  const painted = () => performance.getEntriesByName("first-contentful-paint")[0];
  while (!painted()) await new Promise((done) => setTimeout(done, 50));
  await new Promise((done) => setTimeout(done, 200)); // what was held is told a while later
  const readable = painted().startTime;
  const came = performance.getEntriesByType("resource");
  const before = came.filter(({ responseEnd }) => responseEnd && responseEnd <= readable);
  const sum = (values) => values.reduce((total, value) => total + value, 0);
  return {
    readable,
    answers: Math.max(readable, first ?? whole),
    whole,
    requests: before.length,
    kb: sum(before.map(({ encodedBodySize }) => encodedBodySize)) / 1024,
    all_kb: sum(came.map(({ encodedBodySize }) => encodedBodySize)) / 1024,
    held: sum(globalThis.held),
    graphics: globalThis.graphics,
  };
}

/** Runs in the page: one step of a slider a frame. */
async function turn([isWidget, steps]) {
  const { shadowRoot } = document.querySelector("recovery-timeline") ?? {};
  const slider = isWidget && shadowRoot.querySelector('input[aria-label^="Needle depth"]');
  for (let i = 0; i < steps; i++) {
    if (isWidget) {
      slider.valueAsNumber = Number(slider.min) + (i % 12) * Number(slider.step);
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    } else globalThis.stepControl(i);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }
}

/** What a step costs the main thread; a slow line or processor changes nothing in it. */
async function stepOf(browser, tab, isWidget) {
  if (isWidget) await tab.evaluate(OPEN_SECTIONS);
  const steps = () => tab.evaluate(turn, [isWidget, STEPS]);
  await steps(); // the first time over all values is told by bench:step
  const { whole } = await mainThread(browser, tab, steps);
  return whole / STEPS;
}

async function once({ browser, url }, name, { cpu, line }) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 } });
  const tab = await context.newPage();
  await tab.addInitScript(watch);
  const client = await context.newCDPSession(tab);
  if (cpu) await client.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  if (line) {
    await client.send("Network.enable");
    await client.send("Network.emulateNetworkConditions", { offline: false, ...line });
  }
  const isWidget = name === "widget";
  await tab.goto(`${url}${name}.html`);
  const found = await tab.evaluate(whenAnswering, isWidget);
  const step = cpu || line ? NaN : await stepOf(browser, tab, isWidget);
  await client.send("Performance.enable");
  await client.send("HeapProfiler.collectGarbage");
  const { metrics } = await client.send("Performance.getMetrics");
  const heap = metrics.find(({ name }) => name === "JSHeapUsedSize").value;
  const wasm = await tab.evaluate(() =>
    memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
  );
  await context.close();
  return { ...found, step, heap: heap / 2 ** 20, wasm: wasm / 2 ** 20 };
}

execFileSync("npm", ["install", "--no-audit", "--no-fund"], { cwd: here, stdio: "inherit" });
const folder = path.join(here, "../../../build/peers");
fs.rmSync(folder, { recursive: true, force: true });
fs.mkdirSync(folder, { recursive: true });
for (const name of PEERS) {
  const script = await bundled(name);
  fs.writeFileSync(path.join(folder, `${name}.js`), script);
  fs.writeFileSync(path.join(folder, `${name}.js.br`), zlib.brotliCompressSync(script));
  fs.writeFileSync(
    path.join(folder, `${name}.html`),
    page(`<script src="/${name}.js" defer></script>`),
  );
}
fs.writeFileSync(path.join(folder, "widget.html"), page(WIDGET));

const COLUMNS = {
  readable: ["readable", 0],
  kb: ["KB", 1],
  requests: ["requests", 0],
  answers: ["answers", 0],
  whole: ["whole", 0],
  all_kb: ["all KB", 0],
  held: ["held", 0],
  graphics: ["graphics", 0],
  step: ["step", 1],
  heap: ["heap MB", 1],
  wasm: ["wasm MB", 1],
};
const env = await start([folder]);
await once(env, "widget", {}); // the browser's own first start counts for nobody
for (const [title, line] of Object.entries(LINES)) {
  const runs = {};
  // In turns, so that what else the machine does meets all.
  for (let i = 0; i < RUNS; i++)
    for (const name of ["widget", ...PEERS]) (runs[name] ??= []).push(await once(env, name, line));
  const heads = Object.values(COLUMNS).map(([head]) => head.padStart(10));
  console.log(`\n${title}`.padEnd(22) + heads.join("") + "   (times: ms; medians)");
  for (const [name, all] of Object.entries(runs)) {
    const cells = Object.entries(COLUMNS).map(([key, [, digits]]) =>
      median(all.map((run) => run[key]))
        .toFixed(digits)
        .padStart(10),
    );
    console.log(name.padEnd(21) + cells.join(""));
  }
}
await env.close();
