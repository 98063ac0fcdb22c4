// How the widget comes up, and what it leaves alone.
import assert from "node:assert/strict";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { dist, open, settle, start, state, told } from "./support.mjs";

let env;
before(async () => (env = await start()));
after(() => env.close());

test("the demo page gets ready, without an error and under a strict policy", async () => {
  const page = await open(env);
  assert.equal((await told(page, "recovery-ready")).length, 1);
  assert.deepEqual(await told(page, "recovery-error"), []);
  assert.deepEqual(page.errors, []);
  const canvas = await page.locator("recovery-timeline .picture").boundingBox();
  assert.ok(canvas.width > 900 && canvas.height > 500, JSON.stringify(canvas));
  await page.context().close();
});

test("it asks only its own server, and nobody after it is ready", async () => {
  const page = await open(env);
  const before = page.requests.length;
  for (const address of page.requests) assert.ok(address.startsWith(env.url), address);
  await page.evaluate(() => (document.querySelector("recovery-timeline").state = { passes: 5 }));
  await page.mouse.move(300, 500);
  await page.mouse.wheel(0, 400);
  await page.waitForTimeout(500);
  assert.equal(page.requests.length, before);
  await page.context().close();
});

test("it stores nothing and sets no cookie", async () => {
  const page = await open(env);
  await page.evaluate(() => (document.querySelector("recovery-timeline").state = { passes: 5 }));
  await settle(page);
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  assert.deepEqual(kept, { local: 0, session: 0, databases: 0, caches: 0, workers: 0 });
  assert.deepEqual(await page.context().cookies(), []);
  await page.context().close();
});

test("the page below does not jump when the widget comes", async () => {
  for (const width of [390, 1100]) {
    const page = await open(env, { width, sections: false });
    const jump = await page.evaluate(
      () =>
        new Promise((done) => {
          let sum = 0;
          const observer = new PerformanceObserver((list) => {
            for (const shift of list.getEntries()) sum += shift.value;
          });
          observer.observe({ type: "layout-shift", buffered: true });
          setTimeout(() => done(sum), 300);
        }),
    );
    assert.ok(jump < 0.1, `at ${width} px the layout shifts by ${jump}`);
    await page.context().close();
  }
});

const oneFile = pathToFileURL(path.join(dist, "recovery-timeline.html")).href;

test("the one file runs from the disk with the network off", async () => {
  const page = await open(env, { address: oneFile, offline: true });
  assert.deepEqual(page.errors, []);
  assert.deepEqual(page.requests, [oneFile]);
  const canvas = await page.locator("recovery-timeline .picture").boundingBox();
  assert.ok(canvas.height > 500);
  await page.evaluate(() => (document.querySelector("recovery-timeline").state = { passes: 5 }));
  assert.equal((await state(page)).passes, 5);
  await page.context().close();
});

test("the one file runs where the browser cannot unpack", async () => {
  const before = () => delete globalThis.DecompressionStream;
  const page = await open(env, { address: oneFile, offline: true, before });
  assert.equal(await page.evaluate(() => typeof DecompressionStream), "undefined");
  assert.equal((await told(page, "recovery-ready")).length, 1);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("where the page's policy forbids WebAssembly, the message names the missing word", async () => {
  const policy = "default-src 'self'; script-src 'self'";
  const page = await open(env, {
    wait: false,
    body: "<recovery-timeline></recovery-timeline>",
    policy,
  });
  const alert = page.getByRole("alert").filter({ hasText: /wasm-unsafe-eval/ });
  await alert.waitFor();
  await page.context().close();
});

test("a part that is damaged is named with the place", async () => {
  const routes = { "parts/en.*.txt": { contentType: "text/plain", body: "1234\nen\n" } };
  const page = await open(env, { wait: false, routes });
  const alert = page.getByRole("alert").filter({ hasText: /words/ });
  await alert.waitFor();
  assert.match(await alert.innerText(), /damaged.*Reload the page/);
  assert.equal((await told(page, "recovery-error")).length, 1);
  await page.context().close();
});

test("a part that is missing on the server is named", async () => {
  const page = await open(env, {
    wait: false,
    routes: { "parts/model.*.txt": { status: 404, body: "" } },
  });
  const alert = page.getByRole("alert").filter({ hasText: /404/ });
  await alert.waitFor();
  assert.match(await alert.innerText(), /parts\/model\.\w+\.txt/);
  await page.context().close();
});
