// The same claims in three engines: Chromium, Firefox, and WebKit (WebKitGTK, which is not Safari).
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { serve } from "../../.dev/serve.mjs";
import { browser } from "../../.dev/setup.mjs";
import { firefox, HEIGHT, miniBrowser, openChromium, openFirefox, openWebKit } from "./engines.mjs";
import { cut, decodePng, ssim } from "./image.mjs";
import { assertOutline, assertParity } from "./parity.mjs";
import { dist, eventually, FLAGS, pictures } from "./support.mjs";
import { OPEN_SECTIONS } from "./visitor.mjs";

const ENGINES = [
  ["Chromium", browser(), () => openChromium(browser(), FLAGS)],
  ["Firefox", firefox(), () => openFirefox()],
  ["WebKit", miniBrowser(), () => openWebKit()],
];
let server;
before(async () => {
  const pages = path.join(import.meta.dirname, "pages");
  server = await serve({ folders: [dist, pages], port: 0 });
});
after(() => server.close());

const ELEMENT = `document.querySelector("recovery-timeline")`;
const SLIDER = `${ELEMENT}.shadowRoot.querySelector('input[aria-label="Needle depth"]')`;
const LANDMARK = /^(banner|complementary|contentinfo|form|main|navigation|region)$/;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function visit(engine, page) {
  await engine.goto(server.url + page);
  await engine.evaluate(
    `customElements.whenDefined("recovery-timeline").then(() => ${ELEMENT}.ready).then(() => 1)`,
  );
  await engine.evaluate(OPEN_SECTIONS);
}
const sliderBox = (engine) =>
  engine.evaluate(`(() => {
    const slider = ${SLIDER};
    slider.scrollIntoView({ block: "center" });
    const { x, y, width, height } = slider.getBoundingClientRect();
    return { x, y, width, height };
  })()`);

// The widget's control has this depth, and its settings too.
async function becomes(engine, way, depth) {
  await eventually(`${way}: ${depth} mm`, () =>
    engine.evaluate(`${ELEMENT}.state.depth_mm === ${depth} && +${SLIDER}.value === ${depth}`),
  );
}

// All that an engine can be asked about the depth.
const TOLD = `(() => {
  const { value, min, max, step } = ${SLIDER};
  const node = registry().find(({ role, name }) => role === "slider" && name === "Needle depth");
  const { state, projection } = ${ELEMENT};
  const { text } = mirror().find(({ name }) => name === "Needle depth");
  return { value, min, max, step, text, state, projection, node: [node.value, node.text] };
})()`;

// [name, the depth to start from, what to do]: by keys, by the pointer on the canvas, by the buttons.
function waysTo(target) {
  const key = (name) => async (engine) => {
    await engine.evaluate(`(${SLIDER}.focus(), 1)`);
    await engine.key(name);
  };
  const place = async (engine, depth) => {
    const { x, y, width, height } = await sliderBox(engine);
    return [x + 11 + ((width - 22) * (depth - 0.25)) / 2.75, y + height / 2];
  };
  return [
    ["ArrowRight", target - 0.25, key("ArrowRight")],
    ["ArrowUp", target - 0.25, key("ArrowUp")],
    ["the key +", target - 0.25, key("+")],
    ["PageUp", target - 0.5, key("PageUp")],
    [
      "Home, then PageUp",
      3,
      async (engine) => {
        await key("Home")(engine);
        await becomes(engine, "Home", 0.25);
        await engine.key("PageUp");
      },
    ],
    [
      "a click on the track",
      2,
      async (engine) => engine.drag(await place(engine, target), await place(engine, target)),
    ],
    [
      "a drag on the canvas",
      2,
      async (engine) => engine.drag(await place(engine, 2), await place(engine, target)),
    ],
    [
      "the drawn button +",
      target - 0.25,
      async (engine) => {
        const at = await engine.evaluate(`(() => {
          const [button] = [...${ELEMENT}.shadowRoot.querySelectorAll("button")].filter(
            ({ textContent }) => textContent === "Needle depth: more",
          );
          button.scrollIntoView({ block: "center" });
          const { x, y, width, height } = button.getBoundingClientRect();
          return [x + width / 2, y + height / 2];
        })()`);
        await engine.drag(at, at);
      },
    ],
    [
      "the page's own code",
      2,
      (engine) => engine.evaluate(`((${ELEMENT}.state = { depth_mm: ${target} }), 1)`),
    ],
  ];
}

