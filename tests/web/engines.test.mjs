// The same claims in three engines: Chromium, Firefox, and WebKit (WebKitGTK, which is not Safari).
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { chromium } from "playwright-core";
import { serve } from "../../.dev/serve.mjs";
import { browser } from "../../.dev/setup.mjs";
import { firefox, miniBrowser, openChromium, openFirefox, openWebKit } from "./engines.mjs";
import { decodePng } from "./image.mjs";
import { dist, FLAGS, pictures } from "./support.mjs";

const ENGINES = [
  ["Chromium", browser(), () => openChromium(chromium, browser(), FLAGS)],
  ["Firefox", firefox(), () => openFirefox()],
  ["WebKit", miniBrowser(), () => openWebKit()],
];
const ARIA = {
  ...{ radio_group: "radiogroup", tab_list: "tablist", list_item: "listitem", switch_: "switch" },
  ...{ column_header: "columnheader", row_header: "rowheader", text: "paragraph" },
};
const aria = (role) => ARIA[role] ?? role;
// What carries a name of its own in every engine.
const NAMED =
  /^(group|heading|slider|radiogroup|radio|switch|button|figure|table|columnheader|rowheader|cell|list)$/;

let server;
before(async () => {
  const pages = path.join(import.meta.dirname, "pages");
  server = await serve({ folders: [dist, pages], port: 0 });
});
after(() => server.close());

const ELEMENT = `document.querySelector("recovery-timeline")`;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function visit(engine, page) {
  await engine.goto(server.url + page);
  await engine.evaluate(
    `customElements.whenDefined("recovery-timeline").then(() => ${ELEMENT}.ready).then(() => 1)`,
  );
}
const stateOf = (engine) => engine.evaluate(`${ELEMENT}.state`);
const sliderBox = (engine) =>
  engine.evaluate(`(() => {
    const slider = ${ELEMENT}.shadowRoot.querySelector('input[aria-label="Needle depth"]');
    slider.scrollIntoView({ block: "center" });
    const { x, y, width, height } = slider.getBoundingClientRect();
    return { x, y, width, height };
  })()`);

async function shot(engine, name) {
  const png = await engine.screenshot();
  fs.mkdirSync(pictures, { recursive: true });
  fs.writeFileSync(path.join(pictures, `${name}.png`), png);
  return decodePng(png);
}

/** Share of the pixels in a box (CSS px of the window) that are dark on light. */
function inked(image, ratio, [x, y, w, h]) {
  const columns = [];
  let count = 0;
  for (let i = Math.round(x * ratio); i < Math.min(image.width, (x + w) * ratio); i++) {
    let ink = 0;
    for (let j = Math.round(y * ratio); j < Math.min(image.height, (y + h) * ratio); j++) {
      if (Math.max(...image.at(i, j)) < 150) ink++;
    }
    if (ink) columns.push(i);
    count += ink;
  }
  return { count, left: columns[0] / ratio, right: columns.at(-1) / ratio };
}

function assertParity(name, registry, told) {
  const expected = registry
    .map(({ role, ...rest }) => ({ role: aria(role), ...rest }))
    .filter(({ role }) => NAMED.test(role));
  const given = told.filter(({ role }) => NAMED.test(role));
  const line = ({ role, name, words, own, text }) => `${role}: ${name || words || own || text}`;
  assert.deepEqual(given.map(line), expected.map(line), `${name} tells what is drawn`);
  expected.forEach((node, i) => {
    if (node.role !== "slider" || given[i].min === undefined) return;
    const { min, max, value, text } = given[i];
    const rounded = (number) => Math.round(number * 1e4) / 1e4;
    assert.deepEqual(
      [+min, +max, rounded(value)],
      [node.min, node.max, rounded(node.value)],
      node.name,
    );
    // Chromium's protocol tells the plain value in place of the value text.
    if (text !== undefined) assert.equal(text, node.text, node.name);
  });
  return expected.length;
}

// Firefox can be asked only for the markup: roles as HTML gives them.
const HTML = { range: "slider", button: "button", p: "paragraph", h2: "heading", h3: "heading" };

