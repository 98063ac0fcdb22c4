// One page of a host site a kind of fault, and what a visitor or the site's owner would notice of it.
import fs from "node:fs";
import path from "node:path";
import { dist, settle } from "../web/support.mjs";

export const WIDGET = "recovery-timeline";
export const ELEMENT = `<${WIDGET}></${WIDGET}>`;
const SCRIPT = `<script src="/${WIDGET}.js" defer></script>`;

/** A file of dist; the part whose name begins so. */
export function shipped(name) {
  const whole = [name, `parts/${name}`].map((file) => path.join(dist, file));
  const found = whole.find((file) => fs.existsSync(file));
  if (found) return fs.readFileSync(found);
  return fs.readFileSync(path.join(dist, "parts", partNamed(name)));
}
export const partNamed = (start) =>
  fs.readdirSync(path.join(dist, "parts")).find((name) => {
    return name.startsWith(`${start}.`) && !/\.(br|gz)$/.test(name);
  });
export const TYPES = { js: "text/javascript", wasm: "application/wasm", txt: "text/plain" };

/** A page around `body`; `head` in place of the script. */
export const html = (body = ELEMENT, head = SCRIPT, attributes = 'lang="en"') =>
  `<!doctype html><html ${attributes}><head><meta charset="utf-8"><title>Host</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">${head}</head><body>${body}</body></html>`;

/**
 * Opens a kind's page at <url>host/. kind: {page, headers, type, routes: [[glob, answer or function]],
 * before, context, goto: false}. The page has: told (events), errors, requests.
 */
export async function visit({ browser, url }, kind) {
  const { width = 1000, height = 800, ...context } = kind.context ?? {};
  const opened = await browser.newContext({ viewport: { width, height }, ...context });
  opened.setDefaultTimeout(60_000);
  const page = await opened.newPage();
  Object.assign(page, { errors: [], requests: [], url_: url });
  page.on("pageerror", (error) => page.errors.push(String(error)));
  page.on("request", (request) => page.requests.push(request.url()));
  await page.addInitScript(() => {
    globalThis.told = [];
    for (const name of ["ready", "change", "warning", "error"])
      addEventListener(`recovery-${name}`, ({ type, detail }) => told.push({ type, detail }));
    globalThis.shifts = [];
    try {
      new PerformanceObserver((list) => {
        for (const { value, hadRecentInput } of list.getEntries())
          if (!hadRecentInput) shifts.push(value);
      }).observe({ type: "layout-shift", buffered: true });
    } catch {
      // Not every engine tells it.
    }
  });
  if (kind.before) await page.addInitScript(kind.before);
  for (const [glob, answer] of kind.routes ?? [])
    await page.route(
      glob.startsWith("http") || glob.startsWith("**") ? glob : url + glob,
      (route) => (typeof answer === "function" ? answer(route) : route.fulfill(answer)),
    );
  const body = typeof kind.page === "function" ? kind.page(url) : (kind.page ?? html());
  await page.route(`${url}host/`, (route) =>
    route.fulfill({ contentType: kind.type ?? "text/html", body, headers: kind.headers }),
  );
  if (kind.goto !== false) await page.goto(`${url}host/${kind.fragment ?? ""}`);
  return page;
}

/** Resolves with "ready", or with what was told when it could not run. */
export const outcome = (page, selector = WIDGET) =>
  page.evaluate(async (selector) => {
    const never = new Promise((done) => setTimeout(done, 50_000, "never"));
    await Promise.race([customElements.whenDefined("recovery-timeline"), never]);
    const element = document.querySelector(selector);
    const ready = element.ready?.then(
      () => "ready",
      () => told.filter(({ type }) => type === "recovery-error").at(-1).detail.errors[0],
    );
    return Promise.race([ready ?? "not defined", never]);
  }, selector);

/** What is seen of the element: its text, whatever stands in it now. */
export const seen = (page) =>
  page.evaluate(() => {
    const element = document.querySelector("recovery-timeline");
    return element.shadowRoot.querySelector(".frame").innerText + element.innerText;
  });
export const alertOf = (page) => page.locator(`${WIDGET} [role=alert]`).first().innerText();
export const evaluate = (page, act, value) => page.evaluate(act, value);
export const box = (page, selector = WIDGET) => page.locator(selector).first().boundingBox();
export { settle };

/** Presses on the picture of a control that a screen reader finds by role and name. */
export async function controlBox(page, role, name) {
  const found = page.getByRole(role, { name }).first();
  await found.waitFor({ state: "attached" });
  await found.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await settle(page);
  return found.boundingBox();
}
