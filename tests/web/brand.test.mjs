// The clinic's colors, from its --rt-… properties to what is painted: any color may come, texts and
// graphics stay readable, and the page is told what had to be changed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { drawn, eventually, open, picture, settle, start, told } from "./support.mjs";

let env;
before(async () => (env = await start()));
after(() => env.close());

const ONE = "<recovery-timeline></recovery-timeline>";

// "#rrggbb" -> [r, g, b], 0..255
const parts = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
// WCAG 2.2, "relative luminance" and "contrast ratio".
function luminance(hex) {
  const [r, g, b] = parts(hex)
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a, b) {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

// What is drawn on what (Palette of src/platform/abi.h), and the contrast that it must have.
const PAIRS = [
  ...["text", "muted"].flatMap((ink) => ["background", "surface"].map((on) => [ink, on, 4.5])),
  ["text", "accent-soft", 4.5],
  ["on-accent", "accent", 4.5],
  ["accent", "surface", 4.5],
  ["chip-good-text", "chip-good", 4.5],
  ["accent", "accent-soft", 3],
  ["focus", "background", 3],
  ["focus", "surface", 3],
];

// The same dice in every run: mulberry32.
function dice(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

// Runs in the page: gives the element its colors and waits until it wears others than before.
async function wear(given) {
  const { style, shadowRoot } = document.querySelector("recovery-timeline");
  const stage = shadowRoot.querySelector(".stage");
  const before = stage.style.cssText;
  const warnings = told.filter(({ type }) => type === "recovery-warning").length;
  for (const name in given) style.setProperty(name, given[name]);
  while (stage.style.cssText === before) await new Promise((done) => setTimeout(done, 5));
  const worn = {};
  for (const name of stage.style) {
    if (name.startsWith("--")) worn[name.slice(2)] = stage.style.getPropertyValue(name);
  }
  const now = told.filter(({ type }) => type === "recovery-warning").slice(warnings);
  return { worn, warnings: now.at(-1)?.detail.warnings ?? [] };
}

// Runs in the page: whether the first canvas has this color at its corner, and this one anywhere.
function painted([corner, anywhere]) {
  const canvas = document.querySelector("recovery-timeline").shadowRoot.querySelector("canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const is = (at, [r, g, b]) => data[at] === r && data[at + 1] === g && data[at + 2] === b;
  let found = false;
  for (let at = 0; at < data.length && !found; at += 4) found = is(at, anywhere);
  return [is(0, corner), found];
}

const USED = {
  "--rt-accent": "accent",
  "--rt-background": "background",
  "--rt-surface": "surface",
  "--rt-text": "text",
};

test("80 random brand colors keep 4.5:1 for text and 3:1 for graphics, and each change is told", async () => {
  const page = await open(env, { body: ONE, width: 390 });
  const roll = dice(2026);
  const color = () => "#" + [0, 0, 0].map(() => hex2(Math.floor(roll() * 256))).join("");
  const hex2 = (value) => value.toString(16).padStart(2, "0");
  let corrected = 0;
  for (let i = 0; i < 80; i++) {
    const given = Object.fromEntries(Object.keys(USED).map((name) => [name, color()]));
    const { worn, warnings } = await page.evaluate(wear, given);
    const what = JSON.stringify(given);
    for (const [ink, ground, least] of PAIRS) {
      const ratio = contrast(worn[ink], worn[ground]);
      assert.ok(ratio >= least - 0.005, `${ink} on ${ground}: ${ratio.toFixed(2)} with ${what}`);
    }
    const changed = Object.keys(USED).filter((name) => worn[USED[name]] !== given[name]);
    assert.deepEqual(warnings.map(({ where }) => where).sort(), changed.sort(), what);
    for (const { where, what: reason, given: was, used } of warnings) {
      assert.equal(was, given[where]);
      assert.equal(used, worn[USED[where]]);
      assert.match(reason, /contrast to .* is [\d.]+:1; [\d.]+:1 is needed|every ground/);
    }
    corrected += changed.length;
    if (i % 20) continue;
    await drawn(page);
    const pixels = await page.evaluate(painted, [parts(worn.background), parts(worn.accent)]);
    assert.deepEqual(pixels, [true, true], `painted on the ground and with the accent: ${what}`);
  }
  assert.ok(corrected > 40 && corrected < 320, `${corrected} colors were corrected`);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

const warnings = async (page) =>
  (await told(page, "recovery-warning")).map(({ detail }) => detail.warnings);

test("a brand color that cannot be read is told once, with its value, the used one and the reason", async () => {
  const head = "<style>recovery-timeline { --rt-accent: gold }</style>";
  const policy =
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'unsafe-inline'";
  const page = await open(env, { body: ONE, width: 390, head, policy });
  const [[warning], ...more] = await warnings(page);
  assert.deepEqual(more, []);
  assert.equal(warning.where, "--rt-accent");
  assert.equal(warning.given, "gold");
  assert.match(warning.used, /^#[0-9a-f]{6}$/);
  assert.ok(contrast(warning.used, "#ffffff") >= 4.5, warning.used);
  assert.equal(warning.what, "Its contrast to --rt-surface is 1.4:1; 4.5:1 is needed.");
  assert.deepEqual(await told(page, "recovery-error"), [], "the widget runs: this is no error");
  await page.evaluate(() => (document.querySelector("recovery-timeline").state = { passes: 5 }));
  await settle(page);
  assert.equal((await warnings(page)).length, 1, "it is not told again");
  await picture(page, "brand-gold");
  await page.context().close();
});

test("what is no color is told, and ours is used", async () => {
  const page = await open(env, { body: ONE, width: 390 });
  await page.evaluate(() =>
    document.querySelector("recovery-timeline").style.setProperty("--rt-accent", "#12"),
  );
  await eventually("it is told", async () => (await warnings(page)).length > 0);
  const [[{ where, what, given, used }]] = await warnings(page);
  assert.deepEqual([where, given], ["--rt-accent", "#12"]);
  assert.match(what, /no color/);
  assert.match(used, /^#[0-9a-f]{6}$/);
  await page.context().close();
});

test("good brand colors and forced colors cause no warning", async () => {
  const head =
    "<style>recovery-timeline { --rt-accent: #0b5563; --rt-background: #f4f1ea }</style>";
  const policy =
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'unsafe-inline'";
  for (const forced of [false, true]) {
    const page = await open(env, { body: ONE, width: 390, head, policy, forced });
    assert.deepEqual(await warnings(page), []);
    await page.context().close();
  }
});