// Counts of frames and drawing calls stay the same for five seconds each, whatever is set meanwhile.
async function assertIdle(engine) {
  const work = () => engine.evaluate("({ ...counted })");
  const catchesUp = async (calls) => {
    await eventually("it is drawn again", async () => (await work()).calls > calls);
    await becomes(engine, "what was set meanwhile", 2.5);
  };
  const before = await engine.evaluate("atRest()");
  assert.ok(before.frames > 0 && before.calls > 100, "the counters count");
  await pause(5000);
  assert.deepEqual(await work(), before, "at rest");

  await engine.evaluate("putInSight(false)");
  const unseen = await engine.evaluate("atRest()");
  await engine.evaluate("keepSetting(10000)");
  assert.deepEqual(await work(), unseen, "out of sight");
  await engine.evaluate("putInSight(true)");
  await catchesUp(unseen.calls);

  await engine.evaluate(`((${ELEMENT}.state = { depth_mm: 1 }), noteVisibility())`);
  await engine.evaluate("atRest()");
  await engine.behind(5000);
  await eventually("the tab is shown again", () => engine.evaluate("visibility.length > 1"));
  const [[first, hidden], [second, shown]] = await engine.evaluate("visibility");
  assert.deepEqual([first, second], ["hidden", "visible"]);
  assert.deepEqual(shown, hidden, "in a hidden tab");
  await catchesUp(hidden.calls);
}

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

// A suite that is skipped counts nothing: each claim is skipped for itself.
const unless = (found, name) => ({
  skip: found ? false : `${name} is not installed here: its claims are SKIPPED`,
});

