// Pictures to be looked at (build/pictures/), and what can be said of them without eyes.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { difference } from "./image.mjs";
import { drawn, eventually, open, picture, start } from "./support.mjs";

// Runs in the page: the canvases' own pixels beside the device pixels that they take.
function measure() {
  const { shadowRoot } = document.querySelector("recovery-timeline");
  const pieces = [...shadowRoot.querySelectorAll("canvas")].map((canvas) => {
    const box = canvas.getBoundingClientRect();
    return {
      own: [canvas.width, canvas.height],
      shown: [box.width, box.height].map((size) => Math.round(size * devicePixelRatio)),
    };
  });
  const { scrollWidth, clientWidth } = document.documentElement;
  const box = shadowRoot.querySelector(".picture").getBoundingClientRect();
  const [room, whole] = [box.width, box.height].map((size) => Math.round(size * devicePixelRatio));
  return { pieces, room, whole, scrollWidth, clientWidth };
}

function assertCrisp({ pieces, whole }) {
  for (const { own, shown } of pieces) assert.deepEqual(own, shown, "a pixel is a device pixel");
  assert.equal(
    pieces.reduce((sum, { own }) => sum + own[1], 0),
    whole,
    "the pieces make the whole",
  );
}

let env;
before(async () => (env = await start()));
after(() => env.close());

const brightness = ([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function seen(image, from = 0) {
  const colors = new Set();
  let bright = 0;
  let count = 0;
  for (let y = Math.floor(from * image.height); y < image.height; y += 3) {
    for (let x = 0; x < image.width; x += 3, count++) {
      const color = image.at(x, y);
      colors.add(color.join());
      bright += brightness(color);
    }
  }
  return { colors: colors.size, brightness: bright / count };
}

for (const width of [320, 390, 1100]) {
  for (const ratio of [1, 2]) {
    for (const dark of [false, true]) {
      const name = `recovery-${width}-${ratio}x-${dark ? "dark" : "light"}`;
      test(`${name}: drawn, crisp, ${dark ? "dark" : "light"}, no wider than the page`, async () => {
        const page = await open(env, { width, ratio, dark });
        const size = await page.evaluate(measure);
        assertCrisp(size);
        assert.ok(size.scrollWidth <= size.clientWidth, "nothing to scroll sideways");
        const image = await picture(page, name);
        const { colors, brightness } = seen(image);
        assert.ok(colors > 100, `${colors} colors`);
        assert.ok(seen(image, 0.9).colors > 10, "the foot is drawn too");
        assert.ok(dark ? brightness < 110 : brightness > 180, `mean brightness ${brightness}`);
        await page.context().close();
      });
    }
  }
}

test("odd pixel ratios are crisp too", async () => {
  for (const ratio of [1.5, 3]) {
    const page = await open(env, { width: 390, ratio });
    assertCrisp(await page.evaluate(measure));
    await picture(page, `recovery-390-${ratio}x-light`);
    await page.context().close();
  }
});

test("the page's own colors and font reach the picture, also when they change later", async () => {
  const page = await open(env, { width: 390, body: "<recovery-timeline></recovery-timeline>" });
  const plain = await picture(page, "brand-before");
  await page.evaluate(() => {
    const { style } = document.documentElement;
    style.setProperty("--rt-accent", "oklch(0.45 0.16 250)");
    style.setProperty("--rt-radius", "2px");
  });
  let branded;
  await eventually("the brand color is seen", async () => {
    branded = await picture(page, "brand-after");
    return difference(plain, branded) > 0.002;
  });
  await page.evaluate(() => (document.body.style.fontFamily = "monospace"));
  await eventually("the font is seen", async () => {
    const font = await picture(page, "font-after");
    return font.height !== branded.height || difference(branded, font) > 0.005;
  });
  await page.context().close();
});

test("a window that changes its width gets a new picture of the right size", async () => {
  const page = await open(env, { width: 1100 });
  for (const width of [700, 320, 900]) {
    await page.setViewportSize({ width, height: 900 });
    await eventually("the picture is as wide as the window lets it be", async () => {
      const { pieces, room } = await page.evaluate(measure);
      return pieces.every(({ own }) => own[0] === room);
    });
    await drawn(page);
    assertCrisp(await page.evaluate(measure));
    assert.ok(seen(await picture(page, `resized-${width}`)).colors > 100);
  }
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
