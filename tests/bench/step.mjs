// npm run bench:step: what a step of a slider costs the main thread of Chromium, by its own account of all
// tasks (script, style, layout, paint; processor's time, so that what else runs on the machine hardly counts),
// and how often pixels are uploaded. A slider is drawn over its range, one step a frame: the first time new
// numbers come up, later those that were drawn before. `-- --profile` also tells where the time goes.
import { open, start } from "../web/support.mjs";
import { mainThread } from "./main_thread.mjs";

const PASSES = 6;
const STEPS = 24; // a pass: there and back
const SLIDERS = ["Needle depth", "Passes"];
const TOLD = 30; // lines of a profile

// Runs before the page.
function countUploads() {
  globalThis.uploads = 0;
  const { prototype } = WebGL2RenderingContext;
  for (const name of ["texSubImage2D", "texImage2D"]) {
    const call = prototype[name];
    prototype[name] = function (...values) {
      globalThis.uploads += values.at(-1) !== null;
      return call.apply(this, values);
    };
  }
}

/** Runs in the page: one step a frame; the greatest number of uploads of a step. */
async function drawOver([name, steps]) {
  const { shadowRoot } = document.querySelector("recovery-timeline");
  const slider = [...shadowRoot.querySelectorAll("input[type=range]")].find((one) =>
    one.getAttribute("aria-label").startsWith(name),
  );
  const values = Math.min(13, (slider.max - slider.min) / Number(slider.step) + 1);
  let most = 0;
  for (let i = 1; i <= steps; i++) {
    const before = globalThis.uploads;
    const at = i % (2 * values - 2);
    slider.valueAsNumber = Number(slider.min) + Math.min(at, 2 * values - 2 - at) * slider.step;
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    most = Math.max(most, globalThis.uploads - before);
  }
  return most;
}

// Where the time went: of each function what it took itself, and with all that it called.
function tellProfile({ nodes, samples, timeDeltas }, steps) {
  const own = new Map();
  samples.forEach((id, i) => own.set(id, (own.get(id) ?? 0) + timeDeltas[i] / 1000 / steps));
  const totals = new Map();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const nameOf = ({ callFrame: { functionName, url, lineNumber, columnNumber } }) =>
    (functionName || `${url.split("/").at(-1)}:${lineNumber}:${columnNumber}`).slice(0, 100);
  (function walk(node, within) {
    const name = nameOf(node);
    const inner = new Set(within).add(name);
    let all = own.get(node.id) ?? 0;
    const itself = all;
    for (const child of node.children ?? []) all += walk(byId.get(child), inner);
    const total = totals.get(name) ?? [0, 0];
    totals.set(name, [total[0] + itself, total[1] + (within.has(name) ? 0 : all)]);
    return all;
  })(nodes[0], new Set());
  console.log("\n itself     all   ms a step");
  const worst = [...totals].sort(([, a], [, b]) => b[1] - a[1]).slice(0, 2 * TOLD);
  for (const [name, times] of worst)
    console.log(times.map((ms) => ms.toFixed(2).padStart(7)).join(" ") + `   ${name}`);
}

const env = await start();
const page = await open(env, {
  body: "<recovery-timeline></recovery-timeline>",
  before: countUploads,
});
const client = await page.context().newCDPSession(page);
const rest = () => page.evaluate(() => globalThis.pictureAtRest());

const profiled = process.argv.includes("--profile");
if (profiled) {
  await client.send("Profiler.enable");
  await client.send("Profiler.setSamplingInterval", { interval: 200 });
  await client.send("Profiler.start");
}
const KINDS = ["FunctionCall", "Layout", "UpdateLayoutTree", "Paint"];
const heads = ["whole", "script", "layout", "style", "paint"].map((head) => head.padStart(8));
console.log(" ".repeat(20) + heads.join("") + "   (ms a step)   most uploads");
for (const name of SLIDERS)
  for (let pass = 0; pass < PASSES; pass++) {
    await rest();
    let uploads = 0;
    const turn = async () => (uploads = await page.evaluate(drawOver, [name, STEPS]));
    const { whole, own } = await mainThread(env.browser, page, turn);
    const cells = [whole, ...KINDS.map((kind) => own.get(kind) ?? 0)];
    const told = cells.map((ms) => (ms / STEPS).toFixed(1).padStart(8)).join("");
    console.log(`${name}, ${pass + 1}`.padEnd(20) + told + String(uploads).padStart(26));
  }
if (profiled) {
  const { profile } = await client.send("Profiler.stop");
  tellProfile(profile, SLIDERS.length * PASSES * STEPS);
}
await env.close();