for (const [name, found, start] of ENGINES) {
  describe(name, () => {
    let engine;
    before(async () => found && (engine = await start()));
    after(() => engine?.close());
    const claim = (text, check) => test(`${name}: ${text}`, unless(found, name), check);

    claim(`becomes ready and draws`, async () => {
      await visit(engine, "one.html");
      await engine.evaluate("atRest()");
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

    claim(
      "every way to change a slider leads to the same value, picture of it and numbers",
      async () => {
        await visit(engine, "one.html");
        const target = 0.75;
        const reached = [];
        for (const [way, from, act] of waysTo(target)) {
          await engine.evaluate(`((${ELEMENT}.state = { depth_mm: ${from} }), 1)`);
          await becomes(engine, way, from);
          await act(engine);
          await becomes(engine, way, target);
          reached.push([way, await engine.evaluate(TOLD)]);
        }
        const [[, first]] = reached;
        assert.equal(first.state.depth_mm, target);
        assert.equal(first.text, "0.75 mm");
        for (const [way, told] of reached) assert.deepEqual(told, first, way);
      },
    );

    claim(
      "in every view, what is told to assistive technology is what C++ has registered",
      async (t) => {
        const facts = [];
        for (const view of ["recovery", "results", "plan", "care", "about"]) {
          await engine.evaluate(`((${ELEMENT}.state = { view: "${view}" }), 1)`);
          await eventually("the summary has rested", () =>
            engine.evaluate(`atRest().then(() => {
            const drawn = registry().filter(({ role }) => role === "status");
            const told = mirror().filter(({ live }) => live);
            return drawn.every(({ name, text }, i) => name + text === told[i]?.own);
          })`),
          );
          const registry = await engine.evaluate("registry()");
          assertOutline(view, registry);
          facts.push(assertParity(`${view}, markup`, registry, await engine.evaluate("mirror()")));
          const told = await engine.described();
          if (!told) continue;
          const inside = told.filter(({ name: label }) => !/^(before|after)$/.test(label));
          facts.push(assertParity(`${view}, ${name}`, registry, inside));
          const landmarks = inside
            .filter(({ role }) => LANDMARK.test(role))
            .map(({ role }) => role);
          assert.deepEqual(landmarks, [], `${view}: the page's landmarks are its own`);
        }
        t.diagnostic(`facts compared: ${facts.join(", ")}`);
        assert.ok(Math.min(...facts) > 100, facts.join(", "));
      },
    );

    claim(`Arabic words are drawn as one shaped run`, async () => {
      await visit(engine, "arabic.html");
      await engine.evaluate("atRest()");
      const [{ box, name: title }] = (await engine.evaluate("registry()")).filter(
        ({ role, name }) => role === "heading" && /تعافي/.test(name),
      );
      const told = await engine.evaluate(`(() => {
        const context = document.createElement("canvas").getContext("2d");
        context.font = "700 20px " + getComputedStyle(${ELEMENT}).fontFamily;
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
      assert.ok(Math.abs(width - told.whole) < 0.1 * told.whole, `${width} px of ${told.whole} px`);
    });
  });
}

describe("without work", { concurrency: ENGINES.length }, () => {
  for (const [name, found, start] of ENGINES) {
    test(
      `${name}: five seconds each at rest, out of sight and in a hidden tab: no frame is asked for, nothing is drawn`,
      unless(found, name),
      async () => {
        const engine = await start();
        try {
          await visit(engine, "one.html");
          await assertIdle(engine);
        } finally {
          await engine.close();
        }
      },
    );
  }
});

// The text of a picture with every second row taken away: what text from unreadable pixels looks like.
function striped(part) {
  const data = Buffer.from(part.data);
  const row = part.width * part.channels;
  for (let y = 0; y < part.height; y += 2) data.fill(255, y * row, (y + 1) * row);
  return { ...part, data };
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

test(
  "Firefox that resists fingerprinting shows the same text",
  unless(firefox(), "Firefox"),
  async (t) => {
    const shown = [];
    for (const resist of [false, true]) {
      const engine = await openFirefox({ "privacy.resistFingerprinting": resist });
      try {
        await visit(engine, "one.html");
        await engine.evaluate("atRest()");
        const { x, y } = await engine.evaluate(`${ELEMENT}.getBoundingClientRect().toJSON()`);
        const image = await shot(engine, `fingerprint-${resist}`);
        const ratio = image.width / (await engine.evaluate("innerWidth")); // it tells no true one
        const texts = (await engine.evaluate("registry()"))
          .filter(({ role, flags, box: [, top, , height] }) => {
            return /heading|text|list_item/.test(role) && !(flags & 128) && top + height < HEIGHT;
          })
          .map(({ box: [left, top, w, h] }) =>
            cut(image, ...[x + left, y + top, w, h].map((part) => Math.round(part * ratio))),
          );
        shown.push({ image, texts });
      } finally {
        await engine.close();
      }
    }
    const [plain, resisting] = shown;
    assert.ok(plain.texts.length > 5, `${plain.texts.length} texts`);
    const against = (others) => mean(plain.texts.map((text, i) => ssim(text, others[i])));
    const alike = against(resisting.texts);
    const spoiled = against(plain.texts.map(striped));
    const whole = ssim(plain.image, resisting.image);
    t.diagnostic(
      `SSIM of the texts ${alike.toFixed(3)} (spoiled ones ${spoiled.toFixed(3)}), of the window ${whole.toFixed(3)}`,
    );
    assert.ok(spoiled < 0.87, `the measure sees spoiled text: ${spoiled}`);
    assert.ok(alike > 0.9, `SSIM of the texts: ${alike}`);
    assert.ok(whole > 0.95, `SSIM of the window: ${whole}`);
  },
);
