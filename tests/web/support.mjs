// What the browser tests share: a served dist/, a Chromium with software GL, pages, controls found as
// a screen reader finds them, and pictures.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { serve } from "../../.dev/serve.mjs";
import { browser } from "../../.dev/setup.mjs";
import { root } from "../../.dev/tools.mjs";
import { decodePng } from "./image.mjs";
import { OPEN_SECTIONS } from "./visitor.mjs";

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
  "--disable-features=LocalNetworkAccessChecks", // a page that a test makes up has no address of its own
];

/**
 * Starts the browser and the server for one test file; `more`: folders with pages of its own. Returns
 * { browser, url, close }.
 */
export async function start(more = []) {
  assert.ok(
    fs.existsSync(path.join(dist, "recovery-timeline.js")),
    "dist/ is built: npm run build",
  );
  const executablePath = browser();
  assert.ok(executablePath, "Chromium is installed: npm test installs it");
  const chrome = await chromium.launch({ executablePath, args: FLAGS });
  const server = await serve({ folders: [...more, dist], port: 0 });
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
 * Options: width, height, ratio, dark, calm, forced, touch, head, policy, offline; sections: false = as the page begins, else with those that hold settings open; before: runs in the
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
  context.setDefaultTimeout(60_000); // a busy machine is slow, not broken
  const page = await context.newPage();
  page.errors = [];
  page.requests = [];
  page.on("console", (line) => line.type() === "error" && page.errors.push(line.text()));
  page.on("pageerror", (error) => page.errors.push(String(error)));
  page.on("request", (request) => page.requests.push(request.url()));
  await page.addInitScript(() => {
    globalThis.told = [];
    for (const name of ["ready", "change", "warning", "error"]) {
      addEventListener(`recovery-${name}`, ({ type, detail, target }) =>
        told.push({ type, detail, id: target.id }),
      );
    }
  });
  await page.addInitScript(watchFrames);
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
  if (options.wait !== false) {
    await ready(page);
    if (options.sections !== false) await page.evaluate(OPEN_SECTIONS);
  }
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

// Runs before the page. What moves asks for one animation frame after the other, so a picture is at rest
// when none is on its way and none of its pieces is late. Frames are the clock, not milliseconds: on a
// busy machine they come late, but whatever the browser tells the widget comes within a few of them.
function watchFrames() {
  const QUIET_FRAMES = 6;
  const { requestAnimationFrame: request, cancelAnimationFrame: cancel } = globalThis;
  const asked = new Set();
  globalThis.requestAnimationFrame = (act) => {
    const id = request((time) => {
      asked.delete(id);
      act(time);
    });
    asked.add(id);
    return id;
  };
  globalThis.cancelAnimationFrame = (id) => {
    asked.delete(id);
    cancel(id);
  };
  const isLate = ({ shadowRoot }) => {
    const picture = shadowRoot?.querySelector(".picture");
    return picture?.checkVisibility() && picture.hasAttribute("data-late");
  };
  const moves = () =>
    asked.size > 0 || [...document.querySelectorAll("recovery-timeline")].some(isLate);
  globalThis.pictureAtRest = () =>
    new Promise((done) => {
      let quiet = 0;
      request(function look() {
        quiet = moves() ? 0 : quiet + 1;
        if (quiet < QUIET_FRAMES) request(look);
        else done();
      });
    });
}

/** Waits until every picture is drawn and nothing of it moves any more. */
export const drawn = (page) => page.evaluate(() => globalThis.pictureAtRest());

/** Asks again and again until `condition` holds; after a minute what was hoped for has failed. */
export async function eventually(hope, condition) {
  const end = performance.now() + 60_000;
  while (!(await condition())) {
    assert.ok(performance.now() < end, `${hope}: not within a minute`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

export const state = (page) =>
  page.evaluate(() => document.querySelector("recovery-timeline").state);
export const projection = (page) =>
  page.evaluate(() => document.querySelector("recovery-timeline").projection);
export const told = (page, type) =>
  page.evaluate((type) => globalThis.told.filter((event) => event.type === type), type);

/** A control as assistive technology finds it, scrolled into view; its rectangle is the drawn one. */
export async function control(page, role, name) {
  const found = page.getByRole(role, { name }).first();
  await found.waitFor({ state: "attached" });
  await found.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await settle(page);
  const box = await found.boundingBox();
  return { found, box, x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** In the order of their tabs. */
export const VIEWS = ["recovery", "care", "plan", "results", "about"];

/** Shows one of the views. */
export async function showView(page, view) {
  await page.evaluate(
    (view) => (document.querySelector("recovery-timeline").state = { view }),
    view,
  );
  await settle(page);
}

/** Turns the widget's text version on, as a visitor does. */
export async function showText(page) {
  await page.getByRole("button", { name: "Text version" }).press("Enter");
  await page.getByRole("button", { name: "Picture version" }).waitFor();
  await settle(page);
}

// With a window as tall as the page: what lies outside may be captured before it is presented.
async function inWholeView(page, act) {
  const window = page.viewportSize();
  const [height, top] = await page.evaluate(() => [
    document.documentElement.scrollHeight,
    globalThis.scrollY,
  ]);
  if (height <= window.height) return act();
  await page.setViewportSize({ ...window, height });
  await drawn(page);
  const result = await act();
  await page.setViewportSize(window);
  await page.evaluate((top) => scrollTo({ top, behavior: "instant" }), top);
  await drawn(page);
  return result;
}

/** A picture of the widget, kept in build/pictures/ to be looked at. */
export async function picture(page, name) {
  await drawn(page);
  const png = await inWholeView(page, () => page.locator("recovery-timeline").first().screenshot());
  fs.mkdirSync(pictures, { recursive: true });
  fs.writeFileSync(path.join(pictures, `${name}.png`), png);
  return decodePng(png);
}
