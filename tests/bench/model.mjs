// The model's benchmarks in wasm, under node and in Chromium, beside JavaScript: started by
// `npm run bench:model` after the native ones.
import fs from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { serve } from "../../.dev/serve.mjs";
import { browser } from "../../.dev/setup.mjs";
import { main, root, run } from "../../.dev/tools.mjs";
import { measure } from "./js/cases.mjs";

const folder = path.join(root, "build", "wasm-bench");

async function inChromium() {
  const executablePath = browser();
  if (!executablePath) return undefined;
  const chrome = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const scripts = path.join(root, "tests", "bench");
  const content = path.join(root, "web", "content");
  const server = await serve({ folders: [scripts, folder, content], port: 0 });
  try {
    const page = await chrome.newPage();
    await page.goto(`${server.url}js/page.html`);
    return await page.evaluate(async () => {
      const { measure } = await import("./cases.mjs");
      const model = await (await fetch("/model.json")).json();
      return measure(await (await fetch("/bench_wasm.wasm")).arrayBuffer(), model);
    });
  } finally {
    await Promise.all([chrome.close(), server.close()]);
  }
}

// What the native program measured, by the names of the same cases in wasm.
function native() {
  const file = path.join(root, "build", "release", "bench_model.json");
  if (!fs.existsSync(file)) return undefined;
  const names = {
    full_projection: "wasm project",
    bands: "wasm bands",
    times_of_signs: "wasm times",
    course_of_sessions: "wasm course",
    effects_of_choices: "wasm choices",
    people_drawn: "wasm draw people",
    bands_plain_scalar: "wasm scalar",
  };
  const times = {};
  for (const { run_name, run_type, real_time } of JSON.parse(fs.readFileSync(file)).benchmarks) {
    if (run_type !== "iteration") continue; // means and the like
    const [name, people] = run_name.split("/");
    (times[`${people} ${names[name]}`] ??= []).push(real_time);
  }
  for (const key in times) {
    const sorted = times[key].sort((a, b) => a - b);
    times[key] = { median: sorted[sorted.length >> 1], least: sorted[0] };
  }
  return times;
}

// The goals, and whether each is met here: milliseconds by their median, ratios by the least times.
function goals(place, { milliseconds: ms, apart }, nativeMs) {
  const tell = (what, value, met, goal) =>
    console.log(`${met ? "met" : "MISSED"}: ${place}, ${what}: ${value} (goal: ${goal})`);
  for (const [n, most] of [[4096, 4]]) {
    const { median, least } = ms[`${n} wasm project`];
    const value = `${median.toFixed(2)} ms (least ${least.toFixed(2)})`;
    tell(`${n} people, projection`, value, median <= most, `at most ${most} ms`);
    if (nativeMs) {
      const ratio = least / nativeMs[`${n} wasm project`].least;
      tell(`${n} people, wasm over native`, ratio.toFixed(2), ratio <= 1.3, "at most 1.3");
    }
    const over = (name) => ms[`${n} ${name}`].least / ms[`${n} wasm bands`].least;
    const plain = over("plain JavaScript");
    tell(`${n} people, plain JavaScript over bands`, plain.toFixed(1), plain >= 50, "at least 50");
    const same = over("JavaScript, same algorithm");
    tell(`${n} people, JavaScript over bands`, same.toFixed(1), same >= 3.5, "at least 3.5");
    const off = apart[`${n} wasm bands`];
    tell(`${n} people, quantiles off by`, off.toExponential(1), off <= 5e-3, "at most 5e-3");
  }
}

function table(places) {
  const names = Object.keys(Object.values(places)[0].milliseconds);
  const columns = Object.keys(places);
  console.log(
    `${"milliseconds, warm: median (least)".padEnd(36)}${columns.map((c) => c.padStart(18)).join("")}`,
  );
  for (const name of names) {
    const cell = (time) => (time ? `${time.median.toFixed(3)} (${time.least.toFixed(3)})` : "");
    const cells = columns.map((c) => cell(places[c].milliseconds[name]).padStart(18));
    console.log(`${name.padEnd(36)}${cells.join("")}`);
  }
}

await main(import.meta.url, async () => {
  run("cmake", "--preset", "wasm-release", "-B", folder, "-DRT_BENCH=ON");
  run("cmake", "--build", folder, "--target", "bench_wasm");
  const bytes = fs.readFileSync(path.join(folder, "bench_wasm.wasm"));
  const model = JSON.parse(
    fs.readFileSync(path.join(root, "web", "content", "model.json"), "utf8"),
  );
  const places = { node: await measure(bytes, model) };
  const chrome = await inChromium();
  if (chrome) places.Chromium = chrome;
  else console.log("Chromium is not installed: node alone");
  const nativeMs = native();
  table(nativeMs ? { ...places, native: { milliseconds: nativeMs } } : places);
  for (const [place, measured] of Object.entries(places)) goals(place, measured, nativeMs);
});
