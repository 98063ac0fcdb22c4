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

function table(places) {
  const names = Object.keys(Object.values(places)[0].milliseconds);
  const columns = Object.keys(places);
  console.log(
    `${"milliseconds, median, warm".padEnd(40)}${columns.map((c) => c.padStart(12)).join("")}`,
  );
  for (const name of names) {
    const cells = columns.map((c) => places[c].milliseconds[name].toFixed(3).padStart(12));
    console.log(`${name.padEnd(40)}${cells.join("")}`);
  }
  for (const place of columns) {
    const ms = places[place].milliseconds;
    for (const n of [2000, 10000]) {
      const bands = ms[`${n} wasm bands`];
      const ratio = (name) => (ms[`${n} ${name}`] / bands).toFixed(1);
      console.log(
        `${place}, ${n} people: wasm bands are ${ratio("plain JavaScript")} x faster than plain JavaScript, ` +
          `${ratio("JavaScript, same algorithm")} x than the same algorithm in JavaScript, ` +
          `${ratio("wasm scalar")} x than plain scalar wasm`,
      );
    }
    const apart = Object.entries(places[place].apart).map(
      ([name, d]) => `${name} ${d.toExponential(1)}`,
    );
    console.log(`${place}: furthest quantile from an exact sort: ${apart.join(", ")}`);
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
  table(places);
});
