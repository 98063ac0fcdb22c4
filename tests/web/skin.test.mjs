// The illustration of the skin as it is drawn: its colors against the model, and when it is drawn at all.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { serve } from "../../.dev/serve.mjs";
import { browser } from "../../.dev/setup.mjs";
import { root } from "../../.dev/tools.mjs";
import { difference2000, labOf } from "./color.mjs";
import { firefox, openChromium, openFirefox } from "./engines.mjs";
import { difference, ssim } from "./image.mjs";
import { dist, drawn, FLAGS, open, picture, settle, showText, start } from "./support.mjs";

const EXPOSURE = 1.35; // kSkinExposure of src/model/skin/skin_color.h, the same for every tone
const [PIXEL_MM, MELANIN, REDNESS] = [0, 1, 3]; // places of src/model/skin/skin_patch.cpp
const SIGNS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 16, 17];
const ELEMENT = `document.querySelector("recovery-timeline")`;

/** [{tone, melanin, redness, lab}], the published figures of the model. */
const published = fs
  .readFileSync(path.join(root, "tests/golden/skin_tones.txt"), "utf8")
  .split("\n")
  .filter((line) => /^\d/.test(line))
  .map((line) => line.split(" "))
  .map(([tone, melanin, redness, , r, g, b]) => ({
    tone: Number(tone),
    melanin: Number(melanin),
    redness: Number(redness),
    lab: labOf([r, g, b].map(Number)),
  }));

// Redness alone: no swelling, dryness, flakes, pores, bruise, marks or overlay; calm undertone.
function numbersOf(given, { melanin, redness }, size) {
  const numbers = [...given];
  numbers.fill(0, 4, 12); // signs and bruises
  numbers.fill(0, 15, 19); // openings, pinpoints, bruised area, overlay
  numbers[PIXEL_MM] = 20 / size;
  numbers[MELANIN] = Math.sqrt((melanin - 0.002) / 0.6);
  numbers[2] = 0.016;
  numbers[REDNESS] = redness;
  return numbers;
}

let server;
let env;
before(async () => {
  const pages = path.join(import.meta.dirname, "pages");
  server = await serve({ folders: [dist, pages], port: 0 });
  env = await start();
});
after(() => Promise.all([server.close(), env.close()]));

test("the color difference of these tests is CIEDE2000", () => {
  const near = (a, b) => assert.ok(Math.abs(a - b) < 1e-4, `${a}, not ${b}`);
  near(difference2000([50, 2.6772, -79.7751], [50, 0, -82.7485]), 2.0425);
  near(difference2000([50, 2.5, 0], [73, 25, -18]), 27.1492);
  near(difference2000([22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619]), 2.0373);
  near(difference2000([50, -1, 2], [50, 0, 0]), 2.3669);
  assert.deepEqual(
    labOf([1, 1, 1]).map((v) => Math.round(v * 100) / 100 + 0),
    [100, 0, 0],
  );
});

for (const [name, found, openEngine] of [
  ["Chromium", browser(), () => openChromium(browser(), FLAGS)],
  ["Firefox", firefox(), () => openFirefox()],
]) {
  const skip = found ? false : `${name} is not installed here: SKIPPED`;
  describe(name, { skip }, () => {
    let engine;
    before(async () => {
      engine = await openEngine();
      await engine.goto(`${server.url}skin.html`);
      await engine.evaluate(
        `customElements.whenDefined("recovery-timeline").then(() => ${ELEMENT}.ready).then(() => 1)`,
      );
    });
    after(() => engine?.close());

    for (const ratio of [1, 2]) {
      test(`ten tones at three levels of redness are drawn in the model's colors, at ${ratio}x`, async () => {
        assert.equal(published.length, 30);
        const size = 133 * ratio;
        const [given] = await engine.evaluate("patches");
        const means = await engine.evaluate(
          `${JSON.stringify(published.map((one) => numbersOf(given, one, size)))}
            .map((numbers) => meanOf(numbers, ${size}))`,
        );
        const differences = means.map((mean, i) => {
          const lab = labOf(mean.map((v) => v / EXPOSURE));
          return difference2000(lab, published[i].lab);
        });
        const worst = Math.max(...differences);
        const mean = differences.reduce((a, b) => a + b) / 30;
        console.log(`${name} ${ratio}x: mean ${mean.toFixed(2)}, worst ${worst.toFixed(2)}`);
        differences.forEach((d, i) =>
          assert.ok(d <= 1, `tone ${published[i].tone}, redness ${published[i].redness}: ${d}`),
        );
      });
    }

    test("all tones are drawn with the same exposure, light and physiology", async () => {
      const drawn = await engine.evaluate(`(async () => {
        const all = [];
        for (let tone = 1; tone <= 10; tone++) {
          patches.length = 0;
          ${ELEMENT}.state = { tone, day: 1, depth_mm: 1.5 };
          while (patches.length < 3) await new Promise((done) => requestAnimationFrame(done));
          all.push(patches.slice(-3));
        }
        return all;
      })()`);
      assert.equal(drawn.length, 10);
      const melanin = drawn.map(([first]) => first[MELANIN]);
      for (const [i, patches] of drawn.entries()) {
        assert.equal(patches.length, 3, "milder, typical and stronger");
        if (i) assert.ok(melanin[i] > melanin[i - 1], "deeper tones hold more melanin");
        patches.forEach((numbers, course) =>
          numbers.forEach((value, place) => {
            if (place === MELANIN) return;
            const first = drawn[0][course][place];
            // The time courses of the signs know the tone a little: barriers close later.
            if (SIGNS.includes(place)) assert.ok(Math.abs(value - first) < 0.02, `sign ${place}`);
            else assert.equal(value, first, `number ${place}`);
          }),
        );
      }
      assert.ok(Math.abs(drawn[0][0][20] - EXPOSURE) < 1e-6);
    });
  });
}

