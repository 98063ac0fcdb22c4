// What the browser tests share: a served dist/, a Chromium with software GL, pages, controls found as
// a screen reader finds them, and pictures.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { chromium } from "playwright-core";
import { serve } from "../../.dev/serve.mjs";
import { browser } from "../../.dev/setup.mjs";
import { root } from "../../.dev/tools.mjs";

/** Where the built files lie; RT_DIST names another folder. */
export const dist = process.env.RT_DIST ?? path.join(root, "dist");
export const pictures = path.join(root, "build", "pictures");

export const FLAGS = [
  "--no-sandbox",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the browser and the server for one test file. Returns { browser, url, close }. */
export async function start() {
  assert.ok(
    fs.existsSync(path.join(dist, "recovery-timeline.js")),
    "dist/ is built: npm run build",
  );
  const executablePath = browser();
  assert.ok(executablePath, "Chromium is installed: npm test installs it");
  const chrome = await chromium.launch({ executablePath, args: FLAGS });
  const server = await serve({ folders: [dist], port: 0 });
  const close = () => Promise.all([chrome.close(), server.close()]);
  return { browser: chrome, url: server.url, close };
}

/** A page around one body, from the server's own origin and under the policy that the README asks for. */
export const pageAround = (body, head = "") => `<!doctype html><html lang="en"><head>
  <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Test</title>${head}<script type="module" src="/recovery-timeline.js"></script>
  </head><body>${body}</body></html>`;
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";

/**
 * A tab. `body` is the page's body, or undefined for the demo page; `address` any other page.
 * Options: width, height, ratio, dark, calm, forced, touch, head, policy, offline; before: runs in the
 * page before anything else; routes: {path: {status, body}}; wait: false = do not wait for ready.
 * Returns the page with: errors (console and uncaught), requests, events (of the widget).
 */
export async function open({ browser, url }, options = {}) {
  const { width = 1100, height = 900, ratio = 1, dark = false, touch = false } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: ratio,
    colorScheme: dark ? "dark" : "light",
    hasTouch: touch,
    isMobile: touch,
    reducedMotion: options.calm ? "reduce" : "no-preference",
    forcedColors: options.forced ? "active" : "none",
    locale: "en-GB",
  });
  const page = await context.newPage();
  page.errors = [];
  page.requests = [];
  page.on("console", (line) => line.type() === "error" && page.errors.push(line.text()));
  page.on("pageerror", (error) => page.errors.push(String(error)));
  page.on("request", (request) => page.requests.push(request.url()));
  await page.addInitScript(() => {
    globalThis.told = [];
    for (const name of ["recovery-ready", "recovery-change", "recovery-error"]) {
      addEventListener(name, ({ type, detail, target }) =>
        told.push({ type, detail, id: target.id }),
      );
    }
  });
  if (options.before) await page.addInitScript(options.before);
  if (options.offline) {
    await context.setOffline(true);
    await page.route(/^https?:/, (route) => route.abort());
  }
  for (const [file, answer] of Object.entries(options.routes ?? {})) {
    await page.route(url + file, (route) => route.fulfill(answer)); // file: a glob
  }
  if (options.body !== undefined) {
    const body = pageAround(options.body, options.head);
    const headers = { "content-security-policy": options.policy ?? POLICY };
    await page.route(`${url}test.html`, (route) =>
      route.fulfill({ contentType: "text/html", body, headers }),
    );
  }
  const address = options.address ?? url + (options.body === undefined ? "" : "test.html");
  await page.goto(address);
  if (options.wait !== false) await ready(page);
  return page;
}

/** Waits until every widget of the page has drawn its first picture. */
export async function ready(page) {
  await page.evaluate(async () => {
    await customElements.whenDefined("recovery-timeline");
    await Promise.all([...document.querySelectorAll("recovery-timeline")].map((e) => e.ready));
  });
}

/** Two animation frames of the page later, when what was asked for is drawn. */
export const settle = (page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );

export const state = (page) =>
  page.evaluate(() => document.querySelector("recovery-timeline").state);
export const projection = (page) =>
  page.evaluate(() => document.querySelector("recovery-timeline").projection);
export const told = (page, type) =>
  page.evaluate((type) => globalThis.told.filter((event) => event.type === type), type);

/** A control as assistive technology finds it, scrolled into view; its rectangle is the drawn one. */
export async function control(page, role, name) {
  const found = page.getByRole(role, { name }).first();
  await found.waitFor({ state: "attached", timeout: 5000 });
  await found.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await settle(page);
  const box = await found.boundingBox();
  return { found, box, x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Turns the widget's text version on, as a visitor does. */
export async function showText(page) {
  await page.getByRole("button", { name: "Text version" }).press("Enter");
  await page.getByRole("button", { name: "Picture version" }).waitFor();
  await settle(page);
}

/** A PNG's pixels: { width, height, at(x, y) -> [r, g, b] }. Eight bits a channel, not interlaced. */
export function decodePng(png) {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = { 2: 3, 6: 4 }[png[25]];
  assert.ok(png[24] === 8 && channels && !png[28], "a kind of PNG that this reader knows");
  const parts = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") {
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
    }
  }
  const raw = zlib.inflateSync(Buffer.concat(parts));
  const row = width * channels;
  const out = Buffer.alloc(row * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (row + 1)];
    for (let i = 0; i < row; i++) {
      const left = i < channels ? 0 : out[y * row + i - channels];
      const up = y ? out[(y - 1) * row + i] : 0;
      const corner = y && i >= channels ? out[(y - 1) * row + i - channels] : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      out[y * row + i] = raw[y * (row + 1) + 1 + i] + guess;
    }
  }
  const at = (x, y) => [...out.subarray(y * row + x * channels, y * row + x * channels + 3)];
  return { width, height, at };
}

function paeth(left, up, corner) {
  const [a, b, c] = [
    Math.abs(up - corner),
    Math.abs(left - corner),
    Math.abs(left + up - 2 * corner),
  ];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** A picture of the widget, kept in build/pictures/ to be looked at. */
export async function picture(page, name) {
  await page.waitForTimeout(400); // what is out of sight is drawn a little later
  const png = await page.locator("recovery-timeline").first().screenshot();
  fs.mkdirSync(pictures, { recursive: true });
  fs.writeFileSync(path.join(pictures, `${name}.png`), png);
  return decodePng(png);
}

/** Share (0..1) of pixels that differ by more than a little between two pictures of one size. */
export function difference(a, b) {
  assert.deepEqual([a.width, a.height], [b.width, b.height], "the pictures have one size");
  let differ = 0;
  for (let y = 0; y < a.height; y++) {
    for (let x = 0; x < a.width; x++) {
      const [p, q] = [a.at(x, y), b.at(x, y)];
      if (p.some((value, i) => Math.abs(value - q[i]) > 12)) differ++;
    }
  }
  return differ / (a.width * a.height);
}
