// The element's public face: state, projection, events, errors, and its life in a page.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { root } from "../../.dev/tools.mjs";
import { golden, tellingPart } from "../golden/projections.mjs";
import { open, projection, ready } from "./support.mjs";
import { settle, start, state, told } from "./support.mjs";

let env;
before(async () => (env = await start()));
after(() => env.close());

const ONE = "<recovery-timeline></recovery-timeline>";
const KEYS =
  "device depth_mm passes area prp sessions weeks_between concern tone reactivity age_band " +
  "darkens_easily water sun_protection moisturiser serum no_makeup_24h gentle_care anti_inflammatory ice " +
  "arnica_bromelain treatment treated_at event_on sureness day view compared_with";
const set = (page, part) =>
  page.evaluate((part) => (document.querySelector("recovery-timeline").state = part), part);
const alerts = (page) => page.locator("recovery-timeline [role=alert]").innerText();

test("state holds every key and takes a part of them", async () => {
  const page = await open(env, { body: ONE });
  const first = await state(page);
  assert.deepEqual(Object.keys(first), KEYS.split(" "));
  await set(page, {
    device: "roller",
    depth_mm: 0.5,
    water: false,
    treated_at: "2026-11-22T14:00",
  });
  const now = await state(page);
  assert.deepEqual(now, {
    ...first,
    device: "roller",
    depth_mm: 0.5,
    water: false,
    treatment: "own_settings",
    treated_at: "2026-11-22T14:00",
  });
  await settle(page);
  const [change] = await told(page, "recovery-change");
  const changed = ["depth_mm", "device", "treated_at", "treatment", "water"];
  assert.deepEqual(change.detail.changed.sort(), changed);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("the projection is plain numbers with units in the keys, and follows the state", async () => {
  const page = await open(env, { body: ONE });
  const shallow = await projection(page);
  assert.equal(shallow.time_h.length, shallow.signs.redness.severity.p50.length);
  assert.equal(shallow.time_h[0], 0);
  assert.equal(shallow.time_h.at(-1), 336);
  await set(page, { depth_mm: 3, passes: 6 });
  const deep = await projection(page);
  const gone = (p) => p.signs.redness.until_not_visible_h.p50;
  assert.ok(gone(deep) > gone(shallow), `${gone(deep)} > ${gone(shallow)}`);
  await page.context().close();
});

test("the projection's numbers are those of the command recovery for the same factors", async () => {
  const page = await open(env, { body: ONE });
  const initial = await state(page);
  assert.ok(golden.length >= 3); // the command's: tests/tools/recovery.test.mjs
  for (const { factors, projection: expected } of golden) {
    await set(page, { ...initial, ...factors });
    assert.deepEqual(tellingPart(await projection(page)), expected, JSON.stringify(factors));
  }
  await page.context().close();
});

test("bad values are refused with key and range, and the rest applies", async () => {
  const page = await open(env, { body: ONE });
  const first = await state(page);
  await set(page, { depth_mm: 99, passes: 4, device: "laser gun", needle: 1 });
  assert.deepEqual(await state(page), { ...first, passes: 4, treatment: "own_settings" });
  const [{ detail }] = await told(page, "recovery-error");
  const about = (key) => detail.errors.find(({ where }) => where.includes(key))?.what ?? "";
  assert.match(about("depth_mm"), /0\.25.*3/);
  assert.match(about("device"), /roller.*stamp.*pen.*rf/s);
  assert.ok(about("needle"));
  assert.match(await alerts(page), /depth_mm.*0\.25.*3/s);
  await set(page, { depth_mm: 1.5 });
  assert.equal(await alerts(page), "", "what has been put right is no longer shown");
  await page.context().close();
});

test("what is no object is refused and nothing throws", async () => {
  const page = await open(env, { body: ONE });
  const first = await state(page);
  await page.evaluate(() => {
    const element = document.querySelector("recovery-timeline");
    const circle = {};
    circle.circle = circle;
    for (const bad of [null, undefined, 3, "pen", [1], 10n, circle]) element.state = bad;
  });
  assert.equal((await told(page, "recovery-error")).length, 7);
  assert.deepEqual(await state(page), first);
  await page.context().close();
});

test("a state that is set before the widget is ready is kept", async () => {
  const page = await open(env, { body: "" });
  const seen = await page.evaluate(async () => {
    await customElements.whenDefined("recovery-timeline");
    const element = document.createElement("recovery-timeline");
    element.state = { depth_mm: 2 };
    element.state = { passes: 99, sessions: 5 };
    const early = element.state;
    document.body.append(element);
    element.state = { device: "stamp" };
    await element.ready;
    return { early, now: element.state };
  });
  assert.equal(seen.early.depth_mm, 2);
  assert.equal(seen.now.depth_mm, 2);
  assert.equal(seen.now.sessions, 5);
  assert.equal(seen.now.device, "stamp");
  await page.context().close();
});

test("a state that is set before the element is known to the browser is kept", async () => {
  const page = await open(env, {
    body: ONE,
    wait: false,
    before: () =>
      addEventListener("readystatechange", () => {}, { capture: true }) ??
      new MutationObserver((_, observer) => {
        const element = document.querySelector("recovery-timeline");
        if (!element || element.ready) return;
        element.state = { depth_mm: 2.5 };
        observer.disconnect();
      }).observe(document, { childList: true, subtree: true }),
  });
  await ready(page);
  assert.equal((await state(page)).depth_mm, 2.5);
  await page.context().close();
});

const clinic = (text) =>
  `<recovery-timeline><script type="application/json">${text}</script></recovery-timeline>`;

for (const [name, text, place] of [
  ["truncated", '{"presets": [', /line 1/],
  ["of the wrong type", '{"presets": 3}', /presets/],
  ["out of range", '{"fields": {"depth_mm": {"max": 12}}}', /depth_mm/],
  ["nested ten thousand deep", "[".repeat(10000), /line 1|deep|nest/],
]) {
  test(`clinic content that is ${name}: place and reason are shown, the widget runs`, async () => {
    const page = await open(env, { body: clinic(text) });
    const errors = (await told(page, "recovery-error")).flatMap(({ detail }) => detail.errors);
    assert.ok(errors.length > 0);
    const shown = await alerts(page);
    for (const { where, what } of errors) assert.ok(shown.includes(where) && shown.includes(what));
    assert.match(shown, place);
    assert.equal((await told(page, "recovery-ready")).length, 1);
    await set(page, { passes: 6 });
    assert.equal((await state(page)).passes, 6);
    await page.context().close();
  });
}

test("an unknown key of the content is a warning with its place, and no error", async () => {
  const page = await open(env, { body: clinic('{"colour": "blue", "fields": {}}') });
  const [{ detail }] = await told(page, "recovery-warning");
  assert.equal(detail.warnings.length, 1);
  assert.match(detail.warnings[0].where, /colour/);
  assert.deepEqual(await told(page, "recovery-error"), []);
  assert.equal(await alerts(page), "");
  await page.context().close();
});

test("clinic content is loaded from the address in the attribute", async () => {
  const routes = {
    "clinic.json": {
      contentType: "application/json",
      body: '{"fields": {"depth_mm": {"default": 2}}}',
    },
  };
  const body = '<recovery-timeline content="clinic.json"></recovery-timeline>';
  const page = await open(env, { body, routes });
  assert.equal((await state(page)).depth_mm, 2);
  assert.deepEqual(await told(page, "recovery-error"), []);
  await page.context().close();
});

test("a clinic's document that is named later brings its own settings, unless the visitor has set some", async () => {
  const body = fs.readFileSync(path.join(root, "tests/clinics/facial_chain.json"), "utf8");
  const routes = { "clinic.json": { contentType: "application/json", body } };
  for (const touched of [false, true]) {
    const page = await open(env, { body: ONE, routes });
    const own = await state(page);
    if (touched) await set(page, { day: 3 });
    await page.evaluate(async () => {
      const element = document.querySelector("recovery-timeline");
      const again = new Promise((done) =>
        element.addEventListener("recovery-ready", done, { once: true }),
      );
      element.setAttribute("content", "/clinic.json");
      await again;
    });
    const { day, treatment } = await state(page);
    assert.equal(day, touched ? 3 : own.day);
    assert.notEqual(treatment, own.treatment);
    assert.deepEqual(await told(page, "recovery-error"), []);
    assert.equal(await alerts(page), "");
    await page.context().close();
  }
});

test("a content address that leads nowhere is told, and the widget runs", async () => {
  const page = await open(env, {
    body: '<recovery-timeline content="/no.json"></recovery-timeline>',
  });
  const [{ detail }] = await told(page, "recovery-error");
  assert.match(detail.errors[0].where, /\/no\.json/);
  assert.match(detail.errors[0].what, /404/);
  assert.match(await alerts(page), /404/);
  assert.equal((await told(page, "recovery-ready")).length, 1);
  await page.context().close();
});

test("two elements on a page do not disturb each other and share their parts", async () => {
  const page = await open(env, {
    body: '<recovery-timeline id="a"></recovery-timeline><recovery-timeline id="b"></recovery-timeline>',
  });
  const both = () =>
    page.evaluate(() =>
      ["a", "b"].map((id) => {
        const element = document.getElementById(id);
        return [element.state.depth_mm, element.projection.signs.redness.until_not_visible_h.p50];
      }),
    );
  const [, b] = await both();
  await page.evaluate(() => (document.getElementById("a").state = { depth_mm: 3 }));
  await settle(page);
  const [changed, untouched] = await both();
  assert.equal(changed[0], 3);
  assert.deepEqual(untouched, b);
  assert.deepEqual(
    (await told(page, "recovery-change")).map(({ id }) => id),
    ["a"],
  );
  assert.equal(page.requests.filter((address) => address.includes(".wasm")).length, 1);
  await page.context().close();
});

test("moved, removed and put back, it keeps what the visitor set", async () => {
  const page = await open(env, { body: `<div id="there"></div>${ONE}` });
  await set(page, { depth_mm: 2, view: "recovery", day: 3 });
  const same = await page.evaluate(async () => {
    const element = document.querySelector("recovery-timeline");
    const canvas = () => element.shadowRoot.querySelector("canvas");
    const before = canvas();
    document.getElementById("there").append(element);
    await new Promise((done) => setTimeout(done, 50));
    return before === canvas();
  });
  assert.ok(same, "a move restarts nothing");
  await page.evaluate(async () => {
    const element = document.querySelector("recovery-timeline");
    element.remove();
    await new Promise((done) => setTimeout(done, 50));
    globalThis.away = [element.state.depth_mm, element.shadowRoot.querySelector("canvas")];
    document.body.append(element);
    await element.ready;
  });
  assert.deepEqual(await page.evaluate(() => away), [2, null]);
  const back = await state(page);
  assert.equal(back.depth_mm, 2);
  assert.equal(back.day, 3);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("it moves into another document", async () => {
  const page = await open(env, { body: `<iframe id="frame"></iframe>${ONE}` });
  await set(page, { depth_mm: 2 });
  const result = await page.evaluate(async () => {
    const element = document.querySelector("recovery-timeline");
    const { contentDocument } = document.getElementById("frame");
    contentDocument.body.append(element);
    await element.ready;
    return [element.state.depth_mm, element.ownerDocument === contentDocument];
  });
  assert.deepEqual(result, [2, true]);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("when the program stops, the page is told and the settings are kept", async () => {
  const before = () => {
    const start = WebAssembly.instantiate;
    WebAssembly.instantiate = async (module, imports) => {
      const { exports } = await start(module, imports);
      const frame = (seconds) => {
        if (globalThis.broken) throw new WebAssembly.RuntimeError("unreachable");
        return exports.rt_frame(seconds);
      };
      return { exports: { ...exports, rt_frame: frame } };
    };
  };
  const page = await open(env, { body: ONE, before });
  await set(page, { depth_mm: 2 });
  await settle(page);
  await page.evaluate(() => (globalThis.broken = true));
  await set(page, { passes: 5 });
  await settle(page);
  assert.match(await alerts(page), /stopped.*Reload/s);
  assert.equal((await told(page, "recovery-error")).length, 1);
  assert.equal((await state(page)).depth_mm, 2);
  await page.evaluate(async () => {
    globalThis.broken = false;
    const element = document.querySelector("recovery-timeline");
    element.remove();
    await Promise.resolve();
    document.body.append(element);
    await element.ready;
  });
  assert.equal((await state(page)).depth_mm, 2, "put back, it starts again where it was");
  assert.equal(await alerts(page), "");
  await page.context().close();
});
