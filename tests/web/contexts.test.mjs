// Drawing contexts that come and go, widgets that are out of sight, and what is left behind.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { difference, open, picture, settle, start, state } from "./support.mjs";

let env;
before(async () => (env = await start()));
after(() => env.close());

const ONE = "<recovery-timeline></recovery-timeline>";
const set = (page, part) =>
  page.evaluate((part) => (document.querySelector("recovery-timeline").state = part), part);

// Runs before the page: keeps the drawing context, counts frames and drawing calls.
function watch() {
  globalThis.contexts = 0;
  globalThis.counted = { frames: 0, calls: 0 };
  const get = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    const context = get.call(this, kind, ...rest);
    if (kind === "webgl2") {
      contexts++;
      globalThis.drawing = context;
    }
    return context;
  };
  const nextFrame = globalThis.requestAnimationFrame;
  globalThis.requestAnimationFrame = (act) => (counted.frames++, nextFrame(act));
  const { prototype } = WebGL2RenderingContext;
  for (const name of ["clear", "drawElements", "bufferData", "texSubImage2D"]) {
    const call = prototype[name];
    prototype[name] = function (...values) {
      counted.calls++;
      return call.apply(this, values);
    };
  }
}

async function loseAndRestore(page) {
  await page.evaluate(async () => {
    const handle = drawing.getExtension("WEBGL_lose_context");
    const once = (name) =>
      new Promise((done) => drawing.canvas.addEventListener(name, done, { once: true }));
    const lost = once("webglcontextlost");
    handle.loseContext();
    await lost;
    await new Promise((done) => setTimeout(done, 20));
    const restored = once("webglcontextrestored");
    handle.restoreContext();
    await restored;
  });
}

test("a drawing context that is lost twenty times comes back with the same picture and state", async () => {
  const page = await open(env, { body: ONE, width: 390, before: watch });
  await set(page, { depth_mm: 2, day: 2 });
  await settle(page);
  const first = { image: await picture(page, "context-before"), state: await state(page) };
  for (let i = 0; i < 20; i++) {
    await loseAndRestore(page);
    await set(page, { depth_mm: i % 2 ? 2 : 3 }); // with glyphs that are new in the atlas
    await settle(page);
  }
  assert.deepEqual(await state(page), first.state);
  assert.ok(difference(first.image, await picture(page, "context-after")) < 0.001);
  assert.equal(await page.evaluate(() => contexts), 1);
  await page.context().close();
});

test("while the drawing context is lost the last picture stays", async () => {
  const page = await open(env, { body: ONE, width: 390, before: watch });
  const first = await picture(page, "context-kept-before");
  await page.evaluate(() => drawing.getExtension("WEBGL_lose_context").loseContext());
  await page.waitForTimeout(200);
  assert.ok(difference(first, await picture(page, "context-kept-after")) < 0.001);
  await page.context().close();
});

test("a context that does not come back gives way to the text version, until it does", async () => {
  const page = await open(env, { body: ONE, width: 390, before: watch });
  const note = page.getByText("WebGL 2 is missing");
  const first = await picture(page, "context-gone-before");
  await page.evaluate(() => {
    globalThis.handle = drawing.getExtension("WEBGL_lose_context");
    handle.loseContext();
  });
  await note.waitFor({ timeout: 10_000 });
  assert.ok(await page.getByRole("slider", { name: "Needle depth" }).isVisible());
  await page.evaluate(() => handle.restoreContext());
  await note.waitFor({ state: "hidden", timeout: 10_000 });
  await settle(page);
  assert.ok(difference(first, await picture(page, "context-gone-after")) < 0.001);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("many widgets share one drawing context", async () => {
  const page = await open(env, { body: ONE.repeat(5), width: 390, before: watch });
  assert.equal(await page.evaluate(() => contexts), 1);
  await page.context().close();
});

const restful = async (page, ms) => {
  await page.waitForTimeout(1000);
  const before = await page.evaluate(() => ({ ...counted }));
  assert.ok(before.frames > 0 && before.calls > 0, "the counters count");
  await page.waitForTimeout(ms);
  assert.deepEqual(await page.evaluate(() => ({ ...counted })), before);
};

test("ten seconds at rest: no frame is asked for, nothing is drawn", async () => {
  const page = await open(env, { body: ONE, before: watch });
  await page.mouse.move(400, 300);
  await restful(page, 10_000);
  await page.context().close();
});

test("out of sight nothing is drawn, whatever changes; back in sight it is up to date", async () => {
  const body = `<div class="far"></div>${ONE}`;
  const page = await open(env, { body, width: 390, before: watch });
  const far = (height) =>
    page.evaluate((height) => (document.querySelector(".far").style.height = height), height);
  await page.waitForTimeout(600);
  await far("5000px");
  await page.waitForTimeout(300);
  const before = await page.evaluate(() => ({ ...counted }));
  for (const depth_mm of [3, 2, 2.5]) {
    await set(page, { depth_mm });
    await page.waitForTimeout(200);
  }
  assert.deepEqual(await page.evaluate(() => ({ ...counted })), before);
  await far("0");
  await page.waitForTimeout(600);
  assert.ok((await page.evaluate(() => counted.calls)) > before.calls);
  const depth = page.getByRole("slider", { name: "Needle depth" });
  assert.equal(await depth.inputValue(), "2.5");
  await page.context().close();
});

test("in a hidden tab no frame is asked for; shown again, it is up to date", async () => {
  const page = await open(env, { body: ONE, width: 390, before: watch });
  await page.waitForTimeout(600);
  // A browser without a window hides no tab: the page is told so as a browser tells it.
  const show = (state) =>
    page.evaluate((state) => {
      Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
  await show("hidden");
  const before = await page.evaluate(() => counted.frames);
  await set(page, { depth_mm: 3 });
  await page.waitForTimeout(500);
  assert.equal(await page.evaluate(() => counted.frames), before);
  await show("visible");
  await page.waitForTimeout(300);
  assert.ok((await page.evaluate(() => counted.frames)) > before);
  const depth = page.getByRole("slider", { name: "Needle depth" });
  assert.equal(await depth.inputValue(), "3");
  await page.context().close();
});

test("a hundred mounts and unmounts leave less than 2 MB and no listener behind", async () => {
  const page = await open(env, { body: ONE, width: 390 });
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  const cycle = (count) =>
    page.evaluate(async (count) => {
      for (let i = 0; i < count; i++) {
        document.querySelector("recovery-timeline")?.remove();
        const element = document.createElement("recovery-timeline");
        document.body.append(element);
        await element.ready;
      }
      document.querySelector("recovery-timeline").remove();
      await new Promise((done) => setTimeout(done, 300));
    }, count);
  const measure = async () => {
    for (let i = 0; i < 3; i++) {
      await client.send("HeapProfiler.collectGarbage");
      await page.waitForTimeout(100);
    }
    const { metrics } = await client.send("Performance.getMetrics");
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
  await cycle(5);
  const first = await measure();
  await cycle(100);
  const last = await measure();
  const grown = (last.JSHeapUsedSize - first.JSHeapUsedSize) / 2 ** 20;
  assert.ok(grown < 2, `${grown.toFixed(2)} MB`);
  assert.ok(
    last.JSEventListeners <= first.JSEventListeners,
    `${first.JSEventListeners} listeners, then ${last.JSEventListeners}`,
  );
  assert.ok(last.Nodes <= first.Nodes + 50, `${first.Nodes} DOM nodes, then ${last.Nodes}`);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
