// npm run measure: from navigation to recovery-ready in a fresh browser (median of five), the bytes on
// the wire, and how long the color tables of the skin take. Figures to be noted, not limits.
import path from "node:path";
import { open, start } from "./support.mjs";

const RUNS = 5;
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

const runs = [];
for (let i = 0; i < RUNS; i++) {
  const env = await start();
  const page = await open(env, { wait: false, before: watchReady });
  const times = await page.evaluate(async () => {
    const ready_ms = await globalThis.readyTime;
    const entries = [
      performance.getEntriesByType("navigation")[0],
      ...performance.getEntriesByType("resource"),
    ];
    return {
      ready_ms,
      files: entries.map(({ name, transferSize }) => [new URL(name).pathname, transferSize]),
    };
  });
  runs.push(times);
  await env.close();
}

function watchReady() {
  globalThis.readyTime = new Promise((done) =>
    addEventListener("recovery-ready", () => done(performance.now()), { once: true }),
  );
}

const ms = runs.map(({ ready_ms }) => ready_ms);
const rounded = ms.map((value) => Math.round(value)).join(", ");
console.log(`navigation to recovery-ready: ${Math.round(median(ms))} ms (median of ${rounded})`);
const { files } = runs[0];
for (const [name, bytes] of files) console.log(`${String(bytes).padStart(8)} bytes  ${name}`);
const total = files.reduce((sum, [, bytes]) => sum + bytes, 0);
console.log(`${String(total).padStart(8)} bytes  on the wire, headers included`);

const env = await start([path.join(import.meta.dirname, "pages")]);
const page = await (await env.browser.newContext()).newPage();
await page.goto(`${env.url}skin.html`);
const tables = await page.evaluate(async (runs) => {
  await customElements.whenDefined("recovery-timeline");
  await document.querySelector("recovery-timeline").ready;
  const times = [];
  for (let i = 0; i < runs; i++) times.push(await globalThis.tableTime());
  return times;
}, RUNS);
console.log(`color tables of the skin: ${median(tables).toFixed(1)} ms (goal: 60)`);
await env.close();