for (const [name, found, start] of ENGINES) {
  describe(
    name,
    { skip: found ? false : `${name} is not installed here: its claims are SKIPPED` },
    () => {
      let engine;
      before(async () => (engine = await start()));
      after(() => engine?.close());

      test(`${name}: becomes ready and draws`, async () => {
        await visit(engine, "one.html");
        await pause(500);
        const image = await shot(engine, `engine-${name}`);
        const colors = new Set();
        let red = 0; // the knobs, tracks and curves; text has none
        for (let y = 0; y < image.height; y += 3) {
          for (let x = 0; x < image.width; x += 3) {
            const [r, g, b] = image.at(x, y);
            colors.add([r, g, b].join());
            if (r - g > 40) red++;
          }
        }
        assert.ok(colors.size > 300, `${colors.size} colors`);
        assert.ok(red > 500, `${red} points of red`);
        const [heading] = (await engine.evaluate("registry()")).filter((n) => n.role === "heading");
        const box = await engine.evaluate(`(() => {
        const { x, y } = ${ELEMENT}.getBoundingClientRect();
        return [x, y, innerWidth];
      })()`);
        const [x, y, w, h] = heading.box;
        const ink = inked(image, image.width / box[2], [box[0] + x, box[1] + y, w, h]);
        assert.ok(ink.count > 200, `${ink.count} dark pixels in the title`);
      });

      test(`${name}: arrow key and drag change the depth, the control and the projection`, async () => {
        const median = () =>
          engine.evaluate(`${ELEMENT}.projection.signs.redness.until_not_visible_h.p50`);
        const first = { state: await stateOf(engine), hours: await median() };
        const { x, y, width, height } = await sliderBox(engine);
        await engine.evaluate(
          `${ELEMENT}.shadowRoot.querySelector('input[aria-label="Needle depth"]').focus()`,
        );
        await engine.key("ArrowRight");
        await pause(300);
        const stepped = await stateOf(engine);
        assert.ok(Math.abs(stepped.depth_mm - first.state.depth_mm - 0.25) < 1e-6);
        const at = (share) => [x + 11 + (width - 22) * share, y + height / 2];
        await engine.drag(at((stepped.depth_mm - 0.25) / 2.75), at(0.9));
        await pause(300);
        const dragged = await stateOf(engine);
        assert.ok(dragged.depth_mm > stepped.depth_mm + 0.5, `${dragged.depth_mm} mm`);
        assert.ok((await median()) > first.hours, "the redness takes longer");
        const shown = (await engine.evaluate("mirror()")).find((n) => n.name === "Needle depth");
        assert.equal(+shown.value, dragged.depth_mm);
        assert.deepEqual({ ...dragged, depth_mm: 0 }, { ...first.state, depth_mm: 0 });
      });

      test(`${name}: no frame is asked for and nothing is drawn at rest`, async () => {
        await pause(1000);
        const before = await engine.evaluate("({ ...counted })");
        assert.ok(before.frames > 0 && before.calls > 0, "the counters count");
        await pause(5000);
        assert.deepEqual(await engine.evaluate("({ ...counted })"), before);
      });

      test(`${name}: what is told to assistive technology is what C++ has registered`, async () => {
        const registry = await engine.evaluate("registry()");
        const markup = (await engine.evaluate("mirror()")).map((node) => ({
          ...node,
          role: HTML[node.role] ?? node.role,
        }));
        assert.ok(assertParity("the markup", registry, markup) > 100);
        const told = await engine.described();
        if (!told) return;
        const inside = told.filter(({ name: label }) => !/^(before|after)$/.test(label));
        assert.ok(assertParity(name, registry, inside) > 100);
      });

      test(`${name}: Arabic words are drawn as one shaped run`, async () => {
        await visit(engine, "arabic.html");
        await pause(500);
        const [{ box, name: title }] = (await engine.evaluate("registry()")).filter(
          ({ role }) => role === "heading",
        );
        assert.match(title, /تعافي/);
        const told = await engine.evaluate(`(() => {
        const context = document.createElement("canvas").getContext("2d");
        context.font = "700 26px " + getComputedStyle(${ELEMENT}).fontFamily;
        const width = (text) => context.measureText(text).width;
        const letters = [...${JSON.stringify(title)}];
        const { x, y } = ${ELEMENT}.getBoundingClientRect();
        return {
          whole: width(${JSON.stringify(title)}),
          apart: letters.reduce((sum, letter) => sum + width(letter), 0),
          drawn: [...drawnTexts],
          place: [x, y, innerWidth],
        };
      })()`);
        assert.ok(told.drawn.includes(title), "the run is drawn as one");
        assert.ok(told.apart > 1.1 * told.whole, `${told.apart} px apart, ${told.whole} px shaped`);
        const image = await shot(engine, `arabic-${name}`);
        const [x, y, wide] = told.place;
        const ratio = image.width / wide;
        const ink = inked(image, ratio, [x + box[0], y + box[1], box[2], box[3]]);
        const width = ink.right - ink.left;
        assert.ok(
          Math.abs(width - told.whole) < 0.1 * told.whole,
          `${width} px of ${told.whole} px`,
        );
      });
    },
  );
}

test(
  "Firefox that resists fingerprinting shows the same text",
  { skip: firefox() ? false : "Firefox is not installed here: this claim is SKIPPED" },
  async () => {
    const images = [];
    for (const resist of [false, true]) {
      const engine = await openFirefox({ "privacy.resistFingerprinting": resist });
      try {
        await visit(engine, "one.html");
        await pause(800);
        const ink = await engine.evaluate("registry()");
        const place = await engine.evaluate(`(() => {
          const { x, y } = ${ELEMENT}.getBoundingClientRect();
          return [x, y, innerWidth];
        })()`);
        const image = await shot(engine, `fingerprint-${resist}`);
        const ratio = image.width / place[2]; // the page is not told the true one
        const texts = ink.filter(({ role, flags, box }) => {
          return /heading|text/.test(role) && !(flags & 128) && box[1] + box[3] < 600;
        });
        images.push(
          texts.map(({ box: [x, y, w, h] }) => {
            return inked(image, ratio, [place[0] + x, place[1] + y, w, h]).count / ratio ** 2;
          }),
        );
      } finally {
        await engine.close();
      }
    }
    const [plain, resisting] = images;
    assert.ok(plain.length > 3 && plain.some((count) => count > 100));
    plain.forEach((count, i) =>
      assert.ok(
        Math.abs(count - resisting[i]) < 30 + 0.15 * count,
        `text ${i}: ${count} dark pixels, ${resisting[i]} when resisting`,
      ),
    );
  },
);