const open1 = (options = {}) =>
  open(env, { address: `${server.url}skin.html`, width: 1100, ...options });
const set = async (page, part) => {
  await page.evaluate((part) => {
    patches.length = 0;
    document.querySelector("recovery-timeline").state = part;
  }, part);
  await drawn(page);
  return page.evaluate(() => patches);
};

for (const calm of [false, true]) {
  test(`a change is drawn once and at once, without a fade or a flash${calm ? ", also with reduced motion" : ""}`, async () => {
    const page = await open1({ calm });
    const first = await set(page, { day: 1, tone: 4 });
    assert.equal(first.length, 3, "each patch once");
    const next = await set(page, { day: 3 });
    assert.equal(next.length, 3);
    for (const [i, numbers] of next.entries()) assert.notDeepEqual(numbers, first[i]);
    await page.context().close();
  });
}

test("a frame that does not change a patch does not draw it again", async () => {
  const page = await open1();
  await set(page, { day: 1, tone: 4 });
  assert.deepEqual(await set(page, { treated_at: "2026-11-22T14:00" }), [], "dates alone change");
  await page.evaluate(() => (patches.length = 0));
  await page.getByRole("button", { name: "What is this: Needle depth" }).press("Enter");
  await page.mouse.move(500, 300);
  await drawn(page);
  assert.deepEqual(await page.evaluate(() => patches), []);
  await showText(page);
  assert.deepEqual(await set(page, { day: 5 }), [], "as text nothing is drawn");
  await page.getByRole("button", { name: "Picture version" }).press("Enter");
  await drawn(page);
  assert.equal(await page.evaluate(() => patches.length), 3);
  await page.context().close();
});

test("a context that was lost and comes back draws the patches as they were", async () => {
  const page = await open1();
  await set(page, { day: 1, tone: 3 });
  const before = await picture(page, "skin-before-loss");
  await page.evaluate(async () => {
    patches.length = 0;
    const lose = skin.gl.getExtension("WEBGL_lose_context");
    const back = new Promise((done) =>
      skin.gl.canvas.addEventListener("webglcontextrestored", done, { once: true }),
    );
    lose.loseContext();
    await new Promise((done) => setTimeout(done, 100));
    lose.restoreContext();
    await back;
  });
  await page.waitForFunction(() => patches.length >= 3);
  await settle(page);
  const after = await picture(page, "skin-after-loss");
  assert.ok(ssim(before, after) > 0.99);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("on a narrow page, too, three patches stand side by side, each redder than the one before", async () => {
  const page = await open1({ width: 390 });
  const three = await set(page, { day: 1, tone: 3 });
  assert.equal(three.length, 3);
  await drawn(page);
  const red = await page.evaluate((at) => patches.slice(-3).map((patch) => patch[at]), REDNESS);
  assert.ok(red[0] < red[1] && red[1] < red[2], red.join());
  await page.context().close();
});

test("the overlay and the undertone change the picture, and no number", async () => {
  const page = await open1();
  await set(page, { day: 1, tone: 3 });
  const numbers = () => page.evaluate((at) => JSON.stringify(eval(at).projection), ELEMENT);
  const before = await numbers();
  const plain = await picture(page, "skin-plain");
  await page.getByRole("switch", { name: "Outline the affected area" }).press("Space");
  await settle(page);
  const hatched = await picture(page, "skin-outlined");
  assert.ok(difference(plain, hatched) > 0.001);
  assert.equal(await page.evaluate(() => patches.at(-1)[18]), 1);
  await page.getByRole("radio", { name: "Rosy" }).press("Space");
  await drawn(page);
  assert.ok((await page.evaluate(() => patches.at(-1)[2])) > 0.016, "more blood at rest");
  assert.equal(await numbers(), before);
  await page.context().close();
});

test("without the picture each course is a box in the model's color with words for it", async () => {
  const page = await open1({ width: 390 });
  await set(page, { day: 0, tone: 8 });
  await showText(page);
  const boxes = await page.evaluate(() =>
    [...document.querySelector("recovery-timeline").shadowRoot.querySelectorAll("[role=img]")].map(
      (element) => ({
        name: element.getAttribute("aria-label"),
        color: getComputedStyle(element, "::before").backgroundColor,
      }),
    ),
  );
  assert.deepEqual(
    boxes.map(({ name }) => name.split(":")[0]),
    ["milder", "typical", "stronger"],
  );
  for (const { name, color } of boxes) {
    assert.match(name, /: .+\. Swelling: .+\. Bruising: .+\. Flaking: .+\./);
    const [r, g, b] = color.match(/\d+/g).map(Number);
    assert.ok(r > g && g > b && r > 0x60 && r < 0x90, `${color}: tone 8, exposed`);
  }
  assert.equal(new Set(boxes.map(({ color }) => color)).size, 3, "redder from one to the next");
  assert.equal(await page.getByRole("radiogroup", { name: "What the picture shows" }).count(), 0);
  await picture(page, "skin-as-text");
  await page.context().close();
});
