// npm run bench:peers: the widget beside chart libraries that do the same work, in one run of one Chromium:
// when something can be read, when a control answers, how long the main thread is held, and what a step of a
// slider costs. Figures to be noted, not limits; run it on a machine that does nothing else.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { build } from "esbuild";
import { start } from "../../web/support.mjs";

const here = import.meta.dirname;
const RUNS = Number(process.env.RUNS ?? 5);
const STEPS = 40;
const LINES = {
  "1x": {},
  "4x CPU": { cpu: 4 },
  "1.6 Mbit/s, 150 ms": { line: { latency: 150, downloadThroughput: 2e5, uploadThroughput: 1e5 } },
};
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
  return zlib.brotliCompressSync(outputFiles[0].contents);
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
  globalThis.contextTime = 0;
  const get = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
    const begun = performance.now();
    const context = get.call(this, kind, ...more);
    if (/webgl/.test(kind)) contextTime += performance.now() - begun;
    return context;
  };
}

/** Runs in the page: waits until the control answers, then turns it. */
async function measure([isWidget, steps]) {
  const element = document.querySelector("recovery-timeline");
  if (isWidget) {
    await customElements.whenDefined("recovery-timeline");
    await element.ready;
  } else while (!globalThis.firstDrawn) await new Promise((done) => setTimeout(done, 5));
  const interactive = performance.now();
  const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? interactive;
  const held = globalThis.held.reduce((sum, one) => sum + one, 0);
  const slider = element?.shadowRoot.querySelector("input[type=range]");
  const costs = [];
  for (let i = 0; i < steps; i++) {
    const begun = performance.now();
    if (slider) {
      slider.valueAsNumber = Number(slider.min) + (i % 12) * Number(slider.step);
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    } else globalThis.stepControl(i);
    let cost = performance.now() - begun;
    // What the frame of the step costs besides.
    cost += await new Promise((done) =>
      requestAnimationFrame(() => {
        const from = performance.now();
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now() - from);
        port2.postMessage(0);
      }),
    );
    costs.push(cost);
  }
  return { paint, interactive, held, context: globalThis.contextTime, costs };
}

async function once({ browser, url }, name, script, { cpu, line }) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 } });
  const tab = await context.newPage();
  await tab.addInitScript(watch);
  const client = await context.newCDPSession(tab);
  if (cpu) await client.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  if (line) {
    await client.send("Network.enable");
    await client.send("Network.emulateNetworkConditions", { offline: false, ...line });
  }
  await tab.goto(`${url}${name}.html`);
  const found = await tab.evaluate(measure, [name === "widget", STEPS]);
  await context.close();
  return { ...found, step: median(found.costs), script };
}

execFileSync("npm", ["install", "--no-audit", "--no-fund"], { cwd: here, stdio: "inherit" });
const folder = path.join(here, "../../../build/peers");
fs.rmSync(folder, { recursive: true, force: true });
fs.mkdirSync(folder, { recursive: true });
const sizes = { widget: 0 };
for (const name of ["d3", "uplot", "chartjs", "echarts"]) {
  const packed = await bundled(name);
  fs.writeFileSync(path.join(folder, `${name}.js`), zlib.brotliDecompressSync(packed));
  fs.writeFileSync(path.join(folder, `${name}.js.br`), packed);
  fs.writeFileSync(
    path.join(folder, `${name}.html`),
    page(`<script src="/${name}.js" defer></script>`),
  );
  sizes[name] = packed.length;
}
fs.writeFileSync(path.join(folder, "widget.html"), page(WIDGET));

const env = await start([folder]);
const cell = (value) => String(Math.round(value)).padStart(9);
for (const [title, line] of Object.entries(LINES)) {
  console.log(
    `\n${title}`.padEnd(22) + "  readable  answers     held   of it GL     step   (ms, medians)",
  );
  for (const name of Object.keys(sizes)) {
    const runs = [];
    for (let i = 0; i < RUNS; i++) runs.push(await once(env, name, sizes[name], line));
    const of = (key) => cell(median(runs.map((run) => run[key])));
    const step = median(runs.map((run) => run.step))
      .toFixed(1)
      .padStart(9);
    console.log(
      name.padEnd(21) + of("paint") + of("interactive") + of("held") + of("context") + step,
    );
  }
}
await env.close();
