// Drawing contexts that come and go, memory, and what is left behind. Rest, out of sight and in a hidden
// tab: engines.test.mjs, for which a browser needs a window.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { difference, ssim } from "./image.mjs";
import {
  drawn,
  eventually,
  open,
  picture,
  settle,
  showView,
  start,
  state,
  VIEWS,
} from "./support.mjs";

let env;
before(async () => (env = await start()));
after(() => env.close());

const ONE = "<recovery-timeline></recovery-timeline>";
const set = (page, part) =>
  page.evaluate((part) => (document.querySelector("recovery-timeline").state = part), part);

// Runs before the page: keeps the drawing context, and counts those that are made.
function watch() {
  globalThis.contexts = 0;
  const get = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    const context = get.call(this, kind, ...rest);
    if (kind === "webgl2") {
      contexts++;
      globalThis.drawing = context;
    }
    return context;
  };
}

// Runs before the page: counts the uploads of pixels to the graphics device in each frame that has any.
function countUploads() {
  globalThis.uploads = [];
  let now = 0;
  for (const name of ["texImage2D", "texSubImage2D", "texImage3D"]) {
    const call = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function (...values) {
      // A frame is drawn in one go.
      if (values.at(-1) !== null && ++now === 1)
        queueMicrotask(() => uploads.push(now) && (now = 0));
      return call.apply(this, values);
    };
  }
}

test("however many numbers a step of a slider changes, they are uploaded at once", async (t) => {
  const page = await open(env, { body: ONE, width: 1280, ratio: 2, before: countUploads });
  await drawn(page);
  await page.evaluate(() => (uploads.length = 0));
  for (const depth_mm of [0.5, 3, 2, 1.25]) {
    await set(page, { depth_mm });
    await drawn(page);
  }
  const counts = await page.evaluate(() => uploads);
  t.diagnostic(`uploads a frame with any: ${counts}`);
  assert.ok(counts.length >= 3, "new numbers were uploaded");
  assert.equal(Math.max(...counts), 1);
  await page.context().close();
});

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

test("a drawing context that is lost twenty times comes back with the same picture and state", async (t) => {
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
  const last = await picture(page, "context-after");
  const alike = ssim(first.image, last);
  t.diagnostic(`SSIM after twenty losses: ${alike.toFixed(5)}`);
  assert.ok(alike >= 0.99, `SSIM ${alike}`);
  assert.ok(difference(first.image, last) < 0.001);
  assert.equal(await page.evaluate(() => contexts), 1);
  await page.context().close();
});

test("while the drawing context is lost the last picture stays", async () => {
  const page = await open(env, { body: ONE, width: 390, before: watch });
  const first = await picture(page, "context-kept-before");
  await page.evaluate(async () => {
    const lost = new Promise((done) =>
      drawing.canvas.addEventListener("webglcontextlost", done, { once: true }),
    );
    drawing.getExtension("WEBGL_lose_context").loseContext();
    await lost;
  });
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
  await note.waitFor({ timeout: 60_000 });
  assert.ok(await page.getByRole("slider", { name: "Needle depth" }).isVisible());
  await page.evaluate(() => handle.restoreContext());
  await note.waitFor({ state: "hidden", timeout: 60_000 });
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

// Runs before the page. Each widget has a memory of its own, which the page's heap does not count.
function keepMemories() {
  globalThis.memories = [];
  const start = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...given) => {
    const instance = await start(...given);
    memories.push(new WeakRef(instance.exports.memory));
    globalThis.keep?.(instance);
    return instance;
  };
}
const wasmMegabytes = (page) =>
  page.evaluate(
    () => memories.reduce((sum, kept) => sum + (kept.deref()?.buffer.byteLength ?? 0), 0) / 2 ** 20,
  );

// A plain screen, a fine one, and a phone, where one long view's text alone is more than four million pixels.
for (const [width, ratio, most] of [
  [1280, 1, 4],
  [1280, 2, 8],
  [390, 3, 16],
]) {
  test(`every view, seen twice at ${width} px and ratio ${ratio}, needs no more than ${most} MB of memory`, async (t) => {
    const page = await open(env, { body: ONE, width, ratio, before: keepMemories });
    const needed = [];
    for (const view of [...VIEWS, ...VIEWS]) {
      await showView(page, view);
      await drawn(page);
      needed.push(await wasmMegabytes(page));
    }
    t.diagnostic(`MB after each view: ${needed.join(", ")}`);
    assert.ok(needed.at(-1) <= most, needed.join(", "));
    await page.context().close();
  });
}

// Elements put into the page and taken out again, one after the other.
const mount = (page, count) =>
  page.evaluate(async (count) => {
    for (let i = 0; i < count; i++) {
      const element = document.createElement("recovery-timeline");
      document.body.append(element);
      await element.ready;
      element.remove();
    }
    await new Promise((done) => setTimeout(done, 300));
  }, count);

/** What is left once the garbage is gone. */
async function leftBehind(page) {
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  for (let i = 0; i < 3; i++) {
    await client.send("HeapProfiler.collectGarbage");
    await page.waitForTimeout(100);
  }
  const { metrics } = await client.send("Performance.getMetrics");
  await client.detach();
  const values = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  const megabytes = values.JSHeapUsedSize / 2 ** 20 + (await wasmMegabytes(page));
  return { megabytes, listeners: values.JSEventListeners, nodes: values.Nodes };
}

const isAsBefore = (first, last) =>
  last.megabytes < first.megabytes + 2 &&
  last.listeners <= first.listeners &&
  last.nodes <= first.nodes + 50;

test("a hundred mounts and unmounts leave less than 2 MB and no listener behind", async (t) => {
  const page = await open(env, { body: "", width: 390, before: keepMemories });
  await mount(page, 5);
  const first = await leftBehind(page);
  await mount(page, 100);
  let last;
  // A busy machine's graphics process lets go of canvases late.
  await eventually("nothing is left behind", async () => {
    last = await leftBehind(page);
    t.diagnostic(`${JSON.stringify(first)}, then ${JSON.stringify(last)}`);
    return isAsBefore(first, last);
  });
  const made = await page.evaluate(() => memories.length);
  assert.ok(made > 100, `${made} wasm memories were made`);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

// Each is told an instance that starts, while its element is in the page.
const KEEPS = {
  memory: ({ exports }) => kept.push(exports.memory),
  listeners: () => {
    const element = document.querySelector("recovery-timeline");
    addEventListener("scroll", () => element.isConnected);
  },
  nodes: () => kept.push(document.querySelector("recovery-timeline").shadowRoot.firstChild),
};

for (const [kind, keep] of Object.entries(KEEPS)) {
  test(`${kind} that a page keeps of six widgets are found to be left behind`, async () => {
    const page = await open(env, { body: "", width: 390, before: keepMemories });
    await mount(page, 2);
    const first = await leftBehind(page);
    await page.evaluate(`(globalThis.kept = [], globalThis.keep = ${keep})`);
    await mount(page, 6);
    await page.waitForTimeout(2000);
    const last = await leftBehind(page);
    assert.ok(!isAsBefore(first, last), `${JSON.stringify(first)}, then ${JSON.stringify(last)}`);
    await page.context().close();
  });
}
